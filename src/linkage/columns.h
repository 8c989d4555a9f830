/* What is known of the columns of all lists before deciding what to compare. */
#ifndef BINA_SRC_LINKAGE_COLUMNS_H
#define BINA_SRC_LINKAGE_COLUMNS_H

#include "linkage/plan.h"

/** What a column says of where something is, finest first. */
typedef enum bina_link_level {
    BINA_LINK_NOWHERE,
    BINA_LINK_RT,
    BINA_LINK_HAMLET,
    BINA_LINK_VILLAGE,
    BINA_LINK_DISTRICT,
    BINA_LINK_REGION_CODE, /* village, district and all, as a code */
    BINA_LINK_LATITUDE,    /* degrees */
    BINA_LINK_LONGITUDE,
} bina_link_level;

typedef struct bina_link_candidate {
    uint32_t list, column;
    bina_role role;
    bina_link_level level;
    double filled, distinct; /* rows with a value; values */
    double words;            /* mean number of words */
    double length;           /* mean number of bytes */
    bool stable;             /* does not change from visit to visit */
    bool codes;              /* mostly single words with digits in them */
    const char *field;       /* the field it is said to belong to; NULL: to be found */
    int matched;             /* the field it was given to; -1 */
} bina_link_candidate;

/**
 * Looks at every column that may be used: not those said to be unused, that number the rows, tell
 * the answer, have no value, or have one value for all that no other list has.
 *
 * @param candidates yours, to be freed
 */
bina_status bina_link_columns_learn(const bina_link_table *table, const bina_link_hint *hints,
                                    size_t hint_count, unsigned threads,
                                    bina_link_candidate **candidates, size_t *count);

/** Whether two column names are equal but for case and marks. */
bool bina_link_same_name(const char *a, const char *b);

/** Whether a column's name is one of some, ended by NULL, but for case and marks. */
bool bina_link_is_named(const char *name, const char *const *names);

/** What the name of a column says of where something is, by itself. */
bina_link_level bina_link_level_of(const char *name);

/** Finds the levels of a list that no column is called just so. */
void bina_link_find_levels(const bina_link_table *table, bina_link_candidate *candidates,
                           size_t count, uint32_t list);

/** The share of the words in a's values (some 2000 values looked at) that b's values have too. */
double bina_link_columns_words(const bina_link_table *table, const bina_link_candidate *a,
                               const bina_link_candidate *b);

#endif
