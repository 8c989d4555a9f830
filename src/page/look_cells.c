#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "exchange/mapping.h"
#include "page/look_cells.h"
#include "page/words.h"
#include "register/ledger.h"
#include "store/sql.h"

/* Rows of a list in which an example is looked for. */
enum { SAMPLE = 200 };

void
bina_look_cells_drop(bina_look_cells *self)
{
    for (size_t i = 0; i < self->count; i++)
        free(self->items[i].name);
    free(self->items);
    memset(self, 0, sizeof *self);
}

static bina_look_column *
find(bina_look_cells *self, const char *name)
{
    for (size_t i = 0; i < self->count; i++)
        if (strcmp(self->items[i].name, name) == 0)
            return &self->items[i];
    return NULL;
}

static bina_look_column *
add(bina_look_cells *self, const char *name, size_t length)
{
    bina_look_column *added;

    if (!bina_vector_reserve(&self->items, &self->room, self->count + 1, sizeof *self->items))
        return NULL;
    added = &self->items[self->count];
    memset(added, 0, sizeof *added);
    added->name = malloc(length + 1);
    if (added->name == NULL)
        return NULL;
    memcpy(added->name, name, length);
    added->name[length] = '\0';
    self->count++;
    return added;
}

/* ---- how full they are ---- */

enum { COLUMN_NAME, COLUMN_CELL, COLUMN_NUMBER };

static bina_status
select_columns(const bina_looked *self, const char *text, bina_id list, bina_cursor **cursor)
{
    static const int kinds[] = {BINA_SOURCE_RECORD, BINA_NO_KIND};
    const bina_value values[] = {bina_integer_of(BINA_REF, list), bina_int(SAMPLE)};
    const bina_sql sql = {
        .text = text, .values = values, .count = 2, .kinds = kinds, .known_at = -1};
    static const bina_column columns[] = {
        {"name", .type = BINA_TEXT}, {"cell", .type = BINA_TEXT}, {"number", .type = BINA_INT}};

    return bina_sql_select(self->store, columns, sizeof columns / sizeof *columns, &sql, cursor);
}

/* The columns that hold anything, in the order of the file: rows keep their cells as received. */
static bina_status
read_columns(const bina_looked *self, const bina_look_list *list, bina_look_cells *found)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status =
        select_columns(self,
                       "SELECT cell.key, NULL, count(*) FROM source_records, json_each(raw) AS cell"
                       " WHERE register = ?1 AND ?2 > 0 AND cell.key <> ''"
                       " GROUP BY cell.key ORDER BY max(cell.id), min(cell.id), 1",
                       list->id, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        const char *name = bina_record_text(row, COLUMN_NAME);
        bina_look_column *added = add(found, name, strlen(name));
        if (added == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        added->filled = bina_record_int(row, COLUMN_NUMBER);
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

/* ---- what they mean ---- */

/* Does it for each line of a text: a mapping keeps several columns of a field so. */
static bina_status
mean(bina_look_cells *found, const char *lines, int slot)
{
    while (lines != NULL && *lines != '\0') {
        size_t length = strcspn(lines, "\n");
        char key[BINA_HEADER_KEY], other[BINA_HEADER_KEY];
        char *name = malloc(length + 1);
        bina_look_column *meant = NULL;
        if (name == NULL)
            return BINA_ERR_NO_MEMORY;
        memcpy(name, lines, length);
        name[length] = '\0';
        bina_header_key(name, key, sizeof key);
        for (size_t i = 0; i < found->count && meant == NULL; i++)
            if (strcmp(bina_header_key(found->items[i].name, other, sizeof other), key) == 0)
                meant = &found->items[i];
        if (meant == NULL && name[0] != '#')
            meant = add(found, name, length);
        free(name);
        if (meant != NULL && slot >= 0 && meant->fields < BINA_LOOK_COLUMN_FIELDS)
            meant->slots[meant->fields++] = slot;
        lines += length + (lines[length] == '\n');
    }
    return BINA_OK;
}

static bina_status
read_mapping(const bina_look_list *list, bina_look_cells *found)
{
    const bina_description *kind = bina_kind_description(BINA_SOURCE_RECORD);
    const char *yaml = bina_record_text(list->intake, BINA_INTAKE_MAPPING);
    bina_mapping *mapping = NULL;
    bina_status status = bina_mapping_read_bytes(yaml, strlen(yaml), kind, NULL, NULL, &mapping);
    const bina_document *document = status == BINA_OK ? mapping->document : NULL;
    int64_t n = BINA_NO_RECORD;

    if (status == BINA_OK)
        status = mean(
            found, bina_record_text(bina_document_record(document, 0), BINA_MAPPING_IGNORED), -1);
    while (status == BINA_OK &&
           (n = bina_document_find(document, "fields", 0, n)) != BINA_NO_RECORD) {
        const bina_record *record = bina_document_record(document, n);
        int slot = bina_description_find(kind, bina_record_text(record, BINA_MAPPED_FIELD));
        if (slot >= 0)
            status = mean(found, bina_record_text(record, BINA_MAPPED_COLUMN), slot);
    }
    bina_mapping_free(mapping);
    return status;
}

/* ---- how much was understood, and an example ---- */

/* Whether a list may fill a field: the others are the register's own. */
static bool
is_given(int slot)
{
    static const int own[] = {
        BINA_SOURCE_RECORD_ID,           BINA_SOURCE_RECORD_REVISION, BINA_SOURCE_RECORD_REGISTER,
        BINA_SOURCE_RECORD_INTAKE,       BINA_SOURCE_RECORD_STATE,    BINA_SOURCE_RECORD_NATURE,
        BINA_SOURCE_RECORD_CONTENT_HASH, BINA_SOURCE_RECORD_SCOPE,    BINA_SOURCE_RECORD_RAW,
        BINA_SOURCE_RECORD_PARTY,
    };

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i] == slot)
            return false;
    return true;
}

/* One row of as many counts as the kind has fields. */
static bina_status
count_read(const bina_looked *self, const bina_look_list *list, bina_look_cells *found)
{
    static const int kinds[] = {BINA_SOURCE_RECORD, BINA_NO_KIND};
    const bina_description *kind = bina_kind_description(BINA_SOURCE_RECORD);
    bina_description *description = bina_description_new("read", "Rows with a value, by field.");
    const bina_value values[] = {bina_integer_of(BINA_REF, list->id)};
    char text[4096] = "SELECT ";
    const bina_sql sql = {
        .text = text, .values = values, .count = 1, .kinds = kinds, .known_at = -1};
    bina_cursor *cursor = NULL;
    const bina_record *row;
    int slots = bina_description_count(kind);
    bina_status status = description != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (slots > BINA_LOOK_SLOTS)
        slots = BINA_LOOK_SLOTS;
    for (int slot = 0; status == BINA_OK && slot < slots; slot++) {
        const char *name = bina_field_name(bina_description_field(kind, slot));
        size_t used = strlen(text);
        (void)snprintf(text + used, sizeof text - used, is_given(slot) ? "%scount(%s)" : "%sNULL",
                       slot > 0 ? ", " : "", name);
        if (bina_description_add_field(description, name, BINA_INT, NULL, "", 0) < 0)
            status = BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_OK) {
        size_t used = strlen(text);
        (void)snprintf(text + used, sizeof text - used, " FROM source_records WHERE register = ?1");
        status = bina_sql_list(self->store, description, &sql, &cursor);
    }
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &row);
    for (int slot = 0; status == BINA_OK && slot < slots; slot++)
        found->read[slot] = bina_record_int(row, slot);
    bina_cursor_free(cursor);
    bina_description_free(description);
    return status;
}

/* What a row's field holds, as it may be shown; false when nothing. */
static bool
show_field(const bina_looked *self, const bina_record *row, int slot, char shown[BINA_LOOK_CELL])
{
    const bina_field *field = bina_description_field(bina_record_description(row), slot);
    bina_value value = bina_record_get(row, slot);
    char text[BINA_LOOK_CELL];

    if (value.type == BINA_NULL)
        return false;
    if (slot == BINA_SOURCE_RECORD_FOUNDED)
        (void)snprintf(text, sizeof text, "%d", (int)value.as.integer);
    else if (value.type == BINA_REAL)
        bina_words_real(self->language, value.as.real, 4, text);
    else
        bina_words_value(self->language, field, value, false, text, sizeof text);
    if (value.type == BINA_TEXT || value.type == BINA_DATE)
        bina_look_cell(slot, text, shown, BINA_LOOK_CELL);
    else
        (void)snprintf(shown, BINA_LOOK_CELL, "%s", text);
    return true;
}

/* Of every column a cell, if there is one a cell that was understood. */
static bina_status
find_examples(const bina_looked *self, const bina_look_list *list, bina_look_cells *found)
{
    bina_query *query = bina_query_new(BINA_SOURCE_RECORD);
    bina_ledger rows = {NULL, 0, 0};
    bina_cursor *cursor = NULL;
    const bina_record *cell;
    bina_status status;

    if (query != NULL) {
        bina_query_where_int(query, BINA_SOURCE_RECORD_REGISTER, BINA_EQ, list->id);
        bina_query_where_int(query, BINA_SOURCE_RECORD_ROW, BINA_LE, SAMPLE);
    }
    status = bina_ledger_load(&rows, self->store, query, 0);
    if (status == BINA_OK)
        status = select_columns(
            self,
            "SELECT cell.key, cell.value, source_records.id FROM source_records,"
            " json_each(raw) AS cell WHERE register = ?1 AND row <= ?2 ORDER BY row, cell.id",
            list->id, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &cell)) == BINA_OK) {
        bina_look_column *of = find(found, bina_record_text(cell, COLUMN_NAME));
        const bina_record *row = bina_ledger_get(&rows, bina_record_int(cell, COLUMN_NUMBER));
        const char *text = bina_record_text(cell, COLUMN_CELL);
        int slot = of != NULL && of->fields > 0 ? of->slots[0] : -1;
        if (of == NULL || row == NULL || text == NULL || of->read[0] != '\0' ||
            (slot < 0 && of->example[0] != '\0'))
            continue;
        if (slot < 0 || show_field(self, row, slot, of->read) || of->example[0] == '\0')
            bina_look_cell(slot, text, of->example, BINA_LOOK_CELL);
    }
    bina_cursor_free(cursor);
    bina_ledger_drop(&rows);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_look_cells_read(bina_look_cells *self, const bina_looked *looked, const bina_look_list *list)
{
    bina_status status = read_columns(looked, list, self);

    if (status == BINA_OK)
        status = read_mapping(list, self);
    if (status == BINA_OK)
        status = count_read(looked, list, self);
    if (status == BINA_OK)
        status = find_examples(looked, list, self);
    return status;
}
