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

/* The lists of a field that are neither passed over nor have been dealt with. */
typedef struct lists {
    const bina_link_holders *holders;
    const bina_link_alike *met;
    size_t count;
    unsigned over, under; /* levels from over + 1 up to under */
    uint32_t end;
} lists;

static bina_status
open_lists(bina_link_index *index, const bina_link_meeting *of, int f, unsigned over,
           unsigned under, lists *open)
{
    *open = (lists){.met = index->met + of->first[f],
                    .count = of->first[f + 1] - of->first[f],
                    .over = over < BINA_LINK_DIFFERENT ? BINA_LINK_DIFFERENT : over,
                    .under = under,
                    .end = index->finder[f].extent.values};
    if (open->over >= under)
        open->count = 0;
    if (open->count == 0)
        return BINA_OK;
    open->holders = bina_link_index_holders(index, f);
    return open->holders == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

/* The rows of a list: from *from up to *end. */
static void
rows_of(const lists *open, size_t i, uint32_t *from, uint32_t *end)
{
    const bina_link_alike *met = &open->met[i];
    const bina_link_holders *holders = open->holders;

    *from = *end = 0;
    if (i + AHEAD < open->count && met[AHEAD].code < open->end)
        bina_fetch(&holders->row[holders->start[met[AHEAD].code]]);
    if (met->level <= open->over || met->level > open->under || met->code >= open->end)
        return;
    *from = holders->start[met->code];
    *end = holders->start[met->code + 1];
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
sum_up(const sums *by, const lists *open, const bina_link_chance *chance, double base, bool all)
{
    for (size_t i = 0; i < open->count; i++) {
        uint32_t from, end, gain;
        rows_of(open, i, &from, &end);
        if (from == end)
            continue;
        gain =
            (uint32_t)fmin(ceil((chance->gain[open->met[i].level] - base) * by->unit), UINT16_MAX);
        gain += all;
        for (; from < end; from++) {
            uint16_t *slot = &by->slot[open->holders->row[from] & by->mask];
            add(slot, all || *slot > 0 ? gain : 0);
        }
    }
}

/* Puts the rows that may get there where they are looked at, each once. */
static bina_status
keep_rows(bina_link_index *index, const sums *by, const lists *open)
{
    for (size_t i = 0; i < open->count; i++) {
        uint32_t from, end;
        rows_of(open, i, &from, &end);
        if (!make_room(index, end - from))
            return BINA_ERR_NO_MEMORY;
        for (; from < end; from++) {
            uint32_t row = open->holders->row[from];
            if (by->slot[row & by->mask] < ENOUGH || index->seen[row] == index->search)
                continue;
            index->seen[row] = index->search;
            index->hit[index->hits++].row = row;
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
    for (int further = 0; further <= 1; further++)
        for (int f = 0; f < of->fields && status == BINA_OK; f++) {
            const bina_link_chance *chance = &of->chance[f];
            status = further ? open_lists(index, of, f, under[f], chance->over, &open)
                             : open_lists(index, of, f, chance->over, chance->top, &open);
            if (status == BINA_OK)
                sum_up(&by, &open, chance, chance->gain[under[f]], !further);
        }
    for (int f = 0; f < of->fields && status == BINA_OK; f++) {
        status = open_lists(index, of, f, of->chance[f].over, of->chance[f].top, &open);
        if (status == BINA_OK)
            status = keep_rows(index, &by, &open);
    }
    if (status != BINA_OK || !make_room(index, index->fresh_count))
        return status != BINA_OK ? status : BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < index->fresh_count; i++) {
        uint32_t row = index->fresh[i];
        if (index->seen[row] != index->search)
            index->hit[index->hits++].row = row;
        index->seen[row] = index->search;
    }
    return BINA_OK;
}
