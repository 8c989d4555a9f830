#include "linkage/standardise_parts.h"

#include <string.h>

#define THREE(a, b, c) ((a) << 16 | (b) << 8 | (c))

/*
 * True for letters or digits that none of what stands for nothing begins with: most values are told
 * by their first three bytes.
 */
static bool
begins_else(const char *text)
{
    int a = text[0] | 32, b = text[1] | 32, c = text[2] | 32;

    if ((text[0] >= '1' && text[0] <= '9') || (text[0] == '0' && text[1] >= '1' && text[1] <= '9'))
        return true;
    if (a < 'a' || a > 'z' || b < 'a' || b > 'z' || c < 'a' || c > 'z')
        return false;
    switch (THREE(a, b, c)) {
    case THREE('n', 'a', 'n'):
    case THREE('n', 'i', 'l'):
    case THREE('n', 'i', 'h'):
    case THREE('n', 'o', 'n'):
    case THREE('n', 'o', 't'):
    case THREE('n', 'u', 'l'):
    case THREE('k', 'o', 's'):
    case THREE('t', 'd', 'k'):
    case THREE('t', 'i', 'd'):
    case THREE('t', 'a', 'n'):
    case THREE('b', 'e', 'l'):
    case THREE('b', 'l', 'm'):
    case THREE('u', 'n', 'k'):
    case THREE('m', 'i', 's'):
    case THREE('x', 'x', 'x'):
    case THREE('d', 'a', 't'):
        return false;
    default:
        return true;
    }
}

bool
bina_is_missing(const char *text, size_t length)
{
    static const char *const nothing[] = {
        "",
        "0",
        "n/a",
        "na",
        "nan",
        "nil",
        "none",
        "null",
        "nihil",
        "kosong",
        "tdk ada",
        "tidak ada",
        "tdkada",
        "tidakada",
        "belum ada",
        "blm ada",
        "belum diisi",
        "tidak diketahui",
        "tidak tahu",
        "tidak diisi",
        "belum tahu",
        "unknown",
        "missing",
        "not available",
        "not applicable",
        "tanpa nama",
        "tidak punya",
        "blm punya",
        "belum punya",
        "xxx",
        "xx",
        "x",
        "#n/a",
        "#ref!",
        "#value!",
        "?",
        "data kosong",
        "t.a.",
        "t/a",
    };
    char folded[24];
    size_t made = 0;
    bool telling = false;
    if (length >= 3 && begins_else(text))
        return false;
    /* Short enough to fold by hand; blanks at the ends go, runs of blanks are one. */
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == 0xC2 && i + 1 < length && (unsigned char)text[i + 1] == 0xA0) {
            c = ' '; /* a blank that does not break */
            i++;
        }
        if (c <= ' ') {
            if (made > 0 && folded[made - 1] != ' ' && made < sizeof folded)
                folded[made++] = ' ';
            continue;
        }
        telling = telling || c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                  (c >= 'A' && c <= 'Z');
        if (made < sizeof folded)
            folded[made++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        else if (telling)
            return false;
    }
    if (!telling)
        return true; /* "-", "--", "...", "?" */
    while (made > 0 && folded[made - 1] == ' ')
        made--;
    while (made > 1 && folded[0] == '0' && folded[made - 1] == '0')
        made--; /* "000" */
    size_t start = 0;
    while (start < made && (folded[start] == '(' || folded[start] == '-'))
        start++;
    while (made > start && (folded[made - 1] == ')' || folded[made - 1] == '-' ||
                            (folded[made - 1] == '.' && made - start > 4)))
        made--;
    if (made - start > 15)
        return false; /* longer than any of them */
    for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
        if (made > start && nothing[i][0] != folded[start])
            continue;
        if (strlen(nothing[i]) == made - start &&
            memcmp(nothing[i], folded + start, made - start) == 0)
            return true;
    }
    return false;
}

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

static void
standardise(bina_profile profile, bina_role role, const char *text, size_t length,
            bina_standard *out)
{
    bina_writer folded;
    clear(out);
    /* A quantity or code of nought is one; elsewhere a nought stands for nothing. */
    bool nought =
        (role == BINA_ROLE_NUMBER || role == BINA_ROLE_CATEGORY) && length == 1 && text[0] == '0';
    if (bina_is_missing(text, length) && !nought) {
        out->missing = true;
        return;
    }
    bina_fold(text, length, &folded);
    bool cut = folded.cut;
    bool indonesian = profile == BINA_PROFILE_INDONESIA;

    switch (role) {
    case BINA_ROLE_PERSON:
    case BINA_ROLE_GIVEN_NAME:
    case BINA_ROLE_SURNAME:
        if (indonesian)
            bina_standard_person(&folded, out);
        else
            bina_standard_plain(profile, role, &folded, out);
        break;
    case BINA_ROLE_BUSINESS:
        if (indonesian)
            bina_standard_business(&folded, out);
        else
            bina_standard_plain(profile, role, &folded, out);
        break;
    case BINA_ROLE_ADDRESS:
        if (indonesian)
            bina_standard_address(&folded, out);
        else
            bina_standard_plain(profile, role, &folded, out);
        break;
    case BINA_ROLE_PLACE:
        if (indonesian)
            bina_standard_place(&folded, out);
        else
            bina_standard_plain(profile, role, &folded, out);
        break;
    case BINA_ROLE_PHONE:
        bina_standard_phone(profile, &folded, out);
        break;
    case BINA_ROLE_NIK:
        bina_standard_nik(&folded, out);
        break;
    case BINA_ROLE_IDENTIFIER:
    case BINA_ROLE_POSTCODE:
    case BINA_ROLE_EMAIL:
    case BINA_ROLE_KEY:
        bina_standard_identifier(role == BINA_ROLE_IDENTIFIER, &folded, out);
        break;
    case BINA_ROLE_DATE:
        bina_standard_date(profile, &folded, out);
        break;
    case BINA_ROLE_NUMBER:
        bina_standard_number(profile, &folded, out);
        break;
    case BINA_ROLE_TEXT:
    case BINA_ROLE_IGNORE:
    case BINA_ROLE_CATEGORY:
    case BINA_ROLE_COUNT:
    default:
        bina_standard_plain(profile, role, &folded, out);
        break;
    }
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
