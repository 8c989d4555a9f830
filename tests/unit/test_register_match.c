/* Protects asking a register while somebody types: who is in it already is found, with reasons,
 * also who came after the matcher was opened, and whether from a list or by hand. */
#include <bina/match.h>
#include "register_lists.h"

static bina_matcher *matcher;

static bina_record *
typed_as(int kind)
{
    bina_record *typed = bina_record_new(kind);

    bina_set_text(typed,
                  kind == BINA_ENTERPRISE ? BINA_ENTERPRISE_PRODUCT : BINA_SOURCE_RECORD_PRODUCT,
                  "tenun ikat");
    return typed;
}

/* The likest registrant of what columns say; 0 for none. */
static bina_id
ask(const char *const columns[][2], size_t count, bina_record **first)
{
    bina_description *description = bina_description_new("form", "A form.");
    bina_cursor *cursor = NULL;
    const bina_record *match;
    bina_record *typed;
    bina_id id = 0;

    for (size_t i = 0; i < count; i++)
        bina_description_add_field(description, columns[i][0], BINA_TEXT, NULL, "", 0);
    typed = bina_record_new_of(description);
    for (size_t i = 0; i < count; i++)
        bina_set_text(typed, (int)i, columns[i][1]);
    ck_assert_msg(bina_matcher_match(matcher, typed, 3, &cursor) == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    if (bina_cursor_next(cursor, &match) == BINA_OK) {
        id = bina_record_int(match, BINA_MATCH_ID);
        if (first != NULL)
            *first = bina_record_copy(match);
    }
    bina_cursor_free(cursor);
    bina_record_free(typed);
    bina_description_free(description);
    return id;
}

static bina_id
party_named(const char *name)
{
    return id_of(BINA_ENTERPRISE, BINA_ENTERPRISE_NAME, name);
}

START_TEST(test_form_finds_registrant)
{
    static const char *const form[][2] = {{"Nama Pemilik", "Inaq Sahnim"},
                                          {"Desa", "Pringgasela"},
                                          {"Kecamatan", "Pringgasela"},
                                          {"No HP", "0819-9900-0003"},
                                          {"Produk", "tenun"}};
    static const char *const stranger[][2] = {{"Nama Pemilik", "Zulkarnaen Hadi"},
                                              {"Desa", "Sakra"},
                                              {"Kecamatan", "Sakra"},
                                              {"Produk", "gerabah"}};
    bina_record *first = NULL;
    int64_t changes;

    import_text("disperin", disperin, BINA_INTAKE_ROWS);
    import_text("diskop", diskop, BINA_INTAKE_ROWS);
    reconcile(0);
    changes = count_of(BINA_CHANGE);
    ck_assert_int_eq(bina_matcher_open(store, &matcher), BINA_OK);
    ck_assert_int_eq(ask(form, 5, &first), party_named("TENUN IKAT LESTARI"));
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_nonnull(bina_record_text(first, BINA_MATCH_NUMBER));
    ck_assert(bina_record_real(first, BINA_MATCH_PROBABILITY) > .5);
    ck_assert_ptr_nonnull(strstr(bina_record_text(first, BINA_MATCH_REASON), "evidence for"));
    ck_assert_ptr_nonnull(strstr(bina_record_text(first, BINA_MATCH_ALASAN), "mendukung"));
    ck_assert_int_eq(ask(stranger, 4, NULL), 0);
    ck_assert_int_eq(count_of(BINA_CHANGE), changes);
    bina_record_free(first);
    bina_matcher_close(matcher);
}
END_TEST

START_TEST(test_follows_what_is_written)
{
    static const char *const form[][2] = {{"nama pemilik", "Baiq Nurhayati"},
                                          {"nik", "5203076107807009"},
                                          {"nama usaha", "Dodol Sinar Rinjani"}};
    bina_record *enterprise, *owner, *tie;
    bina_id id = 0, person = 0, tied = 0;

    import_text("disperin", disperin, BINA_INTAKE_ROWS);
    import_text("diskop", diskop, BINA_INTAKE_ROWS);
    reconcile(0);
    ck_assert_int_eq(bina_matcher_open(store, &matcher), BINA_OK);
    ck_assert_int_eq(ask(form, 3, NULL), 0);
    /* Entered by hand, without a row of any list. */
    enterprise = bina_record_new(BINA_ENTERPRISE);
    bina_set_text(enterprise, BINA_ENTERPRISE_NAME, "Dodol Sinar Rinjani");
    bina_set_text(enterprise, BINA_ENTERPRISE_REGION, "52.03.07.1001");
    ck_assert_int_eq(bina_store_add(store, enterprise, &id), BINA_OK);
    owner = bina_record_new(BINA_PERSON);
    bina_set_text(owner, BINA_PERSON_NAME, "Baiq Nurhayati");
    bina_set_text(owner, BINA_PERSON_NIK, "5203076107807009");
    ck_assert_int_eq(bina_store_add(store, owner, &person), BINA_OK);
    tie = bina_record_new(BINA_OWNERSHIP);
    bina_set_int(tie, BINA_OWNERSHIP_PARTY, person);
    bina_set_int(tie, BINA_OWNERSHIP_ENTERPRISE, id);
    bina_set_text(tie, BINA_OWNERSHIP_ROLE, "owner");
    ck_assert_int_eq(bina_store_add(store, tie, &tied), BINA_OK);
    ck_assert_int_eq(ask(form, 3, NULL), id);
    bina_record_free(enterprise);
    bina_record_free(owner);
    bina_record_free(tie);
    /* A second one is put beside it without linking anew. */
    enterprise = bina_record_new(BINA_ENTERPRISE);
    bina_set_text(enterprise, BINA_ENTERPRISE_NAME, "Gerabah Banyumulek Indah");
    bina_set_text(enterprise, BINA_ENTERPRISE_NIB, "9120001234567");
    ck_assert_int_eq(bina_store_add(store, enterprise, &id), BINA_OK);
    {
        static const char *const other[][2] = {{"nama usaha", "Gerabah Banyumulek Indah"},
                                               {"nib", "9120001234567"}};
        ck_assert_int_eq(ask(other, 2, NULL), id);
    }
    bina_record_free(enterprise);
    bina_matcher_close(matcher);
}
END_TEST

START_TEST(test_rows_not_reconciled_yet)
{
    static const char *const form[][2] = {
        {"nama pemilik", "Hj. Aminah"}, {"nik", "5203076107807001"}, {"produk", "kerupuk"}};
    bina_record *typed = typed_as(BINA_SOURCE_RECORD), *enterprise = typed_as(BINA_ENTERPRISE);
    bina_cursor *cursor = NULL;

    import_text("disperin", disperin, BINA_INTAKE_ROWS);
    ck_assert_int_eq(bina_matcher_open(store, &matcher), BINA_OK);
    ck_assert_int_eq(bina_id_kind(ask(form, 3, NULL)), BINA_SOURCE_RECORD);
    import_text("diskop", diskop, BINA_INTAKE_ROWS);
    reconcile(0);
    ck_assert_int_eq(bina_id_kind(ask(form, 3, NULL)), BINA_ENTERPRISE);
    /* What says next to nothing is like nobody, and no mistake. */
    ck_assert_int_eq(bina_matcher_match(matcher, typed, 0, &cursor), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_matcher_match(matcher, enterprise, 0, &cursor), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_matcher_match(matcher, NULL, 0, &cursor), BINA_ERR_USAGE);
    bina_matcher_close(matcher);
    bina_record_free(typed);
    bina_record_free(enterprise);
}
END_TEST

START_TEST(test_empty_register)
{
    bina_record *typed = typed_as(BINA_ENTERPRISE);
    bina_cursor *cursor = NULL;
    const bina_record *match;

    ck_assert_int_eq(bina_match(store, typed, 0, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &match), BINA_DONE);
    bina_cursor_free(cursor);
    bina_record_free(typed);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: match");
    TCase *tcase = tcase_create("match");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, open_store, close_store);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_form_finds_registrant);
    tcase_add_test(tcase, test_follows_what_is_written);
    tcase_add_test(tcase, test_rows_not_reconciled_yet);
    tcase_add_test(tcase, test_empty_register);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
