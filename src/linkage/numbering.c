#include "linkage/numbering.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

bina_status
bina_link_numbering_tell(bina_link_numbering *numbering, uint32_t at, int64_t number)
{
    uint32_t before = numbering->count == 0 ? 0 : numbering->gap[numbering->count - 1].passed;
    int64_t passed = number < 1 ? -1 : number - 1 - (int64_t)at;

    if (passed < (int64_t)before)
        return BINA_ERR_USAGE;
    if (passed == (int64_t)before)
        return BINA_OK;
    if (passed > UINT32_MAX / 4)
        return BINA_ERR_FULL;
    if (!bina_vector_reserve(&numbering->gap, &numbering->room, numbering->count + 1,
                             sizeof(*numbering->gap)))
        return BINA_ERR_NO_MEMORY;
    numbering->gap[numbering->count++] = (bina_link_gap){at, (uint32_t)passed};
    return BINA_OK;
}

bina_status
bina_link_numbering_copy(bina_link_numbering *copy, const bina_link_numbering *numbering)
{
    *copy = (bina_link_numbering){malloc((numbering->count + 1) * sizeof(*copy->gap)),
                                  numbering->count, numbering->count + 1};
    if (copy->gap == NULL)
        return BINA_ERR_NO_MEMORY;
    if (numbering->count > 0)
        memcpy(copy->gap, numbering->gap, numbering->count * sizeof(*copy->gap));
    return BINA_OK;
}

void
bina_link_numbering_drop(bina_link_numbering *numbering)
{
    free(numbering->gap);
    memset(numbering, 0, sizeof(*numbering));
}

int64_t
bina_link_numbering_of(const bina_link_numbering *numbering, uint32_t at)
{
    size_t low = 0, high = numbering->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (numbering->gap[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return (int64_t)at + 1 + (low == 0 ? 0 : (int64_t)numbering->gap[low - 1].passed);
}

bool
bina_link_numbering_seek(const bina_link_numbering *numbering, int64_t number, uint32_t rows,
                         uint32_t *at)
{
    size_t low = 0, high = numbering->count;
    int64_t place;

    /* The last gap whose first row is not behind the one asked for. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const bina_link_gap *gap = &numbering->gap[middle];
        if ((int64_t)gap->at + 1 + (int64_t)gap->passed <= number)
            low = middle + 1;
        else
            high = middle;
    }
    if (number < 1)
        return false;
    place = number - 1 - (low == 0 ? 0 : (int64_t)numbering->gap[low - 1].passed);
    if (place < 0 || place >= (int64_t)rows ||
        (low < numbering->count && place >= (int64_t)numbering->gap[low].at))
        return false;
    *at = (uint32_t)place;
    return true;
}
