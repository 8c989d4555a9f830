/* A query as one SELECT. Names come from descriptions, values are always bound. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "rules/lifecycle.h"
#include "store/select.h"

void
bina_select_free(bina_select *select)
{
    size_t i;

    bina_buffer_free(&select->sql);
    bina_buffer_free(&select->texts);
    for (i = 0; i < select->count; i++)
        free(select->values[i].owned);
    free(select->values);
    free(select->slots);
}

void
bina_select_bind(bina_select *select, bina_value value)
{
    if (!bina_vector_reserve(&select->values, &select->capacity, select->count + 1,
                             sizeof *select->values)) {
        select->failed = true;
        return;
    }
    select->values[select->count].value = value;
    select->values[select->count++].owned = NULL;
    bina_buffer_add(&select->sql, "?");
}

void
bina_select_bind_owned(bina_select *select, char *text)
{
    size_t before = select->count;

    if (text == NULL) {
        select->failed = true;
        return;
    }
    bina_select_bind(select, bina_text(text));
    if (select->count > before)
        select->values[before].owned = text;
    else
        free(text);
}

bina_status
bina_select_bind_all(bina_select *select, sqlite3_stmt *statement)
{
    size_t i;

    for (i = 0; i < select->count; i++) {
        bina_value value = select->values[i].value;
        char day[28];
        int code;
        if (value.type == BINA_DATE || value.type == BINA_TIME) {
            if (value.type == BINA_DATE)
                bina_date_format(value.as.integer, day);
            else
                bina_time_format(value.as.integer, day);
            code = sqlite3_bind_text(statement, (int)i + 1, day, -1, SQLITE_TRANSIENT);
        } else if (bina_type_held_as(value.type) == BINA_TEXT) {
            code = sqlite3_bind_text(statement, (int)i + 1, value.as.text, -1, SQLITE_TRANSIENT);
        } else {
            code = bina_bind_value(statement, (int)i + 1, value.type, value, day);
        }
        if (code != SQLITE_OK)
            return bina_store_fail(select->store);
    }
    return BINA_OK;
}

/* ---- one field as an expression ---- */

/* " AND recorded <= K AND (superseded IS NULL OR superseded > K)", or what holds now. */
static void
known_rows(bina_select *select)
{
    bina_buffer *sql = &select->sql;

    if (!select->known_set) {
        bina_buffer_add(sql, " AND superseded IS NULL");
        return;
    }
    bina_buffer_add(sql, " AND recorded <= ");
    bina_select_bind(select, bina_int(select->known));
    bina_buffer_add(sql, " AND (superseded IS NULL OR superseded > ");
    bina_select_bind(select, bina_int(select->known));
    bina_buffer_add(sql, ")");
}

/* The value of a dated field on the day: from its history, or if it has none, the column. */
static void
dated_expression(bina_select *select, const bina_field *field)
{
    bina_buffer *sql = &select->sql;
    const char *name = bina_field_name(field);

    bina_buffer_add(sql, "(CASE WHEN EXISTS (SELECT 1 FROM dated_values WHERE record = t.id AND "
                         "field = ");
    bina_select_bind(select, bina_text(name));
    known_rows(select);
    bina_buffer_add(sql, ") THEN (SELECT value FROM dated_values WHERE record = t.id AND field = ");
    bina_select_bind(select, bina_text(name));
    bina_buffer_add(sql, " AND valid_from <= ");
    bina_select_bind(select, bina_integer_of(BINA_DATE, select->query->true_on));
    known_rows(select);
    bina_buffer_add(sql, " ORDER BY valid_from DESC LIMIT 1) ELSE t.");
    bina_buffer_name(sql, name);
    bina_buffer_add(sql, " END)");
}

/* Before its first day a record with a lifecycle was in no state. */
static bool
begins(bina_select *select, const bina_field *field)
{
    const bina_lifecycle *lifecycle =
        bina_lifecycle_find(bina_description_kind(select->table->description));

    if (lifecycle == NULL || lifecycle->state == NULL || lifecycle->began == NULL ||
        strcmp(lifecycle->state, bina_field_name(field)) != 0)
        return false;
    bina_buffer_add(&select->sql, "(CASE WHEN t.");
    bina_buffer_name(&select->sql, lifecycle->began);
    bina_buffer_add(&select->sql, " > ");
    bina_select_bind(select, bina_integer_of(BINA_DATE, select->query->true_on));
    bina_buffer_add(&select->sql, " THEN NULL ELSE ");
    return true;
}

void
bina_select_expression(bina_select *select, int slot)
{
    const bina_field *field = bina_description_field(select->table->description, slot);

    if (!select->table->column[slot]) {
        bina_buffer_add(&select->sql, "NULL");
    } else if (select->query->true_on_set && (bina_field_flags(field) & BINA_FIELD_DATED) != 0) {
        bool begun = begins(select, field);
        dated_expression(select, field);
        bina_buffer_add(&select->sql, begun ? " END)" : "");
    } else {
        bina_buffer_add(&select->sql, "t.");
        bina_buffer_name(&select->sql, bina_field_name(field));
    }
}

/* The slot of the store's table for a field of the query, which may know other own fields. */
int
bina_select_slot(const bina_select *select, int field)
{
    if (select->query->description == select->table->description)
        return field;
    return bina_description_find(
        select->table->description,
        bina_field_name(bina_description_field(select->query->description, field)));
}

static bina_status
refuse_derived(bina_select *select, const bina_field *field)
{
    bina_error_set(&select->store->error, BINA_ERR_UNSUPPORTED,
                   "%s.%s is computed when read, so it can be neither searched nor sorted by",
                   "%s.%s dihitung saat dibaca, sehingga tidak dapat dicari atau diurutkan",
                   bina_description_name(select->table->description), bina_field_name(field));
    bina_error_at(&select->store->error, bina_description_name(select->table->description),
                  bina_field_name(field), "query.derived");
    return BINA_ERR_UNSUPPORTED;
}

/* The table's slot of a field the query searches or sorts by. */
bina_status
bina_select_usable(bina_select *select, int field, int *slot)
{
    const bina_field *described = bina_description_field(select->query->description, field);

    *slot = bina_select_slot(select, field);
    if (*slot < 0)
        return bina_error_set(&select->store->error, BINA_ERR_USAGE,
                              "the store does not have the field '%s'",
                              "berkas tidak mempunyai isian '%s'", bina_field_name(described));
    if ((bina_field_flags(described) & BINA_FIELD_DERIVED) != 0)
        return refuse_derived(select, described);
    return BINA_OK;
}

/* ---- the whole ---- */

/* FROM "enterprises" AS t, or what it was: the rows unchanged since, and the others as they were.
 */
static void
from(bina_select *select)
{
    bina_buffer *sql = &select->sql;
    const bina_table *table = select->table;

    bina_buffer_add(sql, " FROM ");
    if (!select->rewound) {
        bina_buffer_name(sql, table->name);
        bina_buffer_add(sql, " AS t");
        return;
    }
    bina_buffer_add(sql, "(");
    bina_rewind_rows(sql, table, select->rewound_name);
    bina_buffer_add(sql, ") AS t");
}

static void
add_slot(bina_select *select, int slot)
{
    int i;

    for (i = 0; i < select->slot_count; i++)
        if (select->slots[i] == slot)
            return;
    bina_buffer_add(&select->sql, select->slot_count > 0 ? ", " : "");
    bina_select_expression(select, slot);
    select->slots[select->slot_count++] = slot;
}

/* The result columns: all, or what was selected, what sorts, and id and revision. */
static void
columns(bina_select *select)
{
    const bina_query *query = select->query;
    const bina_description *description = select->table->description;
    bool all = query->selected_count == 0;
    size_t i;
    int slot;

    for (i = 0; i < query->selected_count; i++) {
        slot = bina_select_slot(select, query->selected[i]);
        /* What a rule computes from may be any other field. */
        if (slot >= 0 &&
            (bina_field_flags(bina_description_field(description, slot)) & BINA_FIELD_DERIVED) != 0)
            all = true;
    }
    for (slot = 0; slot < select->table->count; slot++)
        if (all || slot < 2)
            add_slot(select, slot);
    for (i = 0; !all && i < query->selected_count; i++) {
        slot = bina_select_slot(select, query->selected[i]);
        if (slot >= 0)
            add_slot(select, slot);
    }
    for (i = 0; !all && i < query->ordering_count; i++) {
        slot = bina_select_slot(select, query->orderings[i].field);
        if (slot >= 0)
            add_slot(select, slot);
    }
}

bina_status
bina_select_write(bina_select *select, bool count)
{
    const bina_query *query = select->query;
    bina_buffer *sql = &select->sql;
    bina_status status;
    size_t i;
    int slot;

    bina_buffer_add(sql, "SELECT ");
    if (count) {
        bina_buffer_add(sql, "count(*)");
    } else {
        select->slots = calloc((size_t)select->table->count, sizeof *select->slots);
        if (select->slots == NULL)
            return bina_store_no_memory(select->store);
        columns(select);
    }
    from(select);
    status = bina_select_where(select, !count);
    if (!count) {
        bina_buffer_add(sql, " ORDER BY ");
        for (i = 0; i < query->ordering_count && status == BINA_OK; i++) {
            status = bina_select_usable(select, query->orderings[i].field, &slot);
            if (status != BINA_OK)
                break;
            bina_select_expression(select, slot);
            bina_buffer_add(sql, query->orderings[i].descending ? " DESC, " : ", ");
        }
        bina_buffer_add(sql, "t.id");
        if (query->limit >= 0) {
            bina_buffer_add(sql, " LIMIT ");
            bina_select_bind(select, bina_int(query->limit));
        }
    }
    if (status == BINA_OK && (select->failed || sql->failed))
        status = bina_store_no_memory(select->store);
    return status;
}
