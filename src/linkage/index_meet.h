/* The rows that may reach the threshold with a record, by what holds the values like its own. */
#ifndef BINA_SRC_LINKAGE_INDEX_MEET_H
#define BINA_SRC_LINKAGE_INDEX_MEET_H

#include "linkage/chance.h"
#include "linkage/index.h"

/** What is known of the fields of the record. */
typedef struct bina_link_meeting {
    int fields;
    bina_link_chance chance[BINA_LINK_FIELDS];
    size_t first[BINA_LINK_FIELDS + 1]; /* of a field: its values in index->met */
    double room; /* what agreement is to gain over rows that agree in nothing */
} bina_link_meeting;

/** Puts into `hit` every row that may, each once, and others; their weights are not set. */
bina_status bina_link_index_meet(bina_link_index *index, bina_link_meeting *of);

#endif
