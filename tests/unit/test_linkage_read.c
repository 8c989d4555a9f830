/*
 * Protects reading: texts get codes in the order in which they first appear, whatever the number
 * of threads, and are found again after others were forgotten or memory was given back.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/memo.h"
#include "linkage/standardise.h"
#include "linkage/texts.h"
#include "linkage/tuples.h"
#include "scarce.h"

#define MANY 150000u /* more than two blocks of starts */

static size_t
write_text(uint32_t i, char text[24])
{
    return (size_t)snprintf(text, 24, "value %lu", (unsigned long)(i * 7919u));
}

static void
add_many(bina_dictionary *dictionary, uint32_t count)
{
    char text[24];
    uint32_t code, wrong = 0;

    ck_assert_int_eq(bina_dictionary_init(dictionary), BINA_OK);
    for (uint32_t i = 1; i <= count; i++) {
        size_t length = write_text(i, text);
        wrong += bina_dictionary_add(dictionary, text, length, &code) != BINA_OK || code != i;
    }
    ck_assert_uint_eq(wrong, 0);
}

static void
check_many(const bina_dictionary *dictionary, uint32_t count)
{
    char text[24];
    uint32_t wrong = 0;

    ck_assert_uint_eq(dictionary->count, count + 1);
    for (uint32_t i = 1; i <= count; i++) {
        size_t length = write_text(i, text);
        wrong += bina_dictionary_length(dictionary, i) != length ||
                 strcmp(bina_dictionary_text(dictionary, i), text) != 0 ||
                 bina_dictionary_find(dictionary, text, length) != i;
    }
    ck_assert_uint_eq(wrong, 0);
}

START_TEST(texts_keep_their_codes_in_order_of_appearance)
{
    bina_dictionary dictionary;
    uint32_t code;

    add_many(&dictionary, MANY);
    check_many(&dictionary, MANY);
    ck_assert_int_eq(bina_dictionary_add(&dictionary, "", 0, &code), BINA_OK);
    ck_assert_uint_eq(code, 0);
    ck_assert_uint_eq(bina_dictionary_find(&dictionary, "another", 7), 0);
    bina_dictionary_drop(&dictionary);
}
END_TEST

START_TEST(what_was_added_last_is_forgotten_and_nothing_else)
{
    bina_dictionary dictionary;
    char text[24];
    uint32_t code;

    add_many(&dictionary, MANY);
    bina_dictionary_cut(&dictionary, 66001);
    check_many(&dictionary, 66000);
    ck_assert_uint_eq(bina_dictionary_find(&dictionary, text, write_text(66001, text)), 0);
    ck_assert_int_eq(bina_dictionary_add(&dictionary, text, write_text(66001, text), &code),
                     BINA_OK);
    ck_assert_uint_eq(code, 66001);
    check_many(&dictionary, 66001);
    bina_dictionary_drop(&dictionary);
}
END_TEST

START_TEST(a_sealed_dictionary_says_and_takes_the_same)
{
    bina_dictionary dictionary, other;
    char text[24];
    uint32_t code, shared;

    add_many(&dictionary, 2000);
    add_many(&other, 500);
    bina_dictionary_seal(&dictionary);
    check_many(&dictionary, 2000);
    ck_assert_int_eq(bina_dictionary_count_shared(&other, &dictionary, &shared), BINA_OK);
    ck_assert_uint_eq(shared, 500);
    ck_assert_int_eq(bina_dictionary_count_shared(&dictionary, &other, &shared), BINA_OK);
    ck_assert_uint_eq(shared, 500);
    bina_dictionary_cut(&dictionary, 1001);
    check_many(&dictionary, 1000);
    ck_assert_int_eq(bina_dictionary_add(&dictionary, text, write_text(1001, text), &code),
                     BINA_OK);
    ck_assert_uint_eq(code, 1001);
    check_many(&dictionary, 1001);
    bina_dictionary_drop(&dictionary);
    bina_dictionary_drop(&other);
}
END_TEST

/* Facts of the hash itself, so that it is the same on every machine: computed apart from this code.
 */
/* Protects what is added after memory for less could not be had: there is as much as is thought. */
START_TEST(a_dictionary_that_could_not_be_sealed_takes_more)
{
    for (int n = 0; n < 6; n++) {
        bina_dictionary dictionary;
        char text[24];
        uint32_t code, wrong = 0;
        add_many(&dictionary, 1100);
        scarce_after(n, SCARCE_ONCE);
        bina_dictionary_seal(&dictionary);
        scarce_end();
        for (uint32_t i = 1101; i <= 4000; i++)
            wrong += bina_dictionary_add(&dictionary, text, write_text(i, text), &code) != BINA_OK;
        ck_assert_uint_eq(wrong, 0);
        check_many(&dictionary, 4000);
        bina_dictionary_drop(&dictionary);
    }
}
END_TEST

START_TEST(the_hash_does_not_depend_on_the_machine)
{
    ck_assert_uint_eq(bina_linkage_hash("", 0, 0), 0x873E6848283318EBu);
    ck_assert_uint_eq(bina_linkage_hash("tenun", 5, 0), 0x437DD590FF169C86u);
    ck_assert_uint_eq(bina_linkage_hash("tenun ikat maryam", 17, 1), 0x2F0D9BB6C19F2C9Au);
}
END_TEST

/* Item i says itself without its last digit, and whether it is odd. */
static bina_status
make(void *self, uint32_t first, uint32_t last, bina_link_texts *outputs)
{
    bina_status status = BINA_OK;

    (void)self;
    for (uint32_t i = first; i < last && status == BINA_OK; i++) {
        char text[24];
        size_t length = write_text(i / 10, text);
        status = bina_link_texts_put(&outputs[0], text, length);
        if (status == BINA_OK)
            status = bina_link_texts_put(&outputs[1], "odd", i % 2 ? 3 : 0);
    }
    return status;
}

START_TEST(texts_made_by_several_threads_get_the_same_codes)
{
    const uint32_t items = 300000;

    for (unsigned threads = 1; threads <= 4; threads += 3) {
        bina_dictionary to[2];
        bina_dictionary *where[2] = {&to[0], &to[1]};
        uint32_t *codes[2] = {malloc(items * sizeof(uint32_t)), malloc(items * sizeof(uint32_t))};
        bina_link_texts_job job = {make, NULL, items, 2, where, codes};
        uint32_t wrong = 0;
        for (int o = 0; o < 2; o++) {
            ck_assert_ptr_nonnull(codes[o]);
            ck_assert_int_eq(bina_dictionary_init(&to[o]), BINA_OK);
        }
        ck_assert_int_eq(bina_link_texts_add(&job, threads), BINA_OK);
        for (uint32_t i = 0; i < items; i++)
            wrong += codes[0][i] != i / 10 + 1 || codes[1][i] != i % 2;
        ck_assert_uint_eq(wrong, 0);
        for (int o = 0; o < 2; o++) {
            bina_dictionary_drop(&to[o]);
            free(codes[o]);
        }
    }
}
END_TEST

START_TEST(rows_with_the_same_values_are_one_tuple)
{
    static const uint32_t a[] = {5, 5, 7, 5, 7, 0}, b[] = {1, 2, 1, 1, 1, 0},
                          c[] = {3, 3, 3, 3, 4, 0};
    static const uint32_t number[] = {0, 1, 2, 0, 3, 4}, row[] = {0, 1, 2, 4, 5};
    const uint32_t *columns[] = {a, b, c};
    bina_link_tuples tuples;

    ck_assert_int_eq(bina_link_tuples_make(&tuples, NULL, columns, 3, 6, 1), BINA_OK);
    ck_assert_uint_eq(tuples.count, 5);
    ck_assert_mem_eq(tuples.number, number, sizeof(number));
    ck_assert_mem_eq(tuples.row, row, sizeof(row));
    bina_link_tuples_drop(&tuples);
}
END_TEST

/* A memo and leaving out what is not asked for change nothing of what is. */
START_TEST(a_brief_value_is_the_same_as_a_whole_one)
{
    static const char *const texts[] = {
        "H. Lalu Moh. Soekardi, S.Pd",
        "B U D I",
        "Abdurrahman bin Wahab alias Man",
        "CV. Tenun Ikat Bu Khotijah",
        "Usaha Berkah",
        "Jl. TGH Faisal No. 10B RT 02/03 Dsn. Bagek",
        "Dusun Penakak, RT 2",
        "+62 825-7611-4555 / 0812 3456 7891",
        "5203014101700003",
        "24 Juni 1971",
        "Rp 1,5 juta",
        "tidak ada",
        "n/a",
        "-",
        "M",
        "mi",
        "  x ",
        "ma'ruf J u m ' a t",
        "caf\xC3\xA9 \xE2\x80\x93 Lok Buah (Loa Buah?)",
        "1234567890123",
        "-0",
        "8.52E+10",
    };
    bina_standard *whole = malloc(sizeof(*whole)), *brief = malloc(sizeof(*brief));
    bina_memo *memo = calloc(1, sizeof(*memo));

    ck_assert(whole != NULL && brief != NULL && memo != NULL);
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
            for (int role = 0; role < BINA_ROLE_COUNT; role++)
                for (int p = 0; p < 2; p++) {
                    bina_profile profile = p ? BINA_PROFILE_GENERIC : BINA_PROFILE_INDONESIA;
                    size_t length = strlen(texts[i]);
                    bina_standardise(profile, (bina_role)role, texts[i], length, whole);
                    bina_standardise_brief(profile, (bina_role)role, texts[i], length, memo, brief);
                    if (bina_is_filler((bina_role)role, brief->text, brief->length))
                        continue; /* kept by the brief one only */
                    ck_assert_str_eq(brief->text, whole->text);
                    ck_assert_uint_eq(brief->length, whole->length);
                    ck_assert_int_eq(brief->missing, whole->missing);
                    ck_assert_uint_eq(brief->flags, whole->flags);
                    ck_assert_str_eq(brief->extra, whole->extra);
                    ck_assert_mem_eq(&brief->street, &whole->street, sizeof(bina_span));
                    ck_assert_mem_eq(&brief->hamlet, &whole->hamlet, sizeof(bina_span));
                    ck_assert_mem_eq(&brief->place, &whole->place, sizeof(bina_span));
                    ck_assert_int_eq(brief->rt, whole->rt);
                    ck_assert_int_eq(brief->house, whole->house);
                    ck_assert_int_eq(brief->date, whole->date);
                }
    free(whole);
    free(brief);
    free(memo);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage read");
    TCase *tests = tcase_create("reading");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tests, texts_keep_their_codes_in_order_of_appearance);
    tcase_add_test(tests, what_was_added_last_is_forgotten_and_nothing_else);
    tcase_add_test(tests, a_sealed_dictionary_says_and_takes_the_same);
    tcase_add_test(tests, a_dictionary_that_could_not_be_sealed_takes_more);
    tcase_add_test(tests, the_hash_does_not_depend_on_the_machine);
    tcase_add_test(tests, texts_made_by_several_threads_get_the_same_codes);
    tcase_add_test(tests, rows_with_the_same_values_are_one_tuple);
    tcase_add_test(tests, a_brief_value_is_the_same_as_a_whole_one);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
