/* The source records of a store, loaded in an order that does not depend on when they came. */
#ifndef BINA_SRC_REGISTER_SOURCE_ROWS_H
#define BINA_SRC_REGISTER_SOURCE_ROWS_H

#include <bina/store.h>

#define BINA_NO_CLUSTER UINT32_MAX

typedef struct bina_source_list {
    bina_id id;
    char *name;
    bool duplicate_free, duplicate_free_said;
    size_t first, count; /* of its rows about enterprises and groups */
} bina_source_list;

typedef struct bina_source_row {
    bina_id id, party;
    uint32_t list;
    uint32_t cluster;  /* what linking made of it */
    int64_t list_date; /* the day it speaks of: its own, else its list's */
    bool present;      /* not missing from the last reading */
    bool group;        /* its nature */
    bool person;       /* its nature: it names somebody, of whom no business is said */
    int trade;         /* KBLI group, told by bina_trades_tell; 0 unknown */
    bina_record *record;
} bina_source_row;

typedef struct bina_source_rows {
    bina_source_list *lists; /* by name */
    size_t list_count;
    bina_source_row *rows; /* by list, then by row key; behind them all those about persons */
    size_t count, capacity;
    size_t *by_id; /* indexes of rows */
    size_t clusters;
} bina_source_rows;

/**
 * Loads every row about an enterprise, a group or a person that is not withdrawn.
 *
 * @param parties only rows that refer to these; NULL: all rows
 * @return BINA_OK or an error, told by bina_store_error
 */
bina_status bina_source_rows_load(bina_source_rows *self, bina_store *store, const bina_id *parties,
                                  size_t party_count);

/**
 * Adds a list that is in no store, with rows that are taken over: their list is set, all else is to
 * be filled in. At most one.
 *
 * @return BINA_OK or BINA_ERR_NO_MEMORY, with the rows still the caller's
 */
bina_status bina_source_rows_append(bina_source_rows *self, const char *name,
                                    const bina_source_row *rows, size_t count);
void bina_source_rows_drop(bina_source_rows *self);

/** The index of the row with an id; SIZE_MAX when there is none. */
size_t bina_source_rows_find(const bina_source_rows *self, bina_id id);

/** The number a row has within its list, from 1, as linkage counts. */
int64_t bina_source_rows_number(const bina_source_rows *self, size_t row);

#endif
