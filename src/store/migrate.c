/*
 * Making the file, and bringing an older one up to this library: new tables and columns by the
 * version ("since") of their fields, and tables made anew whose references may name more kinds than
 * they did, in one transaction. A file from a newer library is read, or refused, as the file itself
 * says.
 *
 * Besides the tables of the kinds a file has: file_facts (name, value: least_reader and
 * least_writer, never to be laid out otherwise), counters (per kind the next counter of an id),
 * own_fields (what the office added) and dated_values (valid-from histories of dated fields, of all
 * kinds).
 */
#include <string.h>
#include "base/text.h"
#include "store/inside.h"

static const char fixed_tables[] =
    "CREATE TABLE IF NOT EXISTS file_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, "
    "WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS counters (kind INTEGER PRIMARY KEY, next INTEGER NOT NULL) STRICT;"
    "CREATE TABLE IF NOT EXISTS own_fields (kind INTEGER NOT NULL, name TEXT NOT NULL, type TEXT "
    "NOT NULL,"
    "    format TEXT, doc TEXT, flags INTEGER NOT NULL, PRIMARY KEY (kind, name)) STRICT;"
    "CREATE TABLE IF NOT EXISTS dated_values (number INTEGER PRIMARY KEY, record INTEGER NOT NULL,"
    "    field TEXT NOT NULL, valid_from TEXT NOT NULL, value ANY,"
    "    recorded INTEGER NOT NULL, superseded INTEGER) STRICT;"
    /* Holds all that an answer needs: reports look up every record's value on a day. */
    "DROP INDEX IF EXISTS dated_values__record;"
    "CREATE INDEX IF NOT EXISTS dated_values__known ON dated_values"
    "    (record, field, valid_from, superseded, recorded, value);";

bina_status
bina_store_set_fact(bina_store *store, const char *name, const char *value)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(
        store, "INSERT OR REPLACE INTO file_facts (name, value) VALUES (?, ?)", 0, &statement);

    if (status != BINA_OK)
        return status;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, value, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

static bina_status
set_int_fact(bina_store *store, const char *name, int64_t value)
{
    char text[32];
    sqlite3_snprintf(sizeof text, text, "%lld", (long long)value);
    return bina_store_set_fact(store, name, text);
}

/* A random UUID (version 4). */
static void
draw_uuid(char uuid[37])
{
    unsigned char bytes[16];
    char hex[33];

    randombytes_buf(bytes, sizeof bytes);
    bytes[6] = (unsigned char)((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (unsigned char)((bytes[8] & 0x3f) | 0x80);
    bina_hex(bytes, sizeof bytes, hex);
    sqlite3_snprintf(37, uuid, "%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16,
                     hex + 20);
}

/* The row about this very file: its number, drawn or given, is part of every id it issues. */
static bina_status
add_store_row(bina_store *store, const bina_store_options *options)
{
    int number = options->store_number != 0 ? options->store_number
                                            : 1 + (int)randombytes_uniform(BINA_ID_MAX_STORE);
    bina_id id = bina_id_make(number, BINA_STORE, 1);
    char uuid[37], made[28];
    sqlite3_stmt *statement;
    bina_status status =
        bina_store_prepare(store,
                           "INSERT INTO stores (id, revision, number, uuid, office, created)"
                           " VALUES (?, 1, ?, ?, ?, ?)",
                           0, &statement);

    if (status != BINA_OK)
        return status;
    draw_uuid(uuid);
    bina_time_format(bina_store_now(store), made);
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_int(statement, 2, number);
    sqlite3_bind_text(statement, 3, uuid, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 4, options->office, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 5, made, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    if (status == BINA_OK)
        status = set_int_fact(store, "store", id);
    return status;
}

/* Whether a table is there, and (unless column is NULL) has the column. */
static bina_status
look_for(bina_store *store, const char *table, const char *column, bool *found)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(
        store, "SELECT 1 FROM pragma_table_xinfo(?1) WHERE ?2 IS NULL OR name = ?2", 0, &statement);
    int step;

    *found = false;
    if (status != BINA_OK)
        return status;
    sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, column, -1, SQLITE_STATIC);
    step = sqlite3_step(statement);
    *found = step == SQLITE_ROW;
    if (step != SQLITE_ROW && step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

/* A kind as this file has it, with the office's own fields. */
static const bina_description *
in_file(const bina_store *store, int kind)
{
    const bina_description *own = store->tables[kind].description;

    return own != NULL ? own : bina_kind_description(kind);
}

/* Gives a table the columns that came after `version`, and the kinds its references may name. */
static bina_status
bring_table_up(bina_store *store, const bina_description *description, int64_t version)
{
    const char *table = bina_description_plural(description);
    bina_status status = BINA_OK;
    bool found;

    for (int slot = 1; status == BINA_OK && slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        int since = bina_field_since(field) > 0 ? bina_field_since(field) : 1;
        if (since <= version || !bina_field_has_column(field))
            continue;
        status = look_for(store, table, bina_field_name(field), &found);
        if (status == BINA_OK && !found)
            status = bina_schema_add_column(store, description, slot);
    }
    if (status == BINA_OK)
        status = bina_schema_outgrown(store, description, &found);
    if (status == BINA_OK && found)
        status = bina_schema_rebuild(store, description);
    return status;
}

static bina_status
bring_up(bina_store *store, const bina_description *description, int64_t version)
{
    bool found;
    bina_status status = look_for(store, bina_description_plural(description), NULL, &found);

    if (status == BINA_OK)
        status = found ? bring_table_up(store, description, version)
                       : bina_schema_create_table(store, description);
    return status == BINA_OK ? bina_schema_indexes(store, description) : status;
}

static bina_status
bring_all_up(bina_store *store, const bina_store_options *options, int64_t version)
{
    bina_status status = bina_store_exec(store, fixed_tables);
    int64_t known = 0;
    int n, kind;

    if (status == BINA_OK)
        status = bina_schema_load_own(store);
    /* A foreign key may point to a table that comes later: SQLite looks when rows are written. */
    for (n = 0; status == BINA_OK && (kind = bina_kind_at(n)) != BINA_NO_KIND; n++)
        if (bina_field_target_kept(kind))
            status = bring_up(store, in_file(store, kind), version);
    if (status == BINA_OK)
        status = bina_store_integer(store, "SELECT count(*) FROM file_facts WHERE name = 'store'",
                                    &known);
    if (status == BINA_OK && known == 0)
        status = add_store_row(store, options);
    if (status == BINA_OK)
        status = set_int_fact(store, "least_reader", BINA_LEAST_READER);
    if (status == BINA_OK)
        status = set_int_fact(store, "least_writer", BINA_LEAST_WRITER);
    if (status != BINA_OK)
        return status;
    bina_buffer_clear(&store->sql);
    bina_buffer_print(&store->sql, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                      BINA_APPLICATION_ID, bina_schema_version());
    return bina_store_exec(store, bina_buffer_text(&store->sql));
}

/* What the file says of itself. A file without tables is version 0. */
static bina_status
read_versions(bina_store *store, int64_t *version)
{
    int64_t application = 0, tables = 0;
    bina_status status = bina_store_integer(store, "PRAGMA application_id", &application);

    if (status == BINA_OK)
        status = bina_store_integer(store, "PRAGMA user_version", version);
    if (status == BINA_OK && application != BINA_APPLICATION_ID)
        status = bina_store_integer(store, "SELECT count(*) FROM sqlite_schema", &tables);
    if (status != BINA_OK)
        return status;
    if (application != BINA_APPLICATION_ID &&
        (tables > 0 || application != 0 || *version != 0 || store->read_only))
        return bina_error_set(&store->error, BINA_ERR_CORRUPT, "the file is no register of Bina",
                              "berkas ini bukan register Bina");
    return BINA_OK;
}

/* A file of a newer library: may this one read it, may it write? */
static bina_status
respect_newer(bina_store *store, int64_t version)
{
    int64_t reader = 0, writer = 0;
    bina_status status = bina_store_integer(
        store, "SELECT CAST(value AS INTEGER) FROM file_facts WHERE name = 'least_reader'",
        &reader);

    if (status == BINA_OK)
        status = bina_store_integer(
            store, "SELECT CAST(value AS INTEGER) FROM file_facts WHERE name = 'least_writer'",
            &writer);
    if (status != BINA_OK)
        return status;
    if (reader > bina_schema_version())
        return bina_error_set(
            &store->error, BINA_ERR_VERSION,
            "the file has schema version %lld and needs a library of version %lld or later",
            "berkas berskema versi %lld dan memerlukan pustaka versi %lld atau lebih baru",
            (long long)version, (long long)reader);
    if (writer > bina_schema_version())
        store->read_only = true;
    return BINA_OK;
}

/* WAL lets readers read beside the one writer; it stays set in the file. */
static bina_status
use_wal(bina_store *store)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(store, "PRAGMA journal_mode", 0, &statement);
    bool wal;

    if (status != BINA_OK)
        return status;
    wal = sqlite3_step(statement) == SQLITE_ROW &&
          strcmp((const char *)sqlite3_column_text(statement, 0), "wal") == 0;
    sqlite3_finalize(statement);
    return wal ? BINA_OK : bina_store_exec(store, "PRAGMA journal_mode = WAL");
}

static bina_status
read_own_row(bina_store *store)
{
    sqlite3_stmt *statement;
    bina_status status =
        bina_store_prepare(store,
                           "SELECT number, office FROM stores WHERE id ="
                           " (SELECT CAST(value AS INTEGER) FROM file_facts WHERE name = 'store')",
                           0, &statement);

    if (status != BINA_OK)
        return status;
    if (sqlite3_step(statement) == SQLITE_ROW) {
        const char *office = (const char *)sqlite3_column_text(statement, 1);
        store->number = sqlite3_column_int(statement, 0);
        store->office = bina_text_copy(office);
        if (office != NULL && store->office == NULL)
            status = bina_store_no_memory(store);
    } else {
        status = bina_error_set(&store->error, BINA_ERR_CORRUPT,
                                "the file does not say which store it is",
                                "berkas tidak menyebut nomor register");
    }
    sqlite3_finalize(statement);
    return status;
}

/*
 * In one transaction. A table is made anew behind the back of those that refer to it, which SQLite
 * allows while it looks at no foreign key; and that can be said outside of a transaction only.
 */
static bina_status
bring_file_up(bina_store *store, const bina_store_options *options, bool *own_loaded)
{
    int64_t version = 0;
    bina_status status = bina_store_exec(store, "PRAGMA foreign_keys = OFF;"
                                                " PRAGMA legacy_alter_table = ON; BEGIN IMMEDIATE");

    /* Another program may have done it while we waited. */
    if (status == BINA_OK)
        status = read_versions(store, &version);
    if (status == BINA_OK && version < bina_schema_version()) {
        *own_loaded = true;
        status = bring_all_up(store, options, version);
    }
    if (status == BINA_OK)
        status = bina_store_exec(store, "COMMIT");
    if (status != BINA_OK && sqlite3_get_autocommit(store->db) == 0)
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    if (status == BINA_OK)
        status = bina_store_exec(store, "PRAGMA legacy_alter_table = OFF;"
                                        " PRAGMA foreign_keys = ON");
    return status;
}

bina_status
bina_store_migrate(bina_store *store, const bina_store_options *options)
{
    int64_t version = 0;
    bool own_loaded = false;
    bina_status status = read_versions(store, &version);

    if (status == BINA_OK && version > bina_schema_version())
        status = respect_newer(store, version);
    if (status == BINA_OK && !store->read_only)
        status = use_wal(store);
    if (status == BINA_OK && !store->read_only && version < bina_schema_version())
        status = bring_file_up(store, options, &own_loaded);
    if (status == BINA_OK)
        status = read_own_row(store);
    if (status == BINA_OK && !own_loaded)
        status = bina_schema_load_own(store);
    return status;
}
