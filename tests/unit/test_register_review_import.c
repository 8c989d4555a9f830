/* Protects what a workbook of pairs may not do: pick one of two verdicts that one person gave, or
 * undo what settles a pair. */
#include "register_lists.h"

#include <bina/review.h>

static bina_id first, second, pair;

static void
start(void)
{
    bina_record *record = bina_record_new(BINA_PAIR);

    open_store();
    import_both(false);
    reconcile(0);
    first = row_of("disperin", 1);
    second = row_of("diskop", 4);
    bina_set_int(record, BINA_PAIR_FIRST, first < second ? first : second);
    bina_set_int(record, BINA_PAIR_SECOND, first < second ? second : first);
    ck_assert_int_eq(bina_store_add(store, record, &pair), BINA_OK);
    bina_record_free(record);
}

/* Takes the two rows of the pair, and gives the counts: pairs, judged, unchanged, unanswered,
 * refused, and the faults. */
static const char *
import(const char *one, const char *by, const char *other, const char *by_other)
{
    static char text[64];
    char path[] = "/tmp/bina_review_XXXXXX";
    int file = mkstemp(path);
    FILE *out = fdopen(file, "w");
    bina_faults *faults = bina_faults_new(0);
    bina_record *counts = NULL;
    size_t used = 0;

    fprintf(out, "verdict,reviewed by,pair,source row\n%s,%s,%lld,%lld\n%s,%s,%lld,%lld\n", one, by,
            (long long)pair, (long long)first, other, by_other, (long long)pair, (long long)second);
    fclose(out);
    ck_assert_int_eq(bina_review_import(store, path, NULL, faults, &counts), BINA_OK);
    remove(path);
    for (int slot = BINA_REVIEW_IMPORT_PAIRS; slot <= BINA_REVIEW_IMPORT_REFUSED; slot++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%d ",
                                 (int)bina_record_int(counts, slot));
    snprintf(text + used, sizeof text - used, "%d", (int)bina_faults_count(faults, BINA_ERROR));
    bina_record_free(counts);
    bina_faults_free(faults);
    return text;
}

START_TEST(test_two_verdicts_of_one_person)
{
    ck_assert_str_eq(import("same", "Sri", "different", "sri"), "1 0 0 0 1 1");
    ck_assert_str_eq(import("same", "Sri", "perhaps", "Sri"), "1 0 0 0 1 1");
    /* Each a member of the other, or each after the other. */
    ck_assert_str_eq(import("member_of", "Sri", "member_of", "Sri"), "1 0 0 0 1 1");
    ck_assert_str_eq(import("successor_of", "", "successor_of", ""), "1 0 0 0 1 1");
    ck_assert_int_eq(count_of(BINA_JUDGEMENT), 0);
    ck_assert_str_eq(import("same", "Sri", "same", "Sri"), "1 1 0 0 0 0");
    ck_assert_str_eq(import("same", "Sri", "", ""), "1 0 1 0 0 0");
    ck_assert_str_eq(import("different", "Sri", "same_owner", "Sri"), "1 0 0 0 1 1");
    ck_assert_int_eq(
        count_where(BINA_JUDGEMENT, BINA_JUDGEMENT_VERDICT, BINA_EQ, bina_text("same")), 1);
    /* One person's slip is not another's. */
    ck_assert_str_eq(import("perhaps", "Sri", "different", "Budi"), "1 1 0 0 1 1");
}
END_TEST

START_TEST(test_what_settles_stays)
{
    bina_judging judging = BINA_JUDGING_INIT;
    bina_record *record;
    int64_t before = 0, after = 0;

    judging.verdict = "same";
    judging.reviewer = "Kepala Bidang";
    judging.reason = "satu rumah";
    judging.settles = true;
    ck_assert_int_eq(bina_review_judge(store, pair, &judging, &before), BINA_OK);
    ck_assert_str_eq(import("same", "Kepala Bidang", "", ""), "1 0 1 0 0 0");
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(before, after);
    /* Another mind of the same person still settles, against whoever says otherwise. */
    ck_assert_str_eq(import("different", "Kepala Bidang", "same", "Sri"), "1 2 0 0 0 0");
    record = find_nth(BINA_JUDGEMENT, BINA_JUDGEMENT_REVIEWER, "Kepala Bidang", 0);
    ck_assert_int_eq(bina_record_int(record, BINA_JUDGEMENT_SETTLES), 1);
    bina_record_free(record);
    ck_assert_int_eq(bina_store_get(store, pair, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_PAIR_VERDICT), "different");
    bina_record_free(record);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: review from a workbook");
    TCase *tcase = tcase_create("review import");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, start, close_store);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_two_verdicts_of_one_person);
    tcase_add_test(tcase, test_what_settles_stays);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
