#include "reference/industries.h"

#include <stdio.h>
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

/* 2,700 classes are walked through in well under a millisecond; sections hold whole divisions. */
bina_status
bina_class_get(const char *code, bina_class *found)
{
    bina_class_walk walk;
    for (size_t n = 0; bina_class_walk_nth(&walk, n); n++)
        while (bina_class_next(&walk, found))
            if (strcmp(found->code, code) == 0)
                return BINA_OK;
    return BINA_ERR_NOT_FOUND;
}
