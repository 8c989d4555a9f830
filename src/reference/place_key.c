#include "reference/place_key.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define MAX_WORDS 12

/* Short words and what they stand for, in names of every level. */
static const struct {
    const char *from, *to;
} short_words[] = {
    {"TMR", "TIMUR"},       {"TIM", "TIMUR"},      {"WETAN", "WETAN"},   {"BRT", "BARAT"},
    {"BAR", "BARAT"},       {"SEL", "SELATAN"},    {"SLT", "SELATAN"},   {"SLTN", "SELATAN"},
    {"UT", "UTARA"},        {"UTR", "UTARA"},      {"TGH", "TENGAH"},    {"TENG", "TENGAH"},
    {"TNGH", "TENGAH"},     {"TENGG", "TENGGARA"}, {"TGR", "TENGGARA"},  {"SEI", "SUNGAI"},
    {"SUNGEI", "SUNGAI"},   {"SI", "SI"},          {"GN", "GUNUNG"},     {"GNG", "GUNUNG"},
    {"GUNONG", "GUNUNG"},   {"TJ", "TANJUNG"},     {"TG", "TANJUNG"},    {"TJG", "TANJUNG"},
    {"TANJ", "TANJUNG"},    {"PL", "PULAU"},       {"PS", "PASAR"},      {"PSR", "PASAR"},
    {"SP", "SIMPANG"},      {"SPG", "SIMPANG"},    {"KEP", "KEPULAUAN"}, {"MNS", "MEUNASAH"},
    {"PERK", "PERKEBUNAN"}, {"BDR", "BANDAR"},     {"I", "1"},           {"II", "2"},
    {"III", "3"},           {"IV", "4"},           {"V", "5"},           {"VI", "6"},
    {"VII", "7"},           {"VIII", "8"},         {"IX", "9"},          {"X", "10"},
    {"XI", "11"},           {"XII", "12"},         {"XIII", "13"},       {"SATU", "1"},
    {"DUA", "2"},           {"TIGA", "3"},         {"EMPAT", "4"},       {"LIMA", "5"},
    {"ENAM", "6"},          {"TUJUH", "7"},        {"DELAPAN", "8"},     {"SEMBILAN", "9"},
    {"SEPULUH", "10"},
};

/* Words that tell the level, and may be left out. */
static const struct {
    const char *word;
    int level;
    unsigned says;
} level_words[] = {
    {"PROVINSI", 1, 0},
    {"PROPINSI", 1, 0},
    {"PROV", 1, 0},
    {"PROP", 1, 0},
    {"KABUPATEN", 2, BINA_SAYS_REGENCY},
    {"KAB", 2, BINA_SAYS_REGENCY},
    {"KOTA", 2, BINA_SAYS_CITY},
    {"KODYA", 2, BINA_SAYS_CITY},
    {"KOTAMADYA", 2, BINA_SAYS_CITY},
    {"ADMINISTRASI", 2, 0},
    {"ADM", 2, 0},
    {"KECAMATAN", 3, 0},
    {"KEC", 3, 0},
    {"DISTRIK", 3, 0},
    {"KAPANEWON", 3, 0},
    {"KEMANTREN", 3, 0},
    {"KELURAHAN", 4, BINA_SAYS_KELURAHAN},
    {"KEL", 4, BINA_SAYS_KELURAHAN},
    {"DESA", 4, BINA_SAYS_DESA},
    {"DS", 4, BINA_SAYS_DESA},
    {"DESAKELURAHAN", 4, 0},
    {"KALURAHAN", 4, BINA_SAYS_DESA},
    {"GAMPONG", 4, BINA_SAYS_DESA},
    {"GP", 4, BINA_SAYS_DESA},
    {"NAGARI", 4, BINA_SAYS_DESA},
    {"KAMPUNG", 4, BINA_SAYS_DESA},
    {"KAMPONG", 4, BINA_SAYS_DESA},
    {"PEKON", 4, BINA_SAYS_DESA},
    {"LEMBANG", 4, BINA_SAYS_DESA},
    {"NEGERI", 4, BINA_SAYS_DESA},
    {"OHOI", 4, BINA_SAYS_DESA},
};

/* Names of provinces and regencies that everybody writes short. */
static const struct {
    const char *from, *to;
    int level;
} nicknames[] = {
    {"SUMUT", "SUMATERAUTARA", 1},
    {"SUMBAR", "SUMATERABARAT", 1},
    {"SUMSEL", "SUMATERASELATAN", 1},
    {"BABEL", "KEPULAUANBANGKABELITUNG", 1},
    {"BANGKABELITUNG", "KEPULAUANBANGKABELITUNG", 1},
    {"KEPRI", "KEPULAUANRIAU", 1},
    {"DKI", "DAERAHKHUSUSIBUKOTAJAKARTA", 1},
    {"DKIJAKARTA", "DAERAHKHUSUSIBUKOTAJAKARTA", 1},
    {"JAKARTA", "DAERAHKHUSUSIBUKOTAJAKARTA", 1},
    {"DKJ", "DAERAHKHUSUSIBUKOTAJAKARTA", 1},
    {"JABAR", "JAWABARAT", 1},
    {"JATENG", "JAWATENGAH", 1},
    {"JATIM", "JAWATIMUR", 1},
    {"DIY", "DAERAHISTIMEWAYOGYAKARTA", 1},
    {"DIYOGYAKARTA", "DAERAHISTIMEWAYOGYAKARTA", 1},
    {"YOGYAKARTA", "DAERAHISTIMEWAYOGYAKARTA", 1},
    {"NTB", "NUSATENGGARABARAT", 1},
    {"NTT", "NUSATENGGARATIMUR", 1},
    {"KALBAR", "KALIMANTANBARAT", 1},
    {"KALTENG", "KALIMANTANTENGAH", 1},
    {"KALSEL", "KALIMANTANSELATAN", 1},
    {"KALTIM", "KALIMANTANTIMUR", 1},
    {"KALTARA", "KALIMANTANUTARA", 1},
    {"SULUT", "SULAWESIUTARA", 1},
    {"SULTENG", "SULAWESITENGAH", 1},
    {"SULSEL", "SULAWESISELATAN", 1},
    {"SULTRA", "SULAWESITENGGARA", 1},
    {"SULBAR", "SULAWESIBARAT", 1},
    {"MALUT", "MALUKUUTARA", 1},
    {"PABAR", "PAPUABARAT", 1},
    {"NAD", "ACEH", 1},
    {"NANGGROEACEHDARUSSALAM", "ACEH", 1},
    {"LOTIM", "LOMBOKTIMUR", 2},
    {"LOTENG", "LOMBOKTENGAH", 2},
    {"LOBAR", "LOMBOKBARAT", 2},
    {"KLU", "LOMBOKUTARA", 2},
    {"LOTARA", "LOMBOKUTARA", 2},
    {"KSB", "SUMBAWABARAT", 2},
    {"KONSEL", "KONAWESELATAN", 2},
    {"KONUT", "KONAWEUTARA", 2},
    {"KONKEP", "KONAWEKEPULAUAN", 2},
    {"KOLTIM", "KOLAKATIMUR", 2},
    {"KOLUT", "KOLAKAUTARA", 2},
    {"MUBAR", "MUNABARAT", 2},
    {"BUTENG", "BUTONTENGAH", 2},
    {"BUSEL", "BUTONSELATAN", 2},
    {"BUTUR", "BUTONUTARA", 2},
    {"TTS", "TIMORTENGAHSELATAN", 2},
    {"TTU", "TIMORTENGAHUTARA", 2},
    {"SBD", "SUMBABARATDAYA", 2},
    {"MABAR", "MANGGARAIBARAT", 2},
    {"MATIM", "MANGGARAITIMUR", 2},
    {"FLOTIM", "FLORESTIMUR", 2},
    {"KUKAR", "KUTAIKARTANEGARA", 2},
    {"KUTIM", "KUTAITIMUR", 2},
    {"KUBAR", "KUTAIBARAT", 2},
    {"PPU", "PENAJAMPASERUTARA", 2},
    {"PANGKEP", "PANGKAJENEDANKEPULAUAN", 2},
    {"TANGSEL", "TANGERANGSELATAN", 2},
    {"TOBASA", "TOBASAMOSIR", 2},
    {"TAPSEL", "TAPANULISELATAN", 2},
    {"TAPTENG", "TAPANULITENGAH", 2},
    {"TAPUT", "TAPANULIUTARA", 2},
    {"MUBA", "MUSIBANYUASIN", 2},
    {"MURA", "MUSIRAWAS", 2},
    {"OKI", "OGANKOMERINGILIR", 2},
    {"OKU", "OGANKOMERINGULU", 2},
    {"LAMSEL", "LAMPUNGSELATAN", 2},
    {"LAMTENG", "LAMPUNGTENGAH", 2},
    {"LAMTIM", "LAMPUNGTIMUR", 2},
    {"JAKSEL", "JAKARTASELATAN", 2},
    {"JAKBAR", "JAKARTABARAT", 2},
    {"JAKTIM", "JAKARTATIMUR", 2},
    {"JAKPUS", "JAKARTAPUSAT", 2},
    {"JAKUT", "JAKARTAUTARA", 2},
};

typedef struct words {
    char text[BINA_KEY_LENGTH + 2];
    uint8_t start[MAX_WORDS], length[MAX_WORDS];
    int count;
} words;

/* Cuts a name into words of capital letters and digits; an apostrophe joins. */
static void
cut(const char *name, words *w)
{
    size_t n = 0;
    bool inside = false;
    w->count = 0;
    for (; *name != 0 && n < BINA_KEY_LENGTH; name++) {
        char c = *name >= 'a' && *name <= 'z' ? (char)(*name - 32) : *name;
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            if (!inside) {
                if (w->count == MAX_WORDS)
                    break;
                w->start[w->count] = (uint8_t)n;
                w->length[w->count++] = 0;
                inside = true;
            }
            w->text[n++] = c;
            w->length[w->count - 1]++;
        } else if (c == '\'' || c == '`' || (unsigned char)c >= 0x80)
            continue;
        else
            inside = false;
    }
    w->text[n] = 0;
}

static bool
is_word(const words *w, int n, const char *word)
{
    const char *text = w->text + w->start[n];
    return text[0] == word[0] && strncmp(text, word, w->length[n]) == 0 && word[w->length[n]] == 0;
}

static void
append(bina_place_key *key, const char *text, size_t length)
{
    for (size_t i = 0; i < length && key->length < BINA_KEY_LENGTH; i++)
        key->text[key->length++] = text[i];
    key->text[key->length] = 0;
}

/* oe is u, tj is c, dj is j: both spellings of a name get one key. */
static void
respell(bina_place_key *key)
{
    size_t out = 0;
    for (size_t i = 0; i < key->length; i++) {
        char c = key->text[i], next = key->text[i + 1];
        if (c == 'O' && next == 'E') {
            c = 'U';
            i++;
        } else if (c == 'T' && next == 'J') {
            c = 'C';
            i++;
        } else if (c == 'D' && next == 'J') {
            c = 'J';
            i++;
        }
        if (key->bare > out && i >= key->bare)
            key->bare = (unsigned char)out;
        if (key->rest > out && i >= key->rest)
            key->rest = (unsigned char)out;
        key->text[out++] = c;
    }
    key->text[out] = 0;
    key->length = (unsigned char)out;
}

void
bina_place_key_make(const char *name, int level, bina_place_key *key)
{
    words w;
    int n = 0;
    bool spaced = true;
    memset(key, 0, sizeof *key);
    cut(name, &w);
    for (int i = 0; i < w.count; i++)
        spaced = spaced && w.length[i] == 1;
    if (spaced && w.count > 2) {
        append(key, w.text, strlen(w.text));
        return;
    }
    /* Words for the level come first, perhaps several ("Desa/Kel."); a name must be left over. */
    for (; n + 1 < w.count; n++) {
        bool found = false;
        for (size_t i = 0; i < sizeof level_words / sizeof *level_words && !found; i++)
            if (level_words[i].level == level && is_word(&w, n, level_words[i].word)) {
                append(key, level_words[i].word, strlen(level_words[i].word));
                key->says |= level_words[i].says;
                found = true;
            }
        if (!found)
            break;
    }
    key->bare = key->length;
    for (int first = n; n < w.count; n++) {
        if (n == first + 1)
            key->rest = key->length;
        const char *text = w.text + w.start[n];
        size_t length = w.length[n];
        for (size_t i = 0; i < sizeof short_words / sizeof *short_words; i++)
            if (is_word(&w, n, short_words[i].from)) {
                text = short_words[i].to;
                length = strlen(text);
                break;
            }
        append(key, text, length);
    }
    for (size_t i = 0; level <= 2 && i < sizeof nicknames / sizeof *nicknames; i++)
        if (nicknames[i].level == level && strcmp(key->text + key->bare, nicknames[i].from) == 0) {
            key->length = key->bare;
            append(key, nicknames[i].to, strlen(nicknames[i].to));
            break;
        }
    respell(key);
}

int
bina_place_key_distance(const char *a, size_t a_length, const char *b, size_t b_length, int most)
{
    /* Optimal string alignment over three rows of the usual table. */
    int rows[3][BINA_KEY_LENGTH + 2];
    int *two = rows[0], *one = rows[1], *now = rows[2];
    if (a_length > BINA_KEY_LENGTH || b_length > BINA_KEY_LENGTH ||
        (a_length > b_length ? a_length - b_length : b_length - a_length) > (size_t)most)
        return most + 1;
    for (size_t j = 0; j <= b_length; j++)
        one[j] = (int)j;
    for (size_t i = 1; i <= a_length; i++) {
        int least = now[0] = (int)i;
        for (size_t j = 1; j <= b_length; j++) {
            int best = one[j - 1] + (a[i - 1] != b[j - 1]);
            if (one[j] + 1 < best)
                best = one[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                two[j - 2] + 1 < best)
                best = two[j - 2] + 1;
            now[j] = best;
            if (best < least)
                least = best;
        }
        if (least > most)
            return most + 1;
        int *spare = two;
        two = one;
        one = now;
        now = spare;
    }
    return one[b_length] > most ? most + 1 : one[b_length];
}
