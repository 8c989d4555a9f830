#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "base/text.h"
#include "register/person_name.h"

/* Before a name: titles, kept apart; polite words, dropped. Compared without dots, lower case. */
static const char front[] =
    "|h|hj|haji|hajah|hajjah|kh|tgh|tuan guru|ust|ustadz|ustad|kyai|drs|dra|"
    "ir|dr|drg|prof|lalu|lal|baiq|bq|raden|rd|denda|dende|";
static const char polite[] = "|bapak|bpk|pak|ibu|bu|ny|nyonya|sdr|sdri|saudara|saudari|tn|tuan|";
/* Behind a name; also whatever follows a comma. */
static const char back[] = "|spd|mpd|se|sh|st|mm|msi|ssos|sp|amd|skom|sag|spdi|ssi|sip|skm|mt|mh|"
                           "sthi|sei|spt|spi|";

static void
plain(const char *word, size_t length, char *out, size_t room)
{
    size_t n = 0;

    for (size_t i = 0; i < length && n + 1 < room; i++)
        if (isalnum((unsigned char)word[i]))
            out[n++] = (char)tolower((unsigned char)word[i]);
    out[n] = '\0';
}

static bool
is_one_of(const char *word, size_t length, const char *words)
{
    char text[24], pattern[32];

    plain(word, length, text, sizeof text);
    if (text[0] == '\0')
        return false;
    (void)snprintf(pattern, sizeof pattern, "|%s|", text);
    return strstr(words, pattern) != NULL;
}

static void
append(char *to, size_t room, const char *text, size_t length)
{
    size_t used = strlen(to);

    if (used > 0 && used + 1 < room) {
        to[used++] = ' ';
        to[used] = '\0';
    }
    if (length >= room - used)
        length = room - used - 1;
    memcpy(to + used, text, length);
    to[used + length] = '\0';
    bina_text_trim_partial(to);
}

/* The last word that may be a degree: not the only one, and written with a dot or in capitals. */
static bool
is_degree(const char *word, size_t length)
{
    bool dotted = memchr(word, '.', length) != NULL, capital = true;

    for (size_t i = 0; i < length; i++)
        capital = capital && !islower((unsigned char)word[i]);
    return (dotted || capital || length > 2) && is_one_of(word, length, back);
}

void
bina_person_name_split(const char *text, bina_person_name *result)
{
    const char *at = text, *end = text + strcspn(text, ",");
    bool begun = false;

    memset(result, 0, sizeof *result);
    while (at < end) {
        size_t length;
        while (at < end && isspace((unsigned char)*at))
            at++;
        length = 0;
        while (at + length < end && !isspace((unsigned char)at[length]))
            length++;
        if (length == 0)
            break;
        /* "H.Ahmad": the dot ends a title though no blank follows. */
        if (!begun) {
            const char *dot = memchr(at, '.', length);
            if (dot != NULL && dot + 1 < at + length && isalpha((unsigned char)dot[1]) &&
                dot - at > 0 && is_one_of(at, (size_t)(dot - at), front) &&
                memchr(dot + 1, '.', (size_t)(at + length - dot - 1)) == NULL)
                length = (size_t)(dot - at) + 1;
        }
        if (!begun && is_one_of(at, length, front)) {
            append(result->titles, sizeof result->titles, at, length);
        } else if (!begun && is_one_of(at, length, polite)) {
            /* says nothing lasting */
        } else if (begun && at + length == end && is_degree(at, length)) {
            append(result->titles, sizeof result->titles, at, length);
        } else {
            begun = true;
            append(result->name, sizeof result->name, at, length);
        }
        at += length;
    }
    if (*end == ',') {
        for (end++; isspace((unsigned char)*end); end++) {
        }
        append(result->titles, sizeof result->titles, end, strlen(end));
    }
    if (result->name[0] == '\0') { /* a title is all there is: "Haji" */
        memset(result, 0, sizeof *result);
        append(result->name, sizeof result->name, text, strlen(text));
    }
}
