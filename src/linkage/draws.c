#include "linkage/draws.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/fetch.h"

#define LONG  50000u /* rows from which on lists are long */
#define LEAST 4u     /* the least that is tried is so many times less than the most */

bina_status
bina_link_groups_make(bina_link_groups *groups, const bina_link_field *field, uint32_t rows)
{
    groups->heap = field->values.heap;
    groups->row = bina_heap_take(groups->heap, (size_t)rows + 1, sizeof(*groups->row));
    groups->start =
        bina_heap_clear(groups->heap, (size_t)field->values.count + 2, sizeof(*groups->start));
    if (groups->row == NULL || groups->start == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 0; c < field->values.count; c++)
        groups->start[c + 2] = groups->start[c + 1] + field->count[c];
    for (uint32_t r = 0; r < rows; r++) {
        bina_heap_pass(groups->heap, r);
        groups->row[groups->start[field->codes[r] + 1]++] = r;
    }
    return BINA_OK;
}

void
bina_link_groups_drop(bina_link_groups *groups)
{
    bina_heap_give(groups->heap, groups->row);
    bina_heap_give(groups->heap, groups->start);
    memset(groups, 0, sizeof(*groups));
}

static uint64_t
begin(uint64_t seed)
{
    return 88172645463325252u ^ seed;
}

static uint64_t
draw(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static bina_status
make_room(bina_link_draws *draws, size_t tries, bool weighted)
{
    memset(draws, 0, sizeof(*draws));
    draws->a = malloc((tries + 1) * sizeof(*draws->a));
    draws->b = malloc((tries + 1) * sizeof(*draws->b));
    if (weighted)
        draws->weight = malloc((tries + 1) * sizeof(*draws->weight));
    return draws->a == NULL || draws->b == NULL || (weighted && draws->weight == NULL)
               ? BINA_ERR_NO_MEMORY
               : BINA_OK;
}

void
bina_link_draws_drop(bina_link_draws *draws)
{
    free(draws->a);
    free(draws->b);
    free(draws->weight);
    memset(draws, 0, sizeof(*draws));
}

size_t
bina_link_draws_tries(uint32_t rows, size_t most)
{
    if (rows >= LONG)
        return most;
    return rows < LONG / LEAST ? most / LEAST : (size_t)((uint64_t)most * rows / LONG);
}

bina_status
bina_link_draws_any(bina_link_draws *draws, uint32_t rows, uint64_t seed, size_t tries)
{
    uint64_t state = begin(seed);
    bina_status status = make_room(draws, tries, false);

    if (status != BINA_OK || rows == 0)
        return status;
    for (size_t i = 0; i < tries; i++) {
        draws->a[i] = (uint32_t)(draw(&state) >> 33) % rows;
        draws->b[i] = (uint32_t)(draw(&state) >> 33) % rows;
    }
    draws->count = tries;
    return BINA_OK;
}

bina_status
bina_link_draws_agreeing(bina_link_draws *draws, const bina_link_field *field,
                         const bina_link_groups *groups, uint32_t rows, uint64_t seed, size_t tries)
{
    uint64_t state = begin(seed);
    bina_status status = make_room(draws, tries, true);

    if (status != BINA_OK || rows == 0)
        return status;
    for (size_t i = 0; i < tries; i++) {
        uint32_t a = (uint32_t)(draw(&state) >> 33) % rows, code = field->codes[a], b;
        uint32_t size = field->count[code];
        bina_heap_pass(groups->heap, i);
        if (code == 0 || size < 2)
            continue;
        b = groups->row[groups->start[code] + (size_t)(draw(&state) >> 33) % size];
        if (a == b)
            continue;
        draws->a[draws->count] = a;
        draws->b[draws->count] = b;
        draws->weight[draws->count++] = size - 1;
    }
    return BINA_OK;
}

size_t
bina_link_draws_take(const bina_link_draws *draws, size_t first, const bina_link_field *field,
                     uint32_t *a, uint32_t *b)
{
    size_t count = draws->count - first;

    if (count > BINA_LINK_DRAWN)
        count = BINA_LINK_DRAWN;
    bina_heap_breathe(field->values.heap);
    for (size_t i = 0; i < count; i++) {
        a[i] = field->codes[draws->a[first + i]];
        b[i] = field->codes[draws->b[first + i]];
    }
    return count;
}

/* Tells what a glance does of pairs of values, and which of them it leaves open. */
static size_t
glance_at(const bina_link_field *field, const uint32_t *a, const uint32_t *b, size_t count,
          uint8_t *level, uint32_t *open)
{
    size_t left = 0;

    for (size_t i = 0; i < count; i++)
        bina_link_touch_glance(field, a[i], b[i]);
    for (size_t i = 0; i < count; i++) {
        uint32_t x = a[i] < b[i] ? a[i] : b[i], y = a[i] < b[i] ? b[i] : a[i];
        level[i] = BINA_LINK_DIFFERENT;
        if (x == 0)
            level[i] = BINA_LINK_MISSING;
        else if (x == y)
            level[i] = (uint8_t)field->top;
        else if (bina_link_glance_most(field, x, y) != BINA_LINK_DIFFERENT)
            open[left++] = (uint32_t)i;
    }
    return left;
}

/* Most values differ at a glance: texts are fetched of the others only. */
static void
compare_texts(const bina_link_field *field, const uint32_t *a, const uint32_t *b, size_t count,
              uint8_t *level)
{
    uint32_t open[BINA_LINK_DRAWN];
    size_t left = glance_at(field, a, b, count, level, open);

    for (size_t i = 0; i < left; i++)
        bina_link_touch_start(field, a[open[i]], b[open[i]]);
    for (size_t i = 0; i < left; i++)
        bina_link_fetch_texts(field, a[open[i]], b[open[i]]);
    for (size_t i = 0; i < left; i++) {
        uint32_t x = a[open[i]], y = b[open[i]];
        bina_heap_pass(field->values.heap, 32 * i);
        level[open[i]] =
            (uint8_t)bina_link_field_compare_texts(field, x < y ? x : y, x < y ? y : x);
    }
}

void
bina_link_draws_compare(const bina_link_field *field, const uint32_t *a, const uint32_t *b,
                        size_t count, uint8_t *level)
{
    if (bina_link_is_only_glanced_at(field)) {
        compare_texts(field, a, b, count, level);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        bina_heap_pass(field->values.heap, 32 * i);
        level[i] = (uint8_t)bina_link_field_level(field, a[i], b[i]);
    }
}
