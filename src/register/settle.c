#include <stdlib.h>
#include <string.h>
#include "register/settle.h"

#define NOBODY SIZE_MAX

/* A vote: one member of a cluster refers to a claimant. */
typedef struct vote {
    size_t claimant;
    uint32_t cluster;
    size_t member;
} vote;

size_t
bina_settlement_find(const bina_settlement *settlement, bina_id id)
{
    size_t low = 0, high = settlement->claimant_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (settlement->claimants[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < settlement->claimant_count && settlement->claimants[low].id == id ? low : NOBODY;
}

size_t
bina_settlement_resolve(const bina_settlement *settlement, bina_id id)
{
    size_t at = bina_settlement_find(settlement, id);

    /* A ring of merges cannot be made by us; should a file hold one, we end all the same. */
    for (size_t steps = 0; at != NOBODY && settlement->claimants[at].into != 0; steps++) {
        size_t next = bina_settlement_find(settlement, settlement->claimants[at].into);
        if (next == NOBODY || steps > settlement->claimant_count)
            break;
        at = next;
    }
    return at;
}

static int
by_claimant(const void *a, const void *b)
{
    const vote *x = a, *y = b;

    if (x->claimant != y->claimant)
        return x->claimant < y->claimant ? -1 : 1;
    if (x->cluster != y->cluster)
        return x->cluster < y->cluster ? -1 : 1;
    return (x->member > y->member) - (x->member < y->member);
}

/* Gives every claimant to the cluster with most votes for it. */
static void
count_votes(bina_settlement *self, const vote *votes, size_t count)
{
    for (size_t i = 0; i < count;) {
        size_t best = 0, best_first = 0, j = i;
        while (j < count && votes[j].claimant == votes[i].claimant) {
            size_t start = j;
            while (j < count && votes[j].claimant == votes[start].claimant &&
                   votes[j].cluster == votes[start].cluster)
                j++;
            if (j - start > best || (j - start == best && votes[start].member < best_first)) {
                best = j - start;
                best_first = votes[start].member;
                self->claimants[votes[i].claimant].cluster = votes[start].cluster;
            }
        }
        i = j;
    }
}

/* Whether `a` is the better one to stand for a cluster. */
static bool
is_better(const bina_claimant *a, const bina_claimant *b)
{
    if (a->first != b->first)
        return a->first;
    if ((a->into == 0) != (b->into == 0))
        return a->into == 0;
    return a->id < b->id;
}

static void
choose(bina_settlement *self)
{
    for (size_t c = 0; c < self->clusters; c++)
        self->keep[c] = NOBODY;
    for (size_t i = 0; i < self->claimant_count; i++) {
        uint32_t cluster = self->claimants[i].cluster;
        size_t root, held;
        if (cluster == UINT32_MAX)
            continue;
        /* Somebody merged it, by hand, into one that has no members: that one stands for it. */
        root = bina_settlement_resolve(self, self->claimants[i].id);
        if (root == NOBODY || self->claimants[root].cluster != UINT32_MAX)
            root = i;
        held = self->keep[cluster];
        if (held == NOBODY || is_better(&self->claimants[root], &self->claimants[held]))
            self->keep[cluster] = root;
    }
}

bina_status
bina_settle(bina_settlement *self)
{
    vote *votes = calloc(self->members + 1, sizeof *votes);
    bina_status status = BINA_OK;
    size_t count = 0;

    self->keep = calloc(self->clusters + 1, sizeof *self->keep);
    self->torn = calloc(self->clusters + 1, sizeof *self->torn);
    if (votes == NULL || self->keep == NULL || self->torn == NULL) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    for (size_t i = 0; i < self->claimant_count; i++)
        self->claimants[i].cluster = UINT32_MAX;
    for (size_t m = 0; m < self->members; m++) {
        size_t claimant = self->party[m] != 0 ? bina_settlement_find(self, self->party[m]) : NOBODY;
        if (claimant == NOBODY || self->cluster[m] == UINT32_MAX)
            continue;
        votes[count].claimant = claimant;
        votes[count].cluster = self->cluster[m];
        votes[count++].member = m;
        self->torn[self->cluster[m]] = true;
    }
    if (count > 0)
        qsort(votes, count, sizeof *votes, by_claimant);
    count_votes(self, votes, count);
    choose(self);
    for (size_t c = 0; c < self->clusters; c++)
        self->torn[c] = self->torn[c] && self->keep[c] == NOBODY;

out:
    free(votes);
    return status;
}

void
bina_settlement_drop(bina_settlement *settlement)
{
    free(settlement->keep);
    free(settlement->torn);
    settlement->keep = NULL;
    settlement->torn = NULL;
}
