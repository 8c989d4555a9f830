#include "linkage/winnow.h"

#include <math.h>
#include <string.h>

#define SLACK  1e-6 /* sums in another order may differ by less */
#define ATONCE 256  /* pairs whose rows and values fit the nearest cache */

enum { MISSING, DIFFERENT, UNKNOWN, SAME };

/* A pair that is in the running. */
typedef struct runner {
    const uint32_t *a, *b; /* the codes of its rows */
    double bound;
    uint32_t same, unknown; /* a bit a field */
    uint32_t place;
} runner;

/* Whether a glance at values that are not joined tells more than it takes. */
static bool
is_worth_a_look(const bina_link_field *field)
{
    if (field->similar.start != NULL)
        return false;
    switch (field->spec->compare) {
    case BINA_LINK_CODE:
    case BINA_LINK_WORDS:
    case BINA_LINK_DATE:
    case BINA_LINK_NUMBER:
    case BINA_LINK_YEARS:
        return true;
    case BINA_LINK_EXACT:
    case BINA_LINK_NAME:
        break;
    }
    return false;
}

/* What a difference takes from the best that is hoped for. */
static double
loss(const bina_link_winnow *winnow, int f)
{
    return winnow->kind[f][0][UNKNOWN] - winnow->kind[f][0][DIFFERENT];
}

static void
lay_out_field(bina_link_winnow *winnow, int f)
{
    const bina_link_judge *judge = winnow->judge;
    unsigned top = judge->field[f].top;

    for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
        const double *one = judge->one[f] + s * BINA_LINK_LEVELS;
        double *most = winnow->most[f][s];
        most[BINA_LINK_MISSING] = 0;
        most[BINA_LINK_DIFFERENT] = one[BINA_LINK_DIFFERENT];
        for (unsigned l = BINA_LINK_DIFFERENT + 1; l < BINA_LINK_LEVELS; l++)
            most[l] = l < top ? fmax(most[l - 1], one[l]) : most[l - 1];
        winnow->kind[f][s][MISSING] = 0;
        winnow->kind[f][s][DIFFERENT] = one[BINA_LINK_DIFFERENT];
        winnow->kind[f][s][UNKNOWN] = most[top - 1];
        winnow->kind[f][s][SAME] = one[top];
    }
}

bina_status
bina_link_winnow_init(bina_link_winnow *winnow, const bina_link_judge *judge)
{
    memset(winnow, 0, sizeof(*winnow));
    winnow->judge = judge;
    winnow->start = fmax(judge->prior[0], judge->prior[1]) + SLACK;
    for (int f = 0; f < judge->fields; f++) {
        int at = winnow->looks;
        lay_out_field(winnow, f);
        if (!is_worth_a_look(&judge->field[f]))
            continue;
        for (; at > 0 && loss(winnow, winnow->look[at - 1]) < loss(winnow, f); at--)
            winnow->look[at] = winnow->look[at - 1];
        winnow->look[at] = f;
        winnow->looks++;
    }
    return bina_link_sieve_init(&winnow->sieve, judge->field, judge->fields);
}

void
bina_link_winnow_drop(bina_link_winnow *winnow)
{
    bina_link_sieve_drop(&winnow->sieve);
    memset(winnow, 0, sizeof(*winnow));
}

/* What a pair reaches at most by what its codes tell. */
static double
bound_of(const bina_link_winnow *winnow, const uint32_t *a, const bina_link_sifted *told)
{
    const bina_link_judge *judge = winnow->judge;
    double bound = winnow->start;

    for (int f = 0; f < judge->fields; f++) {
        unsigned state = bina_link_judge_state(&judge->plan->field[f], told->same);
        unsigned kind = (told->both >> f & 1) + (told->maybe >> f & 1) + 2 * (told->same >> f & 1);
        bound += winnow->kind[f][state][kind];
        if (kind == SAME && state == 0)
            bound += (double)judge->rarity[f][a[f]];
    }
    return bound;
}

/* Sets those pairs going that their codes leave in the running. */
static size_t
set_going(const bina_link_winnow *winnow, const bina_link_rows *rows, const uint32_t *a,
          const uint32_t *b, size_t count, runner *going)
{
    const uint32_t *x[ATONCE], *y[ATONCE];
    bina_link_sifted told[ATONCE];
    size_t left = 0;

    if (count == 0)
        return 0;
    for (size_t i = 0; i < count; i++) {
        x[i] = bina_link_rows_at(rows, a[i]);
        y[i] = bina_link_rows_at(rows, b[i]);
        __builtin_prefetch(y[i]);
        __builtin_prefetch(y[i] + rows->stride - 1);
    }
    bina_link_sieve_pass(&winnow->sieve, x, y, count, told);
    for (size_t i = 0; i < count; i++) {
        double bound = bound_of(winnow, x[i], &told[i]);
        going[left] = (runner){x[i], y[i], bound, told[i].same, told[i].maybe, (uint32_t)i};
        left += !(bound < winnow->judge->least);
    }
    return left;
}

/* Glances at a field of those that are in the running. */
static size_t
look_at(const bina_link_winnow *winnow, int look, runner *going, size_t count)
{
    int f = winnow->look[look];
    const bina_link_judge *judge = winnow->judge;
    const bina_link_field *field = &judge->field[f];
    bool glances = field->glance.code != NULL || field->glance.words != NULL;
    const bina_link_glance *next =
        look + 1 < winnow->looks ? &judge->field[winnow->look[look + 1]].glance : NULL;
    size_t left = 0;

    for (size_t i = 0; i < count; i++) {
        runner one = going[i];
        if (one.unknown >> f & 1) {
            const double *most =
                winnow->most[f][bina_link_judge_state(&judge->plan->field[f], one.same)];
            unsigned level = glances ? bina_link_glance_most(field, one.a[f], one.b[f])
                                     : bina_link_field_level(field, one.a[f], one.b[f]);
            one.bound += most[level] - most[field->top - 1];
        }
        if (one.bound < judge->least)
            continue;
        if (next != NULL)
            bina_link_glance_fetch(next, one.b[winnow->look[look + 1]]);
        going[left++] = one;
    }
    return left;
}

static size_t
pass_some(const bina_link_winnow *winnow, const bina_link_rows *rows, const uint32_t *a,
          const uint32_t *b, size_t count, uint32_t *kept)
{
    runner going[ATONCE];
    size_t left = set_going(winnow, rows, a, b, count, going);

    for (size_t i = 0; winnow->looks > 0 && i < left; i++)
        bina_link_glance_fetch(&winnow->judge->field[winnow->look[0]].glance,
                               going[i].b[winnow->look[0]]);
    for (int look = 0; look < winnow->looks && left > 0; look++)
        left = look_at(winnow, look, going, left);
    for (size_t i = 0; i < left; i++)
        kept[i] = going[i].place;
    return left;
}

size_t
bina_link_winnow_pass(const bina_link_winnow *winnow, const bina_link_rows *rows, const uint32_t *a,
                      const uint32_t *b, size_t count, uint32_t *kept)
{
    size_t left = 0;

    for (size_t from = 0; from < count; from += ATONCE) {
        size_t some = count - from < ATONCE ? count - from : ATONCE;
        size_t more = pass_some(winnow, rows, a + from, b + from, some, kept + left);
        for (size_t i = left; i < left + more; i++)
            kept[i] += (uint32_t)from;
        left += more;
    }
    return left;
}
