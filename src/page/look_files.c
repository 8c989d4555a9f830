/* The files that were read, and what their rows are about. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include "page/look.h"
#include "page/words.h"
#include "store/sql.h"

/* Sheets named, lists with a column of their own, and kinds of rows there can be. */
enum { SHEETS = 4, LISTS = 8, CLASSES = 40 };

static void
size_cell(bina_html *html, int64_t bytes)
{
    char text[BINA_WORDS];

    bina_html_open(html, "td", "number");
    if (bytes >= 1000000)
        bina_html_print(html, "%s MB",
                        bina_words_real(bina_html_language(html), (double)bytes / 1e6, 1, text));
    else if (bytes > 0)
        bina_html_print(html, "%s kB",
                        bina_words_integer(bina_html_language(html), (bytes + 999) / 1000, text));
    bina_html_close(html, "td");
}

/* The sheets a list stands on, the first few by name. */
static bina_status
show_sheets(const bina_looked *self, const bina_look_list *list, bina_html *html)
{
    static const int kinds[] = {BINA_SOURCE_RECORD, BINA_NO_KIND};
    const bina_value values[] = {bina_integer_of(BINA_REF, list->id)};
    const bina_sql sql = {
        .text = "SELECT sheet FROM source_records WHERE register = ?1 AND sheet IS NOT NULL"
                " GROUP BY sheet ORDER BY min(row)",
        .values = values,
        .count = 1,
        .kinds = kinds,
        .known_at = -1,
    };
    static const bina_column sheet = {"sheet", .type = BINA_TEXT};
    bina_cursor *cursor = NULL;
    const bina_record *row;
    size_t count = 0;
    bina_status status = bina_sql_select(self->store, &sheet, 1, &sql, &cursor);

    bina_html_open(html, "div", "small muted");
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        if (count++ < SHEETS) {
            bina_html_text(html, count > 1 ? ", " : bina_html_pick(html, "sheet ", "lembar "));
            bina_look_text(html, bina_record_text(row, 0));
        }
    }
    if (count > SHEETS)
        bina_html_say(html, NULL, NULL, " and %zu more", " dan %zu lagi", count - SHEETS);
    bina_html_close(html, "div");
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
show_file(const bina_looked *self, const bina_look_list *list, const bina_record *row,
          bina_html *html)
{
    const bina_record *intake = list->intake;
    bina_status status;

    bina_html_open(html, "tr", NULL);
    bina_html_open(html, "th", NULL);
    bina_html_attribute(html, "scope", "row");
    bina_html_text(html, bina_record_text(intake, BINA_INTAKE_FILE_NAME));
    status = show_sheets(self, list, html);
    bina_html_close(html, "th");
    size_cell(html, list->bytes);
    bina_html_number(html, bina_record_int(intake, BINA_INTAKE_ROWS));
    bina_html_number(html, bina_record_int(intake, BINA_INTAKE_KEPT));
    bina_html_number(html, bina_record_int(intake, BINA_INTAKE_PASSED) +
                               bina_record_int(intake, BINA_INTAKE_TOTALS));
    bina_html_number(html, bina_record_int(intake, BINA_INTAKE_FAULTS));
    bina_html_number(html, bina_look_number(row, "registrants"));
    bina_html_number(html, bina_look_number(row, "twins"));
    bina_html_number(html, bina_look_number(row, "only_here"));
    bina_html_close(html, "tr");
    return status;
}

bina_status
bina_look_files(bina_looked *self, bina_html *html)
{
    static const char *const heads[][2] = {
        {"Size", "Ukuran"},      {"Rows", "Baris"},
        {"Used", "Dipakai"},     {"Passed over", "Dilewati"},
        {"Faults", "Kesalahan"}, {"Registrants", "Pelaku"},
        {"Said again", "Ganda"}, {"Only here", "Hanya di sini"},
    };
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = bina_look_report(self, "lists", &cursor);

    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "The files", "Berkas yang dibaca");
    bina_html_open(html, "div", "scroll");
    bina_html_table_open(html, "files", NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "List", "Daftar"));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        bina_html_head(html, "number", bina_html_pick(html, heads[i][0], heads[i][1]));
    bina_html_table_body(html);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        size_t at = bina_look_list_at(self, bina_look_word(row, "list"));
        if (at < self->count)
            status = show_file(self, &self->lists[at], row, html);
    }
    bina_html_table_close(html);
    bina_html_close(html, "div");
    bina_html_say(html, "p", "muted",
                  "Passed over: titles, headings, totals, remarks and signatures, which are no "
                  "rows of data. Registrants: enterprises and groups. Said again: rows more than "
                  "registrants.",
                  "Dilewati: judul, baris jumlah, catatan, dan tanda tangan, yang bukan baris "
                  "data. Pelaku: usaha dan kelompok. Ganda: baris yang melebihi pelakunya.");
    bina_html_close(html, "section");
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

/* ---- what the rows are about ---- */

typedef struct class_of_rows {
    char nature[16], scope[16];
    int64_t all;
    int64_t lists[LISTS];
} class_of_rows;

static class_of_rows *
find_class(class_of_rows *classes, size_t *count, const char *nature, const char *scope)
{
    size_t i = 0;

    while (i < *count &&
           (strcmp(classes[i].nature, nature) != 0 || strcmp(classes[i].scope, scope) != 0))
        i++;
    if (i == CLASSES)
        return NULL;
    if (i == *count) {
        (*count)++;
        (void)snprintf(classes[i].nature, sizeof classes[i].nature, "%s", nature);
        (void)snprintf(classes[i].scope, sizeof classes[i].scope, "%s", scope);
    }
    return &classes[i];
}

static int
by_rows(const void *a, const void *b)
{
    const class_of_rows *x = a, *y = b;

    if (x->all != y->all)
        return x->all > y->all ? -1 : 1;
    return strcmp(x->nature, y->nature) != 0 ? strcmp(x->nature, y->nature)
                                             : strcmp(x->scope, y->scope);
}

static bina_status
read_classes(const bina_looked *self, class_of_rows *classes, size_t *count)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = bina_look_report(self, "classes", &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        const char *nature = bina_look_word(row, "nature"), *scope = bina_look_word(row, "scope");
        size_t list = bina_look_list_at(self, bina_look_word(row, "list"));
        class_of_rows *class =
            find_class(classes, count, nature != NULL ? nature : "", scope != NULL ? scope : "");
        if (class == NULL || list == self->count)
            continue;
        class->all += bina_look_number(row, "rows");
        if (list < LISTS)
            class->lists[list] += bina_look_number(row, "rows");
    }
    bina_cursor_free(cursor);
    qsort(classes, *count, sizeof *classes, by_rows);
    return status == BINA_DONE ? BINA_OK : status;
}

static void
word_cell(bina_html *html, const char *codes, const char *word)
{
    const char *label = bina_codes_label(codes, word, bina_html_language(html));

    if (word[0] == '\0')
        label = bina_html_pick(html, "not known", "belum diketahui");
    bina_html_cell(html, NULL, label != NULL ? label : word);
}

bina_status
bina_look_classes(bina_looked *self, bina_html *html)
{
    class_of_rows *classes = calloc(CLASSES, sizeof *classes);
    size_t count = 0, lists = self->count < LISTS ? self->count : LISTS;
    bina_status status = classes != NULL ? read_classes(self, classes, &count) : BINA_ERR_NO_MEMORY;

    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "What the rows are about", "Baris itu tentang apa");
    bina_html_open(html, "div", "scroll");
    bina_html_table_open(html, NULL, NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "About", "Tentang"));
    bina_html_head(html, NULL, bina_html_pick(html, "Scope", "Cakupan"));
    for (size_t k = 0; k < lists; k++)
        bina_html_head(html, "number", self->lists[k].name);
    bina_html_head(html, "number", bina_html_pick(html, "Rows", "Baris"));
    bina_html_table_body(html);
    for (size_t i = 0; i < count; i++) {
        bina_html_open(html, "tr", NULL);
        word_cell(html, "row_nature", classes[i].nature);
        word_cell(html, "scope", classes[i].scope);
        for (size_t k = 0; k < lists; k++)
            bina_html_number(html, classes[i].lists[k]);
        bina_html_number(html, classes[i].all);
        bina_html_close(html, "tr");
    }
    bina_html_table_close(html);
    bina_html_close(html, "div");
    bina_html_say(html, "p", "muted",
                  "Rows, not enterprises: an industry office counts industries alone, and groups "
                  "apart.",
                  "Ini jumlah baris, bukan usaha: dinas perindustrian hanya menghitung industri, "
                  "dan kelompok dihitung tersendiri.");
    bina_html_close(html, "section");
    free(classes);
    return status;
}
