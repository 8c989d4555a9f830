/* Which other parts a part of a workbook refers to. */
#ifndef BINA_SRC_EXCHANGE_XLSX_RELATIONS_H
#define BINA_SRC_EXCHANGE_XLSX_RELATIONS_H

#include "exchange/xlsx_package.h"

typedef struct bina_relation {
    char *id;
    char *type; /* the last word of its address, such as "worksheet": that is all that the strict
                   and the usual format have in common */
    char *part; /* the whole name of the other part */
} bina_relation;

typedef struct bina_relations {
    bina_relation *items;
    size_t count, room;
} bina_relations;

/** Reads what a part ("" for the package itself) refers to; nothing when it says nothing. */
bina_status bina_relations_read(bina_relations *relations, bina_package *package, const char *part,
                                bina_error *error);

/** Forgets them. */
void bina_relations_clear(bina_relations *relations);

/** The one of an id (NULL gives NULL), or the first of a type; NULL when there is none. */
const bina_relation *bina_relations_find(const bina_relations *relations, const char *id);
const bina_relation *bina_relations_typed(const bina_relations *relations, const char *type);

#endif
