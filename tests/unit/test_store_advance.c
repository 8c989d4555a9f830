/* The choke point of states: what a step writes, what it refuses, and that a refusal changes
 * nothing. Lived through with visits, whose lifecycle is the plainest. */
#include "test_store.h"

#include "model/id.h"

static int64_t
day_of(int year, int month, int day_of_month)
{
    int64_t day = 0;

    ck_assert(bina_date_from_civil(year, month, day_of_month, &day));
    return day;
}

static bina_id
add_visit(bina_store *store, int64_t began)
{
    bina_record *person = bina_record_new(BINA_PERSON), *visit = bina_record_new(BINA_VISIT);
    bina_id party = 0, id = 0;

    bina_set(person, BINA_PERSON_NAME, "Rahmi Contoh");
    ck_ok(store, bina_store_add(store, person, &party));
    bina_set_int(visit, BINA_VISIT_PARTY, party);
    bina_set_int(visit, BINA_VISIT_DUE, day_of(2020, 11, 1));
    if (began != 0)
        bina_set_int(visit, BINA_VISIT_BEGAN, began);
    ck_ok(store, bina_store_add(store, visit, &id));
    bina_record_free(person);
    bina_record_free(visit);
    return id;
}

static void
check_state(bina_store *store, bina_id id, const char *expected)
{
    bina_record *record;

    ck_ok(store, bina_store_get(store, id, &record));
    ck_assert_str_eq(bina_record_text(record, BINA_VISIT_STATE), expected);
    bina_record_free(record);
}

/* How many visits were in a state on a day. */
static int64_t
count_on(bina_store *store, const char *state, int64_t day)
{
    bina_query *query = bina_query_new(BINA_VISIT);
    int64_t count;

    bina_query_where_text(query, BINA_VISIT_STATE, BINA_EQ, state);
    bina_query_true_on(query, day);
    ck_ok(store, bina_store_count(store, query, &count));
    bina_query_free(query);
    return count;
}

static int64_t
count_steps(bina_store *store, bina_id id)
{
    bina_query *query = bina_query_new(BINA_STEP);
    int64_t count;

    bina_query_where_int(query, BINA_STEP_SUBJECT, BINA_EQ, id);
    ck_ok(store, bina_store_count(store, query, &count));
    bina_query_free(query);
    return count;
}

/* The rules of the last refusal, joined by spaces. */
static void
refused_rules(bina_store *store, char *rules, size_t size)
{
    const bina_record *row;
    bina_cursor *cursor;

    rules[0] = '\0';
    ck_ok(store, bina_store_refusals(store, &cursor));
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        snprintf(rules + strlen(rules), size - strlen(rules), "%s%s", rules[0] != '\0' ? " " : "",
                 bina_record_text(row, BINA_REFUSAL_RULE));
        ck_assert_ptr_nonnull(bina_record_text(row, BINA_REFUSAL_MESSAGE));
        ck_assert_ptr_nonnull(bina_record_text(row, BINA_REFUSAL_PESAN));
    }
    bina_cursor_free(cursor);
}

START_TEST(a_record_enters_its_first_state_today)
{
    bina_store *store = test_open();
    bina_id id = add_visit(store, 0);
    bina_record *visit;

    ck_ok(store, bina_store_get(store, id, &visit));
    ck_assert_str_eq(bina_record_text(visit, BINA_VISIT_STATE), "scheduled");
    ck_assert_int_eq(bina_record_int(visit, BINA_VISIT_BEGAN), day_of(2020, 11, 9));
    ck_assert_int_eq(count_on(store, "scheduled", day_of(2020, 11, 8)), 0);
    ck_assert_int_eq(count_on(store, "scheduled", day_of(2020, 11, 9)), 1);
    bina_record_free(visit);
    bina_store_close(store);
}
END_TEST

START_TEST(a_step_is_dated_entered_and_kept)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_store *store = test_open();
    bina_id id = add_visit(store, day_of(2020, 10, 1));
    bina_record *values = bina_record_new(BINA_VISIT);

    bina_set(values, BINA_VISIT_FINDINGS, "alat lengkap");
    options.on = day_of(2020, 11, 2);
    options.values = values;
    ck_ok(store, bina_advance(store, id, "hold", &options));
    check_state(store, id, "held");
    ck_assert_int_eq(count_on(store, "scheduled", day_of(2020, 9, 30)), 0);
    ck_assert_int_eq(count_on(store, "scheduled", day_of(2020, 11, 1)), 1);
    ck_assert_int_eq(count_on(store, "held", day_of(2020, 11, 1)), 0);
    ck_assert_int_eq(count_on(store, "held", day_of(2020, 11, 2)), 1);
    ck_assert_int_eq(count_steps(store, id), 1);
    bina_record_free(values);
    bina_store_close(store);
}
END_TEST

/* Everything that is wrong is named at once, and nothing is written. */
START_TEST(a_refusal_names_every_fault_and_changes_nothing)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_store *store = test_open();
    bina_id id = add_visit(store, day_of(2020, 10, 1));
    int64_t before, after;
    char rules[256];

    ck_ok(store, bina_store_last_commit(store, &before));
    options.on = day_of(2020, 11, 10); /* tomorrow, without findings */
    ck_refused(store, bina_advance(store, id, "hold", &options), BINA_ERR_REFUSED);
    refused_rules(store, rules, sizeof rules);
    ck_assert_str_eq(rules, "lifecycle.future lifecycle.value");
    options.on = day_of(2020, 9, 1); /* before it began, without reason */
    ck_refused(store, bina_advance(store, id, "skip", &options), BINA_ERR_REFUSED);
    refused_rules(store, rules, sizeof rules);
    ck_assert_str_eq(rules, "lifecycle.order lifecycle.reason");
    ck_refused(store, bina_advance(store, id, "reschedule", NULL), BINA_ERR_REFUSED);
    refused_rules(store, rules, sizeof rules);
    ck_assert_str_eq(rules, "lifecycle.state");
    ck_ok(store, bina_store_last_commit(store, &after));
    ck_assert_int_eq(before, after);
    ck_assert_int_eq(count_steps(store, id), 0);
    check_state(store, id, "scheduled");
    bina_store_close(store);
}
END_TEST

START_TEST(a_state_changes_by_steps_alone)
{
    bina_store *store = test_open();
    bina_id id = add_visit(store, 0);
    bina_record *visit = bina_record_new(BINA_VISIT), *read;

    bina_set_int(visit, 0, id);
    bina_set(visit, BINA_VISIT_STATE, "held");
    ck_refused(store, bina_store_update(store, visit), BINA_ERR_REFUSED);
    ck_refused(
        store,
        bina_store_set_dated(store, id, BINA_VISIT_STATE, bina_text("held"), day_of(2020, 11, 9)),
        BINA_ERR_USAGE);
    check_state(store, id, "scheduled");
    /* A record written back as it was read changes nothing and is no fault. */
    ck_ok(store, bina_store_get(store, id, &read));
    ck_ok(store, bina_store_update(store, read));
    bina_record_free(read);
    bina_record_free(visit);
    bina_store_close(store);
}
END_TEST

START_TEST(a_past_is_declared_with_evidence)
{
    bina_store *store = test_open();
    bina_record *visit = bina_record_new(BINA_VISIT), *read;
    bina_id first = add_visit(store, 0);
    char rules[64];

    ck_ok(store, bina_store_get(store, first, &read));
    bina_set_int(visit, BINA_VISIT_PARTY, bina_record_int(read, BINA_VISIT_PARTY));
    bina_set_int(visit, BINA_VISIT_DUE, day_of(2019, 3, 1));
    bina_set(visit, BINA_VISIT_STATE, "held");
    ck_refused(store, bina_store_add(store, visit, NULL), BINA_ERR_REFUSED);
    refused_rules(store, rules, sizeof rules);
    ck_assert_str_eq(rules, "lifecycle.declared");
    bina_set(visit, BINA_VISIT_EVIDENCE, "buku kunjungan 2019");
    ck_ok(store, bina_store_add(store, visit, NULL));
    bina_record_free(read);
    bina_record_free(visit);
    bina_store_close(store);
}
END_TEST

START_TEST(a_step_sets_only_its_own_fields)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_store *store = test_open();
    bina_id id = add_visit(store, 0);
    bina_record *values = bina_record_new(BINA_VISIT);

    bina_set(values, BINA_VISIT_FINDINGS, "x");
    bina_set_int(values, BINA_VISIT_DUE, day_of(2021, 1, 1));
    options.values = values;
    ck_refused(store, bina_advance(store, id, "hold", &options), BINA_ERR_USAGE);
    ck_assert_str_eq(bina_error_field(bina_store_error(store)), "due");
    check_state(store, id, "scheduled");
    bina_record_free(values);
    bina_store_close(store);
}
END_TEST

START_TEST(a_dry_run_and_an_undo_leave_the_state)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_store *store = test_open();
    bina_id id = add_visit(store, 0);
    int64_t commit;

    options.reason = "illness";
    options.dry_run = true;
    ck_ok(store, bina_advance(store, id, "skip", &options));
    check_state(store, id, "scheduled");
    options.dry_run = false;
    ck_ok(store, bina_advance(store, id, "skip", &options));
    check_state(store, id, "skipped");
    ck_ok(store, bina_store_last_commit(store, &commit));
    ck_ok(store, bina_store_undo(store, commit, "salah data"));
    check_state(store, id, "scheduled");
    ck_assert_int_eq(count_steps(store, id), 0);
    ck_assert_int_eq(count_on(store, "skipped", day_of(2020, 11, 9)), 0);
    bina_store_close(store);
}
END_TEST

/* Within a transaction of the caller a refused step takes nothing else with it. */
START_TEST(a_refusal_within_a_transaction_is_alone)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_store *store = test_open();
    bina_id one, two;

    ck_ok(store, bina_store_begin(store, "pagi"));
    one = add_visit(store, 0);
    two = add_visit(store, 0);
    options.reason = "illness";
    ck_ok(store, bina_advance(store, one, "skip", &options));
    ck_refused(store, bina_advance(store, two, "hold", NULL), BINA_ERR_REFUSED);
    ck_ok(store, bina_store_commit(store));
    check_state(store, one, "skipped");
    check_state(store, two, "scheduled");
    bina_store_close(store);
}
END_TEST

/* What steps relied on is not changed behind their back: not the first day, not the findings. */
START_TEST(what_was_decided_on_is_kept)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_store *store = test_open();
    bina_id id = add_visit(store, day_of(2020, 10, 1));
    bina_record *values = bina_record_new(BINA_VISIT), *change = bina_record_new(BINA_VISIT);
    char rules[64];

    bina_set(values, BINA_VISIT_FINDINGS, "alat lengkap");
    options.values = values;
    ck_ok(store, bina_advance(store, id, "hold", &options));
    bina_set_int(change, BINA_VISIT_ID, id);
    bina_set_int(change, BINA_VISIT_BEGAN, day_of(2021, 1, 1));
    bina_set(change, BINA_VISIT_FINDINGS, "alat hilang");
    ck_refused(store, bina_store_update(store, change), BINA_ERR_REFUSED);
    refused_rules(store, rules, sizeof rules);
    ck_assert_str_eq(rules, "lifecycle.kept lifecycle.kept");
    bina_record_clear(change);
    bina_set_int(change, BINA_VISIT_ID, id);
    bina_set(change, BINA_VISIT_EVIDENCE, "kata orang");
    ck_refused(store, bina_store_update(store, change), BINA_ERR_REFUSED);
    bina_record_free(values);
    bina_record_free(change);
    bina_store_close(store);
}
END_TEST

/* Evidence is of a past; with it the usual way in would be a way round the rules. */
START_TEST(what_begins_now_has_no_evidence)
{
    bina_store *store = test_open();
    bina_record *visit = NULL;
    bina_id id = add_visit(store, 0);
    char rules[64];

    ck_ok(store, bina_store_get(store, id, &visit));
    bina_unset(visit, 0);
    bina_unset(visit, 1);
    bina_set(visit, BINA_VISIT_EVIDENCE, "x");
    ck_refused(store, bina_store_add(store, visit, NULL), BINA_ERR_REFUSED);
    refused_rules(store, rules, sizeof rules);
    ck_assert_str_eq(rules, "lifecycle.evidence");
    bina_record_free(visit);
    bina_store_close(store);
}
END_TEST

START_TEST(steps_are_written_by_the_store_alone)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_store *store = test_open();
    bina_query *query = bina_query_new(BINA_STEP);
    bina_record *step = NULL;
    const bina_record *found;
    bina_cursor *cursor;
    bina_id id = add_visit(store, 0);

    options.reason = "illness";
    ck_ok(store, bina_advance(store, id, "skip", &options));
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &found), BINA_OK);
    step = bina_record_copy(found);
    bina_cursor_free(cursor);
    bina_set(step, BINA_STEP_ACTOR, "Orang Lain");
    ck_refused(store, bina_store_update(store, step), BINA_ERR_USAGE);
    ck_refused(store, bina_store_remove(store, bina_record_id(step)), BINA_ERR_USAGE);
    bina_unset(step, 0);
    ck_refused(store, bina_store_add(store, step, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(count_steps(store, id), 1);
    bina_record_free(step);
    bina_query_free(query);
    bina_store_close(store);
}
END_TEST

START_TEST(the_possible_steps_are_told)
{
    bina_store *store = test_open();
    bina_id id = add_visit(store, 0);
    const bina_record *row;
    bina_cursor *cursor;
    char verbs[128] = "";

    ck_ok(store, bina_steps_possible(store, id, &cursor));
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        ck_assert(bina_record_int(row, BINA_POSSIBLE_ALLOWED) == 1);
        strcat(strcat(verbs, bina_record_text(row, BINA_POSSIBLE_VERB)), " ");
    }
    bina_cursor_free(cursor);
    ck_assert_str_eq(verbs, "hold skip cancel postpone ");
    bina_store_close(store);
}
END_TEST

START_TEST(what_moved_on_is_not_removed)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_store *store = test_open();
    bina_id one = add_visit(store, 0), two = add_visit(store, 0);

    options.reason = "illness";
    ck_ok(store, bina_advance(store, one, "skip", &options));
    ck_refused(store, bina_store_remove(store, one), BINA_ERR_REFUSED);
    ck_ok(store, bina_store_remove(store, two));
    bina_store_close(store);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("advance");
    TCase *all = tcase_create("advance");

    tcase_add_checked_fixture(all, test_begin, test_end);
    tcase_add_test(all, a_record_enters_its_first_state_today);
    tcase_add_test(all, a_step_is_dated_entered_and_kept);
    tcase_add_test(all, a_refusal_names_every_fault_and_changes_nothing);
    tcase_add_test(all, a_state_changes_by_steps_alone);
    tcase_add_test(all, a_past_is_declared_with_evidence);
    tcase_add_test(all, a_step_sets_only_its_own_fields);
    tcase_add_test(all, a_dry_run_and_an_undo_leave_the_state);
    tcase_add_test(all, a_refusal_within_a_transaction_is_alone);
    tcase_add_test(all, what_was_decided_on_is_kept);
    tcase_add_test(all, what_begins_now_has_no_evidence);
    tcase_add_test(all, steps_are_written_by_the_store_alone);
    tcase_add_test(all, the_possible_steps_are_told);
    tcase_add_test(all, what_moved_on_is_not_removed);
    suite_add_tcase(suite, all);
    return test_run(suite);
}
