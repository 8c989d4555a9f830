/* What the tests of the domain share: a register late in 2025, records told in one line, steps with
 * papers, and the rules of a refusal. */
#ifndef BINA_TEST_DOMAIN_H
#define BINA_TEST_DOMAIN_H

#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina.h>

static bina_store *store;

static inline int64_t
day(const char *text)
{
    int y = 0, m = 0, d = 0;
    int64_t number = 0;

    ck_assert_int_eq(sscanf(text, "%d-%d-%d", &y, &m, &d), 3);
    ck_assert(bina_date_from_civil(y, m, d, &number));
    return number;
}

static inline void
domain_setup(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;

    options.office = "52.03/1";
    options.actor = "Petugas Uji";
    options.clock = day("2025-12-31") * 86400000;
    ck_assert_int_eq(bina_store_open(":memory:", &options, &store), BINA_OK);
}

static inline void
domain_teardown(void)
{
    bina_store_close(store);
}

static inline const char *
domain_message(void)
{
    return bina_error_message(bina_store_error(store), BINA_ENGLISH);
}

/*
 * A record from "field", "value" pairs, ended by NULL. Texts are read by the type of the field:
 * days as "2021-06-30"; references as "#" and the id, which ref() writes.
 */
static inline bina_record *
make(int kind, va_list pairs)
{
    bina_record *record = bina_record_new(kind);
    const bina_description *description = bina_kind_description(kind);
    const char *name;

    while ((name = va_arg(pairs, const char *)) != NULL) {
        const char *value = va_arg(pairs, const char *);
        int slot = bina_description_find(description, name);
        ck_assert_msg(slot >= 0, "no field %s", name);
        if (value == NULL)
            bina_set_null(record, slot);
        else if (bina_field_type(bina_description_field(description, slot)) == BINA_DATE)
            bina_set_int(record, slot, day(value));
        else if (bina_type_held_as(bina_field_type(bina_description_field(description, slot))) ==
                 BINA_INT)
            bina_set_int(record, slot, strtoll(value + (value[0] == '#'), NULL, 10));
        else
            bina_set_text(record, slot, value);
    }
    return record;
}

/* An id as text, good until the sixteenth next call. */
static inline const char *
ref(bina_id id)
{
    static char texts[16][24];
    static unsigned at;
    char *text = texts[at++ % 16];

    snprintf(text, 24, "#%lld", (long long)id);
    return text;
}

/* try_add(&id, KIND, "field", "value", ...) tells the status; add(...) insists and gives the id. */
static inline bina_status
try_add_record(bina_id *id, int kind, ...)
{
    va_list pairs;
    bina_record *record;
    bina_status status;

    va_start(pairs, kind);
    record = make(kind, pairs);
    va_end(pairs);
    status = bina_store_add(store, record, id);
    bina_record_free(record);
    return status;
}

static inline bina_id
add_record(int kind, ...)
{
    va_list pairs;
    bina_record *record;
    bina_status status;
    bina_id id = 0;

    va_start(pairs, kind);
    record = make(kind, pairs);
    va_end(pairs);
    status = bina_store_add(store, record, &id);
    bina_record_free(record);
    ck_assert_msg(status == BINA_OK, "%s: %s", bina_status_name(status), domain_message());
    return id;
}

#define try_add(...) try_add_record(__VA_ARGS__, (char *)NULL)
#define add(...)     add_record(__VA_ARGS__, (char *)NULL)

/* try_update(KIND, id, "field", "value", ...) */
static inline bina_status
try_update_record(int kind, bina_id id, ...)
{
    va_list pairs;
    bina_record *record;
    bina_status status;

    va_start(pairs, id);
    record = make(kind, pairs);
    va_end(pairs);
    bina_set_int(record, 0, id);
    status = bina_store_update(store, record);
    bina_record_free(record);
    return status;
}

#define try_update(...) try_update_record(__VA_ARGS__, (char *)NULL)

/* try_step(KIND, id, "verb", "2021-06-30", paper, "reason", "field", "value", ...) */
static inline bina_status
try_step_record(int kind, bina_id id, const char *verb, const char *on, bina_id paper,
                const char *reason, ...)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    va_list pairs;
    bina_record *values;
    bina_status status;

    va_start(pairs, reason);
    values = make(kind, pairs);
    va_end(pairs);
    options.on = day(on);
    options.paper = paper;
    options.reason = reason;
    options.values = values;
    status = bina_advance(store, id, verb, &options);
    bina_record_free(values);
    return status;
}

#define try_step(...) try_step_record(__VA_ARGS__, (char *)NULL)
#define step(...)                                                                                  \
    do {                                                                                           \
        bina_status step_ = try_step(__VA_ARGS__);                                                 \
        ck_assert_msg(step_ == BINA_OK, "%s: %s", bina_status_name(step_), domain_message());      \
    } while (0)

/* A field of a stored record as an integer; its text into `text` when that is not NULL. */
static inline int64_t
field_of(bina_id id, const char *name, char text[64])
{
    bina_record *record = NULL;
    const bina_description *description;
    bina_value value;
    int64_t number = 0;

    ck_assert_int_eq(bina_store_get(store, id, &record), BINA_OK);
    description = bina_record_description(record);
    value = bina_record_get(record, bina_description_find(description, name));
    if (bina_type_held_as(value.type) == BINA_INT)
        number = value.as.integer;
    if (text != NULL)
        snprintf(text, 64, "%s", bina_type_held_as(value.type) == BINA_TEXT ? value.as.text : "");
    bina_record_free(record);
    return number;
}

static inline void
check_state(bina_id id, const char *expected)
{
    char text[64];

    field_of(id, "state", text);
    ck_assert_str_eq(text, expected);
}

/* The rules of the last refusal, in its order, joined by spaces; each has both sentences. */
static inline const char *
refused_rules(void)
{
    static char rules[512];
    const bina_record *row;
    bina_cursor *cursor;

    rules[0] = '\0';
    ck_assert_int_eq(bina_store_refusals(store, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        snprintf(rules + strlen(rules), sizeof rules - strlen(rules), "%s%s",
                 rules[0] != '\0' ? " " : "", bina_record_text(row, BINA_REFUSAL_RULE));
        ck_assert_ptr_nonnull(bina_record_text(row, BINA_REFUSAL_MESSAGE));
        ck_assert_str_ne(bina_record_text(row, BINA_REFUSAL_MESSAGE),
                         bina_record_text(row, BINA_REFUSAL_PESAN));
    }
    bina_cursor_free(cursor);
    return rules;
}

/* What the n-th condition of the last refusal saw, or its sentence: good until the next call. */
static inline const char *
refusal(int n, int slot)
{
    static char text[1024];
    const bina_record *row;
    bina_cursor *cursor;

    text[0] = '\0';
    ck_assert_int_eq(bina_store_refusals(store, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &row) == BINA_OK)
        if (n-- == 0)
            snprintf(text, sizeof text, "%s", bina_record_text(row, slot));
    bina_cursor_free(cursor);
    return text;
}

#define check_refused(call, rules)                                                                 \
    do {                                                                                           \
        bina_status refused_ = (call);                                                             \
        ck_assert_msg(refused_ == BINA_ERR_REFUSED, "%s: %s: %s", #call,                           \
                      bina_status_name(refused_), domain_message());                               \
        ck_assert_str_eq(refused_rules(), rules);                                                  \
    } while (0)

#endif
