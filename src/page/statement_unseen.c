/* Beside the statement, apart from what is agreed: how many are probably on nobody's list. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "page/statement.h"
#include "page/words.h"

/* Whether two lines are about the same enterprises. */
static bool
same_subject(const bina_figures *unseen, size_t a, size_t b)
{
    const char *unit = bina_figures_text(unseen, a, "unit");
    const char *scope = bina_figures_text(unseen, a, "scope");

    return strcmp(unit, bina_figures_text(unseen, b, "unit")) == 0 &&
           strcmp(scope, bina_figures_text(unseen, b, "scope")) == 0;
}

/* Whether a line is to be quoted: the one that was chosen, or why there is none, once. */
static bool
is_quoted(const bina_figures *unseen, size_t row)
{
    if (bina_figures_int(unseen, row, "chosen") != 0)
        return true;
    if (!bina_figures_has(unseen, row, "refused"))
        return false;
    for (size_t i = 0; i < unseen->count; i++)
        if (same_subject(unseen, i, row) && (bina_figures_int(unseen, i, "chosen") != 0 ||
                                             (i < row && bina_figures_has(unseen, i, "refused"))))
            return false;
    return true;
}

/* What the other methods say: "cara lain 22.653–26.098"; empty when there is no other. */
static void
second_opinions(const bina_figures *unseen, size_t row, bina_language language, char text[96])
{
    int64_t least = INT64_MAX, most = INT64_MIN;
    char low[BINA_WORDS], high[BINA_WORDS];

    text[0] = '\0';
    for (size_t i = 0; i < unseen->count; i++) {
        int64_t estimate = bina_figures_int(unseen, i, "estimate");
        if (i == row || !same_subject(unseen, i, row) || !bina_figures_has(unseen, i, "estimate"))
            continue;
        least = estimate < least ? estimate : least;
        most = estimate > most ? estimate : most;
    }
    if (least > most)
        return;
    bina_words_integer(language, least, low);
    bina_words_integer(language, most, high);
    snprintf(text, 96, "; %s %.30s–%.30s",
             language == BINA_INDONESIAN ? "cara lain" : "other methods", low, high);
}

static void
number_or_none(bina_html *html, const bina_figures *unseen, size_t row, const char *column)
{
    if (bina_figures_has(unseen, row, column))
        bina_html_number(html, bina_figures_int(unseen, row, column));
    else
        bina_html_cell(html, "number", "–");
}

static void
write_line(bina_html *html, const bina_figures *unseen, size_t row)
{
    bina_language language = bina_html_language(html);
    char what[160], others[96];

    snprintf(what, sizeof what, "%s: %s",
             bina_statement_unit(html, bina_figures_text(unseen, row, "unit")),
             bina_figures_label(unseen, row, "scope", language));
    bina_html_open(html, "tr", NULL);
    bina_html_row_head(html, NULL, what);
    number_or_none(html, unseen, row, "on_lists");
    number_or_none(html, unseen, row, "beyond");
    number_or_none(html, unseen, row, "estimate");
    number_or_none(html, unseen, row, "low");
    number_or_none(html, unseen, row, "high");
    bina_html_open(html, "td", NULL);
    if (bina_figures_has(unseen, row, "refused")) {
        bina_html_text(html, bina_figures_label(unseen, row, "refused", language));
    } else {
        second_opinions(unseen, row, language, others);
        bina_html_print(html, "%s%s", bina_figures_label(unseen, row, "method", language), others);
    }
    bina_html_close(html, "td");
    bina_html_close(html, "tr");
}

/* What each method used takes for granted, once. */
static void
write_assumptions(bina_html *html, const bina_figures *unseen)
{
    const char *column = bina_html_pick(html, "assumptions", "asumsi");

    for (size_t i = 0; i < unseen->count; i++) {
        const char *text = bina_figures_text(unseen, i, column);
        bool said = text == NULL || bina_figures_int(unseen, i, "chosen") == 0;
        for (size_t j = 0; j < i && !said; j++)
            said = bina_figures_int(unseen, j, "chosen") != 0 &&
                   bina_figures_text(unseen, j, column) != NULL &&
                   strcmp(bina_figures_text(unseen, j, column), text) == 0;
        if (said)
            continue;
        bina_html_open(html, "p", NULL);
        bina_html_print(html, "%s: %s",
                        bina_figures_label(unseen, i, "method", bina_html_language(html)), text);
        bina_html_close(html, "p");
    }
}

void
bina_statement_unseen(bina_html *html, const bina_statement *statement)
{
    const bina_figures *unseen = &statement->parts[BINA_PART_UNSEEN];
    bool any = false;

    for (size_t i = 0; i < unseen->count && !any; i++)
        any = is_quoted(unseen, i);
    if (!any)
        return;
    bina_html_open(html, "aside", "note unseen");
    bina_html_say(html, "h2", NULL,
                  "Beside the statement: an estimate of those on nobody's list, not agreed on",
                  "Di luar berita acara: perkiraan yang tidak tercantum di daftar mana pun, bukan "
                  "angka yang disepakati");
    bina_html_open(html, "div", "scroll");
    bina_html_table_open(html, NULL, NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "Unit and scope", "Satuan dan cakupan"));
    bina_html_head(html, "number", bina_html_pick(html, "On lists", "Di daftar"));
    bina_html_head(html, "number", bina_html_pick(html, "On none", "Di luar daftar"));
    bina_html_head(html, "number", bina_html_pick(html, "All, about", "Seluruhnya, sekitar"));
    bina_html_head(html, "number", bina_html_pick(html, "from", "dari"));
    bina_html_head(html, "number", bina_html_pick(html, "to (95%)", "sampai (95%)"));
    bina_html_head(html, NULL, bina_html_pick(html, "Method", "Cara"));
    bina_html_table_body(html);
    for (size_t i = 0; i < unseen->count; i++)
        if (is_quoted(unseen, i))
            write_line(html, unseen, i);
    bina_html_table_close(html);
    bina_html_close(html, "div");
    write_assumptions(html, unseen);
    bina_html_close(html, "aside");
}
