/*
 * Protects the flows between two days: a story told by hand, and random histories, in which the
 * flows must lead from what was counted on the earlier day to what is counted on the later one.
 */
#include "report_days.h"

enum { FIRMS = 60, STEPS = 250, REGENCIES = 4 };

static const char *const regencies[REGENCIES] = {"74.01", "74.02", "74.71", "73.01"};

static bina_id
enterprise(const char *regency, const char *began, const char *status)
{
    bina_record *record = bina_record_new(BINA_ENTERPRISE);
    char region[16];

    snprintf(region, sizeof region, "%s.01", regency);
    bina_set(record, BINA_ENTERPRISE_REGION, region);
    bina_set(record, BINA_ENTERPRISE_SCOPE, "industry");
    if (status != NULL)
        bina_set(record, BINA_ENTERPRISE_STATUS, status);
    if (began != NULL)
        bina_set(record, BINA_ENTERPRISE_BEGAN, began);
    return add(record);
}

static void
begin(void)
{
    begin_on("2019-11-09");
}

static const char *const flows[] = {"new",        "resumed",    "moved_in",   "reclassified_in",
                                    "paused",     "closed",     "moved_away", "reclassified_out",
                                    "duplicates", "discovered", "scope",      "learnt"};
enum { FLOWS = sizeof flows / sizeof *flows };

/* What a line's flows and corrections come to. */
static int64_t
change_of(const bina_record *line)
{
    int64_t sum = 0;

    for (int i = 0; i < FLOWS; i++)
        sum += (i >= 4 && i < 8 ? -1 : 1) * column(line, flows[i]);
    return sum;
}

static void
expect(const bina_record *line, const char *name, int64_t number)
{
    ck_assert_msg(column(line, name) == number, "%s of %s is %lld, not %lld", name,
                  words(line, "region"), (long long)column(line, name), (long long)number);
}

START_TEST(a_year_is_told_flow_by_flow)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_id still = enterprise("74.01", NULL, "active"), goes, twin, paused, closed, trader, late;
    bina_cursor *cursor;
    const bina_record *line;
    int seen = 0;

    goes = enterprise("74.01", NULL, "active");
    twin = enterprise("74.01", NULL, "active");
    paused = enterprise("74.71", NULL, "active");
    closed = enterprise("74.71", NULL, NULL);
    trader = enterprise("74.71", NULL, "active");
    late = enterprise("74.71", NULL, "paused");
    today_is("2020-11-09");
    holds_from(goes, BINA_ENTERPRISE_REGION, "74.71.01", day("2020-02-01"));
    change(twin, BINA_ENTERPRISE_MERGED_INTO, bina_integer_of(BINA_REF, still));
    holds_from(paused, BINA_ENTERPRISE_STATUS, "paused", day("2020-04-01"));
    holds_from(closed, BINA_ENTERPRISE_STATUS, "closed", day("2020-05-01"));
    change(trader, BINA_ENTERPRISE_SCOPE, bina_text("trade"));
    holds_from(late, BINA_ENTERPRISE_STATUS, "active", day("2020-06-01"));
    enterprise("74.01", "2020-03-01", "active"); /* new */
    enterprise("74.01", NULL, "active");         /* had been there, and nobody knew */
    enterprise("74.71", "2018-01-01", "paused"); /* the same, and did not work */
    options.from = day("2019-11-09");
    options.scope = "industry";
    cursor = report("flows", &options);
    while (bina_cursor_next(cursor, &line) == BINA_OK) {
        if (strcmp(words(line, "region"), "74.01") == 0) {
            expect(line, "opening", 3);
            expect(line, "new", 1);
            expect(line, "moved_away", 1);
            expect(line, "duplicates", -1);
            expect(line, "discovered", 1);
            expect(line, "closing", 3);
            ck_assert_str_eq(words(line, "name"), "Kolaka");
        } else if (strcmp(words(line, "region"), "74.71") == 0) {
            expect(line, "opening", 3);
            expect(line, "moved_in", 1);
            expect(line, "resumed", 1);
            expect(line, "paused", 1);
            expect(line, "closed", 1);
            expect(line, "scope", -1);
            expect(line, "closing", 2);
        } else {
            ck_assert_str_eq(words(line, "name"), "Sum");
            expect(line, "opening", 6);
            expect(line, "closing", 5);
        }
        ck_assert_int_eq(column(line, "opening") + change_of(line), column(line, "closing"));
        seen++;
    }
    bina_cursor_free(cursor);
    ck_assert_int_eq(seen, 3);
}
END_TEST

START_TEST(growing_out_of_a_class_is_told)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_id firm = enterprise("74.71", NULL, "active");
    bina_cursor *cursor;
    const bina_record *line;

    ck_ok(store, bina_store_set_dated(store, firm, BINA_ENTERPRISE_WORKERS, bina_int(4),
                                      day("2019-01-01")));
    today_is("2020-11-09");
    ck_ok(store, bina_store_set_dated(store, firm, BINA_ENTERPRISE_WORKERS, bina_int(5),
                                      day("2020-01-01")));
    options.from = day("2019-11-09");
    options.system = "bps";
    cursor = report("flows", &options);
    ck_assert_int_eq(bina_cursor_next(cursor, &line), BINA_OK);
    ck_assert_str_eq(words(line, "class"), "micro");
    expect(line, "opening", 1);
    expect(line, "reclassified_out", 1);
    expect(line, "closing", 0);
    ck_assert_int_eq(bina_cursor_next(cursor, &line), BINA_OK);
    ck_assert_str_eq(words(line, "class"), "small");
    expect(line, "reclassified_in", 1);
    expect(line, "closing", 1);
    bina_cursor_free(cursor);
    options.system = "guess";
    ck_assert_int_eq(bina_report_run(store, "flows", &options, &cursor), BINA_ERR_INVALID);
    options.system = NULL;
    options.from = 0; /* a year */
    cursor = report("flows", &options);
    ck_assert_int_eq(bina_cursor_next(cursor, &line), BINA_OK);
    expect(line, "opening", 1);
    bina_cursor_free(cursor);
}
END_TEST

/* ---- random histories ---- */

static unsigned seed;

static int
draw(int many)
{
    seed = seed * 1103515245u + 12345u;
    return (int)(seed >> 16) % many;
}

/* Counted one by one, by a query and not by the report: who works in a regency on a day. */
static void
count_by_hand(int64_t on, int64_t counts[REGENCIES])
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    const bina_record *firm;

    memset(counts, 0, REGENCIES * sizeof *counts);
    bina_query_true_on(query, on);
    ck_ok(store, bina_store_list(store, query, &cursor));
    while (bina_cursor_next(cursor, &firm) == BINA_OK) {
        const char *status = bina_record_text(firm, BINA_ENTERPRISE_STATUS);
        bina_value began = bina_record_get(firm, BINA_ENTERPRISE_BEGAN);
        if (bina_record_get(firm, BINA_ENTERPRISE_MERGED_INTO).type != BINA_NULL ||
            strcmp(bina_record_text(firm, BINA_ENTERPRISE_SCOPE), "industry") != 0 ||
            (began.type == BINA_DATE && began.as.integer > on) ||
            (status != NULL && strcmp(status, "active") != 0 &&
             strcmp(status, "seasonal_rest") != 0))
            continue;
        for (int r = 0; r < REGENCIES; r++)
            counts[r] +=
                strncmp(bina_record_text(firm, BINA_ENTERPRISE_REGION), regencies[r], 5) == 0;
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
}

/* One thing that happens, or is learnt. */
static void
happen(bina_id *firms, int *count)
{
    static const char *const states[] = {"active", "active",     "paused",        "not_found",
                                         "closed", "moved_away", "seasonal_rest", "prospective"};
    bina_id one = firms[draw(*count)], other = firms[draw(*count)];
    int64_t from = now / 86400000 - (draw(3) == 0 ? draw(400) : draw(10));
    char text[16], region[16];

    switch (draw(8)) {
    case 0:
        if (*count == FIRMS)
            return;
        bina_date_format(from, text);
        firms[*count] = enterprise(regencies[draw(REGENCIES)], draw(2) ? text : NULL,
                                   draw(4) ? "active" : states[draw(8)]);
        (*count)++;
        return;
    case 1:
        snprintf(region, sizeof region, "%s.01", regencies[draw(REGENCIES)]);
        holds_from(one, BINA_ENTERPRISE_REGION, region, from);
        return;
    case 2:
        /* Only what stands for itself, and nothing for it, so that no circle comes about. */
        if (one > other)
            change(one, BINA_ENTERPRISE_MERGED_INTO, bina_integer_of(BINA_REF, other));
        return;
    case 3:
        change(one, BINA_ENTERPRISE_MERGED_INTO, bina_null());
        return;
    case 4:
        change(one, BINA_ENTERPRISE_SCOPE, bina_text(draw(3) ? "industry" : "trade"));
        return;
    default:
        holds_from(one, BINA_ENTERPRISE_STATUS, states[draw(8)], from);
    }
}

START_TEST(flows_add_up_in_every_history)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    int64_t opening[REGENCIES], closing[REGENCIES], sums[FLOWS] = {0};
    bina_id firms[FIRMS];
    int count = 0, lines = 0, happened = 0;
    bina_cursor *cursor;
    const bina_record *line;

    seed = (unsigned)_i * 7919u + 1u;
    today_is("2018-01-01");
    while (count < FIRMS / 2)
        firms[count++] = enterprise(regencies[draw(REGENCIES)], NULL, "active");
    for (int step = 0; step < STEPS; step++) {
        now += draw(4) * 86400000LL;
        if (step == STEPS / 2) {
            options.from = now / 86400000;
            count_by_hand(options.from, opening); /* as is known on that very day */
            now += 86400000;
        }
        happen(firms, &count);
    }
    options.scope = "industry";
    count_by_hand(now / 86400000, closing);
    cursor = report("flows", &options);
    while (bina_cursor_next(cursor, &line) == BINA_OK) {
        ck_assert_int_eq(column(line, "opening") + change_of(line), column(line, "closing"));
        for (int r = 0; r < REGENCIES; r++)
            if (strcmp(words(line, "region"), regencies[r]) == 0) {
                expect(line, "opening", opening[r]);
                expect(line, "closing", closing[r]);
                lines++;
            }
        for (int i = 0; i < FLOWS; i++)
            if (words(line, "region")[0] != '\0')
                sums[i] += column(line, flows[i]);
            else
                expect(line, flows[i], sums[i]);
    }
    bina_cursor_free(cursor);
    ck_assert_int_eq(lines, REGENCIES);
    /* Chance must have brought most of what can happen, or this proves nothing. */
    for (int i = 0; i < FLOWS; i++)
        happened += sums[i] != 0;
    ck_assert_int_ge(happened, 7);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("report flows");
    TCase *tests = tcase_create("flows");

    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_year_is_told_flow_by_flow);
    tcase_add_test(tests, growing_out_of_a_class_is_told);
    tcase_add_loop_test(tests, flows_add_up_in_every_history, 0, 12);
    tcase_set_timeout(tests, 30);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
