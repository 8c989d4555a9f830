/*
 * Protects that nothing done to a register is final: merges and reconcilings are taken back to the
 * letter, and what was decided once outlives new files of the lists, in any order.
 */
#include "register_snapshot.h"

static void
start(void)
{
    open_store();
    import_both(false);
    reconcile(0);
}

static int64_t
last_commit(void)
{
    return count_of(BINA_COMMIT);
}

START_TEST(test_merge_and_unmerge)
{
    bina_id keep = party_of("disperin", 1), drop = party_of("disperin", 5);
    char *was = take_snapshot(false), *is;

    ck_assert_int_eq(bina_register_merge(store, keep, drop, NULL), BINA_OK);
    is = take_snapshot(false);
    ck_assert_str_ne(was, is);
    free(is);
    ck_assert_int_eq(bina_register_unmerge(store, drop, NULL), BINA_OK);
    is = take_snapshot(false);
    IS_AS_BEFORE(was, is);
    free(is);
    /* That they are two is remembered, and changes nothing else. */
    reconcile(0);
    is = take_snapshot(false);
    IS_AS_BEFORE(was, is);
    free(is);
    free(was);
}
END_TEST

START_TEST(test_unmerge_after_a_reconciling)
{
    /* Two businesses of one owner, and two of two owners. */
    const bina_id pairs[2][2] = {{party_of("diskop", 1), party_of("diskop", 2)},
                                 {party_of("disperin", 2), party_of("diskop", 4)}};

    for (int i = 0; i < 2; i++) {
        char *was = take_snapshot(false), *is;
        ck_assert_int_eq(bina_register_merge(store, pairs[i][0], pairs[i][1], NULL), BINA_OK);
        reconcile(0);
        ck_assert_int_eq(bina_register_unmerge(store, pairs[i][1], NULL), BINA_OK);
        reconcile(0);
        is = take_snapshot(false);
        IS_AS_BEFORE(was, is);
        free(is);
        free(was);
    }
}
END_TEST

START_TEST(test_unmerge_under_another_policy)
{
    /* What survives by an office's policy is not made anew by the usual one. */
    bina_reconcile_options options = BINA_RECONCILE_OPTIONS_INIT;
    char path[] = "/tmp/bina_policy_XXXXXX";
    const char yaml[] = "survivorship: [{field: business_name, lists: [diskop]}]\n";
    int file = mkstemp(path);
    bina_task *task = NULL;
    bina_survivorship *policy = NULL;
    char *was, *is;

    ck_assert_int_eq(write(file, yaml, strlen(yaml)), (ssize_t)strlen(yaml));
    close(file);
    ck_assert_int_eq(bina_survivorship_read(path, NULL, NULL, &policy), BINA_OK);
    unlink(path);
    options.survivorship = policy;
    ck_assert_int_eq(bina_register_reconcile(store, &options, &task), BINA_OK);
    finish(task, 0);
    was = take_snapshot(false);
    ck_assert_int_eq(
        bina_register_merge(store, party_of("disperin", 1), party_of("disperin", 2), NULL),
        BINA_OK);
    ck_assert_int_eq(bina_register_unmerge(store, party_of("disperin", 2), NULL), BINA_OK);
    is = take_snapshot(false);
    IS_AS_BEFORE(was, is);
    free(was);
    free(is);
    bina_survivorship_free(policy);
}
END_TEST

/* Wahyudin owns a mill with Saprudin, whose number stands on a list of his own workshop only. */
START_TEST(test_a_merge_leaves_partners_alone)
{
    char *was, *is;
    bina_record *partner;

    import_text("mitra",
                HEADER "1,Wahyudin Akbar,,UD Putri Rinjani,Bermi,3,Pancor,Selong,,Kopi,10761,\n"
                       "2,Saprudin,,UD Putri Rinjani,Bermi,3,Pancor,Selong,,Kopi,10761,\n"
                       "3,Saprudin,5203071203757033,Las Jaya,Bermi,3,Pancor,Selong,,Pagar,25111,\n"
                       "4,Wahyudin Akbar,,Batako Rinjani,Bermi,3,Pancor,Selong,,Batako,23952,\n",
                0);
    ck_assert_int_eq(
        bina_register_decide_rows(store, row_of("mitra", 1), row_of("mitra", 2), "same", NULL),
        BINA_OK);
    ck_assert_int_eq(bina_register_decide_rows(store, row_of("mitra", 2), row_of("mitra", 3),
                                               "same_owner", NULL),
                     BINA_OK);
    ck_assert_int_eq(bina_register_decide_rows(store, row_of("mitra", 1), row_of("mitra", 4),
                                               "same_owner", NULL),
                     BINA_OK);
    reconcile(0);
    was = take_snapshot(false);
    ck_assert_int_eq(
        bina_register_merge(store, party_of("mitra", 4), party_of("disperin", 2), NULL), BINA_OK);
    partner = find_nth(BINA_PERSON, BINA_PERSON_NIK, "5203071203757033", 0);
    ck_assert_ptr_nonnull(partner);
    bina_record_free(partner);
    ck_assert_int_eq(bina_register_unmerge(store, party_of("disperin", 2), NULL), BINA_OK);
    is = take_snapshot(false);
    IS_AS_BEFORE(was, is);
    free(is);
    free(was);
}
END_TEST

START_TEST(test_undo_of_a_merge_forgets_it)
{
    char *was = take_snapshot(true), *is;

    ck_assert_int_eq(
        bina_register_merge(store, party_of("disperin", 1), party_of("disperin", 5), NULL),
        BINA_OK);
    ck_assert_int_eq(bina_store_undo(store, last_commit(), NULL), BINA_OK);
    is = take_snapshot(true);
    IS_AS_BEFORE(was, is);
    free(is);
    free(was);
}
END_TEST

START_TEST(test_undo_of_a_reconciling)
{
    char *was, *is;

    /* A newer list changes names, a phone, an owner. */
    import_text("diskop",
                "No,Nama Pemilik,L/P,No KTP,Nama Usaha,Dusun,RT,Desa,Kecamatan,No HP,Bidang "
                "Usaha,Kode KBLI\n"
                "1,Hajjah Aminah,P,5203076107807001,Krupuk Melati Jaya,Bermi,02,Pancor,Selong,"
                "0819-9900-0009,Kerupuk,10794\n"
                "2,Aminah,P,5203076107807001,Kios Aminah,Bermi,02,Pancor,Selong,081999000001,Kios "
                "Sembako,47112\n"
                "3,Sahnim,P,5203095010757002,Tenun Lestari Baru,Timuk,04,Pringgasela,Pringgasela,"
                "081999000003,Tenun Ikat,13122\n"
                "4,Jumadi,L,,Toko Berkah,Gandor,01,Selong,Selong,081999000004,Jual Beras,47241\n",
                BINA_INTAKE_ROWS);
    was = take_snapshot(true);
    reconcile(0);
    ck_assert_int_eq(bina_store_undo(store, last_commit(), NULL), BINA_OK);
    is = take_snapshot(true);
    IS_AS_BEFORE(was, is);
    free(is);
    free(was);
}
END_TEST

static void
rename_by_hand(bina_id enterprise, const char *name)
{
    bina_record *record = bina_record_new(BINA_ENTERPRISE);

    bina_set_int(record, BINA_ENTERPRISE_ID, enterprise);
    bina_set_text(record, BINA_ENTERPRISE_NAME, name);
    ck_assert_int_eq(bina_store_update(store, record), BINA_OK);
    bina_record_free(record);
}

static void
check_name(bina_id enterprise, const char *name, int line)
{
    bina_record *record = NULL;

    ck_assert_int_eq(bina_store_get(store, enterprise, &record), BINA_OK);
    ck_assert_msg(strcmp(bina_record_text(record, BINA_ENTERPRISE_NAME), name) == 0, "line %d: %s",
                  line, bina_record_text(record, BINA_ENTERPRISE_NAME));
    bina_record_free(record);
}

#define NAMED(enterprise, name) check_name(enterprise, name, __LINE__)

START_TEST(test_an_undone_value_is_what_it_was)
{
    bina_id melati = party_of("disperin", 1), tenun = party_of("disperin", 5);
    int64_t renamed, undone;

    /* What an undoing put back came of lists, and so lists may change it. */
    rename_by_hand(melati, "Kerupuk Bunga Melati");
    renamed = last_commit();
    ck_assert_int_eq(bina_store_undo(store, renamed, NULL), BINA_OK);
    import_text("diskop",
                "No,Nama Pemilik,L/P,No KTP,Nama Usaha,Dusun,RT,Desa,Kecamatan,No HP,Bidang "
                "Usaha,Kode KBLI\n"
                "1,Hajjah Aminah,P,5203076107807001,MELATI NOMOR SATU,Bermi,02,Pancor,Selong,"
                "0819-9900-0001,Kerupuk,10794\n",
                BINA_INTAKE_ROWS);
    import_text("disperin",
                "NO,NAMA PERUSAHAAN,NAMA PEMILIK,NIK,ALAMAT,DESA,KECAMATAN,NO TELP,KBLI,JENIS "
                "PRODUK\n1,MELATI NOMOR SATU,HJ. AMINAH,5203076107807001,DSN. BERMI RT.02,PANCOR,"
                "SELONG,081999000001,10794,KERUPUK\n",
                BINA_INTAKE_ROWS);
    reconcile(0);
    NAMED(melati, "MELATI NOMOR SATU");
    /* Undoing the undoing brings the hand back, and with it that it was one. */
    rename_by_hand(tenun, "Tenun Inaq Sahnim");
    renamed = last_commit();
    ck_assert_int_eq(bina_store_undo(store, renamed, NULL), BINA_OK);
    undone = last_commit();
    ck_assert_int_eq(bina_store_undo(store, undone, NULL), BINA_OK);
    reconcile(0);
    NAMED(tenun, "Tenun Inaq Sahnim");
    /* And what was by hand before a second hand is by hand again without it. */
    rename_by_hand(tenun, "Tenun Lain");
    ck_assert_int_eq(bina_store_undo(store, last_commit(), NULL), BINA_OK);
    reconcile(0);
    NAMED(tenun, "Tenun Inaq Sahnim");
}
END_TEST

static const char again[] =
    "No,Nama Pemilik,L/P,No KTP,Nama Usaha,Dusun,RT,Desa,Kecamatan,No HP,Bidang Usaha,Kode KBLI\n"
    "1,Ramlah,P,,Toko Berkah,Gandor,01,Selong,Selong,081999000004,Jual Beras,47241\n"
    "2,Sahnimah,P,,Tenun Lestari,Timuk,04,Pringgasela,Pringgasela,081999000003,Tenun Ikat,13122\n"
    "3,Aminah,P,5203076107807001,Kios Aminah,Bermi,02,Pancor,Selong,081999000001,Kios "
    "Sembako,47112\n"
    "4,Hj. Aminah,P,5203076107807001,Krupuk Melati,Bermi,02,Pancor,Selong,0819-9900-0001,"
    "Kerupuk,10794\n";

START_TEST(test_different_survives)
{
    bina_id row = row_of("diskop", 3);

    ck_assert_int_eq(
        bina_register_decide_rows(store, row, row_of("disperin", 5), "different", NULL), BINA_OK);
    reconcile(0);
    ck_assert_int_ne(standing("diskop", 3), standing("disperin", 5));
    import_text("diskop", diskop, BINA_INTAKE_ROWS); /* the same file */
    import_text("diskop", again, BINA_INTAKE_ROWS);  /* sorted anew, her name corrected, no NIK */
    ck_assert_int_eq(row_of("diskop", 2), row);
    reconcile(0);
    ck_assert_int_ne(standing("diskop", 2), standing("disperin", 5));
}
END_TEST

START_TEST(test_same_survives)
{
    bina_id shop = row_of("diskop", 4);

    ck_assert_int_eq(bina_register_decide_rows(store, shop, row_of("disperin", 2), "same", NULL),
                     BINA_OK);
    reconcile(0);
    ck_assert_int_eq(standing("diskop", 4), standing("disperin", 2));
    import_text("diskop", again, BINA_INTAKE_ROWS);
    ck_assert_int_eq(row_of("diskop", 1), shop);
    reconcile(0);
    ck_assert_int_eq(standing("diskop", 1), standing("disperin", 2));
}
END_TEST

/* Names a list corrected, with nothing else to hold on to but the village and the product. */
START_TEST(test_a_corrected_name_is_the_same_row)
{
    static const char first[] = HEADER "1,Sapiah,,,,,Pancor,Selong,,Tempe,,\n"
                                       "2,Mahnep,,,,,Pancor,Selong,,Tempe,,\n"
                                       "3,Zaenal Abidin,,,,,Pancor,Selong,,Tempe,,\n";
    static const char second[] = HEADER "1,Zainal Abidin,,,,,Pancor,Selong,,Tempe,,\n"
                                        "2,Sapi'ah,,,,,Pancor,Selong,,Tempe,,\n"
                                        "3,Rauhun,,,,,Pancor,Selong,,Tempe,,\n";
    bina_id rows[3];

    import_text("desa", first, 0);
    for (int i = 0; i < 3; i++)
        rows[i] = row_of("desa", i + 1);
    ck_assert_int_eq(import_text("desa", second, BINA_INTAKE_MISSING), 1); /* Mahnep */
    ck_assert_int_eq(row_of("desa", 1), rows[2]);
    ck_assert_int_eq(row_of("desa", 2), rows[0]);
    ck_assert_int_ne(row_of("desa", 3), rows[1]); /* somebody else */
}
END_TEST

/* What the register says of each row, without ids: whom it stands for by the first row of those. */
static char *
take_partition(void)
{
    static const char *const lists[] = {"disdag", "disperin", "diskop"};
    snapshot to = {NULL, 0, 0};

    for (int l = 0; l < 3; l++)
        for (int row = 1; row <= 5; row++) {
            bina_id of = party_of(lists[l], row);
            bina_record *record = NULL;
            bool first = true;
            char label[64];
            if (of == 0)
                continue;
            of = standing(lists[l], row);
            for (int m = 0; m < 3 && first; m++)
                for (int other = 1; other <= 5 && first; other++)
                    if (party_of(lists[m], other) != 0 && standing(lists[m], other) == of) {
                        (void)snprintf(label, sizeof label, "%s %d is %s %d: ", lists[l], row,
                                       lists[m], other);
                        snapshot_add(&to, label);
                        first = false;
                    }
            ck_assert_int_eq(bina_store_get(store, of, &record), BINA_OK);
            for (int slot = 3; slot < bina_description_count(bina_record_description(record));
                 slot++)
                if (bina_record_text(record, slot) != NULL) {
                    snapshot_add(&to, bina_record_text(record, slot));
                    snapshot_add(&to, "|");
                }
            bina_record_free(record);
            for (int n = 0; bina_id_kind(of) == BINA_ENTERPRISE; n++) {
                bina_record *tie = ownership(of, n), *owner = NULL;
                if (tie == NULL)
                    break;
                ck_assert_int_eq(
                    bina_store_get(store, bina_record_int(tie, BINA_OWNERSHIP_PARTY), &owner),
                    BINA_OK);
                snapshot_add(&to, bina_record_text(owner, BINA_PERSON_NAME));
                snapshot_add(&to, ";");
                bina_record_free(owner);
                bina_record_free(tie);
            }
            snapshot_add(&to, "\n");
        }
    return to.text;
}

static const char disdag[] =
    "No,Nama Pemilik,No KTP,Nama Usaha,Alamat,Desa,Kecamatan,No HP,Produk,KBLI\n"
    "1,INAQ SAHNIM,,TENUN IKAT LESTARI,DSN TIMUK RT 04,PRINGGASELA,PRINGGASELA,081999000003,TENUN "
    "IKAT,13122\n"
    "2,MAHSUN,,,DUSUN BERMI RT 3,PANCOR,SELONG,,TEMPE,10391\n"
    "3,ZAENUDIN,,LAS JAYA,DUSUN GANDOR,SELONG,SELONG,081999000008,PAGAR BESI,25111\n";

/* All orders of three lists give the same register, reconciled once or after each. */
START_TEST(test_the_order_of_lists)
{
    static const int orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                     {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    static const char *const names[] = {"disperin", "diskop", "disdag"};
    const char *const texts[] = {disperin, diskop, disdag};
    char *first = NULL;

    for (int i = 0; i < 12; i++) {
        char *now;
        close_store();
        open_store();
        for (int k = 0; k < 3; k++) {
            import_text(names[orders[i % 6][k]], texts[orders[i % 6][k]], 0);
            if (i >= 6)
                reconcile(0);
        }
        reconcile(0);
        now = take_partition();
        if (first == NULL)
            first = now;
        else
            IS_AS_BEFORE(first, now);
        if (now != first)
            free(now);
    }
    free(first);
}
END_TEST

START_TEST(test_missing_is_not_closed)
{
    bina_id ramlah = standing("diskop", 4);
    bina_record *record = NULL;

    import_text("diskop",
                "No,Nama Pemilik,L/P,No KTP,Nama Usaha,Dusun,RT,Desa,Kecamatan,No HP,Bidang "
                "Usaha,Kode KBLI\n"
                "1,Hajjah Aminah,P,5203076107807001,Krupuk Melati,Bermi,02,Pancor,Selong,"
                "0819-9900-0001,Kerupuk,10794\n",
                BINA_INTAKE_ROWS);
    reconcile(0);
    ck_assert_int_eq(bina_store_get(store, ramlah, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_STATUS), "active");
    ck_assert_int_eq(bina_record_int(record, BINA_ENTERPRISE_MERGED_INTO), 0);
    bina_record_free(record);
    ck_assert_int_eq(
        count_where(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_STATE, BINA_EQ, bina_text("missing")),
        3);
}
END_TEST

/* Both were asked after, and both belong to one group: no paper about either is rewritten. */
START_TEST(test_merging_what_others_refer_to)
{
    bina_id keep = party_of("disperin", 1), drop = party_of("disperin", 2), agency = 0, group,
            id[4];
    bina_record *record = bina_record_new(BINA_ORGANISATION);
    char *was, *is;

    bina_set_text(record, BINA_ORGANISATION_NAME, "Dinas Koperasi");
    bina_set_text(record, BINA_ORGANISATION_NATURE, "agency");
    ck_assert_int_eq(bina_store_add(store, record, &agency), BINA_OK);
    bina_record_free(record);
    group = party_of("disperin", 3);
    for (int i = 0; i < 4; i++) {
        record = bina_record_new(i < 2 ? BINA_CONFIRMATION : BINA_MEMBERSHIP);
        if (i < 2) {
            bina_set_int(record, BINA_CONFIRMATION_AGENCY, agency);
            bina_set_int(record, BINA_CONFIRMATION_ENTERPRISE, i == 0 ? keep : drop);
            bina_set_int(record, BINA_CONFIRMATION_ASKED, 18000);
        } else {
            bina_set_int(record, BINA_MEMBERSHIP_MEMBER_OF, group);
            bina_set_int(record, BINA_MEMBERSHIP_MEMBER, i == 2 ? keep : drop);
            bina_set_text(record, BINA_MEMBERSHIP_ROLE, "member");
        }
        ck_assert_int_eq(bina_store_add(store, record, &id[i]), BINA_OK);
        bina_record_free(record);
    }
    was = take_snapshot(false);
    ck_assert_int_eq(bina_register_merge(store, keep, drop, NULL), BINA_OK);
    reconcile(0);
    for (int i = 0; i < 4; i++) {
        int slot = i < 2 ? BINA_CONFIRMATION_ENTERPRISE : BINA_MEMBERSHIP_MEMBER;
        bina_id refers, stands = 0;
        ck_assert_int_eq(bina_store_get(store, id[i], &record), BINA_OK);
        refers = bina_record_int(record, slot);
        ck_assert_int_eq(refers, i % 2 == 0 ? keep : drop);
        ck_assert_int_eq(bina_register_resolve(store, refers, &stands), BINA_OK);
        ck_assert_int_eq(stands, keep);
        bina_record_free(record);
    }
    ck_assert_int_eq(bina_store_remove(store, drop), BINA_ERR_REFERENCE);
    ck_assert_int_eq(bina_register_unmerge(store, drop, NULL), BINA_OK);
    reconcile(0);
    is = take_snapshot(false);
    IS_AS_BEFORE(was, is);
    free(is);
    free(was);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: undo");
    TCase *tcase = tcase_create("undo");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, start, close_store);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, test_merge_and_unmerge);
    tcase_add_test(tcase, test_unmerge_after_a_reconciling);
    tcase_add_test(tcase, test_unmerge_under_another_policy);
    tcase_add_test(tcase, test_a_merge_leaves_partners_alone);
    tcase_add_test(tcase, test_undo_of_a_merge_forgets_it);
    tcase_add_test(tcase, test_undo_of_a_reconciling);
    tcase_add_test(tcase, test_an_undone_value_is_what_it_was);
    tcase_add_test(tcase, test_different_survives);
    tcase_add_test(tcase, test_same_survives);
    tcase_add_test(tcase, test_a_corrected_name_is_the_same_row);
    tcase_add_test(tcase, test_the_order_of_lists);
    tcase_add_test(tcase, test_missing_is_not_closed);
    tcase_add_test(tcase, test_merging_what_others_refer_to);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
