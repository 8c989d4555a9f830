/* Running the SELECT behind a report with what its options say. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/reference.h>
#include "base/error.h"
#include "base/vector.h"
#include "reference/zone.h"
#include "report/report.h"
#include "report/threshold.h"
#include "store/sql.h"

#define MOST_KINDS 32 /* one report reads */

/* Where the values begin that are not options. */
enum { THRESHOLDS = 8, CURRENT = 16 };

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

/* How much of a code tells one level below the region asked for; public figures are always made of
 * the districts. */
static int
level_below(const bina_report_options *options)
{
    size_t length = options->region != NULL ? strlen(options->region) : 0;

    return options->public_figures ? 8 : length < 5 ? 5 : length < 8 ? 8 : 13;
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
        bina_value values[CURRENT + 1] = {bina_text(spans),
                                          bina_text(options->scope),
                                          bina_integer_of(BINA_DATE, day),
                                          id_or_null(options->programme),
                                          day_or_null(options->from),
                                          id_or_null(options->fund),
                                          bina_text(options->system),
                                          bina_int(level_below(options))};
        bool current = false;
        size_t bound = THRESHOLDS;
        for (const char *const *rule = report->thresholds;
             status == BINA_OK && rule != NULL && *rule != NULL && bound < CURRENT; rule++) {
            int64_t number = 0;
            status = bina_report_threshold(store, *rule, day, &number);
            values[bound++] = bina_int(number);
        }
        /* As known earlier, the histories are rewound, and the columns speak of the day they were
         * written. */
        if (status == BINA_OK && options->known_at < 0 && day == bina_store_today(store))
            status = bina_dated_current(store, &current);
        values[CURRENT] = bina_int(current);
        const bina_sql select = {.head = bina_report_common,
                                 .tables = report->tables,
                                 .text = report->sql,
                                 .values = values,
                                 .count = CURRENT + 1,
                                 .kinds = kinds,
                                 .known_at = options->known_at};
        if (status == BINA_OK)
            status = bina_sql_list(store, columns, &select, cursor);
    }
    free(spans);
    bina_description_free(columns);
    return status;
}
