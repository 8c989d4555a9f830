/*
 * Memory runs out at each point of a whole linkage: reading, running, results, scoring, rows that
 * come and go. Either an error comes back, or the very results that come when none fails: rows that
 * are missing without a word would be counted.
 */
#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/estimates.h>
#include <bina/linkage_index.h>
#include <bina/questions.h>
#include <bina/rows.h>
#include <bina/score.h>
#include "base/hash.h"
#include "scarce.h"

enum { NAME, VILLAGE, STREET, BORN, PHONE, COLUMNS };

#define ROWS 70

static const char *const column[COLUMNS] = {"nama usaha", "desa", "alamat", "tanggal lahir",
                                            "telepon"};

static void
fill(bina_record *record, unsigned n, bool other)
{
    static const char *const thing[] = {"Tenun", "Kopi Bubuk", "Keripik", "Gerabah", "Mebel"};
    static const char *const name[] = {"Lestari", "Mekar Sari", "Sumber Rejeki", "Harapan",
                                       "Cahaya",  "Barokah",    "Putra Mandiri"};
    static const char *const village[] = {"Sakra", "Keruak", "Masbagik", "Aikmel"};
    unsigned x = n * 2654435761u >> 7, year, month, day;
    char text[96];

    bina_record_clear(record);
    snprintf(text, sizeof text, "%s%s %s", other ? "UD. " : "", thing[x % 5], name[x / 5 % 7]);
    if (other && n % 3 == 0)
        text[strlen(text) - 2] = 'x';
    bina_set(record, NAME, text);
    if (n % 7 != 3)
        bina_set(record, VILLAGE, village[x / 35 % 4]);
    snprintf(text, sizeof text, "Jl. Pahlawan No. %u RT 0%u RW 02", x % 90, 1 + x % 5);
    bina_set(record, STREET, text);
    year = 1950 + x % 45, month = 1 + x / 11 % 12, day = 1 + x / 13 % 28;
    if (other)
        snprintf(text, sizeof text, "%02u/%02u/%u", day, month, year);
    else
        snprintf(text, sizeof text, "%u-%02u-%02u", year, month, day);
    if (n % 5 != 1)
        bina_set(record, BORN, text);
    snprintf(text, sizeof text, "0812%07u", x % 10000000);
    if (n % 4 != 2)
        bina_set(record, PHONE, text);
}

static bina_rows *
list(const bina_description *description, bool other)
{
    bina_rows *rows = bina_rows_new(description);
    bina_record *record = bina_record_new_of(description);

    for (unsigned n = 0; n < ROWS; n++) {
        fill(record, other ? n + ROWS / 3 : n, other);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    return rows;
}

/* What a scenario is told to do. */
static struct {
    bina_linkage_settings *settings;
    bina_cursor *list[2], *pairs;
    bina_record *typed;
} given;

/* How the lists are linked. */
typedef struct way {
    int threads, memory, most_pairs;
} way;

static const way all_pairs = {1, 0, 1000000};

static void
prepare(way by)
{
    bina_description *description = bina_description_new("shop", "A made-up business.");
    bina_description *pair = bina_description_new("pair", "A pair from elsewhere.");
    bina_rows *pairs;
    bina_record *record;

    for (int c = 0; c < COLUMNS; c++)
        bina_description_add_field(description, column[c], BINA_TEXT, NULL, "", 0);
    for (int i = 0; i < 2; i++)
        given.list[i] = bina_rows_to_cursor(list(description, i == 1));
    given.typed = bina_record_new_of(description);
    fill(given.typed, ROWS / 2, true);
    given.settings = bina_linkage_settings_new();
    record = bina_record_new_of(bina_linkage_settings_description(given.settings, "options"));
    bina_set(record, BINA_LINKAGE_OPTION_THREADS, by.threads);
    bina_set(record, BINA_LINKAGE_OPTION_MEMORY, by.memory);
    bina_set(record, BINA_LINKAGE_OPTION_MOST_PAIRS, by.most_pairs);
    ck_assert_int_eq(bina_linkage_settings_add(given.settings, record, NULL, 0), BINA_OK);
    bina_record_free(record);
    bina_description_add_field(pair, "row_a", BINA_INT, NULL, "", 0);
    bina_description_add_field(pair, "row_b", BINA_INT, NULL, "", 0);
    pairs = bina_rows_new(pair);
    record = bina_record_new_of(pair);
    for (int n = 1; n <= ROWS; n++) {
        bina_set(record, 0, n);
        bina_set(record, 1, 1 + n * 31 % ROWS);
        ck_assert_int_eq(bina_rows_add(pairs, record), BINA_OK);
    }
    bina_record_free(record);
    given.pairs = bina_rows_to_cursor(pairs);
    bina_description_free(description);
    bina_description_free(pair);
}

static void
drop(void)
{
    bina_linkage_settings_free(given.settings);
    for (int i = 0; i < 2; i++)
        bina_cursor_free(given.list[i]);
    bina_cursor_free(given.pairs);
    bina_record_free(given.typed);
}

/* Adds what a cursor of results gives to a digest, and frees it. */
static bina_status
digest(bina_status status, bina_cursor *cursor, uint64_t *hash)
{
    const bina_record *record;
    int64_t integer;
    double real;

    if (status != BINA_OK)
        return cursor != NULL ? BINA_ERR_USAGE : status; /* an output that failed is NULL */
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK)
        for (int f = 0; f < bina_description_count(bina_record_description(record)); f++) {
            const char *text = bina_record_text(record, f);
            integer = bina_record_int(record, f);
            real = bina_record_real(record, f);
            *hash = bina_hash_text(*hash, text != NULL ? text : "-");
            *hash = bina_hash_bytes(*hash, &integer, sizeof integer);
            *hash = bina_hash_bytes(*hash, &real, sizeof real);
        }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

#define TRY(call)                                                                                  \
    if ((status = (call)) != BINA_OK)                                                              \
    goto out

#define READ(call)                                                                                 \
    cursor = NULL;                                                                                 \
    status = (call);                                                                               \
    TRY(digest(status, cursor, hash))

static bina_status
run(uint64_t *hash)
{
    bina_linkage *linkage = bina_linkage_new(given.settings);
    bina_cursor *cursor = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (linkage == NULL)
        return status;
    TRY(bina_linkage_add_list(linkage, "a", given.list[0]));
    TRY(bina_linkage_add_list(linkage, "b", given.list[1]));
    TRY(bina_linkage_add_verdict(linkage, "a", 40, "b", 17, true));
    TRY(bina_linkage_add_verdict(linkage, "a", 41, "b", 3, false));
    TRY(bina_linkage_run(linkage));
    READ(bina_linkage_entities(linkage, &cursor));
    READ(bina_linkage_pairs(linkage, &cursor));
out:
    bina_linkage_free(linkage);
    return status;
}

/* A linkage that was run, for what is asked of it afterwards. */
static bina_linkage *ran;

static void
run_before(void)
{
    prepare(all_pairs);
    ran = bina_linkage_new(given.settings);
    ck_assert_int_eq(bina_linkage_add_list(ran, "a", given.list[0]), BINA_OK);
    ck_assert_int_eq(bina_linkage_add_list(ran, "b", given.list[1]), BINA_OK);
    ck_assert_int_eq(bina_linkage_run(ran), BINA_OK);
    drop();
}

/* What settings are made of. */
static const char *const records[] = {"options",  "list",  "column",   "comparison",
                                      "blocking", "model", "parameter"};

static bina_status
ask(uint64_t *hash)
{
    bina_cursor *cursor = NULL;
    bina_status status = BINA_OK;

    READ(bina_linkage_entities(ran, &cursor));
    READ(bina_linkage_pairs(ran, &cursor));
    READ(bina_linkage_explain(ran, "a", 40, "b", 17, &cursor));
    READ(bina_linkage_parameters(ran, &cursor));
    READ(bina_linkage_summary(ran, &cursor));
    READ(bina_linkage_expectations(ran, 0, &cursor));
    READ(bina_linkage_histogram(ran, 0, &cursor));
    READ(bina_linkage_unlinkable(ran, &cursor));
    READ(bina_linkage_gaps(ran, &cursor));
    READ(bina_linkage_questions(ran, 5, &cursor));
    for (size_t i = 0; i < sizeof records / sizeof records[0]; i++) {
        READ(bina_linkage_effective(ran, records[i], &cursor));
    }
out:
    return status;
}

static bina_status
score(uint64_t *hash)
{
    static const int64_t a[] = {1, 2, 3, 40}, b[] = {70, 1, 9, 17};
    bina_cursor *cursor = NULL, *pairs = given.pairs;
    double weight[4];
    bina_status status;

    given.pairs = NULL;
    READ(bina_linkage_score(ran, pairs, &cursor));
    TRY(bina_linkage_score_rows(ran, "a", a, "b", b, 4, weight, NULL));
    *hash = bina_hash_bytes(*hash, weight, sizeof weight);
out:
    return status;
}

static bina_status
come_and_go(uint64_t *hash)
{
    bina_cursor *cursor = NULL;
    bina_status status;
    int64_t row;

    READ(bina_linkage_match(ran, "a", given.typed, 5, &cursor));
    READ(bina_linkage_match_explain(ran, "a", given.typed, "b", 12, &cursor));
    TRY(bina_linkage_insert(ran, "a", given.typed, &row));
    TRY(bina_linkage_change(ran, "b", 12, given.typed));
    TRY(bina_linkage_remove(ran, "a", 3));
    READ(bina_linkage_entities(ran, &cursor));
    READ(bina_linkage_pairs(ran, &cursor));
out:
    return status;
}

/* The model of the run, given to a new one as settings are that were read from a file. */
static bina_status
run_again(uint64_t *hash)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_linkage *again = NULL;
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = settings == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;

    for (size_t i = 0; i < sizeof records / sizeof records[0] && status == BINA_OK; i++) {
        status = bina_linkage_effective(ran, records[i], &cursor);
        while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
            status = bina_linkage_settings_add(settings, record, NULL, 0);
        bina_cursor_free(cursor);
        status = status == BINA_DONE ? BINA_OK : status;
    }
    if (status != BINA_OK)
        goto out;
    again = bina_linkage_new(settings);
    if (again == NULL) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    TRY(bina_linkage_add_list(again, "a", given.list[0]));
    TRY(bina_linkage_run(again));
    READ(bina_linkage_parameters(again, &cursor));
out:
    bina_linkage_settings_free(settings);
    bina_linkage_free(again);
    return status;
}

/* Every row that is there has one entity: whatever failed, the linkage is whole. */
static void
is_whole(void)
{
    bina_cursor *cursor;
    const bina_record *record;
    int64_t row;
    int rows = 0;

    prepare(all_pairs);
    ck_assert_int_eq(bina_linkage_insert(ran, "b", given.typed, &row), BINA_OK);
    drop();
    ck_assert_int_eq(bina_linkage_remove(ran, "b", row), BINA_OK);
    ck_assert_int_eq(bina_linkage_entities(ran, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        ck_assert_int_gt(bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY), 0);
        rows++;
    }
    bina_cursor_free(cursor);
    ck_assert_int_ge(rows, 2 * ROWS - 1);
    ck_assert_int_le(rows, 2 * ROWS + 1);
}

typedef bina_status scenario(uint64_t *hash);

/* The scenario, in which some allocation fails; lists and pairs are given anew. */
static bina_status
try_once(scenario *what, way by, long allocations, scarce how, uint64_t *hash, bool *failed)
{
    bina_status status;

    *hash = BINA_HASH_START;
    prepare(by);
    scarce_after(allocations, how);
    status = what(hash);
    *failed = scarce_end();
    drop();
    return status;
}

/*
 * The first allocation fails, then the one `stride` further, and so on to the end: each alone, and
 * each with all after it.
 */
static void
fail_each(scenario *what, way by, long stride)
{
    uint64_t right, hash;
    bool failed = true;

    ck_assert_int_eq(try_once(what, by, LONG_MAX, SCARCE_ONCE, &right, &failed), BINA_OK);
    for (scarce how = SCARCE_ONCE; how <= SCARCE_FROM; how++) {
        long n = 0;
        for (failed = true; failed; n += stride) {
            bina_status status = try_once(what, by, n, how, &hash, &failed);
            if (status == BINA_OK)
                ck_assert_msg(hash == right, "allocation %ld: another result", n);
            else
                ck_assert_msg(status == BINA_ERR_NO_MEMORY, "allocation %ld: %s", n,
                              bina_status_name(status));
        }
        ck_assert_int_gt(n, 50);
    }
}

START_TEST(a_run_that_compares_all)
{
    fail_each(run, all_pairs, 3);
}
END_TEST

START_TEST(a_run_by_blocks_on_two_threads)
{
    fail_each(run, (way){2, 0, 10}, 11);
}
END_TEST

START_TEST(a_run_whose_arrays_lie_in_a_file)
{
    fail_each(run, (way){1, 32, 10}, 11);
}
END_TEST

/* What is asked of a linkage leaves it as it is, also when memory is out. */
START_TEST(results)
{
    run_before();
    fail_each(ask, all_pairs, 1);
    fail_each(score, all_pairs, 1);
    fail_each(run_again, all_pairs, 5);
    bina_linkage_free(ran);
}
END_TEST

START_TEST(rows_that_come_and_go)
{
    uint64_t right, hash;
    bool failed = true;

    run_before();
    prepare(all_pairs);
    hash = BINA_HASH_START;
    ck_assert_int_eq(come_and_go(&hash), BINA_OK);
    right = hash;
    drop();
    bina_linkage_free(ran);
    for (scarce how = SCARCE_ONCE; how <= SCARCE_FROM; how++)
        for (long n = how == SCARCE_ONCE ? 0 : 1; n == 0 || failed; n += 2) {
            bina_status status;
            run_before();
            status = try_once(come_and_go, all_pairs, n, how, &hash, &failed);
            ck_assert(status == BINA_OK ? hash == right : status == BINA_ERR_NO_MEMORY);
            is_whole();
            bina_linkage_free(ran);
        }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage: without memory");
    TCase *all = tcase_create("memory");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(all, 120);
    tcase_add_test(all, a_run_that_compares_all);
    tcase_add_test(all, a_run_by_blocks_on_two_threads);
    tcase_add_test(all, a_run_whose_arrays_lie_in_a_file);
    tcase_add_test(all, results);
    tcase_add_test(all, rows_that_come_and_go);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
