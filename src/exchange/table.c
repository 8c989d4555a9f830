/* Tables: their columns, the file's and those that tell where a row stands. */
#include "exchange/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "exchange/encoding.h"
#include "exchange/faults.h"

#define NAME_LIMIT 200

bina_table *
bina_table_new(const char *name, const char *doc, const char *file, bina_faults *faults,
               const bina_table_feed *feed, void *source)
{
    bina_table *table = calloc(1, sizeof(*table));
    int i;

    if (table == NULL) {
        feed->free(source);
        return NULL;
    }
    table->feed = feed;
    table->source = source;
    table->faults = bina_faults_hold(faults);
    table->file = bina_text_copy(file);
    table->description = bina_description_new(name != NULL ? name : "row", doc);
    for (i = 0; i < BINA_OWN_COLUMNS; i++)
        table->own[i] = -1;
    if (table->file != NULL && table->description != NULL)
        return table;
    bina_table_free(table);
    return NULL;
}

void
bina_table_free(bina_table *table)
{
    if (table == NULL)
        return;
    table->feed->free(table->source);
    bina_description_free(table->description);
    bina_faults_free(table->faults);
    free(table->file);
    free(table->sheet);
    free(table->cells);
    free(table->extra);
    free(table->kinds);
    free(table);
}

size_t
bina_header_tidy(const char *text, size_t length, char *name, size_t room)
{
    size_t i, used = 0;
    bool gap = false;

    for (i = 0; i < length && used + 2 < room; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte <= ' ' || byte == 0x7F) {
            gap = used > 0;
            continue;
        }
        if (byte == 0xC2 && i + 1 < length && (unsigned char)text[i + 1] == 0xA0) {
            gap = used > 0; /* no-break space */
            i++;
            continue;
        }
        if (gap)
            name[used++] = ' ';
        gap = false;
        name[used++] = (char)byte;
    }
    used = bina_utf8_valid(name, used); /* the room may have cut a letter */
    name[used] = '\0';
    return used;
}

/* Adds a field under a name that is still free, which is left in `tried`. */
static int
add_field(bina_table *table, const char *name, bina_type type, const char *format, const char *doc,
          char tried[NAME_LIMIT + 32], int *n)
{
    snprintf(tried, NAME_LIMIT + 32, "%.*s", NAME_LIMIT, name);
    for (*n = 1; bina_description_find(table->description, tried) >= 0;)
        snprintf(tried, NAME_LIMIT + 32, "%.*s (%d)", NAME_LIMIT, name, ++*n);
    return bina_description_add_field(table->description, tried, type, format, doc, 0);
}

/* "Column D.", where the cell is not the n-th for the n-th column. */
static const char *
say_cell(size_t cell, char doc[32])
{
    char letters[8];
    size_t n = sizeof(letters);

    letters[--n] = '\0';
    for (cell++; cell > 0 && n > 0; cell = (cell - 1) / 26)
        letters[--n] = (char)('A' + (cell - 1) % 26);
    snprintf(doc, 32, "Column %s.", letters + n);
    return doc;
}

int
bina_column_cell(const bina_description *columns, int slot)
{
    const char *doc = bina_field_doc(bina_description_field(columns, slot));
    int cell = 0;

    if (doc == NULL || strncmp(doc, "Column ", 7) != 0)
        return slot + 1;
    for (doc += 7; *doc >= 'A' && *doc <= 'Z' && cell < BINA_TABLE_COLUMNS; doc++)
        cell = cell * 26 + (*doc - 'A') + 1;
    return cell > 0 ? cell : slot + 1;
}

bina_status
bina_table_add_column(bina_table *table, const char *name, const char *format, size_t cell,
                      int64_t line)
{
    char numbered[32], doc[32], tried[NAME_LIMIT + 32];
    bool empty = name == NULL || name[0] == '\0';
    bina_error fault;
    int n, slot;

    if (!bina_vector_reserve(&table->cells, &table->cells_room, (size_t)table->columns + 1,
                             sizeof(*table->cells)))
        return BINA_ERR_NO_MEMORY;
    snprintf(numbered, sizeof(numbered), "column %zu", cell + 1);
    slot = add_field(table, empty ? numbered : name, BINA_TEXT, format,
                     cell == (size_t)table->columns ? "" : say_cell(cell, doc), tried, &n);
    if (slot < 0)
        return (bina_status)slot;
    table->cells[table->columns++] = cell;
    if (cell + 1 > table->width)
        table->width = cell + 1;
    if (name == NULL)
        return BINA_OK;
    if (empty) {
        bina_error_set(&fault, BINA_ERR_SYNTAX, "The column has no header; it is called \"%s\".",
                       "Kolom tanpa judul; dinamai \"%s\".", tried);
        bina_table_fault(table, &fault, BINA_WARNING, "csv.header.empty", line, cell);
    } else if (n > 1) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "Another column has the same header; this one is called \"%s\".",
                       "Ada kolom lain berjudul sama; yang ini dinamai \"%s\".", tried);
        bina_table_fault(table, &fault, BINA_WARNING, "csv.header.duplicate", line, cell);
    }
    return BINA_OK;
}

static const struct own_column {
    bina_type type;
    const char *format, *doc;
} own_columns[BINA_OWN_COLUMNS] = {
    {BINA_INT, "line", "Line in the file, from 1."},
    {BINA_INT, "row", "Row below the header, from 1."},
    {BINA_TEXT, "extra", "Cells beyond the header's columns."},
    {BINA_TEXT, "sheet", "The sheet's name."},
    {BINA_TEXT, "section", "The nearest heading above."},
    {BINA_TEXT, "village", "Told by a heading, the sheet's name or the title."},
    {BINA_TEXT, "district", "Told by a heading, the sheet's name or the title."},
    {BINA_TEXT, "regency", "Told by a heading, the sheet's name or the title."},
    {BINA_TEXT, "kinds", "What the cells held, a letter each."},
};

bool
bina_column_is_own(const bina_field *field)
{
    const char *format = bina_field_format(field);
    int i;

    for (i = 0; format != NULL && i < BINA_OWN_COLUMNS; i++)
        if (bina_field_type(field) == own_columns[i].type &&
            strcmp(format, own_columns[i].format) == 0)
            return true;
    return false;
}

int
bina_column_find_own(const bina_description *columns, bina_own_column which)
{
    int slot = bina_description_count(columns);
    const char *format;

    while (--slot >= 0) {
        format = bina_field_format(bina_description_field(columns, slot));
        if (format != NULL && strcmp(format, own_columns[which].format) == 0 &&
            bina_field_type(bina_description_field(columns, slot)) == own_columns[which].type)
            break;
    }
    return slot;
}

bina_status
bina_table_add_own(bina_table *table, const char *const names[BINA_OWN_COLUMNS])
{
    char tried[NAME_LIMIT + 32];
    int i, n;

    for (i = 0; i < BINA_OWN_COLUMNS; i++) {
        if (names[i] == NULL)
            continue;
        table->own[i] = add_field(table, names[i], own_columns[i].type, own_columns[i].format,
                                  own_columns[i].doc, tried, &n);
        if (table->own[i] < 0)
            return (bina_status)table->own[i];
    }
    if (names[BINA_OWN_KINDS] == NULL || table->delimiter != '\0')
        return BINA_OK;
    table->kinds = calloc((size_t)table->columns + 1, 1);
    return table->kinds != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}
