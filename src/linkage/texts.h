/* Texts made in parallel and given codes in order, the same for any number of threads. */
#ifndef BINA_SRC_LINKAGE_TEXTS_H
#define BINA_SRC_LINKAGE_TEXTS_H

#include "linkage/dictionary.h"

/** The texts of the items of a part. */
typedef struct bina_link_texts {
    char *bytes;
    size_t used, room;
    uint32_t *length, *hash; /* of a text */
    uint32_t count;
} bina_link_texts;

/** Adds the text of the next item. */
bina_status bina_link_texts_put(bina_link_texts *texts, const char *text, size_t length);

/**
 * Makes the texts of items `first` to `last` - 1: one of each item for every output, in order.
 * Called from several threads at once, for different items.
 */
typedef bina_status bina_link_texts_make(void *self, uint32_t first, uint32_t last,
                                         bina_link_texts *outputs);

/** What is to be made: as many texts of each item as there are outputs. */
typedef struct bina_link_texts_job {
    bina_link_texts_make *make;
    void *self;
    uint32_t items;
    size_t outputs;
    bina_dictionary **to; /* of an output: where its texts go, each another */
    uint32_t **codes;     /* of an output: room for the code of each item */
} bina_link_texts_job;

bina_status bina_link_texts_add(const bina_link_texts_job *job, unsigned threads);

#endif
