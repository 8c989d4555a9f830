/* Protects the linkage after its run: whoever is typed is found with the weight of the run, and
 * rows that come, change and go leave pairs and entities as if all had been linked so. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/linkage_index.h>
#include <bina/questions.h>
#include <bina/rows.h>
#include "linkage/handle.h"

enum { OWNER, BUSINESS, VILLAGE, BORN, PHONE, COLUMNS };

#define ROWS 200 /* of each list */

/* Made-up enterprise n of the world, always the same. */
static void
enterprise(int n, char value[COLUMNS][64])
{
    static const char *const given[] = {"Kartini", "Sumarni", "Wahyudin", "Lestari", "Bagus",
                                        "Rukmini", "Slamet",  "Hartono",  "Mulyani", "Sutrisno",
                                        "Rahayu",  "Purnomo", "Fitriani", "Gunarto", "Maimunah"};
    static const char *const last[] = {"Prasetya", "Wibowo",   "Kusuma",    "Santoso", "Halim",
                                       "Saputra",  "Nugraha",  "Anggraini", "Permana", "Utami",
                                       "Hidayat",  "Mahendra", "Siregar"};
    static const char *const village[] = {"Sakra",  "Keruak",   "Masbagik", "Pringgasela",
                                          "Aikmel", "Sambelia", "Terara"};
    static const char *const trade[] = {"Tenun", "Keripik", "Gerabah", "Kopi", "Mebel"};
    static const char *const brand[] = {"Mekar Sari", "Harapan", "Sinar Rinjani", "Barokah",
                                        "Maju Jaya",  "Putri",   "Tunas Muda",    "Cahaya"};
    unsigned x = (unsigned)n * 2654435761u + 12345u;

    snprintf(value[OWNER], 64, "%s %s", given[x % 15], last[x / 15 % 13]);
    if (n % 3 == 0)
        snprintf(value[BUSINESS], 64, "%s %s", trade[x / 17 % 5], given[x % 15]);
    else
        snprintf(value[BUSINESS], 64, "%s %s", trade[x / 17 % 5], brand[x / 19 % 8]);
    snprintf(value[VILLAGE], 64, "%s", village[x / 195 % 7]);
    snprintf(value[BORN], 64, "%d-%02d-%02d", 1950 + (int)(x / 7 % 50), 1 + (int)(x / 11 % 12),
             1 + (int)(x / 13 % 28));
    snprintf(value[PHONE], 64, "08%09u", x / 3 % 1000000000u);
}

/* The same as another office wrote it. */
static void
spoil(int n, char value[COLUMNS][64])
{
    size_t length = strlen(value[OWNER]), at = 1 + (size_t)n % (length - 1);

    memmove(value[OWNER] + at, value[OWNER] + at + 1, length - at);
    if (n % 3 == 0)
        value[PHONE][0] = '\0';
    if (n % 4 == 1)
        value[VILLAGE][0] = '\0';
    if (n % 5 == 2)
        value[BORN][9] = (char)('0' + (value[BORN][9] - '0' + 1) % 10);
    if (n % 7 == 3)
        value[BUSINESS][0] = '\0';
}

/* Row `at` (from 0) of list "a" or "b": the lists share the second half of one. */
static void
value_of(bool b, int at, char value[COLUMNS][64])
{
    int n = b ? at + ROWS / 2 : at;

    enterprise(n, value);
    if (b)
        spoil(n, value);
}

static bina_description *
describe(void)
{
    static const char *const name[COLUMNS] = {"nama pemilik", "nama usaha", "desa", "tanggal lahir",
                                              " telepon"};
    bina_description *d = bina_description_new("enterprise", "A made-up enterprise.");

    for (int c = 0; c < COLUMNS; c++)
        bina_description_add_field(d, name[c], BINA_TEXT, NULL, "", 0);
    return d;
}

static void
fill(bina_record *record, char value[COLUMNS][64])
{
    bina_record_clear(record);
    for (int c = 0; c < COLUMNS; c++)
        if (value[c][0] != '\0')
            bina_set(record, c, value[c]);
}

static bina_linkage *linkage;
static bina_description *description;
static bina_record *record;

static void
link_lists(void)
{
    char value[COLUMNS][64];

    description = describe();
    record = bina_record_new_of(description);
    linkage = bina_linkage_new(NULL);
    for (int b = 0; b < 2; b++) {
        bina_rows *rows = bina_rows_new(description);
        bina_cursor *cursor;
        for (int at = 0; at < ROWS; at++) {
            value_of(b, at, value);
            fill(record, value);
            ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
        }
        cursor = bina_rows_to_cursor(rows);
        ck_assert_int_eq(bina_linkage_add_list(linkage, b ? "b" : "a", cursor), BINA_OK);
        bina_cursor_free(cursor);
    }
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "a", ROWS / 2 + 11, "b", 11, false),
                     BINA_OK);
    ck_assert_int_eq(bina_linkage_add_verdict(linkage, "a", 3, "b", 12, true), BINA_OK);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
}

static void
drop(void)
{
    bina_linkage_free(linkage);
    bina_record_free(record);
    bina_description_free(description);
}

/* Pairs as they are read: rows of "a" from 0, of "b" from ROWS; by both rows. */
typedef struct found {
    int64_t a, b;
    double weight;
} found;

static int
by_both(const void *x, const void *y)
{
    const found *p = x, *q = y;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    return p->b < q->b ? -1 : p->b > q->b;
}

/* `row_of` renames rows: NULL when they are what they were. */
static size_t
read_pairs(found *pair, const int64_t *a_was, const int64_t *b_was)
{
    bina_cursor *cursor;
    const bina_record *read;
    size_t count = 0;

    ck_assert_int_eq(bina_linkage_pairs(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &read) == BINA_OK) {
        int64_t row[2];
        for (int k = 0; k < 2; k++) {
            const char *list = bina_record_text(read, k == 0 ? BINA_LINKAGE_PAIR_LIST_A
                                                             : BINA_LINKAGE_PAIR_LIST_B);
            const int64_t *was = list[0] == 'b' ? b_was : a_was;
            row[k] =
                bina_record_int(read, k == 0 ? BINA_LINKAGE_PAIR_ROW_A : BINA_LINKAGE_PAIR_ROW_B);
            row[k] = (was == NULL ? row[k] - 1 : was[row[k]]) + (list[0] == 'b' ? ROWS : 0);
        }
        ck_assert(count < 20000);
        pair[count].a = row[0] < row[1] ? row[0] : row[1];
        pair[count].b = row[0] < row[1] ? row[1] : row[0];
        pair[count++].weight = bina_record_real(read, BINA_LINKAGE_PAIR_WEIGHT);
    }
    bina_cursor_free(cursor);
    qsort(pair, count, sizeof(*pair), by_both);
    return count;
}

/* Every row of "b" typed again finds the rows that the run found, weighing what they weighed. */
START_TEST(finds_whoever_is_typed)
{
    static found pair[20000];
    char value[COLUMNS][64];
    size_t pairs, met = 0;

    link_lists();
    pairs = read_pairs(pair, NULL, NULL);
    ck_assert_uint_gt(pairs, ROWS / 2 - 10);
    for (int at = 0; at < ROWS; at++) {
        bina_cursor *cursor;
        const bina_record *read;
        double last = 1e9;
        value_of(true, at, value);
        fill(record, value);
        ck_assert_int_eq(bina_linkage_match(linkage, "b", record, 0, &cursor), BINA_OK);
        while (bina_cursor_next(cursor, &read) == BINA_OK) {
            found key = {bina_record_int(read, BINA_LINKAGE_MATCH_ROW) - 1, ROWS + at, 0};
            double weight = bina_record_real(read, BINA_LINKAGE_MATCH_WEIGHT);
            const found *same;
            bool in_b = bina_record_text(read, BINA_LINKAGE_MATCH_LIST)[0] == 'b';
            ck_assert(weight <= last);
            last = weight;
            if (in_b && key.a == at)
                continue;
            key.a += in_b ? ROWS : 0;
            if (key.a > key.b) {
                key.b = key.a;
                key.a = ROWS + at;
            }
            same = bsearch(&key, pair, pairs, sizeof(*pair), by_both);
            /* But for what people said: they said nothing of a record that is typed. */
            if (same == NULL) {
                ck_assert(key.a == ROWS / 2 + 10 && key.b == ROWS + 10);
                continue;
            }
            if (same->weight < BINA_LINK_SAME)
                ck_assert(same->weight == weight);
            met++;
        }
        bina_cursor_free(cursor);
    }
    /* Of pairs inside "b" each is met from both ends. */
    for (size_t i = 0; i < pairs; i++) {
        met -= pair[i].b >= ROWS && pair[i].weight < BINA_LINK_SAME;
        met -= pair[i].a >= ROWS;
    }
    ck_assert_uint_le(met, 1);
    drop();
}
END_TEST

/* Values that no list has are found by how they are like others; nothing is left behind. */
START_TEST(leaves_nothing_behind)
{
    char value[COLUMNS][64] = {"Kartinni Prasettya", "", "Sakra", "", ""};
    uint32_t values[BINA_LINK_FIELDS];
    bina_cursor *cursor;
    const bina_record *read;

    link_lists();
    enterprise(40, value);
    memmove(value[OWNER] + 2, value[OWNER] + 1, strlen(value[OWNER]));
    value[BORN][9] = value[BORN][9] == '7' ? '8' : '7';
    fill(record, value);
    for (int f = 0; f < linkage->plan.count; f++)
        values[f] = linkage->engine.field[f].values.count;
    for (int n = 0; n < 3; n++) {
        ck_assert_int_eq(bina_linkage_match(linkage, "b", record, 1, &cursor), BINA_OK);
        ck_assert_int_eq(bina_cursor_next(cursor, &read), BINA_OK);
        ck_assert_str_eq(bina_record_text(read, BINA_LINKAGE_MATCH_LIST), "a");
        ck_assert_int_eq(bina_record_int(read, BINA_LINKAGE_MATCH_ROW), 41);
        ck_assert(bina_record_real(read, BINA_LINKAGE_MATCH_PROBABILITY) > .9);
        ck_assert_int_eq(bina_cursor_next(cursor, &read), BINA_DONE);
        bina_cursor_free(cursor);
    }
    for (int f = 0; f < linkage->plan.count; f++)
        ck_assert_uint_eq(values[f], linkage->engine.field[f].values.count);
    drop();
}
END_TEST

/* The reasons add up to the weight. */
START_TEST(says_why)
{
    char value[COLUMNS][64];
    bina_cursor *cursor;
    const bina_record *read;
    double weight, sum = 0;
    bool typed = false;

    link_lists();
    enterprise(40, value);
    memmove(value[OWNER] + 2, value[OWNER] + 1, strlen(value[OWNER]));
    fill(record, value);
    ck_assert_int_eq(bina_linkage_match(linkage, NULL, record, 0, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &read), BINA_OK);
    weight = bina_record_real(read, BINA_LINKAGE_MATCH_WEIGHT);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_linkage_match_explain(linkage, NULL, record, "a", 41, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &read) == BINA_OK) {
        const char *text = bina_record_text(read, BINA_LINKAGE_REASON_VALUE_A);
        sum += bina_record_real(read, BINA_LINKAGE_REASON_WEIGHT);
        typed = typed || (text != NULL && strcmp(text, value[PHONE]) == 0);
    }
    bina_cursor_free(cursor);
    ck_assert(sum - weight < 1e-3 && weight - sum < 1e-3);
    ck_assert(typed);
    ck_assert_int_eq(bina_linkage_match_explain(linkage, "a", record, "a", ROWS + 1, &cursor),
                     BINA_ERR_NOT_FOUND);
    drop();
}
END_TEST

static uint32_t random_state;

static uint32_t
draw(uint32_t below)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % below;
}

static double
weigh(void *self, uint32_t a, uint32_t b)
{
    return bina_link_engine_weigh(self, a, b);
}

/* Every pair there is against those that are kept, and all grouped at once against what is. */
static void
check_whole(void)
{
    const bina_link_engine *engine = &linkage->engine;
    const bina_link_index *index = linkage->index;
    bina_link_clustering clustering = {0};
    bina_link_edge *edge = NULL;
    size_t edges = 0;
    uint32_t *entity = calloc(index->rows, sizeof(*entity));

    edge = malloc((size_t)index->rows * index->rows / 2 * sizeof(*edge));
    for (uint32_t a = 0; a < index->rows; a++)
        for (uint32_t b = a + 1; b < index->rows; b++) {
            double weight = bina_link_engine_weigh(engine, a, b);
            if (!index->gone[a] && !index->gone[b] &&
                (weight >= engine->judge.least || weight <= BINA_LINK_DIFFERENT_VERDICT))
                edge[edges++] = (bina_link_edge){a, b, weight};
        }
    ck_assert_int_eq(bina_link_index_settle(linkage->index), BINA_OK);
    ck_assert_uint_eq(edges, engine->edges.count);
    for (size_t e = 0; e < edges; e++) {
        ck_assert_uint_eq(edge[e].a, engine->edges.edge[e].a);
        ck_assert_uint_eq(edge[e].b, engine->edges.edge[e].b);
        ck_assert(edge[e].weight == engine->edges.edge[e].weight);
    }
    clustering.rows = index->rows;
    clustering.edge = edge;
    clustering.edges = edges;
    clustering.threshold = bina_link_odds(engine->link);
    clustering.list = engine->list_of;
    clustering.single = engine->single;
    clustering.weigh = weigh;
    clustering.self = &linkage->engine;
    ck_assert_int_eq(bina_link_cluster(&clustering, entity), BINA_OK);
    for (uint32_t r = 0; r < index->rows; r++)
        if (!index->gone[r])
            ck_assert_uint_eq(entity[r], engine->entity[r]);
    free(edge);
    free(entity);
}

START_TEST(follows_what_comes_changes_and_goes)
{
    char value[COLUMNS][64];

    link_lists();
    random_state = (uint32_t)_i + 1;
    for (int n = 0; n < 120; n++) {
        const char *list = draw(2) == 0 ? "a" : "b";
        int64_t row = 1 + draw(ROWS);
        bina_status status;
        enterprise((int)draw(2 * ROWS), value);
        if (draw(2) == 0)
            spoil((int)draw(100), value);
        if (draw(3) == 0)
            memmove(value[OWNER] + 2, value[OWNER] + 1, strlen(value[OWNER]));
        if (draw(4) == 0)
            value[draw(COLUMNS)][0] = '\0';
        fill(record, value);
        switch (draw(3)) {
        case 0:
            status = bina_linkage_insert(linkage, list, record, &row);
            ck_assert_int_eq(status, BINA_OK);
            ck_assert_int_gt(row, ROWS);
            break;
        case 1:
            status = bina_linkage_change(linkage, list, row, record);
            break;
        default:
            status = bina_linkage_remove(linkage, list, row);
            if (status == BINA_OK)
                ck_assert_int_eq(bina_linkage_remove(linkage, list, row), BINA_ERR_NOT_FOUND);
        }
        ck_assert(status == BINA_OK || status == BINA_ERR_NOT_FOUND);
        if (n % 20 == 19)
            check_whole();
    }
    drop();
}
END_TEST

/* Emptied and filled again in any order, the lists are linked as the run linked them. */
START_TEST(comes_to_the_same_row_by_row)
{
    static found before[20000], after[20000];
    static int64_t was[2][3 * ROWS];
    int order[2 * ROWS];
    char value[COLUMNS][64];
    size_t count;

    link_lists();
    count = read_pairs(before, NULL, NULL);
    for (int i = 0; i < 2 * ROWS; i++) {
        int at = (int)draw((uint32_t)i + 1);
        order[i] = order[at];
        order[at] = i;
    }
    for (int i = 0; i < 2 * ROWS; i++)
        ck_assert_int_eq(
            bina_linkage_remove(linkage, order[i] < ROWS ? "a" : "b", order[i] % ROWS + 1),
            BINA_OK);
    ck_assert_uint_eq(read_pairs(after, NULL, NULL), 0);
    for (int i = 0; i < 2 * ROWS; i++) {
        bool b = order[i] >= ROWS;
        int64_t row;
        value_of(b, order[i] % ROWS, value);
        fill(record, value);
        ck_assert_int_eq(bina_linkage_insert(linkage, b ? "b" : "a", record, &row), BINA_OK);
        was[b][row] = order[i] % ROWS;
    }
    check_whole();
    /* What was said was said of rows that are gone. */
    {
        size_t left = read_pairs(after, was[0], was[1]), said = 0;
        for (size_t i = 0; i < count; i++) {
            const found *same = bsearch(&before[i], after, left, sizeof(*after), by_both);
            if (before[i].weight >= BINA_LINK_SAME) {
                said++;
                continue;
            }
            ck_assert_ptr_nonnull(same);
            ck_assert(same->weight == before[i].weight);
        }
        ck_assert_uint_eq(said, 1);
        ck_assert_uint_le(left, count + 1);
        ck_assert_uint_ge(left, count - 1);
    }
    drop();
}
END_TEST

/* Rows that came after the run are asked about by the numbers they were given. */
START_TEST(asks_about_what_came)
{
    const bina_record *question;
    bina_cursor *cursor = NULL;
    char value[COLUMNS][64];
    int64_t came = 0;

    link_lists();
    for (int n = 0; n < 60; n++) {
        int64_t row;
        enterprise(n, value);
        spoil(n + 1, value);
        value[PHONE][0] = value[BORN][0] = '\0';
        fill(record, value);
        ck_assert_int_eq(bina_linkage_insert(linkage, "b", record, &row), BINA_OK);
        ck_assert_int_eq(row, ROWS + n + 1);
    }
    ck_assert_int_eq(bina_linkage_remove(linkage, "a", 5), BINA_OK);
    ck_assert_int_eq(bina_linkage_questions(linkage, 10000, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &question) == BINA_OK) {
        const char *list = bina_record_text(question, BINA_LINKAGE_QUESTION_LIST_B);
        int64_t row = bina_record_int(question, BINA_LINKAGE_QUESTION_ROW_B);
        ck_assert_int_ge(row, 1);
        ck_assert_int_le(row, strcmp(list, "b") == 0 ? ROWS + 60 : ROWS);
        came += row > ROWS;
    }
    ck_assert_int_gt(came, 0);
    bina_cursor_free(cursor);
    drop();
}
END_TEST

/* Whatever somebody types: the index answers, and goes on answering as before. */
START_TEST(bears_odd_records)
{
    static const char *const odd[] = {"",  "   ", "\xff\xfe",  "A", "a b c d e f g h",
                                      "0", "-",   "9999-99-99"};
    static char huge[20000], value[COLUMNS][64];
    bina_cursor *cursor;
    const bina_record *read;
    int64_t row;

    link_lists();
    memset(huge, 'x', sizeof(huge) - 1);
    for (size_t i = 0; i <= sizeof(odd) / sizeof(*odd); i++) {
        bina_record_clear(record);
        for (int c = 0; c < COLUMNS; c++)
            bina_set(record, c, i < sizeof(odd) / sizeof(*odd) ? odd[i] : huge);
        ck_assert_int_eq(bina_linkage_match(linkage, "b", record, 0, &cursor), BINA_OK);
        bina_cursor_free(cursor);
        ck_assert_int_eq(bina_linkage_insert(linkage, i % 2 == 0 ? "a" : "b", record, &row),
                         BINA_OK);
        ck_assert_int_eq(bina_linkage_change(linkage, "a", (int64_t)i + 1, record), BINA_OK);
    }
    check_whole();
    enterprise(40, value);
    fill(record, value);
    ck_assert_int_eq(bina_linkage_match(linkage, "b", record, 1, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &read), BINA_OK);
    ck_assert_int_eq(bina_record_int(read, BINA_LINKAGE_MATCH_ROW), 41);
    bina_cursor_free(cursor);
    drop();
}
END_TEST

/* A record with no column of the list is refused, and told which there are. */
static void
refuse_foreign(const char *list)
{
    bina_description *columns = bina_description_new("typed", "");
    bina_record *foreign;
    bina_cursor *cursor;

    ck_assert_int_eq(bina_description_add_field(columns, "foo", BINA_TEXT, NULL, "", 0), 0);
    foreign = bina_record_new_of(columns);
    bina_set_text(foreign, 0, "x");
    ck_assert_int_eq(bina_linkage_match(linkage, list, foreign, 0, &cursor), BINA_ERR_NOT_FOUND);
    ck_assert_ptr_null(cursor);
    ck_assert_ptr_nonnull(
        strstr(bina_error_message(bina_linkage_error(linkage), BINA_ENGLISH), "\"foo\""));
    ck_assert_ptr_nonnull(strstr(bina_error_message(bina_linkage_error(linkage), BINA_ENGLISH),
                                 "\"nama pemilik\", \"nama usaha\""));
    bina_record_free(foreign);
    bina_description_free(columns);
}

START_TEST(refuses_what_is_not_there)
{
    bina_linkage *fresh = bina_linkage_new(NULL);
    bina_cursor *cursor;
    int64_t row;

    link_lists();
    ck_assert_int_eq(bina_linkage_match(fresh, "a", record, 0, &cursor), BINA_ERR_USAGE);
    ck_assert_ptr_null(cursor);
    ck_assert_int_eq(bina_linkage_insert(fresh, "a", record, &row), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_linkage_match(linkage, "c", record, 0, &cursor), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_linkage_insert(linkage, "c", record, &row), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_linkage_change(linkage, "a", 0, record), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_linkage_change(linkage, "a", ROWS + 1, record), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_linkage_remove(linkage, "a", ROWS + 1), BINA_ERR_NOT_FOUND);
    bina_linkage_free(fresh);
    refuse_foreign(NULL);
    refuse_foreign("b");
    drop();
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage_index");
    TCase *tcase = tcase_create("index");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, finds_whoever_is_typed);
    tcase_add_test(tcase, leaves_nothing_behind);
    tcase_add_test(tcase, says_why);
    tcase_add_loop_test(tcase, follows_what_comes_changes_and_goes, 0, 3);
    tcase_add_test(tcase, comes_to_the_same_row_by_row);
    tcase_add_test(tcase, asks_about_what_came);
    tcase_add_test(tcase, bears_odd_records);
    tcase_add_test(tcase, refuses_what_is_not_there);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
