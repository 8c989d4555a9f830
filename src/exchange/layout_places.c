#include "exchange/layout_places.h"
#include <ctype.h>
#include <string.h>
#include "base/text.h"
#include "exchange/layout_words.h"

#define WORD_ROOM 48

static const struct place_word {
    const char *word;
    bina_place_level level;
    bool kept; /* the word belongs to the name */
} place_words[] = {
    {"provinsi", BINA_PLACE_PROVINCE, false},  {"propinsi", BINA_PLACE_PROVINCE, false},
    {"prov", BINA_PLACE_PROVINCE, false},      {"kabupaten", BINA_PLACE_REGENCY, false},
    {"kab", BINA_PLACE_REGENCY, false},        {"kota", BINA_PLACE_REGENCY, true},
    {"kecamatan", BINA_PLACE_DISTRICT, false}, {"kec", BINA_PLACE_DISTRICT, false},
    {"distrik", BINA_PLACE_DISTRICT, false},   {"desa", BINA_PLACE_VILLAGE, false},
    {"ds", BINA_PLACE_VILLAGE, false},         {"kelurahan", BINA_PLACE_VILLAGE, false},
    {"kel", BINA_PLACE_VILLAGE, false},        {"nagari", BINA_PLACE_VILLAGE, false},
    {"gampong", BINA_PLACE_VILLAGE, false},    {"dusun", BINA_PLACE_HAMLET, false},
    {"dsn", BINA_PLACE_HAMLET, false},         {"lingkungan", BINA_PLACE_HAMLET, false},
};

/* The place word that begins here and ends at a blank or mark; NULL when none does. */
static const struct place_word *
find_place_word(const char *text, size_t length)
{
    size_t i, k, n;

    for (i = 0; i < sizeof(place_words) / sizeof(place_words[0]); i++) {
        n = strlen(place_words[i].word);
        if (length <= n || bina_look_is_letter(text[n]))
            continue;
        for (k = 0; k < n && tolower((unsigned char)text[k]) == place_words[i].word[k]; k++)
            ;
        if (k == n)
            return &place_words[i];
    }
    return NULL;
}

static size_t
skip_marks(const char *text, size_t length, size_t at)
{
    while (at < length && strchr(" .:-/\t", text[at]) != NULL)
        at++;
    return at;
}

bina_place_level
bina_word_place(const char *text, size_t length, size_t *name)
{
    size_t at = skip_marks(text, length, 0), behind;
    const struct place_word *word = find_place_word(text + at, length - at);

    *name = 0;
    if (word == NULL)
        return BINA_PLACE_NONE;
    behind = skip_marks(text, length, at + strlen(word->word));
    if (behind >= length || !bina_look_is_letter(text[behind]) ||
        find_place_word(text + behind, length - behind) != NULL)
        return BINA_PLACE_NONE; /* "Desa/Kelurahan" is a header, "DESA" alone names none */
    *name = word->kept ? at : behind;
    return word->level;
}

/* Where a place's name ends inside of a title. */
static size_t
name_end(const char *text, size_t length, size_t at)
{
    static const char stops[] =
        "tahun thn th bulan per se dan yang di pada periode semester triwulan binaan sampai s tgl "
        "tanggal dinas badan kantor daftar data";
    char word[WORD_ROOM];
    size_t end = at, n, i;

    while (end < length) {
        if (find_place_word(text + end, length - end) != NULL || isdigit((unsigned char)text[end]))
            break;
        for (n = 0;
             end + n < length && (bina_look_is_letter(text[end + n]) || text[end + n] == '\'' ||
                                  (unsigned char)text[end + n] >= 0x80);
             n++)
            ;
        for (i = 0; i < n && i + 1 < sizeof(word); i++)
            word[i] = (char)tolower((unsigned char)text[end + i]);
        word[i] = '\0';
        if (bina_text_lists(stops, word))
            break;
        end += n;
        if (end < length && strchr(" .", text[end]) == NULL)
            break;
        end += end < length;
    }
    while (end > at && strchr(" .", text[end - 1]) != NULL)
        end--;
    return end;
}

bina_place_level
bina_word_place_within(const char *text, size_t length, size_t *at, size_t *name,
                       size_t *name_length)
{
    const struct place_word *word;
    size_t behind, end;

    for (; *at < length; (*at)++) {
        if (*at > 0 && bina_look_is_letter(text[*at - 1]))
            continue;
        word = find_place_word(text + *at, length - *at);
        if (word == NULL)
            continue;
        behind = skip_marks(text, length, *at + strlen(word->word));
        end = behind < length ? name_end(text, length, behind) : behind;
        if (end <= behind)
            continue;
        *name = word->kept ? *at : behind;
        *name_length = end - *name;
        *at = end;
        return word->level;
    }
    return BINA_PLACE_NONE;
}
