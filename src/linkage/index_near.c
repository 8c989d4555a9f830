#include "linkage/index_near.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/field.h"

/* A hint that more texts than this have says little. */
#define COMMON 2000u
/* The hints of a text: at most so many. */
#define HINTS 3

void
bina_link_near_drop(bina_link_near_texts *near)
{
    bina_bounds_drop(&near->bounds);
    free(near->found);
    free(near->hints.key);
    free(near->halves.key);
    memset(near, 0, sizeof(*near));
}

static bina_status
tell(const bina_link_nearness *of, uint32_t code)
{
    return code != 0 && code >= of->from ? of->meet(of->self, code) : BINA_OK;
}

static uint64_t
hint(const char *text, size_t length, uint64_t kind)
{
    return bina_linkage_hash(text, length, kind) | 1;
}

/* First letter and consonants, doubled ones once. */
static uint64_t
skeleton(const char *text, size_t length)
{
    char kept[8];
    size_t count = 0;

    for (size_t i = 0; i < length && count < sizeof(kept); i++)
        if (i == 0 || (strchr("aiueohy ", text[i]) == NULL && text[i] != kept[count - 1]))
            kept[count++] = text[i];
    return count < 3 ? 0 : hint(kept, count, 3);
}

/* How a text begins, ends and, if it is a name, sounds; 0 where it has too little. */
static void
hints_of(const char *text, size_t length, bool name, uint64_t hints[HINTS])
{
    size_t part = 3;

    if (!name)
        part = length >= 15 ? 7 : length >= 11 ? 6 : length >= 8 ? 4 : 3;
    hints[0] = length < part ? 0 : hint(text, part, 1);
    hints[1] = length < part ? 0 : hint(text + length - part, part, 2);
    hints[2] = name ? skeleton(text, length) : 0;
}

/* Every text of a dictionary by its hints. */
static bina_status
make_hints(bina_link_hints *made, const bina_dictionary *dictionary, uint32_t count, bool name)
{
    if (made->key != NULL)
        return BINA_OK;
    if (!bina_vector_reserve(&made->key, &made->room, (size_t)count * HINTS + 1,
                             sizeof(*made->key)))
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < count; c++) {
        uint64_t hints[HINTS];
        hints_of(bina_dictionary_text(dictionary, c), bina_dictionary_length(dictionary, c), name,
                 hints);
        for (int k = 0; k < HINTS; k++)
            if (hints[k] != 0) {
                made->key[made->count].key = hints[k];
                made->key[made->count++].row = c;
            }
    }
    return bina_linkage_sort_keys(made->key, made->count);
}

/* The texts with a hint; NULL when there are none, or too many to say anything. */
static const bina_link_key *
with_hint(const bina_link_hints *hints, uint64_t key, size_t *count)
{
    size_t low = 0, high = hints->count, end;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hints->key[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < hints->count && hints->key[end].key == key && end - low <= COMMON;)
        end++;
    *count = key == 0 || end - low > COMMON ? 0 : end - low;
    return hints->key + low;
}

static bina_status
make_bounds(const bina_link_nearness *of)
{
    uint32_t *code;
    size_t count = 0;
    bina_status status;

    if (of->near->bounds.code != NULL)
        return BINA_OK;
    code = malloc((size_t)of->end * sizeof(*code));
    if (code == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < of->end; c++)
        code[count++] = c;
    status = bina_bounds_init(&of->near->bounds, of->texts, code, count);
    free(code);
    if (status == BINA_OK) {
        of->near->found = malloc((of->near->bounds.places + 1) * sizeof(*of->near->found));
        if (of->near->found == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    if (status != BINA_OK)
        bina_bounds_drop(&of->near->bounds);
    return status;
}

static bina_status
meet_bounded(const bina_link_nearness *of, const char *text, size_t length)
{
    const bina_bounds *bounds = &of->near->bounds;
    bina_status status = make_bounds(of);
    bina_bounds_probe probe;
    unsigned own;

    if (status != BINA_OK)
        return status;
    own = bina_bounds_probe_text(&probe, text, length);
    for (size_t g = 0; g < bounds->groups && status == BINA_OK; g++) {
        const bina_bounds_group *group = &bounds->group[g];
        uint8_t need[BINA_BOUNDS_PREFIX + 1];
        size_t count;
        if (!bina_bounds_need(of->similarity, own, group->length, need))
            continue;
        count = bina_bounds_find(bounds, &probe, group->from, group->to, need, of->near->found);
        for (size_t i = 0; i < count && status == BINA_OK; i++)
            status = tell(of, bounds->code[of->near->found[i]]);
    }
    return status;
}

static bina_status
meet_hinted(const bina_link_nearness *of, const char *text, size_t length)
{
    bina_status status = make_hints(&of->near->hints, of->texts, of->end, of->similarity > 0);
    uint64_t hints[HINTS];

    hints_of(text, length, of->similarity > 0, hints);
    for (int k = 0; k < HINTS && status == BINA_OK; k++) {
        size_t count;
        const bina_link_key *with = with_hint(&of->near->hints, hints[k], &count);
        for (size_t i = 0; i < count && status == BINA_OK; i++)
            status = tell(of, with[i].row);
    }
    return status;
}

/* The first eight bytes of a text as a number that sorts as they do. */
static uint64_t
first_bytes(const char *text, size_t length, size_t count)
{
    uint64_t bytes = 0;

    for (size_t i = 0; i < 8; i++)
        bytes = bytes << 8 | (i < length && i < count ? (unsigned char)text[i] : 0);
    return bytes;
}

/* Codes whose first half is that of a code, or that have its first half. */
static bina_status
meet_halves(const bina_link_nearness *of, const char *text, size_t length)
{
    bina_link_hints *halves = &of->near->halves;
    size_t half = (length + 1) / 2 > 8 ? 8 : (length + 1) / 2, low = 0, high;
    uint64_t first, last;
    bina_status status = BINA_OK;

    if (halves->key == NULL) {
        if (!bina_vector_reserve(&halves->key, &halves->room, (size_t)of->end + 1,
                                 sizeof(*halves->key)))
            return BINA_ERR_NO_MEMORY;
        for (uint32_t c = 1; c < of->end; c++) {
            halves->key[halves->count].key = first_bytes(bina_dictionary_text(of->texts, c),
                                                         bina_dictionary_length(of->texts, c), 8);
            halves->key[halves->count++].row = c;
        }
        status = bina_linkage_sort_keys(halves->key, halves->count);
    }
    if (half < BINA_LINK_LEAST_CODE || status != BINA_OK)
        return status;
    first = first_bytes(text, length, half);
    last = half == 8 ? first : first | (~UINT64_C(0) >> (8 * half));
    for (high = halves->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (halves->key[middle].key < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < halves->count && halves->key[low].key <= last && status == BINA_OK; low++)
        status = tell(of, halves->key[low].row);
    return status;
}

bina_status
bina_link_near_meet(const bina_link_nearness *of, const char *text, size_t length)
{
    bina_status status = of->end <= BINA_LINK_BOUNDED ? meet_bounded(of, text, length)
                                                      : meet_hinted(of, text, length);

    if (status == BINA_OK && of->similarity <= 0)
        status = meet_halves(of, text, length);
    return status;
}
