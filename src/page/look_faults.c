/* What is wrong in the lists: by rule, how often, and in which cells. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "page/look.h"
#include "page/words.h"

enum { PLACES = 64 };

/* Faults of one rule in one column of one list. */
typedef struct fault_group {
    size_t list;
    bina_error first;
    int64_t count;
    struct {
        int64_t line, column;
        char sheet[128]; /* 31 characters, says Excel */
    } places[PLACES];
    int shown;
} fault_group;

typedef struct fault_groups {
    fault_group *items;
    size_t count, room;
} fault_groups;

static size_t
list_of_path(const bina_looked *self, const char *path)
{
    size_t i = 0;

    while (i < self->count && (path == NULL || strcmp(self->lists[i].path, path) != 0))
        i++;
    return i;
}

static bool
same_text(const char *a, const char *b)
{
    return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static fault_group *
group_of(fault_groups *self, size_t list, const bina_error *fault)
{
    fault_group *added;

    for (size_t i = 0; i < self->count; i++)
        if (self->items[i].list == list &&
            same_text(bina_error_rule(&self->items[i].first), bina_error_rule(fault)) &&
            same_text(bina_error_field(&self->items[i].first), bina_error_field(fault)))
            return &self->items[i];
    if (!bina_vector_reserve(&self->items, &self->room, self->count + 1, sizeof *self->items))
        return NULL;
    added = &self->items[self->count++];
    memset(added, 0, sizeof *added);
    added->list = list;
    bina_error_copy(&added->first, fault);
    return added;
}

static bina_status
group_faults(const bina_looked *self, fault_groups *groups)
{
    bina_error fault;

    for (size_t n = 0; bina_faults_at(self->faults, n, &fault) == BINA_OK; n++) {
        size_t list = list_of_path(self, bina_error_file(&fault));
        fault_group *group;
        if (list == self->count)
            continue;
        group = group_of(groups, list, &fault);
        if (group == NULL)
            return BINA_ERR_NO_MEMORY;
        group->count++;
        if (group->shown < PLACES && group->shown < self->places && bina_error_line(&fault) > 0) {
            const char *sheet = bina_error_sheet(&fault);
            group->places[group->shown].line = bina_error_line(&fault);
            group->places[group->shown].column = bina_error_column(&fault);
            bina_text_print(group->places[group->shown++].sheet, sizeof group->places->sheet, "%s",
                            sheet != NULL ? sheet : "");
        }
    }
    return BINA_OK;
}

/* By list; errors before warnings; the most frequent first. */
static int
by_weight(const void *a, const void *b)
{
    const fault_group *x = a, *y = b;

    if (x->list != y->list)
        return x->list < y->list ? -1 : 1;
    if (bina_error_severity(&x->first) != bina_error_severity(&y->first))
        return bina_error_severity(&x->first) == BINA_ERROR ? -1 : 1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return (x->places[0].line > y->places[0].line) - (x->places[0].line < y->places[0].line);
}

/* ---- showing ---- */

/* A cell as a spreadsheet calls it: D57; a row without a column by its number. */
static void
show_place(bina_html *html, int64_t line, int64_t column)
{
    char letters[8];
    size_t at = sizeof letters - 1;

    letters[at] = '\0';
    for (; column > 0 && at > 0; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    if (letters[at] == '\0')
        bina_html_say(html, NULL, NULL, "row %lld", "baris %lld", (long long)line);
    else
        bina_html_print(html, "%s%lld", letters + at, (long long)line);
}

/* A field by what people call it, a column that is none by its header. */
static void
show_field(const bina_looked *self, const char *name, bina_html *html)
{
    const bina_description *kind = bina_kind_description(BINA_SOURCE_RECORD);
    int slot = name != NULL ? bina_description_find(kind, name) : -1;
    char label[BINA_WORDS];

    if (slot >= 0)
        bina_html_text(html, bina_words_label(self->language, bina_description_field(kind, slot),
                                              label, sizeof label));
    else
        bina_look_text(html, name);
}

static void
show_group(const bina_looked *self, const fault_group *group, bina_html *html)
{
    char number[BINA_WORDS];

    bina_html_open(html, "tr", NULL);
    bina_html_open(html, "td", NULL);
    show_field(self, bina_error_field(&group->first), html);
    bina_html_close(html, "td");
    bina_html_open(html, "td", NULL);
    bina_look_text(html, bina_error_message(&group->first, self->language));
    bina_html_close(html, "td");
    bina_html_number(html, group->count);
    bina_html_open(html, "td", "small");
    for (int i = 0; i < group->shown; i++) {
        const char *sheet = group->places[i].sheet;
        if (i > 0)
            bina_html_text(html, ", ");
        if (self->lists[group->list].sheets > 1 && sheet[0] != '\0' &&
            (i == 0 || strcmp(sheet, group->places[i - 1].sheet) != 0)) {
            bina_look_text(html, sheet);
            bina_html_text(html, " ");
        }
        show_place(html, group->places[i].line, group->places[i].column);
    }
    if (group->shown > 0 && group->count > group->shown)
        bina_html_say(html, NULL, NULL, " and %s more", " dan %s lagi",
                      bina_words_integer(self->language, group->count - group->shown, number));
    bina_html_close(html, "td");
    bina_html_close(html, "tr");
}

static void
show_list(const bina_looked *self, const fault_groups *groups, size_t list, bina_html *html)
{
    char number[BINA_WORDS];
    int64_t count = bina_record_int(self->lists[list].intake, BINA_INTAKE_FAULTS);

    bina_html_open(html, "details", NULL);
    bina_html_open(html, "summary", NULL);
    bina_html_element(html, "b", NULL,
                      bina_record_text(self->lists[list].intake, BINA_INTAKE_FILE_NAME));
    bina_html_say(html, NULL, NULL, ": %s faults", ": %s kesalahan",
                  bina_words_integer(self->language, count, number));
    bina_html_close(html, "summary");
    bina_html_open(html, "div", "scroll");
    bina_html_table_open(html, NULL, NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "Column", "Kolom"));
    bina_html_head(html, NULL,
                   bina_html_pick(html, "What is wrong and what to do",
                                  "Apa yang salah dan apa yang harus dilakukan"));
    bina_html_head(html, "number", bina_html_pick(html, "Cells", "Sel"));
    bina_html_head(html, NULL, bina_html_pick(html, "Where", "Di mana"));
    bina_html_table_body(html);
    for (size_t i = 0; i < groups->count; i++)
        if (groups->items[i].list == list)
            show_group(self, &groups->items[i], html);
    bina_html_table_close(html);
    bina_html_close(html, "div");
    bina_html_close(html, "details");
}

bina_status
bina_look_faults(bina_looked *self, bina_html *html)
{
    fault_groups groups = {NULL, 0, 0};
    bina_status status = group_faults(self, &groups);

    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "What is wrong in the cells", "Kesalahan isian");
    if (groups.count > 1)
        qsort(groups.items, groups.count, sizeof *groups.items, by_weight);
    if (status == BINA_OK && bina_record_int(self->result, BINA_LOOK_FAULTS) == 0)
        bina_html_say(html, "p", NULL, "Nothing.", "Tidak ada.");
    for (size_t i = 0; status == BINA_OK && i < self->count; i++)
        if (bina_record_int(self->lists[i].intake, BINA_INTAKE_FAULTS) > 0)
            show_list(self, &groups, i, html);
    if (status == BINA_OK && bina_record_int(self->result, BINA_LOOK_FAULTS) > 0)
        bina_html_say(html, "p", "muted",
                      "A faulty cell is left out; its row is kept. All of them, cell by cell: bina "
                      "look ... --faults faults.csv",
                      "Sel yang salah dikosongkan; barisnya tetap dipakai. Semuanya, sel demi sel: "
                      "bina look ... --faults kesalahan.csv");
    bina_html_close(html, "section");
    free(groups.items);
    return status;
}
