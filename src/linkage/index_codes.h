/* The codes of a dictionary that may be like a code, which need not be among them. */
#ifndef BINA_SRC_LINKAGE_INDEX_CODES_H
#define BINA_SRC_LINKAGE_INDEX_CODES_H

#include "linkage/index_pieces.h"

/** A search among the first `end` codes of a dictionary: always as many for one `pieces`. */
typedef struct bina_link_coded {
    const bina_dictionary *values;
    bina_link_pieces *pieces;
    uint32_t end;
    bina_status (*meet)(void *self, uint32_t code);
    /* With an equal first half; of no account where a code was met before. */
    bina_status (*tell_half)(void *self, uint32_t code);
    void *self;
} bina_link_coded;

/** Tells all codes that are like one, and others; some more than once. */
bina_status bina_link_codes_meet(const bina_link_coded *of, const char *text, size_t length);

#endif
