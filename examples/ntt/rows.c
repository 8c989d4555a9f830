#include "rows.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
must(const bina_store *store, bina_status status, const char *what)
{
    if (status == BINA_OK)
        return;
    fprintf(stderr, "ntt: %s: %s\n", what,
            store == NULL ? bina_status_name(status)
                          : bina_error_message(bina_store_error(store), BINA_ENGLISH));
    exit(1);
}

csv
csv_open(const char *folder, const char *file)
{
    csv rows = {NULL, NULL};
    char path[512];

    snprintf(path, sizeof path, "%s/%s", folder, file);
    must(NULL, bina_csv_open(path, NULL, NULL, &rows.cursor), path);
    return rows;
}

bool
csv_next(csv *rows)
{
    return bina_cursor_next(rows->cursor, &rows->row) == BINA_OK;
}

void
csv_close(csv *rows)
{
    bina_cursor_free(rows->cursor);
}

const char *
text(const csv *rows, const char *column)
{
    int slot = bina_description_find(bina_cursor_description(rows->cursor), column);
    const char *cell = slot < 0 ? NULL : bina_record_text(rows->row, slot);

    return cell == NULL ? "" : cell;
}

int64_t
number(const csv *rows, const char *column)
{
    return strtoll(text(rows, column), NULL, 10);
}

void
show_refusals(bina_store *store)
{
    bina_cursor *refusals = NULL;
    const bina_record *refusal;

    must(store, bina_store_refusals(store, &refusals), "refusals");
    while (bina_cursor_next(refusals, &refusal) == BINA_OK)
        printf("  refused (%s): %s\n", bina_record_text(refusal, BINA_REFUSAL_RULE),
               bina_record_text(refusal, BINA_REFUSAL_MESSAGE));
    bina_cursor_free(refusals);
}

/* A field's value as it is printed; numbers in groups of three, as in Indonesia. */
static void
format(const bina_record *row, int slot, char *out, size_t size)
{
    bina_value value = bina_record_get(row, slot);
    char digits[32];
    const char *name = bina_field_name(bina_description_field(bina_record_description(row), slot));
    bool is_year = strcmp(name, "fiscal_year") == 0;
    size_t length, at = 0;

    *out = '\0';
    if (value.type == BINA_NULL)
        return;
    if (value.type == BINA_TEXT || value.type == BINA_CODE) {
        snprintf(out, size, "%s", bina_record_text(row, slot));
    } else if (value.type == BINA_BOOL) {
        snprintf(out, size, "%s", value.as.integer != 0 ? "yes" : "no");
    } else if (value.type == BINA_DATE) {
        bina_date_format(value.as.integer, out);
    } else {
        length = (size_t)snprintf(digits, sizeof digits, "%" PRId64, value.as.integer);
        for (size_t i = 0; i < length && at + 2 < size; i++) {
            if (!is_year && i > 0 && (length - i) % 3 == 0 && digits[i - 1] != '-')
                out[at++] = '.';
            out[at++] = digits[i];
        }
        out[at] = '\0';
    }
}

/* Left out: ids, and sentences in the other language. */
static bool
is_shown(const bina_field *field)
{
    return bina_field_type(field) != BINA_REF && strcmp(bina_field_name(field), "temuan") != 0;
}

/* Columns as wide as their widest cell, but those where nothing stands: so the rows are kept until
 * all are known. */
void
print_table(bina_cursor *cursor)
{
    enum { COLUMNS = 24, ROWS = 40, CELL = 40 };
    static char cells[ROWS][COLUMNS][CELL];
    const bina_description *description = bina_cursor_description(cursor);
    int columns = bina_description_count(description), count = 1;
    size_t width[COLUMNS] = {0};
    const bina_record *row;

    columns = columns > COLUMNS ? COLUMNS : columns;
    while (count < ROWS && bina_cursor_next(cursor, &row) == BINA_OK) {
        for (int c = 0; c < columns; c++) {
            if (is_shown(bina_description_field(description, c)))
                format(row, c, cells[count][c], CELL);
            if (strlen(cells[count][c]) > width[c])
                width[c] = strlen(cells[count][c]);
        }
        count++;
    }
    for (int c = 0; c < columns; c++) {
        snprintf(cells[0][c], CELL, "%s", bina_field_name(bina_description_field(description, c)));
        if (width[c] > 0 && strlen(cells[0][c]) > width[c])
            width[c] = strlen(cells[0][c]);
    }
    for (int r = 0; r < count; r++) {
        for (int c = 0; c < columns; c++)
            if (width[c] > 0)
                printf("  %-*s", (int)width[c], cells[r][c]);
        putchar('\n');
    }
    memset(cells, 0, sizeof cells);
}
