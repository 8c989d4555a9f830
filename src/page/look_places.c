/* Where the registrants are, and what the rows are about. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/reference.h>
#include "base/text.h"
#include "base/vector.h"
#include "page/look.h"
#include "page/words.h"
#include "store/sql.h"

/* More districts than this are told by regency; more names than that are left out. */
enum { BARS = 80, UNKNOWN = 12, LABEL = 128 };

/* Characters of a code. */
enum { REGENCY = 5, DISTRICT = 8 };

enum { REGIONS_REGION, REGIONS_ENTERPRISES, REGIONS_GROUPS };

typedef struct area {
    char code[16]; /* empty: not known */
    int64_t number;
} area;

typedef struct areas {
    area *items;
    size_t count, room;
} areas;

/* Adds to the area of the first `length` characters of a code, or to those not known. */
static bina_status
add_area(areas *self, const char *code, int length, int64_t number)
{
    char key[16] = "";
    size_t i = 0;

    if (code != NULL)
        (void)snprintf(key, sizeof key, "%.*s", length, code);
    while (i < self->count && strcmp(self->items[i].code, key) != 0)
        i++;
    if (i == self->count) {
        if (!bina_vector_reserve(&self->items, &self->room, self->count + 1, sizeof *self->items))
            return BINA_ERR_NO_MEMORY;
        memset(&self->items[i], 0, sizeof self->items[i]);
        memcpy(self->items[i].code, key, sizeof key);
        self->count++;
    }
    self->items[i].number += number;
    return BINA_OK;
}

static int
by_number(const void *a, const void *b)
{
    const area *x = a, *y = b;

    if ((x->code[0] == '\0') != (y->code[0] == '\0'))
        return x->code[0] == '\0' ? 1 : -1;
    if (x->number != y->number)
        return x->number > y->number ? -1 : 1;
    return strcmp(x->code, y->code);
}

static bina_status
read_areas(const bina_looked *self, int length, areas *found)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = bina_look_report(self, "regions", &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        int64_t number = bina_record_int(row, REGIONS_ENTERPRISES);
        if (number > 0)
            status = add_area(found, bina_record_text(row, REGIONS_REGION), length, number);
        if (status != BINA_OK)
            break;
    }
    bina_cursor_free(cursor);
    if (found->count > 1)
        qsort(found->items, found->count, sizeof *found->items, by_number);
    return status == BINA_DONE ? BINA_OK : status;
}

/* A district by its bare name, since the title says what all of them are. */
static void
name_area(bina_language language, const char *code, char label[LABEL])
{
    bina_record *region = NULL;

    if (strlen(code) == DISTRICT && bina_region_get(code, 0, &region, NULL) == BINA_OK)
        (void)snprintf(label, LABEL, "%s", bina_record_text(region, BINA_REGION_NAME));
    else
        (void)bina_words_region(language, code, label, LABEL);
    bina_text_trim_partial(label);
    bina_record_free(region);
}

static bina_status
draw_areas(const bina_looked *self, const areas *found, bina_html *html)
{
    bina_html_bar *bars = calloc(found->count + 1, sizeof *bars);
    char(*labels)[LABEL] = calloc(found->count + 1, sizeof *labels);
    bina_status status = bars != NULL && labels != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < found->count; i++) {
        const char *code = found->items[i].code;
        if (code[0] == '\0')
            (void)snprintf(labels[i], LABEL, "%s",
                           bina_html_pick(html, "not known", "tidak diketahui"));
        else
            name_area(self->language, code, labels[i]);
        bars[i].label = labels[i];
        bars[i].value = found->items[i].number;
    }
    if (status == BINA_OK)
        bina_html_bars(html,
                       bina_html_pick(html, "Enterprises by district", "Usaha menurut kecamatan"),
                       bars, found->count);
    free(bars);
    free(labels);
    return status;
}

/* ---- what was not found ---- */

enum { NAME_VILLAGE, NAME_DISTRICT, NAME_REGENCY, NAME_ROWS };

static void
open_unknown(bina_html *html)
{
    bina_html_table_open(html, NULL, NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "Village", "Desa/kelurahan"));
    bina_html_head(html, NULL, bina_html_pick(html, "District", "Kecamatan"));
    bina_html_head(html, "number", bina_html_pick(html, "Rows", "Baris"));
    bina_html_table_body(html);
}

static void
show_unknown(bina_html *html, const bina_record *row)
{
    bina_html_open(html, "tr", NULL);
    for (int slot = NAME_VILLAGE; slot <= NAME_DISTRICT; slot++) {
        bina_html_open(html, "td", NULL);
        bina_look_text(html, bina_record_text(row, slot));
        bina_html_close(html, "td");
    }
    bina_html_number(html, bina_record_int(row, NAME_ROWS));
    bina_html_close(html, "tr");
}

/* Rows that name no village are counted, those that name one that was not found are listed. */
static bina_status
list_unknown(const bina_looked *self, bina_html *html)
{
    static const int kinds[] = {BINA_SOURCE_RECORD, BINA_NO_KIND};
    const bina_sql sql = {
        .text = "SELECT village, district, regency, count(*) FROM source_records"
                " WHERE coalesce(length(region), 0) < 13 AND state = 'present'"
                " GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3",
        .kinds = kinds,
        .known_at = -1,
    };
    static const bina_column columns[] = {
        {"village", .type = BINA_TEXT},
        {"district", .type = BINA_TEXT},
        {"regency", .type = BINA_TEXT},
        {"rows", .type = BINA_INT},
    };
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status =
        bina_sql_select(self->store, columns, sizeof columns / sizeof *columns, &sql, &cursor);
    int64_t shown = 0, left = 0, nameless = 0;
    char text[BINA_WORDS];

    bina_html_say(html, "h3", NULL, "Villages that were not found", "Desa yang tidak ditemukan");
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        if (bina_record_text(row, NAME_VILLAGE) == NULL) {
            nameless += bina_record_int(row, NAME_ROWS);
        } else if (shown == UNKNOWN) {
            left += bina_record_int(row, NAME_ROWS);
        } else {
            if (shown++ == 0)
                open_unknown(html);
            show_unknown(html, row);
        }
    }
    if (shown > 0)
        bina_html_table_close(html);
    if (left > 0)
        bina_html_say(html, "p", "muted", "And %s rows with other names.",
                      "Dan %s baris dengan nama lain.",
                      bina_words_integer(self->language, left, text));
    if (nameless > 0)
        bina_html_say(html, "p", NULL, "%s rows name no village.", "%s baris tidak menyebut desa.",
                      bina_words_integer(self->language, nameless, text));
    bina_html_say(
        html, "p", "muted", "Such a row is kept, and counted in its district if that is known.",
        "Baris seperti itu tetap dipakai, dan dihitung pada kecamatannya bila diketahui.");
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_look_places(bina_looked *self, bina_html *html)
{
    areas found = {NULL, 0, 0};
    bina_status status = read_areas(self, DISTRICT, &found);

    if (status == BINA_OK && found.count > BARS) {
        free(found.items);
        memset(&found, 0, sizeof found);
        status = read_areas(self, REGENCY, &found);
    }
    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "Where they are", "Menurut wilayah");
    if (status == BINA_OK)
        status = draw_areas(self, &found, html);
    if (status == BINA_OK && bina_record_int(self->result, BINA_LOOK_NO_VILLAGE) > 0)
        status = list_unknown(self, html);
    bina_html_close(html, "section");
    free(found.items);
    return status;
}
