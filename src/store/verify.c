/*
 * Holding the file to its log. The chain is recomputed from the first commit; then every record is
 * built anew from its changes and compared with its row.
 */
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "model/columns.h"
#include "model/field.h"
#include "store/inside.h"
#include "store/sql.h"

typedef struct verification {
    bina_store *store;
    bina_rows *faults;
    bina_record *fault; /* scratch */
} verification;

static bina_description *
describe(void)
{
    static const bina_column columns[] = {
        {"rule", .type = BINA_TEXT},    {"commit_number", .type = BINA_INT},
        {"record", .type = BINA_INT},   {"field", .type = BINA_TEXT},
        {"message", .type = BINA_TEXT}, {"pesan", .type = BINA_TEXT},
    };

    return bina_columns_describe("verify_fault", "Where a register does not agree with its log.",
                                 columns, sizeof columns / sizeof *columns);
}

/* Notes a fault; 0 and NULL are "none". */
static bina_status
note(verification *v, const char *rule, int64_t commit, bina_id record, const char *field,
     const char *english, const char *indonesian)
{
    bina_status status;

    bina_record_clear(v->fault);
    bina_set_text(v->fault, BINA_VERIFY_RULE, rule);
    if (commit != 0)
        bina_set_int(v->fault, BINA_VERIFY_COMMIT, commit);
    if (record != 0)
        bina_set_int(v->fault, BINA_VERIFY_RECORD, record);
    bina_set_text(v->fault, BINA_VERIFY_FIELD, field);
    bina_set_text(v->fault, BINA_VERIFY_MESSAGE, english);
    bina_set_text(v->fault, BINA_VERIFY_PESAN, indonesian);
    status = bina_rows_add(v->faults, v->fault);
    return status == BINA_OK ? BINA_OK : bina_store_no_memory(v->store);
}

/* ---- the chain ---- */

/* Holds the change on which the statement stands to its commitment, which is given. */
static bina_status
check_change(verification *v, sqlite3_stmt *changes, unsigned char kept[BINA_HASH_BYTES])
{
    bina_id record = sqlite3_column_int64(changes, 0);
    const char *action = (const char *)sqlite3_column_text(changes, 1);
    const char *old_json = (const char *)sqlite3_column_text(changes, 2);
    const char *new_json = (const char *)sqlite3_column_text(changes, 3);
    const char *salt_hex = (const char *)sqlite3_column_text(changes, 4);
    unsigned char made[BINA_HASH_BYTES], salt[BINA_SALT_BYTES];
    bool fine;

    memset(kept, 0, BINA_HASH_BYTES);
    fine = bina_unhex((const char *)sqlite3_column_text(changes, 5), kept, BINA_HASH_BYTES);
    if (fine && salt_hex != NULL) {
        fine = bina_unhex(salt_hex, salt, sizeof salt);
        if (fine) {
            bina_log_commitment(salt, record, action, old_json, sqlite3_column_bytes(changes, 2),
                                new_json, sqlite3_column_bytes(changes, 3), made);
            fine = memcmp(made, kept, sizeof made) == 0;
        }
    } else if (fine) {
        fine = old_json == NULL && new_json == NULL; /* only an erased change has no salt */
    }
    if (fine)
        return BINA_OK;
    return note(v, "log.commitment", sqlite3_column_int64(changes, 6), record, NULL,
                "a change in the log is not what was committed to",
                "sebuah perubahan dalam catatan tidak sesuai dengan ikatannya");
}

/* Moves to the next change; *more tells whether there is one. */
static bina_status
advance(verification *v, sqlite3_stmt *changes, bool *more)
{
    int step = sqlite3_step(changes);

    *more = step == SQLITE_ROW;
    return step == SQLITE_ROW || step == SQLITE_DONE ? BINA_OK : bina_store_fail(v->store);
}

/*
 * Hashes the commitments of one commit. Changes and commits are read side by side, both in order: a
 * change before its turn belongs to no commit.
 */
static bina_status
hash_changes(verification *v, sqlite3_stmt *changes, bool *more, int64_t number,
             crypto_generichash_state *hash, int64_t *count)
{
    bina_status status = BINA_OK;

    crypto_generichash_init(hash, NULL, 0, BINA_HASH_BYTES);
    *count = 0;
    while (status == BINA_OK && *more && sqlite3_column_int64(changes, 6) <= number) {
        unsigned char kept[BINA_HASH_BYTES];
        if (sqlite3_column_int64(changes, 6) < number) {
            status = note(v, "log.stray", sqlite3_column_int64(changes, 6),
                          sqlite3_column_int64(changes, 0), NULL,
                          "the log has a change that belongs to no commit",
                          "ada perubahan yang tidak termasuk catatan mana pun");
        } else {
            status = check_change(v, changes, kept);
            crypto_generichash_update(hash, kept, sizeof kept);
            ++*count;
        }
        if (status == BINA_OK)
            status = advance(v, changes, more);
    }
    return status;
}

static bina_status
check_commit(verification *v, sqlite3_stmt *commits, sqlite3_stmt *changes, bool *more,
             int64_t expected, unsigned char previous[BINA_HASH_BYTES])
{
    int64_t number = sqlite3_column_int64(commits, 0), made = 0, count;
    const char *made_text = (const char *)sqlite3_column_text(commits, 1);
    unsigned char kept[BINA_HASH_BYTES] = {0}, result[BINA_HASH_BYTES];
    crypto_generichash_state hash;
    bina_status status = BINA_OK;
    bool fine;

    if (number != expected)
        status = note(v, "log.gap", number, 0, NULL, "commits before this one are missing",
                      "catatan sebelum ini hilang");
    if (status == BINA_OK)
        status = hash_changes(v, changes, more, number, &hash, &count);
    if (status != BINA_OK)
        return status;
    fine = made_text != NULL && bina_time_parse(made_text, &made) &&
           bina_unhex((const char *)sqlite3_column_text(commits, 5), kept, sizeof kept);
    bina_log_head(&hash, previous, v->store->number, number, made,
                  (const char *)sqlite3_column_text(commits, 2),
                  (const char *)sqlite3_column_text(commits, 3),
                  (const char *)sqlite3_column_text(commits, 4), count, result);
    if (!fine || memcmp(result, kept, sizeof result) != 0)
        status = note(v, "log.hash", number, 0, NULL,
                      "the commit, or one before it, was altered after it was made",
                      "catatan ini atau sebelumnya diubah setelah dibuat");
    /* Go on from what the file says, so that one fault is told once. */
    memcpy(previous, kept, sizeof kept);
    return status;
}

static bina_status
check_chain(verification *v)
{
    bina_store *store = v->store;
    sqlite3_stmt *commits = NULL, *changes = NULL;
    unsigned char previous[BINA_HASH_BYTES] = {0};
    int64_t expected = 1, count;
    crypto_generichash_state rest;
    bool more = false;
    bina_status status;
    int step = SQLITE_DONE;

    status = bina_store_prepare(
        store, "SELECT number, made, actor, why, rule, hash FROM commits ORDER BY number", 0,
        &commits);
    if (status == BINA_OK)
        status = bina_store_prepare(store,
                                    "SELECT record, action, old, new, salt, commitment,"
                                    " commit_number FROM changes ORDER BY id",
                                    0, &changes);
    if (status == BINA_OK)
        status = advance(v, changes, &more);
    while (status == BINA_OK && (step = sqlite3_step(commits)) == SQLITE_ROW) {
        int64_t number = sqlite3_column_int64(commits, 0);
        status = check_commit(v, commits, changes, &more, expected, previous);
        expected = number + 1;
    }
    if (status == BINA_OK && step != SQLITE_DONE)
        status = bina_store_fail(store);
    /* What is left after the last commit belongs to none. */
    if (status == BINA_OK && more)
        status = hash_changes(v, changes, &more, INT64_MAX, &rest, &count);
    sqlite3_finalize(commits);
    sqlite3_finalize(changes);
    return status;
}

/* ---- the records ---- */

/* One record of the log, being built up. */
typedef struct replay {
    bina_id id;
    bool there;
    bina_record *record, *row;
    bina_table *table;
} replay;

static bina_status
compare(verification *v, const replay *r)
{
    bina_status status;
    int slot;

    bina_record_clear(r->row);
    status = bina_table_read(v->store, r->table, r->id, r->row);
    if (status == BINA_ERR_NOT_FOUND) {
        bina_error_clear(&v->store->error);
        return r->there ? note(v, "table.missing", 0, r->id, NULL,
                               "the log has the record, its table does not",
                               "data ada dalam catatan tetapi tidak ada dalam tabel")
                        : BINA_OK;
    }
    if (status != BINA_OK)
        return status;
    if (!r->there)
        return note(v, "table.stray", 0, r->id, NULL,
                    "the table has a record that the log says is gone",
                    "tabel memuat data yang menurut catatan sudah dihapus");
    for (slot = 1; slot < r->table->count && status == BINA_OK; slot++)
        if (r->table->column[slot] &&
            !bina_value_equal(bina_record_get(r->record, slot), bina_record_get(r->row, slot)))
            status = note(v, "table.value", 0, r->id, r->table->description->fields[slot].name,
                          "the record does not hold what the log says",
                          "isi data tidak sesuai dengan catatan");
    return status;
}

/* Carries one change out on the record being built. */
static bina_status
carry_out(verification *v, replay *r, const char *action, const char *new_json)
{
    if (action == NULL)
        return BINA_OK; /* the commitment was found wrong already */
    if (action[0] == 'r') {
        r->there = false;
        return BINA_OK;
    }
    if (action[0] == 'a' || action[0] == 'e') { /* add, erase: the whole record */
        bina_record_clear(r->record);
        r->there = action[0] == 'a' || new_json != NULL; /* or it was gone before it was erased */
    }
    return bina_json_apply(v->store, r->table, new_json, r->record, NULL, NULL);
}

static bina_status
check_kind(verification *v, bina_table *table)
{
    bina_store *store = v->store;
    int kind = bina_description_kind(table->description);
    replay r = {.table = table};
    sqlite3_stmt *changes = NULL;
    bina_status status = BINA_OK;
    int64_t strays;
    int step = SQLITE_DONE;

    r.record = bina_record_new_of(table->description);
    r.row = bina_record_new_of(table->description);
    if (r.record == NULL || r.row == NULL) {
        status = bina_store_no_memory(store);
        goto out;
    }
    bina_buffer_clear(&store->sql);
    bina_buffer_print(&store->sql,
                      "SELECT record, action, new FROM changes WHERE (record >> 28) & 127 = %d"
                      " ORDER BY record, id",
                      kind);
    status = bina_store_prepare(store, bina_buffer_text(&store->sql), 0, &changes);
    while (status == BINA_OK && (step = sqlite3_step(changes)) == SQLITE_ROW) {
        bina_id id = sqlite3_column_int64(changes, 0);
        if (id != r.id) {
            if (r.id != 0)
                status = compare(v, &r);
            r.id = id;
            r.there = false;
            bina_record_clear(r.record);
        }
        if (status == BINA_OK)
            status = carry_out(v, &r, (const char *)sqlite3_column_text(changes, 1),
                               (const char *)sqlite3_column_text(changes, 2));
    }
    if (status == BINA_OK && step != SQLITE_DONE)
        status = bina_store_fail(store);
    if (status == BINA_OK && r.id != 0)
        status = compare(v, &r);
    if (status != BINA_OK)
        goto out;
    bina_buffer_clear(&store->sql);
    bina_buffer_add(&store->sql, "SELECT min(id) FROM ");
    bina_buffer_name(&store->sql, table->name);
    bina_buffer_add(&store->sql, " WHERE id NOT IN (SELECT record FROM changes)");
    status = bina_store_integer(store, bina_buffer_text(&store->sql), &strays);
    if (status == BINA_OK && strays != 0)
        status = note(v, "table.stray", 0, strays, NULL,
                      "the table has a record of which the log does not know",
                      "tabel memuat data yang tidak dikenal catatan");
out:
    sqlite3_finalize(changes);
    bina_record_free(r.record);
    bina_record_free(r.row);
    return status;
}

/* ---- the file ---- */

static bina_status
check_file(verification *v)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(v->store, "PRAGMA foreign_key_check", 0, &statement);

    while (status == BINA_OK && sqlite3_step(statement) == SQLITE_ROW)
        status =
            note(v, "table.reference", 0, sqlite3_column_int64(statement, 1), NULL,
                 "the record refers to one that is not there", "data merujuk data yang tidak ada");
    sqlite3_finalize(statement);
    if (status == BINA_OK)
        status = bina_store_prepare(v->store, "PRAGMA integrity_check(20)", 0, &statement);
    if (status != BINA_OK)
        return status;
    while (status == BINA_OK && sqlite3_step(statement) == SQLITE_ROW) {
        const char *said = (const char *)sqlite3_column_text(statement, 0);
        if (said == NULL || strcmp(said, "ok") != 0)
            status = note(v, "file.damaged", 0, 0, NULL,
                          said != NULL ? said : "the file is damaged", "berkas rusak");
    }
    sqlite3_finalize(statement);
    return status;
}

bina_status
bina_store_verify(bina_store *store, bina_cursor **cursor)
{
    bina_status status = bina_store_start(store);
    bina_description *description;
    verification v = {.store = store};
    bool own;
    int kind;

    *cursor = NULL;
    if (status != BINA_OK)
        return status;
    description = describe();
    v.faults = description != NULL ? bina_rows_new(description) : NULL;
    v.fault = description != NULL ? bina_record_new_of(description) : NULL;
    bina_description_free(description);
    if (v.faults == NULL || v.fault == NULL) {
        bina_rows_free(v.faults);
        bina_record_free(v.fault);
        return bina_store_no_memory(store);
    }
    /* One snapshot for all of it, though others write meanwhile. */
    own = sqlite3_get_autocommit(store->db) != 0;
    if (own)
        status = bina_store_exec(store, "BEGIN");
    if (status == BINA_OK)
        status = check_chain(&v);
    for (kind = 1; kind < BINA_KINDS && status == BINA_OK; kind++) {
        bina_table *table = &store->tables[kind];
        if (!table->stored || (bina_description_flags(table->description) & BINA_KIND_JOURNAL) != 0)
            continue;
        table = bina_store_table(store, kind);
        status = table == NULL ? bina_error_status(&store->error) : BINA_OK;
        if (status == BINA_OK && table->present)
            status = check_kind(&v, table);
    }
    if (status == BINA_OK)
        status = check_file(&v);
    if (own)
        sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
    bina_record_free(v.fault);
    if (status != BINA_OK) {
        bina_rows_free(v.faults);
        return status;
    }
    *cursor = bina_rows_to_cursor(v.faults);
    return *cursor != NULL ? BINA_OK : bina_store_no_memory(store);
}
