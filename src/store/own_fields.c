/* Fields an office adds to a kind for itself: rows of own_fields, and columns like any other. */
#include <string.h>
#include "store/inside.h"

static bina_type
type_named(const char *name)
{
    int type;

    for (type = BINA_INT; type <= BINA_TIME; type++)
        if (name != NULL && strcmp(bina_type_name((bina_type)type), name) == 0)
            return (bina_type)type;
    return BINA_NULL;
}

/* Adds one row of own_fields to the description of its kind, which becomes one of the store's own.
 */
static bina_status
load_one(bina_store *store, sqlite3_stmt *row)
{
    int kind = sqlite3_column_int(row, 0);
    const bina_description *compiled = bina_kind_description(kind);
    bina_type type = type_named((const char *)sqlite3_column_text(row, 2));
    bina_table *table;
    bina_description *extended;
    int slot;

    /* What a newer library declared may be unknown here. */
    if (compiled == NULL || kind <= 0 || kind >= BINA_KINDS || type == BINA_NULL)
        return BINA_OK;
    table = &store->tables[kind];
    extended = bina_description_extend(table->description != NULL ? table->description : compiled);
    if (extended == NULL)
        return bina_store_no_memory(store);
    slot = bina_description_add_field(extended, (const char *)sqlite3_column_text(row, 1), type,
                                      (const char *)sqlite3_column_text(row, 3),
                                      (const char *)sqlite3_column_text(row, 4),
                                      (unsigned)sqlite3_column_int(row, 5) | BINA_FIELD_OWN);
    if (slot < 0 && slot != BINA_ERR_DUPLICATE) {
        bina_description_free(extended);
        return bina_store_no_memory(store);
    }
    bina_description_free(table->description);
    table->description = extended;
    return BINA_OK;
}

bina_status
bina_schema_load_own(bina_store *store)
{
    sqlite3_stmt *rows;
    bina_status status = bina_store_prepare(
        store, "SELECT kind, name, type, format, doc, flags FROM own_fields ORDER BY rowid", 0,
        &rows);
    int step = SQLITE_DONE;

    while (status == BINA_OK && (step = sqlite3_step(rows)) == SQLITE_ROW)
        status = load_one(store, rows);
    if (status == BINA_OK && step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(rows);
    return status;
}

/* Names go into SQL, CSV headers and JSON keys unquoted by other tools. */
static bool
good_name(const char *name)
{
    size_t i;

    if (name == NULL || name[0] < 'a' || name[0] > 'z')
        return false;
    for (i = 0; name[i] != '\0'; i++)
        if (!((name[i] >= 'a' && name[i] <= 'z') || (name[i] >= '0' && name[i] <= '9') ||
              name[i] == '_') ||
            i >= 60)
            return false;
    /* Two underscores part the names of virtual columns. */
    return strstr(name, "__") == NULL;
}

static bina_status
refuse(bina_store *store, bina_status status, const char *kind, const char *name)
{
    if (status == BINA_ERR_DUPLICATE)
        bina_error_set(&store->error, status, "%s has a field '%s' already",
                       "%s sudah mempunyai isian '%s'", kind, name);
    else
        bina_error_set(&store->error, status,
                       "%s cannot have the own field '%s': a name has lower case letters, digits "
                       "and single underscores, and the type and flags must be allowed",
                       "%s tidak dapat mempunyai isian '%s': nama terdiri dari huruf kecil, angka "
                       "dan garis bawah tunggal; jenis dan tandanya harus diizinkan",
                       kind, name != NULL ? name : "");
    bina_error_at(&store->error, kind, name, "store.own_field");
    return status;
}

/* Keeps the row; the column, its index and the description follow from it. */
static bina_status
write_row(bina_store *store, int kind, const char *name, bina_type type, const char *format,
          const char *doc, unsigned flags)
{
    sqlite3_stmt *statement;
    bina_status status =
        bina_store_prepare(store,
                           "INSERT INTO own_fields (kind, name, type, format, doc, flags)"
                           " VALUES (?, ?, ?, ?, ?, ?)",
                           0, &statement);

    if (status != BINA_OK)
        return status;
    sqlite3_bind_int(statement, 1, kind);
    sqlite3_bind_text(statement, 2, name, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 3, bina_type_name(type), -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 4, format, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 5, doc, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 6, flags);
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

/* The declaration is a change of the store's own record in the log. */
static bina_status
log_declaration(bina_store *store, int kind, const char *name, bina_type type)
{
    bina_buffer *json = &store->new_json;
    const char *kind_name = bina_target_name(kind);

    bina_buffer_clear(json);
    bina_buffer_add(json, "{\"own_field\":");
    bina_buffer_json_text(json, name, strlen(name));
    bina_buffer_add(json, ",\"kind\":");
    bina_buffer_json_text(json, kind_name, strlen(kind_name));
    bina_buffer_add(json, ",\"type\":");
    bina_buffer_json_text(json, bina_type_name(type), strlen(bina_type_name(type)));
    bina_buffer_add(json, "}");
    return bina_log_change(store, bina_id_make(store->number, BINA_STORE, 1), "update", NULL, json);
}

bina_status
bina_store_add_own_field(bina_store *store, int kind, const char *name, bina_type type,
                         const char *format, const char *doc, unsigned flags)
{
    const unsigned allowed = BINA_FIELD_INDEXED | BINA_FIELD_PERSONAL | BINA_FIELD_DATED;
    bina_status status = bina_store_start_write(store);
    bina_description *extended;
    bina_table *table;
    int slot;

    if (status != BINA_OK)
        return status;
    if (store->depth > 0)
        return bina_error_set(&store->error, BINA_ERR_USAGE,
                              "a field is declared outside of a transaction",
                              "isian dinyatakan di luar transaksi");
    table = bina_store_table(store, kind);
    if (table == NULL)
        return bina_error_status(&store->error);
    if (!good_name(name) || bina_type_held_as(type) == BINA_NULL || type == BINA_REF ||
        (flags & ~allowed) != 0 ||
        (bina_description_flags(table->description) & BINA_KIND_JOURNAL) != 0)
        return refuse(store, BINA_ERR_USAGE, bina_target_name(kind), name);
    extended = bina_description_extend(table->description);
    slot = extended == NULL ? BINA_ERR_NO_MEMORY
                            : bina_description_add_field(extended, name, type, format, doc,
                                                         flags | BINA_FIELD_OWN);
    if (slot < 0) {
        bina_description_free(extended);
        return slot == BINA_ERR_DUPLICATE
                   ? refuse(store, BINA_ERR_DUPLICATE, bina_target_name(kind), name)
                   : bina_store_no_memory(store);
    }
    status = bina_store_enter(store);
    if (status == BINA_OK) {
        status = write_row(store, kind, name, type, format, doc, flags);
        if (status == BINA_OK)
            status = bina_schema_add_column(store, extended, slot);
        if (status == BINA_OK)
            status = bina_schema_indexes(store, extended);
        if (status == BINA_OK)
            status = log_declaration(store, kind, name, type);
        status = bina_store_leave(store, true, status);
    }
    if (status != BINA_OK) {
        bina_description_free(extended);
        return status;
    }
    bina_table_forget(table);
    bina_description_free(table->description);
    table->description = extended;
    return BINA_OK;
}
