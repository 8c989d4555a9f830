/* Finding every pair of similar values once, so that comparing rows is looking up numbers. */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/field.h"
#include "linkage/sort.h"
#include "linkage/similarity.h"

/* Beyond so many pairs of distinct values they are compared when rows meet, not all before. */
#define JOIN_PAIRS 600000000u

/* Similar values as found: value, value and level packed, in both directions. */
typedef struct edges {
    uint64_t *edge;
    size_t count, room;
} edges;

static bina_status
push(edges *found, uint32_t a, uint32_t b, unsigned level)
{
    if (!bina_vector_reserve(&found->edge, &found->room, found->count + 2, sizeof(*found->edge)))
        return BINA_ERR_NO_MEMORY;
    found->edge[found->count++] = (uint64_t)a << 33 | (uint64_t)b << 3 | level;
    found->edge[found->count++] = (uint64_t)b << 33 | (uint64_t)a << 3 | level;
    return BINA_OK;
}

/* Sorts what was found, drops repeats, and lays it out by value. */
static bina_status
settle(edges *found, uint32_t values, bina_link_similar *similar)
{
    size_t kept = 0;
    bina_status status = bina_linkage_sort(found->edge, found->count);

    if (status != BINA_OK)
        return status;
    for (size_t i = 0; i < found->count; i++)
        if (kept == 0 || found->edge[i] != found->edge[kept - 1])
            found->edge[kept++] = found->edge[i];
    similar->start = calloc((size_t)values + 1, sizeof(*similar->start));
    similar->code = malloc((kept + 1) * sizeof(*similar->code));
    similar->level = malloc(kept + 1);
    if (similar->start == NULL || similar->code == NULL || similar->level == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < kept; i++) {
        similar->start[(found->edge[i] >> 33) + 1]++;
        similar->code[i] = (uint32_t)(found->edge[i] >> 3 & 0x3FFFFFFFu);
        similar->level[i] = (uint8_t)(found->edge[i] & 7);
    }
    for (uint32_t c = 0; c < values; c++)
        similar->start[c + 1] += similar->start[c];
    return BINA_OK;
}

/* Letters that two values can have in common at most. */
static unsigned
common_letters(const uint8_t *a, const uint8_t *b)
{
    unsigned common = 0;

    for (int i = 0; i < 16; i++)
        common += a[i] < b[i] ? a[i] : b[i];
    return common;
}

/* Whether two values might reach the lowest level of Jaro-Winkler at .8. */
static bool
names_may_match(const bina_link_field *field, uint32_t a, uint32_t b, unsigned la, unsigned lb)
{
    /* The Jaro similarity needed for .8 with a common prefix of 0 to 4, times 3, less 1. */
    static const double need[5] = {1.4, 1.3333, 1.25, 1.1428, 1.0};
    const char *x = bina_dictionary_text(&field->values, a);
    const char *y = bina_dictionary_text(&field->values, b);
    unsigned prefix = 0, common = common_letters(field->letters[a], field->letters[b]);
    double least = (double)la * lb;

    if ((double)common * (la + lb) < least)
        return false;
    while (prefix < 4 && x[prefix] == y[prefix] && x[prefix] != '\0')
        prefix++;
    return (double)common * (la + lb) >= need[prefix] * least - 1e-9;
}

static bool
codes_may_match(const bina_link_field *field, uint32_t a, uint32_t b, unsigned la, unsigned lb)
{
    unsigned longer = la > lb ? la : lb, shorter = la > lb ? lb : la;

    return longer - shorter <= 2 &&
           common_letters(field->letters[a], field->letters[b]) + 2 >= longer;
}

static bool
may_match(const bina_link_field *field, uint32_t a, uint32_t b, unsigned la, unsigned lb)
{
    switch (field->spec->compare) {
    case BINA_LINK_NAME:
        return names_may_match(field, a, b, la, lb);
    case BINA_LINK_CODE:
        return codes_may_match(field, a, b, la, lb);
    case BINA_LINK_DATE:
        return true;
    case BINA_LINK_EXACT:
    case BINA_LINK_NUMBER:
    case BINA_LINK_WORDS:
    case BINA_LINK_YEARS:
        break;
    }
    return true;
}

/* Every value with every other, bounds first. */
static bina_status
join_all(const bina_link_field *field, edges *found)
{
    uint32_t values = field->values.count;

    for (uint32_t a = 1; a < values; a++) {
        unsigned la = (unsigned)bina_dictionary_length(&field->values, a);
        for (uint32_t b = a + 1; b < values; b++) {
            unsigned level, lb = (unsigned)bina_dictionary_length(&field->values, b);
            if (!may_match(field, a, b, la, lb))
                continue;
            level = bina_link_field_compare(field, a, b);
            if (level > BINA_LINK_DIFFERENT) {
                bina_status status = push(found, a, b, level);
                if (status != BINA_OK)
                    return status;
            }
        }
    }
    return BINA_OK;
}

/* Words spelt alike. A word of three letters or fewer, or a number, is only itself. */
static bina_status
join_spellings(bina_link_words *words)
{
    bina_link_spec spec = {.compare = BINA_LINK_NAME};
    bina_link_field field = {.spec = &spec, .values = words->dictionary};
    uint32_t count = words->dictionary.count, *long_words = NULL, kept = 0;
    edges found = {0};
    bina_status status = BINA_ERR_NO_MEMORY;

    field.letters = calloc(count, sizeof(*field.letters));
    long_words = malloc(count * sizeof(*long_words));
    if (field.letters == NULL || long_words == NULL)
        goto out;
    for (uint32_t c = 1; c < count; c++) {
        const char *text = bina_dictionary_text(&words->dictionary, c);
        if (strlen(text) < 4 || strcspn(text, "0123456789") < strlen(text))
            continue;
        long_words[kept++] = c;
        for (const char *p = text; *p != '\0'; p++)
            if (field.letters[c][(unsigned char)*p & 15u] < 255)
                field.letters[c][(unsigned char)*p & 15u]++;
    }
    status = BINA_OK;
    if ((uint64_t)kept * kept / 2 > JOIN_PAIRS)
        kept = 0;
    for (uint32_t i = 0; i < kept; i++) {
        uint32_t a = long_words[i];
        unsigned la = (unsigned)bina_dictionary_length(&words->dictionary, a);
        for (uint32_t j = i + 1; j < kept; j++) {
            uint32_t b = long_words[j];
            unsigned level, lb = (unsigned)bina_dictionary_length(&words->dictionary, b);
            if (!names_may_match(&field, a, b, la, lb))
                continue;
            level = bina_link_field_compare(&field, a, b);
            if (level >= 3) {
                status = push(&found, a, b, level);
                if (status != BINA_OK)
                    goto out;
            }
        }
    }
    status = settle(&found, count, &words->similar);
out:
    free(field.letters);
    free(long_words);
    free(found.edge);
    return status;
}

/* The values that hold each word. */
static bina_status
post_words(const bina_link_field *field, size_t **start, uint32_t **value)
{
    const bina_link_words *words = &field->words;
    size_t *at = NULL;
    uint32_t *posted = NULL, count = words->dictionary.count;

    at = calloc((size_t)count + 2, sizeof(*at));
    posted = malloc((words->start[field->values.count] + 1) * sizeof(*posted));
    if (at == NULL || posted == NULL) {
        free(at);
        free(posted);
        return BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < words->start[field->values.count]; i++)
        at[words->word[i] + 2]++;
    for (uint32_t w = 0; w < count; w++)
        at[w + 2] += at[w + 1];
    for (uint32_t c = 0; c < field->values.count; c++)
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++)
            posted[at[words->word[i] + 1]++] = c;
    *start = at;
    *value = posted;
    return BINA_OK;
}

/* Compares a value with others it has not met yet. */
static bina_status
meet(const bina_link_field *field, uint32_t a, const uint32_t *value, size_t count, uint32_t *seen,
     edges *found)
{
    for (size_t k = 0; k < count; k++) {
        uint32_t b = value[k];
        unsigned level;
        bina_status status;
        if (b == a || seen[b] == a)
            continue;
        seen[b] = a;
        level = bina_link_field_compare(field, a < b ? a : b, a < b ? b : a);
        if (level == BINA_LINK_DIFFERENT)
            continue;
        status = push(found, a, b, level);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

/* Values that share a word, or a similar one, that is not too common. */
static bina_status
join_words(const bina_link_field *field, edges *found)
{
    const bina_link_words *words = &field->words;
    const bina_link_similar *similar = &words->similar;
    uint32_t values = field->values.count, *value = NULL, *seen = NULL;
    size_t *start = NULL, common = values / 20 > 200 ? values / 20 : 200;
    bina_status status = post_words(field, &start, &value);

    if (status != BINA_OK)
        return status;
    seen = calloc(values, sizeof(*seen));
    if (seen == NULL) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    for (uint32_t a = 1; a < values; a++) {
        size_t rarest = SIZE_MAX;
        for (size_t i = words->start[a]; i < words->start[a + 1]; i++) {
            size_t posted = start[words->word[i] + 1] - start[words->word[i]];
            if (posted < rarest)
                rarest = posted;
        }
        for (size_t i = words->start[a]; i < words->start[a + 1]; i++) {
            uint32_t w = words->word[i];
            size_t next = similar->start[w], posted = start[w + 1] - start[w];
            if (posted > common && posted > rarest)
                continue;
            for (;;) {
                status = meet(field, a, value + start[w], start[w + 1] - start[w], seen, found);
                if (status != BINA_OK)
                    goto out;
                while (next < similar->start[words->word[i] + 1] &&
                       start[similar->code[next] + 1] - start[similar->code[next]] > common)
                    next++;
                if (next == similar->start[words->word[i] + 1])
                    break;
                w = similar->code[next++];
            }
        }
    }
out:
    free(start);
    free(value);
    free(seen);
    return status;
}

bina_status
bina_link_field_join(bina_link_field *field)
{
    edges found = {0};
    uint64_t values = field->values.count;
    bina_status status = BINA_OK;

    switch (field->spec->compare) {
    case BINA_LINK_WORDS:
        status = join_spellings(&field->words);
        if (status == BINA_OK)
            status = join_words(field, &found);
        break;
    case BINA_LINK_EXACT:
        break;
    case BINA_LINK_NAME:
    case BINA_LINK_CODE:
    case BINA_LINK_DATE:
    case BINA_LINK_NUMBER:
    case BINA_LINK_YEARS:
        if (values * values / 2 > JOIN_PAIRS)
            return BINA_OK;
        status = join_all(field, &found);
        break;
    }
    if (status == BINA_OK)
        status = settle(&found, field->values.count, &field->similar);
    free(found.edge);
    return status;
}

/* Whether a number is among ascending ones. */
static bool
holds(const uint64_t *pair, size_t count, uint64_t wanted)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pair[middle] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && pair[low] == wanted;
}

bina_status
bina_link_field_equate(bina_link_field *field, const uint64_t *pair, size_t count)
{
    const bina_link_similar *similar = &field->similar;
    bina_link_similar made = {0};
    edges found = {0};
    bina_status status = BINA_OK;

    if (count == 0)
        return BINA_OK;
    for (size_t i = 0; i < count && status == BINA_OK; i++)
        status = push(&found, (uint32_t)(pair[i] >> 32), (uint32_t)pair[i], field->top - 1);
    for (uint32_t a = 0; a < field->values.count && status == BINA_OK; a++)
        for (size_t i = similar->start[a]; i < similar->start[a + 1] && status == BINA_OK; i++) {
            uint32_t b = similar->code[i];
            uint64_t key = (uint64_t)a << 32 | b;
            if (a < b && !holds(pair, count, key))
                status = push(&found, a, b, similar->level[i]);
        }
    if (status == BINA_OK)
        status = settle(&found, field->values.count, &made);
    free(found.edge);
    if (status != BINA_OK) {
        bina_link_similar_drop(&made);
        return status;
    }
    bina_link_similar_drop(&field->similar);
    field->similar = made;
    return BINA_OK;
}

unsigned
bina_link_field_level(const bina_link_field *field, uint32_t a, uint32_t b)
{
    const bina_link_similar *similar = &field->similar;
    size_t low, high;

    if (a == 0 || b == 0)
        return BINA_LINK_MISSING;
    if (a == b)
        return field->top;
    if (similar->start == NULL || bina_link_is_later(similar, a, b))
        return bina_link_field_compare(field, a < b ? a : b, a < b ? b : a);
    low = similar->start[a];
    high = similar->start[a + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (similar->code[middle] < b)
            low = middle + 1;
        else
            high = middle;
    }
    return low < similar->start[a + 1] && similar->code[low] == b ? similar->level[low]
                                                                  : BINA_LINK_DIFFERENT;
}
