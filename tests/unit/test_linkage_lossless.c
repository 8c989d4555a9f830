/*
 * Protects the promise for small lists: no pair that reaches the review threshold is passed over,
 * and the result is the same for any number of threads. Held against weighing every pair.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>

#include "linkage/handle.h"

enum { NAME, TOWN, BORN, PHONE, TRADE, COLUMNS };

static unsigned
draw(unsigned *state, unsigned below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

/* Made-up rows in which values recur, are mistyped and are missing: many pairs are near the line.
 */
static bina_cursor *
rows_of(unsigned seed, int count)
{
    static const char *const columns[COLUMNS] = {"name", "town", "date of birth", "phone", "trade"};
    static const char *const first[] = {"anna", "berta", "carla", "dora", "emma", "frida", "gerda"};
    static const char *const last[] = {"miller", "muller", "smith", "smyth", "baker", "becker"};
    static const char *const town[] = {"northam", "southam", "eastham", "westham"};
    static const char *const trade[] = {"bread", "cloth", "baskets"};
    bina_description *d = bina_description_new("row", "A made-up row.");
    bina_rows *rows;
    bina_record *record;
    unsigned state = seed;

    for (int c = 0; c < COLUMNS; c++)
        bina_description_add_field(d, columns[c], BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (int n = 0; n < count; n++) {
        char value[COLUMNS][32];
        unsigned who = draw(&state, (unsigned)count / 2);
        snprintf(value[NAME], 32, "%s %s", first[who % 7], last[who / 7 % 6]);
        snprintf(value[TOWN], 32, "%s", town[who / 42 % 4]);
        snprintf(value[BORN], 32, "%u-%02u-%02u", 1950 + who % 31, 1 + who % 12, 1 + who % 28);
        snprintf(value[PHONE], 32, "08%07u", who * 7919u % 10000000u);
        snprintf(value[TRADE], 32, "%s", trade[who % 3]);
        if (draw(&state, 3) == 0)
            value[draw(&state, COLUMNS)][draw(&state, 4)] = (char)('0' + draw(&state, 10));
        for (int c = 0; c < COLUMNS; c++)
            if (draw(&state, 5) == 0)
                value[c][0] = '\0';
        bina_record_clear(record);
        for (int c = 0; c < COLUMNS; c++)
            if (value[c][0] != '\0')
                bina_set(record, c, value[c]);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

static bina_linkage *
linked(unsigned seed, unsigned threads, int lists, bool alone)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    const bina_description *options = bina_linkage_settings_description(settings, "options");
    const bina_description *list = bina_linkage_settings_description(settings, "list");
    bina_record *record = bina_record_new_of(options);
    bina_linkage *linkage;

    bina_set_int(record, BINA_LINKAGE_OPTION_THREADS, threads);
    bina_set_int(record, BINA_LINKAGE_OPTION_MOST_PAIRS, 1000000000);
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_OK);
    bina_record_free(record);
    if (alone) {
        record = bina_record_new_of(list);
        bina_set_text(record, BINA_LINKAGE_LIST_NAME, "0");
        bina_set_int(record, BINA_LINKAGE_LIST_DUPLICATE_FREE, 1);
        ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_OK);
        bina_record_free(record);
    }
    linkage = bina_linkage_new(settings);
    bina_linkage_settings_free(settings);
    for (int l = 0; l < lists; l++) {
        char name[2] = {(char)('0' + l), '\0'};
        bina_cursor *cursor = rows_of(seed + (unsigned)l, 700);
        ck_assert_int_eq(bina_linkage_add_list(linkage, name, cursor), BINA_OK);
        bina_cursor_free(cursor);
    }
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert(!linkage->engine.blocked);
    return linkage;
}

/* Every pair weighed, text by text where it must be; returns how many reached the threshold. */
static size_t
hold_against_all(const bina_linkage *linkage)
{
    const bina_link_engine *engine = &linkage->engine;
    size_t found = 0;

    for (uint32_t a = 0; a < engine->table->rows; a++)
        for (uint32_t b = a + 1; b < engine->table->rows; b++) {
            const bina_link_edge *edge = &engine->edges.edge[found];
            bool same_list = engine->list_of[a] == engine->list_of[b];
            double weight;
            if (same_list && engine->alone != NULL && engine->alone[engine->list_of[a]])
                continue;
            weight = bina_link_engine_weigh(engine, a, b);
            if (weight < engine->judge.least)
                continue;
            ck_assert_uint_lt(found, engine->edges.count);
            ck_assert_uint_eq(edge->a, a);
            ck_assert_uint_eq(edge->b, b);
            ck_assert_msg(memcmp(&edge->weight, &weight, sizeof(weight)) == 0, "%a, not %a",
                          edge->weight, weight);
            found++;
        }
    ck_assert_uint_eq(found, engine->edges.count);
    return found;
}

START_TEST(no_pair_that_reaches_the_threshold_is_lost)
{
    for (int lists = 1; lists <= 3; lists++)
        for (unsigned seed = 1; seed <= 3; seed++) {
            bina_linkage *linkage = linked(seed * 10, 1, lists, lists == 2);
            ck_assert_uint_gt(hold_against_all(linkage), 300);
            bina_linkage_free(linkage);
        }
}
END_TEST

START_TEST(any_number_of_threads_finds_the_same)
{
    bina_linkage *one = linked(5, 1, 2, false);

    for (unsigned threads = 2; threads <= 9; threads += 3) {
        bina_linkage *many = linked(5, threads, 2, false);
        const bina_link_edges *x = &one->engine.edges, *y = &many->engine.edges;
        ck_assert_uint_eq(x->count, y->count);
        for (size_t i = 0; i < x->count; i++) {
            ck_assert_uint_eq(x->edge[i].a, y->edge[i].a);
            ck_assert_uint_eq(x->edge[i].b, y->edge[i].b);
            ck_assert_int_eq(memcmp(&x->edge[i].weight, &y->edge[i].weight, sizeof(double)), 0);
        }
        ck_assert_int_eq(memcmp(one->engine.entity, many->engine.entity,
                                one->engine.table->rows * sizeof(uint32_t)),
                         0);
        bina_linkage_free(many);
    }
    bina_linkage_free(one);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("lossless");
    TCase *tests = tcase_create("small lists");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(tests, 300);
    tcase_add_test(tests, no_pair_that_reaches_the_threshold_is_lost);
    tcase_add_test(tests, any_number_of_threads_finds_the_same);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
