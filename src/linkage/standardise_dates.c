/* Days, months and years, in whichever order they were written. */
#include "linkage/standardise_parts.h"

#include <string.h>

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
        if (!bina_is_digit(word->text[i]))
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
    bina_standard_finish_code(BINA_PROFILE_GENERIC, text, month == 0 ? 4 : day == 0 ? 7 : 10, out);
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
