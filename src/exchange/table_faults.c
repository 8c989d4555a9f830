/* What is odd about the rows and cells of a file, told. */
#include "exchange/grid_csv.h"
#include "exchange/table.h"

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

bool
bina_table_has_extra(const bina_table *table, const bina_grid_row *row)
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

    if (bina_table_has_extra(table, row)) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The row has %zu cells where the header has %zu; the rest was dropped. "
                       "Quote texts that contain the delimiter.",
                       "Baris berisi %zu sel, sedangkan judul %zu; sisanya dibuang. "
                       "Beri tanda kutip pada teks yang memuat pemisah.",
                       row->total, table->width);
        bina_table_fault(table, &fault, BINA_ERROR, "csv.long", row->line, table->width);
    } else if (row->count < table->width) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The row has %zu %s where the header has %zu; the rest is empty.",
                       "Baris berisi %zu sel%.0s, sedangkan judul %zu; sisanya kosong.", row->total,
                       row->total == 1 ? "cell" : "cells", table->width);
        bina_table_fault(table, &fault, BINA_WARNING, "csv.short", row->line, row->count);
    }
}

/* How many cells of a row have something in them: of all, less those under a header. */
static bool
has_beside(const bina_table *table, const bina_grid_row *row)
{
    size_t filled = 0, i;
    int column;

    /* Where the columns are the first cells in their order, none of these stands beside them. */
    for (column = 0; column < table->columns && table->cells[column] == (size_t)column; column++)
        ;
    if (column >= table->columns && row->count <= (size_t)column)
        return false;
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
