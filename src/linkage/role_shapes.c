#include "linkage/role_shapes.h"

#include <string.h>
#include "linkage/standardise_parts.h"

static bool
only(const bina_sample *sample, const char *allowed, size_t *digits)
{
    *digits = 0;
    for (size_t i = 0; i < sample->length; i++) {
        char c = sample->text[i];
        if (c >= '0' && c <= '9')
            (*digits)++;
        else if (c == '\0' || strchr(allowed, c) == NULL)
            return false;
    }
    return *digits > 0;
}

static void
look_at_words(const bina_sample *sample, bina_role_shapes *found)
{
    size_t digits = 0;
    bina_writer folded;
    bina_words words;
    size_t used = 0;
    bina_fold(sample->text, sample->length, &folded);
    bina_split(&folded, true, &words);
    found->words += words.count;
    size_t letters = 0;
    bool money = false;
    for (size_t i = 0; i < sample->length; i++) {
        unsigned char c = (unsigned char)sample->text[i];
        digits += c >= '0' && c <= '9';
        letters += (c | 32) >= 'a' && (c | 32) <= 'z';
        money = money || c == '.' || c == ',' || c == '$' || c >= 128;
    }
    found->figures += digits > 0;
    found->coded += digits >= 4 && letters > 0 && letters <= 6 && !money;
    bool person = false, firm = false, street = false;
    for (size_t i = 0; i < words.count && i < 12; i++) {
        const bina_word *word = &words.at[i];
        const bina_lexeme *name = bina_lexicon_word(&bina_lexicon_names, word->text, word->length);
        const bina_lexeme *trade =
            bina_lexicon_find(&bina_lexicon_business, word, words.count - i, &used);
        const bina_lexeme *form =
            i > 0 ? bina_lexicon_word(&bina_lexicon_business_generic, word->text, word->length)
                  : NULL;
        const bina_lexeme *place =
            bina_lexicon_word(&bina_lexicon_address, word->text, word->length);
        const bina_lexeme *road =
            i > 0 ? bina_lexicon_word(&bina_lexicon_address_generic, word->text, word->length)
                  : NULL;
        person = person || name != NULL;
        if (i == 0 && words.count > 1)
            person = person || bina_lexicon_word(&bina_lexicon_titles_before, word->text,
                                                 word->length) != NULL;
        firm = firm || (trade != NULL && trade->kind != BINA_LEXEME_OWNER &&
                        trade->kind != BINA_LEXEME_FILLER);
        firm = firm || (form != NULL && form->kind == BINA_LEXEME_FORM);
        street = street || (place != NULL &&
                            (place->kind == BINA_LEXEME_STREET || place->kind == BINA_LEXEME_RT));
        street = street || (road != NULL && road->kind == BINA_LEXEME_STREET && words.count > 2);
    }
    found->people += person;
    found->firms += firm;
    found->streets += street;
}

static void
standardise(const bina_sample *sample, bina_role role, bina_standard *standard)
{
    bina_standardise(BINA_PROFILE_INDONESIA, role, sample->text, sample->length, standard);
}

/* "Selong, 24 Juni 1971": where somebody was born stands before the day. */
static bool
ends_with_year(const bina_sample *sample)
{
    const char *end = sample->text + sample->length;

    return sample->length > 5 && (memcmp(end - 4, "19", 2) == 0 || memcmp(end - 4, "20", 2) == 0) &&
           bina_is_digit(end[-2]) && bina_is_digit(end[-1]) && !bina_is_digit(end[-5]);
}

/* A value with letters: a number a spreadsheet spoilt, a day in words, or words. */
static void
look_at_letters(const bina_sample *sample, size_t digits, bina_role_shapes *found)
{
    bina_standard standard;
    size_t damaged = 0;

    standardise(sample, BINA_ROLE_PHONE, &standard);
    if (standard.missing && (standard.flags & BINA_STANDARD_DAMAGED) &&
        only(sample, "eE+., ", &damaged)) {
        found->damaged++;
        return;
    }
    if ((digits > 0 || ends_with_year(sample)) && sample->length <= 40) {
        standardise(sample, BINA_ROLE_DATE, &standard);
        found->dates += !standard.missing && standard.date % 100 != 0;
    }
    look_at_words(sample, found);
}

/* Whether figures can be a day, and are none of the many numbers that would make one. */
static bool
is_day(const bina_sample *sample, size_t digits)
{
    bool parted = sample->length > digits && memchr(sample->text, ',', sample->length) == NULL;
    bina_standard standard;

    if (digits != 8 && (sample->length > 10 || digits < 4 || digits > 8 || !parted))
        return false;
    standardise(sample, BINA_ROLE_DATE, &standard);
    return !standard.missing && standard.date % 100 != 0 && standard.date / 10000 >= 1500 &&
           standard.date / 10000 < 2100 && sample->text[0] != '-';
}

static bool
is_phone(const bina_sample *sample, size_t digits)
{
    bool prefix = sample->text[0] == '0' || sample->text[0] == '+' || sample->text[0] == '(' ||
                  (digits >= 11 && memcmp(sample->text, "62", 2) == 0);
    bina_standard standard;

    if (digits < 9 || digits > 30 || sample->text[0] == '-' ||
        (!prefix && memchr(sample->text, '-', sample->length) == NULL))
        return false;
    standardise(sample, BINA_ROLE_PHONE, &standard);
    return !standard.missing;
}

/* A value of figures and the marks between them. */
static void
look_at_figures(const bina_sample *sample, size_t digits, bina_role_shapes *found)
{
    bina_standard standard;

    if (digits == 16) {
        standardise(sample, BINA_ROLE_NIK, &standard);
        found->niks += !standard.missing && !(standard.flags & BINA_STANDARD_SUSPICIOUS);
    } else if (is_day(sample, digits)) {
        found->dates++;
    } else if (is_phone(sample, digits)) {
        found->phones++;
    } else {
        found->numbers++;
    }
}

void
bina_role_look_at(const bina_sample *sample, bina_role_shapes *found)
{
    static const char *const centuries[] = {"18", "19", "20"};
    size_t digits = 0;

    found->looked++;
    if (memchr(sample->text, '@', sample->length) != NULL &&
        memchr(sample->text, ' ', sample->length) == NULL) {
        found->emails++;
        return;
    }
    found->digits += only(sample, "", &digits);
    found->round += sample->length > 3 && memcmp(sample->text + sample->length - 3, "000", 3) == 0;
    for (size_t i = 0; i < BINA_LEXICON_COUNT(centuries); i++)
        found->years +=
            digits == 4 && sample->length == 4 && memcmp(sample->text, centuries[i], 2) == 0;
    if (only(sample, " .,-+/()", &digits))
        look_at_figures(sample, digits, found);
    else
        look_at_letters(sample, digits, found);
}

bool
bina_role_is_business(const char *text, size_t length)
{
    bina_role_shapes found = {0};
    bina_sample sample = {text, length};

    look_at_words(&sample, &found);
    return found.firms > 0;
}
