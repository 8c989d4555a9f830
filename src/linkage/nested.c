#include "linkage/nested.h"

#include <stdlib.h>
#include <string.h>

#define SAMPLES 3000 /* rows looked at for wholes and parts */

/* Whether every word of a part stands in a whole; both are words parted by blanks. */
static bool
stands_in(const char *part, const char *whole)
{
    while (*part != '\0') {
        size_t length = strcspn(part, " ");
        const char *at = whole;
        bool found = false;
        while (*at != '\0' && !found) {
            size_t n = strcspn(at, " ");
            found = n == length && memcmp(at, part, n) == 0;
            at += n + (at[n] == ' ');
        }
        if (!found)
            return false;
        part += length + (part[length] == ' ');
    }
    return true;
}

static size_t
words_in(const char *text)
{
    size_t words = *text != '\0';

    for (; *text != '\0'; text++)
        words += *text == ' ';
    return words;
}

static bool
is_text(const bina_link_field *field)
{
    return field->spec->compare == BINA_LINK_NAME || field->spec->compare == BINA_LINK_WORDS;
}

/* The share of rows whose value of one field stands in their value of another; 0 when equal. */
static double
share_within(const bina_link_field *part, const bina_link_field *whole, uint32_t rows)
{
    uint32_t every = rows / SAMPLES + 1;
    double both = 0, within = 0, words[2] = {0, 0};

    for (uint32_t r = 0; r < rows; r += every) {
        const char *x = bina_dictionary_text(&part->values, part->codes[r]);
        const char *y = bina_dictionary_text(&whole->values, whole->codes[r]);
        if (*x == '\0' || *y == '\0')
            continue;
        both++;
        words[0] += (double)words_in(x);
        words[1] += (double)words_in(y);
        within += stands_in(x, y);
    }
    if (both < 20 || words[1] < 1.2 * words[0])
        return 0;
    return within / both;
}

/* The share of the words of a whole that its parts hold. */
static double
share_covered(const bina_link_field *field, int count, int whole, const bool *part, uint32_t rows)
{
    uint32_t every = rows / SAMPLES + 1;
    double all = 0, covered = 0;

    for (uint32_t r = 0; r < rows; r += every) {
        const char *y = bina_dictionary_text(&field[whole].values, field[whole].codes[r]);
        all += (double)words_in(y);
        for (int f = 0; f < count; f++) {
            const char *x = bina_dictionary_text(&field[f].values, field[f].codes[r]);
            if (part[f] && *x != '\0' && stands_in(x, y))
                covered += (double)words_in(x);
        }
    }
    return all > 0 ? covered / all : 0;
}

/* Marks the fields that are little more than two or more others joined. */
static void
find_wholes(const bina_link_field *field, int count, uint32_t rows, bool *drop)
{
    for (int w = 0; w < count; w++) {
        bool part[BINA_LINK_FIELDS] = {false};
        int parts = 0;
        if (!is_text(&field[w]))
            continue;
        for (int f = 0; f < count; f++) {
            if (f == w || drop[f] || !is_text(&field[f]))
                continue;
            part[f] = share_within(&field[f], &field[w], rows) > 0.7;
            parts += part[f];
        }
        if (parts < 2)
            continue;
        /* A part that is a whole itself (first and last name in a full name) counts once. */
        for (int f = 0; f < count; f++)
            for (int g = 0; g < count && part[f]; g++)
                if (g != f && part[g] && share_within(&field[g], &field[f], rows) > 0.7)
                    part[f] = false;
        parts = 0;
        for (int f = 0; f < count; f++)
            parts += part[f];
        drop[w] = parts >= 2 && share_covered(field, count, w, part, rows) > 0.7;
    }
}

/* Whether values look like numbers given to rows: single words, with digits in them. */
static bool
is_numbering(const bina_link_field *field)
{
    double numbers = 0;

    if (field->spec->compare == BINA_LINK_CODE || field->spec->compare == BINA_LINK_EXACT)
        return true;
    if (field->spec->compare == BINA_LINK_DEGREES) /* never twice the same, and yet near */
        return false;
    for (uint32_t v = 1; v < field->values.count; v++) {
        const char *text = bina_dictionary_text(&field->values, v);
        numbers += strchr(text, ' ') == NULL && strpbrk(text, "0123456789") != NULL;
    }
    return numbers > 0.8 * (field->values.count - 1.0);
}

bina_status
bina_link_nested_find(bina_link_plan *plan, bina_link_field *field, uint32_t rows)
{
    bool drop[BINA_LINK_FIELDS] = {false}, varied = false;
    int kept = 0;

    for (int f = 0; f < plan->count; f++)
        varied = varied || field[f].values.count > 2;
    for (int f = 0; f < plan->count; f++) {
        uint32_t values = field[f].values.count - 1;
        /* One value for all, unless there is no other or these are but two; or numbers that never
         * repeat. */
        drop[f] = (values < 2 && rows > 2 && varied) ||
                  (field[f].filled == values && is_numbering(&field[f]));
    }
    find_wholes(field, plan->count, rows, drop);
    for (int f = 0; f < plan->count; f++) {
        if (drop[f]) {
            free(plan->field[f].sources);
            bina_link_field_drop(&field[f]);
            continue;
        }
        if (kept < f) {
            plan->field[kept] = plan->field[f];
            field[kept] = field[f];
            memset(&field[f], 0, sizeof(field[f]));
            field[kept].spec = &plan->field[kept];
        }
        kept++;
    }
    plan->count = kept;
    return BINA_OK;
}
