/*
 * Protects that every verdict people can give takes effect in the next reconciling, and is undone
 * by giving another.
 */
#include "register_cases.h"

/* Two businesses of one village and, as far as anybody can tell, of two people. */
static const char one[] =
    HEADER "1,Sahabudin,,Batako Maju,Bermi,2,Pancor,Selong,085900000021,Batako,23952,\n"
           "2,Patimah,,,Gunung Siu,6,Pancor,Selong,085900000022,Kerupuk,10794,\n"
           "3,Rumenah,,KUB Sinar Rinjani,Bermi,3,Pancor,Selong,085900000023,Kerupuk,10794,\n"
           "4,Jumahir,,Gerabah Jumahir,Bermi,5,Pancor,Selong,085900000024,Gerabah,23932,\n";
static const char two[] = PEOPLE "1,Nurminah,,Bermi,2,Pancor,Selong,085900000025,\n";

static void
start(void)
{
    begin_case(0);
    import_text("disperin", one, 0);
    import_text("pelatihan", two, 0);
    reconcile(0);
}

static void
decide(bina_id first, bina_id second, const char *verdict)
{
    ck_assert_int_eq(bina_register_decide_rows(store, first, second, verdict, NULL), BINA_OK);
    reconcile(0);
}

/* Nothing is linked: three enterprises and a group, five people. */
START_TEST(test_nothing_said)
{
    COMES_TO(3, 1, 5, 3);
}
END_TEST

START_TEST(test_same)
{
    decide(row_of("disperin", 1), row_of("disperin", 2), "same");
    COMES_TO(2, 1, 5, 3); /* one enterprise, and two who own it */
    ck_assert_int_eq(standing("disperin", 1), standing("disperin", 2));
    decide(row_of("disperin", 1), row_of("disperin", 2), "cannot_tell");
    ck_assert_int_ne(standing("disperin", 1), standing("disperin", 2));
    COMES_TO(3, 1, 5, 3);
}
END_TEST

START_TEST(test_same_owner)
{
    decide(row_of("disperin", 1), row_of("disperin", 4), "same_owner");
    COMES_TO(3, 1, 4, 3);
    ck_assert_int_eq(owner_of("disperin", 1), owner_of("disperin", 4));
    /* A person on a list of people is an owner, too. */
    decide(row_of("pelatihan", 1), row_of("disperin", 2), "same_owner");
    COMES_TO(3, 1, 3, 3);
    ck_assert_int_eq(standing("pelatihan", 1), owner_of("disperin", 2));
    decide(row_of("disperin", 1), row_of("disperin", 4), "different");
    COMES_TO(3, 1, 4, 3);
}
END_TEST

static bina_id
household_of(bina_id person)
{
    bina_record *record = NULL;
    bina_id household;

    ck_assert_int_eq(bina_store_get(store, person, &record), BINA_OK);
    household = bina_record_int(record, BINA_PERSON_HOUSEHOLD);
    bina_record_free(record);
    return household;
}

START_TEST(test_same_household)
{
    bina_id husband = owner_of("disperin", 1), wife = owner_of("disperin", 2);

    decide(row_of("disperin", 1), row_of("disperin", 2), "same_household");
    COMES_TO(3, 1, 5, 3);
    ck_assert_int_eq(count_of(BINA_HOUSEHOLD), 1);
    ck_assert_int_ne(household_of(husband), 0);
    ck_assert_int_eq(household_of(husband), household_of(wife));
    /* A third comes to live there. */
    decide(row_of("pelatihan", 1), row_of("disperin", 2), "same_household");
    ck_assert_int_eq(household_of(standing("pelatihan", 1)), household_of(husband));
    ck_assert_int_eq(count_of(BINA_HOUSEHOLD), 1);
    decide(row_of("disperin", 1), row_of("disperin", 2), "different");
    ck_assert_int_eq(household_of(husband), 0);
    ck_assert_int_ne(household_of(wife), 0);
}
END_TEST

START_TEST(test_member_of)
{
    bina_id group = standing("disperin", 3);
    bina_value in_group = bina_integer_of(BINA_REF, group);

    ck_assert_int_eq(count_where(BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER_OF, BINA_EQ, in_group), 1);
    /* Whichever is named first: an enterprise, and a person. */
    decide(row_of("disperin", 2), row_of("disperin", 3), "member_of");
    decide(row_of("disperin", 3), row_of("pelatihan", 1), "member_of");
    COMES_TO(3, 1, 5, 3);
    ck_assert_int_eq(count_where(BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER_OF, BINA_EQ, in_group), 3);
    ck_assert_int_eq(count_where(BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER, BINA_EQ,
                                 bina_integer_of(BINA_REF, standing("disperin", 2))),
                     1);
    ck_assert_int_eq(count_where(BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER, BINA_EQ,
                                 bina_integer_of(BINA_REF, standing("pelatihan", 1))),
                     1);
    decide(row_of("disperin", 2), row_of("disperin", 3), "different");
    ck_assert_int_eq(count_where(BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER_OF, BINA_EQ, in_group), 2);
}
END_TEST

static int64_t
ties_of(bina_id enterprise)
{
    return count_where(BINA_OWNERSHIP, BINA_OWNERSHIP_ENTERPRISE, BINA_EQ,
                       bina_integer_of(BINA_REF, enterprise));
}

static void
check_tie(bina_id enterprise, int n, bina_id owner, const char *role, bool ended)
{
    bina_record *tie = ownership(enterprise, n);

    ck_assert_ptr_nonnull(tie);
    ck_assert_int_eq(bina_record_int(tie, BINA_OWNERSHIP_PARTY), owner);
    ck_assert_str_eq(bina_record_text(tie, BINA_OWNERSHIP_ROLE), role);
    ck_assert_int_eq(bina_record_get(tie, BINA_OWNERSHIP_VALID_TO).type != BINA_NULL, ended);
    bina_record_free(tie);
}

START_TEST(test_successor_of)
{
    bina_id old = owner_of("disperin", 4), enterprise = standing("disperin", 4), heir;

    import_dated("diskop",
                 HEADER "1,Saprudin,,Gerabah Saprudin,Bermi,5,Pancor,Selong,085900000026,Gerabah,"
                        "23932,\n",
                 "2022-03-01");
    reconcile(0);
    heir = owner_of("diskop", 1);
    COMES_TO(4, 1, 6, 4);
    decide(row_of("disperin", 4), row_of("diskop", 1), "successor_of");
    /* One enterprise; its owner until the newer list, and the heir from that day on. */
    COMES_TO(3, 1, 6, 4);
    ck_assert_int_eq(standing("diskop", 1), enterprise);
    check_tie(enterprise, 0, old, "owner", true);
    check_tie(enterprise, 1, heir, "heir", false);
    decide(row_of("disperin", 4), row_of("diskop", 1), "different");
    COMES_TO(4, 1, 6, 4);
    check_tie(enterprise, 0, old, "owner", false);
}
END_TEST

START_TEST(test_different)
{
    import_text(
        "diskop",
        HEADER "1,Sahabudin,,Batako Maju,Bermi,2,Pancor,Selong,085900000021,Batako,23952,\n", 0);
    reconcile(0);
    COMES_TO(3, 1, 5, 3);
    decide(row_of("disperin", 1), row_of("diskop", 1), "different");
    COMES_TO(4, 1, 6, 4); /* nor are their owners one */
    decide(row_of("disperin", 1), row_of("diskop", 1), "cannot_tell");
    COMES_TO(3, 1, 5, 3);
}
END_TEST

/* ---- taking over, said of the register itself ---- */

START_TEST(test_the_heir_takes_over)
{
    bina_id enterprise = standing("disperin", 4), late = owner_of("disperin", 4), heir = 0;
    bina_record *person = bina_record_new(BINA_PERSON), *tie;

    bina_set_text(person, BINA_PERSON_NAME, "Saprudin");
    ck_assert_int_eq(bina_store_add(store, person, &heir), BINA_OK);
    bina_record_free(person);
    ck_assert_int_eq(bina_register_succeed(store, late, heir, 0, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_register_succeed(store, enterprise, enterprise, 0, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_register_succeed(store, enterprise, late, 0, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_register_succeed(store, enterprise, heir, 18700, "died"), BINA_OK);
    /* Nobody follows an owner who had not begun. */
    ck_assert_int_eq(bina_register_succeed(store, enterprise, late, 18700, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(ties_of(enterprise), 2);
    /* What the lists still say of the late owner, and what a newer one says of the heir, change
     * nothing. */
    for (int i = 0; i < 2; i++) {
        reconcile(0);
        check_tie(enterprise, 0, late, "owner", true);
        check_tie(enterprise, 1, heir, "heir", false);
        ck_assert_int_eq(ties_of(enterprise), 2);
        import_text("disperin",
                    HEADER "4,Saprudin,,Gerabah Jumahir,Bermi,5,Pancor,Selong,085900000024,"
                           "Gerabah,23932,\n",
                    0);
    }
    ck_assert_int_eq(standing("disperin", 1), enterprise);
    tie = ownership(enterprise, 0);
    ck_assert_int_eq(bina_record_int(tie, BINA_OWNERSHIP_VALID_TO), 18699);
    bina_record_free(tie);
}
END_TEST

static bina_id
add_person(const char *name)
{
    bina_record *person = bina_record_new(BINA_PERSON);
    bina_id id = 0;

    bina_set_text(person, BINA_PERSON_NAME, name);
    ck_assert_int_eq(bina_store_add(store, person, &id), BINA_OK);
    bina_record_free(person);
    return id;
}

/* She owned half of it for years, and then all: both are remembered. */
START_TEST(test_a_co_owner_takes_over)
{
    bina_id enterprise = standing("disperin", 4), late = owner_of("disperin", 4);
    bina_id widow = add_person("Inaq Jumahir");
    bina_record *tie = bina_record_new(BINA_OWNERSHIP);

    bina_set_int(tie, BINA_OWNERSHIP_ENTERPRISE, enterprise);
    bina_set_int(tie, BINA_OWNERSHIP_PARTY, widow);
    bina_set_text(tie, BINA_OWNERSHIP_ROLE, "owner");
    bina_set_int(tie, BINA_OWNERSHIP_VALID_FROM, 16000);
    ck_assert_int_eq(bina_store_add(store, tie, NULL), BINA_OK);
    bina_record_free(tie);
    ck_assert_int_eq(bina_register_succeed(store, enterprise, widow, 18700, NULL), BINA_OK);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(ties_of(enterprise), 3);
        check_tie(enterprise, 0, late, "owner", true);
        check_tie(enterprise, 1, widow, "owner", true);
        check_tie(enterprise, 2, widow, "heir", false);
        tie = ownership(enterprise, 1);
        ck_assert_int_eq(bina_record_int(tie, BINA_OWNERSHIP_VALID_FROM), 16000);
        ck_assert_int_eq(bina_record_int(tie, BINA_OWNERSHIP_VALID_TO), 18699);
        bina_record_free(tie);
        reconcile(0);
    }
    ck_assert_int_eq(bina_register_succeed(store, enterprise, widow, 18800, NULL), BINA_ERR_USAGE);
}
END_TEST

/* An enterprise may own another one; not itself, nor under a name it had before it was merged. */
START_TEST(test_who_may_take_over)
{
    bina_id enterprise = standing("disperin", 4), other = standing("disperin", 1);
    bina_id third = standing("disperin", 2);
    bina_id person = add_person("Sri"), twin = add_person("Sri Wahyuni");

    ck_assert_int_ne(other, third);
    ck_assert_int_eq(bina_register_merge(store, person, twin, NULL), BINA_OK);
    ck_assert_int_eq(bina_register_succeed(store, enterprise, twin, 0, NULL), BINA_ERR_USAGE);
    ck_assert_ptr_nonnull(
        strstr(bina_error_message(bina_store_error(store), BINA_ENGLISH), "merged"));
    ck_assert_int_eq(bina_register_merge(store, enterprise, third, NULL), BINA_OK);
    ck_assert_int_eq(bina_register_succeed(store, enterprise, third, 0, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_register_succeed(store, third, enterprise, 0, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_register_succeed(store, enterprise, other, 0, NULL), BINA_OK);
    ck_assert_int_eq(count_where(BINA_OWNERSHIP, BINA_OWNERSHIP_PARTY, BINA_EQ,
                                 bina_integer_of(BINA_REF, other)),
                     1);
}
END_TEST

/* The newer reading of one list names another owner: who it was until then is kept. */
START_TEST(test_another_owner_on_the_newer_list)
{
    bina_id enterprise = standing("disperin", 4), late = owner_of("disperin", 4);

    import_dated("disperin",
                 HEADER
                 "1,Sahabudin,,Batako Maju,Bermi,2,Pancor,Selong,085900000021,Batako,23952,\n"
                 "4,Saprudin,,Gerabah Jumahir,Bermi,5,Pancor,Selong,085900000024,Gerabah,"
                 "23932,\n",
                 "2022-03-01");
    reconcile(0);
    ck_assert_int_eq(standing("disperin", 2), enterprise);
    check_tie(enterprise, 0, late, "owner", true);
    ck_assert_int_eq(ties_of(enterprise), 2);
    reconcile(0); /* twice changes nothing */
    check_tie(enterprise, 0, late, "owner", true);
    ck_assert_int_eq(ties_of(enterprise), 2);
}
END_TEST

/* A newer reading that leaves the owner's cell empty says nothing of owners. */
START_TEST(test_an_empty_cell_does_not_disown)
{
    bina_id owner = owner_of("disperin", 4), enterprise = standing("disperin", 4);

    import_dated("disperin",
                 HEADER
                 "1,Sahabudin,,Batako Maju,Bermi,2,Pancor,Selong,085900000021,Batako,23952,\n"
                 "4,,,Gerabah Jumahir,Bermi,5,Pancor,Selong,085900000024,Gerabah,23932,\n",
                 "2022-03-01");
    reconcile(0);
    ck_assert_int_eq(standing("disperin", 2), enterprise);
    check_tie(enterprise, 0, owner, "owner", false);
}
END_TEST

/* How often a name stands in a text field of the records of a kind. */
static int
times_named(int kind, int field, const char *name)
{
    bina_query *query = bina_query_new(kind);
    bina_cursor *cursor;
    const bina_record *row;
    int times = 0;

    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        const char *text = bina_record_text(row, field);
        times += text != NULL && strstr(text, name) != NULL;
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return times;
}

/* Erases every record whose changes name somebody, those that were removed since among them. */
static void
erase_all_that_name(const char *name)
{
    bina_query *query = bina_query_new(BINA_CHANGE);
    bina_cursor *cursor;
    const bina_record *row;
    bina_id ids[256];
    int count = 0;

    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        const char *json = bina_record_text(row, BINA_CHANGE_NEW);
        ck_assert_int_lt(count, 256);
        if (json != NULL && strstr(json, name) != NULL)
            ids[count++] = bina_record_int(row, BINA_CHANGE_RECORD);
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    for (int i = 0; i < count; i++)
        ck_assert_int_eq(bina_store_erase(store, ids[i], "asked for"), BINA_OK);
}

/* What people write of registrants can be erased; of what the chain of commits holds, nothing can.
 */
START_TEST(test_no_words_of_people_in_the_chain)
{
    static const char words[] = "Patimah itu istri Sahabudin";
    bina_id keep = standing("disperin", 1), drop = standing("disperin", 4);
    bina_id sri = add_person("Sri"), other = add_person("Sri Wahyuni");
    bina_record *pair;

    ck_assert_int_eq(bina_register_decide_rows(store, row_of("disperin", 1), row_of("disperin", 2),
                                               "same_household", words),
                     BINA_OK);
    ck_assert_int_eq(times_named(BINA_JUDGEMENT, BINA_JUDGEMENT_REASON, "Patimah"), 1);
    pair = find_nth(BINA_PAIR, BINA_PAIR_REASON, words, 0);
    ck_assert_int_eq(bina_register_decide(store, bina_record_id(pair), "different", words),
                     BINA_OK);
    bina_record_free(pair);
    /* With rows to say it of, the words stand with what is said of them; else in a note. */
    ck_assert_int_eq(bina_register_merge(store, keep, drop, words), BINA_OK);
    ck_assert_int_eq(bina_register_unmerge(store, drop, words), BINA_OK);
    ck_assert_int_eq(times_named(BINA_DOCUMENT, BINA_DOCUMENT_TITLE, "Patimah"), 0);
    ck_assert_int_eq(bina_register_merge(store, sri, other, words), BINA_OK);
    ck_assert_int_eq(times_named(BINA_DOCUMENT, BINA_DOCUMENT_TITLE, "Patimah"), 1);
    ck_assert_int_eq(bina_register_succeed(store, keep, sri, 0, words), BINA_OK);
    ck_assert_int_eq(times_named(BINA_DOCUMENT, BINA_DOCUMENT_TITLE, "Patimah"), 2);

    ck_assert_int_eq(times_named(BINA_COMMIT, BINA_COMMIT_WHY, "Patimah"), 0);
    ck_assert_int_gt(times_named(BINA_CHANGE, BINA_CHANGE_NEW, "Patimah"), 5);
    erase_all_that_name("Patimah");
    ck_assert_int_eq(times_named(BINA_JUDGEMENT, BINA_JUDGEMENT_REASON, "Patimah"), 0);
    ck_assert_int_eq(times_named(BINA_PAIR, BINA_PAIR_REASON, "Patimah"), 0);
    ck_assert_int_eq(times_named(BINA_DOCUMENT, BINA_DOCUMENT_TITLE, "Patimah"), 0);
    ck_assert_int_eq(times_named(BINA_CHANGE, BINA_CHANGE_OLD, "Patimah"), 0);
    ck_assert_int_eq(times_named(BINA_CHANGE, BINA_CHANGE_NEW, "Patimah"), 0);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: verdicts");
    TCase *tcase = tcase_create("verdicts");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, open_store, close_store);
    tcase_add_checked_fixture(tcase, start, NULL);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_nothing_said);
    tcase_add_test(tcase, test_same);
    tcase_add_test(tcase, test_no_words_of_people_in_the_chain);
    tcase_add_test(tcase, test_same_owner);
    tcase_add_test(tcase, test_same_household);
    tcase_add_test(tcase, test_member_of);
    tcase_add_test(tcase, test_successor_of);
    tcase_add_test(tcase, test_different);
    tcase_add_test(tcase, test_the_heir_takes_over);
    tcase_add_test(tcase, test_a_co_owner_takes_over);
    tcase_add_test(tcase, test_who_may_take_over);
    tcase_add_test(tcase, test_another_owner_on_the_newer_list);
    tcase_add_test(tcase, test_an_empty_cell_does_not_disown);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
