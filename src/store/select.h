/* A query as SQL text with the values to bind, for list.c. */
#ifndef BINA_SRC_STORE_SELECT_H
#define BINA_SRC_STORE_SELECT_H

#include "store/inside.h"
#include "store/query.h"

typedef struct bina_select {
    bina_store *store;
    const bina_query *query;
    bina_table *table;
    bina_buffer sql, texts; /* texts: of the page token */
    struct bina_bound {
        bina_value value;
        char *owned; /* its text, if it is the select's own */
    } * values;      /* in the order of the question marks */
    size_t count, capacity;
    bool failed;   /* memory was out */
    bool rewound;  /* reads temp.<rewound_name>, so there are no virtual columns */
    int64_t known; /* the commit number known at, if known_set */
    bool known_set;
    char rewound_name[48];
    int *slots; /* the slot of each result column */
    int slot_count;
} bina_select;

void bina_select_free(bina_select *select);

/** Adds a question mark for a value, whose text must outlive the select. */
void bina_select_bind(bina_select *select, bina_value value);

/** The same with a text of its own, which it frees; NULL is a lack of memory. */
void bina_select_bind_owned(bina_select *select, char *text);

/** Writes a field as an expression over the row t: its column, its dated value, or NULL. */
void bina_select_expression(bina_select *select, int slot);

/** The slot of the store's table for a field of the query, which may know other own fields; or -1.
 */
int bina_select_slot(const bina_select *select, int field);

/** The same for a field that is searched or sorted by: refuses what cannot be. */
bina_status bina_select_usable(bina_select *select, int field, int *slot);

/** Writes what comes after the page the query's token ends. */
bina_status bina_select_page(bina_select *select);

/** Writes the WHERE clause ("" or " WHERE ..."). */
bina_status bina_select_where(bina_select *select, bool with_page);

/** Writes the whole SELECT, for records or (count) for their number. */
bina_status bina_select_write(bina_select *select, bool count);

/** Binds the values. */
bina_status bina_select_bind_all(bina_select *select, sqlite3_stmt *statement);

/* rewind.c: fills temp.<temp_name> with what changed since. */
bina_status bina_rewind(bina_store *store, bina_table *table, int64_t known, const char *temp_name);

/* Writes what a table held: the rows unchanged since, and the others as they were. */
void bina_rewind_rows(bina_buffer *sql, const bina_table *table, const char *temp_name);

/* Hides the table behind what it was, under its own name, until bina_rewind_end. */
bina_status bina_rewind_view(bina_store *store, bina_table *table, int64_t known);
void bina_rewind_end(bina_store *store, bina_table *table);

/* The same with what was said of dated fields. */
bina_status bina_rewind_dated(bina_store *store, int64_t known);
void bina_rewind_dated_end(bina_store *store);

#endif
