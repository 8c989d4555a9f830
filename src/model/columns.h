/* Tables that are described at run time: what a query, a report or a task gives. */
#ifndef BINA_SRC_MODEL_COLUMNS_H
#define BINA_SRC_MODEL_COLUMNS_H

#include <bina/description.h>

/** A column. What is left out, or NULL, it does not have. */
typedef struct bina_column {
    const char *name;
    bina_type type;
    const char *codes; /* the code list of a CODE column; of others the format */
    const char *label; /* what it is called in Indonesian */
    const char *doc;
} bina_column;

/** A description of `count` columns in their order, which is yours; NULL when memory is out. */
bina_description *bina_columns_describe(const char *name, const char *doc,
                                        const bina_column *columns, size_t count);

#endif
