/* Texts of many words are compared by all of their words, whatever stands first or last. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/field.h"

#define WORDS 150
#define TEXTS 6

enum { FIRST_SHARE = 2, ALIKE = 4 };

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

int
main(void)
{
    Suite *suite = suite_create("linkage long texts");
    TCase *all = tcase_create("long texts");
    tcase_add_test(all, long_texts_are_alike_by_all_their_words);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
