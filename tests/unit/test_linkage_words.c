/* Protects looking values of several words up: all that are like one are told, and no others, with
 * the level that comparing both says, whether the value was there or was typed, and asked again. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/index_words.h"

#define VALUES 600
#define ASKED  120

static uint64_t state;

static unsigned
draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

/* A made-up value of one to four words: spelt in several ways, repeated, or an initial. */
static void
make(char text[80])
{
    static const char *const word[] = {
        "siti", "sitti", "aminah",   "aminnah", "rahayu", "rahayuu", "lestari", "letsari", "jaya",
        "m",    "s",     "muhammad", "muhamad", "ud",     "12",      "toko",    "tenun",   "tenum"};
    size_t used = 0;

    text[0] = '\0';
    for (unsigned words = 1 + draw(4); words > 0; words--) {
        const char *one = word[draw(sizeof(word) / sizeof(*word))];
        used += (size_t)snprintf(text + used, 80 - used, "%s%s", used > 0 ? " " : "", one);
        if (draw(6) == 0)
            used += (size_t)snprintf(text + used, 80 - used, "%c", 'a' + (char)draw(26));
    }
}

static bina_status
tell(void *self, uint32_t code, unsigned level)
{
    uint8_t *told = self;

    ck_assert_uint_eq(told[code], 0);
    told[code] = (uint8_t)level;
    return BINA_OK;
}

START_TEST(tells_what_comparing_says)
{
    static const bina_link_spec spec = {.compare = BINA_LINK_WORDS};
    bina_link_field field = {0};
    bina_link_postings postings = {0};
    bina_link_summing summing = {0};
    bina_link_extent end;
    uint8_t told[2 * VALUES];
    char text[80];
    size_t alike = 0, typed = 0;

    state = (uint64_t)_i + 11;
    ck_assert_int_eq(bina_dictionary_init(&field.values), BINA_OK);
    field.codes = calloc(VALUES, sizeof(*field.codes));
    for (uint32_t r = 0; r < VALUES; r++) {
        make(text);
        ck_assert_int_eq(bina_dictionary_add(&field.values, text, strlen(text), &field.codes[r]),
                         BINA_OK);
    }
    ck_assert_int_eq(bina_link_field_finish(&field, &spec, VALUES), BINA_OK);
    end = bina_link_field_extent(&field);
    for (int n = 0; n < ASKED; n++) {
        bina_link_worded of = {&field, &postings, &summing, end, 1, tell, told};
        uint32_t code = 1 + draw(end.values - 1);
        if (n % 2 == 1) {
            make(text);
            ck_assert_int_eq(bina_link_field_add(&field, text, strlen(text), &code), BINA_OK);
            typed += code >= end.values;
        }
        memset(told, 0, sizeof(told));
        ck_assert_int_eq(bina_link_words_meet(&of, code), BINA_OK);
        for (uint32_t c = 1; c < end.values; c++) {
            unsigned level = c == code ? 0 : bina_link_field_level(&field, code, c);
            ck_assert_uint_eq(told[c], level > BINA_LINK_DIFFERENT ? level : 0);
            alike += told[c] > 0;
        }
        bina_link_field_cut(&field, end);
    }
    ck_assert_uint_gt(alike, ASKED);
    ck_assert_uint_gt(typed, ASKED / 10);
    bina_link_postings_drop(&postings);
    bina_link_summing_drop(&summing);
    bina_link_field_drop(&field);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage_words");
    TCase *tcase = tcase_create("words");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, tells_what_comparing_says, 0, 3);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
