/*
 * Sheets that came back. They may have been sorted, cut, copied and given other columns: the header
 * is looked for, and each column by what it is called in either language.
 */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "exchange/grid_csv.h"
#include "exchange/mapping.h"
#include "exchange/words.h"
#include "register/confirm.h"

enum { LOOK_FOR_HEADER = 100, LONGEST = 4000 };

struct bina_confirm_reader {
    bina_grid *grid;
    size_t sheet;                         /* the next one to open */
    bool inside;                          /* behind the header of a sheet */
    bool found;                           /* a header in any sheet */
    size_t columns[BINA_CONFIRM_COLUMNS]; /* from 1; 0: not there */
    char *cells[BINA_CONFIRM_COLUMNS];
};

/* What else agencies call the columns that matter. */
static const struct {
    int column;
    const char *name;
} aliases[] = {
    {BINA_CONFIRM_ROW_CODE, "kode konfirmasi"},  {BINA_CONFIRM_ROW_NUMBER, "nomor"},
    {BINA_CONFIRM_ROW_NUMBER, "no usaha"},       {BINA_CONFIRM_ROW_ANSWER, "jawab"},
    {BINA_CONFIRM_ROW_ANSWER, "status jawaban"}, {BINA_CONFIRM_ROW_CLOSED_ON, "tanggal tutup"},
    {BINA_CONFIRM_ROW_CLOSED_ON, "tgl tutup"},   {BINA_CONFIRM_ROW_MOVED_TO, "alamat baru"},
    {BINA_CONFIRM_ROW_TWIN, "ganda dengan"},     {BINA_CONFIRM_ROW_TWIN, "twin of"},
    {BINA_CONFIRM_ROW_REMARKS, "catatan"},       {BINA_CONFIRM_ROW_REMARKS, "ket"},
    {BINA_CONFIRM_ROW_REMARKS, "notes"},
};

bina_status
bina_confirm_reader_open(const char *path, bina_error *error, bina_confirm_reader **reader)
{
    bina_confirm_reader *made = calloc(1, sizeof *made);
    bina_input *input = NULL;
    bina_csv_options csv;
    bina_csv_begin begin;
    bina_status status = BINA_ERR_NO_MEMORY;

    *reader = NULL;
    if (made == NULL)
        return bina_error_plain(error, status);
    for (int i = 0; i < BINA_CONFIRM_COLUMNS; i++) {
        made->cells[i] = malloc(LONGEST + 1);
        if (made->cells[i] == NULL) {
            bina_error_plain(error, status);
            goto out;
        }
    }
    status = bina_csv_options_take(NULL, &csv, error);
    if (status == BINA_OK)
        status = bina_input_open(path, error, &input);
    if (status == BINA_OK)
        status = bina_grid_of(input, &csv, error, &begin, &made->grid);
    if (status != BINA_OK)
        goto out;
    *reader = made;
    return BINA_OK;
out:
    bina_confirm_reader_free(made);
    return status;
}

void
bina_confirm_reader_free(bina_confirm_reader *reader)
{
    if (reader == NULL)
        return;
    bina_grid_free(reader->grid);
    for (int i = 0; i < BINA_CONFIRM_COLUMNS; i++)
        free(reader->cells[i]);
    free(reader);
}

/* ---- the header ---- */

/* A cell as text ended by NUL, tidied, cut where it is absurdly long. */
static void
copy_cell(const bina_grid_row *row, size_t at, char text[LONGEST + 1])
{
    size_t length = at < row->count ? row->cells[at].length : 0;

    if (length > LONGEST)
        length = LONGEST;
    text[length > 0 ? bina_words_tidy(row->cells[at].text, length, text) : 0] = '\0';
    bina_text_trim_partial(text);
}

static bool
is_called(const char *key, const char *name)
{
    char wanted[BINA_HEADER_KEY];

    return strcmp(key, bina_header_key(name, wanted, sizeof wanted)) == 0;
}

static int
column_of(const char *key, const bina_description *description)
{
    for (int i = 0; i < BINA_CONFIRM_COLUMNS; i++) {
        const bina_field *field = bina_description_field(description, i);
        if (is_called(key, bina_field_label(field, BINA_ENGLISH)) ||
            is_called(key, bina_field_label(field, BINA_INDONESIAN)))
            return i;
    }
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (is_called(key, aliases[i].name))
            return aliases[i].column;
    return -1;
}

/* Whether a row is the header; then the columns are known. */
static bool
is_header(bina_confirm_reader *self, const bina_grid_row *row, const bina_description *description)
{
    char key[BINA_HEADER_KEY];
    int column;

    memset(self->columns, 0, sizeof self->columns);
    for (size_t i = 0; i < row->count; i++) {
        copy_cell(row, i, self->cells[0]);
        bina_header_key(self->cells[0], key, sizeof key);
        column = key[0] != '\0' ? column_of(key, description) : -1;
        if (column >= 0 && self->columns[column] == 0)
            self->columns[column] = i + 1;
    }
    return self->columns[BINA_CONFIRM_ROW_ANSWER] != 0 &&
           (self->columns[BINA_CONFIRM_ROW_CODE] != 0 ||
            self->columns[BINA_CONFIRM_ROW_NUMBER] != 0);
}

/* Opens the next sheet that has a header, behind it. BINA_DONE when there is none. */
static bina_status
next_sheet(bina_confirm_reader *self, bina_error *error)
{
    bina_description *description = bina_confirm_row_description();
    bina_status status = BINA_OK;
    bina_grid_row row;

    if (description == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    self->inside = false;
    while (status == BINA_OK && !self->inside) {
        status = self->sheet < bina_grid_sheets(self->grid)
                     ? bina_grid_open(self->grid, self->sheet++, error)
                     : BINA_DONE;
        for (int n = 0; status == BINA_OK && n < LOOK_FOR_HEADER && !self->inside; n++) {
            status = bina_grid_next(self->grid, error, &row);
            self->inside = status == BINA_OK && is_header(self, &row, description);
        }
        if (status == BINA_DONE && self->sheet < bina_grid_sheets(self->grid))
            status = BINA_OK;
    }
    bina_description_free(description);
    self->found = self->found || self->inside;
    return self->inside ? BINA_OK : status;
}

/* ---- rows ---- */

static bool
says_something(const bina_confirm_reader *self)
{
    return self->cells[BINA_CONFIRM_ROW_CODE][0] != '\0' ||
           self->cells[BINA_CONFIRM_ROW_NUMBER][0] != '\0' ||
           self->cells[BINA_CONFIRM_ROW_ANSWER][0] != '\0';
}

static bina_status
no_sheet(const bina_confirm_reader *self, bina_error *error)
{
    bina_error_set(error, BINA_ERR_SYNTAX,
                   "No sheet of this file has a column of codes and one of answers; is it the "
                   "workbook that was sent?",
                   "Tidak ada lembar dengan kolom kode dan jawaban di berkas ini; apakah ini buku "
                   "kerja yang dikirim?");
    bina_error_at(error, "confirmation", NULL, "confirm.no-sheet");
    bina_error_in_file(error, bina_grid_name(self->grid), 0, 0);
    return BINA_ERR_SYNTAX;
}

bina_status
bina_confirm_reader_next(bina_confirm_reader *self, bina_confirm_answer *answer, bina_error *error)
{
    bina_grid_row row;
    bina_status status;

    for (;;) {
        if (!self->inside) {
            status = next_sheet(self, error);
            if (status != BINA_OK)
                return status == BINA_DONE && !self->found ? no_sheet(self, error) : status;
        }
        status = bina_grid_next(self->grid, error, &row);
        if (status == BINA_DONE) {
            self->inside = false;
            continue;
        }
        if (status != BINA_OK)
            return status;
        for (int i = 0; i < BINA_CONFIRM_COLUMNS; i++) {
            self->cells[i][0] = '\0';
            if (self->columns[i] > 0)
                copy_cell(&row, self->columns[i] - 1, self->cells[i]);
            answer->cells[i] = self->cells[i];
            answer->columns[i] = (int64_t)self->columns[i];
        }
        if (!says_something(self))
            continue;
        answer->sheet = bina_grid_sheet(self->grid, self->sheet - 1, NULL);
        answer->line = row.line;
        return BINA_OK;
    }
}
