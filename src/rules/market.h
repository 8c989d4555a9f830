/* The conditions and consequences shared by the lifecycles of the market; market_*.c. */
#ifndef BINA_SRC_RULES_MARKET_H
#define BINA_SRC_RULES_MARKET_H

#include "rules/lifecycle.h"

/*
 * The state a record of a table is in on the day ?2, for the id ?1: what stood on that day, or,
 * when its state never changed, what stands. Not what it was before its first day.
 */
#define BINA_MARKET_STATE_ON(table)                                                                \
    "SELECT coalesce((SELECT value FROM dated_values WHERE record = one.id AND field = 'state'"    \
    "  AND superseded IS NULL AND valid_from <= ?2 ORDER BY valid_from DESC LIMIT 1), one.state)"  \
    " FROM " table " AS one WHERE one.id = ?1 AND coalesce(one.began <= ?2, 1)"

/*
 * In these SELECTs a plus before a state or nature keeps SQLite from looking up all that are in it:
 * the few records of a listing, agreement or holder are found by their own index.
 */

/** Takes a step for every record that a SELECT with the case's id (?1) names. */
void bina_market_each(bina_case *c, const char *select, const char *verb, const char *reason);

/* market_terms.c: agreements */
void bina_market_signed_before(bina_case *c);
void bina_market_period(bina_case *c);
void bina_market_terms_lawful(bina_case *c);
void bina_market_quota_kept(bina_case *c);

/* market_listings.c: listings and curations */
void bina_market_curated(bina_case *c);
void bina_market_ready(bina_case *c);
void bina_market_agreed(bina_case *c);
void bina_market_replaces(bina_case *c);
void bina_market_listed_once(bina_case *c);
void bina_market_same_retailer(bina_case *c);
void bina_market_listing_quota(bina_case *c);
void bina_market_retire_replaced(bina_case *c);
void bina_market_curation_decided(bina_case *c);

/* market_placements.c */
void bina_market_listing_stands(bina_case *c);
void bina_market_outlet_open(bina_case *c);
void bina_market_outlet_of_chain(bina_case *c);
void bina_market_placed_once(bina_case *c);

#endif
