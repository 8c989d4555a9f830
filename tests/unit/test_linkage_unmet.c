/*
 * Protects what is said of rows that were not found: where one list has another name for many that
 * both lists hold, no weight tells that they are missed, but what is said to be found must still be
 * near the truth; and where nothing is missed, nothing may be said to be.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <bina/estimates.h>
#include <bina/rows.h>

enum { BOTH = 300, ALONE = 200, ROWS = BOTH + ALONE };

static unsigned
draw(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* A name that no other entity has: syllables told by its number. */
static void
name_of(unsigned entity, char *text, size_t room)
{
    static const char *const part[] = {"ba", "ko", "mi", "tu", "ra", "le", "si", "no",
                                       "wu", "de", "ga", "pi", "lo", "hu", "ja", "ne"};
    unsigned x = entity * 2654435761u >> 4;

    snprintf(text, room, "%s%s%s %s%s%s", part[x % 16], part[x >> 4 & 15], part[x >> 8 & 15],
             part[x >> 12 & 15], part[x >> 16 & 15], part[x >> 20 & 15]);
}

/* A list of entities; `renamed` of five that both lists hold have another name in the second. */
static bina_cursor *
list(bool second, unsigned renamed)
{
    static const char *const columns[] = {"nama", "alamat", "jenis produk", "desa"};
    bina_description *description = bina_description_new("shop", "");
    bina_rows *rows;
    bina_record *record;

    for (int c = 0; c < 4; c++)
        bina_description_add_field(description, columns[c], BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(description);
    record = bina_record_new_of(description);
    for (unsigned n = 0; n < ROWS; n++) {
        unsigned entity = n < BOTH || !second ? n : n + ALONE, state = entity * 977u + 5;
        bool other = second && n < BOTH && n % 5 < renamed;
        char text[64];
        bina_record_clear(record);
        name_of(other ? entity + 5000 : entity, text, sizeof text);
        bina_set_text(record, 0, text);
        snprintf(text, sizeof text, "Jl. Mawar No. %u RT %u", 1 + draw(&state) % 90,
                 1 + draw(&state) % 9);
        bina_set_text(record, 1, text);
        name_of(9000 + draw(&state) % 25, text, sizeof text);
        bina_set_text(record, 2, text);
        name_of(8000 + draw(&state) % 20, text, sizeof text);
        bina_set_text(record, 3, text);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(description);
    return bina_rows_to_cursor(rows);
}

/* Links both lists; what share of the pairs was found, and what share is said to be. */
static void
link_both(unsigned renamed, double *found, double *said)
{
    static int64_t entity[2 * ROWS];
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *cursor = list(false, renamed);
    const bina_record *record;

    ck_assert_int_eq(bina_linkage_add_list(linkage, "a", cursor), BINA_OK);
    bina_cursor_free(cursor);
    cursor = list(true, renamed);
    ck_assert_int_eq(bina_linkage_add_list(linkage, "b", cursor), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    for (int i = 0; bina_cursor_next(cursor, &record) == BINA_OK; i++)
        entity[i] = bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
    bina_cursor_free(cursor);
    *found = 0;
    for (int n = 0; n < BOTH; n++)
        *found += entity[n] == entity[ROWS + n] ? 1.0 / BOTH : 0;
    ck_assert_int_eq(bina_linkage_summary(linkage, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    *said = bina_record_real(record, BINA_LINKAGE_SUMMARY_RECALL);
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
}

START_TEST(test_other_names)
{
    double found, said;

    link_both(2, &found, &said);
    ck_assert_double_lt(found, 0.75); /* else there is nothing to be told */
    ck_assert_msg(fabs(said - found) < 0.1, "found %.3f, said %.3f", found, said);
}
END_TEST

START_TEST(test_nothing_missed)
{
    double found, said;

    link_both(0, &found, &said);
    ck_assert_double_gt(found, 0.98);
    ck_assert_double_gt(said, 0.97);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage unmet");
    TCase *tests = tcase_create("recall");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, test_other_names);
    tcase_add_test(tests, test_nothing_missed);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
