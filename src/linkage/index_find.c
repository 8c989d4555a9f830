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

#define AHEAD 24u /* values fetched before they are read */

static void
fetch(const uint32_t *code)
{
#if defined(__GNUC__)
    __builtin_prefetch(code);
#else
    (void)code;
#endif
}

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

/* What a row's value adds in a field at most, if the value is not in the finder. */
static double
weigh_later(const bina_link_index *index, const search *of, int f, uint32_t code)
{
    return of->at[f][bina_link_field_level(&index->engine->field[f], of->codes[f], code)];
}

/*
 * Keeps the rows that could get there, by what is known of their values. Field by field for all:
 * most of them are gone after the first.
 */
static void
sift(bina_link_index *index, const search *of)
{
    double least = index->engine->judge.least;
    bina_link_near *met = index->hit;

    for (size_t r = 0; r < index->hits; r++)
        met[r].weight = of->all;
    for (int i = 0; i < of->fields; i++) {
        int f = of->order[i];
        const uint32_t *codes = index->engine->field[f].codes;
        const uint8_t *level = index->finder[f].level;
        uint32_t end = index->finder[f].extent.values;
        double adds[BINA_LINK_ABSENT + 1] = {of->at[f][BINA_LINK_DIFFERENT]};
        size_t kept = 0, hits = index->hits;
        memcpy(adds + 1, of->at[f] + 1, (BINA_LINK_LEVELS - 1) * sizeof(*adds));
        for (size_t r = 0; r < hits; r++) {
            uint32_t row = met[r].row, code = codes[row];
            double weight = met[r].weight - of->hope[f];
            fetch(codes + met[r + AHEAD < hits ? r + AHEAD : r].row);
            weight += code < end ? adds[level[code]] : weigh_later(index, of, f, code);
            met[kept].row = row;
            met[kept].weight = weight;
            kept += weight >= least;
        }
        index->hits = kept;
    }
}

/* Weighs the rows that are left, each once. */
static void
weigh_rows(bina_link_index *index, const search *of)
{
    const bina_link_engine *engine = index->engine;
    size_t kept = 0;

    for (size_t i = 0; i < index->hits; i++) {
        uint32_t row = index->hit[i].row;
        const uint32_t *other = bina_link_rows_at(&engine->rows, row);
        bool own = engine->list_of[row] == of->list, below = row < of->self;
        uint64_t pattern;
        double weight;
        if (index->seen[row] == index->search)
            continue;
        index->seen[row] = index->search;
        if (row == of->self || index->gone[row] ||
            (own && engine->alone != NULL && engine->alone[of->list]))
            continue;
        if (bina_link_judge_pair(&engine->judge, below ? other : of->codes,
                                 below ? of->codes : other, own || engine->table->list_count == 1,
                                 &weight, &pattern))
            index->hit[kept++] = (bina_link_near){row, weight};
    }
    index->hits = kept;
}

static bool
make_room(bina_link_index *index, size_t more)
{
    return bina_vector_reserve(&index->hit, &index->hit_room, index->hits + more,
                               sizeof(*index->hit));
}

/* Meets the rows that hold a value. */
static bina_status
meet_holders(bina_link_index *index, int f, uint32_t code)
{
    const bina_link_holders *holders = bina_link_index_holders(index, f);
    uint32_t from, end;

    if (holders == NULL)
        return BINA_ERR_NO_MEMORY;
    from = holders->start[code];
    end = holders->start[code + 1];
    if (!make_room(index, end - from))
        return BINA_ERR_NO_MEMORY;
    for (uint32_t k = from; k < end; k++)
        index->hit[index->hits++].row = holders->row[k];
    return BINA_OK;
}

/* Meets those who share of a field what is not passed over. */
static bina_status
meet_field(bina_link_index *index, const search *of, int f)
{
    const bina_link_chance *chance = &of->chance[f];
    bina_status status = BINA_OK;

    for (size_t i = of->first[f]; i < of->first[f + 1] && status == BINA_OK; i++) {
        const bina_link_alike *met = &index->met[i];
        if (met->level > chance->over && met->level > BINA_LINK_DIFFERENT &&
            met->code < index->finder[f].extent.values)
            status = meet_holders(index, f, met->code);
    }
    return status;
}

/* Meets whoever may reach the threshold. */
static bina_status
meet_rows(bina_link_index *index, const search *of, double room)
{
    bina_status status = BINA_OK;

    if (room <= 0) {
        /* Even rows that agree in nothing could get there: all are to be looked at. */
        if (!make_room(index, index->rows))
            return BINA_ERR_NO_MEMORY;
        for (uint32_t r = 0; r < index->rows; r++)
            index->hit[index->hits++].row = r;
        return BINA_OK;
    }
    for (int f = 0; f < index->engine->plan->count && status == BINA_OK; f++)
        status = meet_field(index, of, f);
    if (status != BINA_OK || !make_room(index, index->fresh_count))
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < index->fresh_count; i++)
        index->hit[index->hits++].row = index->fresh[i];
    return BINA_OK;
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
    status = meet_rows(index, &of, room);
    if (status != BINA_OK) {
        index->hits = 0;
        return status;
    }
    sift(index, &of);
    weigh_rows(index, &of);
    if (index->hits > 1)
        qsort(index->hit, index->hits, sizeof(*index->hit), by_row);
    return status;
}
