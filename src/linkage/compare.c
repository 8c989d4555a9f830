/* The level of two values: what each way of comparing means. */
#include <math.h>
#include <string.h>

#include "linkage/compare_words.h"
#include "linkage/degrees.h"
#include "linkage/similarity.h"

const char *
bina_link_level_text(bina_link_compare compare, unsigned level, int language)
{
    static const char *const text[8][5][2] = {
        [BINA_LINK_NAME] = {{"somewhat similar", "agak mirip"},
                            {"similar", "mirip"},
                            {"nearly equal", "hampir sama"},
                            {"another word for the same", "kata lain untuk hal yang sama"},
                            {"equal", "sama"}},
        [BINA_LINK_CODE] = {{"same first half", "separuh awal sama"},
                            {"two characters apart", "berbeda dua karakter"},
                            {"one character apart", "berbeda satu karakter"},
                            {"equal", "sama"}},
        [BINA_LINK_DATE] = {{"year agrees", "tahun sama"},
                            {"day and month agree", "tanggal dan bulan sama"},
                            {"a digit apart, or day and month swapped",
                             "berbeda satu angka, atau tanggal dan bulan tertukar"},
                            {"equal", "sama"}},
        [BINA_LINK_NUMBER] = {{"within a tenth", "selisih di bawah sepersepuluh"},
                              {"within a fiftieth", "selisih di bawah seperlima puluh"},
                              {"equal", "sama"}},
        [BINA_LINK_WORDS] = {{"share some words", "sebagian kata sama"},
                             {"share most words", "sebagian besar kata sama"},
                             {"share nearly all words", "hampir semua kata sama"},
                             {"another word for the same", "kata lain untuk hal yang sama"},
                             {"equal", "sama"}},
        [BINA_LINK_YEARS] = {{"at most three years apart", "berselisih paling banyak tiga tahun"},
                             {"a year apart", "berselisih setahun"},
                             {"equal", "sama"}},
        [BINA_LINK_DEGREES] = {{"within a hundredth of a degree", "selisih di bawah 0,01 derajat"},
                               {"within 0.002 degrees", "selisih di bawah 0,002 derajat"},
                               {"equal", "sama"}},
    };

    if (level == BINA_LINK_MISSING)
        return language == 0 ? "no value on one side" : "salah satu kosong";
    if (level == BINA_LINK_DIFFERENT)
        return language == 0 ? "different" : "berbeda";
    if (level >= bina_link_compare_top(compare))
        return language == 0 ? "equal" : "sama";
    return text[compare][level - 2][language];
}

const char *
bina_link_level_in(const char *english, int language)
{
    for (int compare = 0; language != 0 && compare <= BINA_LINK_DEGREES; compare++)
        for (unsigned level = 1; level <= bina_link_compare_top((bina_link_compare)compare);
             level++)
            if (strcmp(bina_link_level_text((bina_link_compare)compare, level, 0), english) == 0)
                return bina_link_level_text((bina_link_compare)compare, level, language);
    return english;
}

static unsigned
compare_names(const bina_dictionary *names, uint32_t a, uint32_t b)
{
    double similarity = bina_similarity_jaro_winkler(
        bina_dictionary_text(names, a), bina_dictionary_length(names, a),
        bina_dictionary_text(names, b), bina_dictionary_length(names, b));

    if (similarity >= .94)
        return 4;
    if (similarity >= BINA_LINK_CLOSE_NAME)
        return 3;
    return similarity >= BINA_LINK_LEAST_NAME ? 2 : BINA_LINK_DIFFERENT;
}

static unsigned
compare_codes(const bina_link_field *field, uint32_t a, uint32_t b)
{
    const char *x = bina_dictionary_text(&field->values, a);
    const char *y = bina_dictionary_text(&field->values, b);
    size_t lx = bina_dictionary_length(&field->values, a);
    size_t ly = bina_dictionary_length(&field->values, b);
    size_t shorter = lx < ly ? lx : ly, half, distance;

    if (shorter < BINA_LINK_LEAST_CODE)
        return BINA_LINK_DIFFERENT;
    distance = bina_distance_osa_within(x, lx, y, ly, 2);
    if (distance <= 1)
        return 4;
    if (shorter >= BINA_LINK_LONG_CODE && distance == 2)
        return 3;
    half = ((lx > ly ? lx : ly) + 1) / 2;
    return half >= BINA_LINK_LEAST_CODE && shorter >= half && memcmp(x, y, half) == 0
               ? BINA_LINK_HALF_CODE
               : BINA_LINK_DIFFERENT;
}

static unsigned
compare_dates(const bina_link_field *field, uint32_t a, uint32_t b)
{
    if (field->days[a] == 0 || field->days[b] == 0)
        return BINA_LINK_DIFFERENT;
    switch (bina_compare_dates(field->days[a], field->days[b])) {
    case BINA_DATE_SAME: /* as far as both are known */
    case BINA_DATE_SWAPPED:
    case BINA_DATE_ONE_DIGIT:
        return 4;
    case BINA_DATE_SAME_DAY:
        return 3;
    case BINA_DATE_SAME_YEAR:
        return 2;
    case BINA_DATE_DIFFERENT:
        break;
    }
    return BINA_LINK_DIFFERENT;
}

static unsigned
compare_numbers(const bina_link_field *field, uint32_t a, uint32_t b)
{
    double x = field->numbers[a], y = field->numbers[b], apart = fabs(x - y);
    double size = fmax(fabs(x), fabs(y));

    if (apart <= size * .02)
        return 3;
    return apart <= size * .1 ? 2 : BINA_LINK_DIFFERENT;
}

/* The year a business began is told from memory. */
static unsigned
compare_years(const bina_link_field *field, uint32_t a, uint32_t b)
{
    double apart = fabs(field->numbers[a] - field->numbers[b]);

    if (apart <= 1)
        return 3;
    return apart <= 3 ? 2 : BINA_LINK_DIFFERENT;
}

static unsigned
compare_degrees(const bina_link_field *field, uint32_t a, uint32_t b)
{
    double apart = fabs(field->numbers[a] - field->numbers[b]);

    if (apart <= BINA_LINK_BESIDE)
        return 3;
    return apart <= BINA_LINK_NEARBY ? 2 : BINA_LINK_DIFFERENT;
}

/* Counted here, because not every machine this is built for has an instruction for it. */
static int
count_bits(uint32_t x)
{
    x -= x >> 1 & 0x55555555u;
    x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
    return (int)(((x + (x >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24);
}

/* What c / l + c / m has to come to for a Jaro-Winkler similarity of BINA_LINK_CLOSE_NAME, when c
 * letters of words of l and m letters are common, the first `prefix` of them in place. */
#define COMMON(prefix) (3 * (BINA_LINK_CLOSE_NAME - .1 * (prefix)) / (1 - .1 * (prefix)) - 1 - 1e-6)

/* Whether two words may be as similar as is asked for, by which letters each lacks. */
static bool
may_be_alike(const bina_link_mark *v, const bina_link_mark *w)
{
    static const double least[] = {COMMON(0), COMMON(1), COMMON(2), COMMON(3), COMMON(4)};
    uint32_t apart = v->first ^ w->first;
    int both = v->length + w->length;
    double enough;

    if (!v->spelt || !w->spelt)
        return false;
    if (v->length == 0 || w->length == 0)
        return true;
    enough = least[apart == 0 ? 4 : __builtin_ctz(apart) / 8] * (v->length * w->length);
    return (v->length - count_bits(v->letters & ~w->letters)) * both >= enough &&
           (w->length - count_bits(w->letters & ~v->letters)) * both >= enough;
}

unsigned
bina_link_words_compare(const bina_link_words *words, uint32_t v, uint32_t w)
{
    unsigned level;

    if (!may_be_alike(&words->mark[v], &words->mark[w]))
        return 0;
    level = compare_names(&words->dictionary, v < w ? v : w, v < w ? w : v);
    return level >= BINA_LINK_SPELT_ALIKE ? level : 0;
}

/* How alike two words are of which one is not spelt: a letter may stand for a word. */
static double
compare_initials(const bina_dictionary *dictionary, uint32_t v, uint32_t w)
{
    const char *tv = bina_dictionary_text(dictionary, v), *tw = bina_dictionary_text(dictionary, w);

    if (bina_dictionary_length(dictionary, v) != 1 && bina_dictionary_length(dictionary, w) != 1)
        return 0;
    return tv[0] == tw[0] && (unsigned char)tv[0] > '9' ? BINA_LINK_INITIAL : 0;
}

double
bina_link_words_similarity(const bina_link_words *words, uint32_t v, uint32_t w)
{
    const bina_link_similar *similar = &words->similar;
    unsigned level;

    if (v == w)
        return 1;
    if (!words->mark[v].spelt || !words->mark[w].spelt)
        return compare_initials(&words->dictionary, v, w);
    if (similar->start == NULL || bina_link_is_later(similar, v, w))
        level = bina_link_words_compare(words, v, w);
    else
        level = bina_link_similar_level(similar, v, w);
    return level == 0 ? 0 : bina_link_likeness_of(level);
}

static double
word_similarity(const void *self, uint32_t v, uint32_t w)
{
    return bina_link_words_similarity(self, v, w);
}

static unsigned
compare_words(const bina_link_field *field, uint32_t a, uint32_t b)
{
    return bina_link_words_level(&field->words, a, b, word_similarity, &field->words);
}

unsigned
bina_link_field_compare_texts(const bina_link_field *field, uint32_t a, uint32_t b)
{
    switch (field->spec->compare) {
    case BINA_LINK_EXACT:
        break;
    case BINA_LINK_NAME:
        return compare_names(&field->values, a, b);
    case BINA_LINK_CODE:
        return compare_codes(field, a, b);
    case BINA_LINK_DATE:
        return compare_dates(field, a, b);
    case BINA_LINK_NUMBER:
        return compare_numbers(field, a, b);
    case BINA_LINK_WORDS:
        return compare_words(field, a, b);
    case BINA_LINK_YEARS:
        return compare_years(field, a, b);
    case BINA_LINK_DEGREES:
        return compare_degrees(field, a, b);
    }
    return BINA_LINK_DIFFERENT;
}

unsigned
bina_link_field_compare(const bina_link_field *field, uint32_t a, uint32_t b)
{
    return bina_link_glance_most(field, a, b) == BINA_LINK_DIFFERENT
               ? BINA_LINK_DIFFERENT
               : bina_link_field_compare_texts(field, a, b);
}
