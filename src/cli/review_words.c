/* What verdicts, fields and weights are called, on the terminal and in the browser alike. */
#include <math.h>
#include <string.h>
#include "review.h"

const cli_verdict_key cli_verdict_keys[] = {
    {"same", {'s', 's'}, {"[s]ame", "[s]ama"}},
    {"same_owner", {'o', 'p'}, {"same [o]wner, other business", "[p]emilik sama, usaha lain"}},
    {"same_household", {'h', 'k'}, {"same [h]ousehold", "satu [k]eluarga"}},
    {"member_of", {'m', 'a'}, {"[m]ember of", "[a]nggota dari"}},
    {"successor_of", {'c', 'n'}, {"su[c]cessor of", "pe[n]erus dari"}},
    {"different", {'d', 'b'}, {"[d]ifferent", "[b]erbeda"}},
    {"cannot_tell", {'?', '?'}, {"[?] cannot tell", "[?] tidak dapat dipastikan"}},
    {NULL, {0, 0}, {NULL, NULL}},
};

const cli_other_key cli_other_keys[] = {
    {"next", {'n', 'l'}, {"[n]ext", "[l]anjut"}},
    {"previous", {'p', 'm'}, {"[p]revious", "[m]undur"}},
    {"undo", {'u', 'u'}, {"[u]ndo", "[u]rungkan"}},
    {"reason", {'r', 'i'}, {"[r]eason", "[i]si alasan"}},
    {"quit", {'q', 'q'}, {"[q]uit", "[q] keluar"}},
    {NULL, {0, 0}, {NULL, NULL}},
};

bool
cli_line_is_shown(const bina_record *line)
{
    const char *field = bina_record_text(line, BINA_REVIEW_FIELD);
    bool same = bina_record_int(line, BINA_REVIEW_SAME) != 0;

    return strcmp(field, "register") != 0 && strcmp(field, "row") != 0 &&
           !(same && (strcmp(field, "nature") == 0 || strcmp(field, "region") == 0));
}

int
cli_strength(double weight)
{
    double size = fabs(weight);
    int strength = size >= 7.23 ? 3 : size >= 4.32 ? 2 : size >= 1.58 ? 1 : 0;

    return weight < 0 ? -strength : strength;
}

static const bina_field *
row_field(const char *name)
{
    const bina_description *rows = bina_kind_description(BINA_SOURCE_RECORD);
    int slot = bina_description_find(rows, name);

    return slot >= 0 ? bina_description_field(rows, slot) : NULL;
}

void
cli_field_label(const cli *self, const char *name, char *label, size_t capacity)
{
    const bina_field *field = row_field(name);
    const char *text = field != NULL ? bina_field_label(field, BINA_INDONESIAN) : name;

    /* NIK, RT and KBLI are called so in English, too. */
    if (field != NULL && self->language == BINA_ENGLISH && (text[0] < 'A' || text[0] > 'Z'))
        text = bina_field_name(field);
    (void)snprintf(label, capacity, "%s", text);
    for (char *at = label; *at != '\0'; at++)
        if (*at == '_')
            *at = ' ';
}

const char *
cli_row_value(const cli *self, const char *name, const char *value)
{
    const bina_field *field = row_field(name);
    const char *label = field != NULL && value != NULL && bina_field_type(field) == BINA_CODE
                            ? bina_codes_label(bina_field_format(field), value, self->language)
                            : NULL;

    return label != NULL ? label : value;
}
