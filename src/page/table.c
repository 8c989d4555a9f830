/* Tables of a page, by hand or from a cursor. */
#include <string.h>
#include "page/html.h"
#include "page/words.h"

enum { MOST_COLUMNS = 40, CELL = 1024 };

void
bina_html_table_open(bina_html *html, const char *class, const char *caption)
{
    bina_html_open(html, "table", class);
    if (caption != NULL)
        bina_html_element(html, "caption", NULL, caption);
    bina_html_open(html, "thead", NULL);
    bina_html_open(html, "tr", NULL);
}

void
bina_html_table_body(bina_html *html)
{
    bina_html_close(html, "tr");
    bina_html_close(html, "thead");
    bina_html_open(html, "tbody", NULL);
}

void
bina_html_table_close(bina_html *html)
{
    bina_html_close(html, "tbody");
    bina_html_close(html, "table");
}

static void
head(bina_html *html, const char *scope, const char *class, const char *text)
{
    bina_html_open(html, "th", class);
    bina_html_attribute(html, "scope", scope);
    bina_html_text(html, text);
    bina_html_close(html, "th");
}

void
bina_html_head(bina_html *html, const char *class, const char *text)
{
    head(html, "col", class, text);
}

void
bina_html_row_head(bina_html *html, const char *class, const char *text)
{
    head(html, "row", class, text);
}

void
bina_html_cell(bina_html *html, const char *class, const char *text)
{
    bina_html_element(html, "td", class, text);
}

void
bina_html_number(bina_html *html, int64_t number)
{
    char text[BINA_WORDS];

    bina_html_cell(html, "number", bina_words_integer(bina_html_language(html), number, text));
}

char *
bina_html_region(bina_html *html, const char *code, char *text, size_t size)
{
    if (bina_words_find_region(bina_html_language(html), code, text, size) != BINA_OK)
        bina_html_fail(html, BINA_ERR_NO_MEMORY);
    return text;
}

/* ---- from a cursor ---- */

typedef struct shown {
    int slot;
    const bina_field *field;
    bina_html_format format;
    const char *head; /* NULL: the field's label */
    bool figures;
} shown;

static bool
holds_figures(const bina_field *field)
{
    bina_type type = bina_field_type(field);

    return type == BINA_INT || type == BINA_REAL || type == BINA_MONEY;
}

/* Puts a column into the table, if there is such a field and room. */
static void
show(shown *columns, size_t *count, const bina_description *description, int slot,
     const bina_html_column *asked, bina_language language)
{
    const bina_field *field = bina_description_field(description, slot);
    shown *column = &columns[*count];

    if (field == NULL || *count == MOST_COLUMNS)
        return;
    (*count)++;
    column->slot = slot;
    column->field = field;
    column->format = asked != NULL ? asked->format : BINA_HTML_PLAIN;
    column->head = asked != NULL ? asked->heads[language == BINA_INDONESIAN] : NULL;
    column->figures = holds_figures(field) || column->format == BINA_HTML_SHARE;
}

static size_t
choose(shown *columns, const bina_description *description, const bina_html_column *asked,
       bina_language language)
{
    size_t count = 0;

    if (asked == NULL)
        for (int slot = 0; slot < bina_description_count(description); slot++)
            show(columns, &count, description, slot, NULL, language);
    else
        for (; asked->field != NULL; asked++)
            show(columns, &count, description, bina_description_find(description, asked->field),
                 asked, language);
    return count;
}

static void
value_cell(bina_html *html, const shown *column, const bina_record *record)
{
    bina_language language = bina_html_language(html);
    bina_value value = bina_record_get(record, column->slot);
    const char *display = bina_record_display(record, column->slot);
    char text[CELL];

    if (display != NULL || value.type == BINA_NULL)
        bina_html_cell(html, column->figures ? "number" : NULL, display);
    else if (column->format == BINA_HTML_SHARE)
        bina_html_cell(html, "number",
                       bina_words_share(language, bina_record_real(record, column->slot), text));
    else if (column->format == BINA_HTML_REGION && value.type == BINA_TEXT)
        bina_html_cell(html, NULL, bina_html_region(html, value.as.text, text, sizeof text));
    else
        bina_html_cell(html, column->figures ? "number" : NULL,
                       bina_words_value(language, column->field, value,
                                        column->format != BINA_HTML_OPEN, text, sizeof text));
}

bina_status
bina_html_cursor(bina_html *html, bina_cursor *cursor, const char *caption,
                 const bina_html_column *asked)
{
    shown columns[MOST_COLUMNS];
    bina_language language = bina_html_language(html);
    size_t count = choose(columns, bina_cursor_description(cursor), asked, language);
    const bina_record *record;
    bina_status status;
    char text[CELL];

    bina_html_table_open(html, NULL, caption);
    for (size_t i = 0; i < count; i++)
        bina_html_head(html, columns[i].figures ? "number" : NULL,
                       columns[i].head != NULL
                           ? columns[i].head
                           : bina_words_label(language, columns[i].field, text, sizeof text));
    bina_html_table_body(html);
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        bina_html_open(html, "tr", NULL);
        for (size_t i = 0; i < count; i++)
            value_cell(html, &columns[i], record);
        bina_html_close(html, "tr");
    }
    bina_html_table_close(html);
    return status == BINA_DONE ? BINA_OK : status;
}
