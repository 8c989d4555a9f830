/* A guess as the document of a mapping. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exchange/guess.h"

/* The column of a field, or the two that are added up. */
static void
set_columns(bina_record *record, const bina_guesser *guess, int slot, const char *header)
{
    char both[2 * BINA_HEADER_KEY];

    if (guess->also[slot] < 0) {
        bina_set_text(record, BINA_MAPPED_COLUMN, header);
        return;
    }
    snprintf(both, sizeof(both), "%.200s\n%.200s", header,
             bina_field_name(bina_description_field(guess->columns, guess->also[slot])));
    bina_set_text(record, BINA_MAPPED_COLUMN, both);
    bina_set_int(record, BINA_MAPPED_SUM, 1);
}

static bina_status
add_field(bina_document *document, const bina_guesser *guess, const bina_description *mapped,
          int slot, const char *special)
{
    const bina_field *field = bina_description_field(guess->target, slot);
    bina_record *record = bina_record_new_of(mapped);
    char key[BINA_HEADER_KEY];
    const char *header;
    bina_status status;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_text(record, BINA_MAPPED_FIELD, bina_field_name(field));
    if (special != NULL) {
        bina_set_text(record, BINA_MAPPED_COLUMN, special);
    } else {
        const bina_column_look *look = &guess->looks[guess->source[slot]];
        header = bina_field_name(bina_description_field(guess->columns, guess->source[slot]));
        set_columns(record, guess, slot, header);
        bina_header_key(header, key, sizeof(key));
        if (bina_field_type(field) == BINA_MONEY && bina_header_unit(key) > 1)
            bina_set_int(record, BINA_MAPPED_UNIT, bina_header_unit(key));
        if (bina_field_type(field) == BINA_DATE && look->month_first > 0 && look->day_first == 0)
            bina_set_text(record, BINA_MAPPED_DATES, "mdy");
    }
    status = bina_record_check(record, NULL);
    if (status == BINA_OK)
        status = bina_document_add(document, record, 0, NULL);
    bina_record_free(record);
    return status;
}

/* The mapping itself, with the columns that no field was found for. */
static bina_status
add_mapping(bina_document *document, const bina_guesser *guess, const bina_description *described)
{
    bina_record *record = bina_record_new_of(described);
    size_t room = 1, used = 0;
    const char *header;
    char *ignored;
    int column;
    bina_status status;

    for (column = 0; column < guess->column_count; column++)
        room += strlen(bina_field_name(bina_description_field(guess->columns, column))) + 1;
    ignored = malloc(room);
    if (record == NULL || ignored == NULL) {
        bina_record_free(record);
        free(ignored);
        return BINA_ERR_NO_MEMORY;
    }
    for (column = 0; column < guess->column_count; column++) {
        header = bina_field_name(bina_description_field(guess->columns, column));
        if (guess->taken[column] >= 0 || bina_guess_is_own(guess, column))
            continue;
        if (used > 0)
            ignored[used++] = '\n';
        memcpy(ignored + used, header, strlen(header));
        used += strlen(header);
    }
    ignored[used] = '\0';
    bina_set_text(record, BINA_MAPPING_KIND, bina_description_name(guess->target));
    if (used > 0)
        bina_set_text(record, BINA_MAPPING_IGNORED, ignored);
    if (guess->unit > 1)
        bina_set_int(record, BINA_MAPPING_UNIT, guess->unit);
    free(ignored);
    status = bina_record_check(record, NULL);
    if (status == BINA_OK)
        status = bina_document_add(document, record, BINA_NO_RECORD, NULL);
    bina_record_free(record);
    return status;
}

/* The own column that fills a field no other column fills; NULL: none. */
static const char *
special_for(const bina_guesser *guess, const bina_field *field)
{
    static const struct {
        const char *field;
        bina_own_column own;
    } told[] = {{"sheet", BINA_OWN_SHEET},
                {"village", BINA_OWN_VILLAGE},
                {"district", BINA_OWN_DISTRICT},
                {"regency", BINA_OWN_REGENCY}};
    const char *name = bina_field_name(field);
    size_t i;

    if (bina_field_type(field) == BINA_INT && strcmp(name, "line") == 0)
        return BINA_COLUMN_LINE;
    if (bina_field_type(field) == BINA_INT && strcmp(name, "row") == 0)
        return BINA_COLUMN_ROW;
    for (i = 0; i < sizeof(told) / sizeof(told[0]); i++)
        if (bina_field_type(field) == BINA_TEXT && strcmp(name, told[i].field) == 0)
            return guess->special[told[i].own];
    return NULL;
}

bina_status
bina_guess_write(const bina_guesser *guess, bina_document *document)
{
    bina_description *made[3];
    const char *special;
    bina_status status;
    int slot;

    if (!bina_mapping_descriptions(made))
        return BINA_ERR_NO_MEMORY;
    status = add_mapping(document, guess, made[0]);
    for (slot = 0; slot < guess->slot_count && status == BINA_OK; slot++) {
        special = special_for(guess, bina_description_field(guess->target, slot));
        if (guess->source[slot] >= 0)
            status = add_field(document, guess, made[1], slot, NULL);
        else if (special != NULL)
            status = add_field(document, guess, made[1], slot, special);
    }
    bina_mapping_descriptions_free(made);
    return status;
}
