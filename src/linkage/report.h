/* Results as records: a table is filled and turned into a cursor. */
#ifndef BINA_SRC_LINKAGE_REPORT_H
#define BINA_SRC_LINKAGE_REPORT_H

#include <bina/rows.h>
#include "linkage/handle.h"
#include "model/cursor.h"

typedef struct bina_link_report {
    bina_description *description;
    bina_rows *rows;
    bina_record *record; /* cleared after every bina_link_report_add */
} bina_link_report;

/**
 * Begins a table of records with these slots. BINA_ERR_USAGE, told on the linkage, when it has not
 * run to its end. Always to be ended by bina_link_report_end.
 */
bina_status bina_link_report_begin(bina_link_report *report, bina_linkage *linkage,
                                   const char *name, const char *doc, const bina_link_slot *slot);

/** Adds the record as it was filled. */
bina_status bina_link_report_add(bina_link_report *report);

/**
 * Ends a report without records of its own: gives a cursor over a source when `status` is BINA_OK.
 *
 * @param self freed by the source in any case, unless it is NULL
 */
bina_status bina_link_report_stream(bina_link_report *report, bina_linkage *linkage,
                                    bina_status status, const bina_source *source, void *self,
                                    bina_cursor **cursor);

/** Gives the cursor when `status` is BINA_OK; tells the linkage of the status otherwise. */
bina_status bina_link_report_end(bina_link_report *report, bina_linkage *linkage,
                                 bina_status status, bina_cursor **cursor);

/** Adds the fitted model: a record of "parameter" for each level; the one of "model". */
bina_status bina_link_write_parameters(bina_link_report *report, const bina_linkage *linkage);
bina_status bina_link_write_model(bina_link_report *report, const bina_linkage *linkage);

#endif
