/* Settings for lists nobody described: which columns belong together, and how to compare them. */
#include <stdlib.h>
#include <string.h>

#include "linkage/ages.h"
#include "linkage/columns_match.h"
#include "linkage/degrees.h"
#include "linkage/mixed_names.h"
#include "linkage/models_in_text.h"
#include "linkage/standardise.h"
#include "linkage/whole_names.h"

bina_profile
bina_link_guess_profile(const bina_link_table *table)
{
    for (uint32_t l = 0; l < table->list_count; l++)
        for (uint32_t c = 0; c < table->lists[l]->column_count; c++)
            if (bina_header_is_indonesian(table->lists[l]->columns[c].name))
                return BINA_PROFILE_INDONESIA;
    return BINA_PROFILE_GENERIC;
}

bina_link_compare
bina_link_compare_for(bina_role role, bina_link_take take, double words, double distinct)
{
    switch (take) {
    case BINA_LINK_TAKE_RT:
    case BINA_LINK_TAKE_MODEL: /* a letter apart is the model beside it */
        return BINA_LINK_EXACT;
    case BINA_LINK_TAKE_HAMLET:
        return BINA_LINK_NAME;
    case BINA_LINK_TAKE_VILLAGE:
    case BINA_LINK_TAKE_DISTRICT:
    case BINA_LINK_TAKE_PLACE:
        return BINA_LINK_WORDS;
    case BINA_LINK_TAKE_STREET:
    case BINA_LINK_TAKE_TEXT:
    case BINA_LINK_TAKE_AGE:
    case BINA_LINK_TAKE_OWNER:
    case BINA_LINK_TAKE_BUSINESS:
    case BINA_LINK_TAKES:
        break;
    }
    switch (role) {
    case BINA_ROLE_PERSON:
    case BINA_ROLE_BUSINESS:
    case BINA_ROLE_ADDRESS:
        return BINA_LINK_WORDS;
    case BINA_ROLE_GIVEN_NAME:
    case BINA_ROLE_SURNAME:
    case BINA_ROLE_PLACE:
        return BINA_LINK_NAME;
    case BINA_ROLE_POSTCODE:
    case BINA_ROLE_PHONE:
    case BINA_ROLE_NIK:
    case BINA_ROLE_EMAIL:
    case BINA_ROLE_IDENTIFIER:
        return BINA_LINK_CODE;
    case BINA_ROLE_DATE:
        return BINA_LINK_DATE;
    case BINA_ROLE_NUMBER:
        return BINA_LINK_NUMBER;
    case BINA_ROLE_CATEGORY:
        return distinct > 60 ? words > 1.5 ? BINA_LINK_WORDS : BINA_LINK_NAME : BINA_LINK_EXACT;
    case BINA_ROLE_TEXT:
    case BINA_ROLE_IGNORE:
    case BINA_ROLE_KEY:
    case BINA_ROLE_COUNT:
        break;
    }
    return words > 1.5 ? BINA_LINK_WORDS : BINA_LINK_NAME;
}

void
bina_link_spec_guess(bina_link_spec *spec, const bina_link_table *table)
{
    const bina_link_source *source = &spec->sources[0];
    const bina_link_column *column = &table->lists[source->list]->columns[source->column];
    double words = 0;

    for (uint32_t v = 1; v < column->values.count; v++)
        for (const char *p = bina_dictionary_text(&column->values, v); *p != '\0'; p++)
            words += (*p == ' ' && p[1] != ' ') || bina_is_ideograph(p);
    words = 1 + words / (column->values.count > 1 ? column->values.count - 1 : 1);
    spec->compare =
        bina_link_compare_for(source->role, source->take, words, (double)column->values.count - 1);
    spec->frequency = true;
}

/* The field of a name, which is added when there is none; NULL when the plan is full. */
static bina_link_spec *
field_named(bina_link_plan *plan, const char *name)
{
    for (int f = 0; f < plan->count; f++)
        if (bina_link_same_name(plan->field[f].name, name))
            return &plan->field[f];
    return bina_link_plan_add(plan, name, BINA_LINK_NAME);
}

/* Whether a list has a column of a level among the candidates. */
static bool
has_level(const bina_link_candidate *candidates, size_t count, uint32_t list, bina_link_level level)
{
    for (size_t i = 0; i < count; i++)
        if (candidates[i].list == list && candidates[i].level == level)
            return true;
    return false;
}

/* A part of a place: a column of its own, a piece of an address, or of a region's code. */
typedef struct place_part {
    const char *name;
    bina_link_level level;       /* of a column of its own; NOWHERE: there is none */
    bina_link_take from_address; /* TEXT: not in an address */
    bina_link_take from_code;    /* TEXT: not in a code */
} place_part;

/* What a candidate gives to a part of a place; false when nothing. */
static bool
gives_part(const place_part *part, const bina_link_candidate *candidates, size_t count, size_t at,
           bina_link_take *take)
{
    const bina_link_candidate *one = &candidates[at];
    bool placed = part->level != BINA_LINK_NOWHERE;
    bool itself = placed && has_level(candidates, count, one->list, part->level);

    if (placed && one->level == part->level) {
        *take = part->level == BINA_LINK_HAMLET ? BINA_LINK_TAKE_HAMLET : BINA_LINK_TAKE_TEXT;
        return true;
    }
    if (itself)
        return false;
    if (one->level == BINA_LINK_REGION_CODE) {
        *take = part->from_code;
    } else if (one->role == BINA_ROLE_ADDRESS && one->level == BINA_LINK_NOWHERE &&
               /* The number of a ward is no street. */
               !(one->codes && part->from_address == BINA_LINK_TAKE_STREET) &&
               /* A code tells the village better than an address does. */
               !(part->level == BINA_LINK_VILLAGE &&
                 has_level(candidates, count, one->list, BINA_LINK_REGION_CODE))) {
        *take = part->from_address;
    } else {
        return false;
    }
    return *take != BINA_LINK_TAKE_TEXT;
}

/* Gathers a part of a place from all candidates that have it; a full plan takes no more. */
static bina_status
place_field(const place_part *part, bina_link_plan *plan, bina_link_candidate *candidates,
            size_t count)
{
    bina_link_spec *spec = NULL;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_link_candidate as = candidates[i];
        bina_link_take take;
        if (candidates[i].field != NULL || !gives_part(part, candidates, count, i, &take))
            continue;
        if (spec == NULL)
            spec = field_named(plan, part->name);
        if (spec == NULL)
            return BINA_OK;
        if (part->level != BINA_LINK_NOWHERE && candidates[i].level == part->level)
            as.role = part->level == BINA_LINK_RT ? BINA_ROLE_NUMBER : BINA_ROLE_PLACE;
        status = bina_link_columns_give(spec, &as, take);
        if (part->level == BINA_LINK_RT)
            spec->compare = BINA_LINK_EXACT;
        else if (part->level != BINA_LINK_NOWHERE)
            spec->compare = BINA_LINK_WORDS;
        candidates[i].matched = (int)(spec - plan->field);
    }
    return status;
}

/*
 * Where things are, in Indonesia: hamlet, neighbourhood unit, village and district, whether a list
 * has columns for them, a region's code, or one address that holds them all.
 */
static bina_status
place_fields(bina_link_plan *plan, bina_link_candidate *candidates, size_t count)
{
    static const place_part parts[] = {
        {"hamlet", BINA_LINK_HAMLET, BINA_LINK_TAKE_HAMLET, BINA_LINK_TAKE_TEXT},
        {"rt", BINA_LINK_RT, BINA_LINK_TAKE_RT, BINA_LINK_TAKE_TEXT},
        {"street", BINA_LINK_NOWHERE, BINA_LINK_TAKE_STREET, BINA_LINK_TAKE_TEXT},
        {"village", BINA_LINK_VILLAGE, BINA_LINK_TAKE_PLACE, BINA_LINK_TAKE_VILLAGE},
        {"district", BINA_LINK_DISTRICT, BINA_LINK_TAKE_TEXT, BINA_LINK_TAKE_DISTRICT},
    };
    bina_status status = BINA_OK;

    for (size_t p = 0; p < sizeof(parts) / sizeof(parts[0]) && status == BINA_OK; p++)
        status = place_field(&parts[p], plan, candidates, count);
    return status;
}

/* Dates of which one list has the years only are compared as years. */
static void
find_years(bina_link_plan *plan, const bina_link_table *table)
{
    for (int f = 0; f < plan->count; f++) {
        bina_link_spec *spec = &plan->field[f];
        for (size_t s = 0; s < spec->source_count && spec->compare == BINA_LINK_DATE; s++) {
            const bina_link_source *source = &spec->sources[s];
            const bina_dictionary *values =
                &table->lists[source->list]->columns[source->column].values;
            uint32_t years = 0;
            for (uint32_t v = 1; v < values->count; v++)
                years += bina_dictionary_length(values, v) <= 4;
            if (years > 1 && years + 3 >= values->count)
                spec->compare = BINA_LINK_YEARS;
        }
    }
}

bina_status
bina_link_plan_propose(bina_link_plan *plan, const bina_link_table *table,
                       const bina_link_hint *hints, size_t hint_count, unsigned threads)
{
    bina_link_candidate *candidates = NULL;
    size_t count = 0;
    bina_status status =
        bina_link_columns_learn(table, hints, hint_count, threads, &candidates, &count);

    if (status == BINA_OK)
        bina_link_find_people(table, candidates, count);
    plan->proposed = true;
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_link_spec *spec;
        if (candidates[i].field == NULL)
            continue;
        spec = field_named(plan, candidates[i].field);
        if (spec == NULL)
            break;
        status = bina_link_columns_give(spec, &candidates[i], BINA_LINK_TAKE_TEXT);
        candidates[i].matched = (int)(spec - plan->field);
    }
    if (status == BINA_OK)
        status = bina_link_columns_namesakes(plan, table, candidates, count);
    if (status == BINA_OK && plan->profile == BINA_PROFILE_INDONESIA)
        status = place_fields(plan, candidates, count);
    if (status == BINA_OK)
        status = bina_link_whole_names(plan, table, candidates, count);
    if (status == BINA_OK)
        status = bina_link_columns_match(plan, table, candidates, count, threads);
    if (status == BINA_OK)
        status = bina_link_mixed_names_find(plan, table);
    if (status == BINA_OK)
        status = bina_link_models_find(plan, table);
    find_years(plan, table);
    if (status == BINA_OK)
        status = bina_link_ages_find(plan, table);
    bina_link_degrees_find(plan, table);
    free(candidates);
    return status;
}
