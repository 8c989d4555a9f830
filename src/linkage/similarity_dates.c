/* How two days differ. */
#include "linkage/similarity.h"

/*
 * Whether two numbers may differ in one digit or by a swap of two neighbours: the difference is
 * then a digit, or nine times one, with zeros behind it. Hardly any two days pass this.
 */
static bool
may_be_one_digit_off(int32_t a, int32_t b)
{
    int32_t apart = a > b ? a - b : b - a;
    while (apart > 9 && apart % 10 == 0)
        apart /= 10;
    return apart <= 9 || (apart <= 81 && apart % 9 == 0);
}

/* True when the eight digits differ in one place, or by a swap of two neighbours. */
static bool
one_digit_off(int32_t a, int32_t b)
{
    if (!may_be_one_digit_off(a, b))
        return false;
    int differing = 0, places[2] = {0, 0};
    int left[8], right[8];
    for (int i = 7; i >= 0; i--, a /= 10, b /= 10) {
        left[i] = (int)(a % 10);
        right[i] = (int)(b % 10);
        if (left[i] == right[i])
            continue;
        if (differing == 2)
            return false;
        places[differing++] = i;
    }
    if (differing == 1)
        return true;
    int hi = places[0], lo = places[1]; /* found from the right */
    return differing == 2 && hi - lo == 1 && left[hi] == right[lo] && left[lo] == right[hi];
}

bina_date_match
bina_compare_dates(int32_t a, int32_t b)
{
    if (a <= 0 || b <= 0)
        return BINA_DATE_DIFFERENT;
    int32_t a_year = a / 10000, a_month = a / 100 % 100, a_day = a % 100;
    int32_t b_year = b / 10000, b_month = b / 100 % 100, b_day = b % 100;
    bool whole = a_month && a_day && b_month && b_day;
    bool months = a_month == b_month || !a_month || !b_month;
    bool days = a_day == b_day || !a_day || !b_day;

    if (a_year == b_year && months && days)
        return BINA_DATE_SAME;
    if (whole && a_year == b_year && a_month == b_day && a_day == b_month)
        return BINA_DATE_SWAPPED;
    if (whole && one_digit_off(a, b))
        return BINA_DATE_ONE_DIGIT;
    if (a_year == b_year)
        return BINA_DATE_SAME_YEAR;
    if (whole && a_month == b_month && a_day == b_day)
        return BINA_DATE_SAME_DAY;
    return BINA_DATE_DIFFERENT;
}
