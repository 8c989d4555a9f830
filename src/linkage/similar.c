/* Every pair of similar values, found once, so that comparing rows is looking up numbers. */
#include "linkage/similar.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

/* Fields with more values than this are joined one by one. */
#define LONG 8192
/* More similar pairs than this of one field are compared when rows meet, not all before. */
#define MOST_EDGES ((size_t)24 << 20)
/* Of so few values a table of all pairs is quicker to look into than lists. */
#define FEW 1024u

bina_status
bina_link_join_note(bina_link_join *join, size_t part, uint32_t a, uint32_t b, unsigned level)
{
    bina_link_edges *edges = &join->part[part];

    if (edges->count == edges->room) {
        size_t room = edges->room;
        if (!bina_vector_reserve(&edges->edge, &edges->room, edges->count + 1,
                                 sizeof(*edges->edge)))
            return BINA_ERR_NO_MEMORY;
        /* The sum at the end is the same for any order of the parts: so is whether it is passed. */
        room = edges->room - room;
        if (atomic_fetch_add(&join->room, room) + room > join->most)
            return BINA_ERR_FULL;
    }
    edges->edge[edges->count++] =
        (uint64_t)(a < b ? a : b) << 33 | (uint64_t)(a < b ? b : a) << 3 | level;
    return BINA_OK;
}

bina_status
bina_link_join_widen(bina_link_join *join, size_t parts, size_t *first)
{
    bina_link_edges *part;

    if (parts > SIZE_MAX / sizeof(*part) - join->parts)
        return BINA_ERR_NO_MEMORY;
    part = realloc(join->part, (join->parts + parts + 1) * sizeof(*part));
    if (part == NULL)
        return BINA_ERR_NO_MEMORY;
    memset(part + join->parts, 0, (parts + 1) * sizeof(*part));
    join->part = part;
    *first = join->parts;
    join->parts += parts;
    return BINA_OK;
}

void
bina_link_join_drop(bina_link_join *join)
{
    for (size_t p = 0; p < join->parts; p++)
        free(join->part[p].edge);
    free(join->part);
    join->part = NULL;
    join->parts = 0;
}

static uint32_t
lesser(uint64_t edge)
{
    return (uint32_t)(edge >> 33);
}

static uint32_t
greater(uint64_t edge)
{
    return (uint32_t)(edge >> 3 & 0x3FFFFFFFu);
}

/* Where the list of each value begins when every pair stands in two lists; `start` is zeroed. */
static size_t
count_lists(const bina_link_join *join, uint32_t values, size_t *start)
{
    for (size_t p = 0; p < join->parts; p++)
        for (size_t i = 0; i < join->part[p].count; i++) {
            start[lesser(join->part[p].edge[i]) + 1]++;
            start[greater(join->part[p].edge[i]) + 1]++;
        }
    for (uint32_t c = 0; c < values; c++)
        start[c + 1] += start[c];
    return start[values];
}

/* Drops repeats, which are neighbours now. */
static void
drop_repeats(uint32_t values, bina_link_similar *similar)
{
    size_t kept = 0, from = 0;

    for (uint32_t c = 0; c < values; c++) {
        size_t to = similar->start[c + 1], first = kept;
        for (size_t i = from; i < to; i++)
            if (kept == first || similar->code[i] != similar->code[kept - 1]) {
                similar->code[kept] = similar->code[i];
                similar->level[kept++] = similar->level[i];
            }
        from = to;
        similar->start[c + 1] = kept;
    }
}

static bina_status
make_table(bina_link_similar *similar, uint32_t values)
{
    similar->values = values;
    if (values > FEW)
        return BINA_OK;
    similar->table = calloc((size_t)values + 1, values + 1);
    if (similar->table == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 0; c < values; c++)
        for (size_t i = similar->start[c]; i < similar->start[c + 1]; i++)
            similar->table[c * values + similar->code[i]] = similar->level[i];
    return BINA_OK;
}

bina_status
bina_link_join_settle(bina_link_join *join, uint32_t values, bina_link_similar *similar)
{
    bina_status status = BINA_ERR_NO_MEMORY;
    size_t all, *at = calloc((size_t)values + 1, sizeof(*at));
    uint64_t *list = NULL;

    memset(similar, 0, sizeof(*similar));
    similar->start = calloc((size_t)values + 1, sizeof(*similar->start));
    if (at == NULL || similar->start == NULL)
        goto out;
    all = count_lists(join, values, similar->start);
    memcpy(at, similar->start, ((size_t)values + 1) * sizeof(*at));
    list = malloc((all + 1) * sizeof(*list));
    similar->code = malloc((all + 1) * sizeof(*similar->code));
    similar->level = malloc(all + 1);
    if (list == NULL || similar->code == NULL || similar->level == NULL)
        goto out;
    for (size_t p = 0; p < join->parts; p++) {
        for (size_t i = 0; i < join->part[p].count; i++) {
            uint64_t edge = join->part[p].edge[i];
            uint32_t a = lesser(edge), b = greater(edge);
            list[at[a]++] = (uint64_t)b << 3 | (edge & 7);
            list[at[b]++] = (uint64_t)a << 3 | (edge & 7);
        }
        free(join->part[p].edge);
        memset(&join->part[p], 0, sizeof(join->part[p]));
    }
    /* Similarity is mutual: read by value and written to the other's list, all lists ascend. */
    memcpy(at, similar->start, ((size_t)values + 1) * sizeof(*at));
    for (uint32_t c = 0; c < values; c++)
        for (size_t i = similar->start[c]; i < similar->start[c + 1]; i++) {
            size_t to = at[list[i] >> 3]++;
            similar->code[to] = c;
            similar->level[to] = (uint8_t)(list[i] & 7);
        }
    drop_repeats(values, similar);
    status = make_table(similar, values);
out:
    free(at);
    free(list);
    if (status != BINA_OK)
        bina_link_similar_drop(similar);
    return status;
}

/* Every value but the empty one. */
static bina_status
join_all_names(bina_link_join *join)
{
    uint32_t values = join->field->values.count;
    uint32_t *code = malloc(values * sizeof(*code));
    bina_status status;

    if (code == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < values; c++)
        code[c - 1] = c;
    status = bina_link_join_names(join, code, values - 1, 2);
    free(code);
    return status;
}

/* Words spelt alike. A word of a few letters, or a number, is only itself. */
static bina_status
join_spellings(bina_link_words *words, unsigned threads)
{
    bina_link_spec spec = {.compare = BINA_LINK_NAME};
    bina_link_field field = {.spec = &spec, .values = words->dictionary};
    bina_link_join join = {.field = &field, .threads = threads, .most = MOST_EDGES};
    uint32_t *code = malloc(words->dictionary.count * sizeof(*code));
    size_t kept = 0;
    bina_status status;

    if (code == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < words->dictionary.count; c++)
        if (bina_link_word_is_spelt(words, c))
            code[kept++] = c;
    status = bina_link_join_names(&join, code, kept, BINA_LINK_SPELT_ALIKE);
    if (status == BINA_ERR_FULL) {
        bina_link_join_drop(&join);
        status = BINA_OK;
    }
    if (status == BINA_OK)
        status = bina_link_join_settle(&join, words->dictionary.count, &words->similar);
    free(code);
    bina_link_join_drop(&join);
    return status;
}

bina_status
bina_link_field_join(bina_link_field *field, uint32_t most, unsigned threads)
{
    bina_link_join join = {.field = field, .threads = threads, .most = MOST_EDGES};
    bina_status status = BINA_OK;

    if (field->values.count > most)
        return field->spec->compare == BINA_LINK_WORDS && field->words.dictionary.count <= most
                   ? join_spellings(&field->words, threads)
                   : BINA_OK;
    switch (field->spec->compare) {
    case BINA_LINK_WORDS:
        status = join_spellings(&field->words, threads);
        if (status == BINA_OK)
            status = bina_link_join_words(&join);
        break;
    case BINA_LINK_EXACT:
        break;
    case BINA_LINK_NAME:
        status = join_all_names(&join);
        break;
    case BINA_LINK_CODE:
        status = bina_link_join_codes(&join);
        break;
    case BINA_LINK_DATE:
        status = bina_link_join_dates(&join);
        break;
    case BINA_LINK_NUMBER:
    case BINA_LINK_YEARS:
    case BINA_LINK_DEGREES:
        status = bina_link_join_numbers(&join);
        break;
    }
    if (status == BINA_OK)
        status = bina_link_join_settle(&join, field->values.count, &field->similar);
    bina_link_join_drop(&join);
    return status == BINA_ERR_FULL ? BINA_OK : status;
}

bool
bina_link_field_is_long(const bina_link_field *field)
{
    return field->values.count > LONG;
}

typedef struct joining {
    bina_link_field *field;
    uint32_t most;
} joining;

static bina_status
join_short(void *self, size_t part)
{
    const joining *all = self;
    bina_link_field *field = &all->field[part];

    return bina_link_field_is_long(field) ? BINA_OK : bina_link_field_join(field, all->most, 1);
}

bina_status
bina_link_fields_join(bina_link_field *field, int fields, uint32_t most, unsigned threads)
{
    joining all = {field, most};

    return bina_parallel(threads, (size_t)fields, join_short, &all);
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
    bina_link_join join = {.field = field, .most = SIZE_MAX};
    size_t part;
    bina_status status;

    if (count == 0)
        return BINA_OK;
    status = bina_link_join_widen(&join, 1, &part);
    for (size_t i = 0; i < count && status == BINA_OK; i++)
        status = bina_link_join_note(&join, part, (uint32_t)(pair[i] >> 32), (uint32_t)pair[i],
                                     field->top - 1);
    for (uint32_t a = 0; a < field->values.count && status == BINA_OK; a++)
        for (size_t i = similar->start[a]; i < similar->start[a + 1] && status == BINA_OK; i++) {
            uint32_t b = similar->code[i];
            uint64_t key = (uint64_t)a << 32 | b;
            if (a < b && !holds(pair, count, key))
                status = bina_link_join_note(&join, part, a, b, similar->level[i]);
        }
    if (status == BINA_OK)
        status = bina_link_join_settle(&join, field->values.count, &made);
    bina_link_join_drop(&join);
    if (status == BINA_OK) {
        bina_link_similar_drop(&field->similar);
        field->similar = made;
    }
    return status;
}

unsigned
bina_link_similar_level(const bina_link_similar *similar, uint32_t a, uint32_t b)
{
    size_t from, left;
    const uint32_t *at;

    if (similar->table != NULL)
        return similar->table[a * similar->values + b];
    from = similar->start[a];
    left = similar->start[a + 1] - from;
    at = similar->code + from;
    /* Without a branch on what is found: it cannot be foreseen. */
    while (left > 1) {
        size_t half = left / 2;
        at += half & (0 - (size_t)(at[half - 1] < b));
        left -= half;
    }
    return left == 1 && *at == b ? similar->level[at - similar->code] : 0;
}

unsigned
bina_link_field_level(const bina_link_field *field, uint32_t a, uint32_t b)
{
    const bina_link_similar *similar = &field->similar;
    unsigned level;

    if (a == 0 || b == 0)
        return BINA_LINK_MISSING;
    if (a == b)
        return field->top;
    if (similar->start == NULL || bina_link_is_later(similar, a, b))
        return bina_link_field_compare(field, a < b ? a : b, a < b ? b : a);
    level = bina_link_similar_level(similar, a, b);
    return level == 0 ? BINA_LINK_DIFFERENT : level;
}
