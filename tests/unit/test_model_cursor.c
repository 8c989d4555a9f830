/* Protects the promise that both verbs of a cursor read one stream, each record once. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "model/batch.h"
#include "model/cursor.h"
#include <bina/rows.h>

enum { NAME, COUNT, SHARE };

static const bina_description *
description(void)
{
    bina_description *d = bina_description_new("sample", "A sample.");

    bina_description_add_field(d, "name", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, "count", BINA_INT, NULL, "", 0);
    bina_description_add_field(d, "share", BINA_REAL, NULL, "", 0);
    return d;
}

/* `n` records: name "n", count i, share only on even rows. */
static bina_cursor *
sample(int n)
{
    const bina_description *d = description();
    bina_rows *rows = bina_rows_new(d);
    bina_record *record = bina_record_new_of(d);

    for (int i = 0; i < n; i++) {
        bina_record_clear(record);
        bina_set(record, NAME, "n");
        bina_set(record, COUNT, i);
        if (i % 2 == 0)
            bina_set(record, SHARE, 0.5);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

START_TEST(records_one_by_one)
{
    bina_cursor *cursor = sample(10000);
    const bina_record *record;
    int n = 0;

    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        ck_assert_int_eq(bina_record_int(record, COUNT), n);
        ck_assert_int_eq(bina_record_get(record, SHARE).type, n % 2 == 0 ? BINA_REAL : BINA_NULL);
        n++;
    }
    ck_assert_int_eq(n, 10000);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_DONE);
    ck_assert_ptr_null(record);
    bina_cursor_free(cursor);
}
END_TEST

START_TEST(batches)
{
    bina_cursor *cursor = sample(10000);
    const bina_batch *batch;
    int64_t n = 0;

    while (bina_cursor_next_batch(cursor, &batch) == BINA_OK) {
        const int64_t *counts = bina_batch_integers(batch, COUNT);
        const uint8_t *valid = bina_batch_validity(batch, SHARE);
        const int32_t *offsets;
        const char *bytes;
        ck_assert_ptr_null(bina_batch_validity(batch, COUNT));
        ck_assert_ptr_null(bina_batch_reals(batch, COUNT));
        ck_assert(bina_batch_texts(batch, NAME, &offsets, &bytes));
        ck_assert(!bina_batch_texts(batch, COUNT, &offsets, &bytes));
        for (size_t row = 0; row < bina_batch_rows(batch); row++, n++) {
            ck_assert_int_eq(counts[row], n);
            ck_assert_int_eq(valid[row >> 3] >> (row & 7) & 1, n % 2 == 0);
            ck_assert_int_eq(offsets[row + 1] - offsets[row], 1);
        }
    }
    ck_assert_int_eq(n, 10000);
    bina_cursor_free(cursor);
}
END_TEST

START_TEST(what_is_left_is_added_whole)
{
    bina_cursor *cursor = sample(10000), *other = sample(1), *all;
    bina_rows *rows = bina_rows_new(bina_cursor_description(cursor));
    const bina_record *record;
    int64_t n = 0;

    for (; n < 7; n++)
        ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    ck_assert_int_eq(bina_rows_add_all(rows, cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_DONE);
    ck_assert_uint_eq(bina_rows_count(rows), 9994);
    ck_assert_int_eq(bina_rows_add_all(rows, other), BINA_ERR_USAGE);
    all = bina_rows_to_cursor(rows);
    for (n = 6; bina_cursor_next(all, &record) == BINA_OK; n++)
        ck_assert_int_eq(bina_record_int(record, COUNT), n);
    ck_assert_int_eq(n, 10000);
    bina_cursor_free(all);
    bina_cursor_free(other);
    bina_cursor_free(cursor);
}
END_TEST

static bina_status
batches_only(void *self, bina_batch *batch, bina_error *error)
{
    int64_t *next = self;

    (void)error;
    if (*next >= 100)
        return BINA_DONE;
    for (int i = 0; i < 30 && *next < 100; i++) {
        ck_assert_int_eq(bina_batch_add_row(batch), BINA_OK);
        ck_assert_int_eq(bina_batch_put_int(batch, COUNT, (*next)++), BINA_OK);
    }
    return BINA_OK;
}

static void
keep(void *self)
{
    (void)self;
}

START_TEST(verbs_may_be_mixed)
{
    static const bina_source source = {.next_batch = batches_only, .free = keep};
    const bina_description *d = description();
    int64_t next = 0, seen = 0;
    bina_cursor *cursor = bina_cursor_new(d, &source, &next);
    const bina_record *record;
    const bina_batch *batch;

    for (; seen < 7; seen++) {
        ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
        ck_assert_int_eq(bina_record_int(record, COUNT), seen);
    }
    while (bina_cursor_next_batch(cursor, &batch) == BINA_OK) {
        for (size_t row = 0; row < bina_batch_rows(batch); row++)
            ck_assert_int_eq(bina_batch_integers(batch, COUNT)[row], seen++);
        if (bina_cursor_next(cursor, &record) == BINA_OK)
            ck_assert_int_eq(bina_record_int(record, COUNT), seen++);
    }
    ck_assert_int_eq(seen, 100);
    bina_cursor_free(cursor);
    bina_description_free(d);
}
END_TEST

static bina_status
fails_after_two(void *self, bina_record *record, bina_error *error)
{
    int64_t *next = self;

    (void)error;
    if (*next == 2)
        bina_set(record, COUNT, "no number");
    else
        bina_set(record, COUNT, *next);
    (*next)++;
    return BINA_OK;
}

START_TEST(rows_before_a_fault_are_given_first)
{
    static const bina_source source = {.next = fails_after_two, .free = keep};
    const bina_description *d = description();
    int64_t next = 0;
    bina_cursor *cursor = bina_cursor_new(d, &source, &next);
    const bina_batch *batch;

    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_OK);
    ck_assert_uint_eq(bina_batch_rows(batch), 2);
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_ERR_TYPE);
    ck_assert_str_eq(bina_error_field(bina_cursor_error(cursor)), "count");
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_ERR_TYPE);
    bina_cursor_free(cursor);
    bina_description_free(d);
}
END_TEST

/* A program's own records, counted as they are asked for and when the cursor goes. */
typedef struct own {
    int asked, last, ended;
    bina_status status;
} own;

static bina_status
next_own(void *self, bina_record *record)
{
    own *from = self;

    if (from->asked == from->last)
        return from->status;
    ck_assert_int_eq(bina_record_get(record, COUNT).type, BINA_NULL); /* given cleared */
    bina_set(record, COUNT, from->asked++);
    return BINA_OK;
}

static void
end_own(void *self)
{
    ((own *)self)->ended++;
}

START_TEST(records_are_made_as_they_are_asked_for)
{
    own from = {0, 10000, 0, _i == 0 ? BINA_DONE : BINA_ERR_IO};
    const bina_description *d = description();
    bina_cursor *cursor = bina_cursor_of(d, next_own, end_own, &from);
    const bina_record *record;

    bina_description_free(d); /* the cursor holds it */
    for (int n = 0; n < from.last; n++) {
        ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
        ck_assert_int_eq(bina_record_int(record, COUNT), n);
        ck_assert_int_eq(from.asked, n + 1); /* and no more */
    }
    ck_assert_int_eq(bina_cursor_next(cursor, &record), from.status);
    ck_assert_int_eq(bina_error_status(bina_cursor_error(cursor)),
                     from.status < 0 ? from.status : BINA_OK);
    ck_assert_int_eq(from.ended, 0);
    bina_cursor_free(cursor);
    ck_assert_int_eq(from.ended, 1);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("model cursors");
    TCase *tcase = tcase_create("cursors");
    SRunner *runner;
    int failed;

    tcase_add_test(tcase, records_one_by_one);
    tcase_add_test(tcase, batches);
    tcase_add_test(tcase, what_is_left_is_added_whole);
    tcase_add_test(tcase, verbs_may_be_mixed);
    tcase_add_test(tcase, rows_before_a_fault_are_given_first);
    tcase_add_loop_test(tcase, records_are_made_as_they_are_asked_for, 0, 2);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
