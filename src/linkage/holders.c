#include "linkage/holders.h"

#include <stdlib.h>
#include <string.h>

#include "base/pages.h"

static bool
holds(const bina_link_held *held, uint32_t row, uint32_t *code)
{
    *code = held->code[(size_t)row * held->stride];
    return *code < held->values && (held->gone == NULL || !held->gone[row]);
}

bina_status
bina_link_holders_count(bina_link_holders *holders, const bina_link_held *held)
{
    uint32_t code, at = 0;

    bina_link_holders_drop(holders);
    holders->start = calloc((size_t)held->values + 1, sizeof(*holders->start));
    if (holders->start == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < held->rows; r++)
        if (holds(held, r, &code))
            holders->start[code]++;
    for (uint32_t c = 0; c <= held->values; c++) {
        uint32_t count = holders->start[c];
        holders->start[c] = at;
        at += count;
    }
    return BINA_OK;
}

bina_status
bina_link_holders_find(bina_link_holders *holders, const bina_link_held *held)
{
    uint32_t code;
    size_t size;
    bina_status status = bina_link_holders_count(holders, held);

    if (status != BINA_OK)
        return status;
    size = ((size_t)holders->start[held->values] + 1) * sizeof(*holders->row);
    holders->row = malloc(size);
    if (holders->row == NULL) {
        bina_link_holders_drop(holders);
        return BINA_ERR_NO_MEMORY;
    }
    bina_pages_widen(holders->row, size);
    /* Each start moves to where the next value's rows begin as they are filled in, and back. */
    for (uint32_t r = 0; r < held->rows; r++)
        if (holds(held, r, &code))
            holders->row[holders->start[code]++] = r;
    memmove(holders->start + 1, holders->start, held->values * sizeof(*holders->start));
    holders->start[0] = 0;
    return BINA_OK;
}

void
bina_link_holders_drop(bina_link_holders *holders)
{
    free(holders->start);
    free(holders->row);
    memset(holders, 0, sizeof(*holders));
}
