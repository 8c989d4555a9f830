/*
 * The log of a bulk add: changes are hashed one by one as ever, but their rows are written many to
 * a statement, which costs SQLite a third less each. What is queued is written before the bulk add
 * ends.
 */
#include <stdlib.h>
#include <string.h>
#include "store/inside.h"

#define MOST 32 /* rows a statement */

typedef struct queued {
    bina_id id, record;
    size_t at, length; /* of the JSON */
    char salt[BINA_HEX(BINA_SALT_BYTES)], commitment[BINA_HEX(BINA_HASH_BYTES)];
} queued;

struct bina_log_batch {
    int count;
    queued rows[MOST];
    bina_buffer json;
    sqlite3_stmt *statement; /* for MOST rows */
};

bina_log_batch *
bina_log_batch_new(void)
{
    return calloc(1, sizeof(bina_log_batch));
}

void
bina_log_batch_free(bina_log_batch *batch)
{
    if (batch == NULL)
        return;
    sqlite3_finalize(batch->statement);
    bina_buffer_free(&batch->json);
    free(batch);
}

static bina_status
prepare(bina_store *store, int rows, sqlite3_stmt **statement)
{
    bina_buffer *sql = &store->sql;
    int row, at = 2;

    bina_buffer_clear(sql);
    /* Left half done when it fails, for the bulk add is rolled back whole. To undo a statement of
       many rows alone SQLite would note pages in a list that it walks from the start each time. */
    bina_buffer_add(sql,
                    "INSERT OR FAIL INTO changes (id, revision, commit_number, record, action, new,"
                    " salt, commitment) VALUES ");
    for (row = 0; row < rows; row++, at += 5)
        bina_buffer_print(sql, "%s(?%d, 1, ?1, ?%d, 'add', ?%d, ?%d, ?%d)", row > 0 ? ", " : "", at,
                          at + 1, at + 2, at + 3, at + 4);
    return bina_store_prepare(store, bina_buffer_text(sql), SQLITE_PREPARE_PERSISTENT, statement);
}

/* Writes what is queued. */
bina_status
bina_log_batch_flush(bina_store *store, bina_log_batch *batch)
{
    sqlite3_stmt *statement = NULL;
    bina_status status = BINA_OK;
    int row, at = 2;

    if (batch->count == 0)
        return BINA_OK;
    if (batch->count == MOST && batch->statement == NULL)
        status = prepare(store, MOST, &batch->statement);
    else if (batch->count < MOST)
        status = prepare(store, batch->count, &statement);
    if (status != BINA_OK)
        return status;
    if (statement == NULL)
        statement = batch->statement;
    sqlite3_bind_int64(statement, 1, store->commit_number);
    for (row = 0; row < batch->count; row++) {
        const queued *q = &batch->rows[row];
        sqlite3_bind_int64(statement, at++, q->id);
        sqlite3_bind_int64(statement, at++, q->record);
        sqlite3_bind_text64(statement, at++, batch->json.bytes + q->at, q->length, SQLITE_STATIC,
                            SQLITE_UTF8);
        sqlite3_bind_text(statement, at++, q->salt, 2 * BINA_SALT_BYTES, SQLITE_STATIC);
        sqlite3_bind_text(statement, at++, q->commitment, 2 * BINA_HASH_BYTES, SQLITE_STATIC);
    }
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    if (statement == batch->statement)
        sqlite3_reset(statement);
    else
        sqlite3_finalize(statement);
    batch->count = 0;
    bina_buffer_clear(&batch->json);
    return status;
}

/* Queues the change that added a record. */
bina_status
bina_log_batch_add(bina_store *store, bina_log_batch *batch, bina_id record,
                   const bina_buffer *json)
{
    bina_table *table = bina_store_table(store, BINA_CHANGE);
    const unsigned char *salt = bina_log_draw_salt(store);
    queued *q = &batch->rows[batch->count];
    unsigned char commitment[BINA_HASH_BYTES];
    bina_status status;

    if (table == NULL)
        return bina_error_status(&store->error);
    q->record = record;
    q->at = batch->json.length;
    q->length = json->length;
    bina_buffer_add_n(&batch->json, json->bytes, json->length);
    if (batch->json.failed || json->failed)
        return bina_store_no_memory(store);
    status = bina_log_issue(store, table, &q->id);
    if (status != BINA_OK)
        return status;
    bina_log_commitment(salt, record, "add", NULL, 0, json->bytes, (int64_t)json->length,
                        commitment);
    bina_hex(salt, BINA_SALT_BYTES, q->salt);
    bina_hex(commitment, BINA_HASH_BYTES, q->commitment);
    crypto_generichash_update(store->hash, commitment, sizeof commitment);
    store->changes++;
    batch->count++;
    return batch->count == MOST ? bina_log_batch_flush(store, batch) : BINA_OK;
}
