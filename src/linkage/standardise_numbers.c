/* Numbers that name someone or something: phones, population numbers, identifiers. */
#include "linkage/standardise_parts.h"

#include <string.h>

/* Digits with an exponent: what a spreadsheet leaves of a long number (8.52E+10). */
static bool
is_spreadsheet_damage(const bina_writer *folded)
{
    const char *e = memchr(folded->text, 'e', folded->length);
    if (e == NULL || e == folded->text || !bina_is_digit(e[-1]))
        return false;
    for (const char *c = folded->text; c < e; c++) {
        if (!bina_is_digit(*c) && *c != '.' && *c != ',' && *c != ' ')
            return false;
    }
    e++;
    if (*e == '+')
        e++;
    return bina_is_digit(*e);
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
    return made + length;
}

static bool
is_filler_phone(const char *digits, size_t length)
{
    bool mobile = length > 4 && digits[0] == '0' && digits[1] == '8';

    return placeholder(digits, length) || placeholder(digits + 1, length - 1) ||
           (mobile && length > 8 && placeholder(digits + 4, length - 4)) ||
           (mobile && memcmp(digits + 1, "812345678", length < 10 ? length - 1 : 9) == 0);
}

bool
bina_is_filler(bina_role role, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!bina_is_digit(text[i]))
            return false;
    if (length < 5)
        return false;
    switch (role) {
    case BINA_ROLE_PHONE:
        return is_filler_phone(text, length);
    case BINA_ROLE_NIK:
        return placeholder(text, length);
    case BINA_ROLE_IDENTIFIER:
        return length >= 6 && placeholder(text, length);
    default:
        return false;
    }
}

/* Whether a number says nothing as it stands: a brief reader goes by how often it is there. */
static bool
says_nothing(bina_role role, const char *text, size_t length, const bina_standard *out)
{
    return !out->brief && bina_is_filler(role, text, length);
}

/* The number of a cell that is next: in national form, unless it says nothing. */
static size_t
next_phone(bina_profile profile, const char *digits, size_t length, bool plus, char to[24],
           const bina_standard *out)
{
    size_t made = length >= 5 ? national(profile, digits, length, plus, to) : 0;

    return made > 0 && says_nothing(BINA_ROLE_PHONE, to, made, out) ? 0 : made;
}

/*
 * Reads the numbers of one cell. "0812 0000 1111", "(0335) 803735" and "0335 - 12556" are one;
 * a slash, comma, semicolon or word between digits begins another.
 */
void
bina_standard_phone(bina_profile profile, bina_writer *folded, bina_standard *out)
{
    if (is_spreadsheet_damage(folded)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    char digits[20], number[24], first[24], other[24];
    size_t length = 0, made, first_length = 0, other_length = 0;
    bool plus = false, any = false;
    for (size_t i = 0; i <= folded->length; i++) {
        char c = i < folded->length ? folded->text[i] : ';';
        if (bina_is_digit(c)) {
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
        made = next_phone(profile, digits, length, plus, number, out);
        if (first_length == 0 || (made > 0 && bina_is_filler(BINA_ROLE_PHONE, first, first_length)))
            memcpy(first, number, first_length = made);
        else if (other_length == 0)
            memcpy(other, number, other_length = made);
        length = 0;
        plus = false;
    }
    if (first_length == 0) {
        out->flags |= any ? BINA_STANDARD_DAMAGED : 0;
        return;
    }
    bina_standard_finish_code(profile, first, first_length, out);
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
        if (bina_is_digit(c) && length < sizeof digits)
            digits[length++] = c;
        else if (c >= 'a' && c <= 'z' && length > 0)
            length = sizeof digits; /* letters inside: not a number any more */
    }
    /* Spreadsheets keep 15 digits and fill up with noughts: the serial is lost. */
    bool rounded = length == 16 && memcmp(digits + 12, "0000", 4) == 0;
    if (length != 16 || rounded || is_spreadsheet_damage(folded) || digits[0] == '0' ||
        says_nothing(BINA_ROLE_NIK, digits, 16, out)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    bina_standard_finish_code(BINA_PROFILE_INDONESIA, digits, 16, out);
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
    if (is_spreadsheet_damage(folded)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    for (size_t i = after_scheme(folded->text); i < folded->length; i++) {
        char c = folded->text[i];
        bool letter = (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80 || c == '@';
        if (!letter && !bina_is_digit(c))
            continue;
        digits += bina_is_digit(c);
        made.text[made.length++] = c;
    }
    made.text[made.length] = '\0';
    if (real && says_nothing(BINA_ROLE_IDENTIFIER, made.text, made.length, out)) {
        out->flags |= BINA_STANDARD_DAMAGED;
        return;
    }
    bina_standard_finish_code(BINA_PROFILE_GENERIC, made.text, made.length, out);
}
