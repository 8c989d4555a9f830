#include "exchange/grid.h"
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/text.h"

struct bina_grid {
    const bina_grid_functions *functions;
    void *self;
    char *name;
    size_t sheets, open; /* how many there are, and which is read */
    bina_status failed; /* said again when asked again */
    bina_error *why;
};

bina_grid *
bina_grid_new(const bina_grid_functions *functions, void *self, const char *name, size_t sheets)
{
    bina_grid *grid = calloc(1, sizeof(*grid));

    if (grid == NULL) {
        functions->free(self);
        return NULL;
    }
    grid->functions = functions;
    grid->self = self;
    grid->sheets = sheets;
    grid->name = bina_text_copy(name);
    grid->why = bina_error_new();
    if (grid->name == NULL || grid->why == NULL) {
        bina_grid_free(grid);
        return NULL;
    }
    return grid;
}

void
bina_grid_free(bina_grid *grid)
{
    if (grid == NULL)
        return;
    grid->functions->free(grid->self);
    bina_error_free(grid->why);
    free(grid->name);
    free(grid);
}

const char *
bina_grid_name(const bina_grid *grid)
{
    return grid->name;
}

size_t
bina_grid_sheets(const bina_grid *grid)
{
    return grid->sheets;
}

const char *
bina_grid_sheet(const bina_grid *grid, size_t sheet, bina_sheet_state *state)
{
    bina_sheet_state ignored;

    return grid->functions->sheet(grid->self, sheet, state != NULL ? state : &ignored);
}

/* Tells what went wrong, and on which sheet. */
static bina_status
tell(bina_grid *grid, bina_error *error)
{
    const char *sheet = bina_grid_sheet(grid, grid->open, NULL);

    if (sheet[0] != '\0')
        bina_error_in_sheet(grid->why, sheet);
    bina_error_copy(error, grid->why);
    return grid->failed;
}

bina_status
bina_grid_open(bina_grid *grid, size_t sheet, bina_error *error)
{
    if (sheet >= grid->sheets)
        return bina_error_set(error, BINA_ERR_USAGE, "There is no such sheet.",
                              "Tidak ada lembar seperti itu.");
    grid->open = sheet;
    grid->failed = grid->functions->open(grid->self, sheet, grid->why);
    return grid->failed == BINA_OK ? BINA_OK : tell(grid, error);
}

bina_status
bina_grid_next(bina_grid *grid, bina_error *error, bina_grid_row *row)
{
    bina_status status;

    if (grid->failed != BINA_OK)
        return tell(grid, error);
    status = grid->functions->next(grid->self, grid->why, row);
    if (status >= 0)
        return status;
    grid->failed = status;
    return tell(grid, error);
}
