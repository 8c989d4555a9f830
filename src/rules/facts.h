/* Looking at a fact of the vocabulary (model/fact.h) from the case at hand. */
#ifndef BINA_SRC_RULES_FACTS_H
#define BINA_SRC_RULES_FACTS_H

#include "model/fact.h"
#include "rules/case.h"

/** What was seen. A text value points into `text`, so a look is not copied. */
typedef struct bina_fact_seen {
    bina_value value; /* null: not known, or there is none */
    char text[128];
} bina_fact_seen;

/**
 * What a fact is on the day c->on.
 *
 * @param subject the recipient, participant, borrower or product; c->record may be the grant or
 *                loan at hand, and may be NULL
 */
void bina_fact_look(bina_case *c, const bina_fact *fact, bina_id subject, bina_fact_seen *look);

/** Whether there is a way to look at the fact; a test asks it of all. */
bool bina_fact_has_way(const bina_fact *fact);

#endif
