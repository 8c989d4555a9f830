/*
 * A linkage that has run, kept as an index: rows are looked up, added, changed and taken out one by
 * one, with the model and all frequencies as the run left them.
 *
 * A record is looked up in three steps. index_read.c: its codes, as reading its list gives them.
 * index_alike.c: of each field the values like its own, by lists of the run or by what fits the way
 * of comparing (index_codes.c, index_words.c, index_near.c, index_order.c). index_find.c: the rows
 * that hold them (index_rows.c) and may get there (index_meet.c), weighed. None of it misses a pair
 * of the batch. Rows that came or changed since the index was laid out are few, and looked at one
 * by one. A row that is added joins those it was found with (index_group.c), and what hangs
 * together is grouped anew.
 *
 * Rows of the run keep their numbers; a row that is added gets the next one, whatever its list. A
 * number is never used again.
 */
#ifndef BINA_SRC_LINKAGE_INDEX_H
#define BINA_SRC_LINKAGE_INDEX_H

#include <bina/record.h>
#include "linkage/engine.h"
#include "linkage/holders.h"
#include "linkage/index_codes.h"
#include "linkage/index_near.h"
#include "linkage/index_order.h"
#include "linkage/index_words.h"

/** Another row, and what both together weigh. */
typedef struct bina_link_near {
    uint32_t row;
    double weight;
} bina_link_near;

/** The rows that a row has an edge with, ascending. */
typedef struct bina_link_beside {
    bina_link_near *near;
    size_t count;
    size_t room; /* 0: not its own, but the index's */
} bina_link_beside;

/** Where a row that was added since the run stands. */
typedef struct bina_link_place {
    uint32_t list, number; /* from 0 */
} bina_link_place;

/** What stands for a level of no value, where 0 is not known to be alike. */
#define BINA_LINK_ABSENT BINA_LINK_LEVELS

/** So many bits say of a field's values, by the end of their codes, which may be alike. */
#define BINA_LINK_MARKS ((uint32_t)1 << 15)

/** What a field is looked up by: of the values that were there when it was made. */
typedef struct bina_link_finder {
    bina_link_extent extent;
    bina_link_holders holders; /* which rows, when first needed; before how many */
    /* Made when first needed, the one that the field is compared by. */
    bina_link_postings postings;
    bina_link_near_texts names;
    bina_link_pieces pieces;
    bina_link_ordered ordered;
    uint8_t *level; /* of a value, during a search: what it was found to have, else 0 */
    uint32_t level_room;
    /* Bits of those that are more than different: nearly all others are told without `level`,
       which lies all over the memory. */
    uint64_t mark[BINA_LINK_MARKS / 64];
} bina_link_finder;

/** Whether a value may have been found alike. */
static inline bool
bina_link_finder_marked(const bina_link_finder *finder, uint32_t code)
{
    return finder->mark[code % BINA_LINK_MARKS / 64] >> code % 64 & 1;
}

/** A value that was compared with the one looked for. */
typedef struct bina_link_alike {
    uint32_t code;
    uint8_t field, level;
} bina_link_alike;

/** The rows of one value: these of all that its field's holders have. */
typedef struct bina_link_span {
    uint32_t from, end;
} bina_link_span;

/** The rows that were added to a list since the run. */
typedef struct bina_link_more {
    uint32_t *row;
    size_t count, room;
} bina_link_more;

typedef struct bina_link_index {
    bina_link_engine *engine;
    uint32_t rows, room;      /* numbers given; what is kept of each row has room for */
    bool *gone;               /* of a row: taken out */
    bina_link_beside *beside; /* of a row */
    bina_link_near *near;     /* of all rows at first */
    bina_link_place *place;   /* of row table->rows + i */
    size_t place_room;
    bina_link_more *more; /* of a list */
    uint32_t *number;     /* of a row: its entity's number; NULL when not known */
    bool edges_behind;    /* engine->edges are not what `beside` says */

    bina_link_finder finder[BINA_LINK_FIELDS];
    uint32_t *fresh; /* rows that are not in the finders, or have changed since */
    size_t fresh_count, fresh_room;

    uint32_t search;      /* counts searches */
    uint32_t *seen;       /* of a row: the last search that met it */
    bina_link_alike *met; /* all that were compared, of the fields searched one after the other */
    size_t met_count, met_room;
    bina_link_span *span; /* of `met`: those of the finders that some row holds, by level */
    size_t span_room;
    bina_link_summing summing; /* work space */
    uint16_t *tally;           /* work space of index_meet.c; made when first needed */
    bina_link_near *hit;       /* what was found */
    size_t hits, hit_room;

    bina_standard *standard;        /* work space */
    char (*text)[BINA_LINK_JOINED]; /* of a field: a standard value */
} bina_link_index;

/** The list of a record that is in none: another than any, where there are several. */
#define BINA_LINK_NO_LIST UINT32_MAX

/** Makes the index of a run that has come to its end. */
bina_status bina_link_index_make(bina_link_engine *engine, bina_link_index **index);
void bina_link_index_free(bina_link_index *index);

/** Room for one more row, in everything that is kept of rows. */
bina_status bina_link_index_reserve(bina_link_index *index);

/** Puts the edges of the engine right. */
bina_status bina_link_index_settle(bina_link_index *index);

/** Numbers the entities as they first appear, in the order that lists were added. */
bina_status bina_link_index_count(bina_link_index *index, const uint32_t *order);

/* ---- Reading ----------------------------------------------------------------------------------
 */

/** How far every field went. */
typedef struct bina_link_extents {
    bina_link_extent field[BINA_LINK_FIELDS];
} bina_link_extents;

void bina_link_index_mark(const bina_link_index *index, bina_link_extents *extents);

/** Forgets the values that came after. */
void bina_link_index_cut(bina_link_index *index, const bina_link_extents *extents);

/** The slot of a column in a record, whose name may have blanks around; -1: it is not there. */
int bina_link_index_slot(const bina_record *record, const char *column);

/**
 * The codes of a record of a list, as reading the list gives them. New values are added.
 *
 * @param codes of each field; has room for BINA_LINK_FIELDS
 */
bina_status bina_link_index_read(bina_link_index *index, uint32_t list, const bina_record *record,
                                 uint32_t *codes);

/* ---- Finding ----------------------------------------------------------------------------------
 */

/**
 * Finds the rows that reach the review threshold with these codes, into `hit`, ascending.
 *
 * @param list of the codes, or BINA_LINK_NO_LIST
 * @param self a row to be passed over; UINT32_MAX for none
 */
bina_status bina_link_index_find(bina_link_index *index, const uint32_t *codes, uint32_t list,
                                 uint32_t self);

/** Begins a walk: no row has been seen by it. */
void bina_link_index_next(bina_link_index *index);

/** Makes ready for searches. */
bina_status bina_link_index_prepare(bina_link_index *index);

/** The rows of each value of a field, those in `fresh` not for sure; borrowed. NULL: no memory. */
const bina_link_holders *bina_link_index_holders(bina_link_index *index, int f);

/** Whether a row holds value x of field f and y of g. */
bina_status bina_link_index_has(bina_link_index *index, int f, uint32_t x, int g, uint32_t y,
                                bool *has);

/** Drops what fields are looked up by. */
void bina_link_finders_drop(bina_link_index *index);

/**
 * Finds the values like one of a field, itself among them: their levels are in the finder until
 * bina_link_index_forget, and they are behind those in `met`, with all that were compared. A value
 * of the finder without a level is different.
 */
bina_status bina_link_index_alike(bina_link_index *index, int f, uint32_t code);

/** Forgets what was found alike. */
void bina_link_index_forget(bina_link_index *index);

/* ---- Edges ------------------------------------------------------------------------------------
 */

/** Rows, ascending or not. */
typedef struct bina_link_set {
    uint32_t *row;
    size_t count, room;
} bina_link_set;

/**
 * Adds the part that a row belongs to: those it is linked to, those they are linked to, and so on.
 * What this search has seen is not added again: one search for all parts of a set.
 */
bina_status bina_link_index_part(bina_link_index *index, uint32_t row, bina_link_set *set);

/** Adds an edge from `row` to each of `hit`, and what people said of it. */
bina_status bina_link_index_join(bina_link_index *index, uint32_t row);

/** Takes a row's edges away. Cannot fail. */
void bina_link_index_leave(bina_link_index *index, uint32_t row);

/** Groups a set of rows anew, which are whole parts; rows that are gone are passed over. */
bina_status bina_link_index_group(bina_link_index *index, bina_link_set *set);

#endif
