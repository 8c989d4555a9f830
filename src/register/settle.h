/*
 * Which registrant stands for which cluster of members, given whom each member stood for so far.
 *
 * Members are source records (clustered by linkage into enterprises) or enterprises (clustered by
 * their owner into persons). Nothing is stored here: this is the decision alone.
 */
#ifndef BINA_SRC_REGISTER_SETTLE_H
#define BINA_SRC_REGISTER_SETTLE_H

#include <bina/value.h>

typedef struct bina_claimant {
    bina_id id;
    bina_id into;     /* merged into; 0 when it stands for itself */
    bool first;       /* to be kept before others: it alone may bear the number of the cluster */
    uint32_t cluster; /* result: the cluster that claims it; UINT32_MAX when none does */
} bina_claimant;

typedef struct bina_settlement {
    /* Given: */
    size_t members, clusters;
    const uint32_t *cluster; /* of a member; UINT32_MAX: takes no part */
    const bina_id *party;    /* of a member: whom it refers to, 0 nobody yet */
    bina_claimant
        *claimants; /* by id, without repeats: every party, and whom they are merged into */
    size_t claimant_count;
    /* Found: */
    size_t *keep; /* of a cluster: the claimant that stands for it; SIZE_MAX: a new one is needed */
    bool *torn;   /* of a cluster: new, but made of members that had a registrant */
} bina_settlement;

/**
 * Every registrant goes to the cluster that has most of its members (then to the one whose members
 * come first). Of those that went to one cluster the one to be kept `first` is kept, else the one
 * that stood for itself, else the oldest.
 *
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
bina_status bina_settle(bina_settlement *settlement);
void bina_settlement_drop(bina_settlement *settlement);

/** The claimant with an id; SIZE_MAX when there is none. */
size_t bina_settlement_find(const bina_settlement *settlement, bina_id id);

/** The claimant that an id's merges end at; SIZE_MAX when unknown. */
size_t bina_settlement_resolve(const bina_settlement *settlement, bina_id id);

#endif
