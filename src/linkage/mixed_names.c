#include "linkage/mixed_names.h"

#include <stdlib.h>

#include "linkage/role_shapes.h"
#include "linkage/standardise.h"

#define SAMPLES 1000 /* names looked at, more or less */
#define FEWEST  0.1  /* of the names of a mixed column: are of either sort */
#define RATHER  2.0  /* times as many are owners elsewhere as are businesses */

/* The only field of names of a role; NULL when there is none, or more. */
static bina_link_spec *
only_of_role(bina_link_plan *plan, bina_role role)
{
    bina_link_spec *found = NULL;

    for (int f = 0; f < plan->count; f++) {
        bina_link_spec *spec = &plan->field[f];
        if (bina_link_spec_role(spec) != role || spec->compare != BINA_LINK_WORDS)
            continue;
        if (found != NULL)
            return NULL;
        found = spec;
    }
    return found;
}

/* A list's only source of a field, or NULL; `*sources` is how many it has. */
static bina_link_source *
source_of(const bina_link_spec *spec, uint32_t list, size_t *sources)
{
    bina_link_source *found = NULL;

    *sources = 0;
    for (size_t s = 0; s < spec->source_count; s++)
        if (spec->sources[s].list == list) {
            found = &spec->sources[s];
            ++*sources;
        }
    return found;
}

/* A name as it is compared here, by its letters. */
static bina_standard *
read_name(const bina_dictionary *values, uint32_t code, bina_standard *standard)
{
    bina_standardise(BINA_PROFILE_GENERIC, BINA_ROLE_TEXT, bina_dictionary_text(values, code),
                     bina_dictionary_length(values, code), standard);
    return standard->missing ? NULL : standard;
}

/* The names of a field, of all lists but one. */
static bina_status
learn_names(const bina_link_spec *spec, const bina_link_table *table, uint32_t but,
            bina_standard *standard, bina_dictionary *names)
{
    bina_status status = bina_dictionary_init(names);

    for (size_t s = 0; s < spec->source_count; s++) {
        const bina_link_source *source = &spec->sources[s];
        const bina_dictionary *values = &table->lists[source->list]->columns[source->column].values;
        uint32_t code;
        if (source->list == but)
            continue;
        for (uint32_t v = 1; v < values->count && status == BINA_OK; v++)
            if (read_name(values, v, standard) != NULL)
                status = bina_dictionary_add(names, standard->text, standard->length, &code);
    }
    return status;
}

/* A column that may be mixed, and the names that other lists have. */
typedef struct mixture {
    const bina_dictionary *values;
    bina_dictionary owners, businesses;
    bina_standard standard;
} mixture;

/* Whether names of either sort are in it, and those of no business are rather owners elsewhere. */
static bool
is_mixed(mixture *self)
{
    uint32_t every = self->values->count / SAMPLES + 1;
    double looked = 0, businesses = 0, owners = 0, others = 0;

    for (uint32_t v = 1; v < self->values->count; v += every) {
        const bina_standard *name = read_name(self->values, v, &self->standard);
        looked++;
        if (bina_role_is_business(bina_dictionary_text(self->values, v),
                                  bina_dictionary_length(self->values, v))) {
            businesses++;
        } else if (name != NULL) {
            owners += bina_dictionary_find(&self->owners, name->text, name->length) != 0;
            others += bina_dictionary_find(&self->businesses, name->text, name->length) != 0;
        }
    }
    return businesses >= FEWEST * looked && looked - businesses >= FEWEST * looked &&
           owners > RATHER * others;
}

static bina_status
find_mixed(const bina_link_spec *owner, const bina_link_spec *business,
           const bina_link_table *table, const bina_link_source *source, bool *mixed)
{
    mixture *self = calloc(1, sizeof(*self));
    bina_status status;

    if (self == NULL)
        return BINA_ERR_NO_MEMORY;
    self->values = &table->lists[source->list]->columns[source->column].values;
    status = learn_names(owner, table, source->list, &self->standard, &self->owners);
    if (status == BINA_OK)
        status = learn_names(business, table, source->list, &self->standard, &self->businesses);
    *mixed = status == BINA_OK && is_mixed(self);
    bina_dictionary_drop(&self->owners);
    bina_dictionary_drop(&self->businesses);
    free(self);
    return status;
}

/* Gives a field a source among those it has, which stand in the order of the lists. */
static bina_status
add_in_order(bina_link_spec *spec, const bina_link_source *source)
{
    bina_link_source added = *source;
    bina_status status = bina_link_spec_add_source(spec, &added);

    for (size_t s = spec->source_count;
         status == BINA_OK && s-- > 1 && spec->sources[s - 1].list > added.list;) {
        spec->sources[s] = spec->sources[s - 1];
        spec->sources[s - 1] = added;
    }
    return status;
}

/* Lets either field take the names of its sort of a column that one of them has. */
static bina_status
share(bina_link_source *source, bina_link_spec *of, bina_link_spec *owner, bina_link_spec *business)
{
    bina_link_source other = *source;

    source->take = of == owner ? BINA_LINK_TAKE_OWNER : BINA_LINK_TAKE_BUSINESS;
    other.take = of == owner ? BINA_LINK_TAKE_BUSINESS : BINA_LINK_TAKE_OWNER;
    other.role = of == owner ? BINA_ROLE_BUSINESS : BINA_ROLE_PERSON;
    return add_in_order(of == owner ? business : owner, &other);
}

/* Whether some list has a column for each. */
static bool
are_apart(const bina_link_spec *owner, const bina_link_spec *business, uint32_t lists)
{
    for (uint32_t l = 0; l < lists; l++) {
        size_t owners, businesses;
        source_of(owner, l, &owners);
        source_of(business, l, &businesses);
        if (owners > 0 && businesses > 0)
            return true;
    }
    return false;
}

bina_status
bina_link_mixed_names_find(bina_link_plan *plan, const bina_link_table *table)
{
    bina_link_spec *owner = only_of_role(plan, BINA_ROLE_PERSON);
    bina_link_spec *business = only_of_role(plan, BINA_ROLE_BUSINESS);
    bina_status status = BINA_OK;

    if (owner == NULL || business == NULL || !are_apart(owner, business, table->list_count))
        return BINA_OK;
    for (uint32_t l = 0; l < table->list_count && status == BINA_OK; l++) {
        size_t owners, businesses;
        bina_link_source *of_owner = source_of(owner, l, &owners);
        bina_link_source *of_business = source_of(business, l, &businesses);
        bina_link_source *one = of_owner != NULL ? of_owner : of_business;
        bool mixed = false;
        if (owners + businesses == 1 && one->take == BINA_LINK_TAKE_TEXT)
            status = find_mixed(owner, business, table, one, &mixed);
        if (status == BINA_OK && mixed)
            status = share(one, of_owner != NULL ? owner : business, owner, business);
    }
    return status;
}
