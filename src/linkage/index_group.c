/* Edges of rows that come and go, and the entities that follow from them. */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/index.h"
#include "linkage/lone.h"

/* Where a row stands, or would, among those beside another. */
static size_t
seek(const bina_link_beside *beside, uint32_t row)
{
    size_t low = 0, high = beside->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (beside->near[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Room for one more, in memory of its own. */
static bina_status
own(bina_link_beside *beside)
{
    bina_link_near *near;
    size_t room = 0;

    if (beside->room > 0)
        return bina_vector_reserve(&beside->near, &beside->room, beside->count + 1, sizeof(*near))
                   ? BINA_OK
                   : BINA_ERR_NO_MEMORY;
    near = NULL;
    if (!bina_vector_reserve(&near, &room, beside->count + 1, sizeof(*near)))
        return BINA_ERR_NO_MEMORY;
    if (beside->count > 0)
        memcpy(near, beside->near, beside->count * sizeof(*near));
    beside->near = near;
    beside->room = room;
    return BINA_OK;
}

static bina_status
put(bina_link_index *index, uint32_t row, const bina_link_near *near)
{
    bina_link_beside *beside = &index->beside[row];
    bina_status status = own(beside);
    size_t at;

    if (status != BINA_OK)
        return status;
    at = seek(beside, near->row);
    memmove(beside->near + at + 1, beside->near + at, (beside->count - at) * sizeof(*beside->near));
    beside->near[at] = *near;
    beside->count++;
    return BINA_OK;
}

static void
take(bina_link_index *index, uint32_t row, uint32_t other)
{
    bina_link_beside *beside = &index->beside[row];
    size_t at = seek(beside, other);

    if (at == beside->count || beside->near[at].row != other)
        return;
    beside->count--;
    memmove(beside->near + at, beside->near + at + 1, (beside->count - at) * sizeof(*beside->near));
}

void
bina_link_index_leave(bina_link_index *index, uint32_t row)
{
    bina_link_beside *beside = &index->beside[row];

    for (size_t i = 0; i < beside->count; i++)
        take(index, beside->near[i].row, row);
    beside->count = 0;
    index->edges_behind = true;
}

/* What people said of a row, which outranks whatever was found. */
static bina_status
add_verdicts(bina_link_index *index, uint32_t row)
{
    const bina_link_engine *engine = index->engine;

    for (size_t i = 0; i < engine->verdicts; i++) {
        const bina_link_verdict *verdict = &engine->verdict[i];
        bina_link_near near = {verdict->a == row ? verdict->b : verdict->a,
                               verdict->same ? BINA_LINK_SAME : BINA_LINK_DIFFERENT_VERDICT};
        size_t kept = 0;
        if ((verdict->a != row && verdict->b != row) || index->gone[near.row])
            continue;
        for (size_t k = 0; k < index->hits; k++)
            if (index->hit[k].row != near.row)
                index->hit[kept++] = index->hit[k];
        index->hits = kept;
        if (!bina_vector_reserve(&index->hit, &index->hit_room, kept + 1, sizeof(*index->hit)))
            return BINA_ERR_NO_MEMORY;
        index->hit[index->hits++] = near;
    }
    return BINA_OK;
}

bina_status
bina_link_index_join(bina_link_index *index, uint32_t row)
{
    bina_status status = add_verdicts(index, row);

    for (size_t i = 0; i < index->hits && status == BINA_OK; i++) {
        bina_link_near back = index->hit[i];
        back.row = row;
        status = put(index, row, &index->hit[i]);
        if (status == BINA_OK)
            status = put(index, index->hit[i].row, &back);
    }
    index->edges_behind = true;
    if (status != BINA_OK)
        bina_link_index_leave(index, row);
    return status;
}

static bool
add_row(bina_link_set *set, uint32_t row)
{
    if (!bina_vector_reserve(&set->row, &set->room, set->count + 1, sizeof(*set->row)))
        return false;
    set->row[set->count++] = row;
    return true;
}

bina_status
bina_link_index_part(bina_link_index *index, uint32_t row, bina_link_set *set)
{
    /* Who comes or goes decides, too, whether two rows have nobody else. */
    double least = index->engine->lone;
    size_t at = set->count;

    /* Whoever is in the set has been seen: one search for all parts that are added to it. */
    if (index->seen[row] == index->search)
        return BINA_OK;
    index->seen[row] = index->search;
    if (!add_row(set, row))
        return BINA_ERR_NO_MEMORY;
    for (; at < set->count; at++) {
        const bina_link_beside *beside = &index->beside[set->row[at]];
        for (size_t i = 0; i < beside->count; i++) {
            uint32_t next = beside->near[i].row;
            if (beside->near[i].weight < least || index->seen[next] == index->search)
                continue;
            index->seen[next] = index->search;
            if (!add_row(set, next))
                return BINA_ERR_NO_MEMORY;
        }
    }
    return BINA_OK;
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* A part as a clustering of its own: its rows are numbered from 0, in order. */
typedef struct part {
    bina_link_engine *engine;
    const uint32_t *row;
} part;

static double
weigh(void *self, uint32_t a, uint32_t b)
{
    const part *of = self;

    return bina_link_engine_weigh(of->engine, of->row[a], of->row[b]);
}

bina_status
bina_link_index_group(bina_link_index *index, bina_link_set *set)
{
    bina_link_engine *engine = index->engine;
    part of = {engine, set->row};
    bina_link_clustering clustering = {0};
    bina_link_edge *edge = NULL;
    size_t edges = 0, edge_room = 0, kept = 0;
    uint32_t *list = NULL, *entity = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    for (size_t i = 0; i < set->count; i++)
        if (!index->gone[set->row[i]])
            set->row[kept++] = set->row[i];
    set->count = kept;
    if (kept == 0)
        return BINA_OK;
    qsort(set->row, kept, sizeof(*set->row), by_number);
    list = malloc(kept * sizeof(*list));
    entity = malloc(kept * sizeof(*entity));
    if (list == NULL || entity == NULL)
        goto out;
    for (size_t i = 0; i < kept; i++) {
        const bina_link_beside *beside = &index->beside[set->row[i]];
        list[i] = engine->list_of[set->row[i]];
        for (size_t k = 0; k < beside->count; k++) {
            const bina_link_near *near = &beside->near[k];
            const uint32_t *other = near->row < set->row[i] ? NULL
                                                            : bsearch(&near->row, set->row, kept,
                                                                      sizeof(*set->row), by_number);
            if (other == NULL)
                continue;
            if (!bina_vector_reserve(&edge, &edge_room, edges + 1, sizeof(*edge)))
                goto out;
            edge[edges++] =
                (bina_link_edge){(uint32_t)i, (uint32_t)(other - set->row), near->weight};
        }
    }
    clustering.rows = (uint32_t)kept;
    clustering.edge = edge;
    clustering.edges = edges;
    clustering.threshold = bina_link_odds(engine->link);
    clustering.mates = engine->model.mates;
    clustering.list = list;
    clustering.single = engine->single;
    clustering.weigh = weigh;
    clustering.self = &of;
    status = bina_link_cluster(&clustering, entity);
    if (status == BINA_OK)
        status = bina_link_lone_unite(&clustering, engine->lone, entity);
    for (size_t i = 0; i < kept && status == BINA_OK; i++)
        engine->entity[set->row[i]] = set->row[entity[i]];
    free(index->number);
    index->number = NULL;
out:
    free(edge);
    free(list);
    free(entity);
    return status;
}
