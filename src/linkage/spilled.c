#include "linkage/spilled.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/vector.h"

#define SLICE 1024u /* pairs that a thread takes at once */
#define LEAST 4096u /* pairs gathered at once, however little memory there is */
#define SHARE 16u   /* of the memory is for the rows that are gathered */

/* Pairs that a part of the walk made. */
typedef struct met {
    uint32_t *a, *b;
    size_t count, room_a, room_b;
} met;

typedef struct errand {
    bina_link_engine *engine;
    size_t from; /* the first part */
    met *met;    /* of a part, counted from there */
    /* Those of one part that are weighed together: */
    const uint32_t *a, *b;
    size_t count;
    bina_link_rows rows;    /* theirs: of pair i, those of a and b are 2 i and 2 i + 1 */
    bina_link_edges *edges; /* of a slice */
} errand;

size_t
bina_link_spilled_most(const bina_link_engine *engine)
{
    size_t pair = 2 * engine->rows.stride * sizeof(*engine->rows.code);
    size_t most = engine->memory / SHARE / pair / SLICE * SLICE;

    return most > LEAST ? most : LEAST;
}

static bina_status
meet(void *self, const uint32_t *a, const uint32_t *b, size_t count)
{
    met *into = self;

    if (!bina_vector_reserve(&into->a, &into->room_a, into->count + count, sizeof(*a)) ||
        !bina_vector_reserve(&into->b, &into->room_b, into->count + count, sizeof(*b)))
        return BINA_ERR_NO_MEMORY;
    memcpy(into->a + into->count, a, count * sizeof(*a));
    memcpy(into->b + into->count, b, count * sizeof(*b));
    into->count += count;
    return BINA_OK;
}

static bina_status
walk_part(void *self, size_t part)
{
    const errand *all = self;
    bina_link_engine *engine = all->engine;
    bina_link_walk walk = {&engine->large.blocks, engine->table, engine->alone, 1, meet,
                           &all->met[part]};

    return bina_link_blocks_walk(&walk, all->from + part);
}

static size_t
end_of_slice(const errand *all, size_t slice)
{
    size_t end = (slice + 1) * SLICE;

    return end < all->count ? end : all->count;
}

static bina_status
gather_slice(void *self, size_t slice)
{
    const errand *all = self;
    const bina_link_rows *rows = &all->engine->rows;
    size_t size = rows->stride * sizeof(*rows->code);

    for (size_t i = slice * SLICE; i < end_of_slice(all, slice); i++) {
        uint32_t *into = all->rows.code + 2 * i * rows->stride;
        bina_heap_pass(rows->heap, 16 * i);
        memcpy(into, bina_link_rows_at(rows, all->a[i]), size);
        memcpy(into + rows->stride, bina_link_rows_at(rows, all->b[i]), size);
    }
    return BINA_OK;
}

static bina_status
judge_slice(void *self, size_t slice)
{
    const errand *all = self;
    size_t from = slice * SLICE, end = end_of_slice(all, slice);
    uint32_t x[SLICE], y[SLICE];

    for (size_t i = from; i < end; i++) {
        x[i - from] = (uint32_t)(2 * i);
        y[i - from] = (uint32_t)(2 * i + 1);
    }
    return bina_link_large_weigh(all->engine, &all->rows, x, y, all->a + from, all->b + from,
                                 end - from, &all->edges[slice]);
}

/* Weighs some pairs of a part together. */
static bina_status
weigh(errand *all)
{
    size_t slices = (all->count + SLICE - 1) / SLICE;
    unsigned threads = all->engine->threads;
    bina_status status = bina_parallel(threads, slices, gather_slice, all);

    if (status == BINA_OK)
        status = bina_parallel(threads, slices, judge_slice, all);
    for (size_t s = 0; s < slices; s++) {
        if (status == BINA_OK)
            status = bina_link_edges_append(&all->engine->edges, &all->edges[s]);
        bina_link_edges_drop(&all->edges[s]);
    }
    return status;
}

/* The pairs of all parts one behind the other, in the place of the first. */
static bina_status
bring_together(errand *all, size_t parts)
{
    bina_status status = BINA_OK;

    for (size_t p = 1; p < parts && status == BINA_OK; p++) {
        met *of = &all->met[p];
        if (of->count > 0)
            status = meet(&all->met[0], of->a, of->b, of->count);
        free(of->a);
        free(of->b);
        *of = (met){0};
    }
    return status;
}

bina_status
bina_link_spilled_score(bina_link_engine *engine, size_t from, size_t to)
{
    size_t most = bina_link_spilled_most(engine);
    errand all = {
        .engine = engine, .from = from, .rows = {NULL, engine->rows.stride, engine->rows.heap}};
    bina_status status = BINA_ERR_NO_MEMORY;

    all.met = calloc(to - from + 1, sizeof(*all.met));
    all.edges = calloc(most / SLICE, sizeof(*all.edges));
    all.rows.code = malloc(most * 2 * all.rows.stride * sizeof(*all.rows.code));
    if (all.met != NULL && all.edges != NULL && all.rows.code != NULL)
        status = bina_parallel(engine->threads, to - from, walk_part, &all);
    if (status == BINA_OK)
        status = bring_together(&all, to - from);
    for (size_t at = 0; status == BINA_OK && at < all.met[0].count; at += all.count) {
        all.a = all.met[0].a + at;
        all.b = all.met[0].b + at;
        all.count = all.met[0].count - at < most ? all.met[0].count - at : most;
        status = weigh(&all);
    }
    for (size_t p = 0; all.met != NULL && p < to - from; p++) {
        free(all.met[p].a);
        free(all.met[p].b);
    }
    free(all.met);
    free(all.edges);
    free(all.rows.code);
    return status;
}
