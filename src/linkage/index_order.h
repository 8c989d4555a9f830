/* The dates and numbers of a field that may be like one: those near it in some order. */
#ifndef BINA_SRC_LINKAGE_INDEX_ORDER_H
#define BINA_SRC_LINKAGE_INDEX_ORDER_H

#include "linkage/field.h"

/** Values in order; made when first needed. */
typedef struct bina_link_ordered {
    bool made;
    uint64_t *key[2]; /* dates: yyyymmdd, and mmddyyyy, from bit 32; code below; ascending */
    double *number;   /* finite numbers, ascending */
    uint32_t *code;   /* of each number; those that are not finite come after */
    size_t count, finite;
} bina_link_ordered;

void bina_link_ordered_drop(bina_link_ordered *ordered);

/** A search among the first `end` values of a field: always as many for one `ordered`. */
typedef struct bina_link_ranged {
    const bina_link_field *field;
    bina_link_ordered *ordered;
    uint32_t end;
    bina_status (*meet)(void *self, uint32_t code);
    void *self;
} bina_link_ranged;

/** Tells all dates that are like that of a value, and others; some more than once. */
bina_status bina_link_dates_meet(const bina_link_ranged *of, uint32_t code);

/** The same of numbers and years. */
bina_status bina_link_numbers_meet(const bina_link_ranged *of, uint32_t code);

#endif
