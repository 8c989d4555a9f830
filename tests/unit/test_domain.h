/* What the tests of the domain's rules share: records and steps written in one line. */
#ifndef BINA_TEST_OF_DOMAIN_H
#define BINA_TEST_OF_DOMAIN_H

#include <stdarg.h>
#include "test_store.h"

#define DOMAIN_CLOCK INT64_C(1782777600000) /* 2026-06-30T00:00:00Z */

static inline bina_store *
domain_open(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_store *store;

    options.mode = BINA_STORE_OPEN_OR_CREATE;
    options.office = "35.29/1";
    options.actor = "Petugas Uji";
    options.clock = DOMAIN_CLOCK;
    options.store_number = 77;
    ck_ok(store, bina_store_open(test_path, &options, &store));
    return store;
}

static inline int64_t
domain_day(const char *text)
{
    int64_t day = 0;

    ck_assert_msg(bina_date_parse(text, &day), "no day: %s", text);
    return day;
}

/* Fills a record from "name=value name=value"; values hold no spaces ("_" stands for one). */
static inline void
domain_fill(bina_record *record, const char *fields)
{
    const bina_description *description = bina_record_description(record);
    char copy[1024], *rest = copy, *word;

    snprintf(copy, sizeof copy, "%s", fields);
    while ((word = strtok_r(rest, " ", &rest)) != NULL) {
        char *value = strchr(word, '=');
        int slot;
        ck_assert_msg(value != NULL, "no value: %s", word);
        *value++ = '\0';
        slot = bina_description_find(description, word);
        ck_assert_msg(slot >= 0, "no field: %s", word);
        for (char *c = value; *c != '\0'; c++)
            if (*c == '_' &&
                bina_field_type(bina_description_field(description, slot)) == BINA_TEXT)
                *c = ' ';
        switch (bina_field_type(bina_description_field(description, slot))) {
        case BINA_TEXT:
        case BINA_CODE:
            bina_set_text(record, slot, value);
            break;
        case BINA_DATE:
            bina_set_int(record, slot, domain_day(value));
            break;
        default:
            bina_set_int(record, slot, strtoll(value, NULL, 10));
        }
    }
}

/* Adds a record; the id, or 0 with the status when it was refused. */
BINA_PRINTF(4, 5)
static inline bina_id
domain_try_add(bina_store *store, bina_status *status, int kind, const char *fields, ...)
{
    bina_record *record = bina_record_new(kind);
    char text[1024];
    va_list arguments;
    bina_id id = 0;

    va_start(arguments, fields);
    vsnprintf(text, sizeof text, fields, arguments);
    va_end(arguments);
    domain_fill(record, text);
    *status = bina_store_add(store, record, &id);
    bina_record_free(record);
    return id;
}

#define domain_add(store, id, ...)                                                                 \
    do {                                                                                           \
        bina_status ck_added;                                                                      \
        id = domain_try_add(store, &ck_added, __VA_ARGS__);                                        \
        ck_ok(store, ck_added);                                                                    \
    } while (0)

/* Takes a step; `fields` as above or NULL. */
static inline bina_status
domain_step(bina_store *store, bina_id id, const char *verb, const char *on, const char *reason,
            const char *fields)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_record *values = fields != NULL ? bina_record_new(bina_id_kind(id)) : NULL;
    bina_status status;

    if (fields != NULL)
        domain_fill(values, fields);
    options.on = on != NULL ? domain_day(on) : 0;
    options.reason = reason;
    options.values = values;
    status = bina_advance(store, id, verb, &options);
    bina_record_free(values);
    return status;
}

#define domain_do(store, ...) ck_ok(store, domain_step(store, __VA_ARGS__))

/* The state of a record on a day ("": it had none yet), NULL for now. */
static inline const char *
domain_state(bina_store *store, bina_id id, const char *day, char state[32])
{
    int kind = bina_id_kind(id);
    int slot = bina_description_find(bina_kind_description(kind), "state");
    bina_query *query = bina_query_new(kind);
    const bina_record *record;
    bina_cursor *cursor;

    state[0] = '\0';
    bina_query_where_int(query, 0, BINA_EQ, id);
    if (day != NULL)
        bina_query_true_on(query, domain_day(day));
    ck_ok(store, bina_store_list(store, query, &cursor));
    if (bina_cursor_next(cursor, &record) == BINA_OK && bina_record_text(record, slot) != NULL)
        snprintf(state, 32, "%s", bina_record_text(record, slot));
    bina_cursor_free(cursor);
    bina_query_free(query);
    return state;
}

#define ck_state(store, id, day, expected)                                                         \
    do {                                                                                           \
        char ck_now[32];                                                                           \
        ck_assert_str_eq(domain_state(store, id, day, ck_now), expected);                          \
    } while (0)

/* The rules of the last refusal, joined by spaces; each must have both sentences. */
static inline const char *
domain_rules(bina_store *store, char rules[512])
{
    const bina_record *row;
    bina_cursor *cursor;

    rules[0] = '\0';
    ck_ok(store, bina_store_refusals(store, &cursor));
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        snprintf(rules + strlen(rules), 512 - strlen(rules), "%s%s", rules[0] != '\0' ? " " : "",
                 bina_record_text(row, BINA_REFUSAL_RULE));
        ck_assert_ptr_nonnull(bina_record_text(row, BINA_REFUSAL_MESSAGE));
        ck_assert_ptr_nonnull(bina_record_text(row, BINA_REFUSAL_PESAN));
    }
    bina_cursor_free(cursor);
    return rules;
}

#define ck_rules(store, call, expected)                                                            \
    do {                                                                                           \
        char ck_told[512];                                                                         \
        ck_refused(store, call, BINA_ERR_REFUSED);                                                 \
        ck_assert_str_eq(domain_rules(store, ck_told), expected);                                  \
    } while (0)

/* How many rows of a kind hold a value in a field. */
static inline int64_t
domain_count(bina_store *store, int kind, int field, bina_value value)
{
    bina_query *query = bina_query_new(kind);
    int64_t count = 0;

    if (value.type == BINA_TEXT)
        bina_query_where_text(query, field, BINA_EQ, value.as.text);
    else
        bina_query_where_int(query, field, BINA_EQ, value.as.integer);
    ck_ok(store, bina_store_count(store, query, &count));
    bina_query_free(query);
    return count;
}

/* How many rows a report has as of a day. */
static inline int
domain_report_rows(bina_store *store, const char *name, const char *day)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    const bina_record *row;
    bina_cursor *cursor;
    int rows = 0;

    options.true_on = domain_day(day);
    ck_ok(store, bina_report_run(store, name, &options, &cursor));
    while (bina_cursor_next(cursor, &row) == BINA_OK)
        rows++;
    bina_cursor_free(cursor);
    return rows;
}

/* A number in the first row of a report as of a day whose first text column (`key`) is `of`. */
static inline int64_t
domain_report_number(bina_store *store, const char *name, const char *day, const char *key,
                     const char *of, const char *column)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    const bina_record *row;
    bina_cursor *cursor;
    int64_t number = -1;

    options.true_on = domain_day(day);
    ck_ok(store, bina_report_run(store, name, &options, &cursor));
    while (number == -1 && bina_cursor_next(cursor, &row) == BINA_OK) {
        const bina_description *columns = bina_record_description(row);
        const char *text = bina_record_text(row, bina_description_find(columns, key));
        if (text != NULL && strcmp(text, of) == 0)
            number = bina_record_int(row, bina_description_find(columns, column));
    }
    bina_cursor_free(cursor);
    return number;
}

/* How many steps a sweep of a day took. */
static inline int
domain_sweep(bina_store *store, const char *day)
{
    const bina_record *row;
    bina_cursor *cursor;
    int taken = 0;

    ck_ok(store, bina_advance_due(store, domain_day(day), false, &cursor));
    while (bina_cursor_next(cursor, &row) == BINA_OK)
        taken += bina_record_int(row, BINA_DUE_TAKEN) != 0;
    bina_cursor_free(cursor);
    return taken;
}

#endif
