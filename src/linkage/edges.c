#include "linkage/edges.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

void
bina_link_edges_drop(bina_link_edges *edges)
{
    free(edges->edge);
    memset(edges, 0, sizeof(*edges));
}

bina_status
bina_link_edges_add(bina_link_edges *edges, uint32_t a, uint32_t b, double weight)
{
    if (!bina_vector_reserve(&edges->edge, &edges->room, edges->count + 1, sizeof(*edges->edge)))
        return BINA_ERR_NO_MEMORY;
    edges->edge[edges->count++] = (bina_link_edge){a, b, weight};
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
    size_t total = 0, *end = calloc((size_t)rows + 1, sizeof(*end));
    bina_status status = BINA_ERR_NO_MEMORY;

    for (size_t p = 0; p < parts; p++)
        total += part[p].count;
    bina_link_edges_drop(edges);
    if (end == NULL ||
        !bina_vector_reserve(&edges->edge, &edges->room, total + 1, sizeof(*edges->edge)))
        goto out;
    for (size_t p = 0; p < parts; p++)
        for (size_t i = 0; i < part[p].count; i++)
            end[part[p].edge[i].a + 1]++;
    for (uint32_t r = 0; r < rows; r++)
        end[r + 1] += end[r];
    /* `end` begins as where each left row's pairs begin. */
    for (size_t p = 0; p < parts; p++) {
        for (size_t i = 0; i < part[p].count; i++)
            edges->edge[end[part[p].edge[i].a]++] = part[p].edge[i];
        bina_link_edges_drop(&part[p]);
    }
    edges->count = total;
    for (uint32_t r = 0; r < rows; r++) {
        size_t from = r == 0 ? 0 : end[r - 1];
        if (end[r] - from > 1)
            qsort(edges->edge + from, end[r] - from, sizeof(*edges->edge), by_right);
    }
    status = BINA_OK;
out:
    free(end);
    return status;
}
