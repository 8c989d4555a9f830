/* What came of it: reports printed, and figures that can be held to the input. */
#include <inttypes.h>
#include "rows.h"
#include "story.h"

static void
figure(story *s, const char *name, int64_t number)
{
    fprintf(s->figures, "%s,%" PRId64 "\n", name, number);
}

/* How many records of a kind fit a condition. */
static int64_t
count(story *s, int kind, int field, const char *word)
{
    bina_query *query = bina_query_new(kind);
    int64_t found = 0;

    bina_query_where_text(query, field, BINA_EQ, word);
    must(s->store, bina_store_count(s->store, query, &found), "count");
    bina_query_free(query);
    return found;
}

static bina_cursor *
run_report(story *s, const char *name)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *found = NULL;

    options.programme = s->programme;
    must(s->store, bina_report_run(s->store, name, &options, &found), name);
    return found;
}

static void
report(story *s, const char *name)
{
    bina_cursor *found = run_report(s, name);

    printf("\n%s\n", bina_report_doc(name, BINA_ENGLISH));
    print_table(found);
    bina_cursor_free(found);
}

/* A column of a report's row, by name. */
static int64_t
cell(const bina_record *row, const char *column)
{
    return bina_record_int(row, bina_description_find(bina_record_description(row), column));
}

/* The chain of every product, as the report balances it. */
static void
tell_production(story *s)
{
    static const char *const columns[][2] = {{"expected", "expected"},
                                             {"accepted", "accepted"},
                                             {"rejected", "rejected"},
                                             {"distributed", "given"}};
    bina_cursor *found = run_report(s, "production_balance");
    int64_t cost = 0, paid = 0, left = 0;
    const bina_record *row;

    while (bina_cursor_next(found, &row) == BINA_OK) {
        int product = bina_description_find(bina_record_description(row), "product");
        for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
            char name[80];
            snprintf(name, sizeof name, "%s_%s", bina_record_text(row, product), columns[i][1]);
            for (char *c = name; *c != '\0'; c++)
                if (*c == ' ')
                    *c = '_';
            figure(s, name, cell(row, columns[i][0]));
        }
        cost += cell(row, "cost");
        paid += cell(row, "paid");
        left += cell(row, "in_store");
    }
    bina_cursor_free(found);
    figure(s, "material_cost", cost);
    figure(s, "bought_for", paid);
    figure(s, "left_in_store", left);
}

void
settle(story *s)
{
    bina_query *query = bina_query_new(BINA_COMMITMENT);
    bina_cursor *found = NULL, *made = run_report(s, "production_balance");
    struct {
        bina_id id;
        bina_record *less; /* what it cost, when that is not what was bound */
    } bound[BATCHES + 1];
    int64_t cost = 0;
    size_t bindings = 0;
    const bina_record *row;

    while (bina_cursor_next(made, &row) == BINA_OK)
        cost += cell(row, "cost") + cell(row, "paid");
    bina_cursor_free(made);
    bina_query_where_text(query, BINA_COMMITMENT_STATE, BINA_EQ, "committed");
    must(s->store, bina_store_list(s->store, query, &found), "commitments");
    bina_query_free(query);
    while (bindings <= BATCHES && bina_cursor_next(found, &row) == BINA_OK) {
        bound[bindings].id = bina_record_id(row);
        bound[bindings].less = NULL;
        if (bina_record_int(row, BINA_COMMITMENT_SUBJECT) == s->programme) {
            bound[bindings].less = bina_record_new(BINA_COMMITMENT);
            bina_set(bound[bindings].less, BINA_COMMITMENT_AMOUNT, cost);
        }
        bindings++;
    }
    bina_cursor_free(found);
    for (size_t i = 0; i < bindings; i++) {
        if (step(s, bound[i].id, "spend", "2020-08-21", NULL, bound[i].less) == BINA_ERR_REFUSED)
            show_refusals(s->store);
        bina_record_free(bound[i].less);
    }
}

static void
tell_money(story *s)
{
    bina_cursor *found = run_report(s, "grants_by_fund");
    const bina_record *row;

    while (bina_cursor_next(found, &row) == BINA_OK) {
        figure(s, "fund_spent", cell(row, "spent"));
        figure(s, "fund_left", cell(row, "left"));
    }
    bina_cursor_free(found);
}

static void
tell_people(story *s)
{
    static const char *const states[] = {"completed", "below_threshold", "waitlisted", "replaced",
                                         "withdrawn"};
    int64_t served = 0;

    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        int64_t people = count(s, BINA_ENROLMENT, BINA_ENROLMENT_STATE, states[i]);
        figure(s, states[i], people);
        served += i < 2 ? people : 0;
    }
    figure(s, "served", served);
    figure(s, "batches", count(s, BINA_BATCH, BINA_BATCH_STATE, "completed"));
    printf("\n%" PRId64 " persons in four batches of twenty.\n", served);
}

void
tell(story *s)
{
    report(s, "programme_funnel");
    report(s, "production_balance");
    report(s, "grants_by_fund");
    tell_people(s);
    tell_production(s);
    tell_money(s);
}
