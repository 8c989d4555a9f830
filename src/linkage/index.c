#include "linkage/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

/* Every row's edges, both ways, from those of the run. */
static bina_status
lay_out_edges(bina_link_index *index)
{
    const bina_link_engine *engine = index->engine;

    index->near = malloc((engine->edges.count * 2 + 1) * sizeof(*index->near));
    if (index->near == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t e = 0; e < engine->edges.count; e++) {
        index->beside[engine->edges.edge[e].a].count++;
        index->beside[engine->edges.edge[e].b].count++;
    }
    for (size_t r = 0, at = 0; r < index->rows; r++) {
        index->beside[r].near = index->near + at;
        at += index->beside[r].count;
        index->beside[r].count = 0;
    }
    /* Edges are sorted: a row's come in order, first those to rows before it. */
    for (size_t e = 0; e < engine->edges.count; e++) {
        const bina_link_edge *edge = &engine->edges.edge[e];
        bina_link_beside *a = &index->beside[edge->a], *b = &index->beside[edge->b];
        a->near[a->count++] = (bina_link_near){edge->b, edge->weight};
        b->near[b->count++] = (bina_link_near){edge->a, edge->weight};
    }
    return BINA_OK;
}

bina_status
bina_link_index_make(bina_link_engine *engine, bina_link_index **index)
{
    bina_link_index *made = calloc(1, sizeof(*made));
    size_t rows = engine->table->rows, lists = engine->table->list_count;
    bina_status status = BINA_ERR_NO_MEMORY;

    *index = NULL;
    if (made == NULL)
        return status;
    made->engine = engine;
    made->rows = engine->table->rows;
    made->room = made->rows;
    made->gone = calloc(rows + 1, sizeof(*made->gone));
    made->beside = calloc(rows + 1, sizeof(*made->beside));
    made->seen = calloc(rows + 1, sizeof(*made->seen));
    made->more = calloc(lists + 1, sizeof(*made->more));
    made->standard = malloc(sizeof(*made->standard));
    made->text = malloc(BINA_LINK_FIELDS * sizeof(*made->text));
    if (made->gone != NULL && made->beside != NULL && made->seen != NULL && made->more != NULL &&
        made->standard != NULL && made->text != NULL)
        status = lay_out_edges(made);
    if (status != BINA_OK) {
        bina_link_index_free(made);
        return status;
    }
    *index = made;
    return BINA_OK;
}

void
bina_link_index_free(bina_link_index *index)
{
    if (index == NULL)
        return;
    bina_link_finders_drop(index);
    for (uint32_t r = 0; index->beside != NULL && r < index->rows; r++)
        if (index->beside[r].room > 0)
            free(index->beside[r].near);
    for (uint32_t l = 0; index->more != NULL && l < index->engine->table->list_count; l++)
        free(index->more[l].row);
    free(index->gone);
    free(index->beside);
    free(index->near);
    free(index->place);
    free(index->more);
    free(index->number);
    free(index->fresh);
    free(index->seen);
    free(index->met);
    free(index->span);
    bina_link_summing_drop(&index->summing);
    free(index->tally);
    free(index->hit);
    free(index->standard);
    free(index->text);
    free(index);
}

bina_status
bina_link_index_reserve(bina_link_index *index)
{
    bina_link_engine *engine = index->engine;
    bina_heap *heap = engine->table->heap;
    size_t room = (size_t)index->rows + index->rows / 8 + 64, old = index->room;
    bina_status status = BINA_OK;

    if (index->rows < index->room)
        return BINA_OK;
    if (room > UINT32_MAX / 4)
        return BINA_ERR_FULL;
    if (!bina_heap_refit(NULL, &index->gone, room, sizeof(*index->gone)) ||
        !bina_heap_refit(NULL, &index->beside, room, sizeof(*index->beside)) ||
        !bina_heap_refit(NULL, &index->seen, room, sizeof(*index->seen)) ||
        !bina_heap_refit(heap, &engine->list_of, room, sizeof(*engine->list_of)) ||
        !bina_heap_refit(heap, &engine->entity, room, sizeof(*engine->entity)) ||
        !bina_heap_refit(heap, &engine->rows.code, room * engine->rows.stride,
                         sizeof(*engine->rows.code)))
        status = BINA_ERR_NO_MEMORY;
    for (int f = 0; f < engine->plan->count && status == BINA_OK; f++)
        if (!bina_heap_refit(heap, &engine->field[f].codes, room, sizeof(*engine->field[f].codes)))
            status = BINA_ERR_NO_MEMORY;
    if (status != BINA_OK)
        return status;
    memset(index->gone + old, 0, (room - old) * sizeof(*index->gone));
    memset(index->beside + old, 0, (room - old) * sizeof(*index->beside));
    memset(index->seen + old, 0, (room - old) * sizeof(*index->seen));
    index->room = (uint32_t)room;
    return BINA_OK;
}

bina_status
bina_link_index_settle(bina_link_index *index)
{
    bina_link_engine *engine = index->engine;
    size_t count = 0;

    if (!index->edges_behind)
        return BINA_OK;
    for (uint32_t r = 0; r < index->rows; r++)
        count += index->beside[r].count;
    count /= 2;
    if (!bina_vector_reserve(&engine->edges.edge, &engine->edges.room, count,
                             sizeof(*engine->edges.edge)))
        return BINA_ERR_NO_MEMORY;
    engine->edges.count = 0;
    for (uint32_t r = 0; r < index->rows; r++)
        for (size_t i = 0; i < index->beside[r].count; i++) {
            const bina_link_near *near = &index->beside[r].near[i];
            if (near->row > r)
                engine->edges.edge[engine->edges.count++] =
                    (bina_link_edge){r, near->row, near->weight};
        }
    index->edges_behind = false;
    return BINA_OK;
}

bina_status
bina_link_index_count(bina_link_index *index, const uint32_t *order)
{
    const bina_link_table *table = index->engine->table;
    const uint32_t *entity = index->engine->entity;
    uint32_t next = 0, *number;

    if (index->number != NULL)
        return BINA_OK;
    number = calloc((size_t)index->rows + 1, sizeof(*number));
    if (number == NULL)
        return BINA_ERR_NO_MEMORY;
    /* First the entity's least row holds the number, then every row. */
    for (uint32_t l = 0; l < table->list_count; l++) {
        const bina_link_list *list = table->lists[order[l]];
        const bina_link_more *more = &index->more[order[l]];
        for (uint32_t r = list->first; r < list->first + list->rows; r++)
            if (!index->gone[r] && number[entity[r]] == 0)
                number[entity[r]] = ++next;
        for (size_t i = 0; i < more->count; i++)
            if (!index->gone[more->row[i]] && number[entity[more->row[i]]] == 0)
                number[entity[more->row[i]]] = ++next;
    }
    for (uint32_t r = index->rows; r > 0; r--)
        number[r - 1] = index->gone[r - 1] ? 0 : number[entity[r - 1]];
    index->number = number;
    return BINA_OK;
}
