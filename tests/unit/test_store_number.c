/* Human numbers: the check character is the published one, and catches what people mistype. */
#include "test_store.h"
#include "model/id.h"
#include "store/inside.h"

/* The example of the Global Release Identifier Standard (IFPI), which uses MOD 37,36. */
START_TEST(check_character_is_iso_7064_mod_37_36)
{
    ck_assert_int_eq(bina_number_check("A12425GABC1234002", 17), 'M');
    ck_assert_int_eq(bina_number_check("a", 1), '\0');
}
END_TEST

START_TEST(number_reads_back)
{
    static const int64_t counters[] = {1, 31, 32, 1048575, 1048576, BINA_ID_MAX_COUNTER};
    char number[BINA_NUMBER_SIZE], letter;
    int64_t counter;
    int store;

    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++) {
        bina_number_format(bina_id_make(BINA_ID_MAX_STORE, BINA_ENTERPRISE, counters[i]), 'E',
                           number);
        ck_assert(bina_number_parse(number, &letter, &store, &counter));
        ck_assert_int_eq(letter, 'E');
        ck_assert_int_eq(store, BINA_ID_MAX_STORE);
        ck_assert_int_eq(counter, counters[i]);
    }
    bina_number_format(bina_id_make(77, BINA_ENTERPRISE, 1), 'E', number);
    ck_assert_int_eq(strncmp(number, "E-002D-0001-", 12), 0);
}
END_TEST

START_TEST(number_forgives_spelling)
{
    char number[BINA_NUMBER_SIZE], spelt[64], letter;
    int64_t counter;
    int store;

    bina_number_format(bina_id_make(1024, BINA_ENTERPRISE, 33), 'E', number);
    ck_assert_int_eq(strncmp(number, "E-0100-0011-", 12), 0);
    snprintf(spelt, sizeof spelt, "e o1oO  oOIl %c", number[12]);
    ck_assert(bina_number_parse(spelt, &letter, &store, &counter));
    ck_assert_int_eq(counter, 33);
}
END_TEST

/* Every single wrong character and every swap of neighbours is noticed. */
START_TEST(number_notices_slips)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    char number[BINA_NUMBER_SIZE], wrong[BINA_NUMBER_SIZE], letter;
    int64_t counter;
    int store, tried = 0;

    bina_number_format(bina_id_make(54321, BINA_PERSON, 987654), 'P', number);
    for (size_t i = 0; number[i] != '\0'; i++) {
        if (number[i] == '-')
            continue;
        for (size_t k = 0; alphabet[k] != '\0'; k++) {
            if (alphabet[k] == number[i])
                continue;
            memcpy(wrong, number, sizeof wrong);
            wrong[i] = alphabet[k];
            ck_assert_msg(!bina_number_parse(wrong, &letter, &store, &counter), "%s", wrong);
            tried++;
        }
        if (number[i + 1] != '\0' && number[i + 1] != '-' && number[i + 1] != number[i]) {
            memcpy(wrong, number, sizeof wrong);
            wrong[i] = number[i + 1];
            wrong[i + 1] = number[i];
            ck_assert_msg(!bina_number_parse(wrong, &letter, &store, &counter), "%s", wrong);
        }
    }
    ck_assert_int_gt(tried, 300);
}
END_TEST

/* A letter names one kind only, else a number on paper would be ambiguous. */
START_TEST(letters_are_unique)
{
    int kind, seen[256] = {0};

    for (int n = 0; (kind = bina_kind_at(n)) != BINA_NO_KIND; n++) {
        const bina_description *description = bina_kind_description(kind);
        if ((bina_description_flags(description) & BINA_KIND_NUMBERED) == 0)
            continue;
        ck_assert_int_eq(seen[(unsigned char)bina_kind_letter(kind)]++, 0);
        ck_assert_int_ge(bina_description_find(description, "number"), 0);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store numbers");
    TCase *tests = tcase_create("numbers");

    tcase_add_test(tests, check_character_is_iso_7064_mod_37_36);
    tcase_add_test(tests, number_reads_back);
    tcase_add_test(tests, number_forgives_spelling);
    tcase_add_test(tests, number_notices_slips);
    tcase_add_test(tests, letters_are_unique);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
