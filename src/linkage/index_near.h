/* The texts of a dictionary that may be like one text, which need not be among them. */
#ifndef BINA_SRC_LINKAGE_INDEX_NEAR_H
#define BINA_SRC_LINKAGE_INDEX_NEAR_H

#include "linkage/similarity_bounds.h"
#include "linkage/sort.h"

/** Texts by what they may have in common with another: sorted by key; `row` is a code. */
typedef struct bina_link_hints {
    bina_link_key *key;
    size_t count, room;
} bina_link_hints;

/** How texts are looked up; all of it is made when first needed. */
typedef struct bina_link_near_texts {
    bina_bounds bounds;
    uint32_t *found; /* places that the bounds let pass: work space */
    bina_link_hints hints;
    bina_link_hints halves;
} bina_link_near_texts;

void bina_link_near_drop(bina_link_near_texts *near);

/** A search among the first texts of a dictionary: always as many for one `near`. */
typedef struct bina_link_nearness {
    const bina_dictionary *texts;
    bina_link_near_texts *near;
    uint32_t from, end; /* those from code `from` on are told; there are `end` in all */
    double similarity;  /* of names, the least; 0: codes, by edits or first halves */
    bina_status (*meet)(void *self, uint32_t code);
    void *self;
} bina_link_nearness;

/** Up to so many texts each is held against one by bounds, and nothing is missed. */
#define BINA_LINK_BOUNDED 300000u

/** Tells all texts that are like one, and others. Among very many some may be missed. */
bina_status bina_link_near_meet(const bina_link_nearness *of, const char *text, size_t length);

#endif
