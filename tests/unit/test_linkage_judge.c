/*
 * Protects weighing many pairs at once: the same pairs are kept with the same weight, to the last
 * bit, as when each is weighed alone, whatever the model says and whether or not the fields'
 * similar values are joined.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/judge_many.h"

enum { NAME, PLACE, NUMBER, BORN, BEGAN, KIND, FIELDS };

#define ROWS 300

static bina_link_plan plan;
static bina_link_field field[FIELDS];
static bina_link_model model;
static uint64_t state;

static unsigned
draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

/* A value of a field, one of some, at times mistyped. */
static void
make_value(int f, char text[96])
{
    static const char *const name[] = {"mira", "mirah", "sukarti", "sukarta", "wayan", "w", "oka"};
    static const char *const place[] = {"danau", "danua", "bukit", "bukti", "lembah"};
    unsigned n = draw(40), length;

    switch (f) {
    case NAME:
        *text = '\0';
        for (unsigned words = 1 + draw(draw(9) == 0 ? 6 : 3); words > 0; words--) {
            strcat(text, name[draw(7)]);
            strcat(text, words > 1 ? " " : "");
        }
        break;
    case PLACE:
        snprintf(text, 96, "%s", place[draw(5)]);
        break;
    case NUMBER:
        snprintf(text, 96, draw(9) == 0 ? "%u" : "52%06u%08u", n * 7919 % 1000003, n * 10007 % 97);
        break;
    case BORN:
        snprintf(text, 96, "%u-%02u-%02u", 1950 + n % 7, 1 + n % 12, 1 + n % 28);
        break;
    case BEGAN:
        snprintf(text, 96, "%u", 1990 + n % 20);
        break;
    default:
        snprintf(text, 96, "kind %c", 'a' + (char)(n % 3));
    }
    length = (unsigned)strlen(text);
    if (f <= NUMBER && draw(4) == 0)
        text[draw(length)] = f == NUMBER ? (char)('0' + draw(10)) : (char)('a' + draw(26));
    if (draw(6) == 0)
        *text = '\0';
}

/* Rows of every kind of field, and a model by chance in which more alike is mostly worth more. */
static void
begin(uint64_t seed, bool joined)
{
    static const bina_link_compare compare[FIELDS] = {BINA_LINK_WORDS, BINA_LINK_NAME,
                                                      BINA_LINK_CODE,  BINA_LINK_DATE,
                                                      BINA_LINK_YEARS, BINA_LINK_EXACT};

    state = seed;
    memset(&plan, 0, sizeof(plan));
    memset(field, 0, sizeof(field));
    memset(&model, 0, sizeof(model));
    plan.count = model.fields = FIELDS;
    for (int f = 0; f < FIELDS; f++) {
        plan.field[f].compare = compare[f];
        plan.field[f].given[0] = f > 0 ? f - 1 : -1;
        plan.field[f].given[1] = f > 1 ? f - 2 : -1;
        ck_assert_int_eq(bina_dictionary_init(&field[f].values), BINA_OK);
        field[f].codes = calloc(ROWS, sizeof(*field[f].codes));
        for (unsigned r = 0; r < ROWS; r++) {
            char text[96];
            make_value(f, text);
            ck_assert_int_eq(
                bina_dictionary_add(&field[f].values, text, strlen(text), &field[f].codes[r]),
                BINA_OK);
        }
        ck_assert_int_eq(bina_link_field_finish(&field[f], &plan.field[f], ROWS), BINA_OK);
        if (joined)
            ck_assert_int_eq(bina_link_field_join(&field[f], UINT32_MAX, 1), BINA_OK);
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            for (unsigned l = BINA_LINK_DIFFERENT; l <= field[f].top; l++)
                model.weight[f][s][l] = (double)draw(400) / 100 + 2.0 * l - 7;
    }
    for (int k = 0; k < 2; k++)
        model.prior[k] = -2 - k;
}

static void
end(void)
{
    for (int f = 0; f < FIELDS; f++)
        bina_link_field_drop(&field[f]);
}

/* Weighs all pairs in runs of uneven length, each beside the pair alone; how many are kept. */
static size_t
hold_to_each(const bina_link_judge *judge, const bina_link_rows *rows)
{
    static uint32_t a[ROWS * ROWS], b[ROWS * ROWS];
    static bool same_list[ROWS * ROWS];
    bina_link_outset outset;
    size_t count = 0, all = 0;

    ck_assert_int_eq(bina_link_outset_init(&outset, judge), BINA_OK);
    for (uint32_t i = 0; i < ROWS; i++)
        for (uint32_t j = i + 1; j < ROWS; j++) {
            same_list[count] = i % 3 == j % 3;
            a[count] = i;
            b[count++] = j;
        }
    for (size_t from = 0, some; from < count; from += some) {
        bina_link_kept kept[BINA_LINK_TRIALS];
        size_t left, at = 0;
        some = 1 + draw(BINA_LINK_TRIALS);
        if (some > count - from)
            some = count - from;
        left =
            bina_link_judge_many(&outset, rows, a + from, b + from, same_list + from, some, kept);
        for (size_t i = 0; i < some; i++) {
            double weight;
            uint64_t pattern;
            bool is_kept = bina_link_judge_pair(judge, bina_link_rows_at(rows, a[from + i]),
                                                bina_link_rows_at(rows, b[from + i]),
                                                same_list[from + i], &weight, &pattern);
            ck_assert_msg(is_kept == (at < left && kept[at].pair == i), "of rows %u and %u",
                          a[from + i], b[from + i]);
            if (is_kept)
                ck_assert_mem_eq(&kept[at++].weight, &weight, sizeof(weight));
        }
        ck_assert_uint_eq(at, left);
        all += left;
    }
    bina_link_outset_drop(&outset);
    return all;
}

START_TEST(many_are_weighed_as_each_is)
{
    static const double least[] = {-INFINITY, -20, -5, 0, 5, 12, 1000};

    for (uint64_t seed = 1; seed <= 6; seed++) {
        bina_link_rows rows = {0};
        begin(seed, seed % 2 == 0);
        ck_assert_int_eq(bina_link_rows_pack(&rows, NULL, field, FIELDS, ROWS, 2), BINA_OK);
        for (size_t i = 0; i < sizeof(least) / sizeof(least[0]); i++) {
            bina_link_judge judge;
            size_t kept;
            ck_assert_int_eq(bina_link_judge_init(&judge, &plan, field, &model, least[i]), BINA_OK);
            kept = hold_to_each(&judge, &rows);
            if (i == 0)
                ck_assert_uint_eq(kept, ROWS * (ROWS - 1) / 2);
            else if (least[i] == 5)
                ck_assert(kept > 0 && kept < ROWS * (ROWS - 1) / 3);
            else if (least[i] == 1000)
                ck_assert_uint_eq(kept, 0);
            bina_link_judge_drop(&judge);
        }
        bina_link_rows_drop(&rows);
        end();
    }
}
END_TEST

int
main(void)
{
    int failed;
    Suite *suite = suite_create("judge");
    TCase *all = tcase_create("all");
    SRunner *runner;

    tcase_set_timeout(all, 120);
    tcase_add_test(all, many_are_weighed_as_each_is);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
