/* The lists as read: every column a dictionary and a code a row. */
#ifndef BINA_SRC_LINKAGE_TABLE_H
#define BINA_SRC_LINKAGE_TABLE_H

#include <stdbool.h>
#include <bina/cursor.h>
#include "linkage/dictionary.h"
#include "linkage/numbering.h"

typedef struct bina_link_column {
    char *name; /* trimmed */
    bina_dictionary values;
    uint32_t *codes; /* one a row; 0 is no value */
    size_t room;
} bina_link_column;

typedef struct bina_link_list {
    char *name;
    bina_link_column *columns;
    uint32_t column_count;
    uint32_t rows;
    uint32_t first;  /* global number of its first row, once all lists are in */
    uint32_t added;  /* how many lists were added before it */
    bina_link_numbering numbering;
    bina_heap *heap; /* where its columns lie */
} bina_link_list;

typedef struct bina_link_table {
    bina_link_list **lists;
    size_t list_room;
    uint32_t list_count;
    uint32_t rows;   /* in all lists */
    bina_heap *heap; /* where the lists that are added lie; may be NULL */
} bina_link_table;

void bina_link_table_drop(bina_link_table *table);

/** A new list without columns. BINA_ERR_DUPLICATE when the name is taken. */
bina_status bina_link_table_add_list(bina_link_table *table, const char *name,
                                     bina_link_list **list);

/** Adds the columns, all at once, before any row. */
bina_status bina_link_list_set_columns(bina_link_list *list, const char *const *names,
                                       uint32_t count);

/** bina_link_trim of a text that has something to drop, perhaps. */
void bina_link_trim_ends(const char **text, size_t *length);

/** Drops what counts as nothing around a value: blanks, control characters, a byte-order mark. */
static inline void
bina_link_trim(const char **text, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)*text;

    if (*length > 0 && (bytes[0] <= ' ' || bytes[0] == 0xEF || bytes[*length - 1] <= ' '))
        bina_link_trim_ends(text, length);
}

/**
 * Reads a cursor to its end: its columns and rows become the list's, which has none so far. The
 * cursor is asked by the calling thread only.
 */
bina_status bina_link_list_read(bina_link_list *list, bina_cursor *cursor, unsigned threads);

/** Drops what a column holds, but not its name. */
void bina_link_column_empty(bina_link_column *column);

/** Numbers all rows through, in the order of the lists. */
bina_status bina_link_table_close(bina_link_table *table);

/** The list with a name; NULL when there is none. */
bina_link_list *bina_link_table_find(const bina_link_table *table, const char *name);

/** The number of the list that holds a global row. */
uint32_t bina_link_table_list_of(const bina_link_table *table, uint32_t row);

#endif
