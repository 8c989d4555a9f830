/* The vocabulary of policies: what their conditions may look at (facts.def). */
#ifndef BINA_SRC_MODEL_FACT_H
#define BINA_SRC_MODEL_FACT_H

#include <bina/value.h>

typedef struct bina_fact {
    const char *name;
    bina_type type;
    const char *format; /* its code list, or "region" or "kbli"; may be NULL */
    const char *unit;   /* may be NULL */
    const char *doc[2];
    bool prefix;       /* `is` holds for whatever begins with a value */
    bool none_is_most; /* no value counts as more than any number */
} bina_fact;

/** The n-th fact; NULL past the end. */
const bina_fact *bina_fact_at(int n);

/** The fact of a name; NULL when there is none. */
const bina_fact *bina_fact_find(const char *name);

/** Whether a word of policy_compare makes sense of a fact; NULL fact: only "threshold" does. */
bool bina_fact_takes(const bina_fact *fact, const char *compare);

#endif
