/*
 * Policies from YAML: every fault has its line, what is loaded is tried and comes back as it was,
 * and a file loaded again changes nothing.
 */
#include "test_store.h"

static bina_store *store;

static const char *
write_file(const char *name, const char *text)
{
    static char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", test_folder, name);
    file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
    return path;
}

static char *
read_file(const char *path)
{
    char *text = calloc(1, 200000);
    FILE *file = fopen(path, "r");

    ck_assert_ptr_nonnull(file);
    ck_assert_ptr_nonnull(text);
    (void)!fread(text, 1, 199999, file);
    fclose(file);
    return text;
}

/* Whether the file is at fault in a line by a rule. */
static void
faulty(const char *text, int64_t line, const char *rule)
{
    bina_faults *faults = bina_faults_new(0);
    bina_error *one = bina_error_new(), *first = bina_error_new();
    const char *path = write_file("faulty.yaml", text);
    bool found = false;

    ck_assert_msg(bina_policy_check(path, faults, first) == BINA_ERR_INVALID, "%s:\n%s", rule,
                  text);
    ck_assert_int_eq(bina_error_status(first), BINA_ERR_INVALID);
    for (size_t n = 0; bina_faults_at(faults, n, one) == BINA_OK; n++) {
        ck_assert_str_eq(bina_error_file(one), path);
        ck_assert_uint_gt(strlen(bina_error_message(one, BINA_INDONESIAN)), 10);
        found = found || (bina_error_line(one) == line && bina_error_rule(one) != NULL &&
                          strcmp(bina_error_rule(one), rule) == 0);
    }
    ck_assert_msg(found, "line %d, %s: first is line %d, %s: %s", (int)line, rule,
                  (int)bina_error_line(first), bina_error_rule(first),
                  bina_error_message(first, BINA_ENGLISH));
    bina_error_free(one);
    bina_error_free(first);
    bina_faults_free(faults);
}

#define HEAD                                                                                       \
    "policies:\n"                                                                                  \
    "  - name: eligibility\n"                                                                      \
    "    version: '1'\n"                                                                           \
    "    regulation: Decree 12/2021\n"                                                             \
    "    valid_from: 2021-01-01\n"                                                                 \
    "    policy_rules:\n"

START_TEST(every_fault_has_its_line)
{
    test_begin();
    faulty(HEAD "      - rule: a\n        fact: recipient.kinds\n        compare: is\n"
                "        value: group\n",
           8, "policy.fact");
    faulty(HEAD "      - rule: a\n        fact: recipient.kind\n        compare: at_least\n"
                "        value: group\n",
           9, "policy.compare");
    faulty(HEAD "      - rule: a\n        fact: recipient.kind\n        value: group\n", 8,
           "policy.compare");
    faulty(HEAD "      - rule: a\n        fact: recipient.kind\n        compare: is\n"
                "        value: [group, kumpulan]\n",
           10, "policy.value");
    faulty(HEAD "      - rule: a\n        fact: person.age\n        compare: at_least\n"
                "        value: 17,5\n",
           10, "policy.value");
    faulty(HEAD "      - rule: a\n        fact: enterprise.nib\n        compare: is\n"
                "        value: 'yes'\n",
           10, "policy.value");
    faulty(HEAD "      - rule: a\n        fact: enterprise.nib\n        compare: exists\n"
                "        value: 'true'\n",
           10, "policy.value");
    faulty(HEAD "      - rule: a\n        fact: enterprise.nib\n        compare: exists\n"
                "        only_if: person.age\n",
           10, "policy.only_if");
    faulty(HEAD "      - rule: attendance.certificate\n        value: 80%\n", 8, "policy.value");
    faulty(HEAD "      - rule: attendance.certificate\n        value: 80\n        unit: part\n", 9,
           "policy.unit");
    faulty(HEAD "      - rule: a\n        compare: is\n        value: 80\n", 8, "policy.fact");
    faulty(HEAD "      - rule: attendance.certificate\n        value: 80\n"
                "        valid_from: 2020-12-31\n",
           9, "policy.days");
    faulty(HEAD "      - rule: attendance.certificate\n        value: 80\n"
                "        valid_to: 2021-06-30\n"
                "      - rule: attendance.certificate\n        value: 85\n"
                "        valid_from: 2021-06-30\n",
           10, "policy.overlap");
    faulty(HEAD "      - rule: a\n        facts: person.age\n", 8, "yaml.unknown");
    faulty("policies:\n  - name: a\n    version: '1'\n    valid_from: 2021-01-01\n"
           "    policy_rules:\n      - rule: loan.lapse_days\n        value: 30\n",
           2, "policy.regulation");
    faulty("policies:\n  - name: a\n    version: '1'\n    regulation: Decree\n"
           "    policy_rules:\n      - rule: loan.lapse_days\n        value: 30\n",
           2, "policy.valid_from");
    faulty("policies:\n  - name: a\n    version: '1'\n    regulation: Decree\n"
           "    valid_from: 2021-01-01\n",
           2, "policy.empty");
    faulty("policies:\n  - name: a\n    version: '1'\n    regulation: Decree\n"
           "    valid_from: 2021-01-01\n    valid_to: 2020-12-31\n"
           "    policy_rules:\n      - rule: loan.lapse_days\n        value: 30\n",
           6, "policy.days");
    test_end();
}
END_TEST

static int64_t
day(const char *text)
{
    int64_t number;

    ck_assert(bina_date_parse(text, &number));
    return number;
}

/* The answers of a trial: 'y' met, 'n' not met, '-' not asked. */
static const char *
answers(const char *policy, bina_id id, const char *on)
{
    static char letters[32];
    bina_cursor *cursor;
    const bina_record *row;
    size_t n = 0;

    ck_ok(store, bina_policy_try(store, policy, id, day(on), NULL, &cursor));
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        bina_value met = bina_record_get(row, BINA_TRIAL_MET);
        ck_assert_ptr_nonnull(bina_record_text(row, BINA_TRIAL_REGULATION));
        letters[n++] = met.type == BINA_NULL ? '-' : met.as.integer ? 'y' : 'n';
    }
    letters[n] = '\0';
    bina_cursor_free(cursor);
    return letters;
}

static const char lombok_timur[] =
    HEAD "      - rule: eligibility.kind\n        fact: recipient.kind\n        compare: is\n"
         "        value: group\n        message: only groups are given tools\n"
         "        pesan: alat hanya diberikan kepada kelompok\n"
         "      - rule: eligibility.members\n        fact: recipient.members\n"
         "        compare: at_least\n        value: 2\n";

START_TEST(loaded_tried_and_written)
{
    bina_record *group = bina_record_new(BINA_GROUP), *member = NULL;
    bina_id kub, people[2];
    bina_loaded loaded;
    char path[128], again[128], *first, *second;
    int64_t before, after;
    bina_error *error = bina_error_new();

    test_begin();
    store = test_open();
    bina_set(group, BINA_GROUP_NAME, "KUB Contoh");
    ck_ok(store, bina_store_add(store, group, &kub));
    bina_record_free(group);
    for (int i = 0; i < 2; i++) {
        people[i] = test_add_person(store, "Rahmi Contoh");
        member = bina_record_new(BINA_MEMBERSHIP);
        bina_set_int(member, BINA_MEMBERSHIP_MEMBER_OF, kub);
        bina_set_int(member, BINA_MEMBERSHIP_MEMBER, people[i]);
        bina_set_int(member, BINA_MEMBERSHIP_VALID_FROM, day("2021-03-01") + i);
        ck_ok(store, bina_store_add(store, member, NULL));
        bina_record_free(member);
    }
    snprintf(path, sizeof path, "%s", write_file("lotim.yaml", lombok_timur));
    /* Tried from the file before anything is stored: one member on the first day, two the next. */
    ck_assert_str_eq(answers(path, kub, "2021-02-28"), "yn");
    ck_assert_str_eq(answers(path, kub, "2021-03-01"), "yn");
    ck_assert_str_eq(answers(path, kub, "2021-03-02"), "yy");
    ck_assert_str_eq(answers(path, people[0], "2021-03-02"), "nn");
    ck_assert_str_eq(answers(path, kub, "2020-12-31"), "");
    ck_ok(store, bina_policy_load(store, path, NULL, &loaded));
    ck_assert_int_eq(loaded.added, 3);
    ck_assert_str_eq(answers("eligibility", kub, "2021-03-02"), "yy");
    /* The same file again changes nothing; a shorter one takes the place of what was there. */
    ck_ok(store, bina_store_last_commit(store, &before));
    ck_ok(store, bina_policy_load(store, path, NULL, &loaded));
    ck_assert_int_eq(loaded.added + loaded.updated, 0);
    ck_ok(store, bina_store_last_commit(store, &after));
    ck_assert_int_eq(before, after);
    /* Written, checked, loaded into another register and written again: the same. */
    ck_assert_int_eq(bina_policy_write(store, NULL, path, error), BINA_OK);
    first = read_file(path);
    bina_store_close(store);
    snprintf(test_path, sizeof test_path, "%s/other.db", test_folder);
    store = test_open();
    ck_ok(store, bina_policy_load(store, path, NULL, &loaded));
    snprintf(again, sizeof again, "%s/again.yaml", test_folder);
    ck_assert_int_eq(bina_policy_write(store, "eligibility", again, error), BINA_OK);
    second = read_file(again);
    ck_assert_str_eq(first, second);
    ck_assert_int_eq(bina_policy_write(store, "other", again, error), BINA_ERR_NOT_FOUND);
    write_file("lotim.yaml", HEAD "      - rule: eligibility.kind\n        fact: recipient.kind\n"
                                  "        compare: is\n        value: person\n");
    ck_ok(store, bina_policy_load(store, path, NULL, &loaded));
    ck_assert_str_eq(answers("eligibility", test_add_person(store, "Rahmi Contoh"), "2021-03-02"),
                     "y");
    free(first);
    free(second);
    bina_error_free(error);
    bina_store_close(store);
    test_end();
}
END_TEST

/* A decree names villages, as many as it likes: a list is judged whole, and so are the sentences.
 */
START_TEST(long_conditions_are_whole)
{
    enum { VILLAGES = 120 };
    bina_record *group = bina_record_new(BINA_GROUP);
    char *text = calloc(1, 16384), last[16] = "", *at = text;
    bina_cursor *cursor;
    const bina_record *region, *row;
    bina_loaded loaded;
    bina_id kub;
    int count = 0;

    test_begin();
    store = test_open();
    ck_assert_ptr_nonnull(text);
    at += sprintf(at, HEAD "      - rule: eligibility.place\n        fact: region.under\n"
                           "        compare: is\n        value: [");
    ck_assert_int_eq(bina_reference_list(BINA_REGION, 0, "52.03", &cursor), BINA_OK);
    while (count < VILLAGES && bina_cursor_next(cursor, &region) == BINA_OK) {
        const char *code = bina_record_text(region, BINA_REGION_CODE);
        if (strlen(code) != 13)
            continue;
        at += sprintf(at, "%s%s", count++ > 0 ? ", " : "", code);
        snprintf(last, sizeof last, "%s", code);
    }
    bina_cursor_free(cursor);
    ck_assert_int_eq(count, VILLAGES);
    at +=
        sprintf(at, "]\n        pesan: %0300d ujung\n        message: in one of the villages\n", 0);
    bina_set(group, BINA_GROUP_NAME, "KUB Contoh");
    bina_set(group, BINA_GROUP_REGION, last);
    ck_ok(store, bina_store_add(store, group, &kub));
    ck_ok(store, bina_policy_load(store, write_file("long.yaml", text), NULL, &loaded));
    ck_assert_str_eq(answers("eligibility", kub, "2021-03-02"), "y");
    ck_ok(store, bina_policy_try(store, "eligibility", test_add_person(store, "Rahmi Contoh"),
                                 day("2021-03-02"), NULL, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_ptr_nonnull(strstr(bina_record_text(row, BINA_TRIAL_PESAN), "0 ujung"));
    ck_assert_str_eq(bina_record_text(row, BINA_TRIAL_REGULATION), "Decree 12/2021");
    bina_cursor_free(cursor);
    bina_record_free(group);
    free(text);
    bina_store_close(store);
    test_end();
}
END_TEST

/* A programme that is not there refuses the whole file, and nothing is kept. */
START_TEST(all_or_nothing)
{
    static const char text[] =
        HEAD "      - rule: eligibility.kind\n        fact: recipient.kind\n"
             "        compare: is\n        value: group\n"
             "  - name: training\n    version: '1'\n    programme: Nowhere\n"
             "    regulation: Decree\n    valid_from: 2021-01-01\n    policy_rules:\n"
             "      - rule: attendance.certificate\n        value: 90\n";
    bina_faults *faults = bina_faults_new(0);
    bina_record *programme = bina_record_new(BINA_PROGRAMME);
    bina_query *query = bina_query_new(BINA_POLICY);
    const char *path;
    int64_t count;

    test_begin();
    store = test_open();
    path = write_file("two.yaml", text);
    ck_refused(store, bina_policy_load(store, path, faults, NULL), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_error_line(bina_store_error(store)), 13);
    ck_assert_uint_eq(bina_faults_kept(faults), 1);
    ck_ok(store, bina_store_count(store, query, &count));
    ck_assert_int_eq(count, 0);
    bina_set(programme, BINA_PROGRAMME_NAME, "Nowhere");
    ck_ok(store, bina_store_add(store, programme, NULL));
    ck_ok(store, bina_policy_load(store, path, faults, NULL));
    ck_ok(store, bina_store_count(store, query, &count));
    ck_assert_int_eq(count, 2);
    bina_record_free(programme);
    bina_query_free(query);
    bina_faults_free(faults);
    bina_store_close(store);
    test_end();
}
END_TEST

/* The shipped policies pass their own check, and say the same after a register took them. */
START_TEST(shipped_read_back)
{
    char path[128], again[128], *first, *second;
    bina_error *error = bina_error_new();
    bina_faults *faults = bina_faults_new(0);
    bina_loaded loaded;

    test_begin();
    store = test_open();
    snprintf(path, sizeof path, "%s/shipped.yaml", test_folder);
    snprintf(again, sizeof again, "%s/again.yaml", test_folder);
    ck_assert_int_eq(bina_policy_write(NULL, "kur", path, error), BINA_OK);
    ck_assert_msg(bina_policy_check(path, faults, error) == BINA_OK, "%s",
                  bina_error_message(error, BINA_ENGLISH));
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
    ck_ok(store, bina_policy_load(store, path, faults, &loaded));
    ck_assert_int_eq(bina_policy_write(store, "kur", again, error), BINA_OK);
    first = read_file(path);
    second = read_file(again);
    ck_assert_msg(strcmp(first, second) == 0, "written and read back, it differs");
    free(first);
    free(second);
    bina_error_free(error);
    bina_faults_free(faults);
    bina_store_close(store);
    test_end();
}
END_TEST

/* A product is ready with barcode, NIB, PIRT, halal and shelf life; cloth needs no PIRT. */
START_TEST(readiness_of_products)
{
    bina_record *shop = bina_record_new(BINA_ENTERPRISE), *product, *licence;
    bina_id maker, weaver, crackers, cloth;

    test_begin();
    store = test_open();
    bina_set(shop, BINA_ENTERPRISE_NAME, "Mete Contoh");
    bina_set(shop, BINA_ENTERPRISE_ACTIVITY, "10799");
    bina_set(shop, BINA_ENTERPRISE_NIB, "9120001234567");
    ck_ok(store, bina_store_add(store, shop, &maker));
    bina_record_clear(shop);
    bina_set(shop, BINA_ENTERPRISE_NAME, "Tenun Contoh");
    bina_set(shop, BINA_ENTERPRISE_ACTIVITY, "13121");
    ck_ok(store, bina_store_add(store, shop, &weaver));
    product = bina_record_new(BINA_PRODUCT);
    bina_set_int(product, BINA_PRODUCT_MAKER, weaver);
    bina_set(product, BINA_PRODUCT_NAME, "Selendang");
    ck_ok(store, bina_store_add(store, product, &cloth));
    bina_record_clear(product);
    bina_set_int(product, BINA_PRODUCT_MAKER, maker);
    bina_set(product, BINA_PRODUCT_NAME, "Mete panggang");
    bina_set(product, BINA_PRODUCT_GTIN, "8991234567891");
    bina_set_int(product, BINA_PRODUCT_SHELF_LIFE, 180);
    ck_ok(store, bina_store_add(store, product, &crackers));
    licence = bina_record_new(BINA_LICENCE);
    bina_set_int(licence, BINA_LICENCE_HOLDER, crackers);
    bina_set(licence, BINA_LICENCE_NATURE, "pirt");
    bina_set(licence, BINA_LICENCE_STATE, "valid");
    bina_set_int(licence, BINA_LICENCE_ISSUED, day("2018-02-01"));
    bina_set_int(licence, BINA_LICENCE_EXPIRES, day("2023-01-31"));
    ck_ok(store, bina_store_add(store, licence, NULL));
    /* nib, food permit, halal, barcode, shelf life */
    ck_assert_str_eq(answers("readiness", crackers, "2018-01-31"), "ynnyy");
    ck_assert_str_eq(answers("readiness", crackers, "2018-02-01"), "yynyy");
    ck_assert_str_eq(answers("readiness", crackers, "2023-01-31"), "yynyy");
    ck_assert_str_eq(answers("readiness", crackers, "2023-02-01"), "ynnyy");
    ck_assert_str_eq(answers("readiness", cloth, "2023-02-01"), "n--n-");
    bina_record_free(shop);
    bina_record_free(product);
    bina_record_free(licence);
    bina_store_close(store);
    test_end();
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("policies");
    TCase *tests = tcase_create("yaml");

    tcase_add_test(tests, every_fault_has_its_line);
    tcase_add_test(tests, loaded_tried_and_written);
    tcase_add_test(tests, long_conditions_are_whole);
    tcase_add_test(tests, all_or_nothing);
    tcase_add_test(tests, shipped_read_back);
    tcase_add_test(tests, readiness_of_products);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
