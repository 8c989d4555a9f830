/* Protects the search for codes like one: whatever comparing holds to be alike is told, by pieces,
 * by swapped neighbours where pieces meet, and by first halves; so none is missed. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/index_codes.h"
#include "linkage/similarity.h"

#define CODES 1500

static uint32_t state;

static uint32_t
draw(uint32_t below)
{
    state = state * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)state * below >> 32); /* its lowest bits repeat soon */
}

/* A code of few different characters: many are alike. */
static void
make(char *code, size_t length, uint32_t kinds)
{
    for (size_t i = 0; i < length; i++)
        code[i] = (char)('1' + draw(kinds));
    code[length] = '\0';
}

static void
edit(char *code)
{
    size_t length = strlen(code), at = draw((uint32_t)length);

    switch (draw(4)) {
    case 0:
        memmove(code + at, code + at + 1, length - at);
        break;
    case 1:
        memmove(code + at + 1, code + at, length - at + 1);
        code[at] = '9';
        break;
    case 2:
        code[at] = '8';
        break;
    default:
        if (at + 1 < length) {
            char swapped = code[at];
            code[at] = code[at + 1];
            code[at + 1] = swapped;
        }
    }
}

/* What was told of a code. */
enum { NOTHING, MET, HALF };

static bina_status
meet(void *self, uint32_t code)
{
    uint8_t *told = self;

    told[code] = MET;
    return BINA_OK;
}

static bina_status
tell_half(void *self, uint32_t code)
{
    uint8_t *told = self;

    if (told[code] == NOTHING)
        told[code] = HALF;
    return BINA_OK;
}

/* What levels say of codes: the distance, or an equal first half. */
static bool
is_near(const char *a, const char *b)
{
    size_t la = strlen(a), lb = strlen(b), shorter = la < lb ? la : lb;
    size_t distance = bina_distance_osa_within(a, la, b, lb, 2);

    return shorter >= 3 && (distance <= 1 || (shorter >= 6 && distance == 2));
}

static bool
is_half(const char *a, const char *b)
{
    size_t la = strlen(a), lb = strlen(b), shorter = la < lb ? la : lb;
    size_t half = ((la > lb ? la : lb) + 1) / 2;

    return half >= 3 && shorter >= half && memcmp(a, b, half) == 0;
}

/* Codes of three to twenty characters, around two lengths or all, and some that are not ASCII. */
START_TEST(misses_no_code)
{
    bina_dictionary values;
    bina_link_pieces pieces = {0};
    uint8_t told[CODES + 1];
    char code[64];
    uint32_t added;
    size_t met = 0, alike = 0, missed = 0, wrong = 0;

    state = (uint32_t)_i + 7;
    ck_assert_int_eq(bina_dictionary_init(&values), BINA_OK);
    while (values.count < CODES) {
        make(code, _i == 0 ? 16 : _i == 1 ? 5 + draw(3) : 3 + draw(18), _i == 1 ? 3 : 2);
        if (draw(50) == 0)
            memcpy(code + 1, "\xc3\xa9", 2);
        ck_assert_int_eq(bina_dictionary_add(&values, code, strlen(code), &added), BINA_OK);
        if (_i == 1 && values.count == 600)
            break; /* there are not many */
    }
    for (int n = 0; n < 400; n++) {
        bina_link_coded of = {&values, &pieces, values.count, meet, tell_half, told};
        memset(told, 0, sizeof(told));
        strcpy(code, bina_dictionary_text(&values, 1 + draw(values.count - 1)));
        for (uint32_t edits = draw(4); edits > 0 && strlen(code) > 1; edits--)
            edit(code);
        ck_assert_int_eq(bina_link_codes_meet(&of, code, strlen(code)), BINA_OK);
        for (uint32_t c = 1; c < values.count; c++) {
            const char *other = bina_dictionary_text(&values, c);
            bool near = is_near(code, other), half = is_half(code, other);
            missed += (near || half) && told[c] == NOTHING;
            /* Nobody looks at such a code again. */
            wrong += told[c] == HALF && (near || !half);
            alike += near || half;
            met += told[c] != NOTHING;
        }
    }
    ck_assert_uint_eq(missed, 0);
    ck_assert_uint_eq(wrong, 0);
    ck_assert_uint_gt(alike, 400);
    /* Most of the others are not even looked at where codes are long. */
    if (_i == 0)
        ck_assert_uint_lt(met, 400 * (size_t)CODES / 2);
    bina_link_pieces_drop(&pieces);
    bina_dictionary_drop(&values);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage_codes");
    TCase *tcase = tcase_create("codes");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, misses_no_code, 0, 3);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
