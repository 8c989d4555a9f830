#include "linkage/index_near.h"

#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"

#define AHEAD 8u /* names fetched before they are read */

void
bina_link_near_drop(bina_link_near_texts *near)
{
    bina_bounds_drop(&near->bounds);
    free(near->found);
    memset(near, 0, sizeof(*near));
}

static bina_status
make_bounds(const bina_link_nearness *of)
{
    uint32_t *code;
    size_t count = 0;
    bina_status status;

    if (of->near->bounds.code != NULL)
        return BINA_OK;
    code = malloc((size_t)of->end * sizeof(*code));
    if (code == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < of->end; c++)
        code[count++] = c;
    status = bina_bounds_init(&of->near->bounds, of->texts, code, count);
    free(code);
    if (status == BINA_OK) {
        of->near->found = malloc((of->near->bounds.places + 1) * sizeof(*of->near->found));
        if (of->near->found == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    if (status != BINA_OK)
        bina_bounds_drop(&of->near->bounds);
    return status;
}

bina_status
bina_link_near_meet(const bina_link_nearness *of, const char *text, size_t length)
{
    const bina_bounds *bounds = &of->near->bounds;
    bina_status status = make_bounds(of);
    bina_bounds_probe probe;
    unsigned own;

    if (status != BINA_OK)
        return status;
    own = bina_bounds_probe_text(&probe, text, length);
    for (size_t g = 0; g < bounds->groups && status == BINA_OK; g++) {
        const bina_bounds_group *group = &bounds->group[g];
        uint8_t need[BINA_BOUNDS_PREFIX + 1];
        size_t count;
        if (!bina_bounds_need(of->similarity, own, group->length, need))
            continue;
        count = bina_bounds_find(bounds, &probe, group->from, group->to, need, of->near->found);
        for (size_t i = 0; i < count && status == BINA_OK; i++) {
            uint32_t code = bounds->code[of->near->found[i]];
            if (i + 2 * AHEAD < count)
                bina_fetch(&of->texts->start[bounds->code[of->near->found[i + 2 * AHEAD]]]);
            if (i + AHEAD < count)
                bina_fetch(
                    bina_dictionary_text(of->texts, bounds->code[of->near->found[i + AHEAD]]));
            if (code != 0 && code >= of->from)
                status = of->meet(of->self, code);
        }
    }
    return status;
}
