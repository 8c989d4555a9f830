/* Everything that spoke against a step, in the order it was found. */
#ifndef BINA_SRC_RULES_REFUSALS_H
#define BINA_SRC_RULES_REFUSALS_H

#include <bina/cursor.h>
#include "base/error.h"

typedef struct bina_refusals bina_refusals;

bina_refusals *bina_refusals_new(void);
void bina_refusals_free(bina_refusals *refusals);
void bina_refusals_clear(bina_refusals *refusals);
size_t bina_refusals_count(const bina_refusals *refusals);

/** Starts a refusal of a record (0: not stored yet); false when memory is out. */
bool bina_refusals_add(bina_refusals *refusals, const char *rule, bina_id record,
                       const bina_error *sentence);
void bina_refusals_saw(bina_refusals *refusals, const char *name, bina_value value);
void bina_refusals_ground(bina_refusals *refusals, const char *policy, const char *version,
                          const char *regulation);

/** Says in `error` that the step was refused and why: the first sentence, and how many more. */
bina_status bina_refusals_tell(const bina_refusals *refusals, const char *kind, bina_error *error);

/** The refusals as a cursor of the description "refusal"; yours, NULL when memory is out. */
bina_cursor *bina_refusals_cursor(const bina_refusals *refusals);

#endif
