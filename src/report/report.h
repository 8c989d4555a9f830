/* What a report is made of, shared by the files of this room. */
#ifndef BINA_SRC_REPORT_REPORT_H
#define BINA_SRC_REPORT_REPORT_H

#include <bina/report.h>
#include "base/error.h"
#include "model/columns.h"

typedef struct bina_report {
    const char *name;
    const char *doc[2];
    const bina_column *columns; /* ended by a name of NULL */
    /**
     * The SELECT behind it, column by column. It may use the common tables of parties.c by name
     * and these values, each null when not asked for, days as "2021-06-30":
     *   ?1 the spans of codes under the region, as a JSON array of [from, to)
     *   ?2 the scope
     *   ?3 the day spoken of, never null
     *   ?4 the programme's id
     *   ?5 the day before which nothing matters
     *   ?6 the fund's id
     *   ?7 the system of size classes
     *   ?8 how much of a code tells the level below the region: 5, 8 or 13 characters; for public
     *   figures always 8
     *   ?9 to ?16: the numbers of `thresholds`
     *   ?17 whether that day is the present one, of which the columns hold what is true
     */
    const char *sql;
    const char *tables; /* more common tables, put before `sql`; NULL: none */
    /** The kinds it reads beside those of the common tables, ended by BINA_NO_KIND, so that all can
     *  be told as known earlier; NULL: no others. */
    const int *kinds;
    const char *const *thresholds; /* rules of policy whose numbers it needs; ended by NULL */
    /** Whether it can speak of any day: it reads dated fields and states by the macros below, and
     *  whatever else it reads has days of its own. */
    bool as_of;
    /** Whether it can keep small numbers back. */
    bool public_form;
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
extern const bina_report bina_reports_flows[];         /* flows.c */
extern const bina_report bina_reports_classes[];       /* classes.c */
extern const bina_report bina_reports_figures[];       /* figures.c */
extern const bina_report bina_reports_grants[];        /* grants.c */
extern const bina_report bina_reports_help[];          /* help.c */
extern const bina_report bina_reports_monitoring[];    /* monitoring.c */
extern const bina_report bina_reports_data_quality[];  /* data_quality.c */
extern const bina_report bina_reports_training[];      /* training.c */
extern const bina_report bina_reports_matching[];      /* matching.c */
extern const bina_report bina_reports_market[];        /* market.c */
extern const bina_report bina_reports_sales[];         /* sales.c */
extern const bina_report bina_reports_credit[];        /* credit.c */
extern const bina_report bina_reports_assets[];        /* assets.c */
extern const bina_report bina_reports_follow_up[];     /* follow_up.c */
extern const bina_report bina_reports_production[];    /* production.c */

/** The description of a report's columns; NULL when memory is out. */
bina_description *bina_report_describe(const bina_report *report);

/** Runs the SELECT of a report with the values of the options. */
bina_status bina_report_select(bina_store *store, const bina_report *report,
                               const bina_report_options *options, bina_cursor **cursor);

/** The day the options speak of: what they say, or that of the commit known at, or today. */
bina_status bina_report_day(bina_store *store, const bina_report_options *options, int64_t *day);

/** Takes what a cursor complained of for the store's complaint; `cursor` may be NULL. */
void bina_report_blame(bina_store *store, const bina_cursor *cursor);

/**
 * The common tables every report may use, as the head of a WITH. What is dated is as on day ?3:
 *
 *   registrants(id, unit, scope, region, status, activity, begun)
 *                                         those that stand for themselves, in the region and scope
 *                                         asked for; unit: 'enterprise' or 'group'; begun: whether
 *                                         they had begun by the day, as far as is known
 *   at_work                               of them, those that had begun and were neither closed
 *                                         nor in another office's care
 *   standing(id, root)                    every enterprise and group, and what stands for it now
 *   listed(root, register, rows)          registrants by the lists that hold them now
 *   entries(id, register, state, nature, scope, party)
 *                                         rows of the lists in the region and scope asked for: by
 *                                         their own village or their registrant's; the scope is
 *                                         their registrant's, without one their own
 */
extern const char bina_report_common[];

/**
 * As SQL, a dated field of the row `alias` as it was on a day: by its history, else its column. One
 * look-up in the history; x'00' stands for a null found there. All as literals:
 * BINA_DATED_ON("e", "region").
 */
#define BINA_DATED_AT(alias, field, day)                                                           \
    "nullif(coalesce((SELECT coalesce(value,x'00')FROM dated_values WHERE record=" alias ".id AND" \
    " field='" field "' AND valid_from<=" day " AND superseded IS NULL ORDER BY valid_from DESC"   \
    " LIMIT 1)," alias ".\"" field "\"),x'00')"
#define BINA_DATED_ON(alias, field)                                                                \
    "iif(?17," alias ".\"" field "\"," BINA_DATED_AT(alias, field, "?3") ")"

/** The same of a lifecycle's state, which is null before the row's day `began`. */
#define BINA_STATE_AT(alias, field, day)                                                           \
    "iif(coalesce(" alias ".began<=" day ",1)," BINA_DATED_AT(alias, field, day) ",NULL)"
#define BINA_STATE_ON(alias, field)                                                                \
    "iif(coalesce(" alias ".began<=?3,1)," BINA_DATED_ON(alias, field) ",NULL)"

/** As SQL, whether a region code lies under the region asked for. */
#define BINA_UNDER(code)                                                                           \
    "(?1 IS NULL OR EXISTS (SELECT 1 FROM spans WHERE " code " >= least AND " code " < past))"

#endif
