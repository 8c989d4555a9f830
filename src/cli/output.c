/* What the commands print: tables for people, CSV and JSON for programs. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include "cli.h"

/* Rows whose widths are looked at before a table is begun, and the widest a column gets. */
enum { LOOK_AHEAD = 500, WIDEST = 56, CELL = 512, MOST_COLUMNS = 64 };

/* ---- values ---- */

/* 1500000 as 1.500.000 (Indonesian) or 1,500,000. */
static void
group_digits(int64_t number, char separator, char *text, size_t capacity)
{
    char digits[24];
    size_t length, at = 0;

    snprintf(digits, sizeof digits, "%" PRId64, number);
    length = strlen(digits);
    for (size_t i = 0; i < length && at + 2 < capacity; i++) {
        text[at++] = digits[i];
        if (digits[i] != '-' && (length - i - 1) % 3 == 0 && i + 1 < length)
            text[at++] = separator;
    }
    text[at] = '\0';
}

const char *
cli_format_value(const cli *self, const bina_field *field, bina_value value, char *text,
                 size_t capacity)
{
    const char *label = NULL;

    text[0] = '\0';
    switch (value.type) {
    case BINA_NULL:
        break;
    case BINA_CODE:
        label = bina_codes_label(bina_field_format(field), value.as.text, self->language);
        snprintf(text, capacity, "%s", label != NULL ? label : value.as.text);
        break;
    case BINA_TEXT:
        snprintf(text, capacity, "%s", value.as.text);
        break;
    case BINA_REAL:
        snprintf(text, capacity, "%.6g", value.as.real);
        break;
    case BINA_MONEY:
        group_digits(value.as.integer, self->language == BINA_INDONESIAN ? '.' : ',', text,
                     capacity);
        break;
    case BINA_DATE:
        if (capacity >= 12)
            bina_date_format(value.as.integer, text);
        break;
    case BINA_TIME:
        if (capacity >= 26)
            bina_time_format(value.as.integer, text);
        break;
    case BINA_BOOL:
        snprintf(text, capacity, "%s",
                 value.as.integer != 0 ? cli_text(self, "yes", "ya")
                                       : cli_text(self, "no", "tidak"));
        break;
    case BINA_INT:
    case BINA_REF:
        snprintf(text, capacity, "%" PRId64, value.as.integer);
        break;
    }
    return text;
}

static bool
is_number(const bina_field *field)
{
    bina_type type = bina_field_type(field);

    return type == BINA_INT || type == BINA_MONEY || type == BINA_REAL;
}

/* ---- widths ---- */

/* Code points: near enough to columns for the scripts these lists are written in. */
static int
width_of(const char *text)
{
    int width = 0;

    for (; *text != '\0'; text++)
        width += ((unsigned char)*text & 0xC0) != 0x80;
    return width;
}

/* Prints a cell padded, or cut with an ellipsis, to a width. Line breaks would break the table. */
static void
print_cell(const char *text, int width, bool right, bool last)
{
    int have = width_of(text), shown = 0;

    if (right && have < width)
        printf("%*s", width - have, "");
    for (; *text != '\0'; text++) {
        bool starts = ((unsigned char)*text & 0xC0) != 0x80;
        if (starts && have > width && shown == width - 1) {
            fputs("…", stdout);
            break;
        }
        shown += starts;
        putchar((unsigned char)*text < ' ' ? ' ' : *text);
    }
    if (!right && !last && have < width)
        printf("%*s", width - have, "");
}

/* ---- tables ---- */

typedef struct table {
    const cli *self;
    const bina_description *description;
    int columns[MOST_COLUMNS]; /* slots */
    int widths[MOST_COLUMNS];
    int count;
} table;

static void
format_slot(const table *t, const bina_record *record, int column, char *cell)
{
    int slot = t->columns[column];
    const char *display = bina_record_display(record, slot);

    if (display != NULL)
        snprintf(cell, CELL, "%s", display);
    else
        cli_format_value(t->self, bina_description_field(t->description, slot),
                         bina_record_get(record, slot), cell, CELL);
}

static const char *
heading(const table *t, int column, char *text)
{
    snprintf(text, CELL, "%s",
             bina_field_label(bina_description_field(t->description, t->columns[column]),
                              t->self->language));
    for (char *at = text; *at != '\0'; at++)
        if (*at == '_')
            *at = ' ';
    return text;
}

static void
choose_columns(table *t, const char *const *names)
{
    int fields = bina_description_count(t->description);

    if (names != NULL) {
        for (; *names != NULL && t->count < MOST_COLUMNS; names++) {
            int slot = bina_description_find(t->description, *names);
            if (slot >= 0)
                t->columns[t->count++] = slot;
        }
        return;
    }
    for (int slot = 0; slot < fields && t->count < MOST_COLUMNS; slot++)
        t->columns[t->count++] = slot;
}

static void
widen(table *t, int column, const char *cell)
{
    int width = width_of(cell);

    if (width > WIDEST)
        width = WIDEST;
    if (width > t->widths[column])
        t->widths[column] = width;
}

static void
print_row(const table *t, const bina_record *record)
{
    char cell[CELL];

    for (int c = 0; c < t->count; c++) {
        bool last = c + 1 == t->count;
        if (record != NULL)
            format_slot(t, record, c, cell);
        else
            heading(t, c, cell);
        print_cell(cell, t->widths[c],
                   is_number(bina_description_field(t->description, t->columns[c])), last);
        fputs(last ? "\n" : "  ", stdout);
    }
}

static void
print_head(const table *t)
{
    print_row(t, NULL);
    for (int c = 0; c < t->count; c++) {
        for (int i = 0; i < t->widths[c]; i++)
            fputs("─", stdout);
        fputs(c + 1 == t->count ? "\n" : "  ", stdout);
    }
}

static int
print_table(const cli *self, bina_cursor *cursor, const char *const *names)
{
    table t = {.self = self, .description = bina_cursor_description(cursor)};
    bina_record *ahead[LOOK_AHEAD];
    const bina_record *record;
    bina_status status = BINA_OK;
    char cell[CELL];
    int64_t rows = 0;
    int waiting = 0, ended = CLI_OK;

    choose_columns(&t, names);
    for (int c = 0; c < t.count; c++)
        widen(&t, c, heading(&t, c, cell));
    while (waiting < LOOK_AHEAD && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        for (int c = 0; c < t.count; c++) {
            format_slot(&t, record, c, cell);
            widen(&t, c, cell);
        }
        ahead[waiting] = bina_record_copy(record);
        if (ahead[waiting] == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        waiting++;
    }
    if (waiting > 0)
        print_head(&t);
    for (int i = 0; i < waiting; i++) {
        print_row(&t, ahead[i]);
        bina_record_free(ahead[i]);
        rows++;
    }
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        print_row(&t, record);
        rows++;
    }
    if (status == BINA_ERR_NO_MEMORY)
        ended = cli_fail_status(self, status);
    else if (status != BINA_DONE)
        ended = cli_fail(self, bina_cursor_error(cursor));
    else if (rows == 0)
        cli_remark(self, "nothing found", "tidak ada yang ditemukan");
    return ended;
}

int
cli_print_columns(const cli *self, bina_cursor *cursor, const char *const *columns)
{
    int ended;

    if (self->format != CLI_TABLE)
        return cli_write_cursor(self, cursor, "-", NULL, false);
    ended = print_table(self, cursor, columns);
    bina_cursor_free(cursor);
    return ended;
}

int
cli_end_output(const cli *self, int ended)
{
    const char *why;

    errno = 0;
    if ((fflush(stdout) == 0 && !ferror(stdout)) || ended != CLI_OK)
        return ended;
    /* What the system says is in its own language. */
    why = errno == ENOSPC ? cli_text(self, "the disk is full", "disk penuh") : strerror(errno);
    cli_complain(self, "standard output could not be written%s%s",
                 "keluaran baku tidak dapat ditulis%s%s", errno == 0 ? "" : ": ",
                 errno == 0 ? "" : why);
    return CLI_INPUT;
}

int
cli_print_cursor(const cli *self, bina_cursor *cursor)
{
    return cli_print_columns(self, cursor, NULL);
}

/* ---- one record ---- */

static int
print_for_programs(const cli *self, const bina_record *record)
{
    bina_rows *rows = bina_rows_new(bina_record_description(record));
    bina_status status = rows != NULL ? bina_rows_add(rows, record) : BINA_ERR_NO_MEMORY;
    bina_cursor *cursor = NULL;

    if (status == BINA_OK)
        cursor = bina_rows_to_cursor(rows);
    else
        bina_rows_free(rows);
    return cursor != NULL ? cli_print_cursor(self, cursor)
                          : cli_fail_status(self, status == BINA_OK ? BINA_ERR_NO_MEMORY : status);
}

int
cli_print_record(const cli *self, const bina_record *record)
{
    const bina_description *description = bina_record_description(record);
    char cell[CELL];
    int widest = 0, count = bina_description_count(description);

    if (self->format != CLI_TABLE)
        return print_for_programs(self, record);
    for (int slot = 0; slot < count; slot++) {
        int width =
            width_of(bina_field_label(bina_description_field(description, slot), self->language));
        if (width > widest)
            widest = width;
    }
    for (int slot = 0; slot < count; slot++) {
        const bina_field *field = bina_description_field(description, slot);
        const char *display = bina_record_display(record, slot);
        if (display == NULL && bina_record_get(record, slot).type == BINA_NULL)
            continue;
        print_cell(bina_field_label(field, self->language), widest, false, false);
        printf("  %s\n", display != NULL
                             ? display
                             : cli_format_value(self, field, bina_record_get(record, slot), cell,
                                                sizeof cell));
    }
    return CLI_OK;
}
