/*
 * Texts of no particular custom, and names, firms and addresses outside Indonesia: folded, split
 * into words, a few abbreviations written out, nothing rewritten.
 */
#include "linkage/standardise_parts.h"

#include <string.h>

static bool
stop_word(const bina_word *word)
{
    static const char *const words[] = {"a",  "an", "and", "at",  "by", "dan",  "di",  "for",
                                        "in", "of", "on",  "the", "to", "with", "yang"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(words); i++) {
        if (bina_word_is(word, words[i]))
            return true;
    }
    return false;
}

/* The entry that applies to the word here; NULL when it stays as it is. */
static const bina_lexeme *
entry_of(bina_memo *memo, bina_profile profile, bina_role role, const bina_words *words, size_t i,
         size_t *used)
{
    const bina_lexeme *entry = NULL;
    const bina_word *word = &words->at[i];
    size_t left = words->count - i;
    *used = 1;
    if (role == BINA_ROLE_TEXT && profile == BINA_PROFILE_INDONESIA) {
        entry = bina_memo_find_words(memo, &bina_lexicon_business, word, left, used);
        if (entry != NULL && entry->kind != BINA_LEXEME_PRODUCT && entry->kind != BINA_LEXEME_TRADE)
            entry = NULL;
    } else if (role == BINA_ROLE_BUSINESS) {
        entry = bina_memo_find_words(memo, &bina_lexicon_business_generic, word, left, used);
        if (entry != NULL && entry->kind == BINA_LEXEME_FORM && i == 0)
            entry = NULL; /* "AG Edwards": a form stands last */
    } else if (role == BINA_ROLE_ADDRESS || role == BINA_ROLE_PLACE) {
        entry = bina_memo_find_words(memo, &bina_lexicon_address_generic, word, left, used);
        /* "st james", "mt eliza" before a name; "forbes st" after one. */
        bool first = i == 0 || (word[-1].text[0] >= '0' && word[-1].text[0] <= '9');
        if (entry != NULL && entry->kind == BINA_LEXEME_STREET &&
            (role == BINA_ROLE_PLACE || first)) {
            bool saint = bina_word_is(word, "st") && left > 1;
            entry =
                saint ? bina_memo_find_word(memo, &bina_lexicon_address_generic, "saint", 5) : NULL;
        }
        if (entry != NULL && role == BINA_ROLE_PLACE && entry->kind == BINA_LEXEME_ESTATE)
            entry = NULL;
    }
    if (entry == NULL)
        *used = 1;
    return entry;
}

/* The leading digits of a word; -1 when it has none or too many. */
static int32_t
leading_number(const bina_word *word)
{
    int32_t number = -1;
    for (size_t i = 0; i < word->length && i < 8; i++) {
        if (word->text[i] < '0' || word->text[i] > '9')
            break;
        number = (number < 0 ? 0 : number * 10) + (word->text[i] - '0');
    }
    return number;
}

/* "DE-3222" and "DE3222" are one number of a model. */
static void
join_models(bina_writer *folded)
{
    size_t kept = 0;

    for (size_t i = 0; i < folded->length; i++) {
        bool inside = i > 0 && i + 1 < folded->length && folded->text[i] == '-';
        if (inside && folded->text[i - 1] >= 'a' && folded->text[i - 1] <= 'z' &&
            folded->text[i + 1] >= '0' && folded->text[i + 1] <= '9')
            continue;
        folded->text[kept++] = folded->text[i];
    }
    folded->text[folded->length = kept] = '\0';
}

/* Where a stall, plot or room is told by a letter and a number: words that only announce it. */
static bool
announces(const bina_word *word)
{
    static const char *const words[] = {"blok", "block", "los",   "kios",  "lapak", "petak",
                                        "no",   "nomor", "nomer", "stand", "unit"};

    for (size_t i = 0; i < BINA_LEXICON_COUNT(words); i++)
        if (bina_word_is(word, words[i]))
            return true;
    return false;
}

/* "Blok C No. 4", "C/04" and "C-4" are one place, c4; what is no letter and number stays. */
static void
join_stall(bina_writer *folded)
{
    bina_writer parted = *folded;
    bina_words words;
    char text[16];
    size_t used = 0, letters = 0, numbers = 0;

    bina_split(&parted, true, &words);
    for (size_t i = 0; i < words.count; i++) {
        const bina_word *word = &words.at[i];
        const char *at = word->text;
        size_t length = word->length;
        bool number = bina_is_digit(at[0]);
        if (announces(word))
            continue;
        for (; number && length > 1 && *at == '0'; length--)
            at++;
        letters += !number;
        numbers += number;
        if (length > (number ? 4u : 2u) || (number ? letters != 1 : numbers > 0) ||
            used + length > sizeof(text))
            return;
        memcpy(text + used, at, length);
        used += length;
    }
    if (letters != 1 || numbers != 1)
        return;
    bina_writer_clear(folded);
    bina_writer_word(folded, text, used);
}

/* Parts Chinese characters from what stands before and behind them. */
static void
part_ideographs(bina_writer *folded)
{
    char text[BINA_STANDARD_TEXT];
    size_t used = 0;
    bool before = false;

    for (size_t i = 0; i < folded->length;) {
        unsigned char first = (unsigned char)folded->text[i];
        size_t bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        bool now = bina_is_ideograph(folded->text + i);
        if (bytes > folded->length - i || used + bytes + 2 > sizeof(text))
            break;
        if (i > 0 && (now || before))
            text[used++] = ' ';
        memcpy(text + used, folded->text + i, bytes);
        used += bytes;
        i += bytes;
        before = now;
    }
    memcpy(folded->text, text, used);
    folded->text[folded->length = used] = '\0';
}

static bool
has_ideographs(const bina_writer *folded)
{
    for (size_t i = 0; i < folded->length; i++)
        if (bina_is_ideograph(folded->text + i))
            return true;
    return false;
}

void
bina_standard_plain(bina_profile profile, bina_role role, bina_writer *folded, bina_standard *out)
{
    bina_writer text, marked;
    bina_words words;
    bina_core core = {.count = 0};
    bool person =
        role == BINA_ROLE_PERSON || role == BINA_ROLE_GIVEN_NAME || role == BINA_ROLE_SURNAME;
    if (role == BINA_ROLE_TEXT && profile == BINA_PROFILE_INDONESIA)
        join_stall(folded);
    if (role == BINA_ROLE_TEXT) {
        join_models(folded);
        bina_join_measures(folded);
    }
    if (has_ideographs(folded))
        part_ideographs(folded);
    bina_split(folded, false, &words);
    if (person)
        bina_name_turn(&words, role == BINA_ROLE_PERSON);
    bina_writer_clear(&text);
    bina_writer_clear(&marked);
    for (size_t i = 0; i < words.count;) {
        const bina_word *word = &words.at[i];
        size_t used = 1;
        const bina_lexeme *entry = entry_of(out->memo, profile, role, &words, i, &used);
        const char *written = entry != NULL ? entry->canonical : word->text;
        size_t length = entry != NULL ? strlen(written) : word->length;
        i += used;
        bool form = entry != NULL && entry->kind == BINA_LEXEME_FORM;
        bool weak = entry != NULL && entry->kind != BINA_LEXEME_PRODUCT;
        if (!out->brief && (role == BINA_ROLE_TEXT || role == BINA_ROLE_BUSINESS))
            weak = weak || stop_word(word);
        if (form) {
            if (length < sizeof out->extra) {
                memcpy(out->extra, written, length + 1);
                out->form = (bina_span){0, (uint16_t)length};
            }
            bina_writer_marked(&marked, '^', written, length);
            continue;
        }
        bina_span span = bina_writer_word(&text, written, length);
        if (!out->brief)
            bina_writer_marked(&marked, weak && length > 1 ? '~' : '\0', written, length);
        if (!weak && !(person && length == 1))
            bina_core_add(&core, span);
        if (role == BINA_ROLE_ADDRESS && out->house < 0 && entry == NULL)
            out->house = leading_number(word);
    }
    bina_standard_finish(profile, &text, &marked, &core, out);
}
