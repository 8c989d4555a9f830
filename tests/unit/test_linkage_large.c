/* Protects linking by blocks: twins found, and the same by any number of threads and in files. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <bina/linkage.h>
#include <bina/rows.h>

#define PEOPLE 12000 /* each twice: enough that their arrays lie in the file */

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
    int added = 0;

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
        added += bina_rows_add(rows, record) == BINA_OK;
    }
    ck_assert_int_eq(added, PEOPLE);
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

/* A linkage by blocks, without lists; `memory` in megabytes, 0 for no bound. */
static bina_linkage *
new_linkage(int64_t threads, int64_t memory, const char *folder)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_record *options =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    bina_linkage *linkage;

    bina_set_int(options, BINA_LINKAGE_OPTION_MOST_PAIRS, 1);
    bina_set_int(options, BINA_LINKAGE_OPTION_THREADS, threads);
    bina_set_int(options, BINA_LINKAGE_OPTION_MEMORY, memory);
    if (folder != NULL)
        bina_set_text(options, BINA_LINKAGE_OPTION_FOLDER, folder);
    ck_assert_int_eq(bina_linkage_settings_add(settings, options, NULL, 0), BINA_OK);
    linkage = bina_linkage_new(settings);
    bina_record_free(options);
    bina_linkage_settings_free(settings);
    return linkage;
}

static bina_status
add_people(bina_linkage *linkage, bool again)
{
    bina_cursor *cursor = people(again);
    bina_status status = bina_linkage_add_list(linkage, again ? "b" : "a", cursor);

    bina_cursor_free(cursor);
    return status;
}

static void
link_people(int64_t threads, int64_t memory, int64_t entity[2 * PEOPLE])
{
    bina_linkage *linkage = new_linkage(threads, memory, NULL);
    bina_cursor *cursor;
    const bina_record *record;

    ck_assert_int_eq(add_people(linkage, false), BINA_OK);
    ck_assert_int_eq(add_people(linkage, true), BINA_OK);
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
    link_people(2, 32, other);
    ck_assert_mem_eq(held, other, sizeof(held));
}
END_TEST

/* Whether what went wrong names the folder, and the option that names another. */
static bool
is_told(const bina_linkage *linkage, const char *folder)
{
    const char *message = bina_error_message(bina_linkage_error(linkage), BINA_ENGLISH);

    return strstr(message, folder) != NULL && strstr(message, "option folder") != NULL;
}

START_TEST(a_folder_that_is_not_there_is_told)
{
    bina_linkage *linkage = new_linkage(1, 64, "/nowhere/at/all");

    ck_assert_int_eq(add_people(linkage, false), BINA_ERR_IO);
    ck_assert(is_told(linkage, "/nowhere/at/all"));
    bina_linkage_free(linkage);
}
END_TEST

/* A file that may not grow stands for a disk that is full. */
START_TEST(a_full_disk_is_told)
{
    bina_linkage *linkage = new_linkage(1, 64, "/tmp");
    struct rlimit limit = {1 << 20, 1 << 20};
    bina_status status;

    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    status = add_people(linkage, false);
    if (status == BINA_OK)
        status = bina_linkage_run(linkage);
    ck_assert_int_eq(status, BINA_ERR_IO);
    ck_assert(is_told(linkage, "/tmp"));
    bina_linkage_free(linkage);
}
END_TEST

START_TEST(too_little_memory_is_refused)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_record *options =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));

    bina_set_int(options, BINA_LINKAGE_OPTION_MEMORY, 31);
    ck_assert_int_eq(bina_linkage_settings_add(settings, options, NULL, 0), BINA_ERR_INVALID);
    bina_set_int(options, BINA_LINKAGE_OPTION_MEMORY, 32);
    ck_assert_int_eq(bina_linkage_settings_add(settings, options, NULL, 0), BINA_OK);
    bina_record_free(options);
    bina_linkage_settings_free(settings);
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
    tcase_add_test(tcase, a_folder_that_is_not_there_is_told);
    tcase_add_test(tcase, a_full_disk_is_told);
    tcase_add_test(tcase, too_little_memory_is_refused);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
