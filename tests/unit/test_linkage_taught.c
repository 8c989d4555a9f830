/*
 * Protects what verdicts teach: a level that people say tells little is worth less afterwards, for
 * pairs that no one judged, too; one slip moves little; and questions in their order bring a hard
 * list nearer the truth than as many drawn by lot.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/questions.h>
#include <bina/rows.h>
#include <bina/score.h>

#define ENTITIES 500
#define MOST     (ENTITIES * 3)

static int truth[MOST], rows_made;

static unsigned
draw(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* A hard list: few names, families in one house, dates and phones that are often missing or off. */
static bina_cursor *
list(void)
{
    static const char *const given[] = {"Kartini", "Sumarni", "Wahyudin", "Lestari", "Rukmini",
                                        "Slamet",  "Sumarno", "Wahyudi",  "Kartono", "Lastri"};
    static const char *const last[] = {"Prasetya", "Wibowo", "Kusuma",
                                       "Santoso",  "Halim",  "Saputra"};
    static const char *const columns[] = {"nama", "tanggal_lahir", "desa", "telepon"};
    bina_description *d = bina_description_new("person", "");
    bina_rows *rows;
    bina_record *record;
    unsigned state = 7;

    for (int c = 0; c < 4; c++)
        bina_description_add_field(d, columns[c], BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    rows_made = 0;
    for (int e = 0; e < ENTITIES; e++) {
        unsigned family = (unsigned)e / 3, house = family * 2654435761u;
        unsigned first = draw(&state) % 10, year = draw(&state) % 50, day = draw(&state) % 336;
        int copies = 1 + (int)(draw(&state) % 3);
        for (int k = 0; k < copies; k++) {
            char text[64];
            bina_record_clear(record);
            snprintf(text, sizeof text, "%s%s%s", given[first], draw(&state) % 4 == 0 ? "" : " ",
                     last[house / 7 % 6]);
            if (draw(&state) % 5 == 0)
                text[2 + draw(&state) % 5] = 'x';
            bina_set_text(record, 0, text);
            if (draw(&state) % 3 != 0) {
                snprintf(text, sizeof text, "19%02u-%02u-%02u",
                         40 + year + (draw(&state) % 6 == 0 ? 1 : 0), 1 + day / 28, 1 + day % 28);
                bina_set_text(record, 1, text);
            }
            snprintf(text, sizeof text, "Desa %c%c", 'A' + (char)(house / 42 % 20),
                     'a' + (char)(house / 840 % 5));
            bina_set_text(record, 2, text);
            if (draw(&state) % 2 == 0) {
                snprintf(text, sizeof text, "0812%06u", house % 1000000);
                bina_set_text(record, 3, text);
            }
            truth[rows_made++] = e;
            ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
        }
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

typedef struct verdict {
    int64_t a, b;
} verdict;

/* A linkage that was told the truth of some pairs. */
static bina_linkage *
told(const verdict *given, size_t count)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *cursor = list();

    ck_assert_int_eq(bina_linkage_add_list(linkage, "a", cursor), BINA_OK);
    bina_cursor_free(cursor);
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(bina_linkage_add_verdict(linkage, "a", given[i].a, "a", given[i].b,
                                                  truth[given[i].a - 1] == truth[given[i].b - 1]),
                         BINA_OK);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    return linkage;
}

static double
f1_of(bina_linkage *linkage)
{
    static int64_t entity[MOST];
    bina_cursor *cursor;
    const bina_record *record;
    double right = 0, said = 0, are = 0;

    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    for (int i = 0; bina_cursor_next(cursor, &record) == BINA_OK; i++)
        entity[i] = bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
    bina_cursor_free(cursor);
    for (int a = 0; a < rows_made; a++)
        for (int b = a + 1; b < rows_made; b++) {
            right += entity[a] == entity[b] && truth[a] == truth[b];
            said += entity[a] == entity[b];
            are += truth[a] == truth[b];
        }
    return 2 * right / (said + are);
}

static size_t
ask(bina_linkage *linkage, int64_t most, verdict *asked)
{
    bina_cursor *cursor;
    const bina_record *record;
    double before = INFINITY;
    size_t count = 0;

    ck_assert_int_eq(bina_linkage_questions(linkage, most, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        double gain = bina_record_real(record, BINA_LINKAGE_QUESTION_GAIN);
        asked[count].a = bina_record_int(record, BINA_LINKAGE_QUESTION_ROW_A);
        asked[count].b = bina_record_int(record, BINA_LINKAGE_QUESTION_ROW_B);
        for (size_t i = 0; i < count; i++)
            ck_assert(asked[i].a != asked[count].a || asked[i].b != asked[count].b);
        ck_assert_int_ge(bina_record_int(record, BINA_LINKAGE_QUESTION_ALIKE), 1);
        ck_assert(gain > 0);
        if (count == 0)
            before = gain;
        ck_assert(gain <= before * 1.001); /* none is worth more than the first */
        count++;
    }
    bina_cursor_free(cursor);
    ck_assert_int_le((int64_t)count, most);
    return count;
}

/* Doubtful pairs drawn by lot. */
static size_t
by_lot(bina_linkage *linkage, size_t most, unsigned seed, verdict *drawn)
{
    static verdict all[200000];
    bina_cursor *cursor;
    const bina_record *record;
    size_t count = 0;

    ck_assert_int_eq(bina_linkage_pairs(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK && count < 200000)
        if (strcmp(bina_record_text(record, BINA_LINKAGE_PAIR_VERDICT), "review") == 0) {
            all[count].a = bina_record_int(record, BINA_LINKAGE_PAIR_ROW_A);
            all[count++].b = bina_record_int(record, BINA_LINKAGE_PAIR_ROW_B);
        }
    bina_cursor_free(cursor);
    for (size_t i = 0; i < most && i < count; i++) {
        size_t j = i + draw(&seed) % (count - i);
        drawn[i] = all[j];
        all[j] = all[i];
    }
    return count < most ? count : most;
}

START_TEST(questions_in_their_order_put_more_right_than_by_lot)
{
    static const size_t steps[] = {20, 50, 100};
    static verdict given[200];
    bina_linkage *linkage = told(NULL, 0);
    double without = f1_of(linkage), asked = 0, drawn = 0;
    size_t count = 0;

    for (int k = 0; k < 3; k++) {
        count += ask(linkage, (int64_t)(steps[k] - count), given + count);
        bina_linkage_free(linkage);
        linkage = told(given, count);
        asked = f1_of(linkage);
        printf("%zu verdicts: F1 %.4f, without %.4f\n", count, asked, without);
        ck_assert_msg(asked > without - 0.01, "%zu verdicts: %f, without %f", count, asked,
                      without);
    }
    bina_linkage_free(linkage);
    for (unsigned seed = 1; seed <= 3; seed++) {
        linkage = told(NULL, 0);
        count = by_lot(linkage, steps[2], seed, given);
        bina_linkage_free(linkage);
        linkage = told(given, count);
        drawn += f1_of(linkage) / 3;
        bina_linkage_free(linkage);
    }
    printf("by lot: F1 %.4f\n", drawn);
    ck_assert_msg(asked > without, "%f, without %f", asked, without);
    ck_assert_msg(asked > drawn, "%f, by lot %f", asked, drawn);
}
END_TEST

START_TEST(verdicts_teach_of_pairs_that_no_one_judged)
{
    static verdict given[60];
    bina_linkage *linkage = told(NULL, 0), *other;
    const int64_t row_a[] = {1, 1, 1}, row_b[] = {400, 500, 600};
    double weight[2][3];
    size_t count = ask(linkage, 60, given);

    other = told(given, count);
    ck_assert_int_eq(bina_linkage_score_rows(linkage, "a", row_a, "a", row_b, 3, weight[0], NULL),
                     BINA_OK);
    ck_assert_int_eq(bina_linkage_score_rows(other, "a", row_a, "a", row_b, 3, weight[1], NULL),
                     BINA_OK);
    ck_assert(memcmp(weight[0], weight[1], sizeof weight[0]) != 0);
    bina_linkage_free(linkage);
    bina_linkage_free(other);
}
END_TEST

START_TEST(one_slip_moves_little)
{
    bina_linkage *linkage = told(NULL, 0), *other = bina_linkage_new(NULL);
    double before = f1_of(linkage);
    bina_cursor *cursor = list();

    ck_assert_int_eq(bina_linkage_add_list(other, "a", cursor), BINA_OK);
    bina_cursor_free(cursor);
    /* Two rows that have nothing in common are said to be one. */
    ck_assert_int_eq(bina_linkage_add_verdict(other, "a", 1, "a", rows_made, true), BINA_OK);
    ck_assert_int_eq(bina_linkage_run(other), BINA_OK);
    ck_assert_double_eq_tol(f1_of(other), before, 0.02);
    bina_linkage_free(linkage);
    bina_linkage_free(other);
}
END_TEST

START_TEST(what_cannot_be_asked_is_refused)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *cursor;

    ck_assert_int_eq(bina_linkage_questions(linkage, 5, &cursor), BINA_ERR_USAGE);
    ck_assert_ptr_null(cursor);
    bina_linkage_free(linkage);
    linkage = told(NULL, 0);
    ck_assert_int_eq(bina_linkage_questions(linkage, 0, &cursor), BINA_ERR_USAGE);
    bina_linkage_free(linkage);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("taught");
    TCase *tests = tcase_create("verdicts");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, questions_in_their_order_put_more_right_than_by_lot);
    tcase_add_test(tests, verdicts_teach_of_pairs_that_no_one_judged);
    tcase_add_test(tests, one_slip_moves_little);
    tcase_add_test(tests, what_cannot_be_asked_is_refused);
    tcase_set_timeout(tests, 120);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
