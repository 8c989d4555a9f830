/* Rows by list and number, whether they were there for the run or came after it. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "linkage/handle.h"

#define NAMES 256 /* bytes of the names that an error tells */

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
    uint32_t at;

    for (uint32_t l = 0; list != NULL && l < linkage->table.list_count; l++)
        if (strcmp(linkage->table.lists[l]->name, list) == 0)
            return bina_link_numbering_find(&linkage->table.lists[l]->numbering, row,
                                            bina_link_list_rows(linkage, l), &at) &&
                   bina_link_row_at(linkage, l, at, global);
    return false;
}

/* Adds a name to others in quotes, as far as there is room; returns how much they would take. */
static size_t
add_name(char names[NAMES], size_t used, const char *name)
{
    if (used >= NAMES)
        return used;
    used += (size_t)snprintf(names + used, NAMES - used, "%s\"%s\"", used == 0 ? "" : ", ", name);
    bina_text_trim_partial(names);
    return used;
}

bina_status
bina_link_no_list(const bina_linkage *linkage, bina_error *error, const char *name)
{
    const bina_link_table *table = &linkage->table;
    char names[NAMES] = "";
    size_t used = 0;

    for (uint32_t l = 0; l < table->list_count; l++)
        used = add_name(names, used, table->lists[l]->name);
    return bina_error_set(error, BINA_ERR_NOT_FOUND, "there is no list \"%s\", only %s%s",
                          "tidak ada daftar \"%s\", hanya %s%s", name == NULL ? "" : name, names,
                          used < sizeof names ? "" : "...");
}

bina_status
bina_link_no_column(const bina_linkage *linkage, bina_error *error, uint32_t list,
                    const char *column)
{
    const bina_link_list *in = linkage->table.lists[list];
    char names[NAMES] = "";
    size_t used = 0;

    for (uint32_t c = 0; c < in->column_count; c++)
        used = add_name(names, used, in->columns[c].name);
    return bina_error_set(error, BINA_ERR_NOT_FOUND,
                          "there is no column \"%s\" in list \"%s\", only %s%s",
                          "tidak ada kolom \"%s\" pada daftar \"%s\", hanya %s%s", column, in->name,
                          names, used < sizeof names ? "" : "...");
}

/* Whether a list before this one has a column of the name. */
static bool
seen_before(const bina_link_table *table, uint32_t list, const char *name)
{
    for (uint32_t l = 0; l < list; l++)
        for (uint32_t c = 0; c < table->lists[l]->column_count; c++)
            if (strcmp(table->lists[l]->columns[c].name, name) == 0)
                return true;
    return false;
}

bina_status
bina_link_no_column_of(const bina_linkage *linkage, bina_error *error, const char *list,
                       const char *column)
{
    const bina_link_table *table = &linkage->table;
    char names[NAMES] = "";
    size_t used = 0;

    for (uint32_t l = 0; list != NULL && l < table->list_count; l++)
        if (strcmp(table->lists[l]->name, list) == 0)
            return bina_link_no_column(linkage, error, l, column);
    if (list != NULL)
        return bina_link_no_list(linkage, error, list);
    for (uint32_t l = 0; l < table->list_count; l++)
        for (uint32_t c = 0; c < table->lists[l]->column_count; c++)
            if (!seen_before(table, l, table->lists[l]->columns[c].name))
                used = add_name(names, used, table->lists[l]->columns[c].name);
    return bina_error_set(error, BINA_ERR_NOT_FOUND, "no list has a column \"%s\", only %s%s",
                          "tidak ada daftar yang punya kolom \"%s\", hanya %s%s", column, names,
                          used < sizeof names ? "" : "...");
}

bina_status
bina_link_no_row(const bina_linkage *linkage, bina_error *error, const char *list, int64_t row)
{
    const bina_link_table *table = &linkage->table;
    const bina_link_numbering *numbering;
    uint32_t l = 0, rows, at, global;
    int64_t last;

    while (l < table->list_count && (list == NULL || strcmp(table->lists[l]->name, list) != 0))
        l++;
    if (l == table->list_count)
        return bina_link_no_list(linkage, error, list);
    numbering = &table->lists[l]->numbering;
    rows = bina_link_list_rows(linkage, l);
    if (bina_link_numbering_find(numbering, row, rows, &at) &&
        !bina_link_row_at(linkage, l, at, &global))
        return bina_error_set(error, BINA_ERR_NOT_FOUND,
                              "row %" PRId64 " of list \"%s\" was taken out",
                              "baris %" PRId64 " pada daftar \"%s\" sudah dikeluarkan", row, list);
    last = rows == 0 ? 0 : bina_link_numbering_of(numbering, rows - 1);
    if (row >= 1 && row <= last)
        return bina_error_set(error, BINA_ERR_NOT_FOUND,
                              "row %" PRId64 " of list \"%s\" was passed over: it holds no data",
                              "baris %" PRId64 " pada daftar \"%s\" dilewati: bukan data", row,
                              list);
    return bina_error_set(
        error, BINA_ERR_NOT_FOUND, "there is no row %" PRId64 " in list \"%s\", which has %" PRId64,
        "tidak ada baris %" PRId64 " pada daftar \"%s\" yang berisi %" PRId64, row, list, last);
}

int64_t
bina_link_place_of(const bina_linkage *linkage, uint32_t global, const bina_link_list **list)
{
    const bina_link_table *table = &linkage->table;
    const bina_link_place *place;

    if (global < table->rows) {
        *list = table->lists[bina_link_table_list_of(table, global)];
        return bina_link_numbering_of(&(*list)->numbering, global - (*list)->first);
    }
    place = &linkage->index->place[global - table->rows];
    *list = table->lists[place->list];
    return bina_link_numbering_of(&(*list)->numbering, place->number);
}
