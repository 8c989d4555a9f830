/*
 * Reports of a province on its regencies: what came, and what is counted in each, kept apart from
 * what a regency only declared.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/reference.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "report/stock.h"

/* ---- submissions, one by one ---- */

static const bina_column submissions_columns[] = {
    {"region", BINA_TEXT, NULL, "kabupaten/kota", "Kemendagri code of the regency or city."},
    {"period", BINA_TEXT, NULL, "masa", "The year, half, quarter or month."},
    {"state", BINA_CODE, "submission_state", "keadaan", "Due, received, returned, accepted."},
    {"due", BINA_DATE, NULL, "batas waktu", "Day by which it was asked for."},
    {"received", BINA_DATE, NULL, "diterima", "Day the last file came."},
    {"late", BINA_INT, NULL, "terlambat",
     "Days past the due day, at receipt or, while nothing is received, until today."},
    {"times", BINA_INT, NULL, "kali diterima", "How often a file came."},
    {"nature", BINA_CODE, "submission_nature", "isi", "Rows of a register, or only counts."},
    {"rows", BINA_INT, NULL, "baris", "Rows of the last file that were kept."},
    {"faults", BINA_INT, NULL, "kesalahan", "Errors in the last file."},
    {"letter", BINA_TEXT, NULL, "nomor surat", "Number of the letter."},
    {"decided", BINA_DATE, NULL, "tanggal putusan", "Day it was returned or accepted."},
    {"decided_by", BINA_TEXT, NULL, "diputuskan oleh", "Who returned or accepted it."},
    {"reason", BINA_TEXT, NULL, "alasan", "Why."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* Awaited: nothing came, or what came went back. */
#define AWAITED "(state IN ('due', 'returned'))"
#define LATE                                                                                       \
    "max(0, CAST(julianday(CASE WHEN " AWAITED " THEN ?3 ELSE received END) - julianday(due) AS "  \
    "INTEGER))"

static const char submissions_sql[] =
    ", here AS (SELECT * FROM submissions WHERE ?1 IS NULL OR EXISTS"
    "   (SELECT 1 FROM spans WHERE region >= least AND region < past))"
    "SELECT region, period, state, due, received, " LATE
    ", times, nature, rows, faults, letter, decided, decided_by, reason"
    " FROM here ORDER BY period DESC, region";

/* ---- how complete a period is ---- */

static const bina_column completeness_columns[] = {
    {"period", BINA_TEXT, NULL, "masa", "The year, half, quarter or month."},
    {"expected", BINA_INT, NULL, "ditunggu", "Regencies and cities that owe a submission."},
    {"received", BINA_INT, NULL, "diterima", "Of them, received and not decided yet."},
    {"returned", BINA_INT, NULL, "dikembalikan", "Sent back, and not come again."},
    {"accepted", BINA_INT, NULL, "disetujui", "Accepted."},
    {"missing", BINA_INT, NULL, "belum ada", "Nothing came yet."},
    {"overdue", BINA_INT, NULL, "lewat batas", "Awaited, and the due day is past."},
    {"complete", BINA_REAL, NULL, "kelengkapan", "Received or accepted, as a share of expected."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char completeness_sql[] =
    ", here AS (SELECT * FROM submissions WHERE ?1 IS NULL OR EXISTS"
    "   (SELECT 1 FROM spans WHERE region >= least AND region < past))"
    "SELECT period, count(*), sum(state = 'received'), sum(state = 'returned'),"
    "  sum(state = 'accepted'), sum(state = 'due'),"
    "  sum(" AWAITED " AND coalesce(due < ?3, 0)),"
    "  round(1.0 * sum(state IN ('received', 'accepted')) / count(*), 4)"
    " FROM here GROUP BY period ORDER BY period DESC";

/* ---- the province ---- */

enum { REGION, NAME, UNIT, SCOPE, BASIS, PROVED, LOW, HIGH, PERIOD, STATE };

static const bina_column province_columns[] = {
    {"region", BINA_TEXT, NULL, "kabupaten/kota",
     "Kemendagri code of the regency or city; of the sum, none."},
    {"name", BINA_TEXT, NULL, "nama", "Its name."},
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted; units do not add."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"basis", BINA_CODE, "figure_basis", "dasar",
     "Counted from rows, declared only, both, or nothing came."},
    {"proved", BINA_INT, NULL, "dihitung", "Registrants counted from rows."},
    {"declared_low", BINA_INT, NULL, "dinyatakan, sekurangnya",
     "What the regency declared; never part of what is counted."},
    {"declared_high", BINA_INT, NULL, "dinyatakan, sebanyaknya", "The most it declared, if said."},
    {"period", BINA_TEXT, NULL, "masa", "The period of what it declared, or of its last file."},
    {"state", BINA_CODE, "submission_state", "keadaan", "How far that submission has come."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/*
 * By regency, unit and scope: what is counted, and what was declared last. Of a declared table, the
 * rows least divided count: of the whole regency and all classes where there are such, else of its
 * districts, else of classes.
 */
static const char province_sql[] =
    ", stated AS (SELECT submission.region AS regency, submission.period AS period,"
    "     submission.state AS state, figure.unit AS unit, figure.scope AS scope,"
    "     figure.day_to AS day,"
    "     figure.low AS low, figure.high AS high,"
    "     2 * (figure.category IS NOT NULL) + (figure.region <> submission.region) AS divided"
    "   FROM figures AS figure JOIN submissions AS submission ON submission.id = figure.subject"
    "   WHERE figure.what = 'count' AND coalesce(figure.validity, '') <> 'replaced'"
    "     AND submission.state IN ('received', 'accepted')"
    "     AND (?2 IS NULL OR figure.scope = ?2)),"
    " newest AS (SELECT regency, unit, scope, max(day || ' ' || period) AS last"
    "   FROM stated GROUP BY 1, 2, 3),"
    " least_divided AS (SELECT regency, unit, scope, period, min(divided) AS divided"
    "   FROM stated JOIN newest USING (regency, unit, scope)"
    "   WHERE last = day || ' ' || period GROUP BY 1, 2, 3, 4),"
    " declared AS (SELECT regency, unit, scope, period, max(state) AS state, sum(low) AS low,"
    "     CASE WHEN count(high) = count(*) THEN sum(high) END AS high"
    "   FROM stated JOIN least_divided USING (regency, unit, scope, period, divided)"
    "   GROUP BY 1, 2, 3, 4),"
    " counted AS (SELECT substr(region, 1, 5) AS regency, unit, scope, count(*) AS number"
    "   FROM at_work WHERE length(region) >= 5 GROUP BY 1, 2, 3),"
    " keys AS (SELECT regency, unit, scope FROM counted"
    "   UNION SELECT regency, unit, scope FROM declared)"
    "SELECT keys.regency, NULL, keys.unit, keys.scope,"
    "  CASE WHEN declared.low IS NULL THEN 'proved' WHEN counted.number IS NULL THEN 'declared'"
    "    ELSE 'both' END,"
    "  counted.number, declared.low, declared.high, declared.period, declared.state"
    " FROM keys"
    " LEFT JOIN counted ON counted.regency = keys.regency AND counted.unit = keys.unit"
    "   AND counted.scope = keys.scope"
    " LEFT JOIN declared ON declared.regency = keys.regency AND declared.unit = keys.unit"
    "   AND declared.scope = keys.scope"
    " WHERE ?1 IS NULL OR EXISTS"
    "   (SELECT 1 FROM spans WHERE keys.regency >= least AND keys.regency < past)"
    " ORDER BY keys.regency, keys.unit, keys.scope";

/* What is added up: proved and declared apart, by unit and scope. */
typedef struct sum {
    char unit[16], scope[16];
    int64_t proved, low, high;
    int regencies[2]; /* proved, declared only */
    bool open;        /* somebody did not say the most */
} sum;

typedef struct province {
    bina_rows *rows;
    bina_record *line;
    sum *sums;
    size_t count, room;
    char last[16]; /* regency told last */
} province;

static bina_status
add_up(province *self, const bina_record *record)
{
    const char *unit = bina_record_text(record, UNIT), *scope = bina_record_text(record, SCOPE);
    sum *to = NULL;

    for (size_t i = 0; to == NULL && i < self->count; i++)
        if (strcmp(self->sums[i].unit, unit) == 0 && strcmp(self->sums[i].scope, scope) == 0)
            to = &self->sums[i];
    if (to == NULL) {
        if (!bina_vector_reserve(&self->sums, &self->room, self->count + 1, sizeof *to))
            return BINA_ERR_NO_MEMORY;
        to = &self->sums[self->count++];
        memset(to, 0, sizeof *to);
        (void)snprintf(to->unit, sizeof to->unit, "%s", unit);
        (void)snprintf(to->scope, sizeof to->scope, "%s", scope);
    }
    to->proved += bina_record_int(record, PROVED);
    /* Where rows are counted, what is declared beside them is no other enterprises. */
    if (strcmp(bina_record_text(record, BASIS), "declared") == 0) {
        to->low += bina_record_int(record, LOW);
        to->high += bina_record_int(record, HIGH);
        to->open |= bina_record_get(record, HIGH).type == BINA_NULL;
        to->regencies[1]++;
    } else {
        to->regencies[0]++;
    }
    return BINA_OK;
}

/* A regency of which nothing is known; `awaited` says how far its submission has come. */
static bina_status
tell_nothing(province *self, const char *code)
{
    bina_status status;

    bina_record_clear(self->line);
    bina_set(self->line, REGION, code);
    bina_set(self->line, BASIS, "none");
    status = bina_report_name_region(self->line, NAME, code);
    return status == BINA_OK ? bina_rows_add(self->rows, self->line) : status;
}

/* Regencies of the province asked for that come before `until` and were not told. */
static bina_status
tell_missing(province *self, bina_cursor *regencies, const bina_record **next, const char *until)
{
    bina_status status = BINA_OK;

    while (*next != NULL && status == BINA_OK) {
        const char *code = bina_record_text(*next, BINA_REGION_CODE);
        const char *level = bina_record_text(*next, BINA_REGION_LEVEL);
        bool regency =
            level != NULL && (strcmp(level, "regency") == 0 || strcmp(level, "city") == 0);
        int order = until != NULL ? strcmp(code, until) : -1;
        if (order > 0)
            return BINA_OK;
        if (regency && order < 0)
            status = tell_nothing(self, code);
        if (status != BINA_OK)
            return status;
        status = bina_cursor_next(regencies, next);
        if (status != BINA_OK)
            *next = NULL;
    }
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
tell_sums(province *self, bina_language language)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < self->count; i++) {
        const sum *of = &self->sums[i];
        bina_record_clear(self->line);
        bina_set(self->line, NAME, language == BINA_INDONESIAN ? "Jumlah" : "Sum");
        bina_set(self->line, UNIT, of->unit);
        bina_set(self->line, SCOPE, of->scope);
        bina_set(self->line, BASIS,
                 of->regencies[1] == 0   ? "proved"
                 : of->regencies[0] == 0 ? "declared"
                                         : "both");
        bina_set_int(self->line, PROVED, of->proved);
        if (of->regencies[1] > 0) {
            bina_set_int(self->line, LOW, of->low);
            if (!of->open)
                bina_set_int(self->line, HIGH, of->high);
        }
        status = bina_rows_add(self->rows, self->line);
    }
    return status;
}

static bina_status
run_province(bina_store *store, const bina_report *report, const bina_report_options *options,
             bina_cursor **cursor)
{
    bina_description *columns = bina_report_describe(report);
    province self = {.rows = columns != NULL ? bina_rows_new(columns) : NULL,
                     .line = columns != NULL ? bina_record_new_of(columns) : NULL};
    bina_cursor *regencies = NULL, *figures = NULL;
    const bina_record *next = NULL, *record;
    bina_status status = self.rows != NULL && self.line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK)
        status = bina_report_select(store, report, options, &figures);
    if (status == BINA_OK && options->region != NULL) {
        status = bina_reference_list(BINA_REGION, 0, options->region, &regencies);
        if (status == BINA_OK && bina_cursor_next(regencies, &next) != BINA_OK)
            next = NULL;
    }
    while (status == BINA_OK && (status = bina_cursor_next(figures, &record)) == BINA_OK) {
        const char *code = bina_record_text(record, REGION);
        status = tell_missing(&self, regencies, &next, code);
        bina_record_clear(self.line);
        for (int slot = 0; slot < bina_description_count(columns); slot++)
            bina_record_set(self.line, slot, bina_record_get(record, slot));
        if (status == BINA_OK)
            status = bina_report_name_region(self.line, NAME, code);
        if (status == BINA_OK)
            status = bina_rows_add(self.rows, self.line);
        if (status == BINA_OK)
            status = add_up(&self, record);
    }
    if (status < 0)
        bina_report_blame(store, figures);
    if (status == BINA_DONE)
        status = tell_missing(&self, regencies, &next, NULL);
    if (status == BINA_OK)
        status = tell_sums(&self, options->language);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(self.rows);
        self.rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    free(self.sums);
    bina_cursor_free(regencies);
    bina_cursor_free(figures);
    bina_record_free(self.line);
    bina_rows_free(self.rows);
    bina_description_free(columns);
    return status;
}

static const int submission_kinds[] = {BINA_SUBMISSION, BINA_FIGURE, BINA_NO_KIND};

const bina_report bina_reports_province[] = {
    {.name = "submissions",
     .doc = {"What each regency owed for each period, what came, and what became of it.",
             "Apa yang harus dikirim tiap kabupaten/kota, apa yang datang, dan hasilnya."},
     .columns = submissions_columns,
     .sql = submissions_sql,
     .kinds = submission_kinds},
    {.name = "completeness",
     .doc = {"How complete the submissions of each period are.", "Kelengkapan kiriman tiap masa."},
     .columns = completeness_columns,
     .sql = completeness_sql,
     .kinds = submission_kinds},
    {.name = "province",
     .doc = {"By regency: counted from rows, and declared where only counts came; never added "
             "together.",
             "Menurut kabupaten/kota: dihitung dari baris, dan dinyatakan bila hanya jumlah yang "
             "datang; "
             "tidak pernah dijumlahkan."},
     .columns = province_columns,
     .sql = province_sql,
     .kinds = submission_kinds,
     .run = run_province},
    {.name = NULL},
};
