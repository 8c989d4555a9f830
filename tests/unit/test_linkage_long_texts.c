/* Texts of many words are compared by all of their words, whatever stands first or last. */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/field.h"

#define WORDS 150
#define TEXTS 6

enum { FIRST_SHARE = 2, ALIKE = 4 };

static uint64_t state;

static unsigned
draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

/* A word that is like no other: its number in four letters, each three times. */
static void
add_word(char *text, unsigned number)
{
    size_t end = strlen(text);

    if (end > 0)
        text[end++] = ' ';
    for (unsigned k = 0; k < 4; k++, number /= 10)
        for (unsigned times = 0; times < 3; times++)
            text[end++] = (char)('a' + 2 * (number % 10) + (k & 1u));
    text[end] = '\0';
}

/* A field of one text a row. */
static void
fill(bina_link_field *field, const bina_link_spec *spec, char (*text)[4000], uint32_t count)
{
    memset(field, 0, sizeof(*field));
    ck_assert_int_eq(bina_dictionary_init(&field->values), BINA_OK);
    field->codes = calloc(count, sizeof(*field->codes));
    for (uint32_t r = 0; r < count; r++)
        ck_assert_int_eq(
            bina_dictionary_add(&field->values, text[r], strlen(text[r]), &field->codes[r]),
            BINA_OK);
    ck_assert_int_eq(bina_link_field_finish(field, spec, count), BINA_OK);
}

/* The level of two values, in either order. */
static unsigned
level(const bina_link_field *field, uint32_t a, uint32_t b)
{
    unsigned there = bina_link_field_compare(field, a, b);

    ck_assert_uint_eq(bina_link_field_level(field, b, a), there);
    return there;
}

/* Texts that lie from `first` on, one after another or each before the last: so are their codes. */
static void
check(char (*text)[4000], int first, int next)
{
    bina_link_spec spec = {.compare = BINA_LINK_WORDS};
    bina_link_field field;
    uint32_t code[TEXTS];

    fill(&field, &spec, text, TEXTS);
    for (int t = 0; t < TEXTS; t++)
        code[t] = field.codes[first + t * next];
    ck_assert_uint_eq(level(&field, code[0], code[1]), ALIKE);
    ck_assert_uint_eq(level(&field, code[0], code[2]), ALIKE);
    ck_assert_uint_eq(level(&field, code[0], code[3]), BINA_LINK_DIFFERENT);
    ck_assert_uint_ge(level(&field, code[0], code[4]), FIRST_SHARE);
    ck_assert_uint_ge(level(&field, code[0], code[5]), FIRST_SHARE);
    ck_assert_uint_eq(level(&field, code[4], code[3]), BINA_LINK_DIFFERENT);
    bina_link_field_drop(&field);
}

START_TEST(long_texts_are_alike_by_all_their_words)
{
    static char text[TEXTS][4000];

    memset(text, 0, sizeof(text));
    for (unsigned w = 0; w < WORDS; w++) {
        add_word(text[0], w);
        add_word(text[1], w == 3 || w == WORDS - 2 ? 5000 + w : w); /* two words are others */
        add_word(text[2], WORDS - 1 - w);                           /* from behind */
        add_word(text[3], 1000 + w);                                /* another text */
    }
    for (unsigned w = 0; w < 6; w++)
        add_word(text[4], 100 + w); /* a part of the first */
    for (unsigned w = 0; w < 2 * WORDS; w++)
        add_word(text[5], w < WORDS ? w : 2000 + w); /* the first, and as much again */
    strcat(text[2], " and");
    check(text, 0, 1);
    for (uint32_t t = 0; t < TEXTS / 2; t++) {
        static char spare[4000];
        memcpy(spare, text[t], sizeof(spare));
        memcpy(text[t], text[TEXTS - 1 - t], sizeof(spare));
        memcpy(text[TEXTS - 1 - t], spare, sizeof(spare));
    }
    check(text, TEXTS - 1, -1);
}
END_TEST

/* The words of a value that another has not, at most 16; what the others weigh is shared. */
static size_t
leave(const bina_link_words *words, uint32_t of, uint32_t other, uint32_t left[16], double *shared)
{
    size_t count = 0;

    for (size_t i = words->start[of]; i < words->start[of + 1]; i++) {
        bool equal = false;
        for (size_t j = words->start[other]; j < words->start[other + 1]; j++)
            equal = equal || words->word[i] == words->word[j];
        if (equal)
            *shared += (double)words->weight[words->word[i]];
        else if (count < 16)
            left[count++] = words->word[i];
    }
    return count;
}

/* The level by its definition, with no bound: each word that is left takes the likest one. */
static unsigned
plain_level(const bina_link_words *words, uint32_t a, uint32_t b)
{
    uint32_t x[16], y[16];
    double own = 0, other = 0, both;
    size_t many = leave(words, a, b, x, &own), much = leave(words, b, a, y, &other);

    for (size_t i = 0; i < many; i++) {
        double best = 0;
        size_t at = 0;
        for (size_t j = 0; j < much; j++) {
            double s = y[j] == 0 ? 0 : bina_link_words_similarity(words, x[i], y[j]);
            at = s > best ? j : at;
            best = s > best ? s : best;
        }
        own += best * (double)words->weight[x[i]];
        if (best > 0) {
            other += best * (double)words->weight[y[at]];
            y[at] = 0;
        }
    }
    both = (own + other) / (double)(words->total[a] + words->total[b]);
    own /= (double)words->total[a];
    other /= (double)words->total[b];
    both = fmax(both, BINA_LINK_PART_OF * fmax(own, other));
    if (both >= BINA_LINK_MOST_WORDS)
        return 4;
    if (both >= BINA_LINK_MORE_WORDS)
        return 3;
    return both >= BINA_LINK_LEAST_WORDS ? 2 : BINA_LINK_DIFFERENT;
}

/* A text of so many words with slips, one in `share` of any sort, the others a theme's. */
static void
draw_text(char *text, unsigned count, const unsigned *theme, unsigned share)
{
    *text = '\0';
    for (unsigned k = 0; k < count; k++) {
        unsigned word = draw(share) > 0 ? theme[k % 40] : draw(200);
        size_t end = strlen(text);
        if (word % 10 == 9)
            sprintf(text + end, " %c", (int)('a' + word / 10));
        else if (word % 10 == 8)
            sprintf(text + end, " %u", word);
        else
            sprintf(text + end, " %c%c%cnaw%c%s", (int)('a' + word % 7), (int)('e' + word / 7 % 5),
                    (int)('k' + word / 35), (int)('a' + word % 3), draw(2) == 0 ? "r" : "ra");
    }
    memmove(text, text + 1, strlen(text));
}

/* Whatever is left out of comparing, and of joining, changes no level. */
START_TEST(bounds_of_long_texts_change_no_level)
{
    enum { MANY = 240 };
    static char text[MANY][4000];
    bina_link_spec spec = {.compare = BINA_LINK_WORDS};
    bina_link_field field;
    unsigned theme[40], seen[5] = {0};

    for (int t = 0; t < MANY; t++) {
        for (unsigned k = 0; k < 40 && t % 6 == 0; k++)
            theme[k] = draw(200);
        draw_text(text[t], 40 + draw(40), theme, 2 + 3 * draw(3));
    }
    fill(&field, &spec, text, MANY);
    for (int joined = 0; joined < 2; joined++) {
        for (uint32_t a = 1; a < field.values.count; a++)
            for (uint32_t b = a + 1; b < field.values.count; b++) {
                unsigned plain = plain_level(&field.words, a, b);
                ck_assert_uint_eq(bina_link_field_level(&field, a, b), plain);
                ck_assert_uint_eq(bina_link_field_compare_texts(&field, a, b), plain);
                seen[plain]++;
            }
        if (joined == 0)
            ck_assert_int_eq(bina_link_field_join(&field, UINT32_MAX, 2), BINA_OK);
    }
    ck_assert_ptr_nonnull(field.similar.start);
    for (unsigned l = BINA_LINK_DIFFERENT; l < 4; l++)
        ck_assert_msg(seen[l] > 100, "only %u pairs are of level %u", seen[l], l);
    bina_link_field_drop(&field);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage long texts");
    TCase *all = tcase_create("long texts");
    tcase_add_test(all, long_texts_are_alike_by_all_their_words);
    tcase_add_test(all, bounds_of_long_texts_change_no_level);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
