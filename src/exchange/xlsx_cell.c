#include "exchange/xlsx_cell.h"
#include <string.h>
#include "exchange/numbers.h"

bina_xlsx_type
bina_xlsx_type_read(const char *word)
{
    switch (word[0]) {
    case 's':
        return word[1] == '\0' ? BINA_TYPE_SHARED : BINA_TYPE_STRING;
    case 'i':
        return BINA_TYPE_INLINE;
    case 'b':
        return BINA_TYPE_TRUTH;
    case 'e':
        return BINA_TYPE_FAILED;
    case 'd':
        return BINA_TYPE_ISO_DATE;
    default:
        return BINA_TYPE_NUMBER;
    }
}

/* Whether a text is a number that a spreadsheet shortened, such as "8,52E+10". */
static bool
is_damaged(const char *text, size_t length)
{
    char copy[32];

    while (length > 0 && (*text == ' ' || *text == '\t')) {
        text++;
        length--;
    }
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    if (length < 4 || length >= sizeof(copy) ||
        (memchr(text, 'E', length) == NULL && memchr(text, 'e', length) == NULL))
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return bina_number_damaged(copy);
}

static void
set_text(bina_grid_cell *cell, const char *text, size_t length)
{
    cell->kind = length > 0 ? BINA_GRID_TEXT : BINA_GRID_EMPTY;
    cell->length = length;
    if (is_damaged(text, length))
        cell->flags |= BINA_GRID_LOST;
}

static bool
take_shared(const bina_shared_strings *strings, const char *raw, size_t length,
            bina_grid_cell *cell)
{
    size_t n = 0, i;

    for (i = 0; i < length; i++) {
        if (raw[i] < '0' || raw[i] > '9' || n > UINT32_MAX)
            return false;
        n = n * 10 + (size_t)(raw[i] - '0');
    }
    if (length > 0 && !bina_shared_string(strings, n, &cell->text, &cell->length))
        return false;
    set_text(cell, cell->text, cell->length);
    return true;
}

/* What most cells of lists hold: a whole number whose digits stand there as they are shown. */
static bool
is_plain(const char *raw, size_t length)
{
    size_t i;

    if (length == 0 || length > 15 || (raw[0] == '0' && length > 1))
        return false;
    for (i = 0; i < length; i++)
        if (raw[i] < '0' || raw[i] > '9')
            return false;
    return true;
}

static void
take_number(const bina_xlsx_context *context, const bina_number_form *form, char *raw,
            size_t length, bina_grid_cell *cell)
{
    char text[BINA_XLSX_NUMBER];

    cell->kind = BINA_GRID_NUMBER;
    cell->length = length;
    if (form->shown == BINA_SHOWN_PLAIN && is_plain(raw, length))
        return;
    cell->length = bina_xlsx_number(raw, length, form, context->y1904, text, cell);
    if (cell->length > 0)
        memcpy(raw, text, cell->length);
    else
        set_text(cell, raw, length);
}

/* How many of the first bytes are as in "0000-00-00T00:00:00". */
static size_t
shaped(const char *text, size_t length, const char *shape)
{
    size_t i;

    for (i = 0; i < length && shape[i] != '\0'; i++)
        if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
            break;
    return i;
}

/* "2020-12-31T00:00:00Z" is a day; seconds have no parts. */
static void
take_iso_date(const char *raw, size_t length, bina_grid_cell *cell)
{
    size_t day = shaped(raw, length, "0000-00-00T00:00:00");
    size_t clock = shaped(raw, length, "00:00:00");

    set_text(cell, raw, length);
    if (day < 10 && clock < 8)
        return;
    cell->kind = BINA_GRID_DATE;
    cell->length = clock == 8 ? 8 : day == 19 && memcmp(raw + 11, "00:00:00", 8) != 0 ? 19 : 10;
}

bool
bina_xlsx_cell_read(const bina_xlsx_context *context, bina_xlsx_type type, size_t style, char *raw,
                    size_t length, bina_grid_cell *cell)
{
    static const bina_cell_style plain = {{BINA_SHOWN_PLAIN, 0, ""}, false};
    const bina_cell_style *look =
        style < context->styles->count ? &context->styles->styles[style] : &plain;

    cell->text = NULL;
    cell->length = 0;
    cell->kind = BINA_GRID_EMPTY;
    cell->flags = look->bold ? BINA_GRID_BOLD : 0;
    if (length == 0)
        return true;
    switch (type) {
    case BINA_TYPE_SHARED:
        return take_shared(context->strings, raw, length, cell);
    case BINA_TYPE_NUMBER:
        take_number(context, &look->form, raw, length, cell);
        break;
    case BINA_TYPE_STRING:
    case BINA_TYPE_INLINE:
        set_text(cell, raw, bina_xlsx_unescape(raw, length));
        break;
    case BINA_TYPE_TRUTH:
        cell->kind = BINA_GRID_BOOL;
        cell->length = raw[0] == '1' || raw[0] == 't' ? 4 : 5;
        memcpy(raw, cell->length == 4 ? "true" : "false", cell->length);
        break;
    case BINA_TYPE_FAILED:
        cell->kind = BINA_GRID_ERROR;
        cell->length = length;
        break;
    case BINA_TYPE_ISO_DATE:
        take_iso_date(raw, length, cell);
        break;
    }
    return true;
}
