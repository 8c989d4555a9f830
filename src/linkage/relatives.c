#include "linkage/relatives.h"

#include <math.h>
#include <string.h>

#define PSEUDO     2.0  /* relatives assumed beforehand of a field they may share */
#define STRANGERS  20.0 /* of one that tells them apart: as between strangers */
#define MOST_ALIKE 0.05 /* of these, relatives that agree in one that tells them apart */
#define SOME_WORDS 3    /* up to this level values share words */
#define MOST_WORDS 0.45
#define NEARLY     0.7 /* as many values as the field with most */
#define FAIRLY     0.1 /* of these, as many as a name that is not rare may have */
#define MOST_LIFT  8.0 /* times as often as strangers */

static bool
has_role(const bina_link_plan *plan, bina_role role)
{
    for (int f = 0; f < plan->count; f++)
        if (bina_link_spec_role(&plan->field[f]) == role)
            return true;
    return false;
}

/* Of one owner's businesses: what is sold, since when, under which name. */
static bool
tells_businesses(const bina_link_spec *spec, const bina_link_field *field)
{
    bina_role role = bina_link_spec_role(spec);

    if (spec->source_count == 0 || !bina_link_takes_whole(&spec->sources[0]))
        return false;
    if (role == BINA_ROLE_DATE && bina_header_is_birth(spec->name))
        return false; /* the owner's */
    return role == BINA_ROLE_BUSINESS || role == BINA_ROLE_TEXT || role == BINA_ROLE_DATE ||
           role == BINA_ROLE_NUMBER || (role == BINA_ROLE_CATEGORY && field->values.count > 20);
}

/*
 * Whether a field can be held against itself in two rows of different lists, where there are
 * several lists: the name of a business that only one list has tells no two businesses apart.
 */
static bool
meets(const bina_link_plan *plan, int f)
{
    const bina_link_spec *spec = &plan->field[f];

    if (spec->source_count == 0)
        return false;
    for (size_t s = 1; s < spec->source_count; s++)
        if (spec->sources[s].list != spec->sources[0].list)
            return true;
    for (int g = 0; g < plan->count; g++)
        for (size_t s = 0; s < plan->field[g].source_count; s++)
            if (plan->field[g].sources[s].list != spec->sources[0].list)
                return false;
    return true;
}

/* How many values a field has that may be a name; 0 when it cannot be. */
static double
names(const bina_link_plan *plan, const bina_link_field *field, int f)
{
    const bina_link_spec *spec = &plan->field[f];
    bina_role role = bina_link_spec_role(spec);

    if (spec->compare == BINA_LINK_EXACT || spec->source_count == 0 ||
        !bina_link_takes_whole(&spec->sources[0]) || !meets(plan, f))
        return 0;
    return role == BINA_ROLE_PERSON || role == BINA_ROLE_BUSINESS || role == BINA_ROLE_TEXT
               ? field[f].values.count
               : 0;
}

/* Whether it may be a field that names one: a given name, or a name with many values. */
static bool
may_name(const bina_link_plan *plan, const bina_link_field *field, int f, double most)
{
    if (bina_link_spec_role(&plan->field[f]) == BINA_ROLE_GIVEN_NAME)
        return plan->field[f].compare != BINA_LINK_EXACT;
    return names(plan, field, f) >= FAIRLY * most && most > 0;
}

/* The field that names one: the given name, else the first that nearly all have of their own. */
static int
naming_field(const bina_link_plan *plan, const bina_link_field *field)
{
    double most = 0;

    for (int f = 0; f < plan->count; f++)
        if (bina_link_spec_role(&plan->field[f]) == BINA_ROLE_GIVEN_NAME &&
            plan->field[f].compare != BINA_LINK_EXACT)
            return f;
    for (int f = 0; f < plan->count; f++)
        most = fmax(most, names(plan, field, f));
    for (int f = 0; f < plan->count; f++)
        if (most > 0 && names(plan, field, f) >= NEARLY * most)
            return f;
    return -1;
}

/* Whether a field is of one thing alone, beside what it is called. */
static bool
tells_one(bina_role role, bina_role naming)
{
    if (role == BINA_ROLE_NIK || role == BINA_ROLE_IDENTIFIER)
        return true;
    return (naming == BINA_ROLE_GIVEN_NAME || naming == BINA_ROLE_PERSON) &&
           (role == BINA_ROLE_DATE || role == BINA_ROLE_GIVEN_NAME);
}

/* One is told from its relatives by a field that names it, and by what is its own alone. */
static void
name_by(bina_link_model *model, const bina_link_plan *plan, int naming)
{
    model->owners = model->thing[naming] = true;
    model->naming = naming;
    for (int f = 0; f < plan->count; f++)
        model->thing[f] = model->thing[f] || tells_one(bina_link_spec_role(&plan->field[f]),
                                                       bina_link_spec_role(&plan->field[naming]));
}

/* Finds what tells relatives apart where nobody said so. */
static void
guess(bina_link_model *model, const bina_link_plan *plan, const bina_link_field *field)
{
    bool businesses = has_role(plan, BINA_ROLE_PERSON) && has_role(plan, BINA_ROLE_BUSINESS);
    int naming;

    for (int f = 0; f < plan->count && businesses; f++) {
        model->thing[f] = tells_businesses(&plan->field[f], &field[f]);
        model->businesses = model->businesses || (model->thing[f] && meets(plan, f));
    }
    model->owners = model->businesses;
    if (model->owners || plan->count < 2)
        return;
    memset(model->thing, 0, sizeof(model->thing));
    naming = naming_field(plan, field);
    if (naming >= 0)
        name_by(model, plan, naming);
}

size_t
bina_link_relatives_views(const bina_link_plan *plan, const bina_link_field *field,
                          int naming[BINA_LINK_VIEWS])
{
    bina_link_model guessed;
    double most = 0;
    size_t count = 0;

    memset(&guessed, 0, sizeof(guessed));
    guessed.naming = -1;
    guess(&guessed, plan, field);
    naming[count++] = -1;
    if (!guessed.owners)
        return count;
    for (int f = 0; f < plan->count; f++) {
        if (plan->field[f].thing >= 0)
            return 1; /* somebody said what tells them apart */
        most = fmax(most, names(plan, field, f));
    }
    for (int f = 0; f < plan->count && count < BINA_LINK_VIEWS; f++)
        if (f != guessed.naming && may_name(plan, field, f, most))
            naming[count++] = f;
    return count;
}

void
bina_link_relatives_find(bina_link_model *model, const bina_link_plan *plan,
                         const bina_link_field *field, int naming)
{
    bool any = false;

    model->naming = -1;
    if (naming < 0)
        guess(model, plan, field);
    else
        name_by(model, plan, naming);
    for (int f = 0; f < plan->count; f++) {
        if (plan->field[f].thing >= 0)
            model->thing[f] = plan->field[f].thing != 0;
        any = any || model->thing[f];
    }
    model->owners = any && plan->count > 1;
}

static void
share(const double *seen, const double *before, double weight, unsigned top, double *kin)
{
    double sum = weight;

    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
        sum += seen != NULL ? seen[l] : 0;
    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
        kin[l] = ((seen != NULL ? seen[l] : 0) + weight * before[l]) / sum;
}

/* What tells relatives apart may be alike a little more often than among strangers. */
static void
hold(double *kin, const double *u, unsigned top, const bina_link_spec *spec)
{
    double rest = 1, least = bina_link_spec_role(spec) == BINA_ROLE_DATE ? MOST_ALIKE : 0;

    for (unsigned l = BINA_LINK_DIFFERENT + 1; l <= top; l++) {
        double most = fmax(least, fmin(MOST_LIFT * u[l], MOST_ALIKE));
        /* Works by one author share words; no two names of a family do. */
        if (spec->compare == BINA_LINK_WORDS && l <= SOME_WORDS)
            most = MOST_WORDS;
        kin[l] = fmin(kin[l], most);
        rest -= kin[l];
    }
    kin[BINA_LINK_DIFFERENT] = rest;
}

void
bina_link_relatives_set(bina_link_model *model, const bina_link_plan *plan, bina_link_levels seen)
{
    bool businesses = model->businesses;

    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
            unsigned top = bina_link_compare_top(plan->field[f].compare);
            double before[BINA_LINK_LEVELS] = {0}, *kin = model->kin[f][s];
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                before[l] = businesses ? model->thing[f] ? model->u[f][s][l] : model->m[f][s][l]
                            : model->thing[f] ? model->u[f][s][l]
                                              : (model->m[f][s][l] + model->u[f][s][l]) / 2;
            share(seen != NULL && !businesses ? seen[f][s] : NULL, before,
                  model->thing[f] ? STRANGERS : PSEUDO, top, kin);
            if (!businesses && model->thing[f])
                hold(kin, model->u[f][s], top, &plan->field[f]);
        }
}
