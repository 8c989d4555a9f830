#include "exchange/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "exchange/encoding.h"
#include "exchange/faults.h"
#include "exchange/grid_csv.h"
#include "model/batch.h"
#include "model/cursor.h"

#define BATCH_BYTES ((size_t)4 * 1024 * 1024)
#define NAME_LIMIT  200

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

/* ---- faults ---- */

void
bina_table_fault(const bina_table *table, bina_error *fault, bina_severity severity,
                 const char *rule, int64_t line, size_t cell)
{
    const char *field = NULL;
    int i;

    for (i = 0; cell != SIZE_MAX && i < table->columns; i++)
        if (table->cells[i] == cell)
            field = bina_field_name(bina_description_field(table->description, i));
    bina_error_at(fault, bina_description_name(table->description), field, rule);
    bina_error_in_file(fault, table->file, line, cell == SIZE_MAX ? 0 : (int64_t)cell + 1);
    bina_error_in_sheet(fault, table->sheet);
    if (severity == BINA_WARNING)
        bina_error_warn(fault);
    bina_faults_add(table->faults, fault);
}

static void
report_cell(const bina_table *table, const bina_grid_row *row, size_t i)
{
    unsigned flags = row->cells[i].flags;
    bina_error fault;

    if (flags & BINA_GRID_CSV_UNCLOSED) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "A quote opens the cell and is never closed; it was read as a letter.",
                       "Tanda kutip membuka sel tanpa penutup; dibaca sebagai huruf biasa.");
        bina_table_fault(table, &fault, BINA_WARNING, "csv.unclosed", row->line, i);
    } else if (flags & BINA_GRID_CSV_STRAY) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "A quote stands in the middle of the cell; it was read as Excel does.",
                       "Tanda kutip di tengah sel; dibaca seperti Excel membacanya.");
        bina_table_fault(table, &fault, BINA_WARNING, "csv.quote", row->line, i);
    }
    if (flags & BINA_GRID_CSV_NUL) {
        bina_error_set(&fault, BINA_ERR_SYNTAX, "NUL bytes in the cell were dropped.",
                       "Bita NUL di dalam sel dibuang.");
        bina_table_fault(table, &fault, BINA_WARNING, "csv.nul", row->line, i);
    }
    if (flags & BINA_GRID_CSV_FOREIGN) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The cell is not UTF-8; it was read as Windows-1252.",
                       "Sel bukan UTF-8; dibaca sebagai Windows-1252.");
        bina_table_fault(table, &fault, BINA_WARNING, "csv.encoding", row->line, i);
    }
    if ((flags & BINA_GRID_FORMULA) != 0 && row->cells[i].kind == BINA_GRID_EMPTY) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The cell's formula was never computed, so its value is not known; open the "
                       "file in a spreadsheet and save it.",
                       "Rumus di sel belum pernah dihitung sehingga nilainya tidak diketahui; buka "
                       "berkas di lembar kerja lalu simpan.");
        bina_table_fault(table, &fault, BINA_WARNING, "cell.uncomputed", row->line, i);
    }
}

static bool
is_blank(const bina_grid_cell *cell)
{
    size_t i;

    for (i = 0; i < cell->length; i++)
        if (cell->text[i] != ' ' && cell->text[i] != '\t')
            return false;
    return true;
}

/* Whether a row has more than blanks beyond the table's columns. */
static bool
has_extra(const bina_table *table, const bina_grid_row *row)
{
    size_t i;

    if (row->total > row->count)
        return true;
    for (i = table->width; i < row->count; i++)
        if (!is_blank(&row->cells[i]))
            return true;
    return false;
}

static void
report_width(const bina_table *table, const bina_grid_row *row)
{
    bina_error fault;

    if (has_extra(table, row)) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The row has %zu cells where the header has %zu; the rest was dropped. "
                       "Quote texts that contain the delimiter.",
                       "Baris berisi %zu sel, sedangkan judul %zu; sisanya dibuang. "
                       "Beri tanda kutip pada teks yang memuat pemisah.",
                       row->total, table->width);
        bina_table_fault(table, &fault, BINA_ERROR, "csv.long", row->line, table->width);
    } else if (row->count < table->width) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The row has %zu cells where the header has %zu; the rest is empty.",
                       "Baris berisi %zu sel, sedangkan judul %zu; sisanya kosong.", row->total,
                       table->width);
        bina_table_fault(table, &fault, BINA_WARNING, "csv.short", row->line, row->count);
    }
}

/* How many cells of a row have something in them: of all, less those under a header. */
static bool
has_beside(const bina_table *table, const bina_grid_row *row)
{
    size_t filled = 0, i;
    int column;

    for (i = 0; i < row->count; i++)
        filled += !is_blank(&row->cells[i]);
    for (column = 0; column < table->columns && filled > 0; column++)
        if (table->cells[column] < row->count)
            filled -= !is_blank(&row->cells[table->cells[column]]);
    return filled > 0;
}

/* Cells that stand beside the table's columns or between them. */
static void
report_beside(const bina_table *table, const bina_grid_row *row)
{
    bina_error fault;
    size_t i;
    int column;

    for (i = 0; i < row->count; i++) {
        if (row->cells[i].length == 0 || is_blank(&row->cells[i]))
            continue;
        for (column = 0; column < table->columns && table->cells[column] != i; column++)
            ;
        if (column < table->columns)
            continue;
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The cell stands under no header; it was passed over.",
                       "Sel tidak berada di bawah judul kolom; dilewati.");
        bina_table_fault(table, &fault, BINA_WARNING, "layout.beside", row->line, i);
    }
}

void
bina_table_report(const bina_table *table, const bina_grid_row *row)
{
    const unsigned odd = BINA_GRID_CSV_ODD | BINA_GRID_FORMULA;
    size_t i;

    if (table->faults == NULL)
        return;
    if (row->flags & odd)
        for (i = 0; i < row->count && i < table->width; i++)
            if (row->cells[i].flags & odd)
                report_cell(table, row, i);
    if (table->delimiter != '\0' && row->total != table->width)
        report_width(table, row);
    if ((table->delimiter == '\0' || row->count <= table->width) && has_beside(table, row))
        report_beside(table, row);
}

/* ---- columns ---- */

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
        table->own[i] =
            add_field(table, names[i], own_columns[i].type, own_columns[i].format,
                      own_columns[i].doc, tried, &n);
        if (table->own[i] < 0)
            return (bina_status)table->own[i];
    }
    if (names[BINA_OWN_KINDS] == NULL || table->delimiter != '\0')
        return BINA_OK;
    table->kinds = calloc((size_t)table->columns + 1, 1);
    return table->kinds != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}

/* ---- rows ---- */

/*
 * A cell as those who read it next understand it: a number's "113.213" must not be taken for a
 * hundred thousand, and one whose last digits a spreadsheet lost shows so, as it does there.
 */
static const char *
text_of(bina_table *table, const bina_grid_cell *cell, size_t *length)
{
    char digits[32];
    size_t point;
    int used;

    *length = cell->length;
    if (cell->kind != BINA_GRID_NUMBER || cell->length >= sizeof(digits))
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

    if (status == BINA_OK &&
        (row->flags != 0 || row->total != table->width || !table->aligned))
        bina_table_report(table, row);
    return status;
}

static bool
keeps_extra(const bina_table *table, const bina_grid_row *row)
{
    return table->own[BINA_OWN_EXTRA] >= 0 && table->delimiter != '\0' && has_extra(table, row);
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
