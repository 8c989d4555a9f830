/*
 * Most rows that share something with a record are far from being one with it, and a row in memory
 * is dear to look at: so as much as can be is told from the lists of who holds which value.
 *
 * Some agreement is passed over (chance.h): whoever may reach the threshold shares any of the rest.
 * For these rows is summed up what each list they are in lets them gain, in few slots that several
 * rows share, which makes a sum too great at most. Lists that are not too long are summed up, too,
 * of what was passed over: the less is left that a row might gain besides, the more are out. Who is
 * left may get there, and is looked at.
 */
#include "linkage/index_meet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"
#include "base/vector.h"

#define AHEAD   16u    /* lists fetched before they are read */
#define SLOTS   17u    /* bits: of that many slots at most */
#define SPARSE  2u     /* bits: slots there are for a row */
#define ENOUGH  16384u /* what the sum of a row that may get there comes to */
#define FURTHER 4u     /* times as many rows in lists that are summed up besides, */
#define ANYWAY  8192u  /* and so many */
#define LEAST   1e-9   /* what is to be gained is not less: no dividing by nothing */

/* Whether a value is more than different, and some row of the finder's may hold it. */
static bool
tells(const bina_link_finder *finder, const bina_link_alike *met)
{
    return met->level > BINA_LINK_DIFFERENT && met->code < finder->extent.values;
}

static bool
make_room(bina_link_index *index, size_t more)
{
    return bina_vector_reserve(&index->hit, &index->hit_room, index->hits + more,
                               sizeof(*index->hit));
}

/* Even rows that agree in nothing could get there: all are to be looked at. */
static bina_status
meet_all(bina_link_index *index)
{
    if (!make_room(index, index->rows))
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < index->rows; r++)
        index->hit[index->hits++].row = r;
    return BINA_OK;
}

bina_status
bina_link_index_lay_out(bina_link_index *index, bina_link_meeting *of, int f, size_t from)
{
    const bina_link_finder *finder = &index->finder[f];
    const uint32_t *start = finder->holders.start;
    size_t lists[BINA_LINK_LEVELS] = {0}, at = from;

    if (!bina_vector_reserve(&index->span, &index->span_room, index->met_count,
                             sizeof(*index->span)))
        return BINA_ERR_NO_MEMORY;
    for (size_t i = from; i < index->met_count; i++) {
        const bina_link_alike *met = &index->met[i];
        if (i + AHEAD < index->met_count && met[AHEAD].code < finder->extent.values)
            bina_fetch(&start[met[AHEAD].code]);
        lists[met->level] += tells(finder, met);
    }
    for (unsigned l = 0; l < BINA_LINK_LEVELS; l++) {
        of->first[f][l] = at;
        at += lists[l];
        lists[l] = of->first[f][l];
    }
    of->first[f][BINA_LINK_LEVELS] = at;
    for (size_t i = from; i < index->met_count; i++) {
        const bina_link_alike *met = &index->met[i];
        if (!tells(finder, met))
            continue;
        index->span[lists[met->level]++] = (bina_link_span){start[met->code], start[met->code + 1]};
        of->chance[f].rows[met->level] += (double)(start[met->code + 1] - start[met->code]);
    }
    return BINA_OK;
}

/* The lists of some levels of a field. */
typedef struct lists {
    const uint32_t *row; /* of all lists */
    const bina_link_span *span, *end;
} lists;

/* Those of the levels over `over` up to `under`. */
static bina_status
open_lists(bina_link_index *index, const bina_link_meeting *of, int f, unsigned over,
           unsigned under, lists *open)
{
    const bina_link_holders *holders;

    *open = (lists){NULL, index->span, index->span};
    if (over >= under || of->first[f][over + 1] == of->first[f][under + 1])
        return BINA_OK;
    holders = bina_link_index_holders(index, f);
    if (holders == NULL)
        return BINA_ERR_NO_MEMORY;
    *open = (lists){holders->row, index->span + of->first[f][over + 1],
                    index->span + of->first[f][under + 1]};
    return BINA_OK;
}

static void
fetch_rows(const lists *open, const bina_link_span *span)
{
    if (open->end - span > AHEAD)
        bina_fetch(&open->row[span[AHEAD].from]);
}

/* Sums. */
typedef struct sums {
    uint16_t *slot;
    uint32_t mask;
    double unit;
} sums;

static void
add(uint16_t *slot, uint32_t gain)
{
    uint32_t sum = *slot + gain;

    *slot = (uint16_t)(sum < UINT16_MAX ? sum : UINT16_MAX);
}

/* Sums up for the rows of lists: for all, or for those that are in a list already. */
static void
sum_up(const sums *by, const lists *open, uint32_t gain, bool all)
{
    for (const bina_link_span *span = open->span; span < open->end; span++) {
        fetch_rows(open, span);
        for (uint32_t i = span->from; i < span->end; i++) {
            uint16_t *slot = &by->slot[open->row[i] & by->mask];
            add(slot, all || *slot > 0 ? gain : 0);
        }
    }
}

/* Sums up for a field's lists that are not passed over, or else for what is summed up besides. */
static bina_status
sum_field(bina_link_index *index, const bina_link_meeting *of, int f, unsigned under,
          const sums *by, bool all)
{
    const bina_link_chance *chance = &of->chance[f];
    unsigned over = all ? chance->over : under, top = all ? chance->top : chance->over;
    bina_status status = BINA_OK;

    for (unsigned l = over + 1; l <= top && l <= chance->top && status == BINA_OK; l++) {
        double gain = ceil((chance->gain[l] - chance->gain[under]) * by->unit);
        lists open;
        status = open_lists(index, of, f, l - 1, l, &open);
        sum_up(by, &open, (uint32_t)fmin(gain, UINT16_MAX) + all, all);
    }
    return status;
}

/* Puts the rows that may get there where they are looked at. */
static bina_status
keep_rows(bina_link_index *index, const sums *by, const lists *open)
{
    for (const bina_link_span *span = open->span; span < open->end; span++) {
        fetch_rows(open, span);
        if (!make_room(index, span->end - span->from))
            return BINA_ERR_NO_MEMORY;
        for (uint32_t i = span->from; i < span->end; i++) {
            /* Without a branch on what cannot be foreseen. */
            index->hit[index->hits].row = open->row[i];
            index->hits += by->slot[open->row[i] & by->mask] >= ENOUGH;
        }
    }
    return BINA_OK;
}

/* How many rows are in the lists that are not passed over. */
static double
count_rows(const bina_link_meeting *of)
{
    double rows = 0;

    for (int f = 0; f < of->fields; f++)
        for (unsigned l = of->chance[f].over + 1; l <= of->chance[f].top; l++)
            rows += of->chance[f].rows[l];
    return rows;
}

/*
 * Which lists are summed up besides: those of levels over under[f]. What tells most for its rows
 * comes first. Returns what rows might still gain by what is not summed up.
 */
static double
choose_further(const bina_link_meeting *of, double most, unsigned under[BINA_LINK_FIELDS])
{
    double left = 0;

    for (int f = 0; f < of->fields; f++) {
        const bina_link_chance *chance = &of->chance[f];
        under[f] = chance->over < chance->top ? chance->over : chance->top;
        left += chance->gain[under[f]];
    }
    for (;;) {
        double best = 0, cost = 0;
        int at = -1;
        unsigned to = 0;
        for (int f = 0; f < of->fields; f++) {
            const bina_link_chance *chance = &of->chance[f];
            double rows = 0;
            for (unsigned l = under[f]; l > BINA_LINK_DIFFERENT; l--) {
                double told = chance->gain[under[f]] - chance->gain[l - 1];
                rows += chance->rows[l];
                if (rows <= most && told > best * (rows + 1)) {
                    best = told / (rows + 1);
                    cost = rows;
                    at = f;
                    to = l - 1;
                }
            }
        }
        if (at < 0)
            return left;
        left -= of->chance[at].gain[under[at]] - of->chance[at].gain[to];
        under[at] = to;
        most -= cost;
    }
}

static bina_status
open_sums(bina_link_index *index, double rows, double room, sums *by)
{
    unsigned bits = 8;

    if (index->tally == NULL)
        index->tally = malloc(((size_t)1 << SLOTS) * sizeof(*index->tally));
    if (index->tally == NULL)
        return BINA_ERR_NO_MEMORY;
    while (bits < SLOTS && (double)(1u << bits) < rows * (1u << SPARSE))
        bits++;
    *by = (sums){index->tally, (1u << bits) - 1, ENOUGH / room};
    memset(by->slot, 0, ((size_t)1 << bits) * sizeof(*by->slot));
    return BINA_OK;
}

bina_status
bina_link_index_meet(bina_link_index *index, bina_link_meeting *of)
{
    unsigned under[BINA_LINK_FIELDS];
    double rows, left;
    sums by = {0};
    lists open;
    bina_status status;

    if (of->room <= 0)
        return meet_all(index);
    (void)bina_link_chance_pass(of->chance, of->fields, of->room);
    rows = count_rows(of);
    left = choose_further(of, FURTHER * rows + ANYWAY, under);
    status = open_sums(index, rows, fmax(of->room - left, LEAST), &by);
    for (int f = 0; f < of->fields && status == BINA_OK; f++)
        status = sum_field(index, of, f, under[f], &by, true);
    for (int f = 0; f < of->fields && status == BINA_OK; f++)
        status = sum_field(index, of, f, under[f], &by, false);
    for (int f = 0; f < of->fields && status == BINA_OK; f++) {
        status = open_lists(index, of, f, of->chance[f].over, of->chance[f].top, &open);
        if (status == BINA_OK)
            status = keep_rows(index, &by, &open);
    }
    if (status != BINA_OK || !make_room(index, index->fresh_count))
        return status != BINA_OK ? status : BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < index->fresh_count; i++)
        index->hit[index->hits++].row = index->fresh[i];
    return BINA_OK;
}
