/* Reading a sheet by its layout: the rows of data, and what was passed over told. */
#include "exchange/layout.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"

static void
tell(const bina_layout *layout, bina_error *fault, const char *rule, int64_t line)
{
    bina_error_at(fault, "row", NULL, rule);
    bina_error_in_file(fault, layout->file, line, 0);
    bina_error_in_sheet(fault, layout->sheet);
    if (strcmp(rule, "layout.other") != 0)
        bina_error_warn(fault);
    bina_faults_add(layout->faults, fault);
}

/* Tells of the rows passed over in one block, from the first to the last of them. */
static void
tell_block(bina_layout *layout)
{
    static const struct {
        bina_row_kind kind;
        const char *rule, *sentence[2];
    } told[] = {
        {BINA_ROW_TITLE,
         "layout.title",
         {"Lines above the header were passed over: %" PRId64 ".",
          "Baris di atas judul kolom dilewati: %" PRId64 "."}},
        {BINA_ROW_TOTAL,
         "layout.total",
         {"Rows that add up others were passed over: %" PRId64 ".",
          "Baris jumlah dilewati: %" PRId64 "."}},
        {BINA_ROW_NOTE,
         "layout.note",
         {"Remarks were passed over: %" PRId64 " rows.",
          "Baris keterangan dilewati: %" PRId64 "."}},
        {BINA_ROW_FOOTER,
         "layout.footer",
         {"Rows of date and signatures were passed over: %" PRId64 ".",
          "Baris tanggal dan tanda tangan dilewati: %" PRId64 "."}},
        {BINA_ROW_OTHER,
         "layout.other",
         {"Another table begins here; its rows were passed over: %" PRId64 ". Put it on a sheet of "
          "its own.",
          "Tabel lain mulai di sini; barisnya dilewati: %" PRId64 ". Letakkan di lembar "
          "tersendiri."}},
    };
    bina_layout_block *block = &layout->block;
    bina_error fault;
    size_t i;

    for (i = 0; block->rows > 0 && i < sizeof(told) / sizeof(told[0]); i++) {
        if (told[i].kind != block->kind)
            continue;
        bina_error_set(&fault, BINA_ERR_SYNTAX, told[i].sentence[0], told[i].sentence[1],
                       block->rows);
        tell(layout, &fault, told[i].rule, block->first);
    }
    block->rows = 0;
}

/* Counts a row and adds it to the block of its like. */
static void
count_row(bina_layout *layout, bina_row_kind kind, const bina_grid_row *row)
{
    layout->counts[kind]++;
    layout->hidden += kind == BINA_ROW_DATA && row->hidden;
    if (layout->block.rows > 0 && layout->block.kind != kind)
        tell_block(layout);
    if (kind == BINA_ROW_DATA)
        return;
    if (layout->block.rows == 0) {
        layout->block.kind = kind;
        layout->block.first = row->line;
    }
    layout->block.last = row->line;
    layout->block.rows++;
}

/* What is known once the sheet has ended. */
static void
tell_end(bina_layout *layout)
{
    bina_error fault;

    tell_block(layout);
    if (layout->hidden == 0)
        return;
    bina_error_set(&fault, BINA_ERR_SYNTAX,
                   "Hidden rows (by a filter, perhaps) were read as the others: %" PRId64 ".",
                   "Baris tersembunyi (mungkin oleh saringan) ikut dibaca: %" PRId64 ".",
                   layout->hidden);
    tell(layout, &fault, "layout.hidden", 0);
    layout->hidden = 0;
}

static void
tell_headless(const bina_layout *layout)
{
    bina_error fault;

    bina_error_set(&fault, BINA_ERR_SYNTAX,
                   "No header was found; the columns are called after their number.",
                   "Judul kolom tidak ditemukan; kolom dinamai menurut nomornya.");
    tell(layout, &fault, "layout.header", layout->rows[layout->header_end].line);
}

static void
tell_cut(const bina_layout *layout)
{
    bina_error fault;

    bina_error_set(&fault, BINA_ERR_SYNTAX,
                   "The table has more than %d columns; what stands behind them has no column.",
                   "Tabel memiliki lebih dari %d kolom; isi sesudahnya tidak masuk kolom mana pun.",
                   BINA_MOST_COLUMNS);
    tell(layout, &fault, "layout.columns",
         layout->rows[layout->header_end - !layout->headless].line);
}

bina_status
bina_layout_open(bina_layout *layout, bina_grid *grid, const char *sheet, bina_faults *faults,
                 bina_error *error)
{
    bina_status status;

    memset(layout, 0, sizeof(*layout));
    layout->grid = grid;
    layout->faults = faults;
    layout->number_cell = SIZE_MAX;
    snprintf(layout->file, sizeof(layout->file), "%s", bina_grid_name(grid));
    snprintf(layout->sheet, sizeof(layout->sheet), "%s", sheet);
    status = bina_layout_read_head(layout, error);
    if (status == BINA_OK)
        status = bina_layout_find_table(layout, error);
    if (status != BINA_OK || !layout->found)
        return status;
    bina_layout_note_places(layout);
    if (layout->headless)
        tell_headless(layout);
    if (layout->cut)
        tell_cut(layout);
    return BINA_OK;
}

void
bina_layout_drop(bina_layout *layout)
{
    size_t i;

    for (i = 0; i < layout->count; i++)
        free((void *)(uintptr_t)layout->rows[i].cells);
    bina_layout_drop_merged(layout);
    free(layout->rows);
    free(layout->columns);
    free(layout->title);
    memset(layout, 0, sizeof(*layout));
}

/* What one of the first rows is: before the header all are titles. */
static bina_row_kind
classify_first(bina_layout *layout, const bina_grid_row *row)
{
    size_t at = layout->next - 1;

    if (at < layout->above)
        return BINA_ROW_TITLE;
    if (at < layout->header_end)
        return BINA_ROW_HEADER;
    if (at == layout->header_end && !layout->headless && bina_layout_is_numbering(layout, row)) {
        layout->numbered = true;
        return BINA_ROW_NUMBERING;
    }
    return bina_layout_classify(layout, row);
}

bina_status
bina_layout_next(bina_layout *layout, bina_error *error, bina_grid_row *row)
{
    bina_row_kind kind;
    bina_status status;

    do {
        if (layout->next < layout->count) {
            *row = layout->rows[layout->next++];
            kind = classify_first(layout, row);
            layout->below += layout->next > layout->header_end;
        } else {
            status = layout->ended ? BINA_DONE : bina_grid_next(layout->grid, error, row);
            if (status == BINA_DONE)
                tell_end(layout);
            if (status != BINA_OK)
                return status;
            kind = bina_layout_classify(layout, row);
            layout->below++;
        }
        count_row(layout, kind, row);
        if (bina_layout_fill_merged(layout, kind, row) != BINA_OK)
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    } while (kind != BINA_ROW_DATA);
    return BINA_OK;
}
