/*
 * Tables from descriptions. A STRICT table per kind, named by the plural; a column per field that
 * is not derived, named as the field; `id` is the rowid.
 *
 * A reference with one target kind is a plain foreign key. One with several gets, per target kind,
 * a virtual column "field__kind" that holds the id if it names such a record, with a foreign key of
 * its own, and a CHECK that the id names one of the kinds. Every foreign key has an index: removal
 * asks it.
 */
#include <string.h>
#include "store/inside.h"

bool
bina_field_has_column(const bina_field *field)
{
    return (bina_field_flags(field) & BINA_FIELD_DERIVED) == 0;
}

/* Whether records of a kind are rows of this file. */
bool
bina_field_target_kept(int kind)
{
    const bina_description *description = bina_kind_description(kind);
    return description != NULL && (bina_description_flags(description) & BINA_KIND_REFERENCE) == 0;
}

bool
bina_field_many_targets(const bina_field *field)
{
    return bina_field_type(field) == BINA_REF && bina_field_target(field, 0) != BINA_NO_KIND &&
           bina_field_target(field, 1) != BINA_NO_KIND;
}

const char *
bina_target_name(int kind)
{
    return bina_description_name(bina_kind_description(kind));
}

static const char *
column_type(bina_type type)
{
    switch (type) {
    case BINA_REAL:
        return "REAL";
    case BINA_TEXT:
    case BINA_CODE:
    case BINA_DATE:
    case BINA_TIME:
        return "TEXT";
    default:
        return "INTEGER";
    }
}

static void
target_column(bina_buffer *sql, const char *field, int target)
{
    bina_buffer name = {0};
    const char *text;

    bina_buffer_print(&name, "%s__%s", field, bina_target_name(target));
    text = bina_buffer_text(&name);
    if (text == NULL)
        sql->failed = true;
    else
        bina_buffer_name(sql, text);
    bina_buffer_free(&name);
}

static void
references(bina_buffer *sql, int target)
{
    bina_buffer_add(sql, " REFERENCES ");
    bina_buffer_name(sql, bina_description_plural(bina_kind_description(target)));
    bina_buffer_add(sql, "(id)");
}

/* What holds an id to the kinds a field with several may name. */
void
bina_schema_check(bina_buffer *sql, const bina_field *field)
{
    int n, target;

    bina_buffer_add(sql, "CHECK ((");
    bina_buffer_name(sql, bina_field_name(field));
    bina_buffer_add(sql, " >> 28) & 127 IN (");
    for (n = 0; (target = bina_field_target(field, n)) != BINA_NO_KIND; n++)
        bina_buffer_print(sql, "%s%d", n > 0 ? ", " : "", target);
    bina_buffer_add(sql, "))");
}

/* The definition of the field's own column. */
void
bina_schema_column(bina_buffer *sql, const bina_description *description, int slot)
{
    const bina_field *field = bina_description_field(description, slot);
    const char *name = bina_field_name(field);
    bool journal = (bina_description_flags(description) & BINA_KIND_JOURNAL) != 0;
    int target = bina_field_type(field) == BINA_REF ? bina_field_target(field, 0) : BINA_NO_KIND;

    if (slot == 0 && strcmp(name, "id") == 0) {
        bina_buffer_add(sql, "id INTEGER PRIMARY KEY");
        return;
    }
    bina_buffer_name(sql, name);
    bina_buffer_print(sql, " %s", column_type(bina_field_type(field)));
    if (bina_field_type(field) == BINA_BOOL) {
        bina_buffer_add(sql, " CHECK (");
        bina_buffer_name(sql, name);
        bina_buffer_add(sql, " IN (0, 1))");
    }
    if (target == BINA_NO_KIND || journal)
        return;
    if (!bina_field_many_targets(field)) {
        if (bina_field_target_kept(target))
            references(sql, target);
        return;
    }
    bina_buffer_add(sql, " ");
    bina_schema_check(sql, field);
}

/* The definition of the virtual column of one target of a field with several. */
static void
virtual_column(bina_buffer *sql, const bina_field *field, int target)
{
    const char *name = bina_field_name(field);

    target_column(sql, name, target);
    bina_buffer_add(sql, " INTEGER GENERATED ALWAYS AS (CASE WHEN (");
    bina_buffer_name(sql, name);
    bina_buffer_print(sql, " >> 28) & 127 = %d THEN ", target);
    bina_buffer_name(sql, name);
    bina_buffer_add(sql, " END) VIRTUAL");
    references(sql, target);
}

bool
bina_schema_has_virtual(const bina_description *description, const bina_field *field)
{
    return bina_field_many_targets(field) &&
           (bina_description_flags(description) & BINA_KIND_JOURNAL) == 0;
}

/* The virtual columns of a field with several targets, each after a comma. */
void
bina_schema_virtual_columns(bina_buffer *sql, const bina_field *field)
{
    int n, target;

    for (n = 0; (target = bina_field_target(field, n)) != BINA_NO_KIND; n++) {
        if (!bina_field_target_kept(target))
            continue;
        bina_buffer_add(sql, ",\n    ");
        virtual_column(sql, field, target);
    }
}

bina_status
bina_schema_create_table(bina_store *store, const bina_description *description)
{
    bina_buffer *sql = &store->sql;
    int slot;

    bina_buffer_clear(sql);
    bina_buffer_add(sql, "CREATE TABLE ");
    bina_buffer_name(sql, bina_description_plural(description));
    bina_buffer_add(sql, " (");
    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        if (!bina_field_has_column(field))
            continue;
        bina_buffer_add(sql, slot > 0 ? ",\n    " : "\n    ");
        bina_schema_column(sql, description, slot);
    }
    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        if (bina_field_has_column(field) && bina_schema_has_virtual(description, field))
            bina_schema_virtual_columns(sql, field);
    }
    bina_buffer_add(sql, "\n) STRICT");
    return bina_store_exec(store, bina_buffer_text(sql));
}

bina_status
bina_schema_add_column(bina_store *store, const bina_description *description, int slot)
{
    const bina_field *field = bina_description_field(description, slot);
    bina_buffer *sql = &store->sql;
    bina_status status;
    int n, target;

    bina_buffer_clear(sql);
    bina_buffer_add(sql, "ALTER TABLE ");
    bina_buffer_name(sql, bina_description_plural(description));
    bina_buffer_add(sql, " ADD COLUMN ");
    bina_schema_column(sql, description, slot);
    status = bina_store_exec(store, bina_buffer_text(sql));
    if (!bina_schema_has_virtual(description, field))
        return status;
    for (n = 0; status == BINA_OK && (target = bina_field_target(field, n)) != BINA_NO_KIND; n++) {
        if (!bina_field_target_kept(target))
            continue;
        bina_buffer_clear(sql);
        bina_buffer_add(sql, "ALTER TABLE ");
        bina_buffer_name(sql, bina_description_plural(description));
        bina_buffer_add(sql, " ADD COLUMN ");
        virtual_column(sql, field, target);
        status = bina_store_exec(store, bina_buffer_text(sql));
    }
    return status;
}

/* CREATE INDEX IF NOT EXISTS "table__suffix" ON "table" ( */
static void
index_start(bina_buffer *sql, const bina_description *description, bool unique, const char *field,
            const char *target)
{
    const char *table = bina_description_plural(description);
    bina_buffer name = {0};
    const char *text;

    bina_buffer_clear(sql);
    bina_buffer_print(&name, "%s__%s%s%s", table, field, target == NULL ? "" : "__",
                      target == NULL ? "" : target);
    text = bina_buffer_text(&name);
    bina_buffer_print(sql, "CREATE %sINDEX IF NOT EXISTS ", unique ? "UNIQUE " : "");
    if (text == NULL)
        sql->failed = true;
    else
        bina_buffer_name(sql, text);
    bina_buffer_add(sql, " ON ");
    bina_buffer_name(sql, table);
    bina_buffer_add(sql, " (");
    bina_buffer_free(&name);
}

/* The fields of the natural key: how many, and the first of them. */
static int
key_fields(const bina_description *description, int *first)
{
    int slot, count = 0;

    *first = -1;
    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        if ((bina_field_flags(field) & BINA_FIELD_KEY) == 0 || !bina_field_has_column(field))
            continue;
        if (count++ == 0)
            *first = slot;
    }
    return count;
}

static bina_status
index_field(bina_store *store, const bina_description *description, int slot, bool first_of_key)
{
    const bina_field *field = bina_description_field(description, slot);
    const char *name = bina_field_name(field);
    unsigned flags = bina_field_flags(field);
    bool reference = bina_field_type(field) == BINA_REF &&
                     (bina_description_flags(description) & BINA_KIND_JOURNAL) == 0;
    bina_buffer *sql = &store->sql;
    bina_status status = BINA_OK;
    int n, target;

    if ((flags & BINA_FIELD_UNIQUE) != 0) {
        index_start(sql, description, true, name, NULL);
        bina_buffer_name(sql, name);
        bina_buffer_add(sql, ")");
        return bina_store_exec(store, bina_buffer_text(sql));
    }
    if (reference && bina_field_many_targets(field)) {
        for (n = 0; status == BINA_OK && (target = bina_field_target(field, n)) != BINA_NO_KIND;
             n++) {
            if (!bina_field_target_kept(target))
                continue;
            index_start(sql, description, false, name, bina_target_name(target));
            target_column(sql, name, target);
            bina_buffer_add(sql, ") WHERE ");
            target_column(sql, name, target);
            bina_buffer_add(sql, " IS NOT NULL");
            status = bina_store_exec(store, bina_buffer_text(sql));
        }
        return status;
    }
    if (first_of_key || (!reference && (flags & BINA_FIELD_INDEXED) == 0))
        return BINA_OK;
    index_start(sql, description, false, name, NULL);
    bina_buffer_name(sql, name);
    bina_buffer_add(sql, ")");
    if (reference && (flags & BINA_FIELD_REQUIRED) == 0) {
        /* Most references are empty: such rows need no entry. */
        bina_buffer_add(sql, " WHERE ");
        bina_buffer_name(sql, name);
        bina_buffer_add(sql, " IS NOT NULL");
    }
    return bina_store_exec(store, bina_buffer_text(sql));
}

bina_status
bina_schema_indexes(bina_store *store, const bina_description *description)
{
    bina_buffer *sql = &store->sql;
    bina_status status = BINA_OK;
    int slot, first, keys = key_fields(description, &first);
    bool key_index =
        keys > 1 || (keys == 1 && (bina_field_flags(bina_description_field(description, first)) &
                                   BINA_FIELD_UNIQUE) == 0);

    for (slot = 1; status == BINA_OK && slot < bina_description_count(description); slot++)
        if (bina_field_has_column(bina_description_field(description, slot)))
            status = index_field(store, description, slot, key_index && slot == first);
    if (status != BINA_OK || !key_index)
        return status;
    index_start(sql, description, true, "key", NULL);
    keys = 0;
    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        if ((bina_field_flags(field) & BINA_FIELD_KEY) == 0 || !bina_field_has_column(field))
            continue;
        bina_buffer_add(sql, keys++ > 0 ? ", " : "");
        bina_buffer_name(sql, bina_field_name(field));
    }
    bina_buffer_add(sql, ")");
    return bina_store_exec(store, bina_buffer_text(sql));
}

int
bina_schema_version(void)
{
    int version = 1, n, kind, slot;

    for (n = 0; (kind = bina_kind_at(n)) != BINA_NO_KIND; n++) {
        const bina_description *description = bina_kind_description(kind);
        for (slot = 0; slot < bina_description_count(description); slot++) {
            int since = bina_field_since(bina_description_field(description, slot));
            if (since > version)
                version = since;
        }
    }
    return version;
}
