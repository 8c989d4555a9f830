#include "linkage/columns_constant.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/standardise.h"

#define FEW 2 /* rows of which one value for all says nothing */

/* A value being looked for, and one it is held against. */
typedef struct looking {
    const bina_link_table *table;
    bina_profile profile;
    bina_standard only, made;
} looking;

static const bina_link_column *
column_of(const looking *self, const bina_link_candidate *candidate)
{
    return &self->table->lists[candidate->list]->columns[candidate->column];
}

/* Standardises a value of a column; false when it is none, such as "-". */
static bool
read_value(const looking *self, bina_role role, const bina_link_column *column, uint32_t code,
           bina_standard *standard)
{
    bina_standardise_brief(self->profile, role, bina_dictionary_text(&column->values, code),
                           bina_dictionary_length(&column->values, code), NULL, standard);
    return !standard->missing;
}

/* Whether a column has the value that is looked for. */
static bool
holds(looking *self, bina_role role, const bina_link_column *column)
{
    for (uint32_t v = 1; v < column->values.count; v++)
        if (read_value(self, role, column, v, &self->made) &&
            self->made.length == self->only.length &&
            memcmp(self->made.text, self->only.text, self->made.length) == 0)
            return true;
    return false;
}

/* Whether a column of another list, called alike or of the same sort, has a column's value. */
static bool
is_elsewhere(looking *self, const bina_link_candidate *candidates, size_t count,
             const bina_link_candidate *constant)
{
    const bina_link_column *column = column_of(self, constant);
    uint32_t v = 1;

    while (v < column->values.count && !read_value(self, constant->role, column, v, &self->only))
        v++;
    if (v == column->values.count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (candidates[i].list != constant->list &&
            (candidates[i].role == constant->role ||
             bina_link_same_name(column_of(self, &candidates[i])->name, column->name)) &&
            holds(self, constant->role, column_of(self, &candidates[i])))
            return true;
    return false;
}

bina_status
bina_link_columns_constant(const bina_link_table *table, bina_link_candidate *candidates,
                           size_t count)
{
    looking *self;

    if (table->list_count < 2)
        return BINA_OK; /* what one list has in all rows is let go of once it is read */
    self = malloc(sizeof(*self));
    if (self == NULL)
        return BINA_ERR_NO_MEMORY;
    self->table = table;
    self->profile = bina_link_guess_profile(table);
    for (size_t i = 0; i < count; i++)
        if (candidates[i].distinct < 2 && candidates[i].filled > FEW && candidates[i].field == NULL)
            candidates[i].stable =
                candidates[i].stable && is_elsewhere(self, candidates, count, &candidates[i]);
    free(self);
    return BINA_OK;
}
