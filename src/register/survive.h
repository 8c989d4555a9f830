/* Which of several rows' values survives, field by field, and by which rule. */
#ifndef BINA_SRC_REGISTER_SURVIVE_H
#define BINA_SRC_REGISTER_SURVIVE_H

#include "register/source_rows.h"

typedef enum bina_survival {
    BINA_SURVIVES_RECENT,   /**< of the list with the latest date */
    BINA_SURVIVES_LONGEST,  /**< the longest text */
    BINA_SURVIVES_FREQUENT, /**< what most rows have */
    BINA_SURVIVAL_RULES
} bina_survival;

/** How values of one field of source records survive. */
typedef struct bina_survival_rule {
    int field; /* a slot of BINA_SOURCE_RECORD */
    bina_survival rule;
    char **lists; /* those that come first, in this order; ended by NULL; NULL: none does */
} bina_survival_rule;

struct bina_survivorship {
    bina_survival_rule *rules;
    size_t count, capacity;
};
typedef struct bina_survivorship bina_survivorship;

typedef struct bina_survivor {
    size_t row;       /* SIZE_MAX: no row has a value */
    const char *rule; /* "list", "most_recent", "longest", "most_frequent" */
    bool contested;   /* rows have different values */
} bina_survivor;

/**
 * Chooses among rows. The choice does not depend on their order, nor on when they were imported.
 *
 * @param policy  NULL: the built-in rules
 * @param members indexes of rows
 */
void bina_survive(const bina_survivorship *policy, const bina_source_rows *rows,
                  const size_t *members, size_t count, int field, bina_survivor *survivor);

/** What serves best where no policy says otherwise. */
bina_survival bina_survival_usual(int field);

/** The name of a rule in policies and provenance. */
const char *bina_survival_name(bina_survival rule);

#endif
