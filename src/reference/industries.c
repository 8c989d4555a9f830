#include "reference/industries.h"

#include <string.h>

#include "reference/unpack.h"

bool
bina_class_walk_nth(bina_class_walk *walk, size_t n)
{
    if (n >= bina_industry_block_count)
        return false;
    walk->at = bina_industry_bytes + bina_industry_blocks[n].offset;
    walk->end = bina_industry_bytes + bina_industry_blocks[n + 1].offset;
    walk->section = (char)bina_industry_blocks[n].key;
    return true;
}

bool
bina_class_next(bina_class_walk *walk, bina_class *found)
{
    unsigned number;
    if (walk->at == walk->end)
        return false;
    number = (unsigned)(walk->at[0] >> 4) << 16 | (unsigned)walk->at[1] << 8 | walk->at[2];
    found->digits = walk->at[0] & 7;
    found->filled = (walk->at[0] & 8) != 0;
    found->section[0] = walk->section;
    found->section[1] = 0;
    if (found->digits == 0) {
        memcpy(found->code, found->section, 2);
        found->parent[0] = 0;
    } else {
        for (int i = found->digits; i-- > 0; number /= 10)
            found->code[i] = (char)('0' + number % 10);
        found->code[found->digits] = 0;
        memcpy(found->parent, found->code, sizeof found->parent);
        found->parent[found->digits - 1] = 0;
        if (found->digits == 2)
            memcpy(found->parent, found->section, 2);
    }
    walk->at = bina_unpack(&bina_industry_words, walk->at + 3, found->title, sizeof found->title);
    return true;
}

static const bina_pack_industry *
look_up(const char *code)
{
    size_t low = 0, high = bina_industry_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(bina_industry_index[middle].code, code);
        if (order == 0)
            return &bina_industry_index[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

char
bina_class_section(const char *code)
{
    const bina_pack_industry *row = look_up(code);
    return row != NULL ? row->section : 0;
}

bina_status
bina_class_get(const char *code, bina_class *found)
{
    const bina_pack_industry *row = look_up(code);
    bina_class_walk walk;
    if (row == NULL)
        return BINA_ERR_NOT_FOUND;
    walk.at = bina_industry_bytes + row->offset;
    walk.end = NULL;
    walk.section = row->section;
    bina_class_next(&walk, found);
    return BINA_OK;
}
