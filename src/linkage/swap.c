#include "linkage/swap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/sort.h"

#define SAMPLES      500  /* values looked at before all are */
#define LEAST_SHARED 0.02 /* of these, that stand in the other field */
#define SURE         5.0  /* log2 odds from which values are turned round */

static bool
has_role(const bina_link_spec *spec, bina_role role)
{
    return spec->source_count > 0 && spec->sources[0].role == role;
}

bool
bina_link_may_swap(const bina_link_plan *plan, int f, int g)
{
    const bina_link_spec *spec[2] = {&plan->field[f], &plan->field[g]};

    /* First and middle names are of one kind: how often either stands where tells nothing. */
    if (has_role(spec[0], BINA_ROLE_GIVEN_NAME) && has_role(spec[1], BINA_ROLE_GIVEN_NAME))
        return false;
    for (int k = 0; k < 2; k++) {
        if (spec[k]->source_count == 0 ||
            (spec[k]->compare != BINA_LINK_NAME && spec[k]->compare != BINA_LINK_WORDS))
            return false;
        if (spec[k]->sources[0].take != BINA_LINK_TAKE_TEXT)
            return false;
        switch (spec[k]->sources[0].role) {
        case BINA_ROLE_TEXT:
        case BINA_ROLE_GIVEN_NAME:
        case BINA_ROLE_SURNAME:
        case BINA_ROLE_ADDRESS:
        case BINA_ROLE_PLACE:
            break;
        default:
            return false;
        }
    }
    return true;
}

/* A value of one field as the other knows it; 0 when it does not. */
static uint32_t
namesake(const bina_link_field *of, uint32_t code, const bina_link_field *in)
{
    return bina_dictionary_find(&in->values, bina_dictionary_text(&of->values, code),
                                bina_dictionary_length(&of->values, code));
}

/* Whether some of the values of a field stand in another, by a sample. */
static bool
share_values(const bina_link_field *f, const bina_link_field *g)
{
    uint32_t every = f->values.count / SAMPLES + 1, looked = 0, found = 0;

    for (uint32_t c = 1; c < f->values.count; c += every) {
        looked++;
        found += namesake(f, c, g) != 0;
    }
    return found > 0 && found >= LEAST_SHARED * looked;
}

/* Log2 odds that a value that stands in f belongs in g; its own row counts `self` in f. */
static double
odds(const bina_link_field *f, uint32_t code, const bina_link_field *g, uint32_t other,
     uint32_t self)
{
    double here = f->count[code] - (double)self, there = other != 0 ? g->count[other] : 0;

    return log2((there + 1) / (here + 1));
}

/* Whether both values rather belong in the other field, and surely so. */
static bool
is_sure(double left, double right)
{
    return left >= 0 && right >= 0 && left + right >= SURE;
}

bool
bina_link_swap_is_sure(const bina_link_field *f, const bina_link_field *g, uint32_t x, uint32_t y,
                       uint32_t x_in_g, uint32_t y_in_f)
{
    return is_sure(odds(f, x, g, x_in_g, 0), odds(g, y, f, y_in_f, 0));
}

/* Two fields, and each one's values as the other knows them. */
typedef struct crossing {
    const bina_link_field *f, *g;
    uint32_t *f_in_g, *g_in_f;
    double *f_odds, *g_odds; /* of a value, its own row left out */
    uint64_t *key;           /* both values of a row, sorted */
    size_t keys;
    size_t *at; /* of a stretch of rows: where its keys go; then how many of its rows are turned */
    bool *turned;
} crossing;

static bool
has_row(const crossing *self, uint32_t x, uint32_t y)
{
    uint64_t wanted = (uint64_t)x << 32 | y;
    size_t low = 0, high = self->keys;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->key[middle] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < self->keys && self->key[low] == wanted;
}

static bool
turns(const crossing *self, uint32_t x, uint32_t y)
{
    uint32_t x_in_g = self->f_in_g[x], y_in_f = self->g_in_f[y];
    double left;

    if (x == 0 || y == 0 || (x_in_g == 0 && y_in_f == 0) || x_in_g == y)
        return false;
    if (x_in_g != 0 && y_in_f != 0 && has_row(self, y_in_f, x_in_g)) {
        /* Another row has them the other way round: one of the two must turn. */
        left = odds(self->f, x, self->g, x_in_g, 0) + odds(self->g, y, self->f, y_in_f, 0);
        return left > 0 || (left >= 0 && strcmp(bina_dictionary_text(&self->f->values, x),
                                                bina_dictionary_text(&self->g->values, y)) > 0);
    }
    return is_sure(self->f_odds[x], self->g_odds[y]);
}

/* A field's values, looked up in another. */
typedef struct looking {
    const bina_link_field *f, *g;
    uint32_t *in;
    double *there;
} looking;

static bina_status
look_up_stretch(void *self, size_t first, size_t last)
{
    const looking *all = self;

    for (uint32_t c = (uint32_t)first; c < last; c++) {
        bina_heap_pass(all->f->values.heap, c);
        all->in[c] = c == 0 ? 0 : namesake(all->f, c, all->g);
        all->there[c] = odds(all->f, c, all->g, all->in[c], 1);
    }
    return BINA_OK;
}

/* A field's values as the other knows them, and how much rather they belong there. */
static bina_status
look_up(const bina_link_field *f, const bina_link_field *g, unsigned threads, uint32_t **in,
        double **there)
{
    bina_heap *heap = f->values.heap;
    looking all = {f, g, NULL, NULL};

    all.in = *in = bina_heap_take(heap, f->values.count, sizeof(**in));
    all.there = *there = bina_heap_take(heap, f->values.count, sizeof(**there));
    if (*in == NULL || *there == NULL)
        return BINA_ERR_NO_MEMORY;
    return bina_parallel_stretches(threads, f->values.count, look_up_stretch, &all);
}

/* Rows whose values both stand in both fields are those that others may have turned. */
static bool
may_be_turned(const crossing *all, size_t row)
{
    return all->f_in_g[all->f->codes[row]] != 0 && all->g_in_f[all->g->codes[row]] != 0;
}

static bina_status
count_keys(void *self, size_t first, size_t last)
{
    const crossing *all = self;
    size_t keys = 0;

    for (size_t r = first; r < last; r++) {
        bina_heap_pass(all->f->values.heap, r);
        keys += may_be_turned(all, r);
    }
    all->at[first / BINA_PARALLEL_STRETCH] = keys;
    return BINA_OK;
}

static bina_status
put_keys(void *self, size_t first, size_t last)
{
    const crossing *all = self;
    size_t at = all->at[first / BINA_PARALLEL_STRETCH];

    for (size_t r = first; r < last; r++) {
        bina_heap_pass(all->f->values.heap, r);
        if (may_be_turned(all, r))
            all->key[at++] = (uint64_t)all->f->codes[r] << 32 | all->g->codes[r];
    }
    return BINA_OK;
}

static bina_status
cross(crossing *self, uint32_t rows, unsigned threads)
{
    bina_heap *heap = self->f->values.heap;
    size_t stretches = bina_parallel_stretches_of(rows);
    bina_status status = look_up(self->f, self->g, threads, &self->f_in_g, &self->f_odds);

    if (status == BINA_OK)
        status = look_up(self->g, self->f, threads, &self->g_in_f, &self->g_odds);
    if (status != BINA_OK)
        return status;
    self->at = calloc(stretches + 1, sizeof(*self->at));
    if (self->at == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_parallel_stretches(threads, rows, count_keys, self);
    for (size_t s = 0; s < stretches; s++) {
        size_t keys = self->at[s];
        self->at[s] = self->keys;
        self->keys += keys;
    }
    self->key = bina_heap_take(heap, self->keys + 1, sizeof(*self->key));
    if (self->key == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_parallel_stretches(threads, rows, put_keys, self);
    return bina_linkage_sort_in(heap, self->key, self->keys);
}

static bina_status
turn_stretch(void *self, size_t first, size_t last)
{
    const crossing *all = self;
    size_t turned = 0;

    for (size_t r = first; r < last; r++) {
        bina_heap_pass(all->f->values.heap, r);
        all->turned[r] = turns(all, all->f->codes[r], all->g->codes[r]);
        turned += all->turned[r];
    }
    all->at[first / BINA_PARALLEL_STRETCH] = turned;
    return BINA_OK;
}

/* Says of every row whether it is turned round; `*any` when one is. */
static bina_status
find(const bina_link_field *f, const bina_link_field *g, uint32_t rows, unsigned threads,
     bool *turned, bool *any)
{
    crossing self = {.f = f, .g = g, .turned = turned};
    bina_heap *heap = f->values.heap;
    bina_status status = cross(&self, rows, threads);

    if (status == BINA_OK)
        status = bina_parallel_stretches(threads, rows, turn_stretch, &self);
    for (size_t s = 0; status == BINA_OK && s < bina_parallel_stretches_of(rows); s++)
        *any = *any || self.at[s] > 0;
    bina_heap_give(heap, self.f_in_g);
    bina_heap_give(heap, self.g_in_f);
    bina_heap_give(heap, self.f_odds);
    bina_heap_give(heap, self.g_odds);
    bina_heap_give(heap, self.key);
    free(self.at);
    return status;
}

/* Two fields of which some rows are turned round, and what becomes of them. */
typedef struct turning {
    const bina_link_field *from[2];
    const bool *turned;
    uint32_t rows;
    bina_link_field made[2];
} turning;

/* The values of one field anew, with those of the other where rows are turned round. */
static bina_status
renew(turning *all, size_t which, uint32_t *known[2])
{
    bina_link_field *made = &all->made[which];
    bina_heap *heap = all->from[which]->values.heap;
    bina_status status = bina_dictionary_init(&made->values);

    made->values.heap = heap;
    made->codes = bina_heap_take(heap, (size_t)all->rows + 1, sizeof(*made->codes));
    if (made->codes == NULL)
        status = BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < all->rows && status == BINA_OK; r++) {
        size_t side = all->turned[r] ? 1 - which : which;
        const bina_link_field *of = all->from[side];
        uint32_t code = of->codes[r], *as = &known[side][code];
        bina_heap_pass(heap, r);
        if (*as == 0 && code != 0)
            status = bina_dictionary_add(&made->values, bina_dictionary_text(&of->values, code),
                                         bina_dictionary_length(&of->values, code), as);
        made->codes[r] = *as;
    }
    return status == BINA_OK ? bina_link_field_finish(made, all->from[which]->spec, all->rows)
                             : status;
}

static bina_status
renew_one(void *self, size_t part)
{
    turning *all = self;
    uint32_t *known[2] = {NULL, NULL}; /* of a value of either field: what it is anew; 0 not yet */
    bina_status status = BINA_OK;

    for (int k = 0; k < 2; k++) {
        known[k] = bina_heap_clear(all->from[k]->values.heap, all->from[k]->values.count,
                                   sizeof(*known[k]));
        if (known[k] == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_OK)
        status = renew(all, part, known);
    for (int k = 0; k < 2; k++)
        bina_heap_give(all->from[k]->values.heap, known[k]);
    return status;
}

static bina_status
open_one(void *self, size_t part)
{
    bina_link_field *const *both = self;

    return bina_dictionary_open(&both[part]->values);
}

static bina_status
swap_two(bina_link_field *f, bina_link_field *g, uint32_t rows, unsigned threads, bool *turned)
{
    turning all = {.from = {f, g}, .turned = turned, .rows = rows};
    bina_link_field *both[2] = {f, g};
    bool any = false;
    bina_status status = bina_parallel(threads, 2, open_one, both);

    if (status != BINA_OK || (!share_values(f, g) && !share_values(g, f)))
        return status;
    status = find(f, g, rows, threads, turned, &any);
    if (status != BINA_OK || !any)
        return status;
    status = bina_parallel(threads, 2, renew_one, &all);
    if (status != BINA_OK) {
        bina_link_field_drop(&all.made[0]);
        bina_link_field_drop(&all.made[1]);
        return status;
    }
    bina_link_field_drop(f);
    bina_link_field_drop(g);
    *f = all.made[0];
    *g = all.made[1];
    return BINA_OK;
}

bina_status
bina_link_swap_values(const bina_link_plan *plan, bina_link_field *field, uint32_t rows,
                      unsigned threads)
{
    bina_heap *heap = plan->count > 0 ? field[0].values.heap : NULL;
    bool *turned = bina_heap_take(heap, (size_t)rows + 1, sizeof(*turned));
    bina_status status = turned != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (int f = 0; f < plan->count; f++)
        for (int g = f + 1; g < plan->count && status == BINA_OK; g++)
            if (bina_link_may_swap(plan, f, g))
                status = swap_two(&field[f], &field[g], rows, threads, turned);
    for (int f = 0; f < plan->count; f++)
        bina_dictionary_seal(&field[f].values);
    bina_heap_give(heap, turned);
    return status;
}
