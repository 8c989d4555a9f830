/*
 * Protects the estimates of those on no list: each figure here is a published one.
 *
 * Sources:
 *   Bruno    Bruno et al. 1994, Diabetes Care 17: diabetes in a community of Piedmont, four lists;
 *            log-linear fits as printed in Rivest 2011 (Rcapture's testPapersResults.R), pairs of
 *            lists as printed by the R package CARE1 1.1.0 (example of the data set Diabetes)
 *   Darroch  Darroch et al. 1993, JASA 88: post-enumeration survey of the census of St Louis, three
 *            lists; fits as printed in Rivest 2011
 *   Cormack  Cormack, Chang and Smith 2000: deaths at work in New Zealand, three lists, table 3b
 *   HAV      Chao et al. 2001, Statistics in Medicine 20:3123-3157: hepatitis A at a college in
 *            Taiwan, three lists, 271 found; a later screening put the true number at 545
 *   Seber    Seber 1982, p. 107: two lists; printed by Rcapture's example of closedp.t
 */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include "report/unseen.h"

#define AB 1u /* bina_unseen_term(0, 1) */
#define AC 2u
#define BC 4u
#define AD 8u
#define BD 16u
#define CD 32u

static double cells[1 << BINA_UNSEEN_LISTS];

/* Cells in the order papers print them: 11..1, 11..0, ... down to 0..01, the first list first. */
static void
put(int lists, const double *counts)
{
    int n = 0;

    for (int history = (1 << lists) - 1; history > 0; history--) {
        unsigned cell = 0;
        for (int i = 0; i < lists; i++)
            cell |= (unsigned)(history >> (lists - 1 - i) & 1) << i;
        cells[cell] = counts[n++];
    }
}

static const double bruno[] = {58, 157, 18, 104, 46, 650, 12, 709, 14, 20, 7, 74, 8, 182, 10};
static const double darroch[] = {72, 155, 7, 71, 13, 53, 43};
static const double cormack[] = {72, 5, 29, 54, 24, 3, 14};
static const double hav[] = {28, 21, 17, 69, 18, 55, 63};

static void
check_model(int lists, uint32_t terms, int estimate, int error, double deviance, int freedom)
{
    bina_unseen found;

    bina_unseen_loglinear(cells, lists, terms, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_NONE);
    ck_assert_int_eq((int)lround(found.estimate), estimate);
    if (error >= 0)
        ck_assert_int_eq((int)lround(found.error), error);
    ck_assert_double_eq_tol(found.deviance, deviance, 0.05);
    ck_assert_int_eq(found.freedom, freedom);
}

START_TEST(terms_are_numbered_by_pair)
{
    ck_assert_uint_eq(bina_unseen_term(0, 1), AB);
    ck_assert_uint_eq(bina_unseen_term(0, 2), AC);
    ck_assert_uint_eq(bina_unseen_term(1, 2), BC);
    ck_assert_uint_eq(bina_unseen_term(2, 3), CD);
    ck_assert_uint_eq(bina_unseen_all_terms(4), AB | AC | BC | AD | BD | CD);
}
END_TEST

START_TEST(two_lists_as_care1_prints_them)
{
    /* list sizes, on both, then Chapman, s.e. and interval, all in whole numbers */
    static const int printed[][8] = {
        {1754, 452, 337, 2351, 58, 2250, 2478},  /* pa12 */
        {1754, 1135, 911, 2185, 22, 2146, 2233}, /* pa13 */
        {1754, 173, 134, 2261, 88, 2117, 2468},  /* pa14 */
        {452, 1135, 249, 2057, 77, 1922, 2224},  /* pa23 */
        {452, 173, 97, 803, 47, 725, 913},       /* pa24 */
        {1135, 173, 126, 1555, 67, 1445, 1712},  /* pa34 */
    };

    for (size_t n = 0; n < sizeof printed / sizeof *printed; n++) {
        bina_unseen found;
        bina_unseen_chapman(printed[n][0], printed[n][1], printed[n][2], &found);
        ck_assert_int_eq(found.refusal, BINA_UNSEEN_NONE);
        ck_assert_int_eq((int)lround(found.estimate), printed[n][3]);
        ck_assert_int_eq((int)lround(found.error), printed[n][4]);
        ck_assert_int_eq((int)lround(found.low), printed[n][5]);
        ck_assert_int_eq((int)lround(found.high), printed[n][6]);
    }
}
END_TEST

START_TEST(two_lists_as_a_log_linear_model)
{
    bina_unseen found;

    cells[1] = 781;
    cells[2] = 254;
    cells[3] = 167;
    bina_unseen_loglinear(cells, 2, 0, &found);
    ck_assert_double_eq_tol(found.estimate, 2389.9, 0.05);
    ck_assert_double_eq_tol(found.error, 130.4, 0.05);
}
END_TEST

START_TEST(log_linear_models_as_published)
{
    put(4, bruno);
    check_model(4, AB | AC | BC | BD | CD, 2771, 145, 7.62, 5);
    check_model(4, AC | BD | CD, 2472, 53, 21.97, 7);
    put(3, darroch);
    check_model(3, AB | AC | BC, 1240, 451, 0, 0);
    check_model(3, AB | BC, 850, 186, 3.8, 1);
    put(3, cormack);
    check_model(3, 0, 209, -1, 75.1, 3);
    check_model(3, AC | BC, 233, -1, 0.84, 1);
}
END_TEST

START_TEST(the_interval_is_that_of_the_profile_likelihood)
{
    bina_unseen found;

    put(3, cormack);
    bina_unseen_loglinear(cells, 3, 0, &found);
    ck_assert_int_eq((int)lround(found.low), 203);
    ck_assert_double_eq_tol(found.high, 217, 0.6); /* 216.5 */
    bina_unseen_loglinear(cells, 3, BC, &found);
    ck_assert_int_eq((int)lround(found.low), 210);
    bina_unseen_loglinear(cells, 3, AC | BC, &found);
    ck_assert_int_eq((int)lround(found.low), 204);
}
END_TEST

/* Bruno et al. (1994) chose every dependence but AD for these four lists. */
START_TEST(the_best_model_is_the_one_chosen_in_print)
{
    bina_unseen found;

    put(4, bruno);
    bina_unseen_best(cells, 4, &found);
    ck_assert_uint_eq(found.terms, AB | AC | BC | BD | CD);
    ck_assert_int_eq((int)lround(found.estimate), 2771);
}
END_TEST

START_TEST(sample_coverage_as_published)
{
    bina_unseen_coverage found;

    put(3, hav);
    bina_unseen_sample_coverage(cells, 3, &found);
    ck_assert_double_eq_tol(found.coverage, 0.513, 0.0005);
    ck_assert_int_eq((int)lround(found.independent.estimate), 407);
    ck_assert_int_eq((int)lround(found.high_coverage.estimate), 971);
    ck_assert_int_eq((int)lround(found.one_step.estimate), 508);
    /* Printed with a bootstrap error of 40; ours is by the delta method. */
    ck_assert(found.one_step.error > 32 && found.one_step.error < 50);
    /* And the truth, learned later, is in the interval. */
    ck_assert(found.one_step.low < 545 && found.one_step.high > 545);
}
END_TEST

/* 10,000 in all, on three independent lists with these chances. */
START_TEST(a_known_population_is_found_again)
{
    static const double chances[] = {0.7, 0.6, 0.5};
    bina_unseen found, low;
    bina_unseen_coverage coverage;

    for (unsigned c = 1; c < 8; c++) {
        cells[c] = 10000;
        for (int i = 0; i < 3; i++)
            cells[c] *= (c >> i & 1) != 0 ? chances[i] : 1 - chances[i];
    }
    bina_unseen_loglinear(cells, 3, 0, &found);
    ck_assert_double_eq_tol(found.estimate, 10000, 0.01);
    bina_unseen_best(cells, 3, &found);
    ck_assert_uint_eq(found.terms, 0);
    bina_unseen_lower_bound(cells, 3, &low);
    ck_assert_double_eq_tol(low.estimate, 10000, 0.01);
    bina_unseen_sample_coverage(cells, 3, &coverage);
    ck_assert_double_eq_tol(coverage.independent.estimate, 10000, 0.01);
    ck_assert_double_eq_tol(coverage.one_step.estimate, 10000, 0.01);
    ck_assert(found.low < 10000 && found.high > 10000 && found.high - found.low < 400);
}
END_TEST

START_TEST(nothing_is_made_out_of_nothing)
{
    bina_unseen found;

    bina_unseen_chapman(100, 0, 0, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_ONE_LIST);
    bina_unseen_chapman(100, 50, 6, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_NO_OVERLAP);
    bina_unseen_chapman(100, 50, 50, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_COPIED);
    cells[1] = cells[2] = cells[4] = 100; /* three lists, nobody on two */
    bina_unseen_best(cells, 3, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_NO_OVERLAP);
    cells[3] = 40; /* and on two only these */
    bina_unseen_loglinear(cells, 3, AB | AC | BC, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_UNSTABLE);
    bina_unseen_loglinear(cells, 1, 0, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_ONE_LIST);
    bina_unseen_loglinear(cells, 9, 0, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_TOO_MANY);
}
END_TEST

START_TEST(a_copied_list_is_known)
{
    cells[1] = 500;
    cells[2] = 2; /* of list 1, 2 of 300 are not on list 0 */
    cells[3] = 298;
    ck_assert_int_eq(bina_unseen_copied_from(cells, 2, 1), 0);
    ck_assert_int_eq(bina_unseen_copied_from(cells, 2, 0), -1);
    cells[2] = 20;
    ck_assert_int_eq(bina_unseen_copied_from(cells, 2, 1), -1);
    cells[1] = cells[2] = 0; /* the same list twice: one of them is the copy */
    ck_assert_int_eq(bina_unseen_copied_from(cells, 2, 0), -1);
    ck_assert_int_eq(bina_unseen_copied_from(cells, 2, 1), 0);
}
END_TEST

/* Six lists, of which every model is too many to try: the dependences put in are found. */
START_TEST(many_lists_are_searched_step_by_step)
{
    bina_unseen found;

    for (unsigned c = 1; c < 64; c++) {
        double share = 8000;
        for (int i = 0; i < 6; i++)
            share *= (c >> i & 1) != 0 ? 0.3 : 0.7;
        cells[c] = share * ((c & 1) != 0 && (c & 2) != 0 ? 3 : 1) *
                   ((c & 16) != 0 && (c & 32) != 0 ? 2 : 1);
    }
    bina_unseen_best(cells, 6, &found);
    ck_assert_int_eq(found.refusal, BINA_UNSEEN_NONE);
    ck_assert_uint_eq(found.terms, bina_unseen_term(0, 1) | bina_unseen_term(4, 5));
}
END_TEST

static void
setup(void)
{
    for (size_t c = 0; c < sizeof cells / sizeof *cells; c++)
        cells[c] = 0;
}

int
main(void)
{
    Suite *suite = suite_create("unseen");
    TCase *tcase = tcase_create("unseen");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, setup, NULL);
    tcase_add_test(tcase, terms_are_numbered_by_pair);
    tcase_add_test(tcase, two_lists_as_care1_prints_them);
    tcase_add_test(tcase, two_lists_as_a_log_linear_model);
    tcase_add_test(tcase, log_linear_models_as_published);
    tcase_add_test(tcase, the_interval_is_that_of_the_profile_likelihood);
    tcase_add_test(tcase, the_best_model_is_the_one_chosen_in_print);
    tcase_add_test(tcase, sample_coverage_as_published);
    tcase_add_test(tcase, a_known_population_is_found_again);
    tcase_add_test(tcase, nothing_is_made_out_of_nothing);
    tcase_add_test(tcase, a_copied_list_is_known);
    tcase_add_test(tcase, many_lists_are_searched_step_by_step);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
