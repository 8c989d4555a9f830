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

static const bina_report *const groups[] = {
    bina_reports_statement,     bina_reports_count,    bina_reports_register, bina_reports_unseen,
    bina_reports_confirmations, bina_reports_province, bina_reports_asking};

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

/* The day spoken of: that of the commit whose knowledge is asked for, or else today. */
static bina_status
day_of(bina_store *store, const bina_report_options *options, int64_t *day)
{
    static const char made[] = "SELECT CAST(strftime('%s', made) AS INTEGER) FROM commits"
                               " WHERE number = ?1";
    const bina_value number = bina_int(options->known_at);
    int64_t seconds = 0;
    bina_status status = BINA_OK;

    if (options->known_at >= 0)
        status = bina_sql_integer(store, made, &number, 1, &seconds);
    *day = seconds > 0
               ? (seconds + (int64_t)bina_zone_hours(bina_store_office(store)) * 3600) / 86400
               : bina_store_today(store);
    return status;
}

bina_status
bina_report_select(bina_store *store, const bina_description *columns, const char *sql,
                   const bina_report_options *options, bina_cursor **cursor)
{
    static const int kinds[] = {
        BINA_ENTERPRISE,   BINA_GROUP,           BINA_SOURCE_RECORD, BINA_PAIR,   BINA_INTAKE,
        BINA_CONFIRMATION, BINA_SOURCE_REGISTER, BINA_ORGANISATION,  BINA_NO_KIND};
    char *spans = NULL;
    int64_t day = 0;
    bina_status status = spans_of(store, options->region, &spans);

    *cursor = NULL;
    if (status == BINA_OK)
        status = day_of(store, options, &day);
    if (status == BINA_OK) {
        const bina_value values[] = {bina_text(spans), bina_text(options->scope),
                                     bina_integer_of(BINA_DATE, day)};
        const bina_sql select = {.head = bina_report_common,
                                 .text = sql,
                                 .values = values,
                                 .count = sizeof values / sizeof *values,
                                 .kinds = kinds,
                                 .known_at = options->known_at};
        status = bina_sql_list(store, columns, &select, cursor);
    }
    free(spans);
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

bina_status
bina_report_run(bina_store *store, const char *name, const bina_report_options *options,
                bina_cursor **cursor)
{
    bina_report_options given = BINA_REPORT_OPTIONS_INIT;
    const bina_report *report = find_report(name);
    bina_error *error = bina_store_complaint(store);
    bina_description *columns;
    bina_status status;

    *cursor = NULL;
    bina_error_clear(error);
    if (report == NULL)
        return no_such_report(error, name);
    if (!bina_options_take(&given, sizeof given, options))
        return bina_error_plain(error, BINA_ERR_USAGE);
    /* Better no statement than one of today that calls itself one of another day. */
    if (given.true_on != 0 && given.true_on != bina_store_today(store))
        return bina_error_set(error, BINA_ERR_UNSUPPORTED,
                              "reports speak of today; ask what was known after a commit instead",
                              "laporan hanya tentang hari ini; mintalah sebagaimana diketahui "
                              "setelah suatu catatan");
    if (report->run != NULL) {
        status = report->run(store, report, &given, cursor);
    } else {
        columns = bina_report_describe(report);
        status = columns != NULL ? bina_report_select(store, columns, report->sql, &given, cursor)
                                 : BINA_ERR_NO_MEMORY;
        bina_description_free(columns);
    }
    if (status < 0 && bina_error_status(error) != status)
        (void)bina_error_plain(error, status);
    return status;
}
