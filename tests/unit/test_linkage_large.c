/* Protects linking by blocks: twins found, and the same by any number of threads and in files. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/linkage.h>
#include <bina/rows.h>

#define PEOPLE 3500 /* each twice: enough that a megabyte does not hold what comparing needs */

enum { NAME, VILLAGE, BORN, PHONE, COLUMNS };

static uint32_t
mixed(uint32_t x)
{
    x = (x ^ x >> 16) * 0x7FEB352Du;
    x = (x ^ x >> 15) * 0x846CA68Bu;
    return x ^ x >> 16;
}

/* Made-up person n; written the second time with a slip, and one value left out. */
static void
write_person(uint32_t n, bool again, char value[COLUMNS][64])
{
    static const char *const part[] = {"ka", "ri", "su", "mo", "ne", "to", "la", "di",
                                       "wa", "hu", "ge", "pi", "ro", "ba", "ti", "yu"};
    uint32_t x = mixed(n), y = mixed(n + 77777u);

    snprintf(value[NAME], 64, "%s%s%s %s%sn%s", part[x % 16], part[x / 16 % 16], part[x / 256 % 16],
             part[x / 4096 % 16], part[x / 65536 % 16], part[y % 16]);
    snprintf(value[VILLAGE], 64, "Desa %s%sng", part[y / 16 % 16], part[y / 256 % 8]);
    snprintf(value[BORN], 64, "%u-%02u-%02u", 1950 + y / 2048 % 50, 1 + y / 64 % 12,
             1 + y / 512 % 28);
    snprintf(value[PHONE], 64, "0812%08u", mixed(n + 5u) % 100000000u);
    if (!again)
        return;
    value[NAME][1 + n % 4] = (char)('a' + n % 26);
    if (n % 3 > 0)
        value[n % 3 == 1 ? PHONE : BORN][0] = '\0';
}

static bina_cursor *
people(bool again)
{
    static const char *const name[] = {"nama", "desa", "tanggal_lahir", "telepon"};
    bina_description *d = bina_description_new("person", "A made-up person.");
    bina_rows *rows;
    bina_record *record;

    for (int c = 0; c < COLUMNS; c++)
        bina_description_add_field(d, name[c], BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (uint32_t n = 0; n < PEOPLE; n++) {
        char value[COLUMNS][64];
        write_person(n, again, value);
        bina_record_clear(record);
        for (int c = 0; c < COLUMNS; c++)
            if (value[c][0] != '\0')
                bina_set(record, c, value[c]);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

/* A linkage of both lists by blocks; `memory` in megabytes, 0 for no bound. */
static bina_linkage *
new_linkage(int64_t threads, int64_t memory)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_record *options =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    bina_linkage *linkage;

    bina_set_int(options, BINA_LINKAGE_OPTION_MOST_PAIRS, 1);
    bina_set_int(options, BINA_LINKAGE_OPTION_THREADS, threads);
    bina_set_int(options, BINA_LINKAGE_OPTION_MEMORY, memory);
    ck_assert_int_eq(bina_linkage_settings_add(settings, options, NULL, 0), BINA_OK);
    linkage = bina_linkage_new(settings);
    bina_record_free(options);
    bina_linkage_settings_free(settings);
    for (int i = 0; i < 2; i++) {
        bina_cursor *cursor = people(i == 1);
        ck_assert_int_eq(bina_linkage_add_list(linkage, i == 0 ? "a" : "b", cursor), BINA_OK);
        bina_cursor_free(cursor);
    }
    return linkage;
}

static void
link_people(int64_t threads, int64_t memory, int64_t entity[2 * PEOPLE])
{
    bina_linkage *linkage = new_linkage(threads, memory);
    bina_cursor *cursor;
    const bina_record *record;

    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        bool b = strcmp(bina_record_text(record, BINA_LINKAGE_ENTITY_FILE), "b") == 0;
        int64_t row = bina_record_int(record, BINA_LINKAGE_ENTITY_ROW) - 1;
        entity[row + (b ? PEOPLE : 0)] = bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
    }
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
}

START_TEST(finds_twins)
{
    static int64_t entity[2 * PEOPLE];
    int right = 0;
    int64_t most = 0;

    link_people(1, 0, entity);
    for (int n = 0; n < PEOPLE; n++)
        right += entity[n] == entity[n + PEOPLE];
    for (int r = 0; r < 2 * PEOPLE; r++)
        most = entity[r] > most ? entity[r] : most;
    ck_assert_int_ge(right, PEOPLE * 98 / 100);
    ck_assert_int_ge(most, PEOPLE * 98 / 100);
}
END_TEST

START_TEST(threads_and_files_change_nothing)
{
    static int64_t held[2 * PEOPLE], other[2 * PEOPLE];

    link_people(1, 0, held);
    link_people(4, 0, other);
    ck_assert_mem_eq(held, other, sizeof(held));
    memset(other, 0, sizeof(other));
    link_people(2, 1, other);
    ck_assert_mem_eq(held, other, sizeof(held));
}
END_TEST

START_TEST(no_room_for_files_is_told)
{
    bina_linkage *linkage = new_linkage(1, 1);

    ck_assert_int_eq(setenv("TMPDIR", "/nowhere/at/all", 1), 0);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_ERR_IO);
    ck_assert_ptr_nonnull(
        strstr(bina_error_message(bina_linkage_error(linkage), BINA_ENGLISH), "TMPDIR"));
    ck_assert_int_eq(unsetenv("TMPDIR"), 0);
    bina_linkage_free(linkage);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("large linkage");
    TCase *tcase = tcase_create("large");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, finds_twins);
    tcase_add_test(tcase, threads_and_files_change_nothing);
    tcase_add_test(tcase, no_room_for_files_is_told);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
