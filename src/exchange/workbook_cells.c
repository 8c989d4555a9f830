/* Values as cells: numbers that a spreadsheet can hold exactly as numbers, all else as text. */
#include "exchange/workbook_cells.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "exchange/print.h"
#include <bina/codes.h>

enum {
    LONGEST_TEXT = 32767,
    EPOCH = 25569,      /* 1970-01-01 as spreadsheets count days */
    FIRST_DAY = -25508, /* 1900-03-01: before it they count a 29 February 1900 that never was */
    LAST_DAY = 2932896, /* 9999-12-31 */
    NARROWEST = 6,
    WIDEST = 60,
    WIDEST_HEADER = 24,
    BUTTON = 3, /* of the filter, in characters */
};

#define MOST_DIGITS INT64_C(999999999999999) /* what a spreadsheet shows and keeps exactly */
#define DAY_MS      INT64_C(86400000)

enum bina_look
bina_cell_look(bina_type type, bina_language language)
{
    bool indonesian = language == BINA_INDONESIAN;

    switch (type) {
    case BINA_INT:
        return BINA_LOOK_WHOLE;
    case BINA_MONEY:
        return BINA_LOOK_MONEY;
    case BINA_REAL:
        return BINA_LOOK_REAL;
    case BINA_BOOL:
        return BINA_LOOK_BOOL;
    case BINA_DATE:
        return indonesian ? BINA_LOOK_DATE_DMY : BINA_LOOK_DATE;
    case BINA_TIME:
        return indonesian ? BINA_LOOK_TIME_DMY : BINA_LOOK_TIME;
    case BINA_NULL:
    case BINA_TEXT:
    case BINA_CODE:
    case BINA_REF:
        break;
    }
    return BINA_LOOK_TEXT;
}

lxw_error
bina_cell_write_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, const char *text,
                     lxw_format *look)
{
    char *made = NULL;
    bool changed = bina_workbook_text(text, &made);
    const char *written = changed ? made : text;
    lxw_error failure = LXW_ERROR_MEMORY_MALLOC_FAILED;

    if (written != NULL && look != NULL)
        failure = bina_workbook_length(written) > LONGEST_TEXT
                      ? LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
                      : worksheet_write_string(sheet, row, at, written, look);
    free(made);
    return failure;
}

/* The longest line of a text. */
static size_t
width_of(const char *text)
{
    size_t width = 0, widest = 0;

    for (; *text != '\0'; text++) {
        width = *text == '\n' ? 0 : width + (((unsigned char)*text & 0xC0) != 0x80);
        if (width > widest)
            widest = width;
    }
    return widest;
}

/* A value as a number that a spreadsheet keeps exactly; false when it must be text. */
static bool
as_number(bina_value value, double *number)
{
    int64_t day;

    switch (value.type) {
    case BINA_INT:
    case BINA_MONEY:
        *number = (double)value.as.integer;
        return value.as.integer >= -MOST_DIGITS && value.as.integer <= MOST_DIGITS;
    case BINA_REAL:
        *number = value.as.real;
        return isfinite(value.as.real);
    case BINA_DATE:
        *number = (double)(value.as.integer + EPOCH);
        return value.as.integer >= FIRST_DAY && value.as.integer <= LAST_DAY;
    case BINA_TIME:
        day = value.as.integer / DAY_MS;
        *number = (double)value.as.integer / (double)DAY_MS + EPOCH;
        return day > FIRST_DAY && day <= LAST_DAY;
    case BINA_NULL:
    case BINA_TEXT:
    case BINA_BOOL:
    case BINA_CODE:
    case BINA_REF:
        break;
    }
    return false;
}

lxw_error
bina_cell_write(bina_workbook *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at,
                bina_sheet_column *column, const bina_record *record)
{
    bina_value value = bina_record_get(record, column->slot);
    const char *text = bina_record_display(record, column->slot), *label = NULL;
    enum bina_look look = column->look;
    /* What is masked must not be written over: it would come back as if it were the value. */
    bool editable = column->editable && text == NULL;
    char printed[BINA_PRINTED];
    double number;
    size_t width;

    if (text == NULL && value.type == BINA_NULL)
        return editable
                   ? worksheet_write_blank(sheet, row, at, bina_workbook_look(book, look, editable))
                   : LXW_NO_ERROR;
    bina_print_value(value, printed);
    width = width_of(printed);
    if (text == NULL && value.type == BINA_BOOL)
        return worksheet_write_boolean(sheet, row, at, value.as.integer != 0,
                                       bina_workbook_look(book, look, editable));
    if (text == NULL && as_number(value, &number)) {
        if (value.type == BINA_MONEY)
            width += width / 3;
        if (width > column->widest)
            column->widest = width;
        return worksheet_write_number(sheet, row, at, number,
                                      bina_workbook_look(book, look, editable));
    }
    if (text == NULL && value.type == BINA_CODE)
        label = bina_codes_label(column->list, value.as.text, column->language);
    if (text == NULL)
        text = label != NULL                                ? label
               : bina_type_held_as(value.type) == BINA_TEXT ? value.as.text
                                                            : printed;
    width = width_of(text);
    if (width > column->widest)
        column->widest = width;
    return bina_cell_write_text(sheet, row, at, text,
                                bina_workbook_look(book, BINA_LOOK_TEXT, editable));
}

double
bina_cell_width(const bina_sheet_column *column)
{
    size_t header = width_of(column->header) + BUTTON, width = column->widest + 1;

    /* A drop-down is read in its column. */
    for (const char *const *choice = column->choices; !column->locked && choice && *choice;
         choice++)
        if (width_of(*choice) + 1 > width)
            width = width_of(*choice) + 1;
    if (header > WIDEST_HEADER)
        header = WIDEST_HEADER;
    if (header > width)
        width = header;
    return width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : (double)width;
}
