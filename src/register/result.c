#include "model/field.h"
#include "register/result.h"

typedef struct column {
    const char *name, *label;
    bina_type type;
    const char *doc;
} column;

static bina_description *
describe(const char *name, const char *doc, const column *columns, size_t count)
{
    bina_description *description = bina_description_new(name, doc);

    for (size_t i = 0; description != NULL && i < count; i++)
        if (bina_description_add_field(description, columns[i].name, columns[i].type, NULL,
                                       columns[i].doc, 0) < 0 ||
            bina_description_label_field(description, columns[i].label) != BINA_OK) {
            bina_description_free(description);
            description = NULL;
        }
    return description;
}

bina_description *
bina_reconciliation_description(void)
{
    static const column columns[] = {
        {"rows", "baris", BINA_INT, "Source records linked."},
        {"enterprises", "usaha", BINA_INT, "Registrants they stand for, groups among them."},
        {"new", "baru", BINA_INT, "Registrants that are new."},
        {"merged", "digabung", BINA_INT, "Registrants merged into another."},
        {"split", "dipisah", BINA_INT, "Registrants made by taking rows apart."},
        {"review", "perlu ditinjau", BINA_INT, "Pairs left to people."},
    };

    return describe("reconciliation", "What came of a reconciling.", columns,
                    sizeof columns / sizeof columns[0]);
}

bina_description *
bina_review_description(void)
{
    static const column columns[] = {
        {"pair", "pasangan", BINA_INT, "The pair."},
        {"weight", "bobot", BINA_REAL, "Log2 of the odds that they are one."},
        {"probability", "peluang", BINA_REAL, "Probability that they are one, by the model."},
        {"field", "isian", BINA_TEXT, "A field of the rows."},
        {"first", "pertama", BINA_TEXT, "Its value in the first row."},
        {"second", "kedua", BINA_TEXT, "Its value in the second row."},
        {"same", "sama", BINA_BOOL, "Whether they are equal."},
    };

    return describe("review", "Open pairs, field by field.", columns,
                    sizeof columns / sizeof columns[0]);
}

bina_description *
bina_explanation_description(void)
{
    static const column columns[] = {
        {"first", "pertama", BINA_INT, "The source record explained."},
        {"second", "kedua", BINA_INT, "The one it is compared with; none: of one row."},
        {"field", "isian", BINA_TEXT, "What is compared, or prior, nature, scope."},
        {"first_value", "nilai pertama", BINA_TEXT, "As standardised."},
        {"second_value", "nilai kedua", BINA_TEXT, "As standardised."},
        {"level", "tingkat", BINA_TEXT, "Equal, different and so on."},
        {"weight", "bobot", BINA_REAL, "What it adds to the weight of the pair."},
        {"reason", "alasan (Inggris)", BINA_TEXT, "A sentence in English."},
        {"alasan", "alasan", BINA_TEXT, "The same in Indonesian."},
    };

    return describe("explanation", "Why rows are held to be one.", columns,
                    sizeof columns / sizeof columns[0]);
}
