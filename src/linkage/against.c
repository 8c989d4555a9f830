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

/* Rows whose codes stay near while their patterns are put together. */
#define BATCH 128u

void
bina_link_against_patterns(const bina_link_against *against, const bina_link_rows *rows,
                           const uint32_t *other, size_t count, uint64_t *pattern)
{
    /* A row of codes is as long as a multiple of four fields: those beyond the last hold code 0. */
    static const uint8_t none[1] = {0};
    const uint8_t *level[BINA_LINK_FIELDS + 3];

    for (int f = 0; f < BINA_LINK_FIELDS + 3; f++)
        level[f] = f < against->fields ? against->level[f] : none;
    memset(pattern, 0, count * sizeof(*pattern));
    for (size_t from = 0; from < count; from += BATCH) {
        size_t to = count - from < BATCH ? count : from + BATCH;
        for (int f = 0; f < against->fields; f += 4) {
            const uint8_t *const of[4] = {level[f], level[f + 1], level[f + 2], level[f + 3]};
            unsigned shift = BINA_LINK_BITS * (unsigned)f;
            for (size_t i = from; i < to; i++) {
                const uint32_t *code = bina_link_rows_at(rows, other[i]) + f;
                uint32_t levels = (uint32_t)of[0][code[0]] |
                                  (uint32_t)of[1][code[1]] << BINA_LINK_BITS |
                                  (uint32_t)of[2][code[2]] << 2 * BINA_LINK_BITS |
                                  (uint32_t)of[3][code[3]] << 3 * BINA_LINK_BITS;
                pattern[i] |= (uint64_t)levels << shift;
            }
        }
    }
}
