/*
 * The rows that may be one with a record, without looking at the others.
 *
 * Of every field the values like the record's are found first, with their levels. Who holds them is
 * met, as far as it may reach the review threshold (index_meet.c). As the levels of all values are
 * known, what a row weighs is told by looking them up. Nothing is missed by it.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"
#include "linkage/index_meet.h"

#define AHEAD 16u /* rows fetched before they are read */

/* What is asked of all rows. */
typedef struct search {
    const uint32_t *codes;
    uint32_t list, self;
    bina_link_meeting meeting;
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
    uint32_t code = of->codes[f];
    bina_link_chance *chance = &of->meeting.chance[f];
    size_t from = index->met_count;
    bool reached[BINA_LINK_LEVELS] = {false};
    bina_status status;

    *anyhow = 0;
    if (code == 0) {
        bina_link_chance_none(chance);
        return BINA_OK;
    }
    memset(chance, 0, sizeof(*chance));
    status = bina_link_index_alike(index, f, code);
    if (status == BINA_OK)
        status = bina_link_index_lay_out(index, &of->meeting, f, from);
    for (size_t i = from; i < index->met_count; i++)
        reached[index->met[i].level] = true;
    *anyhow = bina_link_chance_set(chance, judge, f, code, index->finder[f].holders.start[1] > 0);
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

/* The level of the record's value and another. */
static unsigned
level_of(const bina_link_index *index, const search *of, int f, uint32_t code)
{
    const bina_link_finder *finder = &index->finder[f];

    if (code == 0)
        return BINA_LINK_MISSING;
    if (code >= finder->extent.values)
        return bina_link_field_level(&index->engine->field[f], of->codes[f], code);
    if (!bina_link_finder_marked(finder, code) || finder->level[code] == 0)
        return BINA_LINK_DIFFERENT;
    return finder->level[code];
}

/* The pattern of a row, unless it cannot get there: field by field, as long as it may. */
static bool
tell_pattern(const bina_link_index *index, const search *of, const uint32_t *other,
             uint64_t *pattern)
{
    double least = index->engine->judge.least, weight = of->all;

    for (int i = 0; i < of->fields; i++) {
        int f = of->order[i];
        unsigned level = level_of(index, of, f, other[f]);
        weight += of->at[f][level] - of->hope[f];
        if (weight < least)
            return false;
        *pattern |= (uint64_t)level << (BINA_LINK_BITS * (unsigned)f);
    }
    return true;
}

/*
 * Weighs the rows that were met, each once: no text is read for those of the run. Hardly any gets
 * as far as what is asked of a row besides its codes.
 */
static void
weigh_rows(bina_link_index *index, const search *of)
{
    const bina_link_engine *engine = index->engine;
    size_t kept = 0;

    for (size_t i = 0; i < index->hits; i++) {
        uint32_t row = index->hit[i].row;
        uint64_t pattern = 0;
        double weight;
        bool own;
        if (i + AHEAD < index->hits)
            bina_fetch(bina_link_rows_at(&engine->rows, index->hit[i + AHEAD].row));
        if (!tell_pattern(index, of, bina_link_rows_at(&engine->rows, row), &pattern) ||
            index->seen[row] == index->search || row == of->self || index->gone[row])
            continue;
        index->seen[row] = index->search;
        own = engine->list_of[row] == of->list;
        if (own && engine->alone != NULL && engine->alone[of->list])
            continue;
        if (own || engine->table->list_count == 1)
            pattern |= BINA_LINK_SAME_LIST;
        weight = bina_link_judge_weigh(&engine->judge, pattern, of->codes);
        if (weight >= engine->judge.least)
            index->hit[kept++] = (bina_link_near){row, weight};
    }
    index->hits = kept;
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
    search of = {.codes = codes, .list = list, .self = self, .meeting.fields = fields};
    double prior = bina_link_chance_prior(&engine->judge, engine->table, engine->alone, list);
    bina_status status = bina_link_index_prepare(index);

    index->hits = 0;
    bina_link_index_forget(index);
    bina_link_index_next(index);
    of.all = prior + BINA_LINK_SLACK;
    of.meeting.room = engine->judge.least - BINA_LINK_SLACK - prior;
    for (int f = 0; f < fields && status == BINA_OK; f++) {
        double anyhow;
        status = weigh_field(index, f, &of, &anyhow);
        of.meeting.room -= anyhow;
    }
    if (status != BINA_OK)
        return status;
    put_in_order(&of, fields);
    status = bina_link_index_meet(index, &of.meeting);
    if (status != BINA_OK) {
        index->hits = 0;
        return status;
    }
    weigh_rows(index, &of);
    if (index->hits > 1)
        qsort(index->hit, index->hits, sizeof(*index->hit), by_row);
    return status;
}
