#include "linkage/cluster.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/sort.h"

#define PARTS 64
/* A component of more rows is first cut into parts by asking for stronger links. */
#define LARGEST 300
/* One pair says no more than this for or against two groups being one. */
#define CLIP 12.0
/*
 * Where rows have many mates, groups are not held to their average alone: of ten rows of one person
 * some have next to nothing in common, and all the more weigh the two that do. Chosen on the public
 * sets: docs/decisions/0094 tells what hangs on each.
 */
#define MATES      2.0 /* from so many */
#define BEST       0.4 /* the part of the best pair, at most */
#define CLIP_BELOW 4.0 /* what one pair says against it then */

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
clip(double weight, double least)
{
    if (weight >= BINA_LINK_SAME / 2 || weight <= BINA_LINK_DIFFERENT_VERDICT / 2)
        return weight;
    return fmax(least, fmin(CLIP, weight));
}

/* What all components are split with. */
typedef struct splitting {
    const bina_link_clustering *clustering;
    size_t *start;    /* of a row: its edges to later rows; start[rows] is the end */
    uint32_t *parent; /* of a row, inside its component */
    uint32_t *root;   /* of a row: its component */
    uint32_t *member; /* rows by component, ascending in each */
    uint32_t *entity;
    double part;  /* of the best pair, in what two groups say */
    double least; /* that a pair says */
} splitting;

/* The weight of a pair: from the edges, else asked for. */
static double
weight_of(const splitting *self, uint32_t a, uint32_t b)
{
    const bina_link_edge *edge = self->clustering->edge;
    size_t low, high, end;

    if (a > b) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    low = self->start[a];
    high = end = self->start[a + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (edge[middle].b < b)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < end && edge[low].b == b)
        return edge[low].weight;
    return self->clustering->weigh(self->clustering->self, a, b);
}

/* Whether two rows are of one list that has at most one row an entity. */
static bool
clash(const bina_link_clustering *clustering, uint32_t a, uint32_t b)
{
    return clustering->list[a] == clustering->list[b] && clustering->single[clustering->list[a]];
}

/* What a pair says for its rows being one. */
static double
vote_of(const splitting *self, uint32_t a, uint32_t b)
{
    double weight = clip(weight_of(self, a, b), self->least);

    if (weight < BINA_LINK_SAME / 2 && clash(self->clustering, a, b))
        return BINA_LINK_DIFFERENT_VERDICT;
    return weight;
}

/* Groups of a component's rows. Each knows the later group that it agrees best with. */
typedef struct groups {
    uint32_t count;
    double part;     /* of the best pair */
    double *sum;     /* of two groups: what their pairs say */
    double *most;    /* of two groups: what their best pair says */
    uint32_t *group; /* of a row: the group it is in, which its first row names */
    uint32_t *size;  /* of a group; 0 when there is none of that name */
    double *best;
    uint32_t *partner;
} groups;

/* What two groups say for being one: the average of their pairs, and something of the best. */
static double
agreement(const groups *of, size_t i, size_t j)
{
    size_t at = i * of->count + j;
    double average = of->sum[at] / ((double)of->size[i] * of->size[j]);

    return average + of->part * (of->most[at] - average);
}

static void
find_partner(groups *of, uint32_t i)
{
    of->best[i] = -INFINITY;
    of->partner[i] = of->count;
    for (uint32_t j = i + 1; j < of->count; j++) {
        double now;
        if (of->size[j] == 0)
            continue;
        now = agreement(of, i, j);
        if (now > of->best[i]) {
            of->best[i] = now;
            of->partner[i] = j;
        }
    }
}

/* Group h becomes part of group g, which comes first. */
static void
merge(groups *of, uint32_t g, uint32_t h)
{
    size_t count = of->count;

    of->size[g] += of->size[h];
    of->size[h] = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (of->group[i] == h)
            of->group[i] = g;
        if (i != g && i != h) {
            of->sum[g * count + i] += of->sum[h * count + i];
            of->sum[i * count + g] = of->sum[g * count + i];
            of->most[g * count + i] = fmax(of->most[g * count + i], of->most[h * count + i]);
            of->most[i * count + g] = of->most[g * count + i];
        }
    }
    find_partner(of, g);
    for (uint32_t i = 0; i < h; i++) {
        double now;
        if (of->size[i] == 0 || i == g)
            continue;
        if (of->partner[i] == g || of->partner[i] == h) {
            find_partner(of, i);
            continue;
        }
        if (i > g)
            continue;
        now = agreement(of, i, g);
        if (now > of->best[i] || (now >= of->best[i] && g < of->partner[i])) {
            of->best[i] = now;
            of->partner[i] = g;
        }
    }
}

/*
 * Average linkage inside a component: the two groups whose rows agree best on average become one,
 * until no two reach the threshold. Ties go to the lowest rows, so the order of work is fixed.
 */
static bina_status
split(const splitting *self, const uint32_t *row, uint32_t count)
{
    groups of = {count, self->part, NULL, NULL, NULL, NULL, NULL, NULL};
    bina_status status = BINA_ERR_NO_MEMORY;

    of.sum = malloc((size_t)count * count * sizeof(*of.sum));
    of.most = malloc((size_t)count * count * sizeof(*of.most));
    of.group = malloc(count * sizeof(*of.group));
    of.size = malloc(count * sizeof(*of.size));
    of.best = malloc(count * sizeof(*of.best));
    of.partner = malloc(count * sizeof(*of.partner));
    if (of.sum == NULL || of.most == NULL || of.group == NULL || of.size == NULL ||
        of.best == NULL || of.partner == NULL)
        goto out;
    for (uint32_t i = 0; i < count; i++) {
        of.group[i] = i;
        of.size[i] = 1;
        of.sum[(size_t)i * count + i] = of.most[(size_t)i * count + i] = 0;
        for (uint32_t j = 0; j < i; j++) {
            double vote = vote_of(self, row[j], row[i]);
            of.sum[(size_t)i * count + j] = of.sum[(size_t)j * count + i] = vote;
            of.most[(size_t)i * count + j] = of.most[(size_t)j * count + i] = vote;
        }
    }
    for (uint32_t i = 0; i < count; i++)
        find_partner(&of, i);
    for (;;) {
        uint32_t g = 0;
        for (uint32_t i = 1; i < count; i++)
            if (of.size[i] > 0 && of.best[i] > of.best[g])
                g = i;
        if (of.partner[g] == count || of.best[g] < self->clustering->threshold)
            break;
        merge(&of, g, of.partner[g]);
    }
    for (uint32_t i = 0; i < count; i++)
        self->entity[row[i]] = row[of.group[i]];
    status = BINA_OK;
out:
    free(of.sum);
    free(of.most);
    free(of.group);
    free(of.size);
    free(of.best);
    free(of.partner);
    return status;
}

/* Parts of one component, held together by links of a weight: rows by part, each part ascending. */
static bina_status
part(const splitting *self, const uint32_t *row, uint32_t count, double threshold, uint64_t *order)
{
    const bina_link_edge *edge = self->clustering->edge;
    uint32_t component = self->root[row[0]];

    for (uint32_t i = 0; i < count; i++)
        self->parent[row[i]] = row[i];
    /* Rows of the component that are none of these are of other parts: no such link leads there. */
    for (uint32_t i = 0; i < count; i++)
        for (size_t e = self->start[row[i]]; e < self->start[row[i] + 1]; e++)
            if (edge[e].weight >= threshold && self->root[edge[e].b] == component)
                unite(self->parent, row[i], edge[e].b);
    for (uint32_t i = 0; i < count; i++)
        order[i] = (uint64_t)root_of(self->parent, row[i]) << 32 | row[i];
    return bina_linkage_sort(order, count);
}

/* Splits one component, first into the parts that stronger links hold together if it is large. */
static bina_status
settle_component(const splitting *self, const uint32_t *row, uint32_t count, double threshold)
{
    uint64_t *order = NULL;
    uint32_t *rows = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (count == 1 || threshold >= BINA_LINK_SAME) {
        for (uint32_t i = 0; i < count; i++)
            self->entity[row[i]] = row[0];
        return BINA_OK;
    }
    if (count == 2) {
        bool one = vote_of(self, row[0], row[1]) >= self->clustering->threshold;
        self->entity[row[0]] = row[0];
        self->entity[row[1]] = row[one ? 0 : 1];
        return BINA_OK;
    }
    if (count <= LARGEST)
        return split(self, row, count);
    order = malloc(count * sizeof(*order));
    rows = malloc(count * sizeof(*rows));
    if (order != NULL && rows != NULL)
        status = part(self, row, count, threshold + 2, order);
    for (uint32_t i = 0; i < count && status == BINA_OK; i++)
        rows[i] = (uint32_t)order[i];
    for (uint32_t i = 0, end; i < count && status == BINA_OK; i = end) {
        for (end = i; end < count && order[end] >> 32 == order[i] >> 32; end++)
            continue;
        status = settle_component(self, rows + i, end - i, threshold + 2);
    }
    free(order);
    free(rows);
    return status;
}

/* The components that begin in one of so many stretches of the members. */
static bina_status
settle_stretch(void *of, size_t stretch)
{
    const splitting *self = of;
    uint32_t rows = self->clustering->rows;
    uint32_t i = (uint32_t)((uint64_t)rows * stretch / PARTS);
    uint32_t last = (uint32_t)((uint64_t)rows * (stretch + 1) / PARTS);
    uint32_t breath = 0;
    bina_status status = BINA_OK;

    while (i > 0 && i < rows && self->root[self->member[i]] == self->root[self->member[i - 1]])
        i++;
    for (uint32_t end; i < last && status == BINA_OK; i = end) {
        bina_heap_pass(self->clustering->heap, breath++);
        for (end = i; end < rows && self->root[self->member[end]] == self->root[self->member[i]];
             end++)
            continue;
        status = settle_component(self, self->member + i, end - i, self->clustering->threshold);
    }
    return status;
}

/* What links of the threshold hold together: rows by component, each ascending. */
static void
find_components(splitting *self, uint32_t *next)
{
    const bina_link_clustering *clustering = self->clustering;
    uint32_t rows = clustering->rows;

    for (uint32_t r = 0; r < rows; r++)
        self->parent[r] = r;
    for (size_t e = 0; e < clustering->edges; e++) {
        bina_heap_pass(clustering->heap, e);
        self->start[clustering->edge[e].a + 1]++;
        if (clustering->edge[e].weight >= clustering->threshold)
            unite(self->parent, clustering->edge[e].a, clustering->edge[e].b);
    }
    for (uint32_t r = 0; r < rows; r++)
        self->start[r + 1] += self->start[r];
    for (uint32_t r = 0; r < rows; r++) {
        bina_heap_pass(clustering->heap, r);
        self->root[r] = root_of(self->parent, r);
        next[self->root[r] + 1]++;
    }
    for (uint32_t r = 0; r < rows; r++)
        next[r + 1] += next[r];
    for (uint32_t r = 0; r < rows; r++) {
        bina_heap_pass(clustering->heap, r);
        self->member[next[self->root[r]]++] = r;
    }
}

/* The least row names the entity. */
static void
name_entities(const splitting *self)
{
    uint32_t rows = self->clustering->rows, *least = self->parent;

    for (uint32_t r = 0; r < rows; r++)
        least[r] = UINT32_MAX;
    for (uint32_t r = 0; r < rows; r++) {
        bina_heap_pass(self->clustering->heap, r);
        if (least[self->entity[r]] == UINT32_MAX)
            least[self->entity[r]] = r;
        self->root[r] = least[self->entity[r]];
    }
    memcpy(self->entity, self->root, rows * sizeof(*self->entity));
}

bina_status
bina_link_cluster(const bina_link_clustering *clustering, uint32_t *entity)
{
    size_t rows = clustering->rows;
    double many = fmax(0, 1 - MATES / fmax(clustering->mates, 1));
    splitting self = {clustering, NULL,   NULL,        NULL,
                      NULL,       entity, BEST * many, -CLIP + (CLIP - CLIP_BELOW) * many};
    bina_heap *heap = clustering->heap;
    uint32_t *next = bina_heap_clear(heap, rows + 2, sizeof(*next));
    bina_status status = BINA_ERR_NO_MEMORY;

    self.start = bina_heap_clear(heap, rows + 2, sizeof(*self.start));
    self.parent = bina_heap_take(heap, rows + 1, sizeof(*self.parent));
    self.root = bina_heap_take(heap, rows + 1, sizeof(*self.root));
    self.member = bina_heap_take(heap, rows + 1, sizeof(*self.member));
    if (next == NULL || self.start == NULL || self.parent == NULL || self.root == NULL ||
        self.member == NULL)
        goto out;
    find_components(&self, next);
    status = bina_parallel(clustering->threads, PARTS, settle_stretch, &self);
    if (status == BINA_OK)
        name_entities(&self);
out:
    bina_heap_give(heap, next);
    bina_heap_give(heap, self.start);
    bina_heap_give(heap, self.parent);
    bina_heap_give(heap, self.root);
    bina_heap_give(heap, self.member);
    return status;
}
