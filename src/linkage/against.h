/* Every value of every field as seen from one row: comparing it with another is looking up. */
#ifndef BINA_SRC_LINKAGE_AGAINST_H
#define BINA_SRC_LINKAGE_AGAINST_H

#include "linkage/judge.h"

/** One thread's; fields must have their lists of similar values. */
typedef struct bina_link_against {
    const bina_link_field *field;
    int fields;
    uint8_t *level[BINA_LINK_FIELDS]; /* of a value of a field */
    uint32_t code[BINA_LINK_FIELDS];  /* the row's value, which `level` is filled for; 0: none */
} bina_link_against;

bina_status bina_link_against_init(bina_link_against *against, const bina_link_field *field,
                                   int fields);
void bina_link_against_drop(bina_link_against *against);

/** Takes value `code` of field `f` as the row's. 0: it has none, nothing may be looked up then. */
void bina_link_against_hold(bina_link_against *against, int f, uint32_t code);

/** The patterns of the row held, in all fields, and other rows. */
void bina_link_against_patterns(const bina_link_against *against, const bina_link_rows *rows,
                                const uint32_t *other, size_t count, uint64_t *pattern);

#endif
