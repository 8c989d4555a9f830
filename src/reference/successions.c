#include "reference/successions.h"

#include "reference/regions.h"

static const char *const natures[] = BINA_PACK_SORTS;

bool
bina_succession_nth(size_t n, bina_succession *found)
{
    uint64_t packed;
    if (n >= bina_succession_count)
        return false;
    packed = bina_successions[n].from;
    found->from = packed >> 16;
    found->to = bina_successions[n].to;
    found->last = bina_region_editions[packed >> 13 & 7].year;
    found->since = bina_region_editions[packed >> 10 & 7].year;
    found->nature = natures[packed >> 7 & 7];
    found->confidence = (int)(packed & 127);
    return true;
}

bool
bina_succession_from(uint64_t from, size_t n, bina_succession *found)
{
    size_t low = 0, high = bina_succession_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bina_successions[middle].from >> 16 < from)
            low = middle + 1;
        else
            high = middle;
    }
    return bina_succession_nth(low + n, found) && found->from == from;
}

bool
bina_succession_to(uint64_t to, size_t n, bina_succession *found)
{
    size_t low = 0, high = bina_succession_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bina_successions[bina_successions_by_heir[middle]].to < to)
            low = middle + 1;
        else
            high = middle;
    }
    return low + n < bina_succession_count &&
           bina_succession_nth(bina_successions_by_heir[low + n], found) && found->to == to;
}

static size_t
add_once(uint64_t number, uint64_t found[BINA_HEIRS], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (found[i] == number)
            return count;
    if (count < BINA_HEIRS)
        found[count++] = number;
    return count;
}

/* Follows successions in one direction; lists are few, so the depth is bounded by them. */
static size_t
follow(uint64_t number, int edition, bool forward, int depth, uint64_t found[BINA_HEIRS],
       size_t count)
{
    bina_succession step;
    int since, until;
    if (!bina_region_span(number, edition, &since, &until))
        return count;
    if (since <= edition && edition <= until)
        return add_once(number, found, count);
    if (depth == 0)
        return count;
    for (size_t n = 0;
         forward ? bina_succession_from(number, n, &step) : bina_succession_to(number, n, &step);
         n++) {
        uint64_t next = forward ? step.to : step.from;
        if (next == 0 || next == number || (forward ? step.last != until : step.since != since))
            continue;
        count = follow(next, edition, forward, depth - 1, found, count);
    }
    return count;
}

size_t
bina_region_at(uint64_t number, int edition, uint64_t found[BINA_HEIRS])
{
    int since, until;
    if (!bina_region_span(number, edition, &since, &until))
        return 0;
    return follow(number, edition, until < edition, bina_region_edition_count, found, 0);
}

bool
bina_region_lies_under(uint64_t number, uint64_t under, int edition)
{
    uint64_t found[BINA_HEIRS], end = bina_region_end(under);
    for (; number != 0; number = bina_region_parent(number)) {
        size_t count = bina_region_at(number, edition, found);
        for (size_t i = 0; i < count; i++)
            if (found[i] < under || found[i] >= end)
                return false;
        if (count > 0)
            return true;
    }
    return false;
}
