/* Everything a store holds, as one text: two of them are equal when every field of every record is.
 */
#ifndef BINA_TESTS_REGISTER_SNAPSHOT_H
#define BINA_TESTS_REGISTER_SNAPSHOT_H

#include <bina/report.h>
#include "register_cases.h"

typedef struct snapshot {
    char *text;
    size_t length, room;
} snapshot;

static inline void
snapshot_add(snapshot *to, const char *text)
{
    size_t length = strlen(text);

    if (to->length + length + 1 > to->room) {
        to->room = 2 * (to->length + length + 1);
        to->text = realloc(to->text, to->room);
        ck_assert_ptr_nonnull(to->text);
    }
    memcpy(to->text + to->length, text, length + 1);
    to->length += length;
}

/* Every field but the revision, which counts changes. */
static inline void
snapshot_cursor(snapshot *to, bina_cursor *cursor, bool records)
{
    const bina_description *columns = bina_cursor_description(cursor);
    const bina_record *record;

    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        for (int slot = 0; slot < bina_description_count(columns); slot++) {
            bina_value value = bina_record_get(record, slot);
            char number[64] = "";
            if (records && slot == 1)
                continue;
            snapshot_add(to, bina_field_name(bina_description_field(columns, slot)));
            snapshot_add(to, "=");
            if (bina_type_held_as(value.type) == BINA_TEXT)
                snapshot_add(to, value.as.text);
            else if (value.type == BINA_REAL)
                (void)snprintf(number, sizeof number, "%.12g", value.as.real);
            else if (value.type != BINA_NULL)
                (void)snprintf(number, sizeof number, "%lld", (long long)value.as.integer);
            snapshot_add(to, number);
            snapshot_add(to, " ");
        }
        snapshot_add(to, "\n");
    }
    bina_cursor_free(cursor);
}

static inline void
snapshot_kinds(snapshot *to, const int *kinds, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bina_query *query = bina_query_new(kinds[i]);
        bina_cursor *cursor = NULL;
        bina_query_order(query, 0, false);
        ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
        snapshot_cursor(to, cursor, true);
        bina_query_free(query);
    }
}

/* The registrants and what hangs on them, the rows, and the reports; with `pairs`, those too. */
static inline char *
take_snapshot(bool pairs)
{
    static const int kinds[] = {
        BINA_PERSON, BINA_HOUSEHOLD,  BINA_ENTERPRISE, BINA_OWNERSHIP,     BINA_SITE, BINA_CONTACT,
        BINA_GROUP,  BINA_MEMBERSHIP, BINA_PROVENANCE, BINA_SOURCE_RECORD, BINA_PAIR};
    static const char *const reports[] = {"count", "overlap", "regions", "lists", "quality"};
    snapshot to = {NULL, 0, 0};

    snapshot_kinds(&to, kinds, sizeof kinds / sizeof kinds[0] - !pairs);
    for (size_t i = 0; i < sizeof reports / sizeof reports[0]; i++) {
        bina_cursor *cursor = NULL;
        ck_assert_int_eq(bina_report_run(store, reports[i], NULL, &cursor), BINA_OK);
        snapshot_cursor(&to, cursor, false);
    }
    return to.text;
}

/* Where two texts part, for the message of a failure. */
static inline void
check_snapshots(const char *one, const char *two, int line)
{
    size_t at = 0;

    while (one[at] != '\0' && one[at] == two[at])
        at++;
    while (at > 0 && one[at - 1] != '\n')
        at--;
    ck_assert_msg(strcmp(one, two) == 0, "line %d:\n%.400s\nis not\n%.400s", line, one + at,
                  two + at);
}

#define IS_AS_BEFORE(one, two) check_snapshots(one, two, __LINE__)

#endif
