/* What the tests of reports over days share: a register whose clock the test sets. */
#ifndef BINA_TEST_REPORT_DAYS_H
#define BINA_TEST_REPORT_DAYS_H

#include <bina/report.h>
#include "test_store.h"

static bina_store *store;
static int64_t now;

static inline int64_t
clock_of_test(void *data)
{
    return *(int64_t *)data;
}

static inline int64_t
day(const char *text)
{
    int64_t number;
    ck_assert(bina_date_parse(text, &number));
    return number;
}

static inline void
today_is(const char *text)
{
    now = day(text) * 86400000;
}

/* Opens an empty register on a day. */
static inline void
begin_on(const char *text)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;

    test_begin();
    options.clock_function = clock_of_test;
    options.clock_data = &now;
    options.office = "74/1";
    today_is(text);
    ck_ok(store, bina_store_open(test_path, &options, &store));
}

static inline void
end(void)
{
    bina_store_close(store);
    test_end();
}

static inline bina_id
add(bina_record *record)
{
    bina_id id = 0;

    ck_ok(store, bina_store_add(store, record, &id));
    bina_record_free(record);
    return id;
}

static inline void
holds_from(bina_id id, int field, const char *value, int64_t from)
{
    ck_ok(store, bina_store_set_dated(store, id, field, bina_text(value), from));
}

/* Sets one field as of today. */
static inline void
change(bina_id id, int field, bina_value value)
{
    bina_record *record = bina_record_new(bina_id_kind(id));

    bina_set_int(record, 0, id);
    bina_record_set(record, field, value);
    ck_ok(store, bina_store_update(store, record));
    bina_record_free(record);
}

/* The rows of a report, which must run. */
static inline bina_cursor *
report(const char *name, const bina_report_options *options)
{
    bina_cursor *cursor = NULL;

    ck_assert_msg(bina_report_run(store, name, options, &cursor) == BINA_OK, "%s: %s", name,
                  test_message(store));
    return cursor;
}

/* The integer of a column of a record of a report. */
static inline int64_t
column(const bina_record *record, const char *name)
{
    int slot = bina_description_find(bina_record_description(record), name);

    ck_assert_msg(slot >= 0, "no column %s", name);
    return bina_record_int(record, slot);
}

static inline const char *
words(const bina_record *record, const char *name)
{
    const char *text =
        bina_record_text(record, bina_description_find(bina_record_description(record), name));

    return text != NULL ? text : "";
}

#endif
