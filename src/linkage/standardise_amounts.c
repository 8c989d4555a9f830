/* Numbers that say how much: digits, signs, thousands, words of size. */
#include "linkage/standardise_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How much the word after a number multiplies it by; 0 when it does not. */
static double
multiplier(const char *word, size_t length)
{
    static const struct {
        const char *word;
        double by;
    } words[] = {
        {"ribu", 1e3},     {"rb", 1e3},       {"k", 1e3},        {"juta", 1e6},    {"jt", 1e6},
        {"m", 1e9},        {"miliar", 1e9},   {"milyar", 1e9},   {"mlyr", 1e9},    {"t", 1e12},
        {"triliun", 1e12}, {"trilyun", 1e12}, {"thousand", 1e3}, {"million", 1e6},
    };
    for (size_t i = 0; i < BINA_LEXICON_COUNT(words); i++) {
        if (strlen(words[i].word) == length && memcmp(words[i].word, word, length) == 0)
            return words[i].by;
    }
    return 0;
}

/*
 * Which of '.' and ',' is the decimal sign: the last one when both occur; a sign that occurs
 * twice groups thousands; a single one before three digits groups them too when it is the
 * profile's thousands sign; else it is decimal.
 */
static char
decimal_sign(bina_profile profile, const char *text, size_t length)
{
    char thousands = profile == BINA_PROFILE_INDONESIA ? '.' : ',';
    size_t dots = 0, commas = 0, after = 0;
    char last = '\0';
    for (size_t i = 0; i < length; i++) {
        dots += text[i] == '.';
        commas += text[i] == ',';
        if (text[i] == '.' || text[i] == ',') {
            last = text[i];
            after = 0;
        } else {
            after++;
        }
    }
    if (last == '\0' || (dots && commas))
        return last;
    if (dots + commas > 1 || (last == thousands && after == 3))
        return '\0';
    return last;
}

/* Twelve digits of a value of no sign and its sign; returns how many bytes. */
static size_t
write_number(bool negative, double value, char made[40])
{
    if (value < 1e12 && value == (double)(int64_t)value) {
        char digits[16];
        size_t at = sizeof digits;
        int64_t rest = (int64_t)value;
        do
            digits[--at] = (char)('0' + rest % 10);
        while ((rest /= 10) > 0);
        if (negative)
            digits[--at] = '-';
        memcpy(made, digits + at, sizeof digits - at);
        return sizeof digits - at;
    }
    int length = snprintf(made, 40, "%s%.12g", negative ? "-" : "", value);
    char *comma = memchr(made, ',', (size_t)length);
    if (comma != NULL)
        *comma = '.'; /* the program may have set a locale */
    return (size_t)length;
}

/* The digits from `start` to `end`, of which one sign may be decimal. */
static double
read_digits(bina_profile profile, const char *text, size_t start, size_t end)
{
    char sign = decimal_sign(profile, text + start, end - start);
    double value = 0.0, place = 1.0;
    bool fraction = false;

    for (size_t i = start; i < end; i++) {
        if (bina_is_digit(text[i])) {
            value = value * 10 + (text[i] - '0');
            place *= fraction ? 10 : 1;
        } else if (text[i] == sign) {
            fraction = true;
        }
    }
    return value / place;
}

/* What stands behind the digits: a power of ten, or a word of size. */
static double
scale(double value, const char *behind)
{
    if (behind[0] == 'e' && (behind[1] == '+' || behind[1] == '-' || bina_is_digit(behind[1]))) {
        long power = strtol(behind + 1, NULL, 10);
        /* Past these a number of a text's length is nothing, or more than there is. */
        power = power > 2000 ? 2000 : power < -2000 ? -2000 : power;
        for (; power > 0; power--)
            value *= 10;
        for (; power < 0; power++)
            value /= 10;
        return value;
    }
    while (*behind == ' ')
        behind++;
    size_t length = 0;
    while (behind[length] >= 'a' && behind[length] <= 'z')
        length++;
    double by = multiplier(behind, length);
    return by > 0 ? value * by : value;
}

void
bina_standard_number(bina_profile profile, bina_writer *folded, bina_standard *out)
{
    const char *text = folded->text;
    size_t start = 0;
    while (start < folded->length && !bina_is_digit(text[start]))
        start++;
    if (start == folded->length) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    size_t end = start;
    while (bina_is_digit(text[end]) ||
           ((text[end] == '.' || text[end] == ',') && bina_is_digit(text[end + 1])))
        end++;
    bool negative = start > 0 && text[start - 1] == '-' &&
                    !(start > 1 && (text[start - 2] == '/' || text[start - 2] == '+'));
    double value = scale(read_digits(profile, text, start, end), text + end);
    if (!(value <= 1e300)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    char made[40];
    bina_standard_finish_code(profile, made, write_number(negative && value != 0, value, made),
                              out);
    out->number = negative ? -value : value;
}
