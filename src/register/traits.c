#include <stdlib.h>
#include <string.h>
#include "exchange/table.h"
#include "register/traits.h"

/* Whether one of the words stands in a header's key. */
static bool
has_one_of(const char *key, const char *const *words)
{
    for (; *words != NULL; words++) {
        size_t length = strlen(*words);
        for (const char *at = key; (at = strstr(at, *words)) != NULL; at++)
            if ((at == key || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
                return true;
    }
    return false;
}

/* Whether a header is that of how many members a group has. */
static bool
counts_members(const char *key)
{
    static const char *const members[] = {"anggota", "members", NULL};
    static const char *const others[] = {"keluarga", "rumah",  "nama", "nik",
                                         "no",       "alamat", "hp",   NULL};

    return has_one_of(key, members) && !has_one_of(key, others);
}

/* Whether the names of the list are those of groups: "NAMA KELOMPOK" beside its chair's name. */
static bool
names_groups(const bina_description *columns, const bina_mapper *mapper)
{
    static const char *const groups[] = {"kelompok",  "kub",      "kube", "kwt",
                                         "poklahsar", "koperasi", NULL};
    static const char *const chairs[] = {"ketua", "pengurus", NULL};
    char key[BINA_HEADER_KEY];
    bool business = false, owner = false, chair = false;

    for (size_t i = 0; i < mapper->count; i++) {
        const bina_bound_field *field = &mapper->fields[i];
        if (field->source_count == 0 || field->sources[0] < 0)
            continue;
        bina_header_key(bina_field_name(bina_description_field(columns, field->sources[0])), key,
                        sizeof key);
        if (field->slot == BINA_SOURCE_RECORD_BUSINESS_NAME)
            business = has_one_of(key, groups);
        if (field->slot == BINA_SOURCE_RECORD_OWNER_NAME) {
            owner = true;
            chair = has_one_of(key, chairs);
        }
    }
    return business && (!owner || chair);
}

void
bina_list_look_at(bina_list_look *look, const bina_description *columns, const bina_mapper *mapper,
                  const char *title)
{
    static const char *const declaring[] = {"jenis",      "bentuk",      "kategori", "badan",
                                            "perorangan", "kelembagaan", "kelompok", NULL};
    const char *above = bina_description_doc(columns), *nature, *scope;
    char key[BINA_HEADER_KEY];
    int found = 0;

    memset(look, 0, sizeof *look);
    look->members = -1;
    for (int slot = 0; slot < bina_description_count(columns); slot++) {
        const bina_field *field = bina_description_field(columns, slot);
        if (bina_column_is_own(field))
            continue;
        bina_header_key(bina_field_name(field), key, sizeof key);
        if (look->members < 0 && counts_members(key))
            look->members = slot;
        else if (found < BINA_DECLARING && has_one_of(key, declaring))
            look->declaring[found++] = slot;
    }
    while (found < BINA_DECLARING)
        look->declaring[found++] = -1;
    look->section = bina_column_find_own(columns, BINA_OWN_SECTION);
    look->sheet = bina_column_find_own(columns, BINA_OWN_SHEET);
    look->traits.has_groups = names_groups(columns, mapper);
    bina_title_classify(title, &look->traits.nature, &look->traits.scope);
    bina_title_classify(above, &nature, &scope);
    if (nature != NULL)
        look->traits.nature = nature;
    if (scope != NULL)
        look->traits.scope = scope;
}

void
bina_list_look_at_row(bina_list_look *look, const bina_record *row)
{
    static const int business[] = {BINA_SOURCE_RECORD_BUSINESS_NAME, BINA_SOURCE_RECORD_PRODUCT,
                                   BINA_SOURCE_RECORD_ACTIVITY,      BINA_SOURCE_RECORD_NIB,
                                   BINA_SOURCE_RECORD_WORKERS,       BINA_SOURCE_RECORD_INVESTMENT,
                                   BINA_SOURCE_RECORD_SALES};
    bina_list_traits *traits = &look->traits;

    traits->has_owner =
        traits->has_owner || bina_record_text(row, BINA_SOURCE_RECORD_OWNER_NAME) != NULL;
    for (size_t k = 0; !traits->has_business && k < sizeof business / sizeof business[0]; k++)
        traits->has_business = bina_record_get(row, business[k]).type != BINA_NULL;
}

void
bina_list_beside(const bina_list_look *look, const bina_record *raw, bina_row_beside *beside)
{
    const char *cell = look->members >= 0 ? bina_record_text(raw, look->members) : NULL;

    memset(beside, 0, sizeof *beside);
    beside->members = cell != NULL && strtol(cell, NULL, 10) > 1;
    for (int i = 0; i < BINA_DECLARING && beside->declared == NULL; i++) {
        cell = look->declaring[i] >= 0 ? bina_record_text(raw, look->declaring[i]) : NULL;
        beside->declared = cell != NULL ? bina_word_nature(cell) : NULL;
    }
    beside->section = look->section >= 0 ? bina_record_text(raw, look->section) : NULL;
    beside->sheet = look->sheet >= 0 ? bina_record_text(raw, look->sheet) : NULL;
}
