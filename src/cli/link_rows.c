/* The rows of the lists as they are, each with the entity it belongs to. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "link_files.h"

static const char *const ROW = "#row"; /* no header says so */

enum { FIRST = BINA_LINKAGE_ENTITY_ENTITY + 1 }; /* the slot of the first column of a list */

/* The table being made: file, row and entity, then the columns of all lists, each name once. */
typedef struct table {
    bina_description *description;
    bina_rows *rows;
    bina_record *record;
    bina_cursor *entities;
    bina_error *error;
} table;

static void
table_drop(table *self)
{
    bina_error_free(self->error);
    bina_cursor_free(self->entities);
    bina_record_free(self->record);
    bina_rows_free(self->rows);
    bina_description_free(self->description);
}

static int
open_list(const cli *self, table *to, const char *path, bina_cursor **cursor)
{
    bina_list_options reading = BINA_LIST_OPTIONS_INIT;

    reading.row_column = ROW;
    return bina_list_open(path, &reading, to->error, cursor) == BINA_OK ? CLI_OK
                                                                        : cli_fail(self, to->error);
}

/*
 * The slot of a list's column, -1 when there is none. What it is called there is the field's doc:
 * a column "row" must not pass for the number of the row, and has another name here.
 */
static int
slot_of(const table *self, const char *name)
{
    for (int slot = FIRST; slot < bina_description_count(self->description); slot++)
        if (strcmp(bina_field_doc(bina_description_field(self->description, slot)), name) == 0)
            return slot;
    return -1;
}

/* Adds the columns of a list that no list before it has. */
static int
add_columns(const cli *self, table *to, const char *path)
{
    bina_cursor *cursor = NULL;
    int ended = open_list(self, to, path, &cursor), count;
    const bina_description *list;

    if (ended != CLI_OK)
        return ended;
    list = bina_cursor_description(cursor);
    count = bina_description_count(list);
    for (int i = 0; i < count && ended == CLI_OK; i++) {
        const char *name = bina_field_name(bina_description_field(list, i));
        char *free_name;
        size_t length = strlen(name);
        if (strcmp(name, ROW) == 0 || slot_of(to, name) >= 0)
            continue;
        free_name = calloc(length + 8, 1);
        if (free_name == NULL)
            ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
        else
            memcpy(free_name, name, length);
        for (int tries = 0;
             ended == CLI_OK && tries < 7 && bina_description_find(to->description, free_name) >= 0;
             tries++)
            free_name[length + (size_t)tries] = '_';
        if (ended == CLI_OK &&
            bina_description_add_field(to->description, free_name, BINA_TEXT, NULL, name, 0) < 0)
            ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
        free(free_name);
    }
    bina_cursor_free(cursor);
    return ended;
}

/* The rows of a list, beside what the linkage says of them, which comes in the same order. */
static int
add_rows(const cli *self, table *to, const char *path)
{
    const bina_record *row, *said;
    const bina_description *list;
    bina_cursor *cursor = NULL;
    int ended = open_list(self, to, path, &cursor), count, number, *slot;
    bina_status status = BINA_OK;

    if (ended != CLI_OK)
        return ended;
    list = bina_cursor_description(cursor);
    count = bina_description_count(list);
    number = bina_description_find(list, ROW);
    slot = malloc((size_t)count * sizeof(*slot));
    if (slot == NULL)
        status = BINA_ERR_NO_MEMORY;
    for (int i = 0; i < count && slot != NULL; i++)
        slot[i] = slot_of(to, bina_field_name(bina_description_field(list, i)));
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        if (bina_cursor_next(to->entities, &said) != BINA_OK ||
            strcmp(bina_record_text(said, BINA_LINKAGE_ENTITY_FILE), path) != 0 ||
            bina_record_int(said, BINA_LINKAGE_ENTITY_ROW) != bina_record_int(row, number)) {
            cli_complain(self, "%s was changed while its rows were linked; link it again",
                         "%s berubah selagi barisnya ditautkan; tautkan lagi", path);
            ended = CLI_INPUT;
            break;
        }
        bina_record_clear(to->record);
        for (int i = 0; i < FIRST; i++)
            bina_record_set(to->record, i, bina_record_get(said, i));
        for (int i = 0; i < count; i++)
            if (slot[i] >= 0)
                bina_record_set(to->record, slot[i], bina_record_get(row, i));
        status = bina_rows_add(to->rows, to->record);
    }
    free(slot);
    if (ended == CLI_OK && status != BINA_DONE)
        ended = bina_error_status(bina_cursor_error(cursor)) != BINA_OK
                    ? cli_fail(self, bina_cursor_error(cursor))
                    : cli_fail_status(self, status);
    bina_cursor_free(cursor);
    return ended;
}

static int
make_table(const cli *self, bina_linkage *linkage, table *to)
{
    static const char *const names[] = {"file", "row", "entity"};
    int ended = CLI_OK;

    memset(to, 0, sizeof(*to));
    to->error = bina_error_new();
    to->description = bina_description_new("row", "A row of a list, with its entity.");
    if (to->error == NULL || to->description == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    for (int slot = 0; slot < FIRST; slot++)
        if (bina_description_add_field(to->description, names[slot],
                                       slot == BINA_LINKAGE_ENTITY_FILE ? BINA_TEXT : BINA_INT,
                                       NULL, "", 0) < 0)
            return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    for (int i = 0; i < self->count && ended == CLI_OK; i++)
        ended = add_columns(self, to, self->arguments[i]);
    if (ended != CLI_OK)
        return ended;
    to->rows = bina_rows_new(to->description);
    to->record = bina_record_new_of(to->description);
    if (to->rows == NULL || to->record == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (bina_linkage_entities(linkage, &to->entities) != BINA_OK)
        return cli_fail(self, bina_linkage_error(linkage));
    for (int i = 0; i < self->count && ended == CLI_OK; i++)
        ended = add_rows(self, to, self->arguments[i]);
    return ended;
}

int
cli_write_linked_rows(const cli *self, bina_linkage *linkage)
{
    const char *path = cli_option_value(self, "rows");
    table made;
    int ended;

    if (path == NULL)
        return CLI_OK;
    ended = make_table(self, linkage, &made);
    if (ended == CLI_OK) {
        bina_cursor *cursor = bina_rows_to_cursor(made.rows);
        made.rows = NULL;
        ended = cursor != NULL ? cli_write_cursor(self, cursor, path, NULL, false)
                               : cli_fail_status(self, BINA_ERR_NO_MEMORY);
    }
    table_drop(&made);
    return ended;
}

int
cli_check_rows(const cli *self)
{
    for (int i = 0; i < self->count; i++)
        if (cli_option_value(self, "rows") != NULL && strcmp(self->arguments[i], "-") == 0) {
            cli_complain(self,
                         "--rows reads the lists once more, and standard input can be read but "
                         "once: save it in a file first",
                         "--rows membaca daftar sekali lagi, sedangkan masukan baku hanya dapat "
                         "dibaca sekali: simpan dulu ke berkas");
            return CLI_USAGE;
        }
    return CLI_OK;
}
