/*
 * Report "figures": what people stated, as they said it, beside what the register can prove of the
 * same day and area.
 */
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "report/report.h"
#include "store/sql.h"

enum {
    ID,
    WHAT,
    UNIT,
    SCOPE,
    CATEGORY,
    REGION,
    DAY_FROM,
    DAY_TO,
    LOW,
    HIGH,
    QUALIFIER,
    AS_STATED,
    SPEAKER,
    SOURCE,
    VALIDITY,
    PROVED,
    SUPPORTED,
    SLOTS
};

static const bina_column columns[] = {
    {"figure", BINA_INT, NULL, "angka", "The figure."},
    {"what", BINA_CODE, "figure_subject", "apa", "What is counted or measured."},
    {"unit", BINA_CODE, "row_nature", "satuan", "What is counted; units do not add."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"category", BINA_TEXT, NULL, "golongan", "A class within the scope, as stated."},
    {"region", BINA_TEXT, NULL, "wilayah", "The area it is about."},
    {"day_from", BINA_DATE, NULL, "dari tanggal", "First day it may speak of."},
    {"day_to", BINA_DATE, NULL, "sampai tanggal", "Last day it may speak of."},
    {"low", BINA_INT, NULL, "sekurangnya", "The figure, or the least it may be."},
    {"high", BINA_INT, NULL, "sebanyaknya", "The most it may be; none: not said."},
    {"qualifier", BINA_CODE, "figure_qualifier", "kadar", "Exact, about, at least, at most."},
    {"as_stated", BINA_TEXT, NULL, "sebagaimana dinyatakan", "The words."},
    {"speaker", BINA_TEXT, NULL, "yang menyatakan", "Who stated it."},
    {"source", BINA_TEXT, NULL, "sumber", "Where."},
    {"validity", BINA_CODE, "figure_validity", "keabsahan", "What became of it."},
    {"proved", BINA_INT, NULL, "terbukti",
     "What the register counts of the same on its last day: enterprises and groups at work, people "
     "who completed a training, products listed, those who were handed help; none: it cannot "
     "tell."},
    {"supported", BINA_BOOL, NULL, "didukung data",
     "Whether that agrees with what was said: about is a tenth either way; none: it cannot tell."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const int kinds[] = {BINA_FIGURE,  BINA_BATCH, BINA_ENROLMENT, BINA_LISTING,
                            BINA_PRODUCT, BINA_GRANT, BINA_PROGRAMME, BINA_NO_KIND};

#define ENROLMENT_STATE BINA_STATE_AT("x", "state", "f.day_to")
#define LISTING_STATE   BINA_STATE_AT("x", "state", "f.day_to")
#define GRANT_STATE     BINA_STATE_AT("x", "state", "f.day_to")
#define UNDER_REGION    BINA_UNDER("f.region")

/* What can be counted by what the figure is about. Registrants are counted apart, day by day. */
static const char sql[] =
    "SELECT f.id, f.what, f.unit, f.scope, f.category, f.region, f.day_from, f.day_to, f.low,"
    "  f.high, f.qualifier, f.as_stated, f.speaker, f.source, f.validity,"
    "  CASE WHEN f.day_to IS NULL THEN NULL"
    "  WHEN f.what = 'trained' AND (f.subject__batch OR f.subject__programme) THEN"
    "    (SELECT count(DISTINCT x.participant) FROM batches AS b JOIN enrolments AS x"
    "       ON x.batch = b.id WHERE (b.id = f.subject__batch OR b.programme = f.subject__programme)"
    "       AND " ENROLMENT_STATE " = 'completed')"
    "  WHEN f.what = 'placed' THEN"
    "    (SELECT count(DISTINCT x.product) FROM listings AS x WHERE " LISTING_STATE " = 'listed'"
    "       AND (f.subject IS NULL OR x.product = f.subject__product"
    "            OR x.agreement = f.subject__agreement))"
    "  WHEN f.what = 'helped' AND (f.subject__programme OR f.subject__grant) THEN"
    "    (SELECT count(DISTINCT x.recipient) FROM grants AS x"
    "       WHERE (x.programme = f.subject__programme OR x.id = f.subject__grant)"
    "       AND " GRANT_STATE " IN ('handed_over', 'monitored', 'closed'))"
    "  END, NULL"
    " FROM figures AS f WHERE coalesce(f.day_from, f.day_to, ?3) <= ?3 AND " UNDER_REGION
    "   AND (?2 IS NULL OR f.scope = ?2)"
    "   AND (?4 IS NULL OR f.subject__programme = ?4"
    "        OR f.subject__batch IN (SELECT id FROM batches WHERE programme = ?4))"
    " ORDER BY coalesce(f.day_to, f.day_from), f.region, f.what, f.unit, f.id";

/* ---- who was at work where, on a day ---- */

enum { PLACE_REGION, PLACE_UNIT, PLACE_SCOPE, PLACE_NUMBER };

static const bina_column place_columns[] = {
    {"region", BINA_TEXT, NULL, "wilayah", "A village, or what is known of it."},
    {"unit", BINA_TEXT, NULL, "satuan", "Enterprise or group."},
    {"scope", BINA_TEXT, NULL, "cakupan", "Its scope."},
    {"number", BINA_INT, NULL, "banyaknya", "How many are at work."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const bina_report place_report = {
    .name = "places",
    .doc = {"", ""},
    .columns = place_columns,
    .sql = "SELECT coalesce(region, ''), unit, scope, count(*) FROM at_work"
           " WHERE coalesce(status, 'active') IN ('active', 'seasonal_rest') GROUP BY 1, 2, 3"};

/* The rows of one day, kept while figures of that day come. */
typedef struct places {
    bina_record **rows;
    size_t count, room;
    int64_t day;
} places;

static void
forget(places *self)
{
    for (size_t i = 0; i < self->count; i++)
        bina_record_free(self->rows[i]);
    self->count = 0;
}

static bina_status
read_places(bina_store *store, const bina_report_options *options, int64_t day, places *self)
{
    bina_report_options asked = *options;
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status;

    if (self->day == day)
        return BINA_OK;
    forget(self);
    self->day = day;
    asked.region = asked.scope = NULL;
    asked.true_on = day;
    status = bina_report_select(store, &place_report, &asked, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        if (!bina_vector_reserve(&self->rows, &self->room, self->count + 1, sizeof *self->rows) ||
            (self->rows[self->count] = bina_record_copy(row)) == NULL)
            status = BINA_ERR_NO_MEMORY;
        else
            self->count++;
    }
    if (status < 0)
        bina_report_blame(store, cursor);
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

/* Registrants of the figure's unit, scope and area; a class within the scope cannot be told. */
static int64_t
count_places(const places *self, const bina_record *figure)
{
    const char *region = bina_record_text(figure, REGION), *scope = bina_record_text(figure, SCOPE);
    const char *unit = bina_record_text(figure, UNIT);
    int64_t sum = 0;

    for (size_t i = 0; i < self->count; i++)
        if (strcmp(bina_record_text(self->rows[i], PLACE_UNIT), unit) == 0 &&
            (scope == NULL || strcmp(bina_record_text(self->rows[i], PLACE_SCOPE), scope) == 0) &&
            (region == NULL ||
             strncmp(bina_record_text(self->rows[i], PLACE_REGION), region, strlen(region)) == 0))
            sum += bina_record_int(self->rows[i], PLACE_NUMBER);
    return sum;
}

static bool
counts_registrants(const bina_record *figure)
{
    const char *unit = bina_record_text(figure, UNIT), *what = bina_record_text(figure, WHAT);

    return strcmp(what, "count") == 0 && unit != NULL &&
           (strcmp(unit, "enterprise") == 0 || strcmp(unit, "group") == 0) &&
           bina_record_text(figure, CATEGORY) == NULL &&
           bina_record_get(figure, DAY_TO).type == BINA_DATE;
}

static bool
supports(const bina_record *figure, int64_t proved)
{
    const char *qualifier = bina_record_text(figure, QUALIFIER);
    bool has_high = bina_record_get(figure, HIGH).type != BINA_NULL;
    int64_t low = bina_record_int(figure, LOW);
    int64_t high = has_high ? bina_record_int(figure, HIGH) : low;

    if (qualifier != NULL && strcmp(qualifier, "at_least") == 0)
        return proved >= low;
    if (qualifier != NULL && strcmp(qualifier, "at_most") == 0)
        return proved <= high;
    if (qualifier != NULL && strcmp(qualifier, "about") == 0)
        return proved * 10 >= low * 9 && proved * 10 <= high * 11;
    return proved >= low && proved <= high;
}

static bina_status
run_figures(bina_store *store, const bina_report *report, const bina_report_options *options,
            bina_cursor **cursor)
{
    bina_description *description = bina_report_describe(report);
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *line = description != NULL ? bina_record_new_of(description) : NULL;
    places here = {.day = INT64_MIN};
    bina_cursor *stated = NULL;
    const bina_record *figure;
    bina_status status = rows != NULL && line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK)
        status = bina_report_select(store, report, options, &stated);
    while (status == BINA_OK && (status = bina_cursor_next(stated, &figure)) == BINA_OK) {
        bina_record_clear(line);
        for (int slot = 0; slot < SLOTS; slot++)
            bina_record_set(line, slot, bina_record_get(figure, slot));
        if (counts_registrants(figure)) {
            status = read_places(store, options, bina_record_int(figure, DAY_TO), &here);
            bina_set_int(line, PROVED, count_places(&here, figure));
        }
        if (bina_record_get(line, PROVED).type != BINA_NULL &&
            bina_record_get(figure, LOW).type != BINA_NULL)
            bina_set_int(line, SUPPORTED, supports(figure, bina_record_int(line, PROVED)));
        if (status == BINA_OK)
            status = bina_rows_add(rows, line);
    }
    if (status < 0)
        bina_report_blame(store, stated);
    if (status == BINA_DONE) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    forget(&here);
    free(here.rows);
    bina_cursor_free(stated);
    bina_record_free(line);
    bina_rows_free(rows);
    bina_description_free(description);
    return status;
}

const bina_report bina_reports_figures[] = {
    {.name = "figures",
     .doc = {"Figures that people stated, as they said them, beside what the register can prove.",
             "Angka yang dinyatakan orang, sebagaimana diucapkan, di samping yang dapat dibuktikan "
             "register."},
     .columns = columns,
     .sql = sql,
     .kinds = kinds,
     .run = run_figures,
     .as_of = true},
    {.name = NULL},
};
