/*
 * The rows that may be one with a record, without looking at the others.
 *
 * Of every field the values like the record's are found first, with their levels. What is not worth
 * looking for is passed over (chance.h); who shares any of the rest is met. As the levels of all
 * values are known, what a row could weigh is told by looking them up, and only those that may
 * reach the review threshold are weighed. Nothing is missed by it.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/chance.h"
#include "linkage/index.h"

#define AHEAD 16u /* rows fetched before they are met */

/* What is asked of all rows. */
typedef struct search {
    const uint32_t *codes;
    uint32_t list, self;
    bina_link_chance chance[BINA_LINK_FIELDS];
    size_t first[BINA_LINK_FIELDS + 1];            /* of a field: its values in `met` */
    double at[BINA_LINK_FIELDS][BINA_LINK_LEVELS]; /* the most it adds at a level */
    double hope[BINA_LINK_FIELDS];                 /* and at any */
    double all;                                    /* the most of any row */
    int order[BINA_LINK_FIELDS];                   /* of asking: what may take most away first */
    int fields;                                    /* that have a value */
} search;

/* Finds the values like the record's, and what they may add; returns what all rows may gain. */
static bina_status
weigh_field(bina_link_index *index, int f, search *of, double *anyhow)
{
    const bina_link_judge *judge = &index->engine->judge;
    const uint32_t *start = index->finder[f].holders.start;
    uint32_t code = of->codes[f], end = index->finder[f].extent.values;
    bina_link_chance *chance = &of->chance[f];
    bool reached[BINA_LINK_LEVELS] = {false};
    bina_status status;

    of->first[f] = of->first[f + 1] = index->met_count;
    *anyhow = 0;
    if (code == 0) {
        bina_link_chance_none(chance);
        return BINA_OK;
    }
    status = bina_link_index_alike(index, f, code);
    of->first[f + 1] = index->met_count;
    memset(chance, 0, sizeof(*chance));
    for (size_t i = of->first[f]; i < index->met_count; i++) {
        const bina_link_alike *met = &index->met[i];
        if (met->code < end)
            chance->rows[met->level] += (double)(start[met->code + 1] - start[met->code]);
        reached[met->level] = true;
    }
    chance->rows[BINA_LINK_DIFFERENT] = 0;
    *anyhow = bina_link_chance_set(chance, judge, f, code, start[1] > 0);
    /* Rows that changed since may be of any level: only the record's own value is sure. */
    for (unsigned l = BINA_LINK_DIFFERENT; l <= chance->top; l++) {
        of->at[f][l] = bina_link_chance_at(judge, f, l, code);
        if (reached[l] || l == BINA_LINK_DIFFERENT || index->fresh_count > 0)
            of->hope[f] = fmax(of->hope[f], of->at[f][l]);
    }
    return status;
}

static void
put_in_order(search *of, int fields)
{
    of->fields = 0;
    for (int f = 0; f < fields; f++) {
        int at = of->fields;
        if (of->codes[f] == 0)
            continue;
        of->all += of->hope[f];
        for (; at > 0; at--) {
            int before = of->order[at - 1];
            if (of->hope[before] - of->at[before][BINA_LINK_DIFFERENT] >=
                of->hope[f] - of->at[f][BINA_LINK_DIFFERENT])
                break;
            of->order[at] = before;
        }
        of->order[at] = f;
        of->fields++;
    }
}

/* Whether a row could get there, by what is known of its values: mostly told soon. */
static bool
may_reach(const bina_link_index *index, const search *of, const uint32_t *other)
{
    double hope = of->all;

    for (int i = 0; i < of->fields && hope >= index->engine->judge.least; i++) {
        int f = of->order[i];
        const bina_link_finder *finder = &index->finder[f];
        uint32_t code = other[f];
        unsigned level;
        if (code == of->codes[f])
            level = of->chance[f].top;
        else if (code < finder->extent.values)
            level = code == 0 ? BINA_LINK_MISSING : finder->level[code];
        else
            level = bina_link_field_level(&index->engine->field[f], of->codes[f], code);
        if (level == 0 && code != 0)
            level = BINA_LINK_DIFFERENT;
        hope += of->at[f][level] - of->hope[f];
    }
    return hope >= index->engine->judge.least;
}

/* Weighs a row once. */
static bina_status
meet(bina_link_index *index, const search *of, uint32_t row)
{
    bina_link_engine *engine = index->engine;
    const uint32_t *other = bina_link_rows_at(&engine->rows, row);
    bool own = engine->list_of[row] == of->list, below = row < of->self;
    double weight;
    uint64_t pattern;

    if (index->seen[row] == index->search)
        return BINA_OK;
    index->seen[row] = index->search;
    if (row == of->self || index->gone[row] ||
        (own && engine->alone != NULL && engine->alone[of->list]) || !may_reach(index, of, other))
        return BINA_OK;
    if (!bina_link_judge_pair(&engine->judge, below ? other : of->codes, below ? of->codes : other,
                              own || engine->table->list_count == 1, &weight, &pattern))
        return BINA_OK;
    if (!bina_vector_reserve(&index->hit, &index->hit_room, index->hits + 1, sizeof(*index->hit)))
        return BINA_ERR_NO_MEMORY;
    index->hit[index->hits++] = (bina_link_near){row, weight};
    return BINA_OK;
}

static void
fetch(const bina_link_index *index, uint32_t row)
{
#if defined(__GNUC__)
    __builtin_prefetch(&index->seen[row]);
    __builtin_prefetch(bina_link_rows_at(&index->engine->rows, row));
#else
    (void)index, (void)row;
#endif
}

/* Meets those who share of a field what is not passed over. */
static bina_status
meet_holders(bina_link_index *index, const search *of, int f)
{
    const bina_link_holders *holders = NULL;
    bina_status status = BINA_OK;

    for (size_t i = of->first[f]; i < of->first[f + 1]; i++) {
        const bina_link_alike *met = &index->met[i];
        if (met->level <= of->chance[f].over || met->level <= BINA_LINK_DIFFERENT ||
            met->code >= index->finder[f].extent.values)
            continue;
        if (holders == NULL)
            holders = bina_link_index_holders(index, f);
        if (holders == NULL)
            return BINA_ERR_NO_MEMORY;
        for (uint32_t k = holders->start[met->code], end = holders->start[met->code + 1];
             k < end && status == BINA_OK; k++) {
            if (k + AHEAD < end)
                fetch(index, holders->row[k + AHEAD]);
            status = meet(index, of, holders->row[k]);
        }
    }
    return status;
}

static int
by_row(const void *a, const void *b)
{
    const bina_link_near *x = a, *y = b;
    return x->row < y->row ? -1 : x->row > y->row;
}

void
bina_link_index_next(bina_link_index *index)
{
    if (++index->search == UINT32_MAX) {
        memset(index->seen, 0, index->room * sizeof(*index->seen));
        index->search = 1;
    }
}

bina_status
bina_link_index_find(bina_link_index *index, const uint32_t *codes, uint32_t list, uint32_t self)
{
    const bina_link_engine *engine = index->engine;
    int fields = engine->plan->count;
    search of = {.codes = codes, .list = list, .self = self};
    double prior = bina_link_chance_prior(&engine->judge, engine->table, engine->alone, list);
    double room = engine->judge.least - BINA_LINK_SLACK - prior;
    bina_status status = bina_link_index_prepare(index);

    index->hits = 0;
    bina_link_index_forget(index);
    bina_link_index_next(index);
    of.all = prior + BINA_LINK_SLACK;
    for (int f = 0; f < fields && status == BINA_OK; f++) {
        double anyhow;
        status = weigh_field(index, f, &of, &anyhow);
        room -= anyhow;
    }
    if (status != BINA_OK)
        return status;
    put_in_order(&of, fields);
    (void)bina_link_chance_pass(of.chance, fields, room);
    /* Even rows that agree in nothing could get there: all are to be looked at. */
    for (uint32_t r = 0; room <= 0 && r < index->rows && status == BINA_OK; r++)
        status = meet(index, &of, r);
    for (int f = 0; f < fields && status == BINA_OK; f++)
        status = meet_holders(index, &of, f);
    for (size_t i = 0; i < index->fresh_count && status == BINA_OK; i++)
        status = meet(index, &of, index->fresh[i]);
    if (status == BINA_OK && index->hits > 1)
        qsort(index->hit, index->hits, sizeof(*index->hit), by_row);
    return status;
}
