/*
 * Cells to mend: the rows as received go through the mapping they were imported with once more, and
 * what it complains of is told again, by row and column.
 */
#include <string.h>
#include "exchange/mapper.h"
#include "exchange/mapping.h"
#include "register/feedback.h"
#include "store/sql.h"

/* Of a list's last reading: by what it was read. ?1 the list. */
static const char mapping_sql[] =
    "SELECT mapping FROM intakes WHERE register = ?1 ORDER BY id DESC LIMIT 1";

static const char columns_sql[] =
    "SELECT DISTINCT cell.key FROM source_records AS row, json_each(row.raw) AS cell"
    " WHERE row.register = ?1 AND row.state = 'present' AND cell.key <> ''";

/* Cell by cell, those of a row together. */
static const char cells_sql[] =
    "SELECT row.id, row.line, row.sheet, row.business_name, cell.key, cell.value"
    " FROM source_records AS row, json_each(row.raw) AS cell"
    " WHERE row.register = ?1 AND row.state = 'present' ORDER BY row.id";

enum { ID, LINE, SHEET, NAME, KEY, VALUE, SELECTED };

enum { MOST_FAULTS = 1000000 };

/* Columns that a list should have a value in, where it has the column. */
static const int wanted[] = {BINA_SOURCE_RECORD_OWNER_NAME, BINA_SOURCE_RECORD_NIK,
                             BINA_SOURCE_RECORD_PHONE,      BINA_SOURCE_RECORD_VILLAGE,
                             BINA_SOURCE_RECORD_PRODUCT,    BINA_SOURCE_RECORD_ACTIVITY};

typedef struct cell_reader {
    bina_feedback_list *list;
    bina_description *columns; /* of the file */
    bina_mapping *mapping;
    bina_mapper *mapper;
    bina_faults *faults;
    size_t told; /* faults that were told */
    int line;    /* slot of the own column */
    bina_record *raw, *mapped, *place;
} cell_reader;

/* Runs a SELECT of texts (the first two integers, if there are six columns) over the list. */
static bina_status
select_texts(cell_reader *self, const char *sql, int count, bina_cursor **cursor)
{
    bina_value value = bina_int(self->list->list);
    bina_sql select = {.text = sql, .values = &value, .count = 1, .known_at = -1};
    bina_description *description = bina_description_new("cells", "");
    static const char *const names[SELECTED] = {"a", "b", "c", "d", "e", "f"};
    bina_status status = description != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (int i = 0; status == BINA_OK && i < count; i++)
        if (bina_description_add_field(description, names[i],
                                       count == SELECTED && i <= LINE ? BINA_INT : BINA_TEXT, NULL,
                                       "", 0) < 0)
            status = BINA_ERR_NO_MEMORY;
    if (status == BINA_OK)
        status = bina_sql_list(self->list->store, description, &select, cursor);
    else
        bina_error_plain(bina_store_complaint(self->list->store), status);
    bina_description_free(description);
    return status;
}

static bina_status
read_mapping(cell_reader *self)
{
    bina_error *error = bina_store_complaint(self->list->store);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    const char *text = NULL;
    bina_status status = select_texts(self, mapping_sql, 1, &cursor);

    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK)
        text = bina_record_text(record, 0);
    if (text != NULL)
        status =
            bina_mapping_read_bytes(text, strlen(text), bina_kind_description(BINA_SOURCE_RECORD),
                                    NULL, error, &self->mapping);
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

/* The file's columns, under their names; those with a mark tell where a row stands. */
static bina_status
find_columns(cell_reader *self)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = select_texts(self, columns_sql, 1, &cursor);

    self->columns = bina_description_new("row", "");
    if (status == BINA_OK && self->columns == NULL)
        status = bina_error_plain(bina_store_complaint(self->list->store), BINA_ERR_NO_MEMORY);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        const char *name = bina_record_text(record, 0);
        int slot = bina_description_add_field(self->columns, name, BINA_TEXT,
                                              name[0] == '#' ? name + 1 : NULL, "", 0);
        if (slot == BINA_ERR_NO_MEMORY)
            status = BINA_ERR_NO_MEMORY;
    }
    bina_cursor_free(cursor);
    if (status != BINA_DONE)
        return status;
    self->line =
        bina_description_add_field(self->columns, BINA_COLUMN_LINE, BINA_INT, "line", "", 0);
    return self->line >= 0 ? BINA_OK : BINA_ERR_NO_MEMORY;
}

static bina_status
bind(cell_reader *self)
{
    bina_error *error = bina_store_complaint(self->list->store);
    bina_mapping_options how = BINA_MAPPING_OPTIONS_INIT;
    bina_status status;

    self->faults = bina_faults_new(MOST_FAULTS);
    self->raw = bina_record_new_of(self->columns);
    self->mapped = bina_record_new(BINA_SOURCE_RECORD);
    self->place = bina_record_new_of(self->list->description);
    if (self->faults == NULL || self->raw == NULL || self->mapped == NULL || self->place == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    how.faults = self->faults;
    how.has_today = true;
    how.today = bina_store_today(self->list->store);
    status = bina_mapper_new(self->mapping, self->columns, &how, error, &self->mapper);
    self->told = bina_faults_kept(self->faults); /* columns of no row of this list */
    return status;
}

/* ---- a row ---- */

static bina_status
tell_faults(cell_reader *self)
{
    bina_error fault;
    bina_status status = BINA_OK;

    for (; status == BINA_OK && bina_faults_at(self->faults, self->told, &fault) == BINA_OK;
         self->told++) {
        const bina_field *column =
            bina_description_field(self->columns, (int)bina_error_column(&fault) - 1);
        status =
            bina_feedback_add(self->list, BINA_FEEDBACK_CELL, self->place,
                              column != NULL ? bina_field_name(column) : bina_error_field(&fault),
                              bina_error_message(&fault, self->list->language), NULL);
    }
    return status;
}

/* Whether every column a field is made from is empty in the row. */
static bool
is_empty(const cell_reader *self, const bina_bound_field *field)
{
    for (size_t i = 0; i < field->source_count; i++)
        if (field->sources[i] < 0 || bina_record_text(self->raw, field->sources[i]) != NULL)
            return false;
    return field->source_count > 0;
}

static bina_status
tell_missing(cell_reader *self)
{
    bool id = self->list->language == BINA_INDONESIAN;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < self->mapper->count && status == BINA_OK; i++) {
        const bina_bound_field *field = &self->mapper->fields[i];
        bool asked = false;
        for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++)
            asked = asked || wanted[k] == field->slot;
        if (asked && is_empty(self, field))
            status = bina_feedback_add(
                self->list, BINA_FEEDBACK_MISSING, self->place,
                bina_field_name(bina_description_field(self->columns, field->sources[0])),
                id ? "Sel ini kosong; lengkapi bila diketahui."
                   : "This cell is empty; fill it in if it is known.",
                NULL);
    }
    return status;
}

static bina_status
end_row(cell_reader *self)
{
    bina_status status;

    bina_record_clear(self->mapped);
    status = bina_mapper_apply(self->mapper, self->raw, self->mapped);
    if (status == BINA_ERR_NO_MEMORY)
        return bina_error_plain(bina_store_complaint(self->list->store), status);
    self->list->rows++;
    status = tell_faults(self);
    return status == BINA_OK ? tell_missing(self) : status;
}

static void
begin_row(cell_reader *self, const bina_record *cell)
{
    bina_record_clear(self->raw);
    bina_record_clear(self->place);
    bina_set_int(self->raw, self->line, bina_record_int(cell, LINE));
    bina_set_int(self->place, BINA_FEEDBACK_ROW, bina_record_int(cell, LINE));
    if (bina_record_text(cell, SHEET) != NULL)
        bina_set_text(self->place, BINA_FEEDBACK_SHEET, bina_record_text(cell, SHEET));
    if (bina_record_text(cell, NAME) != NULL)
        bina_set_text(self->place, BINA_FEEDBACK_NAME, bina_record_text(cell, NAME));
}

static bina_status
read_rows(cell_reader *self)
{
    bina_cursor *cursor = NULL;
    const bina_record *cell;
    bina_id row = 0;
    bina_status status = select_texts(self, cells_sql, SELECTED, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &cell)) == BINA_OK) {
        int slot = bina_description_find(self->columns, bina_record_text(cell, KEY));
        if (bina_record_int(cell, ID) != row) {
            if (row != 0)
                status = end_row(self);
            row = bina_record_int(cell, ID);
            begin_row(self, cell);
        }
        if (slot >= 0 && bina_record_text(cell, VALUE) != NULL)
            bina_set_text(self->raw, slot, bina_record_text(cell, VALUE));
    }
    if (status == BINA_DONE)
        status = row != 0 ? end_row(self) : BINA_OK;
    bina_cursor_free(cursor);
    return status;
}

bina_status
bina_feedback_cells(bina_feedback_list *list)
{
    cell_reader self = {.list = list};
    bina_status status = read_mapping(&self);

    if (status == BINA_OK)
        status = find_columns(&self);
    if (status == BINA_OK && self.mapping != NULL)
        status = bind(&self);
    if (status == BINA_OK && self.mapper != NULL)
        status = read_rows(&self);
    bina_mapper_free(self.mapper);
    bina_mapping_free(self.mapping);
    bina_faults_free(self.faults);
    bina_record_free(self.raw);
    bina_record_free(self.mapped);
    bina_record_free(self.place);
    bina_description_free(self.columns);
    return status;
}
