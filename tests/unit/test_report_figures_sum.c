/* Protects sums of figures declared: what adds, what is refused, and that nothing is counted twice. */
#include "test_domain.h"

static bina_id
figure(bina_store *store, const char *values)
{
    bina_id id;

    domain_add(store, id, BINA_FIGURE, "what=count day_from=2020-04-08 day_to=2020-04-08 %s",
               values);
    return id;
}

START_TEST(figures_of_one_unit_add)
{
    bina_store *store = domain_open();
    bina_id figures[] = {
        figure(store, "region=53.04 unit=enterprise category=mebel low=85 qualifier=exact"),
        figure(store, "region=53.04 unit=enterprise category=gerabah low=10 high=14 qualifier=about"),
    };
    bina_record *sum;

    ck_ok(store, bina_figures_add(store, figures, 2, &sum));
    ck_assert_int_eq(bina_record_int(sum, BINA_FIGURE_LOW), 95);
    ck_assert_int_eq(bina_record_int(sum, BINA_FIGURE_HIGH), 99);
    ck_assert_str_eq(bina_record_text(sum, BINA_FIGURE_QUALIFIER), "about");
    ck_assert_str_eq(bina_record_text(sum, BINA_FIGURE_REGION), "53.04");
    ck_assert(!bina_record_is_set(sum, BINA_FIGURE_CATEGORY));
    ck_assert_int_eq(bina_record_id(sum), 0);
    bina_record_free(sum);
    bina_store_close(store);
}
END_TEST

/* The article of Belu: 85 furniture businesses, about 60 groups of weavers. */
START_TEST(makers_and_groups_do_not_add)
{
    bina_store *store = domain_open();
    bina_id figures[] = {
        figure(store, "region=53.04 unit=enterprise category=mebel low=85 qualifier=exact"),
        figure(store, "region=53.04 unit=group category=tenun low=60 qualifier=about"),
    };
    bina_record *sum = NULL;

    ck_rules(store, bina_figures_add(store, figures, 2, &sum), "figure.unit");
    ck_assert_ptr_null(sum);
    ck_assert_ptr_nonnull(strstr(bina_error_message(bina_store_error(store), BINA_ENGLISH),
                                 "85 enterprises and about 60 groups do not add"));
    bina_store_close(store);
}
END_TEST

START_TEST(a_part_is_not_added_to_its_whole)
{
    bina_store *store = domain_open();
    bina_id whole = figure(store, "region=53.04 unit=enterprise low=85");
    bina_id part = figure(store, "region=53.04.22 unit=enterprise low=16");
    bina_id other = figure(store, "region=53.05 unit=enterprise low=40");
    bina_id later;
    bina_record *sum = NULL;

    domain_add(store, later, BINA_FIGURE,
               "what=count region=53.06 unit=enterprise low=7 day_from=2020-04-09 day_to=2020-04-09");
    ck_rules(store, bina_figures_add(store, (bina_id[]){whole, part}, 2, &sum), "figure.twice");
    ck_rules(store, bina_figures_add(store, (bina_id[]){whole, later}, 2, &sum), "figure.day");
    ck_rules(store, bina_figures_add(store, (bina_id[]){whole, whole}, 2, &sum), "figure.twice");
    ck_ok(store, bina_figures_add(store, (bina_id[]){whole, other}, 2, &sum));
    ck_assert_int_eq(bina_record_int(sum, BINA_FIGURE_HIGH), 125);
    bina_record_free(sum);
    bina_store_close(store);
}
END_TEST

START_TEST(wrong_calls_are_told)
{
    bina_store *store = domain_open();
    bina_id one = figure(store, "region=53.04 unit=enterprise low=85"), person;
    bina_record *sum = NULL;

    domain_add(store, person, BINA_PERSON, "name=Rahmi_Contoh");
    ck_refused(store, bina_figures_add(store, &one, 1, &sum), BINA_ERR_USAGE);
    ck_refused(store, bina_figures_add(store, (bina_id[]){one, person}, 2, &sum), BINA_ERR_TYPE);
    ck_refused(store, bina_figures_add(store, (bina_id[]){one, one + 1000}, 2, &sum),
               BINA_ERR_NOT_FOUND);
    ck_assert_ptr_null(sum);
    bina_store_close(store);
}
END_TEST

static Suite *
suite(void)
{
    Suite *s = suite_create("figures_sum");
    TCase *sums = tcase_create("sums");

    tcase_add_checked_fixture(sums, test_begin, test_end);
    tcase_add_test(sums, figures_of_one_unit_add);
    tcase_add_test(sums, makers_and_groups_do_not_add);
    tcase_add_test(sums, a_part_is_not_added_to_its_whole);
    tcase_add_test(sums, wrong_calls_are_told);
    suite_add_tcase(s, sums);
    return s;
}

int
main(void)
{
    return test_run(suite());
}
