/* Rows of a cursor into a list: while a batch is read, the columns of the last one are coded. */
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/text.h"
#include "linkage/table.h"
#include "model/batch.h"
#include "model/cursor.h"

#define CHUNK 512 /* rows whose values are looked for at once */
#define ROOM  64  /* bytes of a value that is not text */

/* A list being read. */
typedef struct reading {
    bina_link_list *list;
    bina_cursor *cursor;
    bina_batch *batch;  /* the rows being coded: the list's last */
    bina_batch *next;   /* the rows read meanwhile */
    int numbers;        /* the column that numbers the rows and is none of the list; -1: none */
    bina_status status; /* of reading them */
} reading;

/* Writes a value that is not text as text; returns its length. */
static size_t
write_value(const bina_batch *batch, int column, size_t row, bina_type type, char text[ROOM])
{
    int64_t integer;

    if (type == BINA_REAL)
        return bina_text_real(bina_batch_reals(batch, column)[row], text);
    integer = bina_batch_integers(batch, column)[row];
    if (type == BINA_DATE)
        bina_date_format(integer, text);
    else if (type == BINA_TIME)
        bina_time_format(integer, text);
    else
        return bina_text_integer(integer, text);
    return strlen(text);
}

/* The column of a batch that is the n-th of the list. */
static int
column_of(const reading *all, size_t n)
{
    return (int)n + (all->numbers >= 0 && (int)n >= all->numbers);
}

/* Some values of a column. */
typedef struct chunk {
    bina_dictionary_item items[CHUNK];
    char written[CHUNK][ROOM];
} chunk;

static void
take_values(const bina_batch *batch, int column, size_t first, size_t count, chunk *values)
{
    bina_type type = bina_field_type(bina_description_field(bina_batch_description(batch), column));
    const uint8_t *valid = bina_batch_validity(batch, column);
    const int32_t *offsets = NULL;
    const char *bytes = NULL;
    bool texts = bina_batch_texts(batch, column, &offsets, &bytes);

    for (size_t i = 0; i < count; i++) {
        size_t row = first + i, length = 0;
        const char *text = "";
        if (valid == NULL || (valid[row >> 3] >> (row & 7) & 1)) {
            text = texts ? bytes + offsets[row] : values->written[i];
            length = texts ? (size_t)(offsets[row + 1] - offsets[row])
                           : write_value(batch, column, row, type, values->written[i]);
            bina_link_trim(&text, &length);
        }
        values->items[i] =
            (bina_dictionary_item){text, (uint32_t)length, bina_dictionary_hash(text, length)};
    }
}

static bina_status
code_column(void *self, size_t part)
{
    const reading *all = self;
    bina_link_column *column = &all->list->columns[part];
    size_t rows = bina_batch_rows(all->batch);
    uint32_t *codes = column->codes + (all->list->rows - rows);
    chunk *values = malloc(sizeof(*values));
    bina_status status = values == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;

    for (size_t first = 0; first < rows && status == BINA_OK; first += CHUNK) {
        size_t count = rows - first < CHUNK ? rows - first : CHUNK;
        take_values(all->batch, column_of(all, part), first, count, values);
        status = bina_dictionary_add_many(&column->values, values->items, count, codes + first);
    }
    free(values);
    return status;
}

static void
read_next(void *self)
{
    reading *all = self;

    all->status = bina_cursor_take_batch(all->cursor, &all->next);
}

/* Takes down what the rows that were read are called. */
static bina_status
take_numbers(reading *all, size_t rows)
{
    const int64_t *number = bina_batch_integers(all->next, all->numbers);
    bina_status status = BINA_OK;

    for (size_t i = 0; i < rows && status == BINA_OK; i++)
        status = bina_link_numbering_tell(&all->list->numbering, all->list->rows + (uint32_t)i,
                                          number[i]);
    return status;
}

/* Makes room for the rows that were read and takes them over. */
static bina_status
take_batch(reading *all)
{
    bina_batch *read = all->next;
    size_t rows = bina_batch_rows(read);

    if (rows > UINT32_MAX / 4 - all->list->rows)
        return BINA_ERR_FULL;
    for (uint32_t c = 0; c < all->list->column_count; c++) {
        bina_link_column *column = &all->list->columns[c];
        if (!bina_heap_reserve(all->list->heap, &column->codes, &column->room,
                               all->list->rows + rows, sizeof(*column->codes)))
            return BINA_ERR_NO_MEMORY;
    }
    if (all->numbers >= 0) {
        bina_status status = take_numbers(all, rows);
        if (status != BINA_OK)
            return status;
    }
    all->list->rows += (uint32_t)rows;
    all->next = all->batch;
    all->batch = read;
    return BINA_OK;
}

/* The column that numbers the rows; -1 when there is none. */
static int
find_numbers(const bina_description *description)
{
    for (int c = bina_description_count(description); c-- > 0;) {
        const bina_field *field = bina_description_field(description, c);
        const char *format = bina_field_format(field);
        if (format != NULL && strcmp(format, "row") == 0 && bina_field_type(field) == BINA_INT)
            return c;
    }
    return -1;
}

static bina_status
name_columns(reading *all, const bina_description *description)
{
    int count = bina_description_count(description) - (all->numbers >= 0);
    const char **names = malloc(((size_t)count + 1) * sizeof(*names));
    bina_status status;

    if (names == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int c = 0; c < count; c++)
        names[c] = bina_field_name(bina_description_field(description, column_of(all, (size_t)c)));
    status = bina_link_list_set_columns(all->list, names, (uint32_t)count);
    free((void *)names);
    return status;
}

bina_status
bina_link_list_read(bina_link_list *list, bina_cursor *cursor, unsigned threads)
{
    const bina_description *description = bina_cursor_description(cursor);
    reading all = {.list = list,
                   .cursor = cursor,
                   .batch = bina_batch_new(description),
                   .next = bina_batch_new(description),
                   .numbers = find_numbers(description)};
    bina_status status = BINA_ERR_NO_MEMORY;

    if (all.batch != NULL && all.next != NULL)
        status = name_columns(&all, description);
    if (status == BINA_OK)
        read_next(&all);
    while (status == BINA_OK && all.status == BINA_OK) {
        status = take_batch(&all);
        if (status == BINA_OK)
            status =
                bina_parallel_beside(threads, list->column_count, code_column, &all, read_next);
    }
    bina_batch_free(all.batch);
    bina_batch_free(all.next);
    for (uint32_t c = 0; c < list->column_count; c++)
        bina_dictionary_seal(&list->columns[c].values);
    if (status == BINA_OK && all.status != BINA_DONE)
        status = all.status;
    return status;
}
