#include "linkage/similarity_plain.h"

#include <string.h>

static bool
same(const bina_characters *a, const bina_characters *b)
{
    return a->count == b->count && memcmp(a->at, b->at, a->count * sizeof a->at[0]) == 0;
}

double
bina_plain_jaro(const bina_characters *a, const bina_characters *b)
{
    bool a_taken[BINA_SIMILARITY_MAX], b_taken[BINA_SIMILARITY_MAX];
    if (same(a, b))
        return 1.0;
    memset(a_taken, 0, a->count * sizeof a_taken[0]);
    memset(b_taken, 0, b->count * sizeof b_taken[0]);

    size_t window = bina_jaro_window(a->count, b->count);
    size_t common = 0;
    for (size_t j = 0; j < b->count; j++) {
        size_t first = j > window ? j - window : 0;
        for (size_t i = first; i < a->count && i <= j + window; i++) {
            if (a_taken[i] || a->at[i] != b->at[j])
                continue;
            a_taken[i] = b_taken[j] = true;
            common++;
            break;
        }
    }

    size_t misplaced = 0;
    for (size_t i = 0, j = 0; i < a->count; i++) {
        if (!a_taken[i])
            continue;
        while (!b_taken[j])
            j++;
        misplaced += a->at[i] != b->at[j++];
    }
    return bina_jaro_score(a->count, b->count, common, misplaced);
}

double
bina_plain_jaro_winkler(const bina_characters *a, const bina_characters *b)
{
    size_t prefix = 0;
    while (prefix < 4 && prefix < a->count && prefix < b->count && a->at[prefix] == b->at[prefix])
        prefix++;
    return bina_winkler_score(bina_plain_jaro(a, b), prefix);
}

static uint32_t
least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

size_t
bina_plain_levenshtein(const bina_characters *a, const bina_characters *b)
{
    uint32_t row[BINA_SIMILARITY_MAX + 1];
    for (size_t i = 0; i <= a->count; i++)
        row[i] = (uint32_t)i;
    for (size_t j = 0; j < b->count; j++) {
        uint32_t corner = row[0];
        row[0] = (uint32_t)j + 1;
        for (size_t i = 0; i < a->count; i++) {
            uint32_t change = corner + (a->at[i] != b->at[j]);
            corner = row[i + 1];
            row[i + 1] = least(change, least(corner, row[i]) + 1);
        }
    }
    return row[a->count];
}

size_t
bina_plain_osa(const bina_characters *a, const bina_characters *b)
{
    /* Three rows, turned round: the swap looks two rows back. */
    uint32_t rows[3][BINA_SIMILARITY_MAX + 1];
    uint32_t *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t i = 0; i <= a->count; i++)
        last[i] = (uint32_t)i;
    for (size_t j = 0; j < b->count; j++) {
        row[0] = (uint32_t)j + 1;
        for (size_t i = 0; i < a->count; i++) {
            uint32_t best = last[i] + (a->at[i] != b->at[j]);
            best = least(best, least(last[i + 1], row[i]) + 1);
            if (i > 0 && j > 0 && a->at[i] == b->at[j - 1] && a->at[i - 1] == b->at[j])
                best = least(best, before[i - 1] + 1);
            row[i + 1] = best;
        }
        uint32_t *free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return last[a->count];
}
