/*
 * Pictures: small drawings in SVG that say the same in black and white, with their figures written
 * beside them.
 */
#include <math.h>
#include <string.h>
#include "page/html.h"
#include "page/words.h"

/* A length to a tenth, whatever the program's decimal point is. */
static void
length(bina_html *html, const char *name, double value)
{
    long tenths = lround(value * 10);

    bina_html_attribute_print(html, name, "%ld.%ld", tenths / 10, tenths % 10);
}

/* Opens a drawing of a size in units, which a screen may make narrower. */
static void
open_drawing(bina_html *html, const char *class, const char *title, int width, int height)
{
    bina_html_open(html, "svg", class);
    bina_html_attribute(html, "xmlns", "http://www.w3.org/2000/svg");
    bina_html_attribute_print(html, "viewBox", "0 0 %d %d", width, height);
    bina_html_attribute_print(html, "width", "%d", width);
    bina_html_attribute_print(html, "height", "%d", height);
    bina_html_attribute(html, "role", "img");
    bina_html_attribute(html, "aria-label", title);
}

static void
rectangle(bina_html *html, const char *class, double x, double y, double width, double height)
{
    bina_html_open(html, "rect", class);
    length(html, "x", x);
    length(html, "y", y);
    length(html, "width", width);
    length(html, "height", height);
    bina_html_close(html, "rect");
}

static void
circle(bina_html *html, const char *class, double x, double y, double radius)
{
    bina_html_open(html, "circle", class);
    length(html, "cx", x);
    length(html, "cy", y);
    length(html, "r", radius);
    bina_html_close(html, "circle");
}

static void
words(bina_html *html, const char *class, double x, double y, const char *text)
{
    bina_html_open(html, "text", class);
    length(html, "x", x);
    length(html, "y", y);
    bina_html_text(html, text);
    bina_html_close(html, "text");
}

void
bina_html_bars(bina_html *html, const char *title, const bina_html_bar *bars, size_t count)
{
    int64_t most = 1;
    char text[BINA_WORDS];

    for (size_t i = 0; i < count; i++)
        if (bars[i].value > most)
            most = bars[i].value;
    /* A table, so that labels may be long and a screen reader has its figures. */
    bina_html_open(html, "table", "bars");
    bina_html_element(html, "caption", NULL, title);
    bina_html_open(html, "tbody", NULL);
    for (size_t i = 0; i < count; i++) {
        bina_html_open(html, "tr", NULL);
        bina_html_row_head(html, NULL, bars[i].label);
        bina_html_open(html, "td", "number");
        bina_html_text(html, bina_words_integer(bina_html_language(html), bars[i].value, text));
        bina_html_close(html, "td");
        bina_html_open(html, "td", "bar");
        bina_html_open(html, "svg", NULL);
        bina_html_attribute(html, "viewBox", "0 0 100 10");
        bina_html_attribute(html, "preserveAspectRatio", "none");
        bina_html_attribute(html, "aria-hidden", "true");
        rectangle(html, "ink", 0, 0, 100.0 * (double)bars[i].value / (double)most, 10);
        bina_html_close(html, "svg");
        bina_html_close(html, "td");
        bina_html_close(html, "tr");
    }
    bina_html_close(html, "tbody");
    bina_html_close(html, "table");
}

/* Measures of the picture of the overlap, in its own units. */
enum { LETTER = 7, COLUMN = 46, TALLEST = 90, HEAD = 18, LINE = 20 };

/* How wide the longest name is, about. */
static int
width_of(const char *const *names, size_t count)
{
    size_t most = 0;

    for (size_t n = 0; n < count; n++)
        if (strlen(names[n]) > most)
            most = strlen(names[n]);
    return LETTER * (int)(most < 40 ? most : 40) + 14;
}

/* The dots of one combination, those of its lists joined by a line. */
static void
draw_set(bina_html *html, uint32_t set, size_t name_count, double x, double top)
{
    int first = -1, last = -1;

    for (size_t n = 0; n < name_count; n++)
        if ((set >> n & 1) != 0) {
            first = first < 0 ? (int)n : first;
            last = (int)n;
        }
    if (first < last)
        rectangle(html, "ink", x - 1.2, top + first * LINE, 2.4, (last - first) * LINE);
    for (size_t n = 0; n < name_count; n++)
        circle(html, (set >> n & 1) != 0 ? "ink" : "faint", x, top + (double)n * LINE, 5);
}

void
bina_html_overlap(bina_html *html, const char *title, const char *const *names, size_t name_count,
                  const uint32_t *sets, const int64_t *values, size_t count)
{
    int labels = width_of(names, name_count);
    double dots = HEAD + TALLEST + 16;
    int64_t most = 1;
    char text[BINA_WORDS];

    for (size_t i = 0; i < count; i++)
        if (values[i] > most)
            most = values[i];
    open_drawing(html, "overlap", title, labels + COLUMN * (int)count,
                 (int)dots + LINE * (int)name_count - 4);
    for (size_t n = 0; n < name_count; n++)
        words(html, "end", labels - 14, dots + (double)n * LINE + 4.5, names[n]);
    for (size_t i = 0; i < count; i++) {
        double x = labels + COLUMN * ((double)i + 0.5);
        double height = TALLEST * (double)values[i] / (double)most;
        rectangle(html, "ink", x - 13, HEAD + TALLEST - height, 26, height);
        words(html, "middle", x, HEAD + TALLEST - height - 5,
              bina_words_integer(bina_html_language(html), values[i], text));
        draw_set(html, sets[i], name_count, x, dots);
    }
    bina_html_close(html, "svg");
}
