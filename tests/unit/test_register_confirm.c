/*
 * Asking agencies: what is asked is written down once, answers are taken row by row, and nothing in
 * the register changes before somebody applies an answer. How a person fills in the workbook is
 * tests/python/test_confirm.py's.
 */
#include <sys/stat.h>
#include <bina/confirm.h>
#include <bina/feedback.h>
#include <bina/report.h>
#include "register/confirm.h"
#include "register_lists.h"

static char folder[64], book[128], back[128];

static const char shops[] = "NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK\n"
                            "Tenun Sari,Siti Aminah,5203016502890004,Loyok,Sikur,kain tenun\n"
                            "Bambu Jaya,Lalu Darmawan,5203011203850002,Loyok,Sikur,bambu\n"
                            "Gerabah Mandiri,Amaq Sahnun,5203010107700001,Masbagik Timur,Masbagik,"
                            "gerabah\n";

static void
set_up(void)
{
    strcpy(folder, "/tmp/bina-ask-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(book, sizeof book, "%s/ask.xlsx", folder);
    snprintf(back, sizeof back, "%s/back.csv", folder);
    open_store();
    ck_assert_int_eq(import_text("diskop", shops, BINA_INTAKE_NEW), 3);
    ck_assert_int_eq(reconcile(BINA_RECONCILIATION_ENTERPRISES), 3);
}

static void
tear_down(void)
{
    close_store();
    unlink(book);
    unlink(back);
    ck_assert_int_eq(rmdir(folder), 0);
}

/* Asks the agency of list diskop; gives a number of the round. */
static int64_t
ask(const char *letter, int slot)
{
    bina_confirm_send_options options = BINA_CONFIRM_SEND_OPTIONS_INIT;
    bina_record *round = NULL;
    int64_t number;

    options.letter = letter;
    ck_assert_msg(bina_confirm_send(store, "diskop", &options, book, &round) == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    number = bina_record_int(round, slot);
    bina_record_free(round);
    return number;
}

/* The n-th thing that was asked, from 0; yours. */
static bina_record *
asked(int n)
{
    return find_nth(BINA_CONFIRMATION, 0, NULL, n);
}

/* A sheet with answers to three things asked, in their order, from the n-th on; "" for none. */
static void
answer_from(int n, const char *first, const char *second, const char *third)
{
    const char *answers[] = {first, second, third};
    FILE *file = fopen(back, "w");
    char code[BINA_NUMBER_SIZE];

    ck_assert_ptr_nonnull(file);
    fputs("kode;jawaban;tutup sejak;ganda dengan nomor\n", file);
    for (int i = 0; i < 3; i++) {
        bina_record *record = asked(n + i);
        bina_number_format(bina_record_id(record), BINA_CONFIRM_CODE, code);
        fprintf(file, "%s;%s\n", code, answers[i]);
        bina_record_free(record);
    }
    fclose(file);
}

static void
answer(const char *first, const char *second, const char *third)
{
    answer_from(0, first, second, third);
}

static bina_status
take(bina_faults *faults, bool dry_run, int64_t counts[BINA_CONFIRM_REFUSED + 1])
{
    bina_confirm_receive_options options = BINA_CONFIRM_RECEIVE_OPTIONS_INIT;
    bina_record *receipt = NULL;
    bina_status status;

    options.faults = faults;
    options.dry_run = dry_run;
    options.answered_by = "H. Sahabudin";
    status = bina_confirm_receive(store, back, &options, &receipt);
    for (int slot = 0; status == BINA_OK && slot <= BINA_CONFIRM_REFUSED; slot++)
        counts[slot] = bina_record_int(receipt, slot);
    bina_record_free(receipt);
    return status;
}

static int64_t
rows_of_report(const char *name)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    int64_t rows = 0;

    ck_assert_int_eq(bina_report_run(store, name, NULL, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &row) == BINA_OK)
        rows++;
    bina_cursor_free(cursor);
    return rows;
}

START_TEST(asked_once)
{
    bina_record *first;
    struct stat seen;

    ck_assert_int_eq(ask("510/12", BINA_CONFIRM_NEW), 3);
    ck_assert_int_eq(stat(book, &seen), 0);
    ck_assert_int_eq(ask("510/12", BINA_CONFIRM_NEW), 0);
    ck_assert_int_eq(ask("510/12", BINA_CONFIRM_ROUND), 1);
    first = asked(0);
    ck_assert_int_eq(bina_record_int(first, BINA_CONFIRMATION_DUE) -
                         bina_record_int(first, BINA_CONFIRMATION_ASKED),
                     14);
    ck_assert_ptr_null(bina_record_text(first, BINA_CONFIRMATION_ANSWER));
    bina_record_free(first);
    ck_assert_int_eq(rows_of_report("rounds"), 1);
    ck_assert_int_eq(rows_of_report("answers"), 0);
}
END_TEST

START_TEST(answered)
{
    int64_t counts[BINA_CONFIRM_REFUSED + 1] = {0}, before, after;
    bina_faults *faults = bina_faults_new(0);
    bina_record *closed;

    ask(NULL, BINA_CONFIRM_ROUND);
    answer("tutup;17/8/2020", "ada", "");
    ck_assert_int_eq(take(faults, true, counts), BINA_OK);
    ck_assert_int_eq(counts[BINA_CONFIRM_NEW], 2);
    ck_assert_int_eq(rows_of_report("answers"), 0); /* it was a trial */
    ck_assert_int_eq(take(faults, false, counts), BINA_OK);
    ck_assert_int_eq(counts[BINA_CONFIRM_NEW], 2);
    ck_assert_int_eq(counts[BINA_CONFIRM_SILENT], 1);
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
    ck_assert_int_eq(rows_of_report("answers"), 1);
    closed = asked(0);
    ck_assert_str_eq(bina_record_text(closed, BINA_CONFIRMATION_ANSWERED_BY), "H. Sahabudin");

    ck_assert_int_eq(bina_store_last_commit(store, &before), BINA_OK);
    ck_assert_int_eq(take(faults, false, counts), BINA_OK);
    ck_assert_int_eq(counts[BINA_CONFIRM_UNCHANGED], 2);
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(before, after);

    ck_assert_int_eq(bina_confirm_apply(store, bina_record_id(closed), "seen"), BINA_OK);
    ck_assert_int_eq(bina_confirm_apply(store, bina_record_id(closed), NULL), BINA_DONE);
    ck_assert_int_eq(rows_of_report("answers"), 0);
    bina_record_free(closed);
    bina_faults_free(faults);
}
END_TEST

START_TEST(refused)
{
    int64_t counts[BINA_CONFIRM_REFUSED + 1] = {0};
    bina_faults *faults = bina_faults_new(0);
    bina_error *fault = bina_error_new();
    bina_record *second;
    FILE *file;

    ask(NULL, BINA_CONFIRM_ROUND);
    answer("barangkali", "ganda", "tutup;31/12/2099");
    ck_assert_int_eq(take(faults, false, counts), BINA_OK);
    ck_assert_int_eq(counts[BINA_CONFIRM_REFUSED], 1);
    ck_assert_int_eq(counts[BINA_CONFIRM_NEW], 2);
    ck_assert_int_eq(bina_faults_at(faults, 0, fault), BINA_OK);
    ck_assert_str_eq(bina_error_rule(fault), "confirm.answer");
    ck_assert_int_eq(bina_error_line(fault), 2);
    ck_assert_int_eq(bina_error_column(fault), 2);
    ck_assert_int_eq(bina_faults_count(faults, BINA_WARNING), 2); /* no twin, no such day yet */
    second = asked(1);
    ck_assert_int_eq(bina_confirm_apply(store, bina_record_id(second), NULL), BINA_ERR_INVALID);
    ck_assert_int_eq(bina_confirm_dismiss(store, bina_record_id(second), NULL), BINA_OK);
    ck_assert_int_eq(rows_of_report("answers"), 1);
    bina_record_free(second);

    file = fopen(back, "w");
    fputs("kode;catatan\nK-0001-0001-X;tutup\n", file);
    fclose(file);
    ck_assert_int_eq(take(faults, false, counts), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(bina_store_error(store)), "confirm.no-sheet");
    ck_assert_int_eq(bina_confirm_apply(store, 1, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_store_depth(store), 0);
    bina_error_free(fault);
    bina_faults_free(faults);
}
END_TEST

/* A row pasted from another agency's workbook is not taken for an answer of that agency. */
START_TEST(foreign)
{
    int64_t counts[BINA_CONFIRM_REFUSED + 1] = {0};
    bina_confirm_send_options options = BINA_CONFIRM_SEND_OPTIONS_INIT;
    bina_faults *faults = bina_faults_new(0);
    bina_error *fault = bina_error_new();
    bina_record *round = NULL, *other;

    ask(NULL, BINA_CONFIRM_ROUND);
    import_text("disperin",
                "NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK\n"
                "Tenun Sari,Siti Aminah,5203016502890004,Loyok,Sikur,kain tenun\n",
                BINA_INTAKE_NEW);
    reconcile(BINA_RECONCILIATION_ENTERPRISES);
    ck_assert_int_eq(bina_confirm_send(store, "disperin", &options, book, &round), BINA_OK);
    bina_record_free(round);
    other = asked(3);
    ck_assert_ptr_nonnull(other);
    answer_from(1, "ada", "tutup", "tutup");
    ck_assert_int_eq(take(faults, false, counts), BINA_OK);
    ck_assert_int_eq(counts[BINA_CONFIRM_NEW], 2);
    ck_assert_int_eq(counts[BINA_CONFIRM_REFUSED], 1);
    ck_assert_int_eq(bina_faults_at(faults, 0, fault), BINA_OK);
    ck_assert_str_eq(bina_error_rule(fault), "confirm.foreign");
    ck_assert_int_eq(bina_error_line(fault), 4);
    bina_record_free(other);
    other = asked(3);
    ck_assert_ptr_null(bina_record_text(other, BINA_CONFIRMATION_ANSWER));
    bina_record_free(other);
    bina_error_free(fault);
    bina_faults_free(faults);
}
END_TEST

/* An older file received again: neither the newer answer nor what was decided about it goes. */
START_TEST(older)
{
    int64_t counts[BINA_CONFIRM_REFUSED + 1] = {0};
    bina_confirm_receive_options options = BINA_CONFIRM_RECEIVE_OPTIONS_INIT;
    bina_faults *faults = bina_faults_new(0);
    bina_error *fault = bina_error_new();
    bina_record *now, *receipt = NULL;

    ask(NULL, BINA_CONFIRM_ROUND);
    answer("tutup;17/8/2020", "", "");
    ck_assert_int_eq(take(faults, false, counts), BINA_OK);
    answer("ada", "", "");
    ck_assert_int_eq(take(faults, false, counts), BINA_OK);
    ck_assert_int_eq(counts[BINA_CONFIRM_CHANGED], 1);
    now = asked(0);
    ck_assert_int_eq(bina_confirm_dismiss(store, bina_record_id(now), NULL), BINA_OK);
    bina_record_free(now);

    answer("tutup;17/8/2020", "ada", "");
    ck_assert_int_eq(take(faults, false, counts), BINA_OK);
    ck_assert_int_eq(counts[BINA_CONFIRM_CHANGED], 0);
    ck_assert_int_eq(counts[BINA_CONFIRM_REFUSED], 1);
    ck_assert_int_eq(counts[BINA_CONFIRM_NEW], 1);
    ck_assert_uint_eq(bina_faults_kept(faults), 1);
    ck_assert_int_eq(bina_faults_at(faults, 0, fault), BINA_OK);
    ck_assert_str_eq(bina_error_rule(fault), "confirm.older");
    ck_assert_int_eq(bina_error_severity(fault), BINA_WARNING);
    now = asked(0);
    ck_assert_str_eq(bina_record_text(now, BINA_CONFIRMATION_ANSWER), "exists");
    ck_assert_int_ne(bina_record_get(now, BINA_CONFIRMATION_SETTLED).type, BINA_NULL);
    bina_record_free(now);

    /* A day before the answer that is there; then the day that is said to be a later one. */
    answer("pindah", "", "");
    options.answered = bina_store_today(store) - 1;
    ck_assert_int_eq(bina_confirm_receive(store, back, &options, &receipt), BINA_OK);
    ck_assert_int_eq(bina_record_int(receipt, BINA_CONFIRM_REFUSED), 1);
    bina_record_free(receipt);
    answer("tutup;17/8/2020", "", "");
    options.answered = bina_store_today(store);
    ck_assert_int_eq(bina_confirm_receive(store, back, &options, &receipt), BINA_OK);
    ck_assert_int_eq(bina_record_int(receipt, BINA_CONFIRM_CHANGED), 1);
    bina_record_free(receipt);
    /* Details that are new make another answer. */
    answer("tutup;18/8/2020", "", "");
    ck_assert_int_eq(take(faults, false, counts), BINA_OK);
    ck_assert_int_eq(counts[BINA_CONFIRM_CHANGED], 1);
    bina_error_free(fault);
    bina_faults_free(faults);
}
END_TEST

/* Names only others' lists have do not go out to an agency because it has the enterprise. */
START_TEST(owners)
{
    static const struct {
        const char *owners, *named, *told;
    } cases[] = {
        {"Siti Aminah\x1f", "HJ. SITI AMINAH\x1f", "Siti Aminah"},
        {"Siti Aminah\x1f\x1eLalu Darmawan\x1f", "Siti Aminah\x1f", "Siti Aminah, L••• D•••"},
        {"Siti Aminah\x1f"
         "5203016502890004",
         "\x1f"
         "5203016502890004",
         "Siti Aminah"},
        {"Siti Aminah\x1f"
         "5203016502890004",
         "\x1f", "S••• A•••"},
        {"Siti Aminah\x1f", "Lalu Darmawan\x1f\x1e\x1f\x1eSiti Aminah\x1f", "Siti Aminah"},
        {"Siti Aminah\x1f", "Siti Fatimah\x1f", "S••• A•••"},
        {"Siti Aminah\x1f", NULL, "S••• A•••"},
    };
    bina_description *description = bina_confirm_row_description();
    bina_record *row = bina_record_new_of(description);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bina_record_clear(row);
        ck_assert_int_eq(bina_confirm_set_owners(cases[i].owners, cases[i].named, row), BINA_OK);
        ck_assert_str_eq(bina_record_is_masked(row, BINA_CONFIRM_ROW_OWNER)
                             ? bina_record_display(row, BINA_CONFIRM_ROW_OWNER)
                             : bina_record_text(row, BINA_CONFIRM_ROW_OWNER),
                         cases[i].told);
    }
    bina_record_clear(row);
    ck_assert_int_eq(bina_confirm_set_owners(NULL, NULL, row), BINA_OK);
    ck_assert_ptr_null(bina_record_text(row, BINA_CONFIRM_ROW_OWNER));
    bina_record_free(row);
    bina_description_free(description);
}
END_TEST

START_TEST(told_to_mend)
{
    int64_t count = 0;
    struct stat seen;

    import_text("diskop",
                "NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK\n"
                "Tenun Sari,Siti Aminah,520301650289,Loyok,Sikur,kain tenun\n"
                "Bambu Jaya,,5203011203850002,Antah,Berantah,bambu\n",
                BINA_INTAKE_NEW);
    ck_assert_int_eq(bina_feedback_write(store, "diskop", NULL, book, &count), BINA_ERR_NOT_FOUND);
    ask(NULL, BINA_CONFIRM_ROUND); /* since then it is known who keeps the list */
    ck_assert_int_eq(bina_feedback_write(store, "diskop", NULL, book, &count), BINA_OK);
    ck_assert_int_eq(count, 3); /* a NIK too short, no owner, no such village */
    ck_assert_int_eq(stat(book, &seen), 0);
}
END_TEST

/* Words as officers write them, and those that say neither this nor that. */
START_TEST(words)
{
    static const char *const said[][2] = {
        {"Ada", "exists"},
        {"masih ada", "exists"},
        {"EXISTS", "exists"},
        {"Tutup sejak 2019", "closed"},
        {"sudah tutup", "closed"},
        {"pindah ke Lombok Tengah", "moved"},
        {"Bukan binaan kami", "not_ours"},
        {"bukan binaan", "not_ours"},
        {"ganda dengan E-1", "twin_of"},
        {"twin of another", "twin_of"},
        {"tidak ada", NULL},
        {"adakah", NULL},
        {"?", NULL},
        {"", NULL},
    };

    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        const char *word = bina_confirm_word(said[i][0]);
        if (said[i][1] == NULL)
            ck_assert_msg(word == NULL, "%s", said[i][0]);
        else
            ck_assert_msg(word != NULL && strcmp(word, said[i][1]) == 0, "%s", said[i][0]);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: asking agencies");
    TCase *all = tcase_create("confirm");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, asked_once);
    tcase_add_test(all, answered);
    tcase_add_test(all, refused);
    tcase_add_test(all, foreign);
    tcase_add_test(all, older);
    tcase_add_test(all, owners);
    tcase_add_test(all, words);
    tcase_add_test(all, told_to_mend);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
