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

/* "(Alm)", "Alm.", "Almh": what is said of the dead is no part of their name. */
static bool
is_late(const char *word, size_t length)
{
    return is_one_of(word, length, "|alm|almh|almarhum|almarhumah|");
}

/*
 * "B U D I   S A N T O S O": letters with a blank between them, words with more. A text without two
 * letters in a row is that; else NULL.
 */
static const char *
close_up(const char *text, char *out, size_t room)
{
    size_t used = 0, letters = 0;

    for (const char *at = text; *at != '\0' && *at != ','; at++) {
        if (isalpha((unsigned char)*at) && isalpha((unsigned char)at[1]))
            return NULL;
        letters += isalpha((unsigned char)*at) != 0;
    }
    if (letters < 3)
        return NULL;
    for (const char *at = text; *at != '\0' && used + 2 < room; at++) {
        if (isspace((unsigned char)*at) && !isspace((unsigned char)at[1]) &&
            (at == text || !isspace((unsigned char)at[-1])))
            continue;
        if (isspace((unsigned char)*at) && used > 0 && out[used - 1] == ' ')
            continue;
        out[used++] = isspace((unsigned char)*at) ? ' ' : *at;
    }
    out[used] = '\0';
    return out;
}

void
bina_person_name_split(const char *text, bina_person_name *result)
{
    char closed[BINA_NAME_ROOM];
    const char *spaced = close_up(text, closed, sizeof closed);
    const char *at = spaced != NULL ? spaced : text, *end;
    bool begun = false;

    text = at;
    end = text + strcspn(text, ",");
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
        } else if (is_late(at, length)) {
            /* kept in the ties of who took over */
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
