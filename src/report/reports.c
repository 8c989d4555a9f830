/* Finding reports by name, describing their columns, running them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/reference.h>
#include "base/error.h"
#include "base/options.h"
#include "base/vector.h"
#include "model/field.h"
#include "reference/zone.h"
#include "report/report.h"
#include "store/sql.h"

#define MOST_KINDS 32 /* one report reads */

static const bina_report *const groups[] = {
    bina_reports_statement, bina_reports_count,         bina_reports_register,
    bina_reports_unseen,    bina_reports_confirmations, bina_reports_province,
    bina_reports_asking,    bina_reports_flows,         bina_reports_classes};

static const bina_report *
report_at(int n)
{
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
        for (const bina_report *report = groups[g]; report->name != NULL; report++)
            if (n-- == 0)
                return report;
    return NULL;
}

static const bina_report *
find_report(const char *name)
{
    const bina_report *report;

    for (int n = 0; name != NULL && (report = report_at(n)) != NULL; n++)
        if (strcmp(report->name, name) == 0)
            return report;
    return NULL;
}

const char *
bina_report_at(int n)
{
    const bina_report *report = report_at(n);

    return report != NULL ? report->name : NULL;
}

bool
bina_report_as_of(const char *name)
{
    const bina_report *report = find_report(name);

    return report != NULL && report->as_of;
}

const char *
bina_report_doc(const char *name, bina_language language)
{
    const bina_report *report = find_report(name);

    return report != NULL ? report->doc[language == BINA_INDONESIAN] : NULL;
}

bina_description *
bina_report_describe(const bina_report *report)
{
    bina_description *columns = bina_description_new(report->name, report->doc[0]);

    for (const bina_report_column *c = report->columns; columns != NULL && c->name != NULL; c++)
        if (bina_description_add_field(columns, c->name, c->type, c->codes, c->doc, 0) < 0 ||
            bina_description_label_field(columns, c->label) != BINA_OK) {
            bina_description_free(columns);
            columns = NULL;
        }
    return columns;
}

const bina_description *
bina_report_columns(const char *name)
{
    const bina_report *report = find_report(name);

    return report != NULL ? bina_report_describe(report) : NULL;
}

/* The codes of every edition under a region, as JSON; NULL for everywhere. */
static bina_status
spans_of(bina_store *store, const char *region, char **spans)
{
    bina_error *error = bina_store_complaint(store);
    bina_cursor *ranges = NULL;
    const bina_record *range;
    size_t used = 1, room = 0;
    bina_status status;

    if (region == NULL)
        return BINA_OK;
    status = bina_region_under(region, 0, &ranges);
    if (status != BINA_OK) {
        bina_error_set(error, BINA_ERR_INVALID,
                       "There is no region %s; use a Kemendagri code such as 52.03.",
                       "Tidak ada wilayah %s; pakai kode Kemendagri seperti 52.03.", region);
        bina_error_at(error, "report", "region", "report.region");
        return BINA_ERR_INVALID;
    }
    while (status == BINA_OK && (status = bina_cursor_next(ranges, &range)) == BINA_OK) {
        if (!bina_vector_reserve(spans, &room, used + 64, 1)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        /* Codes are digits and dots: nothing to escape. */
        used += (size_t)snprintf(*spans + used - 1, 64, "%s[\"%.16s\",\"%.16s\"]",
                                 used == 1 ? "[" : ",", bina_record_text(range, 0),
                                 bina_record_text(range, 1));
    }
    bina_cursor_free(ranges);
    if (status == BINA_DONE && *spans != NULL) {
        memcpy(*spans + used - 1, "]", 2);
        return BINA_OK;
    }
    free(*spans);
    *spans = NULL;
    return status == BINA_DONE ? BINA_OK : bina_error_plain(error, status);
}

bina_status
bina_report_day(bina_store *store, const bina_report_options *options, int64_t *day)
{
    static const char made[] = "SELECT CAST(strftime('%s', made) AS INTEGER) FROM commits"
                               " WHERE number = ?1";
    const bina_value number = bina_int(options->known_at);
    int64_t seconds = 0;
    bina_status status = BINA_OK;

    if (options->true_on != 0) {
        *day = options->true_on;
        return BINA_OK;
    }
    if (options->known_at >= 0)
        status = bina_sql_integer(store, made, &number, 1, &seconds);
    *day = seconds > 0
               ? (seconds + (int64_t)bina_zone_hours(bina_store_office(store)) * 3600) / 86400
               : bina_store_today(store);
    return status;
}

/* Unlike the day spoken of, these may be left out. */
static bina_value
day_or_null(int64_t day)
{
    return day != 0 ? bina_integer_of(BINA_DATE, day) : bina_null();
}

static bina_value
id_or_null(bina_id id)
{
    return id != 0 ? bina_int(id) : bina_null();
}

bina_status
bina_report_select(bina_store *store, const bina_report *report, const bina_report_options *options,
                   bina_cursor **cursor)
{
    static const int common[] = {
        BINA_ENTERPRISE,   BINA_GROUP,           BINA_SOURCE_RECORD, BINA_PAIR,   BINA_INTAKE,
        BINA_CONFIRMATION, BINA_SOURCE_REGISTER, BINA_ORGANISATION,  BINA_NO_KIND};
    bina_description *columns = bina_report_describe(report);
    int kinds[MOST_KINDS];
    size_t count = sizeof common / sizeof *common - 1;
    char *spans = NULL;
    int64_t day = 0;
    bina_status status = columns != NULL
                             ? spans_of(store, options->region, &spans)
                             : bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);

    *cursor = NULL;
    memcpy(kinds, common, count * sizeof *kinds);
    for (const int *kind = report->kinds;
         kind != NULL && *kind != BINA_NO_KIND && count < MOST_KINDS - 1; kind++)
        kinds[count++] = *kind;
    kinds[count] = BINA_NO_KIND;
    if (status == BINA_OK)
        status = bina_report_day(store, options, &day);
    if (status == BINA_OK) {
        const bina_value values[] = {bina_text(spans),
                                     bina_text(options->scope),
                                     bina_integer_of(BINA_DATE, day),
                                     id_or_null(options->programme),
                                     day_or_null(options->from),
                                     id_or_null(options->fund),
                                     bina_text(options->system)};
        const bina_sql select = {.head = bina_report_common,
                                 .text = report->sql,
                                 .values = values,
                                 .count = sizeof values / sizeof *values,
                                 .kinds = kinds,
                                 .known_at = options->known_at};
        status = bina_sql_list(store, columns, &select, cursor);
    }
    free(spans);
    bina_description_free(columns);
    return status;
}

void
bina_report_blame(bina_store *store, const bina_cursor *cursor)
{
    const bina_error *error = cursor != NULL ? bina_cursor_error(cursor) : NULL;

    if (bina_error_status(error) != BINA_OK)
        bina_error_copy(bina_store_complaint(store), error);
}

/* A sentence that names every report there is. */
static bina_status
no_such_report(bina_error *error, const char *name)
{
    char known[480] = "";

    for (int n = 0; bina_report_at(n) != NULL; n++) {
        size_t used = strlen(known);
        snprintf(known + used, sizeof known - used, "%s%s", n > 0 ? ", " : "", bina_report_at(n));
    }
    return bina_error_set(error, BINA_ERR_NOT_FOUND, "there is no report \"%s\"; there are: %s",
                          "tidak ada laporan \"%s\"; yang ada: %s", name != NULL ? name : "",
                          known);
}

/* Whether the report can speak of the days asked for. */
static bina_status
judge_days(bina_store *store, const bina_report *report, const bina_report_options *options)
{
    bina_error *error = bina_store_complaint(store);
    int64_t today = bina_store_today(store);
    bina_status status = BINA_OK;

    if (options->true_on > today || options->from > today)
        status = bina_error_set(error, BINA_ERR_INVALID,
                                "a report speaks of a day that has come, at the latest of today",
                                "laporan bicara tentang hari yang sudah tiba, paling akhir hari "
                                "ini");
    /* Better no statement than one of today that calls itself one of another day. */
    else if (options->true_on != 0 && options->true_on != today && !report->as_of)
        status = bina_error_set(error, BINA_ERR_UNSUPPORTED,
                                "report \"%s\" rests on what is known, not on days; ask for it as "
                                "known after a commit instead",
                                "laporan \"%s\" bertumpu pada yang diketahui, bukan pada tanggal; "
                                "mintalah sebagaimana diketahui setelah suatu catatan",
                                report->name);
    else if (options->public_figures && !report->public_form)
        status = bina_error_set(
            error, BINA_ERR_UNSUPPORTED, "report \"%s\" cannot keep small numbers back",
            "laporan \"%s\" tidak dapat merahasiakan angka kecil", report->name);
    if (status != BINA_OK)
        bina_error_at(error, "report", options->from > today ? "from" : "true_on", "report.day");
    return status;
}

bina_status
bina_report_run(bina_store *store, const char *name, const bina_report_options *options,
                bina_cursor **cursor)
{
    bina_report_options given = BINA_REPORT_OPTIONS_INIT;
    const bina_report *report = find_report(name);
    bina_error *error = bina_store_complaint(store);
    bina_status status;

    *cursor = NULL;
    bina_error_clear(error);
    if (report == NULL)
        return no_such_report(error, name);
    if (!bina_options_take(&given, sizeof given, options))
        return bina_error_plain(error, BINA_ERR_USAGE);
    status = judge_days(store, report, &given);
    if (status != BINA_OK)
        return status;
    status = report->run != NULL ? report->run(store, report, &given, cursor)
                                 : bina_report_select(store, report, &given, cursor);
    if (status < 0 && bina_error_status(error) != status)
        (void)bina_error_plain(error, status);
    return status;
}
