#include "linkage/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/grow.h"

void
bina_link_plan_drop(bina_link_plan *plan)
{
    for (int f = 0; f < plan->count; f++)
        free(plan->field[f].sources);
    memset(plan, 0, sizeof(*plan));
}

bina_link_spec *
bina_link_plan_add(bina_link_plan *plan, const char *name, bina_link_compare compare)
{
    bina_link_spec *spec;

    if (plan->count == BINA_LINK_FIELDS)
        return NULL;
    spec = &plan->field[plan->count++];
    memset(spec, 0, sizeof(*spec));
    snprintf(spec->name, sizeof(spec->name), "%s", name);
    spec->compare = compare;
    spec->implied_by = -1;
    return spec;
}

bina_status
bina_link_spec_add_source(bina_link_spec *spec, uint32_t list, uint32_t column)
{
    bina_link_source *grown = bina_linkage_grow(spec->sources, &spec->source_room,
                                                spec->source_count + 1, sizeof(*grown));
    if (grown == NULL)
        return BINA_ERR_NO_MEMORY;
    spec->sources = grown;
    grown[spec->source_count].list = list;
    grown[spec->source_count++].column = column;
    return BINA_OK;
}
