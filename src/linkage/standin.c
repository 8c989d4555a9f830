#include "linkage/standin.h"

#include <stdint.h>
#include <string.h>

double
bina_standin_jaro_winkler(const char *a, size_t la, const char *b, size_t lb)
{
    uint64_t fa = 0, fb = 0;
    size_t window, common = 0, moved = 0, prefix = 0;
    double jaro;

    if (la > 64)
        la = 64;
    if (lb > 64)
        lb = 64;
    if (la == 0 || lb == 0)
        return 0;
    window = (la > lb ? la : lb) / 2;
    window = window > 0 ? window - 1 : 0;
    for (size_t i = 0; i < la; i++) {
        size_t from = i > window ? i - window : 0, to = i + window + 1 < lb ? i + window + 1 : lb;
        for (size_t j = from; j < to; j++)
            if (!(fb >> j & 1) && a[i] == b[j]) {
                fa |= (uint64_t)1 << i;
                fb |= (uint64_t)1 << j;
                common++;
                break;
            }
    }
    if (common == 0)
        return 0;
    for (size_t i = 0, j = 0; i < la; i++)
        if (fa >> i & 1) {
            while (!(fb >> j & 1))
                j++;
            if (a[i] != b[j])
                moved++;
            j++;
        }
    jaro = ((double)common / (double)la + (double)common / (double)lb +
            ((double)common - (double)moved / 2) / (double)common) /
           3;
    while (prefix < 4 && prefix < la && prefix < lb && a[prefix] == b[prefix])
        prefix++;
    return jaro + (double)prefix * .1 * (1 - jaro);
}

unsigned
bina_standin_osa(const char *a, size_t la, const char *b, size_t lb, unsigned limit)
{
    unsigned row[3][66];

    if (la > 64)
        la = 64;
    if (lb > 64)
        lb = 64;
    if ((la > lb ? la - lb : lb - la) > limit)
        return limit + 1;
    for (unsigned j = 0; j <= lb; j++)
        row[0][j] = j;
    for (unsigned i = 1; i <= la; i++) {
        unsigned *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3], best = i;
        now[0] = i;
        for (unsigned j = 1; j <= lb; j++) {
            unsigned d = last[j - 1] + (a[i - 1] != b[j - 1]);
            if (last[j] + 1 < d)
                d = last[j] + 1;
            if (now[j - 1] + 1 < d)
                d = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < d)
                d = before[j - 2] + 1;
            now[j] = d;
            if (d < best)
                best = d;
        }
        if (best > limit)
            return limit + 1;
    }
    return row[la % 3][lb];
}

size_t
bina_standin_standard(const char *role, const char *text, size_t length, char *out, size_t room)
{
    size_t used = 0;
    int blank = 0;

    (void)role;
    for (size_t i = 0; i < length && used + 2 < room; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 'A' && c <= 'Z')
            c = (unsigned char)(c + 32);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 128) {
            if (blank && used > 0)
                out[used++] = ' ';
            blank = 0;
            out[used++] = (char)c;
        } else if (c == '\'') {
            continue;
        } else {
            blank = 1;
        }
    }
    out[used] = '\0';
    return used;
}
