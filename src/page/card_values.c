/* How values stand on a card: references by name, places with what they lie in, numbers masked. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <bina/reference.h>
#include "base/text.h"
#include "page/card.h"
#include "page/words.h"

int
bina_card_name_slot(const bina_description *description)
{
    int slot = bina_description_find(description, "name");

    return slot >= 0 ? slot : bina_description_find(description, "title");
}

char *
bina_card_name(const bina_card *card, bina_id id, char *text, size_t size)
{
    bina_record *record = NULL;
    const char *name = NULL, *number = NULL;
    bina_status status = bina_store_get(card->store, id, &record);

    if (status != BINA_OK && status != BINA_ERR_NOT_FOUND)
        bina_html_fail(card->html, status);
    if (status == BINA_OK) {
        const bina_description *description = bina_record_description(record);
        int slot = bina_card_name_slot(description);
        name = slot >= 0 ? bina_record_text(record, slot) : NULL;
        if ((bina_description_flags(description) & BINA_KIND_NUMBERED) != 0)
            number = bina_record_text(record, bina_description_find(description, "number"));
    }
    if (name != NULL || number != NULL)
        bina_text_print(
            text, size, "%s%s%s%s",
            name != NULL ? name : bina_html_pick(card->html, "(no name)", "(tanpa nama)"),
            number != NULL ? " (" : "", number != NULL ? number : "", number != NULL ? ")" : "");
    else
        snprintf(text, size, "%" PRId64, id);
    bina_record_free(record);
    return text;
}

/* "Desa Pringgasela, Kecamatan Pringgasela, Kabupaten Lombok Timur (52.03.05.2001)" */
static void
place_text(const bina_card *card, const char *code, char *text, size_t size)
{
    static const size_t lengths[] = {13, 8, 5};
    size_t used = 0;
    char part[16], name[160];

    text[0] = '\0';
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        if (strlen(code) < lengths[i] || used >= size)
            continue;
        snprintf(part, sizeof part, "%.*s", (int)lengths[i], code);
        bina_html_region(card->html, part, name, sizeof name);
        used += (size_t)snprintf(text + used, size - used, "%s%s", used > 0 ? ", " : "", name);
    }
    if (used < size)
        snprintf(text + used, size - used, "%s%s%s", used > 0 ? " (" : "", code,
                 used > 0 ? ")" : "");
    bina_text_trim_partial(text);
}

static void
activity_text(const bina_card *card, const char *code, char *text, size_t size)
{
    bina_record *industry = NULL;
    bina_status status = bina_industry_get(code, 0, &industry, NULL);

    if (status == BINA_ERR_NO_MEMORY)
        bina_html_fail(card->html, status);
    if (status == BINA_OK)
        bina_text_print(text, size, "%s – %s", code,
                        bina_record_text(industry, BINA_INDUSTRY_TITLE));
    else
        bina_text_print(text, size, "%s", code);
    bina_record_free(industry);
}

char *
bina_card_value(const bina_card *card, const bina_field *field, bina_value value, char *text,
                size_t size)
{
    const char *format = bina_field_format(field), *name = bina_field_name(field);
    bool contact =
        strcmp(name, "value") == 0 && (bina_field_flags(field) & BINA_FIELD_PERSONAL) != 0;

    if (value.type == BINA_REF)
        return bina_card_name(card, value.as.integer, text, size);
    if (value.type == BINA_TEXT && contact && !card->open)
        return bina_words_mask(value.as.text, text);
    if (value.type == BINA_TEXT && format != NULL && strcmp(format, "region") == 0)
        place_text(card, value.as.text, text, size);
    else if (value.type == BINA_TEXT && format != NULL && strcmp(format, "kbli") == 0)
        activity_text(card, value.as.text, text, size);
    else if (value.type == BINA_INT && (strcmp(name, "founded") == 0 || strstr(name, "edition")))
        snprintf(text, size, "%" PRId64, value.as.integer); /* a year */
    else
        bina_words_value(card->language, field, value, !card->open, text, size);
    return text;
}
