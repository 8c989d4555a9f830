/* Transactions: the outermost is SQLite's, inner ones are savepoints. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "store/inside.h"

static bina_status
set_text(bina_store *store, char **to, const char *text)
{
    char *copy = bina_text_copy(text);

    if (text != NULL && copy == NULL)
        return bina_store_no_memory(store);
    free(*to);
    *to = copy;
    return BINA_OK;
}

/* The transaction is over, one way or the other. */
static void
forget(bina_store *store)
{
    store->depth = 0;
    store->broken = store->noted = false;
    free(store->why);
    free(store->rule);
    store->why = store->rule = NULL;
}

/* After a full disk and the like SQLite may have rolled back by itself. */
static bool
lost(bina_store *store)
{
    if (store->depth == 0 || !sqlite3_get_autocommit(store->db))
        return false;
    forget(store);
    return true;
}

static bina_status
savepoint(bina_store *store, const char *verb)
{
    char sql[64];

    sqlite3_snprintf(sizeof sql, sql, "%s bina_%d", verb, store->depth);
    return bina_store_exec(store, sql);
}

static bina_status
begin_outer(bina_store *store)
{
    bina_status status = bina_store_exec(store, "BEGIN IMMEDIATE");

    if (status != BINA_OK)
        return status;
    status = bina_log_start(store);
    if (status != BINA_OK) {
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
        return status;
    }
    store->depth = 1;
    return BINA_OK;
}

static bina_status
begin_inner(bina_store *store)
{
    bina_status status;

    if (store->frames_size < store->depth) {
        int size = store->frames_size < 4 ? 4 : 2 * store->frames_size;
        bina_frame *frames = NULL;
        /* The hash state asks for more alignment than realloc promises. */
        if (posix_memalign((void **)&frames, 64, (size_t)size * sizeof *frames) != 0)
            return bina_store_no_memory(store);
        if (store->frames != NULL)
            memcpy(frames, store->frames, (size_t)store->frames_size * sizeof *frames);
        free(store->frames);
        store->frames = frames;
        store->frames_size = size;
    }
    status = savepoint(store, "SAVEPOINT");
    if (status != BINA_OK)
        return status;
    store->frames[store->depth - 1].hash = *store->hash;
    store->frames[store->depth - 1].changes = store->changes;
    store->depth++;
    return BINA_OK;
}

static bina_status
half_way(bina_store *store)
{
    return bina_error_set(&store->error, BINA_ERR_USAGE,
                          "a change failed half way: the transaction can only be rolled back",
                          "perubahan gagal di tengah: transaksi hanya dapat dibatalkan");
}

bina_status
bina_store_begin(bina_store *store, const char *why)
{
    bina_status status = bina_store_start_write(store);

    if (status != BINA_OK)
        return status;
    lost(store);
    if (store->broken)
        return half_way(store);
    if (store->depth > 0)
        return begin_inner(store);
    if (why != NULL)
        status = set_text(store, &store->why, why);
    return status == BINA_OK ? begin_outer(store) : status;
}

static bina_status
no_transaction(bina_store *store)
{
    return bina_error_set(&store->error, BINA_ERR_USAGE, "no transaction is open",
                          "tidak ada transaksi yang terbuka");
}

bina_status
bina_store_commit(bina_store *store)
{
    bina_status status = bina_store_start_write(store);

    if (status != BINA_OK)
        return status;
    if (store->depth == 0 || lost(store))
        return no_transaction(store);
    if (store->broken)
        return half_way(store);
    if (store->depth > 1) {
        store->depth--;
        status = savepoint(store, "RELEASE");
        if (status != BINA_OK)
            store->depth++;
        return status;
    }
    /* The commit's row is undone alone when COMMIT itself fails, so that it can be tried again. */
    status = bina_store_exec(store, "SAVEPOINT bina_log");
    if (status == BINA_OK)
        status = bina_log_finish(store);
    if (status == BINA_OK)
        status = bina_store_exec(store, "COMMIT");
    if (status == BINA_OK) {
        forget(store);
    } else if (!sqlite3_get_autocommit(store->db)) {
        sqlite3_exec(store->db, "ROLLBACK TO bina_log; RELEASE bina_log", NULL, NULL, NULL);
    } else {
        forget(store);
    }
    return status;
}

bina_status
bina_store_rollback(bina_store *store)
{
    char sql[96];

    bina_error_clear(&store->error);
    if (store->depth == 0 || lost(store))
        return no_transaction(store);
    if (store->depth == 1) {
        bina_status status = bina_store_exec(store, "ROLLBACK");
        forget(store);
        return status;
    }
    store->depth--;
    sqlite3_snprintf(sizeof sql, sql, "ROLLBACK TO bina_%d; RELEASE bina_%d", store->depth,
                     store->depth);
    *store->hash = store->frames[store->depth - 1].hash;
    store->changes = store->frames[store->depth - 1].changes;
    store->broken = false;
    return bina_store_exec(store, sql);
}

int
bina_store_depth(const bina_store *store)
{
    return store->depth;
}

bina_status
bina_store_because(bina_store *store, const char *why, const char *rule)
{
    bina_status status = bina_store_start(store);

    if (status == BINA_OK)
        status = set_text(store, &store->why, why);
    if (status == BINA_OK)
        status = set_text(store, &store->rule, rule);
    return status;
}

/* Reading what is personal is written down, too: as a commit that changes nothing. */
bina_status
bina_store_note(bina_store *store, const char *why, const char *rule)
{
    bina_error kept;
    bina_status status = bina_store_begin(store, why);

    if (status != BINA_OK)
        return status;
    status = bina_store_because(store, why, rule);
    store->noted = true;
    if (status == BINA_OK)
        status = bina_store_commit(store);
    if (status != BINA_OK) {
        kept = store->error;
        bina_store_rollback(store);
        store->error = kept;
    }
    return status;
}

bina_status
bina_store_last_commit(bina_store *store, int64_t *number)
{
    bina_status status = bina_store_start(store);

    *number = 0;
    return status == BINA_OK ? bina_store_integer(store, "SELECT max(number) FROM commits", number)
                             : status;
}

/* A writing verb begins: in the caller's transaction, else in one of its own. */
bina_status
bina_store_enter(bina_store *store)
{
    lost(store);
    if (store->broken)
        return half_way(store);
    return store->depth == 0 ? begin_outer(store) : BINA_OK;
}

/*
 * A writing verb ends. `own` tells whether its transaction is its own; then this commits or rolls
 * back. The complaint of the verb outlives the rollback.
 */
bina_status
bina_store_leave(bina_store *store, bool own, bina_status status)
{
    bina_error kept;

    if (!own)
        return status;
    if (status == BINA_OK)
        status = bina_store_commit(store);
    if (status != BINA_OK) {
        kept = store->error;
        if (store->depth > 0)
            bina_store_rollback(store);
        store->error = kept;
    }
    return status;
}
