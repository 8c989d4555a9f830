#include "register/period.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <bina/value.h>
#include "base/text.h"

/* The number behind one of the words for a part of the year; 0 when there is none. */
static int
part_of(const char *text, const char *const *words, int most)
{
    for (; *words != NULL; words++) {
        const char *at = text, *word = *words;
        while (*word != '\0' && toupper((unsigned char)*at) == *word) {
            at++;
            word++;
        }
        while (*at == ' ')
            at++;
        if (*word == '\0' && at[0] >= '1' && at[0] <= '0' + most && at[1] == '\0')
            return at[0] - '0';
    }
    return 0;
}

bool
bina_period_read(const char *text, bina_period *period)
{
    static const char *const halves[] = {"H", "S", "SEMESTER", "SMT", NULL};
    static const char *const quarters[] = {"Q", "TW", "TRIWULAN", NULL};
    int year, part, first = 1, months = 12;
    const char *rest;

    if (text == NULL)
        return false;
    for (int i = 0; i < 4; i++)
        if (!isdigit((unsigned char)text[i]))
            return false;
    year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
    rest = text + 4;
    while (*rest == '-' || *rest == ' ' || *rest == '/')
        rest++;
    (void)snprintf(period->name, sizeof period->name, "%04d", year);
    if ((part = part_of(rest, halves, 2)) > 0) {
        (void)snprintf(period->name, sizeof period->name, "%04d-H%d", year, part);
        months = 6;
    } else if ((part = part_of(rest, quarters, 4)) > 0) {
        (void)snprintf(period->name, sizeof period->name, "%04d-Q%d", year, part);
        months = 3;
    } else if (isdigit((unsigned char)rest[0]) && isdigit((unsigned char)rest[1]) &&
               rest[2] == '\0' && rest > text + 4) {
        part = (rest[0] - '0') * 10 + rest[1] - '0';
        if (part < 1 || part > 12)
            return false;
        (void)snprintf(period->name, sizeof period->name, "%04d-%02d", year, part);
        months = 1;
    } else if (text[4] != '\0') {
        return false;
    } else {
        part = 1;
    }
    first += (part - 1) * months;
    if (year < 1945 || year > 2200)
        return false;
    if (!bina_date_from_civil(year, first, 1, &period->from))
        return false;
    first += months;
    if (!bina_date_from_civil(first > 12 ? year + 1 : year, first > 12 ? 1 : first, 1, &period->to))
        return false;
    period->to--;
    return true;
}
