/*
 * The lists of similar values hold what comparing every value with every other gives, for each way
 * of comparing: bounds and indexes leave nothing out, whatever the machine and the threads.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/field.h"
#include "linkage/similarity_bounds.h"

static uint64_t state;

static unsigned
draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

/* A field of values, each in one row but for the first ones, as reading lists makes it. */
static void
fill(bina_link_field *field, const bina_link_spec *spec, char (*text)[80], uint32_t count)
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

/* How many values hold a word. */
static uint32_t
holders(const bina_link_words *words, uint32_t values, uint32_t word)
{
    uint32_t count = 0;

    for (size_t i = 0; i < words->start[values]; i++)
        count += words->word[i] == word;
    return count;
}

/* The level of two words in the lists: they are tried by names. */
static bool
alike(const bina_link_words *words, uint32_t v, uint32_t w)
{
    return v == w || bina_link_words_compare(words, v, w) >= BINA_LINK_SPELT_ALIKE;
}

/* Whether value a looks for b: a word of it, not too common or its rarest, is in b or like one. */
static bool
seeks(const bina_link_field *field, const uint32_t *held, uint32_t a, uint32_t b)
{
    const bina_link_words *words = &field->words;
    uint32_t values = field->values.count, common = values / 20 > 200 ? values / 20 : 200;
    uint32_t rarest = UINT32_MAX;

    for (size_t i = words->start[a]; i < words->start[a + 1]; i++)
        rarest = held[words->word[i]] < rarest ? held[words->word[i]] : rarest;
    for (size_t i = words->start[a]; i < words->start[a + 1]; i++)
        for (size_t j = words->start[b]; j < words->start[b + 1]; j++) {
            uint32_t v = words->word[i], w = words->word[j];
            if (held[v] > common && held[v] > rarest)
                continue;
            if (v == w || (held[w] <= common && alike(words, v, w)))
                return true;
        }
    return false;
}

/* The most that a glance at two values says, in either order and by any machine's means. */
static unsigned
glances(const bina_link_field *field, uint32_t a, uint32_t b)
{
    const bina_link_glance_words *words = field->glance.words;
    unsigned least = bina_link_glance_most(field, a, b), other = bina_link_glance_most(field, b, a);

    least = other < least ? other : least;
    for (unsigned form = 0; words != NULL && form < BINA_LINK_GLANCE_FORMS; form++) {
        bina_link_glance_form *glance = bina_link_glance_form_of(form);
        if (glance == NULL)
            continue;
        other = glance(&words[a], &words[b]);
        least = other < least ? other : least;
        other = glance(&words[b], &words[a]);
        least = other < least ? other : least;
    }
    return least;
}

static void
hold_to_comparing(bina_link_field *field, const char *what)
{
    uint32_t values = field->values.count, words = field->words.dictionary.count;
    uint32_t *held = calloc((size_t)words + 1, sizeof(*held));
    size_t found = 0;

    for (uint32_t w = 1; w < words; w++)
        held[w] = holders(&field->words, values, w);
    ck_assert_ptr_nonnull(field->similar.start);
    for (uint32_t a = 1; a < values; a++) {
        for (size_t i = field->similar.start[a] + 1; i < field->similar.start[a + 1]; i++)
            ck_assert_uint_lt(field->similar.code[i - 1], field->similar.code[i]);
        for (uint32_t b = a + 1; b < values; b++) {
            unsigned level = bina_link_field_compare_texts(field, a, b);
            ck_assert_msg(
                glances(field, a, b) >= level, "%s: '%s' and '%s' are taken for different", what,
                bina_dictionary_text(&field->values, a), bina_dictionary_text(&field->values, b));
            if (field->spec->compare == BINA_LINK_WORDS && !seeks(field, held, a, b) &&
                !seeks(field, held, b, a))
                level = BINA_LINK_DIFFERENT;
            found += level > BINA_LINK_DIFFERENT;
            ck_assert_msg(bina_link_field_level(field, a, b) == level &&
                              bina_link_field_level(field, b, a) == level,
                          "%s: '%s' and '%s' are of level %u, not %u", what,
                          bina_dictionary_text(&field->values, a),
                          bina_dictionary_text(&field->values, b), level,
                          bina_link_field_level(field, a, b));
        }
    }
    ck_assert_uint_eq(field->similar.start[values], 2 * found);
    ck_assert_msg(found > 0, "%s: nothing is similar", what);
    free(held);
}

/* Joins with one thread and with three: the same lists, and right ones. */
static void
check_join(bina_link_compare compare, char (*text)[80], uint32_t count, const char *what)
{
    bina_link_spec spec = {.compare = compare};
    bina_link_field field, again;
    size_t edges;

    fill(&field, &spec, text, count);
    fill(&again, &spec, text, count);
    ck_assert_int_eq(bina_link_field_join(&field, UINT32_MAX, 1), BINA_OK);
    ck_assert_int_eq(bina_link_field_join(&again, UINT32_MAX, 3), BINA_OK);
    hold_to_comparing(&field, what);
    edges = field.similar.start[field.values.count];
    ck_assert_mem_eq(field.similar.start, again.similar.start,
                     (field.values.count + 1) * sizeof(*field.similar.start));
    ck_assert_mem_eq(field.similar.code, again.similar.code, edges * sizeof(*field.similar.code));
    ck_assert_mem_eq(field.similar.level, again.similar.level, edges);
    bina_link_field_drop(&field);
    bina_link_field_drop(&again);
}

/* Syllables, so that many names are near each other; some with letters beyond ASCII. */
static void
make_name(char *text, unsigned syllables, bool foreign)
{
    static const char *const syllable[] = {"su", "dar", "mi", "ah", "war", "ni", "lan", "a",
                                           "yu", "ti",  "é",  "ß",  "ŋo",  "名", "\xff"};

    *text = '\0';
    for (unsigned i = 0; i < syllables; i++)
        strcat(text, syllable[draw(foreign ? 15 : 10)]);
}

#define MANY 500

START_TEST(test_names)
{
    static char text[MANY][80];

    for (uint32_t i = 0; i < MANY; i++)
        make_name(text[i], 1 + draw(i % 50 == 0 ? 18 : 5), i % 15 == 0);
    check_join(BINA_LINK_NAME, text, MANY, "names");
}
END_TEST

static void
make_codes(char (*text)[80], unsigned least, unsigned most, const char *from)
{
    for (uint32_t i = 0; i < MANY; i++) {
        unsigned length = least + draw(most - least + 1), letters = (unsigned)strlen(from);
        *text[i] = '\0';
        if (i > 0 && draw(3) == 0) { /* another one with something changed */
            strcpy(text[i], text[draw(i)]);
            length = (unsigned)strlen(text[i]);
            if (length > 1)
                text[i][draw(length)] = from[draw(letters)];
            if (length > 4 && draw(2) == 0) {
                unsigned at = draw(length - 1);
                memmove(text[i] + at, text[i] + at + 1, length - at);
            }
            continue;
        }
        for (unsigned k = 0; k < length; k++)
            text[i][k] = from[draw(letters)];
        text[i][length] = '\0';
    }
}

START_TEST(test_codes)
{
    static char text[MANY][80];

    make_codes(text, 7, 7, "0123456789");
    check_join(BINA_LINK_CODE, text, MANY, "codes of one length");
    make_codes(text, 1, 9, "0123");
    check_join(BINA_LINK_CODE, text, MANY, "short codes of few digits");
    make_codes(text, 4, 7, "0123456789");
    check_join(BINA_LINK_CODE, text, MANY, "short and long codes");
    make_codes(text, 13, 20, "0123456789abc");
    check_join(BINA_LINK_CODE, text, MANY, "long codes");
    make_codes(text, 60, 72, "01");
    check_join(BINA_LINK_CODE, text, 120, "codes too long to leave characters out");
    for (uint32_t i = 0; i < MANY; i++)
        make_name(text[i], 1 + draw(6), true);
    check_join(BINA_LINK_CODE, text, 200, "codes of any characters");
}
END_TEST

START_TEST(test_dates)
{
    static char text[MANY][80];

    for (uint32_t i = 0; i < MANY; i++) {
        unsigned year = 1968 + draw(i % 3 == 0 ? 60 : 5), month = draw(13), day = draw(32);
        if (i % 20 == 0)
            snprintf(text[i], 80, "%u-%02u", year, month);
        else if (i % 31 == 0)
            snprintf(text[i], 80, "%u", year);
        else if (i % 41 == 0) /* what no calendar has must do no harm */
            snprintf(text[i], 80, "%u-%02u-%02u", draw(9999), draw(100), draw(100));
        else
            snprintf(text[i], 80, "%u-%02u-%02u", year, month, day);
    }
    check_join(BINA_LINK_DATE, text, MANY, "dates");
}
END_TEST

START_TEST(test_numbers)
{
    static const char *const odd[] = {"inf", "-inf", "nan", "0", "-0", "1e308", "-1e308", "5e-324"};
    static char text[MANY][80];

    for (uint32_t i = 0; i < MANY; i++)
        if (i < 8)
            strcpy(text[i], odd[i]);
        else if (i % 9 == 0)
            snprintf(text[i], 80, "-%u.%u", draw(1000), draw(100));
        else
            snprintf(text[i], 80, "%u", draw(i % 2 == 0 ? 1000000 : 3000));
    check_join(BINA_LINK_NUMBER, text, MANY, "numbers");
    for (uint32_t i = 8; i < MANY; i++)
        snprintf(text[i], 80, "%u", 1900 + draw(400));
    check_join(BINA_LINK_YEARS, text, MANY, "years");
    for (uint32_t i = 8; i < MANY; i++)
        snprintf(text[i], 80, "%s%u.%04u", i % 3 == 0 ? "-" : "", draw(3), draw(10000));
    check_join(BINA_LINK_DEGREES, text, MANY, "degrees");
}
END_TEST

START_TEST(test_words)
{
    static const char *const common[] = {"jalan", "jalann", "raya", "toko"};
    static char text[MANY][80], word[150][80];

    for (unsigned w = 0; w < 150; w++)
        if (w % 10 == 0)
            snprintf(word[w], 80, "%c", "ahm5i"[w / 10 % 5]);
        else if (w % 13 == 0)
            snprintf(word[w], 80, "%u", draw(60));
        else
            make_name(word[w], 2 + draw(3), w % 17 == 0);
    for (uint32_t i = 0; i < MANY; i++) {
        *text[i] = '\0';
        for (unsigned k = 1 + draw(4); k > 0; k--) {
            const char *next = draw(4) > 0 ? common[draw(4)] : word[draw(150)];
            if (strlen(text[i]) + strlen(next) + 2 < 80) {
                strcat(text[i], *text[i] == '\0' ? "" : " ");
                strcat(text[i], next);
            }
        }
    }
    check_join(BINA_LINK_WORDS, text, MANY, "words, four of them common");
    check_join(BINA_LINK_WORDS, text, 150, "words, none of them common");
}
END_TEST

/* Every form finds the same places, on values with more of a letter than a byte can count, too. */
START_TEST(test_every_machine)
{
    bina_dictionary dictionary;
    bina_bounds bounds;
    uint32_t code[400], *found[BINA_CPUS];
    size_t count = 0;
    char text[1000];

    ck_assert_int_eq(bina_dictionary_init(&dictionary), BINA_OK);
    while (count < 400) {
        unsigned length = 1 + draw(count % 40 == 0 ? 900 : 9);
        for (unsigned k = 0; k < length; k++)
            text[k] = count % 40 == 0 && draw(9) > 0 ? 'a' : (char)('a' + draw(26));
        ck_assert_int_eq(bina_dictionary_add(&dictionary, text, length, &code[count]), BINA_OK);
        count += code[count] == dictionary.count - 1;
    }
    ck_assert_int_eq(bina_bounds_init(&bounds, &dictionary, code, count), BINA_OK);
    for (unsigned form = 0; form < BINA_CPUS; form++)
        found[form] = calloc(bounds.places, sizeof(**found));
    for (size_t place = 0; place < bounds.places; place += 3) {
        uint8_t need[BINA_BOUNDS_PREFIX + 1];
        bina_bounds_probe probe;
        size_t same[BINA_CPUS];
        for (unsigned p = 0; p <= BINA_BOUNDS_PREFIX; p++)
            need[p] = (uint8_t)(p == 0 ? 1 + draw(place % 9 == 0 ? 255 : 6)
                                       : need[p - 1] - (need[p - 1] > 1 ? draw(2) : 0));
        bina_bounds_probe_set(&probe, &bounds, place);
        for (unsigned form = 0; form <= bina_cpu_best(); form++) {
            bounds.cpu = (bina_cpu)form;
            same[form] = bina_bounds_find(&bounds, &probe, 0, bounds.places, need, found[form]);
            ck_assert_uint_eq(same[form], same[0]);
            ck_assert_mem_eq(found[form], found[0], same[0] * sizeof(**found));
        }
    }
    for (unsigned form = 0; form < BINA_CPUS; form++)
        free(found[form]);
    bina_bounds_drop(&bounds);
    bina_dictionary_drop(&dictionary);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage similar");
    TCase *all = tcase_create("joins");
    tcase_set_timeout(all, 120);
    tcase_add_test(all, test_names);
    tcase_add_test(all, test_codes);
    tcase_add_test(all, test_dates);
    tcase_add_test(all, test_numbers);
    tcase_add_test(all, test_words);
    tcase_add_test(all, test_every_machine);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
