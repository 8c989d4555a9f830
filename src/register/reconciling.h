/*
 * A reconciling under way: the rows with their clusters, what the store holds already, and what
 * each cluster was settled to. Shared by the files that each bring one kind in line.
 */
#ifndef BINA_SRC_REGISTER_RECONCILING_H
#define BINA_SRC_REGISTER_RECONCILING_H

#include <bina/rows.h>
#include <bina/store.h>
#include "base/error.h"
#include "register/hand.h"
#include "register/ledger.h"
#include "register/link.h"
#include "register/people.h"
#include "register/settle.h"
#include "register/source_rows.h"
#include "register/survive.h"
#include "register/text_map.h"
#include "register/village.h"

/** What a cluster of rows was settled to. */
typedef struct bina_standing {
    bina_id id;             /* of its enterprise or group */
    const bina_record *was; /* as the store had it; NULL when it is new */
    bool group;
} bina_standing;

typedef struct bina_reconciling {
    bina_store *store;
    const bina_survivorship *policy;
    bina_source_rows rows;
    size_t *members;         /* indexes of rows, by cluster */
    size_t *start;           /* of a cluster's in members; one more than clusters */
    bina_standing *standing; /* of a cluster */
    bina_settlement registrants;
    bina_settlement persons;
    bina_people people;                  /* who the rows name */
    size_t *owner_members, *owner_start; /* rows by person, as members and start */
    bina_id *person;                     /* the register's, of a person found */
    bina_id *stood_for;                  /* of a row: its registrant before this reconciling */
    size_t (*successions)[2];            /* rows that verdicts call late and heir */
    size_t successions_count;
    size_t (*memberships_said)[2]; /* rows that verdicts call a group and a member of it */
    size_t memberships_said_count;

    bina_ledger parties;     /* enterprises, groups and persons, by id */
    bina_ledger ownerships;  /* by enterprise */
    bina_ledger memberships; /* by group */
    bina_ledger contacts;    /* by party */
    bina_ledger provenances; /* by subject */
    bina_ledger pairs;       /* by id */
    bina_hands hands;
    bina_text_map nibs, niks;  /* who bears a unique number */
    bina_text_map group_names; /* and villages */
    bina_text_map phones;      /* who shows a phone; shared ones are marked */

    bina_rows *new_contacts, *new_provenances, *new_pairs; /* to be added many at a time */
    bina_rows *new_ownerships, *new_memberships;
    bool partial; /* only some rows are here: what others have cannot be told */
    size_t fixed; /* then: clusters from this one on are only there for their owners */
    int64_t created, merged, split, open_pairs;
} bina_reconciling;

/** Sorts rows by cluster; needs rows and their clusters. */
bina_status bina_reconciling_group(bina_reconciling *self);

/** Loads what the store holds (but pairs, which linking needs before). */
bina_status bina_reconciling_load(bina_reconciling *self);

/** Adds the new records collected of each kind that has at least so many (1 or more), in one go. */
bina_status bina_reconciling_flush(bina_reconciling *self, size_t least);

/** Frees everything but the struct. */
void bina_reconciling_drop(bina_reconciling *self);

/** How many rows a cluster has; `*members` gets their indexes. */
size_t bina_reconciling_members(const bina_reconciling *self, size_t cluster,
                                const size_t **members);

/* registrants.c: which enterprise or group stands for a cluster */
bina_status bina_registrants_settle(bina_reconciling *self);
/** The registrants and rows of a cluster lead to the one that was written. */
bina_status bina_registrant_gather(bina_reconciling *self, size_t cluster);

/* registrant_write.c: its content */
bina_status bina_registrant_write(bina_reconciling *self, size_t cluster);

/* moves.c: enterprises that went to another regency */
#define BINA_MOST_MOVES 8

typedef struct bina_move {
    int64_t day; /* from when on it was there */
    char region[BINA_VILLAGE_ROOM];
} bina_move;

typedef struct bina_moves {
    bina_move items[BINA_MOST_MOVES]; /* by day */
    size_t count;                     /* 0: it was in one regency all along */
} bina_moves;

void bina_moves_find(const bina_reconciling *self, const size_t *members, size_t count,
                     bina_moves *moves);
/** Writes what the register does not know yet of where an enterprise was. */
bina_status bina_moves_write(bina_reconciling *self, bina_id id, const bina_moves *moves);

/* owners.c: who stands for a person found; needs all registrants written */
bina_status bina_owners_settle(bina_reconciling *self);

/* persons.c: their content */
bina_status bina_owner_write(bina_reconciling *self, size_t person);
bina_status bina_owners_merge(bina_reconciling *self);          /* after all owners are written */
bina_status bina_rows_point_to_persons(bina_reconciling *self); /* rows about persons do */

/* ties.c: who owns an enterprise, who leads and who belongs to a group; needs persons written */
bina_status bina_ties_prepare(bina_reconciling *self);
bina_status bina_ties_write(bina_reconciling *self, size_t cluster);

/* households.c: persons whom a verdict puts under one roof; needs persons written */
bina_status bina_households_write(bina_reconciling *self);

/* contacts.c */
bina_status bina_contacts_prepare(bina_reconciling *self);
bina_status bina_contacts_write(bina_reconciling *self, size_t cluster);

/* provenance.c: which row's value won, where rows disagree; removes what no longer holds */
bina_status bina_provenance_settle(bina_reconciling *self, bina_id subject, int kind, int field,
                                   const bina_survivor *survivor);

/* pairs.c */
bina_status bina_pairs_write(bina_reconciling *self, const bina_open_pairs *open);

/* changes.c: a record to be updated, field by field as it differs from what the store has */
typedef struct bina_changes {
    const bina_record *was; /* NULL: everything is new */
    bina_record *record;    /* of the same kind; only what differs is set */
    const bina_hands *hands;
    bool any;
} bina_changes;

bina_status bina_changes_start(bina_changes *changes, int kind, const bina_record *was,
                               const bina_hands *hands);
/** Sets a value, unless it is there already or was set by hand. Null clears. */
void bina_changes_set(bina_changes *changes, int field, bina_value value);
/** Adds or updates, if there is anything to do; `*id` gets the record's id. Frees the record. */
bina_status bina_changes_write(bina_changes *changes, bina_store *store, bina_id *id);

#endif
