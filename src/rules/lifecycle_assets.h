/* What the files on tools share: steps of other records on a day of their own, and the round. */
#ifndef BINA_SRC_RULES_LIFECYCLE_ASSETS_H
#define BINA_SRC_RULES_LIFECYCLE_ASSETS_H

#include "rules/lifecycle.h"

/* Steps, guards and effects of the kinds that have files of their own. */
extern const bina_transition bina_custody_steps[];    /* lifecycle_custody.c */
extern bina_guard *const bina_custody_always[];       /* lifecycle_custody.c */
extern bina_effect *const bina_custody_changed[];     /* lifecycle_custody.c */
extern const bina_transition bina_survey_steps[];     /* lifecycle_surveys.c */
extern bina_guard *const bina_survey_always[];        /* lifecycle_surveys.c */
extern const bina_transition bina_inspection_steps[]; /* lifecycle_surveys.c */
extern bina_guard *const bina_inspection_always[];    /* lifecycle_surveys.c */
extern bina_effect *const bina_inspection_changed[];  /* lifecycle_surveys.c */
extern const bina_transition bina_repair_steps[];     /* lifecycle_repairs.c */
extern bina_guard *const bina_repair_always[];        /* lifecycle_repairs.c */
extern bina_effect *const bina_repair_changed[];      /* lifecycle_repairs.c */

/**
 * Moves a tool on, on a day in the past or today. Nothing happens when the tool has moved on after
 * that day already: older news does not unmake newer.
 */
void bina_asset_move(bina_case *c, bina_id asset, const char *verb, int64_t day);

/** The state of a tool; "" when there is none. */
void bina_asset_state(bina_case *c, bina_id asset, char state[32]);

/** Effect: the custody that is open ends on the day of the case. */
void bina_custody_end(bina_case *c);
/** Effect: a lent tool goes back to who held it before. */
void bina_custody_restore(bina_case *c);
/** Guard: the custodian of a tool is alive and still of the group that holds it. */
void bina_custody_needs_custodian(bina_case *c);
/** The tools for which that is not so on the day ?1, each with the day since which. */
#define BINA_CUSTODY_ORPHANS                                                                       \
    "SELECT custodies.asset, max(custodies.valid_from, date(persons.died, '+1 day'))"              \
    " FROM persons JOIN custodies ON custodies.custodian = persons.id"                             \
    " WHERE persons.died < ?1 AND custodies.valid_from <= ?1"                                      \
    "   AND (custodies.valid_to IS NULL OR custodies.valid_to >= ?1)"

/* ---- in SQL ---- */

/** The grant that bought the row `asset`. */
#define BINA_ASSET_GRANT                                                                           \
    "coalesce(asset.\"grant\", (SELECT item.\"grant\" FROM handovers"                              \
    "   JOIN grant_items AS item ON item.id = handovers.item WHERE handovers.id = "                \
    "asset.handover))"

/**
 * The tools: id, the day they were handed over, the programme that bought them, and the region they
 * are in, which is that of the holder, else of the recipient. A WHERE about `asset` may follow.
 */
#define BINA_TOOLS                                                                                 \
    "SELECT asset.id AS id,"                                                                       \
    " coalesce((SELECT handed_on FROM handovers WHERE id = asset.handover), asset.began)"          \
    "   AS handed,"                                                                                \
    " bought.programme AS programme,"                                                              \
    " coalesce((SELECT region FROM \"groups\" WHERE id = asset.holder),"                           \
    "   (SELECT region FROM enterprises WHERE id = asset.holder),"                                 \
    "   (SELECT region FROM persons WHERE id = asset.holder),"                                     \
    "   (SELECT region FROM \"groups\" WHERE id = bought.recipient),"                              \
    "   (SELECT region FROM enterprises WHERE id = bought.recipient),"                             \
    "   (SELECT region FROM persons WHERE id = bought.recipient)) AS region"                       \
    " FROM assets AS asset LEFT JOIN grants AS bought ON bought.id = " BINA_ASSET_GRANT

/** Whether a row `tool` of these belongs to the row `survey`: in time, programme and region. */
#define BINA_TOOL_IN_ROUND                                                                         \
    "((survey.issued_until IS NULL OR tool.handed <= survey.issued_until)"                         \
    " AND (survey.programme IS NULL OR survey.programme = tool.programme)"                         \
    " AND (survey.region IS NULL OR (tool.region || '.') LIKE (survey.region || '.%')))"

#endif
