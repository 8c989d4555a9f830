#include "linkage/edges.h"

#include <stdlib.h>
#include <string.h>

void
bina_link_edges_drop(bina_link_edges *edges)
{
    bina_heap_give(edges->heap, edges->edge);
    edges->edge = NULL;
    edges->count = edges->room = 0;
}

bina_status
bina_link_edges_add(bina_link_edges *edges, uint32_t a, uint32_t b, double weight)
{
    if (!bina_heap_reserve(edges->heap, &edges->edge, &edges->room, edges->count + 1,
                           sizeof(*edges->edge)))
        return BINA_ERR_NO_MEMORY;
    edges->edge[edges->count++] = (bina_link_edge){a, b, weight};
    return BINA_OK;
}

bina_status
bina_link_edges_append(bina_link_edges *edges, const bina_link_edges *other)
{
    if (other->count == 0)
        return BINA_OK;
    if (!bina_heap_reserve(edges->heap, &edges->edge, &edges->room, edges->count + other->count,
                           sizeof(*edges->edge)))
        return BINA_ERR_NO_MEMORY;
    memcpy(edges->edge + edges->count, other->edge, other->count * sizeof(*other->edge));
    edges->count += other->count;
    return BINA_OK;
}

static int
by_right(const void *x, const void *y)
{
    uint32_t a = ((const bina_link_edge *)x)->b, b = ((const bina_link_edge *)y)->b;
    return a < b ? -1 : a > b;
}

bina_status
bina_link_edges_join(bina_link_edges *edges, bina_link_edges *part, size_t parts, uint32_t rows)
{
    bina_heap *heap = edges->heap;
    size_t total = 0, *end = bina_heap_clear(heap, (size_t)rows + 1, sizeof(*end));
    bina_status status = BINA_ERR_NO_MEMORY;

    for (size_t p = 0; p < parts; p++)
        total += part[p].count;
    bina_link_edges_drop(edges);
    edges->edge = bina_heap_take(heap, total + 1, sizeof(*edges->edge));
    if (end == NULL || edges->edge == NULL)
        goto out;
    edges->room = total + 1;
    for (size_t p = 0; p < parts; p++)
        for (size_t i = 0; i < part[p].count; i++) {
            bina_heap_pass(heap, i);
            end[part[p].edge[i].a + 1]++;
        }
    for (uint32_t r = 0; r < rows; r++)
        end[r + 1] += end[r];
    /* `end` begins as where each left row's pairs begin. */
    for (size_t p = 0; p < parts; p++) {
        for (size_t i = 0; i < part[p].count; i++) {
            bina_heap_pass(heap, i);
            edges->edge[end[part[p].edge[i].a]++] = part[p].edge[i];
        }
        bina_link_edges_drop(&part[p]);
    }
    edges->count = total;
    for (uint32_t r = 0; r < rows; r++) {
        size_t from = r == 0 ? 0 : end[r - 1];
        bina_heap_pass(heap, r);
        if (end[r] - from > 1)
            qsort(edges->edge + from, end[r] - from, sizeof(*edges->edge), by_right);
    }
    status = BINA_OK;
out:
    bina_heap_give(edges->heap, end);
    return status;
}
