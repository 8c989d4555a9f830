/* Building a query. The first mistake is remembered, the rest of the calls do nothing. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "store/query.h"

bina_query *
bina_query_new_of(const bina_description *description)
{
    bina_query *self;

    if (description == NULL)
        return NULL;
    self = calloc(1, sizeof *self);
    if (self == NULL)
        return NULL;
    self->description = bina_description_hold(description);
    self->limit = -1;
    return self;
}

bina_query *
bina_query_new(int kind)
{
    return bina_query_new_of(bina_kind_description(kind));
}

void
bina_query_free(bina_query *query)
{
    size_t i;

    if (query == NULL)
        return;
    for (i = 0; i < query->value_count; i++)
        if (bina_type_held_as(query->values[i].type) == BINA_TEXT)
            free((char *)(uintptr_t)query->values[i].as.text);
    free(query->values);
    free(query->conditions);
    free(query->orderings);
    free(query->selected);
    free(query->after);
    bina_buffer_free(&query->token);
    bina_description_free(query->description);
    free(query);
}

const bina_description *
bina_query_description(const bina_query *query)
{
    return query->description;
}

bina_status
bina_query_check(const bina_query *query, bina_error *error)
{
    if (query == NULL)
        return bina_error_set(error, BINA_ERR_USAGE, "no query was given",
                              "permintaan tidak diberikan");
    if (query->error.status != BINA_OK) {
        if (error != NULL)
            bina_error_copy(error, &query->error);
        return query->error.status;
    }
    if (query->depth != 0)
        return bina_error_set(error, BINA_ERR_USAGE, "a group of conditions was not closed",
                              "kelompok syarat belum ditutup");
    return BINA_OK;
}

static bool
good(const bina_query *query)
{
    return query != NULL && query->error.status == BINA_OK;
}

static bina_status
complain(bina_query *query, int field, bina_status status, const char *english,
         const char *indonesian)
{
    const bina_field *described = bina_description_field(query->description, field);
    const char *name = described != NULL ? bina_field_name(described) : "?";

    /* Both sentences take the same arguments; each shows its own tail. */
    bina_error_set(&query->error, status, "%s.%s %s%.0s", "%s.%s %.0s%s",
                   bina_description_name(query->description), name, english, indonesian);
    bina_error_at(&query->error, bina_description_name(query->description),
                  described != NULL ? name : NULL, "query.build");
    return status;
}

static const bina_field *
field_of(bina_query *query, int field)
{
    const bina_field *described;

    if (!good(query))
        return NULL;
    described = bina_description_field(query->description, field);
    if (described == NULL)
        complain(query, field, BINA_ERR_USAGE, "is no field of the kind",
                 "bukan isian jenis data ini");
    return described;
}

static void
no_memory(bina_query *query)
{
    bina_error_plain(&query->error, BINA_ERR_NO_MEMORY);
}

/* Turns a value into the field's type, without copying. */
static bool
coerce(const bina_field *field, bina_value *value)
{
    bina_type type = bina_field_type(field);
    bina_type held = bina_type_held_as(type), given = bina_type_held_as(value->type);
    int64_t integer;

    if (given == BINA_NULL)
        return true;
    if (given == BINA_TEXT && type == BINA_DATE) {
        if (!bina_date_parse(value->as.text, &integer))
            return false;
        *value = bina_integer_of(type, integer);
        return true;
    }
    if (given == BINA_TEXT && type == BINA_TIME) {
        if (!bina_time_parse(value->as.text, &integer))
            return false;
        *value = bina_integer_of(type, integer);
        return true;
    }
    if (given == BINA_INT && held == BINA_REAL) {
        value->as.real = (double)value->as.integer;
        value->type = type;
        return true;
    }
    value->type = type;
    return given == held;
}

/* Keeps a copy of a value in the query. */
static bool
keep(bina_query *query, const bina_field *field, int slot, bina_value value)
{
    if (!coerce(field, &value)) {
        complain(query, slot, BINA_ERR_TYPE, "is compared with a value of another type",
                 "dibandingkan dengan nilai jenis lain");
        return false;
    }
    if (!bina_vector_reserve(&query->values, &query->value_capacity, query->value_count + 1,
                             sizeof *query->values)) {
        no_memory(query);
        return false;
    }
    if (bina_type_held_as(value.type) == BINA_TEXT) {
        value.as.text = bina_text_copy(value.as.text);
        if (value.as.text == NULL) {
            no_memory(query);
            return false;
        }
    }
    query->values[query->value_count++] = value;
    return true;
}

static void
add_condition(bina_query *query, enum bina_condition_what what, int field, bina_compare compare,
              size_t first, size_t count)
{
    bina_condition *condition;

    if (!bina_vector_reserve(&query->conditions, &query->condition_capacity,
                             query->condition_count + 1, sizeof *query->conditions)) {
        no_memory(query);
        return;
    }
    condition = &query->conditions[query->condition_count++];
    condition->what = what;
    condition->field = field;
    condition->compare = compare;
    condition->first = first;
    condition->count = count;
}

void
bina_query_where(bina_query *query, int field, bina_compare compare, bina_value value)
{
    const bina_field *described = field_of(query, field);
    size_t first;

    if (described == NULL)
        return;
    first = query->value_count;
    if (compare < BINA_EQ || compare > BINA_NOT_NULL) {
        complain(query, field, BINA_ERR_USAGE, "is compared in no known way",
                 "dibandingkan dengan cara yang tidak dikenal");
        return;
    }
    /* Equal to no value and unlike no value read naturally as the two tests for it. */
    if (value.type == BINA_NULL && (compare == BINA_EQ || compare == BINA_NE))
        compare = compare == BINA_EQ ? BINA_IS_NULL : BINA_NOT_NULL;
    if (compare == BINA_IS_NULL || compare == BINA_NOT_NULL) {
        add_condition(query, BINA_CONDITION_TEST, field, compare, first, 0);
        return;
    }
    if ((compare == BINA_PREFIX || compare == BINA_UNDER) &&
        (bina_type_held_as(bina_field_type(described)) != BINA_TEXT || value.type == BINA_NULL)) {
        complain(query, field, BINA_ERR_TYPE, "is no text, so it has no beginning",
                 "bukan teks, jadi tidak mempunyai awalan");
        return;
    }
    if (value.type == BINA_NULL) {
        complain(query, field, BINA_ERR_TYPE, "is compared with no value",
                 "dibandingkan dengan nilai kosong");
        return;
    }
    if (keep(query, described, field, value))
        add_condition(query, BINA_CONDITION_TEST, field, compare, first, 1);
}

void
bina_query_where_text(bina_query *query, int field, bina_compare compare, const char *text)
{
    bina_query_where(query, field, compare, bina_text(text));
}

void
bina_query_where_int(bina_query *query, int field, bina_compare compare, int64_t integer)
{
    bina_query_where(query, field, compare, bina_int(integer));
}

void
bina_query_where_in(bina_query *query, int field, const bina_value *values, size_t count)
{
    const bina_field *described = field_of(query, field);
    size_t first, i;

    if (described == NULL)
        return;
    first = query->value_count;
    for (i = 0; i < count; i++)
        if (!keep(query, described, field, values[i]))
            return;
    add_condition(query, BINA_CONDITION_IN, field, BINA_EQ, first, count);
}

void
bina_query_any(bina_query *query)
{
    if (!good(query))
        return;
    query->depth++;
    add_condition(query, BINA_CONDITION_ANY, 0, BINA_EQ, 0, 0);
}

void
bina_query_all(bina_query *query)
{
    if (!good(query))
        return;
    query->depth++;
    add_condition(query, BINA_CONDITION_ALL, 0, BINA_EQ, 0, 0);
}

void
bina_query_end(bina_query *query)
{
    if (!good(query))
        return;
    if (query->depth == 0) {
        bina_error_set(&query->error, BINA_ERR_USAGE, "no group of conditions is open",
                       "tidak ada kelompok syarat yang terbuka");
        return;
    }
    query->depth--;
    add_condition(query, BINA_CONDITION_END, 0, BINA_EQ, 0, 0);
}

void
bina_query_order(bina_query *query, int field, bool descending)
{
    if (field_of(query, field) == NULL)
        return;
    if (!bina_vector_reserve(&query->orderings, &query->ordering_capacity,
                             query->ordering_count + 1, sizeof *query->orderings)) {
        no_memory(query);
        return;
    }
    query->orderings[query->ordering_count].field = field;
    query->orderings[query->ordering_count++].descending = descending;
}

void
bina_query_limit(bina_query *query, int64_t limit)
{
    if (good(query))
        query->limit = limit;
}

void
bina_query_select(bina_query *query, int field)
{
    if (field_of(query, field) == NULL)
        return;
    if (!bina_vector_reserve(&query->selected, &query->selected_capacity, query->selected_count + 1,
                             sizeof *query->selected)) {
        no_memory(query);
        return;
    }
    query->selected[query->selected_count++] = field;
}

void
bina_query_true_on(bina_query *query, int64_t day)
{
    if (!good(query))
        return;
    query->true_on_set = true;
    query->true_on = day;
}

void
bina_query_known_at(bina_query *query, int64_t commit_number)
{
    if (!good(query))
        return;
    query->known_at_set = true;
    query->known_by_set = false;
    query->known_at = commit_number;
}

void
bina_query_known_by(bina_query *query, int64_t time)
{
    if (!good(query))
        return;
    query->known_by_set = true;
    query->known_at_set = false;
    query->known_by = time;
}

void
bina_query_after(bina_query *query, const char *token)
{
    char *copy;

    if (!good(query))
        return;
    copy = bina_text_copy(token);
    if (token != NULL && copy == NULL) {
        no_memory(query);
        return;
    }
    free(query->after);
    query->after = copy;
}
