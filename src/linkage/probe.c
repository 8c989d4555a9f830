#include "linkage/probe.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/sift.h"

/* The share of what must be gained that passed over fields may add. More of it meets fewer rows;
 * less tells more of those met from each other. */
#define PASSED 0.4

bina_status
bina_link_probe_init(bina_link_probe *probe, const bina_link_table *table,
                     const bina_link_field *field, int fields, const bina_link_rows *rows,
                     const bool *alone)
{
    bina_status status = BINA_OK;

    memset(probe, 0, sizeof(*probe));
    probe->table = table;
    probe->field = field;
    probe->fields = fields;
    probe->rows = rows;
    probe->alone = alone;
    for (int f = 0; f < fields && status == BINA_OK; f++)
        status = bina_link_holders_find(
            &probe->holders[f],
            &(bina_link_held){field[f].codes, 1, NULL, table->rows, field[f].values.count});
    if (status != BINA_OK)
        bina_link_probe_drop(probe);
    return status;
}

void
bina_link_probe_drop(bina_link_probe *probe)
{
    for (int f = 0; f < probe->fields; f++)
        bina_link_holders_drop(&probe->holders[f]);
    memset(probe, 0, sizeof(*probe));
}

bina_status
bina_link_probing_init(bina_link_probing *probing, const bina_link_probe *probe)
{
    size_t rows = probe->table->rows;
    bina_status status;

    memset(probing, 0, sizeof(*probing));
    status = bina_link_against_init(&probing->against, probe->field, probe->fields);
    probing->gain = malloc((rows + 1) * sizeof(*probing->gain));
    probing->other = malloc((rows + BINA_LINK_SIFTED) * sizeof(*probing->other));
    if (status == BINA_OK && (probing->gain == NULL || probing->other == NULL))
        status = BINA_ERR_NO_MEMORY;
    if (status != BINA_OK)
        bina_link_probing_drop(probing);
    return status;
}

void
bina_link_probing_drop(bina_link_probing *probing)
{
    bina_link_against_drop(&probing->against);
    free(probing->gain);
    free(probing->other);
    memset(probing, 0, sizeof(*probing));
}

/* The fields of a row, up to which level each is passed over. */
typedef struct choice {
    bina_link_chance field[BINA_LINK_FIELDS];
    double need; /* what agreement in the others must add; nothing: every row is a candidate */
} choice;

static void
count_rows(const bina_link_field *field, uint32_t code, double *rows)
{
    const bina_link_similar *similar = &field->similar;

    memset(rows, 0, BINA_LINK_LEVELS * sizeof(*rows));
    rows[field->top] = field->count[code];
    for (size_t i = similar->start[code]; i < similar->start[code + 1]; i++)
        rows[similar->level[i]] += field->count[similar->code[i]];
}

/* Passes over what saves most candidates for what it could add, while there is room. */
static void
choose(const bina_link_probe *probe, const bina_link_judge *judge, uint32_t row, choice *made)
{
    const uint32_t *codes = bina_link_rows_at(probe->rows, row);
    uint32_t list = bina_link_table_list_of(probe->table, row);

    made->need = judge->least - BINA_LINK_SLACK -
                 bina_link_chance_prior(judge, probe->table, probe->alone, list);
    for (int f = 0; f < probe->fields; f++) {
        if (codes[f] == 0) {
            bina_link_chance_none(&made->field[f]);
            continue;
        }
        count_rows(&probe->field[f], codes[f], made->field[f].rows);
        made->need -=
            bina_link_chance_set(&made->field[f], judge, f, codes[f], probe->field[f].count[0] > 0);
    }
    made->need -= bina_link_chance_pass(made->field, probe->fields, made->need * PASSED);
}

/* Notes what the rows that hold a value gain by it. */
static void
meet(const bina_link_holders *holders, bina_link_probing *probing, uint32_t code, double gain)
{
    /* A little more, so that rounding down loses nobody. */
    float more = (float)gain + 1e-4F;

    for (uint32_t at = holders->start[code + 1]; at > holders->start[code]; at--) {
        uint32_t row = holders->row[at - 1];
        if (row < probing->from)
            return;
        probing->gain[row] += more;
    }
}

void
bina_link_probe_row(const bina_link_probe *probe, const bina_link_judge *judge,
                    bina_link_probing *probing, uint32_t row)
{
    uint32_t list = bina_link_table_list_of(probe->table, row), rows = probe->table->rows;
    const uint32_t *codes = bina_link_rows_at(probe->rows, row);
    choice made;

    probing->count = 0;
    probing->list_end = probe->table->lists[list]->first + probe->table->lists[list]->rows;
    probing->from = probe->alone != NULL && probe->alone[list] ? probing->list_end : row + 1;
    for (int f = 0; f < probe->fields; f++)
        bina_link_against_hold(&probing->against, f, codes[f]);
    choose(probe, judge, row, &made);
    probing->all = made.need <= 0;
    if (probing->from >= rows)
        return;
    for (uint32_t r = probing->from; probing->all && r < rows; r++)
        probing->other[probing->count++] = r;
    if (probing->all)
        return;
    probing->need = bina_link_sift_least(made.need);
    memset(probing->gain + probing->from, 0, (rows - probing->from) * sizeof(*probing->gain));
    for (int f = 0; f < probe->fields; f++) {
        const bina_link_similar *similar = &probe->field[f].similar;
        const double *gain = made.field[f].gain;
        unsigned top = made.field[f].top, over = made.field[f].over;
        if (over >= top)
            continue;
        meet(&probe->holders[f], probing, codes[f], gain[top] - gain[over]);
        for (size_t i = similar->start[codes[f]]; i < similar->start[codes[f] + 1]; i++)
            if (similar->level[i] > over)
                meet(&probe->holders[f], probing, similar->code[i],
                     gain[similar->level[i]] - gain[over]);
    }
    probing->count =
        bina_link_sift(probing->gain, probing->from, rows, probing->need, probing->other);
}

void
bina_link_probe_rest(const bina_link_probe *probe, bina_link_probing *probing, uint32_t first,
                     uint32_t every)
{
    size_t count = 0;

    for (uint32_t r = probing->from + first; r < probe->table->rows && !probing->all; r += every) {
        probing->other[count] = r;
        count += !(probing->gain[r] >= probing->need);
    }
    probing->count = count;
}

double
bina_link_probe_cost(const bina_link_probe *probe, const bina_link_judge *judge, uint32_t row)
{
    double cost = 0;
    choice made;

    choose(probe, judge, row, &made);
    if (made.need <= 0)
        return probe->table->rows;
    for (int f = 0; f < probe->fields; f++)
        for (unsigned l = made.field[f].over + 1; l <= made.field[f].top; l++)
            cost += made.field[f].rows[l];
    return cost;
}

void
bina_link_probe_patterns(const bina_link_probe *probe, const bina_link_probing *probing,
                         const uint32_t *other, size_t count, uint64_t *pattern)
{
    bina_link_against_patterns(&probing->against, probe->rows, other, count, pattern);
    for (size_t i = 0; i < count; i++)
        pattern[i] |= other[i] < probing->list_end ? BINA_LINK_SAME_LIST : 0;
}
