/* The rows of a table as a cursor: records, or batches. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exchange/table.h"
#include "model/batch.h"
#include "model/cursor.h"

#define BATCH_BYTES ((size_t)4 * 1024 * 1024)

/*
 * A number as those who read it next understand it: its "113.213" must not be taken for a
 * hundred thousand, and one whose last digits a spreadsheet lost shows so, as it does there.
 */
static const char *
number_of(bina_table *table, const bina_grid_cell *cell, size_t *length)
{
    char digits[32];
    size_t point;
    int used;

    *length = cell->length;
    if (cell->length >= sizeof(digits))
        return cell->text;
    memcpy(digits, cell->text, cell->length);
    digits[cell->length] = '\0';
    point = strcspn(digits, ".");
    if ((cell->flags & BINA_GRID_LOST) != 0 && strspn(digits, "0123456789") == cell->length)
        used = snprintf(table->scratch, sizeof(table->scratch), "%c.%.14sE+%zu", digits[0],
                        digits + 1, cell->length - 1);
    else if (point + 4 == cell->length && strspn(digits + point + 1, "0123456789") == 3)
        used = snprintf(table->scratch, sizeof(table->scratch), "%s0", digits);
    else
        return cell->text;
    *length = (size_t)used;
    return table->scratch;
}

static inline const char *
text_of(bina_table *table, const bina_grid_cell *cell, size_t *length)
{
    if (cell->kind == BINA_GRID_NUMBER)
        return number_of(table, cell, length);
    *length = cell->length;
    return cell->text;
}

/* Joins the cells beyond the table's columns as they stood; false when memory is out. */
static bool
join_extra(bina_table *table, const bina_grid_row *row, size_t *length)
{
    size_t room = 0, i;
    char *larger;

    for (i = table->width; i < row->count; i++)
        room += row->cells[i].length + 1;
    if (room > table->extra_room) {
        larger = realloc(table->extra, room);
        if (larger == NULL)
            return false;
        table->extra = larger;
        table->extra_room = room;
    }
    for (i = table->width, *length = 0; i < row->count; i++) {
        if (i > table->width)
            table->extra[(*length)++] = table->delimiter;
        memcpy(table->extra + *length, row->cells[i].text, row->cells[i].length);
        *length += row->cells[i].length;
    }
    return true;
}

/* What own columns from BINA_OWN_SHEET on say of a row; "": nothing. */
static const char *
tell_own(bina_table *table, bina_own_column column, const bina_grid_row *row)
{
    static const char letters[] = {
        [BINA_GRID_EMPTY] = '-', [BINA_GRID_TEXT] = 't', [BINA_GRID_NUMBER] = 'n',
        [BINA_GRID_DATE] = 'd',  [BINA_GRID_BOOL] = 'b', [BINA_GRID_ERROR] = 'e',
    };
    int i;

    if (column != BINA_OWN_KINDS)
        return table->feed->tell(table->source, column);
    if (table->kinds == NULL)
        return "";
    for (i = 0; i < table->columns; i++)
        table->kinds[i] =
            table->cells[i] < row->count ? letters[row->cells[table->cells[i]].kind] : '-';
    return table->kinds;
}

static bina_status
next_row(bina_table *table, bina_grid_row *row, bina_error *error)
{
    bina_status status = table->feed->next(table->source, table, error, row);

    if (status == BINA_OK && (row->flags != 0 || row->total != table->width || !table->aligned))
        bina_table_report(table, row);
    return status;
}

static bool
keeps_extra(const bina_table *table, const bina_grid_row *row)
{
    return table->own[BINA_OWN_EXTRA] >= 0 && table->delimiter != '\0' &&
           bina_table_has_extra(table, row);
}

static bina_status
next_record(void *self, bina_record *record, bina_error *error)
{
    bina_table *table = self;
    bina_grid_row row;
    bina_status status = next_row(table, &row, error);
    size_t length, cell;
    const char *text;
    int i;

    if (status != BINA_OK)
        return status;
    for (i = 0; i < table->columns; i++) {
        cell = table->cells[i];
        if (cell >= row.count || row.cells[cell].length == 0)
            continue;
        text = text_of(table, &row.cells[cell], &length);
        bina_set_text_n(record, i, text, length);
    }
    if (table->own[BINA_OWN_LINE] >= 0)
        bina_set_int(record, table->own[BINA_OWN_LINE], row.line);
    if (table->own[BINA_OWN_ROW] >= 0)
        bina_set_int(record, table->own[BINA_OWN_ROW], row.number);
    if (keeps_extra(table, &row)) {
        if (!join_extra(table, &row, &length))
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        bina_set_text_n(record, table->own[BINA_OWN_EXTRA], table->extra, length);
    }
    for (i = BINA_OWN_SHEET; i < BINA_OWN_COLUMNS; i++)
        if (table->own[i] >= 0) {
            const char *told = tell_own(table, (bina_own_column)i, &row);
            if (told[0] != '\0')
                bina_set_text(record, table->own[i], told);
        }
    return BINA_OK;
}

static bina_status
put_row(bina_table *table, bina_batch *batch, const bina_grid_row *row, size_t *bytes)
{
    bina_status status = bina_batch_add_row(batch);
    size_t length, cell;
    const char *text;
    int i;

    for (i = 0; status == BINA_OK && i < table->columns; i++) {
        cell = table->cells[i];
        if (cell >= row->count || row->cells[cell].length == 0)
            continue;
        text = text_of(table, &row->cells[cell], &length);
        status = bina_batch_put_text(batch, i, text, length);
        *bytes += length;
    }
    if (status == BINA_OK && table->own[BINA_OWN_LINE] >= 0)
        status = bina_batch_put_int(batch, table->own[BINA_OWN_LINE], row->line);
    if (status == BINA_OK && table->own[BINA_OWN_ROW] >= 0)
        status = bina_batch_put_int(batch, table->own[BINA_OWN_ROW], row->number);
    if (status == BINA_OK && keeps_extra(table, row))
        status = join_extra(table, row, &length)
                     ? bina_batch_put_text(batch, table->own[BINA_OWN_EXTRA], table->extra, length)
                     : BINA_ERR_NO_MEMORY;
    for (i = BINA_OWN_SHEET; status == BINA_OK && i < BINA_OWN_COLUMNS; i++)
        if (table->own[i] >= 0) {
            const char *told = tell_own(table, (bina_own_column)i, row);
            if (told[0] != '\0')
                status = bina_batch_put_text(batch, table->own[i], told, strlen(told));
        }
    return status;
}

static bina_status
next_rows(void *self, bina_batch *batch, bina_error *error)
{
    bina_table *table = self;
    size_t rows = 0, bytes = 0;
    bina_grid_row row;
    bina_status status;

    while (rows < BINA_BATCH_ROWS && bytes < BATCH_BYTES) {
        status = next_row(table, &row, error);
        if (status == BINA_DONE && rows > 0)
            break;
        if (status != BINA_OK)
            return status;
        status = put_row(table, batch, &row, &bytes);
        if (status != BINA_OK)
            return bina_error_plain(error, status);
        rows++;
    }
    return BINA_OK;
}

static void
free_table(void *self)
{
    bina_table_free(self);
}

bina_status
bina_table_open(bina_table *table, bina_error *error, bina_cursor **cursor)
{
    static const bina_source functions = {next_record, next_rows, free_table};

    *cursor = bina_cursor_new(table->description, &functions, table);
    return *cursor != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}
