/* What the commands that work on a store share. */
#ifndef BINA_SRC_CLI_STORE_H
#define BINA_SRC_CLI_STORE_H

#include "cli.h"

/** Who acts: BINA_ACTOR, else the login. */
const char *cli_actor(void);

/** Opens the store named by the first argument; CLI_OK, or how to end (then `*store` is NULL). */
int cli_open_store(const cli *self, bina_store_mode mode, bina_store **store);

/** Tells what the store complained of last, and how to end. */
int cli_fail_store(const cli *self, const bina_store *store);

/** Tells every condition that was not met, a line each; how to end. */
int cli_tell_refusals(const cli *self, bina_store *store);

/**
 * The record named by a text: an id, or a human number such as E-52K7-3M4Q-X; white space around it
 * is passed over.
 *
 * @return CLI_OK, or how to end
 */
int cli_find_record(const cli *self, bina_store *store, const char *name, bina_record **record);

/**
 * The id of the record of a kind that a text names: by its id, or by what its field `slot` holds.
 *
 * @return CLI_OK, or how to end
 */
int cli_find_named(const cli *self, bina_store *store, int kind, int slot, const char *name,
                   bina_id *id);

/** The query of --where, --order, --limit, --as-of and --known over a kind; NULL after complaining.
 */
bina_query *cli_build_query(const cli *self, bina_store *store, int kind);

/** The options that cli_build_query reads. */
#define CLI_QUERY_OPTIONS                                                                          \
    {"where",                                                                                      \
     "COND[,COND]",                                                                                \
     {"only those with field=value; also != < <= > >= ^= (prefix) @= (under a region); "           \
      "write a comma within a value as \\,",                                                       \
      "hanya yang field=nilai; juga != < <= > >= ^= (awalan) @= (di bawah wilayah); "              \
      "koma di dalam nilai ditulis \\,"}},                                                         \
        {"order",                                                                                  \
         "FIELD[,-FIELD]",                                                                         \
         {"sort by fields; - for descending", "urutkan menurut isian; - untuk menurun"}},          \
        {"limit", "N", {"at most N", "paling banyak N"}},                                          \
        {"as-of", "DATE", {"as it was true on a day", "sebagaimana adanya pada suatu hari"}},      \
    {                                                                                              \
        "known", "N",                                                                              \
        {                                                                                          \
            "as known after commit N", "sebagaimana diketahui setelah catatan N"                   \
        }                                                                                          \
    }

#endif
