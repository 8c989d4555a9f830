/* From a query to SQL. Names come from descriptions, values are always bound. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "reference/regions.h"
#include "reference/successions.h"
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

static void
expression(bina_select *select, int slot)
{
    const bina_field *field = bina_description_field(select->table->description, slot);

    if (!select->table->column[slot]) {
        bina_buffer_add(&select->sql, "NULL");
    } else if (select->query->true_on_set && (bina_field_flags(field) & BINA_FIELD_DATED) != 0) {
        dated_expression(select, field);
    } else {
        bina_buffer_add(&select->sql, "t.");
        bina_buffer_name(&select->sql, bina_field_name(field));
    }
}

/* ---- conditions ---- */

/* The slot of the store's table for a field of the query, which may know other own fields. */
static int
table_slot(const bina_select *select, int field)
{
    if (select->query->description == select->table->description)
        return field;
    return bina_description_find(
        select->table->description,
        bina_field_name(bina_description_field(select->query->description, field)));
}

/* The first text after all that begin with `prefix`, to be freed. */
static char *
after_prefix(const char *prefix)
{
    char *after = bina_text_copy(prefix);
    size_t length = strlen(prefix);

    /* UTF-8 never uses byte 255, so adding one to the last byte gives a greater text. */
    if (after != NULL && length > 0)
        after[length - 1] = (char)((unsigned char)after[length - 1] + 1);
    return after;
}

static void
prefix_condition(bina_select *select, int slot, const char *prefix)
{
    bina_buffer *sql = &select->sql;

    bina_buffer_add(sql, "(");
    expression(select, slot);
    bina_buffer_add(sql, " >= ");
    bina_select_bind_owned(select, bina_text_copy(prefix));
    if (prefix[0] != '\0') {
        bina_buffer_add(sql, " AND ");
        expression(select, slot);
        bina_buffer_add(sql, " < ");
        bina_select_bind_owned(select, after_prefix(prefix));
    }
    bina_buffer_add(sql, ")");
}

/* The code itself, or one that goes on after it with a dot. */
static void
under_dotted(bina_select *select, int slot, const char *code)
{
    bina_buffer *sql = &select->sql;
    bina_buffer dotted = {0};

    bina_buffer_add(&dotted, code);
    bina_buffer_add(&dotted, ".");
    bina_buffer_add(sql, "(");
    expression(select, slot);
    bina_buffer_add(sql, " = ");
    bina_select_bind_owned(select, bina_text_copy(code));
    bina_buffer_add(sql, " OR ");
    if (dotted.failed)
        select->failed = true;
    else
        prefix_condition(select, slot, dotted.bytes);
    bina_buffer_add(sql, ")");
    bina_buffer_free(&dotted);
}

/* A region of any list: what lies under it now may have been written under other codes. */
static bool
under_region(bina_select *select, int slot, const char *code)
{
    bina_buffer *sql = &select->sql;
    bina_code_range *ranges;
    size_t count;
    bina_status status;

    status = bina_region_ranges(bina_region_parse(code, strlen(code)), 0, &ranges, &count);
    if (status == BINA_ERR_NO_MEMORY)
        select->failed = true;
    if (status != BINA_OK)
        return false; /* no such region: as any dotted code */
    bina_buffer_add(sql, "(");
    for (size_t i = 0; i < count; i++) {
        bina_buffer_add(sql, i == 0 ? "(" : " OR (");
        expression(select, slot);
        bina_buffer_add(sql, " >= ");
        bina_select_bind_owned(select, bina_text_copy(ranges[i].from));
        bina_buffer_add(sql, " AND ");
        expression(select, slot);
        bina_buffer_add(sql, " < ");
        bina_select_bind_owned(select, bina_text_copy(ranges[i].to));
        bina_buffer_add(sql, ")");
    }
    bina_buffer_add(sql, count == 0 ? "0)" : ")");
    free(ranges);
    return true;
}

static void
under_condition(bina_select *select, int slot, const char *code)
{
    const bina_field *field = bina_description_field(select->table->description, slot);
    const char *format = bina_field_format(field);

    if (format != NULL && strcmp(format, "region") == 0 && under_region(select, slot, code))
        return;
    /* KBLI grows digit by digit, without dots. */
    if (format != NULL && strcmp(format, "kbli") == 0)
        prefix_condition(select, slot, code);
    else
        under_dotted(select, slot, code);
}

/*
 * A reference with several target kinds has its indexes on the virtual columns: an id tells which.
 * Writes the column and returns true, or does nothing.
 */
static bool
indexed_reference(bina_select *select, int slot, bina_value value)
{
    const bina_field *field = bina_description_field(select->table->description, slot);
    int kind = bina_id_kind(value.as.integer);

    if (!bina_field_many_targets(field) || select->rewound || !select->table->column[slot] ||
        (select->query->true_on_set && (bina_field_flags(field) & BINA_FIELD_DATED) != 0) ||
        !bina_field_refers_to(field, kind) || !bina_field_target_kept(kind))
        return false;
    bina_buffer_add(&select->sql, "t.");
    bina_reference_column(&select->sql, field, kind);
    return true;
}

static void
test_condition(bina_select *select, const bina_condition *condition, int slot)
{
    static const char *const operators[] = {" = ", " IS NOT ", " < ", " <= ", " > ", " >= "};
    const bina_value *value = &select->query->values[condition->first];

    switch (condition->compare) {
    case BINA_PREFIX:
        prefix_condition(select, slot, value->as.text);
        break;
    case BINA_UNDER:
        under_condition(select, slot, value->as.text);
        break;
    case BINA_IS_NULL:
    case BINA_NOT_NULL:
        expression(select, slot);
        bina_buffer_add(&select->sql,
                        condition->compare == BINA_IS_NULL ? " IS NULL" : " IS NOT NULL");
        break;
    default:
        if (condition->compare != BINA_EQ || !indexed_reference(select, slot, *value))
            expression(select, slot);
        bina_buffer_add(&select->sql, operators[condition->compare]);
        bina_select_bind(select, *value);
        break;
    }
}

static void
in_condition(bina_select *select, const bina_condition *condition, int slot)
{
    size_t i;

    if (condition->count == 0) {
        bina_buffer_add(&select->sql, "FALSE");
        return;
    }
    expression(select, slot);
    bina_buffer_add(&select->sql, " IN (");
    for (i = 0; i < condition->count; i++) {
        bina_buffer_add(&select->sql, i > 0 ? ", " : "");
        bina_select_bind(select, select->query->values[condition->first + i]);
    }
    bina_buffer_add(&select->sql, ")");
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
static bina_status
usable_slot(bina_select *select, int field, int *slot)
{
    const bina_field *described = bina_description_field(select->query->description, field);

    *slot = table_slot(select, field);
    if (*slot < 0)
        return bina_error_set(&select->store->error, BINA_ERR_USAGE,
                              "the store does not have the field '%s'",
                              "berkas tidak mempunyai isian '%s'", bina_field_name(described));
    if ((bina_field_flags(described) & BINA_FIELD_DERIVED) != 0)
        return refuse_derived(select, described);
    return BINA_OK;
}

/* ---- pages ---- */

/* What comes after the values of the last record, in the order asked for. */
static bina_status
page_condition(bina_select *select)
{
    const bina_query *query = select->query;
    bina_buffer *sql = &select->sql;
    bina_value *last = calloc(query->ordering_count + 1, sizeof *last);
    bina_status status;
    size_t i, k;
    bina_id id;

    if (last == NULL)
        return bina_store_no_memory(select->store);
    status = bina_query_read_token(query, last, &id, &select->texts, &select->store->error);
    if (status != BINA_OK)
        goto out;
    /* (a > ?) OR (a IS ? AND b > ?) OR ... OR (a IS ? AND b IS ? AND id > ?) */
    bina_buffer_add(sql, "(");
    for (i = 0; i <= query->ordering_count; i++) {
        bina_buffer_add(sql, i > 0 ? " OR (" : "(");
        for (k = 0; k < i; k++) {
            expression(select, table_slot(select, query->orderings[k].field));
            bina_buffer_add(sql, " IS ");
            bina_select_bind(select, last[k]);
            bina_buffer_add(sql, " AND ");
        }
        if (i == query->ordering_count) {
            bina_buffer_add(sql, "t.id > ");
            bina_select_bind(select, bina_int(id));
        } else if (last[i].type == BINA_NULL) {
            /* Without value comes first, so when descending nothing comes after it. */
            if (query->orderings[i].descending) {
                bina_buffer_add(sql, "FALSE");
            } else {
                expression(select, table_slot(select, query->orderings[i].field));
                bina_buffer_add(sql, " IS NOT NULL");
            }
        } else {
            int slot = table_slot(select, query->orderings[i].field);
            bina_buffer_add(sql, "(");
            expression(select, slot);
            bina_buffer_add(sql, query->orderings[i].descending ? " < " : " > ");
            bina_select_bind(select, last[i]);
            if (query->orderings[i].descending) {
                bina_buffer_add(sql, " OR ");
                expression(select, slot);
                bina_buffer_add(sql, " IS NULL");
            }
            bina_buffer_add(sql, ")");
        }
        bina_buffer_add(sql, ")");
    }
    bina_buffer_add(sql, ")");
out:
    free(last);
    return status;
}

/* ---- the whole ---- */

bina_status
bina_select_where(bina_select *select, bool with_page)
{
    const bina_query *query = select->query;
    bina_buffer *sql = &select->sql;
    bina_status status = BINA_OK;
    bool *any = calloc((size_t)query->condition_count + 1, sizeof *any);
    bool first = true; /* of its group */
    size_t i, depth = 0;
    int slot;

    if (any == NULL)
        return bina_store_no_memory(select->store);
    bina_buffer_add(sql, " WHERE (");
    for (i = 0; i < query->condition_count && status == BINA_OK; i++) {
        const bina_condition *condition = &query->conditions[i];
        if (condition->what == BINA_CONDITION_END) {
            /* An empty group: of no conditions all hold, and not one. */
            if (first)
                bina_buffer_add(sql, any[depth] ? "FALSE" : "TRUE");
            bina_buffer_add(sql, ")");
            depth--;
            first = false;
            continue;
        }
        if (!first)
            bina_buffer_add(sql, any[depth] ? " OR " : " AND ");
        if (condition->what == BINA_CONDITION_ANY || condition->what == BINA_CONDITION_ALL) {
            bina_buffer_add(sql, "(");
            any[++depth] = condition->what == BINA_CONDITION_ANY;
            first = true;
            continue;
        }
        first = false;
        status = usable_slot(select, condition->field, &slot);
        if (status != BINA_OK)
            break;
        if (condition->what == BINA_CONDITION_IN)
            in_condition(select, condition, slot);
        else
            test_condition(select, condition, slot);
    }
    if (query->condition_count == 0)
        bina_buffer_add(sql, "TRUE");
    bina_buffer_add(sql, ")");
    free(any);
    if (status == BINA_OK && with_page && query->after != NULL) {
        bina_buffer_add(sql, " AND ");
        status = page_condition(select);
    }
    return status;
}

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
    expression(select, slot);
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
        slot = table_slot(select, query->selected[i]);
        /* What a rule computes from may be any other field. */
        if (slot >= 0 &&
            (bina_field_flags(bina_description_field(description, slot)) & BINA_FIELD_DERIVED) != 0)
            all = true;
    }
    for (slot = 0; slot < select->table->count; slot++)
        if (all || slot < 2)
            add_slot(select, slot);
    for (i = 0; !all && i < query->selected_count; i++) {
        slot = table_slot(select, query->selected[i]);
        if (slot >= 0)
            add_slot(select, slot);
    }
    for (i = 0; !all && i < query->ordering_count; i++) {
        slot = table_slot(select, query->orderings[i].field);
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
            status = usable_slot(select, query->orderings[i].field, &slot);
            if (status != BINA_OK)
                break;
            expression(select, slot);
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
