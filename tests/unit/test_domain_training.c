/* Programmes, batches, seats, lessons, attendance and certificates, lived through day by day. */
#include "test_domain.h"

/* Adds a record whose id nobody asks for. */
#define put(store, ...)                                                                            \
    do {                                                                                           \
        bina_id put_id;                                                                            \
        domain_add(store, put_id, __VA_ARGS__);                                                    \
        ck_assert_int_gt(put_id, 0);                                                               \
    } while (0)

/* A programme that is open, of 2026. */
static bina_id
open_programme(bina_store *store)
{
    bina_id programme;

    domain_add(store, programme, BINA_PROGRAMME, "name=Pelatihan_IKM began=2026-01-05");
    domain_do(store, programme, "open", "2026-01-10", NULL, NULL);
    return programme;
}

/* A training batch of so many seats, open from 1 February, planned for 2 to 4 March. */
static bina_id
open_batch(bina_store *store, bina_id programme, int number, int seats)
{
    bina_id batch;

    domain_add(store, batch, BINA_BATCH,
               "programme=%lld number=%d activity=training seats=%d planned_start=2026-03-02"
               " planned_end=2026-03-04 venue=Balai_Desa region=35.29.14 began=2026-01-20",
               (long long)programme, number, seats);
    domain_do(store, batch, "open", "2026-02-01", NULL, NULL);
    return batch;
}

static bina_id
person(bina_store *store)
{
    return test_add_person(store, "Peserta Uji");
}

static bina_id
try_enrol(bina_store *store, bina_status *status, bina_id batch, bina_id participant,
          const char *state)
{
    return domain_try_add(store, status, BINA_ENROLMENT,
                          "batch=%lld participant=%lld state=%s began=2026-02-10", (long long)batch,
                          (long long)participant, state);
}

static bina_id
enrol(bina_store *store, bina_id batch, const char *state)
{
    bina_status status;
    bina_id id = try_enrol(store, &status, batch, person(store), state);

    ck_ok(store, status);
    return id;
}

static bina_id
lesson(bina_store *store, bina_id batch, int number, const char *on, int hours)
{
    bina_id id;

    domain_add(store, id, BINA_LESSON, "batch=%lld number=%d hours=%d held_on=%s", (long long)batch,
               number, hours, on);
    return id;
}

static void
attend(bina_store *store, bina_id enrolment, bina_id at, int hours)
{
    put(store, BINA_ATTENDANCE, "enrolment=%lld lesson=%lld presence=present hours=%d",
        (long long)enrolment, (long long)at, hours);
}

static void
check_date(bina_store *store, bina_id id, int field, const char *on, const char *expected)
{
    bina_query *query = bina_query_new(bina_id_kind(id));
    const bina_record *row;
    bina_cursor *cursor;

    bina_query_where_int(query, 0, BINA_EQ, id);
    bina_query_true_on(query, domain_day(on));
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_int_eq(bina_record_int(row, field), domain_day(expected));
    bina_cursor_free(cursor);
    bina_query_free(query);
}

/* ---- programmes ---- */

START_TEST(a_programme_is_run_by_two_agencies_in_roles)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), one, two;
    bina_status status;

    domain_add(store, one, BINA_ORGANISATION, "name=Dinas_Koperasi_Uji nature=agency");
    domain_add(store, two, BINA_ORGANISATION, "name=Dinas_Perindag_Uji nature=agency");
    put(store, BINA_PROGRAMME_PARTY,
        "programme=%lld organisation=%lld role=lead valid_from=2026-01-01"
        " valid_to=2026-03-31",
        (long long)programme, (long long)one);
    put(store, BINA_PROGRAMME_PARTY,
        "programme=%lld organisation=%lld"
        " role=co_implementing",
        (long long)programme, (long long)two);
    domain_try_add(store, &status, BINA_PROGRAMME_PARTY,
                   "programme=%lld organisation=%lld role=lead valid_from=2026-03-31",
                   (long long)programme, (long long)two);
    ck_rules(store, status, "programme.lead");
    /* From the day after, the other may lead. */
    put(store, BINA_PROGRAMME_PARTY,
        "programme=%lld organisation=%lld role=lead valid_from=2026-04-01", (long long)programme,
        (long long)two);
    bina_store_close(store);
}
END_TEST

START_TEST(a_programme_ends_after_its_batches)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store);
    bina_id batch = open_batch(store, programme, 1, 20);

    ck_rules(store, domain_step(store, programme, "close", "2026-04-01", NULL, NULL),
             "programme.batches");
    domain_do(store, programme, "cancel", "2026-02-20", "no_budget", NULL);
    ck_state(store, batch, NULL, "cancelled"); /* nobody was in it: it goes with the programme */
    ck_state(store, batch, "2026-02-19", "open");
    ck_rules(store, domain_step(store, batch, "reopen", "2026-02-21", "mistake", NULL),
             "batch.programme");
    domain_do(store, programme, "reopen", "2026-02-21", "mistake", NULL);
    domain_do(store, batch, "reopen", "2026-02-21", "mistake", NULL);
    ck_rules(store, domain_step(store, batch, "open", "2026-02-21", NULL, NULL),
             "batch.programme"); /* still a draft */
    bina_store_close(store);
}
END_TEST

START_TEST(several_funds_pay_for_one_batch)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), batch, apbn, apbd, first, second;

    domain_add(store, apbn, BINA_FUND,
               "name=APBN_Uji source=apbn fiscal_year=2026"
               " ceiling=30000000");
    domain_add(store, apbd, BINA_FUND,
               "name=APBD_Uji source=apbd fiscal_year=2026"
               " ceiling=10000000");
    domain_add(store, batch, BINA_BATCH,
               "programme=%lld number=1 activity=training seats=20 planned_start=2026-03-02"
               " began=2026-01-20",
               (long long)programme);
    domain_add(store, first, BINA_COMMITMENT,
               "fund=%lld subject=%lld amount=30000000"
               " began=2026-01-20",
               (long long)apbn, (long long)batch);
    domain_add(store, second, BINA_COMMITMENT,
               "fund=%lld subject=%lld amount=10000001"
               " began=2026-01-20",
               (long long)apbd, (long long)batch);
    /* One rupiah more than the second fund has: the batch does not open, and neither is bound. */
    ck_refused(store, domain_step(store, batch, "open", "2026-02-01", NULL, NULL),
               BINA_ERR_REFUSED);
    ck_state(store, first, NULL, "planned");
    ck_state(store, batch, NULL, "planned");
    {
        bina_record *less = NULL;
        ck_ok(store, bina_store_get(store, second, &less));
        bina_set_int(less, BINA_COMMITMENT_AMOUNT, 10000000);
        ck_ok(store, bina_store_update(store, less));
        bina_record_free(less);
    }
    domain_do(store, batch, "open", "2026-02-01", NULL, NULL);
    ck_state(store, first, NULL, "committed");
    ck_state(store, second, NULL, "committed");
    domain_do(store, batch, "cancel", "2026-02-05", "no_budget", NULL);
    ck_state(store, first, NULL, "released");
    bina_store_close(store);
}
END_TEST

/* ---- batches ---- */

/* What was opened on the way is not undone under those who came through it. */
START_TEST(an_undo_leaves_no_child_without_its_parent)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), batch;
    int64_t opened, last;
    char rules[512];

    ck_ok(store, bina_store_last_commit(store, &opened)); /* the programme was opened by it */
    batch = open_batch(store, programme, 1, 20);
    ck_ok(store, bina_store_last_commit(store, &last)); /* and the batch by this */
    ck_assert_int_eq(bina_store_undo(store, opened, NULL), BINA_ERR_REFUSED);
    domain_rules(store, rules);
    ck_assert_str_eq(rules, "programme.batches");
    enrol(store, batch, "enrolled");
    ck_assert_int_eq(bina_store_undo(store, last, NULL), BINA_ERR_REFUSED);
    domain_rules(store, rules);
    ck_assert_str_eq(rules, "batch.people");
    bina_store_close(store);
}
END_TEST

START_TEST(a_batch_postponed_keeps_its_old_plan)
{
    bina_store *store = domain_open();
    bina_id batch = open_batch(store, open_programme(store), 1, 20);

    ck_rules(store, domain_step(store, batch, "postpone", "2026-02-20", "pandemic", NULL),
             "batch.new_start");
    ck_rules(store,
             domain_step(store, batch, "postpone", "2026-02-20", "pandemic",
                         "planned_start=2026-03-02 planned_end=2026-03-04"),
             "batch.new_start");
    domain_do(store, batch, "postpone", "2026-02-20", "pandemic",
              "planned_start=2026-06-08 planned_end=2026-06-10");
    ck_state(store, batch, "2026-02-19", "open");
    ck_state(store, batch, "2026-02-20", "postponed");
    check_date(store, batch, BINA_BATCH_PLANNED_START, "2026-02-19", "2026-03-02");
    check_date(store, batch, BINA_BATCH_PLANNED_START, "2026-06-30", "2026-06-08");
    check_date(store, batch, BINA_BATCH_PLANNED_END, "2026-02-19", "2026-03-04");
    domain_do(store, batch, "open", "2026-05-20", NULL, NULL);
    ck_state(store, batch, NULL, "open");
    bina_store_close(store);
}
END_TEST

START_TEST(a_batch_lives_from_plan_to_end)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), batch = open_batch(store, programme, 1, 2), e;

    ck_rules(store, domain_step(store, batch, "start", "2026-03-02", NULL, NULL),
             "batch.participants");
    e = enrol(store, batch, "enrolled");
    domain_do(store, batch, "start", "2026-03-02", NULL, "started=2026-03-02");
    ck_state(store, programme, NULL, "running"); /* begins with its first batch */
    ck_state(store, e, NULL, "active");
    ck_rules(store, domain_step(store, batch, "complete", "2026-03-04", NULL, NULL),
             "batch.lessons batch.participants");
    attend(store, e, lesson(store, batch, 1, "2026-03-02", 8), 8);
    domain_do(store, e, "complete", "2026-03-04", NULL, NULL);
    ck_rules(store, domain_step(store, batch, "cancel", "2026-03-04", "market", NULL),
             "batch.completed");
    domain_do(store, batch, "complete", "2026-03-04", NULL, "ended=2026-03-04 cost=25000000");
    domain_do(store, programme, "close", "2026-06-30", NULL, NULL);
    bina_store_close(store);
}
END_TEST

/* ---- seats ---- */

START_TEST(the_last_seat_goes_to_one_of_two_applicants)
{
    bina_store *store = domain_open();
    bina_id batch = open_batch(store, open_programme(store), 1, 1);
    bina_id one = enrol(store, batch, "applied"), two = enrol(store, batch, "applied");
    bina_record *fewer = NULL;
    bina_status status;

    domain_do(store, one, "accept", "2026-02-11", NULL, NULL);
    ck_rules(store, domain_step(store, two, "accept", "2026-02-11", NULL, NULL), "batch.seats");
    ck_state(store, two, NULL, "applied");
    try_enrol(store, &status, batch, person(store), "enrolled");
    ck_rules(store, status, "batch.seats");
    domain_do(store, two, "waitlist", "2026-02-11", NULL, NULL);
    /* Nor can the seat be taken away under the one who has it. */
    ck_ok(store, bina_store_get(store, batch, &fewer));
    bina_set_int(fewer, BINA_BATCH_SEATS, 0);
    ck_rules(store, bina_store_update(store, fewer), "batch.seats");
    bina_record_free(fewer);
    bina_store_close(store);
}
END_TEST

START_TEST(the_waitlist_moves_up_by_itself)
{
    bina_store *store = domain_open();
    bina_id batch = open_batch(store, open_programme(store), 1, 1);
    bina_id in = enrol(store, batch, "enrolled"), first, second, dead, late;
    bina_id gone = person(store);
    bina_record *record = NULL;

    domain_add(store, dead, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=waitlisted applied=2026-01-01 began=2026-02-01",
               (long long)batch, (long long)gone);
    ck_ok(store, bina_store_get(store, gone, &record));
    bina_set_int(record, BINA_PERSON_DIED, domain_day("2026-02-11"));
    ck_ok(store, bina_store_update(store, record));
    bina_record_free(record);
    domain_add(store, second, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=waitlisted applied=2026-02-02 began=2026-02-02",
               (long long)batch, (long long)person(store));
    domain_add(store, late, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=waitlisted applied=2026-02-09 began=2026-02-09",
               (long long)batch, (long long)person(store));
    domain_add(store, first, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=waitlisted applied=2026-02-05 began=2026-02-05"
               " priority=1",
               (long long)batch, (long long)person(store));
    domain_do(store, in, "withdraw", "2026-02-15", "illness", NULL);
    ck_state(store, first, NULL, "enrolled"); /* by priority, before the earlier day */
    ck_state(store, first, "2026-02-14", "waitlisted");
    ck_state(store, second, NULL, "waitlisted");
    domain_do(store, first, "withdraw", "2026-02-16", "other_work", NULL);
    ck_state(store, second, NULL, "enrolled"); /* then by day of application; the dead are passed */
    ck_state(store, dead, NULL, "waitlisted");
    /* More seats: the next moves up, too. */
    ck_ok(store, bina_store_get(store, batch, &record));
    bina_set_int(record, BINA_BATCH_SEATS, 5);
    ck_ok(store, bina_store_update(store, record));
    bina_record_free(record);
    ck_state(store, late, NULL, "enrolled");
    ck_assert_int_eq(domain_count(store, BINA_STEP, BINA_STEP_VERB, bina_text("move_up")), 3);
    bina_store_close(store);
}
END_TEST

/* A seat left on a day when nobody waited goes to who waits since, when what is due is taken. */
START_TEST(a_seat_left_before_anybody_waited_is_due)
{
    bina_store *store = domain_open();
    bina_id batch = open_batch(store, open_programme(store), 1, 1);
    bina_id in = enrol(store, batch, "enrolled"), waiting, after;
    bina_cursor *cursor = NULL;

    domain_add(store, waiting, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=waitlisted applied=2026-02-16 began=2026-02-16",
               (long long)batch, (long long)person(store));
    domain_add(store, after, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=waitlisted applied=2026-02-17 began=2026-02-17",
               (long long)batch, (long long)person(store));
    domain_do(store, in, "withdraw", "2026-02-15", "illness", NULL);
    ck_state(store, waiting, NULL, "waitlisted");
    ck_ok(store, bina_advance_due(store, 0, false, &cursor));
    bina_cursor_free(cursor);
    ck_state(store, waiting, NULL, "enrolled");
    ck_state(store, after, NULL, "waitlisted");
    bina_store_close(store);
}
END_TEST

START_TEST(a_no_show_is_replaced)
{
    bina_store *store = domain_open();
    bina_id batch = open_batch(store, open_programme(store), 1, 1);
    bina_id absent = enrol(store, batch, "enrolled"), taker, next;
    bina_status status;

    domain_do(store, batch, "start", "2026-03-02", NULL, NULL);
    domain_do(store, absent, "no_show", "2026-03-02", NULL, NULL);
    try_enrol(store, &status, batch, person(store), "enrolled");
    ck_rules(store, status, "batch.seats"); /* the seat is taken until somebody replaces */
    ck_rules(store, domain_step(store, absent, "replace", "2026-03-02", NULL, NULL),
             "enrolment.taker");
    domain_add(store, taker, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=enrolled replaces=%lld began=2026-03-02",
               (long long)batch, (long long)person(store), (long long)absent);
    ck_state(store, absent, NULL, "replaced");
    ck_state(store, taker, NULL, "enrolled");
    /* Twice it cannot be replaced. */
    domain_try_add(store, &status, BINA_ENROLMENT,
                   "batch=%lld participant=%lld state=enrolled replaces=%lld began=2026-03-02",
                   (long long)batch, (long long)person(store), (long long)absent);
    ck_rules(store, status, "enrolment.replaces batch.seats");
    /* With somebody waiting, the seat goes there, and says whose it was. */
    next = enrol(store, batch, "waitlisted");
    domain_do(store, taker, "no_show", "2026-03-03", NULL, NULL);
    domain_do(store, taker, "replace", "2026-03-03", NULL, NULL);
    ck_state(store, next, NULL, "enrolled");
    {
        bina_record *record = NULL;
        ck_ok(store, bina_store_get(store, next, &record));
        ck_assert_int_eq(bina_record_int(record, BINA_ENROLMENT_REPLACES), taker);
        bina_record_free(record);
    }
    bina_store_close(store);
}
END_TEST

START_TEST(nobody_is_twice_in_a_batch_or_in_two_at_once)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), batch = open_batch(store, programme, 1, 20);
    bina_id other = open_batch(store, programme, 2, 20), who = person(store), one;
    bina_status status;

    one = try_enrol(store, &status, batch, who, "enrolled");
    ck_ok(store, status);
    try_enrol(store, &status, batch, who, "applied");
    ck_rules(store, status, "enrolment.twice");
    try_enrol(store, &status, other, who, "enrolled");
    ck_rules(store, status, "enrolment.clash"); /* the planned days are the same */
    lesson(store, batch, 1, "2026-03-02", 8);
    lesson(store, other, 1, "2026-03-03", 8);
    try_enrol(store, &status, other, who, "enrolled");
    ck_ok(store, status); /* the lessons are not */
    domain_do(store, one, "withdraw", "2026-02-12", "illness", NULL);
    try_enrol(store, &status, batch, who, "enrolled");
    ck_rules(store, status, "enrolment.twice"); /* there is a way back for who left */
    domain_do(store, one, "reapply", "2026-02-13", "mistake", NULL);
    domain_do(store, one, "accept", "2026-02-13", NULL, NULL);
    bina_store_close(store);
}
END_TEST

START_TEST(only_those_who_stand_for_themselves_take_part)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), batch = open_batch(store, programme, 1, 20);
    bina_id closed = test_add_enterprise(store, "Usaha Tutup", "35.29.14.2008", -1);
    bina_id dead = person(store), planned;
    bina_record *record = NULL;
    bina_status status;

    ck_ok(store, bina_store_get(store, dead, &record));
    bina_set_int(record, BINA_PERSON_DIED, domain_day("2026-01-31"));
    ck_ok(store, bina_store_update(store, record));
    bina_record_free(record);
    try_enrol(store, &status, batch, dead, "applied");
    ck_rules(store, status, "enrolment.died");
    ck_ok(store, bina_store_set_dated(store, closed, BINA_ENTERPRISE_STATUS, bina_text("closed"),
                                      domain_day("2026-01-01")));
    try_enrol(store, &status, batch, closed, "enrolled");
    ck_rules(store, status, "enrolment.closed");
    domain_add(store, planned, BINA_BATCH,
               "programme=%lld number=7 activity=training seats=1"
               " began=2026-01-20",
               (long long)programme);
    try_enrol(store, &status, planned, person(store), "enrolled");
    ck_rules(store, status, "enrolment.batch");
    try_enrol(store, &status, planned, person(store), "applied");
    ck_ok(store, status);
    bina_store_close(store);
}
END_TEST

/* The programme's own policy: women only. Who does not meet it may apply, and is not let in. */
START_TEST(the_policy_says_who_is_eligible)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), batch = open_batch(store, programme, 1, 20);
    bina_id woman, man, policy, applied;
    bina_status status;

    domain_add(store, policy, BINA_POLICY,
               "name=eligibility version=1 programme=%lld valid_from=2026-01-01",
               (long long)programme);
    put(store, BINA_POLICY_RULE,
        "policy=%lld number=1 rule=eligibility.sex fact=person.sex compare=is value=female",
        (long long)policy);
    domain_add(store, woman, BINA_PERSON, "name=Peserta_Uji sex=female");
    domain_add(store, man, BINA_PERSON, "name=Peserta_Uji sex=male");
    try_enrol(store, &status, batch, woman, "enrolled");
    ck_ok(store, status);
    try_enrol(store, &status, batch, man, "enrolled");
    ck_rules(store, status, "eligibility.sex");
    try_enrol(store, &status, batch, man, "waitlisted");
    ck_rules(store, status, "eligibility.sex");
    applied = try_enrol(store, &status, batch, man, "applied");
    ck_ok(store, status);
    ck_rules(store, domain_step(store, applied, "accept", "2026-02-11", NULL, NULL),
             "eligibility.sex");
    domain_do(store, applied, "reject", "2026-02-11", "not_eligible", NULL);
    bina_store_close(store);
}
END_TEST

/* Who was in a batch that is called off still wants to come. */
START_TEST(a_cancelled_batch_leaves_its_people_waiting)
{
    bina_store *store = domain_open();
    bina_id batch = open_batch(store, open_programme(store), 1, 2);
    bina_id enrolled = enrol(store, batch, "enrolled"), applied = enrol(store, batch, "applied");
    bina_id gone = enrol(store, batch, "enrolled");

    domain_do(store, gone, "withdraw", "2026-02-12", "moved", NULL);
    domain_do(store, batch, "cancel", "2026-02-20", "no_budget", NULL);
    ck_state(store, enrolled, NULL, "waitlisted");
    ck_state(store, applied, NULL, "applied"); /* never let in: nobody judged it yet */
    ck_state(store, gone, NULL, "withdrawn");
    ck_state(store, enrolled, "2026-02-19", "enrolled");
    bina_store_close(store);
}
END_TEST

START_TEST(a_participant_is_transferred_between_batches)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), batch = open_batch(store, programme, 1, 1);
    bina_id next = open_batch(store, programme, 2, 1), in = enrol(store, batch, "enrolled");
    bina_id waiting = enrol(store, batch, "waitlisted"), full = enrol(store, next, "enrolled");
    char fields[64];

    snprintf(fields, sizeof fields, "next_batch=%lld", (long long)next);
    ck_rules(store, domain_step(store, in, "transfer", "2026-02-15", NULL, NULL),
             "lifecycle.value");
    ck_rules(store, domain_step(store, in, "transfer", "2026-02-15", NULL, fields), "batch.seats");
    ck_state(store, in, NULL, "enrolled"); /* the whole was refused */
    ck_state(store, waiting, NULL, "waitlisted");
    domain_do(store, full, "withdraw", "2026-02-15", "illness", NULL);
    domain_do(store, in, "transfer", "2026-02-15", NULL, fields);
    ck_state(store, in, NULL, "transferred");
    ck_state(store, waiting, NULL, "enrolled");
    ck_assert_int_eq(domain_count(store, BINA_ENROLMENT, BINA_ENROLMENT_CAME_FROM, bina_int(in)),
                     1);
    bina_store_close(store);
}
END_TEST

/* ---- clashes ---- */

START_TEST(a_trainer_is_not_in_two_places)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), one = open_batch(store, programme, 1, 20), two;
    bina_id trainer = person(store), id;
    bina_status status;

    domain_add(store, two, BINA_BATCH,
               "programme=%lld number=2 activity=training seats=20"
               " venue=Gedung_Lain began=2026-01-20",
               (long long)programme);
    put(store, BINA_LESSON,
        "batch=%lld number=1 hours=4 held_on=2026-03-02"
        " starts_at=480 ends_at=720",
        (long long)one);
    put(store, BINA_LESSON,
        "batch=%lld number=1 hours=4 held_on=2026-03-02"
        " starts_at=600 ends_at=780",
        (long long)two);
    put(store, BINA_ASSIGNMENT, "subject=%lld party=%lld role=lead_trainer", (long long)one,
        (long long)trainer);
    domain_try_add(store, &status, BINA_ASSIGNMENT, "subject=%lld party=%lld role=trainer",
                   (long long)two, (long long)trainer);
    ck_rules(store, status, "lesson.trainer");
    put(store, BINA_ASSIGNMENT, "subject=%lld party=%lld role=observer", (long long)two,
        (long long)trainer);
    /* For the afternoon only is well. */
    domain_add(store, id, BINA_LESSON,
               "batch=%lld number=2 hours=4 held_on=2026-03-02"
               " starts_at=780 ends_at=960",
               (long long)two);
    put(store, BINA_ASSIGNMENT, "subject=%lld party=%lld role=trainer", (long long)id,
        (long long)trainer);
    /* Then no other lesson can be set at that time for the first batch. */
    domain_try_add(store, &status, BINA_LESSON,
                   "batch=%lld number=2 hours=4 held_on=2026-03-02"
                   " starts_at=900 ends_at=1000",
                   (long long)one);
    ck_rules(store, status, "lesson.trainer");
    domain_try_add(store, &status, BINA_LESSON,
                   "batch=%lld number=2 hours=4 held_on=2026-03-02"
                   " starts_at=960 ends_at=1000",
                   (long long)one);
    ck_ok(store, status);
    bina_store_close(store);
}
END_TEST

START_TEST(a_venue_holds_one_lesson_at_a_time)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), one = open_batch(store, programme, 1, 20);
    bina_id two = open_batch(store, programme, 2, 20);
    bina_status status;

    lesson(store, one, 1, "2026-03-02", 8);
    domain_try_add(store, &status, BINA_LESSON, "batch=%lld number=1 hours=4 held_on=2026-03-02",
                   (long long)two);
    ck_rules(store, status, "lesson.venue");
    put(store, BINA_LESSON, "batch=%lld number=1 hours=4 held_on=2026-03-02 venue=Aula_Lain",
        (long long)two);
    lesson(store, two, 2, "2026-03-03", 4);
    domain_try_add(store, &status, BINA_LESSON,
                   "batch=%lld number=2 hours=4 held_on=2026-03-03"
                   " venue=AULA_LAIN",
                   (long long)one);
    ck_ok(store, status);
    domain_try_add(store, &status, BINA_LESSON, "batch=%lld number=2 hours=4 held_on=2026-03-04",
                   (long long)one);
    ck_assert_int_eq(status, BINA_ERR_DUPLICATE);
    bina_store_close(store);
}
END_TEST

/* ---- attendance and certificates ---- */

/* A running batch with ten lesson hours on two days and one participant. */
static bina_id
ten_hours(bina_store *store, bina_id lessons[2], bina_id *batch)
{
    bina_id e;

    *batch = open_batch(store, open_programme(store), 1, 20);
    e = enrol(store, *batch, "enrolled");
    lessons[0] = lesson(store, *batch, 1, "2026-03-02", 5);
    lessons[1] = lesson(store, *batch, 2, "2026-03-03", 5);
    domain_do(store, *batch, "start", "2026-03-02", NULL, NULL);
    return e;
}

START_TEST(eighty_percent_is_enough_and_one_hour_less_is_not)
{
    bina_store *store = domain_open();
    bina_id lessons[2], batch, e = ten_hours(store, lessons, &batch), id;
    bina_status status;
    bina_record *record = NULL;

    attend(store, e, lessons[0], 5);
    domain_add(store, id, BINA_ATTENDANCE, "enrolment=%lld lesson=%lld presence=present hours=2",
               (long long)e, (long long)lessons[1]);
    ck_rules(store, domain_step(store, e, "complete", "2026-03-02", NULL, NULL),
             "enrolment.lessons_left enrolment.attendance");
    ck_rules(store, domain_step(store, e, "complete", "2026-03-03", NULL, NULL),
             "enrolment.attendance"); /* 7 of 10 */
    ck_ok(store, bina_store_get(store, id, &record));
    bina_set_int(record, BINA_ATTENDANCE_HOURS, 6);
    ck_rules(store, bina_store_update(store, record), "attendance.hours");
    bina_set_int(record, BINA_ATTENDANCE_HOURS, 3);
    ck_ok(store, bina_store_update(store, record));
    bina_record_free(record);
    ck_rules(store, domain_step(store, e, "end_below", "2026-03-03", NULL, NULL),
             "enrolment.reached");
    domain_do(store, e, "complete", "2026-03-03", NULL, NULL); /* 8 of 10 */
    /* What was decided on is not changed behind it. */
    domain_try_add(store, &status, BINA_ATTENDANCE, "enrolment=%lld lesson=%lld presence=absent",
                   (long long)e, (long long)lessons[0]);
    ck_rules(store, status, "attendance.enrolment");
    ck_rules(store, bina_store_remove(store, id), "attendance.enrolment");
    bina_store_close(store);
}
END_TEST

START_TEST(attendance_is_of_the_same_batch)
{
    bina_store *store = domain_open();
    bina_id lessons[2], batch, e = ten_hours(store, lessons, &batch), other, id;
    bina_record *record = NULL;
    bina_status status;

    ck_ok(store, bina_store_get(store, batch, &record));
    domain_add(store, other, BINA_BATCH,
               "programme=%lld number=9 activity=training seats=1 began=2026-01-20",
               (long long)bina_record_int(record, BINA_BATCH_PROGRAMME));
    bina_record_free(record);
    id = lesson(store, other, 1, "2026-03-09", 5);
    domain_try_add(store, &status, BINA_ATTENDANCE, "enrolment=%lld lesson=%lld presence=present",
                   (long long)e, (long long)id);
    ck_rules(store, status, "attendance.batch");
    domain_try_add(store, &status, BINA_ATTENDANCE,
                   "enrolment=%lld lesson=%lld presence=excused hours=1", (long long)e,
                   (long long)lessons[0]);
    ck_rules(store, status, "attendance.hours"); /* who was excused was not there */
    bina_store_close(store);
}
END_TEST

START_TEST(a_revoked_certificate_is_not_counted)
{
    bina_store *store = domain_open();
    bina_id lessons[2], batch, e = ten_hours(store, lessons, &batch), certificate;
    bina_status status;
    bina_record *record = NULL;
    char code[32];

    attend(store, e, lessons[0], 5);
    attend(store, e, lessons[1], 5);
    domain_try_add(store, &status, BINA_CERTIFICATE,
                   "enrolment=%lld nature=completion"
                   " serial=UJI/1 issued=2026-03-05 began=2026-03-05",
                   (long long)e);
    ck_rules(store, status, "certificate.not_completed");
    domain_do(store, e, "complete", "2026-03-04", NULL, NULL);
    domain_try_add(store, &status, BINA_CERTIFICATE,
                   "enrolment=%lld nature=completion"
                   " serial=UJI/0 issued=2026-03-03 began=2026-03-03",
                   (long long)e);
    ck_rules(store, status, "certificate.too_early");
    domain_add(store, certificate, BINA_CERTIFICATE,
               "enrolment=%lld nature=completion"
               " serial=UJI/1 issued=2026-03-05 began=2026-03-05",
               (long long)e);
    domain_try_add(store, &status, BINA_CERTIFICATE,
                   "enrolment=%lld nature=completion"
                   " serial=UJI/2 issued=2026-03-05 began=2026-03-05",
                   (long long)e);
    ck_rules(store, status, "certificate.twice");
    ck_ok(store, bina_store_get(store, certificate, &record));
    ck_assert_int_eq(bina_record_int(record, BINA_CERTIFICATE_HOURS), 10);
    snprintf(code, sizeof code, "%s", bina_record_text(record, BINA_CERTIFICATE_VERIFY_CODE));
    ck_assert_uint_eq(strlen(code), 14);
    bina_record_free(record);
    ck_rules(store, domain_step(store, e, "correct", "2026-03-06", "mistake", NULL),
             "enrolment.certificate");
    domain_do(store, certificate, "revoke", "2026-03-10", "mistake", NULL);
    ck_state(store, e, NULL, "below_threshold");
    ck_state(store, e, "2026-03-09", "completed");
    domain_do(store, certificate, "reinstate", "2026-03-12", "mistake", NULL);
    ck_state(store, e, NULL, "completed");
    bina_store_close(store);
}
END_TEST

START_TEST(help_with_a_permit_is_completed_by_its_outcome)
{
    bina_store *store = domain_open();
    bina_id programme = open_programme(store), batch, fair, who = person(store), e;

    domain_add(store, batch, BINA_BATCH,
               "programme=%lld number=1 activity=permit_pirt seats=5"
               " planned_start=2026-03-02 began=2026-01-20",
               (long long)programme);
    domain_do(store, batch, "open", "2026-02-01", NULL, NULL);
    domain_add(store, e, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=enrolled"
               " began=2026-02-10",
               (long long)batch, (long long)who);
    domain_do(store, batch, "start", "2026-03-02", NULL, NULL);
    ck_rules(store, domain_step(store, e, "complete", "2026-04-01", NULL, NULL),
             "enrolment.outcome");
    put(store, BINA_OUTCOME,
        "party=%lld nature=permit_obtained cause=%lld"
        " claimed=2026-03-30 began=2026-03-30 claimed_by=Petugas_A",
        (long long)who, (long long)batch);
    domain_do(store, e, "complete", "2026-04-01", NULL, NULL);
    /* A fair asks for nothing but being there. */
    domain_add(store, fair, BINA_BATCH,
               "programme=%lld number=1 activity=fair seats=5"
               " planned_start=2026-05-04 began=2026-01-20",
               (long long)programme);
    domain_do(store, fair, "open", "2026-04-02", NULL, NULL);
    domain_add(store, e, BINA_ENROLMENT,
               "batch=%lld participant=%lld state=enrolled"
               " began=2026-04-10",
               (long long)fair, (long long)who);
    domain_do(store, fair, "start", "2026-05-04", NULL, NULL);
    domain_do(store, e, "complete", "2026-05-05", NULL, NULL);
    bina_store_close(store);
}
END_TEST

static Suite *
suite(void)
{
    Suite *s = suite_create("training");
    TCase *programmes = tcase_create("programmes and batches");
    TCase *seats = tcase_create("seats"), *results = tcase_create("lessons and results");

    tcase_add_checked_fixture(programmes, test_begin, test_end);
    tcase_add_test(programmes, a_programme_is_run_by_two_agencies_in_roles);
    tcase_add_test(programmes, a_programme_ends_after_its_batches);
    tcase_add_test(programmes, several_funds_pay_for_one_batch);
    tcase_add_test(programmes, an_undo_leaves_no_child_without_its_parent);
    tcase_add_test(programmes, a_batch_postponed_keeps_its_old_plan);
    tcase_add_test(programmes, a_batch_lives_from_plan_to_end);
    suite_add_tcase(s, programmes);

    tcase_add_checked_fixture(seats, test_begin, test_end);
    tcase_add_test(seats, the_last_seat_goes_to_one_of_two_applicants);
    tcase_add_test(seats, the_waitlist_moves_up_by_itself);
    tcase_add_test(seats, a_seat_left_before_anybody_waited_is_due);
    tcase_add_test(seats, a_no_show_is_replaced);
    tcase_add_test(seats, nobody_is_twice_in_a_batch_or_in_two_at_once);
    tcase_add_test(seats, only_those_who_stand_for_themselves_take_part);
    tcase_add_test(seats, the_policy_says_who_is_eligible);
    tcase_add_test(seats, a_cancelled_batch_leaves_its_people_waiting);
    tcase_add_test(seats, a_participant_is_transferred_between_batches);
    suite_add_tcase(s, seats);

    tcase_add_checked_fixture(results, test_begin, test_end);
    tcase_add_test(results, a_trainer_is_not_in_two_places);
    tcase_add_test(results, a_venue_holds_one_lesson_at_a_time);
    tcase_add_test(results, eighty_percent_is_enough_and_one_hour_less_is_not);
    tcase_add_test(results, attendance_is_of_the_same_batch);
    tcase_add_test(results, a_revoked_certificate_is_not_counted);
    tcase_add_test(results, help_with_a_permit_is_completed_by_its_outcome);
    suite_add_tcase(s, results);
    return s;
}

int
main(void)
{
    return test_run(suite());
}
