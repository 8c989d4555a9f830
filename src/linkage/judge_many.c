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
    uint8_t level[BINA_LINK_FIELDS]; /* of fields that were looked at */
    bool same_list;
} trial;

/*
 * Pairs are kept in sets, a bit for each: which of them a field is to be looked at of cannot be
 * foreseen, so nothing may branch on it.
 */
typedef uint64_t pairs;
_Static_assert(BINA_LINK_TRIALS <= 64, "a set of pairs has a bit for each");

typedef struct docket {
    const bina_link_outset *outset;
    const bina_link_judge *judge;
    bina_heap *heap;
    pairs live;                   /* those that may still reach the least weight */
    pairs open[BINA_LINK_FIELDS]; /* those that a field is not told of yet */
    trial trial[BINA_LINK_TRIALS];
} docket;

/* Takes the first pair out of a set that has some. */
static unsigned
take(pairs *set)
{
    unsigned first = (unsigned)__builtin_ctzll(*set);

    *set &= *set - 1;
    return first;
}

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

/* The cells of a field in the state that a pair has it in. */
static unsigned
cells_of(const bina_link_judge *judge, const trial *one, int f)
{
    return bina_link_judge_state(judge, f, one->equal) * BINA_LINK_LEVELS;
}

/* The levels of a field of some pairs, as far as a glance tells them: the most that they may be. */
static void
glance(docket *all, int f, pairs some)
{
    const bina_link_field *field = &all->judge->field[f];
    const bina_link_similar *similar = &field->similar;

    if (bina_link_is_only_glanced_at(field))
        while (some != 0) {
            trial *one = &all->trial[take(&some)];
            uint32_t a = one->a[f], b = one->b[f];
            one->level[f] = (uint8_t)bina_link_glance_most(field, a < b ? a : b, a < b ? b : a);
        }
    else if (similar->table != NULL && similar->later == 0)
        while (some != 0) {
            trial *one = &all->trial[take(&some)];
            unsigned level = similar->table[one->a[f] * similar->values + one->b[f]];
            one->level[f] = (uint8_t)(level + (level == 0) * BINA_LINK_DIFFERENT);
        }
    else
        while (some != 0) {
            trial *one = &all->trial[take(&some)];
            one->level[f] = (uint8_t)bina_link_field_level(field, one->a[f], one->b[f]);
        }
}

/* Touches what a glance at a field of the pairs that are left will read. */
static void
touch_glances(const docket *all, int f)
{
    pairs ahead = all->live & all->open[f];

    while (ahead != 0) {
        const trial *one = &all->trial[take(&ahead)];
        bina_link_touch_glance(&all->judge->field[f], one->a[f], one->b[f]);
    }
}

/* Glances at a field of all pairs, and drops those that it leaves without hope. */
static void
glance_at_all(docket *all, int f)
{
    const bina_link_judge *judge = all->judge;
    bool tells = !bina_link_is_only_glanced_at(&judge->field[f]);
    const double *worth = tells ? judge->one[f] : judge->most[f];
    pairs some = all->live & all->open[f], told = 0, lost = 0;

    bina_heap_breathe(all->heap);
    glance(all, f, some);
    while (some != 0) {
        unsigned i = take(&some);
        trial *one = &all->trial[i];
        one->bound += worth[cells_of(judge, one, f) + one->level[f]] - all->outset->hope[f];
        told |= (pairs)(tells || one->level[f] == BINA_LINK_DIFFERENT) << i;
        lost |= (pairs)(one->bound < judge->least) << i;
    }
    all->open[f] &= ~told;
    all->live &= ~lost;
}

/* Compares the texts of a field of those pairs that a glance could not tell it of. */
static void
compare_all(docket *all, int f)
{
    const bina_link_judge *judge = all->judge;
    const bina_link_field *field = &judge->field[f];
    const pairs some = all->live & all->open[f];

    for (pairs left = some; left != 0;) {
        const trial *one = &all->trial[take(&left)];
        bina_link_touch_start(field, one->a[f], one->b[f]);
    }
    for (pairs left = some; left != 0;) {
        const trial *one = &all->trial[take(&left)];
        bina_link_fetch_texts(field, one->a[f], one->b[f]);
    }
    for (pairs left = some; left != 0;) {
        unsigned i = take(&left), cells = cells_of(judge, &all->trial[i], f), level;
        trial *one = &all->trial[i];
        uint32_t a = one->a[f], b = one->b[f];
        bina_heap_pass(all->heap, 32 * i);
        level = bina_link_field_compare_texts(field, a < b ? a : b, a < b ? b : a);
        one->bound += judge->one[f][cells + level] - judge->most[f][cells + one->level[f]];
        one->level[f] = (uint8_t)level;
        all->live &= ~((pairs)(one->bound < judge->least) << i);
    }
}

/* Turns sets of fields, eight of each of eight pairs, into the set of those pairs with a field. */
static pairs
turn(const uint8_t sets[8], unsigned field)
{
    uint64_t all = 0;

    for (unsigned i = 0; i < 8; i++)
        all |= (uint64_t)sets[i] << (8 * i);
    return ((all >> field & 0x0101010101010101u) * 0x0102040810204080u) >> 56;
}

/* What the codes alone leave possible. */
static void
open_all(docket *all, const bina_link_rows *rows, const uint32_t *a, const uint32_t *b,
         const bool *same_list, size_t count)
{
    const bina_link_judge *judge = all->judge;
    uint8_t open[2][BINA_LINK_TRIALS] = {{0}};

    all->live = 0;
    for (size_t i = 0; i < count; i++) {
        bina_heap_touch(all->heap, bina_link_rows_at(rows, a[i]));
        bina_heap_touch(all->heap, bina_link_rows_at(rows, b[i]));
    }
    for (size_t i = 0; i < count; i++) {
        trial *one = &all->trial[i];
        uint32_t both, unequal;
        bina_heap_pass(all->heap, 16 * i);
        one->a = bina_link_rows_at(rows, a[i]);
        one->b = bina_link_rows_at(rows, b[i]);
        one->same_list = same_list[i];
        match_codes(one, rows->stride, &both);
        unequal = both & ~one->equal;
        open[0][i] = (uint8_t)unequal;
        open[1][i] = (uint8_t)(unequal >> 8);
        one->bound =
            bina_link_outset_bound(all->outset, one->same_list, one->equal, unequal, one->a);
        all->live |= (pairs)(one->bound >= judge->least) << i;
    }
    for (int f = 0; f < judge->fields; f++) {
        all->open[f] = 0;
        for (unsigned i = 0; i < BINA_LINK_TRIALS; i += 8)
            all->open[f] |= turn(&open[f / 8][i], (unsigned)f % 8) << i;
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
    for (int i = 0; i < judge->fields; i++) {
        touch_glances(&all, judge->order[i]);
        glance_at_all(&all, judge->order[i]);
    }
    for (int i = 0; i < judge->fields; i++)
        if (bina_link_is_only_glanced_at(&judge->field[judge->order[i]]))
            compare_all(&all, judge->order[i]);
    while (all.live != 0) {
        unsigned i = take(&all.live);
        double weight = close_trial(judge, &all.trial[i]);
        kept[found] = (bina_link_kept){i, weight};
        found += !(weight < judge->least);
    }
    return found;
}
