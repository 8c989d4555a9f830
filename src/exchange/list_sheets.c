#include "exchange/list_sheets.h"
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "exchange/headers.h"
#include "exchange/mapping.h"

#define KNOWN 60 /* the score from which on a header is held to be a field's */

/* Columns of all sheets: each is compared with those of every other sheet. */
#define MOST_SEEN 32768

/* ---- looking ---- */

static bina_status
refuse_columns(const bina_grid *grid, size_t most, bina_error *error)
{
    bina_error_set(error, BINA_ERR_SYNTAX,
                   "The sheets have more than %zu columns together. Ask for one of them, or put "
                   "the list into a workbook of its own.",
                   "Lembar-lembarnya memiliki lebih dari %zu kolom. Pilih salah satu lembar, atau "
                   "letakkan daftarnya di berkas tersendiri.",
                   most);
    bina_error_at(error, NULL, NULL, "list.columns");
    bina_error_in_file(error, bina_grid_name(grid), 0, 0);
    return BINA_ERR_SYNTAX;
}

static int
by_key(const void *a, const void *b)
{
    const bina_sheet_column *one = *(bina_sheet_column *const *)a;
    const bina_sheet_column *other = *(bina_sheet_column *const *)b;
    int order = strcmp(one->key, other->key);

    return order != 0 ? order : (one->cell > other->cell) - (one->cell < other->cell);
}

/* Sorts a sheet's columns, and numbers those of the same key. */
static bina_status
sort_columns(bina_sheet_view *view)
{
    size_t i;

    view->sorted = calloc(view->count + 1, sizeof(*view->sorted));
    if (view->sorted == NULL)
        return BINA_ERR_NO_MEMORY;
    for (i = 0; i < view->count; i++)
        view->sorted[i] = &view->columns[i];
    qsort(view->sorted, view->count, sizeof(*view->sorted), by_key);
    for (i = 1; i < view->count; i++)
        if (strcmp(view->sorted[i]->key, view->sorted[i - 1]->key) == 0)
            view->sorted[i]->nth = view->sorted[i - 1]->nth + 1;
    return BINA_OK;
}

static bool
is_known(const char *key)
{
    const bina_description *rows = bina_kind_description(BINA_SOURCE_RECORD);
    int slot;

    for (slot = 0; slot < bina_description_count(rows); slot++)
        if (bina_header_score(key, rows, slot) >= KNOWN)
            return true;
    return false;
}

static bina_status
view_sheet(bina_sheet_view *view, const bina_layout *layout)
{
    char key[BINA_HEADER_KEY];
    bina_sheet_column *column;
    size_t i;

    for (i = 0; i < layout->column_count; i++) {
        if (!bina_vector_reserve(&view->columns, &view->room, view->count + 1,
                                 sizeof(*view->columns)))
            return BINA_ERR_NO_MEMORY;
        bina_header_key(layout->columns[i].name, key, sizeof(key));
        column = &view->columns[view->count++];
        column->name = bina_text_copy(layout->columns[i].name);
        column->key = bina_text_copy(key);
        if (column->name == NULL || column->key == NULL)
            return BINA_ERR_NO_MEMORY;
        column->cell = layout->columns[i].cell;
        column->counts = column->cell == layout->number_cell;
        column->nth = 0;
    }
    if (sort_columns(view) != BINA_OK)
        return BINA_ERR_NO_MEMORY;
    for (i = 0; i < view->count; i++)
        view->known += view->columns[i].nth == 0 && is_known(view->columns[i].key);
    view->rows = layout->count - layout->header_end;
    view->headless = layout->headless;
    view->line = layout->rows[layout->header_end - !layout->headless].line;
    if (layout->title != NULL) {
        view->title = bina_text_copy(layout->title);
        if (view->title == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

/* Looks at one sheet, opened anew; leaves it UNASKED when it is empty. */
static bina_status
look_at_sheet(bina_sheet_plan *plan, bina_grid *grid, size_t sheet, bina_error *error)
{
    bina_layout layout;
    bina_status status = bina_grid_open(grid, sheet, error);

    if (status != BINA_OK)
        return status;
    status = bina_layout_open(&layout, grid, bina_grid_sheet(grid, sheet, NULL), NULL, error);
    if (status == BINA_OK && layout.count > 0)
        plan->uses[sheet] = layout.found ? BINA_SHEET_OTHER : BINA_SHEET_NO_TABLE;
    plan->seen += layout.column_count;
    if (status == BINA_OK && plan->seen > MOST_SEEN)
        status = refuse_columns(grid, MOST_SEEN, error);
    if (status == BINA_OK && layout.found) {
        status = view_sheet(&plan->views[sheet], &layout);
        if (status != BINA_OK)
            bina_error_plain(error, status);
    }
    bina_layout_drop(&layout);
    return status;
}

/* ---- choosing ---- */

/* Whether two tables have most of their columns in common. */
static bool
is_same_table(const bina_sheet_view *one, const bina_sheet_view *other)
{
    size_t common = 0, i = 0, k = 0;
    int order;

    while (i < one->count && k < other->count) {
        order = strcmp(one->sorted[i]->key, other->sorted[k]->key);
        if (order == 0) /* the n-th of the one with the n-th of the other */
            order = one->sorted[i]->nth - other->sorted[k]->nth;
        common += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    return common * 10 >= (one->count + other->count - common) * 6;
}

/* How much of a list a table is: what a register knows, on however many sheets it stands. */
static size_t
worth_of(const bina_sheet_plan *plan, size_t sheet)
{
    size_t rows = 0, i;

    for (i = 0; i < plan->sheets; i++)
        if (plan->uses[i] == BINA_SHEET_OTHER &&
            is_same_table(&plan->views[sheet], &plan->views[i]))
            rows += plan->views[i].rows;
    return plan->views[sheet].known * 100000 + rows * 10 + plan->views[sheet].count;
}

static bina_status
choose(bina_sheet_plan *plan, const char *file, bina_error *error)
{
    size_t best = plan->sheets, most = 0, worth, i;

    for (i = 0; i < plan->sheets; i++) {
        if (plan->uses[i] != BINA_SHEET_OTHER)
            continue;
        worth = worth_of(plan, i);
        if (best == plan->sheets || worth > most) {
            best = i;
            most = worth;
        }
    }
    if (best == plan->sheets) {
        bina_error_set(error, BINA_ERR_SYNTAX,
                       "The file is empty or holds no table; a header with names was expected.",
                       "Berkas kosong atau tidak memuat tabel; seharusnya ada baris judul.");
        bina_error_in_file(error, file, 1, 0);
        return BINA_ERR_SYNTAX;
    }
    plan->first = best;
    for (i = 0; i < plan->sheets; i++)
        if (plan->uses[i] == BINA_SHEET_OTHER && is_same_table(&plan->views[best], &plan->views[i]))
            plan->uses[i] = BINA_SHEET_READ;
    return BINA_OK;
}

/* Takes the columns of a sheet that no sheet before had. */
static bina_status
join_columns(bina_sheet_plan *plan, size_t sheet, const bina_grid *grid, bina_error *error)
{
    const bina_sheet_view *view = &plan->views[sheet];
    size_t i, k;

    for (i = 0; i < view->count; i++) {
        for (k = 0; k < plan->count; k++)
            if (plan->columns[k].nth == view->columns[i].nth &&
                strcmp(plan->columns[k].key, view->columns[i].key) == 0)
                break;
        if (k < plan->count)
            continue;
        if (plan->count == BINA_MOST_COLUMNS)
            return refuse_columns(grid, BINA_MOST_COLUMNS, error);
        if (!bina_vector_reserve(&plan->columns, &plan->room, plan->count + 1,
                                 sizeof(*plan->columns)))
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        plan->columns[plan->count++] = view->columns[i];
    }
    return BINA_OK;
}

static bina_status
find_sheet(const bina_grid *grid, const char *name, size_t *sheet, bina_error *error)
{
    char names[256] = "";
    const char *each;
    size_t used = 0, length;

    for (*sheet = 0; *sheet < bina_grid_sheets(grid); (*sheet)++) {
        each = bina_grid_sheet(grid, *sheet, NULL);
        if (bina_text_equal_nocase(each, name))
            return BINA_OK;
        length = strlen(each);
        if (used + length + 3 < sizeof(names)) {
            memcpy(names + used, used > 0 ? ", " : "", used > 0 ? 2 : 0);
            used += used > 0 ? 2 : 0;
            memcpy(names + used, each, length + 1);
            used += length;
        }
    }
    bina_error_set(error, BINA_ERR_NOT_FOUND, "There is no sheet \"%.100s\"; there are: %s.",
                   "Tidak ada lembar \"%.100s\"; yang ada: %s.", name, names);
    bina_error_in_file(error, bina_grid_name(grid), 0, 0);
    return BINA_ERR_NOT_FOUND;
}

bina_status
bina_sheet_plan_make(bina_sheet_plan *plan, bina_grid *grid, const bina_layout *layout,
                     const char *sheet, bina_error *error)
{
    size_t only = SIZE_MAX, i;
    bina_status status = BINA_OK;

    plan->sheets = bina_grid_sheets(grid);
    plan->uses = calloc(plan->sheets, sizeof(*plan->uses));
    plan->views = calloc(plan->sheets, sizeof(*plan->views));
    if (plan->uses == NULL || plan->views == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (sheet != NULL)
        status = find_sheet(grid, sheet, &only, error);
    if (status == BINA_OK && plan->sheets == 1) {
        plan->uses[0] = layout->found ? BINA_SHEET_OTHER : BINA_SHEET_NO_TABLE;
        if (layout->found && view_sheet(&plan->views[0], layout) != BINA_OK)
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    for (i = 0; status == BINA_OK && plan->sheets > 1 && i < plan->sheets; i++)
        if (only == SIZE_MAX || only == i)
            status = look_at_sheet(plan, grid, i, error);
    if (status == BINA_OK)
        status = choose(plan, bina_grid_name(grid), error);
    if (status == BINA_OK)
        status = join_columns(plan, plan->first, grid, error);
    for (i = 0; status == BINA_OK && i < plan->sheets; i++)
        if (plan->uses[i] == BINA_SHEET_READ)
            status = join_columns(plan, i, grid, error);
    return status;
}

void
bina_sheet_plan_drop(bina_sheet_plan *plan)
{
    size_t i, k;

    for (i = 0; plan->views != NULL && i < plan->sheets; i++) {
        for (k = 0; k < plan->views[i].count; k++) {
            free(plan->views[i].columns[k].name);
            free(plan->views[i].columns[k].key);
        }
        free(plan->views[i].columns);
        free(plan->views[i].sorted);
        free(plan->views[i].title);
    }
    free(plan->views);
    free(plan->uses);
    free(plan->columns);
    memset(plan, 0, sizeof(*plan));
}

/* ---- the table's columns ---- */

bina_status
bina_sheet_plan_columns(const bina_sheet_plan *plan, const bina_grid *grid, bina_table *table)
{
    const bina_sheet_view *view = &plan->views[plan->first];
    bina_status status = BINA_OK;
    size_t i;

    table->sheet = bina_text_copy(bina_grid_sheet(grid, plan->first, NULL));
    if (table->sheet == NULL)
        return BINA_ERR_NO_MEMORY;
    for (i = 0; status == BINA_OK && i < plan->count; i++)
        status = bina_table_add_column(table, view->headless ? NULL : plan->columns[i].name,
                                       plan->columns[i].counts ? BINA_FORMAT_COUNT : NULL,
                                       plan->columns[i].cell, view->line);
    return status;
}

void
bina_sheet_plan_place(const bina_sheet_plan *plan, size_t sheet, const bina_layout *layout,
                      bina_table *table)
{
    const bina_sheet_view *view = &plan->views[sheet];
    size_t i, k;

    for (i = 0; i < plan->count; i++) {
        table->cells[i] = SIZE_MAX;
        for (k = 0; k < view->count; k++)
            if (view->columns[k].nth == plan->columns[i].nth &&
                strcmp(view->columns[k].key, plan->columns[i].key) == 0) {
                table->cells[i] = view->columns[k].cell;
                break;
            }
    }
    table->width = layout->width;
}
