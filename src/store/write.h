/* What adding and changing records share. */
#ifndef BINA_SRC_STORE_WRITE_H
#define BINA_SRC_STORE_WRITE_H

#include "store/inside.h"

/* How the slots of a record correspond to those of the table. */
typedef struct bina_mapping {
    const bina_record *record;
    const bina_description *from, *to;
    bool same; /* slot for slot, as far as the record's go */
} bina_mapping;

bina_mapping bina_map_record(const bina_table *table, const bina_record *record);

/** The record's slot for a slot of the table, or -1. */
int bina_map_slot(const bina_mapping *map, int slot);

/** The table a record belongs to; NULL and the reason on the handle when it can't be written. */
bina_table *bina_table_for(bina_store *store, const bina_record *record);

/** After a statement failed: a clearer reason than SQLite's. Nothing was written by it. */
bina_status bina_write_refused(bina_store *store, const bina_table *table,
                               const bina_record *record);

/** Binds one value of a record and writes it into the log's text if it is a value. */
bool bina_write_bind(sqlite3_stmt *statement, int at, const bina_table *table, int slot,
                     bina_value value, bina_buffer *json);

#endif
