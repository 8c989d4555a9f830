/* The rows that hold each value of a field. */
#ifndef BINA_SRC_LINKAGE_HOLDERS_H
#define BINA_SRC_LINKAGE_HOLDERS_H

#include "linkage/field.h"

typedef struct bina_link_holders {
    uint32_t *start; /* of a value: its rows; start[values] is the end */
    uint32_t *row;   /* ascending for each value */
} bina_link_holders;

bina_status bina_link_holders_find(bina_link_holders *holders, const bina_link_field *field,
                                   uint32_t rows);
void bina_link_holders_drop(bina_link_holders *holders);

#endif
