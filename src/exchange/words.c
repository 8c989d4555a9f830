#include "exchange/words.h"
#include <ctype.h>
#include <string.h>
#include "exchange/verdict.h"

bool
bina_verdict_set(bina_verdict *verdict, bina_severity severity, const char *rule,
                 const char *english, const char *indonesian)
{
    if (verdict != NULL && (verdict->rule == NULL || severity == BINA_ERROR)) {
        verdict->rule = rule;
        verdict->severity = severity;
        verdict->english = english;
        verdict->indonesian = indonesian;
    }
    return severity == BINA_WARNING;
}

/* The length of the blank that begins here: ASCII, no-break space, zero-width, byte-order mark. */
static size_t
blank_at(const char *text, size_t left)
{
    const unsigned char *b = (const unsigned char *)text;

    if (b[0] <= ' ' || b[0] == 0x7F)
        return 1;
    if (left >= 2 && b[0] == 0xC2 && b[1] == 0xA0)
        return 2;
    if (left >= 3 && b[0] == 0xE2 && b[1] == 0x80 &&
        (b[2] == 0xAF || (b[2] >= 0x80 && b[2] <= 0x8B)))
        return 3;
    if (left >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF)
        return 3;
    return 0;
}

size_t
bina_words_tidy(const char *text, size_t length, char *out)
{
    size_t used = 0, i = 0, blank, gap = 0;
    bool start = true;

    while (i < length) {
        blank = blank_at(text + i, length - i);
        if (blank > 0) {
            gap += used > 0;
            i += blank;
            continue;
        }
        if (start && text[i] == '\'' && i + 1 < length) {
            start = false;
            i++;
            continue;
        }
        start = false;
        if (gap > 0)
            out[used++] = ' ';
        /* "B U D I  S A R I": where letters are spaced, the wider blank parts the words. */
        if (gap > 1 && used > 1 && out[used - 2] != ' ' && (used == 2 || out[used - 3] == ' ') &&
            (i + 1 >= length || blank_at(text + i + 1, length - i - 1) > 0))
            out[used++] = ' ';
        gap = 0;
        out[used++] = text[i++];
    }
    out[used] = '\0';
    return used;
}

char *
bina_words_lower(const char *text, char *out, size_t room)
{
    size_t i;

    for (i = 0; i + 1 < room && text[i] != '\0'; i++)
        out[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + ('a' - 'A') : text[i]);
    out[i] = '\0';
    return out;
}

static bool
is_one_of(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

bool
bina_words_missing(const char *text)
{
    static const char *const words[] = {
        "n/a",         "n.a.",         "n.a",          "#n/a",
        "nan",         "null",         "none",         "nil",
        "nihil",       "kosong",       "tidak ada",    "tdk ada",
        "tidak punya", "tdk punya",    "belum ada",    "belum punya",
        "tidak tahu",  "tdk tahu",     "(kosong)",     "(blank)",
        "unknown",     "tidak diisi",  "belum diisi",  "belum pilih komoditi",
        "\\n",         "\xE2\x80\x93", "\xE2\x80\x94", NULL,
    };
    char lower[32];

    /* Dashes, dots, question marks and underscores only; and "NA", which in small letters is a
     * name. */
    if (strspn(text, "-._?*/ ") == strlen(text) || strcmp(text, "NA") == 0)
        return true;
    return strlen(text) < sizeof(lower) &&
           is_one_of(bina_words_lower(text, lower, sizeof(lower)), words);
}

bool
bina_words_formula_error(const char *text)
{
    static const char *const words[] = {"#ref!", "#value!", "#name?", "#div/0!",
                                        "#num!", "#null!",  NULL};
    char lower[16];

    return text[0] == '#' && strlen(text) < sizeof(lower) &&
           (is_one_of(bina_words_lower(text, lower, sizeof(lower)), words) ||
            strspn(text, "#") == strlen(text));
}

bool
bina_words_yes_no(const char *text, bool *yes)
{
    static const char *const yes_words[] = {
        "ya",  "y",     "iya",   "yes", "true",         "benar",        "1",
        "ada", "sudah", "punya", "v",   "\xE2\x88\x9A", "\xE2\x9C\x93", NULL};
    static const char *const no_words[] = {
        "tidak", "tdk",       "t",       "no",          "n",         "false", "salah", "0",
        "belum", "tidak ada", "tdk ada", "tidak punya", "belum ada", "bukan", NULL};
    char lower[16];

    if (strlen(text) >= sizeof(lower))
        return false;
    bina_words_lower(text, lower, sizeof(lower));
    *yes = is_one_of(lower, yes_words);
    return *yes || is_one_of(lower, no_words);
}

const char *
bina_words_sex(const char *text)
{
    static const char *const male[] = {"l",         "lk",        "lk.",    "lk2",  "laki",
                                       "laki-laki", "laki laki", "lelaki", "pria", "cowok",
                                       "m",         "male",      NULL};
    static const char *const female[] = {"p",   "pr",    "pr.", "perempuan", "wanita", "w",
                                         "prp", "cewek", "f",   "female",    NULL};
    char lower[16];

    if (strlen(text) >= sizeof(lower))
        return NULL;
    bina_words_lower(text, lower, sizeof(lower));
    return is_one_of(lower, male) ? "male" : is_one_of(lower, female) ? "female" : NULL;
}

int
bina_words_month(const char *text, size_t length)
{
    /* Three letters tell the month, whatever follows; Pebruari and Nopember are older spellings. */
    static const struct {
        char start[4];
        int month;
    } months[] = {
        {"jan", 1}, {"feb", 2},  {"peb", 2},  {"mar", 3},  {"mrt", 3},  {"apr", 4},  {"mei", 5},
        {"may", 5}, {"jun", 6},  {"jul", 7},  {"agu", 8},  {"agt", 8},  {"ags", 8},  {"aug", 8},
        {"sep", 9}, {"okt", 10}, {"oct", 10}, {"nov", 11}, {"nop", 11}, {"des", 12}, {"dec", 12},
    };
    char start[4] = "";
    size_t i;

    if (length < 3 || length > 9)
        return 0;
    for (i = 0; i < length; i++)
        if (!isalpha((unsigned char)text[i]))
            return 0;
    for (i = 0; i < 3; i++)
        start[i] = (char)tolower((unsigned char)text[i]);
    for (i = 0; i < sizeof(months) / sizeof(months[0]); i++)
        if (strcmp(start, months[i].start) == 0)
            return months[i].month;
    return 0;
}
