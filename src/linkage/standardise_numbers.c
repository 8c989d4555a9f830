/* Phones, population numbers, identifiers, days and quantities. */
#include "linkage/standardise_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits with an exponent: what a spreadsheet leaves of a long number (8.52E+10). */
static bool
spreadsheet_damage(const bina_writer *folded)
{
    const char *e = memchr(folded->text, 'e', folded->length);
    if (e == NULL || e == folded->text || !is_digit(e[-1]))
        return false;
    for (const char *c = folded->text; c < e; c++) {
        if (!is_digit(*c) && *c != '.' && *c != ',' && *c != ' ')
            return false;
    }
    e++;
    if (*e == '+')
        e++;
    return is_digit(*e);
}

/* One digit over and over, or the digits counted up or down: typed to fill a required box. */
static bool
placeholder(const char *digits, size_t length)
{
    int first = length > 1 ? (digits[1] - digits[0] + 10) % 10 : 0;

    for (size_t i = 2; i < length; i++)
        if ((digits[i] - digits[i - 1] + 10) % 10 != first)
            return false;
    return length > 0 && (first == 0 || first == 1 || first == 9);
}

static void
store_text(bina_profile profile, const char *text, size_t length, bina_standard *out)
{
    bina_writer made, marked;
    bina_core core;
    if (out->brief) {
        out->length = (uint16_t)(length < BINA_STANDARD_TEXT ? length : 0);
        memcpy(out->text, text, out->length);
        out->text[out->length] = '\0';
        return;
    }
    core.count = 0;
    bina_writer_clear(&made);
    bina_writer_clear(&marked);
    bina_core_add(&core, bina_writer_word(&made, text, length));
    bina_writer_word(&marked, text, length);
    bina_standard_finish(profile, &made, &marked, &core, out);
    out->key_count = 0; /* numbers have no sound */
}

/* How many digits the calling code of a country has (ITU-T E.164): 1, 7, 44, 62, 353. */
static size_t
calling_code(const char *digits)
{
    static const char *const two[] = {"",         "",        "07", "0123469", "013456789",
                                      "12345678", "0123456", "",   "12346",   "0123458"};

    if (digits[0] == '1' || digits[0] == '7')
        return 1;
    return strchr(two[digits[0] - '0'], digits[1]) != NULL ? 2 : 3;
}

/* One telephone number in national form; 0 when it is none. */
static size_t
national(bina_profile profile, const char *digits, size_t length, bool plus, char to[24])
{
    size_t made = 0;
    if (length > 2 && digits[0] == '0' && digits[1] == '0') {
        digits += 2; /* 0062... */
        length -= 2;
        plus = true;
    }
    if (profile == BINA_PROFILE_INDONESIA) {
        if (length > 9 && memcmp(digits, "62", 2) == 0 &&
            (plus || digits[2] == '8' || digits[2] == '0' || length > 11)) {
            digits += 2;
            length -= 2;
            if (digits[0] == '0') {
                digits++;
                length--;
            }
            to[made++] = '0';
        } else if (digits[0] == '8' && length >= 9 && length <= 12) {
            to[made++] = '0'; /* a spreadsheet ate the nought */
        }
    } else {
        /* "+44 20 7946 0958" and "(020) 7946 0958": the country and the nought tell no more. */
        size_t code = plus && length > 8 ? calling_code(digits) : 0;
        digits += code;
        length -= code;
        if (length > 6 && digits[0] == '0') {
            digits++;
            length--;
        }
    }
    if (length < 5 || length > 15)
        return 0;
    memcpy(to + made, digits, length);
    made += length;
    bool mobile = made > 4 && to[0] == '0' && to[1] == '8';
    if (placeholder(to, made) || placeholder(to + 1, made - 1) ||
        (mobile && made > 8 && placeholder(to + 4, made - 4)) ||
        (mobile && memcmp(to + 1, "812345678", made < 10 ? made - 1 : 9) == 0))
        return 0;
    return made;
}

/*
 * Reads the numbers of one cell. "0812 0000 1111", "(0335) 803735" and "0335 - 12556" are one;
 * a slash, comma, semicolon or word between digits begins another.
 */
void
bina_standard_phone(bina_profile profile, bina_writer *folded, bina_standard *out)
{
    if (spreadsheet_damage(folded)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    char digits[20], first[24], other[24];
    size_t length = 0, first_length = 0, other_length = 0;
    bool plus = false, any = false;
    for (size_t i = 0; i <= folded->length; i++) {
        char c = i < folded->length ? folded->text[i] : ';';
        if (is_digit(c)) {
            any = true;
            if (length < sizeof digits)
                digits[length++] = c;
            continue;
        }
        if (c == '+') {
            plus = length == 0 ? true : plus;
            continue;
        }
        bool parts = c == '/' || c == ',' || c == ';' || c == '&' || (c >= 'a' && c <= 'z');
        if (!parts || (c == '/' && length < 5))
            continue; /* 310/246-1501: an area code */
        if (length >= 5 && first_length == 0)
            first_length = national(profile, digits, length, plus, first);
        else if (length >= 5 && other_length == 0)
            other_length = national(profile, digits, length, plus, other);
        length = 0;
        plus = false;
    }
    if (first_length == 0) {
        out->flags |= any ? BINA_STANDARD_DAMAGED : 0;
        return;
    }
    store_text(profile, first, first_length, out);
    memcpy(out->core, other, other_length);
    out->core[other_length] = '\0';
    out->core_length = (uint16_t)other_length;
}

static int32_t
two(const char *digits)
{
    return (digits[0] - '0') * 10 + (digits[1] - '0');
}

/*
 * 16 digits: region 6, day (women +40), month, year, serial 4. Only the shape can be tested, as
 * there is no check digit; the century is guessed: a year after 16 is of the last one (nobody
 * younger than a school child runs an enterprise).
 */
void
bina_standard_nik(bina_writer *folded, bina_standard *out)
{
    char digits[20];
    size_t length = 0;
    for (size_t i = 0; i < folded->length; i++) {
        char c = folded->text[i];
        if (is_digit(c) && length < sizeof digits)
            digits[length++] = c;
        else if (c >= 'a' && c <= 'z' && length > 0)
            length = sizeof digits; /* letters inside: not a number any more */
    }
    /* Spreadsheets keep 15 digits and fill up with noughts: the serial is lost. */
    bool rounded = length == 16 && memcmp(digits + 12, "0000", 4) == 0;
    if (length != 16 || rounded || spreadsheet_damage(folded) || placeholder(digits, 16) ||
        (digits[0] == '0')) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    store_text(BINA_PROFILE_INDONESIA, digits, 16, out);
    int32_t day = two(digits + 6), month = two(digits + 8), year = two(digits + 10);
    bool woman = day > 40;
    if (woman)
        day -= 40;
    if (day < 1 || day > 31 || month < 1 || month > 12 || two(digits) < 11) {
        out->flags |= BINA_STANDARD_SUSPICIOUS;
        return;
    }
    out->flags |= woman ? BINA_STANDARD_FEMALE : BINA_STANDARD_MALE;
    out->date = ((year > 16 ? 1900 : 2000) + year) * 10000 + month * 100 + day;
}

/* Where a site's own name begins: http://www.ukir.id and ukir.id are one site. */
static size_t
after_scheme(const char *text)
{
    static const char *const openings[] = {"http://", "https://", "www."};
    size_t at = 0;

    for (size_t i = 0; i < BINA_LEXICON_COUNT(openings); i++)
        if (strncmp(text + at, openings[i], strlen(openings[i])) == 0)
            at += strlen(openings[i]);
    return at;
}

void
bina_standard_identifier(bool real, bina_writer *folded, bina_standard *out)
{
    bina_writer made;
    size_t digits = 0;
    bina_writer_clear(&made);
    if (spreadsheet_damage(folded)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    for (size_t i = after_scheme(folded->text); i < folded->length; i++) {
        char c = folded->text[i];
        bool letter = (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80 || c == '@';
        if (!letter && !is_digit(c))
            continue;
        digits += is_digit(c);
        made.text[made.length++] = c;
    }
    made.text[made.length] = '\0';
    if (real && digits == made.length && digits >= 6 && placeholder(made.text, made.length)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    store_text(BINA_PROFILE_GENERIC, made.text, made.length, out);
}

static int32_t
month_of(const bina_word *word)
{
    static const struct {
        char name[4];
        int8_t month;
    } months[] = {
        {"jan", 1},  {"feb", 2},  {"peb", 2},  {"mar", 3},  {"apr", 4},  {"mei", 5},  {"may", 5},
        {"jun", 6},  {"jul", 7},  {"agu", 8},  {"ags", 8},  {"agt", 8},  {"aug", 8},  {"sep", 9},
        {"okt", 10}, {"oct", 10}, {"nov", 11}, {"nop", 11}, {"des", 12}, {"dec", 12},
    };
    for (size_t i = 0; word->length >= 3 && i < BINA_LEXICON_COUNT(months); i++) {
        if (memcmp(word->text, months[i].name, 3) == 0)
            return months[i].month;
    }
    return 0;
}

static int32_t
number_in(const bina_word *word)
{
    int32_t value = 0;
    if (word->length > 8)
        return -1;
    for (size_t i = 0; i < word->length; i++) {
        if (!is_digit(word->text[i]))
            return -1;
        value = value * 10 + (word->text[i] - '0');
    }
    return word->length ? value : -1;
}

static void
write_digits(char *to, int32_t number, int digits)
{
    while (digits-- > 0) {
        to[digits] = (char)('0' + number % 10);
        number /= 10;
    }
}

static bool
set_date(int32_t year, int32_t month, int32_t day, bina_standard *out)
{
    if (year < 100 && year >= 0)
        year += year > 30 ? 1900 : 2000;
    if (year < 1000 || year > 2999 || month < 0 || month > 12 || day < 0 || day > 31)
        return false;
    if (month == 0)
        day = 0;
    char text[10];
    write_digits(text, year, 4);
    text[4] = text[7] = '-';
    write_digits(text + 5, month, 2);
    write_digits(text + 8, day, 2);
    store_text(BINA_PROFILE_GENERIC, text, month == 0 ? 4 : day == 0 ? 7 : 10, out);
    out->date = year * 10000 + month * 100 + day;
    return true;
}

/* Three numbers in the order they stand: year first, or day first unless that cannot be. */
static bool
three_numbers(const int32_t n[3], size_t first_length, bina_standard *out)
{
    if (first_length == 4)
        return n[1] > 12 ? set_date(n[0], n[2], n[1], out) : set_date(n[0], n[1], n[2], out);
    if (n[1] > 12)
        return set_date(n[2], n[0], n[1], out); /* month first, as in America */
    return set_date(n[2], n[1], n[0], out);
}

/* "1971-06-24", "19710624", "24/6/71", "24 Juni 1971", "Selong, 24-06-1971", "1971". */
void
bina_standard_date(bina_profile profile, bina_writer *folded, bina_standard *out)
{
    bina_words words;
    (void)profile;
    bina_split(folded, true, &words);
    int32_t n[3] = {0, 0, 0}, month = 0;
    size_t count = 0, first_length = 0;
    for (size_t i = 0; i < words.count && count < 3; i++) {
        const bina_word *word = &words.at[i];
        int32_t value = number_in(word);
        if (value >= 0) {
            first_length = count == 0 ? word->length : first_length;
            n[count++] = value;
        } else if (month == 0 && (count > 0 || words.count <= 3)) {
            month = month_of(word);
        }
        if (count == 2 && month > 0)
            break;
    }
    bool good = false;
    if (count == 1 && first_length == 8 && n[0] >= 10000000) {
        int32_t year = n[0] / 10000, middle = n[0] / 100 % 100, last = n[0] % 100;
        good = year >= 1000 && year <= 2999 && middle <= 12 && last <= 31
                   ? set_date(year, middle, last, out)
                   : set_date(n[0] % 10000, n[0] / 10000 % 100, n[0] / 1000000, out);
    } else if (count == 1 && first_length == 4) {
        good = set_date(n[0], month, 0, out);
    } else if (count >= 2 && month > 0) {
        good =
            first_length == 4 ? set_date(n[0], month, n[1], out) : set_date(n[1], month, n[0], out);
    } else if (count == 3) {
        good = three_numbers(n, first_length, out);
    } else if (count == 2) {
        good = first_length == 4 ? set_date(n[0], n[1], 0, out) : set_date(n[1], n[0], 0, out);
    }
    if (!good)
        out->flags |= BINA_STANDARD_DAMAGED;
}

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

void
bina_standard_number(bina_profile profile, bina_writer *folded, bina_standard *out)
{
    const char *text = folded->text;
    size_t start = 0;
    while (start < folded->length && !is_digit(text[start]))
        start++;
    if (start == folded->length) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    size_t end = start;
    while (is_digit(text[end]) ||
           ((text[end] == '.' || text[end] == ',') && is_digit(text[end + 1])))
        end++;
    bool negative = start > 0 && text[start - 1] == '-' &&
                    !(start > 1 && (text[start - 2] == '/' || text[start - 2] == '+'));
    char sign = decimal_sign(profile, text + start, end - start);
    double value = 0.0, place = 1.0;
    bool fraction = false;
    for (size_t i = start; i < end; i++) {
        if (is_digit(text[i])) {
            value = value * 10 + (text[i] - '0');
            place *= fraction ? 10 : 1;
        } else if (text[i] == sign) {
            fraction = true;
        }
    }
    value /= place;
    if (text[end] == 'e' &&
        (text[end + 1] == '+' || text[end + 1] == '-' || is_digit(text[end + 1]))) {
        long power = strtol(text + end + 1, NULL, 10);
        for (; power > 0 && power < 400; power--)
            value *= 10;
        for (; power < 0 && power > -400; power++)
            value /= 10;
    } else {
        while (text[end] == ' ')
            end++;
        size_t word = end;
        while (text[end] >= 'a' && text[end] <= 'z')
            end++;
        double by = multiplier(text + word, end - word);
        value *= by > 0 ? by : 1;
    }
    if (!(value <= 1e300)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    char made[40];
    store_text(profile, made, write_number(negative && value != 0, value, made), out);
    out->number = negative ? -value : value;
}
