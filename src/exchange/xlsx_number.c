#include "exchange/xlsx_number.h"
#include <stdio.h>
#include <string.h>
#include <bina/value.h>

enum { KEPT = 40, SHOWN = 15, EXACT = 16 };

/* 0.d1d2d3... * 10^point, with neither end 0; `count` is 0 for nought. */
typedef struct decimal {
    bool negative;
    char digits[KEPT];
    int count, point;
} decimal;

static bool
read_exponent(const char *at, const char *end, int *exponent)
{
    bool negative = at < end && *at == '-';
    int read = 0;

    if (at < end && (*at == '-' || *at == '+'))
        at++;
    if (at == end || end - at > 4)
        return false;
    for (; at < end; at++) {
        if (*at < '0' || *at > '9')
            return false;
        read = read * 10 + (*at - '0');
    }
    *exponent = negative ? -read : read;
    return true;
}

static bool
read_decimal(const char *at, size_t length, decimal *number)
{
    const char *end = at + length;
    bool behind = false, any = false;
    int exponent = 0;

    memset(number, 0, sizeof(*number));
    if (length > 512)
        return false;
    if (at < end && (*at == '-' || *at == '+'))
        number->negative = *at++ == '-';
    for (; at < end; at++) {
        if (*at == '.' && !behind) {
            behind = true;
            continue;
        }
        if (*at < '0' || *at > '9')
            break;
        any = true;
        if (*at == '0' && number->count == 0) {
            number->point -= behind;
            continue;
        }
        number->point += !behind;
        if (number->count < KEPT)
            number->digits[number->count++] = *at;
    }
    if (!any)
        return false;
    if (at < end && ((*at != 'e' && *at != 'E') || !read_exponent(at + 1, end, &exponent)))
        return false;
    number->point += exponent;
    while (number->count > 0 && number->digits[number->count - 1] == '0')
        number->count--;
    if (number->count == 0)
        number->point = 0, number->negative = false;
    return true;
}

/* Rounds to a number of digits, half up, as Excel shows them. */
static void
round_digits(decimal *number, int digits)
{
    bool up;

    if (number->count <= digits)
        return;
    up = number->digits[digits] >= '5';
    number->count = digits;
    while (number->count > 0) {
        char *last = &number->digits[number->count - 1];
        if (up && *last < '9') {
            *last = (char)(*last + 1);
            return;
        }
        if (!up && *last != '0')
            return;
        number->count--;
    }
    if (up) {
        number->digits[number->count++] = '1';
        number->point++;
    }
}

static size_t
print_plain(const decimal *number, char *text)
{
    size_t used = 0;
    int i, last = number->count > number->point ? number->count : number->point;

    if (number->negative)
        text[used++] = '-';
    if (number->point > 21 || number->point < -17) { /* nothing anybody counts */
        text[used++] = number->digits[0];
        if (number->count > 1)
            text[used++] = '.';
        memcpy(text + used, number->digits + 1, (size_t)number->count - 1);
        used += (size_t)number->count - 1;
        return used + (size_t)snprintf(text + used, 8, "E%+d", number->point - 1);
    }
    if (number->point <= 0)
        text[used++] = '0';
    for (i = number->point < 0 ? number->point : 0; i < last; i++) {
        if (i == number->point)
            text[used++] = '.';
        text[used++] = i >= 0 && i < number->count ? number->digits[i] : '0';
    }
    return used;
}

/* ---- Days and times ----------------------------------------------------------------------------
 */

/* Whole days and seconds of a day; false for what is no day a spreadsheet knows. */
static bool
split_day(const decimal *number, int64_t *days, int64_t *seconds)
{
    int64_t part = 0, scale = 1;
    int i;

    *days = 0;
    if (number->negative || number->point > 7)
        return false;
    for (i = 0; i < number->point; i++)
        *days = *days * 10 + (i < number->count ? number->digits[i] - '0' : 0);
    for (i = number->point; i < number->point + 12 && scale < INT64_C(1000000000000); i++) {
        part = part * 10 + (i >= 0 && i < number->count ? number->digits[i] - '0' : 0);
        scale *= 10;
    }
    /* Twelve digits of a day are far below a second; 86,400 times them still fits. */
    *seconds = (part * 86400 + scale / 2) / scale;
    if (*seconds == 86400) {
        *seconds = 0;
        *days += 1;
    }
    return true;
}

static size_t
print_clock(int64_t seconds, char *text)
{
    return (size_t)snprintf(text, 24, "%02lld:%02d:%02d", (long long)(seconds / 3600),
                            (int)(seconds / 60 % 60), (int)(seconds % 60));
}

/* 0 when it is none: negative, beyond the year 9999, the 0th of January 1900 (what a formula makes
   of an empty cell), or the 29th of February 1900, which Excel believes in. */
static size_t
print_day(const decimal *number, bina_shown shown, bool y1904, char *text, bina_grid_cell *cell)
{
    static const int64_t zero_1904 = -24107, zero_1900 = -25568; /* as days since 1970 */
    int64_t days, seconds, day;
    size_t used;

    if (!split_day(number, &days, &seconds))
        return 0;
    cell->kind = BINA_GRID_DATE;
    if (shown == BINA_SHOWN_ELAPSED) {
        cell->kind = BINA_GRID_TEXT;
        return print_clock(days * 86400 + seconds, text);
    }
    if (days == 0 && (shown == BINA_SHOWN_TIME || (shown == BINA_SHOWN_DAY_TIME && !y1904)))
        return print_clock(seconds, text);
    if (!y1904 && (days == 0 || days == 60))
        return 0;
    day = y1904 ? zero_1904 + days : zero_1900 + days - (days > 60);
    if (day > 2932896)
        return 0;
    used = strlen(bina_date_format(day, text));
    if (shown != BINA_SHOWN_DAY && seconds > 0) {
        text[used++] = 'T';
        used += print_clock(seconds, text + used);
    }
    return used;
}

/* ---- Numbers -----------------------------------------------------------------------------------
 */

/* Zeros and what stands in front, for a whole number that is not negative; else 0. */
static size_t
print_padded(const decimal *number, const bina_number_form *form, char *text)
{
    size_t used = strlen(form->lead);
    int missing = (int)form->digits - number->point;

    if (number->negative || number->count > number->point || number->point > EXACT)
        return 0;
    memcpy(text, form->lead, used);
    if (missing > 0)
        memset(text + used, '0', (size_t)missing);
    used += missing > 0 ? (size_t)missing : 0;
    if (number->count == 0)
        return used;
    return used + print_plain(number, text + used);
}

size_t
bina_xlsx_number(const char *raw, size_t length, const bina_number_form *form, bool y1904,
                 char *text, bina_grid_cell *cell)
{
    decimal number;
    size_t used = 0;

    if (!read_decimal(raw, length, &number))
        return 0;
    if (form->shown >= BINA_SHOWN_DAY && form->shown <= BINA_SHOWN_ELAPSED)
        used = print_day(&number, form->shown, y1904, text, cell);
    if (used > 0)
        return used;
    cell->kind = BINA_GRID_NUMBER;
    if (number.point < EXACT || number.count > number.point)
        round_digits(&number, SHOWN);
    /* A zero at the sixteenth digit is Excel's; beyond 2^53 another program's last digit is not to
       be trusted either. */
    if (number.point > EXACT ||
        (number.point == EXACT &&
         (number.count < EXACT || memcmp(number.digits, "9007199254740992", EXACT) > 0)))
        cell->flags |= BINA_GRID_LOST;
    if (form->shown == BINA_SHOWN_PERCENT && number.count > 0)
        number.point += 2;
    if (form->shown == BINA_SHOWN_PADDED)
        used = print_padded(&number, form, text);
    if (used == 0)
        used = print_plain(&number, text);
    if (form->shown == BINA_SHOWN_PERCENT)
        text[used++] = '%';
    return used;
}
