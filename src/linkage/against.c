#include "linkage/against.h"

#include <stdlib.h>
#include <string.h>

bina_status
bina_link_against_init(bina_link_against *against, const bina_link_field *field, int fields)
{
    memset(against, 0, sizeof(*against));
    against->field = field;
    against->fields = fields;
    for (int f = 0; f < fields; f++) {
        against->level[f] = calloc(field[f].values.count, 1);
        if (against->level[f] == NULL) {
            bina_link_against_drop(against);
            return BINA_ERR_NO_MEMORY;
        }
    }
    return BINA_OK;
}

void
bina_link_against_drop(bina_link_against *against)
{
    for (int f = 0; f < against->fields; f++)
        free(against->level[f]);
    memset(against, 0, sizeof(*against));
}

void
bina_link_against_hold(bina_link_against *against, int f, uint32_t code)
{
    const bina_link_field *field = &against->field[f];
    const bina_link_similar *similar = &field->similar;
    uint32_t last = against->code[f];
    uint8_t *level = against->level[f];

    if (last == code)
        return;
    /* Without a value nothing is different either: the levels are all "missing" then. */
    if (code == 0) {
        memset(level, BINA_LINK_MISSING, field->values.count);
    } else if (last == 0) {
        memset(level + 1, BINA_LINK_DIFFERENT, field->values.count - 1);
    } else {
        level[last] = BINA_LINK_DIFFERENT;
        for (size_t i = similar->start[last]; i < similar->start[last + 1]; i++)
            level[similar->code[i]] = BINA_LINK_DIFFERENT;
    }
    if (code != 0) {
        level[code] = (uint8_t)field->top;
        for (size_t i = similar->start[code]; i < similar->start[code + 1]; i++)
            level[similar->code[i]] = similar->level[i];
    }
    against->code[f] = code;
}
