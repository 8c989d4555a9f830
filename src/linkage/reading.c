#include "linkage/reading.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/memo.h"
#include "linkage/texts.h"
#include "linkage/tuples.h"

#define ROWS 131072u /* of a part of the work */

/* What a list gives to one field: one column, or several joined by a blank. */
typedef struct share {
    bina_link_field *field;
    const bina_link_source *source[BINA_LINK_JOINS];
    size_t sources;
} share;

/* What one who standardises values needs. */
typedef struct desk {
    struct desk *next;
    bina_memo memo; /* kept from part to part: the words are the same ones */
    bina_standard standard;
} desk;

/* A list being read. */
typedef struct reading {
    pthread_mutex_t lock;
    desk *free; /* desks where nobody sits */
    bina_profile profile;
    const bina_link_list *list;
    unsigned threads;
    const share *shares[BINA_LINK_FIELDS]; /* the fields that are made at once */
    size_t count;
    uint32_t *codes[BINA_LINK_FIELDS]; /* of the field's values, by what `number` says */
    const uint32_t *number;            /* of a row: its value in the column, or its tuple */
    const uint32_t *row;               /* of a tuple: a row that has it */
} reading;

bina_status
bina_link_reading_begin(bina_link_field *field, const bina_link_plan *plan,
                        const bina_link_table *table)
{
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count && status == BINA_OK; f++) {
        memset(&field[f], 0, sizeof(field[f]));
        field[f].spec = &plan->field[f];
        field[f].top = bina_link_compare_top(plan->field[f].compare);
        status = bina_dictionary_init(&field[f].values);
        field[f].values.heap = table->heap;
        field[f].codes =
            bina_heap_clear(table->heap, (size_t)table->rows + 1, sizeof(*field[f].codes));
        if (field[f].codes == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    return status;
}

/* Standardises values for one field or more, each value once for all that read it alike. */
static bina_status
put_value(const reading *self, const char *text, size_t length, desk *at, bina_link_texts *outputs)
{
    bina_standard *standard = &at->standard;
    const bina_link_source *done = NULL;
    bina_status status = BINA_OK;

    for (size_t o = 0; o < self->count && status == BINA_OK; o++) {
        const bina_link_source *source = self->shares[o]->source[0];
        const char *taken;
        char number[16];
        size_t used;
        if (done == NULL || !bina_link_source_is_like(done, source))
            bina_link_source_standardise(source, self->profile, text, length, &at->memo, standard);
        done = source;
        taken = bina_link_source_take(source, standard, number, &used);
        status = bina_link_texts_put(&outputs[o], taken, used);
    }
    return status;
}

/* A desk to sit down at; NULL when memory is out. */
static desk *
take_desk(reading *self)
{
    desk *taken;

    pthread_mutex_lock(&self->lock);
    taken = self->free;
    if (taken != NULL)
        self->free = taken->next;
    pthread_mutex_unlock(&self->lock);
    return taken != NULL ? taken : calloc(1, sizeof(*taken));
}

static void
leave_desk(reading *self, desk *left)
{
    if (left == NULL)
        return;
    pthread_mutex_lock(&self->lock);
    left->next = self->free;
    self->free = left;
    pthread_mutex_unlock(&self->lock);
}

static bina_status
make_values(void *self, uint32_t first, uint32_t last, bina_link_texts *outputs)
{
    reading *all = self;
    const share *part = all->shares[0];
    desk *at = take_desk(all);
    bina_status status = at == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;

    for (uint32_t i = first; i < last && status == BINA_OK; i++) {
        char joined[BINA_LINK_JOINED];
        const char *text = joined;
        size_t used = 0;
        for (size_t s = 0; s < part->sources; s++) {
            const bina_link_column *column = &all->list->columns[part->source[s]->column];
            uint32_t code = part->sources == 1 ? i : column->codes[all->row[i]];
            text = bina_dictionary_text(&column->values, code);
            used = part->sources == 1
                       ? bina_dictionary_length(&column->values, code)
                       : bina_link_column_join(joined, used, text,
                                               bina_dictionary_length(&column->values, code));
        }
        status = put_value(all, part->sources == 1 ? text : joined, used, at, outputs);
    }
    leave_desk(all, at);
    return status;
}

/* Gives a part of the rows the codes of their values. */
static bina_status
spread(void *self, size_t part)
{
    const reading *all = self;
    uint32_t first = (uint32_t)part * ROWS, last = all->list->rows;

    if (last - first > ROWS)
        last = first + ROWS;
    for (size_t o = 0; o < all->count; o++) {
        const uint32_t *codes = all->codes[o];
        uint32_t *to = all->shares[o]->field->codes + all->list->first;
        for (uint32_t r = first; r < last; r++) {
            bina_heap_pass(all->list->heap, r);
            to[r] = codes[all->number[r]];
        }
    }
    return BINA_OK;
}

/* Reads the fields that `shares` names from so many values or tuples. */
static bina_status
read_items(reading *self, uint32_t items)
{
    bina_dictionary *to[BINA_LINK_FIELDS];
    bina_link_texts_job job = {make_values, self, items, self->count, to, self->codes};
    bina_status status = BINA_OK;

    memset(self->codes, 0, sizeof(self->codes));
    for (size_t o = 0; o < self->count; o++) {
        to[o] = &self->shares[o]->field->values;
        self->codes[o] =
            bina_heap_take(self->list->heap, (size_t)items + 1, sizeof(*self->codes[o]));
        if (self->codes[o] == NULL)
            status = BINA_ERR_NO_MEMORY;
        bina_heap_widen(self->list->heap, self->codes[o], items * sizeof(*self->codes[o]));
    }
    if (status == BINA_OK)
        status = bina_link_texts_add(&job, self->threads);
    if (status == BINA_OK)
        status = bina_parallel(self->threads, ((size_t)self->list->rows + ROWS - 1) / ROWS, spread,
                               self);
    for (size_t o = 0; o < self->count; o++)
        bina_heap_give(self->list->heap, self->codes[o]);
    return status;
}

static bina_status
read_joined(reading *self, const share *part)
{
    const uint32_t *columns[BINA_LINK_JOINS];
    bina_link_tuples tuples;
    bina_status status;

    for (size_t s = 0; s < part->sources; s++)
        columns[s] = self->list->columns[part->source[s]->column].codes;
    status = bina_link_tuples_make(&tuples, self->list->heap, columns, part->sources,
                                   self->list->rows, self->threads);
    if (status == BINA_OK) {
        self->shares[0] = part;
        self->count = 1;
        self->number = tuples.number;
        self->row = tuples.row;
        status = read_items(self, tuples.count);
    }
    bina_link_tuples_drop(&tuples);
    return status;
}

/* What the list gives to each field; returns to how many. */
static size_t
share_out(bina_link_field *field, const bina_link_plan *plan, uint32_t list, share *shares)
{
    size_t count = 0;

    for (int f = 0; f < plan->count; f++) {
        const bina_link_spec *spec = &plan->field[f];
        share *part = &shares[count];
        part->field = &field[f];
        part->sources = 0;
        for (size_t s = 0; s < spec->source_count && part->sources < BINA_LINK_JOINS; s++)
            if (spec->sources[s].list == list)
                part->source[part->sources++] = &spec->sources[s];
        count += part->sources > 0;
    }
    return count;
}

static bool
is_of(const share *part, uint32_t column)
{
    for (size_t s = 0; s < part->sources; s++)
        if (part->source[s]->column == column)
            return true;
    return false;
}

bina_status
bina_link_reading_list(bina_link_field *field, const bina_link_plan *plan, bina_link_table *table,
                       uint32_t list, unsigned threads)
{
    share shares[BINA_LINK_FIELDS];
    bina_link_list *from = table->lists[list];
    size_t count = share_out(field, plan, list, shares);
    reading self = {.lock = PTHREAD_MUTEX_INITIALIZER,
                    .profile = plan->profile,
                    .list = from,
                    .threads = threads};
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++)
        if (shares[i].sources > 1 && from->rows > 0)
            status = read_joined(&self, &shares[i]);
    for (uint32_t c = 0; c < from->column_count && status == BINA_OK; c++) {
        self.count = 0;
        for (size_t i = 0; i < count; i++)
            if (shares[i].sources == 1 && is_of(&shares[i], c))
                self.shares[self.count++] = &shares[i];
        self.number = from->columns[c].codes;
        self.row = NULL;
        if (self.count > 0 && from->rows > 0)
            status = read_items(&self, from->columns[c].values.count);
        bina_link_column_empty(&from->columns[c]);
    }
    while (self.free != NULL) {
        desk *left = self.free;
        self.free = left->next;
        free(left);
    }
    pthread_mutex_destroy(&self.lock);
    return status;
}

/* The fields, to be ended one by one. */
typedef struct ending {
    bina_link_field *field;
    const bina_link_plan *plan;
    uint32_t rows;
} ending;

static bina_status
end_field(void *self, size_t part)
{
    const ending *all = self;

    return bina_link_field_finish(&all->field[part], &all->plan->field[part], all->rows);
}

bina_status
bina_link_reading_end(bina_link_field *field, const bina_link_plan *plan,
                      const bina_link_table *table, unsigned threads)
{
    ending all = {field, plan, table->rows};

    return bina_parallel(threads, (size_t)plan->count, end_field, &all);
}
