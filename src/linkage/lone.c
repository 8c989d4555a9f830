#include "linkage/lone.h"

#include <math.h>

#include "linkage/engine.h"

#define FLOOR   (-1.0) /* one in three: below it models are far too hopeful */
#define STEP    0.5    /* of the weights looked at together */
#define SURELY  0.9    /* of such pairs of a weight: no more are claimed to be right */
#define NOTHING (-INFINITY)

/* The best edge of a row. */
typedef struct best {
    double weight;
    bool shared; /* by two edges */
} best;

static void
offer(best *to, double weight)
{
    if (weight < to->weight)
        return;
    to->shared = weight <= to->weight;
    to->weight = weight;
}

static bool
is_doubtful(const bina_link_clustering *all, const bina_link_edge *edge)
{
    return edge->weight < all->threshold && edge->weight >= FLOOR &&
           all->list[edge->a] != all->list[edge->b];
}

/* The best edge of every row. */
static best *
find_best(const bina_link_clustering *all)
{
    best *of = bina_heap_take(all->heap, (size_t)all->rows + 1, sizeof(*of));

    if (of == NULL)
        return NULL;
    for (uint32_t r = 0; r < all->rows; r++)
        of[r] = (best){NOTHING, false};
    for (size_t e = 0; e < all->edges; e++) {
        bina_heap_pass(all->heap, e);
        offer(&of[all->edge[e].a], all->edge[e].weight);
        offer(&of[all->edge[e].b], all->edge[e].weight);
    }
    return of;
}

/* Whether an edge is between lists, and nothing else that its rows have comes near it. */
static bool
is_lone(const bina_link_clustering *all, const best *of, const bina_link_edge *edge)
{
    const best *a = &of[edge->a], *b = &of[edge->b];

    return all->list[edge->a] != all->list[edge->b] && a->weight <= edge->weight && !a->shared &&
           b->weight <= edge->weight && !b->shared;
}

/* Whether there is a doubtful pair of rows of two lists. */
static bool
is_any(const bina_link_clustering *all)
{
    for (size_t e = 0; e < all->edges; e++) {
        const bina_link_edge *edge = &all->edge[e];
        bina_heap_pass(all->heap, e);
        if (is_doubtful(all, edge))
            return true;
    }
    return false;
}

bina_status
bina_link_lone_find(const bina_link_clustering *all, double link, double *least)
{
    size_t bins = all->threshold > FLOOR ? (size_t)ceil((all->threshold - FLOOR) / STEP) : 0;
    double *expected, *lone, hoped = 0, asked = 0;
    best *of;
    bina_status status = BINA_OK;

    *least = all->threshold;
    if (!is_any(all))
        return BINA_OK;
    of = find_best(all);
    expected = bina_heap_clear(all->heap, 2 * bins, sizeof(*expected));
    if (of == NULL || expected == NULL)
        status = BINA_ERR_NO_MEMORY;
    lone = expected + bins;
    for (size_t e = 0; e < all->edges && status == BINA_OK; e++) {
        const bina_link_edge *edge = &all->edge[e];
        size_t bin;
        if (!is_doubtful(all, edge))
            continue;
        bin = (size_t)((all->threshold - edge->weight) / STEP);
        bin = bin < bins ? bin : bins - 1;
        expected[bin] += bina_link_probability(edge->weight);
        lone[bin] += is_lone(all, of, edge);
    }
    for (size_t bin = 0; bin < bins && status == BINA_OK; bin++) {
        hoped += fmin(expected[bin], SURELY * lone[bin]);
        asked += link * lone[bin];
        if (lone[bin] > 0 && hoped >= asked)
            *least = fmax(FLOOR, all->threshold - STEP * (double)(bin + 1));
    }
    bina_heap_give(all->heap, of);
    bina_heap_give(all->heap, expected);
    return status;
}

bina_status
bina_link_lone_unite(const bina_link_clustering *all, double least, uint32_t *entity)
{
    best *of;

    if (least >= all->threshold)
        return BINA_OK;
    of = find_best(all);
    if (of == NULL)
        return BINA_ERR_NO_MEMORY;
    /* Neither row has a link: each is an entity by itself. */
    for (size_t e = 0; e < all->edges; e++) {
        const bina_link_edge *edge = &all->edge[e];
        bina_heap_pass(all->heap, e);
        if (edge->weight < all->threshold && edge->weight >= least && is_lone(all, of, edge))
            entity[edge->b] = edge->a;
    }
    bina_heap_give(all->heap, of);
    return BINA_OK;
}
