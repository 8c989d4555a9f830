/*
 * How the rows of a list are called: by their number from 1. Where a file's rows were passed over
 * (sums, headings, blank rows) the numbers have gaps, so that they stay those of the file.
 */
#ifndef BINA_SRC_LINKAGE_NUMBERING_H
#define BINA_SRC_LINKAGE_NUMBERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>

/* From a place on, so many rows of the file were passed over. */
typedef struct bina_link_gap {
    uint32_t at; /* the place, from 0 */
    uint32_t passed;
} bina_link_gap;

typedef struct bina_link_numbering {
    bina_link_gap *gap; /* ascending in both */
    size_t count, room;
} bina_link_numbering;

/**
 * Says what the row at a place is called; places are told in their order.
 *
 * @return BINA_OK; BINA_ERR_USAGE when the number is not greater than the one before;
 * BINA_ERR_FULL; BINA_ERR_NO_MEMORY
 */
bina_status bina_link_numbering_tell(bina_link_numbering *numbering, uint32_t at, int64_t number);

/** A copy of its own; BINA_ERR_NO_MEMORY. */
bina_status bina_link_numbering_copy(bina_link_numbering *copy,
                                     const bina_link_numbering *numbering);

void bina_link_numbering_drop(bina_link_numbering *numbering);

/** What the row at a place is called. */
int64_t bina_link_numbering_of(const bina_link_numbering *numbering, uint32_t at);

/** As bina_link_numbering_find, where there are gaps. */
bool bina_link_numbering_seek(const bina_link_numbering *numbering, int64_t number, uint32_t rows,
                              uint32_t *at);

/** The place of the row that is called so, of `rows` there are; false when there is none. */
static inline bool
bina_link_numbering_find(const bina_link_numbering *numbering, int64_t number, uint32_t rows,
                         uint32_t *at)
{
    if (numbering->count > 0)
        return bina_link_numbering_seek(numbering, number, rows, at);
    *at = (uint32_t)number - 1;
    return number >= 1 && number <= (int64_t)rows;
}

#endif
