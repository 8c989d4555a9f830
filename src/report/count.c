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
#include "report/count.h"
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

static const bina_report_column count_columns[] = {
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted: enterprise or group; they do not add."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"agreed", BINA_INT, NULL, "disepakati", "Registrants, by the links and verdicts so far."},
    {"at_least", BINA_INT, NULL, "sekurangnya",
     "Should every open pair that joins turn out the same."},
    {"at_most", BINA_INT, NULL, "sebanyaknya", "Should every open pair turn out different."},
    {"most_likely", BINA_INT, NULL, "paling mungkin",
     "Should open pairs turn out as those decided did; as agreed while fewer than 20 are decided."},
    {"verdicts", BINA_INT, NULL, "putusan", "Decided pairs that the most likely count rests on."},
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

static const bina_report_column pair_columns[] = {
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

static const char pair_sql[] =
    ", roots AS (SELECT min(a.root, b.root) AS one, max(a.root, b.root) AS two, pair.weight,"
    "     pair.verdict IS NOT NULL AND pair.verdict <> 'cannot_tell' AS decided"
    "   FROM pairs AS pair"
    "   JOIN source_records AS x ON x.id = pair.first JOIN standing AS a ON a.id = x.party"
    "   JOIN source_records AS y ON y.id = pair.second JOIN standing AS b ON b.id = y.party"
    "   WHERE pair.verdict IS NULL OR pair.verdict = 'cannot_tell'"
    "     OR (pair.verdict = 'same') = (a.root <> b.root))"
    "SELECT one, two, weight, decided, p.unit, p.scope, q.unit, q.scope FROM roots"
    " LEFT JOIN registrants AS p ON p.id = one LEFT JOIN registrants AS q ON q.id = two"
    " WHERE p.id IS NOT NULL OR q.id IS NOT NULL";

static const bina_report pair_report = {"open_pair", {"", ""}, pair_columns, pair_sql, NULL};

/* ---- verdicts, and what they say of open pairs ---- */

enum { VERDICT_WEIGHT, VERDICT_SAME };

static const bina_report_column verdict_columns[] = {
    {"weight", BINA_REAL, NULL, "bobot", "Match weight."},
    {"same", BINA_INT, NULL, "sama", "Whether it was the same enterprise."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* Of the whole register, whatever the region: the more the better. Only pairs that were scored. */
static const char verdict_sql[] = "SELECT weight, verdict = 'same' FROM pairs"
                                  " WHERE verdict IS NOT NULL AND verdict <> 'cannot_tell'"
                                  "   AND weight IS NOT NULL";

static const bina_report verdict_report = {"verdict", {"", ""}, verdict_columns, verdict_sql, NULL};

static int
band_of(double weight)
{
    int band = 0;

    while (band < BINA_CALIBRATION_BANDS - 1 && weight >= band - 1)
        band++;
    return band;
}

void
bina_calibration_add(bina_calibration *self, double weight, bool same)
{
    self->decided[band_of(weight)]++;
    self->same[band_of(weight)] += same;
}

int64_t
bina_calibration_count(const bina_calibration *self)
{
    int64_t count = 0;

    for (int band = 0; band < BINA_CALIBRATION_BANDS; band++)
        count += self->decided[band];
    return count;
}

double
bina_calibration_share(const bina_calibration *self, double weight)
{
    const double pull = 10; /* a band without verdicts of its own goes by all of them */
    int64_t decided = bina_calibration_count(self), same = 0;
    int band = band_of(weight);
    double overall;

    for (int b = 0; b < BINA_CALIBRATION_BANDS; b++)
        same += self->same[b];
    overall = ((double)same + 0.5) / ((double)decided + 1);
    return ((double)self->same[band] + pull * overall) / ((double)self->decided[band] + pull);
}

/* ---- the graph of registrants and pairs ---- */

typedef struct node {
    bina_id id;
    int line;    /* of the count it belongs to; -1: outside of what is counted */
    bool parts;  /* an open pair may part it */
    bool parted; /* people decided so */
} node;

typedef struct edge {
    bina_id ids[2];
    int lines[2];
    size_t one, two; /* of `nodes`, by id */
    double chance;   /* that they are one */
} edge;

typedef struct graph {
    edge *edges;
    size_t edge_count, edge_room;
    node *nodes; /* by id */
    size_t node_count;
    size_t *parents; /* of a union-find over nodes */
} graph;

static void
free_graph(graph *self)
{
    free(self->edges);
    free(self->nodes);
    free(self->parents);
}

static int
by_id(const void *a, const void *b)
{
    bina_id x = ((const node *)a)->id, y = ((const node *)b)->id;

    return (x > y) - (x < y);
}

static int
by_ids(const void *a, const void *b)
{
    const edge *x = a, *y = b;

    if (x->ids[0] != y->ids[0])
        return x->ids[0] < y->ids[0] ? -1 : 1;
    return (x->ids[1] > y->ids[1]) - (x->ids[1] < y->ids[1]);
}

/* The likeliest first; of equal ones, in a fixed order. */
static int
by_chance(const void *a, const void *b)
{
    const edge *x = a, *y = b;

    if (x->chance < y->chance || x->chance > y->chance)
        return x->chance > y->chance ? -1 : 1;
    return by_ids(a, b);
}

static node *
find_node(const graph *self, bina_id id)
{
    node wanted = {.id = id};

    return self->node_count == 0
               ? NULL
               : bsearch(&wanted, self->nodes, self->node_count, sizeof *self->nodes, by_id);
}

static size_t
root_of(graph *self, size_t at)
{
    while (self->parents[at] != at)
        at = self->parents[at] = self->parents[self->parents[at]];
    return at;
}

/* Whether two were apart; they are together from now on. */
static bool
join(graph *self, const edge *between)
{
    size_t a = root_of(self, between->one), b = root_of(self, between->two);

    self->parents[a] = b;
    return a != b;
}

static void
part_all(graph *self)
{
    for (size_t i = 0; i < self->node_count; i++)
        self->parents[i] = i;
}

/*
 * Makes the nodes. Pairs within one registrant only mark it; several between two registrants are
 * one question, with the mean of their chances (1 if one of them was decided).
 */
static bina_status
build(graph *self)
{
    size_t nodes = 0, edges = 0;

    self->nodes = calloc(2 * self->edge_count + 1, sizeof *self->nodes);
    self->parents = calloc(2 * self->edge_count + 1, sizeof *self->parents);
    if (self->nodes == NULL || self->parents == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < self->edge_count; i++) {
        for (int end = 0; end < 2; end++)
            self->nodes[nodes++] =
                (node){.id = self->edges[i].ids[end], .line = self->edges[i].lines[end]};
    }
    if (nodes > 1)
        qsort(self->nodes, nodes, sizeof *self->nodes, by_id);
    for (size_t i = 0; i < nodes; i++)
        if (self->node_count == 0 || self->nodes[self->node_count - 1].id != self->nodes[i].id)
            self->nodes[self->node_count++] = self->nodes[i];
    if (self->edge_count > 1)
        qsort(self->edges, self->edge_count, sizeof *self->edges, by_ids);
    for (size_t i = 0; i < self->edge_count;) {
        edge whole = self->edges[i];
        size_t last = i;
        double sum = 0, most = 0;
        for (; last < self->edge_count && by_ids(&whole, &self->edges[last]) == 0; last++) {
            sum += self->edges[last].chance;
            most = fmax(most, self->edges[last].chance);
        }
        whole.one = (size_t)(find_node(self, whole.ids[0]) - self->nodes);
        whole.two = (size_t)(find_node(self, whole.ids[1]) - self->nodes);
        whole.chance = most >= 1 ? 1 : sum / (double)(last - i);
        i = last;
        if (whole.one != whole.two) {
            self->edges[edges++] = whole;
        } else {
            self->nodes[whole.one].parts = true;
            self->nodes[whole.one].parted |= whole.chance >= 1;
        }
    }
    self->edge_count = edges;
    if (edges > 1)
        qsort(self->edges, edges, sizeof *self->edges, by_chance);
    return BINA_OK;
}

/* ---- the figures ---- */

typedef struct line {
    char unit[16], scope[16];
    int64_t agreed, fewer, more;
    double likely; /* more or less than agreed */
} line;

typedef struct counting {
    line *lines;
    size_t line_count, line_room;
    graph graph;
    bina_calibration calibration;
} counting;

/*
 * Of what hangs together all may turn out one, which belongs to one line; and to none of ours when
 * somebody from elsewhere is among them.
 */
static bina_status
count_bounds(graph *self, line *lines, size_t line_count)
{
    int64_t *whole = calloc(self->node_count + 1, sizeof *whole);
    int64_t *ours = calloc(self->node_count + 1, sizeof *ours);
    bina_status status = whole != NULL && ours != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    part_all(self);
    for (size_t i = 0; i < self->edge_count; i++)
        (void)join(self, &self->edges[i]);
    for (size_t i = 0; status == BINA_OK && i < self->node_count; i++)
        whole[root_of(self, i)]++;
    for (size_t n = 0; status == BINA_OK && n < line_count; n++) {
        memset(ours, 0, (self->node_count + 1) * sizeof *ours);
        for (size_t i = 0; i < self->node_count; i++)
            if (self->nodes[i].line == (int)n) {
                ours[root_of(self, i)]++;
                lines[n].more += self->nodes[i].parts;
            }
        for (size_t i = 0; i < self->node_count; i++)
            if (ours[i] > 0)
                lines[n].fewer += ours[i] - (ours[i] == whole[i]);
    }
    free(whole);
    free(ours);
    return status;
}

/*
 * Pairs that close a ring ask nothing new, so a forest of the likeliest is counted. Of two that
 * belong to different lines it is not known whose line loses one: each half.
 */
static void
count_likely(graph *self, line *lines)
{
    part_all(self);
    for (size_t i = 0; i < self->edge_count; i++) {
        const edge *at = &self->edges[i];
        int one = self->nodes[at->one].line, two = self->nodes[at->two].line;
        if (!join(self, at))
            continue;
        if (one >= 0)
            lines[one].likely -= at->chance / 2;
        if (two >= 0)
            lines[two].likely -= at->chance / 2;
    }
    for (size_t i = 0; i < self->node_count; i++)
        if (self->nodes[i].line >= 0)
            lines[self->nodes[i].line].likely += self->nodes[i].parted;
}

/* ---- the report ---- */

enum { AGREED_UNIT, AGREED_SCOPE, AGREED_NUMBER };

static const bina_report_column agreed_columns[] = {
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted."},
    {"scope", BINA_TEXT, NULL, "cakupan", "Its scope."},
    {"number", BINA_INT, NULL, "banyaknya", "How many."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char agreed_sql[] = "SELECT unit, scope, count(*) FROM registrants"
                                 " GROUP BY unit, scope ORDER BY unit, scope";

static const bina_report agreed_report = {"agreed", {"", ""}, agreed_columns, agreed_sql, NULL};

static bina_status
take_agreed(counting *self, const bina_record *record)
{
    line *added;

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
take_verdict(counting *self, const bina_record *record)
{
    bina_calibration_add(&self->calibration, bina_record_real(record, VERDICT_WEIGHT),
                         bina_record_int(record, VERDICT_SAME) != 0);
    return BINA_OK;
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
    graph *to = &self->graph;
    edge *added;

    if (!bina_vector_reserve(&to->edges, &to->edge_room, to->edge_count + 1, sizeof *added))
        return BINA_ERR_NO_MEMORY;
    added = &to->edges[to->edge_count++];
    memset(added, 0, sizeof *added);
    added->ids[0] = bina_record_int(record, PAIR_ONE);
    added->ids[1] = bina_record_int(record, PAIR_TWO);
    added->lines[0] = line_of(self, bina_record_text(record, PAIR_ONE_UNIT),
                              bina_record_text(record, PAIR_ONE_SCOPE));
    added->lines[1] = line_of(self, bina_record_text(record, PAIR_TWO_UNIT),
                              bina_record_text(record, PAIR_TWO_SCOPE));
    if (bina_record_int(record, PAIR_DECIDED) != 0)
        added->chance = 1;
    else if (bina_calibration_count(&self->calibration) >= BINA_CALIBRATION_LEAST)
        added->chance =
            bina_calibration_share(&self->calibration, bina_record_real(record, PAIR_WEIGHT));
    return BINA_OK;
}

static bina_status
read_all(bina_store *store, const bina_report *what, const bina_report_options *options,
         counting *self, bina_status (*take)(counting *self, const bina_record *record))
{
    bina_description *columns = bina_report_describe(what);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = columns != NULL
                             ? bina_report_select(store, columns, what->sql, options, &cursor)
                             : BINA_ERR_NO_MEMORY;

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
        status = take(self, record);
    if (status < 0)
        bina_report_blame(store, cursor);
    bina_cursor_free(cursor);
    bina_description_free(columns);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
tell_line(const counting *self, const line *told, bina_record *record, bina_rows *rows)
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
        status = read_all(store, &verdict_report, options, &self, take_verdict);
    if (status == BINA_OK)
        status = read_all(store, &pair_report, options, &self, take_pair);
    if (status == BINA_OK)
        status = build(&self.graph);
    if (status == BINA_OK)
        status = count_bounds(&self.graph, self.lines, self.line_count);
    if (status == BINA_OK)
        count_likely(&self.graph, self.lines);
    for (size_t n = 0; status == BINA_OK && n < self.line_count; n++)
        status = tell_line(&self, &self.lines[n], record, rows);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    free_graph(&self.graph);
    free(self.lines);
    bina_record_free(record);
    bina_rows_free(rows);
    bina_description_free(columns);
    return status;
}

const bina_report bina_reports_count[] = {
    {"count",
     {"The agreed count by unit and scope: at least, at most, most likely.",
      "Jumlah yang disepakati menurut satuan dan cakupan: sekurangnya, paling mungkin, "
      "sebanyaknya."},
     count_columns,
     NULL,
     run_count},
    {NULL, {NULL, NULL}, NULL, NULL, NULL},
};
