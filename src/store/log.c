/*
 * The commit log. A commit gathers one change row per record touched; each change is bound by a
 * commitment (BLAKE2b keyed with a random salt, over record, action, old and new values), and the
 * commit's hash binds its commitments in order, its head and the hash of the commit before. So the
 * chain says that nothing was altered, and still says so when the values and salt of a change are
 * erased: the commitment stays, and without the salt nobody can guess what it hid.
 */
#include <string.h>
#include "store/inside.h"

/* ---- hashing: every number is eight bytes, least first; a text goes after its length ---- */

static void
hash_int(crypto_generichash_state *hash, int64_t integer)
{
    unsigned char bytes[8];
    uint64_t left = (uint64_t)integer;
    int i;

    for (i = 0; i < 8; i++) {
        bytes[i] = (unsigned char)(left & 0xff);
        left >>= 8;
    }
    crypto_generichash_update(hash, bytes, sizeof bytes);
}

static void
hash_text(crypto_generichash_state *hash, const char *text, int64_t length)
{
    hash_int(hash, text == NULL ? -1 : length);
    if (text != NULL)
        crypto_generichash_update(hash, (const unsigned char *)text, (unsigned long long)length);
}

static void
hash_string(crypto_generichash_state *hash, const char *text)
{
    hash_text(hash, text, text == NULL ? 0 : (int64_t)strlen(text));
}

void
bina_log_commitment(const unsigned char salt[BINA_SALT_BYTES], bina_id record, const char *action,
                    const char *old_json, int64_t old_length, const char *new_json,
                    int64_t new_length, unsigned char commitment[BINA_HASH_BYTES])
{
    crypto_generichash_state hash;

    crypto_generichash_init(&hash, salt, BINA_SALT_BYTES, BINA_HASH_BYTES);
    hash_int(&hash, record);
    hash_string(&hash, action);
    hash_text(&hash, old_json, old_length);
    hash_text(&hash, new_json, new_length);
    crypto_generichash_final(&hash, commitment, BINA_HASH_BYTES);
}

void
bina_log_head(crypto_generichash_state *hash, const unsigned char previous[BINA_HASH_BYTES],
              int store_number, int64_t number, int64_t made, const char *actor, const char *why,
              const char *rule, int64_t changes, unsigned char result[BINA_HASH_BYTES])
{
    hash_int(hash, changes);
    hash_int(hash, store_number);
    hash_int(hash, number);
    hash_int(hash, made);
    hash_string(hash, actor);
    hash_string(hash, why);
    hash_string(hash, rule);
    crypto_generichash_update(hash, previous, BINA_HASH_BYTES);
    crypto_generichash_final(hash, result, BINA_HASH_BYTES);
}

/* ---- counters ---- */

/* The next id of a kind. Counters are read at the first need of a transaction, kept at its end. */
bina_status
bina_log_issue(bina_store *store, bina_table *table, bina_id *id)
{
    int kind = bina_description_kind(table->description);

    if (!table->next_known) {
        char sql[96];
        bina_status status;
        sqlite3_snprintf(sizeof sql, sql, "SELECT next FROM counters WHERE kind = %d", kind);
        status = bina_store_integer(store, sql, &table->next);
        if (status != BINA_OK)
            return status;
        if (table->next < 1)
            table->next = 1;
        table->next_known = true;
    }
    *id = bina_id_make(store->number, kind, table->next);
    if (*id == 0)
        return bina_error_set(&store->error, BINA_ERR_FULL,
                              "the store has given out all ids of kind %d",
                              "nomor data untuk jenis %d sudah habis", kind);
    table->next++;
    table->next_changed = true;
    return BINA_OK;
}

static bina_status
keep_counters(bina_store *store)
{
    bina_status status = BINA_OK;
    int kind;

    for (kind = 0; status == BINA_OK && kind < BINA_KINDS; kind++) {
        bina_table *table = &store->tables[kind];
        char sql[96];
        if (!table->next_changed)
            continue;
        sqlite3_snprintf(sizeof sql, sql,
                         "INSERT OR REPLACE INTO counters (kind, next) VALUES (%d, %lld)", kind,
                         (long long)table->next);
        status = bina_store_exec(store, sql);
    }
    return status;
}

/* ---- the running commit ---- */

/* Takes up the chain where the file has it. Called with the write lock held. */
bina_status
bina_log_start(bina_store *store)
{
    sqlite3_stmt *statement;
    bina_status status;
    int step, kind;

    if (store->hash == NULL) {
        store->hash = sodium_malloc(sizeof *store->hash);
        if (store->hash == NULL)
            return bina_store_no_memory(store);
    }
    for (kind = 0; kind < BINA_KINDS; kind++)
        store->tables[kind].next_known = store->tables[kind].next_changed = false;
    status = bina_store_prepare(
        store, "SELECT number, hash FROM commits ORDER BY number DESC LIMIT 1", 0, &statement);
    if (status != BINA_OK)
        return status;
    store->commit_number = 1;
    memset(store->previous, 0, sizeof store->previous);
    step = sqlite3_step(statement);
    if (step == SQLITE_ROW) {
        store->commit_number = sqlite3_column_int64(statement, 0) + 1;
        if (!bina_unhex((const char *)sqlite3_column_text(statement, 1), store->previous,
                        BINA_HASH_BYTES))
            status = bina_error_plain(&store->error, BINA_ERR_CORRUPT);
    } else if (step != SQLITE_DONE) {
        status = bina_store_fail(store);
    }
    sqlite3_finalize(statement);
    crypto_generichash_init(store->hash, NULL, 0, BINA_HASH_BYTES);
    store->changes = 0;
    return status;
}

const unsigned char *
bina_log_draw_salt(bina_store *store)
{
    if (store->salts_left == 0) {
        randombytes_buf(store->salts, sizeof store->salts);
        store->salts_left = sizeof store->salts / BINA_SALT_BYTES;
    }
    store->salts_left--;
    return store->salts + store->salts_left * BINA_SALT_BYTES;
}

/* Writes the change of one record; either side may be NULL. */
bina_status
bina_log_change(bina_store *store, bina_id record, const char *action, const bina_buffer *old_json,
                const bina_buffer *new_json)
{
    bina_table *table = bina_store_table(store, BINA_CHANGE);
    const unsigned char *salt = bina_log_draw_salt(store);
    const char *texts[2] = {old_json == NULL ? NULL : old_json->bytes,
                            new_json == NULL ? NULL : new_json->bytes};
    size_t lengths[2] = {old_json == NULL ? 0 : old_json->length,
                         new_json == NULL ? 0 : new_json->length};
    unsigned char commitment[BINA_HASH_BYTES];
    char salt_hex[BINA_HEX(BINA_SALT_BYTES)], hex[BINA_HEX(BINA_HASH_BYTES)];
    sqlite3_stmt *statement = store->add_change;
    bina_status status;
    bina_id id;

    if (table == NULL)
        return bina_error_status(&store->error);
    if ((old_json != NULL && old_json->failed) || (new_json != NULL && new_json->failed))
        return bina_store_no_memory(store);
    status = bina_log_issue(store, table, &id);
    if (status == BINA_OK && statement == NULL) {
        status = bina_store_prepare(
            store,
            "INSERT INTO changes (id, revision, commit_number, record, action, old, new, salt,"
            " commitment) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)",
            SQLITE_PREPARE_PERSISTENT, &store->add_change);
        statement = store->add_change;
    }
    if (status != BINA_OK)
        return status;
    bina_log_commitment(salt, record, action, texts[0], (int64_t)lengths[0], texts[1],
                        (int64_t)lengths[1], commitment);
    bina_hex(salt, BINA_SALT_BYTES, salt_hex);
    bina_hex(commitment, BINA_HASH_BYTES, hex);
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_int64(statement, 2, store->commit_number);
    sqlite3_bind_int64(statement, 3, record);
    sqlite3_bind_text(statement, 4, action, -1, SQLITE_STATIC);
    sqlite3_bind_text64(statement, 5, texts[0], lengths[0], SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text64(statement, 6, texts[1], lengths[1], SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text(statement, 7, salt_hex, 2 * BINA_SALT_BYTES, SQLITE_STATIC);
    sqlite3_bind_text(statement, 8, hex, 2 * BINA_HASH_BYTES, SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_reset(statement);
    if (status != BINA_OK)
        return status;
    crypto_generichash_update(store->hash, commitment, sizeof commitment);
    store->changes++;
    return BINA_OK;
}

/* Writes the commit, if anything was changed. */
bina_status
bina_log_finish(bina_store *store)
{
    bina_table *table = bina_store_table(store, BINA_COMMIT);
    const char *why = store->why != NULL ? store->why : store->purpose;
    unsigned char result[BINA_HASH_BYTES];
    char made_text[28], hex[BINA_HEX(BINA_HASH_BYTES)];
    crypto_generichash_state hash;
    sqlite3_stmt *statement;
    bina_status status;
    int64_t made;
    bina_id id;

    if (table == NULL)
        return bina_error_status(&store->error);
    if (store->changes == 0 && !store->noted)
        return keep_counters(store);
    status = bina_log_issue(store, table, &id);
    if (status == BINA_OK)
        status = bina_store_prepare(
            store,
            "INSERT INTO commits (id, revision, number, made, actor, why, rule, hash)"
            " VALUES (?, 1, ?, ?, ?, ?, ?, ?)",
            0, &statement);
    if (status != BINA_OK)
        return status;
    made = bina_store_now(store);
    hash = *store->hash; /* a COMMIT that fails may be tried again */
    bina_log_head(&hash, store->previous, store->number, store->commit_number, made, store->actor,
                  why, store->rule, store->changes, result);
    bina_time_format(made, made_text);
    bina_hex(result, sizeof result, hex);
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_int64(statement, 2, store->commit_number);
    sqlite3_bind_text(statement, 3, made_text, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 4, store->actor, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 5, why, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 6, store->rule, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 7, hex, 2 * BINA_HASH_BYTES, SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status == BINA_OK ? keep_counters(store) : status;
}

/*
 * Changes are numbered in the order of their commits, so halving finds it, and their table needs no
 * index by commit.
 */
bina_status
bina_log_first_after(bina_store *store, int64_t commit, bina_id *first)
{
    int64_t low = 1, high = BINA_ID_MAX_COUNTER; /* the answer is from low to high */
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(
        store, "SELECT id, commit_number FROM changes WHERE id >= ? ORDER BY id LIMIT 1", 0,
        &statement);
    int step;

    *first = bina_id_make(store->number, BINA_CHANGE, high);
    while (status == BINA_OK && low < high) {
        int64_t middle = low + (high - low) / 2;
        sqlite3_bind_int64(statement, 1, bina_id_make(store->number, BINA_CHANGE, middle));
        step = sqlite3_step(statement);
        if (step == SQLITE_ROW && sqlite3_column_int64(statement, 1) <= commit)
            low = bina_id_counter(sqlite3_column_int64(statement, 0)) + 1;
        else if (step == SQLITE_ROW || step == SQLITE_DONE)
            high = middle;
        else
            status = bina_store_fail(store);
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    if (status == BINA_OK)
        *first = bina_id_make(store->number, BINA_CHANGE, low);
    return status;
}
