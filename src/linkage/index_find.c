/*
 * The rows that may be one with a record, without looking at the others.
 *
 * What each field could add at most is known, by how alike two values are. Fields and levels that
 * many rows share are left out as long as all that was left out could not lift a pair to the
 * review threshold; who shares one of the others is weighed. Nothing is missed by it.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/index.h"

/* Sums in another order may differ by so little: a bound is only trusted beyond it. */
#define SLACK 1e-6
/* After so many rows were added or changed, and a share of all, the finders are made anew. */
#define FRESH       4096u
#define FRESH_SHARE 16u

/* What a field may add, and to how many rows. */
typedef struct chance {
    size_t first, end;             /* its values in `alike` */
    double most[BINA_LINK_LEVELS]; /* what agreement up to a level adds at most */
    double rows[BINA_LINK_LEVELS]; /* that agree at a level */
    unsigned over;                 /* agreement up to this level is not looked for */
    double at[BINA_LINK_LEVELS];   /* the most it adds at a level */
    double hope;                   /* and at any */
} chance;

static void
drop_finder(bina_link_finder *finder)
{
    free(finder->carriers.start);
    free(finder->carriers.row);
    bina_link_near_drop(&finder->values);
    bina_link_near_drop(&finder->words);
    free(finder->postings.start);
    free(finder->postings.value);
    memset(finder, 0, sizeof(*finder));
}

void
bina_link_finders_drop(bina_link_index *index)
{
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        drop_finder(&index->finder[f]);
}

/* The rows of each value of a field. */
static bina_status
find_carriers(bina_link_index *index, int f)
{
    const bina_link_rows *rows = &index->engine->rows;
    const uint32_t *code = rows->code + f;
    bina_link_finder *finder = &index->finder[f];
    uint32_t values, at = 0, *start, *row;

    drop_finder(finder);
    finder->extent = bina_link_field_extent(&index->engine->field[f]);
    values = finder->extent.values;
    start = calloc((size_t)values + 2, sizeof(*start));
    row = malloc(((size_t)index->rows + 1) * sizeof(*row));
    finder->carriers.start = start;
    finder->carriers.row = row;
    if (start == NULL || row == NULL)
        return BINA_ERR_NO_MEMORY;
    /* Each value's rows are counted one behind, so that filling in leaves every start in place. */
    for (uint32_t r = 0; r < index->rows; r++)
        if (!index->gone[r])
            start[code[(size_t)r * rows->stride] + 1]++;
    for (uint32_t c = 0; c <= values; c++) {
        uint32_t count = start[c + 1];
        start[c + 1] = at;
        at += count;
    }
    for (uint32_t r = 0; r < index->rows; r++)
        if (!index->gone[r])
            row[start[code[(size_t)r * rows->stride] + 1]++] = r;
    return BINA_OK;
}

bina_status
bina_link_index_prepare(bina_link_index *index)
{
    bina_status status = BINA_OK;

    if (index->finder[0].carriers.row != NULL &&
        index->fresh_count <= FRESH + index->rows / FRESH_SHARE)
        return BINA_OK;
    for (int f = 0; f < index->engine->plan->count && status == BINA_OK; f++)
        status = find_carriers(index, f);
    if (status == BINA_OK)
        index->fresh_count = 0;
    else
        bina_link_finders_drop(index);
    return status;
}

static bool
holds(const bina_link_index *index, uint32_t row, int f, uint32_t x, int g, uint32_t y)
{
    const uint32_t *codes = bina_link_rows_at(&index->engine->rows, row);

    return !index->gone[row] && codes[f] == x && codes[g] == y;
}

bool
bina_link_index_has(const bina_link_index *index, int f, uint32_t x, int g, uint32_t y)
{
    const bina_link_finder *finder = &index->finder[f];

    for (uint32_t i = x < finder->extent.values ? finder->carriers.start[x] : 0;
         x < finder->extent.values && i < finder->carriers.start[x + 1]; i++)
        if (holds(index, finder->carriers.row[i], f, x, g, y))
            return true;
    for (size_t i = 0; i < index->fresh_count; i++)
        if (holds(index, index->fresh[i], f, x, g, y))
            return true;
    return false;
}

static size_t
rows_of(const bina_link_index *index, int f, uint32_t code)
{
    const bina_link_finder *finder = &index->finder[f];

    if (code >= finder->extent.values)
        return 0;
    return finder->carriers.start[code + 1] - finder->carriers.start[code];
}

/* The most a field adds at a level, whatever else agrees. */
static double
most_at(const bina_link_judge *judge, int f, unsigned level, uint32_t code)
{
    double most = -INFINITY;

    for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
        double weight = judge->one[f][s * BINA_LINK_LEVELS + level];
        if (s == 0 && level == judge->field[f].top)
            weight += (double)judge->rarity[f][code];
        most = fmax(most, weight);
    }
    return most;
}

/* What a field of the record may add; the values like its own are looked up. */
static bina_status
weigh_field(bina_link_index *index, int f, uint32_t code, chance *field)
{
    const bina_link_judge *judge = &index->engine->judge;
    bina_status status = BINA_OK;
    double most;

    memset(field, 0, sizeof(*field));
    field->first = field->end = index->alike_count;
    field->over = BINA_LINK_LEVELS;
    field->hope = 0;
    if (code == 0)
        return BINA_OK; /* agrees with nothing */
    field->over = BINA_LINK_DIFFERENT;
    status = bina_link_index_alike(index, f, code);
    field->end = index->alike_count;
    for (size_t i = field->first; i < field->end; i++)
        field->rows[index->alike[i].level] += (double)rows_of(index, f, index->alike[i].code);
    most = most_at(judge, f, BINA_LINK_DIFFERENT, code);
    if (rows_of(index, f, 0) > 0 || index->fresh_count > 0)
        most = fmax(most, 0);
    for (unsigned level = BINA_LINK_DIFFERENT; level <= judge->field[f].top; level++) {
        /* A level that no row has is not reached. */
        if (field->rows[level] > 0)
            most = fmax(most, most_at(judge, f, level, code));
        field->most[level] = most;
        field->at[level] = most_at(judge, f, level, code);
        field->hope = fmax(field->hope, field->at[level]);
    }
    return status;
}

/* The odds to begin with, of the likelier kind of pairs that there are. */
static double
prior_of(const bina_link_index *index, uint32_t list)
{
    const bina_link_engine *engine = index->engine;

    if (engine->table->list_count == 1)
        return engine->judge.prior[1];
    if (list == BINA_LINK_NO_LIST || (engine->alone != NULL && engine->alone[list]))
        return engine->judge.prior[0];
    return fmax(engine->judge.prior[0], engine->judge.prior[1]);
}

/*
 * Passes over agreement that many rows share, what saves most rows for what it could add first,
 * while all that is passed over cannot lift a pair that agrees in nothing else. False when even
 * rows that agree in nothing could get there: all are to be looked at.
 */
static bool
pass_over(const bina_link_index *index, uint32_t list, chance *fields)
{
    const bina_link_judge *judge = &index->engine->judge;
    double room = judge->least - SLACK - prior_of(index, list);

    for (int f = 0; f < judge->fields; f++)
        if (fields[f].over < BINA_LINK_LEVELS)
            room -= fields[f].most[BINA_LINK_DIFFERENT];
    if (room <= 0)
        return false;
    for (;;) {
        double best = 0;
        int at = -1;
        unsigned over = 0;
        for (int f = 0; f < judge->fields; f++) {
            double saved = 0;
            for (unsigned l = fields[f].over + 1; l <= judge->field[f].top; l++) {
                double more = fields[f].most[l] - fields[f].most[fields[f].over];
                saved += fields[f].rows[l];
                if (more < room && saved > best * (more + 0.01)) {
                    best = saved / (more + 0.01);
                    at = f;
                    over = l;
                }
            }
        }
        if (at < 0)
            return true;
        room -= fields[at].most[over] - fields[at].most[fields[at].over];
        fields[at].over = over;
    }
}

/* What is asked of all rows. */
typedef struct search {
    const uint32_t *codes;
    uint32_t list, self;
    chance field[BINA_LINK_FIELDS];
    int order[BINA_LINK_FIELDS]; /* of asking: what may take most away first */
    int fields;                  /* that have a value */
    double hope;                 /* the most of any row */
} search;

static void
put_in_order(search *of, int fields, double prior)
{
    of->fields = 0;
    of->hope = prior + SLACK;
    for (int f = 0; f < fields; f++) {
        int at = of->fields;
        if (of->codes[f] == 0)
            continue;
        of->hope += of->field[f].hope;
        for (; at > 0; at--) {
            const chance *before = &of->field[of->order[at - 1]];
            if (before->hope - before->at[BINA_LINK_DIFFERENT] >=
                of->field[f].hope - of->field[f].at[BINA_LINK_DIFFERENT])
                break;
            of->order[at] = of->order[at - 1];
        }
        of->order[at] = f;
        of->fields++;
    }
}

/* Whether a row could get there, by what is known of its values: mostly told soon. */
static bool
may_reach(const bina_link_index *index, const search *of, const uint32_t *other)
{
    double hope = of->hope;

    for (int i = 0; i < of->fields && hope >= index->engine->judge.least; i++) {
        int f = of->order[i];
        const chance *field = &of->field[f];
        uint32_t met;
        if (other[f] == 0) {
            hope -= field->hope;
            continue;
        }
        met = other[f] < index->finder[f].extent.values ? index->met[f][other[f]] : 0;
        if (other[f] == of->codes[f])
            hope += field->at[index->engine->field[f].top] - field->hope;
        else if (met >> BINA_LINK_BITS == index->search)
            hope += field->at[met & (BINA_LINK_LEVELS - 1)] - field->hope;
        else if (!index->loose[f] && other[f] < index->finder[f].extent.values)
            hope += field->at[BINA_LINK_DIFFERENT] - field->hope;
    }
    return hope >= index->engine->judge.least;
}

/* Weighs a row once. */
static bina_status
meet(bina_link_index *index, const search *of, uint32_t row)
{
    const uint32_t *codes = of->codes;
    uint32_t list = of->list, self = of->self;
    bina_link_engine *engine = index->engine;
    bool same = engine->list_of[row] == list || engine->table->list_count == 1;
    bool below = row < self;
    const uint32_t *other = bina_link_rows_at(&engine->rows, row);
    bina_link_near *hit;
    double weight;
    uint64_t pattern;

    if (index->seen[row] == index->search)
        return BINA_OK;
    index->seen[row] = index->search;
    if (row == self || index->gone[row] ||
        (engine->list_of[row] == list && engine->alone != NULL && engine->alone[list]) ||
        !may_reach(index, of, other))
        return BINA_OK;
    if (!bina_link_judge_pair(&engine->judge, below ? other : codes, below ? codes : other, same,
                              &weight, &pattern))
        return BINA_OK;
    if (!bina_vector_reserve(&index->hit, &index->hit_room, index->hits + 1, sizeof(*index->hit)))
        return BINA_ERR_NO_MEMORY;
    hit = &index->hit[index->hits++];
    hit->row = row;
    hit->weight = weight;
    return BINA_OK;
}

static int
by_row(const void *a, const void *b)
{
    const bina_link_near *x = a, *y = b;
    return x->row < y->row ? -1 : x->row > y->row;
}

void
bina_link_index_next(bina_link_index *index)
{
    if (++index->search == UINT32_MAX >> BINA_LINK_BITS) {
        memset(index->seen, 0, index->room * sizeof(*index->seen));
        for (int f = 0; f < index->engine->plan->count; f++)
            if (index->met[f] != NULL)
                memset(index->met[f], 0, index->met_room[f] * sizeof(*index->met[f]));
        index->search = 1;
    }
}

bina_status
bina_link_index_find(bina_link_index *index, const uint32_t *codes, uint32_t list, uint32_t self)
{
    int fields = index->engine->plan->count;
    search of = {.codes = codes, .list = list, .self = self};
    bina_status status = bina_link_index_prepare(index);

    index->alike_count = 0;
    index->hits = 0;
    bina_link_index_next(index);
    for (int f = 0; f < fields && status == BINA_OK; f++)
        status = weigh_field(index, f, codes[f], &of.field[f]);
    if (status != BINA_OK)
        return status;
    put_in_order(&of, fields, prior_of(index, list));
    if (!pass_over(index, list, of.field))
        for (uint32_t r = 0; r < index->rows && status == BINA_OK; r++)
            status = meet(index, &of, r);
    for (int f = 0; f < fields; f++) {
        const bina_link_carriers *carriers = &index->finder[f].carriers;
        for (size_t i = of.field[f].first; i < of.field[f].end; i++) {
            const bina_link_alike *alike = &index->alike[i];
            if (alike->level <= of.field[f].over || alike->code >= index->finder[f].extent.values)
                continue;
            for (uint32_t k = carriers->start[alike->code];
                 k < carriers->start[alike->code + 1] && status == BINA_OK; k++)
                status = meet(index, &of, carriers->row[k]);
        }
    }
    for (size_t i = 0; i < index->fresh_count && status == BINA_OK; i++)
        status = meet(index, &of, index->fresh[i]);
    if (status == BINA_OK && index->hits > 1)
        qsort(index->hit, index->hits, sizeof(*index->hit), by_row);
    return status;
}
