/* What an import keeps of a list while it reads it: rows put aside, names taken, numbers that
 * count. */
#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/error.h"
#include "register/known.h"
#include "register/row_file.h"

static void
fill(bina_record *record, int n)
{
    char text[64];

    bina_record_clear(record);
    (void)snprintf(text, sizeof text, "Tenun %d", n);
    bina_set_text(record, BINA_SOURCE_RECORD_BUSINESS_NAME, text);
    if (n % 3 == 0)
        bina_set_null(record, BINA_SOURCE_RECORD_NIK);
    else
        bina_set_text(record, BINA_SOURCE_RECORD_NIK, "");
    bina_set_int(record, BINA_SOURCE_RECORD_LINE, n);
    bina_set_real(record, BINA_SOURCE_RECORD_LATITUDE, -8.5 - n);
    bina_set_date(record, BINA_SOURCE_RECORD_BORN, 1990, 1 + n % 12, 1 + n % 28);
}

/* Slot by slot: what is set, to null or to which value. */
static void
same(const bina_record *a, const bina_record *b)
{
    for (int slot = 0; slot < bina_description_count(bina_record_description(a)); slot++) {
        bina_value x = bina_record_get(a, slot), y = bina_record_get(b, slot);
        ck_assert_int_eq(bina_record_is_set(a, slot), bina_record_is_set(b, slot));
        ck_assert_int_eq(x.type, y.type);
        if (bina_type_held_as(x.type) == BINA_TEXT)
            ck_assert_str_eq(x.as.text, y.as.text);
        else if (x.type == BINA_REAL)
            ck_assert(x.as.real == y.as.real);
        else if (x.type != BINA_NULL)
            ck_assert_int_eq(x.as.integer, y.as.integer);
    }
}

static int
files_in(const char *folder)
{
    DIR *open = opendir(folder);
    struct dirent *entry;
    int count = 0;

    ck_assert_ptr_nonnull(open);
    while ((entry = readdir(open)) != NULL)
        count += entry->d_name[0] != '.';
    closedir(open);
    return count;
}

/* Held bytes: 1 puts every row into the file, a usual number none of these. */
static void
put_and_get(const char *store, size_t held)
{
    enum { COUNT = 5000 };
    bina_row_file *file = bina_row_file_new(store, held);
    bina_record *record = bina_record_new(BINA_SOURCE_RECORD);
    bina_record *back = bina_record_new(BINA_SOURCE_RECORD);
    uint64_t *at = calloc(COUNT, sizeof *at), next = 0;

    for (int i = 0; i < COUNT; i++) {
        fill(record, i);
        ck_assert_int_eq(bina_row_file_add(file, record, &at[i], NULL), BINA_OK);
    }
    for (int i = 0; i < COUNT; i++) { /* in order, by where the last one ended */
        ck_assert_int_eq(bina_row_file_get(file, next, back, &next, NULL), BINA_OK);
        fill(record, i);
        same(record, back);
    }
    for (int i = 0, n = 0; i < 500; i++, n = (n + 3677) % COUNT) {
        ck_assert_int_eq(bina_row_file_get(file, at[n], back, NULL, NULL), BINA_OK);
        fill(record, n);
        same(record, back);
    }
    bina_row_file_free(file);
    bina_record_free(record);
    bina_record_free(back);
    free(at);
}

START_TEST(rows)
{
    char folder[] = "/tmp/bina-aside-XXXXXX", store[64];

    ck_assert_ptr_nonnull(mkdtemp(folder));
    (void)snprintf(store, sizeof store, "%s/a.db", folder);
    put_and_get(store, 0);
    put_and_get(store, 1);
    put_and_get(store, 100000);
    put_and_get(":memory:", 1);
    /* What was put aside is personal: nothing of it stays behind. */
    ck_assert_int_eq(files_in(folder), 0);
    rmdir(folder);
}
END_TEST

START_TEST(nowhere_to_put)
{
    bina_row_file *file = bina_row_file_new("/no/such/folder/a.db", 1);
    bina_record *record = bina_record_new(BINA_SOURCE_RECORD);
    bina_error *error = bina_error_new();
    uint64_t at;

    fill(record, 1);
    ck_assert_int_eq(bina_row_file_add(file, record, &at, error), BINA_OK); /* in memory */
    ck_assert_int_eq(bina_row_file_add(file, record, &at, error), BINA_ERR_IO);
    ck_assert_str_ne(bina_error_message(error, BINA_ENGLISH),
                     bina_error_message(error, BINA_INDONESIAN));
    bina_row_file_free(file);
    bina_record_free(record);
    bina_error_free(error);
}
END_TEST

/* Rows of one name are told apart by a count, which goes on without gaps however many there are. */
START_TEST(names)
{
    bina_known known = {0};
    char key[BINA_ROW_KEY], wanted[BINA_ROW_KEY];

    for (int i = 1; i <= 10000; i++) {
        (void)snprintf(key, sizeof key, "who:00112233445566778899aabbccddeeff");
        (void)snprintf(wanted, sizeof wanted, i > 1 ? "%s#%d" : "%s", key, i);
        ck_assert_int_eq(bina_known_take_key(&known, key), BINA_OK);
        ck_assert_str_eq(key, wanted);
        ck_assert_uint_eq(bina_key_base(key), 36);
    }
    bina_known_drop(&known);
}
END_TEST

/* "1", "2", ... in any order with few gaps count rows; amounts, and numbers twice there, do not. */
START_TEST(numbers)
{
    bina_numbers seen = {0};
    char text[16];

    for (int i = 0; i < 5000; i++) {
        (void)snprintf(text, sizeof text, "%d.", 1 + (i * 1237) % 5000);
        ck_assert(bina_numbers_add(&seen, text));
    }
    ck_assert(bina_numbers_add(&seen, NULL));
    ck_assert(bina_numbers_run(&seen));
    bina_numbers_drop(&seen);
    for (int i = 0; i < 5000; i++) {
        (void)snprintf(text, sizeof text, "%d", i / 2);
        ck_assert(bina_numbers_add(&seen, text));
    }
    ck_assert(!bina_numbers_run(&seen));
    ck_assert_uint_eq(seen.count, 0); /* it was seen early, and nothing more was kept */
    bina_numbers_drop(&seen);
    for (int i = 1; i < 10; i++) {
        (void)snprintf(text, sizeof text, "%d", 100 * i);
        ck_assert(bina_numbers_add(&seen, text));
    }
    ck_assert(!bina_numbers_run(&seen));
    bina_numbers_drop(&seen);
}
END_TEST

START_TEST(holds)
{
    static const char hex[] = "00112233445566778899aabbccddeeff00000000";
    bina_hold hold = bina_hold_of(hex), none = bina_hold_of("0011");

    ck_assert_int_eq(hold.bytes[1], 0x11);
    ck_assert_int_eq(hold.bytes[15], 0xff);
    ck_assert(!bina_hold_is_none(&hold));
    ck_assert(bina_hold_is_none(&none));
    none = bina_hold_of(NULL);
    ck_assert(bina_hold_is_none(&none));
    hold = bina_key_hold("no:7#2");
    none = bina_key_hold("no:7");
    ck_assert_mem_eq(hold.bytes, none.bytes, sizeof hold.bytes);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: rows put aside");
    TCase *all = tcase_create("aside");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(all, 60);
    tcase_add_test(all, rows);
    tcase_add_test(all, nowhere_to_put);
    tcase_add_test(all, names);
    tcase_add_test(all, numbers);
    tcase_add_test(all, holds);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
