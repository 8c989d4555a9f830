/* YAML in and out: texts stay texts, every fault has its place, nothing blows up. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/document.h>
#include "exchange/document.h"

static bina_description *policy, *condition, *limits;
static const bina_description *all[3];
static bina_faults *faults;
static bina_error *error;
static bina_document *document;

static void
set_up(void)
{
    policy = bina_description_new("policy", "");
    bina_description_add_field(policy, "name", BINA_TEXT, NULL, "", BINA_FIELD_REQUIRED);
    bina_description_add_field(policy, "kbli", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(policy, "since", BINA_DATE, NULL, "", 0);
    bina_description_add_field(policy, "most", BINA_MONEY, NULL, "", 0);
    bina_description_add_field(policy, "groups_only", BINA_BOOL, NULL, "", 0);
    bina_description_add_field(policy, "share", BINA_REAL, NULL, "", 0);
    condition = bina_description_new("conditions", "");
    bina_description_add_field(condition, "field", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(condition, "least", BINA_INT, NULL, "", 0);
    limits = bina_description_new("limits", "");
    bina_description_add_field(limits, "class", BINA_TEXT, NULL, "", BINA_FIELD_KEY);
    bina_description_add_field(limits, "most", BINA_MONEY, NULL, "", 0);
    bina_description_add_field(limits, "note", BINA_TEXT, NULL, "", 0);
    all[0] = policy;
    all[1] = condition;
    all[2] = limits;
    faults = bina_faults_new(0);
    error = bina_error_new();
    document = NULL;
}

static void
tear_down(void)
{
    bina_document_free(document);
    bina_faults_free(faults);
    bina_error_free(error);
    bina_description_free(policy);
    bina_description_free(condition);
    bina_description_free(limits);
}

static bina_status
read_text(const char *text)
{
    bina_document_free(document);
    return bina_yaml_read_bytes(text, strlen(text), all, 3, faults, error, &document);
}

static bina_status
read_kinds(const char *text)
{
    bina_document_free(document);
    return bina_yaml_read_bytes(text, strlen(text), NULL, 0, faults, error, &document);
}

static const bina_record *
record(int64_t n)
{
    return bina_document_record(document, n);
}

/* The last error as "rule line:column". */
static const char *
fault(void)
{
    static char text[128];

    snprintf(text, sizeof(text), "%s %d:%d", bina_error_rule(error), (int)bina_error_line(error),
             (int)bina_error_column(error));
    return text;
}

/* YAML 1.1 makes false of `no`, a sexagesimal number of 12:30 and 1.2 of 01.20: here they are
 * texts. */
START_TEST(texts_stay)
{
    ck_assert_int_eq(
        read_text("policy:\n  - {name: no, kbli: 01.20}\n  - {name: 12:30, kbli: 013122}\n"),
        BINA_OK);
    ck_assert_int_eq(bina_document_count(document), 2);
    ck_assert_str_eq(bina_record_text(record(0), 0), "no");
    ck_assert_str_eq(bina_record_text(record(0), 1), "01.20");
    ck_assert_str_eq(bina_record_text(record(1), 0), "12:30");
    ck_assert_str_eq(bina_record_text(record(1), 1), "013122");
    ck_assert_int_eq(bina_document_line(document, 1, -1, NULL), 3);
}
END_TEST

START_TEST(whole_file)
{
    int64_t column, n;

    ck_assert_int_eq(
        read_text("name: Lombok Timur\nsince: 2021-06-02\nmost: 1,5 miliar\n"
                  "groups_only: ya\nshare: 0.75\nkbli: [13122, '13121']\n"
                  "conditions:\n  - field: workers\n    least: 5\n  - least: ~\n"
                  "limits:\n  micro: 1000000000\n  small:\n    most: 5 M\n    note: x\n"),
        BINA_OK);
    ck_assert_int_eq(bina_document_count(document), 5);
    ck_assert_int_eq(bina_record_int(record(0), 3), 1500000000);
    ck_assert_int_eq(bina_record_int(record(0), 4), 1);
    ck_assert_double_eq(bina_record_real(record(0), 5), 0.75);
    ck_assert_str_eq(bina_record_text(record(0), 1), "13122\n13121");
    ck_assert_int_eq(bina_document_line(document, 0, 2, &column), 2);
    ck_assert_int_eq(column, 8);
    n = bina_document_find(document, "conditions", 0, BINA_NO_RECORD);
    ck_assert_int_eq(bina_record_int(record(n), 1), 5);
    n = bina_document_find(document, "conditions", 0, n);
    ck_assert(bina_record_is_set(record(n), 1)); /* set, to null */
    ck_assert_int_eq(bina_record_get(record(n), 1).type, BINA_NULL);
    ck_assert_int_eq(bina_document_find(document, "conditions", 0, n), BINA_NO_RECORD);
    n = bina_document_find(document, "limits", 0, BINA_NO_RECORD);
    ck_assert_str_eq(bina_record_text(record(n), 0), "micro");
    ck_assert_int_eq(bina_record_int(record(n), 1), 1000000000);
    n = bina_document_find(document, "limits", 0, n);
    ck_assert_int_eq(bina_record_int(record(n), 1), 5000000000);
}
END_TEST

START_TEST(faults_have_places)
{
    ck_assert_int_eq(read_text("name: x\nmost: banyak\nsince: 2021-02-30\nnama: y\n"
                               "conditions:\n  - least: 1.500\n"),
                     BINA_ERR_INVALID);
    ck_assert_ptr_null(document);
    ck_assert_str_eq(fault(), "number.unreadable 2:7");
    ck_assert_int_eq(bina_faults_count(faults, BINA_ERROR), 4);
    bina_faults_at(faults, 1, error);
    ck_assert_str_eq(fault(), "date.day 3:8");
    ck_assert_str_eq(bina_error_field(error), "since");
    bina_faults_at(faults, 2, error);
    ck_assert_str_eq(fault(), "yaml.unknown 4:1");
    bina_faults_at(faults, 3, error);
    ck_assert_str_eq(fault(), "number.plain 6:12");
    ck_assert_int_eq(read_text("policies: []\n"), BINA_ERR_INVALID);
    ck_assert_str_eq(fault(), "yaml.unknown 1:1");
    ck_assert_int_eq(read_text("policy:\n  - kbli: '13122'\n"), BINA_ERR_INVALID);
    ck_assert_str_eq(fault(), "required 2:5");
    ck_assert_str_eq(bina_error_field(error), "name");
}
END_TEST

START_TEST(not_yaml)
{
    ck_assert_int_eq(read_text("name: [x\n"), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "yaml.syntax");
    ck_assert_int_eq(read_text("name: x\nname: y\n"), BINA_ERR_SYNTAX);
    ck_assert_str_eq(fault(), "yaml.duplicate 2:1");
    ck_assert_int_eq(read_text("? [a]\n: b\n"), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "yaml.key");
    ck_assert_int_eq(read_text("name: \"a\\0b\"\n"), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "yaml.nul");
    ck_assert_int_eq(read_text("name: *none\n"), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "yaml.alias");
    ck_assert_int_eq(read_text("&a name: x\nconditions: &b [*b]\n"), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "yaml.alias");
    ck_assert_int_eq(read_text(""), BINA_OK);
    ck_assert_int_eq(bina_document_count(document), 0);
}
END_TEST

/* The "billion laughs": nine anchors of nine aliases each. */
START_TEST(laughs)
{
    char text[4096] = "conditions:\n- &a0 {field: x}\n";
    int i, k;

    for (i = 1; i < 12; i++) {
        sprintf(text + strlen(text), "- &a%d [", i);
        for (k = 0; k < 9; k++)
            sprintf(text + strlen(text), "%s*a%d", k > 0 ? ", " : "", i - 1);
        strcat(text, "]\n");
    }
    ck_assert_int_eq(read_text(text), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "yaml.size");
    memset(text, '[', 200);
    text[200] = '\0';
    ck_assert_int_eq(read_text(text), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "yaml.depth");
    ck_assert_int_eq(read_text("conditions:\n- &a {field: x, least: 3}\n- *a\n"), BINA_OK);
    ck_assert_int_eq(bina_record_int(record(1), 1), 3);
}
END_TEST

/* Kinds by natural keys: an owner's NIK, nesting, and a person defined on the spot. */
START_TEST(kinds)
{
    int64_t from, to, order[8];
    const bina_record *key;
    int field;

    ck_assert_int_eq(
        read_kinds("enterprises:\n"
                   "  - name: Tenun Ikat Lestari\n"
                   "    region: 52.03.05.2001\n"
                   "    workers: 3\n"
                   "    ownerships:\n"
                   "      - party: {nik: \"5203014107900001\"}\n"
                   "        role: pemilik\n"
                   "      - {party: {person: {nik: \"5203014107900002\"}}, role: manager}\n"
                   "      - {party: {nik: \"5203014107900003\", name: AMINAH}, role: owner}\n"
                   "persons:\n"
                   "  - {nik: \"5203014107900001\", name: SITI, jenis kelamin: P}\n"),
        BINA_OK);
    ck_assert_int_eq(bina_document_count(document), 6);
    ck_assert_str_eq(bina_record_text(record(0), BINA_ENTERPRISE_REGION), "52.03.05.2001");
    ck_assert_int_eq(bina_record_int(record(0), BINA_ENTERPRISE_WORKERS), 3);
    ck_assert_str_eq(bina_record_text(record(1), BINA_OWNERSHIP_ROLE), "owner");
    /* Links in the order of the file: nesting, then party. */
    ck_assert(bina_document_reference(document, 0, &from, &field, &to, &key));
    ck_assert_int_eq(from, 1);
    ck_assert_int_eq(field, BINA_OWNERSHIP_ENTERPRISE);
    ck_assert_int_eq(to, 0);
    ck_assert(bina_document_reference(document, 1, &from, &field, &to, &key));
    ck_assert_int_eq(field, BINA_OWNERSHIP_PARTY);
    ck_assert_int_eq(to, 5); /* the SITI of this file */
    ck_assert_ptr_null(key);
    ck_assert_str_eq(bina_record_text(record(to), BINA_PERSON_SEX), "female");
    ck_assert(bina_document_reference(document, 3, &from, &field, &to, &key));
    ck_assert_int_eq(to, BINA_NO_RECORD); /* somebody the store must know */
    ck_assert_int_eq(bina_description_kind(bina_record_description(key)), BINA_PERSON);
    ck_assert_str_eq(bina_record_text(key, BINA_PERSON_NIK), "5203014107900002");
    ck_assert(bina_document_reference(document, 5, &from, &field, &to, &key));
    ck_assert_str_eq(bina_record_text(record(to), BINA_PERSON_NAME), "AMINAH");
    ck_assert(!bina_document_reference(document, 6, &from, &field, &to, &key));
    ck_assert_int_eq(bina_document_order(document, order), BINA_OK);
    ck_assert_int_eq(order[5] == 1 || order[5] == 3, 1); /* ownerships come last */
}
END_TEST

START_TEST(kinds_refused)
{
    ck_assert_int_eq(read_kinds("enterprises: [{name: x, revision: 3}]"), BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_rule(error), "yaml.not_yours");
    ck_assert_int_eq(read_kinds("commits: [{name: x}]"), BINA_ERR_INVALID);
    ck_assert_int_eq(read_kinds("enterprises: [{name: x, persons: [{name: y}]}]"),
                     BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_rule(error), "yaml.nesting");
    ck_assert_int_eq(read_kinds("ownerships: [{party: {colour: red}, role: owner}]"),
                     BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_rule(error), "yaml.reference");
}
END_TEST

/* What is printed reads back the same, and prints the same again. */
START_TEST(round_trip)
{
    static const char *const hard[] = {"no",      "01.20",
                                       "null",    "",
                                       "a: b",    "# x",
                                       "- x",     "x\ny",
                                       "tab\t",   "\xC3\xA9\xE2\x80\xA8\xC2\x85",
                                       "'q\" \\", " x ",
                                       "{a}",     "x:",
                                       "~",       "y",
                                       "12:30",   "\x7F",
                                       "*x",      "a, b",
                                       "=",       "\xF0\x9F\x98\x80"};
    bina_record *made = bina_record_new_of(policy), *inner = bina_record_new_of(limits);
    bina_document *filled;
    char *first, *second;
    size_t i;

    for (i = 0; i < sizeof(hard) / sizeof(hard[0]); i++) {
        filled = bina_document_new();
        bina_record_clear(made);
        bina_record_clear(inner);
        bina_set_text(made, 0, hard[i]);
        bina_set_int(made, 3, -7);
        bina_set_date(made, 2, 2020, 2, 29);
        bina_set_real(made, 5, 0.1);
        bina_set_null(made, 4);
        bina_document_add(filled, made, BINA_NO_RECORD, NULL);
        bina_set_text(inner, 0, hard[i]);
        bina_set_text(inner, 2, hard[i]);
        bina_document_add(filled, inner, 0, NULL);
        bina_record_clear(inner);
        bina_set_text(inner, 0, "micro");
        bina_set_int(inner, 1, 12);
        bina_document_add(filled, inner, 0, NULL);
        ck_assert_int_eq(bina_yaml_print(filled, error, &first), BINA_OK);
        ck_assert_msg(read_text(first) == BINA_OK, "%s\n%s", bina_error_message(error, 0), first);
        ck_assert_int_eq(bina_document_count(document), 3);
        ck_assert_str_eq(bina_record_text(record(0), 0), hard[i]);
        ck_assert_int_eq(bina_record_int(record(0), 3), -7);
        ck_assert_double_eq(bina_record_real(record(0), 5), 0.1);
        ck_assert(bina_record_is_set(record(0), 4));
        ck_assert(!bina_record_is_set(record(0), 1));
        ck_assert_str_eq(bina_record_text(record(1), 2), hard[i]);
        ck_assert_int_eq(bina_record_int(record(2), 1), 12);
        ck_assert_int_eq(bina_yaml_print(document, error, &second), BINA_OK);
        ck_assert_str_eq(first, second);
        free(first);
        free(second);
        bina_document_free(filled);
    }
    bina_record_free(made);
    bina_record_free(inner);
}
END_TEST

/* One record of another description than a whole file is one of: it keeps its name. */
START_TEST(a_record_alone_keeps_its_name)
{
    char *printed;

    ck_assert_int_eq(read_text("conditions:\n  - {field: workers, least: 3}\n"), BINA_OK);
    ck_assert_int_eq(bina_yaml_print(document, error, &printed), BINA_OK);
    ck_assert_msg(read_text(printed) == BINA_OK, "%s\n%s", bina_error_message(error, 0), printed);
    ck_assert_int_eq(bina_document_count(document), 1);
    ck_assert_ptr_eq(bina_record_description(record(0)), condition);
    ck_assert_int_eq(bina_record_int(record(0), 1), 3);
    free(printed);
}
END_TEST

START_TEST(kinds_round_trip)
{
    char *first, *second;

    ck_assert_int_eq(read_kinds("enterprises:\n"
                                "  - name: 'Tenun: Ikat'\n"
                                "    ownerships:\n"
                                "      - {party: {nik: '5203014107900001'}, role: owner}\n"
                                "  - {name: B}\n"
                                "persons: [{nik: '5203014107900009', name: X}]\n"
                                "groups: [{name: KUB Mekar}]\n"),
                     BINA_OK);
    ck_assert_int_eq(bina_yaml_print(document, error, &first), BINA_OK);
    ck_assert_msg(read_kinds(first) == BINA_OK, "%s\n%s", bina_error_message(error, 0), first);
    ck_assert_int_eq(bina_yaml_print(document, error, &second), BINA_OK);
    ck_assert_str_eq(first, second);
    ck_assert_int_eq(bina_document_count(document), 5);
    free(first);
    free(second);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("exchange: YAML");
    TCase *tests = tcase_create("yaml");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, texts_stay);
    tcase_add_test(tests, whole_file);
    tcase_add_test(tests, faults_have_places);
    tcase_add_test(tests, not_yaml);
    tcase_add_test(tests, laughs);
    tcase_add_test(tests, kinds);
    tcase_add_test(tests, kinds_refused);
    tcase_add_test(tests, round_trip);
    tcase_add_test(tests, a_record_alone_keeps_its_name);
    tcase_add_test(tests, kinds_round_trip);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
