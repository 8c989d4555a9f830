/* How fields and descriptions are laid out; the .def files fill these in. */
#ifndef BINA_SRC_MODEL_FIELD_H
#define BINA_SRC_MODEL_FIELD_H

#include <stdatomic.h>
#include <bina/description.h>

struct bina_field {
    const char *name;
    const char *label; /* Indonesian; in English a field is called by its name */
    const char *doc;
    const char *format;      /* validator, code list, or rule of a derived field */
    const int *targets;      /* ended by BINA_NO_KIND; NULL unless a reference */
    int64_t least, greatest; /* both 0: unbounded */
    bina_type type;
    int since; /* schema version that brought it; 0 means 1 */
    unsigned flags;
};

struct bina_description {
    const char *name, *plural, *label, *doc;
    const bina_field *fields;
    int count;
    int kind;
    unsigned flags;
    atomic_int *holds; /* run-time descriptions only: how many hold it; NULL when compiled */
    size_t capacity;
    const bina_description *base; /* held by an extension: lends its fields' texts */
};

/** Gives the last field added its Indonesian label. */
bina_status bina_description_label_field(bina_description *description, const char *label);

#endif
