/*
 * Prints include/bina/model.h from the .def files, and from nothing else: it must be able to run
 * when model.h is out of date.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <bina/flags.h>
#include <bina/value.h>

/* The .def files name kinds as targets: give them their numbers from the same files. */
enum {
    BINA_NO_KIND = 0,
#define BINA_KIND(KIND, number, name, plural, flags, label, doc) BINA_##KIND = (number),
#define BINA_FIELD(KIND, NAME, number, type, name, ...)
#define BINA_KIND_END(KIND)
#include "model/kinds/kinds.def"
};

struct field {
    const char *constant, *name, *label, *label_english, *doc, *format;
    const int *targets;
    int64_t least, greatest;
    int type, since, number;
    unsigned flags;
};

struct kind {
    const char *constant, *doc;
    const struct field *fields;
    size_t count;
    int number;
};

#define BINA_KIND(KIND, number, name, plural, flags, label, doc)                                   \
    static const struct field fields_##KIND[] = {
#define BINA_FIELD(KIND, NAME, slot, held, field_name, ...)                                        \
    {.constant = #KIND "_" #NAME,                                                                  \
     .number = (slot),                                                                             \
     .type = BINA_##held,                                                                          \
     .name = (field_name),                                                                         \
     __VA_ARGS__},
#define BINA_KIND_END(KIND)                                                                        \
    }                                                                                              \
    ;
#include "model/kinds/kinds.def"

static const struct kind kinds[] = {
#define BINA_KIND(KIND, kind_number, name, plural, flags, label, kind_doc)                         \
    {.constant = #KIND,                                                                            \
     .number = (kind_number),                                                                      \
     .doc = (kind_doc),                                                                            \
     .fields = fields_##KIND,                                                                      \
     .count = sizeof fields_##KIND / sizeof *fields_##KIND},
#define BINA_FIELD(KIND, NAME, number, type, name, ...)
#define BINA_KIND_END(KIND)
#include "model/kinds/kinds.def"
};

static const size_t kind_count = sizeof kinds / sizeof *kinds;

int
main(void)
{
    puts("/**\n"
         " * @file bina/model.h\n"
         " * The kinds the library knows and the numbers of their fields.\n"
         " *\n"
         " * Printed from src/model/kinds by `./run refresh`: do not edit.\n"
         " */\n"
         "#ifndef BINA_MODEL_H\n"
         "#define BINA_MODEL_H\n\n"
         "/** The kinds. A number keeps its meaning for ever. */\n"
         "enum bina_kind {\n"
         "    BINA_NO_KIND = 0, /**< a description made at run time */");
    for (size_t k = 0; k < kind_count; k++)
        printf("    BINA_%s = %d, /**< %s */\n", kinds[k].constant, kinds[k].number, kinds[k].doc);
    puts("};");
    for (size_t k = 0; k < kind_count; k++) {
        printf("\n/** Fields of %s: %s */\nenum {\n", kinds[k].constant, kinds[k].doc);
        for (size_t f = 0; f < kinds[k].count; f++)
            printf("    BINA_%s = %d, /**< %s: %s */\n", kinds[k].fields[f].constant,
                   kinds[k].fields[f].number, bina_type_name((bina_type)kinds[k].fields[f].type),
                   kinds[k].fields[f].doc);
        puts("};");
    }
    puts("\n#endif");
    return 0;
}
