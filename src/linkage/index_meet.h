/* The rows that may reach the threshold with a record, by what holds the values like its own. */
#ifndef BINA_SRC_LINKAGE_INDEX_MEET_H
#define BINA_SRC_LINKAGE_INDEX_MEET_H

#include "linkage/chance.h"
#include "linkage/index.h"

/** What is known of the fields of the record. */
typedef struct bina_link_meeting {
    int fields;
    bina_link_chance chance[BINA_LINK_FIELDS];
    /* Of a field, of a level: where its lists begin in index->span; those of the next are behind.
     */
    size_t first[BINA_LINK_FIELDS][BINA_LINK_LEVELS + 1];
    double room; /* what agreement is to gain over rows that agree in nothing */
} bina_link_meeting;

/** Lays out the lists of a field, whose values are those in `met` from `from` on; counts rows. */
bina_status bina_link_index_lay_out(bina_link_index *index, bina_link_meeting *of, int f,
                                    size_t from);

/** Puts into `hit` every row that may, and others, some twice; their weights are not set. */
bina_status bina_link_index_meet(bina_link_index *index, bina_link_meeting *of);

#endif
