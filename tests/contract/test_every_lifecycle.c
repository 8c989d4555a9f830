/*
 * Protects what every lifecycle may count on, whatever its states: no state is a dead end or out of
 * reach, no step is taken from where it does not leave, and none without the paper, the reason and
 * the values it asks for, nor on a day to come. Whoever adds a lifecycle adds nothing here.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina.h>
#include "contract/sample.h"
#include "rules/lifecycle.h"

#define MOST_STATES 32

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
name_of(const bina_lifecycle *lifecycle)
{
    return bina_description_name(bina_kind_description(lifecycle->kind));
}

static const bina_field *
state_field(const bina_lifecycle *lifecycle)
{
    const bina_description *kind = bina_kind_description(lifecycle->kind);

    return bina_description_field(kind, bina_description_find(kind, lifecycle->state));
}

static const char *
state_at(const bina_lifecycle *lifecycle, int n)
{
    return bina_codes_word(bina_field_format(state_field(lifecycle)), n);
}

static int
state_number(const bina_lifecycle *lifecycle, const char *state)
{
    const char *word;

    for (int n = 0; (word = state_at(lifecycle, n)) != NULL; n++)
        if (strcmp(word, state) == 0)
            return n;
    return -1;
}

/* Calls for every word of a list. */
static void
for_words(const char *list, void (*each)(const void *data, const char *word), const void *data)
{
    char word[64];
    size_t length;

    for (; list != NULL && *(list += strspn(list, " ")) != '\0'; list += length) {
        length = strcspn(list, " ");
        ck_assert_uint_lt(length, sizeof word);
        memcpy(word, list, length);
        word[length] = '\0';
        each(data, word);
    }
}

static void
check_state_word(const void *data, const char *word)
{
    const bina_lifecycle *lifecycle = data;

    ck_assert_msg(state_number(lifecycle, word) >= 0, "%s has no state \"%s\"", name_of(lifecycle),
                  word);
}

static void
check_field_word(const void *data, const char *word)
{
    const bina_lifecycle *lifecycle = data;
    const char *field = word[0] == '!' ? word + 1 : word;

    ck_assert_msg(bina_description_find(bina_kind_description(lifecycle->kind), field) >= 0,
                  "a step of %s sets \"%s\", which is no field", name_of(lifecycle), field);
}

/* Every word in the tables names something that is there. */
START_TEST(tables_are_sound)
{
    const bina_lifecycle *lifecycle;
    int lifecycles = 0;

    for (int n = 0; (lifecycle = bina_lifecycle_at(n)) != NULL; n++, lifecycles++) {
        const bina_transition *t = lifecycle->transitions;
        ck_assert_msg(bina_lifecycle_find(lifecycle->kind) == lifecycle, "%s has two lifecycles",
                      name_of(lifecycle));
        if (lifecycle->state != NULL) {
            ck_assert_int_eq((bina_field_flags(state_field(lifecycle)) & BINA_FIELD_LIFECYCLE) == 0,
                             lifecycle->loose);
            ck_assert_ptr_nonnull(bina_lifecycle_entry(lifecycle, NULL));
        }
        for (; t != NULL && t->verb != NULL; t++) {
            int words = 0;
            const char *word;
            ck_assert_msg(t->label[0] != NULL && t->label[1] != NULL, "%s.%s has no labels",
                          name_of(lifecycle), t->verb);
            for_words(t->sets, check_field_word, lifecycle);
            if (lifecycle->state != NULL) {
                for_words(t->from, check_state_word, lifecycle);
                if (t->to != NULL)
                    check_state_word(lifecycle, t->to);
            }
            for (int w = 0; t->paper != NULL && (word = bina_codes_word("document_nature", w)); w++)
                words += strcmp(word, t->paper) == 0;
            ck_assert_msg(t->paper == NULL || words == 1, "%s.%s asks for a paper that is none",
                          name_of(lifecycle), t->verb);
            for (const bina_transition *other = t + 1; other->verb != NULL; other++)
                for (int s = -1; lifecycle->state != NULL && strcmp(other->verb, t->verb) == 0 &&
                                 (s < 0 || state_at(lifecycle, s) != NULL);
                     s++) {
                    const char *state = s < 0 ? NULL : state_at(lifecycle, s);
                    ck_assert_msg(!bina_transition_leaves(t, state) ||
                                      !bina_transition_leaves(other, state) || state == NULL,
                                  "%s: two steps \"%s\" leave %s", name_of(lifecycle), t->verb,
                                  state);
                }
        }
    }
    ck_assert_int_gt(lifecycles, 0);
}
END_TEST

/* A flag without a lifecycle would be a state that nothing guards and nobody can change. */
START_TEST(every_state_field_has_its_lifecycle)
{
    int kind;

    for (int n = 0; (kind = bina_kind_at(n)) != BINA_NO_KIND; n++) {
        const bina_description *description = bina_kind_description(kind);
        for (int slot = 0; slot < bina_description_count(description); slot++) {
            const bina_field *field = bina_description_field(description, slot);
            const bina_lifecycle *lifecycle = bina_lifecycle_find(kind);
            if ((bina_field_flags(field) & BINA_FIELD_LIFECYCLE) != 0)
                ck_assert_msg(lifecycle != NULL && lifecycle->state != NULL &&
                                  strcmp(lifecycle->state, bina_field_name(field)) == 0,
                              "%s.%s has no lifecycle", bina_description_name(description),
                              bina_field_name(field));
        }
    }
}
END_TEST

/* From the ways in every state is reached, and from every state a step leads to another. */
START_TEST(no_state_is_a_dead_end_or_out_of_reach)
{
    const bina_lifecycle *lifecycle;

    for (int n = 0; (lifecycle = bina_lifecycle_at(n)) != NULL; n++) {
        bool reached[MOST_STATES] = {false}, changed = true;
        const char *state;
        if (lifecycle->state == NULL)
            continue;
        while (changed) {
            changed = false;
            for (const bina_transition *t = lifecycle->transitions; t->verb != NULL; t++) {
                bool leaves = t->from[0] == '\0';
                int to = t->to != NULL ? state_number(lifecycle, t->to) : -1;
                for (int s = 0; !leaves && (state = state_at(lifecycle, s)) != NULL; s++)
                    leaves = reached[s] && bina_transition_leaves(t, state);
                if (leaves && to >= 0 && !reached[to])
                    reached[to] = changed = true;
            }
        }
        for (int s = 0; (state = state_at(lifecycle, s)) != NULL; s++) {
            bool out = false;
            ck_assert_int_lt(s, MOST_STATES);
            for (const bina_transition *t = lifecycle->transitions; t->verb != NULL; t++)
                out = out || (bina_transition_leaves(t, state) && t->to != NULL &&
                              strcmp(t->to, state) != 0);
            ck_assert_msg(reached[s], "%s: nothing leads to \"%s\"", name_of(lifecycle), state);
            ck_assert_msg(out, "%s: nothing leads out of \"%s\"", name_of(lifecycle), state);
        }
    }
}
END_TEST

/* ---- by doing ---- */

static bool
refused_for(const char *rule)
{
    const bina_record *row;
    bina_cursor *cursor;
    bool found = false;

    ck_assert_int_eq(bina_store_refusals(store, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &row) == BINA_OK)
        found = found || strcmp(bina_record_text(row, BINA_REFUSAL_RULE), rule) == 0;
    bina_cursor_free(cursor);
    return found;
}

/* A record declared in a state; 0 when what must always hold does not let it be so alone. */
static bina_id
declare(const bina_lifecycle *lifecycle, const char *state, int n)
{
    bina_record *record = sample_record(store, lifecycle->kind, n);
    const bina_description *kind = bina_record_description(record);
    int slot = bina_description_find(kind, lifecycle->state);
    int evidence = bina_description_find(kind, "evidence");
    int began = bina_description_find(kind, "began");
    bina_status status;
    bina_id id = 0;

    bina_set_text(record, slot, state);
    if (evidence >= 0)
        bina_set_text(record, evidence, "buku lama");
    if (began >= 0)
        bina_set_null(record, began);
    status = bina_store_add(store, record, &id);
    ck_assert_msg(status == BINA_OK || status == BINA_ERR_REFUSED, "%s as %s: %s",
                  name_of(lifecycle), state,
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    bina_record_free(record);
    return id;
}

static void
must_refuse(const bina_lifecycle *lifecycle, const char *state, bina_id id, const char *verb,
            int64_t on, const char *rule)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    int64_t before, after;
    bina_status status;

    options.on = on;
    ck_assert_int_eq(bina_store_last_commit(store, &before), BINA_OK);
    status = bina_advance(store, id, verb, &options);
    ck_assert_msg(status == BINA_ERR_REFUSED && refused_for(rule),
                  "%s, %s: \"%s\" gave %s, not a refusal for %s", name_of(lifecycle), state, verb,
                  bina_status_name(status), rule);
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(before, after);
}

START_TEST(no_step_skips_its_conditions)
{
    const bina_lifecycle *lifecycle;
    const char *state;
    int n, number = 500, tried = 0;

    for (n = 0; (lifecycle = bina_lifecycle_at(n)) != NULL; n++) {
        int declared = 0;
        for (int s = 0; lifecycle->state != NULL && (state = state_at(lifecycle, s)) != NULL; s++) {
            bina_id id = declare(lifecycle, state, number++);
            if (id == 0)
                continue;
            declared++;
            for (const bina_transition *t = lifecycle->transitions; t->verb != NULL; t++) {
                if (t->from[0] == '\0')
                    continue;
                if (bina_lifecycle_step(lifecycle, state, t->verb) == NULL)
                    must_refuse(lifecycle, state, id, t->verb, 0, "lifecycle.state");
                if (!bina_transition_leaves(t, state))
                    continue;
                must_refuse(lifecycle, state, id, t->verb, bina_store_today(store) + 1,
                            "lifecycle.future");
                if (t->paper != NULL)
                    must_refuse(lifecycle, state, id, t->verb, 0, "lifecycle.paper");
                if (t->reason)
                    must_refuse(lifecycle, state, id, t->verb, 0, "lifecycle.reason");
                tried++;
            }
        }
        ck_assert_msg(lifecycle->state == NULL || declared > 0,
                      "no sample of %s can be declared in any state", name_of(lifecycle));
    }
    ck_assert_int_gt(tried, 0);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("every lifecycle");
    TCase *tests = tcase_create("lifecycles");
    SRunner *runner;
    int failed;

    tcase_add_unchecked_fixture(tests, setup, teardown);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, tables_are_sound);
    tcase_add_test(tests, every_state_field_has_its_lifecycle);
    tcase_add_test(tests, no_state_is_a_dead_end_or_out_of_reach);
    tcase_add_test(tests, no_step_skips_its_conditions);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
