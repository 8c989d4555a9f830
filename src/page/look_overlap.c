/* How the lists overlap: a picture of the combinations, and a table of every two. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "page/look.h"
#include "page/words.h"

/* Combinations and lists in the picture; lists up to which a sheet of paper holds shares, too. */
enum { SETS = 14, LISTS = 32, SHARES = 6 };

enum { OVERLAP_LISTS, OVERLAP_REGISTRANTS = 2 };
enum { MATRIX_LIST, MATRIX_OTHER, MATRIX_REGISTRANTS, MATRIX_SHARE };

typedef struct combination {
    uint32_t set;
    int64_t registrants;
} combination;

/* The lists by name, as the report joins them by " + "; a name may hold that, too. */
static uint32_t
set_of(const bina_looked *self, const char *joined)
{
    uint32_t set = 0;

    while (joined[0] != '\0') {
        size_t longest = 0, found = 0;
        for (size_t i = 0; i < self->count && i < LISTS; i++) {
            size_t length = strlen(self->lists[i].name);
            if (length > longest && strncmp(joined, self->lists[i].name, length) == 0 &&
                (joined[length] == '\0' || strncmp(joined + length, " + ", 3) == 0)) {
                longest = length;
                found = i;
            }
        }
        if (longest == 0)
            break;
        set |= (uint32_t)1 << found;
        joined += longest;
        joined += strncmp(joined, " + ", 3) == 0 ? 3 : 0;
    }
    return set;
}

static int
by_registrants(const void *a, const void *b)
{
    const combination *x = a, *y = b;

    if (x->registrants != y->registrants)
        return x->registrants > y->registrants ? -1 : 1;
    return (x->set > y->set) - (x->set < y->set);
}

static bina_status
draw(bina_looked *self, bina_html *html)
{
    combination *all = NULL;
    size_t count = 0, room = 0;
    const char *names[LISTS];
    uint32_t sets[SETS];
    int64_t values[SETS];
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = bina_look_report(self, "overlap", &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        const char *lists = bina_record_text(row, OVERLAP_LISTS);
        if (lists == NULL)
            continue;
        if (!bina_vector_reserve(&all, &room, count + 1, sizeof *all)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        all[count].set = set_of(self, lists);
        all[count++].registrants = bina_record_int(row, OVERLAP_REGISTRANTS);
    }
    bina_cursor_free(cursor);
    if (status == BINA_DONE && count > 0) {
        qsort(all, count, sizeof *all, by_registrants);
        for (size_t i = 0; i < self->count && i < LISTS; i++)
            names[i] = self->lists[i].name;
        for (size_t i = 0; i < count && i < SETS; i++) {
            sets[i] = all[i].set;
            values[i] = all[i].registrants;
        }
        bina_html_open(html, "div", "scroll");
        bina_html_overlap(html,
                          bina_html_pick(html, "Registrants by the lists they stand on",
                                         "Pelaku usaha menurut daftar yang memuatnya"),
                          names, self->count < LISTS ? self->count : LISTS, sets, values,
                          count < SETS ? count : SETS);
        bina_html_close(html, "div");
    }
    free(all);
    return status == BINA_DONE ? BINA_OK : status;
}

typedef struct shared {
    int64_t registrants;
    double share;
} shared;

static bina_status
read_matrix(const bina_looked *self, shared *matrix)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = bina_look_report(self, "overlap_matrix", &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        size_t a = bina_look_list_at(self, bina_record_text(row, MATRIX_LIST));
        size_t b = bina_look_list_at(self, bina_record_text(row, MATRIX_OTHER));
        if (a == self->count || b == self->count)
            continue;
        matrix[a * self->count + b].registrants = bina_record_int(row, MATRIX_REGISTRANTS);
        matrix[a * self->count + b].share = bina_record_real(row, MATRIX_SHARE);
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

/* How many both lists have; beside it what share of the first that is. */
static void
shared_cell(bina_html *html, const shared *both, bool same, bool share)
{
    bina_language language = bina_html_language(html);
    char text[BINA_WORDS];

    bina_html_open(html, "td", same ? "number strong" : "number");
    bina_html_text(html, bina_words_integer(language, both->registrants, text));
    if (!same && share) {
        bina_html_text(html, " ");
        bina_html_element(html, "small", "muted", bina_words_share(language, both->share, text));
    }
    bina_html_close(html, "td");
}

static bina_status
tabulate(bina_looked *self, bina_html *html)
{
    shared *matrix = calloc(self->count * self->count + 1, sizeof *matrix);
    bina_status status = matrix != NULL ? read_matrix(self, matrix) : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK) {
        bina_html_say(html, "h3", NULL, "Of the registrants on a list, how many are on another",
                      "Dari pelaku usaha pada satu daftar, berapa yang ada di daftar lain");
        bina_html_open(html, "div", "scroll");
        bina_html_table_open(html, NULL, NULL);
        bina_html_head(html, NULL, bina_html_pick(html, "List", "Daftar"));
        for (size_t i = 0; i < self->count; i++)
            bina_html_head(html, "number", self->lists[i].name);
        bina_html_table_body(html);
        for (size_t i = 0; i < self->count; i++) {
            bina_html_open(html, "tr", NULL);
            bina_html_row_head(html, NULL, self->lists[i].name);
            for (size_t k = 0; k < self->count; k++)
                shared_cell(html, &matrix[i * self->count + k], i == k, self->count <= SHARES);
            bina_html_close(html, "tr");
        }
        bina_html_table_close(html);
        bina_html_close(html, "div");
    }
    free(matrix);
    return status;
}

bina_status
bina_look_overlap(bina_looked *self, bina_html *html)
{
    bina_status status;

    if (self->count < 2)
        return BINA_OK;
    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "How the lists overlap", "Tumpang tindih daftar");
    status = draw(self, html);
    if (status == BINA_OK)
        status = tabulate(self, html);
    bina_html_close(html, "section");
    return status;
}
