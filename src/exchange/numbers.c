#include "exchange/numbers.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exchange/print.h"
#include "exchange/words.h"

/* A decimal number: digits * 10^power. */
typedef struct decimal {
    bool negative, approximate, scientific, doubtful;
    uint64_t digits;
    int power;
} decimal;

bool
bina_number_damaged(const char *text)
{
    size_t digits;

    if (*text == '+' || *text == '-')
        text++;
    digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 3)
        return false;
    text += digits;
    if (*text == '.' || *text == ',')
        text += 1 + strspn(text + 1, "0123456789");
    if (*text != 'e' && *text != 'E')
        return false;
    text++;
    if (*text != '+' && *text != '-')
        return false;
    digits = strspn(text + 1, "0123456789");
    return digits >= 1 && digits <= 3 && text[1 + digits] == '\0';
}

static bool
refuse(bina_verdict *verdict)
{
    return bina_verdict_set(verdict, BINA_ERROR, "number.unreadable", "This is not a number.",
                            "Ini bukan angka.");
}

static bool
too_large(bina_verdict *verdict)
{
    return bina_verdict_set(verdict, BINA_ERROR, "number.size", "The number is too large.",
                            "Angka terlalu besar.");
}

static void
skip_blanks(const char **text)
{
    while (**text == ' ')
        (*text)++;
}

/* Passes over a word if the text begins with it and it ends there. */
static bool
pass_word(const char **text, const char *word)
{
    size_t length = strlen(word);

    if (strncmp(*text, word, length) != 0 ||
        (isalpha((unsigned char)word[length - 1]) && isalpha((unsigned char)(*text)[length])))
        return false;
    *text += length;
    skip_blanks(text);
    return true;
}

static bool
pass_any(const char **text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (pass_word(text, *words))
            return true;
    return false;
}

static void
pass_lead(const char **text, decimal *number)
{
    static const char *const about[] = {"sekitar",    "kurang lebih", "kurang-lebih",
                                        "kira-kira",  "kira kira",    "kl.",
                                        "hampir",     "sedikitnya",   "minimal",
                                        "lebih dari", "kurang dari",  "+/-",
                                        "+-",         "\xC2\xB1",     "~",
                                        ">=",         "<=",           ">",
                                        "<",          "about",        NULL};
    static const char *const silent[] = {"rp.", "rp", "idr", NULL};

    for (;;) {
        if (pass_any(text, about))
            number->approximate = true;
        else if (!pass_any(text, silent))
            return;
    }
}

/* Multiplies by the word behind a number; false when there is something else. */
static bool
pass_tail(const char **text, bool real, decimal *number)
{
    static const struct {
        const char *word;
        int power;
    } times[] = {
        {"ribu", 3}, {"rb.", 3},      {"rb", 3},       {"k", 3},      {"juta", 6},
        {"jt.", 6},  {"jt", 6},       {"miliar", 9},   {"milyar", 9}, {"milliar", 9},
        {"m", 9},    {"triliun", 12}, {"trilyun", 12}, {"t", 12},
    };
    static const char *const silent[] = {",-",  ".-",   ",--",  "rupiah", "orang",
                                         "org", "jiwa", "unit", NULL};
    size_t i;

    skip_blanks(text);
    for (i = 0; i < sizeof(times) / sizeof(times[0]); i++)
        if (pass_word(text, times[i].word)) {
            number->power += times[i].power;
            break;
        }
    if (real && pass_word(text, "%"))
        number->power -= 2;
    if (pass_word(text, "-an")) /* "500 ribu-an" */
        number->approximate = true;
    while (**text != '\0')
        if (!pass_any(text, silent))
            return false;
    return true;
}

/* How the points and commas of a digit run are meant. */
static bool
find_decimal_mark(const char *run, size_t length, bool real, decimal *number, char *mark)
{
    size_t i, points = 0, commas = 0, last = 0, group = 0, first = 0;
    bool threes = true;
    char c;

    *mark = '\0';
    for (i = 0; i < length; i++) {
        c = run[i];
        if (c != '.' && c != ',')
            continue;
        if (points + commas == 0)
            first = i;
        else if (i - last != 4)
            threes = false; /* digits between two marks are no group of three */
        points += c == '.';
        commas += c == ',';
        last = i;
    }
    if (points + commas == 0)
        return true;
    group = length - last - 1;
    if (points > 0 && commas > 0) {
        *mark = run[last];
        return threes && first <= 3 && (run[last] == '.' ? points : commas) == 1;
    }
    if (points + commas > 1) /* "1.500.000" */
        return threes && group == 3 && first <= 3;
    if (group == 3 && first >= 1 && first <= 3 && run[0] != '0' && !real) {
        /* "1.500" is fifteen hundred. So must "1,500" be, where parts of one make no sense. */
        number->doubtful = commas > 0;
        return true;
    }
    *mark = run[last];
    return true;
}

/* Reads "1.500,50", "1.5E+06": digits, marks and exponent. */
static bool
pass_digits(const char **text, bool real, decimal *number)
{
    const char *run = *text, *at;
    size_t length = strspn(run, "0123456789.,");
    char mark, *end;
    bool behind = false;

    /* A mark at the end belongs to what follows: "5.000,-", "2021." */
    while (length > 0 && !isdigit((unsigned char)run[length - 1]))
        length--;
    if (length == 0 || !find_decimal_mark(run, length, real, number, &mark))
        return false;
    for (at = run; at < run + length; at++) {
        if (*at == mark)
            behind = true;
        if (!isdigit((unsigned char)*at))
            continue;
        if (number->digits > (UINT64_MAX - 9) / 10) {
            if (*at != '0' && !behind)
                return false;
            number->power += behind ? 0 : 1;
            continue;
        }
        number->digits = number->digits * 10 + (uint64_t)(*at - '0');
        number->power -= behind;
    }
    *text = run + length;
    if (**text == '.' && !isdigit((unsigned char)(*text)[1]) && (*text)[1] != '-')
        (*text)++;
    if (**text == 'e' &&
        ((*text)[1] == '+' || (*text)[1] == '-' || isdigit((unsigned char)(*text)[1]))) {
        long power = strtol(*text + 1, &end, 10);
        if (power > 99 || power < -99)
            return false;
        number->scientific = true;
        number->power += (int)power;
        *text = end;
    }
    return true;
}

static bool
parse(const char *text, bool real, decimal *number)
{
    char lower[128];
    const char *at = lower;

    memset(number, 0, sizeof(*number));
    if (strlen(text) >= sizeof(lower))
        return false;
    bina_words_lower(text, lower, sizeof(lower));
    pass_lead(&at, number);
    if (*at == '-' || *at == '+') {
        number->negative = *at++ == '-';
        skip_blanks(&at);
        pass_lead(&at, number);
    }
    return pass_digits(&at, real, number) && pass_tail(&at, real, number);
}

static void
warn(const decimal *number, bina_verdict *verdict)
{
    if (number->doubtful)
        bina_verdict_set(verdict, BINA_WARNING, "number.mark",
                         "The comma was read as a mark of thousands.",
                         "Koma dibaca sebagai pemisah ribuan.");
    if (number->scientific)
        bina_verdict_set(verdict, BINA_WARNING, "number.scientific",
                         "A spreadsheet shortened the number; it may have been rounded.",
                         "Angka dipendekkan oleh lembar kerja; mungkin sudah dibulatkan.");
    if (number->approximate)
        bina_verdict_set(verdict, BINA_WARNING, "number.approximate",
                         "The number is said to be approximate.",
                         "Angka disebut sebagai perkiraan.");
}

/* digits * 10^power as an integer; what is behind the point goes to `*rest` (0: nothing). */
static bool
to_integer(uint64_t digits, int power, int64_t *integer, int *rest)
{
    *rest = 0;
    for (; power > 0 && digits > 0; power--) {
        if (digits > INT64_MAX / 10)
            return false;
        digits *= 10;
    }
    for (; power < 0 && digits > 0; power++) {
        /* Of what is cut only the first digit matters for rounding, the others for exactness. */
        *rest = (int)(digits % 10) * 10 + (*rest > 0);
        digits /= 10;
    }
    if (digits > INT64_MAX)
        return false;
    *integer = (int64_t)digits;
    return true;
}

bool
bina_number_read(const char *text, int64_t unit, bool money, int64_t *number, bina_verdict *verdict)
{
    decimal parsed;
    int rest;

    if (!parse(text, false, &parsed))
        return refuse(verdict);
    for (; unit >= 10 && unit % 10 == 0; unit /= 10)
        parsed.power++;
    if (!to_integer(parsed.digits, parsed.power, number, &rest) ||
        (unit > 1 && *number > INT64_MAX / unit))
        return too_large(verdict);
    *number *= unit;
    if (rest > 0 && !money)
        return bina_verdict_set(verdict, BINA_ERROR, "number.whole", "A whole number was expected.",
                                "Seharusnya bilangan bulat.");
    if (rest > 0) {
        if (rest >= 50 && *number < INT64_MAX)
            *number += 1;
        bina_verdict_set(verdict, BINA_WARNING, "money.rounded",
                         "The amount was rounded to whole rupiah.",
                         "Jumlah dibulatkan ke rupiah penuh.");
    }
    if (parsed.negative)
        *number = -*number;
    warn(&parsed, verdict);
    return true;
}

bool
bina_number_read_real(const char *text, double *real, bina_verdict *verdict)
{
    char exact[64];
    decimal parsed;

    if (!parse(text, true, &parsed))
        return refuse(verdict);
    /* Through text, so that the nearest double comes out. */
    snprintf(exact, sizeof(exact), "%s%llue%d", parsed.negative ? "-" : "",
             (unsigned long long)parsed.digits, parsed.power);
    if (!bina_read_real(exact, real))
        return too_large(verdict);
    parsed.scientific = false; /* programs write measured numbers so */
    warn(&parsed, verdict);
    return true;
}
