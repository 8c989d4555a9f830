/* Scoring given pairs as arrays. */
#include <bina/score.h>

#include <stdlib.h>

#include "base/parallel.h"
#include "linkage/score.h"

bina_status
bina_link_score_ready(bina_linkage *linkage)
{
    bina_status status;

    bina_error_clear(&linkage->error);
    if (!linkage->begun || linkage->engine.stage <= BINA_LINK_STAGE_FIT)
        return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                              "pairs can be scored once the linkage has a model",
                              "pasangan baru dapat dinilai setelah penautan memiliki model");
    if (linkage->table.list_count == 0)
        return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                              "there are no lists whose pairs could be scored",
                              "tidak ada daftar yang pasangannya dapat dinilai");
    if (linkage->scorer != NULL)
        return BINA_OK;
    linkage->scorer = calloc(1, sizeof(*linkage->scorer));
    if (linkage->scorer == NULL)
        return bina_error_plain(&linkage->error, BINA_ERR_NO_MEMORY);
    status = bina_link_scorer_init(linkage->scorer, &linkage->engine);
    if (status != BINA_OK) {
        free(linkage->scorer);
        linkage->scorer = NULL;
        return bina_error_plain(&linkage->error, status);
    }
    return BINA_OK;
}

size_t
bina_link_score_number(const bina_link_list *list, const int64_t *row, size_t count,
                       uint32_t *global)
{
    uint32_t missing = 0, at;

    if (list->numbering.count == 0) { /* without a way out: many at once */
        uint32_t first = list->first, rows = list->rows;
        for (size_t i = 0; i < count; i++) {
            uint64_t place = (uint64_t)row[i] - 1;
            missing |= place >= rows;
            global[i] = first + (uint32_t)place;
        }
        if (!missing)
            return count;
    }
    for (size_t i = 0; i < count; i++) {
        if (!bina_link_numbering_find(&list->numbering, row[i], list->rows, &at))
            return i;
        global[i] = list->first + at;
    }
    return count;
}

#define PART 32768 /* pairs that one thread takes */
#define NEAR 1024  /* and of these, that stay in the near caches while all is done to them */

typedef struct arrays {
    const bina_linkage *linkage;
    const bina_link_list *list[2];
    const int64_t *row[2];
    size_t count;
    double *weight;   /* may be NULL */
    uint64_t *levels; /* may be NULL */
} arrays;

static bina_status
score_some(const arrays *given, size_t from, size_t count)
{
    int fields = given->linkage->plan.count;
    uint64_t mask = ((uint64_t)1 << (BINA_LINK_BITS * (unsigned)fields)) - 1;
    uint64_t same = given->list[0] == given->list[1] ? BINA_LINK_SAME_LIST : 0;
    uint32_t global[2][NEAR];
    double own_weight[NEAR], *weight = own_weight;
    uint64_t own_levels[NEAR], *levels = own_levels;
    bina_status status;

    for (int i = 0; i < 2; i++)
        if (bina_link_score_number(given->list[i], given->row[i] + from, count, global[i]) < count)
            return BINA_ERR_NOT_FOUND;
    if (given->weight != NULL)
        weight = given->weight + from;
    if (given->levels != NULL)
        levels = given->levels + from;
    for (size_t i = 0; i < count; i++)
        levels[i] = same;
    status =
        bina_link_scorer_take(given->linkage->scorer, global[0], global[1], count, weight, levels);
    for (size_t i = 0; i < count; i++)
        levels[i] &= mask;
    return status;
}

static bina_status
score_part(void *self, size_t part)
{
    const arrays *given = self;
    size_t from = part * PART, end = given->count - from < PART ? given->count : from + PART;
    bina_status status = BINA_OK;

    for (; from < end && status == BINA_OK; from += NEAR)
        status = score_some(given, from, end - from < NEAR ? end - from : NEAR);
    return status;
}

/* Tells of the first row that is not there. */
static bina_status
tell_missing(const arrays *given, bina_error *error)
{
    for (size_t i = 0; i < given->count; i++)
        for (int k = 0; k < 2; k++) {
            uint32_t global;
            if (bina_link_score_number(given->list[k], given->row[k] + i, 1, &global) == 0)
                return bina_link_no_row(given->linkage, error, given->list[k]->name,
                                        given->row[k][i]);
        }
    return BINA_ERR_NOT_FOUND;
}

static bina_status
score_arrays(bina_linkage *linkage, arrays *given)
{
    size_t parts = (given->count + PART - 1) / PART;
    bina_status status = bina_parallel(linkage->engine.threads, parts, score_part, given);

    return status == BINA_ERR_NOT_FOUND ? tell_missing(given, &linkage->error) : status;
}

bina_status
bina_linkage_score_rows(bina_linkage *linkage, const char *list_a, const int64_t *row_a,
                        const char *list_b, const int64_t *row_b, size_t count, double *weight,
                        uint64_t *levels)
{
    const char *const name[2] = {list_a, list_b};
    arrays given = {linkage, {NULL, NULL}, {row_a, row_b}, count, weight, levels};
    bina_status status = bina_link_score_ready(linkage);

    for (int i = 0; i < 2 && status == BINA_OK; i++) {
        given.list[i] = name[i] == NULL ? NULL : bina_link_table_find(&linkage->table, name[i]);
        if (given.list[i] == NULL)
            return bina_link_no_list(linkage, &linkage->error, name[i]);
    }
    if (status == BINA_OK)
        status = score_arrays(linkage, &given);
    if (status != BINA_OK && bina_error_status(&linkage->error) == BINA_OK)
        bina_error_plain(&linkage->error, status);
    return status;
}
