/* Steps that are due by themselves: found by the SELECTs of the lifecycles, taken one by one. */
#include <bina/advance.h>

#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "rules/lifecycle.h"
#include "rules/refusals.h"
#include "store/inside.h"

typedef struct due {
    bina_id id;
    int64_t since;
} due;

static bina_description *
describe(void)
{
    bina_description *self = bina_description_new("due_step", "A step that is due by its date.");

    if (self != NULL &&
        (bina_description_add_field(self, "record", BINA_INT, NULL, "Id of the record.", 0) < 0 ||
         bina_description_add_field(self, "kind", BINA_TEXT, NULL, "What it is.", 0) < 0 ||
         bina_description_add_field(self, "verb", BINA_TEXT, NULL, "The step.", 0) < 0 ||
         bina_description_add_field(self, "taken", BINA_BOOL, NULL, "Whether it was taken.", 0) <
             0 ||
         bina_description_add_field(self, "message", BINA_TEXT, NULL, "Why not, in English.", 0) <
             0 ||
         bina_description_add_field(self, "pesan", BINA_TEXT, NULL, "Why not, in Indonesian.", 0) <
             0)) {
        bina_description_free(self);
        self = NULL;
    }
    return self;
}

/* Everything a step is due for, read to the end before anything is written. */
static bina_status
find_due(bina_store *store, const char *select, int64_t day, due **list, size_t *count)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(store, select, 0, &statement);
    size_t room = 0;
    int step = SQLITE_DONE;

    *list = NULL;
    *count = 0;
    if (status != BINA_OK)
        return status;
    if (bina_bind_copy(statement, 1, bina_integer_of(BINA_DATE, day)) != SQLITE_OK)
        status = bina_store_fail(store);
    while (status == BINA_OK && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        bina_value since;
        if (!bina_vector_reserve(list, &room, *count + 1, sizeof **list)) {
            status = bina_store_no_memory(store);
            break;
        }
        since = bina_column_value(statement, 1, BINA_DATE);
        (*list)[*count].id = sqlite3_column_int64(statement, 0);
        (*list)[(*count)++].since = since.type == BINA_DATE ? since.as.integer : day;
    }
    if (status == BINA_OK && step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

/* Since the day it is due; or, when something happened later, on the day asked about. */
static bina_status
take(bina_store *store, const due *one, const char *verb, int64_t day, bool keep)
{
    bina_move move = {.verb = verb, .reason = "due", .on = one->since};
    bina_status status = bina_advance_within(store, one->id, &move, false, keep);

    if (status == BINA_ERR_REFUSED && one->since < day &&
        strcmp(store->error.rule, "lifecycle.order") == 0) {
        move.on = day;
        status = bina_advance_within(store, one->id, &move, false, keep);
    }
    return status;
}

static bina_status
tell(bina_store *store, bina_rows *rows, bina_record *row, const due *one, const char *verb,
     bool keep, bina_status status)
{
    bina_record_clear(row);
    bina_set_int(row, BINA_DUE_RECORD, one->id);
    bina_set_text(row, BINA_DUE_KIND,
                  bina_description_name(bina_kind_description(bina_id_kind(one->id))));
    bina_set_text(row, BINA_DUE_VERB, verb);
    bina_set_int(row, BINA_DUE_TAKEN, keep && status == BINA_OK);
    if (status == BINA_ERR_REFUSED) {
        bina_set_text(row, BINA_DUE_MESSAGE, bina_error_message(&store->error, BINA_ENGLISH));
        bina_set_text(row, BINA_DUE_PESAN, bina_error_message(&store->error, BINA_INDONESIAN));
        status = BINA_OK;
    }
    return status == BINA_OK ? bina_rows_add(rows, row) : status;
}

static bina_status
sweep_step(bina_store *store, const bina_transition *step, int64_t day, bool keep, bina_rows *rows,
           bina_record *row)
{
    due *list = NULL;
    size_t count = 0;
    bina_status status = find_due(store, step->due, day, &list, &count);

    for (size_t i = 0; i < count && status == BINA_OK; i++)
        status = tell(store, rows, row, &list[i], step->verb, keep,
                      take(store, &list[i], step->verb, day, keep));
    free(list);
    return status;
}

bina_status
bina_advance_due(bina_store *store, int64_t day, bool dry_run, bina_cursor **cursor)
{
    bina_description *description = describe();
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *row = rows != NULL ? bina_record_new_of(description) : NULL;
    bina_status status = bina_store_start_write(store);
    const bina_lifecycle *lifecycle;

    *cursor = NULL;
    if (status == BINA_OK && row == NULL)
        status = bina_store_no_memory(store);
    if (day == 0)
        day = bina_store_today(store);
    for (int n = 0; status == BINA_OK && (lifecycle = bina_lifecycle_at(n)) != NULL; n++)
        for (const bina_transition *t = lifecycle->transitions;
             t != NULL && t->verb != NULL && status == BINA_OK; t++)
            if (t->due != NULL)
                status = sweep_step(store, t, day, !dry_run, rows, row);
    bina_record_free(row);
    bina_description_free(description);
    if (status != BINA_OK) {
        bina_rows_free(rows);
        return status;
    }
    bina_error_clear(&store->error);
    *cursor = bina_rows_to_cursor(rows);
    return *cursor != NULL ? BINA_OK : bina_store_no_memory(store);
}
