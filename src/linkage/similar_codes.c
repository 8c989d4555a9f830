/*
 * Similar codes. Those at most two edits apart become equal when at most two characters of each
 * are left out, so they meet at what is left; those with an equal first half meet there.
 */
#include <stdlib.h>
#include <string.h>

#include "linkage/similar.h"
#include "linkage/similarity_text.h"
#include "linkage/sort.h"

#define PART_LEFT ((size_t)1 << 19) /* what is left of codes, in a part: about */
#define MOST_LEFT ((size_t)1 << 23) /* more than so many in all are too many */
#define COST_LEFT 20                /* one costs as much as the bounds of so many pairs */
#define LONGEST   64                /* characters of a code to leave some out of */
#define BASE      UINT64_C(0x9E3779B97F4A7C15) /* of the polynomial hash; odd */
#define PART      1024                         /* codes of a part, by their first halves */

typedef struct leavings {
    bina_link_join *join;
    size_t first, parts;
    bool any[LONGEST + 4];   /* whether a code has so many characters */
    bool small[LONGEST + 4]; /* and is small: one edit is all that makes it similar */
    uint64_t power[LONGEST + 1];
} leavings;

/* What is left of codes: hash from bit 32, code from bit 2, how many characters are out. */
typedef struct left_list {
    uint64_t *key;
    size_t count, room;
} left_list;

/* How many edits apart a code may be from a longer one. */
static unsigned
most_edits(size_t bytes)
{
    return bytes >= BINA_LINK_LONG_CODE ? 2 : 1;
}

/*
 * Whether a code without `drops` characters can meet another: of two codes k edits apart the
 * longer loses k, the shorter k less what it is shorter.
 */
static bool
worth_dropping(const leavings *all, size_t length, unsigned edits, unsigned drops)
{
    if (drops > length)
        return false;
    if (drops == edits || all->any[length + edits - drops])
        return true;
    if (edits == 1)
        return false;
    if (drops == 0)
        return all->small[length + 1];
    return all->small[length] || (length > 0 && all->small[length - 1]);
}

/* How many ways there are to leave out so many characters. */
static size_t
ways(size_t length, unsigned drops)
{
    return drops == 2 ? length * (length - 1) / 2 : drops == 1 ? length : 1;
}

static bina_status
keep_left(const leavings *all, left_list *list, size_t part, uint64_t hash, uint64_t tail)
{
    hash ^= hash >> 32;
    hash *= BASE;
    if (((hash & UINT32_MAX) * all->parts) >> 32 != part)
        return BINA_OK;
    if (list->count == list->room) {
        /* Twice what a part is meant to hold is rarely passed. */
        size_t room = list->room == 0 ? PART_LEFT / 8 : list->room * 2;
        uint64_t *key = realloc(list->key, room * sizeof(*key));
        if (key == NULL)
            return BINA_ERR_NO_MEMORY;
        list->key = key;
        list->room = room;
    }
    list->key[list->count++] = hash >> 32 << 32 | tail;
    return BINA_OK;
}

/* The hash of the characters from..to, which is whole[to] less what came before. */
static uint64_t
between(const leavings *all, const uint64_t *whole, size_t from, size_t to)
{
    return whole[to] - whole[from] * all->power[to - from];
}

/* Leaves characters out of a code in every way, once of a run of equal ones. */
static bina_status
leave_out(const leavings *all, left_list *list, size_t part, const bina_characters *text,
          unsigned drops, uint32_t code)
{
    size_t length = text->count;
    uint64_t whole[LONGEST + 1] = {0}, tail = (uint64_t)code << 2 | drops;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < length; i++)
        whole[i + 1] = whole[i] * BASE + text->at[i] + 1;
    if (drops == 0)
        return keep_left(all, list, part, whole[length], tail);
    for (size_t i = 0; i < length && status == BINA_OK; i++) {
        if (i > 0 && text->at[i] == text->at[i - 1])
            continue;
        if (drops == 1)
            status = keep_left(
                all, list, part,
                whole[i] * all->power[length - i - 1] + between(all, whole, i + 1, length), tail);
        for (size_t j = i + 1; drops == 2 && j < length && status == BINA_OK; j++) {
            uint64_t head = whole[i] * all->power[j - i - 1] + between(all, whole, i + 1, j);
            if (j > i + 1 && text->at[j] == text->at[j - 1])
                continue;
            status = keep_left(
                all, list, part,
                head * all->power[length - j - 1] + between(all, whole, j + 1, length), tail);
        }
    }
    return status;
}

/* Compares the codes that meet at keys from..to, if they lost as much as they had to. */
static bina_status
meet_left(leavings *all, size_t part, const uint64_t *key, size_t count)
{
    const bina_dictionary *values = &all->join->field->values;

    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            uint32_t a = (uint32_t)key[i] >> 2, b = (uint32_t)key[j] >> 2;
            unsigned da = (unsigned)key[i] & 3, db = (unsigned)key[j] & 3;
            unsigned ka = most_edits(bina_dictionary_length(values, a));
            unsigned kb = most_edits(bina_dictionary_length(values, b));
            bina_status status;
            if (a == b || (da > db ? da : db) != (ka < kb ? ka : kb))
                continue;
            status = bina_link_join_compare(all->join, part, a, b);
            if (status != BINA_OK)
                return status;
        }
    return BINA_OK;
}

static bina_status
join_left_part(void *self, size_t part)
{
    leavings *all = self;
    const bina_dictionary *values = &all->join->field->values;
    bina_characters *text = malloc(sizeof(*text));
    left_list list = {0};
    bina_status status = text == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
    size_t end;

    for (uint32_t c = 1; c < values->count && status == BINA_OK; c++) {
        size_t bytes = bina_dictionary_length(values, c);
        unsigned edits = most_edits(bytes);
        if (bytes < BINA_LINK_LEAST_CODE)
            continue;
        bina_characters_read(text, bina_dictionary_text(values, c), bytes);
        for (unsigned drops = 0; drops <= edits && status == BINA_OK; drops++)
            if (worth_dropping(all, text->count, edits, drops))
                status = leave_out(all, &list, part, text, drops, c);
    }
    if (status == BINA_OK)
        status = bina_linkage_sort(list.key, list.count);
    for (size_t i = 0; i < list.count && status == BINA_OK; i = end) {
        for (end = i + 1; end < list.count && list.key[end] >> 32 == list.key[i] >> 32;)
            end++;
        if (end > i + 1)
            status = meet_left(all, all->first + part, list.key + i, end - i);
    }
    free(list.key);
    free(text);
    return status;
}

/* Counts what will be left; SIZE_MAX when a code is too long for that. */
static bina_status
count_left(leavings *all, size_t *left)
{
    const bina_dictionary *values = &all->join->field->values;
    size_t any[2][LONGEST + 1] = {{0}};
    bina_characters *text = malloc(sizeof(*text));

    if (text == NULL)
        return BINA_ERR_NO_MEMORY;
    *left = 0;
    for (uint32_t c = 1; c < values->count && *left != SIZE_MAX; c++) {
        size_t bytes = bina_dictionary_length(values, c);
        if (bytes < BINA_LINK_LEAST_CODE)
            continue;
        bina_characters_read(text, bina_dictionary_text(values, c), bytes);
        if (text->count > LONGEST) {
            *left = SIZE_MAX;
        } else {
            all->any[text->count] = true;
            all->small[text->count] |= most_edits(bytes) == 1;
            any[most_edits(bytes) - 1][text->count]++;
        }
    }
    free(text);
    for (size_t l = 1; l <= LONGEST && *left != SIZE_MAX; l++)
        for (unsigned edits = 1; edits <= 2; edits++)
            for (unsigned drops = 0; drops <= edits; drops++)
                if (worth_dropping(all, l, edits, drops))
                    *left += any[edits - 1][l] * ways(l, drops);
    all->power[0] = 1;
    for (size_t l = 1; l <= LONGEST; l++)
        all->power[l] = all->power[l - 1] * BASE;
    return BINA_OK;
}

/* Codes by their first bytes, so that those with equal first halves are neighbours. */
typedef struct halves {
    bina_link_join *join;
    size_t first, count;
    bina_link_key *code;
} halves;

/* The first eight bytes of a text as a number that sorts as they do. */
static uint64_t
first_bytes(const char *text, size_t length)
{
    uint64_t bytes = 0;

    for (size_t i = 0; i < 8; i++)
        bytes = bytes << 8 | (i < length ? (unsigned char)text[i] : 0);
    return bytes;
}

/* How much two codes must share from the start for their halves to be equal; at most 8 count. */
static size_t
half_of(size_t length)
{
    size_t half = (length + 1) / 2;

    return half > 8 ? 8 : half;
}

static bool
share(uint64_t a, uint64_t b, size_t bytes)
{
    return (a ^ b) >> (64 - 8 * bytes) == 0;
}

static bina_status
join_halves_part(void *self, size_t part)
{
    halves *all = self;
    const bina_dictionary *values = &all->join->field->values;
    size_t to = (part + 1) * PART < all->count ? (part + 1) * PART : all->count;

    for (size_t i = part * PART; i < to; i++) {
        const bina_link_key *one = &all->code[i];
        size_t length = bina_dictionary_length(values, one->row), least = half_of(length);
        if (least < BINA_LINK_LEAST_CODE)
            least = BINA_LINK_LEAST_CODE;
        for (size_t j = i + 1; j < all->count && share(one->key, all->code[j].key, least); j++) {
            size_t other = bina_dictionary_length(values, all->code[j].row);
            bina_status status;
            if (!share(one->key, all->code[j].key, half_of(length > other ? length : other)))
                continue;
            status =
                bina_link_join_compare(all->join, all->first + part, one->row, all->code[j].row);
            if (status != BINA_OK)
                return status;
        }
    }
    return BINA_OK;
}

static bina_status
join_halves(bina_link_join *join)
{
    const bina_dictionary *values = &join->field->values;
    halves all = {.join = join};
    size_t parts;
    bina_status status;

    all.code = malloc(values->count * sizeof(*all.code));
    if (all.code == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < values->count; c++) {
        size_t length = bina_dictionary_length(values, c);
        if (length < BINA_LINK_LEAST_CODE)
            continue;
        all.code[all.count].key = first_bytes(bina_dictionary_text(values, c), length);
        all.code[all.count++].row = c;
    }
    status = bina_linkage_sort_keys(all.code, all.count);
    parts = (all.count + PART - 1) / PART;
    if (status == BINA_OK)
        status = bina_link_join_widen(join, parts, &all.first);
    if (status == BINA_OK)
        status = bina_parallel(join->threads, parts, join_halves_part, &all);
    free(all.code);
    return status;
}

static bina_status
join_each(bina_link_join *join)
{
    uint32_t values = join->field->values.count, kept = 0;
    uint32_t *code = malloc(values * sizeof(*code));
    bina_status status;

    if (code == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < values; c++)
        if (bina_dictionary_length(&join->field->values, c) >= BINA_LINK_LEAST_CODE)
            code[kept++] = c;
    status = bina_link_join_edits(join, code, kept);
    free(code);
    return status;
}

bina_status
bina_link_join_codes(bina_link_join *join)
{
    leavings all = {.join = join};
    double pairs = (double)join->field->values.count * join->field->values.count / 2;
    size_t left;
    bina_status status = count_left(&all, &left);

    if (status != BINA_OK)
        return status;
    if ((double)left * COST_LEFT > pairs) {
        status = join_each(join);
    } else if (left > MOST_LEFT) {
        status = BINA_ERR_FULL;
    } else {
        all.parts = left / PART_LEFT + 1;
        status = bina_link_join_widen(join, all.parts, &all.first);
        if (status == BINA_OK)
            status = bina_parallel(join->threads, all.parts, join_left_part, &all);
    }
    return status == BINA_OK ? join_halves(join) : status;
}
