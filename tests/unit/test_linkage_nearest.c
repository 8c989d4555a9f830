/*
 * Protects lists of one column: titles that are far nearer to each other than to anything of their
 * own lists are one, though they share too little to be alike by themselves. Not where the own list
 * has what is as near, nor where things that are two lie as near within a list.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/linkage.h>
#include <bina/rows.h>

enum { THINGS = 100, WORD = 12, TITLE = 64 };

/* The titles of two lists, and how many of each. */
typedef struct titles {
    char of[2][4 * THINGS][TITLE];
    int count[2];
} titles;

/* A made-up word, another for each number. */
static const char *
word(int n, char made[WORD])
{
    static const char letter[] = "bdfgklmnprstvwzj", vowel[] = "aeiu";
    unsigned x = (unsigned)n * 2654435761u;

    x ^= x >> 15;
    for (int i = 0; i < 8; i += 2) {
        made[i] = letter[x & 15];
        made[i + 1] = vowel[x >> 4 & 3];
        x = x >> 6 | x << 26;
    }
    made[8] = '\0';
    return made;
}

/* A title: two words that tell the thing, two that tell another (-1: its own), and one its own. */
static void
add(titles *to, int list, int thing, int other)
{
    int own = 2000 + 3 * (to->count[0] + to->count[1]), second = other < 0 ? own : 2 * other;
    char made[5][WORD];

    ck_assert_int_lt(to->count[list], 4 * THINGS);
    snprintf(to->of[list][to->count[list]++], TITLE, "%s %s %s %s %s", word(2 * thing, made[0]),
             word(second, made[1]), word(second + 1, made[2]), word(2 * thing + 1, made[3]),
             word(own + 2, made[4]));
}

static bina_cursor *
list_of(const titles *from, int list)
{
    bina_description *d = bina_description_new("work", "A made-up work.");
    bina_rows *rows;
    bina_record *record;

    bina_description_add_field(d, "title", BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (int i = 0; i < from->count[list]; i++) {
        bina_record_clear(record);
        bina_set(record, 0, from->of[list][i]);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

/* Links both lists; returns how many pairs of their rows are one. A thing that both lists have
 * stands at the same place in both: so many of the pairs are right. */
static int
linked(const titles *lists, int *right)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    int entity[2][4 * THINGS] = {{0}}, both = 0;
    bina_cursor *cursor;
    const bina_record *record;

    for (int l = 0; l < 2; l++) {
        cursor = list_of(lists, l);
        ck_assert_int_eq(bina_linkage_add_list(linkage, l == 0 ? "a" : "b", cursor), BINA_OK);
        bina_cursor_free(cursor);
    }
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        int l = strcmp(bina_record_text(record, BINA_LINKAGE_ENTITY_FILE), "b") == 0;
        entity[l][bina_record_int(record, BINA_LINKAGE_ENTITY_ROW) - 1] =
            (int)bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
    }
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
    *right = 0;
    for (int i = 0; i < lists->count[0]; i++)
        for (int j = 0; j < lists->count[1]; j++)
            if (entity[0][i] == entity[1][j]) {
                both++;
                *right += i == j;
            }
    return both;
}

START_TEST(what_is_nearest_by_far_is_one)
{
    titles *lists = calloc(1, sizeof(*lists));
    int both, right;

    for (int thing = 0; thing < THINGS; thing++)
        for (int l = 0; l < 2; l++)
            add(lists, l, thing, -1);
    both = linked(lists, &right);
    ck_assert_int_ge(right, 3 * THINGS / 4);
    ck_assert_int_le(both - right, THINGS / 20);
    free(lists);
}
END_TEST

/* Two years of a contest have more in common than either has with what the other list calls it. */
START_TEST(what_a_number_tells_apart_is_not_near)
{
    titles *lists = calloc(1, sizeof(*lists));
    int both, right;

    for (int thing = 0; thing < THINGS; thing++)
        for (int l = 0; l < 2; l++) {
            size_t used;
            add(lists, l, thing / 2, -1);
            used = strlen(lists->of[l][thing]);
            snprintf(lists->of[l][thing] + used, TITLE - used, " %d", 1980 + thing % 2);
        }
    both = linked(lists, &right);
    ck_assert_int_ge(right, 3 * THINGS / 4);
    ck_assert_int_le(both - right, THINGS / 20);
    free(lists);
}
END_TEST

/* A second part has as much in common with the first as the other list's title has. */
START_TEST(what_has_as_near_a_neighbour_in_its_own_list_is_left)
{
    titles *lists = calloc(1, sizeof(*lists));
    int right;

    for (int thing = 0; thing < THINGS; thing++) {
        add(lists, 0, thing, THINGS + thing);
        add(lists, 1, thing, -1);
    }
    for (int thing = 0; thing < THINGS; thing++)
        add(lists, 0, THINGS + thing, -1);
    ck_assert_int_le(linked(lists, &right), THINGS / 20);
    free(lists);
}
END_TEST

/* Nine in ten titles of a list have another as near within it: then so do strangers. */
START_TEST(what_lies_no_nearer_than_things_that_are_two_is_left)
{
    titles *lists = calloc(1, sizeof(*lists));
    int right;

    for (int thing = 0; thing < THINGS / 10; thing++)
        for (int l = 0; l < 2; l++)
            add(lists, l, thing, -1);
    for (int thing = THINGS / 10; thing < THINGS; thing++) {
        add(lists, 0, thing, -1);
        add(lists, 0, thing, -1);
        add(lists, 1, THINGS + thing, -1);
    }
    ck_assert_int_le(linked(lists, &right), THINGS / 50);
    free(lists);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage");
    TCase *tcase = tcase_create("nearest");
    SRunner *runner;
    int failed;

    tcase_add_test(tcase, what_is_nearest_by_far_is_one);
    tcase_add_test(tcase, what_a_number_tells_apart_is_not_near);
    tcase_add_test(tcase, what_has_as_near_a_neighbour_in_its_own_list_is_left);
    tcase_add_test(tcase, what_lies_no_nearer_than_things_that_are_two_is_left);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
