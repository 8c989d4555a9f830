/* The one door from SQL text to a cursor, for the rooms above: register and report. */
#ifndef BINA_SRC_STORE_SQL_H
#define BINA_SRC_STORE_SQL_H

#include <bina/store.h>
#include "model/columns.h"

struct bina_case; /* rules/case.h */

/** A SELECT. Table and column names are those of the kinds and their fields. */
typedef struct bina_sql {
    const char *head;   /* put before `text`, such as common tables; NULL: nothing */
    const char *tables; /* put between the two; NULL: nothing */
    const char *text;
    const bina_value *values; /* bound to ?1, ?2, ... */
    size_t count;
    const int *kinds; /* the kinds it reads, ended by BINA_NO_KIND; asked only to be rewound */
    int64_t known_at; /* as known after this commit, dated_values too; less than 0: now */
} bina_sql;

/**
 * Runs a SELECT as a cursor.
 *
 * @param columns slot n is the n-th result column, stored as the store keeps that type
 * @param cursor  yours; may outlive the handle
 */
bina_status bina_sql_list(bina_store *store, const bina_description *columns, const bina_sql *sql,
                          bina_cursor **cursor);

/** The same for columns that nobody else needs. */
bina_status bina_sql_select(bina_store *store, const bina_column *columns, size_t count,
                            const bina_sql *sql, bina_cursor **cursor);

/** The first column of the first row as an integer; 0 when there is none. */
bina_status bina_sql_integer(bina_store *store, const char *text, const bina_value *values,
                             size_t count, int64_t *integer);

/**
 * Whether the columns of dated fields hold what is true today: not in a file that nobody opened for
 * writing since a day came of which something was said beforehand.
 */
bina_status bina_dated_current(bina_store *store, bool *current);

/** How many threads may link rows, as the linkage's option says it: 0 for all cores. */
int bina_store_threads(const bina_store *store);

/** The error of a store, for the rooms above to write their complaints into. */
bina_error *bina_store_complaint(bina_store *store);

/**
 * Writes into the log what was done with the register without changing it, such as reading personal
 * data for a purpose. Within a transaction it is noted with the rest.
 */
bina_status bina_store_note(bina_store *store, const char *why, const char *rule);

/** A cursor or task begins to use a store, which so outlives its closing; let go when it ends. */
void bina_store_hold(bina_store *store);
void bina_store_let_go(bina_store *store);

/**
 * The least id of a change made after a commit; one past the last when there is none. So the
 * changes of a run of commits are a range of ids.
 */
bina_status bina_log_first_after(bina_store *store, int64_t commit, bina_id *first);

/**
 * A case in which rules may look around, without a record at hand.
 *
 * @param day days since 1970; 0: the office's today
 */
bina_status bina_store_case(bina_store *store, int64_t day, struct bina_case *c);

/** The file, as its path was given. Borrowed. */
const char *bina_store_path(const bina_store *store);

/** What rules may look up here, for those who ask policy outside a step; NULL: memory is out. */
const struct bina_access *bina_store_access(bina_store *store);

/** Who acts through the handle; NULL if not said. Borrowed. */
const char *bina_store_actor(const bina_store *store);

#endif
