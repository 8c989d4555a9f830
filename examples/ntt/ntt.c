/*
 * Four batches of twenty in Nusa Tenggara Timur: from the plan to what became of every mask.
 *
 *     ntt FOLDER-OF-INPUT REGISTER FIGURES.CSV
 *
 * Everything is done through the public functions of libbina. figures.c tells what came of it; rows.h has
 * what is not about the story.
 */
#include <bina.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "rows.h"
#include "story.h"

/* ---- small helpers ---- */

static bina_id
add(story *s, bina_record *record, const char *what)
{
    bina_id id = 0;

    must(s->store, bina_store_add(s->store, record, &id), what);
    bina_record_free(record);
    return id;
}

bina_status
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
        const char *reason = *text(&events, "of") == '\0' ? NULL : text(&events, "of");
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
        } else if (step(s, enrolment, event, day, reason, NULL) == BINA_ERR_REFUSED) {
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
    settle(&s);
    must(s.store, bina_store_commit(s.store), "commit");

    tell(&s);
    bina_store_close(s.store);
    return fclose(s.figures) != 0;
}
