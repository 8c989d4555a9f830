/*
 * What came out: pairs, entities. Pairs and entities may be millions: they are kept as
 * numbers, apart from the linkage so that they outlive it, and made into rows as they are read.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "linkage/report.h"
#include "model/batch.h"

/* The names of the lists, in the order in which they were added. */
typedef struct names {
    char **name;
    uint32_t count;
} names;

static bina_status
copy_names(const bina_linkage *linkage, names *copy)
{
    copy->name = calloc((size_t)linkage->table.list_count + 1, sizeof(*copy->name));
    if (copy->name == NULL)
        return BINA_ERR_NO_MEMORY;
    for (; copy->count < linkage->table.list_count; copy->count++) {
        const bina_link_list *list = linkage->table.lists[linkage->order[copy->count]];
        copy->name[copy->count] = bina_text_copy(list->name);
        if (copy->name[copy->count] == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

static void
drop_names(names *copy)
{
    for (uint32_t i = 0; i < copy->count; i++)
        free(copy->name[i]);
    free(copy->name);
}

/* ---- pairs ---- */

typedef struct pair {
    double weight;
    int64_t row[2];
    uint32_t list[2];
    bool match;
} pair;

typedef struct pairs {
    names lists;
    pair *pair;
    size_t count, room, next;
} pairs;

/* The texts of a column of the next pairs. */
static bina_status
put_lists(const pairs *all, size_t count, bina_batch *batch, int column, int side)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        const char *name = all->lists.name[all->pair[all->next + i].list[side]];
        status = bina_batch_set_text(batch, column, i, name, strlen(name));
    }
    return status;
}

static bina_status
put_verdicts(const pairs *all, size_t count, bina_batch *batch)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        const char *verdict = all->pair[all->next + i].match ? "match" : "review";
        status = bina_batch_set_text(batch, BINA_LINKAGE_PAIR_VERDICT, i, verdict, strlen(verdict));
    }
    return status;
}

static void
put_numbers(const pairs *all, size_t count, bina_batch *batch)
{
    int64_t *row_a = bina_batch_fill_integers(batch, BINA_LINKAGE_PAIR_ROW_A);
    int64_t *row_b = bina_batch_fill_integers(batch, BINA_LINKAGE_PAIR_ROW_B);
    double *weight = bina_batch_fill_reals(batch, BINA_LINKAGE_PAIR_WEIGHT);
    double *probability = bina_batch_fill_reals(batch, BINA_LINKAGE_PAIR_PROBABILITY);

    for (size_t i = 0; i < count; i++) {
        const pair *at = all->pair + all->next + i;
        row_a[i] = at->row[0];
        row_b[i] = at->row[1];
        weight[i] = at->weight;
        probability[i] = bina_link_probability(at->weight);
    }
}

static bina_status
next_pairs(void *self, bina_batch *batch, bina_error *error)
{
    pairs *all = self;
    size_t left = all->count - all->next, count = left < BINA_BATCH_ROWS ? left : BINA_BATCH_ROWS;
    bina_status status = count == 0 ? BINA_DONE : bina_batch_add_rows(batch, count);

    if (status == BINA_DONE)
        return BINA_DONE;
    if (status == BINA_OK)
        status = put_lists(all, count, batch, BINA_LINKAGE_PAIR_LIST_A, 0);
    if (status == BINA_OK)
        status = put_lists(all, count, batch, BINA_LINKAGE_PAIR_LIST_B, 1);
    if (status == BINA_OK)
        status = put_verdicts(all, count, batch);
    if (status != BINA_OK)
        return bina_error_plain(error, status);
    put_numbers(all, count, batch);
    all->next += count;
    return BINA_OK;
}

static void
free_pairs(void *self)
{
    pairs *all = self;

    drop_names(&all->lists);
    free(all->pair);
    free(all);
}

static bina_status
add_pair(pairs *all, const bina_linkage *linkage, const bina_link_edge *edge)
{
    const bina_link_engine *engine = &linkage->engine;
    const bina_link_list *list[2];
    int64_t row[2];
    int first;
    pair *made;

    if (!bina_vector_reserve(&all->pair, &all->room, all->count + 1, sizeof(*all->pair)))
        return BINA_ERR_NO_MEMORY;
    made = &all->pair[all->count++];
    row[0] = bina_link_place_of(linkage, edge->a, &list[0]);
    row[1] = bina_link_place_of(linkage, edge->b, &list[1]);
    first = list[0]->added > list[1]->added;
    for (int i = 0; i < 2; i++) {
        made->list[i] = list[first ^ i]->added;
        made->row[i] = row[first ^ i];
    }
    made->weight = edge->weight;
    made->match = bina_link_engine_holds(engine, edge);
    return BINA_OK;
}

bina_status
bina_linkage_pairs(bina_linkage *linkage, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"list_a", BINA_TEXT, 0, "The list of the first row."},
        {"row_a", BINA_INT, 0, "The first row, from 1."},
        {"list_b", BINA_TEXT, 0, "The list of the second row."},
        {"row_b", BINA_INT, 0, "The second row, from 1."},
        {"weight", BINA_REAL, 0, "Log2 of the odds that both are one."},
        {"probability", BINA_REAL, 0, "The probability that both are one."},
        {"verdict", BINA_TEXT, 0, "match, or review: a person should look."},
        {NULL, BINA_NULL, 0, NULL},
    };
    static const bina_source source = {NULL, next_pairs, free_pairs};
    const bina_link_engine *engine = &linkage->engine;
    bina_link_report report;
    pairs *all = NULL;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_pair",
                                                "Two rows that may be one.", slots);

    if (status == BINA_OK) {
        all = calloc(1, sizeof(*all));
        status = all == NULL ? BINA_ERR_NO_MEMORY : copy_names(linkage, &all->lists);
    }
    for (size_t i = 0; status == BINA_OK && i < engine->edges.count; i++)
        if (engine->edges.edge[i].weight > BINA_LINK_DIFFERENT_VERDICT)
            status = add_pair(all, linkage, &engine->edges.edge[i]);
    return bina_link_report_stream(&report, linkage, status, &source, all, cursor);
}

/* ---- entities ---- */

typedef struct entities {
    names lists;
    uint32_t *rows;                 /* of a list: how many it has */
    bina_link_numbering *numbering; /* of a list */
    uint32_t *entity;               /* of a row of a list after the other; 0: the row is gone */
    uint32_t list;
    uint32_t row; /* the next, of the list */
    size_t next;  /* the next, of all */
    size_t left;  /* rows that are there and still to be told of */
} entities;

/* Goes to the next row that is there. There is one. */
static void
pass_gone(entities *all)
{
    while (all->row == all->rows[all->list] || all->entity[all->next] == 0)
        if (all->row < all->rows[all->list]) {
            all->row++;
            all->next++;
        } else {
            all->list++;
            all->row = 0;
        }
}

static bina_status
next_entities(void *self, bina_batch *batch, bina_error *error)
{
    entities *all = self;
    size_t count = all->left < BINA_BATCH_ROWS ? all->left : BINA_BATCH_ROWS;
    bina_status status = count == 0 ? BINA_DONE : bina_batch_add_rows(batch, count);
    int64_t *row, *entity;

    if (status != BINA_OK)
        return status == BINA_DONE ? BINA_DONE : bina_error_plain(error, status);
    row = bina_batch_fill_integers(batch, BINA_LINKAGE_ENTITY_ROW);
    entity = bina_batch_fill_integers(batch, BINA_LINKAGE_ENTITY_ENTITY);
    for (size_t n = 0, first; n < count && status == BINA_OK;) {
        const char *name;
        uint32_t list;
        pass_gone(all);
        list = all->list;
        for (first = n; n < count && all->list == list; n++) {
            row[n] = bina_link_numbering_of(&all->numbering[list], all->row++);
            entity[n] = all->entity[all->next++];
            if (n + 1 < count)
                pass_gone(all);
        }
        name = all->lists.name[list];
        status = bina_batch_set_texts(batch, BINA_LINKAGE_ENTITY_FILE, first, n - first, name,
                                      strlen(name));
    }
    all->left -= count;
    return status == BINA_OK ? BINA_OK : bina_error_plain(error, status);
}

static void
free_entities(void *self)
{
    entities *all = self;

    for (uint32_t l = 0; all->numbering != NULL && l < all->lists.count; l++)
        bina_link_numbering_drop(&all->numbering[l]);
    drop_names(&all->lists);
    free(all->numbering);
    free(all->rows);
    free(all->entity);
    free(all);
}

/* What the rows are called, for as long as the cursor is read. */
static bina_status
copy_numbering(entities *all, const bina_linkage *linkage)
{
    bina_status status = BINA_OK;

    all->numbering = calloc((size_t)all->lists.count + 1, sizeof(*all->numbering));
    if (all->numbering == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t l = 0; l < all->lists.count && status == BINA_OK; l++)
        status = bina_link_numbering_copy(&all->numbering[l],
                                          &linkage->table.lists[linkage->order[l]]->numbering);
    return status;
}

/* Numbers the entities in the order of the lists' rows. */
static bina_status
number_entities(entities *all, const bina_linkage *linkage)
{
    size_t rows = linkage->index == NULL ? linkage->table.rows : linkage->index->rows;
    size_t count = 0, at = 0;
    uint32_t *number = calloc(rows + 1, sizeof(*number)), next = 0;

    all->rows = calloc((size_t)all->lists.count + 1, sizeof(*all->rows));
    for (uint32_t l = 0; all->rows != NULL && l < all->lists.count; l++) {
        all->rows[l] = bina_link_list_rows(linkage, linkage->order[l]);
        count += all->rows[l];
    }
    all->entity = calloc(count + 1, sizeof(*all->entity));
    if (number == NULL || all->entity == NULL || all->rows == NULL) {
        free(number);
        return BINA_ERR_NO_MEMORY;
    }
    for (uint32_t l = 0; l < all->lists.count; l++)
        for (uint32_t r = 0; r < all->rows[l]; r++, at++) {
            uint32_t row, entity;
            if (!bina_link_row_at(linkage, linkage->order[l], r, &row))
                continue;
            entity = linkage->engine.entity[row];
            if (number[entity] == 0)
                number[entity] = ++next;
            all->entity[at] = number[entity];
            all->left++;
        }
    free(number);
    return BINA_OK;
}

bina_status
bina_linkage_entities(bina_linkage *linkage, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"file", BINA_TEXT, 0, "The list's name."},
        {"row", BINA_INT, 0, "The row, from 1."},
        {"entity", BINA_INT, 0, "Rows with one number are one."},
        {NULL, BINA_NULL, 0, NULL},
    };
    static const bina_source source = {NULL, next_entities, free_entities};
    bina_link_report report;
    entities *all = NULL;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_entity",
                                                "A row and what it is part of.", slots);

    if (status == BINA_OK) {
        all = calloc(1, sizeof(*all));
        status = all == NULL ? BINA_ERR_NO_MEMORY : copy_names(linkage, &all->lists);
    }
    if (status == BINA_OK)
        status = copy_numbering(all, linkage);
    if (status == BINA_OK)
        status = number_entities(all, linkage);
    return bina_link_report_stream(&report, linkage, status, &source, all, cursor);
}
