/* Similar texts, every one held against every other: bounds first, kernels for what they let by. */
#include <stdlib.h>
#include <string.h>

#include "linkage/similar.h"
#include "linkage/similarity_bounds.h"

#define MOST_PAIRS 2e9 /* beyond so many values are compared when rows meet */
#define PART       256 /* places of a part */
#define NEEDS      (BINA_BOUNDS_PREFIX + 1)

typedef struct nearness {
    bina_link_join *join;
    bina_bounds bounds;
    size_t first;      /* the join's part of the first places */
    unsigned least;    /* names: the least level; 0: edits */
    double similarity; /* of that level; 0: edits */
} nearness;

/* Holds the text of a place against those after it. */
static bina_status
join_place(nearness *near, size_t part, size_t place, size_t group, uint8_t (*need)[NEEDS],
           const bool *may, uint32_t *found)
{
    const bina_bounds *bounds = &near->bounds;
    uint32_t a = bounds->code[place];
    bina_bounds_probe probe;

    bina_bounds_probe_set(&probe, bounds, place);
    for (size_t g = group; g < bounds->groups; g++) {
        size_t from = bounds->group[g].from, count;
        if (!may[g])
            continue;
        if (g == group)
            from = place / BINA_BOUNDS_WIDTH * BINA_BOUNDS_WIDTH;
        count = bina_bounds_find(bounds, &probe, from, bounds->group[g].to, need[g], found);
        for (size_t i = 0; i < count; i++) {
            uint32_t b = bounds->code[found[i]];
            unsigned level;
            if (found[i] <= place || b == 0)
                continue;
            level = bina_link_field_compare(near->join->field, a < b ? a : b, a < b ? b : a);
            if (level > BINA_LINK_DIFFERENT && level >= near->least) {
                bina_status status = bina_link_join_note(near->join, part, a, b, level);
                if (status != BINA_OK)
                    return status;
            }
        }
    }
    return BINA_OK;
}

static bina_status
join_part(void *self, size_t part)
{
    nearness *near = self;
    const bina_bounds *bounds = &near->bounds;
    size_t place = part * PART, end = place + PART, group = 0, last = SIZE_MAX;
    uint32_t *found = malloc((bounds->places + 1) * sizeof(*found));
    uint8_t(*need)[NEEDS] = calloc(bounds->groups, sizeof(*need));
    bool *may = calloc(bounds->groups, sizeof(*may));
    bina_status status = BINA_ERR_NO_MEMORY;

    if (found == NULL || need == NULL || may == NULL)
        goto out;
    status = BINA_OK;
    for (; place < end && place < bounds->places && status == BINA_OK; place++) {
        if (bounds->code[place] == 0)
            continue;
        while (bounds->group[group].to <= place)
            group++;
        if (group != last)
            for (size_t g = group; g < bounds->groups; g++)
                may[g] = bina_bounds_need(near->similarity, bounds->group[group].length,
                                          bounds->group[g].length, need[g]);
        last = group;
        status = join_place(near, near->first + part, place, group, need, may, found);
    }
out:
    free(found);
    free(need);
    free(may);
    return status;
}

static bina_status
join_near(bina_link_join *join, const uint32_t *code, size_t count, unsigned least)
{
    nearness near = {.join = join, .least = least};
    size_t parts;
    bina_status status;

    if ((double)count * (double)count / 2 > MOST_PAIRS)
        return BINA_ERR_FULL;
    if (least > 0)
        near.similarity = least >= 3 ? BINA_LINK_CLOSE_NAME : BINA_LINK_LEAST_NAME;
    status = bina_bounds_init(&near.bounds, &join->field->values, code, count);
    parts = (near.bounds.places + PART - 1) / PART;
    if (status == BINA_OK)
        status = bina_link_join_widen(join, parts, &near.first);
    if (status == BINA_OK)
        status = bina_parallel(join->threads, parts, join_part, &near);
    bina_bounds_drop(&near.bounds);
    return status;
}

bina_status
bina_link_join_names(bina_link_join *join, const uint32_t *code, size_t count, unsigned least)
{
    return join_near(join, code, count, least);
}

bina_status
bina_link_join_edits(bina_link_join *join, const uint32_t *code, size_t count)
{
    return join_near(join, code, count, 0);
}
