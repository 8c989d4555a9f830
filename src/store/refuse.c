/* Turning "FOREIGN KEY constraint failed" into who refers to whom. */
#include "store/inside.h"

/* Whether a record is there. */
static bina_status
look_up(bina_store *store, bina_id id, bool *found)
{
    bina_table *table = bina_store_table(store, bina_id_kind(id));
    sqlite3_stmt *statement;
    bina_status status;
    int step;

    *found = false;
    if (table == NULL)
        return BINA_OK;
    status = bina_table_get(store, table, &statement);
    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    step = sqlite3_step(statement);
    *found = step == SQLITE_ROW;
    if (step != SQLITE_ROW && step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_reset(statement);
    return status;
}

/* After an insert or update was refused: names the field whose reference points nowhere. */
bina_status
bina_refuse_dangling(bina_store *store, const bina_table *table, const bina_record *record)
{
    const bina_description *description = bina_record_description(record);
    int slot;

    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        bina_value value = bina_record_get(record, slot);
        bina_status status;
        bool found;
        if (value.type != BINA_REF || bina_field_target(field, 0) == BINA_NO_KIND)
            continue;
        status = look_up(store, value.as.integer, &found);
        if (status != BINA_OK)
            return status;
        if (found)
            continue;
        bina_error_set(&store->error, BINA_ERR_REFERENCE, "%s.%s refers to no record (id %lld)",
                       "%s.%s merujuk data yang tidak ada (nomor %lld)",
                       bina_description_name(table->description), bina_field_name(field),
                       (long long)value.as.integer);
        bina_error_at(&store->error, bina_description_name(table->description),
                      bina_field_name(field), "store.reference");
        return BINA_ERR_REFERENCE;
    }
    return bina_error_plain(&store->error, BINA_ERR_REFERENCE);
}

/* The column that holds references of a field to one kind. */
void
bina_reference_column(bina_buffer *sql, const bina_field *field, int target)
{
    bina_buffer name = {0};

    bina_buffer_add(&name, bina_field_name(field));
    if (bina_field_many_targets(field))
        bina_buffer_print(&name, "__%s", bina_target_name(target));
    if (name.failed)
        sql->failed = true;
    else
        bina_buffer_name(sql, name.bytes);
    bina_buffer_free(&name);
}

/* Looks for a row of `child` that refers to the record through one field. */
static bina_status
look_for_referrer(bina_store *store, const bina_table *child, const bina_field *field, bina_id id,
                  bina_id *referrer)
{
    bina_buffer *sql = &store->sql;
    sqlite3_stmt *statement;
    bina_status status;
    int step;

    *referrer = 0;
    bina_buffer_clear(sql);
    bina_buffer_add(sql, "SELECT id FROM ");
    bina_buffer_name(sql, child->name);
    bina_buffer_add(sql, " WHERE ");
    bina_reference_column(sql, field, bina_id_kind(id));
    bina_buffer_add(sql, " = ? AND id <> ? LIMIT 1");
    status = bina_store_prepare(store, bina_buffer_text(sql), 0, &statement);
    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_int64(statement, 2, id);
    step = sqlite3_step(statement);
    if (step == SQLITE_ROW)
        *referrer = sqlite3_column_int64(statement, 0);
    else if (step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

/* After a removal was refused: names a record that still refers to this one. */
bina_status
bina_refuse_referred(bina_store *store, bina_id id)
{
    int kind, slot;

    for (kind = 1; kind < BINA_KINDS; kind++) {
        const bina_description *description = store->tables[kind].description;
        bina_table *child;
        if (!store->tables[kind].stored ||
            (bina_description_flags(description) & BINA_KIND_JOURNAL) != 0)
            continue;
        child = bina_store_table(store, kind);
        if (child == NULL)
            return bina_error_status(&store->error);
        for (slot = 0; slot < child->count; slot++) {
            const bina_field *field = bina_description_field(description, slot);
            bina_status status;
            bina_id referrer;
            if (bina_field_type(field) != BINA_REF || !child->column[slot] ||
                !bina_field_refers_to(field, bina_id_kind(id)))
                continue;
            status = look_for_referrer(store, child, field, id, &referrer);
            if (status != BINA_OK)
                return status;
            if (referrer == 0)
                continue;
            bina_error_set(&store->error, BINA_ERR_REFERENCE,
                           "the record is still referred to by %s %lld (%s)",
                           "data masih dirujuk oleh %s %lld (%s)",
                           bina_description_name(description), (long long)referrer,
                           bina_field_name(field));
            bina_error_at(&store->error, bina_description_name(description), bina_field_name(field),
                          "store.referred");
            return BINA_ERR_REFERENCE;
        }
    }
    return bina_error_plain(&store->error, BINA_ERR_REFERENCE);
}
