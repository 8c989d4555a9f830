/*
 * Scoring given pairs as a stream of records: some thousands at once, in parts, each by one thread,
 * which reads the pairs and writes what comes of them. Names of lists are written in the end.
 */
#include <bina/score.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/text.h"
#include "linkage/score.h"
#include "model/batch.h"
#include "model/cursor.h"

/* Names of the columns of pairs, by the slots of the description "linkage_score". */
static const char *const columns[] = {"list_a", "row_a", "list_b", "row_b"};

/* A row of a pair as it is given: one side of a batch. */
typedef struct side {
    const bina_link_list *usual; /* where none is named */
    const int32_t *name_offsets, *row_offsets;
    const char *names, *row_texts;
    const uint8_t *named, *numbered; /* validity */
    const int64_t *rows;             /* NULL where they are texts, as in a CSV file */
    int64_t *row;                    /* out */
    uint32_t *global;
    const bina_link_list **list;
} side;

/* Pairs scored at once, in parts that a thread takes: their records stay in the near caches. */
#define AT_ONCE 8192u
#define PART    1024u

typedef struct stream {
    bina_linkage *linkage; /* held */
    bina_cursor *pairs;
    bina_description *description;
    int column[4]; /* of the pairs; -1 for none */
    side side[2];
    const bina_batch *given;
    size_t first, count; /* which pairs of it are scored */
    uint64_t *pattern;
    double *weight, *probability;     /* out */
    int64_t *level[BINA_LINK_FIELDS]; /* out */
} stream;

static bina_status
make_room(stream *self)
{
    bool made;

    self->pattern = malloc(AT_ONCE * sizeof(*self->pattern));
    made = self->pattern != NULL;
    for (int k = 0; k < 2; k++) {
        side *at = &self->side[k];
        at->global = malloc(AT_ONCE * sizeof(*at->global));
        at->list = malloc(AT_ONCE * sizeof(*at->list));
        made = made && at->global != NULL && at->list != NULL;
    }
    return made ? BINA_OK : BINA_ERR_NO_MEMORY;
}

/* ---- reading ---- */

static bool
holds(const uint8_t *validity, size_t row)
{
    return validity == NULL || (validity[row >> 3] >> (row & 7) & 1);
}

/* The name of a list in a row of a batch; NULL when none is named. It has no end of its own. */
static const char *
name_at(const side *at, size_t row, size_t *length)
{
    if (at->name_offsets == NULL || !holds(at->named, row))
        return NULL;
    *length = (size_t)(at->name_offsets[row + 1] - at->name_offsets[row]);
    return at->names + at->name_offsets[row];
}

static bool
is_named(const bina_link_list *list, const char *name, size_t length)
{
    return strlen(list->name) == length && memcmp(list->name, name, length) == 0;
}

/* The list of a row of a batch, mostly that of the row before; NULL when there is none. */
static inline const bina_link_list *
find_list(const stream *self, const side *at, size_t row, const bina_link_list *before)
{
    const bina_link_table *table = &self->linkage->table;
    size_t length;
    const char *name = name_at(at, row, &length);

    if (name == NULL)
        return at->usual;
    if (before != NULL && is_named(before, name, length))
        return before;
    for (uint32_t l = 0; l < table->list_count; l++)
        if (is_named(table->lists[l], name, length))
            return table->lists[l];
    return NULL;
}

/* The number of a row, from 1; 0 for none. */
static int64_t
find_row(const side *at, size_t row)
{
    char text[24], *end;
    size_t length;
    int64_t number;

    if (!holds(at->numbered, row))
        return 0;
    if (at->rows != NULL)
        return at->rows[row];
    length = (size_t)(at->row_offsets[row + 1] - at->row_offsets[row]);
    if (length == 0 || length >= sizeof(text))
        return 0;
    memcpy(text, at->row_texts + at->row_offsets[row], length);
    text[length] = '\0';
    number = strtoll(text, &end, 10);
    return *end == '\0' ? number : 0;
}

/* One side of a part: false when a list or a row is not there. */
static bool
read_side(const stream *self, const side *at, size_t from, size_t end)
{
    const bina_link_list *list = NULL;

    for (size_t i = from; i < end; i++) {
        int64_t row = find_row(at, self->first + i);
        uint32_t place;
        list = find_list(self, at, self->first + i, list);
        if (list == NULL || !bina_link_numbering_find(&list->numbering, row, list->rows, &place))
            return false;
        at->list[i] = list;
        at->row[i] = row;
        at->global[i] = list->first + place;
    }
    return true;
}

/* Tells of the first list or row that is not there. */
static bina_status
tell_missing(const stream *self, bina_error *error)
{
    for (size_t i = self->first; i < self->first + self->count; i++)
        for (int k = 0; k < 2; k++) {
            const side *at = &self->side[k];
            const bina_link_list *list = find_list(self, at, i, NULL);
            char text[128];
            size_t length = 0;
            const char *name = name_at(at, i, &length);
            uint32_t place;
            if (list != NULL &&
                bina_link_numbering_find(&list->numbering, find_row(at, i), list->rows, &place))
                continue;
            if (list != NULL && find_row(at, i) == 0 &&
                (at->rows == NULL || !holds(at->numbered, i)))
                return bina_error_set(error, BINA_ERR_NOT_FOUND, "a pair has no row in \"%s\"",
                                      "sebuah pasangan tanpa baris pada \"%s\"",
                                      columns[2 * k + 1]);
            if (list != NULL)
                return bina_link_no_row(self->linkage, error, list->name, find_row(at, i));
            if (length >= sizeof(text))
                length = sizeof(text) - 1;
            memcpy(text, name, length);
            text[length] = '\0';
            bina_text_trim_partial(text);
            return bina_link_no_list(self->linkage, error, text);
        }
    return BINA_ERR_NOT_FOUND;
}

/* ---- batches ---- */

static bina_status
score_part(void *given, size_t part)
{
    const stream *self = given;
    size_t from = part * PART, end = self->count - from < PART ? self->count : from + PART;
    const side *a = &self->side[0], *b = &self->side[1];
    bina_status status;

    if (!read_side(self, a, from, end) || !read_side(self, b, from, end))
        return BINA_ERR_NOT_FOUND;
    for (size_t i = from; i < end; i++)
        self->pattern[i] = a->list[i] == b->list[i] ? BINA_LINK_SAME_LIST : 0;
    status = bina_link_scorer_take(self->linkage->scorer, a->global + from, b->global + from,
                                   end - from, self->weight + from, self->pattern + from);
    if (status != BINA_OK)
        return status;
    for (size_t i = from; i < end; i++)
        self->probability[i] = bina_link_probability(self->weight[i]);
    for (int f = 0; f < self->linkage->plan.count; f++) {
        int64_t *level = self->level[f];
        for (size_t i = from; i < end; i++)
            level[i] = bina_link_pattern_level(self->pattern[i], f);
    }
    return BINA_OK;
}

/* Where the pairs are, and where their scores go. */
static void
find_batch(stream *self, bina_batch *batch)
{
    const bina_batch *given = self->given;
    const bina_link_table *table = &self->linkage->table;

    for (int k = 0; k < 2; k++) {
        side *at = &self->side[k];
        int list = self->column[2 * k], row = self->column[2 * k + 1];
        at->usual = table->lists[self->linkage->order[k == 0 ? 0 : table->list_count - 1]];
        at->rows = bina_batch_integers(given, row);
        at->numbered = bina_batch_validity(given, row);
        if (at->rows == NULL)
            bina_batch_texts(given, row, &at->row_offsets, &at->row_texts);
        if (list >= 0) {
            bina_batch_texts(given, list, &at->name_offsets, &at->names);
            at->named = bina_batch_validity(given, list);
        }
        at->row = bina_batch_fill_integers(batch, 2 * k + 1);
    }
    self->weight = bina_batch_fill_reals(batch, BINA_LINKAGE_SCORE_WEIGHT);
    self->probability = bina_batch_fill_reals(batch, BINA_LINKAGE_SCORE_PROBABILITY);
    for (int f = 0; f < self->linkage->plan.count; f++)
        self->level[f] = bina_batch_fill_integers(batch, BINA_LINKAGE_SCORE_LEVELS + f);
}

static bina_status
write_names(const stream *self, bina_batch *batch)
{
    bina_status status = BINA_OK;

    for (int k = 0; k < 2; k++) {
        const bina_link_list *const *list = self->side[k].list;
        size_t from = 0;
        while (from < self->count && status == BINA_OK) {
            size_t end = from + 1;
            while (end < self->count && list[end] == list[from])
                end++;
            status = bina_batch_set_texts(batch, 2 * k, from, end - from, list[from]->name,
                                          strlen(list[from]->name));
            from = end;
        }
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
        status = bina_cursor_next_batch(self->pairs, &self->given);
    }
    if (status < 0)
        bina_error_copy(error, bina_cursor_error(self->pairs));
    if (status != BINA_OK)
        return status;
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
    find_batch(self, batch);
    status = bina_parallel(self->linkage->engine.threads, (self->count + PART - 1) / PART,
                           score_part, self);
    if (status == BINA_ERR_NOT_FOUND)
        status = tell_missing(self, error);
    return status == BINA_OK ? write_names(self, batch) : status;
}

static void
stream_free(void *source)
{
    stream *self = source;

    for (int k = 0; k < 2; k++) {
        free(self->side[k].global);
        free(self->side[k].list);
    }
    free(self->pattern);
    bina_cursor_free(self->pairs);
    bina_description_free(self->description);
    bina_linkage_free(self->linkage);
    free(self);
}

/* Which columns of the pairs tell lists and rows. */
static bina_status
find_columns(stream *self, bina_error *error)
{
    const bina_description *given = bina_cursor_description(self->pairs);

    for (int i = 0; i < 4; i++) {
        bool row = i % 2 == 1;
        bina_type type = BINA_TEXT;
        self->column[i] = bina_description_find(given, columns[i]);
        if (self->column[i] >= 0)
            type = bina_field_type(bina_description_field(given, self->column[i]));
        if (row &&
            (self->column[i] < 0 || (type != BINA_INT && bina_type_held_as(type) != BINA_TEXT)))
            return bina_error_set(
                error, BINA_ERR_USAGE, "pairs need a column \"%s\" of whole numbers",
                "pasangan memerlukan kolom \"%s\" berisi bilangan bulat", columns[i]);
        if (!row && bina_type_held_as(type) != BINA_TEXT)
            return bina_error_set(error, BINA_ERR_USAGE, "the column \"%s\" of pairs must be text",
                                  "kolom \"%s\" dari pasangan harus berupa teks", columns[i]);
    }
    return BINA_OK;
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
    self->pairs = pairs;
    status = find_columns(self, &linkage->error);
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
