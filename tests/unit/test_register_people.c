/* Protects what people decide: verdicts, merges and their undoing, policies, and the reasons told.
 */
#include "register_lists.h"

/* The source record of a row, given by list and number in the file. */
static void
start(void)
{
    open_store();
    import_both(false);
    reconcile(0);
}

/* Every field but the revision, which counts changes. */
static void
check_same(const bina_record *a, const bina_record *b)
{
    const bina_description *description = bina_record_description(a);

    for (int slot = 0; slot < bina_description_count(description); slot++) {
        bina_value x = bina_record_get(a, slot), y = bina_record_get(b, slot);
        if (slot == 1)
            continue;
        ck_assert_msg(x.type == y.type, "%s",
                      bina_field_name(bina_description_field(description, slot)));
        if (bina_type_held_as(x.type) == BINA_TEXT)
            ck_assert_str_eq(x.as.text, y.as.text);
        else if (bina_type_held_as(x.type) == BINA_INT)
            ck_assert_int_eq(x.as.integer, y.as.integer);
    }
}

START_TEST(test_verdicts_outrank)
{
    bina_id shop = row_of("diskop", 2), melati = row_of("diskop", 1), twin = row_of("disperin", 1);

    ck_assert_int_eq(bina_register_decide_rows(store, shop, melati, "same", "one stall"), BINA_OK);
    ck_assert_int_eq(bina_register_decide_rows(store, twin, melati, "different", NULL), BINA_OK);
    reconcile(0);
    /* A number written twice is one enterprise now, the likeness of the names is none. */
    bina_id of_shop = 0, of_melati = 0, of_twin = 0;
    ck_assert_int_eq(bina_register_resolve(store, party_of("diskop", 2), &of_shop), BINA_OK);
    ck_assert_int_eq(bina_register_resolve(store, party_of("diskop", 1), &of_melati), BINA_OK);
    ck_assert_int_eq(bina_register_resolve(store, party_of("disperin", 1), &of_twin), BINA_OK);
    ck_assert_int_eq(of_shop, of_melati);
    ck_assert_int_ne(of_twin, of_melati);
    /* They hang on the rows, and so outlive a newer file in another order. */
    import_text("diskop",
                "No,Nama Pemilik,L/P,No KTP,Nama Usaha,Dusun,RT,Desa,Kecamatan,No HP,Bidang "
                "Usaha,Kode KBLI\n"
                "1,Aminah,P,5203076107807001,Kios Aminah,Bermi,02,Pancor,Selong,081999000001,Kios "
                "Sembako,47112\n"
                "2,Hajjah Aminah,P,5203076107807001,Krupuk Melati,Bermi,02,Pancor,Selong,"
                "0819-9900-0001,Kerupuk,10794\n",
                BINA_INTAKE_ROWS);
    ck_assert_int_eq(row_of("diskop", 1), shop);
    reconcile(0);
    ck_assert_int_eq(bina_register_resolve(store, party_of("diskop", 1), &of_shop), BINA_OK);
    ck_assert_int_eq(bina_register_resolve(store, party_of("diskop", 2), &of_melati), BINA_OK);
    ck_assert_int_eq(of_shop, of_melati);
    /* Taken back, all is as the scores say. */
    ck_assert_int_eq(bina_register_decide_rows(store, shop, melati, "same_owner", NULL), BINA_OK);
    ck_assert_int_eq(bina_register_decide_rows(store, twin, melati, "cannot_tell", NULL), BINA_OK);
    reconcile(0);
    ck_assert_int_eq(bina_register_resolve(store, party_of("diskop", 1), &of_shop), BINA_OK);
    ck_assert_int_eq(bina_register_resolve(store, party_of("diskop", 2), &of_melati), BINA_OK);
    ck_assert_int_eq(bina_register_resolve(store, party_of("disperin", 1), &of_twin), BINA_OK);
    ck_assert_int_ne(of_shop, of_melati);
    ck_assert_int_eq(of_twin, of_melati);
}
END_TEST

START_TEST(test_decide)
{
    bina_id pair;
    bina_record *record = NULL;

    ck_assert_int_eq(
        bina_register_decide_rows(store, row_of("disperin", 1), row_of("diskop", 4), "what", NULL),
        BINA_ERR_INVALID);
    ck_assert_int_eq(bina_register_decide_rows(store, 1, 2, "same", NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_register_decide(store, party_of("disperin", 1), "same", NULL),
                     BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_register_decide_rows(store, row_of("disperin", 1), row_of("diskop", 4),
                                               "different", "seen"),
                     BINA_OK);
    pair = id_of(BINA_PAIR, BINA_PAIR_VERDICT, "different");
    ck_assert_int_eq(bina_register_decide(store, pair, "same_household", NULL), BINA_OK);
    ck_assert_int_eq(bina_store_get(store, pair, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_PAIR_VERDICT), "same_household");
    ck_assert_str_eq(bina_record_text(record, BINA_PAIR_DECIDED_BY), "L. Alwan Wijaya");
    ck_assert_ptr_null(bina_record_text(record, BINA_PAIR_REASON));
    bina_record_free(record);
}
END_TEST

START_TEST(test_merge_and_undo)
{
    bina_id keep = party_of("disperin", 1), drop = party_of("disperin", 5), standing;
    bina_record *before[2], *after[2];

    ck_assert_int_eq(bina_store_get(store, keep, &before[0]), BINA_OK);
    ck_assert_int_eq(bina_store_get(store, drop, &before[1]), BINA_OK);
    ck_assert_int_eq(bina_register_merge(store, keep, drop, "by hand"), BINA_OK);
    ck_assert_int_eq(bina_register_merge(store, keep, drop, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_register_merge(store, keep, party_of("disperin", 3), NULL),
                     BINA_ERR_USAGE); /* a group */
    ck_assert_int_eq(bina_register_resolve(store, drop, &standing), BINA_OK);
    ck_assert_int_eq(standing, keep);
    /* References are not rewritten: the rows of the one merged still point to it. */
    ck_assert_int_eq(party_of("disperin", 5), drop);
    ck_assert_int_eq(bina_store_get(store, drop, &after[1]), BINA_OK);
    bina_set_null(after[1], BINA_ENTERPRISE_MERGED_INTO);
    check_same(before[1], after[1]);
    bina_record_free(after[1]);
    /* Reconciling does not undo it. */
    reconcile(0);
    ck_assert_int_eq(bina_register_resolve(store, drop, &standing), BINA_OK);
    ck_assert_int_eq(standing, keep);
    /* Undone, both are what they were; and stay so. */
    ck_assert_int_eq(bina_register_unmerge(store, drop, "a mistake"), BINA_OK);
    ck_assert_int_eq(bina_register_unmerge(store, drop, NULL), BINA_ERR_USAGE);
    for (int round = 0; round < 2; round++) {
        ck_assert_int_eq(bina_store_get(store, keep, &after[0]), BINA_OK);
        ck_assert_int_eq(bina_store_get(store, drop, &after[1]), BINA_OK);
        check_same(before[0], after[0]);
        check_same(before[1], after[1]);
        bina_record_free(after[0]);
        bina_record_free(after[1]);
        reconcile(0);
    }
    bina_record_free(before[0]);
    bina_record_free(before[1]);
}
END_TEST

START_TEST(test_unmerge_what_scores_merged)
{
    bina_id first, second, standing;

    close_store();
    open_store();
    import_text("disperin", disperin, BINA_INTAKE_ROWS);
    reconcile(0);
    first = party_of("disperin", 5);
    import_text("diskop", diskop, BINA_INTAKE_ROWS);
    /* Registered apart at first: people said so. */
    ck_assert_int_eq(bina_register_decide_rows(store, row_of("disperin", 5), row_of("diskop", 3),
                                               "different", NULL),
                     BINA_OK);
    reconcile(0);
    second = party_of("diskop", 3);
    ck_assert_int_ne(first, second);
    ck_assert_int_eq(bina_register_decide_rows(store, row_of("disperin", 5), row_of("diskop", 3),
                                               "cannot_tell", NULL),
                     BINA_OK);
    ck_assert_int_eq(reconcile(BINA_RECONCILIATION_MERGED), 1);
    ck_assert_int_eq(bina_register_resolve(store, second, &standing), BINA_OK);
    ck_assert_int_eq(standing, first);
    ck_assert_int_eq(bina_register_unmerge(store, second, NULL), BINA_OK);
    reconcile(0);
    ck_assert_int_eq(bina_register_resolve(store, second, &standing), BINA_OK);
    ck_assert_int_eq(standing, second);
}
END_TEST

START_TEST(test_merge_persons)
{
    bina_id keep = id_of(BINA_PERSON, BINA_PERSON_NAME, "RAMLAH"), drop, standing;

    if (keep == 0)
        keep = id_of(BINA_PERSON, BINA_PERSON_NAME, "Ramlah");
    drop = id_of(BINA_PERSON, BINA_PERSON_NAME, "MAHSUN");
    ck_assert_int_ne(keep, 0);
    ck_assert_int_ne(drop, 0);
    ck_assert_int_eq(bina_register_merge(store, keep, drop, "one and the same"), BINA_OK);
    reconcile(0);
    ck_assert_int_eq(bina_register_resolve(store, drop, &standing), BINA_OK);
    ck_assert_int_eq(standing, keep);
    ck_assert_int_eq(bina_register_unmerge(store, drop, NULL), BINA_OK);
    reconcile(0);
    ck_assert_int_eq(bina_register_resolve(store, drop, &standing), BINA_OK);
    ck_assert_int_eq(standing, drop);
}
END_TEST

START_TEST(test_explain_and_review)
{
    bina_cursor *cursor = NULL;
    const bina_record *line;
    bool owner = false, scope = false;

    ck_assert_int_eq(bina_register_explain(store, party_of("disperin", 1), 0, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &line) == BINA_OK) {
        const char *field = bina_record_text(line, BINA_EXPLANATION_FIELD);
        ck_assert_ptr_nonnull(bina_record_text(line, BINA_EXPLANATION_ALASAN));
        scope = scope || strcmp(field, "scope") == 0;
        if (strcmp(field, "owner_name") == 0) {
            owner = true;
            ck_assert_double_gt(bina_record_real(line, BINA_EXPLANATION_WEIGHT), 0);
        }
    }
    ck_assert(owner && scope);
    bina_cursor_free(cursor);
    ck_assert_int_eq(
        bina_register_explain(store, row_of("disperin", 1), row_of("diskop", 2), &cursor), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_register_explain(store, 12345, 0, &cursor), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(
        bina_register_explain(store, row_of("disperin", 1), party_of("disperin", 1), &cursor),
        BINA_ERR_USAGE);
    ck_assert_int_eq(bina_register_review(store, 5, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &line) == BINA_OK)
        ck_assert_int_eq(bina_id_kind(bina_record_int(line, BINA_REVIEW_PAIR)), BINA_PAIR);
    bina_cursor_free(cursor);
}
END_TEST

/* Reads a policy from a text; NULL when it is refused. */
static bina_survivorship *
policy_of(const char *yaml, int64_t *line)
{
    char path[] = "/tmp/bina_policy_XXXXXX";
    int file = mkstemp(path);
    bina_error *error = bina_error_new();
    bina_survivorship *policy = NULL;

    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, yaml, strlen(yaml)), (ssize_t)strlen(yaml));
    close(file);
    if (bina_survivorship_read(path, NULL, error, &policy) != BINA_OK)
        ck_assert_ptr_null(policy);
    *line = bina_error_line(error);
    bina_error_free(error);
    unlink(path);
    return policy;
}

START_TEST(test_policy)
{
    bina_reconcile_options options = BINA_RECONCILE_OPTIONS_INIT;
    bina_record *record = NULL, *note;
    bina_survivorship *policy;
    bina_task *task = NULL;
    int64_t line = 0;

    policy = policy_of("survivorship:\n"
                       "  - {field: business_name, lists: [diskop, disperin]}\n"
                       "  - {field: product, rule: longest}\n",
                       &line);
    ck_assert_ptr_nonnull(policy);
    options.survivorship = policy;
    ck_assert_int_eq(bina_register_reconcile(store, &options, &task), BINA_OK);
    finish(task, 0);
    ck_assert_int_eq(bina_store_get(store, party_of("disperin", 1), &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_NAME), "Krupuk Melati");
    bina_record_free(record);
    /* Who won is written down, since the rows disagree. */
    note = find_nth(BINA_PROVENANCE, BINA_PROVENANCE_RULE, "list", 0);
    ck_assert_ptr_nonnull(note);
    ck_assert_str_eq(bina_record_text(note, BINA_PROVENANCE_FIELD), "name");
    bina_record_free(note);
    bina_survivorship_free(policy);
    options.survivorship = policy =
        policy_of("survivorship: [{field: business_name, lists: [disperin]}]\n", &line);
    ck_assert_int_eq(bina_register_reconcile(store, &options, &task), BINA_OK);
    finish(task, 0);
    ck_assert_int_eq(bina_store_get(store, party_of("disperin", 1), &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_NAME), "KERUPUK MELATI");
    bina_record_free(record);
    bina_survivorship_free(policy);
    ck_assert_ptr_null(policy_of("survivorship:\n  - {field: colour}\n", &line));
    ck_assert_int_eq(line, 2);
    ck_assert_ptr_null(
        policy_of("survivorship:\n  - {field: nik}\n  - {field: sex, rule: loudest}\n", &line));
    ck_assert_int_eq(line, 3);
    bina_survivorship_free(NULL);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: people");
    TCase *tcase = tcase_create("people");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, start, close_store);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_verdicts_outrank);
    tcase_add_test(tcase, test_decide);
    tcase_add_test(tcase, test_merge_and_undo);
    tcase_add_test(tcase, test_unmerge_what_scores_merged);
    tcase_add_test(tcase, test_merge_persons);
    tcase_add_test(tcase, test_explain_and_review);
    tcase_add_test(tcase, test_policy);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
