/* Protects linking end to end: every row once, twins found, verdicts obeyed, order without effect.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/estimates.h>
#include <bina/linkage.h>
#include <bina/rows.h>

enum { NAME, VILLAGE, BORN, PHONE, COLUMNS };

#define PEOPLE 300

/* Made-up people: person n of the world, always the same. */
static void
person(int n, char value[COLUMNS][64])
{
    static const char *const given[] = {"Kartini", "Sumarni", "Wahyudin", "Lestari", "Bagus",
                                        "Rukmini", "Slamet",  "Hartono",  "Mulyani", "Sutrisno",
                                        "Rahayu",  "Purnomo", "Fitriani", "Gunarto", "Maimunah"};
    static const char *const last[] = {"Prasetya", "Wibowo",   "Kusuma",    "Santoso", "Halim",
                                       "Saputra",  "Nugraha",  "Anggraini", "Permana", "Utami",
                                       "Hidayat",  "Mahendra", "Siregar"};
    static const char *const village[] = {"Sakra",  "Keruak",   "Masbagik", "Pringgasela",
                                          "Aikmel", "Sambelia", "Terara"};
    unsigned x = (unsigned)n * 2654435761u + 12345u;

    x = (x ^ x >> 15) * 2246822519u; /* else who shares a name lives in one village, too */

    snprintf(value[NAME], 64, "%s %s", given[x % 15], last[x / 15 % 13]);
    snprintf(value[VILLAGE], 64, "%s", village[x / 195 % 7]);
    snprintf(value[BORN], 64, "%d-%02d-%02d", 1950 + (int)(x / 7 % 50), 1 + (int)(x / 11 % 12),
             1 + (int)(x / 13 % 28));
    snprintf(value[PHONE], 64, "08%09u", x / 3 % 1000000000u);
}

/* Person n as another office wrote them: a letter dropped, sometimes a value missing. */
static void
spoil(int n, char value[COLUMNS][64])
{
    size_t length = strlen(value[NAME]), at = 1 + (size_t)n % (length - 1);

    memmove(value[NAME] + at, value[NAME] + at + 1, length - at);
    if (n % 3 == 0)
        value[PHONE][0] = '\0';
    if (n % 4 == 1)
        value[VILLAGE][0] = '\0';
    if (n % 5 == 2)
        value[BORN][9] = (char)('0' + (value[BORN][9] - '0' + 1) % 10);
}

/* People `from` up to `to`, as written by an office that spoils or does not. */
static bina_cursor *
people(int from, int to, bool spoilt)
{
    bina_description *d = bina_description_new("person", "A made-up person.");
    bina_rows *rows;
    bina_record *record;

    bina_description_add_field(d, spoilt ? "NAMA" : " nama", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, spoilt ? "Desa/Kelurahan" : "desa", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, spoilt ? "TGL LAHIR" : "tanggal_lahir", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, spoilt ? "No. HP" : "telepon", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, "id", BINA_INT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (int n = from; n < to; n++) {
        char value[COLUMNS][64];
        person(n, value);
        if (spoilt)
            spoil(n, value);
        bina_record_clear(record);
        for (int c = 0; c < COLUMNS; c++)
            if (value[c][0] != '\0')
                bina_set(record, c, value[c]);
        /* A number of the row, which by mischance is another person's on the other list. */
        bina_set(record, COLUMNS, 1000000 + n - from);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

/* List "a": people 0 to 299; list "b": people 150 to 449, spoilt. So 150 are on both. */
static void
add_lists(bina_linkage *linkage, bool b_first)
{
    for (int i = 0; i < 2; i++) {
        bool b = (i == 0) == b_first;
        bina_cursor *cursor = b ? people(150, 450, true) : people(0, 300, false);
        ck_assert_int_eq(bina_linkage_add_list(linkage, b ? "b" : "a", cursor), BINA_OK);
        bina_cursor_free(cursor);
    }
}

/* The entity of every row of "a" (0 to 299) and "b" (300 to 599); checks that each is there once.
 */
static void
entities(bina_linkage *linkage, int64_t entity[2 * PEOPLE])
{
    bina_cursor *cursor;
    const bina_record *record;

    memset(entity, 0, 2 * PEOPLE * sizeof(*entity));
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        const char *file = bina_record_text(record, BINA_LINKAGE_ENTITY_FILE);
        int64_t at = bina_record_int(record, BINA_LINKAGE_ENTITY_ROW) - 1;
        ck_assert_int_ge(at, 0);
        ck_assert_int_lt(at, PEOPLE);
        at += strcmp(file, "b") == 0 ? PEOPLE : 0;
        ck_assert_int_eq(entity[at], 0);
        entity[at] = bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
        ck_assert_int_gt(entity[at], 0);
    }
    bina_cursor_free(cursor);
    for (int i = 0; i < 2 * PEOPLE; i++)
        ck_assert_int_ne(entity[i], 0);
}

static void
count_pairs(const int64_t entity[2 * PEOPLE], int *right, int *wrong)
{
    *right = *wrong = 0;
    for (int a = 0; a < 2 * PEOPLE; a++)
        for (int b = a + 1; b < 2 * PEOPLE; b++)
            if (entity[a] == entity[b]) {
                if (a < PEOPLE && b >= PEOPLE && b - PEOPLE + 150 == a)
                    (*right)++;
                else
                    (*wrong)++;
            }
}

START_TEST(finds_who_is_on_both_lists)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    int64_t entity[2 * PEOPLE];
    int right, wrong;

    add_lists(linkage, false);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    entities(linkage, entity);
    count_pairs(entity, &right, &wrong);
    ck_assert_int_ge(right, 145);
    ck_assert_int_le(wrong, 1);
    /* Numbers are given as entities first appear. */
    ck_assert_int_eq(entity[0], 1);
    ck_assert_int_eq(entity[1], 2);
    bina_linkage_free(linkage);
}
END_TEST

START_TEST(order_of_lists_has_no_effect)
{
    int64_t entity[2][2 * PEOPLE];

    for (int i = 0; i < 2; i++) {
        bina_linkage *linkage = bina_linkage_new(NULL);
        add_lists(linkage, i == 1);
        ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
        entities(linkage, entity[i]);
        bina_linkage_free(linkage);
    }
    for (int a = 0; a < 2 * PEOPLE; a++)
        for (int b = a + 1; b < 2 * PEOPLE; b++)
            ck_assert_int_eq(entity[0][a] == entity[0][b], entity[1][a] == entity[1][b]);
}
END_TEST

START_TEST(a_task_does_the_same)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_task *task;
    int64_t entity[2 * PEOPLE];
    int right, wrong, steps = 0;
    bina_status status;

    add_lists(linkage, false);
    ck_assert_int_eq(bina_linkage_start(linkage, &task), BINA_OK);
    do {
        bina_progress progress;
        status = bina_task_step(task, &progress);
        ck_assert_int_le(progress.done, progress.total);
        ck_assert_ptr_nonnull(bina_task_stage(task, BINA_INDONESIAN));
        steps++;
    } while (status == BINA_OK);
    ck_assert_int_eq(status, BINA_DONE);
    ck_assert_int_gt(steps, 5);
    bina_task_free(task);
    entities(linkage, entity);
    count_pairs(entity, &right, &wrong);
    ck_assert_int_ge(right, 145);
    bina_linkage_free(linkage);
}
END_TEST

/* Who stops may go on, with the same result; what has ended says so. */
START_TEST(a_task_that_was_stopped_goes_on)
{
    bina_linkage *whole = bina_linkage_new(NULL), *stopped = bina_linkage_new(NULL);
    bina_task *task;
    int64_t entity[2][2 * PEOPLE];

    add_lists(whole, false);
    ck_assert_int_eq(bina_linkage_run(whole), BINA_OK);
    entities(whole, entity[0]);
    add_lists(stopped, false);
    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(bina_linkage_start(stopped, &task), BINA_OK);
        for (int steps = 0; steps <= i; steps++)
            ck_assert_int_eq(bina_task_step(task, NULL), BINA_OK);
        bina_task_free(task);
    }
    ck_assert_int_eq(bina_linkage_start(stopped, &task), BINA_OK);
    ck_assert_int_eq(bina_task_run(task), BINA_OK);
    bina_task_free(task);
    entities(stopped, entity[1]);
    ck_assert_mem_eq(entity[0], entity[1], sizeof entity[0]);
    ck_assert_int_eq(bina_linkage_start(stopped, &task), BINA_ERR_USAGE);
    ck_assert_ptr_null(task);
    ck_assert_ptr_nonnull(
        strstr(bina_error_message(bina_linkage_error(stopped), BINA_ENGLISH), "has ended"));
    bina_linkage_free(whole);
    bina_linkage_free(stopped);
}
END_TEST

START_TEST(a_task_keeps_the_linkage_it_works_on)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_task *task;

    add_lists(linkage, false);
    ck_assert_int_eq(bina_linkage_start(linkage, &task), BINA_OK);
    ck_assert_int_eq(bina_task_step(task, NULL), BINA_OK);
    bina_linkage_free(linkage);
    ck_assert_int_eq(bina_task_run(task), BINA_OK);
    bina_task_free(task);
}
END_TEST

START_TEST(verdicts_outrank_scores)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    int64_t entity[2 * PEOPLE];

    add_lists(linkage, false);
    /* Person 200 is on both lists; person 0 is only on "a", person 449 only on "b". */
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "a", 201, "b", 51, true), BINA_OK);
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "b", 51, "a", 201, false), BINA_OK);
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "b", 300, "a", 1, true), BINA_OK);
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "a", 301, "b", 1, true), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "c", 1, "b", 1, true), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    entities(linkage, entity);
    ck_assert_int_ne(entity[200], entity[PEOPLE + 50]);
    ck_assert_int_eq(entity[0], entity[PEOPLE + 299]);
    bina_linkage_free(linkage);
}
END_TEST

START_TEST(reasons_add_up_to_the_weight)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *pairs, *reasons;
    const bina_record *pair, *reason;
    int seen = 0;

    add_lists(linkage, false);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_pairs(linkage, &pairs), BINA_OK);
    while (bina_cursor_next(pairs, &pair) == BINA_OK && seen++ < 20) {
        double sum = 0, weight = bina_record_real(pair, BINA_LINKAGE_PAIR_WEIGHT);
        double probability = bina_record_real(pair, BINA_LINKAGE_PAIR_PROBABILITY);
        ck_assert_double_eq_tol(probability, 1 / (1 + exp2(-weight)), 1e-9);
        ck_assert_int_eq(
            bina_linkage_explain(linkage, bina_record_text(pair, BINA_LINKAGE_PAIR_LIST_A),
                                 bina_record_int(pair, BINA_LINKAGE_PAIR_ROW_A),
                                 bina_record_text(pair, BINA_LINKAGE_PAIR_LIST_B),
                                 bina_record_int(pair, BINA_LINKAGE_PAIR_ROW_B), &reasons),
            BINA_OK);
        while (bina_cursor_next(reasons, &reason) == BINA_OK) {
            sum += bina_record_real(reason, BINA_LINKAGE_REASON_WEIGHT);
            ck_assert_ptr_nonnull(bina_record_text(reason, BINA_LINKAGE_REASON_REASON));
            ck_assert_ptr_nonnull(bina_record_text(reason, BINA_LINKAGE_REASON_ALASAN));
        }
        bina_cursor_free(reasons);
        ck_assert_double_eq_tol(sum, weight, 1e-6);
    }
    ck_assert_int_ge(seen, 20);
    bina_cursor_free(pairs);
    ck_assert_int_eq(bina_linkage_explain(linkage, "a", 0, "b", 1, &reasons), BINA_ERR_NOT_FOUND);
    bina_linkage_free(linkage);
}
END_TEST

/* What the reasons of rows of "a" and "b" add up to. */
static double
weigh(bina_linkage *linkage, int row_a, int row_b)
{
    bina_cursor *reasons;
    const bina_record *reason;
    double sum = 0;

    ck_assert_int_eq(bina_linkage_explain(linkage, "a", row_a, "b", row_b, &reasons), BINA_OK);
    while (bina_cursor_next(reasons, &reason) == BINA_OK)
        sum += bina_record_real(reason, BINA_LINKAGE_REASON_WEIGHT);
    bina_cursor_free(reasons);
    return sum;
}

/* Pairs that cannot matter are passed over unweighed: never one that could. */
START_TEST(no_pair_that_reaches_the_threshold_is_passed_over)
{
    static bool found[PEOPLE][PEOPLE];
    bina_linkage *linkage = bina_linkage_new(NULL);
    double least = log2(0.2 / 0.8);
    bina_cursor *pairs;
    const bina_record *pair;
    int reached = 0;

    memset(found, 0, sizeof found);
    add_lists(linkage, false);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_pairs(linkage, &pairs), BINA_OK);
    while (bina_cursor_next(pairs, &pair) == BINA_OK)
        if (strcmp(bina_record_text(pair, BINA_LINKAGE_PAIR_LIST_A), "a") == 0 &&
            strcmp(bina_record_text(pair, BINA_LINKAGE_PAIR_LIST_B), "b") == 0)
            found[bina_record_int(pair, BINA_LINKAGE_PAIR_ROW_A) - 1]
                 [bina_record_int(pair, BINA_LINKAGE_PAIR_ROW_B) - 1] = true;
    bina_cursor_free(pairs);
    for (int a = 0; a < PEOPLE; a += 3)
        for (int b = 0; b < PEOPLE; b++) {
            double weight = weigh(linkage, a + 1, b + 1);
            if (fabs(weight - least) < 1e-6)
                continue;
            reached += weight > least;
            ck_assert_msg(found[a][b] == (weight > least), "row %d of a, row %d of b: %f", a + 1,
                          b + 1, weight);
        }
    ck_assert_int_ge(reached, 45);
    bina_linkage_free(linkage);
}
END_TEST

/* What three links look like says little of the fourth: 4 in 5, by the rule of succession. */
START_TEST(little_data_claims_little)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *cursor = people(0, 5, false);
    const bina_record *record;
    double links;

    ck_assert_int_eq(bina_linkage_add_list(linkage, "a", cursor), BINA_OK);
    bina_cursor_free(cursor);
    cursor = people(2, 7, false);
    ck_assert_int_eq(bina_linkage_add_list(linkage, "b", cursor), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_expectations(linkage, 0.7, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    links = bina_record_real(record, BINA_LINKAGE_EXPECTATION_LINKS);
    ck_assert_double_eq_tol(links, 3, 1e-9);
    ck_assert_double_le(bina_record_real(record, BINA_LINKAGE_EXPECTATION_PRECISION),
                        (links + 1) / (links + 2) + 1e-9);
    ck_assert_double_le(bina_record_real(record, BINA_LINKAGE_EXPECTATION_RECALL), 0.9);
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
}
END_TEST

/* Moves the settings that a run applied into new settings. */
static void
carry(bina_linkage *linkage, bina_linkage_settings *settings)
{
    static const char *const names[] = {"options",  "list",  "column",   "comparison",
                                        "blocking", "model", "parameter"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        bina_cursor *cursor;
        const bina_record *record;
        ck_assert_int_eq(bina_linkage_effective(linkage, names[i], &cursor), BINA_OK);
        while (bina_cursor_next(cursor, &record) == BINA_OK)
            ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_OK);
        bina_cursor_free(cursor);
    }
}

START_TEST(applied_settings_make_the_same_run)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_linkage *first = bina_linkage_new(NULL), *second;
    int64_t entity[2][2 * PEOPLE];

    add_lists(first, false);
    ck_assert_int_eq(bina_linkage_run(first), BINA_OK);
    entities(first, entity[0]);
    carry(first, settings);
    bina_linkage_free(first);
    second = bina_linkage_new(settings);
    bina_linkage_settings_free(settings);
    add_lists(second, false);
    ck_assert_int_eq(bina_linkage_run(second), BINA_OK);
    entities(second, entity[1]);
    ck_assert_mem_eq(entity[0], entity[1], sizeof(entity[0]));
    bina_linkage_free(second);
}
END_TEST

START_TEST(settings_refuse_what_they_do_not_know)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_description *foreign = bina_description_new("comparison", "");
    const bina_description *own = bina_linkage_settings_description(settings, "comparison");
    bina_record *record;
    bina_linkage *linkage;

    ck_assert_ptr_null(bina_linkage_settings_description(settings, "compare"));
    bina_description_add_field(foreign, "field", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(foreign, "colour", BINA_TEXT, NULL, "", 0);
    record = bina_record_new_of(foreign);
    bina_set(record, 0, "nama");
    bina_set(record, 1, "red");
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, "s.yaml", 12), BINA_ERR_USAGE);
    ck_assert_str_eq(bina_error_field(bina_linkage_settings_error(settings)), "colour");
    ck_assert_str_eq(bina_error_file(bina_linkage_settings_error(settings)), "s.yaml");
    ck_assert_int_eq(bina_error_line(bina_linkage_settings_error(settings)), 12);
    bina_record_free(record);
    bina_description_free(foreign);

    record = bina_record_new_of(own);
    bina_set(record, BINA_LINKAGE_COMPARISON_FIELD, "nama");
    bina_set(record, BINA_LINKAGE_COMPARISON_COMPARE, "tarot");
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_ERR_INVALID);
    bina_set_null(record, BINA_LINKAGE_COMPARISON_COMPARE);
    bina_set(record, BINA_LINKAGE_COMPARISON_FIELD, "tinggi badan");
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, "s.yaml", 3), BINA_OK);
    bina_record_free(record);

    /* No list has such a column: the run says so, and where the setting stands. */
    linkage = bina_linkage_new(settings);
    add_lists(linkage, false);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_error_line(bina_linkage_error(linkage)), 3);
    bina_linkage_free(linkage);
    bina_linkage_settings_free(settings);
}
END_TEST

START_TEST(blocks_find_nearly_what_all_pairs_find)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_record *record =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    bina_linkage *linkage;
    int64_t entity[2 * PEOPLE];
    int right, wrong;

    bina_set(record, BINA_LINKAGE_OPTION_MOST_PAIRS, 100);
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_OK);
    bina_record_free(record);
    linkage = bina_linkage_new(settings);
    add_lists(linkage, false);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    entities(linkage, entity);
    count_pairs(entity, &right, &wrong);
    ck_assert_int_ge(right, 143);
    ck_assert_int_le(wrong, 1);
    bina_linkage_free(linkage);
    bina_linkage_settings_free(settings);
}
END_TEST

START_TEST(nothing_is_fine)
{
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *cursor;
    const bina_record *record;

    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_ERR_USAGE);
    ck_assert_ptr_null(cursor);
    cursor = people(0, 0, false);
    ck_assert_int_eq(bina_linkage_add_list(linkage, "a", cursor), BINA_OK);
    ck_assert_int_eq(bina_linkage_add_list(linkage, "a", cursor), BINA_ERR_DUPLICATE);
    bina_cursor_free(cursor);
    cursor = people(0, 1, false);
    ck_assert_int_eq(bina_linkage_add_list(linkage, "b", cursor), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_int_eq(bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY), 1);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_DONE);
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
    bina_linkage_free(NULL);
    bina_linkage_settings_free(NULL);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage");
    TCase *tcase = tcase_create("run");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, little_data_claims_little);
    tcase_add_test(tcase, finds_who_is_on_both_lists);
    tcase_add_test(tcase, order_of_lists_has_no_effect);
    tcase_add_test(tcase, a_task_does_the_same);
    tcase_add_test(tcase, a_task_that_was_stopped_goes_on);
    tcase_add_test(tcase, a_task_keeps_the_linkage_it_works_on);
    tcase_add_test(tcase, verdicts_outrank_scores);
    tcase_add_test(tcase, reasons_add_up_to_the_weight);
    tcase_add_test(tcase, no_pair_that_reaches_the_threshold_is_passed_over);
    tcase_add_test(tcase, applied_settings_make_the_same_run);
    tcase_add_test(tcase, settings_refuse_what_they_do_not_know);
    tcase_add_test(tcase, blocks_find_nearly_what_all_pairs_find);
    tcase_add_test(tcase, nothing_is_fine);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
