/* Arrow out and in: what the C data interface promises, looked at as a consumer would. */
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

/* What was given out is read in again, in a batch or in several. */
START_TEST(what_goes_out_comes_in_again)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    int64_t i = 0;

    export(10001);
    ck_assert_int_eq(bina_arrow_import(&stream, &cursor, NULL), BINA_OK);
    ck_assert_ptr_null((void *)(uintptr_t)stream.release);
    ck_assert_int_eq(bina_description_count(bina_cursor_description(cursor)), FIELDS);
    for (; bina_cursor_next(cursor, &record) == BINA_OK; i++) {
        ck_assert_int_eq(bina_record_get(record, NAME).type == BINA_NULL, i % 3 == 2);
        if (i % 3 == 2) {
            ck_assert_int_eq(bina_record_get(record, SCORE).type, BINA_NULL);
            continue;
        }
        ck_assert_str_eq(bina_record_text(record, NAME), i % 2 ? "Tenun" : "Bambu Jaya");
        ck_assert_int_eq(bina_record_int(record, WORKERS), INT64_C(9007199254740993) + i);
        ck_assert(bina_record_real(record, SCORE) == (double)i / 2);
        ck_assert_int_eq(bina_record_int(record, ACTIVE), i % 2);
        ck_assert_int_eq(bina_record_int(record, BORN), -1);
        ck_assert_int_eq(bina_record_int(record, MADE), INT64_C(18575) * 86400000);
    }
    ck_assert_int_eq(i, 10001);
    bina_cursor_free(cursor);
}
END_TEST

/* A stream of one batch of one column of three rows, as others make them; nothing is freed. */
static struct ArrowSchema field;
static struct ArrowSchema *fields[] = {&field};
static struct ArrowArray values, codes_of;
static struct ArrowArray *columns[] = {&values};
static int given, released;

static void
forget_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void
forget_array(struct ArrowArray *array)
{
    array->release = NULL;
}

static void
forget_stream(struct ArrowArrayStream *self)
{
    self->release = NULL;
    released++;
}

static int
foreign_schema(struct ArrowArrayStream *self, struct ArrowSchema *out)
{
    (void)self;
    *out = (struct ArrowSchema){
        .format = "+s", .name = "", .n_children = 1, .children = fields, .release = forget_schema};
    return 0;
}

static int
foreign_next(struct ArrowArrayStream *self, struct ArrowArray *out)
{
    (void)self;
    memset(out, 0, sizeof *out);
    if (given++ > 0)
        return given > 2 ? 5 : 0;
    *out = (struct ArrowArray){
        .length = 3, .n_children = 1, .children = columns, .release = forget_array};
    return 0;
}

static const char *
foreign_error(struct ArrowArrayStream *self)
{
    (void)self;
    return NULL;
}

static bina_status
import_one(const char *format, int64_t buffers, const void **buffer, bina_cursor **cursor)
{
    given = released = 0;
    field = (struct ArrowSchema){.format = format, .name = "x", .release = forget_schema};
    values = (struct ArrowArray){
        .length = 4, .offset = 1, .n_buffers = buffers, .buffers = buffer, .release = forget_array};
    stream = (struct ArrowArrayStream){.get_schema = foreign_schema,
                                       .get_next = foreign_next,
                                       .get_last_error = foreign_error,
                                       .release = forget_stream};
    return bina_arrow_import(&stream, cursor, NULL);
}

/* The three integers of a column that begins at its second value. */
static void
check_integers(const char *format, const void *data, bina_type type, const int64_t wanted[3])
{
    const uint8_t all_but_last[] = {0x06};
    const void *buffers[] = {wanted[2] == 0 ? all_but_last : NULL, data};
    bina_cursor *cursor = NULL;
    const bina_batch *batch;

    values.null_count = 0;
    ck_assert_int_eq(import_one(format, 2, buffers, &cursor), BINA_OK);
    ck_assert_int_eq(bina_field_type(bina_description_field(bina_cursor_description(cursor), 0)),
                     type);
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_OK);
    ck_assert_uint_eq(bina_batch_rows(batch), 3);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(bina_batch_integers(batch, 0)[i], wanted[i]);
    bina_cursor_free(cursor);
    ck_assert_int_eq(released, 1);
}

START_TEST(numbers_of_every_width_are_read)
{
    const int8_t c[] = {9, -1, 2, 3};
    const uint8_t C[] = {9, 255, 2, 3};
    const int16_t s[] = {9, -300, 2, 3};
    const uint32_t I[] = {9, 4000000000u, 2, 3};
    const int64_t l[] = {9, INT64_MIN, 2, 3};
    const int64_t decimal[] = {9, 0, -5, -1, 2, 0, 3, 0};
    const int64_t ms[] = {9, -1, 86400000, 86399999}, ns[] = {9, -1, 1999999, 2000000};

    check_integers("c", c, BINA_INT, (int64_t[]){-1, 2, 3});
    check_integers("C", C, BINA_INT, (int64_t[]){255, 2, 3});
    check_integers("s", s, BINA_INT, (int64_t[]){-300, 2, 3});
    check_integers("I", I, BINA_INT, (int64_t[]){4000000000, 2, 3});
    check_integers("l", l, BINA_INT, (int64_t[]){INT64_MIN, 2, 3});
    check_integers("d:20,0", decimal, BINA_INT, (int64_t[]){-5, 2, 3});
    /* The last millisecond of 1969 is still in 1969. */
    check_integers("tdm", ms, BINA_DATE, (int64_t[]){-1, 1, 0});
    check_integers("tsn:UTC", ns, BINA_TIME, (int64_t[]){-1, 1, 2});
    check_integers("tss:", l + 1, BINA_TIME, (int64_t[]){2000, 3000, 0});
}
END_TEST

/* The real numbers of a column that begins at its second value. */
static void
check_reals(const char *format, const void *data, const double wanted[3])
{
    const void *buffers[] = {NULL, data};
    bina_cursor *cursor = NULL;
    const bina_batch *batch;

    ck_assert_int_eq(import_one(format, 2, buffers, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_OK);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq(bina_batch_reals(batch, 0)[i], wanted[i]);
    bina_cursor_free(cursor);
}

/* Protects debts and losses: -3.00 is the 128-bit number -300, all of whose upper bits are set. */
START_TEST(decimals_below_zero_are_read)
{
    const int64_t wide[] = {9, 0, -300, -1, 150, 0, -1, -1};
    const int64_t beyond[] = {9, 0, 0, 1, 0, -1, -4, -2};
    const int32_t narrow[] = {9, -300, 150, -1};

    check_reals("d:10,2", wide, (double[]){-3, 1.5, -0.01});
    check_reals("d:9,2,32", narrow, (double[]){-3, 1.5, -0.01});
    /* 2^64, -2^64 and one that is as good as -2^64, in tenths. */
    check_reals("d:38,1", beyond,
                (double[]){18446744073709551616.0 / 10, -18446744073709551616.0 / 10,
                           -18446744073709551616.0 / 10});
}
END_TEST

/* Files that are mapped into memory put their buffers anywhere. */
START_TEST(buffers_may_lie_anywhere)
{
    static const int32_t near[] = {0, 1, 6, 6, 9};
    static const int64_t far[] = {0, 1, 6, 6, 9}, numbers[] = {9, 5, -6, 7};
    char crooked[64], more[64];
    const void *buffers[] = {NULL, crooked + 1, "-Tenuniya"}, *plain[] = {NULL, more + 3};
    static const char *const formats[] = {"u", "U"};

    for (int i = 0; i < 2; i++) {
        bina_cursor *cursor = NULL;
        const bina_record *record;
        memcpy(crooked + 1, i == 0 ? (const void *)near : far, i == 0 ? sizeof near : sizeof far);
        ck_assert_int_eq(import_one(formats[i], 3, buffers, &cursor), BINA_OK);
        ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
        ck_assert_str_eq(bina_record_text(record, 0), "Tenun");
        ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
        ck_assert_str_eq(bina_record_text(record, 0), "");
        ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
        ck_assert_str_eq(bina_record_text(record, 0), "iya");
        bina_cursor_free(cursor);
    }
    memcpy(more + 3, numbers, sizeof numbers);
    check_integers("l", plain[1], BINA_INT, (int64_t[]){5, -6, 7});
}
END_TEST

/* Texts that no buffer holds: offsets that leap below zero, no bytes at all, a view too long. */
START_TEST(texts_that_are_nowhere_are_refused)
{
    const int64_t leap[] = {0, 3, INT64_MIN, INT64_MAX, INT64_MAX},
                  below[] = {0, INT64_MIN, 1, 2, 3};
    const int32_t offsets[] = {0, 3, 5, 5, 5};
    const void *leaping[] = {NULL, leap, "abcd"}, *under[] = {NULL, below, "abcd"},
               *bare[] = {NULL, offsets, NULL};
    int32_t view[16] = {0};
    const int64_t length = 20;
    const void *views[] = {NULL, view, "Anyaman Bambu Lestar", &length},
               *unsized[] = {NULL, view, "Anyaman Bambu Lestar", NULL};
    const struct {
        const char *format;
        int64_t buffers;
        const void **buffer;
    } broken[] = {
        {"U", 3, leaping}, {"U", 3, under}, {"u", 3, bare}, {"vu", 4, views}, {"vu", 4, unsized}};

    view[4] = 19; /* bytes, from the second of the buffer on: all there are */
    view[7] = 1;
    view[8] = 20; /* and one more */
    view[11] = 1;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        bina_cursor *cursor = NULL;
        const bina_batch *batch;
        ck_assert_int_eq(import_one(broken[i].format, broken[i].buffers, broken[i].buffer, &cursor),
                         BINA_OK);
        ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_ERR_INVALID);
        bina_cursor_free(cursor);
    }
}
END_TEST

START_TEST(broken_streams_are_refused)
{
    const uint64_t huge[] = {0, UINT64_MAX, 0, 0};
    const int32_t backwards[] = {0, 3, 1, 4, 4};
    const void *numbers[] = {NULL, huge}, *texts[] = {NULL, backwards, "abcd"};
    bina_cursor *cursor = NULL;
    const bina_batch *batch;

    ck_assert_int_eq(import_one("+l", 2, numbers, &cursor), BINA_ERR_UNSUPPORTED);
    ck_assert_ptr_null(cursor);
    ck_assert_int_eq(released, 1);
    ck_assert_int_eq(import_one("z", 3, texts, &cursor), BINA_ERR_UNSUPPORTED);
    ck_assert_int_eq(import_one("L", 2, numbers, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_ERR_INVALID);
    bina_cursor_free(cursor);
    ck_assert_int_eq(import_one("u", 3, texts, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_ERR_INVALID);
    bina_cursor_free(cursor);
    ck_assert_int_eq(import_one("u", 2, texts, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_ERR_INVALID);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_arrow_import(&stream, &cursor, NULL), BINA_ERR_USAGE);
}
END_TEST

START_TEST(dictionaries_and_views_are_read_as_texts)
{
    const int8_t codes[] = {0, 1, 0, 1};
    const int32_t offsets[] = {0, 5, 10};
    const void *buffers[] = {NULL, codes}, *words[] = {NULL, offsets, "TenunBambu"};
    struct ArrowSchema text = {.format = "u", .name = "", .release = forget_schema};
    char view[64] = {0};
    const int64_t length = 20;
    const void *views[] = {NULL, view, "Anyaman Bambu Lestari", &length};
    bina_cursor *cursor = NULL;
    const bina_record *record;

    ck_assert_int_eq(import_one("c", 2, buffers, &cursor), BINA_OK);
    bina_cursor_free(cursor);
    codes_of =
        (struct ArrowArray){.length = 2, .n_buffers = 3, .buffers = words, .release = forget_array};
    given = 0;
    field.dictionary = &text;
    values.dictionary = &codes_of;
    values.release = forget_array;
    stream.release = forget_stream;
    stream.get_schema = foreign_schema;
    ck_assert_int_eq(bina_arrow_import(&stream, &cursor, NULL), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, 0), "Bambu");
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, 0), "Tenun");
    bina_cursor_free(cursor);

    memcpy(view + 16, "\5\0\0\0Tenun", 9);                   /* short: in the view */
    memcpy(view + 32, "\x14\0\0\0Anya\0\0\0\0\0\0\0\0", 16); /* long: in buffer 0 from 0 */
    ck_assert_int_eq(import_one("vu", 4, views, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, 0), "Tenun");
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, 0), "Anyaman Bambu Lestar");
    bina_cursor_free(cursor);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("arrow");
    TCase *tests = tcase_create("arrow");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_schema_names_the_columns_as_often_as_asked);
    tcase_add_test(tests, the_values_are_exact);
    tcase_add_test(tests, batches_outlive_the_stream_and_columns_their_batch);
    tcase_add_test(tests, many_rows_come_in_batches);
    tcase_add_test(tests, nothing_is_a_stream_without_batches);
    tcase_add_test(tests, what_goes_out_comes_in_again);
    tcase_add_test(tests, numbers_of_every_width_are_read);
    tcase_add_test(tests, decimals_below_zero_are_read);
    tcase_add_test(tests, buffers_may_lie_anywhere);
    tcase_add_test(tests, texts_that_are_nowhere_are_refused);
    tcase_add_test(tests, broken_streams_are_refused);
    tcase_add_test(tests, dictionaries_and_views_are_read_as_texts);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
