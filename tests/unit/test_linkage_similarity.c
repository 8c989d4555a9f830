/*
 * The string kernels give the published values, and their fast forms give the very bits of the
 * plain ones on random, adversarial and non-ASCII texts.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/similarity.h"
#include "linkage/similarity_plain.h"

static double
jaro(const char *a, const char *b)
{
    static bina_characters left, right;

    bina_characters_read(&left, a, strlen(a));
    bina_characters_read(&right, b, strlen(b));
    return bina_plain_jaro(&left, &right);
}

static double
winkler(const char *a, const char *b)
{
    return bina_similarity_jaro_winkler(a, strlen(a), b, strlen(b));
}

static size_t
levenshtein(const char *a, const char *b)
{
    return bina_distance_levenshtein(a, strlen(a), b, strlen(b));
}

static size_t
osa(const char *a, const char *b)
{
    return bina_distance_osa(a, strlen(a), b, strlen(b));
}

static double
names(const char *a, const char *b)
{
    double score = bina_similarity_names(a, strlen(a), b, strlen(b));
    ck_assert_double_eq(score, bina_similarity_names(b, strlen(b), a, strlen(a)));
    ck_assert_double_ge(score, 0.0);
    ck_assert_double_le(score, 1.0);
    return score;
}

/* Winkler's own examples, as every later write-up repeats them. */
START_TEST(test_published_jaro)
{
    ck_assert_double_eq_tol(jaro("MARTHA", "MARHTA"), 0.9444, 0.00005);
    ck_assert_double_eq_tol(winkler("MARTHA", "MARHTA"), 0.9611, 0.00005);
    ck_assert_double_eq_tol(jaro("DIXON", "DICKSONX"), 0.7667, 0.00005);
    ck_assert_double_eq_tol(winkler("DIXON", "DICKSONX"), 0.8133, 0.00005);
    ck_assert_double_eq_tol(jaro("DWAYNE", "DUANE"), 0.8222, 0.00005);
    ck_assert_double_eq_tol(winkler("DWAYNE", "DUANE"), 0.8400, 0.00005);
    ck_assert_double_eq_tol(jaro("JELLYFISH", "SMELLYFISH"), 0.8963, 0.00005);
    ck_assert_double_eq_tol(jaro("CRATE", "TRACE"), 0.7333, 0.00005);
    ck_assert_double_eq(jaro("", ""), 1.0);
    ck_assert_double_eq(jaro("", "a"), 0.0);
    ck_assert_double_eq(jaro("a", "b"), 0.0);
    ck_assert_double_eq(winkler("abc", "abc"), 1.0);
    ck_assert_double_eq(bina_similarity_jaro_winkler(NULL, 0, NULL, 0), 1.0);
}
END_TEST

START_TEST(test_published_edits)
{
    ck_assert_uint_eq(levenshtein("kitten", "sitting"), 3);
    ck_assert_uint_eq(levenshtein("Saturday", "Sunday"), 3);
    ck_assert_uint_eq(levenshtein("", "abc"), 3);
    ck_assert_uint_eq(levenshtein("CA", "ABC"), 3);
    ck_assert_uint_eq(osa("CA", "ABC"), 3); /* full Damerau would say 2 */
    ck_assert_uint_eq(osa("CA", "AC"), 1);
    ck_assert_uint_eq(levenshtein("CA", "AC"), 2);
    ck_assert_uint_eq(bina_distance_osa(NULL, 0, "ab", 2), 2);
}
END_TEST

/* A letter with an accent is one character, not two bytes. */
START_TEST(test_characters_not_bytes)
{
    ck_assert_uint_eq(levenshtein("Jos\xC3\xA9", "Jose"), 1);
    ck_assert_uint_eq(levenshtein("\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5\xE6\x9C\xA8"), 1);
    ck_assert_double_eq_tol(jaro("MARTH\xC3\x81", "MARHT\xC3\x81"), 0.9444, 0.00005);
    ck_assert_uint_eq(levenshtein("\xC3\xA9", "\xC3\xA8"), 1);
    ck_assert_uint_eq(levenshtein("\xFF\xFE", "\xFF"), 1); /* bad bytes count one each */
    ck_assert_uint_eq(levenshtein("a\xC3", "a\xC3\xA9"), 1);
}
END_TEST

static uint64_t
next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Texts over few letters, so that there is much to match; some UTF-8, some broken, some long. */
static size_t
random_text(uint64_t *state, char out[512])
{
    static const char *const letters[] = {
        "a", "b", "c", "\xC3\xA9", "\xE6\x97\xA5", "\xF0\x9F\x98\x80", "\xFF", "\xC3"};
    unsigned kind = (unsigned)(next_random(state) % 8);
    size_t most = kind == 0 ? 130 : kind < 3 ? 66 : 14;
    unsigned variety = kind % 2 ? 3 : kind == 4 ? 8 : 2;
    size_t count = next_random(state) % (most + 1), length = 0;
    for (size_t i = 0; i < count; i++) {
        const char *letter = letters[next_random(state) % variety];
        memcpy(out + length, letter, strlen(letter));
        length += strlen(letter);
    }
    return length;
}

static void
check_pair(const char *a, size_t a_length, const char *b, size_t b_length)
{
    static bina_characters left, right;
    bina_characters_read(&left, a, a_length);
    bina_characters_read(&right, b, b_length);
    bina_pattern pattern;
    bina_pattern_set(&pattern, a, a_length);

    double plain = bina_plain_jaro_winkler(&left, &right);
    double fast = bina_similarity_jaro_winkler(a, a_length, b, b_length);
    double kept = bina_pattern_jaro_winkler(&pattern, b, b_length);
    double turned = bina_similarity_jaro_winkler(b, b_length, a, a_length);
    ck_assert(memcmp(&plain, &fast, sizeof plain) == 0);
    ck_assert(memcmp(&plain, &kept, sizeof plain) == 0);
    ck_assert_double_eq_tol(plain, turned, 1e-15);

    size_t edits = bina_plain_levenshtein(&left, &right);
    ck_assert_uint_eq(edits, bina_distance_levenshtein(a, a_length, b, b_length));
    ck_assert_uint_eq(edits, bina_distance_levenshtein(b, b_length, a, a_length));
    ck_assert_uint_eq(edits, bina_pattern_levenshtein(&pattern, b, b_length));
    size_t swaps = bina_plain_osa(&left, &right);
    ck_assert_uint_eq(swaps, bina_distance_osa(a, a_length, b, b_length));
    ck_assert_uint_eq(swaps, bina_distance_osa(b, b_length, a, a_length));
    ck_assert_uint_eq(swaps, bina_pattern_osa(&pattern, b, b_length));
    ck_assert_uint_le(swaps, edits);
    for (size_t limit = 0; limit < 4; limit++) {
        size_t within = bina_distance_osa_within(a, a_length, b, b_length, limit);
        ck_assert_uint_eq(within, swaps > limit ? limit + 1 : swaps);
    }
}

START_TEST(test_fast_is_plain)
{
    uint64_t state = UINT64_C(0x9e3779b97f4a7c15);
    for (int i = 0; i < 6000; i++) {
        char a[512], b[512];
        size_t a_length = random_text(&state, a);
        size_t b_length = random_text(&state, b);
        check_pair(a, a_length, b, b_length);
    }
    /* Edges of the machine word, and runs of one letter. */
    char run[130];
    memset(run, 'x', sizeof run);
    for (size_t a = 60; a <= 68; a++) {
        for (size_t b = 0; b <= 68; b += b < 60 ? 7 : 1)
            check_pair(run, a, run, b);
    }
    check_pair("abababababab", 12, "babababababa", 12);
    check_pair("\x7F\x01", 2, "\x01\x7F", 2);
}
END_TEST

/* A slow answer straight from the definition of distance: least over the last step. */
static size_t
by_definition(const char *a, size_t i, const char *b, size_t j, bool swaps)
{
    if (i == 0 || j == 0)
        return i + j;
    size_t best = by_definition(a, i - 1, b, j - 1, swaps) + (a[i - 1] != b[j - 1]);
    size_t other = by_definition(a, i - 1, b, j, swaps) + 1;
    best = other < best ? other : best;
    other = by_definition(a, i, b, j - 1, swaps) + 1;
    best = other < best ? other : best;
    if (swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        other = by_definition(a, i - 2, b, j - 2, swaps) + 1;
        best = other < best ? other : best;
    }
    return best;
}

START_TEST(test_distances_by_definition)
{
    uint64_t state = 42;
    for (int n = 0; n < 300; n++) {
        char a[6], b[6];
        size_t i = next_random(&state) % 7, j = next_random(&state) % 7;
        for (size_t k = 0; k < 6; k++) {
            a[k] = (char)('a' + next_random(&state) % 3);
            b[k] = (char)('a' + next_random(&state) % 3);
        }
        ck_assert_uint_eq(bina_distance_levenshtein(a, i, b, j), by_definition(a, i, b, j, false));
        ck_assert_uint_eq(bina_distance_osa(a, i, b, j), by_definition(a, i, b, j, true));
    }
}
END_TEST

/* A text of any length is compared in bounded time and space. */
START_TEST(test_long_texts_are_bounded)
{
    size_t length = 100000;
    char *a = malloc(length), *b = malloc(length);
    ck_assert(a && b);
    memset(a, 'a', length);
    memset(b, 'b', length);
    ck_assert_uint_eq(bina_distance_levenshtein(a, length, b, length), BINA_SIMILARITY_MAX);
    ck_assert_double_eq(bina_similarity_jaro_winkler(a, length, b, length), 0.0);
    ck_assert_double_eq(bina_similarity_names(a, length, b, length), 0.0);
    free(a);
    free(b);
}
END_TEST

START_TEST(test_names)
{
    ck_assert_double_eq(names("alwan wijaya", "alwan wijaya"), 1.0);
    /* The order of clan and baptismal name says nothing. */
    ck_assert_double_eq(names("oktovianus lenggu", "lenggu oktovianus"), 1.0);
    /* A missing word is no conflict; another word is. */
    ck_assert_double_ge(names("alwan wijaya", "alwan wijaya saputra"), 0.8);
    ck_assert_double_le(names("alwan wijaya", "alwan saputra"), 0.6);
    ck_assert_double_gt(names("alwan wijaya", "alwan"), names("alwan wijaya", "alwan budi"));
    /* An initial agrees with a word of its letter, weakly, and with no other. */
    ck_assert_double_gt(names("m ali", "muhammad ali"), names("b ali", "muhammad ali"));
    ck_assert_double_lt(names("m ali", "muhammad ali"), 1.0);
    ck_assert_double_lt(names("m", "muhammad"), 0.9);
    /* A title costs nothing, and explains an initial. */
    ck_assert_double_eq(names("^lalu alwan wijaya", "alwan wijaya"), 1.0);
    ck_assert_double_eq(names("^lalu alwan wijaya", "l alwan wijaya"), 1.0);
    ck_assert_double_lt(names("^haji alwan", "hasji alwan"), 1.0);
    /* A weak word counts less than a telling one. */
    ck_assert_double_gt(names("~muhammad ali", "ali"), names("hasan ali", "ali"));
    ck_assert_double_gt(names("~wayan sudarta", "~made sudarta"),
                        names("wayan sudarta", "made sudarta"));
    /* Words with digits are equal or not. */
    ck_assert_double_lt(names("toko 21", "toko 22"), 0.6);
    ck_assert_double_ge(names("sri wahyuni", "sriwahyuni"), 0.95);
    ck_assert_double_eq(names("", "a"), 0.0);
    ck_assert_double_eq(names("^", "~"), 0.0);
}
END_TEST

/* Any bytes at all: symmetric, in range, no fault. */
START_TEST(test_names_any_bytes)
{
    uint64_t state = 7;
    static const char few[] = "ab ~^1\xC3\xA9 ";
    for (int n = 0; n < 3000; n++) {
        char a[48], b[48];
        size_t i = next_random(&state) % 47, j = next_random(&state) % 47;
        for (size_t k = 0; k < 47; k++) {
            a[k] = few[next_random(&state) % (sizeof few - 1)];
            b[k] = few[next_random(&state) % (sizeof few - 1)];
        }
        a[i] = b[j] = '\0';
        names(a, b);
        ck_assert_double_eq(names(a, a), 1.0);
    }
}
END_TEST

START_TEST(test_dates)
{
    ck_assert_int_eq(bina_compare_dates(19710624, 19710624), BINA_DATE_SAME);
    ck_assert_int_eq(bina_compare_dates(19710624, 19710000), BINA_DATE_SAME);
    ck_assert_int_eq(bina_compare_dates(19710624, 19710500), BINA_DATE_SAME_YEAR);
    ck_assert_int_eq(bina_compare_dates(19710605, 19710506), BINA_DATE_SWAPPED);
    ck_assert_int_eq(bina_compare_dates(19710624, 19710524), BINA_DATE_ONE_DIGIT);
    ck_assert_int_eq(bina_compare_dates(19710624, 17910624), BINA_DATE_ONE_DIGIT);
    ck_assert_int_eq(bina_compare_dates(19710624, 19711009), BINA_DATE_SAME_YEAR);
    ck_assert_int_eq(bina_compare_dates(19710624, 19550624), BINA_DATE_SAME_DAY);
    ck_assert_int_eq(bina_compare_dates(19710624, 19550101), BINA_DATE_DIFFERENT);
    ck_assert_int_eq(bina_compare_dates(0, 0), BINA_DATE_DIFFERENT);
}
END_TEST

/* Two days whose eight digits differ in one, or in two neighbours that changed places: by text. */
static bool
one_digit_apart(int a, int b)
{
    char x[9], y[9];
    int apart = 0, first = -1;

    snprintf(x, sizeof x, "%08d", a);
    snprintf(y, sizeof y, "%08d", b);
    for (int i = 0; i < 8; i++)
        if (x[i] != y[i]) {
            first = apart == 0 ? i : first;
            apart++;
        }
    return apart == 1 || (apart == 2 && x[first] == y[first + 1] && y[first] == x[first + 1] &&
                          x[first] != y[first]);
}

/* Every day of fifty years against one: what differs in a digit is told from what does not. */
START_TEST(test_digits_of_dates)
{
    static const int days[] = {19710624, 19891031, 19991230, 20000102, 20101010, 19690901};

    for (size_t n = 0; n < sizeof days / sizeof days[0]; n++)
        for (int other = 19650101; other <= 20141231; other++) {
            int month = other / 100 % 100, day = other % 100;
            bina_date_match match = bina_compare_dates(days[n], other);
            if (month < 1 || month > 12 || day < 1 || day > 31 || match == BINA_DATE_SAME ||
                match == BINA_DATE_SWAPPED)
                continue;
            ck_assert_msg((match == BINA_DATE_ONE_DIGIT) == one_digit_apart(days[n], other),
                          "%d and %d", days[n], other);
        }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage similarity");
    TCase *all = tcase_create("kernels");
    tcase_set_timeout(all, 60);
    tcase_add_test(all, test_published_jaro);
    tcase_add_test(all, test_published_edits);
    tcase_add_test(all, test_characters_not_bytes);
    tcase_add_test(all, test_fast_is_plain);
    tcase_add_test(all, test_distances_by_definition);
    tcase_add_test(all, test_long_texts_are_bounded);
    tcase_add_test(all, test_names);
    tcase_add_test(all, test_names_any_bytes);
    tcase_add_test(all, test_dates);
    tcase_add_test(all, test_digits_of_dates);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
