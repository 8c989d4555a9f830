/*
 * Drop-downs. Excel takes 255 characters in a cell's rule, with commas between the choices: longer
 * lists, and choices with commas, stand on a hidden sheet, a column each.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "exchange/workbook_cells.h"

enum { RULE_LENGTH = 255, LAST_ROW = 1048575 };

/* Only a cell has a way to say what XML has none for. */
static bool
is_plain(const char *text)
{
    char *made = NULL;
    bool changed = bina_workbook_text(text, &made);

    free(made);
    return !changed;
}

static bool
fits_in_rule(const char *const *items)
{
    size_t length = 0;

    for (; *items != NULL; items++) {
        if (strpbrk(*items, ",\"\n") != NULL || !is_plain(*items))
            return false;
        length += bina_workbook_length(*items) + 1;
    }
    return length <= RULE_LENGTH;
}

static bool
is_list(const bina_choice_list *list, const char *const *items)
{
    size_t n = 0;

    while (n < list->count && items[n] != NULL && strcmp(list->items[n], items[n]) == 0)
        n++;
    return n == list->count && items[n] == NULL;
}

static void
free_list(bina_choice_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
}

/* The number of the list among those of the sheet of choices, where it is put if it is new. */
static bina_status
keep_list(bina_workbook *book, const char *const *items, size_t *number)
{
    bina_choice_list list = {NULL, 0};
    size_t count = 0;

    for (*number = 0; *number < book->list_count; (*number)++)
        if (is_list(&book->lists[*number], items))
            return BINA_OK;
    while (items[count] != NULL)
        count++;
    list.items = calloc(count + 1, sizeof(*list.items));
    if (list.items == NULL ||
        !bina_vector_reserve(&book->lists, &book->list_room, *number + 1, sizeof(*book->lists)))
        goto out;
    for (; list.count < count; list.count++) {
        list.items[list.count] = bina_text_copy(items[list.count]);
        if (list.items[list.count] == NULL)
            goto out;
    }
    book->lists[book->list_count++] = list;
    return BINA_OK;
out:
    free_list(&list);
    return BINA_ERR_NO_MEMORY;
}

/*
 * Makes the rule added last, whose one choice is a range, a reference to that range. It is not
 * asked for as such because libxlsxwriter (1.1.4) forgets to free what it copies then.
 */
static void
make_reference(lxw_worksheet *sheet, const char *range)
{
    lxw_data_val_obj *rule, *last = NULL;

    STAILQ_FOREACH(rule, sheet->data_validations, list_pointers)
    last = rule;
    if (last == NULL || last->value_formula == NULL)
        return;
    last->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    strcpy(last->value_formula, range); /* it held the range in quotes, so there is room */
}

bina_status
bina_workbook_offer(bina_workbook *book, lxw_worksheet *sheet, uint32_t row, uint16_t column,
                    const char *const *items, bina_language language)
{
    static char message[2][80] = {"Choose one of the list, or leave the cell empty.",
                                  "Pilih salah satu dari daftar, atau biarkan kosong."};
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST,
                                .error_message = message[language == BINA_INDONESIAN]};
    char range[sizeof book->choices_name + 64], letters[LXW_MAX_COL_NAME_LENGTH];
    char *reference[] = {range, NULL};
    bool fits = fits_in_rule(items);
    size_t number = 0;
    bina_status status;

    if (items[0] == NULL)
        return BINA_OK;
    rule.value_list = (char **)(uintptr_t)items;
    if (!fits) {
        status = keep_list(book, items, &number);
        if (status != BINA_OK)
            return status;
        if (book->choices_name[0] == '\0') {
            char name[sizeof book->choices_name];
            bina_workbook_name(book, language == BINA_INDONESIAN ? "pilihan" : "choices", name);
            strcpy(book->choices_name, name);
        }
        lxw_col_to_name(letters, (lxw_col_t)number, 1);
        snprintf(range, sizeof range, "'%s'!%s$1:%s$%zu", book->choices_name, letters, letters,
                 book->lists[number].count);
        rule.value_list = reference;
    }
    if (worksheet_data_validation_range(sheet, row, column, LAST_ROW, column, &rule) !=
        LXW_NO_ERROR)
        return BINA_ERR_NO_MEMORY;
    if (!fits)
        make_reference(sheet, range);
    return BINA_OK;
}

bina_status
bina_workbook_write_choices(bina_workbook *book)
{
    lxw_format *look = bina_workbook_look(book, BINA_LOOK_TEXT, false);
    char name[sizeof book->choices_name];
    lxw_worksheet *sheet;
    bool more = book->list_count > 0;

    if (!more)
        return BINA_OK;
    strcpy(name, book->choices_name);
    book->choices_name[0] = '\0'; /* it is given now */
    sheet = bina_workbook_sheet(book, name);
    if (sheet == NULL || look == NULL)
        return BINA_ERR_NO_MEMORY;
    worksheet_hide(sheet);
    for (uint32_t row = 0; more; row++) {
        more = false;
        for (size_t n = 0; n < book->list_count; n++) {
            if (row >= book->lists[n].count)
                continue;
            more = true;
            if (bina_cell_write_text(sheet, row, (lxw_col_t)n, book->lists[n].items[row], look) !=
                LXW_NO_ERROR)
                return BINA_ERR_NO_MEMORY;
        }
    }
    return BINA_OK;
}

void
bina_workbook_free_choices(bina_workbook *book)
{
    for (size_t n = 0; n < book->list_count; n++)
        free_list(&book->lists[n]);
    free(book->lists);
}
