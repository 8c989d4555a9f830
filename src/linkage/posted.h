/* The values that hold each word of a field. */
#ifndef BINA_SRC_LINKAGE_POSTED_H
#define BINA_SRC_LINKAGE_POSTED_H

#include "linkage/field.h"

/** Those of word w are value[start[w]] up to value[start[w + 1]], ascending. */
typedef struct bina_link_posted {
    size_t *start; /* NULL until found */
    uint32_t *value;
} bina_link_posted;

/** Finds them among the first values and words of a field. */
bina_status bina_link_posted_find(bina_link_posted *posted, const bina_link_words *words,
                                  bina_link_extent end);
void bina_link_posted_drop(bina_link_posted *posted);

/** How many values hold a word. */
static inline size_t
bina_link_posted_count(const bina_link_posted *posted, uint32_t w)
{
    return posted->start[w + 1] - posted->start[w];
}

#endif
