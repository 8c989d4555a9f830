/*
 * Building a page: whatever is written is escaped, tags are closed in the order they were opened,
 * and a lack of memory or a tag closed wrongly is remembered until bina_html_finish tells.
 *
 *   bina_html *html = bina_html_new(BINA_INDONESIAN);
 *   bina_html_begin(html, "Judul", "look", "printed at the foot of every sheet of paper");
 *   bina_html_open(html, "section", "summary");
 *   bina_html_say(html, "h2", NULL, "%lld rows", "%lld baris", 12LL);
 *   bina_html_close(html, "section");
 *   status = bina_html_finish(html, error, &page);
 *
 * Tags, classes and names of attributes are literals. The classes there are stand in page.css.
 */
#ifndef BINA_SRC_PAGE_HTML_H
#define BINA_SRC_PAGE_HTML_H

#include <bina/cursor.h>
#include <bina/page.h>
#include "base/error.h"

typedef struct bina_html bina_html;

/** NULL when memory is out. */
bina_html *bina_html_new(bina_language language);

/** Throws a page away; NULL is fine. */
void bina_html_free(bina_html *html);

bina_language bina_html_language(const bina_html *html);

/**
 * Opens html and body, with the style sheet.
 *
 * @param kind    class of the body
 * @param running printed at the foot of every sheet, left of the page number; may be NULL
 */
void bina_html_begin(bina_html *html, const char *title, const char *kind, const char *running);

/** Closes the body. The page is the caller's; `html` is freed whatever happens. */
bina_status bina_html_finish(bina_html *html, bina_error *error, bina_page **page);

/* ---- elements ---- */

/** Opens an element; `class` may be NULL. An element that has no content (br, col) is complete. */
void bina_html_open(bina_html *html, const char *tag, const char *class);

/** Gives the element just opened an attribute; nothing may have been written into it yet. A value
 * of NULL: none. */
void bina_html_attribute(bina_html *html, const char *name, const char *value);
BINA_PRINTF(3, 4)
void bina_html_attribute_print(bina_html *html, const char *name, const char *format, ...);

void bina_html_close(bina_html *html, const char *tag);

/** Escaped text; NULL is nothing. */
void bina_html_text(bina_html *html, const char *text);
BINA_PRINTF(2, 3)
void bina_html_print(bina_html *html, const char *format, ...);

/** A whole element with a text in it. */
void bina_html_element(bina_html *html, const char *tag, const char *class, const char *text);

/** The same in the page's language; both sentences take the same values in the same order. A tag of
 * NULL: the text alone. */
BINA_PRINTF(4, 6)
void bina_html_say(bina_html *html, const char *tag, const char *class, const char *english,
                   const char *indonesian, ...);

/** Which of two texts is in the page's language. */
const char *bina_html_pick(const bina_html *html, const char *english, const char *indonesian);

/** Notes that something the page needs failed: bina_html_finish tells. */
void bina_html_fail(bina_html *html, bina_status status);

/** The name of a region with its level, such as Kabupaten Lombok Timur; the code if unknown. */
char *bina_html_region(bina_html *html, const char *code, char *text, size_t size);

/* ---- tables ---- */

/** Opens a table, its caption and head; heads follow, then bina_html_table_body. */
void bina_html_table_open(bina_html *html, const char *class, const char *caption);
void bina_html_table_body(bina_html *html);
void bina_html_table_close(bina_html *html);

/** Heads of a column and of a row; "number" is the class of columns of figures. */
void bina_html_head(bina_html *html, const char *class, const char *text);
void bina_html_row_head(bina_html *html, const char *class, const char *text);

void bina_html_cell(bina_html *html, const char *class, const char *text);
void bina_html_number(bina_html *html, int64_t number);

/* ---- pictures ---- */

typedef struct bina_html_bar {
    const char *label;
    int64_t value;
} bina_html_bar;

/** Bars from left to right, one below the other, each with its label and figure. */
void bina_html_bars(bina_html *html, const char *title, const bina_html_bar *bars, size_t count);

/**
 * How many stand on which combination of lists: a column for every combination, a bar above, and a
 * dot for every list below that is in it.
 *
 * @param names the lists; at most 32
 * @param sets  of every combination a bit for each list in it
 */
void bina_html_overlap(bina_html *html, const char *title, const char *const *names,
                       size_t name_count, const uint32_t *sets, const int64_t *values,
                       size_t count);

#endif
