/* What of a list may be shown to whoever gets the page into their hands. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/model.h>
#include "base/text.h"
#include "page/look.h"
#include "page/words.h"

/* Digits of a telephone or of any number of identity, at least. */
enum { TELLING = 9, SHOWN = 3 };

#define DOTS "•••"

/*
 * The bytes of a sign that people write between digits; 0 when it is none. Programs make other
 * spaces and dashes of those that were typed.
 */
static size_t
between_at(const char *text)
{
    static const char *const wide[] = {"\u00A0", "\u202F", "\u2212"};

    if (text[0] != '\0' && strchr(" .-/()+,_\t\n'", text[0]) != NULL)
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    if (strncmp(text, "\xE2\x80", 2) == 0) {
        unsigned char last = (unsigned char)text[2];
        /* U+2000 to U+200B, U+2010 to U+2015 */
        if ((last >= 0x80 && last <= 0x8B) || (last >= 0x90 && last <= 0x95))
            return 3;
    }
    return 0;
}

/* The end of the digits that begin at `at`, with at most two signs between two of them. */
static size_t
end_of_run(const char *text, size_t at, int *digits)
{
    size_t end = at, sign;

    *digits = 0;
    for (int between = 0; text[at] != '\0' && between <= 2;) {
        if (isdigit((unsigned char)text[at])) {
            ++*digits;
            between = 0;
            end = ++at;
        } else if ((sign = between_at(text + at)) > 0) {
            between++;
            at += sign;
        } else {
            break;
        }
    }
    return end;
}

/* The last digits of a run, as many as may be seen. */
static size_t
tail_of_run(const char *text, size_t from, size_t end)
{
    int seen = 0;

    while (end > from && seen < SHOWN)
        seen += isdigit((unsigned char)text[--end]) != 0;
    return end;
}

char *
bina_look_mask(const char *text, char *masked, size_t kept)
{
    size_t used = 0;

    for (size_t at = 0; text[at] != '\0' && used + 1 < kept;) {
        int digits = 0;
        size_t end = isdigit((unsigned char)text[at]) ? end_of_run(text, at, &digits) : at;
        if (digits >= TELLING) {
            at = tail_of_run(text, at, end);
            used += (size_t)snprintf(masked + used, kept - used, DOTS "%.*s", (int)(end - at),
                                     text + at);
            at = end;
        } else {
            if (end == at)
                end++;
            while (at < end && used + 1 < kept)
                masked[used++] = text[at++];
        }
        if (used >= kept)
            used = kept - 1;
    }
    masked[used] = '\0';
    bina_text_trim_partial(masked);
    return masked;
}

void
bina_look_text(bina_html *html, const char *text)
{
    /* Dots are longer than what they stand for, but not twice as long. */
    size_t room = text != NULL ? 2 * strlen(text) + 16 : 0;
    char *masked = room > 0 ? malloc(room) : NULL;

    if (masked != NULL)
        bina_html_text(html, bina_look_mask(text, masked, room));
    else if (text != NULL)
        bina_html_text(html, DOTS);
    free(masked);
}

/* Of a birth only the year: "1975-03-12" and "12/03/1975" are "1975". */
static char *
year_of(const char *text, char *shown, size_t kept)
{
    for (size_t at = 0; text[at] != '\0'; at++) {
        size_t digits = strspn(text + at, "0123456789");
        if (digits == 4) {
            (void)snprintf(shown, kept, DOTS " %.4s", text + at);
            return shown;
        }
        if (digits > 0)
            at += digits - 1;
    }
    (void)snprintf(shown, kept, DOTS);
    return shown;
}

char *
bina_look_cell(int slot, const char *text, char *shown, size_t kept)
{
    char number[BINA_WORDS];

    switch (slot) {
    case BINA_SOURCE_RECORD_NIK:
    case BINA_SOURCE_RECORD_NIB:
    case BINA_SOURCE_RECORD_PHONE:
        (void)snprintf(shown, kept, "%s", bina_words_mask(text, number));
        return shown;
    case BINA_SOURCE_RECORD_BORN:
        return year_of(text, shown, kept);
    case BINA_SOURCE_RECORD_REGION:
    case BINA_SOURCE_RECORD_LATITUDE:
    case BINA_SOURCE_RECORD_LONGITUDE:
    case BINA_SOURCE_RECORD_INVESTMENT:
    case BINA_SOURCE_RECORD_SALES:
    case BINA_SOURCE_RECORD_CAPITAL:
        bina_text_print(shown, kept, "%s", text);
        return shown;
    default:
        return bina_look_mask(text, shown, kept);
    }
}
