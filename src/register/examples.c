#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "register/examples.h"

/* A pair that linking held to be one. */
typedef struct match {
    size_t a, b;   /* rows; the list of `a` comes first */
    unsigned kind; /* which fields agree, differ, are missing */
    double weight, probability;
    size_t like; /* how many of its lists are of its kind; set on the strongest of them */
} match;

typedef struct matches {
    match *items;
    size_t count, capacity;
} matches;

/* What people look at first; two bits each make the kind of a pair. */
static const int told[] = {
    BINA_SOURCE_RECORD_NIK,   BINA_SOURCE_RECORD_NIB,    BINA_SOURCE_RECORD_OWNER_NAME,
    BINA_SOURCE_RECORD_PHONE, BINA_SOURCE_RECORD_REGION, BINA_SOURCE_RECORD_BUSINESS_NAME,
};

static unsigned
kind_of(const bina_source_row *a, const bina_source_row *b)
{
    unsigned kind = 0;

    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
        const char *x = bina_record_text(a->record, told[i]);
        const char *y = bina_record_text(b->record, told[i]);
        kind = kind << 2 | (x == NULL || y == NULL ? 0u : strcmp(x, y) == 0 ? 1u : 2u);
    }
    return kind;
}

static bina_status
read_matches(bina_linkage *linkage, const bina_source_rows *rows, matches *found)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_linkage_pairs(linkage, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        size_t a = bina_link_row(rows, bina_record_text(record, BINA_LINKAGE_PAIR_LIST_A),
                                 bina_record_int(record, BINA_LINKAGE_PAIR_ROW_A));
        size_t b = bina_link_row(rows, bina_record_text(record, BINA_LINKAGE_PAIR_LIST_B),
                                 bina_record_int(record, BINA_LINKAGE_PAIR_ROW_B));
        const char *verdict = bina_record_text(record, BINA_LINKAGE_PAIR_VERDICT);
        match *added;
        if (a == SIZE_MAX || b == SIZE_MAX || verdict == NULL || strcmp(verdict, "match") != 0 ||
            rows->rows[a].cluster != rows->rows[b].cluster)
            continue;
        if (!bina_vector_reserve(&found->items, &found->capacity, found->count + 1,
                                 sizeof *found->items)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        added = &found->items[found->count++];
        added->a = a < b ? a : b;
        added->b = a < b ? b : a;
        added->kind = kind_of(&rows->rows[a], &rows->rows[b]);
        added->weight = bina_record_real(record, BINA_LINKAGE_PAIR_WEIGHT);
        added->probability = bina_record_real(record, BINA_LINKAGE_PAIR_PROBABILITY);
        added->like = 0;
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

/* ---- choosing ---- */

static int
by_number(size_t x, size_t y)
{
    return (x > y) - (x < y);
}

/* Rows lie by list, so that pairs of two lists can be told apart by the lists of their rows. */
typedef struct sorted {
    uint32_t lists[2];
    match *match;
} sorted;

static int
by_lists(const sorted *x, const sorted *y)
{
    int order = by_number(x->lists[0], y->lists[0]);

    return order != 0 ? order : by_number(x->lists[1], y->lists[1]);
}

/* By lists and kind, the strongest first. */
static int
by_kind(const void *a, const void *b)
{
    const sorted *x = a, *y = b;
    int order = by_lists(x, y);

    if (order == 0)
        order = by_number(x->match->kind, y->match->kind);
    if (order == 0 && (x->match->weight < y->match->weight || x->match->weight > y->match->weight))
        order = x->match->weight > y->match->weight ? -1 : 1;
    if (order == 0)
        order = by_number(x->match->a, y->match->a);
    return order != 0 ? order : by_number(x->match->b, y->match->b);
}

/* By lists, the commonest kind first. */
static int
by_like(const void *a, const void *b)
{
    const sorted *x = a, *y = b;
    int order = by_lists(x, y);

    if (order == 0)
        order = by_number(y->match->like, x->match->like);
    return order != 0 ? order : by_kind(a, b);
}

static bina_example *
add(bina_examples *self, const bina_source_rows *rows, size_t a, size_t b)
{
    bina_example *added;

    if (!bina_vector_reserve(&self->items, &self->capacity, self->count + 1, sizeof *self->items))
        return NULL;
    added = &self->items[self->count++];
    memset(added, 0, sizeof *added);
    added->first = rows->rows[a].id;
    added->second = rows->rows[b].id;
    added->lists[0] = rows->lists[rows->rows[a].list].id;
    added->lists[1] = rows->lists[rows->rows[b].list].id;
    return added;
}

/* The strongest pair of each kind, of every two lists so many of the commonest kinds. */
static bina_status
choose_matches(bina_examples *self, const bina_source_rows *rows, matches *found)
{
    sorted *order = calloc(found->count + 1, sizeof *order);
    size_t kinds = 0, taken = 0;
    bina_status status = order != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < found->count; i++) {
        order[i].match = &found->items[i];
        order[i].lists[0] = rows->rows[found->items[i].a].list;
        order[i].lists[1] = rows->rows[found->items[i].b].list;
    }
    if (status == BINA_OK && found->count > 1)
        qsort(order, found->count, sizeof *order, by_kind);
    for (size_t i = 0; status == BINA_OK && i < found->count; i++) {
        if (kinds == 0 || by_lists(&order[kinds - 1], &order[i]) != 0 ||
            order[kinds - 1].match->kind != order[i].match->kind)
            order[kinds++] = order[i];
        order[kinds - 1].match->like++;
    }
    if (kinds > 1)
        qsort(order, kinds, sizeof *order, by_like);
    for (size_t i = 0; status == BINA_OK && i < kinds; i++) {
        bina_example *added;
        taken = i > 0 && by_lists(&order[i - 1], &order[i]) == 0 ? taken + 1 : 0;
        if (taken >= self->most)
            continue;
        added = add(self, rows, order[i].match->a, order[i].match->b);
        if (added == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        added->weight = order[i].match->weight;
        added->probability = order[i].match->probability;
        added->like = (int64_t)order[i].match->like;
    }
    free(order);
    return status;
}

static int
by_doubt(const void *a, const void *b)
{
    const bina_open_pair *x = *(const bina_open_pair *const *)a;
    const bina_open_pair *y = *(const bina_open_pair *const *)b;
    double p = fabs(x->weight), q = fabs(y->weight);

    if (p < q || p > q)
        return p < q ? -1 : 1;
    return x->first != y->first ? by_number(x->first, y->first) : by_number(x->second, y->second);
}

static bina_status
choose_open(bina_examples *self, const bina_source_rows *rows, const bina_open_pairs *open)
{
    const bina_open_pair **order = calloc(open->count + 1, sizeof(*order));
    bina_status status = order != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < open->count; i++)
        order[i] = &open->pairs[i];
    if (status == BINA_OK && open->count > 1)
        qsort(order, open->count, sizeof(*order), by_doubt);
    for (size_t i = 0; status == BINA_OK && i < open->count && i < self->most_open; i++) {
        size_t a = order[i]->first, b = order[i]->second;
        bina_example *added = add(self, rows, a < b ? a : b, a < b ? b : a);
        if (added == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        added->weight = order[i]->weight;
        added->probability = order[i]->probability;
        added->open = true;
    }
    free(order);
    return status;
}

/* ---- explaining ---- */

static bina_status
explain(bina_examples *self, bina_example *example, bina_linkage *linkage,
        const bina_source_rows *rows)
{
    size_t a = bina_source_rows_find(rows, example->first);
    size_t b = bina_source_rows_find(rows, example->second);
    bina_cursor *cursor = NULL;
    const bina_record *line;
    bina_status status = bina_linkage_explain(
        linkage, rows->lists[rows->rows[a].list].name, bina_source_rows_number(rows, a),
        rows->lists[rows->rows[b].list].name, bina_source_rows_number(rows, b), &cursor);

    example->reason = self->reason_count;
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &line)) == BINA_OK) {
        bina_record *copy = bina_record_copy(line);
        if (copy == NULL || !bina_vector_reserve(&self->reasons, &self->reason_capacity,
                                                 self->reason_count + 1, sizeof(*self->reasons))) {
            bina_record_free(copy);
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        self->reasons[self->reason_count++] = copy;
    }
    example->reasons = self->reason_count - example->reason;
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_examples_take(bina_examples *self, bina_linkage *linkage, const bina_source_rows *rows,
                   const bina_open_pairs *open, bina_error *error)
{
    matches found = {NULL, 0, 0};
    bina_status status = read_matches(linkage, rows, &found);

    if (status == BINA_OK)
        status = choose_matches(self, rows, &found);
    if (status == BINA_OK)
        status = choose_open(self, rows, open);
    for (size_t i = 0; status == BINA_OK && i < self->count; i++)
        status = explain(self, &self->items[i], linkage, rows);
    if (status != BINA_OK && bina_error_status(bina_linkage_error(linkage)) == status)
        bina_error_copy(error, bina_linkage_error(linkage));
    else if (status != BINA_OK)
        (void)bina_error_plain(error, status);
    free(found.items);
    return status;
}

void
bina_examples_drop(bina_examples *self)
{
    for (size_t i = 0; i < self->reason_count; i++)
        bina_record_free(self->reasons[i]);
    free(self->reasons);
    free(self->items);
    memset(self, 0, sizeof *self);
}
