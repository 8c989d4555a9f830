/* The compiled kinds, expanded from the .def files. */
#include <string.h>
#include "model/field.h"

#define BINA_KIND(KIND, number, name, plural, flags, label, doc)                                   \
    _Static_assert(BINA_##KIND == (number), "include/bina/model.h is stale: ./run refresh");       \
    static const bina_field fields_##KIND[] = {
#define BINA_FIELD(KIND, NAME, slot, held, field_name, ...)                                        \
    [slot] = {.name = (field_name), .type = BINA_##held, __VA_ARGS__},
#define BINA_KIND_END(KIND)                                                                        \
    }                                                                                              \
    ;
#include "model/kinds/kinds.def"

static const bina_description kinds[] = {
#define BINA_KIND(KIND, number, kind_name, kind_plural, kind_flags, kind_label, kind_doc)          \
    {.name = (kind_name),                                                                          \
     .plural = (kind_plural),                                                                      \
     .label = (kind_label),                                                                        \
     .doc = (kind_doc),                                                                            \
     .fields = fields_##KIND,                                                                      \
     .count = (int)(sizeof fields_##KIND / sizeof *fields_##KIND),                                 \
     .kind = (number),                                                                             \
     .flags = (kind_flags)},
#define BINA_FIELD(KIND, NAME, slot, held, field_name, ...)
#define BINA_KIND_END(KIND)
#include "model/kinds/kinds.def"
};

static const int kind_count = (int)(sizeof kinds / sizeof *kinds);

const bina_description *
bina_kind_description(int kind)
{
    for (int n = 0; n < kind_count; n++)
        if (kinds[n].kind == kind)
            return &kinds[n];
    return NULL;
}

int
bina_kind_at(int n)
{
    return n >= 0 && n < kind_count ? kinds[n].kind : BINA_NO_KIND;
}

int
bina_kind_find(const char *name)
{
    if (name != NULL)
        for (int n = 0; n < kind_count; n++)
            if (strcmp(kinds[n].name, name) == 0 || strcmp(kinds[n].plural, name) == 0)
                return kinds[n].kind;
    return BINA_NO_KIND;
}
