/*
 * What agreement could add at most, and so which agreement need not be looked for.
 *
 * A pair that agrees in nothing is far from a match. Some fields, or some levels of them, may be
 * passed over: as long as all that they could add together does not lift a pair that agrees in
 * nothing else. The costliest are passed over, those in which most rows agree with the one at hand.
 * Whoever reaches the weight asked for agrees in some of the others. The batch and the index choose
 * in this one way.
 */
#ifndef BINA_SRC_LINKAGE_CHANCE_H
#define BINA_SRC_LINKAGE_CHANCE_H

#include "linkage/judge.h"
#include "linkage/table.h"

/** More than what adding up in another order can change: a bound is only trusted beyond it. */
#define BINA_LINK_SLACK 1e-6

/** What a field of a row may add, and with how many rows. */
typedef struct bina_link_chance {
    unsigned top, over;            /* agreement up to level `over` is not looked for */
    double rows[BINA_LINK_LEVELS]; /* that agree at a level */
    double gain[BINA_LINK_LEVELS]; /* what agreement up to a level adds at most to a difference */
} bina_link_chance;

/** The most a field adds at a level, whatever else agrees, if the row has this value. */
double bina_link_chance_at(const bina_link_judge *judge, int f, unsigned level, uint32_t code);

/**
 * Sets what a field with a value may gain; `rows` is left alone.
 *
 * @param missing whether some rows have no value
 * @return what the field adds at most to a row that does not agree in it
 */
double bina_link_chance_set(bina_link_chance *chance, const bina_link_judge *judge, int f,
                            uint32_t code, bool missing);

/** Sets a field without a value: it agrees with nothing. */
void bina_link_chance_none(bina_link_chance *chance);

/**
 * Passes over what saves most rows for what it could add first, while that is less than `room`.
 *
 * @return what all that is passed over could add
 */
double bina_link_chance_pass(bina_link_chance *chance, int fields, double room);

/** The odds to begin with of a row of a list (or none), of the likelier pairs that there are. */
double bina_link_chance_prior(const bina_link_judge *judge, const bina_link_table *table,
                              const bool *alone, uint32_t list);

#endif
