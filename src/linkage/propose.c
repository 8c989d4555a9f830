/* Settings for lists nobody described: which columns belong together, and how to compare them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/overlap.h"
#include "linkage/whole_names.h"

bina_profile
bina_link_guess_profile(const bina_link_table *table)
{
    for (uint32_t l = 0; l < table->list_count; l++) {
        const bina_link_list *list = table->lists[l];
        const char **names = malloc(((size_t)list->column_count + 1) * sizeof(*names));
        bina_profile profile;
        if (names == NULL)
            return BINA_PROFILE_GENERIC;
        for (uint32_t c = 0; c < list->column_count; c++)
            names[c] = list->columns[c].name;
        profile = bina_guess_profile(names, list->column_count);
        free((void *)names);
        if (profile == BINA_PROFILE_INDONESIA)
            return profile;
    }
    return BINA_PROFILE_GENERIC;
}

bina_link_compare
bina_link_compare_for(bina_role role, bina_link_take take, double words, double distinct)
{
    switch (take) {
    case BINA_LINK_TAKE_RT:
        return BINA_LINK_EXACT;
    case BINA_LINK_TAKE_HAMLET:
        return BINA_LINK_NAME;
    case BINA_LINK_TAKE_VILLAGE:
    case BINA_LINK_TAKE_DISTRICT:
    case BINA_LINK_TAKE_PLACE:
        return BINA_LINK_WORDS;
    case BINA_LINK_TAKE_STREET:
    case BINA_LINK_TAKE_TEXT:
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
    case BINA_ROLE_EMAIL:
        return BINA_LINK_NAME;
    case BINA_ROLE_POSTCODE:
    case BINA_ROLE_PHONE:
    case BINA_ROLE_NIK:
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
            words += *p == ' ' && p[1] != ' ';
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

static bina_status
give(bina_link_spec *spec, const bina_link_candidate *candidate, bina_link_take take)
{
    bina_link_source source = {candidate->list, candidate->column, candidate->role, take};
    bina_status status = bina_link_spec_add_source(spec, &source);

    if (status == BINA_OK && spec->source_count == 1) {
        spec->compare =
            bina_link_compare_for(candidate->role, take, candidate->words, candidate->distinct);
        spec->frequency = true;
    }
    return status;
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

/*
 * Where things are, in Indonesia: hamlet, neighbourhood unit, village and district, whether a list
 * has columns for them, a region's code, or one address that holds them all.
 */
static bina_status
place_fields(bina_link_plan *plan, bina_link_candidate *candidates, size_t count)
{
    static const struct {
        const char *name;
        bina_link_level level;
        bina_link_take from_address;
        bina_link_take from_code; /* BINA_LINK_TAKE_TEXT: not in a code */
    } parts[] = {
        {"hamlet", BINA_LINK_HAMLET, BINA_LINK_TAKE_HAMLET, BINA_LINK_TAKE_TEXT},
        {"rt", BINA_LINK_RT, BINA_LINK_TAKE_RT, BINA_LINK_TAKE_TEXT},
        {"street", BINA_LINK_NOWHERE, BINA_LINK_TAKE_STREET, BINA_LINK_TAKE_TEXT},
        {"village", BINA_LINK_VILLAGE, BINA_LINK_TAKE_PLACE, BINA_LINK_TAKE_VILLAGE},
        {"district", BINA_LINK_DISTRICT, BINA_LINK_TAKE_TEXT, BINA_LINK_TAKE_DISTRICT},
    };

    for (size_t p = 0; p < sizeof(parts) / sizeof(parts[0]); p++) {
        bina_link_spec *spec = NULL;
        for (size_t i = 0; i < count; i++) {
            bina_link_candidate *candidate = &candidates[i];
            bool own = parts[p].level != BINA_LINK_NOWHERE && candidate->level == parts[p].level;
            bool coded = candidate->level == BINA_LINK_REGION_CODE &&
                         parts[p].from_code != BINA_LINK_TAKE_TEXT &&
                         !has_level(candidates, count, candidate->list, parts[p].level);
            bool addressed =
                candidate->role == BINA_ROLE_ADDRESS && candidate->level == BINA_LINK_NOWHERE &&
                parts[p].from_address != BINA_LINK_TAKE_TEXT &&
                !has_level(candidates, count, candidate->list, parts[p].level) &&
                (parts[p].level != BINA_LINK_VILLAGE ||
                 !has_level(candidates, count, candidate->list, BINA_LINK_REGION_CODE));
            bina_link_candidate as = *candidate;
            bina_status status;
            if (candidate->field != NULL || (!own && !coded && !addressed))
                continue;
            if (spec == NULL) {
                spec = field_named(plan, parts[p].name);
                if (spec == NULL)
                    return BINA_OK;
            }
            if (own && parts[p].level == BINA_LINK_RT)
                as.role = BINA_ROLE_NUMBER;
            else if (own)
                as.role = BINA_ROLE_PLACE;
            status = give(spec, &as,
                          coded                                ? parts[p].from_code
                          : addressed                          ? parts[p].from_address
                          : parts[p].level == BINA_LINK_HAMLET ? BINA_LINK_TAKE_HAMLET
                                                               : BINA_LINK_TAKE_TEXT);
            if (status != BINA_OK)
                return status;
            if (parts[p].level == BINA_LINK_RT)
                spec->compare = BINA_LINK_EXACT;
            else if (parts[p].level != BINA_LINK_NOWHERE)
                spec->compare = BINA_LINK_WORDS;
            candidate->matched = (int)(spec - plan->field);
        }
    }
    return BINA_OK;
}

/* How many candidates of a list have a role. */
static int
of_role(const bina_link_candidate *candidates, size_t count, uint32_t list, bina_role role)
{
    int n = 0;

    for (size_t i = 0; i < count; i++)
        n += candidates[i].list == list && candidates[i].role == role;
    return n;
}

/* Columns held against fields, each pair once. */
typedef struct matching {
    const bina_link_table *table;
    const bina_link_candidate *candidates;
    size_t count;
    bina_link_overlap overlap;
    uint32_t list;                  /* the one whose columns are matched */
    size_t first[BINA_LINK_FIELDS]; /* of a field: its first column; `count` when it takes none */
    int field[BINA_LINK_FIELDS];    /* of a part of the work */
    double (*score)[BINA_LINK_FIELDS]; /* of a candidate with a field */
} matching;

/* Roles that one column may have in one list, another in the next, for the same things. */
static bool
is_loose(bina_role role)
{
    return role == BINA_ROLE_TEXT || role == BINA_ROLE_BUSINESS || role == BINA_ROLE_CATEGORY ||
           role == BINA_ROLE_PLACE || role == BINA_ROLE_PERSON;
}

/* How well a column fits a field, judged by the field's first column; 0 not at all. */
static bina_status
fit(matching *self, size_t at, size_t to, double *score)
{
    const bina_link_candidate *first = &self->candidates[to], *candidate = &self->candidates[at];
    const char *x = self->table->lists[first->list]->columns[first->column].name;
    const char *y = self->table->lists[candidate->list]->columns[candidate->column].name;
    bool same_role = first->role == candidate->role, loose;
    double overlap;
    bina_status status;

    *score = strcmp(x, y) == 0 ? 11 : 10; /* a list may have "name" and "Name" */
    if (bina_link_same_name(x, y))
        return BINA_OK;
    loose = is_loose(first->role) && is_loose(candidate->role);
    status = bina_link_overlap_share(&self->overlap, at, to, &overlap);
    if (status != BINA_OK)
        return status;
    *score = 5 + overlap;
    if (same_role && first->role != BINA_ROLE_TEXT && first->role != BINA_ROLE_CATEGORY &&
        of_role(self->candidates, self->count, first->list, first->role) == 1 &&
        of_role(self->candidates, self->count, candidate->list, candidate->role) == 1)
        return BINA_OK;
    /* Columns of different sorts are one only when they hold the same values. */
    *score = 1 + overlap + same_role;
    if (overlap >= (same_role || loose ? 0.2 : 0.6))
        return BINA_OK;
    /* Long values are seldom equal, but of one sort they are made of the same words. */
    *score = 0;
    if (!loose || first->words < 2 || candidate->words < 2)
        return BINA_OK;
    overlap = fmax(bina_link_columns_words(self->table, candidate, first),
                   bina_link_columns_words(self->table, first, candidate));
    *score = overlap >= 0.6 ? overlap : 0;
    return BINA_OK;
}

/* Holds the columns of the list that are left against one field. */
static bina_status
score_field(void *self, size_t part)
{
    matching *all = self;
    int f = all->field[part];
    bina_status status = BINA_OK;

    for (size_t i = 0; i < all->count && status == BINA_OK; i++)
        if (all->candidates[i].list == all->list && all->candidates[i].matched < 0)
            status = fit(all, i, all->first[f], &all->score[i][f]);
    return status;
}

static bool
has_source(const bina_link_spec *spec, uint32_t list)
{
    for (size_t s = 0; s < spec->source_count; s++)
        if (spec->sources[s].list == list)
            return true;
    return false;
}

/* Whether a field may still take a column of the list. */
static bool
is_open(const matching *self, const bina_link_plan *plan, int f)
{
    return self->first[f] < self->count && !has_source(&plan->field[f], self->list);
}

/* Gives columns of the list to fields that were there before: the best fit goes first. */
static bina_status
match_list(matching *self, bina_link_plan *plan, bina_link_candidate *candidates, unsigned threads)
{
    size_t parts = 0;
    bina_status status;

    for (int f = 0; f < plan->count; f++)
        if (is_open(self, plan, f))
            self->field[parts++] = f;
    status = bina_parallel(threads, parts, score_field, self);
    while (status == BINA_OK) {
        double best = 0;
        size_t at = 0;
        int into = -1;
        for (size_t i = 0; i < self->count; i++) {
            if (candidates[i].list != self->list || candidates[i].matched >= 0)
                continue;
            for (int f = 0; f < plan->count; f++)
                if (is_open(self, plan, f) && self->score[i][f] > best) {
                    best = self->score[i][f];
                    at = i;
                    into = f;
                }
        }
        if (into < 0)
            break;
        status = give(&plan->field[into], &candidates[at], BINA_LINK_TAKE_TEXT);
        candidates[at].matched = into;
    }
    return status;
}

/* Whether a field is called so: then another column of the list was said to be it, and the column
 * of that name stays out. */
static bool
is_taken(const bina_link_plan *plan, const char *name)
{
    for (int f = 0; f < plan->count; f++)
        if (strcmp(plan->field[f].name, name) == 0)
            return true;
    return false;
}

/* Gives the columns that are left to fields: by name, by role, by the values they share. */
static bina_status
match_columns(bina_link_plan *plan, const bina_link_table *table, bina_link_candidate *candidates,
              size_t count, unsigned threads)
{
    matching self = {.table = table, .candidates = candidates, .count = count};
    bina_status status;

    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        self.first[f] = count;
    for (size_t i = count; i-- > 0;)
        if (candidates[i].field != NULL && candidates[i].matched >= 0)
            self.first[candidates[i].matched] = i;

    self.score = calloc(count + 1, sizeof(*self.score));
    status = self.score == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
    if (status == BINA_OK)
        status = bina_link_overlap_init(&self.overlap, table, candidates, count, threads);
    for (; self.list < table->list_count && status == BINA_OK; self.list++) {
        status = match_list(&self, plan, candidates, threads);
        for (size_t i = 0; i < count && status == BINA_OK; i++) {
            const char *name;
            bina_link_spec *spec;
            if (candidates[i].list != self.list || candidates[i].matched >= 0)
                continue;
            name = table->lists[self.list]->columns[candidates[i].column].name;
            if (is_taken(plan, name))
                continue;
            spec = bina_link_plan_add(plan, name, BINA_LINK_NAME);
            if (spec == NULL)
                goto out; /* the plan is full */
            candidates[i].matched = plan->count - 1;
            self.first[plan->count - 1] = i;
            status = give(spec, &candidates[i], BINA_LINK_TAKE_TEXT);
        }
    }
out:
    bina_link_overlap_drop(&self.overlap);
    free(self.score);
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

/* Columns that are called as a field that was said, where nothing was said of them. */
static bina_status
give_namesakes(bina_link_plan *plan, const bina_link_table *table, bina_link_candidate *candidates,
               size_t count)
{
    int said = plan->count;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        const char *name = table->lists[candidates[i].list]->columns[candidates[i].column].name;
        for (int f = 0; f < said && candidates[i].matched < 0 && status == BINA_OK; f++)
            if (bina_link_same_name(plan->field[f].name, name) &&
                !has_source(&plan->field[f], candidates[i].list)) {
                status = give(&plan->field[f], &candidates[i], BINA_LINK_TAKE_TEXT);
                candidates[i].field = plan->field[f].name;
                candidates[i].matched = f;
            }
    }
    return status;
}

bina_status
bina_link_plan_propose(bina_link_plan *plan, const bina_link_table *table,
                       const bina_link_hint *hints, size_t hint_count, unsigned threads)
{
    bina_link_candidate *candidates = NULL;
    size_t count = 0;
    bina_status status =
        bina_link_columns_learn(table, hints, hint_count, threads, &candidates, &count);

    plan->proposed = true;
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_link_spec *spec;
        if (candidates[i].field == NULL)
            continue;
        spec = field_named(plan, candidates[i].field);
        if (spec == NULL)
            break;
        status = give(spec, &candidates[i], BINA_LINK_TAKE_TEXT);
        candidates[i].matched = (int)(spec - plan->field);
    }
    if (status == BINA_OK)
        status = give_namesakes(plan, table, candidates, count);
    if (status == BINA_OK && plan->profile == BINA_PROFILE_INDONESIA)
        status = place_fields(plan, candidates, count);
    if (status == BINA_OK)
        status = bina_link_whole_names(plan, table, candidates, count);
    if (status == BINA_OK)
        status = match_columns(plan, table, candidates, count, threads);
    find_years(plan, table);
    free(candidates);
    return status;
}
