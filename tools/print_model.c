/*
 * Prints include/bina/model.h from the .def files, and from nothing else: it must be able to run
 * when model.h is out of date.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
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

/* Prints a documentation comment at an indent, wrapped at 100 columns. */
static void
print_comment(const char *indent, const char *lead, const char *text)
{
    size_t margin = strlen(indent) + 3, column = margin + 1 + strlen(lead);
    size_t whole = margin + strlen(lead) + strlen(text) + 4;

    if (whole <= 100) {
        printf("%s/** %s%s */\n", indent, lead, text);
        return;
    }
    printf("%s/**\n%s * %s", indent, indent, lead);
    while (*text != '\0') {
        size_t word = strcspn(text, " ");
        if (column + word > 100) {
            printf("\n%s * ", indent);
            column = margin;
        }
        printf("%.*s", (int)word, text);
        column += word;
        text += word;
        if (*text == ' ' && column + 1 + strcspn(text + 1, " ") <= 100) {
            putchar(' ');
            column++;
        }
        text += strspn(text, " ");
    }
    printf("\n%s */\n", indent);
}

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
         "    /** A description made at run time. */\n"
         "    BINA_NO_KIND = 0,");
    for (size_t k = 0; k < kind_count; k++) {
        print_comment("    ", "", kinds[k].doc);
        printf("    BINA_%s = %d,\n", kinds[k].constant, kinds[k].number);
    }
    puts("};");
    for (size_t k = 0; k < kind_count; k++) {
        printf("\n/** The fields of BINA_%s. */\nenum {\n", kinds[k].constant);
        for (size_t f = 0; f < kinds[k].count; f++) {
            char lead[32];
            snprintf(lead, sizeof lead, "%s. ", bina_type_name((bina_type)kinds[k].fields[f].type));
            lead[0] = (char)(lead[0] - 'a' + 'A');
            print_comment("    ", lead, kinds[k].fields[f].doc);
            printf("    BINA_%s = %d,\n", kinds[k].fields[f].constant, kinds[k].fields[f].number);
        }
        puts("};");
    }
    puts("\n#endif");
    return 0;
}
