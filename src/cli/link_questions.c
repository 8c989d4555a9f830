/* The questions of a linkage as a sheet to be answered: the values of both rows side by side. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "link_pairs.h"

enum { QUESTIONS = 100, FIELDS = 32, FIRST = 5 }; /* FIRST: the slot of the first value */

/* The sheet being made. */
typedef struct sheet {
    bina_description *description;
    bina_rows *rows;
    bina_record *record;
    char *field[FIELDS]; /* as long as a column's name */
    int fields;
} sheet;

static void
sheet_drop(sheet *self)
{
    for (int f = 0; f < self->fields; f++)
        free(self->field[f]);
    bina_record_free(self->record);
    bina_rows_free(self->rows);
    bina_description_free(self->description);
}

/* A column for each side of every field that is compared. */
static bina_status
add_fields(sheet *self, bina_linkage *linkage)
{
    bina_cursor *cursor;
    const bina_record *comparison;
    bina_status status = bina_linkage_effective(linkage, "comparison", &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &comparison)) == BINA_OK) {
        const char *field = bina_record_text(comparison, BINA_LINKAGE_COMPARISON_FIELD);
        size_t room = strlen(field) + 3;
        char *name = malloc(room), *copy = malloc(room);
        if (name == NULL || copy == NULL || self->fields == FIELDS)
            status = BINA_ERR_NO_MEMORY;
        for (int i = 0; i < 2 && status == BINA_OK; i++) {
            /* The values of a column "row" must not pass for the number of the row. */
            bool taken = strcmp(field, "list") == 0 || strcmp(field, "row") == 0;
            snprintf(name, room, taken ? "%s-%c" : "%s_%c", field, 'a' + i);
            if (bina_description_add_field(self->description, name, BINA_TEXT, NULL, "", 0) < 0)
                status = BINA_ERR_NO_MEMORY;
        }
        free(name);
        if (status == BINA_OK)
            self->field[self->fields++] = strcpy(copy, field);
        else
            free(copy);
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
sheet_begin(sheet *self, bina_linkage *linkage)
{
    static const struct {
        const char *name;
        bina_type type;
    } before[] = {{"list_a", BINA_TEXT},
                  {"row_a", BINA_INT},
                  {"list_b", BINA_TEXT},
                  {"row_b", BINA_INT},
                  {"same", BINA_TEXT}},
      after[] = {{"weight", BINA_REAL}, {"probability", BINA_REAL}, {"gain", BINA_REAL},
                 {"alike", BINA_INT}};
    bina_status status = BINA_OK;

    memset(self, 0, sizeof(*self));
    self->description = bina_description_new("question", "A pair to ask a person about.");
    if (self->description == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int i = 0; i < FIRST && status == BINA_OK; i++)
        if (bina_description_add_field(self->description, before[i].name, before[i].type, NULL, "",
                                       0) < 0)
            status = BINA_ERR_NO_MEMORY;
    if (status == BINA_OK)
        status = add_fields(self, linkage);
    for (int i = 0; i < 4 && status == BINA_OK; i++)
        if (bina_description_add_field(self->description, after[i].name, after[i].type, NULL, "",
                                       0) < 0)
            status = BINA_ERR_NO_MEMORY;
    if (status != BINA_OK)
        return status;
    self->rows = bina_rows_new(self->description);
    self->record = bina_record_new_of(self->description);
    return self->rows == NULL || self->record == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

/* What both rows say, from the reasons of their weight. */
static bina_status
add_values(sheet *self, bina_linkage *linkage, const bina_record *question)
{
    bina_cursor *reasons;
    const bina_record *reason;
    bina_status status =
        bina_linkage_explain(linkage, bina_record_text(question, BINA_LINKAGE_QUESTION_LIST_A),
                             bina_record_int(question, BINA_LINKAGE_QUESTION_ROW_A),
                             bina_record_text(question, BINA_LINKAGE_QUESTION_LIST_B),
                             bina_record_int(question, BINA_LINKAGE_QUESTION_ROW_B), &reasons);

    while (status == BINA_OK && (status = bina_cursor_next(reasons, &reason)) == BINA_OK) {
        const char *field = bina_record_text(reason, BINA_LINKAGE_REASON_FIELD);
        for (int f = 0; field != NULL && f < self->fields; f++)
            if (strcmp(self->field[f], field) == 0)
                for (int i = 0; i < 2; i++) {
                    const char *value = bina_record_text(reason, BINA_LINKAGE_REASON_VALUE_A + i);
                    if (value != NULL)
                        bina_set_text(self->record, FIRST + 2 * f + i, value);
                }
    }
    bina_cursor_free(reasons);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
add_question(sheet *self, bina_linkage *linkage, const bina_record *question)
{
    int after = FIRST + 2 * self->fields - BINA_LINKAGE_QUESTION_WEIGHT;
    bina_status status;

    for (int slot = 0; slot < FIRST + 2 * self->fields; slot++)
        bina_unset(self->record, slot);
    for (int slot = 0; slot <= BINA_LINKAGE_QUESTION_ALIKE; slot++)
        bina_record_set(self->record, slot < BINA_LINKAGE_QUESTION_WEIGHT ? slot : after + slot,
                        bina_record_get(question, slot));
    status = add_values(self, linkage, question);
    return status == BINA_OK ? bina_rows_add(self->rows, self->record) : status;
}

int
cli_write_questions(const cli *self, bina_linkage *linkage)
{
    const char *path = cli_option_value(self, "questions");
    bina_cursor *questions = NULL;
    const bina_record *question;
    sheet made;
    bina_status status;
    int ended;

    if (path == NULL)
        return CLI_OK;
    status = sheet_begin(&made, linkage);
    if (status == BINA_OK)
        status = bina_linkage_questions(linkage, QUESTIONS, &questions);
    while (status == BINA_OK && (status = bina_cursor_next(questions, &question)) == BINA_OK)
        status = add_question(&made, linkage, question);
    bina_cursor_free(questions);
    if (status == BINA_DONE) {
        bina_cursor *sheet_rows;
        if (bina_rows_count(made.rows) == 0)
            cli_remark(self, "Nothing is in doubt: there is no question.",
                       "Tidak ada yang diragukan: tidak ada pertanyaan.");
        sheet_rows = bina_rows_to_cursor(made.rows);
        made.rows = NULL;
        ended = sheet_rows != NULL ? cli_write_cursor(self, sheet_rows, path, NULL, false)
                                   : cli_fail_status(self, BINA_ERR_NO_MEMORY);
    } else if (bina_error_status(bina_linkage_error(linkage)) != BINA_OK) {
        ended = cli_fail(self, bina_linkage_error(linkage));
    } else {
        ended = cli_fail_status(self, status);
    }
    sheet_drop(&made);
    return ended;
}
