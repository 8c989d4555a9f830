#include "linkage/winnow.h"

#include <math.h>
#include <string.h>

#define SLACK  1e-6 /* sums in another order may differ by less */
#define ATONCE 128  /* pairs whose rows and values fit the nearest cache */
#define FEW    32   /* pairs that may bring in some megabytes */

enum { MISSING, DIFFERENT, UNKNOWN, SAME };

/* A pair that is in the running. */
typedef struct runner {
    const uint32_t *a, *b; /* the codes of its rows */
    double bound;
    uint64_t pattern;       /* of the fields whose level is known, 0 of others */
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
        double most = one[BINA_LINK_DIFFERENT];
        for (unsigned l = BINA_LINK_DIFFERENT + 1; l < top; l++)
            most = fmax(most, one[l]);
        winnow->kind[f][s][MISSING] = 0;
        winnow->kind[f][s][DIFFERENT] = one[BINA_LINK_DIFFERENT];
        winnow->kind[f][s][UNKNOWN] = most;
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

static uint64_t
level_in(unsigned level, int f)
{
    return (uint64_t)level << (BINA_LINK_BITS * (unsigned)f);
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

/* The levels that codes tell: of all fields but those whose values may be similar. */
static uint64_t
known_of(const bina_link_winnow *winnow, const bina_link_sifted *told)
{
    const bina_link_judge *judge = winnow->judge;
    uint64_t pattern = 0;

    for (uint32_t left = told->both & ~told->maybe; left != 0; left &= left - 1) {
        int f = __builtin_ctz(left);
        bool same = (told->same >> f & 1) != 0;
        pattern |= level_in(same ? judge->field[f].top : BINA_LINK_DIFFERENT, f);
    }
    return pattern;
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
        __builtin_prefetch(x[i]);
        __builtin_prefetch(x[i] + rows->stride - 1);
        __builtin_prefetch(y[i]);
        __builtin_prefetch(y[i] + rows->stride - 1);
    }
    bina_link_sieve_pass(&winnow->sieve, x, y, count, told);
    for (size_t i = 0; i < count; i++)
        for (uint32_t same = told[i].same; same != 0; same &= same - 1) {
            int f = __builtin_ctz(same);
            __builtin_prefetch(&winnow->judge->rarity[f][x[i][f]]);
        }
    for (size_t i = 0; i < count; i++) {
        double bound = bound_of(winnow, x[i], &told[i]);
        if (bound < winnow->judge->least)
            continue;
        going[left++] =
            (runner){x[i],         y[i],          bound,      known_of(winnow, &told[i]),
                     told[i].same, told[i].maybe, (uint32_t)i};
    }
    return left;
}

/* Fetches what a glance at a field needs. */
static void
fetch(const bina_link_winnow *winnow, int look, const runner *one)
{
    if (look < winnow->looks) {
        int f = winnow->look[look];
        bina_link_glance_fetch(&winnow->judge->field[f].glance, one->a[f]);
        bina_link_glance_fetch(&winnow->judge->field[f].glance, one->b[f]);
    }
}

/* Compares a field whose values may be similar. */
static void
compare(const bina_link_winnow *winnow, int f, runner *one)
{
    const bina_link_judge *judge = winnow->judge;
    unsigned level = bina_link_field_level(&judge->field[f], one->a[f], one->b[f]);
    unsigned state = bina_link_judge_state(&judge->plan->field[f], one->same);

    one->unknown &= ~(UINT32_C(1) << f);
    one->pattern |= level_in(level, f);
    one->bound += judge->one[f][state * BINA_LINK_LEVELS + level] - winnow->kind[f][state][UNKNOWN];
}

/* Compares a field of those that are in the running; mostly a glance tells. */
static size_t
look_at(const bina_link_winnow *winnow, int look, runner *going, size_t count)
{
    int f = winnow->look[look];
    size_t left = 0;

    for (size_t i = 0; i < count; i++) {
        runner *one = &going[left];
        *one = going[i];
        if (one->unknown >> f & 1)
            compare(winnow, f, one);
        if (one->bound < winnow->judge->least)
            continue;
        fetch(winnow, look + 1, one);
        left++;
    }
    return left;
}

/* Compares the fields that are left. */
static bool
finish(const bina_link_winnow *winnow, runner *one)
{
    while (one->unknown != 0 && !(one->bound < winnow->judge->least))
        compare(winnow, __builtin_ctz(one->unknown), one);
    return !(one->bound < winnow->judge->least);
}

static size_t
pass_some(const bina_link_winnow *winnow, const bina_link_rows *rows, const uint32_t *a,
          const uint32_t *b, size_t count, bina_link_winnowed *kept)
{
    runner going[ATONCE];
    size_t left = set_going(winnow, rows, a, b, count, going), found = 0;

    for (size_t i = 0; i < left; i++)
        fetch(winnow, 0, &going[i]);
    for (int look = 0; look < winnow->looks && left > 0; look++)
        left = look_at(winnow, look, going, left);
    for (size_t i = 0; i < left; i++)
        if (finish(winnow, &going[i]))
            kept[found++] = (bina_link_winnowed){going[i].pattern, going[i].place};
    return found;
}

size_t
bina_link_winnow_pass(const bina_link_winnow *winnow, const bina_link_rows *rows, const uint32_t *a,
                      const uint32_t *b, size_t count, bina_link_winnowed *kept)
{
    /* Where memory is bounded, rows and values come in as they are met. */
    size_t left = 0, most = rows->heap == NULL ? ATONCE : FEW;

    for (size_t from = 0; from < count; from += most) {
        size_t some = count - from < most ? count - from : most;
        bina_heap_breathe(rows->heap);
        size_t more = pass_some(winnow, rows, a + from, b + from, some, kept + left);
        for (size_t i = left; i < left + more; i++)
            kept[i].place += (uint32_t)from;
        left += more;
    }
    return left;
}
