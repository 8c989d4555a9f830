/* Tables of a page. */
#include <string.h>
#include "page/html.h"
#include "page/words.h"

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
