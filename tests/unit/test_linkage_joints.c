/* Protects that names are read alike whether their words are written together or apart. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/joints.h"

#define NEARLY_ALL 4u /* the level of values that share nearly all words */

static const bina_link_source person = {0, 0, BINA_ROLE_PERSON, BINA_LINK_TAKE_TEXT, 0};
static const bina_link_source title = {0, 0, BINA_ROLE_TEXT, BINA_LINK_TAKE_TEXT, 0};

static void
make(bina_link_field *field, bina_link_spec *spec, const bina_link_source *source,
     const char *const *text, uint32_t rows)
{
    memset(field, 0, sizeof(*field));
    memset(spec, 0, sizeof(*spec));
    spec->compare = BINA_LINK_WORDS;
    ck_assert_int_eq(bina_link_spec_add_source(spec, source), BINA_OK);
    ck_assert_int_eq(bina_dictionary_init(&field->values), BINA_OK);
    field->codes = calloc(rows, sizeof(*field->codes));
    for (uint32_t r = 0; r < rows; r++)
        ck_assert_int_eq(
            bina_dictionary_add(&field->values, text[r], strlen(text[r]), &field->codes[r]),
            BINA_OK);
    ck_assert_int_eq(bina_link_field_finish(field, spec, rows), BINA_OK);
}

static void
drop(bina_link_field *field, bina_link_spec *spec)
{
    bina_link_field_drop(field);
    free(spec->sources);
}

static size_t
words_of(const bina_link_field *field, uint32_t code)
{
    return field->words.start[code + 1] - field->words.start[code];
}

START_TEST(together_or_apart)
{
    static const char *const text[] = {"mingwei tan", "tan ming wei", "nuraini",    "nur aini",
                                       "ani",         "a ni",         "sri rahayu", "lestari"};
    bina_link_field field;
    bina_link_spec spec;

    make(&field, &spec, &person, text, 8);
    ck_assert_uint_eq(bina_link_field_compare(&field, 1, 2), NEARLY_ALL);
    ck_assert_uint_eq(bina_link_field_compare(&field, 3, 4), NEARLY_ALL);
    ck_assert_uint_eq(words_of(&field, 1), 3);
    ck_assert_uint_eq(words_of(&field, 3), 2);
    ck_assert_uint_eq(words_of(&field, 5), 1); /* an initial is no part */
    drop(&field, &spec);
}
END_TEST

/* Who mistypes a blank into a common name does not part it for everybody. */
START_TEST(the_commoner_way)
{
    static const char *const text[] = {"maria lopez", "maria vega", "ma ria rubio", "maria nieto",
                                       "maria rubio"};
    bina_link_field field;
    bina_link_spec spec;

    make(&field, &spec, &person, text, 5);
    ck_assert_uint_eq(words_of(&field, 1), 2);
    ck_assert_uint_eq(words_of(&field, 3), 2);
    ck_assert_uint_eq(bina_link_field_compare(&field, 3, 5), NEARLY_ALL);
    drop(&field, &spec);
}
END_TEST

START_TEST(later_values)
{
    static const char *const text[] = {"mingwei tan", "tan ming wei", "maria lopez", "maria vega",
                                       "ma ria rubio"};
    bina_link_field field;
    bina_link_spec spec;
    uint32_t code;

    make(&field, &spec, &person, text, 5);
    ck_assert_int_eq(bina_link_field_add(&field, "lim mingwei", 11, &code), BINA_OK);
    ck_assert_uint_eq(words_of(&field, code), 3);
    ck_assert_int_eq(bina_link_field_add(&field, "ma ria lopez", 12, &code), BINA_OK);
    ck_assert_uint_eq(words_of(&field, code), 2);
    ck_assert_uint_eq(bina_link_field_compare(&field, 3, code), NEARLY_ALL);
    drop(&field, &spec);
}
END_TEST

START_TEST(names_of_persons_only)
{
    static const char *const text[] = {"notebook cover", "note book cover"};
    bina_link_field field;
    bina_link_spec spec;

    make(&field, &spec, &title, text, 2);
    ck_assert_uint_eq(words_of(&field, 1), 2);
    drop(&field, &spec);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage_joints");
    TCase *tcase = tcase_create("joints");
    SRunner *runner;
    int failed;

    tcase_add_test(tcase, together_or_apart);
    tcase_add_test(tcase, the_commoner_way);
    tcase_add_test(tcase, later_values);
    tcase_add_test(tcase, names_of_persons_only);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
