/*
 * Scoring given pairs as a stream of records: some thousands at once, in parts, each by one thread,
 * which reads the pairs and writes what comes of them. Names of lists are written in the end.
 */
#include <bina/score.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/score.h"
#include "linkage/score_pairs.h"
#include "model/batch.h"
#include "model/cursor.h"

/* Pairs scored at once, in parts that a thread takes: those stay in the near caches. */
#define AT_ONCE 32768u
#define PART    1024u

typedef struct stream {
    bina_linkage *linkage; /* held */
    bina_cursor *source;
    bina_description *description;
    bina_link_pairs pairs;
    const bina_batch *given;
    size_t first, count;            /* which pairs of it are scored */
    const bina_link_list **list[2]; /* of each pair; NULL where there is no column of names */
    int64_t *row[2];                /* out, as all that follow */
    double *weight, *probability;
    int64_t *level[BINA_LINK_FIELDS];
} stream;

static bina_status
make_room(stream *self)
{
    for (int k = 0; k < 2; k++) {
        if (self->pairs.column[2 * k] < 0)
            continue;
        self->list[k] = malloc(AT_ONCE * sizeof(const bina_link_list *));
        if (self->list[k] == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

static const bina_link_list *
list_of(const stream *self, int side, size_t pair)
{
    return self->list[side] != NULL ? self->list[side][pair] : self->pairs.side[side].usual;
}

/* What is known of pairs before they are looked at: whether both rows are of one list. */
static void
begin_patterns(const stream *self, size_t from, size_t count, uint64_t *pattern)
{
    for (size_t i = 0; i < count; i++)
        pattern[i] =
            list_of(self, 0, from + i) == list_of(self, 1, from + i) ? BINA_LINK_SAME_LIST : 0;
}

static bina_status
score_part(void *given, size_t part)
{
    const stream *self = given;
    size_t from = part * PART, count = self->count - from < PART ? self->count - from : PART;
    double *weight = self->weight + from, *probability = self->probability + from;
    uint32_t global[2][PART];
    uint64_t pattern[PART];
    bina_status status;

    for (int k = 0; k < 2; k++)
        if (!bina_link_pairs_read(&self->pairs, k, self->first + from, count,
                                  self->list[k] != NULL ? self->list[k] + from : NULL,
                                  self->row[k] + from, global[k]))
            return BINA_ERR_NOT_FOUND;
    begin_patterns(self, from, count, pattern);
    status =
        bina_link_scorer_take(self->linkage->scorer, global[0], global[1], count, weight, pattern);
    if (status != BINA_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        probability[i] = bina_link_probability(weight[i]);
    for (int f = 0; f < self->linkage->plan.count; f++) {
        int64_t *level = self->level[f] + from;
        for (size_t i = 0; i < count; i++)
            level[i] = bina_link_pattern_level(pattern[i], f);
    }
    return BINA_OK;
}

/* Where the scores go. */
static void
find_columns(stream *self, bina_batch *batch)
{
    for (int k = 0; k < 2; k++)
        self->row[k] = bina_batch_fill_integers(batch, 2 * k + 1);
    self->weight = bina_batch_fill_reals(batch, BINA_LINKAGE_SCORE_WEIGHT);
    self->probability = bina_batch_fill_reals(batch, BINA_LINKAGE_SCORE_PROBABILITY);
    for (int f = 0; f < self->linkage->plan.count; f++)
        self->level[f] = bina_batch_fill_integers(batch, BINA_LINKAGE_SCORE_LEVELS + f);
}

static bina_status
write_names(const stream *self, bina_batch *batch)
{
    bina_status status = BINA_OK;

    for (int k = 0; k < 2; k++)
        for (size_t from = 0, end; from < self->count && status == BINA_OK; from = end) {
            const bina_link_list *list = list_of(self, k, from);
            end = self->list[k] == NULL ? self->count : from + 1;
            while (end < self->count && self->list[k][end] == list)
                end++;
            status = bina_batch_set_texts(batch, 2 * k, from, end - from, list->name,
                                          strlen(list->name));
        }
    return status;
}

/* Goes on to the next pairs: of the same batch, or of another. BINA_DONE after the last. */
static bina_status
next_pairs(stream *self, bina_error *error)
{
    bina_status status = BINA_OK;
    size_t left;

    self->first += self->count;
    self->count = 0;
    while (status == BINA_OK &&
           (self->given == NULL || self->first == bina_batch_rows(self->given))) {
        self->given = NULL;
        self->first = 0;
        status = bina_cursor_next_batch(self->source, &self->given);
    }
    if (status < 0)
        bina_error_copy(error, bina_cursor_error(self->source));
    if (status != BINA_OK)
        return status;
    bina_link_pairs_turn(&self->pairs, self->given);
    left = bina_batch_rows(self->given) - self->first;
    self->count = left < AT_ONCE ? left : AT_ONCE;
    return BINA_OK;
}

static bina_status
next_batch(void *source, bina_batch *batch, bina_error *error)
{
    stream *self = source;
    bina_status status = next_pairs(self, error);

    if (status == BINA_OK)
        status = bina_batch_add_rows(batch, self->count);
    if (status != BINA_OK)
        return status;
    find_columns(self, batch);
    status = bina_parallel(self->linkage->engine.threads, (self->count + PART - 1) / PART,
                           score_part, self);
    if (status == BINA_ERR_NOT_FOUND)
        status = bina_link_pairs_tell_missing(&self->pairs, self->first, self->count, error);
    return status == BINA_OK ? write_names(self, batch) : status;
}

static void
stream_free(void *source)
{
    stream *self = source;

    for (int k = 0; k < 2; k++)
        free(self->list[k]);
    bina_cursor_free(self->source);
    bina_description_free(self->description);
    bina_linkage_free(self->linkage);
    free(self);
}

static bina_status
describe(stream *self)
{
    static const bina_link_slot slots[] = {
        {"list_a", BINA_TEXT, 0, "The list of the first row."},
        {"row_a", BINA_INT, 0, "The first row, from 1."},
        {"list_b", BINA_TEXT, 0, "The list of the second row."},
        {"row_b", BINA_INT, 0, "The second row, from 1."},
        {"weight", BINA_REAL, 0, "Log2 of the odds that both are one."},
        {"probability", BINA_REAL, 0, "The probability that both are one."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_plan *plan = &self->linkage->plan;

    self->description = bina_link_describe("linkage_score", "A given pair and its weight.", slots);
    for (int f = 0; self->description != NULL && f < plan->count; f++) {
        size_t room = sizeof("level_") + strlen(plan->field[f].name);
        char *name = malloc(room);
        int slot = BINA_ERR_NO_MEMORY;
        if (name != NULL) {
            snprintf(name, room, "level_%s", plan->field[f].name);
            slot = bina_description_add_field(self->description, name, BINA_INT, NULL,
                                              "How alike both are in this field.", 0);
        }
        free(name);
        if (slot < 0)
            return (bina_status)slot;
    }
    return self->description == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

bina_status
bina_linkage_score(bina_linkage *linkage, bina_cursor *pairs, bina_cursor **scores)
{
    static const bina_source source = {NULL, next_batch, stream_free};
    stream *self;
    bina_status status = bina_link_score_ready(linkage);

    *scores = NULL;
    if (status != BINA_OK) {
        bina_cursor_free(pairs);
        return status;
    }
    self = calloc(1, sizeof(*self));
    if (self == NULL || pairs == NULL) {
        free(self);
        bina_cursor_free(pairs);
        return bina_error_plain(&linkage->error,
                                self == NULL ? BINA_ERR_NO_MEMORY : BINA_ERR_USAGE);
    }
    self->linkage = bina_link_hold(linkage);
    self->source = pairs;
    status = bina_link_pairs_init(&self->pairs, linkage, bina_cursor_description(pairs),
                                  &linkage->error);
    if (status == BINA_OK)
        status = describe(self);
    if (status == BINA_OK)
        status = make_room(self);
    if (status == BINA_OK) {
        *scores = bina_cursor_new(self->description, &source, self);
        if (*scores == NULL)
            status = BINA_ERR_NO_MEMORY;
    } else {
        stream_free(self);
    }
    if (status != BINA_OK && bina_error_status(&linkage->error) == BINA_OK)
        bina_error_plain(&linkage->error, status);
    return status;
}
