/* Protects what people say of doubtful pairs: nobody's judgement is lost or counted twice, those
 * who disagree keep a pair open, and pairs are asked in an order that saves asking. */
#include "register_lists.h"

#include <bina/review.h>

/* A pair left to people, as reconciling would leave it. */
static bina_id
add_pair(bina_id one, bina_id two, double probability, const char *evidence)
{
    bina_record *pair = bina_record_new(BINA_PAIR);
    bina_id id = 0;

    bina_set_int(pair, BINA_PAIR_FIRST, one < two ? one : two);
    bina_set_int(pair, BINA_PAIR_SECOND, one < two ? two : one);
    bina_set_real(pair, BINA_PAIR_WEIGHT, 0);
    bina_set_real(pair, BINA_PAIR_PROBABILITY, probability);
    if (evidence != NULL)
        bina_set_text(pair, BINA_PAIR_EVIDENCE, evidence);
    ck_assert_int_eq(bina_store_add(store, pair, &id), BINA_OK);
    bina_record_free(pair);
    return id;
}

static void
judge(bina_id pair, const char *reviewer, const char *verdict, bool settles)
{
    bina_judging judging = BINA_JUDGING_INIT;

    judging.verdict = verdict;
    judging.reviewer = reviewer;
    judging.settles = settles;
    ck_assert_int_eq(bina_review_judge(store, pair, &judging, NULL), BINA_OK);
}

/* What the judgements of a pair come to: its verdict, "disputed" or "open". */
static const char *
outcome(bina_id pair)
{
    static char text[32];
    bina_record *record = NULL;
    const char *verdict;

    ck_assert_int_eq(bina_store_get(store, pair, &record), BINA_OK);
    verdict = bina_record_text(record, BINA_PAIR_VERDICT);
    snprintf(text, sizeof text, "%s",
             verdict != NULL                                    ? verdict
             : bina_record_int(record, BINA_PAIR_DISPUTED) != 0 ? "disputed"
                                                                : "open");
    bina_record_free(record);
    return text;
}

static void
start(void)
{
    open_store();
    import_both(false);
    reconcile(0);
}

START_TEST(test_two_reviewers)
{
    bina_id pair = add_pair(row_of("disperin", 1), row_of("diskop", 4), .5, NULL);
    bina_record *record = NULL;

    judge(pair, "Sri", "same", false);
    ck_assert_str_eq(outcome(pair), "same");
    judge(pair, "Budi", "different", false);
    ck_assert_str_eq(outcome(pair), "disputed");
    /* Disagreement outlives a reconciling, which would drop a pair it no longer doubts. */
    reconcile(0);
    ck_assert_str_eq(outcome(pair), "disputed");
    judge(pair, "Wayan", "cannot_tell", false); /* no voice */
    ck_assert_str_eq(outcome(pair), "disputed");
    judge(pair, "Wayan", "different", false);
    ck_assert_str_eq(outcome(pair), "different");
    ck_assert_int_eq(bina_store_get(store, pair, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_PAIR_DECIDED_BY), "Budi; Wayan");
    ck_assert_int_eq(bina_record_int(record, BINA_PAIR_JUDGEMENTS), 3);
    bina_record_free(record);
    judge(pair, "Kepala Bidang", "same_owner", true);
    ck_assert_str_eq(outcome(pair), "same_owner");
    judge(pair, "Made", "different", false); /* a settled pair stays settled */
    ck_assert_str_eq(outcome(pair), "same_owner");
    judge(pair, "Sekretaris", "different", true);
    ck_assert_str_eq(outcome(pair), "different");
    ck_assert_int_eq(count_of(BINA_JUDGEMENT), 6);
}
END_TEST

START_TEST(test_said_again_and_undone)
{
    bina_id pair = add_pair(row_of("disperin", 1), row_of("diskop", 4), .5, NULL);
    bina_id other = add_pair(row_of("disperin", 2), row_of("diskop", 4), .5, NULL);
    int64_t before = 0, after = 0;

    judge(pair, "Sri", "same", false);
    ck_assert_int_eq(bina_store_last_commit(store, &before), BINA_OK);
    judge(pair, "sri", "same", false); /* nobody is two people by a capital letter */
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(before, after);
    judge(pair, "Sri", "different", false);
    ck_assert_str_eq(outcome(pair), "different");
    ck_assert_int_eq(count_of(BINA_JUDGEMENT), 1);
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(bina_store_undo(store, after, "a slip"), BINA_OK);
    ck_assert_str_eq(outcome(pair), "same");
    judge(other, "Sri", "different", false);
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(bina_store_undo(store, after, "a slip"), BINA_OK);
    ck_assert_str_eq(outcome(other), "open");
    ck_assert_int_eq(count_of(BINA_JUDGEMENT), 1);
}
END_TEST

/* Files of the first version have verdicts without judgements. */
START_TEST(test_decided_before_judgements)
{
    bina_id pair = add_pair(row_of("disperin", 1), row_of("diskop", 4), .5, NULL);
    bina_record *record = bina_record_new(BINA_PAIR);

    bina_set_int(record, BINA_PAIR_ID, pair);
    bina_set_text(record, BINA_PAIR_VERDICT, "same");
    bina_set_text(record, BINA_PAIR_DECIDED_BY, "Petugas Lama");
    bina_set_date(record, BINA_PAIR_DECIDED_ON, 2020, 11, 9);
    ck_assert_int_eq(bina_store_update(store, record), BINA_OK);
    bina_record_free(record);
    judge(pair, "Sri", "different", false);
    ck_assert_str_eq(outcome(pair), "disputed");
    ck_assert_int_eq(
        count_where(BINA_JUDGEMENT, BINA_JUDGEMENT_REVIEWER, BINA_EQ, bina_text("Petugas Lama")),
        1);
}
END_TEST

/* "Member of" and "successor of" have a direction. */
START_TEST(test_subject)
{
    bina_id group = row_of("disperin", 3), own = row_of("disperin", 4);
    bina_id pair = add_pair(group, own, .5, NULL);
    bina_judging judging = BINA_JUDGING_INIT;
    bina_record *record = NULL;

    judging.verdict = "member_of";
    judging.subject = row_of("disperin", 1);
    ck_assert_int_eq(bina_review_judge(store, pair, &judging, NULL), BINA_ERR_INVALID);
    judging.subject = own;
    ck_assert_int_eq(bina_review_judge(store, pair, &judging, NULL), BINA_OK);
    ck_assert_int_eq(bina_store_get(store, pair, &record), BINA_OK);
    ck_assert_int_eq(bina_record_int(record, BINA_PAIR_SUBJECT), own);
    bina_record_free(record);
    judging.verdict = "different"; /* which has none */
    ck_assert_int_eq(bina_review_judge(store, pair, &judging, NULL), BINA_OK);
    ck_assert_int_eq(bina_store_get(store, pair, &record), BINA_OK);
    ck_assert_int_eq(bina_record_int(record, BINA_PAIR_SUBJECT), 0);
    bina_record_free(record);
}
END_TEST

/* The lists are of one day, so that only the verdict can tell who took over from whom. */
START_TEST(test_who_is_the_heir)
{
    bina_id first = row_of("disperin", 1), second = row_of("diskop", 4);
    bina_judging judging = BINA_JUDGING_INIT;
    const char *heirs[] = {"Aminah", "Ramlah"};

    for (int i = 0; i < 2; i++) {
        bina_record *tie, *person = NULL;
        judging.verdict = "successor_of";
        judging.subject = i == 0 ? first : second;
        ck_assert_int_eq(bina_review_judge_rows(store, first, second, &judging, NULL), BINA_OK);
        reconcile(0);
        ck_assert_int_eq(
            count_where(BINA_OWNERSHIP, BINA_OWNERSHIP_ROLE, BINA_EQ, bina_text("heir")), 1);
        tie = find_nth(BINA_OWNERSHIP, BINA_OWNERSHIP_ROLE, "heir", 0);
        ck_assert_int_eq(bina_store_get(store, bina_record_int(tie, BINA_OWNERSHIP_PARTY), &person),
                         BINA_OK);
        ck_assert_str_eq(bina_record_text(person, BINA_PERSON_NAME), heirs[i]);
        bina_record_free(person);
        bina_record_free(tie);
    }
}
END_TEST

START_TEST(test_disagreements)
{
    bina_id agreed = add_pair(row_of("disperin", 1), row_of("diskop", 4), .5, NULL);
    bina_id apart = add_pair(row_of("disperin", 2), row_of("diskop", 4), .5, NULL);
    bina_cursor *cursor = NULL;
    const bina_record *row;

    judge(agreed, "Sri", "same", false);
    judge(agreed, "Budi", "same", false);
    judge(apart, "Sri", "same", false);
    judge(apart, "Budi", "same_household", false);
    ck_assert_int_eq(bina_review_disagreements(store, &cursor), BINA_OK);
    for (int n = 0; n < 2; n++) {
        ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
        ck_assert_int_eq(bina_record_int(row, BINA_DISAGREEMENT_PAIR), apart);
        ck_assert_str_eq(bina_record_text(row, BINA_DISAGREEMENT_REVIEWER), n ? "Budi" : "Sri");
        ck_assert_str_eq(bina_record_text(row, BINA_DISAGREEMENT_VERDICT),
                         n ? "same_household" : "same");
        ck_assert_ptr_null(bina_record_text(row, BINA_DISAGREEMENT_OUTCOME));
    }
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_DONE);
    bina_cursor_free(cursor);
}
END_TEST

/* The pairs to be asked, as a text: each with the first letter of its state. */
static const char *
asked(const char *reviewer, bool second, bool disputed, const bina_id *pairs)
{
    static char text[64];
    bina_review_options options = BINA_REVIEW_OPTIONS_INIT;
    bina_cursor *cursor = NULL;
    const bina_record *row;
    size_t used = 0;

    options.reviewer = reviewer;
    options.second = second;
    options.disputed = disputed;
    ck_assert_int_eq(bina_review_pairs(store, &options, &cursor), BINA_OK);
    text[0] = '\0';
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        char name = '?';
        for (int n = 0; pairs[n] != 0; n++)
            if (pairs[n] == bina_record_int(row, BINA_REVIEW_PAIR_ID))
                name = (char)('A' + n);
        used += (size_t)snprintf(text + used, sizeof text - used, "%c%c ", name,
                                 bina_record_text(row, BINA_REVIEW_PAIR_STATE)[0]);
    }
    bina_cursor_free(cursor);
    return text;
}

START_TEST(test_order)
{
    bina_id tempe = row_of("disperin", 2), mat = row_of("disperin", 3);
    bina_id basket = row_of("disperin", 4), shop = row_of("diskop", 4);
    /* A, B and C are a triangle: once two are answered with "same", the third follows. D stands
     * alone and is likelier; E is within one registrant. */
    bina_id pairs[] = {add_pair(tempe, mat, .9, NULL),
                       add_pair(mat, basket, .6, NULL),
                       add_pair(tempe, basket, .3, NULL),
                       add_pair(row_of("diskop", 2), shop, .5, NULL),
                       add_pair(row_of("disperin", 1), row_of("diskop", 1), .4, NULL),
                       0};

    ck_assert_int_eq(party_of("disperin", 1), party_of("diskop", 1));
    ck_assert_str_eq(asked("Sri", false, false, pairs), "Eo Do Ao Bo Cf ");
    /* Nobody is asked twice, unless for a second look, which does not tell what was said. */
    judge(pairs[4], "Sri", "different", false);
    ck_assert_str_eq(asked("Sri", false, false, pairs), "Do Ao Bo Cf ");
    ck_assert_str_eq(asked("Budi", false, false, pairs), "Do Ao Bo Cf ");
    ck_assert_str_eq(asked("Sri", true, false, pairs), "");
    ck_assert_str_eq(asked("Budi", true, false, pairs), "Ed ");
    /* What one cannot tell others are asked, later; what they dispute comes first. */
    judge(pairs[3], "Sri", "cannot_tell", false);
    ck_assert_str_eq(asked("Sri", false, false, pairs), "Ao Bo Cf ");
    ck_assert_str_eq(asked("Budi", false, false, pairs), "Ao Bo Dc Cf ");
    judge(pairs[4], "Budi", "same", false);
    ck_assert_str_eq(asked("Wayan", false, false, pairs), "Ed Ao Bo Dc Cf ");
    ck_assert_str_eq(asked("Budi", false, true, pairs), "Ed ");
}
END_TEST

START_TEST(test_region)
{
    /* Pancor is 52.03.07.1001, Loyok 52.03.05... : only pairs with a row there. */
    bina_id pair = add_pair(row_of("disperin", 2), row_of("disperin", 3), .5, NULL);
    bina_review_options options = BINA_REVIEW_OPTIONS_INIT;
    const char *regions[] = {"52.03.07", "52.03", "52.03.0", "52.04"};
    bool found[] = {true, true, false, false};

    for (int i = 0; i < 4; i++) {
        bina_cursor *cursor = NULL;
        const bina_record *row;
        options.region = regions[i];
        ck_assert_int_eq(bina_review_pairs(store, &options, &cursor), BINA_OK);
        ck_assert_int_eq(bina_cursor_next(cursor, &row), found[i] ? BINA_OK : BINA_DONE);
        if (found[i])
            ck_assert_int_eq(bina_record_int(row, BINA_REVIEW_PAIR_ID), pair);
        bina_cursor_free(cursor);
    }
}
END_TEST

START_TEST(test_lines)
{
    bina_id pair =
        add_pair(row_of("disperin", 5), row_of("diskop", 3), .5,
                 "prior -14.75; owner_name: share some words +3.54; phone: equal +7.74; village: "
                 "equal +6.00; mother_village: equal +1.50; hamlet: different -3.20");
    bina_cursor *cursor = NULL;
    const bina_record *line;
    int seen = 0;

    ck_assert_int_eq(bina_review_lines(store, pair, true, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &line) == BINA_OK) {
        const char *field = bina_record_text(line, BINA_REVIEW_FIELD);
        const char *reason = bina_record_text(line, BINA_REVIEW_REASON);
        const char *alasan = bina_record_text(line, BINA_REVIEW_ALASAN);
        if (strcmp(field, "owner_name") == 0) {
            ck_assert_str_eq(bina_record_text(line, BINA_REVIEW_FIRST), "INAQ SAHNIM");
            ck_assert_str_eq(bina_record_text(line, BINA_REVIEW_FIRST_MARKS), "*****......");
            ck_assert_str_eq(bina_record_text(line, BINA_REVIEW_SECOND_MARKS), "......");
            ck_assert_str_eq(reason, "owner name share some words: evidence for");
            ck_assert_str_eq(alasan, "nama pemilik sebagian kata sama: bukti mendukung");
        } else if (strcmp(field, "nik") == 0) {
            ck_assert_str_eq(bina_record_text(line, BINA_REVIEW_FIRST), "•••••••••••••002");
            ck_assert_int_eq(bina_record_int(line, BINA_REVIEW_SAME), 1);
            ck_assert_ptr_null(reason); /* the model did not compare it */
        } else if (strcmp(field, "phone") == 0) {
            ck_assert_str_eq(bina_record_text(line, BINA_REVIEW_SECOND), "+••••••••••003");
            ck_assert_str_eq(reason, "same phone: very strong evidence for");
        } else if (strcmp(field, "village") == 0) {
            ck_assert_int_eq(bina_record_int(line, BINA_REVIEW_SAME), 1); /* but for capitals */
            ck_assert_double_eq_tol(bina_record_real(line, BINA_REVIEW_ADDS), 7.5, 1e-9);
            ck_assert_str_eq(alasan, "desa/kelurahan sama: bukti sangat kuat mendukung");
        } else if (strcmp(field, "hamlet") == 0) {
            ck_assert_ptr_null(bina_record_text(line, BINA_REVIEW_FIRST)); /* only one has it */
            ck_assert_str_eq(reason, "other hamlet: evidence against");
        } else {
            continue;
        }
        seen++;
    }
    ck_assert_int_eq(seen, 5);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_review_lines(store, 5, false, &cursor), BINA_ERR_NOT_FOUND);
}
END_TEST

/* What is kept with the pairs is what explaining them anew would tell. */
START_TEST(test_evidence_is_the_explanation)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_record *options =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    bina_reconcile_options reconciling = BINA_RECONCILE_OPTIONS_INIT;
    bina_record *pair;
    bina_task *task = NULL;

    bina_set_real(options, BINA_LINKAGE_OPTION_LINK, 0.9999999);
    bina_set_real(options, BINA_LINKAGE_OPTION_REVIEW, 0.01);
    ck_assert_int_eq(bina_linkage_settings_add(settings, options, NULL, 0), BINA_OK);
    reconciling.settings = settings;
    ck_assert_int_eq(bina_register_reconcile(store, &reconciling, &task), BINA_OK);
    ck_assert_int_ge(finish(task, BINA_RECONCILIATION_REVIEW), 1);
    pair = find_nth(BINA_PAIR, 0, NULL, 0);
    ck_assert_ptr_nonnull(strstr(bina_record_text(pair, BINA_PAIR_EVIDENCE), "prior -"));
    ck_assert_ptr_nonnull(strstr(bina_record_text(pair, BINA_PAIR_EVIDENCE), "owner_name: "));
    bina_record_free(pair);
    bina_record_free(options);
    bina_linkage_settings_free(settings);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: review");
    TCase *tcase = tcase_create("review");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, start, close_store);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_two_reviewers);
    tcase_add_test(tcase, test_said_again_and_undone);
    tcase_add_test(tcase, test_decided_before_judgements);
    tcase_add_test(tcase, test_subject);
    tcase_add_test(tcase, test_who_is_the_heir);
    tcase_add_test(tcase, test_disagreements);
    tcase_add_test(tcase, test_order);
    tcase_add_test(tcase, test_region);
    tcase_add_test(tcase, test_lines);
    tcase_add_test(tcase, test_evidence_is_the_explanation);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
