#include "linkage/report.h"

#include <stdlib.h>
#include <string.h>

bina_status
bina_link_report_begin(bina_link_report *report, bina_linkage *linkage, const char *name,
                       const char *doc, const bina_link_slot *slot)
{
    memset(report, 0, sizeof(*report));
    bina_error_clear(&linkage->error);
    if (!linkage->ended || linkage->engine.stage != BINA_LINK_STAGE_END)
        return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                              "the linkage has not been run to its end",
                              "penautan belum dijalankan sampai selesai");
    if (linkage->index != NULL && bina_link_index_settle(linkage->index) != BINA_OK)
        return BINA_ERR_NO_MEMORY;
    report->description = bina_link_describe(name, doc, slot);
    if (report->description == NULL)
        return BINA_ERR_NO_MEMORY;
    report->rows = bina_rows_new(report->description);
    report->record = bina_record_new_of(report->description);
    return report->rows == NULL || report->record == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

bina_status
bina_link_report_add(bina_link_report *report)
{
    bina_status status = bina_rows_add(report->rows, report->record);

    bina_record_clear(report->record);
    return status;
}

static bina_status
end(bina_link_report *report, bina_linkage *linkage, bina_status status)
{
    if (status != BINA_OK && bina_error_status(&linkage->error) == BINA_OK)
        bina_error_plain(&linkage->error, status);
    bina_rows_free(report->rows);
    bina_record_free(report->record);
    bina_description_free(report->description);
    return status;
}

bina_status
bina_link_report_stream(bina_link_report *report, bina_linkage *linkage, bina_status status,
                        const bina_source *source, void *self, bina_cursor **cursor)
{
    *cursor = NULL;
    if (status == BINA_OK) {
        *cursor = bina_cursor_new(report->description, source, self);
        if (*cursor == NULL)
            status = BINA_ERR_NO_MEMORY;
    } else if (self != NULL) {
        source->free(self);
    }
    return end(report, linkage, status);
}

bina_status
bina_link_report_end(bina_link_report *report, bina_linkage *linkage, bina_status status,
                     bina_cursor **cursor)
{
    *cursor = NULL;
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(report->rows);
        report->rows = NULL;
        if (*cursor == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    return end(report, linkage, status);
}
