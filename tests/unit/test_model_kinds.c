/* Protects the shape of every kind: whoever adds a field learns here what the rest relies on. */
#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include "model/field.h"

/* Words that are no names in SQL (SQLite's reserved ones), Python or Lua. */
static const char *const keywords[] = {
    "add",      "all",      "alter",      "and",    "as",      "between", "case",     "check",
    "collate",  "commit",   "create",     "cross",  "default", "delete",  "distinct", "drop",
    "else",     "end",      "escape",     "except", "exists",  "for",     "foreign",  "from",
    "function", "global",   "goto",       "group",  "having",  "if",      "import",   "in",
    "index",    "insert",   "into",       "is",     "join",    "lambda",  "limit",    "local",
    "nil",      "nonlocal", "not",        "null",   "on",      "or",      "order",    "pass",
    "primary",  "raise",    "references", "repeat", "return",  "select",  "set",      "table",
    "then",     "to",       "try",        "union",  "unique",  "until",   "update",   "using",
    "values",   "when",     "where",      "while",  "with",    "yield"};

static bool
is_keyword(const char *name)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (strcmp(keywords[i], name) == 0)
            return true;
    return false;
}

static bool
is_plain_name(const char *name)
{
    if (!islower((unsigned char)name[0]))
        return false;
    for (; *name != '\0'; name++)
        if (!islower((unsigned char)*name) && !isdigit((unsigned char)*name) && *name != '_')
            return false;
    return true;
}

START_TEST(every_kind_is_complete)
{
    int count = 0;

    for (int n = 0; bina_kind_at(n) != BINA_NO_KIND; n++, count++) {
        int number = bina_kind_at(n);
        const bina_description *kind = bina_kind_description(number);
        ck_assert_int_ge(number, 1);
        ck_assert_int_le(number, 127);
        ck_assert(is_plain_name(bina_description_name(kind)));
        ck_assert(is_plain_name(bina_description_plural(kind)));
        ck_assert_int_eq(bina_kind_find(bina_description_name(kind)), number);
        ck_assert_int_eq(bina_kind_find(bina_description_plural(kind)), number);
        ck_assert_msg(bina_description_doc(kind)[0] != '\0', "%s has no doc",
                      bina_description_name(kind));
        ck_assert_str_eq(bina_field_name(bina_description_field(kind, 0)), "id");
        ck_assert_str_eq(bina_field_name(bina_description_field(kind, 1)), "revision");
    }
    ck_assert_int_ge(count, 30);
}
END_TEST

static void
check_field(const bina_description *kind, const bina_field *field)
{
    const char *name = bina_field_name(field), *format = bina_field_format(field);
    char where[128];

    ck_assert_msg(name != NULL, "%s: field numbers must be dense", bina_description_name(kind));
    snprintf(where, sizeof where, "%s.%s", bina_description_name(kind), name);
    ck_assert_msg(is_plain_name(name), "%s: lower case and underscores", where);
    ck_assert_msg(!is_keyword(name), "%s is a keyword of SQL, Python or Lua", where);
    ck_assert_msg(bina_field_doc(field) != NULL && bina_field_doc(field)[0] != '\0',
                  "%s has no doc", where);
    ck_assert_msg(field->label != NULL, "%s has no Indonesian label", where);
    if (bina_field_type(field) == BINA_CODE)
        ck_assert_msg(bina_codes_doc(format) != NULL, "%s: no code list %s", where,
                      format != NULL ? format : "named");
    if (bina_field_type(field) == BINA_REF)
        ck_assert_msg(bina_kind_description(bina_field_target(field, 0)) != NULL,
                      "%s refers to nothing", where);
    if (bina_field_flags(field) & BINA_FIELD_DERIVED)
        ck_assert_msg(format != NULL, "%s: no rule derives it", where);
}

START_TEST(every_field_is_complete)
{
    for (int n = 0; bina_kind_at(n) != BINA_NO_KIND; n++) {
        const bina_description *kind = bina_kind_description(bina_kind_at(n));
        for (int slot = 0; slot < bina_description_count(kind); slot++) {
            check_field(kind, bina_description_field(kind, slot));
            ck_assert_int_eq(
                bina_description_find(kind, bina_field_name(bina_description_field(kind, slot))),
                slot);
        }
    }
}
END_TEST

START_TEST(code_lists_speak_two_languages)
{
    for (int i = 0; bina_codes_at(i) != NULL; i++) {
        const char *list = bina_codes_at(i), *word;
        for (int n = 0; (word = bina_codes_word(list, n)) != NULL; n++) {
            ck_assert(is_plain_name(word));
            ck_assert_ptr_nonnull(bina_codes_label(list, word, BINA_ENGLISH));
            ck_assert_str_eq(bina_codes_find(list, bina_codes_label(list, word, BINA_INDONESIAN)),
                             word);
        }
    }
    ck_assert_str_eq(bina_codes_find("sex", "Laki-Laki"), "male");
    ck_assert_ptr_null(bina_codes_find("sex", "lain"));
    ck_assert_ptr_null(bina_codes_label("no_such_list", "male", BINA_ENGLISH));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("model kinds");
    TCase *tcase = tcase_create("kinds");
    SRunner *runner;
    int failed;

    tcase_add_test(tcase, every_kind_is_complete);
    tcase_add_test(tcase, every_field_is_complete);
    tcase_add_test(tcase, code_lists_speak_two_languages);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
