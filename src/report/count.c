/*
 * Report "count": the agreed count by unit and scope, how far it may be off, and its most likely
 * value once people have decided enough pairs.
 *
 * An open pair whose rows stand for two registrants may turn out to be one: the count may be less.
 * An open pair whose rows stand for one may turn out to be two: it may be more. "At least" is the
 * count should all that open pairs hang together be one; "at most" adds one for every registrant
 * that an open pair may part. docs/counting.md tells how the most likely count comes about, and
 * docs/decisions/0040-most-likely-from-verdicts.md why.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "model/id.h"
#include "report/count.h"
#include "report/count_graph.h"
#include "report/report.h"

enum {
    COUNT_UNIT,
    COUNT_SCOPE,
    COUNT_AGREED,
    COUNT_LEAST,
    COUNT_MOST,
    COUNT_LIKELY,
    COUNT_VERDICTS
};

static const bina_column count_columns[] = {
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted: enterprise or group; they do not add."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"agreed", BINA_INT, NULL, "disepakati", "Registrants, by the links and verdicts so far."},
    {"at_least", BINA_INT, NULL, "sekurangnya",
     "Should every open pair that joins turn out the same."},
    {"at_most", BINA_INT, NULL, "sebanyaknya", "Should every open pair turn out different."},
    {"most_likely", BINA_INT, NULL, "paling mungkin",
     "Should open pairs turn out as a random sample of them did (bina review --sample); as agreed "
     "while fewer than 20 of it are decided."},
    {"verdicts", BINA_INT, NULL, "putusan",
     "Decided pairs of the sample, on which the most likely count rests."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* ---- the pairs that are open, or decided and not reconciled since ---- */

enum {
    PAIR_ONE,
    PAIR_TWO,
    PAIR_WEIGHT,
    PAIR_DECIDED,
    PAIR_ONE_UNIT,
    PAIR_ONE_SCOPE,
    PAIR_TWO_UNIT,
    PAIR_TWO_SCOPE
};

static const bina_column pair_columns[] = {
    {"one", BINA_INT, NULL, "satu", "Registrant of the first row."},
    {"two", BINA_INT, NULL, "dua", "Registrant of the second row."},
    {"weight", BINA_REAL, NULL, "bobot", "Match weight."},
    {"decided", BINA_INT, NULL, "diputuskan", "Whether people decided, and nobody reconciled yet."},
    {"one_unit", BINA_TEXT, NULL, "satuan", "Unit of the first; none: it is not counted."},
    {"one_scope", BINA_TEXT, NULL, "cakupan", "Scope of the first."},
    {"two_unit", BINA_TEXT, NULL, "satuan lain", "Unit of the second."},
    {"two_scope", BINA_TEXT, NULL, "cakupan lain", "Scope of the second."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* Each pair with what of its two ends is counted; made once for all ends, and only if there are. */
static const char pair_sql[] =
    ", roots AS MATERIALIZED (SELECT min(a.root, b.root) AS one, max(a.root, b.root) AS two,"
    "     pair.weight, pair.verdict IS NOT NULL AND pair.verdict <> 'cannot_tell' AS decided"
    "   FROM pairs AS pair"
    "   JOIN source_records AS x ON x.id = pair.first JOIN standing AS a ON a.id = x.party"
    "   JOIN source_records AS y ON y.id = pair.second JOIN standing AS b ON b.id = y.party"
    "   WHERE pair.verdict IS NULL OR pair.verdict = 'cannot_tell'"
    "     OR (pair.verdict IN ('same', 'successor_of')) = (a.root <> b.root)),"
    " counted AS MATERIALIZED (SELECT id, unit, scope"
    "   FROM (SELECT one AS root FROM roots UNION SELECT two FROM roots)"
    "   CROSS JOIN at_work ON at_work.id = root)"
    "SELECT one, two, weight, decided, p.unit, p.scope, q.unit, q.scope FROM roots"
    " LEFT JOIN counted AS p ON p.id = one LEFT JOIN counted AS q ON q.id = two"
    " WHERE p.id IS NOT NULL OR q.id IS NOT NULL";

static const bina_report pair_report = {
    .name = "open_pair", .doc = {"", ""}, .columns = pair_columns, .sql = pair_sql};

/* ---- every pair that was scored, for what verdicts say of the open ones ---- */

enum { DRAWN_FIRST, DRAWN_SECOND, DRAWN_WEIGHT, DRAWN_VERDICT };

static const bina_column drawn_columns[] = {
    {"first", BINA_INT, NULL, "satu", "First row."},
    {"second", BINA_INT, NULL, "dua", "Second row."},
    {"weight", BINA_REAL, NULL, "bobot", "Match weight."},
    {"verdict", BINA_TEXT, NULL, "putusan", "What people decided."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* Of the whole register, whatever the region: the more the better. */
static const char drawn_sql[] = "SELECT first, second, weight, verdict FROM pairs"
                                " WHERE weight IS NOT NULL";

static const bina_report drawn_report = {
    .name = "drawn_pair", .doc = {"", ""}, .columns = drawn_columns, .sql = drawn_sql};

typedef struct counting {
    bina_count_line *lines;
    size_t line_count, line_room;
    bina_count_graph graph;
    bina_drawn_pair *drawn;
    size_t drawn_count, drawn_room;
    bina_calibration calibration;
} counting;

/* ---- the report ---- */

enum { AGREED_UNIT, AGREED_SCOPE, AGREED_NUMBER };

static const bina_column agreed_columns[] = {
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted."},
    {"scope", BINA_TEXT, NULL, "cakupan", "Its scope."},
    {"number", BINA_INT, NULL, "banyaknya", "How many."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char agreed_sql[] = "SELECT unit, scope, count(*) FROM at_work"
                                 " GROUP BY unit, scope ORDER BY unit, scope";

static const bina_report agreed_report = {
    .name = "agreed", .doc = {"", ""}, .columns = agreed_columns, .sql = agreed_sql};

static bina_status
take_agreed(counting *self, const bina_record *record)
{
    bina_count_line *added;

    if (!bina_vector_reserve(&self->lines, &self->line_room, self->line_count + 1, sizeof *added))
        return BINA_ERR_NO_MEMORY;
    added = &self->lines[self->line_count++];
    memset(added, 0, sizeof *added);
    (void)snprintf(added->unit, sizeof added->unit, "%s", bina_record_text(record, AGREED_UNIT));
    (void)snprintf(added->scope, sizeof added->scope, "%s", bina_record_text(record, AGREED_SCOPE));
    added->agreed = bina_record_int(record, AGREED_NUMBER);
    return BINA_OK;
}

static bina_status
take_drawn(counting *self, const bina_record *record)
{
    const char *verdict = bina_record_text(record, DRAWN_VERDICT);
    bool tells = verdict != NULL && strcmp(verdict, "cannot_tell") != 0;

    if (!bina_vector_reserve(&self->drawn, &self->drawn_room, self->drawn_count + 1,
                             sizeof *self->drawn))
        return BINA_ERR_NO_MEMORY;
    self->drawn[self->drawn_count++] =
        (bina_drawn_pair){.lot = bina_id_lot(bina_record_int(record, DRAWN_FIRST),
                                             bina_record_int(record, DRAWN_SECOND)),
                          .weight = bina_record_real(record, DRAWN_WEIGHT),
                          .said = !tells                         ? BINA_PAIR_OPEN
                                  : strcmp(verdict, "same") == 0 ? BINA_PAIR_SAME
                                                                 : BINA_PAIR_DIFFERENT,
                          .looked = verdict != NULL};
    return BINA_OK;
}

static int
by_lot(const void *a, const void *b)
{
    const bina_drawn_pair *x = a, *y = b;

    return (x->lot > y->lot) - (x->lot < y->lot);
}

static void
calibrate(counting *self)
{
    size_t sample;

    if (self->drawn_count > 1)
        qsort(self->drawn, self->drawn_count, sizeof *self->drawn, by_lot);
    sample = bina_sample_size(self->drawn, self->drawn_count);
    for (size_t i = 0; i < self->drawn_count; i++)
        bina_calibration_add(&self->calibration, self->drawn[i].weight, self->drawn[i].said,
                             i < sample);
}

static int
line_of(const counting *self, const char *unit, const char *scope)
{
    for (size_t n = 0; unit != NULL && scope != NULL && n < self->line_count; n++)
        if (strcmp(self->lines[n].unit, unit) == 0 && strcmp(self->lines[n].scope, scope) == 0)
            return (int)n;
    return -1;
}

static bina_status
take_pair(counting *self, const bina_record *record)
{
    const bina_id ids[2] = {bina_record_int(record, PAIR_ONE), bina_record_int(record, PAIR_TWO)};
    const int lines[2] = {line_of(self, bina_record_text(record, PAIR_ONE_UNIT),
                                  bina_record_text(record, PAIR_ONE_SCOPE)),
                          line_of(self, bina_record_text(record, PAIR_TWO_UNIT),
                                  bina_record_text(record, PAIR_TWO_SCOPE))};
    double chance = 0;

    if (bina_record_int(record, PAIR_DECIDED) != 0)
        chance = 1;
    else if (bina_calibration_count(&self->calibration) >= BINA_CALIBRATION_LEAST)
        chance = bina_calibration_share(&self->calibration, bina_record_real(record, PAIR_WEIGHT));
    return bina_count_graph_add(&self->graph, ids, lines, chance);
}

static bina_status
read_all(bina_store *store, const bina_report *what, const bina_report_options *options,
         counting *self, bina_status (*take)(counting *self, const bina_record *record))
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_report_select(store, what, options, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
        status = take(self, record);
    if (status < 0)
        bina_report_blame(store, cursor);
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
tell_line(const counting *self, const bina_count_line *told, bina_record *record, bina_rows *rows)
{
    int64_t least = told->agreed - told->fewer, most = told->agreed + told->more;
    int64_t verdicts = bina_calibration_count(&self->calibration);
    int64_t likely = told->agreed + llround(told->likely);

    likely = likely < least ? least : likely > most ? most : likely;
    bina_record_clear(record);
    bina_set(record, COUNT_UNIT, told->unit);
    bina_set(record, COUNT_SCOPE, told->scope);
    bina_set_int(record, COUNT_AGREED, told->agreed);
    bina_set_int(record, COUNT_LEAST, least);
    bina_set_int(record, COUNT_MOST, most);
    bina_set_int(record, COUNT_LIKELY, likely);
    bina_set_int(record, COUNT_VERDICTS, verdicts >= BINA_CALIBRATION_LEAST ? verdicts : 0);
    return bina_rows_add(rows, record);
}

static bina_status
run_count(bina_store *store, const bina_report *report, const bina_report_options *options,
          bina_cursor **cursor)
{
    bina_description *columns = bina_report_describe(report);
    bina_rows *rows = columns != NULL ? bina_rows_new(columns) : NULL;
    bina_record *record = columns != NULL ? bina_record_new_of(columns) : NULL;
    counting self = {.lines = NULL};
    bina_status status = rows != NULL && record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK)
        status = read_all(store, &agreed_report, options, &self, take_agreed);
    if (status == BINA_OK)
        status = read_all(store, &drawn_report, options, &self, take_drawn);
    if (status == BINA_OK)
        calibrate(&self);
    if (status == BINA_OK)
        status = read_all(store, &pair_report, options, &self, take_pair);
    if (status == BINA_OK)
        status = bina_count_graph_solve(&self.graph, self.lines, self.line_count);
    for (size_t n = 0; status == BINA_OK && n < self.line_count; n++)
        status = tell_line(&self, &self.lines[n], record, rows);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    bina_count_graph_drop(&self.graph);
    free(self.lines);
    free(self.drawn);
    bina_record_free(record);
    bina_rows_free(rows);
    bina_description_free(columns);
    return status;
}

const bina_report bina_reports_count[] = {
    {.name = "count",
     .doc = {"The agreed count by unit and scope: at least, at most, most likely.",
             "Jumlah yang disepakati menurut satuan dan cakupan: sekurangnya, paling mungkin, "
             "sebanyaknya."},
     .columns = count_columns,
     .as_of = true,
     .run = run_count},
    {.name = NULL},
};
