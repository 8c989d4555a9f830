/*
 * Protects what every kind may count on, whatever its fields: it is added, read, changed, listed,
 * exported, imported, logged and removed by its description alone. Whoever adds a kind adds nothing
 * here; linked with trial.def the same tests run on a kind that only they know.
 */
#include <check.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <bina.h>
#include "contract/sample.h"

static bina_store *store;

static void
setup(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;

    options.actor = "contract";
    options.clock = INT64_C(1604880000000); /* 2020-11-09 */
    ck_assert_int_eq(bina_store_open(":memory:", &options, &store), BINA_OK);
}

static void
teardown(void)
{
    bina_store_close(store);
}

static const char *
complaint(void)
{
    return bina_error_message(bina_store_error(store), BINA_ENGLISH);
}

static const char *
name_of(int kind)
{
    return bina_description_name(bina_kind_description(kind));
}

/* Compares every field that users set; `where` names the step in a failure. */
static void
assert_same(const bina_record *expected, const bina_record *found, const char *where)
{
    const bina_description *kind = bina_record_description(expected);

    for (int slot = 0; slot < bina_description_count(kind); slot++) {
        const bina_field *field = bina_description_field(kind, slot);
        bina_value a = bina_record_get(expected, slot), b = bina_record_get(found, slot);
        char at[160];
        if (bina_field_flags(field) & (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED))
            continue;
        snprintf(at, sizeof at, "%s.%s after %s", bina_description_name(kind),
                 bina_field_name(field), where);
        ck_assert_msg(a.type == b.type, "%s: type %d became %d", at, (int)a.type, (int)b.type);
        if (bina_type_held_as(a.type) == BINA_TEXT)
            ck_assert_msg(strcmp(a.as.text, b.as.text) == 0, "%s: \"%s\" became \"%s\"", at,
                          a.as.text, b.as.text);
        else if (a.type == BINA_REAL)
            ck_assert_msg(a.as.real == b.as.real, "%s: %g became %g", at, a.as.real, b.as.real);
        else if (a.type != BINA_NULL)
            ck_assert_msg(a.as.integer == b.as.integer, "%s: %" PRId64 " became %" PRId64, at,
                          a.as.integer, b.as.integer);
    }
}

static bina_record *
add_sample(int kind, int n, bina_id *id)
{
    bina_record *record = sample_record(store, kind, n);

    ck_assert_msg(bina_store_add(store, record, id) == BINA_OK, "%s: %s", name_of(kind),
                  complaint());
    return record;
}

/* The kind of this run of a loop test; the test ends when it is none that users keep. */
#define EACH_KEPT_KIND(kind)                                                                       \
    int kind = bina_kind_at(_i);                                                                   \
    if (!sample_is_kept(kind))                                                                     \
    return

START_TEST(what_is_added_is_read_back)
{
    EACH_KEPT_KIND(kind);
    bina_record *added, *found = NULL;
    bina_id id;

    added = add_sample(kind, 1, &id);
    ck_assert_int_eq(bina_id_kind(id), kind);
    ck_assert_int_eq(bina_store_get(store, id, &found), BINA_OK);
    ck_assert_int_eq(bina_record_id(found), id);
    assert_same(added, found, "add");
    bina_record_free(added);
    bina_record_free(found);
}
END_TEST

START_TEST(an_update_leaves_alone_what_is_unset)
{
    EACH_KEPT_KIND(kind);
    const bina_description *description = bina_kind_description(kind);
    bina_record *added, *change, *found = NULL, *stale = NULL;
    bina_id id;
    int changed = -1;
    char text[64];

    added = add_sample(kind, 1, &id);
    /* What is given away stays what was bought. */
    for (int slot = kind == BINA_DISTRIBUTION ? BINA_DISTRIBUTION_QUANTITY : 2;
         slot < bina_description_count(description) && changed < 0; slot++) {
        const bina_field *field = bina_description_field(description, slot);
        bina_value now = bina_record_get(added, slot), other;
        if (bina_field_type(field) == BINA_REF ||
            (bina_field_flags(field) & (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED)) != 0)
            continue;
        other = sample_value(field, 2, text);
        if (bina_type_held_as(now.type) != BINA_TEXT || strcmp(now.as.text, other.as.text) != 0)
            changed = slot;
    }
    ck_assert_int_ge(changed, 0);
    ck_assert_int_eq(bina_store_get(store, id, &stale), BINA_OK);
    change = bina_record_new(kind);
    bina_set_int(change, 0, id);
    bina_set_int(change, 1, bina_record_int(stale, 1));
    bina_record_set(change, changed,
                    sample_value(bina_description_field(description, changed), 2, text));
    bina_record_set(added, changed, bina_record_get(change, changed));
    ck_assert_msg(bina_store_update(store, change) == BINA_OK, "%s: %s", name_of(kind),
                  complaint());
    ck_assert_int_eq(bina_store_get(store, id, &found), BINA_OK);
    assert_same(added, found, "update");
    ck_assert_int_ne(bina_record_int(found, 1), bina_record_int(stale, 1));
    ck_assert_int_eq(bina_store_update(store, stale), BINA_ERR_CONFLICT);
    bina_record_free(stale);
    bina_record_free(change);
    bina_record_free(added);
    bina_record_free(found);
}
END_TEST

START_TEST(a_required_field_is_asked_for)
{
    EACH_KEPT_KIND(kind);
    const bina_description *description = bina_kind_description(kind);

    for (int slot = 2; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        bina_record *record;
        if ((bina_field_flags(field) & BINA_FIELD_REQUIRED) == 0)
            continue;
        record = sample_record(store, kind, 3 + slot);
        bina_unset(record, slot);
        ck_assert_int_eq(bina_store_add(store, record, NULL), BINA_ERR_INVALID);
        ck_assert_str_eq(bina_error_field(bina_store_error(store)), bina_field_name(field));
        ck_assert_str_eq(bina_error_kind(bina_store_error(store)), name_of(kind));
        ck_assert_str_ne(bina_error_message(bina_store_error(store), BINA_ENGLISH),
                         bina_error_message(bina_store_error(store), BINA_INDONESIAN));
        bina_record_free(record);
    }
}
END_TEST

START_TEST(a_dangling_reference_is_refused)
{
    EACH_KEPT_KIND(kind);
    const bina_description *description = bina_kind_description(kind);

    for (int slot = 2; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        for (int t = 0; bina_field_target(field, t) != BINA_NO_KIND; t++) {
            bina_record *record = sample_record(store, kind, 40 + slot + 7 * t);
            bina_id nowhere = ((bina_id)bina_store_number(store) << 35) |
                              ((bina_id)bina_field_target(field, t) << 28) | 0xABCDEF;
            bina_set_int(record, slot, nowhere);
            ck_assert_msg(bina_store_add(store, record, NULL) == BINA_ERR_REFERENCE,
                          "%s.%s took a %s that is not there: %s", name_of(kind),
                          bina_field_name(field), name_of(bina_field_target(field, t)),
                          complaint());
            ck_assert_str_eq(bina_error_field(bina_store_error(store)), bina_field_name(field));
            bina_record_free(record);
        }
    }
}
END_TEST

START_TEST(a_list_gives_every_record_once)
{
    EACH_KEPT_KIND(kind);
    bina_query *query = bina_query_new(kind);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_id ids[5], last = 0;
    int64_t count = 0;
    int seen = 0;

    for (int n = 0; n < 5; n++)
        bina_record_free(add_sample(kind, n, &ids[n]));
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        ck_assert_int_gt(bina_record_id(record), last);
        last = bina_record_id(record);
        for (int n = 0; n < 5; n++)
            seen += last == ids[n];
    }
    ck_assert_int_eq(seen, 5);
    ck_assert_int_eq(bina_store_count(store, query, &count), BINA_OK);
    ck_assert_int_ge(count, 5);
    bina_cursor_free(cursor);
    bina_query_free(query);
}
END_TEST

/* Removes a record; false when it has a lifecycle and moved on, so that it has to stay. */
static bool
remove_sample(int kind, bina_id id)
{
    bina_status status = bina_store_remove(store, id);
    int state = bina_description_find(bina_kind_description(kind), "state");

    if (status == BINA_ERR_REFUSED && state >= 0)
        return false;
    ck_assert_msg(status == BINA_OK, "%s: %s", name_of(kind), complaint());
    return true;
}

START_TEST(what_is_removed_is_gone)
{
    EACH_KEPT_KIND(kind);
    bina_record *found = NULL;
    bina_id id;

    bina_record_free(add_sample(kind, 1, &id));
    if (!remove_sample(kind, id))
        return;
    ck_assert_int_eq(bina_store_get(store, id, &found), BINA_ERR_NOT_FOUND);
    ck_assert_ptr_null(found);
}
END_TEST

START_TEST(every_change_is_in_the_log)
{
    EACH_KEPT_KIND(kind);
    bina_query *changes = bina_query_new(BINA_CHANGE);
    bina_id id;
    int64_t count = 0;

    bina_record_free(add_sample(kind, 1, &id));
    bool removed = remove_sample(kind, id);
    bina_query_where_int(changes, BINA_CHANGE_RECORD, BINA_EQ, id);
    ck_assert_int_eq(bina_store_count(store, changes, &count), BINA_OK);
    ck_assert_int_eq(count, 1 + removed);
    bina_query_free(changes);
}
END_TEST

START_TEST(a_record_survives_yaml)
{
    EACH_KEPT_KIND(kind);
    const bina_description *description = bina_kind_description(kind);
    bina_record *record = sample_record(store, kind, 1);
    bina_document *document = bina_document_new(), *read = NULL;
    bina_error *error = bina_error_new();
    char path[] = "/tmp/bina_contract_XXXXXX";
    int file = mkstemp(path);

    ck_assert_int_ge(file, 0);
    close(file);
    ck_assert_int_eq(bina_document_add(document, record, BINA_NO_RECORD, NULL), BINA_OK);
    ck_assert_int_eq(bina_yaml_write(document, path, error), BINA_OK);
    ck_assert_msg(bina_yaml_read(path, &description, 1, NULL, error, &read) == BINA_OK,
                  "%s line %" PRId64 ": %s", name_of(kind), bina_error_line(error),
                  bina_error_message(error, BINA_ENGLISH));
    ck_assert_int_eq(bina_document_count(read), 1);
    assert_same(record, bina_document_record(read, 0), "YAML");
    unlink(path);
    bina_document_free(document);
    bina_document_free(read);
    bina_error_free(error);
    bina_record_free(record);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("every kind");
    TCase *tcase = tcase_create("kinds");
    SRunner *runner;
    int failed, kinds = 0;

    while (bina_kind_at(kinds) != BINA_NO_KIND)
        kinds++;
    tcase_add_unchecked_fixture(tcase, setup, teardown);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, what_is_added_is_read_back, 0, kinds);
    tcase_add_loop_test(tcase, an_update_leaves_alone_what_is_unset, 0, kinds);
    tcase_add_loop_test(tcase, a_required_field_is_asked_for, 0, kinds);
    tcase_add_loop_test(tcase, a_dangling_reference_is_refused, 0, kinds);
    tcase_add_loop_test(tcase, a_list_gives_every_record_once, 0, kinds);
    tcase_add_loop_test(tcase, what_is_removed_is_gone, 0, kinds);
    tcase_add_loop_test(tcase, every_change_is_in_the_log, 0, kinds);
    tcase_add_loop_test(tcase, a_record_survives_yaml, 0, kinds);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
