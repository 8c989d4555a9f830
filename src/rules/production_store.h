/* What was bought back and is there to give away: more never is than was bought by then. */
#ifndef BINA_SRC_RULES_PRODUCTION_STORE_H
#define BINA_SRC_RULES_PRODUCTION_STORE_H

#include "rules/lifecycle.h"

/* A way through the chain, with what the case changes about it. */
typedef struct bina_production_chain {
    bina_id programme;
    char product[256], unit[64];
    bina_id but_receipt, but_buy, but_distribution; /* as stored, these do not count */
    int64_t day, quantity;                          /* instead, this does */
} bina_production_chain;

/** The chain that a receipt belongs to. */
void bina_production_chain_of(bina_case *c, bina_id receipt, bina_production_chain *its);

/** Refuses when more would be given away on a day than was bought by then. */
void bina_production_judge_store(bina_case *c, const bina_production_chain *its);

/**
 * The same of everything in store: an undo may put an issue or its output back to where nothing
 * that was given away came from.
 */
void bina_production_nothing_short(bina_case *c);

#endif
