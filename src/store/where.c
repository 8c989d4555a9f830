/* The conditions of a query as SQL. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "reference/regions.h"
#include "reference/successions.h"
#include "store/select.h"

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
    bina_select_expression(select, slot);
    bina_buffer_add(sql, " >= ");
    bina_select_bind_owned(select, bina_text_copy(prefix));
    if (prefix[0] != '\0') {
        bina_buffer_add(sql, " AND ");
        bina_select_expression(select, slot);
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
    bina_select_expression(select, slot);
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
        bina_select_expression(select, slot);
        bina_buffer_add(sql, " >= ");
        bina_select_bind_owned(select, bina_text_copy(ranges[i].from));
        bina_buffer_add(sql, " AND ");
        bina_select_expression(select, slot);
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
test(bina_select *select, const bina_condition *condition, int slot)
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
        bina_select_expression(select, slot);
        bina_buffer_add(&select->sql,
                        condition->compare == BINA_IS_NULL ? " IS NULL" : " IS NOT NULL");
        break;
    default:
        if (condition->compare != BINA_EQ || !indexed_reference(select, slot, *value))
            bina_select_expression(select, slot);
        bina_buffer_add(&select->sql, operators[condition->compare]);
        bina_select_bind(select, *value);
        break;
    }
}

static void
in(bina_select *select, const bina_condition *condition, int slot)
{
    size_t i;

    if (condition->count == 0) {
        bina_buffer_add(&select->sql, "FALSE");
        return;
    }
    bina_select_expression(select, slot);
    bina_buffer_add(&select->sql, " IN (");
    for (i = 0; i < condition->count; i++) {
        bina_buffer_add(&select->sql, i > 0 ? ", " : "");
        bina_select_bind(select, select->query->values[condition->first + i]);
    }
    bina_buffer_add(&select->sql, ")");
}

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
        status = bina_select_usable(select, condition->field, &slot);
        if (status != BINA_OK)
            break;
        if (condition->what == BINA_CONDITION_IN)
            in(select, condition, slot);
        else
            test(select, condition, slot);
    }
    if (query->condition_count == 0)
        bina_buffer_add(sql, "TRUE");
    bina_buffer_add(sql, ")");
    free(any);
    if (status == BINA_OK && with_page && query->after != NULL) {
        bina_buffer_add(sql, " AND ");
        status = bina_select_page(select);
    }
    return status;
}
