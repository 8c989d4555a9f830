/*
 * Protects scoring of given pairs: to the last bit what the engine says of two rows one by one, for
 * any number of threads, verdicts included; and streams that end in time.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include <bina/score.h>
#include "linkage/handle.h"
#include "linkage/scorer.h"
#include "model/batch.h"
#include "model/cursor.h"

enum { NAME, VILLAGE, BORN, PHONE, COLUMNS };

#define ROWS 150

/* A made-up list in which many rows are like others of the list. */
static bina_cursor *
list(unsigned seed)
{
    static const char *const given[] = {"Kartini", "Sumarni", "Wahyudin", "Lestari",
                                        "Rukmini", "Slamet",  "Sumarno",  "Wahyudi"};
    static const char *const village[] = {"Sakra", "Keruak", "Sakra Barat", "Aikmel"};
    static const char *const names[] = {"nama", "desa", "tanggal_lahir", "telepon"};
    bina_description *d = bina_description_new("person", "A made-up person.");
    bina_rows *rows;
    bina_record *record;

    for (int c = 0; c < COLUMNS; c++)
        bina_description_add_field(d, names[c], BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (unsigned n = 0; n < ROWS; n++) {
        unsigned x = (n * 2654435761u + seed) >> 3;
        char text[64];
        bina_record_clear(record);
        snprintf(text, sizeof text, "%s %s", given[x % 8], given[x / 8 % 8]);
        bina_set_text(record, NAME, text);
        if (x % 5 != 0)
            bina_set_text(record, VILLAGE, village[x / 64 % 4]);
        snprintf(text, sizeof text, "19%02u-%02u-%02u", 50 + x / 7 % 12, 1 + x / 11 % 12,
                 1 + x / 13 % 28);
        if (x % 7 != 1)
            bina_set_text(record, BORN, text);
        snprintf(text, sizeof text, "0812%06u", x % 3000);
        if (x % 3 != 2)
            bina_set_text(record, PHONE, text);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

static bina_linkage *
lists(int threads)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_record *options =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    bina_linkage *linkage;

    bina_set(options, BINA_LINKAGE_OPTION_THREADS, threads);
    ck_assert_int_eq(bina_linkage_settings_add(settings, options, NULL, 0), BINA_OK);
    bina_record_free(options);
    linkage = bina_linkage_new(settings);
    bina_linkage_settings_free(settings);
    for (unsigned i = 0; i < 2; i++) {
        bina_cursor *cursor = list(i * 12345);
        ck_assert_int_eq(bina_linkage_add_list(linkage, i == 0 ? "a" : "b", cursor), BINA_OK);
        bina_cursor_free(cursor);
    }
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "a", 3, "b", 9, true), BINA_OK);
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "b", 5, "a", 5, false), BINA_OK);
    return linkage;
}

/* Every pair of two lists, against the engine. */
static void
hold_against_engine(bina_linkage *linkage, const char *list_a, const char *list_b)
{
    static int64_t row_a[ROWS * ROWS], row_b[ROWS * ROWS];
    static double weight[ROWS * ROWS];
    static uint64_t levels[ROWS * ROWS];
    uint64_t all = ((uint64_t)1 << (BINA_LINK_BITS * (unsigned)linkage->plan.count)) - 1;

    for (int i = 0; i < ROWS * ROWS; i++) {
        row_a[i] = 1 + (i * 7919) % (ROWS * ROWS) / ROWS; /* in no order */
        row_b[i] = 1 + (i * 7919) % (ROWS * ROWS) % ROWS;
    }
    ck_assert_int_eq(
        bina_linkage_score_rows(linkage, list_a, row_a, list_b, row_b, ROWS * ROWS, weight, levels),
        BINA_OK);
    for (int i = 0; i < ROWS * ROWS; i++) {
        uint32_t a = 0, b = 0;
        double said;
        bina_link_locate(linkage, list_a, row_a[i], &a);
        bina_link_locate(linkage, list_b, row_b[i], &b);
        if (a == b)
            continue;
        said = bina_link_engine_weigh(&linkage->engine, a, b);
        ck_assert_mem_eq(&weight[i], &said, sizeof said);
        ck_assert_uint_eq(levels[i], bina_link_engine_pattern(&linkage->engine, a, b) & all);
    }
}

START_TEST(given_pairs_weigh_what_the_engine_says_to_the_last_bit)
{
    for (int threads = 1; threads <= 3; threads += 2) {
        bina_linkage *linkage = lists(threads);
        ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
        hold_against_engine(linkage, "a", "b");
        hold_against_engine(linkage, "b", "a");
        hold_against_engine(linkage, "b", "b");
        bina_linkage_free(linkage);
    }
}
END_TEST

START_TEST(texts_that_were_not_joined_before_are_compared_now)
{
    bina_linkage *linkage = lists(2);

    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    for (int f = 0; f < linkage->plan.count; f++) /* as of a list of millions */
        bina_link_similar_drop(&linkage->engine.field[f].similar);
    hold_against_engine(linkage, "a", "b");
    bina_linkage_free(linkage);
}
END_TEST

START_TEST(a_machine_without_wide_words_says_the_same)
{
    bina_linkage *linkage = lists(2);
    const int64_t row[] = {1};
    double weight;

    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_score_rows(linkage, "a", row, "b", row, 1, &weight, NULL),
                     BINA_OK);
    linkage->scorer->sieve.wide = false;
    hold_against_engine(linkage, "a", "b");
    bina_linkage_free(linkage);
}
END_TEST

START_TEST(a_fit_is_enough_to_score_and_a_run_goes_on_from_it)
{
    bina_linkage *linkage = lists(1), *other = lists(1);
    const int64_t row[] = {1, 2, 3, 4, 5};
    double weight[2][5];
    bina_cursor *cursor;

    ck_assert_int_eq(bina_linkage_score_rows(linkage, "a", row, "b", row, 5, weight[0], NULL),
                     BINA_ERR_USAGE);
    ck_assert_int_eq(bina_linkage_fit(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_linkage_score_rows(linkage, "a", row, "b", row, 5, weight[0], NULL),
                     BINA_OK);
    ck_assert_int_eq(bina_linkage_run(other), BINA_OK);
    ck_assert_int_eq(bina_linkage_score_rows(other, "a", row, "b", row, 5, weight[1], NULL),
                     BINA_OK);
    ck_assert_mem_eq(weight[0], weight[1], sizeof weight[0]);
    ck_assert(weight[0][4] == -1000); /* a person said so */
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
    bina_linkage_free(other);
}
END_TEST

/* Pairs without names of lists: of the first list added with the last. */
static bina_cursor *
pairs(int count, int wrong)
{
    bina_description *d = bina_description_new("pair", "");
    bina_record *record;
    bina_rows *rows;

    bina_description_add_field(d, "row_b", BINA_INT, NULL, "", 0);
    bina_description_add_field(d, "note", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, "row_a", BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (int i = 0; i < count; i++) {
        bina_record_clear(record);
        bina_set(record, 0, i == wrong ? ROWS + 1 : 1 + i % ROWS);
        bina_set(record, 2, "12");
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

START_TEST(a_stream_of_scores_outlives_its_linkage)
{
    bina_linkage *linkage = lists(2);
    bina_cursor *scores;
    const bina_record *record;
    uint32_t a = 0, b = 0;
    double said;
    int count = 0;

    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    bina_link_locate(linkage, "a", 12, &a);
    bina_link_locate(linkage, "b", 77, &b);
    said = bina_link_engine_weigh(&linkage->engine, a, b);
    ck_assert_int_eq(bina_linkage_score(linkage, pairs(10000, -1), &scores), BINA_OK);
    ck_assert_int_eq(bina_description_count(bina_cursor_description(scores)),
                     BINA_LINKAGE_SCORE_LEVELS + linkage->plan.count);
    bina_linkage_free(linkage);
    while (bina_cursor_next(scores, &record) == BINA_OK) {
        ck_assert_str_eq(bina_record_text(record, BINA_LINKAGE_SCORE_LIST_A), "a");
        ck_assert_str_eq(bina_record_text(record, BINA_LINKAGE_SCORE_LIST_B), "b");
        ck_assert_int_eq(bina_record_int(record, BINA_LINKAGE_SCORE_ROW_A), 12);
        ck_assert_int_eq(bina_record_int(record, BINA_LINKAGE_SCORE_ROW_B), 1 + count % ROWS);
        if (count == 76)
            ck_assert(bina_record_real(record, BINA_LINKAGE_SCORE_WEIGHT) == said);
        count++;
    }
    ck_assert_int_eq(count, 10000);
    bina_cursor_free(scores);
}
END_TEST

START_TEST(a_row_that_is_not_there_ends_the_stream)
{
    bina_linkage *linkage = lists(1);
    bina_cursor *scores;
    const bina_batch *batch;
    bina_status status;

    ck_assert_int_eq(bina_linkage_score(linkage, pairs(3, -1), &scores), BINA_ERR_USAGE);
    ck_assert_ptr_null(scores);
    ck_assert_int_eq(bina_linkage_fit(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_score(linkage, pairs(9000, 8999), &scores), BINA_OK);
    do
        status = bina_cursor_next_batch(scores, &batch);
    while (status == BINA_OK);
    ck_assert_int_eq(status, BINA_ERR_NOT_FOUND);
    ck_assert_str_eq(bina_error_message(bina_cursor_error(scores), BINA_ENGLISH),
                     "there is no row 151 in list \"b\", which has 150");
    bina_cursor_free(scores);
    ck_assert_int_eq(bina_linkage_score(linkage, list(1), &scores), BINA_ERR_USAGE);
    bina_linkage_free(linkage);
}
END_TEST

/* A stream that is cut off after some pairs. */
static bina_status
cut_off(void *self, bina_batch *batch, bina_error *error)
{
    int *left = self;

    if ((*left)-- == 0)
        return bina_error_set(error, BINA_ERR_IO, "the line is down", "jalur terputus");
    ck_assert_int_eq(bina_batch_add_rows(batch, 2), BINA_OK);
    bina_batch_fill_integers(batch, 0)[0] = bina_batch_fill_integers(batch, 0)[1] = 1;
    bina_batch_fill_integers(batch, 1)[0] = bina_batch_fill_integers(batch, 1)[1] = 2;
    return BINA_OK;
}

static void
nothing(void *self)
{
    (void)self;
}

START_TEST(a_stream_that_fails_halfway_says_so_after_what_came_before)
{
    static const bina_source source = {NULL, cut_off, nothing};
    bina_linkage *linkage = lists(1);
    bina_description *d = bina_description_new("pair", "");
    bina_cursor *scores;
    const bina_batch *batch;
    int left = 3, batches = 0;
    bina_status status;

    bina_description_add_field(d, "row_a", BINA_INT, NULL, "", 0);
    bina_description_add_field(d, "row_b", BINA_INT, NULL, "", 0);
    ck_assert_int_eq(bina_linkage_fit(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_score(linkage, bina_cursor_new(d, &source, &left), &scores),
                     BINA_OK);
    while ((status = bina_cursor_next_batch(scores, &batch)) == BINA_OK) {
        ck_assert_uint_eq(bina_batch_rows(batch), 2);
        batches++;
    }
    ck_assert_int_eq(status, BINA_ERR_IO);
    ck_assert_int_eq(batches, 3);
    ck_assert_str_eq(bina_error_message(bina_cursor_error(scores), BINA_ENGLISH),
                     "the line is down");
    bina_cursor_free(scores);
    bina_description_free(d);
    bina_linkage_free(linkage);
}
END_TEST

enum { LONG = 50001 }; /* pairs, so that a batch has several parts */

/* All pairs in one batch, of lists that change from row to row. */
static bina_status
give_long(void *self, bina_batch *batch, bina_error *error)
{
    int *left = self;
    int64_t *row[2];

    (void)error;
    if ((*left)-- == 0)
        return BINA_DONE;
    ck_assert_int_eq(bina_batch_add_rows(batch, LONG), BINA_OK);
    row[0] = bina_batch_fill_integers(batch, 1);
    row[1] = bina_batch_fill_integers(batch, 2);
    for (int i = 0; i < LONG; i++) {
        const char *list = i % 5 == 0 ? NULL : i % 1000 < 500 ? "a" : "b";
        row[0][i] = 1 + i % ROWS;
        row[1][i] = 1 + (i * 7 + 1) % ROWS;
        ck_assert_int_eq(bina_batch_set_text(batch, 0, (size_t)i, list, 1), BINA_OK);
    }
    return BINA_OK;
}

START_TEST(a_long_batch_weighs_the_same_for_any_number_of_threads)
{
    static const bina_source source = {NULL, give_long, nothing};
    static const char *const names[] = {"list_a", "row_a", "row_b"};

    for (int threads = 1; threads <= 3; threads++) {
        bina_linkage *linkage = lists(threads);
        bina_description *d = bina_description_new("pair", "");
        const bina_record *record;
        bina_cursor *scores;
        int left = 1;
        for (int c = 0; c < 3; c++)
            bina_description_add_field(d, names[c], c == 0 ? BINA_TEXT : BINA_INT, NULL, "", 0);
        ck_assert_int_eq(bina_linkage_fit(linkage), BINA_OK);
        ck_assert_int_eq(bina_linkage_score(linkage, bina_cursor_new(d, &source, &left), &scores),
                         BINA_OK);
        for (int i = 0; i < LONG; i++) {
            const char *list = i % 5 == 0 || i % 1000 < 500 ? "a" : "b";
            uint32_t a, b;
            double weight;
            ck_assert_int_eq(bina_cursor_next(scores, &record), BINA_OK);
            ck_assert_str_eq(bina_record_text(record, BINA_LINKAGE_SCORE_LIST_A), list);
            ck_assert_str_eq(bina_record_text(record, BINA_LINKAGE_SCORE_LIST_B), "b");
            bina_link_locate(linkage, list, 1 + i % ROWS, &a);
            bina_link_locate(linkage, "b", 1 + (i * 7 + 1) % ROWS, &b);
            if (a == b)
                continue;
            weight = bina_link_engine_weigh(&linkage->engine, a, b);
            ck_assert(bina_record_real(record, BINA_LINKAGE_SCORE_WEIGHT) == weight);
        }
        ck_assert_int_eq(bina_cursor_next(scores, &record), BINA_DONE);
        bina_cursor_free(scores);
        bina_description_free(d);
        bina_linkage_free(linkage);
    }
}
END_TEST

START_TEST(without_lists_there_is_nothing_to_score)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_linkage *linkage = bina_linkage_new(settings);
    const int64_t row[] = {1};
    bina_cursor *scores;

    ck_assert_int_eq(bina_linkage_fit(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_score_rows(linkage, "a", row, "b", row, 1, NULL, NULL),
                     BINA_ERR_USAGE);
    ck_assert_int_eq(bina_linkage_score(linkage, pairs(1, -1), &scores), BINA_ERR_USAGE);
    ck_assert_ptr_null(scores);
    bina_linkage_free(linkage);
    bina_linkage_settings_free(settings);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("score");
    TCase *tests = tcase_create("given pairs");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, given_pairs_weigh_what_the_engine_says_to_the_last_bit);
    tcase_add_test(tests, texts_that_were_not_joined_before_are_compared_now);
    tcase_add_test(tests, a_machine_without_wide_words_says_the_same);
    tcase_add_test(tests, a_fit_is_enough_to_score_and_a_run_goes_on_from_it);
    tcase_add_test(tests, a_stream_of_scores_outlives_its_linkage);
    tcase_add_test(tests, a_row_that_is_not_there_ends_the_stream);
    tcase_add_test(tests, a_stream_that_fails_halfway_says_so_after_what_came_before);
    tcase_add_test(tests, a_long_batch_weighs_the_same_for_any_number_of_threads);
    tcase_add_test(tests, without_lists_there_is_nothing_to_score);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
