#include "linkage/columns_match.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/overlap.h"

#define FEW   30  /* numbers of one authority, of which none need be in another list */
#define ONLY  5.0 /* the score of the only two columns of a sort, before what they share */
#define TIMES 2.0 /* the share of values with its own sort, that shows it to be of another */

bina_status
bina_link_columns_give(bina_link_spec *spec, const bina_link_candidate *candidate,
                       bina_link_take take)
{
    bina_link_source source = {candidate->list, candidate->column, candidate->role, take, 0};
    bina_status status = bina_link_spec_add_source(spec, &source);

    if (status == BINA_OK && spec->source_count == 1) {
        spec->compare =
            bina_link_compare_for(candidate->role, take, candidate->words, candidate->distinct);
        spec->frequency = true;
    }
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

bina_status
bina_link_columns_namesakes(bina_link_plan *plan, const bina_link_table *table,
                            bina_link_candidate *candidates, size_t count)
{
    int said = plan->count;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        const char *name = table->lists[candidates[i].list]->columns[candidates[i].column].name;
        for (int f = 0; f < said && candidates[i].matched < 0 && status == BINA_OK; f++)
            if (bina_link_same_name(plan->field[f].name, name) &&
                !has_source(&plan->field[f], candidates[i].list)) {
                status =
                    bina_link_columns_give(&plan->field[f], &candidates[i], BINA_LINK_TAKE_TEXT);
                candidates[i].field = plan->field[f].name;
                candidates[i].matched = f;
            }
    }
    return status;
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
           role == BINA_ROLE_PLACE || role == BINA_ROLE_PERSON || role == BINA_ROLE_GIVEN_NAME ||
           role == BINA_ROLE_SURNAME;
}

/* Whether a column holds codes that hardly repeat, too long to be the same by chance. */
static bool
is_peculiar(const bina_link_candidate *candidate)
{
    return candidate->codes && candidate->length >= 6 &&
           candidate->distinct >= 0.5 * candidate->filled;
}

/* The share of values that shows two columns, not called alike, to be of one sort. */
static double
enough(const bina_link_candidate *a, const bina_link_candidate *b)
{
    if (a->role == b->role || (is_loose(a->role) && is_loose(b->role)))
        return 0.2;
    return is_peculiar(a) && is_peculiar(b) ? 0.1 : 0.6;
}

/* Lists write "lat" and "latitude". */
static bool
is_degrees(bina_link_level level)
{
    return level == BINA_LINK_LATITUDE || level == BINA_LINK_LONGITUDE;
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
    if (bina_link_same_name(x, y) || (first->level == candidate->level && is_degrees(first->level)))
        return BINA_OK;
    loose = is_loose(first->role) && is_loose(candidate->role);
    status = bina_link_overlap_share(&self->overlap, at, to, &overlap);
    if (status != BINA_OK)
        return status;
    *score = ONLY + overlap;
    /*
     * The only ones of their sort; but one quantity is not another, and a village no regency. Nor
     * are numbers that two authorities give, of which none is ever the same.
     */
    if (same_role &&
        !(first->role == BINA_ROLE_IDENTIFIER && overlap <= 0 &&
          fmin(first->distinct, candidate->distinct) >= FEW) &&
        first->level == BINA_LINK_NOWHERE && first->role != BINA_ROLE_TEXT &&
        first->role != BINA_ROLE_CATEGORY && first->role != BINA_ROLE_NUMBER &&
        of_role(self->candidates, self->count, first->list, first->role) == 1 &&
        of_role(self->candidates, self->count, candidate->list, candidate->role) == 1)
        return BINA_OK;
    /* Columns of different sorts are one only when they hold the same values. */
    *score = 1 + overlap + same_role;
    if (overlap >= enough(first, candidate))
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

/* Whether a field may still take a column of the list. */
static bool
is_open(const matching *self, const bina_link_plan *plan, int f)
{
    return self->first[f] < self->count && !has_source(&plan->field[f], self->list);
}

static bool
is_name(bina_role role)
{
    return role == BINA_ROLE_PERSON || role == BINA_ROLE_BUSINESS;
}

/*
 * A column said to be of one sort of names that has the values of the other goes there: an export
 * calls the names of persons "nama_perusahaan".
 */
static void
heed_values(matching *self, const bina_link_plan *plan)
{
    for (size_t i = 0; i < self->count; i++) {
        const bina_link_candidate *candidate = &self->candidates[i];
        double *score = self->score[i], best = 0;
        if (candidate->list != self->list || candidate->matched >= 0 || !is_name(candidate->role))
            continue;
        for (int f = 0; f < plan->count; f++)
            if (is_open(self, plan, f) && score[f] > 1 && score[f] <= 2 &&
                is_name(self->candidates[self->first[f]].role))
                best = fmax(best, score[f] - 1);
        for (int f = 0; f < plan->count; f++)
            if (is_open(self, plan, f) && score[f] >= ONLY && score[f] <= ONLY + 1 &&
                best > TIMES * (score[f] - ONLY))
                score[f] = 0;
    }
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
    if (status == BINA_OK)
        heed_values(self, plan);
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
        status = bina_link_columns_give(&plan->field[into], &candidates[at], BINA_LINK_TAKE_TEXT);
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

/* How much a role says of how values are written: what was not understood says least. */
static int
says_of(bina_role role)
{
    switch (role) {
    case BINA_ROLE_TEXT:
        return 0;
    case BINA_ROLE_CATEGORY:
    case BINA_ROLE_NUMBER:
        return 1;
    case BINA_ROLE_IDENTIFIER:
        return 2;
    default:
        return 3;
    }
}

/*
 * Columns of one field are read in one way: a name of a firm that is only text in another list
 * would keep its legal form there. The role that says most is taken for all.
 */
static void
read_alike(bina_link_spec *spec, const bina_link_candidate *candidates, size_t count)
{
    bina_role role = spec->sources[0].role;
    double words = 0, distinct = 0;
    bool alike = true;

    for (size_t s = 0; s < spec->source_count; s++) {
        const bina_link_source *source = &spec->sources[s];
        if (source->take != BINA_LINK_TAKE_TEXT)
            return;
        alike = alike && source->role == role;
        if (says_of(source->role) > says_of(role))
            role = source->role;
    }
    if (alike)
        return;
    for (size_t s = 0; s < spec->source_count; s++)
        for (size_t i = 0; i < count; i++)
            if (candidates[i].list == spec->sources[s].list &&
                candidates[i].column == spec->sources[s].column) {
                if (candidates[i].field != NULL)
                    return; /* somebody said what it is */
                words = fmax(words, candidates[i].words);
                distinct = fmax(distinct, candidates[i].distinct);
            }
    for (size_t s = 0; s < spec->source_count; s++)
        spec->sources[s].role = role;
    spec->compare = bina_link_compare_for(role, BINA_LINK_TAKE_TEXT, words, distinct);
}

bina_status
bina_link_columns_match(bina_link_plan *plan, const bina_link_table *table,
                        bina_link_candidate *candidates, size_t count, unsigned threads)
{
    matching self = {.table = table, .candidates = candidates, .count = count};
    bina_status status;

    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        self.first[f] = count;
    for (size_t i = count; i-- > 0;)
        if (candidates[i].matched >= 0 &&
            (candidates[i].field != NULL || candidates[i].level == BINA_LINK_HAMLET ||
             candidates[i].level == BINA_LINK_VILLAGE || candidates[i].level == BINA_LINK_DISTRICT))
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
            status = bina_link_columns_give(spec, &candidates[i], BINA_LINK_TAKE_TEXT);
        }
    }
out:
    for (int f = 0; f < plan->count && status == BINA_OK; f++)
        read_alike(&plan->field[f], candidates, count);
    bina_link_overlap_drop(&self.overlap);
    free(self.score);
    return status;
}
