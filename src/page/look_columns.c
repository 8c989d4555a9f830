/* What each column was understood as, and the mapping to be corrected. */
#include <string.h>
#include "page/look_cells.h"
#include "page/words.h"

static void
share_cell(bina_html *html, int64_t part, int64_t whole)
{
    char text[BINA_WORDS];

    bina_html_cell(
        html, "number",
        whole > 0 ? bina_words_share(bina_html_language(html), (double)part / (double)whole, text)
                  : NULL);
}

/* What stands around the rows is no column of theirs, and is called by what it is. */
static const char *
name_of_around(bina_html *html, const char *name)
{
    static const struct {
        const char *name, *words[2];
    } around[] = {
        {"#sheet", {"name of the sheet", "nama lembar"}},
        {"#section", {"heading above the rows", "judul di atas baris"}},
        {"#village",
         {"village in a heading or the sheet's name", "desa pada judul atau nama lembar"}},
        {"#district",
         {"district in a heading or the sheet's name", "kecamatan pada judul atau nama lembar"}},
        {"#regency",
         {"regency in a heading or the sheet's name", "kabupaten pada judul atau nama lembar"}},
    };

    for (size_t i = 0; i < sizeof around / sizeof *around; i++)
        if (strcmp(around[i].name, name) == 0)
            return bina_html_pick(html, around[i].words[0], around[i].words[1]);
    return NULL;
}

static void
show_column(const bina_look_cells *found, const bina_look_column *of, int64_t rows, bina_html *html)
{
    const bina_description *kind = bina_kind_description(BINA_SOURCE_RECORD);
    char label[BINA_WORDS];

    bina_html_open(html, "tr", of->fields == 0 ? "muted" : NULL);
    bina_html_open(html, "th", NULL);
    bina_html_attribute(html, "scope", "row");
    if (name_of_around(html, of->name) != NULL)
        bina_html_element(html, "em", NULL, name_of_around(html, of->name));
    else
        bina_look_text(html, of->name);
    bina_html_close(html, "th");
    bina_html_open(html, "td", NULL);
    for (int i = 0; i < of->fields; i++)
        bina_html_print(html, "%s%s", i > 0 ? ", " : "",
                        bina_words_label(bina_html_language(html),
                                         bina_description_field(kind, of->slots[i]), label,
                                         sizeof label));
    if (of->fields == 0)
        bina_html_say(html, "span", "badge", "not used", "tidak dipakai");
    bina_html_close(html, "td");
    bina_html_cell(html, NULL, of->example);
    bina_html_cell(html, NULL, of->read);
    share_cell(html, of->filled, rows);
    if (of->fields > 0)
        share_cell(html, found->read[of->slots[0]], rows);
    else
        bina_html_cell(html, "number", NULL);
    bina_html_close(html, "tr");
}

static void
show_mapping(const bina_look_list *list, bina_html *html)
{
    bina_html_open(html, "details", "screen");
    bina_html_say(html, "summary", NULL, "The mapping, to be corrected by hand",
                  "Pemetaan, untuk dibetulkan dengan tangan");
    bina_html_say(html, "p", "muted",
                  "A wrong column? Copy this into a file such as %s.yaml, correct it (field: "
                  "column), and import the list with --mapping %s.yaml.",
                  "Ada kolom yang keliru? Salin ke berkas, misalnya %s.yaml, betulkan (isian: "
                  "kolom), lalu impor daftar dengan --mapping %s.yaml.",
                  list->name, list->name);
    bina_html_open(html, "pre", NULL);
    bina_look_text(html, bina_record_text(list->intake, BINA_INTAKE_MAPPING));
    bina_html_close(html, "pre");
    bina_html_close(html, "details");
}

/* Not one of those that tell what stands around the rows. */
static bool
is_column(const bina_look_column *of)
{
    return of->name[0] != '#';
}

/* Those that nobody reads, by name: the first thing to look at. */
static void
say_unused(const bina_look_cells *found, bina_html *html)
{
    bool any = false;

    for (size_t i = 0; i < found->count; i++) {
        if (!is_column(&found->items[i]) || found->items[i].fields > 0)
            continue;
        bina_html_text(html,
                       any ? ", " : bina_html_pick(html, "; not used: ", "; tidak dipakai: "));
        bina_look_text(html, found->items[i].name);
        any = true;
    }
}

static void
show_list(const bina_look_list *list, const bina_look_cells *found, bina_html *html)
{
    static const char *const heads[][2] = {
        {"Column", "Kolom"},      {"Understood as", "Dipahami sebagai"},
        {"A cell", "Contoh sel"}, {"Read as", "Terbaca"},
        {"Filled", "Terisi"},     {"Understood", "Terpakai"},
    };
    int64_t rows = bina_record_int(list->intake, BINA_INTAKE_KEPT);
    size_t used = 0, all = 0;

    for (size_t i = 0; i < found->count; i++)
        if (is_column(&found->items[i])) {
            all++;
            used += found->items[i].fields > 0;
        }
    bina_html_open(html, "details", NULL);
    bina_html_open(html, "summary", NULL);
    bina_html_element(html, "b", NULL, bina_record_text(list->intake, BINA_INTAKE_FILE_NAME));
    bina_html_say(html, NULL, NULL, ": %zu of %zu columns are used", ": %zu dari %zu kolom dipakai",
                  used, found->count);
    say_unused(found, html);
    bina_html_close(html, "summary");
    bina_html_open(html, "div", "scroll");
    bina_html_table_open(html, NULL, NULL);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        bina_html_head(html, i > 3 ? "number" : NULL,
                       bina_html_pick(html, heads[i][0], heads[i][1]));
    bina_html_table_body(html);
    for (size_t i = 0; i < found->count; i++)
        if (is_column(&found->items[i]) || found->items[i].fields > 0)
            show_column(found, &found->items[i], rows, html);
    bina_html_table_close(html);
    bina_html_close(html, "div");
    show_mapping(list, html);
    bina_html_close(html, "details");
}

bina_status
bina_look_columns(bina_looked *self, bina_html *html)
{
    bina_status status = BINA_OK;

    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "How the columns were understood", "Cara kolom dipahami");
    for (size_t i = 0; status == BINA_OK && i < self->count; i++) {
        const bina_look_list *list = &self->lists[i];
        bina_look_cells found = {NULL, 0, 0, {0}};
        status = bina_look_cells_read(&found, self, list);
        if (status == BINA_OK)
            show_list(list, &found, html);
        bina_look_cells_drop(&found);
    }
    bina_html_close(html, "section");
    return status;
}
