/* Elements, attributes and text of a page. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "page/html.h"
#include "page/page.h"

enum { DEEPEST = 64, SHORT = 512 };

struct bina_html {
    bina_language language;
    char *bytes;
    size_t length, room;
    const char *open[DEEPEST]; /* the elements around what is written now */
    int depth;
    bool tag_open; /* the start tag still takes attributes */
    bool empty;    /* of an element that has no content */
    bina_status failure;
};

bina_html *
bina_html_new(bina_language language)
{
    bina_html *html = calloc(1, sizeof *html);

    if (html != NULL)
        html->language = language;
    return html;
}

void
bina_html_free(bina_html *html)
{
    if (html == NULL)
        return;
    free(html->bytes);
    free(html);
}

bina_language
bina_html_language(const bina_html *html)
{
    return html->language;
}

void
bina_html_fail(bina_html *html, bina_status status)
{
    if (html->failure == BINA_OK)
        html->failure = status;
}

/* ---- bytes ---- */

static void
add_n(bina_html *html, const char *bytes, size_t length)
{
    if (html->failure != BINA_OK)
        return;
    if (!bina_vector_reserve(&html->bytes, &html->room, html->length + length + 1, 1)) {
        bina_html_fail(html, BINA_ERR_NO_MEMORY);
        return;
    }
    memcpy(html->bytes + html->length, bytes, length);
    html->length += length;
    html->bytes[html->length] = '\0';
}

static void
add(bina_html *html, const char *text)
{
    add_n(html, text, strlen(text));
}

static const char *
escape_of(unsigned char c, bool broken)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\n':
    case '\t':
        return NULL;
    default:
        if (c < ' ' || c == 0x7F)
            return " ";
        return broken && c >= 0x80 ? "\xEF\xBF\xBD" : NULL; /* U+FFFD */
    }
}

static void
add_escaped(bina_html *html, const char *text)
{
    size_t length = strlen(text), from = 0;
    bool broken = !bina_text_is_utf8(text, length);

    for (size_t i = 0; i < length; i++) {
        const char *escape = escape_of((unsigned char)text[i], broken);
        if (escape == NULL)
            continue;
        add_n(html, text + from, i - from);
        add(html, escape);
        from = i + 1;
    }
    add_n(html, text + from, length - from);
}

/* Formats into `small`, or when that is too small into memory of its own, which is `*large`. */
static const char *
format_text(bina_html *html, char small[SHORT], char **large, const char *format, va_list values)
{
    va_list again;
    int needed;

    *large = NULL;
    va_copy(again, values);
    needed = vsnprintf(small, SHORT, format, values);
    if (needed >= SHORT) {
        *large = malloc((size_t)needed + 1);
        if (*large != NULL)
            vsnprintf(*large, (size_t)needed + 1, format, again);
        else
            bina_html_fail(html, BINA_ERR_NO_MEMORY);
    }
    va_end(again);
    return *large != NULL ? *large : needed < 0 ? "" : small;
}

/* ---- elements ---- */

static bool
has_no_content(const char *tag)
{
    static const char *const tags[] = {"br", "col", "hr", "meta", "wbr"};

    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (strcmp(tag, tags[i]) == 0)
            return true;
    return false;
}

static void
end_tag(bina_html *html)
{
    if (html->tag_open)
        add(html, ">");
    html->tag_open = false;
}

/* Lines between blocks, so that a page can be read and compared as a text. */
static bool
starts_line(const char *tag)
{
    static const char *const tags[] = {"article", "body", "dl",      "footer", "h1",    "h2",
                                       "h3",      "head", "header",  "li",     "main",  "ol",
                                       "p",       "rect", "section", "svg",    "table", "tbody",
                                       "thead",   "tr",   "ul",      "dt",     "circle"};

    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (strcmp(tag, tags[i]) == 0)
            return true;
    return false;
}

void
bina_html_open(bina_html *html, const char *tag, const char *class)
{
    end_tag(html);
    if (starts_line(tag))
        add(html, "\n");
    add(html, "<");
    add(html, tag);
    html->tag_open = true;
    if (class != NULL)
        bina_html_attribute(html, "class", class);
    if (has_no_content(tag))
        return;
    if (html->depth < DEEPEST)
        html->open[html->depth++] = tag;
    else
        bina_html_fail(html, BINA_ERR_USAGE);
}

void
bina_html_attribute(bina_html *html, const char *name, const char *value)
{
    if (value == NULL)
        return;
    if (!html->tag_open)
        bina_html_fail(html, BINA_ERR_USAGE);
    add(html, " ");
    add(html, name);
    add(html, "=\"");
    add_escaped(html, value);
    add(html, "\"");
}

void
bina_html_attribute_print(bina_html *html, const char *name, const char *format, ...)
{
    char small[SHORT], *large;
    va_list values;

    va_start(values, format);
    bina_html_attribute(html, name, format_text(html, small, &large, format, values));
    va_end(values);
    free(large);
}

void
bina_html_close(bina_html *html, const char *tag)
{
    end_tag(html);
    if (html->depth == 0 || strcmp(html->open[html->depth - 1], tag) != 0) {
        bina_html_fail(html, BINA_ERR_USAGE);
        return;
    }
    html->depth--;
    add(html, "</");
    add(html, tag);
    add(html, ">");
}

void
bina_html_text(bina_html *html, const char *text)
{
    if (text == NULL)
        return;
    end_tag(html);
    add_escaped(html, text);
}

void
bina_html_print(bina_html *html, const char *format, ...)
{
    char small[SHORT], *large;
    va_list values;

    va_start(values, format);
    bina_html_text(html, format_text(html, small, &large, format, values));
    va_end(values);
    free(large);
}

void
bina_html_element(bina_html *html, const char *tag, const char *class, const char *text)
{
    bina_html_open(html, tag, class);
    bina_html_text(html, text);
    bina_html_close(html, tag);
}

const char *
bina_html_pick(const bina_html *html, const char *english, const char *indonesian)
{
    return html->language == BINA_INDONESIAN ? indonesian : english;
}

void
bina_html_say(bina_html *html, const char *tag, const char *class, const char *english,
              const char *indonesian, ...)
{
    char small[SHORT], *large;
    const char *text;
    va_list values;

    va_start(values, indonesian);
    text = format_text(html, small, &large, bina_html_pick(html, english, indonesian), values);
    va_end(values);
    if (tag != NULL)
        bina_html_element(html, tag, class, text);
    else
        bina_html_text(html, text);
    free(large);
}

/* ---- the page ---- */

/* A text inside a string of a style sheet: whatever is not plain is written by its code. */
static void
add_style_text(bina_html *html, const char *text)
{
    char code[16];

    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == ' ' || c == '.' || c == ',' || c == '-' || c >= 0x80;
        if (!plain && c < 0x80)
            snprintf(code, sizeof code, "\\%06x", c);
        else
            snprintf(code, sizeof code, "%c", c);
        add(html, code);
    }
}

static void
meta(bina_html *html, const char *name, const char *content)
{
    bina_html_open(html, "meta", NULL);
    bina_html_attribute(html, "name", name);
    bina_html_attribute(html, "content", content);
}

void
bina_html_begin(bina_html *html, const char *title, const char *kind, const char *running)
{
    add(html, "<!DOCTYPE html>\n");
    bina_html_open(html, "html", NULL);
    bina_html_attribute(html, "lang", bina_html_pick(html, "en", "id"));
    bina_html_open(html, "head", NULL);
    bina_html_open(html, "meta", NULL);
    bina_html_attribute(html, "charset", "utf-8");
    meta(html, "viewport", "width=device-width, initial-scale=1");
    meta(html, "generator", "Bina");
    meta(html, "referrer", "no-referrer");
    /* Whatever a list held, the page asks nobody for anything and runs nothing. */
    bina_html_open(html, "meta", NULL);
    bina_html_attribute(html, "http-equiv", "Content-Security-Policy");
    bina_html_attribute(html, "content",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    bina_html_element(html, "title", NULL, title);
    bina_html_open(html, "style", NULL);
    end_tag(html);
    add(html, "\n");
    add(html, bina_page_style);
    if (running != NULL && bina_text_is_utf8(running, strlen(running))) {
        add(html, "@page { @bottom-left { content: \"");
        add_style_text(html, running);
        add(html, "\"; } }\n");
    }
    bina_html_close(html, "style");
    bina_html_close(html, "head");
    bina_html_open(html, "body", kind);
}

bina_status
bina_html_finish(bina_html *html, bina_error *error, bina_page **page)
{
    bina_status status;

    *page = NULL;
    bina_html_close(html, "body");
    bina_html_close(html, "html");
    add(html, "\n");
    if (html->depth != 0)
        bina_html_fail(html, BINA_ERR_USAGE);
    status = html->failure;
    if (status == BINA_OK)
        *page = bina_page_take(html->bytes, html->length);
    if (*page != NULL)
        html->bytes = NULL;
    else if (status == BINA_OK)
        status = BINA_ERR_NO_MEMORY;
    bina_html_free(html);
    return status == BINA_OK ? BINA_OK : bina_error_plain(error, status);
}
