#include "model/columns.h"

#include "model/field.h"

static bool
add(bina_description *description, const bina_column *column)
{
    return bina_description_add_field(description, column->name, column->type, column->codes,
                                      column->doc != NULL ? column->doc : "", 0) >= 0 &&
           (column->label == NULL ||
            bina_description_label_field(description, column->label) == BINA_OK);
}

bina_description *
bina_columns_describe(const char *name, const char *doc, const bina_column *columns, size_t count)
{
    bina_description *description = bina_description_new(name, doc);

    for (size_t i = 0; description != NULL && i < count; i++)
        if (!add(description, &columns[i])) {
            bina_description_free(description);
            description = NULL;
        }
    return description;
}
