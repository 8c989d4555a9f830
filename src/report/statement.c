/*
 * The statement: the agreed count by unit and scope, how far it may be off, and what is unresolved.
 *
 * An open pair whose rows stand for two registrants may turn out to be one: the count may be less.
 * An open pair whose rows stand for one may turn out to be two: it may be more. Each joins or parts
 * at most two registrants, so "at least" takes away one for every open pair that joins registrants
 * not yet joined by another (a spanning forest), and "at most" adds one for every registrant that
 * an open pair may part. Between them the agreed count is the best guess there is: what was joined
 * wrongly and what was missed both go unseen, so weighing the open pairs alone would mislead.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "model/field.h"
#include "report/report.h"

/* ---- the open pairs, by registrant ---- */

enum { PAIR_ONE, PAIR_TWO, PAIR_UNIT, PAIR_SCOPE };

static const bina_report_column pair_columns[] = {
    {"one", BINA_INT, NULL, "satu", "Registrant of the first row."},
    {"two", BINA_INT, NULL, "dua", "Registrant of the second row."},
    {"unit", BINA_TEXT, NULL, "satuan", "Unit of the first."},
    {"scope", BINA_TEXT, NULL, "cakupan", "Scope of the first."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char pair_sql[] =
    "SELECT min(a.root, b.root), max(a.root, b.root), registrants.unit, registrants.scope"
    " FROM pairs AS pair"
    " JOIN source_records AS x ON x.id = pair.first JOIN standing AS a ON a.id = x.party"
    " JOIN source_records AS y ON y.id = pair.second JOIN standing AS b ON b.id = y.party"
    " JOIN registrants ON registrants.id = min(a.root, b.root)"
    " WHERE pair.verdict IS NULL OR pair.verdict = 'cannot_tell'"
    " ORDER BY 1, 2";

static const bina_report pair_report = {"open_pair", {"", ""}, pair_columns, pair_sql, NULL};

typedef struct open_pair {
    bina_id one, two;
    char unit[16], scope[16];
} open_pair;

typedef struct open_pairs {
    open_pair *items;
    size_t count, room;
    bina_id *ids;    /* of all registrants in them: sorted, each once */
    size_t *parents; /* of a union-find over `ids` */
    bool *parted;
    size_t id_count;
} open_pairs;

static void
free_pairs(open_pairs *self)
{
    free(self->items);
    free(self->ids);
    free(self->parents);
    free(self->parted);
}

static int
compare_ids(const void *a, const void *b)
{
    bina_id x = *(const bina_id *)a, y = *(const bina_id *)b;

    return (x > y) - (x < y);
}

static size_t
place_of(const open_pairs *self, bina_id id)
{
    const bina_id *found = bsearch(&id, self->ids, self->id_count, sizeof *self->ids, compare_ids);

    return (size_t)(found - self->ids);
}

/* Makes a tree of its own of every registrant. */
static bool
plant(open_pairs *self)
{
    self->ids = calloc(2 * self->count + 1, sizeof *self->ids);
    self->parents = calloc(2 * self->count + 1, sizeof *self->parents);
    self->parted = calloc(2 * self->count + 1, sizeof *self->parted);
    if (self->ids == NULL || self->parents == NULL || self->parted == NULL)
        return false;
    for (size_t i = 0; i < self->count; i++) {
        self->ids[2 * i] = self->items[i].one;
        self->ids[2 * i + 1] = self->items[i].two;
    }
    qsort(self->ids, 2 * self->count, sizeof *self->ids, compare_ids);
    for (size_t i = 0; i < 2 * self->count; i++)
        if (self->id_count == 0 || self->ids[self->id_count - 1] != self->ids[i])
            self->ids[self->id_count++] = self->ids[i];
    for (size_t i = 0; i < self->id_count; i++)
        self->parents[i] = i;
    return true;
}

static size_t
root_of(open_pairs *self, size_t at)
{
    while (self->parents[at] != at)
        at = self->parents[at] = self->parents[self->parents[at]];
    return at;
}

/* Whether two registrants were apart; they are together from now on. */
static bool
join(open_pairs *self, bina_id one, bina_id two)
{
    size_t a = root_of(self, place_of(self, one)), b = root_of(self, place_of(self, two));

    self->parents[a] = b;
    return a != b;
}

static bina_status
read_pairs(bina_store *store, const bina_report_options *options, open_pairs *self,
           bina_error *error)
{
    bina_description *columns = bina_report_describe(&pair_report);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (columns != NULL)
        status = bina_report_select(store, columns, pair_sql, options, &cursor);
    if (status != BINA_OK) {
        bina_error_copy(error, bina_store_error(store));
        goto out;
    }
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        open_pair *pair;
        if (!bina_vector_reserve(&self->items, &self->room, self->count + 1, sizeof *pair)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        pair = &self->items[self->count++];
        pair->one = bina_record_int(record, PAIR_ONE);
        pair->two = bina_record_int(record, PAIR_TWO);
        snprintf(pair->unit, sizeof pair->unit, "%s", bina_record_text(record, PAIR_UNIT));
        snprintf(pair->scope, sizeof pair->scope, "%s", bina_record_text(record, PAIR_SCOPE));
    }
    if (status == BINA_DONE)
        status = plant(self) ? BINA_OK : BINA_ERR_NO_MEMORY;
    else
        bina_error_copy(error, bina_cursor_error(cursor));
out:
    bina_cursor_free(cursor);
    bina_description_free(columns);
    return status;
}

/* ---- the count ---- */

enum { COUNT_UNIT, COUNT_SCOPE, COUNT_AGREED, COUNT_LEAST, COUNT_MOST };

static const bina_report_column count_columns[] = {
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted: enterprise or group; they do not add."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"agreed", BINA_INT, NULL, "disepakati", "Registrants, by the links and verdicts so far."},
    {"at_least", BINA_INT, NULL, "sekurangnya",
     "Should every open pair that joins turn out the same."},
    {"at_most", BINA_INT, NULL, "sebanyaknya", "Should every open pair turn out different."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* The last two columns are worked out from the open pairs. */
static const char agreed_sql[] = "SELECT unit, scope, count(*), NULL, NULL FROM registrants"
                                 " GROUP BY unit, scope ORDER BY unit, scope";

static void
fill_bounds(open_pairs *pairs, bina_record *row)
{
    const char *unit = bina_record_text(row, COUNT_UNIT),
               *scope = bina_record_text(row, COUNT_SCOPE);
    int64_t agreed = bina_record_int(row, COUNT_AGREED), fewer = 0, more = 0;

    for (size_t i = 0; i < pairs->count; i++) {
        const open_pair *pair = &pairs->items[i];
        if (strcmp(pair->unit, unit) != 0 || strcmp(pair->scope, scope) != 0)
            continue;
        if (pair->one == pair->two) {
            bool *parted = &pairs->parted[place_of(pairs, pair->one)];
            if (!*parted) {
                more++;
            }
            *parted = true;
        } else if (join(pairs, pair->one, pair->two)) {
            fewer++;
        }
    }
    bina_set_int(row, COUNT_LEAST, agreed - fewer);
    bina_set_int(row, COUNT_MOST, agreed + more);
}

static bina_status
run_count(bina_store *store, const bina_report *report, const bina_report_options *options,
          bina_cursor **cursor, bina_error *error)
{
    bina_description *columns = bina_report_describe(report);
    bina_rows *rows = columns != NULL ? bina_rows_new(columns) : NULL;
    open_pairs pairs = {0};
    bina_cursor *agreed = NULL;
    const bina_record *read;
    bina_record *row = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (rows != NULL)
        status = read_pairs(store, options, &pairs, error);
    if (status != BINA_OK)
        goto out;
    status = bina_report_select(store, columns, agreed_sql, options, &agreed);
    if (status != BINA_OK) {
        bina_error_copy(error, bina_store_error(store));
        goto out;
    }
    while ((status = bina_cursor_next(agreed, &read)) == BINA_OK) {
        row = bina_record_copy(read);
        if (row == NULL) {
            status = BINA_ERR_NO_MEMORY;
            goto out;
        }
        fill_bounds(&pairs, row);
        status = bina_rows_add(rows, row);
        bina_record_free(row);
        if (status != BINA_OK)
            goto out;
    }
    if (status != BINA_DONE) {
        bina_error_copy(error, bina_cursor_error(agreed));
        goto out;
    }
    *cursor = bina_rows_to_cursor(rows);
    rows = NULL;
    status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
out:
    bina_cursor_free(agreed);
    free_pairs(&pairs);
    bina_rows_free(rows);
    bina_description_free(columns);
    return status;
}

/* ---- what is unresolved ---- */

static const bina_report_column unresolved_columns[] = {
    {"cause", BINA_CODE, "unresolved_cause", "sebab", "Why."},
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted: pairs, rows or registrants."},
    {"number", BINA_INT, NULL, "banyaknya", "How many."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char unresolved_sql[] =
    ", unsettled AS (SELECT verdict FROM pairs"
    "   WHERE (verdict IS NULL OR verdict = 'cannot_tell')"
    "     AND (first IN (SELECT id FROM entries) OR second IN (SELECT id FROM entries)))"
    "SELECT 'open_pair', 'pair', count(*) FROM unsettled WHERE verdict IS NULL"
    " UNION ALL SELECT 'cannot_tell', 'pair', count(*) FROM unsettled WHERE verdict IS NOT NULL"
    " UNION ALL SELECT 'village_unknown', 'registrant', count(*) FROM registrants"
    "   WHERE coalesce(length(region), 0) < 13"
    " UNION ALL SELECT 'scope_unknown', 'registrant', count(*) FROM registrants"
    "   WHERE scope = 'unknown'"
    " UNION ALL SELECT 'on_no_list_now', 'registrant', count(*) FROM registrants"
    "   WHERE id NOT IN (SELECT root FROM listed)"
    " UNION ALL SELECT 'not_reconciled', 'row', count(*) FROM entries"
    "   WHERE party IS NULL AND state <> 'withdrawn' AND coalesce(nature, '') <> 'total'";

/* ---- the statement: all of these in one table ---- */

enum { PART, ITEM, UNIT, SCOPE, NUMBER, LEAST, MOST };

static const bina_report_column statement_columns[] = {
    {"part", BINA_CODE, "statement_part", "bagian", "Lists, overlap, count, unresolved."},
    {"item", BINA_TEXT, NULL, "butir", "What the line is about."},
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"number", BINA_INT, NULL, "banyaknya", "How many."},
    {"at_least", BINA_INT, NULL, "sekurangnya", "See report count."},
    {"at_most", BINA_INT, NULL, "sebanyaknya", "See report count."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* Which column of a report goes where in the statement; -1 for nowhere. */
typedef struct part {
    const char *name, *report;
    int item, unit, scope, number, least, most;
    const char *fixed_unit;
} part;

static const part parts[] = {
    {"lists", "lists", 0, -1, -1, 3, -1, -1, "row"},
    {"overlap", "overlap", 0, -1, -1, 2, -1, -1, "registrant"},
    {"count", "count", -1, COUNT_UNIT, COUNT_SCOPE, COUNT_AGREED, COUNT_LEAST, COUNT_MOST, NULL},
    {"unresolved", "unresolved", 0, 1, -1, 2, -1, -1, NULL},
};

static void
copy_field(bina_record *line, int to, const bina_record *from, int slot)
{
    if (slot >= 0)
        bina_record_set(line, to, bina_record_get(from, slot));
}

/* Adds the lines of one part; the item of a code is said by its label. */
static bina_status
add_part(bina_store *store, const part *p, const bina_report_options *options, bina_record *line,
         bina_rows *rows, bina_error *error)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_report_run(store, p->report, options, &cursor);

    if (status != BINA_OK)
        return status; /* told to the store, whose error is the report's own */
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        bina_record_clear(line);
        bina_set(line, PART, p->name);
        copy_field(line, ITEM, record, p->item);
        copy_field(line, UNIT, record, p->unit);
        copy_field(line, SCOPE, record, p->scope);
        copy_field(line, NUMBER, record, p->number);
        copy_field(line, LEAST, record, p->least);
        copy_field(line, MOST, record, p->most);
        if (p->fixed_unit != NULL)
            bina_set(line, UNIT, p->fixed_unit);
        if (p->item >= 0) {
            const bina_field *field =
                bina_description_field(bina_cursor_description(cursor), p->item);
            const char *label = bina_codes_label(
                bina_field_format(field), bina_record_text(record, p->item), options->language);
            if (label != NULL)
                bina_set(line, ITEM, label);
        }
        status = bina_rows_add(rows, line);
        if (status != BINA_OK)
            break;
    }
    if (status < 0 && status != BINA_ERR_NO_MEMORY)
        bina_error_copy(error, bina_cursor_error(cursor));
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
run_statement(bina_store *store, const bina_report *report, const bina_report_options *options,
              bina_cursor **cursor, bina_error *error)
{
    bina_description *columns = bina_report_describe(report);
    bina_rows *rows = columns != NULL ? bina_rows_new(columns) : NULL;
    bina_record *line = columns != NULL ? bina_record_new_of(columns) : NULL;
    bina_status status = rows != NULL && line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < sizeof parts / sizeof *parts; i++)
        status = add_part(store, &parts[i], options, line, rows, error);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    bina_record_free(line);
    bina_rows_free(rows);
    bina_description_free(columns);
    return status;
}

const bina_report bina_reports_statement[] = {
    {"statement",
     {"The statement: lists, overlap, agreed count and what is unresolved, in one table.",
      "Berita acara: daftar, tumpang tindih, jumlah yang disepakati, dan sisanya, dalam satu "
      "tabel."},
     statement_columns,
     NULL,
     run_statement},
    {"count",
     {"The agreed count by unit and scope: at least, at most.",
      "Jumlah yang disepakati menurut satuan dan cakupan: sekurangnya, paling mungkin, "
      "sebanyaknya."},
     count_columns,
     NULL,
     run_count},
    {"unresolved",
     {"What remains unresolved, by cause.", "Yang belum selesai, menurut sebab."},
     unresolved_columns,
     unresolved_sql,
     NULL},
    {NULL, {NULL, NULL}, NULL, NULL, NULL},
};
