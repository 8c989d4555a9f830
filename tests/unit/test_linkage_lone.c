/*
 * Protects the doubtful pairs of which neither row has a better one: they are one where as many are
 * expected to be right, counted by hand, as the threshold asks; rivals and rows of one list never.
 */
#include <check.h>
#include <stdlib.h>
#include "linkage/lone.h"

enum { ROWS = 400, HALF = ROWS / 2 };

/* Rows 0 to 199 are of one list, the others of another; edges as they are added. */
typedef struct lists {
    bina_link_edge edge[ROWS];
    uint32_t list[ROWS], entity[ROWS];
    bool single[2];
    bina_link_clustering all;
} lists;

static lists *
begin(void)
{
    lists *made = calloc(1, sizeof(*made));

    for (uint32_t r = 0; r < ROWS; r++) {
        made->list[r] = r >= HALF;
        made->entity[r] = r;
    }
    made->all = (bina_link_clustering){.rows = ROWS,
                                       .edge = made->edge,
                                       .threshold = 1.22, /* .7 */
                                       .list = made->list,
                                       .single = made->single};
    return made;
}

static void
add(lists *to, uint32_t a, uint32_t b, double weight)
{
    to->edge[to->all.edges++] = (bina_link_edge){a, b, weight};
}

static size_t
united(lists *in)
{
    double least;
    size_t count = 0;

    ck_assert_int_eq(bina_link_lone_find(&in->all, .7, &least), BINA_OK);
    ck_assert_int_eq(bina_link_lone_unite(&in->all, least, in->entity), BINA_OK);
    for (uint32_t r = 0; r < ROWS; r++)
        count += in->entity[r] != r;
    return count;
}

/* Of 20 + 30 even chances 25 are right; at most one of each rival's, so nearly all of the 20. */
START_TEST(who_has_nobody_else_is_linked_where_others_have_rivals)
{
    lists *in = begin();

    for (uint32_t r = 0; r < 20; r++)
        add(in, r, HALF + r, 0);
    for (uint32_t r = 20; r < 30; r++)
        for (uint32_t rival = 0; rival < 3; rival++)
            add(in, r, HALF + 3 * r + rival, 0);
    ck_assert_uint_eq(united(in), 20);
    ck_assert_uint_eq(in->entity[HALF + 7], 7);
    ck_assert_uint_eq(in->entity[HALF + 60], HALF + 60);
    free(in);
}
END_TEST

/* Of 20 even chances 10 are right: half of them, and seven in ten are asked for. */
START_TEST(even_chances_without_rivals_stay_in_doubt)
{
    lists *in = begin();

    for (uint32_t r = 0; r < 20; r++)
        add(in, r, HALF + r, 0);
    ck_assert_uint_eq(united(in), 0);
    free(in);
}
END_TEST

/* A better partner, a link, or a partner of the same list: then a row has somebody else. */
START_TEST(who_has_somebody_else_is_left)
{
    lists *in = begin();

    for (uint32_t r = 0; r < 20; r++) {
        add(in, r, HALF + r, 0);
        add(in, r, HALF + 20 + r, r % 2 == 0 ? 0.4 : 9);
    }
    for (uint32_t r = 40; r < 50; r++)
        add(in, r, r + 10, 0.9);
    united(in);
    for (uint32_t r = 0; r < 20; r++)
        ck_assert_uint_eq(in->entity[HALF + r], HALF + r);
    for (uint32_t r = 50; r < 60; r++)
        ck_assert_uint_eq(in->entity[r], r);
    free(in);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage");
    TCase *tcase = tcase_create("lone");
    SRunner *runner;
    int failed;

    tcase_add_test(tcase, who_has_nobody_else_is_linked_where_others_have_rivals);
    tcase_add_test(tcase, even_chances_without_rivals_stay_in_doubt);
    tcase_add_test(tcase, who_has_somebody_else_is_left);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
