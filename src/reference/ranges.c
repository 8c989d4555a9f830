/*
 * "Under a region" as ranges of codes, so that a store can ask for it in SQL across lists: Merauke
 * of 2025 is 93.01 and what was 91.01 before; Papua of 2025 is 91 without what has left it since.
 */
#include <stdlib.h>
#include <string.h>

#include "reference/regions.h"
#include "reference/successions.h"

typedef struct range_list {
    bina_code_range *ranges;
    size_t count, capacity;
    uint64_t last_end; /* of the run being made: the greatest end of a region in it */
    bool open;
} range_list;

static bina_status
open_run(range_list *list, uint64_t number)
{
    if (!list->open) {
        if (list->count == list->capacity) {
            size_t capacity = list->capacity == 0 ? 8 : list->capacity * 2;
            bina_code_range *more = realloc(list->ranges, capacity * sizeof *more);
            if (more == NULL)
                return BINA_ERR_NO_MEMORY;
            list->ranges = more;
            list->capacity = capacity;
        }
        memset(&list->ranges[list->count], 0, sizeof *list->ranges);
        bina_region_code(number, list->ranges[list->count++].from);
        list->last_end = 0;
        list->open = true;
    }
    if (bina_region_end(number) > list->last_end) {
        /* Everything that begins with this code: '/' is the character after '.'. */
        char *to = list->ranges[list->count - 1].to;
        list->last_end = bina_region_end(number);
        bina_region_code(number, to);
        strcat(to, "/");
    }
    return BINA_OK;
}

/* Ends the run before a region that lies elsewhere. */
static void
close_run(range_list *list, uint64_t number)
{
    if (list->open && number < list->last_end)
        bina_region_code(number, list->ranges[list->count - 1].to);
    list->open = false;
}

/* Marks the blocks that hold anything under the region: its own, and those joined by successions.
 */
static bina_status
mark_blocks(uint64_t under, bool **marks)
{
    bool *marked = calloc(10000, sizeof *marked), more = true;
    uint64_t end = bina_region_end(under);
    if (marked == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t n = 0; n < bina_region_block_count; n++) {
        uint64_t number = (uint64_t)bina_region_blocks[n].key * 1000000;
        if (bina_region_level(under) > 2 ? number / 1000000 == under / 1000000
                                         : number >= under && number < end)
            marked[bina_region_blocks[n].key] = true;
    }
    while (more) {
        more = false;
        for (size_t i = 0; i < bina_succession_count; i++) {
            uint64_t from = bina_successions[i].from >> 16, to = bina_successions[i].to;
            if (to == 0 || from / 1000000 == to / 1000000 ||
                marked[from / 1000000] == marked[to / 1000000])
                continue;
            marked[from / 1000000] = marked[to / 1000000] = more = true;
        }
    }
    *marks = marked;
    return BINA_OK;
}

bina_status
bina_region_ranges(uint64_t under, int edition, bina_code_range **ranges, size_t *count)
{
    bina_status status = BINA_OK;
    range_list list = {0};
    bool *marks = NULL;
    bina_place place;
    bina_place_walk walk;
    int wanted = edition == 0 ? 0 : bina_region_edition_of(edition);
    *ranges = NULL;
    *count = 0;
    if ((edition != 0 && wanted == 0) || bina_place_get(under, wanted, &place) != BINA_OK)
        return BINA_ERR_NOT_FOUND;
    if (wanted == 0)
        wanted = place.until;
    status = mark_blocks(under, &marks);
    for (size_t n = 0; status == BINA_OK && bina_place_walk_nth(&walk, n); n++) {
        uint64_t number = 0;
        if (!marks[bina_region_blocks[n].key]) {
            close_run(&list, walk.number);
            continue;
        }
        while (status == BINA_OK && bina_place_next(&walk, &place)) {
            bool inside;
            if (place.number == number)
                continue; /* another name of the same */
            number = place.number;
            inside = place.since <= wanted && wanted <= place.until
                         ? number >= under && number < bina_region_end(under)
                         : bina_region_lies_under(number, under, wanted);
            if (inside)
                status = open_run(&list, number);
            else
                close_run(&list, number);
        }
    }
    free(marks);
    if (status != BINA_OK) {
        free(list.ranges);
        return status;
    }
    *ranges = list.ranges;
    *count = list.count;
    return BINA_OK;
}
