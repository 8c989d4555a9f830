#include "register/evidence.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "linkage/field.h"

/*
 * How strong evidence is called, after Kass and Raftery, "Bayes Factors" (1995), section 3.2: odds
 * times 3, 20 and 150, here as log2.
 */
static const struct {
    double least;
    const char *words[2][2]; /* for and against; English and Indonesian */
} strengths[] = {
    {7.23,
     {{"very strong evidence for", "bukti sangat kuat mendukung"},
      {"very strong evidence against", "bukti sangat kuat menentang"}}},
    {4.32,
     {{"strong evidence for", "bukti kuat mendukung"},
      {"strong evidence against", "bukti kuat menentang"}}},
    {1.58, {{"evidence for", "bukti mendukung"}, {"evidence against", "bukti menentang"}}},
    {0, {{"says little", "hampir tidak berarti"}, {"says little", "hampir tidak berarti"}}},
};

static bool
add_piece(char **text, size_t *capacity, size_t *length, const bina_record *reason)
{
    const char *field = bina_record_text(reason, BINA_LINKAGE_REASON_FIELD);
    const char *level = bina_record_text(reason, BINA_LINKAGE_REASON_LEVEL);
    bool leveled = level != NULL && level[0] != '\0';
    /* By hand: a program's locale must not write a comma into the register. */
    long hundredths = lround(100 * bina_record_real(reason, BINA_LINKAGE_REASON_WEIGHT));
    char piece[192];
    int size = snprintf(piece, sizeof piece, "%s%.60s%s%.60s %c%ld.%02ld", *length > 0 ? "; " : "",
                        field, leveled ? ": " : "", leveled ? level : "",
                        hundredths < 0 ? '-' : '+', labs(hundredths) / 100, labs(hundredths) % 100);

    if (size < 0 || !bina_vector_reserve(text, capacity, *length + (size_t)size + 1, 1))
        return false;
    memcpy(*text + *length, piece, (size_t)size + 1);
    *length += (size_t)size;
    return true;
}

bina_status
bina_evidence_make(bina_linkage *linkage, const char *list_a, int64_t row_a, const char *list_b,
                   int64_t row_b, char **text)
{
    bina_cursor *cursor = NULL;
    bina_status status = bina_linkage_explain(linkage, list_a, row_a, list_b, row_b, &cursor);

    *text = NULL;
    if (status == BINA_OK)
        status = bina_evidence_read(cursor, text);
    bina_cursor_free(cursor);
    return status;
}

bina_status
bina_evidence_read(bina_cursor *cursor, char **text)
{
    const bina_record *reason;
    size_t capacity = 0, length = 0;
    bina_status status = BINA_OK;

    *text = NULL;
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &reason)) == BINA_OK) {
        const char *field = bina_record_text(reason, BINA_LINKAGE_REASON_FIELD);
        bool compared = bina_record_text(reason, BINA_LINKAGE_REASON_VALUE_A) != NULL &&
                        bina_record_text(reason, BINA_LINKAGE_REASON_VALUE_B) != NULL;
        if (!compared && strcmp(field, "prior") != 0 && strcmp(field, "other_business") != 0)
            continue;
        if (!add_piece(text, &capacity, &length, reason)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
    }
    if (status != BINA_DONE) {
        free(*text);
        *text = NULL;
    }
    return status == BINA_DONE ? BINA_OK : status;
}

static void
copy_part(char part[64], const char *from, size_t length)
{
    if (length > 63)
        length = 63;
    memcpy(part, from, length);
    part[length] = '\0';
}

bool
bina_evidence_next(const char **at, bina_evidence *piece)
{
    size_t length, named;
    const char *last;
    char *fraction;

    if (*at == NULL || **at == '\0')
        return false;
    length = strcspn(*at, ";");
    last = *at + length;
    while (last > *at && last[-1] != ' ')
        last--;
    named = strcspn(*at, ": ");
    memset(piece, 0, sizeof *piece);
    copy_part(piece->field, *at, named < length ? named : length);
    if (named < length && (*at)[named] == ':' && *at + named + 2 < last)
        copy_part(piece->level, *at + named + 2, (size_t)(last - 1 - (*at + named + 2)));
    piece->weight = (double)strtol(last, &fraction, 10);
    if (*fraction == '.')
        piece->weight += (*last == '-' ? -0.01 : 0.01) * (double)strtol(fraction + 1, NULL, 10);
    *at += length;
    *at += strspn(*at, "; ");
    return true;
}

const char *
bina_evidence_field(const char *column)
{
    static const struct {
        const char *column, *field;
    } made_from[] = {
        {"brand", "business_name"},  {"trade", "activity"},         {"mother_village", "village"},
        {"village_name", "village"}, {"district_name", "district"},
    };

    for (size_t i = 0; i < sizeof made_from / sizeof made_from[0]; i++)
        if (strcmp(made_from[i].column, column) == 0)
            return made_from[i].field;
    return column;
}

void
bina_evidence_label(const char *name, bina_language language, char *label, size_t capacity)
{
    const bina_description *rows = bina_kind_description(BINA_SOURCE_RECORD);
    bool mother = strcmp(name, "mother_village") == 0;
    int slot = mother ? -1 : bina_description_find(rows, bina_evidence_field(name));
    const char *text = mother && language == BINA_INDONESIAN ? "desa induk" : name;

    if (slot >= 0) {
        const bina_field *field = bina_description_field(rows, slot);
        const char *other = bina_field_label(field, BINA_INDONESIAN);
        /* NIK, NIB, RT and KBLI are called so in English, too. */
        text = language == BINA_INDONESIAN || (isupper((unsigned char)other[0]) != 0)
                   ? other
                   : bina_field_label(field, language);
    }
    (void)snprintf(label, capacity, "%s", text);
    for (char *at = label; *at != '\0'; at++)
        if (*at == '_')
            *at = ' ';
}

bool
bina_evidence_counts(const bina_evidence *piece)
{
    return fabs(piece->weight) >= strengths[sizeof strengths / sizeof strengths[0] - 2].least;
}

void
bina_evidence_words(const bina_evidence *piece, const char *label, bina_language language,
                    char *words, size_t capacity)
{
    const char *level = bina_link_level_in(piece->level, (int)language), *strength = "";
    bool indonesian = language == BINA_INDONESIAN;

    for (size_t i = 0; i < sizeof strengths / sizeof strengths[0]; i++)
        if (fabs(piece->weight) >= strengths[i].least) {
            strength = strengths[i].words[piece->weight < 0][indonesian];
            break;
        }
    if (strcmp(piece->field, "other_business") == 0)
        (void)snprintf(words, capacity, "%s: %s",
                       indonesian ? "satu pemilik bisa punya dua usaha"
                                  : "one owner may have two businesses",
                       strength);
    else if (!indonesian && strcmp(piece->level, "equal") == 0)
        (void)snprintf(words, capacity, "same %s: %s", label, strength);
    else if (!indonesian && strcmp(piece->level, "different") == 0)
        (void)snprintf(words, capacity, "other %s: %s", label, strength);
    else
        (void)snprintf(words, capacity, "%s %s: %s", label, level, strength);
}
