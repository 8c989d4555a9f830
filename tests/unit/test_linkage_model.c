/* Protects a saved model: linked by it, two rows weigh the same to the last bit, and a model that
 * does not fit is refused where it is wrong; and what is expected of links agrees with the links.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/estimates.h>
#include <bina/rows.h>

#define SHOPS 240

static const char *const parts[] = {"options",  "list",  "column",   "comparison",
                                    "blocking", "model", "parameter"};

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

/* Made-up shops n of an office that writes names its own way; some have one owner. */
static bina_cursor *
shops(int from, int to, bool spoilt)
{
    static const char *const craft[] = {"Tenun", "Gerabah", "Bambu",  "Songket",
                                        "Dodol", "Kopi",    "Terasi", "Keripik"};
    static const char *const name[] = {"Lestari", "Mandiri", "Barokah", "Jaya", "Sari", "Maju"};
    static const char *const owner[] = {"Kartini", "Sumarni", "Wahyudin", "Bagus",  "Rukmini",
                                        "Slamet",  "Hartono", "Mulyani",  "Rahayu", "Gunarto"};
    static const char *const last[] = {"Wibowo", "Kusuma", "Santoso", "Saputra", "Permana",
                                       "Utami",  "Halim",  "Siregar", "Hidayat"};
    static const char *const village[] = {"Sakra", "Keruak", "Masbagik", "Aikmel", "Terara"};
    bina_description *d = bina_description_new("shop", "A made-up shop.");
    bina_rows *rows;
    bina_record *record;

    bina_description_add_field(d, "nama usaha", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, "nama pemilik", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, "desa", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(d, spoilt ? "telp" : "telepon", BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (int n = from; n < to; n++) {
        unsigned x = (unsigned)n * 2654435761u + 77u;
        char text[64];
        bina_record_clear(record);
        snprintf(text, sizeof(text), "%s %s", craft[x % 8], name[x / 8 % 6]);
        if (n % 5 != 0 || !spoilt)
            bina_set(record, 0, text);
        snprintf(text, sizeof(text), "%s %s", owner[x / 48 % 10], last[x / 480 % 9]);
        if (spoilt && n % 3 == 0)
            memmove(text + 3, text + 4, strlen(text + 4) + 1);
        if (n % 17 != 0)
            bina_set(record, 1, text);
        bina_set(record, 2, village[x / 5 % 5]);
        snprintf(text, sizeof(text), "08%09u", x / 3 % 1000000000u);
        if (n % 4 != 1)
            bina_set(record, 3, text);
        if (spoilt && n % 17 == 0 && n % 5 == 0)
            bina_set_null(record, 3);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    return bina_rows_to_cursor(rows);
}

static bina_linkage *
link_shops(const bina_linkage_settings *settings, int more)
{
    bina_linkage *linkage = bina_linkage_new(settings);

    for (int i = 0; i < 2; i++) {
        bina_cursor *cursor =
            i == 0 ? shops(0, SHOPS, false) : shops(SHOPS / 2, 2 * SHOPS + more, true);
        ck_assert_int_eq(bina_linkage_add_list(linkage, i == 0 ? "a" : "b", cursor), BINA_OK);
        bina_cursor_free(cursor);
    }
    return linkage;
}

/* Settings as a run applied them, each record changed by `change` on its way. */
static bina_linkage_settings *
applied(bina_linkage *linkage, bool (*change)(const char *part, int n, bina_record *record))
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    int line = 0;

    for (int p = 0; p < PARTS; p++) {
        bina_cursor *cursor;
        const bina_record *record;
        ck_assert_int_eq(bina_linkage_effective(linkage, parts[p], &cursor), BINA_OK);
        for (int n = 0; bina_cursor_next(cursor, &record) == BINA_OK; n++) {
            bina_record *own = bina_record_copy(record);
            if (change == NULL || change(parts[p], n, own))
                ck_assert_int_eq(bina_linkage_settings_add(settings, own, "m.yaml", ++line),
                                 BINA_OK);
            bina_record_free(own);
        }
        bina_cursor_free(cursor);
    }
    return settings;
}

static bina_linkage *
run(const bina_linkage_settings *settings, int more)
{
    bina_linkage *linkage = link_shops(settings, more);

    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    return linkage;
}

/* Two cursors give the same records, bit by bit; how many. */
static int
ck_same(bina_cursor *one, bina_cursor *other)
{
    const bina_record *a, *b;
    int count = 0;

    while (bina_cursor_next(one, &a) == BINA_OK) {
        ck_assert_int_eq(bina_cursor_next(other, &b), BINA_OK);
        for (int slot = 0; slot < bina_description_count(bina_record_description(a)); slot++) {
            bina_value x = bina_record_get(a, slot), y = bina_record_get(b, slot);
            ck_assert_int_eq(x.type, y.type);
            if (x.type == BINA_TEXT)
                ck_assert_str_eq(x.as.text, y.as.text);
            else if (x.type == BINA_REAL)
                ck_assert_mem_eq(&x.as.real, &y.as.real, sizeof(double));
            else if (x.type != BINA_NULL)
                ck_assert_int_eq(x.as.integer, y.as.integer);
        }
        count++;
    }
    ck_assert_int_eq(bina_cursor_next(other, &b), BINA_DONE);
    bina_cursor_free(one);
    bina_cursor_free(other);
    return count;
}

static bool
without_model(const char *part, int n, bina_record *record)
{
    (void)n;
    (void)record;
    return strcmp(part, "model") != 0 && strcmp(part, "parameter") != 0;
}

START_TEST(a_saved_model_weighs_the_same_to_the_last_bit)
{
    bina_linkage *fitted = run(NULL, 0);
    bina_linkage_settings *settings = applied(fitted, NULL);
    bina_linkage_settings *unfitted = applied(fitted, without_model);
    bina_linkage *frozen = run(settings, 0), *again = run(unfitted, 0);
    bina_cursor *one, *other;

    for (int i = 0; i < 2; i++) {
        bina_linkage *second = i == 0 ? frozen : again;
        ck_assert_int_eq(bina_linkage_pairs(fitted, &one), BINA_OK);
        ck_assert_int_eq(bina_linkage_pairs(second, &other), BINA_OK);
        ck_assert_int_ge(ck_same(one, other), 100);
        ck_assert_int_eq(bina_linkage_entities(fitted, &one), BINA_OK);
        ck_assert_int_eq(bina_linkage_entities(second, &other), BINA_OK);
        ck_assert_int_ge(ck_same(one, other), 2 * SHOPS);
        for (int p = 0; p < PARTS; p++) {
            ck_assert_int_eq(bina_linkage_effective(fitted, parts[p], &one), BINA_OK);
            ck_assert_int_eq(bina_linkage_effective(second, parts[p], &other), BINA_OK);
            ck_same(one, other);
        }
    }
    bina_linkage_free(fitted);
    bina_linkage_free(frozen);
    bina_linkage_free(again);
    bina_linkage_settings_free(settings);
    bina_linkage_settings_free(unfitted);
}
END_TEST

START_TEST(nothing_is_fitted_where_a_model_is_given)
{
    bina_linkage *fitted = run(NULL, 0);
    bina_linkage_settings *settings = applied(fitted, NULL);
    /* Of these lists, a good deal longer, another model would be fitted. */
    bina_linkage *frozen = run(settings, 300), *other = run(NULL, 300);
    bina_cursor *one, *two;
    const bina_record *a, *b;
    bool differs = false;

    ck_assert_int_eq(bina_linkage_parameters(fitted, &one), BINA_OK);
    ck_assert_int_eq(bina_linkage_parameters(frozen, &two), BINA_OK);
    ck_assert_int_ge(ck_same(one, two), 10);
    ck_assert_int_eq(bina_linkage_parameters(fitted, &one), BINA_OK);
    ck_assert_int_eq(bina_linkage_parameters(other, &two), BINA_OK);
    while (bina_cursor_next(one, &a) == BINA_OK && bina_cursor_next(two, &b) == BINA_OK)
        differs = differs || bina_record_real(a, BINA_LINKAGE_PARAMETER_M) !=
                                 bina_record_real(b, BINA_LINKAGE_PARAMETER_M);
    ck_assert(differs);
    bina_cursor_free(one);
    bina_cursor_free(two);
    bina_linkage_free(fitted);
    bina_linkage_free(frozen);
    bina_linkage_free(other);
    bina_linkage_settings_free(settings);
}
END_TEST

/* ---- models that do not fit ---- */

static bool
level_unknown(const char *part, int n, bina_record *record)
{
    if (strcmp(part, "parameter") == 0 && n == 1)
        bina_set(record, BINA_LINKAGE_PARAMETER_LEVEL, "roughly");
    return true;
}

static bool
level_missing(const char *part, int n, bina_record *record)
{
    (void)record;
    return strcmp(part, "parameter") != 0 || n != 1;
}

static bool
level_twice(const char *part, int n, bina_record *record)
{
    if (strcmp(part, "parameter") == 0 && n == 1)
        bina_set(record, BINA_LINKAGE_PARAMETER_LEVEL, "equal");
    return true;
}

static bool
field_unknown(const char *part, int n, bina_record *record)
{
    if (strcmp(part, "parameter") == 0 && n == 1)
        bina_set(record, BINA_LINKAGE_PARAMETER_FIELD, "tinggi badan");
    return true;
}

static bool
sum_wrong(const char *part, int n, bina_record *record)
{
    if (strcmp(part, "parameter") == 0 && n == 0)
        bina_set_real(record, BINA_LINKAGE_PARAMETER_M, 0.01);
    return true;
}

static bool
weight_edited(const char *part, int n, bina_record *record)
{
    if (strcmp(part, "parameter") == 0 && n == 1)
        bina_set_real(record, BINA_LINKAGE_PARAMETER_WEIGHT, 9.0);
    return true;
}

static bool
given_unknown(const char *part, int n, bina_record *record)
{
    if (strcmp(part, "parameter") == 0 && n == 1)
        bina_set(record, BINA_LINKAGE_PARAMETER_GIVEN, "musim");
    return true;
}

static bool
without_share(const char *part, int n, bina_record *record)
{
    (void)n;
    (void)record;
    return strcmp(part, "model") != 0;
}

static const struct {
    bool (*change)(const char *part, int n, bina_record *record);
    const char *kind, *field;
    bina_status status;
    int off; /* lines after the first parameter */
} wrong[] = {
    {level_unknown, "parameter", "level", BINA_ERR_INVALID, 1},
    {level_missing, "parameter", "level", BINA_ERR_INVALID, 0},
    {level_twice, "parameter", "level", BINA_ERR_DUPLICATE, 1},
    {field_unknown, "parameter", "field", BINA_ERR_NOT_FOUND, 1},
    {sum_wrong, "parameter", "m", BINA_ERR_INVALID, -1},
    {weight_edited, "parameter", "weight", BINA_ERR_INVALID, 1},
    {given_unknown, "parameter", "given", BINA_ERR_INVALID, 1},
    {without_share, "parameter", NULL, BINA_ERR_INVALID, -1},
};

static int first_parameter;

static bool
count_lines(const char *part, int n, bina_record *record)
{
    (void)n;
    (void)record;
    if (strcmp(part, "parameter") != 0)
        first_parameter++;
    return true;
}

START_TEST(a_model_that_does_not_fit_is_refused_where_it_is_wrong)
{
    bina_linkage *fitted = run(NULL, 0), *frozen;
    bina_linkage_settings *settings;
    const bina_error *error;

    first_parameter = 1;
    bina_linkage_settings_free(applied(fitted, count_lines));
    settings = applied(fitted, wrong[_i].change);
    frozen = link_shops(settings, 0);
    ck_assert_int_eq(bina_linkage_run(frozen), wrong[_i].status);
    error = bina_linkage_error(frozen);
    ck_assert_str_eq(bina_error_file(error), "m.yaml");
    ck_assert_str_eq(bina_error_kind(error), wrong[_i].kind);
    if (wrong[_i].field != NULL)
        ck_assert_str_eq(bina_error_field(error), wrong[_i].field);
    if (wrong[_i].off >= 0)
        ck_assert_int_eq(bina_error_line(error), first_parameter + wrong[_i].off);
    ck_assert_str_ne(bina_error_message(error, BINA_ENGLISH),
                     bina_error_message(error, BINA_INDONESIAN));
    bina_linkage_free(frozen);
    bina_linkage_free(fitted);
    bina_linkage_settings_free(settings);
}
END_TEST

START_TEST(shares_are_between_nothing_and_all)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_record *record =
        bina_record_new_of(bina_linkage_settings_description(settings, "parameter"));

    bina_set(record, BINA_LINKAGE_PARAMETER_FIELD, "nama");
    bina_set(record, BINA_LINKAGE_PARAMETER_LEVEL, "equal");
    bina_set_real(record, BINA_LINKAGE_PARAMETER_M, 1.2);
    bina_set_real(record, BINA_LINKAGE_PARAMETER_U, 0.1);
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, "m.yaml", 4), BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_field(bina_linkage_settings_error(settings)), "m");
    ck_assert_int_eq(bina_error_line(bina_linkage_settings_error(settings)), 4);
    bina_set_real(record, BINA_LINKAGE_PARAMETER_M, 0.9);
    bina_set_real(record, BINA_LINKAGE_PARAMETER_U, 0.0);
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_field(bina_linkage_settings_error(settings)), "u");
    bina_set_real(record, BINA_LINKAGE_PARAMETER_U, 0.1);
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_OK);
    bina_record_free(record);
    bina_linkage_settings_free(settings);
}
END_TEST

/* Options given again take the place of the earlier ones, one by one. */
START_TEST(later_options_count)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_record *record =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    bina_linkage *linkage;
    bina_cursor *cursor;
    const bina_record *found;

    bina_set_real(record, BINA_LINKAGE_OPTION_LINK, 0.9);
    bina_set_real(record, BINA_LINKAGE_OPTION_REVIEW, 0.4);
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_OK);
    bina_record_clear(record);
    bina_set_real(record, BINA_LINKAGE_OPTION_REVIEW, 0.3);
    bina_set_int(record, BINA_LINKAGE_OPTION_THREADS, 0);
    ck_assert_int_eq(bina_linkage_settings_add(settings, record, NULL, 0), BINA_OK);
    bina_record_free(record);
    linkage = run(settings, 0);
    ck_assert_int_eq(bina_linkage_effective(linkage, "options", &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &found), BINA_OK);
    ck_assert_double_eq(bina_record_real(found, BINA_LINKAGE_OPTION_LINK), 0.9);
    ck_assert_double_eq(bina_record_real(found, BINA_LINKAGE_OPTION_REVIEW), 0.3);
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
    bina_linkage_settings_free(settings);
}
END_TEST

/* ---- estimates ---- */

/* Shop n is row n + 1 of "a" and row n - 119 of "b", if it is on both. */
START_TEST(expectations_agree_with_the_truth)
{
    bina_linkage *linkage = run(NULL, 0);
    double links = 0, right = 0, before = 1e300, total = SHOPS / 2;
    bina_cursor *cursor;
    const bina_record *record;
    int seen = 0;

    ck_assert_int_eq(bina_linkage_pairs(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        if (bina_record_real(record, BINA_LINKAGE_PAIR_PROBABILITY) >= 0.9) {
            links++;
            right += strcmp(bina_record_text(record, BINA_LINKAGE_PAIR_LIST_A), "a") == 0 &&
                     strcmp(bina_record_text(record, BINA_LINKAGE_PAIR_LIST_B), "b") == 0 &&
                     bina_record_int(record, BINA_LINKAGE_PAIR_ROW_A) ==
                         bina_record_int(record, BINA_LINKAGE_PAIR_ROW_B) + SHOPS / 2;
        }
    bina_cursor_free(cursor);
    ck_assert_double_ge(right, 50);
    ck_assert_int_eq(bina_linkage_expectations(linkage, 0.9, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_double_eq_tol(bina_record_real(record, BINA_LINKAGE_EXPECTATION_LINKS), links, 1e-9);
    ck_assert_double_eq_tol(bina_record_real(record, BINA_LINKAGE_EXPECTATION_PRECISION),
                            right / links, 0.05);
    /* Rows that say nothing at all are missed without the model knowing. */
    ck_assert_double_eq_tol(bina_record_real(record, BINA_LINKAGE_EXPECTATION_RECALL),
                            right / total, 0.1);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_DONE);
    bina_cursor_free(cursor);
    /* A higher threshold never gives more links, and never misses less. */
    ck_assert_int_eq(bina_linkage_expectations(linkage, 0, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        ck_assert_double_le(bina_record_real(record, BINA_LINKAGE_EXPECTATION_LINKS), before);
        before = bina_record_real(record, BINA_LINKAGE_EXPECTATION_LINKS);
        seen++;
    }
    ck_assert_int_ge(seen, 20);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_linkage_expectations(linkage, 1.5, &cursor), BINA_ERR_INVALID);
    ck_assert_int_eq(bina_linkage_histogram(linkage, -1, &cursor), BINA_ERR_INVALID);
    bina_linkage_free(linkage);
}
END_TEST

START_TEST(every_compared_pair_is_in_the_histogram_once)
{
    bina_linkage *linkage = run(NULL, 0);
    double pairs[2] = {0, 0};
    bina_cursor *cursor;
    const bina_record *record;

    for (int i = 0; i < 2; i++) {
        double end = NAN;
        ck_assert_int_eq(bina_linkage_histogram(linkage, i == 0 ? 1 : 0.25, &cursor), BINA_OK);
        while (bina_cursor_next(cursor, &record) == BINA_OK) {
            double from = bina_record_real(record, BINA_LINKAGE_BIN_FROM);
            ck_assert(isnan(end) || from == end);
            end = bina_record_real(record, BINA_LINKAGE_BIN_TO);
            pairs[i] += bina_record_real(record, BINA_LINKAGE_BIN_PAIRS);
            ck_assert_double_le(bina_record_real(record, BINA_LINKAGE_BIN_MATCHES),
                                bina_record_real(record, BINA_LINKAGE_BIN_PAIRS) + 1e-9);
        }
        bina_cursor_free(cursor);
    }
    ck_assert_double_eq_tol(pairs[0], pairs[1], 1e-6 * pairs[0]);
    ck_assert_double_ge(pairs[0], 100);
    bina_linkage_free(linkage);
}
END_TEST

START_TEST(a_row_of_a_village_alone_cannot_be_linked)
{
    bina_linkage *linkage = run(NULL, 0);
    int64_t rows = 0, of = 0, entities = 0, unlinkable = 0;
    bool bare = false;
    bina_cursor *cursor;
    const bina_record *record;

    ck_assert_int_eq(bina_linkage_unlinkable(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        /* Shop 170, the 51st of "b", has neither name, owner nor telephone. */
        bare = bare || (strcmp(bina_record_text(record, BINA_LINKAGE_UNLINKABLE_FILE), "b") == 0 &&
                        bina_record_int(record, BINA_LINKAGE_UNLINKABLE_ROW) == 51);
        ck_assert_double_lt(bina_record_real(record, BINA_LINKAGE_UNLINKABLE_PROBABILITY), 0.7);
        unlinkable++;
    }
    bina_cursor_free(cursor);
    ck_assert(bare);
    ck_assert_int_eq(bina_linkage_gaps(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        rows += bina_record_int(record, BINA_LINKAGE_GAP_ROWS);
        of += bina_record_int(record, BINA_LINKAGE_GAP_UNLINKABLE);
    }
    bina_cursor_free(cursor);
    ck_assert_int_eq(rows, SHOPS + 3 * SHOPS / 2);
    ck_assert_int_eq(of, unlinkable);
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        if (bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY) > entities)
            entities = bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_linkage_summary(linkage, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_int_eq(bina_record_int(record, BINA_LINKAGE_SUMMARY_LISTS), 2);
    ck_assert_int_eq(bina_record_int(record, BINA_LINKAGE_SUMMARY_ROWS), rows);
    ck_assert_int_eq(bina_record_int(record, BINA_LINKAGE_SUMMARY_ENTITIES), entities);
    ck_assert_int_eq(bina_record_int(record, BINA_LINKAGE_SUMMARY_UNLINKABLE), unlinkable);
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
}
END_TEST

START_TEST(names_of_levels_are_told_whatever_is_asked)
{
    ck_assert_str_eq(bina_linkage_level_label("nearly equal", BINA_INDONESIAN), "hampir sama");
    ck_assert_str_eq(bina_linkage_level_label("nearly equal", BINA_ENGLISH), "nearly equal");
    ck_assert_str_eq(bina_linkage_level_label("nearly equal", (bina_language)7), "nearly equal");
    ck_assert_str_eq(bina_linkage_level_label("far off", BINA_INDONESIAN), "far off");
    ck_assert_ptr_null(bina_linkage_level_label(NULL, BINA_INDONESIAN));
}
END_TEST

static Suite *
suite(void)
{
    Suite *s = suite_create("linkage model");
    TCase *model = tcase_create("model"), *estimates = tcase_create("estimates");

    tcase_add_test(model, a_saved_model_weighs_the_same_to_the_last_bit);
    tcase_add_test(model, nothing_is_fitted_where_a_model_is_given);
    tcase_add_loop_test(model, a_model_that_does_not_fit_is_refused_where_it_is_wrong, 0,
                        (int)(sizeof(wrong) / sizeof(wrong[0])));
    tcase_add_test(model, shares_are_between_nothing_and_all);
    tcase_add_test(model, later_options_count);
    tcase_add_test(model, names_of_levels_are_told_whatever_is_asked);
    tcase_add_test(estimates, expectations_agree_with_the_truth);
    tcase_add_test(estimates, every_compared_pair_is_in_the_histogram_once);
    tcase_add_test(estimates, a_row_of_a_village_alone_cannot_be_linked);
    suite_add_tcase(s, model);
    suite_add_tcase(s, estimates);
    return s;
}

int
main(void)
{
    SRunner *runner = srunner_create(suite());
    int failed;

    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
