/*
 * Protects counting how often fields agree: against all pairs, by any number of threads, and when
 * memory is out.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/dependence.h"
#include "linkage/levels.h"
#include "scarce.h"

enum { VILLAGE, HAMLET, PHONE, FIELDS };

#define ROWS 900

static bina_link_plan plan;
static bina_link_field field[FIELDS];

/* Hamlets lie in villages; every seventh row names none. Phones are shared by some. */
static void
begin(void)
{
    static const bina_link_compare compare[FIELDS] = {BINA_LINK_EXACT, BINA_LINK_EXACT,
                                                      BINA_LINK_CODE};

    memset(&plan, 0, sizeof(plan));
    memset(field, 0, sizeof(field));
    plan.count = FIELDS;
    for (int f = 0; f < FIELDS; f++) {
        plan.field[f].compare = compare[f];
        plan.field[f].given[0] = plan.field[f].given[1] = -1;
        ck_assert_int_eq(bina_dictionary_init(&field[f].values), BINA_OK);
        field[f].codes = calloc(ROWS, sizeof(*field[f].codes));
        ck_assert_ptr_nonnull(field[f].codes);
        for (unsigned r = 0; r < ROWS; r++) {
            char text[24];
            int length = f == VILLAGE  ? snprintf(text, sizeof(text), "v%u", r * r % 31)
                         : f == HAMLET ? snprintf(text, sizeof(text), "h%u %u", r * r % 31, r % 3)
                                       : snprintf(text, sizeof(text), "0812%06u", r * r % 701);
            if (f == HAMLET && r % 7 == 0)
                length = 0;
            ck_assert_int_eq(
                bina_dictionary_add(&field[f].values, text, (size_t)length, &field[f].codes[r]),
                BINA_OK);
        }
        ck_assert_int_eq(bina_link_field_finish(&field[f], &plan.field[f], ROWS), BINA_OK);
    }
    plan.field[HAMLET].given[0] = VILLAGE;
    plan.field[PHONE].given[0] = VILLAGE;
    plan.field[PHONE].given[1] = HAMLET;
}

static void
end(void)
{
    for (int f = 0; f < FIELDS; f++)
        bina_link_field_drop(&field[f]);
}

START_TEST(equality_is_counted_as_in_all_pairs)
{
    static const int by[][2] = {{HAMLET, VILLAGE}, {PHONE, VILLAGE}, {PHONE, HAMLET}};
    static const unsigned state[] = {2, 2, 1};
    bina_link_levels all = {{{0}}};

    begin();
    ck_assert_int_eq(bina_link_levels_count(&plan, field, ROWS, 1, 2, UINT32_MAX, all), BINA_OK);
    for (size_t i = 0; i < sizeof(by) / sizeof(by[0]); i++) {
        const bina_link_field *f = &field[by[i][0]], *g = &field[by[i][1]];
        double equal = 0, both = 0, told = 0;
        for (uint32_t a = 0; a < ROWS; a++)
            for (uint32_t b = a + 1; b < ROWS; b++) {
                if (g->codes[a] == 0 || g->codes[a] != g->codes[b] || f->codes[a] == 0 ||
                    f->codes[b] == 0)
                    continue;
                both++;
                equal += f->codes[a] == f->codes[b];
            }
        ck_assert(equal > 0);
        ck_assert_double_eq(all[by[i][0]][state[i]][f->top], equal);
        for (unsigned l = BINA_LINK_DIFFERENT; l <= f->top; l++)
            told += all[by[i][0]][state[i]][l];
        ck_assert_double_eq_tol(told, both, both * 1e-12);
    }
    end();
}
END_TEST

START_TEST(threads_do_not_change_a_bit)
{
    bina_link_levels one = {{{0}}}, more = {{{0}}};

    begin();
    ck_assert_int_eq(bina_link_levels_count(&plan, field, ROWS, 1, 1, UINT32_MAX, one), BINA_OK);
    ck_assert_int_eq(bina_link_levels_count(&plan, field, ROWS, 1, 3, UINT32_MAX, more), BINA_OK);
    ck_assert_mem_eq(one, more, sizeof(one));
    end();
}
END_TEST

START_TEST(fields_that_did_not_change_are_left_alone)
{
    bina_link_levels all = {{{0}}}, again;

    begin();
    ck_assert_int_eq(bina_link_levels_count(&plan, field, ROWS, 1, 1, UINT32_MAX, all), BINA_OK);
    memcpy(again, all, sizeof(all));
    memset(again[PHONE], 0, sizeof(again[PHONE]));
    again[VILLAGE][0][BINA_LINK_DIFFERENT] = -1;
    ck_assert_int_eq(bina_link_levels_count(&plan, field, ROWS, 1, 2, 1u << PHONE, again), BINA_OK);
    ck_assert_mem_eq(all[PHONE], again[PHONE], sizeof(all[PHONE]));
    ck_assert_double_eq(again[VILLAGE][0][BINA_LINK_DIFFERENT], -1);
    end();
}
END_TEST

static bina_status
find_and_count(void)
{
    bina_link_levels all = {{{0}}};
    bina_status status = bina_link_dependence_find(&plan, field, ROWS, 1, 1);

    return status == BINA_OK ? bina_link_levels_count(&plan, field, ROWS, 1, 1, UINT32_MAX, all)
                             : status;
}

START_TEST(every_allocation_may_fail)
{
    bina_status status = BINA_ERR_NO_MEMORY;
    long least = 0;

    begin();
    for (; status != BINA_OK; least++) {
        ck_assert_int_lt(least, 200);
        scarce_after(least, SCARCE_FROM);
        status = find_and_count();
        scarce_end();
        ck_assert(status == BINA_OK || status == BINA_ERR_NO_MEMORY);
    }
    ck_assert_int_gt(least, 10); /* some did */
    end();
}
END_TEST

int
main(void)
{
    int failed;
    Suite *suite = suite_create("levels");
    TCase *all = tcase_create("all");
    SRunner *runner;

    tcase_add_test(all, equality_is_counted_as_in_all_pairs);
    tcase_add_test(all, threads_do_not_change_a_bit);
    tcase_add_test(all, fields_that_did_not_change_are_left_alone);
    tcase_add_test(all, every_allocation_may_fail);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
