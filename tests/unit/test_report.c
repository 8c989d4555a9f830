/*
 * Protects the figures of the statement: a register small enough to count by hand.
 *
 *   enterprise  scope     on lists
 *   one         industry  disperin twice, diskop
 *   two         industry  disperin
 *   three       industry  diskop, disdag; merged from three and four
 *   five        trade     disdag
 *   six         industry  on no list any more
 *
 * and an open pair of 90 % between two and three.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/report.h>
#include "report/count.h"

static bina_store *store;
static bina_id one, two, three, four, five, six;

static bina_id
add(bina_record *record)
{
    bina_id id = 0;
    bina_status status = bina_store_add(store, record, &id);

    ck_assert_msg(status == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    bina_record_free(record);
    return id;
}

static bina_id
list(const char *name)
{
    bina_record *record = bina_record_new(BINA_SOURCE_REGISTER);

    bina_set(record, BINA_SOURCE_REGISTER_NAME, name);
    return add(record);
}

static bina_id
intake(bina_id of)
{
    bina_record *record = bina_record_new(BINA_INTAKE);

    bina_set(record, BINA_INTAKE_REGISTER, of);
    bina_set(record, BINA_INTAKE_RECEIVED, "2021-06-01T08:00:00Z");
    bina_set(record, BINA_INTAKE_LIST_DATE, "2021-05-31");
    return add(record);
}

static bina_id
enterprise(const char *name, const char *scope, const char *region)
{
    bina_record *record = bina_record_new(BINA_ENTERPRISE);

    bina_set(record, BINA_ENTERPRISE_NAME, name);
    bina_set(record, BINA_ENTERPRISE_SCOPE, scope);
    bina_set(record, BINA_ENTERPRISE_REGION, region);
    return add(record);
}

static bina_id
row(bina_id of, bina_id in, const char *key, const char *state, bina_id party)
{
    bina_record *record = bina_record_new(BINA_SOURCE_RECORD);

    bina_set(record, BINA_SOURCE_RECORD_REGISTER, of);
    bina_set(record, BINA_SOURCE_RECORD_INTAKE, in);
    bina_set(record, BINA_SOURCE_RECORD_ROW_KEY, key);
    bina_set(record, BINA_SOURCE_RECORD_STATE, state);
    bina_set(record, BINA_SOURCE_RECORD_PARTY, party);
    return add(record);
}

static void
open_pair(bina_id first, bina_id second, double probability)
{
    bina_record *record = bina_record_new(BINA_PAIR);

    bina_set(record, BINA_PAIR_FIRST, first);
    bina_set(record, BINA_PAIR_SECOND, second);
    bina_set(record, BINA_PAIR_PROBABILITY, probability);
    add(record);
}

static void
setup(void)
{
    bina_id disperin, diskop, disdag, a, b, c, row_two, row_three;
    bina_record *merged;

    ck_assert_int_eq(bina_store_open(":memory:", NULL, &store), BINA_OK);
    disperin = list("disperin");
    diskop = list("diskop");
    disdag = list("disdag");
    a = intake(disperin);
    b = intake(diskop);
    c = intake(disdag);
    one = enterprise("Tenun Satu", "industry", "52.03.05.2001");
    two = enterprise("Tenun Dua", "industry", "52.03.05.2002");
    three = enterprise("Tenun Tiga", "industry", "52.03.06");
    four = enterprise("Tenun Tiga", "industry", "52.03.06.2001");
    five = enterprise("Kios Lima", "trade", "52.03.05.2001");
    six = enterprise("Tenun Enam", "industry", NULL);
    row(disperin, a, "1", "present", one);
    row(disperin, a, "2", "present", one);
    row(diskop, b, "1", "present", one);
    row_two = row(disperin, a, "3", "present", two);
    row_three = row(diskop, b, "2", "present", three);
    row(disdag, c, "1", "present", four);
    row(disdag, c, "2", "present", five);
    row(disdag, c, "3", "missing", six);
    open_pair(row_two, row_three, 0.9);
    ck_assert_int_eq(bina_store_get(store, four, &merged), BINA_OK);
    bina_set(merged, BINA_ENTERPRISE_MERGED_INTO, three);
    ck_assert_int_eq(bina_store_update(store, merged), BINA_OK);
    bina_record_free(merged);
}

static void
teardown(void)
{
    bina_store_close(store);
}

static bina_cursor *
run(const char *name, const bina_report_options *options)
{
    bina_cursor *cursor = NULL;

    ck_assert_msg(bina_report_run(store, name, options, &cursor) == BINA_OK, "%s: %s", name,
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    return cursor;
}

/* The integer of `column` in the row whose `key` column holds `value`; -1 when there is none. */
static int64_t
look_up(const char *report, const bina_report_options *options, const char *key, const char *value,
        const char *column)
{
    bina_cursor *cursor = run(report, options);
    const bina_description *columns = bina_cursor_description(cursor);
    const bina_record *record;
    int64_t found = -1;

    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        const char *text = bina_record_text(record, bina_description_find(columns, key));
        if (strcmp(text != NULL ? text : "", value) == 0)
            found = bina_record_int(record, bina_description_find(columns, column));
    }
    bina_cursor_free(cursor);
    return found;
}

START_TEST(overlap_counts_each_registrant_once)
{
    bina_report_options industry = BINA_REPORT_OPTIONS_INIT;

    industry.scope = "industry";
    ck_assert_int_eq(look_up("overlap", &industry, "lists", "disperin + diskop", "registrants"),
                     -1);
    ck_assert_int_eq(look_up("overlap", &industry, "lists", "diskop + disperin", "registrants"), 1);
    ck_assert_int_eq(look_up("overlap", &industry, "lists", "disperin", "registrants"), 1);
    ck_assert_int_eq(look_up("overlap", &industry, "lists", "disdag + diskop", "registrants"), 1);
    ck_assert_int_eq(look_up("overlap", &industry, "lists", "disdag", "registrants"), -1);
    ck_assert_int_eq(look_up("overlap", &industry, "lists", "", "registrants"), 1);
    ck_assert_int_eq(look_up("overlap", NULL, "lists", "disdag", "registrants"), 1);
}
END_TEST

START_TEST(lists_tell_twins)
{
    ck_assert_int_eq(look_up("lists", NULL, "list", "disperin", "rows"), 3);
    ck_assert_int_eq(look_up("lists", NULL, "list", "disperin", "registrants"), 2);
    ck_assert_int_eq(look_up("lists", NULL, "list", "disperin", "twins"), 1);
    ck_assert_int_eq(look_up("lists", NULL, "list", "disperin", "only_here"), 1);
    ck_assert_int_eq(look_up("lists", NULL, "list", "disdag", "missing"), 1);
}
END_TEST

START_TEST(the_count_has_bounds)
{
    /* one, two, three and six; two and three may be one. */
    ck_assert_int_eq(look_up("count", NULL, "scope", "industry", "agreed"), 4);
    ck_assert_int_eq(look_up("count", NULL, "scope", "industry", "at_least"), 3);
    ck_assert_int_eq(look_up("count", NULL, "scope", "industry", "at_most"), 4);
    ck_assert_int_eq(look_up("count", NULL, "scope", "trade", "agreed"), 1);
}
END_TEST

static void
decide(bina_id first, bina_id second, double weight, const char *verdict)
{
    bina_record *record = bina_record_new(BINA_PAIR);

    bina_set(record, BINA_PAIR_FIRST, first);
    bina_set(record, BINA_PAIR_SECOND, second);
    bina_set(record, BINA_PAIR_WEIGHT, weight);
    if (verdict != NULL)
        bina_set(record, BINA_PAIR_VERDICT, verdict);
    add(record);
}

/*
 * Enterprises of one row each: a, b, c with open pairs a-b, b-c, a-c (a ring asks two things, not
 * three), d with an open pair with one of trade; and `decided` verdicts on pairs far away, a
 * quarter of them "same" and reconciled.
 */
static void
open_ring(int decided)
{
    const bina_id of = list("ring"), in = intake(of);
    bina_id rows[5], far[2];
    char key[32];

    ck_assert_int_eq(bina_store_begin(store, "many"), BINA_OK);
    for (int n = 0; n < 5; n++) {
        snprintf(key, sizeof key, "r%d", n);
        rows[n] = row(of, in, key, "present",
                      enterprise("Tenun", n == 4 ? "trade" : "industry", "52.03.07.2001"));
    }
    decide(rows[0], rows[1], 0.5, NULL);
    decide(rows[1], rows[2], 0.5, NULL);
    decide(rows[0], rows[2], 0.5, NULL);
    decide(rows[3], rows[4], 0.5, NULL);
    for (int n = 0; n < decided; n++) {
        bool same = n % 4 == 0;
        far[0] = enterprise("Jauh", "industry", "52.01.01.2001");
        far[1] = same ? far[0] : enterprise("Jauh", "industry", "52.01.01.2001");
        for (int k = 0; k < 2; k++) {
            snprintf(key, sizeof key, "f%d-%d", n, k);
            far[k] = row(of, in, key, "present", far[k]);
        }
        decide(far[0], far[1], 0.5, same ? "same" : "different");
    }
    ck_assert_int_eq(bina_store_commit(store), BINA_OK);
}

START_TEST(at_least_takes_what_hangs_together_for_one)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;

    district.region = "52.03.07";
    open_ring(0);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "agreed"), 4);
    /* The ring may be one; the fourth may turn out to be the one of trade. */
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "at_least"), 1);
    ck_assert_int_eq(look_up("count", &district, "scope", "trade", "at_least"), 0);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "at_most"), 4);
    /* Nobody decided anything: nothing better is known than what is agreed. */
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "most_likely"), 4);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "verdicts"), 0);
}
END_TEST

START_TEST(the_most_likely_count_goes_by_verdicts)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;

    district.region = "52.03.07";
    open_ring(400);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "verdicts"), 400);
    /* A quarter of 2 pairs, and half a quarter of the one with trade: 4 - 0.5 - 0.125. */
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "most_likely"), 3);
    ck_assert_int_eq(look_up("count", &district, "scope", "trade", "most_likely"), 1);
    ck_assert_int_eq(look_up("statement", &district, "unit", "enterprise", "most_likely"), 1);
}
END_TEST

START_TEST(few_verdicts_move_nothing)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;

    district.region = "52.03.07";
    open_ring(19);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "most_likely"), 4);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "verdicts"), 0);
}
END_TEST

/* What people decided counts at once, also before it is reconciled. */
START_TEST(a_verdict_counts_before_it_is_reconciled)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;
    const bina_id of = list("fresh"), in = intake(of);
    bina_id a = enterprise("A", "industry", "52.03.07.2001");
    bina_id b = enterprise("B", "industry", "52.03.07.2001");
    bina_id first = row(of, in, "1", "present", a), second = row(of, in, "2", "present", b),
            third = row(of, in, "3", "present", b);

    district.region = "52.03.07";
    decide(first, second, 3, "same");
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "agreed"), 2);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "most_likely"), 1);
    decide(second, third, 3, "different");
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "most_likely"), 2);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "at_most"), 3);
    /* Owners that followed each other are one enterprise's: nothing is to be parted. */
    decide(third, row(of, in, "4", "present", b), 3, "successor_of");
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "most_likely"), 2);
}
END_TEST

/* An enterprise that closed stays in the register and is no longer one of "how many there are". */
START_TEST(closed_enterprises_are_not_counted)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;
    bina_id a = enterprise("A", "industry", "52.03.07.2001");
    bina_record *closed = bina_record_new(BINA_ENTERPRISE);

    district.region = "52.03.07";
    enterprise("B", "industry", "52.03.07.2001");
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "agreed"), 2);
    bina_set_int(closed, BINA_ENTERPRISE_ID, a);
    bina_set_text(closed, BINA_ENTERPRISE_STATUS, "closed");
    ck_assert_int_eq(bina_store_update(store, closed), BINA_OK);
    bina_record_free(closed);
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "agreed"), 1);
}
END_TEST

START_TEST(shares_of_bands_lean_on_each_other)
{
    bina_calibration none = {.bands = {{0}}}, some = {.bands = {{0}}};

    for (int n = 0; n < 100; n++)
        bina_calibration_add(&some, 0.5, n % 10 == 0 ? BINA_PAIR_SAME : BINA_PAIR_DIFFERENT, true);
    /* 10 of 100 in the band; elsewhere the share of all; more of its own outweigh. */
    ck_assert_double_eq_tol(bina_calibration_share(&some, 0.5), 0.1, 0.002);
    ck_assert_double_eq_tol(bina_calibration_share(&some, -1.5), 10.5 / 101, 1e-9);
    for (int n = 0; n < 90; n++)
        bina_calibration_add(&some, 4, BINA_PAIR_SAME, true);
    ck_assert(bina_calibration_share(&some, 4) > 0.93);
    ck_assert(bina_calibration_share(&some, 0.5) < 0.15);
    ck_assert_double_eq_tol(bina_calibration_share(&none, 0), 0.5, 1e-9);
}
END_TEST

/*
 * Of 1,000 pairs 100 are the same. A sample of 200 shows 20 of them; somebody decided 60 of the
 * others besides, picked because they look the same, as they are: 20 are left among 740.
 */
START_TEST(verdicts_on_chosen_pairs_do_not_mislead)
{
    bina_calibration of = {.bands = {{0}}};

    for (int n = 0; n < 200; n++)
        bina_calibration_add(&of, 0.5, n < 20 ? BINA_PAIR_SAME : BINA_PAIR_DIFFERENT, true);
    for (int n = 0; n < 60; n++)
        bina_calibration_add(&of, 0.5, BINA_PAIR_SAME, false);
    for (int n = 0; n < 740; n++)
        bina_calibration_add(&of, 0.5, BINA_PAIR_OPEN, false);
    ck_assert_int_eq(bina_calibration_count(&of), 200);
    ck_assert_double_eq_tol(bina_calibration_share(&of, 0.5), 20.0 / 740, 0.001);
}
END_TEST

START_TEST(a_sample_is_what_was_worked_through_by_lot)
{
    bina_drawn_pair pairs[100] = {{0}};

    ck_assert_uint_eq(bina_sample_size(pairs, 0), 0);
    ck_assert_uint_eq(bina_sample_size(pairs, 100), 0);
    for (int n = 0; n < 100; n++)
        pairs[n].looked = n % 3 == 0; /* chosen otherwise: hardly ever the first in a row */
    ck_assert_uint_eq(bina_sample_size(pairs, 100), 1);
    for (int n = 0; n < 40; n++)
        pairs[n].looked = n != 35; /* one was passed over */
    for (int n = 40; n < 100; n++)
        pairs[n].looked = false;
    ck_assert_uint_eq(bina_sample_size(pairs, 100), 41);
}
END_TEST

START_TEST(a_region_bounds_a_report)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;

    district.region = "52.03.05";
    ck_assert_int_eq(look_up("count", &district, "scope", "industry", "agreed"), 2);
    ck_assert_int_eq(look_up("regions", NULL, "region", "52.03.05", "enterprises"), 3);
}
END_TEST

START_TEST(what_is_unresolved_is_said)
{
    ck_assert_int_eq(look_up("unresolved", NULL, "cause", "open_pair", "number"), 1);
    ck_assert_int_eq(look_up("unresolved", NULL, "cause", "village_unknown", "number"), 2);
    ck_assert_int_eq(look_up("unresolved", NULL, "cause", "on_no_list_now", "number"), 1);
    ck_assert_int_eq(look_up("statement", NULL, "item", "open_pair", "number"), -1);
    ck_assert_int_eq(look_up("statement", NULL, "item", "pairs nobody has decided", "number"), 1);
}
END_TEST

/* Protects that a statement of a district or a scope is not partly one of the whole register. */
START_TEST(every_part_keeps_to_region_and_scope)
{
    bina_report_options narrow = BINA_REPORT_OPTIONS_INIT;

    narrow.region = "52.03.06"; /* three, with a row of diskop and one of disdag */
    ck_assert_int_eq(look_up("lists", &narrow, "list", "disperin", "rows"), -1);
    ck_assert_int_eq(look_up("lists", &narrow, "list", "diskop", "rows"), 1);
    ck_assert_int_eq(look_up("lists", &narrow, "list", "disdag", "rows"), 1);
    ck_assert_int_eq(look_up("quality", &narrow, "list", "diskop", "rows"), 1);
    ck_assert_int_eq(look_up("overlap", &narrow, "lists", "disdag + diskop", "registrants"), 1);
    ck_assert_int_eq(look_up("overlap_matrix", &narrow, "list", "disperin", "registrants"), -1);
    /* The open pair has one foot here; a district without it does not tell of it. */
    ck_assert_int_eq(look_up("unresolved", &narrow, "cause", "open_pair", "number"), 1);
    ck_assert_int_eq(look_up("unresolved", &narrow, "cause", "on_no_list_now", "number"), 0);
    narrow.region = "52.01";
    ck_assert_int_eq(look_up("unresolved", &narrow, "cause", "open_pair", "number"), 0);
    ck_assert_int_eq(look_up("statement", &narrow, "part", "lists", "number"), -1);
    narrow.region = NULL;
    narrow.scope = "trade"; /* five, a row of disdag */
    ck_assert_int_eq(look_up("lists", &narrow, "list", "disdag", "rows"), 1);
    ck_assert_int_eq(look_up("lists", &narrow, "list", "disperin", "rows"), 0);
    ck_assert_int_eq(look_up("unresolved", &narrow, "cause", "open_pair", "number"), 0);
}
END_TEST

/* A row whose registrant moved counts to the old village and the new. */
START_TEST(a_row_counts_to_its_own_village_too)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;
    bina_id disperin = list("disperin2"),
            moved = row(disperin, intake(disperin), "1", "present", five);
    bina_record *changed = bina_record_new(BINA_SOURCE_RECORD);

    bina_set(changed, BINA_SOURCE_RECORD_ID, moved);
    bina_set(changed, BINA_SOURCE_RECORD_REGION, "52.03.07.2001");
    ck_assert_int_eq(bina_store_update(store, changed), BINA_OK);
    bina_record_free(changed);
    district.region = "52.03.07";
    ck_assert_int_eq(look_up("lists", &district, "list", "disperin2", "rows"), 1);
    ck_assert_int_eq(look_up("lists", &district, "list", "disperin2", "registrants"), 0);
    district.region = "52.03.05";
    ck_assert_int_eq(look_up("lists", &district, "list", "disperin2", "rows"), 1);
    ck_assert_int_eq(look_up("lists", &district, "list", "disperin2", "registrants"), 1);
}
END_TEST

START_TEST(classes_tell_what_the_rows_are)
{
    ck_assert_int_eq(look_up("classes", NULL, "scope", "trade", "rows"), 1);
    ck_assert_int_eq(look_up("classes", NULL, "list", "disperin", "rows"), 3);
    ck_assert_int_eq(look_up("classes", NULL, "list", "disperin", "standing"), 3);
}
END_TEST

/* Three rows on each of three lists tell nothing of what is on none: no figure is made up. */
START_TEST(the_unseen_are_refused_where_little_is_known)
{
    bina_cursor *cursor = run("unseen", NULL);
    const bina_description *columns = bina_cursor_description(cursor);
    int refused = bina_description_find(columns, "refused");
    int estimate = bina_description_find(columns, "estimate");
    int chosen = bina_description_find(columns, "chosen");
    const bina_record *record;
    int rows = 0;

    for (; bina_cursor_next(cursor, &record) == BINA_OK; rows++) {
        ck_assert_ptr_nonnull(bina_record_text(record, refused));
        ck_assert_int_eq(bina_record_get(record, estimate).type, BINA_NULL);
        ck_assert_int_eq(bina_record_int(record, chosen), 0);
    }
    ck_assert_int_gt(rows, 3);
    bina_cursor_free(cursor);
}
END_TEST

static void
enterprises_on(int number, int kinds, const bina_id *lists, const bina_id *intakes)
{
    static int key = 100;

    for (int n = 0; n < number; n++) {
        bina_id id = enterprise("Tenun", "industry", "52.03.08.2001");
        char text[16];
        for (int i = 0; i < 3; i++) {
            snprintf(text, sizeof text, "%d", key++);
            if ((kinds >> i & 1) != 0)
                row(lists[i], intakes[i], text, "present", id);
        }
    }
}

/* The hepatitis data of Chao et al. (2001): the log-linear model is too unsure to quote, the
 * sample coverage estimate is 508. */
START_TEST(the_unseen_are_estimated_from_the_overlap)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;
    const bina_id lists[] = {list("p"), list("q"), list("e")};
    const bina_id intakes[] = {intake(lists[0]), intake(lists[1]), intake(lists[2])};
    static const int counts[] = {0, 69, 55, 21, 63, 17, 18, 28};

    ck_assert_int_eq(bina_store_begin(store, "many"), BINA_OK);
    for (int kinds = 1; kinds < 8; kinds++)
        enterprises_on(counts[kinds], kinds, lists, intakes);
    ck_assert_int_eq(bina_store_commit(store), BINA_OK);
    district.region = "52.03.08";
    ck_assert_int_eq(look_up("unseen", &district, "method", "coverage", "estimate"), 508);
    ck_assert_int_eq(look_up("unseen", &district, "method", "coverage", "chosen"), 1);
    ck_assert_int_eq(look_up("unseen", &district, "method", "coverage", "on_lists"), 271);
    ck_assert_int_eq(look_up("unseen", &district, "method", "coverage", "beyond"), 237);
    ck_assert_int_eq(look_up("unseen", &district, "method", "best", "chosen"), 0);
    ck_assert_int_eq(look_up("unseen", &district, "lists", "e + p", "on_lists"), 271);
}
END_TEST

/* More lists than an integer has bits: refused like any ten, rather than lost with the report. */
START_TEST(the_unseen_are_refused_on_seventy_lists)
{
    bina_report_options district = BINA_REPORT_OPTIONS_INIT;
    bina_id everywhere = enterprise("Tenun", "industry", "52.03.08.2001");
    bina_id last = enterprise("Kios", "trade", "52.03.08.2001");
    bina_id of = 0, in = 0;
    bina_cursor *cursor;
    const bina_record *record;

    ck_assert_int_eq(bina_store_begin(store, "many"), BINA_OK);
    for (int n = 0; n < 70; n++) {
        char name[32];
        snprintf(name, sizeof name, "list %02d", n);
        of = list(name);
        in = intake(of);
        row(of, in, "1", "present", everywhere);
    }
    row(of, in, "2", "present", last);
    ck_assert_int_eq(bina_store_commit(store), BINA_OK);
    district.region = "52.03.08";
    ck_assert_int_eq(look_up("unseen", &district, "refused", "too_many", "on_lists"), 1);
    ck_assert_int_eq(look_up("unseen", &district, "refused", "too_many", "chosen"), 0);
    ck_assert_int_eq(look_up("unseen", &district, "scope", "industry", "on_lists"), 1);
    ck_assert_int_eq(look_up("unseen", &district, "scope", "trade", "on_lists"), 1);
    cursor = run("statement", &district);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    bina_cursor_free(cursor);
}
END_TEST

static void
ask(bina_id agency, bina_id of, const char *asked, const char *due, const char *answer)
{
    bina_record *record = bina_record_new(BINA_CONFIRMATION);

    bina_set(record, BINA_CONFIRMATION_AGENCY, agency);
    bina_set(record, BINA_CONFIRMATION_ENTERPRISE, of);
    bina_set(record, BINA_CONFIRMATION_ASKED, asked);
    if (due != NULL)
        bina_set(record, BINA_CONFIRMATION_DUE, due);
    if (answer != NULL)
        bina_set(record, BINA_CONFIRMATION_ANSWERED, "2021-06-20");
    if (answer != NULL && answer[0] != '\0')
        bina_set(record, BINA_CONFIRMATION_ANSWER, answer);
    add(record);
}

/* Silence is a state: what an agency owes is told apart by whether it is due. */
START_TEST(confirmations_tell_what_is_answered_and_owed)
{
    bina_record *record = bina_record_new(BINA_ORGANISATION);
    bina_report_options trade = BINA_REPORT_OPTIONS_INIT;
    bina_id agency;

    bina_set(record, BINA_ORGANISATION_NAME, "Dinas Perdagangan");
    bina_set(record, BINA_ORGANISATION_NATURE, "agency");
    agency = add(record);
    ask(agency, one, "2021-06-01", "2021-06-15", NULL); /* asked again since */
    ask(agency, one, "2021-07-01", "2021-07-15", "exists");
    ask(agency, two, "2021-06-01", "2021-06-15", NULL); /* overdue */
    ask(agency, three, "2021-06-01", "2999-06-15", NULL);
    ask(agency, four, "2021-05-01", "2021-06-15", "closed"); /* merged into three, asked later */
    ask(agency, five, "2021-06-01", NULL, "twin_of");
    ask(agency, six, "2021-06-01", NULL, "");
    ck_assert_int_eq(look_up("confirmations", NULL, "agency", "Dinas Perdagangan", "asked"), 5);
    ck_assert_int_eq(look_up("confirmations", NULL, "agency", "Dinas Perdagangan", "answered"), 3);
    ck_assert_int_eq(look_up("confirmations", NULL, "agency", "Dinas Perdagangan", "exists"), 1);
    ck_assert_int_eq(look_up("confirmations", NULL, "agency", "Dinas Perdagangan", "closed"), 0);
    ck_assert_int_eq(look_up("confirmations", NULL, "agency", "Dinas Perdagangan", "twin_of"), 1);
    ck_assert_int_eq(look_up("confirmations", NULL, "agency", "Dinas Perdagangan", "overdue"), 1);
    ck_assert_int_eq(look_up("confirmations", NULL, "agency", "Dinas Perdagangan", "waiting"), 1);
    ck_assert_int_eq(look_up("confirmations", NULL, "agency", "Dinas Perdagangan", "cannot_tell"),
                     1);
    trade.scope = "trade";
    ck_assert_int_eq(look_up("confirmations", &trade, "agency", "Dinas Perdagangan", "asked"), 1);
}
END_TEST

START_TEST(a_region_is_understood_through_its_editions)
{
    bina_report_options papua = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor;

    /* Merauke was 91.01 in the lists up to 2022 and is 93.01, in Papua Selatan, since. */
    enterprise("Noken Merauke", "industry", "91.01.01");
    papua.region = "93";
    ck_assert_int_eq(look_up("count", &papua, "scope", "industry", "agreed"), 1);
    papua.region = "91";
    ck_assert_int_eq(look_up("count", &papua, "scope", "industry", "agreed"), -1);
    papua.region = "99";
    ck_assert_int_eq(bina_report_run(store, "count", &papua, &cursor), BINA_ERR_INVALID);
}
END_TEST

START_TEST(a_statement_is_reprinted_as_it_was_known)
{
    bina_report_options then = BINA_REPORT_OPTIONS_INIT;
    bina_record *changed;

    ck_assert_int_eq(bina_store_last_commit(store, &then.known_at), BINA_OK);
    enterprise("Tenun Tujuh", "industry", "52.03.05.2001");
    ck_assert_int_eq(bina_store_get(store, five, &changed), BINA_OK);
    bina_set(changed, BINA_ENTERPRISE_SCOPE, "industry");
    ck_assert_int_eq(bina_store_update(store, changed), BINA_OK);
    bina_record_free(changed);
    ck_assert_int_eq(look_up("count", NULL, "scope", "industry", "agreed"), 6);
    ck_assert_int_eq(look_up("count", &then, "scope", "industry", "agreed"), 4);
    ck_assert_int_eq(look_up("count", &then, "scope", "trade", "agreed"), 1);
    /* And nothing hides the present tables afterwards. */
    ck_assert_int_eq(look_up("count", NULL, "scope", "industry", "agreed"), 6);
    enterprise("Tenun Delapan", "industry", "52.03.05.2001");
    ck_assert_int_eq(look_up("count", NULL, "scope", "industry", "agreed"), 7);
}
END_TEST

/* As long as somebody reads, SQLite drops no table: what hides the tables meanwhile must not stay.
 */
START_TEST(a_reprint_leaves_nothing_beside_an_open_cursor)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *open;
    const bina_record *record;
    int64_t now;

    ck_assert_int_eq(bina_store_last_commit(store, &now), BINA_OK);
    options.known_at = now - 1; /* before three and four became one */
    ck_assert_int_eq(bina_store_list(store, query, &open), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(open, &record), BINA_OK);
    for (int again = 0; again < 3; again++) {
        ck_assert_int_eq(look_up("count", &options, "scope", "industry", "agreed"), 5);
        ck_assert_int_eq(look_up("count", NULL, "scope", "industry", "agreed"), 4);
    }
    bina_cursor_free(open);
    bina_query_free(query);
}
END_TEST

START_TEST(every_report_runs_as_it_says)
{
    for (int n = 0; bina_report_at(n) != NULL; n++) {
        const bina_description *columns = bina_report_columns(bina_report_at(n));
        bina_cursor *cursor = run(bina_report_at(n), NULL);
        const bina_record *record;
        bina_status status;
        ck_assert_ptr_nonnull(bina_report_doc(bina_report_at(n), BINA_INDONESIAN));
        ck_assert_int_eq(bina_description_count(bina_cursor_description(cursor)),
                         bina_description_count(columns));
        while ((status = bina_cursor_next(cursor, &record)) == BINA_OK)
            continue;
        ck_assert_msg(status == BINA_DONE, "%s: %s", bina_report_at(n),
                      bina_error_message(bina_cursor_error(cursor), BINA_ENGLISH));
        bina_cursor_free(cursor);
        bina_description_free(columns);
    }
}
END_TEST

/* A statement of today must not call itself one of another day. */
START_TEST(another_day_is_refused)
{
    bina_report_options other = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor;

    other.true_on = bina_store_now(store) / 86400000;
    ck_assert_int_eq(bina_report_run(store, "statement", &other, &cursor), BINA_OK);
    bina_cursor_free(cursor);
    other.true_on -= 365;
    ck_assert_int_eq(bina_report_run(store, "statement", &other, &cursor), BINA_ERR_UNSUPPORTED);
    ck_assert_ptr_null(cursor);
}
END_TEST
START_TEST(an_unknown_report_names_those_there_are)
{
    bina_cursor *cursor;

    ck_assert_int_eq(bina_report_run(store, "overlaps", NULL, &cursor), BINA_ERR_NOT_FOUND);
    ck_assert_ptr_null(cursor);
    ck_assert_ptr_nonnull(
        strstr(bina_error_message(bina_store_error(store), BINA_ENGLISH), "overlap_matrix"));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("reports");
    TCase *tcase = tcase_create("reports");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, overlap_counts_each_registrant_once);
    tcase_add_test(tcase, lists_tell_twins);
    tcase_add_test(tcase, the_count_has_bounds);
    tcase_add_test(tcase, at_least_takes_what_hangs_together_for_one);
    tcase_add_test(tcase, the_most_likely_count_goes_by_verdicts);
    tcase_add_test(tcase, few_verdicts_move_nothing);
    tcase_add_test(tcase, a_verdict_counts_before_it_is_reconciled);
    tcase_add_test(tcase, closed_enterprises_are_not_counted);
    tcase_add_test(tcase, shares_of_bands_lean_on_each_other);
    tcase_add_test(tcase, verdicts_on_chosen_pairs_do_not_mislead);
    tcase_add_test(tcase, a_sample_is_what_was_worked_through_by_lot);
    tcase_add_test(tcase, a_region_bounds_a_report);
    tcase_add_test(tcase, what_is_unresolved_is_said);
    tcase_add_test(tcase, every_part_keeps_to_region_and_scope);
    tcase_add_test(tcase, a_row_counts_to_its_own_village_too);
    tcase_add_test(tcase, classes_tell_what_the_rows_are);
    tcase_add_test(tcase, the_unseen_are_refused_where_little_is_known);
    tcase_add_test(tcase, the_unseen_are_estimated_from_the_overlap);
    tcase_add_test(tcase, the_unseen_are_refused_on_seventy_lists);
    tcase_add_test(tcase, confirmations_tell_what_is_answered_and_owed);
    tcase_add_test(tcase, a_region_is_understood_through_its_editions);
    tcase_add_test(tcase, a_statement_is_reprinted_as_it_was_known);
    tcase_add_test(tcase, every_report_runs_as_it_says);
    tcase_add_test(tcase, a_reprint_leaves_nothing_beside_an_open_cursor);
    tcase_add_test(tcase, another_day_is_refused);
    tcase_add_test(tcase, an_unknown_report_names_those_there_are);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
