#include "linkage/whole_names.h"

#include <math.h>

#define SHARED     0.5 /* of the words of a column, that are names elsewhere */
#define WORDS_MOST 5.0 /* of such a column, on average */

/* How a list has names. */
typedef enum having { NOT_AT_ALL, WHOLE, APART, BOTH } having;

static bool
is_free(const bina_link_candidate *candidate, uint32_t list)
{
    return candidate->list == list && candidate->matched < 0 && candidate->field == NULL;
}

static bool
is_part(const bina_link_candidate *candidate)
{
    return candidate->role == BINA_ROLE_GIVEN_NAME || candidate->role == BINA_ROLE_SURNAME;
}

static having
of_list(const bina_link_candidate *candidates, size_t count, uint32_t list)
{
    int whole = 0, given = 0, surname = 0;

    for (size_t i = 0; i < count; i++) {
        if (!is_free(&candidates[i], list))
            continue;
        whole += candidates[i].role == BINA_ROLE_PERSON;
        given += candidates[i].role == BINA_ROLE_GIVEN_NAME;
        surname += candidates[i].role == BINA_ROLE_SURNAME;
    }
    if (whole == 1 && given + surname == 0)
        return WHOLE;
    if (whole == 0 && given > 0 && surname > 0)
        return APART;
    return whole + given + surname == 0 ? NOT_AT_ALL : BOTH;
}

/* The share of a column's words that are in the names that another list has. */
static double
names_in(const bina_link_table *table, const bina_link_candidate *candidates, size_t count,
         const bina_link_candidate *text, uint32_t list)
{
    double share = 0;

    for (size_t i = 0; i < count; i++)
        if (is_free(&candidates[i], list) &&
            (candidates[i].role == BINA_ROLE_PERSON || is_part(&candidates[i])))
            share += bina_link_columns_words(table, &candidates[i], text);
    return share;
}

void
bina_link_find_people(const bina_link_table *table, bina_link_candidate *candidates, size_t count)
{
    for (uint32_t l = 0; l < table->list_count; l++) {
        bina_link_candidate *people = NULL;
        double best = SHARED;
        for (size_t i = 0; of_list(candidates, count, l) == NOT_AT_ALL && i < count; i++) {
            double share = 0;
            if (!is_free(&candidates[i], l) || candidates[i].role != BINA_ROLE_TEXT ||
                candidates[i].words < 1.5 || candidates[i].words > WORDS_MOST)
                continue;
            for (uint32_t k = 0; k < table->list_count; k++)
                if (k != l)
                    share = fmax(share, names_in(table, candidates, count, &candidates[i], k));
            if (share >= best) {
                best = share;
                people = &candidates[i];
            }
        }
        if (people != NULL)
            people->role = BINA_ROLE_PERSON;
    }
}

bina_status
bina_link_whole_names(bina_link_plan *plan, const bina_link_table *table,
                      bina_link_candidate *candidates, size_t count)
{
    const char *name = NULL;
    bool apart = false;
    bina_link_spec *spec;
    bina_status status = BINA_OK;

    for (uint32_t l = 0; l < table->list_count; l++) {
        having has = of_list(candidates, count, l);
        if (has == BOTH)
            return BINA_OK;
        apart = apart || has == APART;
        for (size_t i = 0; has == WHOLE && name == NULL && i < count; i++)
            if (is_free(&candidates[i], l) && candidates[i].role == BINA_ROLE_PERSON)
                name = table->lists[l]->columns[candidates[i].column].name;
    }
    if (name == NULL || !apart)
        return BINA_OK;
    spec = bina_link_plan_add(plan, name, BINA_LINK_WORDS);
    if (spec == NULL)
        return BINA_OK;
    spec->frequency = true;
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_link_source source = {candidates[i].list, candidates[i].column, BINA_ROLE_PERSON,
                                   BINA_LINK_TAKE_TEXT, 0};
        if (!is_free(&candidates[i], candidates[i].list) ||
            (candidates[i].role != BINA_ROLE_PERSON && !is_part(&candidates[i])))
            continue;
        status = bina_link_spec_add_source(spec, &source);
        candidates[i].matched = plan->count - 1;
    }
    return status;
}
