/* The rows of the lists as they are, each with the entity it belongs to. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "link_files.h"

static const char *const ROW = "#row"; /* no header says so */

enum { FIRST = BINA_LINKAGE_ENTITY_ENTITY + 1 }; /* the slot of the first column of a list */

/* The table being made: file, row and entity, then the columns of all lists, each name once. */
typedef struct table {
    const cli *self;
    bina_description *description;
    bina_cursor *entities;
    bina_error *error;
    int list;            /* the one being read: an argument */
    bina_cursor *cursor; /* its rows; NULL: it is not open yet */
    int count, number;   /* its columns, and the one that numbers its rows */
    int *slot;           /* where each of its columns goes; -1: nowhere */
    int ended;           /* how to end, once something was complained of */
} table;

static void
close_list(table *self)
{
    bina_cursor_free(self->cursor);
    self->cursor = NULL;
    free(self->slot);
    self->slot = NULL;
}

static void
table_drop(table *self)
{
    close_list(self);
    bina_error_free(self->error);
    bina_cursor_free(self->entities);
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

/* Begins to read the next list. */
static int
begin_list(table *from)
{
    const bina_description *list;
    int ended = open_list(from->self, from, from->self->arguments[from->list], &from->cursor);

    if (ended != CLI_OK)
        return ended;
    list = bina_cursor_description(from->cursor);
    from->count = bina_description_count(list);
    from->number = bina_description_find(list, ROW);
    from->slot = malloc(((size_t)from->count + 1) * sizeof(*from->slot));
    if (from->slot == NULL)
        return cli_fail_status(from->self, BINA_ERR_NO_MEMORY);
    for (int i = 0; i < from->count; i++)
        from->slot[i] = slot_of(from, bina_field_name(bina_description_field(list, i)));
    return CLI_OK;
}

/* A row beside what the linkage says of it, which comes in the same order. */
static int
take_row(table *from, const bina_record *row, bina_record *record)
{
    const char *path = from->self->arguments[from->list];
    const bina_record *said;

    if (bina_cursor_next(from->entities, &said) != BINA_OK ||
        strcmp(bina_record_text(said, BINA_LINKAGE_ENTITY_FILE), path) != 0 ||
        bina_record_int(said, BINA_LINKAGE_ENTITY_ROW) != bina_record_int(row, from->number)) {
        cli_complain(from->self, "%s was changed while its rows were linked; link it again",
                     "%s berubah selagi barisnya ditautkan; tautkan lagi", path);
        return CLI_INPUT;
    }
    for (int i = 0; i < FIRST; i++)
        bina_record_set(record, i, bina_record_get(said, i));
    for (int i = 0; i < from->count; i++)
        if (from->slot[i] >= 0)
            bina_record_set(record, from->slot[i], bina_record_get(row, i));
    return CLI_OK;
}

/* The next row of the table, of whichever list: none is kept. */
static bina_status
next_row(void *data, bina_record *record)
{
    table *from = data;
    const bina_record *row;
    bina_status status = BINA_DONE;

    while (from->ended == CLI_OK && from->list < from->self->count) {
        if (from->cursor == NULL)
            from->ended = begin_list(from);
        if (from->ended != CLI_OK)
            break;
        status = bina_cursor_next(from->cursor, &row);
        if (status == BINA_OK)
            from->ended = take_row(from, row, record);
        else if (status < 0)
            from->ended = cli_fail(from->self, bina_cursor_error(from->cursor));
        if (status != BINA_DONE)
            break;
        close_list(from);
        from->list++;
    }
    return from->ended == CLI_OK ? status : BINA_ERR_IO;
}

static int
make_table(const cli *self, bina_linkage *linkage, table *to)
{
    static const char *const names[] = {"file", "row", "entity"};
    int ended = CLI_OK;

    memset(to, 0, sizeof(*to));
    to->self = self;
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
    if (ended == CLI_OK && bina_linkage_entities(linkage, &to->entities) != BINA_OK)
        ended = cli_fail(self, bina_linkage_error(linkage));
    return ended;
}

int
cli_write_linked_rows(const cli *self, bina_linkage *linkage)
{
    const char *path = cli_option_value(self, "rows");
    bina_cursor *cursor = NULL;
    table made;
    int ended;

    if (path == NULL)
        return CLI_OK;
    ended = make_table(self, linkage, &made);
    if (ended == CLI_OK &&
        (cursor = bina_cursor_of(made.description, next_row, NULL, &made)) == NULL)
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (ended == CLI_OK && cli_write_rows(self, cursor, path, NULL, false, made.error) != BINA_OK)
        ended = made.ended != CLI_OK ? made.ended : cli_fail(self, made.error);
    bina_cursor_free(cursor);
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
