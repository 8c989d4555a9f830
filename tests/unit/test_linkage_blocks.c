/* Protects blocks of large lists: every pair that a rule makes is seen, once, and no other. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/blocks.h"
#include "linkage/blocks_row.h"
#include "linkage/sort.h"

#define ROWS 500

enum { GIVEN, PLACE, NAME, FIELDS };

static bina_link_plan plan;
static bina_link_field field[FIELDS];
static bina_link_table table;
static bina_link_list lists[2], *both[2] = {&lists[0], &lists[1]};
static unsigned char seen[ROWS][ROWS]; /* how often a pair was */

static uint32_t
draw(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

/* Made-up rows: given names of 40, places of 12, names of two words of 60; each missing at times.
 */
static void
setup(void)
{
    static const char *const name[FIELDS] = {"given", "place", "name"};
    static const uint32_t many[FIELDS] = {40, 12, 60};
    uint64_t state = 20260;

    memset(&plan, 0, sizeof(plan));
    memset(field, 0, sizeof(field));
    for (int f = 0; f < FIELDS; f++)
        bina_link_plan_add(&plan, name[f], f == NAME ? BINA_LINK_WORDS : BINA_LINK_NAME);
    for (int f = 0; f < FIELDS; f++) {
        bina_dictionary_init(&field[f].values);
        field[f].codes = calloc(ROWS, sizeof(uint32_t));
        for (uint32_t r = 0; r < ROWS; r++) {
            char text[64] = "";
            uint32_t value = draw(&state) % many[f];
            if (draw(&state) % 9 != 0)
                snprintf(text, sizeof(text), f == NAME ? "ba%cda ko%cte" : "va%clue%c",
                         'a' + (int)(value % 13), 'a' + (int)(value / 13));
            bina_dictionary_add(&field[f].values, text, strlen(text), &field[f].codes[r]);
        }
        ck_assert_int_eq(bina_link_field_finish(&field[f], &plan.field[f], ROWS), BINA_OK);
    }
    lists[0] = (bina_link_list){.rows = 200, .first = 0};
    lists[1] = (bina_link_list){.rows = ROWS - 200, .first = 200};
    table = (bina_link_table){.lists = both, .list_count = 2, .rows = ROWS};
}

static void
teardown(void)
{
    for (int f = 0; f < FIELDS; f++)
        bina_link_field_drop(&field[f]);
    bina_link_plan_drop(&plan);
}

static void
make(bina_link_blocks *blocks, const char *const *rule, size_t largest, const bina_link_trait *cut,
     size_t cuts, unsigned threads, size_t memory)
{
    bina_link_keyring ring;

    bina_link_keyring_init(&ring, field, threads);
    plan.rules = 0;
    for (; *rule != NULL; rule++)
        ck_assert_msg(bina_link_rule_read(&plan, *rule) == BINA_OK, "%s", *rule);
    ck_assert_int_eq(bina_link_blocks_init(blocks, &plan, NULL, ROWS, memory), BINA_OK);
    for (size_t r = 0; r < plan.rules; r++)
        ck_assert_int_eq(bina_link_blocks_add(blocks, &plan, &ring, largest, cut, cuts, threads),
                         BINA_OK);
    bina_link_keyring_drop(&ring);
}

static bina_status
see(void *self, const uint32_t *a, const uint32_t *b, size_t count)
{
    ck_assert_uint_le(count, BINA_LINK_BATCH);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            ck_assert(a[i - 1] < a[i] || (a[i - 1] == a[i] && b[i - 1] < b[i]));
        ck_assert_uint_lt(a[i], b[i]);
        ck_assert_uint_lt(b[i], ROWS);
        seen[a[i]][b[i]]++;
        (*(size_t *)self)++;
    }
    return BINA_OK;
}

/* Walks over all parts; returns how many pairs were seen. */
static size_t
walk_all(const bina_link_blocks *blocks, const bool *alone, uint32_t every)
{
    size_t count = 0;
    bina_link_walk walk = {blocks, &table, alone, every, see, &count};

    memset(seen, 0, sizeof(seen));
    for (size_t p = 0; p < bina_link_blocks_parts(blocks); p++)
        ck_assert_int_eq(bina_link_blocks_walk(&walk, p), BINA_OK);
    return count;
}

/* Whether two rows have a value of a field and it is the same. */
static bool
agree(int f, uint32_t a, uint32_t b)
{
    return field[f].codes[a] != 0 && field[f].codes[a] == field[f].codes[b];
}

/* Whether a row is followed by another one in a block of any rule. */
static bool
share(const bina_link_blocks *blocks, uint32_t a, uint32_t b)
{
    for (size_t r = 0; r < blocks->rules; r++)
        for (unsigned s = 0; s < blocks->rule[r].slots; s++) {
            uint32_t next = blocks->rule[r].next[s][a];
            const uint32_t *row = blocks->rule[r].row + next;
            for (; next != 0 && (*row & BINA_LINK_FIRST) == 0; row++)
                if ((*row & BINA_LINK_ROW_MASK) == b)
                    return true;
        }
    return false;
}

START_TEST(every_pair_is_seen_once)
{
    static const char *const rules[] = {"given + place", "name", "given", NULL};
    bina_link_blocks blocks;
    size_t wanted = 0;

    make(&blocks, rules, ROWS, NULL, 0, 1, 0);
    walk_all(&blocks, NULL, 1);
    for (uint32_t a = 0; a < ROWS; a++)
        for (uint32_t b = 0; b < ROWS; b++) {
            bool made = a < b && (agree(GIVEN, a, b) || agree(NAME, a, b));
            ck_assert_int_eq(seen[a][b], made);
            wanted += made;
        }
    ck_assert_uint_gt(wanted, 1000);
    bina_link_blocks_drop(&blocks);
}
END_TEST

START_TEST(rows_meet_that_agree_on_all_three)
{
    static const char *const rules[] = {"place + given + name", NULL};
    bina_link_blocks blocks;
    size_t wanted = 0;

    make(&blocks, rules, ROWS, NULL, 0, 1, 0);
    walk_all(&blocks, NULL, 1);
    for (uint32_t a = 0; a < ROWS; a++)
        for (uint32_t b = 0; b < ROWS; b++) {
            bool made = a < b && agree(GIVEN, a, b) && agree(NAME, a, b) && agree(PLACE, a, b);
            ck_assert_int_eq(seen[a][b], made);
            wanted += made;
        }
    ck_assert_uint_gt(wanted, 0);
    bina_link_blocks_drop(&blocks);
}
END_TEST

START_TEST(rows_with_two_keys_meet_once)
{
    static const char *const rules[] = {"given:start + place", "name:words", "name:words + place",
                                        "place", NULL};
    bina_link_blocks blocks;
    bool words = false;

    make(&blocks, rules, ROWS, NULL, 0, 1, 0);
    walk_all(&blocks, NULL, 1);
    for (uint32_t a = 0; a < ROWS; a++)
        for (uint32_t b = a + 1; b < ROWS; b++) {
            bool made = share(&blocks, a, b);
            ck_assert_int_eq(seen[a][b], made);
            words = words || (made && !agree(NAME, a, b) && !agree(PLACE, a, b));
            ck_assert(made || !agree(PLACE, a, b));
        }
    ck_assert(words);
    bina_link_blocks_drop(&blocks);
}
END_TEST

START_TEST(large_blocks_are_cut)
{
    static const char *const rules[] = {"place", NULL};
    static const bina_link_trait cut[] = {{PLACE, BINA_LINK_WHOLE}, {GIVEN, BINA_LINK_WHOLE}};
    bina_link_blocks blocks;
    size_t count, wanted = 0;

    make(&blocks, rules, 20, cut, 2, 1, 0);
    count = walk_all(&blocks, NULL, 1);
    /* Every place has more than 20 rows, no place with a given name has. */
    for (uint32_t a = 0; a < ROWS; a++)
        for (uint32_t b = a + 1; b < ROWS; b++) {
            ck_assert_int_eq(seen[a][b], agree(PLACE, a, b) && agree(GIVEN, a, b));
            wanted += seen[a][b];
        }
    ck_assert_uint_eq(count, wanted);
    ck_assert_uint_gt(wanted, 50);
    ck_assert_uint_eq(bina_link_blocks_pairs(&blocks), wanted);
    bina_link_blocks_drop(&blocks);
    /* What is too large to the end is passed over. */
    make(&blocks, rules, 20, NULL, 0, 1, 0);
    ck_assert_uint_eq(walk_all(&blocks, NULL, 1), 0);
    bina_link_blocks_drop(&blocks);
}
END_TEST

START_TEST(lists_alone_are_not_compared_with_themselves)
{
    static const char *const rules[] = {"given", NULL};
    static const bool alone[] = {true, false};
    bina_link_blocks blocks;

    make(&blocks, rules, ROWS, NULL, 0, 1, 0);
    walk_all(&blocks, alone, 1);
    for (uint32_t a = 0; a < ROWS; a++)
        for (uint32_t b = a + 1; b < ROWS; b++)
            ck_assert_int_eq(seen[a][b], agree(GIVEN, a, b) && b >= 200);
    bina_link_blocks_drop(&blocks);
}
END_TEST

START_TEST(a_sample_takes_all_pairs_of_some_rows)
{
    static const char *const rules[] = {"given", "name:words", NULL};
    bina_link_blocks blocks;
    bina_link_walk walk = {NULL, NULL, NULL, 5, NULL, NULL};
    size_t taken = 0;

    make(&blocks, rules, ROWS, NULL, 0, 1, 0);
    walk_all(&blocks, NULL, 5);
    for (uint32_t a = 0; a < ROWS; a++) {
        taken += bina_link_walk_takes(&walk, a);
        for (uint32_t b = a + 1; b < ROWS; b++)
            ck_assert_int_eq(seen[a][b], bina_link_walk_takes(&walk, a) && share(&blocks, a, b));
    }
    ck_assert_uint_gt(taken, ROWS / 8);
    ck_assert_uint_lt(taken, ROWS / 3);
    bina_link_blocks_drop(&blocks);
}
END_TEST

START_TEST(threads_change_nothing)
{
    static const char *const rules[] = {"name:words + place", "given", "name", NULL};
    bina_link_blocks one, four;

    make(&one, rules, 60, NULL, 0, 1, 0);
    make(&four, rules, 60, NULL, 0, 4, 0);
    for (size_t r = 0; r < one.rules; r++) {
        for (unsigned s = 0; s < one.rule[r].slots; s++)
            ck_assert_mem_eq(one.rule[r].next[s], four.rule[r].next[s], ROWS * sizeof(uint32_t));
        ck_assert_mem_eq(one.rule[r].start, four.rule[r].start, sizeof(one.rule[r].start));
        ck_assert_mem_eq(one.rule[r].row, four.rule[r].row,
                         one.rule[r].start[BINA_LINK_BUCKETS] * sizeof(*one.rule[r].row));
    }
    bina_link_blocks_drop(&one);
    bina_link_blocks_drop(&four);
}
END_TEST

START_TEST(files_change_nothing)
{
    static const char *const rules[] = {"name:words + place", "given", "name", NULL};
    bina_link_blocks held, filed;
    size_t count;

    make(&held, rules, 60, NULL, 0, 1, 0);
    /* So little memory that every bucket is sorted alone. */
    make(&filed, rules, 60, NULL, 0, 2, 1);
    for (size_t r = 0; r < held.rules; r++) {
        for (unsigned s = 0; s < held.rule[r].slots; s++)
            ck_assert_mem_eq(held.rule[r].next[s], filed.rule[r].next[s], ROWS * sizeof(uint32_t));
        ck_assert_mem_eq(held.rule[r].row, filed.rule[r].row,
                         held.rule[r].start[BINA_LINK_BUCKETS] * sizeof(*held.rule[r].row));
    }
    count = walk_all(&held, NULL, 1);
    ck_assert_uint_gt(count, 100);
    ck_assert_uint_eq(walk_all(&filed, NULL, 1), count);
    bina_link_blocks_drop(&held);
    bina_link_blocks_drop(&filed);
}
END_TEST

static bool
is_same_rule(const bina_link_rule *a, const bina_link_rule *b)
{
    for (unsigned t = 0; t < a->traits && t < b->traits; t++)
        if (a->trait[t].field != b->trait[t].field || a->trait[t].part != b->trait[t].part)
            return false;
    return a->traits == b->traits;
}

START_TEST(rules_are_read_as_they_are_written)
{
    /* Columns are called as people like: by whole questions, with the signs that rules are made of.
     */
    static const char *const names[] = {
        "Nama + gelar", "Desa: kelurahan", "gelar:start",
        "Nama lengkap pemilik usaha sesuai dengan kartu tanda penduduk yang berlaku, tanpa gelar",
        "Nama lengkap pemilik usaha sesuai dengan kartu tanda penduduk yang berlaku, dengan gelar"};
    enum { NAMES = sizeof(names) / sizeof(names[0]) };
    static const bina_link_rule rules[] = {
        {{{0, BINA_LINK_WHOLE}}, 1},
        {{{0, BINA_LINK_SOUND}, {1, BINA_LINK_START}}, 2},
        {{{1, BINA_LINK_WHOLE}, {0, BINA_LINK_WHOLE}}, 2},
        {{{2, BINA_LINK_START}}, 1},
        {{{2, BINA_LINK_WHOLE}, {0, BINA_LINK_START}}, 2},
        {{{4, BINA_LINK_WORD}, {3, BINA_LINK_SOUND}}, 2},
        {{{1, BINA_LINK_SOUND}, {0, BINA_LINK_WHOLE}, {4, BINA_LINK_START}}, 3}};
    bina_link_plan named = {0};

    for (int f = 0; f < NAMES; f++)
        ck_assert_ptr_nonnull(bina_link_plan_add(&named, names[f], BINA_LINK_WORDS));
    for (size_t r = 0; r < sizeof(rules) / sizeof(rules[0]); r++) {
        char *text = bina_link_rule_write(&named, &rules[r]);
        ck_assert_int_eq(bina_link_rule_read(&named, text), BINA_OK);
        ck_assert_msg(is_same_rule(&named.rule[r], &rules[r]), "%s", text);
        free(text);
    }
    ck_assert_int_eq(bina_link_rule_read(&named, "Nama"), BINA_ERR_INVALID);
    ck_assert_int_eq(bina_link_rule_read(&named, "Nama + gelar + usaha"), BINA_ERR_INVALID);
    ck_assert_int_eq(bina_link_rule_read(&named, "gelar:start + Nama + gelar:words"),
                     BINA_ERR_INVALID);
    bina_link_plan_drop(&named);
}
END_TEST

static int
by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

START_TEST(entries_are_sorted)
{
    static const size_t sizes[] = {0, 1, 2, 47, 48, 49, 50, 5000};
    static uint64_t entry[5000], wanted[5000], spare[5000];
    uint64_t state = 7;

    for (size_t s = 0; s < sizeof(sizes) / sizeof(sizes[0]); s++) {
        /* Few keys, so that many are equal; what is below the key ascends before sorting. */
        for (size_t i = 0; i < sizes[s]; i++)
            entry[i] = wanted[i] = (uint64_t)(draw(&state) % 97 * 11000003u) << 34 | i;
        qsort(wanted, sizes[s], sizeof(*wanted), by_number);
        bina_link_sort_entries(entry, sizes[s], spare, 34);
        ck_assert_mem_eq(entry, wanted, sizes[s] * sizeof(*entry));
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage blocks");
    TCase *tcase = tcase_create("blocks");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, every_pair_is_seen_once);
    tcase_add_test(tcase, rows_meet_that_agree_on_all_three);
    tcase_add_test(tcase, rows_with_two_keys_meet_once);
    tcase_add_test(tcase, large_blocks_are_cut);
    tcase_add_test(tcase, lists_alone_are_not_compared_with_themselves);
    tcase_add_test(tcase, a_sample_takes_all_pairs_of_some_rows);
    tcase_add_test(tcase, threads_change_nothing);
    tcase_add_test(tcase, files_change_nothing);
    tcase_add_test(tcase, rules_are_read_as_they_are_written);
    tcase_add_test(tcase, entries_are_sorted);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
