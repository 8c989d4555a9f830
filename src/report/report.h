/* What a report is made of, shared by the files of this room. */
#ifndef BINA_SRC_REPORT_REPORT_H
#define BINA_SRC_REPORT_REPORT_H

#include <bina/report.h>
#include "base/error.h"

/** One column. An array of them ends with a name of NULL. */
typedef struct bina_report_column {
    const char *name;
    bina_type type;
    const char *codes; /* the code list of a CODE column */
    const char *label; /* Indonesian */
    const char *doc;
} bina_report_column;

typedef struct bina_report {
    const char *name;
    const char *doc[2];
    const bina_report_column *columns;
    /**
     * The SELECT behind it, column by column. It may use the common tables of parties.c by name
     * and these values: ?1 the spans of codes under the region asked for, as a JSON array of
     * [from, to), or null; ?2 the scope or null; ?3 the day spoken of, as "2021-06-30".
     */
    const char *sql;
    /** Instead of `sql`: makes the cursor itself; complains to the store, if at all. */
    bina_status (*run)(bina_store *store, const struct bina_report *report,
                       const bina_report_options *options, bina_cursor **cursor);
} bina_report;

/* Every report, each group in a file of its own; an array ends with a name of NULL. */
extern const bina_report bina_reports_register[];      /* register.c */
extern const bina_report bina_reports_statement[];     /* statement.c */
extern const bina_report bina_reports_asking[];        /* asking.c */
extern const bina_report bina_reports_confirmations[]; /* confirmations.c */
extern const bina_report bina_reports_province[];      /* province.c */
extern const bina_report bina_reports_count[];         /* count.c */
extern const bina_report bina_reports_unseen[];        /* unseen.c */

/** The description of a report's columns; NULL when memory is out. */
bina_description *bina_report_describe(const bina_report *report);

/** Runs a SELECT over the common tables with the values of the options. */
bina_status bina_report_select(bina_store *store, const bina_description *columns, const char *sql,
                               const bina_report_options *options, bina_cursor **cursor);

/** Takes what a cursor complained of for the store's complaint; `cursor` may be NULL. */
void bina_report_blame(bina_store *store, const bina_cursor *cursor);

/**
 * The common tables every report may use, as the head of a WITH:
 *
 *   registrants(id, unit, scope, region, status, activity)  those that stand for themselves, in the
 *                                         region and scope asked for; unit: 'enterprise' or 'group'
 *   standing(id, root)                    every enterprise and group, and what stands for it now
 *   listed(root, register, rows)          registrants by the lists that hold them now
 *   entries(id, register, state, nature, scope, party)
 *                                         rows of the lists in the region and scope asked for: by
 *                                         their own village or their registrant's; the scope is
 *                                         their registrant's, without one their own
 */
extern const char bina_report_common[];

#endif
