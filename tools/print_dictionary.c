/*
 * Prints what the model says of itself: `print_dictionary` the data dictionary in Markdown,
 * `print_dictionary lock` one line a field, which tests/golden/fields.lock keeps append-only.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/description.h>

static void
print_flags(const bina_description *kind, const bina_field *field)
{
    static const struct {
        unsigned flag;
        const char *word;
    } words[] = {{BINA_FIELD_REQUIRED, "required"},
                 {BINA_FIELD_UNIQUE, "unique"},
                 {BINA_FIELD_KEY, "key"},
                 {BINA_FIELD_DATED, "dated"},
                 {BINA_FIELD_DERIVED, "derived"},
                 {BINA_FIELD_PERSONAL, "personal"},
                 {BINA_FIELD_STORE_SET, "set by the store"}};
    const char *between = "";
    int64_t least, greatest;

    (void)kind;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (bina_field_flags(field) & words[i].flag) {
            printf("%s%s", between, words[i].word);
            between = ", ";
        }
    if (bina_field_range(field, &least, &greatest)) {
        printf("%s%s %" PRId64, between, greatest == INT64_MAX ? "at least" : "from", least);
        if (greatest != INT64_MAX)
            printf(" to %" PRId64, greatest);
    }
}

static void
print_type(const bina_field *field)
{
    const char *format = bina_field_format(field);

    printf("%s", bina_type_name(bina_field_type(field)));
    if (bina_field_type(field) == BINA_REF) {
        const char *between = " to ";
        for (int n = 0; bina_field_target(field, n) != BINA_NO_KIND; n++, between = ", ")
            printf("%s%s", between,
                   bina_description_name(bina_kind_description(bina_field_target(field, n))));
    } else if (format != NULL) {
        printf(" (%s)", format);
    }
}

static void
print_kind(const bina_description *kind)
{
    printf("\n## %s\n\n%s (*%s*; number %d", bina_description_name(kind),
           bina_description_doc(kind), bina_description_label(kind, BINA_INDONESIAN),
           bina_description_kind(kind));
    if (bina_description_flags(kind) & BINA_KIND_REFERENCE)
        printf("; served from the reference tables");
    else
        printf("; table `%s`", bina_description_plural(kind));
    if (bina_description_flags(kind) & BINA_KIND_NUMBERED)
        printf("; has a number for paper");
    if (bina_description_flags(kind) & BINA_KIND_JOURNAL)
        printf("; written by the store, only read by users");
    puts(")\n\n| no. | field | Indonesian | type | | meaning |\n|---|---|---|---|---|---|");
    for (int slot = 0; slot < bina_description_count(kind); slot++) {
        const bina_field *field = bina_description_field(kind, slot);
        printf("| %d | `%s` | %s | ", slot, bina_field_name(field),
               bina_field_label(field, BINA_INDONESIAN));
        print_type(field);
        printf(" | ");
        print_flags(kind, field);
        printf(" | %s |\n", bina_field_doc(field));
    }
}

static void
print_codes(void)
{
    puts("\n# Code lists\n\nThe words a code field may hold.");
    for (int i = 0; bina_codes_at(i) != NULL; i++) {
        const char *list = bina_codes_at(i), *word;
        printf("\n## %s\n\n%s\n\n| word | English | Indonesian |\n|---|---|---|\n", list,
               bina_codes_doc(list));
        for (int n = 0; (word = bina_codes_word(list, n)) != NULL; n++)
            printf("| `%s` | %s | %s |\n", word, bina_codes_label(list, word, BINA_ENGLISH),
                   bina_codes_label(list, word, BINA_INDONESIAN));
    }
}

static void
print_lock(const bina_description *kind)
{
    for (int slot = 0; slot < bina_description_count(kind); slot++) {
        const bina_field *field = bina_description_field(kind, slot);
        printf("%d.%d %s.%s %s\n", bina_description_kind(kind), slot, bina_description_name(kind),
               bina_field_name(field), bina_type_name(bina_field_type(field)));
    }
}

int
main(int argc, char **argv)
{
    bool lock = argc > 1 && strcmp(argv[1], "lock") == 0;

    if (!lock)
        puts("# Data dictionary\n\nEvery kind of record and its fields. Printed from "
             "`src/model/kinds` by "
             "`./run refresh`: do not edit.\nTypes, flags and the common fields are explained in "
             "`include/bina/description.h`; money is whole rupiah, dates are days.");
    for (int n = 0; bina_kind_at(n) != BINA_NO_KIND; n++) {
        if (lock)
            print_lock(bina_kind_description(bina_kind_at(n)));
        else
            print_kind(bina_kind_description(bina_kind_at(n)));
    }
    if (!lock)
        print_codes();
    return 0;
}
