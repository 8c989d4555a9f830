/* Reports on programmes: one batch and its people, told as of days before and after each event. */
#include "test_domain.h"

static bina_store *store;
static bina_id programme, batch, lessons[2], first, second, waiting, certificate;

static bina_id
enrolment(const char *state, const char *began)
{
    bina_id id;

    domain_add(store, id, BINA_ENROLMENT, "batch=%lld participant=%lld state=%s began=%s",
               (long long)batch, (long long)test_add_person(store, "Peserta Uji"), state, began);
    return id;
}

static void
attend(bina_id who, bina_id at)
{
    bina_id id;

    domain_add(store, id, BINA_ATTENDANCE, "enrolment=%lld lesson=%lld presence=present",
               (long long)who, (long long)at);
    ck_assert_int_ne(id, 0);
}

/*
 * A batch of two seats, planned for 2 March and postponed on 20 February to 9 March. Two enrol on
 * 10 February, a third waits; the second withdraws on 12 March and the third moves up. The first
 * attends all ten hours, is certified on the 13th, and the certificate is revoked on the 20th.
 */
static void
begin(void)
{
    bina_id id;

    test_begin();
    store = domain_open();
    domain_add(store, programme, BINA_PROGRAMME,
               "name=Pelatihan_Uji region=35.29 began=2026-01-05");
    domain_add(store, id, BINA_TARGET, "programme=%lld what=trained fiscal_year=2026 quantity=80",
               (long long)programme);
    domain_do(store, programme, "open", "2026-01-10", NULL, NULL);
    domain_add(store, batch, BINA_BATCH,
               "programme=%lld number=4 activity=training seats=2 planned_start=2026-03-02"
               " planned_hours=10 region=35.29.14 began=2026-01-20",
               (long long)programme);
    domain_add(store, id, BINA_FIGURE,
               "subject=%lld what=trained unit=person low=80 day_from=2026-04-01 speaker=Kabid",
               (long long)batch);
    domain_do(store, batch, "open", "2026-02-01", NULL, NULL);
    first = enrolment("enrolled", "2026-02-10");
    second = enrolment("enrolled", "2026-02-10");
    waiting = enrolment("waitlisted", "2026-02-11");
    domain_do(store, batch, "postpone", "2026-02-20", "pandemic", "planned_start=2026-03-09");
    domain_do(store, batch, "open", "2026-03-01", NULL, NULL);
    domain_add(store, lessons[0], BINA_LESSON, "batch=%lld number=1 hours=5 held_on=2026-03-10",
               (long long)batch);
    domain_add(store, lessons[1], BINA_LESSON, "batch=%lld number=2 hours=5 held_on=2026-03-11",
               (long long)batch);
    domain_do(store, batch, "start", "2026-03-10", NULL, NULL);
    attend(first, lessons[0]);
    attend(first, lessons[1]);
    attend(second, lessons[0]);
    domain_do(store, second, "withdraw", "2026-03-12", "illness", NULL);
    domain_do(store, first, "complete", "2026-03-12", NULL, NULL);
    domain_add(store, certificate, BINA_CERTIFICATE,
               "enrolment=%lld nature=completion serial=UJI/1 issued=2026-03-13 began=2026-03-13",
               (long long)first);
    domain_do(store, certificate, "revoke", "2026-03-20", "mistake", NULL);
    ck_assert_int_ne(id, 0);
}

static void
end(void)
{
    bina_store_close(store);
    test_end();
}

/* A number of the row whose column `key` holds `id` (0: null), on a day; -1 when it is null. */
static int64_t
told(const char *report, const char *on, const char *key, bina_id id, const char *column)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    const bina_description *columns = bina_report_columns(report);
    int at = bina_description_find(columns, key), slot = bina_description_find(columns, column);
    const bina_record *row;
    bina_cursor *cursor = NULL;
    int64_t found = -2;

    ck_assert_int_ge(slot, 0);
    options.true_on = domain_day(on);
    options.programme = programme;
    options.region = "35.29";
    ck_ok(store, bina_report_run(store, report, &options, &cursor));
    while (bina_cursor_next(cursor, &row) == BINA_OK)
        if (bina_record_int(row, at) == id && found == -2)
            found = bina_record_get(row, slot).type != BINA_NULL ? bina_record_int(row, slot) : -1;
    bina_cursor_free(cursor);
    bina_description_free(columns);
    return found;
}

#define funnel(on, of, column) told("programme_funnel", on, "batch", of, column)

START_TEST(the_funnel_tells_any_day)
{
    ck_assert_int_eq(funnel("2026-02-09", batch, "applied"), 0);
    ck_assert_int_eq(funnel("2026-02-15", batch, "applied"), 3);
    ck_assert_int_eq(funnel("2026-02-15", batch, "enrolled"), 2);
    ck_assert_int_eq(funnel("2026-02-15", batch, "waitlisted"), 1);
    ck_assert_int_eq(funnel("2026-03-11", batch, "active"), 2);
    ck_assert_int_eq(funnel("2026-03-12", batch, "enrolled"), 1); /* moved up */
    ck_assert_int_eq(funnel("2026-03-12", batch, "left"), 1);
    ck_assert_int_eq(funnel("2026-03-12", batch, "certificates"), 0);
    ck_assert_int_eq(funnel("2026-03-13", batch, "certificates"), 1);
    ck_assert_int_eq(funnel("2026-03-19", batch, "completed"), 1);
    ck_assert_int_eq(funnel("2026-03-20", batch, "certificates"), 0); /* revoked: not counted */
    ck_assert_int_eq(funnel("2026-03-20", batch, "completed"), 0);
    ck_assert_int_eq(funnel("2026-03-20", batch, "below_threshold"), 1);
    ck_assert_int_eq(funnel("2026-03-20", 0, "target"), 80); /* the programme as a whole */
    ck_assert_int_eq(funnel("2026-03-20", 0, "applied"), 3);
}
END_TEST

/* A batch of 80 that was only said to be is beside what is registered, and adds to nothing. */
START_TEST(what_was_declared_stands_apart)
{
    ck_assert_int_eq(funnel("2026-03-31", batch, "declared_least"), -1);
    ck_assert_int_eq(funnel("2026-04-01", batch, "declared_least"), 80);
    ck_assert_int_eq(funnel("2026-04-01", batch, "applied"), 3);
    ck_assert_int_eq(funnel("2026-04-01", 0, "declared_least"), -1);
}
END_TEST

START_TEST(attendance_is_held_against_the_policy)
{
    ck_assert_int_eq(told("attendance", "2026-03-10", "enrolment", first, "held"), 5);
    ck_assert_int_eq(told("attendance", "2026-03-11", "enrolment", first, "attended"), 10);
    ck_assert_int_eq(told("attendance", "2026-03-11", "enrolment", first, "reached"), 1);
    ck_assert_int_eq(told("attendance", "2026-03-11", "enrolment", second, "attended"), 5);
    ck_assert_int_eq(told("attendance", "2026-03-11", "enrolment", second, "least"), 80);
    ck_assert_int_eq(told("attendance", "2026-03-11", "enrolment", second, "reached"), 0);
    ck_assert_int_eq(told("attendance", "2026-03-11", "enrolment", waiting, "held"), -2);
}
END_TEST

START_TEST(the_roster_says_who_is_in)
{
    ck_assert_int_eq(told("batch_roster", "2026-03-12", "enrolment", waiting, "batch"), batch);
    ck_assert_int_eq(told("batch_roster", "2026-02-09", "enrolment", waiting, "batch"), -2);
}
END_TEST

START_TEST(plan_and_actual_stand_side_by_side)
{
#define plan(on, column) told("plan_actual", on, "batch", batch, column)
    ck_assert_int_eq(plan("2026-02-19", "planned_start"), domain_day("2026-03-02"));
    ck_assert_int_eq(plan("2026-02-20", "planned_start"), domain_day("2026-03-09"));
    ck_assert_int_eq(plan("2026-03-20", "first_planned"), domain_day("2026-03-02"));
    ck_assert_int_eq(plan("2026-03-20", "started"), domain_day("2026-03-10"));
    ck_assert_int_eq(plan("2026-03-20", "late"), 8);
    ck_assert_int_eq(plan("2026-03-09", "started"), -1);
    ck_assert_int_eq(plan("2026-03-10", "hours"), 5);
    ck_assert_int_eq(plan("2026-03-20", "hours"), 10);
    ck_assert_int_eq(plan("2026-03-20", "planned_hours"), 10);
    ck_assert_int_eq(plan("2026-03-20", "participants"), 2);
}
END_TEST

static Suite *
suite(void)
{
    Suite *s = suite_create("programme reports");
    TCase *reports = tcase_create("reports");

    tcase_add_checked_fixture(reports, begin, end);
    tcase_add_test(reports, the_funnel_tells_any_day);
    tcase_add_test(reports, what_was_declared_stands_apart);
    tcase_add_test(reports, attendance_is_held_against_the_policy);
    tcase_add_test(reports, the_roster_says_who_is_in);
    tcase_add_test(reports, plan_and_actual_stand_side_by_side);
    suite_add_tcase(s, reports);
    return s;
}

int
main(void)
{
    return test_run(suite());
}
