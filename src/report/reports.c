/* Finding reports by name, describing their columns, running them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/options.h"
#include "report/report.h"
#include "store/sql.h"

static const bina_report *const groups[] = {
    bina_reports_statement,  bina_reports_count,         bina_reports_register,
    bina_reports_unseen,     bina_reports_confirmations, bina_reports_province,
    bina_reports_asking,     bina_reports_flows,         bina_reports_classes,
    bina_reports_monitoring, bina_reports_data_quality,  bina_reports_figures,
    bina_reports_training,   bina_reports_matching,      bina_reports_market,
    bina_reports_sales,      bina_reports_credit,        bina_reports_assets,
    bina_reports_follow_up,  bina_reports_production,    bina_reports_grants,
    bina_reports_help};

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
    size_t count = 0;

    while (report->columns[count].name != NULL)
        count++;
    return bina_columns_describe(report->name, report->doc[0], report->columns, count);
}

const bina_description *
bina_report_columns(const char *name)
{
    const bina_report *report = find_report(name);

    return report != NULL ? bina_report_describe(report) : NULL;
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
