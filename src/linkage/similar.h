/* Finding every pair of similar values: what the ways of doing it share. */
#ifndef BINA_SRC_LINKAGE_SIMILAR_H
#define BINA_SRC_LINKAGE_SIMILAR_H

#include <stdatomic.h>
#include "base/parallel.h"
#include "linkage/field.h"

/** Values that are similar: the lesser code from bit 33, the greater from bit 3, the level. */
typedef struct bina_link_edges {
    uint64_t *edge;
    size_t count, room;
} bina_link_edges;

/** A join: work in parts, each with a list of its own; a pair may be found more than once. */
typedef struct bina_link_join {
    const bina_link_field *field;
    unsigned threads;
    bina_link_edges *part;
    size_t parts;
    size_t most;        /* pairs there may be room for */
    atomic_size_t room; /* in all lists together */
} bina_link_join;

/**
 * Notes two different values as similar, in the list of a part.
 *
 * @return BINA_ERR_FULL when there are too many for lists to be worth their memory
 */
bina_status bina_link_join_note(bina_link_join *join, size_t part, uint32_t a, uint32_t b,
                                unsigned level);

/** Adds lists for more parts; the first of them is returned in `first`. */
bina_status bina_link_join_widen(bina_link_join *join, size_t parts, size_t *first);

/** Compares two values, and notes them when they are similar. */
static inline bina_status
bina_link_join_compare(bina_link_join *join, size_t part, uint32_t a, uint32_t b)
{
    unsigned level = bina_link_field_compare(join->field, a < b ? a : b, a < b ? b : a);

    return level > BINA_LINK_DIFFERENT ? bina_link_join_note(join, part, a, b, level) : BINA_OK;
}

/** Lays out what was found by value, without repeats. */
bina_status bina_link_join_settle(bina_link_join *join, uint32_t values,
                                  bina_link_similar *similar);
void bina_link_join_drop(bina_link_join *join);

/*
 * The joins. BINA_ERR_FULL: too many values, or too many similar ones.
 */

/** Texts whose Jaro-Winkler similarity is of a level or more. */
bina_status bina_link_join_names(bina_link_join *join, const uint32_t *code, size_t count,
                                 unsigned least);
/** Texts at most two edits apart, one when the shorter has fewer than six bytes. */
bina_status bina_link_join_edits(bina_link_join *join, const uint32_t *code, size_t count);
bina_status bina_link_join_codes(bina_link_join *join);
bina_status bina_link_join_dates(bina_link_join *join);
bina_status bina_link_join_numbers(bina_link_join *join); /**< and years */
bina_status bina_link_join_words(bina_link_join *join);

/*
 * What similar values have in common, for all that look for them.
 */

/** The date with the last digit of the year and the first of the month in each other's place. */
uint32_t bina_link_date_cross(uint32_t date);

/** Whether a finite number y and all greater ones are too far from a lesser x to be similar. */
bool bina_link_numbers_beyond(bina_link_compare compare, double x, double y);

#endif
