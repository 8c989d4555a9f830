/* How fields and descriptions are laid out; the .def files fill these in. */
#ifndef BINA_SRC_MODEL_FIELD_H
#define BINA_SRC_MODEL_FIELD_H

#include <stdatomic.h>
#include <bina/description.h>

struct bina_field {
    const char *name;
    const char *label;      /* Indonesian; English is the name with blanks */
    const char *label_english; /* only when the name with blanks will not do */
    const char *doc;
    const char *format;     /* validator, code list, or rule of a derived field */
    const int *targets;     /* ended by BINA_NO_KIND; NULL unless a reference */
    int64_t least, greatest; /* both 0: unbounded */
    bina_type type;
    int since;
    unsigned flags;
};

struct bina_description {
    const char *name, *plural, *label, *doc;
    const bina_field *fields;
    int count;
    int kind;
    unsigned flags;
    /* The rest is used by run-time descriptions only. */
    struct bina_description_own *own;
};

#endif
