/*
 * Protects what is told of turnover, of enterprises to look after, of figures that people stated,
 * and of what the register lacks; each small enough to work out by hand.
 */
#include "report_days.h"

static bina_id firms[5], periods[4];

static bina_id
enterprise(const char *name, const char *region, const char *nib)
{
    bina_record *record = bina_record_new(BINA_ENTERPRISE);

    bina_set(record, BINA_ENTERPRISE_NAME, name);
    bina_set(record, BINA_ENTERPRISE_REGION, region);
    bina_set(record, BINA_ENTERPRISE_SCOPE, "industry");
    bina_set(record, BINA_ENTERPRISE_STATUS, "active");
    if (nib != NULL)
        bina_set(record, BINA_ENTERPRISE_NIB, nib);
    return add(record);
}

static void
observe(int firm, int period, int64_t turnover, const char *grade)
{
    bina_record *record = bina_record_new(BINA_OBSERVATION);

    bina_set(record, BINA_OBSERVATION_ENTERPRISE, firms[firm]);
    bina_set(record, BINA_OBSERVATION_PERIOD, periods[period < 0 ? 0 : period]);
    bina_set(record, BINA_OBSERVATION_TURNOVER, turnover);
    bina_set(record, BINA_OBSERVATION_GRADE, grade);
    bina_set(record, BINA_OBSERVATION_SOURCE, "buku kas");
    bina_set(record, BINA_OBSERVATION_BASELINE, period < 0);
    bina_set(record, BINA_OBSERVATION_OBSERVED, "2020-11-01");
    add(record);
}

static void
begin(void)
{
    static const char *const quarters[][3] = {{"2020-Q1", "2020-01-01", "2020-03-31"},
                                              {"2020-Q2", "2020-04-01", "2020-06-30"},
                                              {"2020-Q3", "2020-07-01", "2020-09-30"},
                                              {"2020-Q4", "2020-10-01", "2020-12-31"}};

    begin_on("2020-11-09");
    for (int i = 0; i < 4; i++) {
        bina_record *record = bina_record_new(BINA_PERIOD);
        bina_set(record, BINA_PERIOD_NAME, quarters[i][0]);
        bina_set(record, BINA_PERIOD_DAY_FROM, quarters[i][1]);
        bina_set(record, BINA_PERIOD_DAY_TO, quarters[i][2]);
        periods[i] = add(record);
    }
    for (int i = 0; i < 5; i++)
        firms[i] = enterprise("Penjahit", i < 3 ? "74.71.01.1001" : "74.05.01", NULL);
}

/* The line of a report whose column holds a text; fails when there is none. The cursor is lent. */
static const bina_record *
line_with(bina_cursor *cursor, const char *name, const char *text)
{
    const bina_record *line;

    while (bina_cursor_next(cursor, &line) == BINA_OK)
        if (strcmp(words(line, name), text) == 0)
            return line;
    ck_abort_msg("no line with %s %s", name, text);
    return NULL;
}

static double
share(const bina_record *line, const char *name)
{
    return bina_record_real(line, bina_description_find(bina_record_description(line), name));
}

START_TEST(turnover_is_compared_among_the_same)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor;
    const bina_record *line;

    observe(0, -1, 77, "declared"); /* before the programme: never part of the trend */
    observe(0, 0, 100, "declared");
    observe(1, 0, 300, "documented");
    observe(2, 0, 900, "declared"); /* not heard of since */
    observe(0, 1, 50, "inspected");
    observe(1, 1, 150, "declared");
    observe(3, 1, 1000, "declared"); /* new: is no growth of the others */
    cursor = report("turnover_trend", &options);
    ck_assert_int_eq(bina_cursor_next(cursor, &line), BINA_OK);
    ck_assert_int_eq(column(line, "baseline"), 1);
    ck_assert_int_eq(column(line, "turnover"), 77);
    line = line_with(cursor, "period", "2020-Q1");
    ck_assert_int_eq(column(line, "turnover"), 1300);
    ck_assert_int_eq(column(line, "enterprises"), 3);
    ck_assert_double_eq_tol(share(line, "documented"), 0.3333, 1e-4);
    line = line_with(cursor, "period", "2020-Q2");
    ck_assert_int_eq(column(line, "turnover"), 1200);
    ck_assert_int_eq(column(line, "mean"), 400);
    ck_assert_int_eq(column(line, "same"), 2);
    ck_assert_double_eq_tol(share(line, "index"), 50.0, 1e-9); /* 200 of 400 */
    ck_assert_double_eq_tol(share(line, "inspected"), 0.3333, 1e-4);
    bina_cursor_free(cursor);
    /* On a day before the second quarter ended there was only the first; nobody had looked yet. */
    options.true_on = day("2020-05-01");
    cursor = report("turnover_trend", &options);
    ck_assert_int_eq(bina_cursor_next(cursor, &line), BINA_DONE);
    bina_cursor_free(cursor);
}
END_TEST

/* How often a rule warns. */
static int
warned(const char *warning, bina_id *whom)
{
    bina_cursor *cursor = report("early_warning", NULL);
    const bina_record *line;
    int found = 0;

    while (bina_cursor_next(cursor, &line) == BINA_OK)
        if (strcmp(words(line, "warning"), warning) == 0) {
            *whom = column(line, "enterprise");
            ck_assert(strlen(words(line, "reason")) > 20);
            ck_assert(strlen(words(line, "sebab")) > 20);
            found++;
        }
    bina_cursor_free(cursor);
    return found;
}

START_TEST(thirty_percent_below_its_own_mean_warns)
{
    bina_id whom = 0;
    bina_cursor *cursor;

    observe(0, 0, 80, "declared");
    observe(0, 1, 120, "declared");
    observe(0, 2, 70, "declared"); /* exactly 30 percent below 100 */
    observe(1, 0, 80, "declared");
    observe(1, 1, 120, "declared");
    observe(1, 2, 71, "declared"); /* not quite */
    observe(2, 1, 100, "declared");
    observe(2, 2, 1, "declared"); /* only one period to compare with */
    ck_assert_int_eq(warned("turnover_fell", &whom), 1);
    ck_assert_int_eq(whom, firms[0]);
    cursor = report("early_warning", NULL);
    ck_assert_str_eq(words(line_with(cursor, "warning", "turnover_fell"), "reason"),
                     "Turnover 70 in 2020-Q3 is 30 percent below 100, its own mean of the two "
                     "periods before.");
    bina_cursor_free(cursor);
    ck_assert_int_eq(warned("no_report", &whom), 0);
}
END_TEST

START_TEST(silence_permits_and_visits_warn)
{
    bina_record *permit = bina_record_new(BINA_LICENCE), *visit = bina_record_new(BINA_VISIT);
    bina_record *later = bina_record_new(BINA_LICENCE);
    bina_id whom = 0;

    observe(0, 0, 100, "declared"); /* and silent in the second and third quarter */
    observe(1, 1, 100, "declared"); /* silent in the third only */
    observe(2, 2, 100, "declared");
    ck_assert_int_eq(warned("no_report", &whom), 1);
    ck_assert_int_eq(whom, firms[0]);
    bina_set(permit, BINA_LICENCE_HOLDER, firms[3]);
    bina_set(permit, BINA_LICENCE_NATURE, "halal");
    bina_set(permit, BINA_LICENCE_EXPIRES, "2021-02-07"); /* in ninety days */
    add(permit);
    bina_set(later, BINA_LICENCE_HOLDER, firms[2]);
    bina_set(later, BINA_LICENCE_NATURE, "halal");
    bina_set(later, BINA_LICENCE_EXPIRES, "2021-02-08"); /* in ninety-one */
    add(later);
    ck_assert_int_eq(warned("licence_ends", &whom), 1);
    ck_assert_int_eq(whom, firms[3]);
    bina_set(visit, BINA_VISIT_PARTY, firms[4]);
    bina_set(visit, BINA_VISIT_DUE, "2020-11-08");
    bina_set(visit, BINA_VISIT_BEGAN, "2020-10-01");
    add(visit);
    ck_assert_int_eq(warned("visit_overdue", &whom), 1);
    ck_assert_int_eq(whom, firms[4]);
}
END_TEST

static void
state_figure(const char *region, const char *unit, int64_t low, const char *qualifier)
{
    bina_record *record = bina_record_new(BINA_FIGURE);

    bina_set(record, BINA_FIGURE_WHAT, "count");
    bina_set(record, BINA_FIGURE_REGION, region);
    bina_set(record, BINA_FIGURE_UNIT, unit);
    bina_set(record, BINA_FIGURE_LOW, low);
    bina_set(record, BINA_FIGURE_QUALIFIER, qualifier);
    bina_set(record, BINA_FIGURE_DAY_FROM, "2020-11-09");
    bina_set(record, BINA_FIGURE_DAY_TO, "2020-11-09");
    bina_set(record, BINA_FIGURE_AS_STATED, qualifier);
    add(record);
}

START_TEST(stated_figures_stand_beside_proved_ones)
{
    bina_cursor *cursor;
    const bina_record *line;

    holds_from(firms[4], BINA_ENTERPRISE_STATUS, "paused", day("2020-06-01"));
    state_figure("74.71", "enterprise", 3, "exact");
    state_figure("74.05", "enterprise", 2, "at_least");
    state_figure("74", "enterprise", 4, "about");
    state_figure("74", "product", 4, "at_most");
    cursor = report("figures", NULL);
    line = line_with(cursor, "as_stated", "about");
    ck_assert_int_eq(column(line, "proved"), 4);
    ck_assert_int_eq(column(line, "supported"), 1);
    line = line_with(cursor, "as_stated", "at_most"); /* products are not counted from figures */
    ck_assert(bina_record_get(line, bina_description_find(bina_record_description(line), "proved"))
                  .type == BINA_NULL);
    line = line_with(cursor, "as_stated", "at_least");
    ck_assert_int_eq(column(line, "proved"), 1); /* one of two paused */
    ck_assert_int_eq(column(line, "supported"), 0);
    line = line_with(cursor, "as_stated", "exact");
    ck_assert_int_eq(column(line, "proved"), 3);
    ck_assert_int_eq(column(line, "supported"), 1);
    bina_cursor_free(cursor);
}
END_TEST

START_TEST(what_is_lacking_is_counted)
{
    bina_record *phone;
    bina_cursor *cursor;
    const bina_record *line;

    for (int i = 1; i < 4; i++) { /* one number for two, another of its own */
        phone = bina_record_new(BINA_CONTACT);
        bina_set(phone, BINA_CONTACT_PARTY, firms[i]);
        bina_set(phone, BINA_CONTACT_SYSTEM, "phone");
        bina_set(phone, BINA_CONTACT_VALUE, i == 3 ? "+6282600000002" : "+6282600000001");
        add(phone);
    }
    observe(0, 2, 1, "inspected");
    observe(1, 2, 1, "declared");
    cursor = report("data_quality", NULL);
    line = line_with(cursor, "region", "74.05");
    ck_assert_int_eq(column(line, "enterprises"), 2);
    ck_assert_int_eq(column(line, "village_unknown"), 2);
    ck_assert_int_eq(column(line, "phone_shared"), 0);
    ck_assert_int_eq(column(line, "never_verified"), 2);
    line = line_with(cursor, "region", "74.71");
    ck_assert_int_eq(column(line, "enterprises"), 3);
    ck_assert_int_eq(column(line, "no_nib"), 3);
    ck_assert_int_eq(column(line, "village_unknown"), 0);
    ck_assert_int_eq(column(line, "phone_shared"), 2);
    ck_assert_int_eq(column(line, "never_verified"), 2); /* a declared figure proves nothing */
    ck_assert_int_eq(column(line, "stale"), 0);
    bina_cursor_free(cursor);
    now = day("2022-11-02") * 86400000; /* two years and a day after the look */
    cursor = report("data_quality", NULL);
    ck_assert_int_eq(column(line_with(cursor, "region", "74.71"), "stale"), 1);
    bina_cursor_free(cursor);
}
END_TEST

/* Two micro enterprises are too few to publish, and cannot be had from the sums. */
START_TEST(small_numbers_are_kept_back)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor;
    const bina_record *line;
    int shown = 0, kept = 0;

    for (int i = 0; i < 2; i++)
        ck_ok(store, bina_store_set_dated(store, firms[i], BINA_ENTERPRISE_WORKERS, bina_int(2),
                                          day("2019-01-01")));
    options.system = "bps";
    cursor = report("enterprises_by_class", &options);
    while (bina_cursor_next(cursor, &line) == BINA_OK)
        shown += column(line, "enterprises") == 2 && strcmp(words(line, "class"), "micro") == 0;
    bina_cursor_free(cursor);
    ck_assert_int_eq(shown, 1);
    options.public_figures = true;
    cursor = report("enterprises_by_class", &options);
    while (bina_cursor_next(cursor, &line) == BINA_OK) {
        int64_t number = column(line, "enterprises");
        ck_assert(number == 0 || number >= 3);
        kept += column(line, "kept_back") != 0;
    }
    bina_cursor_free(cursor);
    ck_assert_int_ge(kept, 4);
    ck_assert_int_eq(bina_report_run(store, "flows", &options, &cursor), BINA_ERR_UNSUPPORTED);
}
END_TEST

/* A public table by place and class; a number kept back is -1. */
typedef struct published {
    char place[40][16]; /* region and class; "*" for a sum of them */
    int64_t number[40];
    int count;
} published;

static published
publish(const char *region)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    published its = {.count = 0};
    bina_cursor *cursor;
    const bina_record *line;

    options.system = "bps";
    options.region = region;
    options.public_figures = true;
    cursor = report("enterprises_by_class", &options);
    while (bina_cursor_next(cursor, &line) == BINA_OK) {
        const char *place = words(line, "region"), *class = words(line, "class");
        const char *sum = words(line, "sum_of");
        ck_assert_int_lt(its.count, 40);
        snprintf(its.place[its.count], sizeof *its.place, "%.6s %s",
                 place[0] != '\0' ? place + 2 : "*",
                 class[0] != '\0'                                         ? class
                 : strcmp(sum, "classes") == 0 || strcmp(sum, "all") == 0 ? "*"
                                                                          : "?");
        its.number[its.count++] = column(line, "kept_back") ? -1 : column(line, "enterprises");
    }
    bina_cursor_free(cursor);
    return its;
}

static int64_t
published_of(const published *its, const char *place, const char *class)
{
    char name[16];

    snprintf(name, sizeof name, "%s %s", place, class);
    for (int i = 0; i < its->count; i++)
        if (strcmp(its->place[i], name) == 0)
            return its->number[i];
    ck_abort_msg("no %s", name);
}

/* What the table of a regency keeps back cannot be had from one above or below it: there is none
 * below, and those above hold nothing but what the regencies publish, and sums of that. */
START_TEST(tables_of_two_levels_do_not_give_each_other_away)
{
    static const struct {
        const char *district;
        int workers, many;
    } firms_of[] = {{"74.71.01", 2, 9},  {"74.71.01", 10, 1}, {"74.71.02", 2, 4},
                    {"74.71.02", 10, 5}, {"74.05.02", 2, 6},  {"74.05.02", 10, 1},
                    {"74", 2, 1}};
    static const char *const classes[] = {"?", "micro", "small", "medium", "large", "*"};
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    published city, regency, province, all;
    bina_cursor *cursor;

    for (size_t i = 0; i < sizeof firms_of / sizeof *firms_of; i++)
        for (int n = 0; n < firms_of[i].many; n++)
            ck_ok(store,
                  bina_store_set_dated(store, enterprise("Penjahit", firms_of[i].district, NULL),
                                       BINA_ENTERPRISE_WORKERS, bina_int(firms_of[i].workers),
                                       day("2019-01-01")));
    city = publish("74.71");
    regency = publish("74.05");
    province = publish("74");
    all = publish(NULL);
    ck_assert_int_eq(published_of(&city, ".71.01", "small"), -1);
    ck_assert_int_eq(published_of(&regency, "*", "small"), -1);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        int64_t one = published_of(&city, "*", classes[i]);
        int64_t two = published_of(&regency, "*", classes[i]);
        int64_t rest = published_of(&province, "*", classes[i]);
        ck_assert_int_eq(published_of(&province, ".71", classes[i]), one);
        ck_assert_int_eq(published_of(&province, ".05", classes[i]), two);
        if (one < 0 || two < 0)
            ck_assert_int_eq(rest, -1);
        ck_assert_int_eq(published_of(&all, ".71", classes[i]), one);
        ck_assert_int_eq(published_of(&all, "*", classes[i]), rest);
    }
    options.public_figures = true;
    options.region = "74.71.01";
    ck_assert_int_eq(bina_report_run(store, "enterprises_by_class", &options, &cursor),
                     BINA_ERR_UNSUPPORTED);
    ck_assert_str_eq(bina_error_rule(bina_store_error(store)), "report.public_region");
    options.region = "74.99";
    ck_assert_int_eq(bina_report_run(store, "enterprises_by_class", &options, &cursor),
                     BINA_ERR_INVALID);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("report monitoring");
    TCase *tests = tcase_create("monitoring");

    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, turnover_is_compared_among_the_same);
    tcase_add_test(tests, thirty_percent_below_its_own_mean_warns);
    tcase_add_test(tests, silence_permits_and_visits_warn);
    tcase_add_test(tests, stated_figures_stand_beside_proved_ones);
    tcase_add_test(tests, what_is_lacking_is_counted);
    tcase_add_test(tests, small_numbers_are_kept_back);
    tcase_add_test(tests, tables_of_two_levels_do_not_give_each_other_away);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
