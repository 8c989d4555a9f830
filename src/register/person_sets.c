#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "register/person_sets.h"

bina_status
bina_person_sets_start(bina_person_sets *self, const bina_mention *mentions, size_t count)
{
    memset(self, 0, sizeof *self);
    self->mentions = mentions;
    self->count = count;
    self->parent = calloc(count + 1, sizeof *self->parent);
    self->next = calloc(count + 1, sizeof *self->next);
    if (self->parent == NULL || self->next == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < count; i++)
        self->parent[i] = self->next[i] = i;
    return BINA_OK;
}

void
bina_person_sets_drop(bina_person_sets *self)
{
    free(self->parent);
    free(self->next);
    free(self->apart);
    memset(self, 0, sizeof *self);
}

size_t
bina_person_sets_root(bina_person_sets *self, size_t at)
{
    while (self->parent[at] != at)
        at = self->parent[at] = self->parent[self->parent[at]];
    return at;
}

void
bina_person_sets_join(bina_person_sets *self, size_t a, size_t b)
{
    size_t x = bina_person_sets_root(self, a), y = bina_person_sets_root(self, b), after;

    if (x == y)
        return;
    self->parent[x < y ? y : x] = x < y ? x : y;
    after = self->next[x];
    self->next[x] = self->next[y];
    self->next[y] = after;
}

bool
bina_person_sets_forbid(bina_person_sets *self, size_t a, size_t b)
{
    if (!bina_vector_reserve(&self->apart, &self->apart_capacity, self->apart_count + 1,
                             sizeof *self->apart))
        return false;
    self->apart[self->apart_count][0] = a;
    self->apart[self->apart_count++][1] = b;
    return true;
}

bool
bina_person_sets_conflict(bina_person_sets *self, size_t a, size_t b)
{
    size_t x = bina_person_sets_root(self, a), y = bina_person_sets_root(self, b);
    size_t i = x, k;

    if (x == y)
        return false;
    do {
        for (k = self->next[y];; k = self->next[k]) {
            if (bina_mention_conflict(&self->mentions[i], &self->mentions[k]))
                return true;
            if (k == y)
                break;
        }
        i = self->next[i];
    } while (i != x);
    for (size_t n = 0; n < self->apart_count; n++) {
        size_t one = bina_person_sets_root(self, self->apart[n][0]);
        size_t two = bina_person_sets_root(self, self->apart[n][1]);
        if ((one == x && two == y) || (one == y && two == x))
            return true;
    }
    return false;
}
