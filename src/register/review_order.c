/* Which pairs to ask people about, and in which order: what teaches most comes first. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/review.h>
#include <bina/rows.h>
#include "base/error.h"
#include "base/options.h"
#include "base/text.h"
#include "base/vector.h"
#include "model/id.h"
#include "register/link.h"
#include "register/result.h"
#include "register/review_forest.h"
#include "store/sql.h"

/* In the order in which they are asked. */
typedef enum state { DISPUTED, OPEN, DECIDED, CANNOT_TELL, FOLLOWS } state;

static const char *const state_words[] = {"disputed", "open", "decided", "cannot_tell", "follows"};

typedef struct asked {
    bina_id pair, first, second;
    bina_id one, two; /* the registrants its rows stand for */
    double weight, probability, gain;
    int64_t judgements;
    state state;
    bool listed; /* to be asked; the others only tell what follows from them */
    bool same;   /* decided: both are one */
} asked;

typedef struct order {
    bina_store *store;
    bool by_lot;
    asked *items;
    size_t count, capacity;
    bina_review_forest joined;
} order;

enum {
    PAIR,
    FIRST,
    SECOND,
    WEIGHT,
    PROBABILITY,
    VERDICT,
    IS_DISPUTED,
    JUDGEMENTS,
    ONE,
    TWO,
    MINE,
    INSIDE
};

static const char pairs_sql[] =
    "SELECT pair.id, pair.first, pair.second, pair.weight, pair.probability, pair.verdict,"
    "  coalesce(pair.disputed, 0), coalesce(pair.judgements, 0), a.party, b.party,"
    "  EXISTS (SELECT 1 FROM judgements AS j"
    "           WHERE j.pair = pair.id AND lower(j.reviewer) = lower(?1))"
    "    OR (coalesce(pair.judgements, 0) = 0 AND pair.decided_by IS NOT NULL"
    "      AND lower(pair.decided_by) = lower(?1)),"
    "  ?2 IS NULL OR a.region = ?2 OR substr(a.region, 1, length(?2) + 1) = ?2 || '.'"
    "    OR b.region = ?2 OR substr(b.region, 1, length(?2) + 1) = ?2 || '.'"
    "  FROM pairs AS pair"
    "  JOIN source_records AS a ON a.id = pair.first AND a.state <> 'withdrawn'"
    "  JOIN source_records AS b ON b.id = pair.second AND b.state <> 'withdrawn'"
    " ORDER BY pair.id";

static const bina_column columns[] = {
    {"pair", .type = BINA_INT},         {"first", .type = BINA_INT},
    {"second", .type = BINA_INT},       {"weight", .type = BINA_REAL},
    {"probability", .type = BINA_REAL}, {"verdict", .type = BINA_TEXT},
    {"disputed", .type = BINA_INT},     {"judgements", .type = BINA_INT},
    {"one", .type = BINA_INT},          {"two", .type = BINA_INT},
    {"mine", .type = BINA_INT},         {"inside", .type = BINA_INT},
};

/* How a pair stands for this reviewer, and whether it is to be asked. */
static void
classify(asked *item, const bina_record *row, const bina_review_options *options)
{
    const char *verdict = bina_record_text(row, VERDICT);
    bool mine = bina_record_int(row, MINE) != 0, inside = bina_record_int(row, INSIDE) != 0;

    item->same = bina_verdict_sense(verdict) > 0;
    if (verdict == NULL)
        item->state = bina_record_int(row, IS_DISPUTED) != 0 ? DISPUTED : OPEN;
    else
        item->state = strcmp(verdict, "cannot_tell") == 0 ? CANNOT_TELL : DECIDED;
    if (options->disputed)
        item->listed = inside && item->state == DISPUTED;
    else
        item->listed = inside && !mine && (item->state == DECIDED) == options->second;
}

static bina_status
load(order *self, const bina_review_options *options)
{
    const char *actor = bina_store_actor(self->store);
    const char *reviewer = options->reviewer != NULL ? options->reviewer : actor;
    const bina_value values[] = {bina_text(reviewer != NULL ? reviewer : ""),
                                 bina_text(options->region)};
    const bina_sql sql = {.text = pairs_sql, .values = values, .count = 2, .known_at = -1};
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status =
        bina_sql_select(self->store, columns, sizeof columns / sizeof *columns, &sql, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        asked *item;
        if (!bina_vector_reserve(&self->items, &self->capacity, self->count + 1,
                                 sizeof *self->items)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        item = &self->items[self->count++];
        memset(item, 0, sizeof *item);
        item->pair = bina_record_int(row, PAIR);
        item->first = bina_record_int(row, FIRST);
        item->second = bina_record_int(row, SECOND);
        item->weight = bina_record_real(row, WEIGHT);
        item->probability = bina_record_get(row, PROBABILITY).type != BINA_NULL
                                ? bina_record_real(row, PROBABILITY)
                                : 0.5;
        item->judgements = bina_record_int(row, JUDGEMENTS);
        item->one = bina_record_int(row, ONE);
        item->two = bina_record_int(row, TWO);
        classify(item, row, options);
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

/* Rows still name the registrant they were settled to; who stands for it now? */
static bina_status
follow_merges(order *self)
{
    static const struct {
        int kind, into;
    } merged[] = {{BINA_ENTERPRISE, BINA_ENTERPRISE_MERGED_INTO},
                  {BINA_GROUP, BINA_GROUP_MERGED_INTO}};
    bina_status status = BINA_OK;

    for (int k = 0; status == BINA_OK && k < 2; k++) {
        bina_query *query = bina_query_new(merged[k].kind);
        bina_ledger ledger = {0};
        if (query != NULL) {
            bina_query_where(query, merged[k].into, BINA_NOT_NULL, bina_null());
            bina_query_select(query, merged[k].into);
        }
        status = bina_ledger_load(&ledger, self->store, query, 0);
        for (size_t i = 0; status == BINA_OK && i < self->count; i++)
            for (int side = 0; side < 2; side++) {
                bina_id *party = side == 0 ? &self->items[i].one : &self->items[i].two;
                const bina_record *next = NULL;
                for (size_t n = 0;
                     n <= ledger.count && (next = bina_ledger_get(&ledger, *party)) != NULL; n++)
                    *party = bina_record_int(next, merged[k].into);
            }
        bina_ledger_drop(&ledger);
    }
    return status;
}

/* ---- the order ---- */

/* The registrants of all pairs, and how many open pairs touch each. */
static bina_status
plant(order *self)
{
    bina_id *ids = calloc(2 * self->count + 1, sizeof *ids);
    bina_status status;

    if (ids == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < self->count; i++) {
        ids[2 * i] = self->items[i].one;
        ids[2 * i + 1] = self->items[i].two;
    }
    status = bina_review_forest_plant(&self->joined, ids, 2 * self->count);
    for (size_t i = 0; status == BINA_OK && i < self->count; i++)
        if (self->items[i].state != DECIDED)
            bina_review_forest_touch(&self->joined, self->items[i].one, self->items[i].two);
    return status;
}

static int
by_gain(const void *a, const void *b)
{
    const asked *x = a, *y = b;

    if (x->state != y->state)
        return x->state < y->state ? -1 : 1;
    if (x->gain < y->gain || x->gain > y->gain)
        return x->gain > y->gain ? -1 : 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

/*
 * The chance that the answer changes what the register says now. Pairs that touch the same
 * registrant compete: as a rule one of them at most is right, so they share the chance. (Of the
 * first hundred pairs asked so in examples/lombok-timur, 35 change the register; of those nearest
 * to even odds 16 do.)
 */
static double
gain_of(const bina_review_forest *joined, const asked *item)
{
    bool together = item->one == item->two && item->one != 0;
    size_t others = bina_review_forest_rivals(joined, item->one);

    if (!together)
        others += bina_review_forest_rivals(joined, item->two);
    return (together ? 1 - item->probability : item->probability) / (1.0 + (double)others);
}

static int
by_lot(const void *a, const void *b)
{
    const asked *x = a, *y = b;
    uint64_t p = bina_id_lot(x->first, x->second), q = bina_id_lot(y->first, y->second);

    return (p > q) - (p < q);
}

static bina_status
arrange(order *self)
{
    bina_status status = follow_merges(self);

    if (status == BINA_OK)
        status = plant(self);
    if (status != BINA_OK)
        return status;
    for (size_t i = 0; i < self->count; i++)
        if (self->items[i].state != DECIDED || self->items[i].listed)
            self->items[i].gain = self->items[i].state != DECIDED
                                      ? gain_of(&self->joined, &self->items[i])
                                      : 1 - fabs(2 * self->items[i].probability - 1);
    if (self->count > 1)
        qsort(self->items, self->count, sizeof *self->items, by_gain);
    for (size_t i = 0; i < self->count; i++)
        if (self->items[i].state == DECIDED && self->items[i].same)
            (void)bina_review_forest_implies(&self->joined, self->items[i].one, self->items[i].two);
    for (size_t i = 0; i < self->count; i++)
        if (self->items[i].listed && self->items[i].state != DECIDED &&
            bina_review_forest_implies(&self->joined, self->items[i].one, self->items[i].two) &&
            self->items[i].state == OPEN)
            self->items[i].state = FOLLOWS;
    if (self->count > 1)
        qsort(self->items, self->count, sizeof *self->items, self->by_lot ? by_lot : by_gain);
    return BINA_OK;
}

static bina_status
give(const order *self, int64_t limit, bina_cursor **cursor)
{
    bina_description *description = bina_review_pair_description();
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *record = description != NULL ? bina_record_new_of(description) : NULL;
    bina_status status = rows != NULL && record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && limit != 0 && i < self->count; i++) {
        const asked *item = &self->items[i];
        if (!item->listed)
            continue;
        bina_set_int(record, BINA_REVIEW_PAIR_ID, item->pair);
        bina_set_int(record, BINA_REVIEW_PAIR_FIRST, item->first);
        bina_set_int(record, BINA_REVIEW_PAIR_SECOND, item->second);
        bina_set_real(record, BINA_REVIEW_PAIR_WEIGHT, item->weight);
        bina_set_real(record, BINA_REVIEW_PAIR_PROBABILITY, item->probability);
        bina_set_text(record, BINA_REVIEW_PAIR_STATE, state_words[item->state]);
        bina_set_real(record, BINA_REVIEW_PAIR_GAIN, item->gain);
        bina_set_int(record, BINA_REVIEW_PAIR_JUDGEMENTS, item->judgements);
        status = bina_rows_add(rows, record);
        limit -= limit > 0;
    }
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    bina_rows_free(rows);
    bina_record_free(record);
    bina_description_free(description);
    return status;
}

/* Whose numbers were shown to whom, and what for. */
static bina_status
note_purpose(bina_store *store, const order *self, const bina_review_options *options)
{
    char why[400];
    size_t listed = 0;

    if (options->purpose == NULL || options->purpose[0] == '\0')
        return BINA_OK;
    for (size_t i = 0; i < self->count; i++)
        listed += self->items[i].listed;
    if (options->limit >= 0 && listed > (size_t)options->limit)
        listed = (size_t)options->limit;
    bina_text_print(why, sizeof why, "%zu %s: %s", listed, listed == 1 ? "pair" : "pairs",
                    options->purpose);
    return bina_store_note(store, why, "review.open");
}

bina_status
bina_review_pairs(bina_store *store, const bina_review_options *options, bina_cursor **cursor)
{
    bina_review_options given = BINA_REVIEW_OPTIONS_INIT;
    order self = {.store = store};
    bina_status status;

    *cursor = NULL;
    if (!bina_options_take(&given, sizeof given, options))
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_USAGE);
    self.by_lot = given.sample;
    status = load(&self, &given);
    if (status == BINA_OK && self.count > 0)
        status = arrange(&self);
    if (status == BINA_OK)
        status = note_purpose(store, &self, &given);
    if (status == BINA_OK)
        status = give(&self, given.limit, cursor);
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(bina_store_complaint(store), status);
    free(self.items);
    bina_review_forest_drop(&self.joined);
    return status;
}
