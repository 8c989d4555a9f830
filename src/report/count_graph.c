#include "report/count_graph.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"

struct bina_count_node {
    bina_id id;
    int line;    /* of the count it belongs to; -1: outside of what is counted */
    bool parts;  /* an open pair may part it */
    bool parted; /* people decided so */
};

struct bina_count_edge {
    bina_id ids[2];
    int lines[2];
    size_t one, two; /* of `nodes`, by id */
    double chance;   /* that they are one */
};

typedef bina_count_node node;
typedef bina_count_edge edge;
typedef bina_count_graph graph;

static int
by_id(const void *a, const void *b)
{
    bina_id x = ((const node *)a)->id, y = ((const node *)b)->id;

    return (x > y) - (x < y);
}

static int
by_ids(const void *a, const void *b)
{
    const edge *x = a, *y = b;

    if (x->ids[0] != y->ids[0])
        return x->ids[0] < y->ids[0] ? -1 : 1;
    return (x->ids[1] > y->ids[1]) - (x->ids[1] < y->ids[1]);
}

/* The likeliest first; of equal ones, in a fixed order. */
static int
by_chance(const void *a, const void *b)
{
    const edge *x = a, *y = b;

    if (x->chance < y->chance || x->chance > y->chance)
        return x->chance > y->chance ? -1 : 1;
    return by_ids(a, b);
}

static node *
find_node(const graph *self, bina_id id)
{
    node wanted = {.id = id};

    return self->node_count == 0
               ? NULL
               : bsearch(&wanted, self->nodes, self->node_count, sizeof *self->nodes, by_id);
}

static size_t
root_of(graph *self, size_t at)
{
    while (self->parents[at] != at)
        at = self->parents[at] = self->parents[self->parents[at]];
    return at;
}

/* Whether two were apart; they are together from now on. */
static bool
join(graph *self, const edge *between)
{
    size_t a = root_of(self, between->one), b = root_of(self, between->two);

    self->parents[a] = b;
    return a != b;
}

static void
part_all(graph *self)
{
    for (size_t i = 0; i < self->node_count; i++)
        self->parents[i] = i;
}

/*
 * Makes the nodes. Pairs within one registrant only mark it; several between two registrants are
 * one question, with the mean of their chances (1 if one of them was decided).
 */
static bina_status
build(graph *self)
{
    size_t nodes = 0, edges = 0;

    self->nodes = calloc(2 * self->edge_count + 1, sizeof *self->nodes);
    self->parents = calloc(2 * self->edge_count + 1, sizeof *self->parents);
    if (self->nodes == NULL || self->parents == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < self->edge_count; i++) {
        for (int end = 0; end < 2; end++)
            self->nodes[nodes++] =
                (node){.id = self->edges[i].ids[end], .line = self->edges[i].lines[end]};
    }
    if (nodes > 1)
        qsort(self->nodes, nodes, sizeof *self->nodes, by_id);
    for (size_t i = 0; i < nodes; i++)
        if (self->node_count == 0 || self->nodes[self->node_count - 1].id != self->nodes[i].id)
            self->nodes[self->node_count++] = self->nodes[i];
    if (self->edge_count > 1)
        qsort(self->edges, self->edge_count, sizeof *self->edges, by_ids);
    for (size_t i = 0; i < self->edge_count;) {
        edge whole = self->edges[i];
        size_t last = i;
        double sum = 0, most = 0;
        for (; last < self->edge_count && by_ids(&whole, &self->edges[last]) == 0; last++) {
            sum += self->edges[last].chance;
            most = fmax(most, self->edges[last].chance);
        }
        whole.one = (size_t)(find_node(self, whole.ids[0]) - self->nodes);
        whole.two = (size_t)(find_node(self, whole.ids[1]) - self->nodes);
        whole.chance = most >= 1 ? 1 : sum / (double)(last - i);
        i = last;
        if (whole.one != whole.two) {
            self->edges[edges++] = whole;
        } else {
            self->nodes[whole.one].parts = true;
            self->nodes[whole.one].parted |= whole.chance >= 1;
        }
    }
    self->edge_count = edges;
    if (edges > 1)
        qsort(self->edges, edges, sizeof *self->edges, by_chance);
    return BINA_OK;
}

/*
 * Of what hangs together all may turn out one, which belongs to one line; and to none of ours when
 * somebody from elsewhere is among them.
 */
static bina_status
count_bounds(graph *self, bina_count_line *lines, size_t line_count)
{
    int64_t *whole = calloc(self->node_count + 1, sizeof *whole);
    int64_t *ours = calloc(self->node_count + 1, sizeof *ours);
    bina_status status = whole != NULL && ours != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    part_all(self);
    for (size_t i = 0; i < self->edge_count; i++)
        (void)join(self, &self->edges[i]);
    for (size_t i = 0; status == BINA_OK && i < self->node_count; i++)
        whole[root_of(self, i)]++;
    for (size_t n = 0; status == BINA_OK && n < line_count; n++) {
        memset(ours, 0, (self->node_count + 1) * sizeof *ours);
        for (size_t i = 0; i < self->node_count; i++)
            if (self->nodes[i].line == (int)n) {
                ours[root_of(self, i)]++;
                lines[n].more += self->nodes[i].parts;
            }
        for (size_t i = 0; i < self->node_count; i++)
            if (ours[i] > 0)
                lines[n].fewer += ours[i] - (ours[i] == whole[i]);
    }
    free(whole);
    free(ours);
    return status;
}

/*
 * Pairs that close a ring ask nothing new, so a forest of the likeliest is counted. Of two that
 * belong to different lines it is not known whose line loses one: each half.
 */
static void
count_likely(graph *self, bina_count_line *lines)
{
    part_all(self);
    for (size_t i = 0; i < self->edge_count; i++) {
        const edge *at = &self->edges[i];
        int one = self->nodes[at->one].line, two = self->nodes[at->two].line;
        if (!join(self, at))
            continue;
        if (one >= 0)
            lines[one].likely -= at->chance / 2;
        if (two >= 0)
            lines[two].likely -= at->chance / 2;
    }
    for (size_t i = 0; i < self->node_count; i++)
        if (self->nodes[i].line >= 0)
            lines[self->nodes[i].line].likely += self->nodes[i].parted;
}

bina_status
bina_count_graph_add(bina_count_graph *self, const bina_id ids[2], const int lines[2],
                     double chance)
{
    edge *added;

    if (!bina_vector_reserve(&self->edges, &self->edge_room, self->edge_count + 1, sizeof *added))
        return BINA_ERR_NO_MEMORY;
    added = &self->edges[self->edge_count++];
    *added = (edge){.ids = {ids[0], ids[1]}, .lines = {lines[0], lines[1]}, .chance = chance};
    return BINA_OK;
}

bina_status
bina_count_graph_solve(bina_count_graph *self, bina_count_line *lines, size_t line_count)
{
    bina_status status = build(self);

    if (status == BINA_OK)
        status = count_bounds(self, lines, line_count);
    if (status == BINA_OK)
        count_likely(self, lines);
    return status;
}

void
bina_count_graph_drop(bina_count_graph *self)
{
    free(self->edges);
    free(self->nodes);
    free(self->parents);
}
