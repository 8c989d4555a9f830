/* The answer at the top: how many enterprises the lists are about, and how sure that is. */
#include <stdio.h>
#include <string.h>
#include <bina/codes.h>
#include "page/look.h"
#include "page/words.h"
#include "store/sql.h"

/* ---- the figures ---- */

static int64_t
figure(const bina_looked *self, int slot)
{
    return bina_record_int(self->result, slot);
}

static void
add(bina_looked *self, int slot, int64_t number)
{
    bina_set_int(self->result, slot, figure(self, slot) + number);
}

int64_t
bina_look_number(const bina_record *row, const char *column)
{
    return bina_record_int(row, bina_description_find(bina_record_description(row), column));
}

const char *
bina_look_word(const bina_record *row, const char *column)
{
    return bina_record_text(row, bina_description_find(bina_record_description(row), column));
}

static bina_status
count_units(bina_looked *self)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = bina_look_report(self, "count", &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        if (strcmp(bina_look_word(row, "unit"), "enterprise") != 0) {
            add(self, BINA_LOOK_GROUPS, bina_look_number(row, "agreed"));
            continue;
        }
        add(self, BINA_LOOK_ENTERPRISES, bina_look_number(row, "agreed"));
        add(self, BINA_LOOK_AT_LEAST, bina_look_number(row, "at_least"));
        add(self, BINA_LOOK_AT_MOST, bina_look_number(row, "at_most"));
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
count_lists(bina_looked *self)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = bina_look_report(self, "lists", &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK)
        add(self, BINA_LOOK_TWINS, bina_look_number(row, "twins"));
    bina_cursor_free(cursor);
    if (status == BINA_DONE)
        status = bina_look_report(self, "overlap", &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK)
        if (bina_look_number(row, "number_of_lists") == (int64_t)self->count)
            add(self, BINA_LOOK_ON_ALL, bina_look_number(row, "registrants"));
    bina_cursor_free(cursor);
    if (status == BINA_DONE)
        status = bina_look_report(self, "unresolved", &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK)
        if (strcmp(bina_look_word(row, "cause"), "village_unknown") == 0)
            add(self, BINA_LOOK_NO_VILLAGE, bina_look_number(row, "number"));
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_look_count(bina_looked *self, bina_error *error)
{
    bina_status status = BINA_OK;

    for (int slot = BINA_LOOK_LISTS; slot <= BINA_LOOK_NO_VILLAGE; slot++)
        add(self, slot, 0);
    bina_set_int(self->result, BINA_LOOK_LISTS, (int64_t)self->count);
    for (size_t i = 0; i < self->count && status == BINA_OK; i++) {
        const bina_record *intake = self->lists[i].intake;
        bina_value list = bina_integer_of(BINA_REF, self->lists[i].id);
        status = bina_sql_integer(self->store,
                                  "SELECT count(DISTINCT sheet) FROM source_records"
                                  " WHERE register = ?1",
                                  &list, 1, &self->lists[i].sheets);
        add(self, BINA_LOOK_ROWS, bina_record_int(intake, BINA_INTAKE_KEPT));
        add(self, BINA_LOOK_REFUSED,
            bina_record_int(intake, BINA_INTAKE_ROWS) - bina_record_int(intake, BINA_INTAKE_KEPT));
        add(self, BINA_LOOK_FAULTS, bina_record_int(intake, BINA_INTAKE_FAULTS));
    }
    if (self->region[0] != '\0')
        bina_set_text(self->result, BINA_LOOK_REGION, self->region);
    if (status == BINA_OK)
        status = count_units(self);
    if (status == BINA_OK)
        status = count_lists(self);
    if (status != BINA_OK)
        bina_error_copy(error, bina_store_error(self->store));
    return status;
}

/* ---- the answer ---- */

static void
say_sentence(const bina_looked *self, bina_html *html)
{
    bina_language language = self->language;
    char rows[BINA_WORDS], most[BINA_WORDS], least[BINA_WORDS], count[BINA_WORDS],
        groups[BINA_WORDS];

    bina_words_integer(language, figure(self, BINA_LOOK_ROWS), rows);
    bina_words_integer(language, figure(self, BINA_LOOK_ENTERPRISES), count);
    bina_words_integer(language, figure(self, BINA_LOOK_AT_LEAST), least);
    bina_words_integer(language, figure(self, BINA_LOOK_AT_MOST), most);
    bina_words_integer(language, figure(self, BINA_LOOK_GROUPS), groups);
    bina_html_open(html, "p", "lead");
    bina_html_say(html, NULL, NULL, "%s rows in %zu %s are about ",
                  "%s baris pada %zu %s adalah sekitar ", rows, self->count,
                  bina_html_pick(html, self->count == 1 ? "list" : "lists", "daftar"));
    bina_html_say(html, "strong", NULL, "%s enterprises", "%s usaha", count);
    bina_html_say(html, NULL, NULL, " (at least %s, at most %s)",
                  " (sekurangnya %s, sebanyaknya %s)", least, most);
    if (figure(self, BINA_LOOK_GROUPS) > 0)
        bina_html_say(html, NULL, NULL, " and %s groups.", " dan %s kelompok.", groups);
    else
        bina_html_text(html, ".");
    bina_html_close(html, "p");
}

static void
tile(bina_html *html, int64_t number, const char *english, const char *indonesian)
{
    char text[BINA_WORDS];

    bina_html_open(html, "li", NULL);
    bina_html_element(html, "b", NULL, bina_words_integer(bina_html_language(html), number, text));
    bina_html_element(html, "span", NULL, bina_html_pick(html, english, indonesian));
    bina_html_close(html, "li");
}

/* What counts as what: the scopes of the enterprises. */
static bina_status
say_scopes(bina_looked *self, bina_html *html)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = bina_look_report(self, "count", &cursor);
    char number[BINA_WORDS];
    bool any = false;

    bina_html_open(html, "p", NULL);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        const char *scope = bina_look_word(row, "scope");
        const char *label = bina_codes_label("scope", scope, self->language);
        if (strcmp(bina_look_word(row, "unit"), "enterprise") != 0)
            continue;
        if (!any)
            bina_html_say(html, NULL, NULL, "Of the enterprises: ", "Dari usaha itu: ");
        bina_html_print(html, "%s%s %s", any ? ", " : "",
                        bina_words_integer(self->language, bina_look_number(row, "agreed"), number),
                        label != NULL ? label : scope);
        any = true;
    }
    if (any)
        bina_html_text(html, ".");
    bina_html_close(html, "p");
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_look_answer(bina_looked *self, bina_html *html)
{
    bina_status status;

    bina_html_open(html, "section", "answer");
    say_sentence(self, html);
    bina_html_open(html, "ul", "tiles");
    tile(html, figure(self, BINA_LOOK_TWINS), "rows say again what stands on the same list",
         "baris mengulang usaha pada daftar yang sama");
    if (self->count > 1)
        tile(html, figure(self, BINA_LOOK_ON_ALL), "stand on every list",
             "tercantum di semua daftar");
    tile(html, figure(self, BINA_LOOK_REVIEW), "pairs are doubtful: people must decide",
         "pasangan meragukan: perlu diputuskan orang");
    tile(html, figure(self, BINA_LOOK_FAULTS), "faults in cells and rows",
         "kesalahan pada sel dan baris");
    tile(html, figure(self, BINA_LOOK_NO_VILLAGE), "whose village was not found",
         "yang desanya tidak ditemukan");
    if (figure(self, BINA_LOOK_REFUSED) > 0)
        tile(html, figure(self, BINA_LOOK_REFUSED), "rows could not be used",
             "baris tidak dapat dipakai");
    bina_html_close(html, "ul");
    status = say_scopes(self, html);
    bina_html_say(
        html, "p", "muted",
        "Counted by the machine from the lists alone: nobody has confirmed it yet. \"At "
        "least\" and \"at most\" hold when every doubtful pair turns out the same, or "
        "different.",
        "Dihitung mesin dari isi daftar saja: belum dikonfirmasi siapa pun. \"Sekurangnya\" "
        "dan \"sebanyaknya\" berlaku bila semua pasangan yang meragukan ternyata sama, atau "
        "ternyata berbeda.");
    bina_html_close(html, "section");
    return status;
}
