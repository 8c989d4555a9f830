/* bina_reference_list: the packed tables as cursors. */
#include <stdlib.h>
#include <string.h>

#include <bina/reference.h>
#include "model/cursor.h"
#include "reference/records.h"

typedef struct listing {
    int kind, edition; /* a list's year, or BINA_EVERY_EDITION */
    uint64_t from, to; /* regions: the numbers wanted */
    char industry[6];  /* industries: the code wanted; empty for all */
    size_t n;          /* the next block, or succession */
    bool inside;
    bina_place_walk places;
    bina_class_walk classes;
} listing;

static bina_status
next_region(listing *list, bina_record *record)
{
    bina_place place;
    for (;;) {
        if (!list->inside) {
            if (list->n == bina_region_block_count)
                return BINA_DONE;
            /* A block holds one regency, so most are passed over unread. */
            uint64_t block = (uint64_t)bina_region_blocks[list->n].key * 1000000;
            if (block >= list->to || block + 1000000 <= list->from) {
                list->n++;
                continue;
            }
            list->inside = bina_place_walk_nth(&list->places, list->n++);
        }
        if (!bina_place_next(&list->places, &place)) {
            list->inside = false;
            continue;
        }
        if (place.number < list->from || place.number >= list->to)
            continue;
        if (list->edition != BINA_EVERY_EDITION &&
            (list->edition < place.since || list->edition > place.until))
            continue;
        bina_place_to_record(&place, record);
        return BINA_OK;
    }
}

static bina_status
next_succession(listing *list, bina_record *record)
{
    bina_succession found;
    while (bina_succession_nth(list->n++, &found)) {
        bool from = found.from >= list->from && found.from < list->to;
        bool to = found.to >= list->from && found.to < list->to;
        if ((!from && !to) || (list->edition != BINA_EVERY_EDITION && list->edition != found.since))
            continue;
        bina_succession_to_record(&found, record);
        return BINA_OK;
    }
    return BINA_DONE;
}

static bina_status
next_industry(listing *list, bina_record *record)
{
    bina_class found;
    for (;;) {
        if (!list->inside) {
            if (!bina_class_walk_nth(&list->classes, list->n++))
                return BINA_DONE;
            list->inside = true;
        }
        if (!bina_class_next(&list->classes, &found)) {
            list->inside = false;
            continue;
        }
        if (strncmp(found.code, list->industry, strlen(list->industry)) != 0 &&
            strcmp(found.section, list->industry) != 0)
            continue;
        bina_class_to_record(&found, record);
        return BINA_OK;
    }
}

static bina_status
next(void *self, bina_record *record, bina_error *error)
{
    listing *list = self;
    (void)error;
    if (list->kind == BINA_REGION)
        return next_region(list, record);
    return list->kind == BINA_SUCCESSION ? next_succession(list, record)
                                         : next_industry(list, record);
}

bina_status
bina_reference_list(int kind, int edition, const char *under, bina_cursor **cursor)
{
    static const bina_source source = {next, NULL, free};
    listing *list;
    if (cursor == NULL)
        return BINA_ERR_USAGE;
    *cursor = NULL;
    if (kind != BINA_REGION && kind != BINA_SUCCESSION && kind != BINA_INDUSTRY)
        return BINA_ERR_USAGE;
    list = calloc(1, sizeof *list);
    if (list == NULL)
        return BINA_ERR_NO_MEMORY;
    list->kind = kind;
    list->to = UINT64_MAX;
    list->edition = BINA_EVERY_EDITION;
    if (kind == BINA_REGION && edition != BINA_EVERY_EDITION)
        list->edition = edition == 0 ? bina_region_latest() : bina_region_edition_of(edition);
    else if (kind == BINA_SUCCESSION && edition > 0)
        list->edition = bina_region_edition_of(edition);
    if (under != NULL && kind == BINA_INDUSTRY) {
        if (strlen(under) >= sizeof list->industry) {
            free(list);
            return BINA_ERR_SYNTAX;
        }
        strcpy(list->industry, under);
    } else if (under != NULL) {
        list->from = bina_region_parse(under, strlen(under));
        if (list->from == 0) {
            free(list);
            return BINA_ERR_SYNTAX;
        }
        list->to = bina_region_end(list->from);
    }
    *cursor = bina_cursor_new(bina_kind_description(kind), &source, list);
    return *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}
