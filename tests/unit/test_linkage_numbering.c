/*
 * Protects what rows are called: by their number below the file's header, whatever was passed over
 * between them. A table read by any other program has its rows in the same places.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <bina/linkage.h>
#include <bina/list.h>
#include <bina/score.h>

#include "linkage/numbering.h"

/* Rows 3 (blank), 5 (a sum) and 8 (a sum) are no data; 2 and 7 are one made-up person. */
static const char sheet[] = "No,Nama,Desa,Tahun lahir,Telepon,Pekerja\n"
                            "1,Sumarni Wibowo,Sakra,1961,081200010001,3\n"
                            "2,Wahyudin Kusuma,Keruak,1972,081200010002,2\n"
                            ",,,,,\n"
                            "3,Lestari Halim,Aikmel,1983,081200010003,5\n"
                            ",Jumlah,,,,10\n"
                            "4,Slamet Nugraha,Terara,1994,081200010004,1\n"
                            "5,Wahyudin Kusuma,Keruak,1972,081200010002,2\n"
                            ",Jumlah,,,,13\n";

static bina_linkage *
read_sheet(void)
{
    bina_list_options options = BINA_LIST_OPTIONS_INIT;
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *rows = NULL;

    options.row_column = "#row";
    ck_assert_int_eq(bina_list_open_bytes(sheet, strlen(sheet), &options, NULL, &rows), BINA_OK);
    ck_assert_int_eq(bina_linkage_add_list(linkage, "a", rows), BINA_OK);
    bina_cursor_free(rows);
    return linkage;
}

static void
run(bina_linkage *linkage)
{
    bina_task *task = NULL;
    bina_status status;

    ck_assert_int_eq(bina_linkage_start(linkage, &task), BINA_OK);
    while ((status = bina_task_step(task, NULL)) == BINA_OK)
        ;
    ck_assert_int_eq(status, BINA_DONE);
    bina_task_free(task);
}

START_TEST(rows_are_called_as_in_the_file)
{
    static const int64_t called[] = {1, 2, 4, 6, 7};
    bina_linkage *linkage = read_sheet();
    bina_cursor *entities = NULL;
    const bina_record *row;
    int64_t entity[9] = {0};
    size_t n = 0;

    run(linkage);
    ck_assert_int_eq(bina_linkage_entities(linkage, &entities), BINA_OK);
    bina_linkage_free(linkage); /* cursors stay good */
    for (; bina_cursor_next(entities, &row) == BINA_OK; n++) {
        ck_assert_uint_lt(n, 5);
        ck_assert_int_eq(bina_record_int(row, BINA_LINKAGE_ENTITY_ROW), called[n]);
        entity[called[n]] = bina_record_int(row, BINA_LINKAGE_ENTITY_ENTITY);
    }
    ck_assert_uint_eq(n, 5);
    ck_assert_int_eq(entity[2], entity[7]);
    ck_assert_int_ne(entity[1], entity[2]);
    bina_cursor_free(entities);
}
END_TEST

START_TEST(the_same_numbers_go_in_and_come_out)
{
    static const int64_t a[] = {2, 1}, b[] = {7, 4}, none[] = {3, 5};
    bina_linkage *linkage = read_sheet();
    bina_cursor *told = NULL;
    const bina_record *row;
    double weight[2];
    int64_t last = 0;

    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "a", 1, "a", 3, true), BINA_ERR_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(bina_error_message(bina_linkage_error(linkage), BINA_ENGLISH),
                                 "row 3 of list \"a\" was passed over"));
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "a", 1, "a", 6, true), BINA_OK);
    run(linkage);
    ck_assert_int_eq(bina_linkage_pairs(linkage, &told), BINA_OK);
    while (bina_cursor_next(told, &row) == BINA_OK)
        if (bina_record_int(row, BINA_LINKAGE_PAIR_ROW_A) == 1)
            last = bina_record_int(row, BINA_LINKAGE_PAIR_ROW_B);
    ck_assert_int_eq(last, 6);
    bina_cursor_free(told);
    ck_assert_int_eq(bina_linkage_explain(linkage, "a", 2, "a", 7, &told), BINA_OK);
    bina_cursor_free(told);
    ck_assert_int_eq(bina_linkage_explain(linkage, "a", 2, "a", 9, &told), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_linkage_score_rows(linkage, "a", a, "a", b, 2, weight, NULL), BINA_OK);
    ck_assert_double_gt(weight[0], weight[1]);
    ck_assert_int_eq(bina_linkage_score_rows(linkage, "a", a, "a", none, 2, weight, NULL),
                     BINA_ERR_NOT_FOUND);
    bina_linkage_free(linkage);
}
END_TEST

/* Held against a plain table of numbers, with a gap of one to three before every third row. */
START_TEST(places_and_numbers_are_each_other_s_inverse)
{
    bina_link_numbering numbering = {0};
    int64_t called[300], number = 0;
    uint32_t at, rows = 300;

    for (at = 0; at < rows; at++) {
        number += 1 + (at % 3 == 1 ? 1 + at % 4 % 3 : 0);
        called[at] = number;
        ck_assert_int_eq(bina_link_numbering_tell(&numbering, at, number), BINA_OK);
    }
    ck_assert_int_eq(bina_link_numbering_tell(&numbering, rows, number), BINA_ERR_USAGE);
    for (uint32_t i = 0; i < rows; i++)
        ck_assert_int_eq(bina_link_numbering_of(&numbering, i), called[i]);
    number = -1;
    for (uint32_t i = 0; i < rows; i++) {
        for (number++; number < called[i]; number++)
            ck_assert(!bina_link_numbering_find(&numbering, number, rows, &at));
        ck_assert(bina_link_numbering_find(&numbering, number, rows, &at));
        ck_assert_uint_eq(at, i);
    }
    ck_assert(!bina_link_numbering_find(&numbering, number + 1, rows, &at));
    bina_link_numbering_drop(&numbering);
}
END_TEST

/* Protects against whatever a script may call a row: no number is too far off to be refused. */
START_TEST(numbers_that_no_row_can_have_are_refused)
{
    static const int64_t wrong[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 7, INT64_MAX - 1, INT64_MAX};
    bina_link_numbering numbering = {0};
    uint32_t at;

    for (int gaps = 0; gaps < 2; gaps++) {
        for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
            ck_assert(!bina_link_numbering_find(&numbering, wrong[i], 4, &at));
        ck_assert(bina_link_numbering_find(&numbering, 4 + 2 * gaps, 4, &at));
        ck_assert_uint_eq(at, 3);
        if (gaps == 0)
            ck_assert_int_eq(bina_link_numbering_tell(&numbering, 1, 4), BINA_OK);
    }
    ck_assert_int_eq(bina_link_numbering_tell(&numbering, 2, INT64_MIN), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_link_numbering_tell(&numbering, 2, INT64_MAX), BINA_ERR_FULL);
    bina_link_numbering_drop(&numbering);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage numbering");
    TCase *tests = tcase_create("numbering");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tests, rows_are_called_as_in_the_file);
    tcase_add_test(tests, the_same_numbers_go_in_and_come_out);
    tcase_add_test(tests, places_and_numbers_are_each_other_s_inverse);
    tcase_add_test(tests, numbers_that_no_row_can_have_are_refused);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
