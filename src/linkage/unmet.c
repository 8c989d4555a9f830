#include "linkage/unmet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"

#define ASKERS  400   /* of a list, at most so many rows ask another */
#define FEWEST  30    /* fewer tell nothing */
#define DECOYS  2     /* times as many rows with mates as without are asked */
#define WEIGHED 4.0e5 /* pairs of rows that one list's asking may hold together, */
#define A_ROW   40.0  /* and so many more a row, */
#define ENOUGH  4.0e6 /* to this many in all */
#define SURELY  2     /* standard errors from nothing */

/* How many pairs should be one, and how far off that may be. */
typedef struct guess {
    double pairs, error;
} guess;

/* One list asking another. */
typedef struct asking {
    const bina_link_engine *engine;
    uint32_t from, of;
    const uint32_t *here, *there; /* of an entity: 1 + its first row in the one and the other; 0 */
    bina_link_judge judge;
    double beyond[ASKERS];   /* what the likest to each asker tells */
    uint32_t *asker, *other; /* rows; of the others first those that lack a mate */
    size_t askers, lacking, others;
    uint32_t (*sort)[2]; /* of others by the fields they have: how many lack a mate, and have one */
} asking;

/* Rows of a list that have a mate in another, or have none. */
typedef struct choice {
    const bina_link_engine *engine;
    const bina_link_list *list;
    const uint32_t *own, *mates; /* as in `here` and `there`, of this list and the other */
    bool mated;
} choice;

/* Of rows of one entity the first stands for all: what one is like, the others are like. */
static bool
is_chosen(const choice *self, uint32_t row)
{
    uint32_t entity = self->engine->entity[row];

    return (self->mates[entity] > 0) == self->mated && self->own[entity] == row + 1;
}

static size_t
count(const choice *self)
{
    size_t found = 0;

    for (uint32_t r = self->list->first; r < self->list->first + self->list->rows; r++)
        found += is_chosen(self, r);
    return found;
}

/* Takes every so many-th of them. */
static size_t
gather(const choice *self, size_t most, uint32_t *to)
{
    size_t of = count(self), seen = 0, kept = 0;
    double step = of > most ? (double)of / (double)most : 1, next = 0;

    for (uint32_t r = self->list->first; r < self->list->first + self->list->rows; r++) {
        if (kept == most || !is_chosen(self, r) || (double)seen++ < next)
            continue;
        to[kept++] = r;
        next += step;
    }
    return kept;
}

/* Which fields a row has, a bit for each: one of which little is known is like many. */
static unsigned
sort_of(const asking *self, uint32_t row)
{
    const uint32_t *code = bina_link_rows_at(&self->engine->rows, row);
    unsigned sort = 0;

    for (int f = 0; f < self->judge.fields; f++)
        sort |= (unsigned)(code[f] != 0) << f;
    return sort;
}

/* What the likest row tells: 1 when it lacks a mate, on average 0 when that is chance. */
static double
beyond_chance(const asking *self, size_t other)
{
    const uint32_t *of = self->sort[sort_of(self, self->other[other])];
    double chance = (double)of[0] / ((double)of[0] + (double)of[1]);

    return of[1] == 0 ? 0 : ((other < self->lacking ? 1 : 0) - chance) / (1 - chance);
}

/* Finds the row likest to one; where several are as like it, what they tell on average. */
static bina_status
ask(void *of, size_t part)
{
    asking *self = of;
    const bina_link_rows *rows = &self->engine->rows;
    bina_link_judge judge = self->judge;
    uint32_t asker = self->asker[part];
    double beyond = 0, likest = 0;

    judge.least = -INFINITY;
    for (size_t i = 0; i < self->others; i++) {
        uint32_t a = self->other[i] < asker ? self->other[i] : asker;
        uint32_t b = self->other[i] < asker ? asker : self->other[i];
        double weight;
        uint64_t pattern;
        if (!bina_link_judge_pair(&judge, bina_link_rows_at(rows, a), bina_link_rows_at(rows, b),
                                  false, &weight, &pattern))
            continue;
        if (weight > judge.least)
            beyond = likest = 0;
        judge.least = weight;
        beyond += beyond_chance(self, i);
        likest++;
    }
    self->beyond[part] = likest > 0 ? beyond / likest : 0;
    return BINA_OK;
}

/* Chooses who asks and who is asked; false when too few would tell. */
static bool
choose(asking *self, size_t *alone)
{
    const bina_link_engine *engine = self->engine;
    bina_link_list **lists = engine->table->lists;
    choice asks = {engine, lists[self->from], self->here, self->there, false};
    choice lack = {engine, lists[self->of], self->there, self->here, false}, have = lack;
    double pairs = fmin(WEIGHED + A_ROW * (double)engine->table->rows, ENOUGH);
    size_t lacking = count(&lack), decoys, most;

    have.mated = true;
    decoys = count(&have);
    decoys = decoys < DECOYS * lacking ? decoys : DECOYS * lacking;
    most = (size_t)fmin(ASKERS, pairs / (double)(lacking + decoys + 1));
    *alone = count(&asks);
    if ((*alone < most ? *alone : most) < FEWEST || lacking < FEWEST || decoys < FEWEST)
        return false;
    self->askers = gather(&asks, most, self->asker);
    self->lacking = gather(&lack, lacking, self->other);
    self->others = self->lacking + gather(&have, decoys, self->other + self->lacking);
    for (size_t i = 0; i < self->others; i++)
        self->sort[sort_of(self, self->other[i])][i >= self->lacking]++;
    return true;
}

/* How many rows of a list lack a mate that is in the other. */
static bina_status
ask_all(asking *self, guess *missed)
{
    const bina_link_list *of = self->engine->table->lists[self->of];
    double sum = 0, squares = 0, askers;
    size_t alone;
    bina_status status = BINA_OK;

    *missed = (guess){0, 0};
    self->asker = calloc(ASKERS, sizeof(*self->asker));
    self->other = calloc((size_t)of->rows + 1, sizeof(*self->other));
    self->sort = calloc((size_t)1 << BINA_LINK_FIELDS, sizeof(*self->sort));
    if (self->asker == NULL || self->other == NULL || self->sort == NULL) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    if (!choose(self, &alone))
        goto out;
    status = bina_parallel(self->engine->threads, self->askers, ask, self);
    if (status != BINA_OK)
        goto out;
    for (size_t i = 0; i < self->askers; i++) {
        sum += self->beyond[i];
        squares += self->beyond[i] * self->beyond[i];
    }
    askers = (double)self->askers;
    missed->pairs = (double)alone * sum / askers;
    missed->error = (double)alone * sqrt(fmax(squares - sum * sum / askers, 0)) / askers;
out:
    free(self->asker);
    free(self->other);
    free(self->sort);
    return status;
}

static void
mark(const bina_link_engine *engine, uint32_t l, uint32_t *first)
{
    const bina_link_list *list = engine->table->lists[l];

    memset(first, 0, (size_t)engine->table->rows * sizeof(*first));
    for (uint32_t row = list->first + list->rows; row-- > list->first;)
        first[engine->entity[row]] = row + 1;
}

/* Two lists ask each other: both tell of the same pairs. */
static bina_status
ask_both(const bina_link_engine *engine, uint32_t x, uint32_t y, uint32_t *const first[2],
         guess *missed)
{
    asking self = {.engine = engine, .from = x, .of = y, .here = first[0], .there = first[1]};
    guess there, back;
    bina_status status;

    self.judge = engine->judge;
    status = ask_all(&self, &there);
    if (status != BINA_OK)
        return status;
    self.from = y;
    self.of = x;
    self.here = first[1];
    self.there = first[0];
    status = ask_all(&self, &back);
    missed->pairs += (there.pairs + back.pairs) / 2;
    missed->error = hypot(missed->error, (there.error + back.error) / 2);
    return status;
}

bina_status
bina_link_unmet(const bina_link_engine *engine, double *pairs)
{
    uint32_t lists = engine->table->list_count;
    size_t room = (size_t)engine->table->rows + 1;
    uint32_t *const first[2] = {calloc(room, sizeof(uint32_t)), calloc(room, sizeof(uint32_t))};
    guess missed = {0, 0};
    bina_status status = first[0] == NULL || first[1] == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;

    for (uint32_t x = 0; x < lists && status == BINA_OK; x++) {
        mark(engine, x, first[0]);
        for (uint32_t y = x + 1; y < lists && status == BINA_OK; y++) {
            mark(engine, y, first[1]);
            status = ask_both(engine, x, y, first, &missed);
        }
    }
    *pairs = missed.pairs > SURELY * missed.error ? missed.pairs : 0;
    free(first[0]);
    free(first[1]);
    return status;
}
