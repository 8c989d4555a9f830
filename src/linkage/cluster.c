#include "linkage/cluster.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A component of more rows is first cut into parts by asking for stronger links. */
#define LARGEST 300
/* One pair says no more than this for or against two groups being one. */
#define CLIP 12.0

static uint32_t
root_of(uint32_t *parent, uint32_t row)
{
    while (parent[row] != row) {
        parent[row] = parent[parent[row]];
        row = parent[row];
    }
    return row;
}

static void
unite(uint32_t *parent, uint32_t a, uint32_t b)
{
    a = root_of(parent, a);
    b = root_of(parent, b);
    if (a < b)
        parent[b] = a;
    else
        parent[a] = b;
}

static double
clip(double weight)
{
    if (weight >= BINA_LINK_SAME / 2 || weight <= BINA_LINK_DIFFERENT_VERDICT / 2)
        return weight;
    return fmax(-CLIP, fmin(CLIP, weight));
}

/* The weight of a pair: from the edges, else asked for. */
static double
weight_of(const bina_link_clustering *clustering, uint32_t a, uint32_t b)
{
    size_t low = 0, high = clustering->edges;

    if (a > b) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const bina_link_edge *edge = &clustering->edge[middle];
        if (edge->a < a || (edge->a == a && edge->b < b))
            low = middle + 1;
        else
            high = middle;
    }
    if (low < clustering->edges && clustering->edge[low].a == a && clustering->edge[low].b == b)
        return clustering->edge[low].weight;
    return clustering->weigh(clustering->self, a, b);
}

/* Whether two groups hold rows of one list that has at most one row an entity. */
static bool
clash(const bina_link_clustering *clustering, const uint32_t *row, const uint32_t *group,
      uint32_t count, uint32_t g, uint32_t h)
{
    for (uint32_t i = 0; i < count; i++) {
        if (group[i] != g || !clustering->single[clustering->list[row[i]]])
            continue;
        for (uint32_t j = 0; j < count; j++)
            if (group[j] == h && clustering->list[row[j]] == clustering->list[row[i]])
                return true;
    }
    return false;
}

/*
 * Average linkage inside a component: the two groups whose rows agree best on average become one,
 * until no two reach the threshold. Ties go to the lowest rows, so the order of work is fixed.
 */
static bina_status
split(const bina_link_clustering *clustering, const uint32_t *row, uint32_t count, uint32_t *entity)
{
    double *sum = malloc((size_t)count * count * sizeof(*sum));
    uint32_t *group = malloc(count * sizeof(*group)), *size = malloc(count * sizeof(*size));
    bina_status status = BINA_ERR_NO_MEMORY;

    if (sum == NULL || group == NULL || size == NULL)
        goto out;
    for (uint32_t i = 0; i < count; i++) {
        group[i] = i;
        size[i] = 1;
    }
    for (uint32_t i = 0; i < count; i++) {
        sum[(size_t)i * count + i] = 0;
        for (uint32_t j = 0; j < i; j++) {
            double weight = clip(weight_of(clustering, row[j], row[i]));
            if (weight < BINA_LINK_SAME / 2 && clash(clustering, row, group, count, j, i))
                weight = BINA_LINK_DIFFERENT_VERDICT;
            sum[(size_t)i * count + j] = sum[(size_t)j * count + i] = weight;
        }
    }
    for (;;) {
        double best = clustering->threshold;
        uint32_t g = count, h = count;
        for (uint32_t i = 0; i < count; i++) {
            if (size[i] == 0)
                continue;
            for (uint32_t j = i + 1; j < count; j++) {
                double average;
                if (size[j] == 0)
                    continue;
                average = sum[(size_t)i * count + j] / ((double)size[i] * size[j]);
                if (average >= best && (average > best || g == count)) {
                    best = average;
                    g = i;
                    h = j;
                }
            }
        }
        if (g == count)
            break;
        for (uint32_t i = 0; i < count; i++) {
            if (group[i] == h)
                group[i] = g;
            if (i != g && i != h) {
                sum[(size_t)g * count + i] += sum[(size_t)h * count + i];
                sum[(size_t)i * count + g] = sum[(size_t)g * count + i];
            }
        }
        size[g] += size[h];
        size[h] = 0;
    }
    for (uint32_t i = 0; i < count; i++)
        entity[row[i]] = row[group[i]];
    status = BINA_OK;
out:
    free(sum);
    free(group);
    free(size);
    return status;
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Splits one component, first into the parts that stronger links hold together if it is large. */
static bina_status
settle_component(const bina_link_clustering *clustering, uint32_t *row, uint32_t count,
                 double threshold, uint32_t *parent, uint32_t *entity)
{
    bina_status status = BINA_OK;

    if (count == 1) {
        entity[row[0]] = row[0];
        return BINA_OK;
    }
    if (count <= LARGEST)
        return split(clustering, row, count, entity);
    threshold += 2;
    for (uint32_t i = 0; i < count; i++)
        parent[row[i]] = row[i];
    for (size_t e = 0; e < clustering->edges; e++) {
        const bina_link_edge *edge = &clustering->edge[e];
        if (edge->weight >= threshold &&
            bsearch(&edge->a, row, count, sizeof(*row), by_number) != NULL &&
            bsearch(&edge->b, row, count, sizeof(*row), by_number) != NULL)
            unite(parent, edge->a, edge->b);
    }
    /* Sort the rows by part, each part ascending, and settle the parts. */
    {
        uint64_t *order = malloc(count * sizeof(*order));
        uint32_t *part = malloc(count * sizeof(*part));
        if (order == NULL || part == NULL)
            status = BINA_ERR_NO_MEMORY;
        for (uint32_t i = 0; i < count && status == BINA_OK; i++)
            order[i] = (uint64_t)root_of(parent, row[i]) << 32 | row[i];
        for (uint32_t i = 1; i < count && status == BINA_OK; i++) {
            uint64_t key = order[i];
            uint32_t j = i;
            for (; j > 0 && order[j - 1] > key; j--)
                order[j] = order[j - 1];
            order[j] = key;
        }
        for (uint32_t i = 0, end; i < count && status == BINA_OK; i = end) {
            uint32_t n = 0;
            for (end = i; end < count && order[end] >> 32 == order[i] >> 32; end++)
                part[n++] = (uint32_t)order[end];
            if (threshold >= BINA_LINK_SAME)
                for (uint32_t k = 0; k < n; k++)
                    entity[part[k]] = part[0];
            else
                status = settle_component(clustering, part, n, threshold, parent, entity);
        }
        free(order);
        free(part);
    }
    return status;
}

bina_status
bina_link_cluster(const bina_link_clustering *clustering, uint32_t *entity)
{
    uint32_t rows = clustering->rows, *parent = NULL, *root = NULL, *next = NULL, *member = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    parent = malloc(((size_t)rows + 1) * sizeof(*parent));
    root = malloc(((size_t)rows + 1) * sizeof(*root));
    next = calloc((size_t)rows + 2, sizeof(*next));
    member = malloc(((size_t)rows + 1) * sizeof(*member));
    if (parent == NULL || root == NULL || next == NULL || member == NULL)
        goto out;
    for (uint32_t r = 0; r < rows; r++)
        parent[r] = r;
    for (size_t e = 0; e < clustering->edges; e++)
        if (clustering->edge[e].weight >= clustering->threshold)
            unite(parent, clustering->edge[e].a, clustering->edge[e].b);
    for (uint32_t r = 0; r < rows; r++) {
        root[r] = root_of(parent, r);
        next[root[r] + 1]++;
    }
    for (uint32_t r = 0; r < rows; r++)
        next[r + 1] += next[r];
    for (uint32_t r = 0; r < rows; r++)
        member[next[root[r]]++] = r;
    status = BINA_OK;
    for (uint32_t i = 0, end; i < rows && status == BINA_OK; i = end) {
        for (end = i; end < rows && root[member[end]] == root[member[i]]; end++)
            continue;
        status = settle_component(clustering, member + i, end - i, clustering->threshold, parent,
                                  entity);
    }
    /* The least row names the entity. */
    for (uint32_t r = 0; r < rows && status == BINA_OK; r++)
        parent[r] = UINT32_MAX;
    for (uint32_t r = 0; r < rows && status == BINA_OK; r++) {
        if (parent[entity[r]] == UINT32_MAX)
            parent[entity[r]] = r;
        root[r] = parent[entity[r]];
    }
    if (status == BINA_OK)
        memcpy(entity, root, rows * sizeof(*entity));
out:
    free(parent);
    free(root);
    free(next);
    free(member);
    return status;
}
