/* Protects making one register of several lists: who is one, who is kept apart, and that doing it
 * again, in another order or after sorting, changes nothing. */
#include "register_lists.h"

static void
check_outcome(void)
{
    /* One enterprise on two lists, under a name with and without title. */
    ck_assert_int_eq(party_of("disperin", 1), party_of("diskop", 1));
    ck_assert_int_eq(party_of("disperin", 5), party_of("diskop", 3));
    /* Her shop at the same address is another business (domain: "not duplicates"). */
    ck_assert_int_ne(party_of("diskop", 1), party_of("diskop", 2));
    /* A group is not its leader's workshop. */
    ck_assert_int_eq(bina_id_kind(party_of("disperin", 3)), BINA_GROUP);
    ck_assert_int_eq(bina_id_kind(party_of("disperin", 4)), BINA_ENTERPRISE);
    ck_assert_int_eq(count_of(BINA_GROUP), 1);
    ck_assert_int_eq(count_of(BINA_ENTERPRISE), 6);
}

START_TEST(test_two_lists_become_one)
{
    bina_record *aminah;

    import_both(false);
    reconcile(0);
    check_outcome();
    /* One NIK is one person with two businesses. */
    aminah = find_nth(BINA_PERSON, BINA_PERSON_NIK, "5203076107807001", 0);
    ck_assert_ptr_nonnull(aminah);
    ck_assert_str_eq(bina_record_text(aminah, BINA_PERSON_SEX), "female"); /* the NIK's day is 61 */
    ck_assert_int_eq(count_where(BINA_OWNERSHIP, BINA_OWNERSHIP_PARTY, BINA_EQ,
                                 bina_integer_of(BINA_REF, bina_record_id(aminah))),
                     2);
    bina_record_free(aminah);
    ck_assert_int_eq(count_of(BINA_OWNERSHIP), 6);
    ck_assert_int_eq(count_of(BINA_MEMBERSHIP), 1);
    /* Who leads the group and has a workshop besides is one: the phone is his own on both. */
    ck_assert_int_eq(count_of(BINA_PERSON), 5);
    ck_assert_int_eq(count_where(BINA_CONTACT, BINA_CONTACT_WHOSE, BINA_EQ, bina_text("shared")),
                     0);
}
END_TEST

START_TEST(test_order_of_lists_is_no_matter)
{
    import_both(true);
    reconcile(0);
    check_outcome();
}
END_TEST

START_TEST(test_twice_changes_nothing)
{
    int64_t changes;

    import_both(false);
    reconcile(0);
    changes = count_of(BINA_CHANGE);
    ck_assert_int_eq(reconcile(BINA_RECONCILIATION_NEW), 0);
    ck_assert_int_eq(count_of(BINA_CHANGE), changes);
}
END_TEST

START_TEST(test_list_by_list)
{
    /* What was one by one a registrant stays it when a second list comes. */
    bina_id first;

    import_text("diskop", diskop, BINA_INTAKE_ROWS);
    reconcile(0);
    first = party_of("diskop", 1);
    import_text("disperin", disperin, BINA_INTAKE_ROWS);
    reconcile(0);
    ck_assert_int_eq(party_of("diskop", 1), first);
    check_outcome();
}
END_TEST

START_TEST(test_hand_outranks_lists)
{
    bina_record *record, *again;

    import_both(false);
    reconcile(0);
    record = bina_record_new(BINA_ENTERPRISE);
    bina_set_int(record, BINA_ENTERPRISE_ID, party_of("disperin", 5));
    bina_set_text(record, BINA_ENTERPRISE_NAME, "Tenun Ikat Inaq Sahnim");
    ck_assert_int_eq(bina_store_update(store, record), BINA_OK);
    bina_record_free(record);
    reconcile(0);
    ck_assert_int_eq(bina_store_get(store, party_of("disperin", 5), &again), BINA_OK);
    ck_assert_str_eq(bina_record_text(again, BINA_ENTERPRISE_NAME), "Tenun Ikat Inaq Sahnim");
    bina_record_free(again);
}
END_TEST

START_TEST(test_dry_run)
{
    bina_reconcile_options options = BINA_RECONCILE_OPTIONS_INIT;
    bina_task *task = NULL;

    import_both(false);
    options.dry_run = true;
    ck_assert_int_eq(bina_register_reconcile(store, &options, &task), BINA_OK);
    ck_assert_int_eq(finish(task, BINA_RECONCILIATION_NEW), 7);
    ck_assert_int_eq(count_of(BINA_ENTERPRISE), 0);
    ck_assert_int_eq(bina_register_reconcile(store, NULL, &task), BINA_OK);
    ck_assert_int_eq(bina_task_step(task, NULL), BINA_OK);
    bina_task_free(task);
    ck_assert_int_eq(bina_store_depth(store), 0);
    /* Nothing to reconcile is no fault. */
    close_store();
    open_store();
    ck_assert_int_eq(reconcile(BINA_RECONCILIATION_ENTERPRISES), 0);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: reconcile");
    TCase *tcase = tcase_create("reconcile");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, open_store, close_store);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_two_lists_become_one);
    tcase_add_test(tcase, test_order_of_lists_is_no_matter);
    tcase_add_test(tcase, test_twice_changes_nothing);
    tcase_add_test(tcase, test_list_by_list);
    tcase_add_test(tcase, test_hand_outranks_lists);
    tcase_add_test(tcase, test_dry_run);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
