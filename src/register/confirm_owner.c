/*
 * Whose name an agency is told: that of an owner its own rows name. Of the others, whom it may not
 * know, it is told the initials.
 */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "register/confirm.h"
#include "register/mention.h"
#include "store/buffer.h"

/* Names this much alike are one where there is no number to go by; less are told by initials. */
#define ALIKE 0.92

/* Initials: "Siti Aminah" as "S••• A•••". */
static void
add_hint(bina_buffer *text, const char *name)
{
    bool starts = true;

    for (; *name != '\0'; name++) {
        bool separates = *name == ' ' || *name == ',';
        if (separates)
            bina_buffer_add_n(text, name, 1);
        else if (starts) {
            const char *begin = name;
            while (((unsigned char)name[1] & 0xC0) == 0x80)
                name++;
            bina_buffer_add_n(text, begin, (size_t)(name - begin) + 1);
            bina_buffer_add(text, "•••");
        }
        starts = separates;
    }
}

/* Takes the next person off the text: name and number. False at its end. */
static bool
next_person(char **rest, const char **name, const char **nik)
{
    char *end;

    *name = *rest;
    if (**rest == '\0')
        return false;
    end = *rest + strcspn(*rest, BINA_CONFIRM_BETWEEN_PERSONS);
    *rest = end + (*end != '\0');
    *end = '\0';
    end -= strlen(*name) - strcspn(*name, BINA_CONFIRM_BEFORE_NIK);
    *nik = end + (*end != '\0');
    *end = '\0';
    return true;
}

static bool
read_mention(bina_record *person, const char *name, const char *nik, bina_mention *mention)
{
    bina_record_clear(person);
    bina_set_text(person, BINA_PERSON_NAME, name);
    if (nik[0] != '\0')
        bina_set_text(person, BINA_PERSON_NIK, nik);
    return bina_mention_of_person(mention, person);
}

/* Whether one of these, as the agency's rows name them, is the owner. */
static bina_status
find_named(const char *named, const bina_mention *owner, bool *found)
{
    char *copy = bina_text_copy(named != NULL ? named : ""), *rest = copy;
    bina_record *person = bina_record_new(BINA_PERSON);
    bina_status status = copy != NULL && person != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    const char *name, *nik;

    *found = false;
    while (status == BINA_OK && !*found && next_person(&rest, &name, &nik)) {
        bina_mention mention = {0};
        if (read_mention(person, name, nik, &mention))
            *found = bina_mention_niks(&mention, owner) == BINA_NIK_SAME ||
                     (mention.name[0] != '\0' && bina_mention_likeness(&mention, owner) >= ALIKE);
        else
            status = BINA_ERR_NO_MEMORY;
        bina_mention_drop(&mention);
    }
    bina_record_free(person);
    free(copy);
    return status;
}

bina_status
bina_confirm_set_owners(const char *owners, const char *named, bina_record *row)
{
    char *copy = bina_text_copy(owners != NULL ? owners : ""), *rest = copy;
    bina_record *person = bina_record_new(BINA_PERSON);
    bina_status status = copy != NULL && person != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    bina_buffer text = {0};
    bool found, masked = false;
    const char *name, *nik;

    while (status == BINA_OK && next_person(&rest, &name, &nik)) {
        bina_mention owner = {0};
        status = read_mention(person, name, nik, &owner) ? find_named(named, &owner, &found)
                                                         : BINA_ERR_NO_MEMORY;
        bina_mention_drop(&owner);
        if (status != BINA_OK)
            break;
        bina_buffer_add(&text, text.length > 0 ? ", " : "");
        if (found)
            bina_buffer_add(&text, name);
        else
            add_hint(&text, name);
        masked = masked || !found;
    }
    if (status == BINA_OK && bina_buffer_text(&text) == NULL)
        status = BINA_ERR_NO_MEMORY;
    if (status == BINA_OK && masked)
        bina_set_masked(row, BINA_CONFIRM_ROW_OWNER, bina_buffer_text(&text));
    else if (status == BINA_OK && text.length > 0)
        bina_set_text(row, BINA_CONFIRM_ROW_OWNER, bina_buffer_text(&text));
    bina_buffer_free(&text);
    bina_record_free(person);
    free(copy);
    return status;
}
