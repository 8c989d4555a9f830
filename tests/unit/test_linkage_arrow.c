/*
 * Protects Arrow in and out of a linkage: pairs that another engine joined are weighed as arrays
 * of them are, what was handed over is released once, and its faults are told on the other side.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/arrow.h>
#include <bina/rows.h>
#include <bina/score.h>

enum { ROWS = 80, PAIRS = 3000 };

/* A made-up list of people: every third is misspelt where `spoilt`. */
static bina_cursor *
list(bool spoilt)
{
    static const char *const first[] = {"Kartini", "Sumarni", "Wahyudin", "Lestari", "Rukmini"};
    static const char *const last[] = {"Hidayat", "Sulaiman", "Mahsun", "Zaini"};
    bina_description *d = bina_description_new("person", "A made-up person.");
    bina_record *record;
    bina_rows *rows;

    bina_description_add_field(d, "nama", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, "tanggal_lahir", BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (int n = 0; n < ROWS; n++) {
        char text[64];
        bina_record_clear(record);
        snprintf(text, sizeof text, "%s%s %s", first[n % 5], spoilt && n % 3 == 0 ? "h" : "",
                 last[n / 5 % 4]);
        bina_set_text(record, 0, text);
        snprintf(text, sizeof text, "19%02d-%02d-%02d", 50 + n % 40, 1 + n % 12, 1 + n % 28);
        bina_set_text(record, 1, text);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

static bina_linkage *linkage;

static void
set_up(void)
{
    linkage = bina_linkage_new(NULL);
    for (int i = 0; i < 2; i++) {
        bina_cursor *cursor = list(i == 1);
        ck_assert_int_eq(bina_linkage_add_list(linkage, i == 0 ? "a" : "b", cursor), BINA_OK);
        bina_cursor_free(cursor);
    }
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
}

static void
tear_down(void)
{
    bina_linkage_free(linkage);
}

/* What another engine would give: batches of int32 and int64 columns that are its own memory. */
typedef struct engine {
    int batches; /* that it gives; then it ends, or fails */
    bool fails;
    int64_t released; /* of streams and batches */
    int32_t row_a[PAIRS];
    int64_t row_b[PAIRS];
    const void *buffers[3][2];
    struct ArrowArray child[2], *children[2];
    struct ArrowSchema field[2], *fields[2];
} engine;

static void
forget_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void
forget_column(struct ArrowArray *array)
{
    array->release = NULL;
}

static void
release_batch(struct ArrowArray *array)
{
    ((engine *)array->private_data)->released++;
    array->release = NULL;
}

static void
release_stream(struct ArrowArrayStream *stream)
{
    ((engine *)stream->private_data)->released++;
    stream->release = NULL;
}

static int
get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    engine *self = stream->private_data;

    for (int i = 0; i < 2; i++) {
        self->field[i] = (struct ArrowSchema){.format = i == 0 ? "i" : "l",
                                              .name = i == 0 ? "row_a" : "row_b",
                                              .release = forget_schema};
        self->fields[i] = &self->field[i];
    }
    *out = (struct ArrowSchema){.format = "+s",
                                .name = "",
                                .n_children = 2,
                                .children = self->fields,
                                .release = forget_schema};
    return 0;
}

static int
get_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    engine *self = stream->private_data;

    memset(out, 0, sizeof *out);
    if (self->batches == 0)
        return self->fails ? 5 : 0;
    self->batches--;
    for (int i = 0; i < 2; i++) {
        self->buffers[i][1] = i == 0 ? (const void *)self->row_a : self->row_b;
        self->child[i] = (struct ArrowArray){
            .length = PAIRS, .n_buffers = 2, .buffers = self->buffers[i], .release = forget_column};
        self->children[i] = &self->child[i];
    }
    *out = (struct ArrowArray){.length = PAIRS,
                               .n_buffers = 1,
                               .buffers = self->buffers[2],
                               .n_children = 2,
                               .children = self->children,
                               .private_data = self,
                               .release = release_batch};
    return 0;
}

static const char *
get_last_error(struct ArrowArrayStream *stream)
{
    (void)stream;
    return "the join ran out of disk";
}

/* Scores of what an engine gives, as an Arrow stream. */
static struct ArrowArrayStream
score(engine *self)
{
    struct ArrowArrayStream in = {get_schema, get_next, get_last_error, release_stream, self}, out;
    bina_cursor *pairs, *scores;

    for (int i = 0; i < PAIRS; i++) {
        self->row_a[i] = 1 + i % ROWS;
        self->row_b[i] = 1 + (i * 7 + i / ROWS) % ROWS;
    }
    ck_assert_int_eq(bina_arrow_import(&in, &pairs, NULL), BINA_OK);
    ck_assert(in.release == NULL);
    ck_assert_int_eq(bina_linkage_score(linkage, pairs, &scores), BINA_OK);
    ck_assert_int_eq(bina_arrow_export(scores, &out), BINA_OK);
    return out;
}

START_TEST(pairs_of_another_engine_are_weighed_as_arrays_are)
{
    static engine given;
    static int64_t row_a[PAIRS];
    static double weight[PAIRS];
    struct ArrowArrayStream out;
    struct ArrowArray batch;
    int64_t done = 0;

    given = (engine){.batches = 4};
    out = score(&given);
    for (int i = 0; i < PAIRS; i++)
        row_a[i] = given.row_a[i];
    ck_assert_int_eq(
        bina_linkage_score_rows(linkage, "a", row_a, "b", given.row_b, PAIRS, weight, NULL),
        BINA_OK);
    while (out.get_next(&out, &batch) == 0 && batch.release != NULL) {
        const int64_t *a = batch.children[BINA_LINKAGE_SCORE_ROW_A]->buffers[1];
        const int64_t *b = batch.children[BINA_LINKAGE_SCORE_ROW_B]->buffers[1];
        const double *said = batch.children[BINA_LINKAGE_SCORE_WEIGHT]->buffers[1];
        const int32_t *end = batch.children[BINA_LINKAGE_SCORE_LIST_B]->buffers[1];
        const char *name = batch.children[BINA_LINKAGE_SCORE_LIST_B]->buffers[2];
        for (int64_t i = 0; i < batch.length; i++) {
            ck_assert_int_eq(a[i], row_a[(done + i) % PAIRS]);
            ck_assert_int_eq(b[i], given.row_b[(done + i) % PAIRS]);
            ck_assert_mem_eq(&said[i], &weight[(done + i) % PAIRS], sizeof *said);
            ck_assert_int_eq(end[i + 1], i + 1);
            ck_assert_int_eq(name[i], 'b');
        }
        done += batch.length;
        batch.release(&batch);
    }
    ck_assert_int_eq(done, 4 * PAIRS);
    out.release(&out);
    ck_assert_int_eq(given.released, 5);
}
END_TEST

START_TEST(what_another_engine_fails_of_is_told)
{
    static engine given;
    struct ArrowArrayStream out;
    struct ArrowArray batch;

    given = (engine){.batches = 1, .fails = true};
    out = score(&given);
    ck_assert_int_eq(out.get_next(&out, &batch), 0);
    batch.release(&batch);
    ck_assert_int_ne(out.get_next(&out, &batch), 0);
    ck_assert(batch.release == NULL);
    ck_assert_ptr_nonnull(strstr(out.get_last_error(&out), "the join ran out of disk"));
    out.release(&out);
    ck_assert_int_eq(given.released, 2);
}
END_TEST

START_TEST(scores_that_nobody_reads_on_are_let_go_of)
{
    static engine given;
    struct ArrowArrayStream out;
    struct ArrowArray batch;
    double first;

    given = (engine){.batches = 3};
    out = score(&given);
    ck_assert_int_eq(out.get_next(&out, &batch), 0);
    out.release(&out);
    ck_assert_int_eq(given.released, 2); /* the stream and the one batch that was read */
    first = ((const double *)batch.children[BINA_LINKAGE_SCORE_WEIGHT]->buffers[1])[0];
    ck_assert(first > 0); /* row 1 of a is row 1 of b; the batch outlives the stream */
    batch.release(&batch);
}
END_TEST

/* Every record of a cursor, beside what went out as Arrow and came in again. */
static void
hold_beside(bina_cursor *plain, bina_cursor *other)
{
    const bina_description *d = bina_cursor_description(plain);
    struct ArrowArrayStream stream;
    bina_cursor *again;
    const bina_record *x, *y;
    int count = 0;

    ck_assert_int_eq(bina_arrow_export(other, &stream), BINA_OK);
    ck_assert_int_eq(bina_arrow_import(&stream, &again, NULL), BINA_OK);
    for (; bina_cursor_next(plain, &x) == BINA_OK; count++) {
        ck_assert_int_eq(bina_cursor_next(again, &y), BINA_OK);
        for (int i = 0; i < bina_description_count(d); i++) {
            bina_type type = bina_record_get(x, i).type;
            ck_assert_int_eq(bina_type_held_as(bina_record_get(y, i).type),
                             bina_type_held_as(type));
            if (bina_type_held_as(type) == BINA_TEXT)
                ck_assert_str_eq(bina_record_text(y, i), bina_record_text(x, i));
            else if (type == BINA_REAL)
                ck_assert(bina_record_real(y, i) == bina_record_real(x, i));
            else if (type != BINA_NULL)
                ck_assert_int_eq(bina_record_int(y, i), bina_record_int(x, i));
        }
    }
    ck_assert_int_eq(bina_cursor_next(again, &y), BINA_DONE);
    ck_assert_int_gt(count, 0);
    bina_cursor_free(plain);
    bina_cursor_free(again);
}

START_TEST(pairs_and_entities_come_in_as_they_went_out)
{
    bina_cursor *cursor[2];

    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(bina_linkage_pairs(linkage, &cursor[i]), BINA_OK);
    hold_beside(cursor[0], cursor[1]);
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(bina_linkage_entities(linkage, &cursor[i]), BINA_OK);
    hold_beside(cursor[0], cursor[1]);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage_arrow");
    TCase *tests = tcase_create("linkage_arrow");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, pairs_of_another_engine_are_weighed_as_arrays_are);
    tcase_add_test(tests, what_another_engine_fails_of_is_told);
    tcase_add_test(tests, scores_that_nobody_reads_on_are_let_go_of);
    tcase_add_test(tests, pairs_and_entities_come_in_as_they_went_out);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
