#include "linkage/judge_many.h"

#include <string.h>

#include "linkage/fetch.h"

/* Four codes, compared at once. */
typedef uint32_t four __attribute__((vector_size(16)));

/* A pair on its way. */
typedef struct trial {
    const uint32_t *a, *b;           /* the codes of its rows */
    double bound;                    /* what it may reach */
    uint32_t equal;                  /* the fields that it agrees on, a bit for each */
    uint32_t open;                   /* those of which the level is not told yet */
    uint8_t level[BINA_LINK_FIELDS]; /* of fields that were looked at */
    bool same_list;
} trial;

/* The pairs that may still reach the least weight. */
typedef struct docket {
    const bina_link_outset *outset;
    const bina_link_judge *judge;
    bina_heap *heap;
    trial trial[BINA_LINK_TRIALS];
    uint16_t live[BINA_LINK_TRIALS];
    size_t count;
} docket;

static uint32_t
gather(four bits)
{
    uint64_t half[2];

    memcpy(half, &bits, sizeof(half));
    half[0] |= half[1];
    return (uint32_t)(half[0] | half[0] >> 32);
}

/* Tells the fields that both rows have a value in, and those where it is the same. */
static void
match_codes(trial *one, unsigned stride, uint32_t *both)
{
    const four none = {0, 0, 0, 0};
    four bit = {1, 2, 4, 8}, equal = none, present = none;

    for (unsigned v = 0; v < stride / 4; v++, bit <<= 4) {
        four x, y, has;
        memcpy(&x, one->a + 4 * v, sizeof(x));
        memcpy(&y, one->b + 4 * v, sizeof(y));
        has = bit & (four)(x != none) & (four)(y != none);
        present |= has;
        equal |= has & (four)(x == y);
    }
    *both = gather(present);
    one->equal = gather(equal);
}

/* What the codes alone leave possible. */
static void
open_trial(const bina_link_outset *outset, trial *one, unsigned stride)
{
    uint32_t both;

    match_codes(one, stride, &both);
    one->open = both & ~one->equal;
    one->bound = bina_link_outset_bound(outset, one->same_list, one->equal, one->open, one->a);
}

/* The cells of a field in the state that a pair has it in. */
static unsigned
cells_of(const bina_link_judge *judge, const trial *one, int f)
{
    return bina_link_judge_state(judge, f, one->equal) * BINA_LINK_LEVELS;
}

/* Glances at a field of a pair: tells its level, or the most that it may be. */
static void
glance(const docket *all, trial *one, int f, bool tells)
{
    const bina_link_judge *judge = all->judge;
    const bina_link_field *field = &judge->field[f];
    const double *worth = (tells ? judge->one[f] : judge->most[f]) + cells_of(judge, one, f);
    uint32_t a = one->a[f], b = one->b[f];
    unsigned level = tells ? bina_link_field_level(field, a, b)
                           : bina_link_glance_most(field, a < b ? a : b, a < b ? b : a);

    if (tells || level == BINA_LINK_DIFFERENT)
        one->open &= ~((uint32_t)1 << f);
    one->level[f] = (uint8_t)level;
    one->bound += worth[level] - all->outset->hope[f];
}

/* Compares the texts of a field of a pair that a glance could not tell the level of. */
static void
compare(const docket *all, trial *one, int f)
{
    const bina_link_judge *judge = all->judge;
    unsigned cells = cells_of(judge, one, f);
    uint32_t a = one->a[f], b = one->b[f];
    unsigned level = bina_link_field_compare_texts(&judge->field[f], a < b ? a : b, a < b ? b : a);

    one->bound += judge->one[f][cells + level] - judge->most[f][cells + one->level[f]];
    one->level[f] = (uint8_t)level;
}

/* Glances at a field of all pairs, and drops those that it leaves without hope. */
static void
glance_at_all(docket *all, int f, int next)
{
    const bina_link_judge *judge = all->judge;
    bool tells = !bina_link_is_only_glanced_at(&judge->field[f]);
    size_t left = 0;

    for (size_t i = 0; i < all->count; i++) {
        trial *one = &all->trial[all->live[i]];
        if (one->open >> f & 1) {
            bina_heap_pass(all->heap, 32 * i);
            glance(all, one, f, tells);
            if (one->bound < judge->least)
                continue;
        }
        if (next >= 0 && one->open >> next & 1)
            bina_link_fetch_glance(&judge->field[next], one->a[next], one->b[next]);
        all->live[left++] = all->live[i];
    }
    all->count = left;
}

/* Compares the texts of a field of those pairs that a glance could not tell it of. */
static void
compare_all(docket *all, int f)
{
    const bina_link_judge *judge = all->judge;
    const bina_link_field *field = &judge->field[f];
    size_t left = 0;

    for (size_t i = 0; i < all->count; i++) {
        const trial *one = &all->trial[all->live[i]];
        if (one->open >> f & 1)
            bina_link_fetch_start(field, one->a[f], one->b[f]);
    }
    for (size_t i = 0; i < all->count; i++) {
        const trial *one = &all->trial[all->live[i]];
        if (one->open >> f & 1)
            bina_link_fetch_texts(field, one->a[f], one->b[f]);
    }
    for (size_t i = 0; i < all->count; i++) {
        trial *one = &all->trial[all->live[i]];
        if (one->open >> f & 1) {
            bina_heap_pass(all->heap, 32 * i);
            compare(all, one, f);
            if (one->bound < judge->least)
                continue;
        }
        all->live[left++] = all->live[i];
    }
    all->count = left;
}

static void
open_all(docket *all, const bina_link_rows *rows, const uint32_t *a, const uint32_t *b,
         const bool *same_list, size_t count)
{
    const bina_link_judge *judge = all->judge;
    int first = judge->order[0];

    all->count = 0;
    for (size_t i = 0; i < count; i++) {
        trial *one = &all->trial[i];
        bina_heap_pass(all->heap, 16 * i);
        one->a = bina_link_rows_at(rows, a[i]);
        one->b = bina_link_rows_at(rows, b[i]);
        one->same_list = same_list[i];
        open_trial(all->outset, one, rows->stride);
        if (one->bound < judge->least)
            continue;
        if (one->open >> first & 1)
            bina_link_fetch_glance(&judge->field[first], one->a[first], one->b[first]);
        all->live[all->count++] = (uint16_t)i;
    }
}

/* The weight of a pair of which all is told. */
static double
close_trial(const bina_link_judge *judge, const trial *one)
{
    uint8_t cell[BINA_LINK_FIELDS];

    for (int f = 0; f < judge->fields; f++) {
        unsigned level = BINA_LINK_MISSING;
        if (one->equal >> f & 1)
            level = judge->top[f];
        else if (one->a[f] != 0 && one->b[f] != 0)
            level = one->level[f];
        cell[f] = (uint8_t)(cells_of(judge, one, f) + level);
    }
    return bina_link_judge_close(judge, cell, one->same_list, one->equal, one->a);
}

size_t
bina_link_judge_many(const bina_link_outset *outset, const bina_link_rows *rows, const uint32_t *a,
                     const uint32_t *b, const bool *same_list, size_t count, bina_link_kept *kept)
{
    const bina_link_judge *judge = outset->judge;
    size_t found = 0;
    docket all;

    all.outset = outset;
    all.judge = judge;
    all.heap = rows->heap;
    open_all(&all, rows, a, b, same_list, count);
    for (int i = 0; i < judge->fields; i++)
        glance_at_all(&all, judge->order[i], i + 1 < judge->fields ? judge->order[i + 1] : -1);
    for (int i = 0; i < judge->fields; i++)
        if (bina_link_is_only_glanced_at(&judge->field[judge->order[i]]))
            compare_all(&all, judge->order[i]);
    for (size_t i = 0; i < all.count; i++) {
        double weight = close_trial(judge, &all.trial[all.live[i]]);
        kept[found] = (bina_link_kept){all.live[i], weight};
        found += !(weight < judge->least);
    }
    return found;
}
