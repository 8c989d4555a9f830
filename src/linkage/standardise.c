#include "linkage/standardise_parts.h"

static void
clear(bina_standard *out)
{
    out->missing = false;
    out->flags = 0;
    out->length = out->core_length = out->words_length = 0;
    out->text[0] = out->core[0] = out->words[0] = out->extra[0] = '\0';
    out->key_count = 0;
    out->form = out->owner = out->product = (bina_span){0, 0};
    out->street = out->hamlet = out->place = (bina_span){0, 0};
    out->house_letter = '\0';
    out->house = out->rt = out->rw = -1;
    out->date = 0;
    out->number = 0.0;
}

/* Names and addresses as Indonesia writes them; false: another role. */
static bool
standardise_indonesian(bina_role role, bina_writer *folded, bina_standard *out)
{
    switch (role) {
    case BINA_ROLE_PERSON:
    case BINA_ROLE_GIVEN_NAME:
    case BINA_ROLE_SURNAME:
        bina_standard_person(folded, out);
        return true;
    case BINA_ROLE_BUSINESS:
        bina_standard_business(folded, out);
        return true;
    case BINA_ROLE_ADDRESS:
        bina_standard_address(folded, out);
        return true;
    case BINA_ROLE_PLACE:
        bina_standard_place(folded, out);
        return true;
    default:
        return false;
    }
}

static void
standardise_any(bina_profile profile, bina_role role, bina_writer *folded, bina_standard *out)
{
    switch (role) {
    case BINA_ROLE_PHONE:
        bina_standard_phone(profile, folded, out);
        break;
    case BINA_ROLE_NIK:
        bina_standard_nik(folded, out);
        break;
    case BINA_ROLE_IDENTIFIER:
    case BINA_ROLE_POSTCODE:
    case BINA_ROLE_EMAIL:
    case BINA_ROLE_KEY:
        bina_standard_identifier(role == BINA_ROLE_IDENTIFIER, folded, out);
        break;
    case BINA_ROLE_DATE:
        bina_standard_date(profile, folded, out);
        break;
    case BINA_ROLE_NUMBER:
        bina_standard_number(profile, folded, out);
        break;
    default:
        bina_standard_plain(profile, role, folded, out);
        break;
    }
}

static void
standardise(bina_profile profile, bina_role role, const char *text, size_t length,
            bina_standard *out)
{
    /* A quantity or code of nought is one; elsewhere a nought stands for nothing. */
    bool nought =
        (role == BINA_ROLE_NUMBER || role == BINA_ROLE_CATEGORY) && length == 1 && text[0] == '0';
    bina_writer folded;
    bool cut;

    clear(out);
    if (bina_is_missing(text, length) && !nought) {
        out->missing = true;
        return;
    }
    bina_fold(text, length, &folded);
    cut = folded.cut;
    if (profile != BINA_PROFILE_INDONESIA || !standardise_indonesian(role, &folded, out))
        standardise_any(profile, role, &folded, out);
    if (cut)
        out->flags |= BINA_STANDARD_CUT;
    out->missing = out->length == 0;
}

void
bina_standardise(bina_profile profile, bina_role role, const char *text, size_t length,
                 bina_standard *out)
{
    out->brief = false;
    out->memo = NULL;
    standardise(profile, role, text, length, out);
}

void
bina_standardise_brief(bina_profile profile, bina_role role, const char *text, size_t length,
                       bina_memo *memo, bina_standard *out)
{
    out->brief = true;
    out->memo = memo;
    standardise(profile, role, text, length, out);
}
