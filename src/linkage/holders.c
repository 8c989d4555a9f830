#include "linkage/holders.h"

#include <stdlib.h>
#include <string.h>

bina_status
bina_link_holders_find(bina_link_holders *holders, const bina_link_field *field, uint32_t rows)
{
    size_t values = field->values.count;
    uint32_t at = 0;

    holders->start = malloc((values + 1) * sizeof(*holders->start));
    holders->row = malloc(((size_t)rows + 1) * sizeof(*holders->row));
    if (holders->start == NULL || holders->row == NULL) {
        bina_link_holders_drop(holders);
        return BINA_ERR_NO_MEMORY;
    }
    /* Each start is first where the value's rows end, and comes down as they are filled in. */
    for (size_t c = 0; c < values; c++) {
        at += field->count[c];
        holders->start[c] = at;
    }
    holders->start[values] = at;
    for (uint32_t r = rows; r > 0; r--)
        holders->row[--holders->start[field->codes[r - 1]]] = r - 1;
    return BINA_OK;
}

void
bina_link_holders_drop(bina_link_holders *holders)
{
    free(holders->start);
    free(holders->row);
    memset(holders, 0, sizeof(*holders));
}
