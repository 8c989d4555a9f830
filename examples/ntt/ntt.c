/*
 * Four batches of twenty in Nusa Tenggara Timur: from the plan to what became of every mask.
 *
 *     ntt FOLDER-OF-INPUT REGISTER FIGURES.CSV
 *
 * Everything is done through the public functions of libbina; rows.h has what is not about the story.
 */
#include <bina.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "rows.h"

enum { BATCHES = 5, PEOPLE = 100 };

typedef struct story {
    bina_store *store;
    const char *input;
    FILE *figures;
    bina_id programme, batch[BATCHES + 1], person[PEOPLE], enrolment[PEOPLE], lesson[BATCHES + 1][4];
    int64_t batch_of[PEOPLE];
    char absent[PEOPLE][4][12]; /* the presence of who was not there, by lesson */
} story;

/* ---- small helpers ---- */

static bina_id
add(story *s, bina_record *record, const char *what)
{
    bina_id id = 0;

    must(s->store, bina_store_add(s->store, record, &id), what);
    bina_record_free(record);
    return id;
}

/* Takes a step on a day; BINA_ERR_REFUSED is for the caller to judge. */
static bina_status
step(story *s, bina_id id, const char *verb, const char *day, const char *reason,
     const bina_record *values)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_status status;

    bina_date_parse(day, &options.on);
    options.reason = reason;
    options.values = values;
    status = bina_advance(s->store, id, verb, &options);
    if (status != BINA_ERR_REFUSED)
        must(s->store, status, verb);
    return status;
}

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

/* ---- the story ---- */

/* What plan.yaml made is found again by its order. */
static void
find_plan(story *s)
{
    bina_query *query = bina_query_new(BINA_LESSON);
    bina_cursor *found = NULL;
    const bina_record *row;

    must(s->store, bina_store_list(s->store, query, &found), "lessons");
    bina_query_free(query);
    while (bina_cursor_next(found, &row) == BINA_OK)
        for (int b = 1; b <= BATCHES; b++)
            if (bina_record_int(row, BINA_LESSON_BATCH) == s->batch[b])
                s->lesson[b][bina_record_int(row, BINA_LESSON_NUMBER)] = bina_record_id(row);
    bina_cursor_free(found);
}

static void
find_batches(story *s)
{
    bina_query *query = bina_query_new(BINA_BATCH);
    bina_cursor *found = NULL;
    const bina_record *row;

    must(s->store, bina_store_list(s->store, query, &found), "batches");
    bina_query_free(query);
    while (bina_cursor_next(found, &row) == BINA_OK) {
        s->batch[bina_record_int(row, BINA_BATCH_NUMBER)] = bina_record_id(row);
        s->programme = bina_record_int(row, BINA_BATCH_PROGRAMME);
    }
    bina_cursor_free(found);
}

/* Who applies first is accepted; who finds no seat left waits. */
static void
enrol(story *s)
{
    csv people = csv_open(s->input, "participants.csv");

    while (csv_next(&people)) {
        bina_record *person = bina_record_new(BINA_PERSON);
        bina_record *enrolment = bina_record_new(BINA_ENROLMENT);
        int64_t no = number(&people, "no");

        bina_set(person, BINA_PERSON_NAME, text(&people, "name"));
        bina_set(person, BINA_PERSON_SEX, text(&people, "sex"));
        bina_set(person, BINA_PERSON_REGION, text(&people, "region"));
        s->person[no] = add(s, person, "a person");
        s->batch_of[no] = number(&people, "batch");
        bina_set(enrolment, BINA_ENROLMENT_BATCH, s->batch[s->batch_of[no]]);
        bina_set(enrolment, BINA_ENROLMENT_PARTICIPANT, s->person[no]);
        bina_set(enrolment, BINA_ENROLMENT_APPLIED, text(&people, "applied"));
        bina_set(enrolment, BINA_ENROLMENT_BEGAN, text(&people, "applied"));
        s->enrolment[no] = add(s, enrolment, "an application");
        if (step(s, s->enrolment[no], "accept", text(&people, "applied"), NULL, NULL) ==
            BINA_ERR_REFUSED)
            step(s, s->enrolment[no], "waitlist", text(&people, "applied"), NULL, NULL);
    }
    csv_close(&people);
}

/* Who did not come, who took the seat, who withdrew: then the waitlist moves up by itself. */
static void
happen(story *s, int64_t batch, const char *starts, bool before)
{
    csv events = csv_open(s->input, "events.csv");

    while (csv_next(&events)) {
        const char *event = text(&events, "event"), *day = text(&events, "day");
        int64_t no = number(&events, "no");
        bina_id enrolment = s->enrolment[no];

        if (s->batch_of[no] != batch || (strcmp(day, starts) < 0) != before)
            continue;
        if (strcmp(event, "replaces") == 0) {
            bina_record *seat = bina_record_new(BINA_ENROLMENT);
            bina_set(seat, BINA_ENROLMENT_REPLACES, s->enrolment[number(&events, "of")]);
            if (step(s, enrolment, "accept", day, NULL, seat) == BINA_ERR_REFUSED)
                show_refusals(s->store);
            bina_record_free(seat);
            step(s, enrolment, "start", day, NULL, NULL);
        } else if (step(s, enrolment, event, day, *text(&events, "of") == '\0' ? NULL : text(&events, "of"), NULL) == BINA_ERR_REFUSED) {
            show_refusals(s->store);
        }
    }
    csv_close(&events);
}

static void
read_absences(story *s)
{
    csv absences = csv_open(s->input, "absences.csv");

    while (csv_next(&absences))
        snprintf(s->absent[number(&absences, "no")][number(&absences, "lesson")],
                 sizeof s->absent[0][0], "%s", text(&absences, "presence"));
    csv_close(&absences);
}

static const char *
state_of(story *s, bina_id id)
{
    static char word[32];
    bina_record *record = NULL;

    must(s->store, bina_store_get(s->store, id, &record), "a record");
    snprintf(word, sizeof word, "%s", bina_record_text(record, BINA_ENROLMENT_STATE));
    bina_record_free(record);
    return word;
}

/* Three lessons; who was at four fifths of the hours completes, at the limit too. */
static void
teach(story *s, int64_t b, const char *ends)
{
    csv people = csv_open(s->input, "participants.csv");

    while (csv_next(&people)) {
        int64_t no = number(&people, "no");
        bina_id enrolment = s->enrolment[no];

        if (number(&people, "batch") != b || strcmp(state_of(s, enrolment), "active") != 0)
            continue;
        for (int lesson = 1; lesson <= 3; lesson++) {
            bina_record *presence = bina_record_new(BINA_ATTENDANCE);
            const char *word = s->absent[no][lesson];

            bina_set(presence, BINA_ATTENDANCE_ENROLMENT, enrolment);
            bina_set(presence, BINA_ATTENDANCE_LESSON, s->lesson[b][lesson]);
            bina_set(presence, BINA_ATTENDANCE_PRESENCE, *word == '\0' ? "present" : word);
            add(s, presence, "a presence");
        }
        if (step(s, enrolment, "complete", ends, NULL, NULL) == BINA_ERR_REFUSED) {
            show_refusals(s->store);
            step(s, enrolment, "end_below", ends, NULL, NULL);
        }
    }
    csv_close(&people);
    if (step(s, s->batch[b], "complete", ends, NULL, NULL) == BINA_ERR_REFUSED)
        show_refusals(s->store);
}

/* Material goes out to each maker; what comes back is checked, and the good is bought. */
static void
produce(story *s)
{
    csv made = csv_open(s->input, "production.csv");

    while (csv_next(&made)) {
        bina_record *issue = bina_record_new(BINA_MATERIAL_ISSUE);
        bina_record *receipt = bina_record_new(BINA_OUTPUT_RECEIPT);
        bina_record *buy_back = bina_record_new(BINA_BUY_BACK);

        bina_set(issue, BINA_MATERIAL_ISSUE_PROGRAMME, s->programme);
        bina_set(issue, BINA_MATERIAL_ISSUE_MAKER, s->person[number(&made, "no")]);
        bina_set(issue, BINA_MATERIAL_ISSUE_MATERIAL, text(&made, "material"));
        bina_set(issue, BINA_MATERIAL_ISSUE_QUANTITY, number(&made, "quantity"));
        bina_set(issue, BINA_MATERIAL_ISSUE_UNIT, text(&made, "unit"));
        bina_set(issue, BINA_MATERIAL_ISSUE_COST, number(&made, "cost"));
        bina_set(issue, BINA_MATERIAL_ISSUE_ISSUED, text(&made, "issued"));
        bina_set(issue, BINA_MATERIAL_ISSUE_PRODUCT, text(&made, "product"));
        bina_set(issue, BINA_MATERIAL_ISSUE_EXPECTED, number(&made, "expected"));
        bina_set(issue, BINA_MATERIAL_ISSUE_OUTPUT_UNIT, text(&made, "output_unit"));
        bina_set(receipt, BINA_OUTPUT_RECEIPT_ISSUE, add(s, issue, "an issue of material"));
        bina_set(receipt, BINA_OUTPUT_RECEIPT_RECEIVED, text(&made, "received"));
        bina_set(receipt, BINA_OUTPUT_RECEIPT_ACCEPTED, number(&made, "accepted"));
        bina_set(receipt, BINA_OUTPUT_RECEIPT_REJECTED, number(&made, "rejected"));
        bina_set(buy_back, BINA_BUY_BACK_RECEIPT, add(s, receipt, "an output"));
        bina_set(buy_back, BINA_BUY_BACK_QUANTITY, number(&made, "accepted"));
        bina_set(buy_back, BINA_BUY_BACK_PRICE, number(&made, "price"));
        bina_set(buy_back, BINA_BUY_BACK_PAID, text(&made, "received"));
        add(s, buy_back, "a purchase");
    }
    csv_close(&made);
}

static bina_record *
gift(story *s, const csv *given, int64_t quantity)
{
    bina_record *record = bina_record_new(BINA_DISTRIBUTION);

    bina_set(record, BINA_DISTRIBUTION_PROGRAMME, s->programme);
    bina_set(record, BINA_DISTRIBUTION_PRODUCT, text(given, "product"));
    bina_set(record, BINA_DISTRIBUTION_QUANTITY, quantity);
    bina_set(record, BINA_DISTRIBUTION_UNIT, text(given, "unit"));
    bina_set(record, BINA_DISTRIBUTION_RECIPIENTS_CLASS, text(given, "recipients_class"));
    bina_set(record, BINA_DISTRIBUTION_GIVEN, text(given, "given"));
    if (*text(given, "persons_low") != '\0') {
        bina_set(record, BINA_DISTRIBUTION_PERSONS_LOW, number(given, "persons_low"));
        bina_set(record, BINA_DISTRIBUTION_PERSONS_HIGH, number(given, "persons_high"));
    }
    return record;
}

/* All of it is given away, and not one more: the chain holds to the last piece. */
static void
give_away(story *s)
{
    csv given = csv_open(s->input, "distribution.csv");
    bina_record *one_more = NULL;

    while (csv_next(&given)) {
        add(s, gift(s, &given, number(&given, "quantity")), "a gift");
        bina_record_free(one_more);
        one_more = gift(s, &given, 1);
    }
    csv_close(&given);
    puts("\nOne piece more than was bought is given away:");
    if (bina_store_add(s->store, one_more, NULL) == BINA_ERR_REFUSED)
        show_refusals(s->store);
    bina_record_free(one_more);
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

int
main(int argc, char **argv)
{
    static const char *const days[][2] = {{"2020-06-08", "2020-06-10"},
                                          {"2020-06-22", "2020-06-24"},
                                          {"2020-07-06", "2020-07-08"},
                                          {"2020-07-20", "2020-07-22"}};
    static story s;
    char path[512];

    if (argc != 4) {
        fprintf(stderr, "usage: ntt INPUT REGISTER FIGURES\n");
        return 2;
    }
    s.input = argv[1];
    s.figures = fopen(argv[3], "w");
    must(NULL, bina_store_open(argv[2], NULL, &s.store), argv[2]);
    if (s.figures == NULL)
        return 1;

    snprintf(path, sizeof path, "%s/plan.yaml", s.input);
    must(s.store, bina_store_load(s.store, path, NULL, NULL), path);
    find_batches(&s);
    find_plan(&s);
    read_absences(&s);
    must(s.store, bina_store_begin(s.store, "the batches of 2020"), "begin");
    step(&s, s.programme, "open", "2020-05-11", NULL, NULL);
    for (int b = 1; b <= 4; b++)
        step(&s, s.batch[b], "open", "2020-05-18", NULL, NULL);
    puts("A fifth batch is opened, for which there is no money left:");
    if (step(&s, s.batch[5], "open", "2020-05-18", NULL, NULL) == BINA_ERR_REFUSED)
        show_refusals(s.store);
    enrol(&s);
    for (int b = 1; b <= 4; b++) {
        happen(&s, b, days[b - 1][0], true);
        step(&s, s.batch[b], "start", days[b - 1][0], NULL, NULL);
        happen(&s, b, days[b - 1][0], false);
    }
    puts("\nTwo were at too few lessons to complete:");
    for (int b = 1; b <= 4; b++)
        teach(&s, b, days[b - 1][1]);
    produce(&s);
    give_away(&s);
    must(s.store, bina_store_commit(s.store), "commit");

    report(&s, "programme_funnel");
    report(&s, "production_balance");
    tell_people(&s);
    tell_production(&s);
    bina_store_close(s.store);
    return fclose(s.figures) != 0;
}
