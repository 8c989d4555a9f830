/* The names of a dictionary that may be like a name, which need not be among them. */
#ifndef BINA_SRC_LINKAGE_INDEX_NEAR_H
#define BINA_SRC_LINKAGE_INDEX_NEAR_H

#include "linkage/similarity_bounds.h"

/** How names are looked up; all of it is made when first needed. */
typedef struct bina_link_near_texts {
    bina_bounds bounds;
    uint32_t *found; /* places that the bounds let pass: work space */
} bina_link_near_texts;

void bina_link_near_drop(bina_link_near_texts *near);

/** A search among the first names of a dictionary: always as many for one `near`. */
typedef struct bina_link_nearness {
    const bina_dictionary *texts;
    bina_link_near_texts *near;
    uint32_t from, end; /* those from code `from` on are told; there are `end` in all */
    double similarity;  /* the least that counts */
    bina_status (*meet)(void *self, uint32_t code);
    void *self;
} bina_link_nearness;

/** Tells all names that are like one, each once, and others. */
bina_status bina_link_near_meet(const bina_link_nearness *of, const char *text, size_t length);

#endif
