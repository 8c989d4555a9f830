/* Days and civil dates, after the usual 400-year-cycle arithmetic on years that begin in March. */
#include <bina/value.h>
#include <stdio.h>
#include <string.h>

static bool
leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool
bina_date_from_civil(int year, int month, int day_of_month, int64_t *day)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t era, year_of_era, day_of_year, shifted = year;

    if (year < -9999 || year > 9999 || month < 1 || month > 12 || day_of_month < 1)
        return false;
    if (day_of_month > lengths[month - 1] + (month == 2 && leap(year)))
        return false;
    if (month <= 2)
        shifted--;
    era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    year_of_era = shifted - era * 400;
    day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day_of_month - 1;
    *day = era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
    return true;
}

void
bina_date_to_civil(int64_t day, int *year, int *month, int *day_of_month)
{
    int64_t z = day + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t day_of_era = z - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted_month = (5 * day_of_year + 2) / 153;

    *day_of_month = (int)(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    *month = (int)(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

/* Reads exactly `digits` digits. */
static bool
number(const char **at, int digits, int *out)
{
    int value = 0;

    for (int i = 0; i < digits; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        value = value * 10 + (**at - '0');
    }
    *out = value;
    return true;
}

static bool
read_date(const char **at, int64_t *day)
{
    int year, month, day_of_month;

    if (!number(at, 4, &year) || *(*at)++ != '-' || !number(at, 2, &month) || *(*at)++ != '-' ||
        !number(at, 2, &day_of_month))
        return false;
    return bina_date_from_civil(year, month, day_of_month, day);
}

bool
bina_date_parse(const char *text, int64_t *day)
{
    int64_t read;

    if (text == NULL || strlen(text) != 10 || !read_date(&text, &read))
        return false;
    *day = read;
    return true;
}

char *
bina_date_format(int64_t day, char *text)
{
    static const int64_t first = -4371587, last = 2932896; /* -9999-01-01, 9999-12-31 */
    int year, month, day_of_month;

    bina_date_to_civil(day < first ? first : day > last ? last : day, &year, &month, &day_of_month);
    if (year < 0)
        snprintf(text, 12, "-%04u-%02u-%02u", (unsigned)-year % 10000u, (unsigned)month % 100u,
                 (unsigned)day_of_month % 100u);
    else
        snprintf(text, 12, "%04u-%02u-%02u", (unsigned)year % 10000u, (unsigned)month % 100u,
                 (unsigned)day_of_month % 100u);
    return text;
}

bool
bina_time_parse(const char *text, int64_t *time)
{
    int64_t day;
    int hour, minute, second, milli = 0;

    if (text == NULL || strlen(text) < 19 || !read_date(&text, &day))
        return false;
    if (*text != 'T' && *text != ' ')
        return false;
    text++;
    if (!number(&text, 2, &hour) || *text++ != ':' || !number(&text, 2, &minute) ||
        *text++ != ':' || !number(&text, 2, &second) || hour > 23 || minute > 59 || second > 59)
        return false;
    if (*text == '.') {
        text++;
        if (!number(&text, 3, &milli))
            return false;
    }
    if (*text == 'Z')
        text++;
    if (*text != '\0')
        return false;
    *time = ((day * 24 + hour) * 60 + minute) * 60000 + second * 1000 + milli;
    return true;
}

char *
bina_time_format(int64_t time, char *text)
{
    static const int64_t milliseconds_a_day = 86400000;
    int64_t day = time / milliseconds_a_day, rest = time % milliseconds_a_day;

    if (rest < 0) {
        rest += milliseconds_a_day;
        day--;
    }
    bina_date_format(day, text);
    snprintf(text + strlen(text), 15, "T%02u:%02u:%02u.%03uZ", (unsigned)(rest / 3600000) % 24u,
             (unsigned)(rest / 60000 % 60), (unsigned)(rest / 1000 % 60), (unsigned)(rest % 1000));
    return text;
}
