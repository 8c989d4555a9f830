/* Scoring given pairs: as arrays, and as a stream of records. */
#include <bina/score.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/handle.h"
#include "linkage/scorer.h"
#include "model/batch.h"
#include "model/cursor.h"

/* Names of the columns of pairs, by the slots of the description "linkage_score". */
static const char *const columns[] = {"list_a", "row_a", "list_b", "row_b"};

/* What a batch of pairs needs, kept from one to the next. */
typedef struct space {
    uint32_t *a, *b;
    double *weight;
    uint64_t *pattern;
    size_t pairs;
} space;

typedef struct stream {
    bina_linkage *linkage; /* held */
    bina_cursor *pairs;
    bina_description *description;
    int column[4]; /* of the pairs; -1 for none */
    space room;
} stream;

static void
room_drop(space *self)
{
    free(self->a);
    free(self->b);
    free(self->weight);
    free(self->pattern);
    memset(self, 0, sizeof(*self));
}

static bina_status
make_room(space *self, size_t pairs)
{
    if (pairs <= self->pairs)
        return BINA_OK;
    room_drop(self);
    self->a = malloc(pairs * sizeof(*self->a));
    self->b = malloc(pairs * sizeof(*self->b));
    self->weight = malloc(pairs * sizeof(*self->weight));
    self->pattern = malloc(pairs * sizeof(*self->pattern));
    if (self->a == NULL || self->b == NULL || self->weight == NULL || self->pattern == NULL) {
        room_drop(self);
        return BINA_ERR_NO_MEMORY;
    }
    self->pairs = pairs;
    return BINA_OK;
}

/* ---- readiness ---- */

/* Makes the scorer when there is none yet. */
static bina_status
make_ready(bina_linkage *linkage)
{
    bina_status status;

    bina_error_clear(&linkage->error);
    if (!linkage->begun || linkage->engine.stage <= BINA_LINK_STAGE_FIT)
        return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                              "pairs can be scored once the linkage has a model",
                              "pasangan baru dapat dinilai setelah penautan memiliki model");
    if (linkage->scorer != NULL)
        return BINA_OK;
    linkage->scorer = calloc(1, sizeof(*linkage->scorer));
    if (linkage->scorer == NULL)
        return bina_error_plain(&linkage->error, BINA_ERR_NO_MEMORY);
    status = bina_link_scorer_init(linkage->scorer, &linkage->engine);
    if (status != BINA_OK) {
        free(linkage->scorer);
        linkage->scorer = NULL;
        return bina_error_plain(&linkage->error, status);
    }
    return BINA_OK;
}

/* ---- arrays ---- */

#define AT_ONCE 1024  /* pairs of which the numbers of rows are at hand */
#define PART    32768 /* that one thread does at once */

typedef struct arrays {
    const bina_linkage *linkage;
    const bina_link_list *list[2];
    const int64_t *row[2];
    size_t count;
    double *weight;   /* may be NULL */
    uint64_t *levels; /* may be NULL */
} arrays;

/* Numbers of rows of a list as global ones; how many, up to the first that is not there. */
static size_t
number_through(const bina_link_list *list, const int64_t *row, size_t count, uint32_t *global)
{
    for (size_t i = 0; i < count; i++) {
        if (row[i] < 1 || row[i] > (int64_t)list->rows)
            return i;
        global[i] = list->first + (uint32_t)(row[i] - 1);
    }
    return count;
}

static bina_status
score_some(const arrays *given, size_t from, size_t count)
{
    int fields = given->linkage->plan.count;
    uint64_t mask = ((uint64_t)1 << (BINA_LINK_BITS * (unsigned)fields)) - 1;
    uint64_t same = given->list[0] == given->list[1] ? BINA_LINK_SAME_LIST : 0;
    uint32_t global[2][AT_ONCE];
    double own_weight[AT_ONCE], *weight = own_weight;
    uint64_t own_levels[AT_ONCE], *levels = own_levels;
    bina_status status;

    for (int i = 0; i < 2; i++)
        if (number_through(given->list[i], given->row[i] + from, count, global[i]) < count)
            return BINA_ERR_NOT_FOUND;
    if (given->weight != NULL)
        weight = given->weight + from;
    if (given->levels != NULL)
        levels = given->levels + from;
    for (size_t i = 0; i < count; i++)
        levels[i] = same;
    status =
        bina_link_scorer_take(given->linkage->scorer, global[0], global[1], count, weight, levels);
    for (size_t i = 0; i < count; i++)
        levels[i] &= mask;
    return status;
}

static bina_status
score_part(void *self, size_t part)
{
    const arrays *given = self;
    size_t from = part * PART, end = given->count - from < PART ? given->count : from + PART;
    bina_status status = BINA_OK;

    for (; from < end && status == BINA_OK; from += AT_ONCE)
        status = score_some(given, from, end - from < AT_ONCE ? end - from : AT_ONCE);
    return status;
}

/* Tells of the first row that is not there. */
static bina_status
tell_missing(const arrays *given, bina_error *error)
{
    for (size_t i = 0; i < given->count; i++)
        for (int k = 0; k < 2; k++) {
            uint32_t global;
            if (number_through(given->list[k], given->row[k] + i, 1, &global) == 0)
                return bina_link_no_row(given->linkage, error, given->list[k]->name, given->row[k][i]);
        }
    return BINA_ERR_NOT_FOUND;
}

static bina_status
score_arrays(bina_linkage *linkage, arrays *given)
{
    size_t parts = (given->count + PART - 1) / PART;
    bina_status status = bina_parallel(linkage->engine.threads, parts, score_part, given);

    return status == BINA_ERR_NOT_FOUND ? tell_missing(given, &linkage->error) : status;
}

bina_status
bina_linkage_score_rows(bina_linkage *linkage, const char *list_a, const int64_t *row_a,
                        const char *list_b, const int64_t *row_b, size_t count, double *weight,
                        uint64_t *levels)
{
    const char *const name[2] = {list_a, list_b};
    arrays given = {linkage, {NULL, NULL}, {row_a, row_b}, count, weight, levels};
    bina_status status = make_ready(linkage);

    for (int i = 0; i < 2 && status == BINA_OK; i++) {
        given.list[i] = name[i] == NULL ? NULL : bina_link_table_find(&linkage->table, name[i]);
        if (given.list[i] == NULL)
            return bina_link_no_list(linkage, &linkage->error, name[i]);
    }
    if (status == BINA_OK)
        status = score_arrays(linkage, &given);
    if (status != BINA_OK && bina_error_status(&linkage->error) == BINA_OK)
        bina_error_plain(&linkage->error, status);
    return status;
}

/* ---- streams ---- */

/* A column of names or rows of lists as it stands in a batch. */
typedef struct side {
    const bina_link_list *usual; /* where none is named */
    const bina_link_list *list;  /* of the last row looked at */
    const int32_t *name_offsets, *row_offsets;
    const char *names, *row_texts;
    const uint8_t *named, *numbered; /* validity */
    const int64_t *rows;             /* NULL where they are texts, as in a CSV file */
} side;

static bool
holds(const uint8_t *validity, size_t row)
{
    return validity == NULL || (validity[row >> 3] >> (row & 7) & 1);
}

/* Texts of a batch may hold any bytes, and have no end of their own. */
static bool
is_named(const bina_link_list *list, const char *name, size_t length)
{
    return strlen(list->name) == length && memcmp(list->name, name, length) == 0;
}

/* The list of a row of a batch: mostly that of the row before. */
static bina_status
find_list(const stream *self, side *at, size_t row, bina_error *error)
{
    const bina_link_table *table = &self->linkage->table;
    const char *name;
    size_t length;
    char text[128];

    if (at->name_offsets == NULL || !holds(at->named, row)) {
        at->list = at->usual;
        return BINA_OK;
    }
    name = at->names + at->name_offsets[row];
    length = (size_t)(at->name_offsets[row + 1] - at->name_offsets[row]);
    if (is_named(at->list, name, length))
        return BINA_OK;
    for (uint32_t l = 0; l < table->list_count; l++)
        if (is_named(table->lists[l], name, length)) {
            at->list = table->lists[l];
            return BINA_OK;
        }
    if (length >= sizeof(text))
        length = sizeof(text) - 1;
    memcpy(text, name, length);
    text[length] = '\0';
    return bina_link_no_list(self->linkage, error, text);
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

/* One side of a batch of pairs: global rows, and the names of the lists beside the scores. */
static bina_status
read_side(const stream *self, const bina_batch *given, int which, bina_batch *batch,
          uint32_t *global, bina_error *error)
{
    const bina_link_table *table = &self->linkage->table;
    const bina_link_list *usual =
        table->lists[self->linkage->order[which == 0 ? 0 : table->list_count - 1]];
    int list_column = self->column[2 * which], row_column = self->column[2 * which + 1];
    size_t rows = bina_batch_rows(given);
    side at = {.usual = usual, .list = usual};
    int64_t *row_out = bina_batch_fill_integers(batch, 2 * which + 1);
    bina_status status = BINA_OK;

    at.rows = bina_batch_integers(given, row_column);
    at.numbered = bina_batch_validity(given, row_column);
    if (at.rows == NULL)
        bina_batch_texts(given, row_column, &at.row_offsets, &at.row_texts);
    if (list_column >= 0) {
        bina_batch_texts(given, list_column, &at.name_offsets, &at.names);
        at.named = bina_batch_validity(given, list_column);
    }
    for (size_t i = 0; i < rows && status == BINA_OK; i++) {
        int64_t row = find_row(&at, i);
        status = find_list(self, &at, i, error);
        if (status == BINA_OK && (row < 1 || row > (int64_t)at.list->rows))
            status = bina_link_no_row(self->linkage, error, at.list->name, row);
        if (status != BINA_OK)
            break;
        global[i] = at.list->first + (uint32_t)(row - 1);
        row_out[i] = row;
        status = bina_batch_set_text(batch, 2 * which, i, at.list->name, strlen(at.list->name));
    }
    return status;
}

static void
write_scores(const stream *self, bina_batch *batch)
{
    const space *room = &self->room;
    size_t rows = bina_batch_rows(batch);
    double *probability = bina_batch_fill_reals(batch, BINA_LINKAGE_SCORE_PROBABILITY);

    memcpy(bina_batch_fill_reals(batch, BINA_LINKAGE_SCORE_WEIGHT), room->weight,
           rows * sizeof(*room->weight));
    for (size_t i = 0; i < rows; i++)
        probability[i] = bina_link_probability(room->weight[i]);
    for (int f = 0; f < self->linkage->plan.count; f++) {
        int64_t *level = bina_batch_fill_integers(batch, BINA_LINKAGE_SCORE_LEVELS + f);
        for (size_t i = 0; i < rows; i++)
            level[i] = bina_link_pattern_level(room->pattern[i], f);
    }
}

static bina_status
next_batch(void *source, bina_batch *batch, bina_error *error)
{
    stream *self = source;
    const bina_batch *given;
    bina_status status = bina_cursor_next_batch(self->pairs, &given);

    if (status < 0)
        bina_error_copy(error, bina_cursor_error(self->pairs));
    if (status != BINA_OK || bina_batch_rows(given) == 0)
        return status;
    status = make_room(&self->room, bina_batch_rows(given));
    if (status == BINA_OK)
        status = bina_batch_add_rows(batch, bina_batch_rows(given));
    if (status == BINA_OK)
        status = read_side(self, given, 0, batch, self->room.a, error);
    if (status == BINA_OK)
        status = read_side(self, given, 1, batch, self->room.b, error);
    if (status == BINA_OK)
        status =
            bina_link_scorer_take(self->linkage->scorer, self->room.a, self->room.b,
                                  bina_batch_rows(given), self->room.weight, self->room.pattern);
    if (status == BINA_OK)
        write_scores(self, batch);
    return status;
}

static void
stream_free(void *source)
{
    stream *self = source;

    room_drop(&self->room);
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
        bina_type held = BINA_TEXT;
        self->column[i] = bina_description_find(given, columns[i]);
        if (self->column[i] >= 0)
            held =
                bina_type_held_as(bina_field_type(bina_description_field(given, self->column[i])));
        if (row && (self->column[i] < 0 || held == BINA_REAL))
            return bina_error_set(
                error, BINA_ERR_USAGE, "pairs need a column \"%s\" of whole numbers",
                "pasangan memerlukan kolom \"%s\" berisi bilangan bulat", columns[i]);
        if (!row && held != BINA_TEXT)
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
    bina_status status = make_ready(linkage);

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
