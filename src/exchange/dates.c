#include "exchange/dates.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "exchange/words.h"

/* 1970-01-01 in Excel's count, which takes 1900 for a leap year (as Lotus 1-2-3 did). */
#define EXCEL_EPOCH 25569

static bool
no_date(bina_verdict *verdict)
{
    return bina_verdict_set(verdict, BINA_ERROR, "date.unreadable",
                            "This is not a date; write it as 2020-12-31 or 31/12/2020.",
                            "Ini bukan tanggal; tulis seperti 2020-12-31 atau 31/12/2020.");
}

static bool
no_such_day(bina_verdict *verdict)
{
    return bina_verdict_set(verdict, BINA_ERROR, "date.day", "There is no such day.",
                            "Tidak ada hari seperti itu.");
}

/* One piece of a date: a number or a month's name. */
typedef struct piece {
    int number, digits, month;
} piece;

/* Splits into at most three pieces; anything behind a third (a time of day) is looked at by shape.
 */
static int
split(const char *text, piece pieces[3], const char **rest)
{
    int count = 0;
    size_t length;

    memset(pieces, 0, 3 * sizeof(*pieces));
    while (count < 3) {
        text += strspn(text, " ,./-");
        length = strspn(text, "0123456789");
        if (length > 0) {
            if (length > 8)
                return -1;
            pieces[count].digits = (int)length;
            pieces[count].number = (int)strtol(text, NULL, 10);
        } else {
            while (isalpha((unsigned char)text[length]))
                length++;
            if (length == 0)
                break;
            pieces[count].month = bina_words_month(text, length);
            if (pieces[count].month == 0 && count > 0)
                return -1;
            if (pieces[count].month == 0)
                count--; /* a weekday in front */
        }
        count++;
        text += length;
    }
    *rest = text;
    return count;
}

/* Whether what follows a date is nothing, or a time of day: "00:00:00", "T10:15Z", "7:00 WITA". */
static bool
is_time_or_nothing(const char *text)
{
    text += strspn(text, " ,.");
    if (*text == 'T')
        text++;
    if (*text == '\0')
        return true;
    return isdigit((unsigned char)*text) && strchr(text, ':') != NULL && strlen(text) < 24 &&
           strspn(text, "0123456789:.+ ZWIBTAPMpam") == strlen(text);
}

static int
full_year(const piece *year, bina_verdict *verdict)
{
    if (year->digits > 2)
        return year->number;
    bina_verdict_set(verdict, BINA_WARNING, "date.century",
                     "The year has two digits; the century was guessed.",
                     "Tahun hanya dua angka; abadnya diduga.");
    return year->number < 30 ? 2000 + year->number : 1900 + year->number;
}

static bool
from_serial(const piece *piece_of, int64_t *day, bina_verdict *verdict)
{
    /* From 1927 to 2119; anything else is no day anybody would put on a list. */
    if (piece_of->digits != 5 || piece_of->number < 10000 || piece_of->number > 80000)
        return no_date(verdict);
    *day = piece_of->number - EXCEL_EPOCH;
    bina_verdict_set(verdict, BINA_WARNING, "date.serial",
                     "A plain number was read as a spreadsheet's count of days.",
                     "Angka polos dibaca sebagai hitungan hari lembar kerja.");
    return true;
}

static bool
from_numbers(const piece pieces[3], bina_date_order order, int64_t *day, bina_verdict *verdict)
{
    bool month_first = order == BINA_DATE_MDY;
    int year, first = pieces[0].number, second = pieces[1].number;

    if (pieces[0].digits == 4 || (order == BINA_DATE_YMD && pieces[2].digits <= 2)) {
        if (pieces[2].digits > 2)
            return no_date(verdict);
        year = full_year(&pieces[0], verdict);
        return bina_date_from_civil(year, second, pieces[2].number, day) || no_such_day(verdict);
    }
    if (pieces[2].digits != 2 && pieces[2].digits != 4)
        return no_date(verdict);
    year = full_year(&pieces[2], verdict);
    if ((month_first ? first : second) > 12 && (month_first ? second : first) <= 12) {
        month_first = !month_first;
        bina_verdict_set(verdict, BINA_WARNING, "date.order",
                         "Day and month stand the other way round than elsewhere.",
                         "Hari dan bulan tertukar urutannya.");
    }
    return bina_date_from_civil(year, month_first ? first : second, month_first ? second : first,
                                day) ||
           no_such_day(verdict);
}

bool
bina_date_read(const char *text, bina_date_order order, int64_t *day, bina_verdict *verdict)
{
    piece pieces[3];
    const char *rest;
    int count = split(text, pieces, &rest);

    /* "44196" and "44196.0", and "44196.25" for six o'clock of that day. */
    if (count >= 1 && pieces[0].digits == 5 && strspn(text, "0123456789.,") == strlen(text) &&
        count <= 2)
        return from_serial(&pieces[0], day, verdict);
    if (count != 3 || !is_time_or_nothing(rest))
        return no_date(verdict);
    if (pieces[0].digits > 0 && pieces[1].digits > 0 && pieces[2].digits > 0)
        return from_numbers(pieces, order, day, verdict);
    if (pieces[1].month > 0 && pieces[0].digits == 4 && pieces[2].digits > 0)
        return bina_date_from_civil(pieces[0].number, pieces[1].month, pieces[2].number, day) ||
               no_such_day(verdict);
    if (pieces[1].month > 0 && pieces[0].digits > 0 && pieces[2].digits >= 2)
        return bina_date_from_civil(full_year(&pieces[2], verdict), pieces[1].month,
                                    pieces[0].number, day) ||
               no_such_day(verdict);
    if (pieces[0].month > 0 && pieces[1].digits > 0 && pieces[2].digits >= 2)
        return bina_date_from_civil(full_year(&pieces[2], verdict), pieces[0].month,
                                    pieces[1].number, day) ||
               no_such_day(verdict);
    return no_date(verdict);
}

bool
bina_year_find(const char *text, int64_t least, int64_t greatest, int64_t *year,
               bina_verdict *verdict)
{
    int found = 0;
    bool words = false;
    size_t length;

    while (*text != '\0') {
        length = strspn(text, "0123456789");
        if (length == 4 && strtol(text, NULL, 10) >= least && strtol(text, NULL, 10) <= greatest) {
            *year = strtol(text, NULL, 10);
            found++;
        } else if (length > 4) {
            return false;
        } else if (length == 0) {
            while (isalpha((unsigned char)text[length]))
                length++;
            words = words || (length > 0 && bina_words_month(text, length) == 0);
            length += length == 0;
        }
        text += length;
    }
    if (found == 1 && words)
        bina_verdict_set(verdict, BINA_WARNING, "date.year",
                         "The year was taken out of a longer text.",
                         "Tahun diambil dari teks yang lebih panjang.");
    return found == 1;
}
