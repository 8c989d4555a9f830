/* The statement: lists, overlap, the agreed count and what is unresolved, in one table. */
#include <string.h>
#include <bina/codes.h>
#include <bina/rows.h>
#include "report/report.h"

/* ---- what is unresolved ---- */

static const bina_column unresolved_columns[] = {
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
    " UNION ALL SELECT 'village_unknown', 'registrant', count(*) FROM at_work"
    "   WHERE coalesce(length(region), 0) < 13"
    " UNION ALL SELECT 'scope_unknown', 'registrant', count(*) FROM at_work"
    "   WHERE scope = 'unknown'"
    " UNION ALL SELECT 'on_no_list_now', 'registrant', count(*) FROM at_work"
    "   WHERE id NOT IN (SELECT root FROM listed)"
    " UNION ALL SELECT 'not_reconciled', 'row', count(*) FROM entries"
    "   WHERE party IS NULL AND state <> 'withdrawn' AND coalesce(nature, '') <> 'total'";

/* ---- the statement: all of these in one table ---- */

enum { PART, ITEM, UNIT, SCOPE, NUMBER, LEAST, MOST, LIKELY };

static const bina_column statement_columns[] = {
    {"part", BINA_CODE, "statement_part", "bagian", "Lists, overlap, count, unresolved."},
    {"item", BINA_TEXT, NULL, "butir", "What the line is about."},
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"number", BINA_INT, NULL, "banyaknya", "How many."},
    {"at_least", BINA_INT, NULL, "sekurangnya", "See report count."},
    {"at_most", BINA_INT, NULL, "sebanyaknya", "See report count."},
    {"most_likely", BINA_INT, NULL, "paling mungkin", "See report count."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* Which column of a report goes where in the statement; NULL for nowhere. */
typedef struct part {
    const char *name, *report;
    const char *columns[LIKELY + 1]; /* by the statement's */
    const char *fixed_unit;
} part;

static const part parts[] = {
    {"lists", "lists", {[ITEM] = "list", [NUMBER] = "rows"}, "row"},
    {"overlap", "overlap", {[ITEM] = "lists", [NUMBER] = "registrants"}, "registrant"},
    {"count",
     "count",
     {[UNIT] = "unit",
      [SCOPE] = "scope",
      [NUMBER] = "agreed",
      [LEAST] = "at_least",
      [MOST] = "at_most",
      [LIKELY] = "most_likely"},
     NULL},
    {"unresolved", "unresolved", {[ITEM] = "cause", [UNIT] = "unit", [NUMBER] = "number"}, NULL},
};

/* The item of a code is said by its label. */
static void
copy_column(bina_record *line, int to, const bina_record *from, const char *name,
            bina_language language)
{
    const bina_description *columns = bina_record_description(from);
    int slot = bina_description_find(columns, name);
    const char *label =
        to == ITEM ? bina_codes_label(bina_field_format(bina_description_field(columns, slot)),
                                      bina_record_text(from, slot), language)
                   : NULL;

    if (label != NULL)
        bina_set(line, to, label);
    else
        bina_record_set(line, to, bina_record_get(from, slot));
}

/* Adds the lines of one part. */
static bina_status
add_part(bina_store *store, const part *p, const bina_report_options *options, bina_record *line,
         bina_rows *rows)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_report_run(store, p->report, options, &cursor);

    if (status != BINA_OK)
        return status; /* told to the store, whose error is the report's own */
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        bina_record_clear(line);
        bina_set(line, PART, p->name);
        for (int to = ITEM; to <= LIKELY; to++)
            if (p->columns[to] != NULL)
                copy_column(line, to, record, p->columns[to], options->language);
        if (p->fixed_unit != NULL)
            bina_set(line, UNIT, p->fixed_unit);
        status = bina_rows_add(rows, line);
        if (status != BINA_OK)
            break;
    }
    if (status < 0)
        bina_report_blame(store, cursor);
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
run_statement(bina_store *store, const bina_report *report, const bina_report_options *options,
              bina_cursor **cursor)
{
    bina_description *columns = bina_report_describe(report);
    bina_rows *rows = columns != NULL ? bina_rows_new(columns) : NULL;
    bina_record *line = columns != NULL ? bina_record_new_of(columns) : NULL;
    bina_status status = rows != NULL && line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < sizeof parts / sizeof *parts; i++)
        status = add_part(store, &parts[i], options, line, rows);
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
    {.name = "statement",
     .doc =
         {"The statement: lists, overlap, agreed count and what is unresolved, in one table.",
          "Berita acara: daftar, tumpang tindih, jumlah yang disepakati, dan sisanya, dalam satu "
          "tabel."},
     .columns = statement_columns,
     .run = run_statement},
    {.name = "unresolved",
     .doc = {"What remains unresolved, by cause.", "Yang belum selesai, menurut sebab."},
     .columns = unresolved_columns,
     .sql = unresolved_sql},
    {.name = NULL},
};
