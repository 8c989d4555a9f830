/* Arrow out: what the C data interface promises, looked at as a consumer would. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <bina/arrow.h>
#include <bina/rows.h>

static bina_description *description;
static struct ArrowArrayStream stream;

enum { NAME, WORKERS, SCORE, ACTIVE, BORN, MADE, FIELDS };

static void
set_up(void)
{
    description = bina_description_new("row", "");
    bina_description_add_field(description, "name", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(description, "workers", BINA_INT, NULL, "", 0);
    bina_description_add_field(description, "score", BINA_REAL, NULL, "", 0);
    bina_description_add_field(description, "active", BINA_BOOL, NULL, "", 0);
    bina_description_add_field(description, "born", BINA_DATE, NULL, "", 0);
    bina_description_add_field(description, "made", BINA_TIME, NULL, "", 0);
}

static void
tear_down(void)
{
    if (stream.release != NULL)
        stream.release(&stream);
    bina_description_free(description);
}

/* Rows 0, 1, 2, ... of which every third has no value in any column. */
static void export(int64_t rows)
{
    bina_rows *table = bina_rows_new(description);
    bina_record *record = bina_record_new_of(description);

    for (int64_t i = 0; i < rows; i++) {
        bina_record_clear(record);
        if (i % 3 != 2) {
            bina_set_text(record, NAME, i % 2 ? "Tenun" : "Bambu Jaya");
            bina_set_int(record, WORKERS, INT64_C(9007199254740993) + i);
            bina_set_real(record, SCORE, (double)i / 2);
            bina_set_int(record, ACTIVE, i % 2);
            bina_set_date(record, BORN, 1969, 12, 31);
            bina_set_text(record, MADE, "2020-11-09T00:00:00Z");
        }
        ck_assert_int_eq(bina_rows_add(table, record), BINA_OK);
    }
    bina_record_free(record);
    ck_assert_int_eq(bina_arrow_export(bina_rows_to_cursor(table), &stream), BINA_OK);
}

static bool
is_valid(const struct ArrowArray *column, int64_t row)
{
    const uint8_t *validity = column->buffers[0];

    return validity == NULL || (validity[row >> 3] >> (row & 7) & 1);
}

START_TEST(the_schema_names_the_columns_as_often_as_asked)
{
    static const char *const formats[] = {"u", "l", "g", "b", "tdD", "tsm:UTC"};

    export(1);
    for (int again = 0; again < 3; again++) { /* DuckDB asks several times */
        struct ArrowSchema schema;
        ck_assert_int_eq(stream.get_schema(&stream, &schema), 0);
        ck_assert_str_eq(schema.format, "+s");
        ck_assert_int_eq(schema.n_children, FIELDS);
        for (int i = 0; i < FIELDS; i++) {
            ck_assert_str_eq(schema.children[i]->format, formats[i]);
            ck_assert(schema.children[i]->flags & ARROW_FLAG_NULLABLE);
        }
        ck_assert_str_eq(schema.children[WORKERS]->name, "workers");
        schema.release(&schema);
        ck_assert(schema.release == NULL);
    }
}
END_TEST

START_TEST(the_values_are_exact)
{
    struct ArrowArray batch;

    export(4);
    ck_assert_int_eq(stream.get_next(&stream, &batch), 0);
    ck_assert_int_eq(batch.length, 4);
    ck_assert_int_eq(batch.null_count, 0);
    ck_assert_int_eq(batch.n_children, FIELDS);
    for (int i = 0; i < FIELDS; i++) {
        ck_assert_int_eq(batch.children[i]->length, 4);
        ck_assert_int_eq(batch.children[i]->null_count, 1);
        ck_assert_int_eq(batch.children[i]->offset, 0);
        ck_assert_int_eq(batch.children[i]->n_buffers, i == NAME ? 3 : 2);
        for (int64_t row = 0; row < 4; row++)
            ck_assert_int_eq(is_valid(batch.children[i], row), row != 2);
    }
    const int32_t *offsets = batch.children[NAME]->buffers[1];
    const char *bytes = batch.children[NAME]->buffers[2];
    ck_assert_int_eq(offsets[0], 0);
    ck_assert_int_eq(offsets[4], 20);
    ck_assert_int_eq(strncmp(bytes, "Bambu JayaTenunTenun", 20), 0);
    ck_assert_int_eq(((const int64_t *)batch.children[WORKERS]->buffers[1])[1],
                     INT64_C(9007199254740994));
    ck_assert(((const double *)batch.children[SCORE]->buffers[1])[3] == 1.5);
    ck_assert_int_eq(((const uint8_t *)batch.children[ACTIVE]->buffers[1])[0] & 0xb, 0xa);
    ck_assert_int_eq(((const int32_t *)batch.children[BORN]->buffers[1])[0], -1);
    /* 18575 days after 1970-01-01 */
    ck_assert_int_eq(((const int64_t *)batch.children[MADE]->buffers[1])[0],
                     INT64_C(18575) * 86400000);
    batch.release(&batch);
    ck_assert(batch.release == NULL);
    ck_assert_int_eq(stream.get_next(&stream, &batch), 0);
    ck_assert(batch.release == NULL);
    ck_assert_ptr_null(stream.get_last_error(&stream));
}
END_TEST

START_TEST(batches_outlive_the_stream_and_columns_their_batch)
{
    struct ArrowArray batch, moved;

    export(10);
    ck_assert_int_eq(stream.get_next(&stream, &batch), 0);
    stream.release(&stream);
    moved = *batch.children[NAME]; /* as the interface allows */
    batch.children[NAME]->release = NULL;
    batch.release(&batch);
    ck_assert_int_eq(strncmp(moved.buffers[2], "Bambu", 5), 0);
    moved.release(&moved);
}
END_TEST

START_TEST(many_rows_come_in_batches)
{
    struct ArrowArray batch;
    int64_t rows = 0;
    int batches = 0;

    export(10001);
    while (stream.get_next(&stream, &batch) == 0 && batch.release != NULL) {
        rows += batch.length;
        batches++;
        batch.release(&batch);
    }
    ck_assert_int_eq(rows, 10001);
    ck_assert_int_gt(batches, 1);
}
END_TEST

START_TEST(nothing_is_a_stream_without_batches)
{
    struct ArrowSchema schema;
    struct ArrowArray batch;

    export(0);
    ck_assert_int_eq(stream.get_schema(&stream, &schema), 0);
    ck_assert_int_eq(schema.n_children, FIELDS);
    schema.release(&schema);
    ck_assert_int_eq(stream.get_next(&stream, &batch), 0);
    ck_assert(batch.release == NULL);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("arrow");
    TCase *tests = tcase_create("export");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_schema_names_the_columns_as_often_as_asked);
    tcase_add_test(tests, the_values_are_exact);
    tcase_add_test(tests, batches_outlive_the_stream_and_columns_their_batch);
    tcase_add_test(tests, many_rows_come_in_batches);
    tcase_add_test(tests, nothing_is_a_stream_without_batches);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
