/* A card: everything about one enterprise, group or person on one page. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <bina/register.h>
#include "base/options.h"
#include "base/text.h"
#include "page/card.h"
#include "page/words.h"
#include "store/sql.h"

enum { TEXT = 600 };

void
bina_card_fail(bina_card *card, bina_status status)
{
    const bina_error *told = bina_store_error(card->store);

    if (bina_error_status(&card->error) != BINA_OK)
        return;
    if (bina_error_status(told) == status)
        bina_error_copy(&card->error, told);
    else
        bina_error_plain(&card->error, status);
}

void
bina_card_end(bina_card *card, bina_cursor *cursor, bina_status status)
{
    if (status < 0 && cursor != NULL && bina_error_status(&card->error) == BINA_OK &&
        bina_error_status(bina_cursor_error(cursor)) == status)
        bina_error_copy(&card->error, bina_cursor_error(cursor));
    else if (status < 0)
        bina_card_fail(card, status);
    bina_cursor_free(cursor);
}

void
bina_card_section(bina_card *card, const char *english, const char *indonesian)
{
    bina_html_open(card->html, "section", NULL);
    bina_html_element(card->html, "h2", NULL, bina_html_pick(card->html, english, indonesian));
}

char *
bina_card_ids(const bina_card *card, char *text, size_t size)
{
    size_t used = 0;

    for (size_t i = 0; i < card->id_count && used + 24 < size; i++)
        used += (size_t)snprintf(text + used, size - used, "%c%" PRId64, i == 0 ? '[' : ',',
                                 card->ids[i]);
    snprintf(text + used, size - used, "]");
    return text;
}

/* ---- the head and the facts ---- */

static void
badge(bina_card *card, const char *field)
{
    const bina_description *description = bina_record_description(card->record);
    int slot = bina_description_find(description, field);
    char text[TEXT];

    if (slot < 0 || bina_record_get(card->record, slot).type == BINA_NULL)
        return;
    bina_html_element(card->html, "span", "badge",
                      bina_words_value(card->language, bina_description_field(description, slot),
                                       bina_record_get(card->record, slot), true, text,
                                       sizeof text));
    bina_html_text(card->html, " ");
}

static void
write_head(bina_card *card)
{
    const bina_description *description = bina_record_description(card->record);
    const char *name = bina_record_text(card->record, bina_card_name_slot(description));
    char label[64];

    snprintf(label, sizeof label, "%s", bina_description_label(description, card->language));
    bina_html_open(card->html, "header", "card-head");
    bina_html_open(card->html, "p", "kind");
    bina_html_text(card->html, bina_words_capital(label));
    bina_html_print(card->html, " %s",
                    bina_record_text(card->record, bina_description_find(description, "number")));
    bina_html_close(card->html, "p");
    bina_html_element(
        card->html, "h1", NULL,
        name != NULL ? name : bina_html_pick(card->html, "(without a name)", "(tanpa nama)"));
    bina_html_open(card->html, "p", "badges");
    badge(card, "status");
    badge(card, "scope");
    badge(card, "size_class");
    badge(card, "stage");
    badge(card, "nature");
    bina_html_close(card->html, "p");
    bina_html_close(card->html, "header");
}

/* Fields that stand elsewhere on the card, or tell a reader nothing. */
static bool
is_left_out(const bina_field *field)
{
    static const char *const names[] = {
        "id",          "revision",   "number",          "name",   "status",
        "scope",       "size_class", "stage",           "nature", "region_edition",
        "merged_into", "longitude",  "activity_edition"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(bina_field_name(field), names[i]) == 0)
            return true;
    return false;
}

static void
write_fact(bina_card *card, const bina_field *field, int slot)
{
    bina_value value = bina_record_get(card->record, slot);
    char text[TEXT], label[96];

    if (is_left_out(field) || value.type == BINA_NULL)
        return;
    if (strcmp(bina_field_name(field), "latitude") == 0) {
        bina_html_element(card->html, "dt", NULL, bina_html_pick(card->html, "Position", "Letak"));
        bina_html_open(card->html, "dd", NULL);
        bina_html_text(card->html, bina_words_real(card->language, value.as.real, 5, text));
        bina_html_text(card->html, "; ");
        value = bina_record_get(
            card->record,
            bina_description_find(bina_record_description(card->record), "longitude"));
        if (value.type == BINA_REAL)
            bina_html_text(card->html, bina_words_real(card->language, value.as.real, 5, text));
        bina_html_close(card->html, "dd");
        return;
    }
    bina_html_element(card->html, "dt", NULL,
                      bina_words_label(card->language, field, label, sizeof label));
    bina_html_element(card->html, "dd", NULL,
                      bina_card_value(card, field, value, text, sizeof text));
}

static void
write_facts(bina_card *card)
{
    const bina_description *description = bina_record_description(card->record);

    bina_html_open(card->html, "dl", "facts");
    for (int slot = 0; slot < bina_description_count(description); slot++)
        write_fact(card, bina_description_field(description, slot), slot);
    bina_html_close(card->html, "dl");
}

/* ---- whose card ---- */

/* Every record that was merged into the card's, directly or through others. */
static void
gather_merged(bina_card *card)
{
    const bina_description *description = bina_record_description(card->record);
    int slot = bina_description_find(description, "merged_into");

    for (size_t i = 0; i < card->id_count && slot >= 0; i++) {
        bina_query *query = bina_query_new(bina_description_kind(description));
        bina_cursor *cursor = NULL;
        const bina_record *record;
        bina_status status = BINA_ERR_NO_MEMORY;
        if (query != NULL) {
            bina_query_where_int(query, slot, BINA_EQ, card->ids[i]);
            bina_query_select(query, slot);
            status = bina_store_list(card->store, query, &cursor);
        }
        while (status == BINA_OK && card->id_count < BINA_CARD_RECORDS &&
               (status = bina_cursor_next(cursor, &record)) == BINA_OK)
            card->ids[card->id_count++] = bina_record_id(record);
        bina_card_end(card, cursor, status);
        bina_query_free(query);
    }
}

/* The record with what is derived from it. */
static bina_status
read_whole(bina_store *store, bina_id id, bina_record **record)
{
    bina_query *query = bina_query_new(bina_id_kind(id));
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = BINA_ERR_NO_MEMORY;

    *record = NULL;
    if (query != NULL) {
        bina_query_where_int(query, 0, BINA_EQ, id);
        status = bina_store_list(store, query, &cursor);
    }
    if (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        *record = bina_record_copy(row);
        status = *record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_ERR_NOT_FOUND : status;
}

/* ---- the page ---- */

static void
write_foot(bina_card *card, const bina_card_options *options)
{
    int64_t known = 0;
    char day[BINA_WORDS], number[BINA_WORDS];
    const char *actor = bina_store_actor(card->store);

    bina_store_last_commit(card->store, &known);
    bina_html_open(card->html, "footer", "small muted");
    bina_html_say(card->html, "p", NULL, "As known on %s, after commit number %s.",
                  "Sebagaimana diketahui pada %s, setelah catatan perubahan nomor %s.",
                  bina_words_date(card->language, bina_store_today(card->store), day),
                  bina_words_integer(card->language, known, number));
    if (card->open)
        bina_html_say(
            card->html, "p", "strong",
            "With personal numbers, shown to %s for: %s. Keep it as the law on personal "
            "data demands (UU 27/2022).",
            "Memuat nomor pribadi, ditampilkan kepada %s untuk: %s. Simpanlah "
            "sebagaimana diwajibkan UU 27/2022 tentang Pelindungan Data Pribadi.",
            actor != NULL ? actor : bina_html_pick(card->html, "(nobody named)", "(tidak disebut)"),
            options->purpose);
    else
        bina_html_say(card->html, "p", NULL,
                      "NIK and telephones with their last three digits only.",
                      "NIK dan telepon hanya dengan tiga angka terakhir.");
    bina_html_close(card->html, "footer");
}

static void
write_card(bina_card *card, const bina_card_options *options)
{
    char running[160];

    bina_card_name(card, card->ids[0], running, sizeof running);
    bina_html_begin(card->html, running, "card", running);
    bina_html_open(card->html, "main", NULL);
    write_head(card);
    write_facts(card);
    bina_card_ties(card);
    bina_card_dated(card);
    bina_card_rows(card);
    bina_card_verdicts(card);
    bina_card_history(card);
    write_foot(card, options);
    bina_html_close(card->html, "main");
}

static bool
has_card(bina_id id)
{
    int kind = bina_id_kind(id);

    return kind == BINA_ENTERPRISE || kind == BINA_GROUP || kind == BINA_PERSON;
}

/* Whose numbers were shown to whom, and what for. */
static bina_status
note_purpose(bina_store *store, const bina_record *record, const char *purpose)
{
    int slot = bina_description_find(bina_record_description(record), "number");
    char why[400];

    bina_text_print(why, sizeof why, "%s: %s", bina_record_text(record, slot), purpose);
    return bina_store_note(store, why, "card.open");
}

bina_status
bina_card_page(bina_store *store, bina_id id, const bina_card_options *given, bina_page **page)
{
    bina_card_options options = BINA_CARD_OPTIONS_INIT;
    bina_error *error = bina_store_complaint(store);
    bina_card card = {.store = store};
    bina_record *record = NULL;
    bina_status status;

    *page = NULL;
    if (!bina_options_take(&options, sizeof options, given))
        return bina_error_plain(error, BINA_ERR_USAGE);
    if (!has_card(id))
        return bina_error_set(error, BINA_ERR_USAGE,
                              "Enterprises, groups and persons have cards; this is none of them.",
                              "Yang mempunyai kartu ialah usaha, kelompok, dan orang; ini bukan "
                              "salah satunya.");
    status = bina_register_resolve(store, id, &id);
    if (status == BINA_OK)
        status = read_whole(store, id, &record);
    card.open = options.purpose != NULL && options.purpose[0] != '\0';
    if (status == BINA_OK && card.open)
        status = note_purpose(store, record, options.purpose);
    if (status != BINA_OK) {
        bina_record_free(record);
        return status;
    }
    card.html = bina_html_new(options.language);
    if (card.html == NULL) {
        bina_record_free(record);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    card.language = options.language;
    card.record = record;
    card.ids[card.id_count++] = id;
    gather_merged(&card);
    write_card(&card, &options);
    status = bina_html_finish(card.html, error, page);
    bina_record_free(record);
    if (bina_error_status(&card.error) == BINA_OK)
        return status;
    bina_page_free(*page);
    *page = NULL;
    bina_error_copy(error, &card.error);
    return bina_error_status(error);
}
