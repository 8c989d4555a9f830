#include "linkage/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

void
bina_link_column_empty(bina_link_column *column)
{
    bina_heap_give(column->values.heap, column->codes);
    column->codes = NULL;
    column->room = 0;
    bina_dictionary_drop(&column->values);
}

static void
drop_list(bina_link_list *list)
{
    if (list == NULL)
        return;
    for (uint32_t i = 0; i < list->column_count; i++) {
        free(list->columns[i].name);
        bina_link_column_empty(&list->columns[i]);
    }
    free(list->columns);
    bina_link_numbering_drop(&list->numbering);
    free(list->name);
    free(list);
}

void
bina_link_table_drop(bina_link_table *table)
{
    for (uint32_t i = 0; i < table->list_count; i++)
        drop_list(table->lists[i]);
    free(table->lists);
    memset(table, 0, sizeof(*table));
}

void
bina_link_trim_ends(const char **text, size_t *length)
{
    while (*length >= 3 && memcmp(*text, "\xEF\xBB\xBF", 3) == 0) {
        *text += 3;
        *length -= 3;
    }
    while (*length > 0 && (unsigned char)**text <= ' ') {
        (*text)++;
        (*length)--;
    }
    while (*length > 0 && (unsigned char)(*text)[*length - 1] <= ' ')
        (*length)--;
}

static char *
copy_trimmed(const char *text)
{
    size_t length = strlen(text);
    char *copy;

    bina_link_trim(&text, &length);
    copy = malloc(length + 1);
    if (copy == NULL)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

bina_link_list *
bina_link_table_find(const bina_link_table *table, const char *name)
{
    for (uint32_t i = 0; i < table->list_count; i++)
        if (strcmp(table->lists[i]->name, name) == 0)
            return table->lists[i];
    return NULL;
}

bina_status
bina_link_table_add_list(bina_link_table *table, const char *name, bina_link_list **list)
{
    bina_link_list *made;

    if (bina_link_table_find(table, name) != NULL)
        return BINA_ERR_DUPLICATE;
    if (!bina_vector_reserve(&table->lists, &table->list_room, (size_t)table->list_count + 1,
                             sizeof(*table->lists)))
        return BINA_ERR_NO_MEMORY;
    made = calloc(1, sizeof(*made));
    if (made == NULL)
        return BINA_ERR_NO_MEMORY;
    made->name = malloc(strlen(name) + 1);
    if (made->name == NULL) {
        free(made);
        return BINA_ERR_NO_MEMORY;
    }
    strcpy(made->name, name);
    made->heap = table->heap;
    table->lists[table->list_count++] = made;
    *list = made;
    return BINA_OK;
}

bina_status
bina_link_list_set_columns(bina_link_list *list, const char *const *names, uint32_t count)
{
    list->columns = calloc(count == 0 ? 1 : count, sizeof(*list->columns));
    if (list->columns == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t i = 0; i < count; i++) {
        bina_link_column *column = &list->columns[i];
        bina_status status;
        list->column_count = i + 1;
        column->name = copy_trimmed(names[i]);
        if (column->name == NULL)
            return BINA_ERR_NO_MEMORY;
        status = bina_dictionary_init(&column->values);
        column->values.heap = list->heap;
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

bina_status
bina_link_table_close(bina_link_table *table)
{
    uint64_t rows = 0;

    for (uint32_t i = 0; i < table->list_count; i++) {
        table->lists[i]->first = (uint32_t)rows;
        rows += table->lists[i]->rows;
        if (rows > UINT32_MAX / 4)
            return BINA_ERR_FULL;
    }
    table->rows = (uint32_t)rows;
    return BINA_OK;
}

uint32_t
bina_link_table_list_of(const bina_link_table *table, uint32_t row)
{
    uint32_t low = 0, high = table->list_count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (table->lists[middle]->first <= row)
            low = middle;
        else
            high = middle;
    }
    return low;
}
