/* What people write when there is nothing to write. */
#include "linkage/standardise.h"

#include <string.h>

#define LONGEST 15

/* What people write; none is longer than LONGEST. */
static const char *const nothing[] = {
    "",
    "0",
    "n/a",
    "na",
    "nan",
    "nil",
    "none",
    "null",
    "nihil",
    "kosong",
    "tdk ada",
    "tidak ada",
    "tdkada",
    "tidakada",
    "belum ada",
    "blm ada",
    "belum diisi",
    "tidak diketahui",
    "tidak tahu",
    "tidak diisi",
    "belum tahu",
    "unknown",
    "missing",
    "not available",
    "not applicable",
    "tanpa nama",
    "tidak punya",
    "blm punya",
    "belum punya",
    "xxx",
    "xx",
    "x",
    "#n/a",
    "#ref!",
    "#value!",
    "?",
    "data kosong",
    "t.a.",
    "t/a",
};

#define THREE(a, b, c) ((a) << 16 | (b) << 8 | (c))

/*
 * True for letters or digits that none of what stands for nothing begins with: most values are told
 * by their first three bytes.
 */
static bool
begins_else(const char *text)
{
    int a = text[0] | 32, b = text[1] | 32, c = text[2] | 32;

    if ((text[0] >= '1' && text[0] <= '9') || (text[0] == '0' && text[1] >= '1' && text[1] <= '9'))
        return true;
    if (a < 'a' || a > 'z' || b < 'a' || b > 'z' || c < 'a' || c > 'z')
        return false;
    switch (THREE(a, b, c)) {
    case THREE('n', 'a', 'n'):
    case THREE('n', 'i', 'l'):
    case THREE('n', 'i', 'h'):
    case THREE('n', 'o', 'n'):
    case THREE('n', 'o', 't'):
    case THREE('n', 'u', 'l'):
    case THREE('k', 'o', 's'):
    case THREE('t', 'd', 'k'):
    case THREE('t', 'i', 'd'):
    case THREE('t', 'a', 'n'):
    case THREE('b', 'e', 'l'):
    case THREE('b', 'l', 'm'):
    case THREE('u', 'n', 'k'):
    case THREE('m', 'i', 's'):
    case THREE('x', 'x', 'x'):
    case THREE('d', 'a', 't'):
        return false;
    default:
        return true;
    }
}

/* A text folded by hand: it is short. */
typedef struct folded {
    char text[24];
    size_t start, end;
    bool telling; /* there is a letter or digit */
    bool longer;  /* than any that stands for nothing */
} folded;

static bool
tells(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Small letters, and one blank for a run of them; none at the ends. */
static void
fold(const char *text, size_t length, folded *made)
{
    *made = (folded){.end = 0};
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == 0xC2 && i + 1 < length && (unsigned char)text[i + 1] == 0xA0) {
            c = ' '; /* a blank that does not break */
            i++;
        }
        if (c <= ' ') {
            if (made->end > 0 && made->text[made->end - 1] != ' ' && made->end < sizeof made->text)
                made->text[made->end++] = ' ';
            continue;
        }
        made->telling = made->telling || tells(c);
        if (made->end < sizeof made->text) {
            made->text[made->end++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        } else if (made->telling) {
            made->longer = true;
            return;
        }
    }
    while (made->end > 0 && made->text[made->end - 1] == ' ')
        made->end--;
}

/* "000" is "0", "(kosong)" and "n/a -" are what stands between the marks. */
static void
strip(folded *made)
{
    const char *text = made->text;

    while (made->end > 1 && text[0] == '0' && text[made->end - 1] == '0')
        made->end--;
    while (made->start < made->end && (text[made->start] == '(' || text[made->start] == '-'))
        made->start++;
    while (made->end > made->start && (text[made->end - 1] == ')' || text[made->end - 1] == '-' ||
                                       (text[made->end - 1] == '.' && made->end - made->start > 4)))
        made->end--;
}

bool
bina_is_missing(const char *text, size_t length)
{
    folded made;
    size_t left;

    if (length >= 3 && begins_else(text))
        return false;
    fold(text, length, &made);
    if (made.longer || !made.telling)
        return !made.longer; /* "-", "--", "...", "?" */
    strip(&made);
    left = made.end - made.start;
    if (left > LONGEST)
        return false;
    for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
        if (left > 0 && nothing[i][0] != made.text[made.start])
            continue;
        if (strlen(nothing[i]) == left && memcmp(nothing[i], made.text + made.start, left) == 0)
            return true;
    }
    return false;
}
