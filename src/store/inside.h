/* The inside of a store, shared by the files of this room only. */
#ifndef BINA_SRC_STORE_INSIDE_H
#define BINA_SRC_STORE_INSIDE_H

#include <sodium.h>
#include <sqlite3.h>
#include <bina/store.h>
#include "base/error.h"
#include "model/access.h"
#include "model/id.h"
#include "model/value.h"
#include "store/buffer.h"
#include "store/number.h"
#include "store/sql.h"

#define BINA_APPLICATION_ID 0x42494e41 /* "BINA" */

/* The layout this library writes, and the least library that may read or write it. */
#define BINA_LEAST_READER 1
#define BINA_LEAST_WRITER 1

#define BINA_KINDS        128
#define BINA_HASH_BYTES   32
#define BINA_SALT_BYTES   16
#define BINA_HEX(bytes)   (2 * (bytes) + 1)
#define BINA_DEFAULT_BUSY 5000

/* One kind as the file keeps it. */
typedef struct bina_table {
    const bina_description *description; /* with the office's own fields; held if those exist */
    const char *name;                    /* of the SQL table */
    int count;                           /* of fields */
    bool stored;                         /* false for reference kinds, which have no table */
    bool present;                        /* false when an old file is only read and lacks it */
    bool *column;                        /* per slot: whether there is a column in the file */
    int number_slot;                     /* of the human number, or -1 */
    int dated_count, derived_count;
    sqlite3_stmt *insert, *get, *remove;
    sqlite3_stmt *last_step; /* access.c */
    sqlite3_stmt *bring;     /* the last one made, for bring_slot */
    int bring_slot;
    sqlite3_stmt *update; /* the last one made, for update_sql */
    char *update_sql;
    char (*days)[28];                 /* per slot: the text of a date while it is bound */
    struct bina_rules_memory *passed; /* values that passed the rules lately */
    size_t *json_lengths;
    char **json_names;   /* per slot: ,"name": */
    bina_record *before; /* scratch of update and remove */
    int64_t next;        /* counter of the next id, while a transaction runs */
    bool next_known, next_changed;
    int rewind; /* names the temporary table behind the view that hides this one; 0: none does */
} bina_table;

typedef struct bina_log_batch bina_log_batch; /* log_batch.c */

/* What a nested transaction must put back when it is rolled back. */
typedef struct bina_frame {
    crypto_generichash_state hash;
    int64_t changes;
} bina_frame;

struct bina_store {
    sqlite3 *db;
    bina_error error;
    char *path, *office, *actor, *purpose;
    char *why, *rule; /* of the running or next commit; NULL when not said */
    int number;
    bool read_only, closed;
    bina_language language;
    int64_t clock;
    int64_t (*clock_function)(void *clock_data);
    void *clock_data;
    int threads;  /* as the options say */
    int children; /* cursors and tasks still alive */
    bina_table tables[BINA_KINDS];

    int depth;          /* of transactions */
    bool noted;         /* it is a commit even if it changes nothing */
    bool broken;        /* a statement failed half way: the transaction can only be rolled back */
    bina_frame *frames; /* depth - 1 of them */
    int frames_size;
    crypto_generichash_state *hash; /* over the commitments of the running commit */
    int64_t changes;                /* of the running commit */
    int64_t commit_number;          /* of the running commit */
    unsigned char previous[BINA_HASH_BYTES];
    unsigned char salts[64 * BINA_SALT_BYTES]; /* drawn ahead: one system call for many */
    size_t salts_left;
    bina_buffer sql, old_json, new_json;
    sqlite3_stmt *add_change, *each;
    int rewinds; /* temporary tables made, to name them apart */

    bina_access access;               /* what rules may do here */
    struct bina_refusals *refusals;   /* of the last verb that was refused */
    int acting;                       /* verbs within verbs, by effects */
    struct bina_statements *prepared; /* prepared.c */
};

/* store.c: the handle */
bina_status bina_store_fail(bina_store *store); /* from what SQLite says of the last call */
bina_status bina_store_no_memory(bina_store *store);
bina_status bina_store_start(bina_store *store); /* a verb: clears the error */
bina_status bina_store_start_write(bina_store *store);

/* connect.c: the connection itself */
bina_status bina_store_connect(bina_store *store, const char *name, int flags);
bina_status bina_store_connect_reader(bina_store *store, int flags);

/* statements.c: SQL and its values */
bina_status bina_store_exec(bina_store *store, const char *sql);
bina_status bina_store_prepare(bina_store *store, const char *sql, unsigned flags,
                               sqlite3_stmt **statement);
bina_status bina_store_integer(bina_store *store, const char *sql, int64_t *integer);
int bina_bind_copy(sqlite3_stmt *statement, int at, bina_value value); /* need not outlive it */
int bina_bind_value(sqlite3_stmt *statement, int at, bina_type type, bina_value value,
                    char day[28]);
/* How a stored value of a type is read back; text is borrowed until the next step. */
bina_value bina_column_value(sqlite3_stmt *statement, int column, bina_type type);
void bina_column_record(sqlite3_stmt *statement, int column, bina_record *record, int slot);
void bina_hex(const unsigned char *bytes, size_t count, char *hex);
bool bina_unhex(const char *hex, unsigned char *bytes, size_t count);

/* tables.c: what the library knows of each kind */
bina_status bina_tables_load(bina_store *store);
void bina_tables_free(bina_store *store);
void bina_table_forget(bina_table *table);                 /* drops its statements and scratch */
bina_table *bina_store_table(bina_store *store, int kind); /* NULL if not kept */
bina_status bina_table_check(bina_store *store, bina_table *table);
bina_status bina_table_insert(bina_store *store, bina_table *table, sqlite3_stmt **statement);
bina_status bina_table_get(bina_store *store, bina_table *table, sqlite3_stmt **statement);

/* read.c */
bina_status bina_table_read(bina_store *store, bina_table *table, bina_id id, bina_record *record);
bina_status bina_table_before(bina_store *store, bina_table *table, bina_id id);
char bina_kind_letter(int kind);

/* write.c */
/* `today` of a record whose values were checked already. */
#define BINA_CHECKED INT64_MIN
bina_status bina_table_add(bina_store *store, bina_table *table, const bina_record *record,
                           int64_t today, bina_log_batch *batch, bina_id *id);
bina_status bina_table_restore(bina_store *store, bina_table *table, const bina_record *record,
                               bina_id id);
bina_status bina_table_update(bina_store *store, bina_table *table, const bina_record *record,
                              bool dated, int64_t *revision);
bina_status bina_table_remove(bina_store *store, bina_table *table, bina_id id);

/* refuse.c: which reference was at fault */
bina_status bina_refuse_dangling(bina_store *store, const bina_table *table,
                                 const bina_record *record);
bina_status bina_refuse_referred(bina_store *store, bina_id id);
void bina_reference_column(bina_buffer *sql, const bina_field *field, int target);

/* schema.c: tables from descriptions */
bool bina_field_has_column(const bina_field *field);
bool bina_field_many_targets(const bina_field *field);
bool bina_field_target_kept(int kind);
const char *bina_target_name(int kind);
void bina_schema_check(bina_buffer *sql, const bina_field *field);
void bina_schema_column(bina_buffer *sql, const bina_description *description, int slot);
bool bina_schema_has_virtual(const bina_description *description, const bina_field *field);
void bina_schema_virtual_columns(bina_buffer *sql, const bina_field *field);
bina_status bina_schema_create_table(bina_store *store, const bina_description *description);
bina_status bina_schema_add_column(bina_store *store, const bina_description *description,
                                   int slot);
bina_status bina_schema_indexes(bina_store *store, const bina_description *description);
int bina_schema_version(void);

/* rebuild.c: a table made anew, while foreign keys are not looked at */
bina_status bina_schema_outgrown(bina_store *store, const bina_description *description,
                                 bool *outgrown);
bina_status bina_schema_rebuild(bina_store *store, const bina_description *description);

/* migrate.c */
bina_status bina_store_migrate(bina_store *store, const bina_store_options *options);
bina_status bina_schema_load_own(bina_store *store);
bina_status bina_store_set_fact(bina_store *store, const char *name, const char *value);

/* log.c: the running commit */
bina_status bina_log_start(bina_store *store);
bina_status bina_log_change(bina_store *store, bina_id record, const char *action,
                            const bina_buffer *old_json, const bina_buffer *new_json);
const unsigned char *bina_log_draw_salt(bina_store *store);
bina_status bina_log_finish(bina_store *store);
void bina_log_commitment(const unsigned char salt[BINA_SALT_BYTES], bina_id record,
                         const char *action, const char *old_json, int64_t old_length,
                         const char *new_json, int64_t new_length,
                         unsigned char commitment[BINA_HASH_BYTES]);
void bina_log_head(crypto_generichash_state *hash, const unsigned char previous[BINA_HASH_BYTES],
                   int store_number, int64_t number, int64_t made, const char *actor,
                   const char *why, const char *rule, int64_t changes,
                   unsigned char result[BINA_HASH_BYTES]);
bina_status bina_log_issue(bina_store *store, bina_table *table, bina_id *id);

/* log_batch.c: the log of a bulk add */
bina_log_batch *bina_log_batch_new(void);
void bina_log_batch_free(bina_log_batch *batch);
bina_status bina_log_batch_add(bina_store *store, bina_log_batch *batch, bina_id record,
                               const bina_buffer *json);
bina_status bina_log_batch_flush(bina_store *store, bina_log_batch *batch);

/* json.c: the values of a change */
void bina_json_open(bina_buffer *json);
void bina_json_field(bina_buffer *json, const bina_table *table, int slot, bina_value value);
void bina_json_dated(bina_buffer *json, const bina_table *table, int slot, const char *day,
                     bina_value value);
void bina_json_close(bina_buffer *json);
/* Told a dated value: the day as text, and where SQLite holds the value. */
typedef bina_status bina_json_dated_value(void *data, int slot, const char *day,
                                          sqlite3_stmt *statement, int column);
bina_status bina_json_apply(bina_store *store, const bina_table *table, const char *json,
                            bina_record *record, bina_json_dated_value *dated, void *data);

/* prepared.c: statements kept by their text, which lives for ever */
bina_status bina_prepared_find(bina_store *store, const char *text, sqlite3_stmt **statement);
void bina_prepared_put_back(sqlite3_stmt *statement);
void bina_prepared_free(bina_store *store);

/* access.c: what rules may look up and do */
bina_status bina_access_begin(bina_store *store);

/* guard.c: adding, changing and removing as the rules of the kind allow */
bina_status bina_guard_add(bina_store *store, bina_table *table, bina_record *record, int64_t today,
                           bina_id *id);
bina_status bina_guard_update(bina_store *store, bina_table *table, const bina_record *record,
                              int64_t *revision);
bina_status bina_guard_set_dated(bina_store *store, bina_table *table, const bina_record *record,
                                 bina_id id, int slot, const char *day);
bina_status bina_guard_remove(bina_store *store, bina_table *table, bina_id id);
bina_status bina_guard_undone(bina_store *store, bina_id id);
bina_status bina_guard_unadd(bina_store *store, bina_table *table, bina_id id);
bina_status bina_guard_refused(bina_store *store, const bina_table *table,
                               const bina_record *record);

/* advance.c */
bina_status bina_advance_within(bina_store *store, bina_id id, const bina_move *move, bool supposed,
                                bool keep);

/* transactions.c */
bina_status bina_store_enter(bina_store *store); /* of a writing verb */
bina_status bina_store_leave(bina_store *store, bool own, bina_status status);

/* dated.c: values of dated fields hold from a day */
bina_status bina_dated_write(bina_store *store, bina_table *table, bina_id id, int slot,
                             const char *day, bina_value before, bina_value value);
bina_status bina_dated_withdraw(bina_store *store, const bina_table *table, bina_id id, int slot,
                                const char *day);
bina_status bina_dated_set(bina_store *store, bina_table *table, bina_id id, int slot,
                           const char *day, bina_value value, bool withdraw);

/* due.c: values said for a day to come */
bina_status bina_dated_note_ahead(bina_store *store, const char *day);
bina_status bina_dated_settle(bina_store *store);
bina_status bina_dated_bring(bina_store *store, bina_table *table, bina_id id, int slot);

/* stream.c: a statement as a cursor */
typedef struct bina_stream {
    bina_store *store; /* counted as a child once the cursor is made or failed */
    sqlite3_stmt *statement;
    int *slots; /* the slot of each result column */
    int count;
    bool *hidden; /* per slot: computed from but not asked for; NULL when nothing is hidden */
    bool derive;  /* compute derived fields, as of `day` */
    int64_t day;
    bool pending; /* the statement already stands on a row */
    bool ended;
    char drop[80]; /* SQL that drops a temporary table; or empty */
} bina_stream;
/* Takes over what the stream points to, even when this fails. */
bina_status bina_stream_cursor(const bina_stream *stream, const bina_description *description,
                               bina_cursor **cursor);

#endif
