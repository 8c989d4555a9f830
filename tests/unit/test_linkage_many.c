/*
 * One text against many gives the very bits of the plain kernels, whatever the machine can do, for
 * texts short and long, ASCII or not, alike or not.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/similarity_many.h"
#include "linkage/similarity_plain.h"

#define TEXTS 700
#define ROOM  80

static uint64_t state;

static unsigned
draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

typedef struct text_column {
    char bytes[TEXTS][ROOM];
    const char *text[TEXTS];
    size_t length[TEXTS];
} text_column;

/* Random characters out of a few or many, of every length. */
static void
draw_text(char *text, size_t *length, unsigned most, unsigned letters, unsigned first)
{
    *length = draw(most + 1);
    for (size_t i = 0; i < *length; i++)
        text[i] = (char)(first + draw(letters));
}

/* Valid UTF-8 of one to four bytes a character, sometimes cut within the last. */
static void
draw_characters(char *text, size_t *length)
{
    static const unsigned char lead[] = {0, 0xC3, 0xE5, 0xF0};

    *length = 0;
    for (unsigned left = 1 + draw(9); left > 0; left--) {
        unsigned more = draw(4);
        text[(*length)++] = (char)(more == 0 ? 'a' + draw(3) : lead[more]);
        for (; more > 0; more--)
            text[(*length)++] = (char)(0x90 + draw(3));
    }
    *length -= draw(4) == 0;
}

/* Another text with a few edits: what is near the limits of windows and of swaps. */
static void
bend_text(const char *from, size_t from_length, char *text, size_t *length)
{
    memcpy(text, from, from_length);
    *length = from_length;
    for (unsigned edits = draw(4); edits > 0 && *length > 1; edits--) {
        size_t at = draw((unsigned)*length - 1);
        char swap = text[at];
        switch (draw(4)) {
        case 0:
            text[at] = text[at + 1];
            text[at + 1] = swap;
            break;
        case 1:
            memmove(text + at, text + at + 1, *length - at - 1);
            (*length)--;
            break;
        case 2:
            text[at] = (char)('a' + draw(26));
            break;
        default:
            if (*length + 1 < ROOM) {
                memmove(text + at + 1, text + at, *length - at);
                (*length)++;
            }
        }
    }
}

static void
fill(text_column *column)
{
    for (unsigned i = 0; i < TEXTS; i++) {
        char *text = column->bytes[i];
        size_t *length = &column->length[i];
        column->text[i] = text;
        if (i > 0 && draw(2) == 0) {
            unsigned from = draw(i);
            bend_text(column->bytes[from], column->length[from], text, length);
        } else if (i % 7 == 0) {
            draw_text(text, length, 70, 4, 'a');
        } else if (i % 11 == 0) {
            draw_text(text, length, 18, 255, 1); /* mostly no valid UTF-8 */
        } else if (i % 13 == 0) {
            draw_text(text, length, 18, 3, 0); /* NUL is a character, too */
        } else if (i % 17 == 0) {
            static const char *const word[] = {"Gusti Ngurah", "Müller", "Þóra", "山田", "é"};
            const char *chosen = word[draw(5)];
            *length = strlen(chosen);
            memcpy(text, chosen, *length);
        } else if (i % 19 == 0) {
            draw_characters(text, length);
        } else {
            draw_text(text, length, 18, i % 2 == 0 ? 2 : 20, 'a');
        }
    }
}

/* What the definitions give, at leisure. */
static void
check_one(const bina_many *many, const text_column *column, unsigned one, double least, size_t most)
{
    static bina_characters a, b;
    static double similarity[TEXTS];
    static uint32_t levenshtein[TEXTS], osa[TEXTS];
    const char *text = column->text[one];
    size_t length = column->length[one];

    bina_many_jaro_winkler(many, text, length, least, similarity);
    bina_many_levenshtein(many, text, length, most, levenshtein);
    bina_many_osa(many, text, length, most, osa);
    bina_characters_read(&a, text, length);
    for (unsigned i = 0; i < TEXTS; i++) {
        double plain;
        size_t edits;
        bina_characters_read(&b, column->text[i], column->length[i]);
        plain = bina_plain_jaro_winkler(&a, &b);
        ck_assert_msg(similarity[i] == (plain >= least ? plain : 0),
                      "form %d, '%.*s' and '%.*s': %.17g, not %.17g", (int)many->cpu, (int)length,
                      text, (int)column->length[i], column->text[i], similarity[i], plain);
        edits = bina_plain_levenshtein(&a, &b);
        ck_assert_uint_eq(levenshtein[i], edits > most ? most + 1 : edits);
        edits = bina_plain_osa(&a, &b);
        ck_assert_uint_eq(osa[i], edits > most ? most + 1 : edits);
    }
}

START_TEST(test_bits)
{
    static text_column column;
    bina_many many;

    state = (uint64_t)_i;
    fill(&column);
    ck_assert_int_eq(bina_many_init(&many, column.text, column.length, TEXTS), BINA_OK);
    ck_assert_int_eq(many.cpu, bina_cpu_best());
    for (unsigned form = 0; form <= bina_cpu_best(); form++) {
        many.cpu = (bina_cpu)form;
        for (unsigned one = 0; one < TEXTS; one += 7) {
            check_one(&many, &column, one, 0, SIZE_MAX);
            if (one % 21 == 0)
                check_one(&many, &column, one, .8, 2);
        }
    }
    bina_many_drop(&many);
}
END_TEST

/* Every pair of lengths, of one letter, of two, and reversed: windows at both ends. */
START_TEST(test_lengths)
{
    static const char *const pattern[] = {"aaaaaaaaaaaaaaaaaaaaaaaa", "abababababababababababab",
                                          "abcdefghijklmnopqrstuvwx", "xwvutsrqponmlkjihgfedcba",
                                          "baaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaabaaaaaaabaaaaaaab"};
    static text_column column;
    bina_many many;

    for (unsigned i = 0; i < TEXTS; i++) {
        column.length[i] = i % 22;
        column.text[i] = pattern[i / 22 % 6];
    }
    ck_assert_int_eq(bina_many_init(&many, column.text, column.length, TEXTS), BINA_OK);
    for (unsigned form = 0; form <= bina_cpu_best(); form++) {
        many.cpu = (bina_cpu)form;
        for (unsigned one = 0; one < 6 * 22; one++)
            check_one(&many, &column, one, 0, SIZE_MAX);
    }
    bina_many_drop(&many);
}
END_TEST

/* The public column: ended by NUL or of given lengths, and the limits. */
START_TEST(test_column)
{
    static const char *const text[] = {"MARHTA", "", "MARTHAS", "MARTHA"};
    static const size_t length[] = {6, 0, 6, 4};
    bina_texts *ended = bina_texts_new(text, NULL, 4), *measured = bina_texts_new(text, length, 4);
    double similarity[4];
    uint32_t distance[4];

    ck_assert_ptr_nonnull(ended);
    ck_assert_ptr_nonnull(measured);
    ck_assert_uint_eq(bina_texts_count(ended), 4);
    bina_texts_jaro_winkler(ended, "MARTHA", 6, .9, similarity);
    ck_assert_double_eq_tol(similarity[0], .9611, .00005);
    ck_assert_double_eq(similarity[1], 0);
    ck_assert_double_eq_tol(similarity[2], .9714, .00005);
    ck_assert_double_eq(similarity[3], 1);
    bina_texts_levenshtein(measured, "MARTHA", 6, SIZE_MAX, distance);
    ck_assert_mem_eq(distance, ((uint32_t[]){2, 6, 0, 2}), sizeof(distance));
    bina_texts_osa(measured, "MARTHA", 6, 1, distance);
    ck_assert_mem_eq(distance, ((uint32_t[]){1, 2, 0, 2}), sizeof(distance));
    bina_texts_free(ended);
    bina_texts_free(measured);
    bina_texts_free(NULL);
}
END_TEST

START_TEST(test_none)
{
    bina_many many;

    ck_assert_int_eq(bina_many_init(&many, NULL, NULL, 0), BINA_OK);
    bina_many_jaro_winkler(&many, "made", 4, 0, NULL);
    bina_many_osa(&many, "made", 4, 0, NULL);
    bina_many_drop(&many);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage many");
    TCase *all = tcase_create("kernels"), *more = tcase_create("more of the same");
    tcase_set_timeout(all, 120);
    tcase_set_timeout(more, 120);
    tcase_add_test(all, test_lengths);
    tcase_add_test(all, test_none);
    tcase_add_test(all, test_column);
    tcase_add_loop_test(more, test_bits, 1, 4);
    tcase_set_tags(more, "exhaustive");
    suite_add_tcase(suite, all);
    suite_add_tcase(suite, more);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
