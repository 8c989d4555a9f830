/* Other words for the same, learnt from the lists: one office's kios is another's warung. */
#ifndef BINA_SRC_LINKAGE_SYNONYMS_H
#define BINA_SRC_LINKAGE_SYNONYMS_H

#include "linkage/model.h"

/** Where two rows met: by the values they share that hardly any other rows do; 0 for none. */
typedef struct bina_link_venue {
    uint64_t shared[2];
} bina_link_venue;

/**
 * Meetings of two different values of a field in strong pairs: both codes in the high half of a
 * number, in the low half the venue. Brother and sister meet in one house only.
 */
typedef struct bina_link_meetings {
    uint64_t *pair;
    bina_link_venue *venue;
    size_t count, room, venues;
    double *seen; /* of a value: strong pairs that hold it, on either side; NULL: not learnt */
    double total;
} bina_link_meetings;

/**
 * Looks at pairs that match by everything else, before any estimation. Two values that meet there
 * far more often than by chance are given the level just below equality.
 */
typedef struct bina_link_synonyms {
    const bina_link_plan *plan;
    const bina_link_field *field;
    const bina_link_model *model; /* before estimation */
    bina_link_meetings of[BINA_LINK_FIELDS];
    bool any; /* fields whose words are learnt */
} bina_link_synonyms;

bina_status bina_link_synonyms_init(bina_link_synonyms *synonyms, const bina_link_plan *plan,
                                    const bina_link_field *field, const bina_link_model *model);
void bina_link_synonyms_drop(bina_link_synonyms *synonyms);

/** Looks at a pair of rows. */
bina_status bina_link_synonyms_see(bina_link_synonyms *synonyms, const uint32_t *a,
                                   const uint32_t *b, uint64_t pattern);

/** Gives the values that met often enough their level; bit f of `changed`: field f has such. */
bina_status bina_link_synonyms_settle(bina_link_synonyms *synonyms, bina_link_field *field,
                                      uint32_t *changed);

#endif
