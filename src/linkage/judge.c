#include "linkage/judge.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"

/* Sums in another order may differ by so little: a bound is only trusted beyond it. */
#define SLACK 1e-6
/* Rows packed field by field: few enough to stay in the cache. */
#define PACKED ((size_t)4096)
/* Up to so many rows with a value, its rarity is remembered. */
#define COUNTS 256u

/* Codes of a row: a power of two, so that no row lies in two lines of the cache. */
static unsigned
stride_of(int fields)
{
    unsigned stride = 4;

    while (stride < (unsigned)fields)
        stride *= 2;
    return stride;
}

/* Rows to be packed. */
typedef struct packing {
    const bina_link_rows *rows;
    const bina_link_field *field;
    int fields;
} packing;

static bina_status
pack_stretch(void *self, size_t first, size_t last)
{
    const packing *all = self;
    unsigned stride = all->rows->stride;

    for (size_t from = first; from < last; from += PACKED) {
        size_t end = last - from > PACKED ? from + PACKED : last;
        uint32_t *code = all->rows->code + from * stride;
        memset(code, 0, (end - from) * stride * sizeof(*code));
        for (int f = 0; f < all->fields; f++)
            for (size_t r = from; r < end; r++)
                code[(r - from) * stride + (unsigned)f] = all->field[f].codes[r];
        bina_heap_breathe(all->rows->heap);
    }
    return BINA_OK;
}

bina_status
bina_link_rows_pack(bina_link_rows *rows, bina_heap *heap, const bina_link_field *field, int fields,
                    uint32_t count, unsigned threads)
{
    packing all = {rows, field, fields};
    size_t size;

    rows->heap = heap;
    rows->stride = stride_of(fields);
    size = rows->stride * sizeof(*rows->code);
    rows->code = bina_heap_take_lines(heap, (size_t)count + 1, size);
    if (rows->code == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_heap_widen(heap, rows->code, (size_t)count * size);
    return bina_parallel_stretches(threads, count, pack_stretch, &all);
}

void
bina_link_rows_drop(bina_link_rows *rows)
{
    bina_heap_give(rows->heap, rows->code);
    memset(rows, 0, sizeof(*rows));
}

static void
lay_out_field(bina_link_judge *judge, int f)
{
    const bina_link_model *model = judge->model;
    const int *given = judge->plan->field[f].given;
    unsigned top = judge->field[f].top;

    judge->top[f] = (uint8_t)top;
    for (int k = 0; k < 2; k++)
        judge->given[f][k] = (uint8_t)(given[k] < 0 ? BINA_LINK_FIELDS : given[k]);
    for (unsigned s = 0; s < BINA_LINK_STATES; s++)
        for (unsigned l = 0; l < BINA_LINK_LEVELS; l++) {
            double weight = model->weight[f][s][l];
            unsigned cell = s * BINA_LINK_LEVELS + l;
            judge->one[f][cell] = weight;
            judge->owner[f][cell] = model->relative[f][s][l];
            judge->most[f][cell] = l > BINA_LINK_DIFFERENT && l < top
                                       ? fmax(judge->most[f][cell - 1], weight)
                                       : weight;
        }
}

/* How much dearer it is to compare two values than to look their level up. */
static double
dearness(const bina_link_field *field)
{
    if (field->similar.start != NULL)
        return 1;
    switch (field->spec->compare) {
    case BINA_LINK_NAME:
    case BINA_LINK_CODE:
    case BINA_LINK_WORDS:
        return 4;
    default:
        return 1;
    }
}

/* Fields whose difference takes most from what was hoped for, soon told, are looked at first. */
static void
put_in_order(bina_link_judge *judge)
{
    double hope[BINA_LINK_FIELDS];

    for (int f = 0; f < judge->fields; f++) {
        int at = f;
        hope[f] = (judge->most[f][judge->field[f].top - 1] - judge->one[f][BINA_LINK_DIFFERENT]) /
                  dearness(&judge->field[f]);
        for (; at > 0 && hope[judge->order[at - 1]] < hope[f]; at--)
            judge->order[at] = judge->order[at - 1];
        judge->order[at] = f;
    }
}

/* Values that as many rows have are as rare: it is worked out once for each of the lower counts. */
static void
lay_out_rarity(bina_link_judge *judge, int f)
{
    const bina_link_field *field = &judge->field[f];
    float known[COUNTS];
    bool is_known[COUNTS] = {false};

    for (uint32_t c = 0; c < field->values.count; c++) {
        uint32_t count = field->count[c];
        bina_heap_pass(field->values.heap, c);
        if (c == 0 || count >= COUNTS) {
            judge->rarity[f][c] = bina_link_model_rarity(judge->model, field, f, c);
            continue;
        }
        if (!is_known[count])
            known[count] = bina_link_model_rarity(judge->model, field, f, c);
        is_known[count] = true;
        judge->rarity[f][c] = known[count];
    }
}

bina_status
bina_link_judge_init(bina_link_judge *judge, const bina_link_plan *plan,
                     const bina_link_field *field, const bina_link_model *model, double least)
{
    memset(judge, 0, sizeof(*judge));
    judge->plan = plan;
    judge->field = field;
    judge->model = model;
    judge->fields = plan->count;
    judge->least = least;
    for (int k = 0; k < 2; k++) {
        judge->prior[k] = model->prior[k];
        judge->other[k] = model->owners ? log2(model->other[k]) : -1000;
        judge->bound[k] = judge->prior[k] + SLACK;
    }
    for (int f = 0; f < judge->fields; f++) {
        uint32_t values = field[f].values.count;
        lay_out_field(judge, f);
        judge->values[f] = values;
        judge->rarity[f] = bina_heap_take(field[f].values.heap, values, sizeof(*judge->rarity[f]));
        if (judge->rarity[f] == NULL) {
            bina_link_judge_drop(judge);
            return BINA_ERR_NO_MEMORY;
        }
        lay_out_rarity(judge, f);
    }
    put_in_order(judge);
    return BINA_OK;
}

bina_status
bina_link_judge_widen(bina_link_judge *judge)
{
    for (int f = 0; f < judge->fields; f++) {
        uint32_t values = judge->field[f].values.count, room;
        float *rarity, rare;
        if (values <= judge->values[f])
            continue;
        room = values + values / 8 + 64;
        rarity =
            bina_heap_resize(judge->field[f].values.heap, judge->rarity[f], room, sizeof(*rarity));
        if (rarity == NULL)
            return BINA_ERR_NO_MEMORY;
        /* The run saw no row with any value that is added later: all are as rare. */
        rare = bina_link_model_rarity(judge->model, &judge->field[f], f, values - 1);
        for (uint32_t c = judge->values[f]; c < room; c++)
            rarity[c] = rare;
        judge->rarity[f] = rarity;
        judge->values[f] = room;
    }
    return BINA_OK;
}

void
bina_link_judge_drop(bina_link_judge *judge)
{
    for (int f = 0; f < judge->fields; f++)
        if (judge->rarity[f] != NULL)
            bina_heap_give(judge->field[f].values.heap, judge->rarity[f]);
    memset(judge, 0, sizeof(*judge));
}

/* The one order of adding up: the fields, then the frequencies of what is equal. */
static bina_link_evidence
add_fields(const bina_link_judge *judge, const uint8_t *cell, bool same_list)
{
    bina_link_evidence evidence = {judge->prior[same_list], judge->other[same_list]};

    for (int f = 0; f < judge->fields; f++) {
        evidence.one += judge->one[f][cell[f]];
        evidence.owner += judge->owner[f][cell[f]];
    }
    return evidence;
}

static double
add_rarities(const bina_link_judge *judge, bina_link_evidence evidence, uint32_t equal,
             const uint32_t *a)
{
    for (int f = 0; f < judge->fields; f++)
        if (equal >> f & 1 && bina_link_judge_state(judge, f, equal) == 0) {
            double rarity = (double)judge->rarity[f][a[f]];
            evidence.one += rarity;
            if (!judge->model->thing[f])
                evidence.owner += rarity;
        }
    return bina_link_evidence_weight(judge->model, evidence);
}

/* The fields that a pattern is equal in, a bit for each. */
static uint32_t
equal_in(const bina_link_judge *judge, uint64_t pattern)
{
    uint32_t equal = 0;

    for (int f = 0; f < judge->fields; f++)
        equal |= (uint32_t)(bina_link_pattern_level(pattern, f) == judge->field[f].top) << f;
    return equal;
}

bina_link_evidence
bina_link_judge_pattern(const bina_link_judge *judge, uint64_t pattern)
{
    uint32_t equal = equal_in(judge, pattern);
    uint8_t cell[BINA_LINK_FIELDS];

    for (int f = 0; f < judge->fields; f++)
        cell[f] = (uint8_t)(bina_link_judge_state(judge, f, equal) * BINA_LINK_LEVELS +
                            bina_link_pattern_level(pattern, f));
    return add_fields(judge, cell, (pattern & BINA_LINK_SAME_LIST) != 0);
}

double
bina_link_judge_settle(const bina_link_judge *judge, bina_link_evidence evidence, uint64_t pattern,
                       const uint32_t *a)
{
    return add_rarities(judge, evidence, equal_in(judge, pattern), a);
}

double
bina_link_judge_weigh(const bina_link_judge *judge, uint64_t pattern, const uint32_t *a)
{
    return bina_link_judge_settle(judge, bina_link_judge_pattern(judge, pattern), pattern, a);
}

double
bina_link_judge_close(const bina_link_judge *judge, const uint8_t *cell, bool same_list,
                      uint32_t equal, const uint32_t *a)
{
    return add_rarities(judge, add_fields(judge, cell, same_list), equal, a);
}

bool
bina_link_judge_pair(const bina_link_judge *judge, const uint32_t *a, const uint32_t *b,
                     bool same_list, double *weight, uint64_t *pattern)
{
    uint32_t equal = 0, unequal = 0;
    uint8_t cell[BINA_LINK_FIELDS];
    double bound = judge->bound[same_list];

    for (int f = 0; f < judge->fields; f++) {
        uint32_t present = a[f] != 0 && b[f] != 0, same = a[f] == b[f];
        equal |= (present & same) << f;
        unequal |= (present & ~same & 1) << f;
    }
    for (int f = 0; f < judge->fields; f++) {
        unsigned state = bina_link_judge_state(judge, f, equal);
        cell[f] = (uint8_t)(state * BINA_LINK_LEVELS);
        if (equal >> f & 1) {
            cell[f] = (uint8_t)(cell[f] + judge->field[f].top);
            bound += judge->one[f][cell[f]];
            if (state == 0)
                bound += (double)judge->rarity[f][a[f]];
        } else if (unequal >> f & 1) {
            bound += judge->most[f][cell[f] + judge->field[f].top - 1];
        }
    }
    if (bound < judge->least)
        return false;
    for (int i = 0; i < judge->fields; i++) {
        int f = judge->order[i];
        if (!(unequal >> f & 1))
            continue;
        bound -= judge->most[f][cell[f] + judge->field[f].top - 1];
        cell[f] = (uint8_t)(cell[f] + bina_link_field_level(&judge->field[f], a[f], b[f]));
        bound += judge->one[f][cell[f]];
        if (bound < judge->least)
            return false;
    }
    *weight = bina_link_judge_close(judge, cell, same_list, equal, a);
    if (*weight < judge->least)
        return false;
    *pattern = same_list ? BINA_LINK_SAME_LIST : 0;
    for (int f = 0; f < judge->fields; f++)
        *pattern |= (uint64_t)(cell[f] % BINA_LINK_LEVELS) << (BINA_LINK_BITS * (unsigned)f);
    return true;
}
