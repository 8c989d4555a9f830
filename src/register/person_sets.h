/* Sets of mentions that are one person each, while they are being found. */
#ifndef BINA_SRC_REGISTER_PERSON_SETS_H
#define BINA_SRC_REGISTER_PERSON_SETS_H

#include "register/mention.h"

typedef struct bina_person_sets {
    const bina_mention *mentions;
    size_t count;
    size_t *parent;     /* of a union-find; a root is the first of its set */
    size_t *next;       /* the others of the set, in a ring */
    size_t (*apart)[2]; /* pairs that people said are two */
    size_t apart_count, apart_capacity;
} bina_person_sets;

/** Every mention a set of its own. Drop it also after a failure. */
bina_status bina_person_sets_start(bina_person_sets *sets, const bina_mention *mentions,
                                   size_t count);
void bina_person_sets_drop(bina_person_sets *sets);

size_t bina_person_sets_root(bina_person_sets *sets, size_t at);
void bina_person_sets_join(bina_person_sets *sets, size_t a, size_t b);

/** Says that two are not one. False when memory is out. */
bool bina_person_sets_forbid(bina_person_sets *sets, size_t a, size_t b);

/** Whether the sets of two mentions cannot be one, by what they say or by what people said. */
bool bina_person_sets_conflict(bina_person_sets *sets, size_t a, size_t b);

/**
 * Joins what is likely one without a common enterprise: by number, or by name and place, phone or
 * birth. The likeliest first, so that a set is not closed to its own by a stranger.
 */
bina_status bina_person_sets_join_alike(bina_person_sets *sets, const bina_source_rows *rows);

#endif
