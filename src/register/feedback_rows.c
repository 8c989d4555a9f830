/* Rows to mend: what the register and other agencies' lists know of them. */
#include <stdio.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/reference.h>
#include "exchange/mapping.h"
#include "register/confirm.h"
#include "register/feedback.h"
#include "store/sql.h"

/*
 * ?1 the list, ?2 its agency. What it tells, by kind: "place" the village as written and the region
 * it was taken for; "twin" the first row of the same enterprise; "nik" whose list differs; "region"
 * and "founded" whose, and what it has; "closed" the enterprise's status.
 */
static const char rows_sql[] = BINA_SQL_STANDING
    " every AS (SELECT row.id, row.register, row.line, row.sheet, row.business_name AS name,"
    "    row.nik, row.village, row.region, row.founded, standing.root"
    "   FROM source_records AS row LEFT JOIN standing ON standing.id = row.party"
    "   WHERE row.state = 'present'),"
    " mine AS (SELECT * FROM every WHERE register = ?1),"
    " firsts AS (SELECT root, min(id) AS id FROM mine WHERE root IS NOT NULL GROUP BY root),"
    " both AS (SELECT mine.id, mine.line, mine.sheet, mine.name, list.name AS list,"
    "    nullif(other.nik, mine.nik) AS nik, mine.nik AS own_nik,"
    "    nullif(other.region, mine.region) AS region, mine.region AS own_region,"
    "    nullif(other.founded, mine.founded) AS founded, mine.founded AS own_founded"
    "   FROM mine JOIN every AS other ON other.root = mine.root AND other.register <> ?1"
    "   JOIN source_registers AS list ON list.id = other.register AND list.agency IS NOT ?2)"
    "SELECT id, line, sheet, name, 'place' AS what, village AS first, region AS second FROM mine"
    "  WHERE village IS NOT NULL"
    " UNION SELECT mine.id, mine.line, mine.sheet, mine.name, 'twin', first.line, first.sheet"
    "  FROM mine JOIN firsts ON firsts.root = mine.root AND firsts.id <> mine.id"
    "  JOIN mine AS first ON first.id = firsts.id"
    " UNION SELECT id, line, sheet, name, 'nik', list, NULL FROM both"
    "  WHERE nik IS NOT NULL AND own_nik IS NOT NULL"
    " UNION SELECT id, line, sheet, name, 'region', list, region FROM both"
    "  WHERE length(region) = 13 AND length(own_region) = 13"
    " UNION SELECT id, line, sheet, name, 'founded', list, founded FROM both"
    "  WHERE founded IS NOT NULL AND own_founded IS NOT NULL"
    " UNION SELECT mine.id, line, sheet, mine.name, 'closed', firm.status, NULL FROM mine"
    "  JOIN enterprises AS firm ON firm.id = mine.root"
    "  WHERE firm.status IN ('closed', 'moved_away')"
    " ORDER BY 1, 5";

enum { ID, LINE, SHEET, NAME, WHAT, FIRST, SECOND, SELECTED };

enum { VILLAGE_CODE = 13, TEXT_ROOM = 256 };

/* "Loyok, Sikur" of a village's code; "" when there is no such village. */
static void
name_village(const char *code, char text[TEXT_ROOM])
{
    bina_record *village = NULL, *district = NULL;

    text[0] = '\0';
    if (bina_region_get(code, 0, &village, NULL) == BINA_OK &&
        bina_region_get(bina_record_text(village, BINA_REGION_PARENT), 0, &district, NULL) ==
            BINA_OK)
        snprintf(text, TEXT_ROOM, "%s, %s", bina_record_text(village, BINA_REGION_NAME),
                 bina_record_text(district, BINA_REGION_NAME));
    bina_record_free(village);
    bina_record_free(district);
}

/* A village's name as it is compared: without the word for its level. */
static const char *
bare_key(const char *name, char key[BINA_HEADER_KEY])
{
    static const char *const words[] = {"desa ", "kelurahan ", "kel ", "ds "};

    bina_header_key(name, key, BINA_HEADER_KEY);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(key, words[i], strlen(words[i])) == 0)
            return key + strlen(words[i]);
    return key;
}

static bina_status
tell_place(bina_feedback_list *self, const bina_record *row, const bina_record *place)
{
    bool id = self->language == BINA_INDONESIAN;
    const char *village = bina_record_text(row, FIRST), *code = bina_record_text(row, SECOND);
    char official[TEXT_ROOM], given_key[BINA_HEADER_KEY], key[BINA_HEADER_KEY];
    bina_record *region = NULL;
    bool same;

    if (code == NULL || strlen(code) != VILLAGE_CODE)
        return bina_feedback_add(self, BINA_FEEDBACK_PLACE, place, NULL,
                                 id ? "Desa tidak dapat ditentukan dari nama-namanya; periksa "
                                      "ejaan desa dan kecamatan, atau tulis kodenya."
                                    : "The village cannot be told from the names; compare the "
                                      "names of village and district, or write its code.",
                                 NULL);
    if (bina_region_get(code, 0, &region, NULL) != BINA_OK)
        return BINA_OK;
    same = strcmp(bare_key(village, given_key),
                  bare_key(bina_record_text(region, BINA_REGION_NAME), key)) == 0;
    bina_record_free(region);
    if (same)
        return BINA_OK;
    name_village(code, official);
    return bina_feedback_add(self, BINA_FEEDBACK_PLACE, place, NULL,
                             id ? "Nama desa tidak sama dengan daftar resmi terbaru; tulis seperti "
                                  "di sana, bila itu yang dimaksud."
                                : "The newest official list calls the village otherwise; write it "
                                  "so, if that is meant.",
                             official);
}

static bina_status
tell_twin(bina_feedback_list *self, const bina_record *row, const bina_record *place)
{
    bool id = self->language == BINA_INDONESIAN;
    const char *sheet = bina_record_text(row, SECOND);
    char others[2 * TEXT_ROOM];

    snprintf(others, sizeof others, "%s %s%s%s", id ? "baris" : "row", bina_record_text(row, FIRST),
             sheet != NULL ? ", " : "", sheet != NULL ? sheet : "");
    return bina_feedback_add(
        self, BINA_FEEDBACK_TWIN, place, NULL,
        id ? "Usaha yang sama sudah tercantum; hapus salah satu, atau jelaskan "
             "bedanya."
           : "The same enterprise stands there already; drop one of them, or "
             "say how they differ.",
        others);
}

static bina_status
tell_contradiction(bina_feedback_list *self, const bina_record *row, const bina_record *place,
                   const char *what)
{
    bool id = self->language == BINA_INDONESIAN;
    const char *value = bina_record_text(row, SECOND), *sentence;
    char others[2 * TEXT_ROOM], village[TEXT_ROOM];

    if (strcmp(what, "nik") == 0)
        sentence = id ? "NIK pemilik berbeda di daftar lain; cocokkan dengan KTP-nya."
                      : "Another list has another NIK of the owner; compare the identity card.";
    else if (strcmp(what, "region") == 0)
        sentence = id ? "Desanya berbeda di daftar lain; pastikan di mana usahanya."
                      : "Another list has another village; make sure where the enterprise is.";
    else
        sentence = id ? "Tahun berdirinya berbeda di daftar lain; tanyakan pemiliknya."
                      : "Another list has another year of founding; ask the owner.";
    if (strcmp(what, "region") == 0) {
        name_village(value, village);
        value = village[0] != '\0' ? village : value;
    }
    snprintf(others, sizeof others, "%s%s%s", bina_record_text(row, FIRST),
             value != NULL ? ": " : "", value != NULL ? value : "");
    return bina_feedback_add(self, BINA_FEEDBACK_CONTRADICTED, place, NULL, sentence, others);
}

static bina_status
tell(bina_feedback_list *self, const bina_record *row, bina_record *place)
{
    bool id = self->language == BINA_INDONESIAN;
    const char *what = bina_record_text(row, WHAT);

    bina_record_clear(place);
    bina_set_int(place, BINA_FEEDBACK_ROW, bina_record_int(row, LINE));
    if (bina_record_text(row, SHEET) != NULL)
        bina_set_text(place, BINA_FEEDBACK_SHEET, bina_record_text(row, SHEET));
    if (bina_record_text(row, NAME) != NULL)
        bina_set_text(place, BINA_FEEDBACK_NAME, bina_record_text(row, NAME));
    if (strcmp(what, "place") == 0)
        return tell_place(self, row, place);
    if (strcmp(what, "twin") == 0)
        return tell_twin(self, row, place);
    if (strcmp(what, "closed") != 0)
        return tell_contradiction(self, row, place, what);
    return bina_feedback_add(
        self, BINA_FEEDBACK_CLOSED, place, NULL,
        id ? "Menurut register usaha ini sudah tidak berjalan di sini; perbarui daftarnya."
           : "By the register this enterprise no longer works here; bring the list up to date.",
        bina_codes_label("enterprise_status", bina_record_text(row, FIRST), self->language));
}

bina_status
bina_feedback_rows(bina_feedback_list *self)
{
    static const bina_column columns[SELECTED] = {
        [ID] = {"id", .type = BINA_INT},          [LINE] = {"line", .type = BINA_INT},
        [SHEET] = {"sheet", .type = BINA_TEXT},   [NAME] = {"name", .type = BINA_TEXT},
        [WHAT] = {"what", .type = BINA_TEXT},     [FIRST] = {"first", .type = BINA_TEXT},
        [SECOND] = {"second", .type = BINA_TEXT},
    };
    bina_value values[] = {bina_int(self->list), bina_int(self->agency)};
    bina_sql select = {.text = rows_sql, .values = values, .count = 2, .known_at = -1};
    bina_record *place = bina_record_new_of(self->description);
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status =
        place != NULL ? bina_sql_select(self->store, columns, SELECTED, &select, &cursor)
                      : bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK)
        status = tell(self, row, place);
    bina_cursor_free(cursor);
    bina_record_free(place);
    return status == BINA_DONE ? BINA_OK : status;
}
