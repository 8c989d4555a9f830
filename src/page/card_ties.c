/* What hangs on the record of a card: owners, places, licences, contacts, groups, confirmations. */
#include <stdlib.h>
#include "base/vector.h"
#include "page/card.h"
#include "page/words.h"

enum { MOST_COLUMNS = 8, TEXT = 600 };

/* The records of a kind one of whose fields points to the card's: a table with these columns. */
typedef struct tie {
    const char *heading[2];
    int kind, field;
    int columns[MOST_COLUMNS]; /* slots, ended by 0, which is the id's */
    int order;                 /* a slot; 0: as they were added */
} tie;

static const tie enterprise_ties[] = {
    {{"Owners and managers", "Pemilik dan pengelola"},
     BINA_OWNERSHIP,
     BINA_OWNERSHIP_ENTERPRISE,
     {BINA_OWNERSHIP_PARTY, BINA_OWNERSHIP_ROLE, BINA_OWNERSHIP_VALID_FROM, BINA_OWNERSHIP_VALID_TO,
      0},
     BINA_OWNERSHIP_VALID_FROM},
    {{"Places of work", "Tempat usaha"},
     BINA_SITE,
     BINA_SITE_ENTERPRISE,
     {BINA_SITE_NATURE, BINA_SITE_REGION, BINA_SITE_ADDRESS, BINA_SITE_HAMLET, BINA_SITE_VALID_FROM,
      BINA_SITE_VALID_TO, 0},
     BINA_SITE_VALID_FROM},
};

static const tie group_ties[] = {
    {{"Members", "Anggota"},
     BINA_MEMBERSHIP,
     BINA_MEMBERSHIP_MEMBER_OF,
     {BINA_MEMBERSHIP_MEMBER, BINA_MEMBERSHIP_ROLE, BINA_MEMBERSHIP_VALID_FROM,
      BINA_MEMBERSHIP_VALID_TO, 0},
     BINA_MEMBERSHIP_VALID_FROM},
};

static const tie party_ties[] = {
    {{"Owns or manages", "Memiliki atau mengelola"},
     BINA_OWNERSHIP,
     BINA_OWNERSHIP_PARTY,
     {BINA_OWNERSHIP_ENTERPRISE, BINA_OWNERSHIP_ROLE, BINA_OWNERSHIP_VALID_FROM,
      BINA_OWNERSHIP_VALID_TO, 0},
     BINA_OWNERSHIP_VALID_FROM},
    {{"Licences and marks", "Legalitas"},
     BINA_LICENCE,
     BINA_LICENCE_HOLDER,
     {BINA_LICENCE_NATURE, BINA_LICENCE_NUMBER, BINA_LICENCE_STATE, BINA_LICENCE_ISSUER,
      BINA_LICENCE_ISSUED, BINA_LICENCE_EXPIRES, 0},
     BINA_LICENCE_ISSUED},
    {{"Contacts", "Kontak"},
     BINA_CONTACT,
     BINA_CONTACT_PARTY,
     {BINA_CONTACT_SYSTEM, BINA_CONTACT_VALUE, BINA_CONTACT_WHOSE, BINA_CONTACT_VALID_FROM,
      BINA_CONTACT_VALID_TO, 0},
     BINA_CONTACT_VALID_FROM},
    {{"Numbers others gave it", "Nomor dari pihak lain"},
     BINA_IDENTIFIER,
     BINA_IDENTIFIER_PARTY,
     {BINA_IDENTIFIER_SYSTEM, BINA_IDENTIFIER_VALUE, BINA_IDENTIFIER_VERIFIED_BY, 0},
     0},
    {{"Groups it belongs to", "Keanggotaan kelompok"},
     BINA_MEMBERSHIP,
     BINA_MEMBERSHIP_MEMBER,
     {BINA_MEMBERSHIP_MEMBER_OF, BINA_MEMBERSHIP_ROLE, BINA_MEMBERSHIP_VALID_FROM,
      BINA_MEMBERSHIP_VALID_TO, 0},
     BINA_MEMBERSHIP_VALID_FROM},
};

static const tie asked_ties[] = {
    {{"What agencies confirmed", "Konfirmasi instansi"},
     BINA_CONFIRMATION,
     BINA_CONFIRMATION_ENTERPRISE,
     {BINA_CONFIRMATION_AGENCY, BINA_CONFIRMATION_ASKED, BINA_CONFIRMATION_ANSWERED,
      BINA_CONFIRMATION_ANSWER, BINA_CONFIRMATION_ANSWERED_BY, BINA_CONFIRMATION_LETTER, 0},
     BINA_CONFIRMATION_ASKED},
};

void
bina_card_keep(bina_card *card, int kind, int field, int order, bina_kept *kept)
{
    bina_query *query = bina_query_new(kind);
    bina_value ids[BINA_CARD_RECORDS];
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = BINA_ERR_NO_MEMORY;

    for (size_t i = 0; i < card->id_count; i++)
        ids[i] = bina_integer_of(BINA_REF, card->ids[i]);
    if (query != NULL) {
        bina_query_where_in(query, field, ids, card->id_count);
        if (order != 0)
            bina_query_order(query, order, false);
        status = bina_store_list(card->store, query, &cursor);
    }
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        bina_record *copy =
            bina_vector_reserve(&kept->items, &kept->room, kept->count + 1, sizeof *kept->items)
                ? bina_record_copy(record)
                : NULL;
        if (copy != NULL)
            kept->items[kept->count++] = copy;
        else
            status = BINA_ERR_NO_MEMORY;
    }
    bina_card_end(card, cursor, status);
    bina_query_free(query);
}

void
bina_kept_free(bina_kept *kept)
{
    for (size_t i = 0; i < kept->count; i++)
        bina_record_free(kept->items[i]);
    free(kept->items);
}

/* A column in which nothing stands would only take room. */
static bool
is_empty(const bina_kept *kept, int slot)
{
    for (size_t i = 0; i < kept->count; i++)
        if (bina_record_get(kept->items[i], slot).type != BINA_NULL)
            return false;
    return true;
}

/* Of a person, what tells him or her from others of the name. */
static void
write_person(bina_card *card, bina_id id)
{
    static const int slots[] = {BINA_PERSON_NIK, BINA_PERSON_SEX, BINA_PERSON_DIED};
    bina_record *person = NULL;
    bina_status status = BINA_OK;
    char text[TEXT];

    if (bina_id_kind(id) == BINA_PERSON)
        status = bina_store_get(card->store, id, &person);
    if (status != BINA_OK)
        bina_html_fail(card->html, status);
    if (person == NULL)
        return;
    bina_html_open(card->html, "span", "small muted");
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        const bina_field *field = bina_description_field(bina_record_description(person), slots[i]);
        bina_value value = bina_record_get(person, slots[i]);
        if (value.type == BINA_NULL)
            continue;
        bina_html_text(card->html, " · ");
        if (slots[i] == BINA_PERSON_NIK)
            bina_html_text(card->html, "NIK ");
        else if (slots[i] == BINA_PERSON_DIED)
            bina_html_say(card->html, NULL, NULL, "died ", "meninggal ");
        bina_html_text(card->html, bina_card_value(card, field, value, text, sizeof text));
    }
    bina_html_close(card->html, "span");
    bina_record_free(person);
}

static void
write_row(bina_card *card, const tie *t, const bina_kept *kept, const bina_record *record)
{
    const bina_description *description = bina_record_description(record);
    char text[TEXT];

    bina_html_open(card->html, "tr", NULL);
    for (const int *slot = t->columns; *slot != 0; slot++) {
        bina_value value = bina_record_get(record, *slot);
        if (is_empty(kept, *slot))
            continue;
        bina_html_open(card->html, "td", NULL);
        bina_html_text(card->html,
                       value.type != BINA_NULL
                           ? bina_card_value(card, bina_description_field(description, *slot),
                                             value, text, sizeof text)
                           : "–");
        if (value.type == BINA_REF)
            write_person(card, value.as.integer);
        bina_html_close(card->html, "td");
    }
    bina_html_close(card->html, "tr");
}

static void
write_tie(bina_card *card, const tie *t)
{
    const bina_description *description = bina_kind_description(t->kind);
    bina_kept kept = {0};
    char label[96];

    bina_card_keep(card, t->kind, t->field, t->order, &kept);
    if (kept.count > 0) {
        bina_card_section(card, t->heading[0], t->heading[1]);
        bina_html_open(card->html, "div", "scroll");
        bina_html_table_open(card->html, NULL, NULL);
        for (const int *slot = t->columns; *slot != 0; slot++)
            if (!is_empty(&kept, *slot))
                bina_html_head(card->html, NULL,
                               bina_words_label(card->language,
                                                bina_description_field(description, *slot), label,
                                                sizeof label));
        bina_html_table_body(card->html);
        for (size_t i = 0; i < kept.count; i++)
            write_row(card, t, &kept, kept.items[i]);
        bina_html_table_close(card->html);
        bina_html_close(card->html, "div");
        bina_html_close(card->html, "section");
    }
    bina_kept_free(&kept);
}

void
bina_card_ties(bina_card *card)
{
    int kind = bina_id_kind(card->ids[0]);

    if (kind == BINA_ENTERPRISE)
        for (size_t i = 0; i < sizeof enterprise_ties / sizeof *enterprise_ties; i++)
            write_tie(card, &enterprise_ties[i]);
    if (kind == BINA_GROUP)
        for (size_t i = 0; i < sizeof group_ties / sizeof *group_ties; i++)
            write_tie(card, &group_ties[i]);
    for (size_t i = 0; i < sizeof party_ties / sizeof *party_ties; i++)
        if (party_ties[i].field != BINA_MEMBERSHIP_MEMBER ||
            party_ties[i].kind != BINA_MEMBERSHIP || kind != BINA_GROUP)
            write_tie(card, &party_ties[i]);
    if (kind == BINA_ENTERPRISE)
        for (size_t i = 0; i < sizeof asked_ties / sizeof *asked_ties; i++)
            write_tie(card, &asked_ties[i]);
}

/* ---- dated values ---- */

static void
write_dated_value(bina_card *card, const bina_field *field, const bina_record *value)
{
    bina_value from = bina_record_get(value, BINA_DATED_FROM);
    bina_value held = bina_record_get(value, BINA_DATED_VALUE);
    char text[TEXT], label[96];
    bool corrected = bina_record_get(value, BINA_DATED_SUPERSEDED).type != BINA_NULL;

    bina_html_open(card->html, "tr", NULL);
    bina_html_row_head(card->html, NULL,
                       bina_words_label(card->language, field, label, sizeof label));
    bina_html_cell(card->html, "nowrap",
                   from.type == BINA_DATE
                       ? bina_words_date(card->language, from.as.integer, text)
                       : bina_html_pick(card->html, "from the first", "sejak semula"));
    bina_html_open(card->html, "td", NULL);
    if (corrected)
        bina_html_open(card->html, "s", NULL);
    bina_html_text(card->html, held.type != BINA_NULL
                                   ? bina_card_value(card, field, held, text, sizeof text)
                                   : "–");
    if (corrected) {
        bina_html_close(card->html, "s");
        bina_html_say(card->html, NULL, NULL, " (corrected later)", " (kemudian dikoreksi)");
    }
    bina_html_close(card->html, "td");
    bina_html_close(card->html, "tr");
}

/* What was said of one dated field; a single value from the first day on stands above already. */
static void
write_dated_field(bina_card *card, int slot, bool *any)
{
    const bina_description *description = bina_record_description(card->record);
    const bina_field *field = bina_description_field(description, slot);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_record *first = NULL;
    bina_status status = bina_store_dated(card->store, card->ids[0], slot, &cursor);

    for (int n = 0; status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK;
         n++) {
        if (n == 0) {
            first = bina_record_copy(record);
            if (first == NULL)
                status = BINA_ERR_NO_MEMORY;
            continue;
        }
        if (!*any) {
            bina_card_section(card, "Over time", "Perkembangan");
            bina_html_table_open(card->html, NULL, NULL);
            bina_html_head(card->html, NULL, bina_html_pick(card->html, "What", "Isian"));
            bina_html_head(card->html, NULL, bina_html_pick(card->html, "Since", "Sejak"));
            bina_html_head(card->html, NULL, bina_html_pick(card->html, "Value", "Nilai"));
            bina_html_table_body(card->html);
        }
        *any = true;
        if (n == 1 && first != NULL)
            write_dated_value(card, field, first);
        write_dated_value(card, field, record);
    }
    bina_record_free(first);
    bina_card_end(card, cursor, status);
}

void
bina_card_dated(bina_card *card)
{
    const bina_description *description = bina_record_description(card->record);
    bool any = false;

    for (int slot = 0; slot < bina_description_count(description); slot++)
        if ((bina_field_flags(bina_description_field(description, slot)) & BINA_FIELD_DATED) != 0)
            write_dated_field(card, slot, &any);
    if (any) {
        bina_html_table_close(card->html);
        bina_html_close(card->html, "section");
    }
}
