#include "linkage/nearest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/vector.h"
#include "linkage/compare_words.h"
#include "linkage/posted.h"
#include "linkage/sort.h"

#define PART     256 /* values of a part */
#define MOST     4e8 /* meetings of two values at a word: more take too long */
#define REPEATED .05 /* of a list's rows, whose value another has: it names things */
#define STEPS    4   /* of how much nearer, the mildest first */

/* What lies between two values, as a share of what lies between either and the next. */
static const double apart[STEPS] = {.75, .6, .45, .3};

/* The nearest of a list to a value, and how near the next is: cosines of weighted words. */
typedef struct nearest {
    uint32_t value; /* 0: none */
    double near, next;
} nearest;

/* Two lists at a time; a list is one bit. */
typedef struct nearing {
    const bina_link_field *field;
    bina_link_posted posted;
    double *length;   /* of a value */
    uint8_t *side;    /* of a value: the lists that hold it */
    nearest (*of)[2]; /* of a value, in either list */
} nearing;

/* How near a value is to each, and which it met. */
typedef struct hand {
    double *near; /* of every value; all zero but for those met */
    uint32_t *met;
    size_t count;
} hand;

static size_t
posted(const nearing *self, uint32_t word)
{
    return bina_link_posted_count(&self->posted, word);
}

/* Finds which values hold each word, and how long each value is. */
static bina_status
measure(nearing *self)
{
    const bina_link_words *words = &self->field->words;
    uint32_t values = self->field->values.count;

    self->length = calloc((size_t)values + 1, sizeof(*self->length));
    self->side = calloc((size_t)values + 1, sizeof(*self->side));
    self->of = calloc((size_t)values + 1, sizeof(*self->of));
    if (self->length == NULL || self->side == NULL || self->of == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 0; c < values; c++) {
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++) {
            double weight = (double)words->weight[words->word[i]];
            self->length[c] += weight * weight;
        }
        self->length[c] = sqrt(self->length[c]);
    }
    return bina_link_posted_find(&self->posted, words, bina_link_field_extent(self->field));
}

/* How often values will meet. */
static double
count_meetings(const nearing *self)
{
    const bina_link_words *words = &self->field->words;
    double meetings = 0;

    for (uint32_t w = 0; w < words->dictionary.count; w++) {
        double others = (double)posted(self, w);
        for (size_t i = words->similar.start[w]; i < words->similar.start[w + 1]; i++)
            others += (double)posted(self, words->similar.code[i]);
        meetings += (double)posted(self, w) * others;
    }
    return meetings;
}

/* Which values two lists hold; false where one repeats its values: then they name no one thing. */
static bool
take_sides(nearing *self, const bina_link_list *const list[2])
{
    bool named = true;

    memset(self->side, 0, self->field->values.count);
    for (int k = 0; k < 2; k++) {
        uint32_t filled = 0, repeated = 0;
        for (uint32_t r = 0; r < list[k]->rows; r++) {
            uint32_t value = self->field->codes[list[k]->first + r];
            filled += value != 0;
            repeated += value != 0 && (self->side[value] >> k & 1) != 0;
            self->side[value] |= (uint8_t)(1 << k);
        }
        named = named && repeated <= REPEATED * filled;
    }
    self->side[0] = 0;
    return named;
}

static void
offer(nearest *to, uint32_t value, double near)
{
    if (near > to->near || (near >= to->near && value < to->value)) {
        to->next = to->near;
        to->near = near;
        to->value = value;
    } else if (near > to->next) {
        to->next = near;
    }
}

/* Offers a value to another that it is as near to; what a number tells apart is not near. */
static void
offer_to_sides(nearing *self, uint32_t a, uint32_t b, double near)
{
    nearest *to = self->of[a];
    bool heeded = false;

    for (int k = 0; k < 2; k++)
        heeded = heeded || ((self->side[b] >> k & 1) && near >= to[k].next);
    if (!heeded || bina_link_numbers_differ(&self->field->words, a, b))
        return;
    for (int k = 0; k < 2; k++)
        if (self->side[b] >> k & 1)
            offer(&to[k], b, near);
}

/* Adds what a word is worth with the values that hold one like it. */
static void
meet_word(const nearing *self, hand *by, uint32_t a, uint32_t other, double worth)
{
    const bina_link_posted *posts = &self->posted;

    for (size_t p = posts->start[other]; p < posts->start[other + 1] && worth > 0; p++) {
        uint32_t b = posts->value[p];
        if (self->side[b] == 0 || b == a)
            continue;
        if (by->near[b] <= 0)
            by->met[by->count++] = b;
        by->near[b] += worth;
    }
}

/* Finds the nearest of both lists to a value. */
static void
meet(nearing *self, hand *by, uint32_t a)
{
    const bina_link_words *words = &self->field->words;
    const bina_link_similar *similar = &words->similar;

    for (size_t i = words->start[a]; i < words->start[a + 1]; i++) {
        uint32_t w = words->word[i];
        double weight = (double)words->weight[w];
        meet_word(self, by, a, w, weight * weight);
        for (size_t k = similar->start[w]; k < similar->start[w + 1]; k++) {
            uint32_t v = similar->code[k];
            meet_word(self, by, a, v,
                      bina_link_words_similarity(words, w, v) * weight * (double)words->weight[v]);
        }
    }
    memset(self->of[a], 0, sizeof(self->of[a]));
    for (size_t i = 0; i < by->count; i++) {
        uint32_t b = by->met[i];
        double near = by->near[b] / (self->length[a] * self->length[b]);
        offer_to_sides(self, a, b, near < 1 ? near : 1);
        by->near[b] = 0;
    }
    by->count = 0;
}

static bina_status
meet_part(void *of, size_t part)
{
    nearing *self = of;
    size_t values = self->field->values.count, from = part * PART;
    hand by = {calloc(values + 1, sizeof(*by.near)), malloc((values + 1) * sizeof(*by.met)), 0};
    bina_status status = by.near == NULL || by.met == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;

    for (size_t a = from; a < from + PART && a < values && status == BINA_OK; a++)
        if (self->side[a] != 0)
            meet(self, &by, (uint32_t)a);
    free(by.near);
    free(by.met);
    return status;
}

/*
 * How far a value is from the nearest of a list, as a share of how far either is from the next
 * thing; 2 where they are not each other's nearest. Of a value of both lists nothing is said.
 */
static double
part_of(const nearing *self, uint32_t a, int k)
{
    const nearest *to = &self->of[a][k], *back;
    int own = self->side[a] - 1;
    double rival;

    if (own > 1 || to->value == 0 || self->side[to->value] != k + 1)
        return 2;
    back = &self->of[to->value][own];
    if (back->value != a)
        return 2;
    rival = fmax(to->next, back->next);
    if (own != k)
        rival = fmax(rival, fmax(self->of[a][own].near, self->of[to->value][k].near));
    return rival < 1 ? (1 - to->near) / (1 - rival) : 2;
}

/*
 * The mildest step at which pairs of two lists are right as often as is asked for. That a value of
 * the shorter list comes as near to one that it is not, is as likely as within the longer list.
 */
static double
choose_step(const nearing *self, double link)
{
    double values[2] = {0, 0}, inside[2][STEPS] = {{0}}, across[STEPS] = {0};

    for (uint32_t a = 1; a < self->field->values.count; a++) {
        int own = self->side[a] - 1;
        if (own < 0 || own > 1)
            continue;
        values[own]++;
        for (int s = 0; s < STEPS; s++) {
            inside[own][s] += part_of(self, a, own) < apart[s];
            across[s] += own == 0 && part_of(self, a, 1) < apart[s];
        }
    }
    for (int s = 0; s < STEPS; s++) {
        int longer = values[1] > values[0];
        double left = values[1 - longer] - across[s];
        double wrong = values[longer] > 0 ? left * inside[longer][s] / values[longer] : 0;
        if (across[s] > 0 && wrong <= (1 - link) * across[s])
            return apart[s];
    }
    return 0;
}

/* Adds the pairs of two lists that are near enough. */
static bina_status
keep(const nearing *self, double step, uint64_t **pair, size_t *room, size_t *count)
{
    for (uint32_t a = 1; a < self->field->values.count; a++) {
        uint32_t b = self->of[a][1].value;
        if (self->side[a] != 1 || part_of(self, a, 1) >= step)
            continue;
        if (!bina_vector_reserve(pair, room, *count + 1, sizeof(**pair)))
            return BINA_ERR_NO_MEMORY;
        (*pair)[(*count)++] = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
    }
    return BINA_OK;
}

bool
bina_link_nearest_is_of_use(const bina_link_plan *plan, const bina_link_field *field,
                            const bina_link_table *table)
{
    return plan->count == 1 && table->list_count > 1 && field->spec->compare == BINA_LINK_WORDS &&
           field->similar.start != NULL && field->words.similar.start != NULL;
}

bina_status
bina_link_nearest_find(bina_link_field *field, const bina_link_table *table, double link,
                       unsigned threads, bool *found)
{
    nearing self = {.field = field};
    uint64_t *pair = NULL;
    size_t room = 0, count = 0, kept = 0;
    double lists = table->list_count;
    bina_status status = measure(&self);

    if (status == BINA_OK && count_meetings(&self) * lists * (lists - 1) / 2 > MOST)
        lists = 0;
    for (uint32_t l = 0; l < (uint32_t)lists; l++)
        for (uint32_t m = l + 1; m < (uint32_t)lists && status == BINA_OK; m++) {
            const bina_link_list *const list[2] = {table->lists[l], table->lists[m]};
            if (!take_sides(&self, list))
                continue;
            status = bina_parallel(threads, field->values.count / PART + 1, meet_part, &self);
            if (status == BINA_OK)
                status = keep(&self, choose_step(&self, link), &pair, &room, &count);
        }
    if (status == BINA_OK)
        status = bina_linkage_sort(pair, count);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || pair[i] != pair[kept - 1])
            pair[kept++] = pair[i];
    *found = kept > 0;
    if (status == BINA_OK)
        status = bina_link_field_equate(field, pair, kept);
    free(pair);
    bina_link_posted_drop(&self.posted);
    free(self.length);
    free(self.side);
    free(self.of);
    return status;
}
