/* Rows by list and number, whether they were there for the run or came after it. */
#include <string.h>

#include "linkage/handle.h"

uint32_t
bina_link_list_rows(const bina_linkage *linkage, uint32_t list)
{
    uint32_t rows = linkage->table.lists[list]->rows;

    if (linkage->index != NULL)
        rows += (uint32_t)linkage->index->more[list].count;
    return rows;
}

bool
bina_link_row_at(const bina_linkage *linkage, uint32_t list, uint32_t at, uint32_t *global)
{
    const bina_link_list *in = linkage->table.lists[list];

    if (at < in->rows)
        *global = in->first + at;
    else
        *global = linkage->index->more[list].row[at - in->rows];
    return linkage->index == NULL || !linkage->index->gone[*global];
}

bool
bina_link_locate(const bina_linkage *linkage, const char *list, int64_t row, uint32_t *global)
{
    for (uint32_t l = 0; list != NULL && l < linkage->table.list_count; l++)
        if (strcmp(linkage->table.lists[l]->name, list) == 0)
            return row >= 1 && row <= (int64_t)bina_link_list_rows(linkage, l) &&
                   bina_link_row_at(linkage, l, (uint32_t)(row - 1), global);
    return false;
}

int64_t
bina_link_place_of(const bina_linkage *linkage, uint32_t global, const bina_link_list **list)
{
    const bina_link_table *table = &linkage->table;
    const bina_link_place *place;

    if (global < table->rows) {
        *list = table->lists[bina_link_table_list_of(table, global)];
        return (int64_t)(global - (*list)->first) + 1;
    }
    place = &linkage->index->place[global - table->rows];
    *list = table->lists[place->list];
    return (int64_t)place->number + 1;
}
