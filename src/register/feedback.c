/* The workbook that tells an agency what to mend in its own lists. */
#include <bina/feedback.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/rows.h>
#include <bina/workbook.h>
#include "base/options.h"
#include "base/text.h"
#include "base/vector.h"
#include "model/columns.h"
#include "model/field.h"
#include "register/confirm.h"
#include "register/feedback.h"
#include "register/ledger.h"
#include "register/result.h"
#include "store/sql.h"

static const char natures[] = "feedback_nature";

/* ---- things ---- */

static bina_description *
describe(void)
{
    static const bina_column columns[BINA_FEEDBACK_COLUMNS] = {
        [BINA_FEEDBACK_ROW] = {"row", BINA_INT, NULL, "baris", NULL},
        [BINA_FEEDBACK_SHEET] = {"sheet", BINA_TEXT, NULL, "lembar", NULL},
        [BINA_FEEDBACK_NAME] = {"name", BINA_TEXT, NULL, "nama usaha", NULL},
        [BINA_FEEDBACK_FIELD] = {"column", BINA_TEXT, NULL, "kolom", NULL},
        [BINA_FEEDBACK_WHAT] = {"what", BINA_CODE, "feedback_nature", "jenis", NULL},
        [BINA_FEEDBACK_MEND] = {"to mend", BINA_TEXT, NULL, "yang perlu diperbaiki", NULL},
        [BINA_FEEDBACK_OTHERS] = {"known otherwise", BINA_TEXT, NULL, "diketahui dari tempat lain",
                                  NULL},
    };

    return bina_columns_describe("feedback", "", columns, BINA_FEEDBACK_COLUMNS);
}

bina_status
bina_feedback_add(bina_feedback_list *self, enum bina_feedback_nature nature,
                  const bina_record *place, const char *column, const char *sentence,
                  const char *others)
{
    bina_feedback_thing thing = {nature, self->count, bina_record_copy(place)};

    if (thing.record == NULL ||
        !bina_vector_reserve(&self->things, &self->capacity, self->count + 1, sizeof thing)) {
        bina_record_free(thing.record);
        return bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);
    }
    bina_set_text(thing.record, BINA_FEEDBACK_WHAT, bina_codes_word(natures, (int)nature));
    bina_set_text(thing.record, BINA_FEEDBACK_MEND, sentence);
    if (column != NULL)
        bina_set_text(thing.record, BINA_FEEDBACK_FIELD, column);
    if (others != NULL && others[0] != '\0')
        bina_set_text(thing.record, BINA_FEEDBACK_OTHERS, others);
    self->things[self->count++] = thing;
    self->counts[nature]++;
    return BINA_OK;
}

/* By sheet and row; of one row in the order of natures, then as found. */
static int
by_place(const void *a, const void *b)
{
    const bina_feedback_thing *x = a, *y = b;
    const char *sheets[] = {bina_record_text(x->record, BINA_FEEDBACK_SHEET),
                            bina_record_text(y->record, BINA_FEEDBACK_SHEET)};
    int64_t rows[] = {bina_record_int(x->record, BINA_FEEDBACK_ROW),
                      bina_record_int(y->record, BINA_FEEDBACK_ROW)};
    int order = strcmp(sheets[0] != NULL ? sheets[0] : "", sheets[1] != NULL ? sheets[1] : "");

    if (order != 0)
        return order;
    if (rows[0] != rows[1])
        return rows[0] < rows[1] ? -1 : 1;
    if (x->nature != y->nature)
        return x->nature < y->nature ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

static void
drop_things(bina_feedback_list *self)
{
    for (size_t i = 0; i < self->count; i++)
        bina_record_free(self->things[i].record);
    free(self->things);
}

/* ---- sheets ---- */

/* Writes rows, which are let go of, as a sheet. */
static bina_status
add_sheet(bina_workbook *book, const char *name, bina_rows *rows, bina_language language,
          const char *title, bina_error *error)
{
    const char *titles[] = {title, NULL};
    bina_sheet_options options = BINA_SHEET_OPTIONS_INIT;
    bina_cursor *cursor = bina_rows_to_cursor(rows);
    bina_status status;

    if (cursor == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    options.language = language;
    options.titles = titles;
    status = bina_workbook_add(book, name, cursor, &options, error);
    bina_cursor_free(cursor);
    return status;
}

static bina_status
add_list(bina_workbook *book, const char *name, bina_feedback_list *list)
{
    bina_error *error = bina_store_complaint(list->store);
    bina_rows *rows = bina_rows_new(list->description);
    bina_status status = rows != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);

    if (list->count > 1)
        qsort(list->things, list->count, sizeof *list->things, by_place);
    for (size_t i = 0; i < list->count && status == BINA_OK; i++)
        if ((status = bina_rows_add(rows, list->things[i].record)) != BINA_OK)
            bina_error_plain(error, status);
    if (status == BINA_OK)
        return add_sheet(book, name, rows, list->language, name, error);
    bina_rows_free(rows);
    return status;
}

/* ---- the summary ---- */

typedef struct summary {
    bina_description *description;
    bina_rows *rows;
    bina_record *record;
} summary;

/* list, rows, and how many things of each nature: columns by what people call them. */
static bina_status
begin_summary(summary *self, bina_language language)
{
    bool id = language == BINA_INDONESIAN;
    bool good;

    self->description = bina_description_new("summary", "");
    good = self->description != NULL &&
           bina_description_add_field(self->description, id ? "daftar" : "list", BINA_TEXT, NULL,
                                      "", 0) >= 0 &&
           bina_description_add_field(self->description, id ? "baris" : "rows", BINA_INT, NULL, "",
                                      0) >= 0;
    for (int n = 0; good && n < BINA_FEEDBACK_NATURES; n++)
        good =
            bina_description_add_field(
                self->description, bina_codes_label(natures, bina_codes_word(natures, n), language),
                BINA_INT, NULL, "", 0) >= 0;
    if (good) {
        self->rows = bina_rows_new(self->description);
        self->record = bina_record_new_of(self->description);
    }
    return good && self->rows != NULL && self->record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}

static bina_status
summarise(summary *self, const char *name, const bina_feedback_list *list)
{
    bina_record_clear(self->record);
    bina_set_text(self->record, 0, name);
    bina_set_int(self->record, 1, list->rows);
    for (int n = 0; n < BINA_FEEDBACK_NATURES; n++)
        bina_set_int(self->record, 2 + n, list->counts[n]);
    return bina_rows_add(self->rows, self->record);
}

static void
drop_summary(summary *self)
{
    bina_rows_free(self->rows);
    bina_record_free(self->record);
    bina_description_free(self->description);
}

/* ---- all lists of an agency ---- */

typedef struct writing {
    bina_store *store;
    bina_feedback_options options;
    bina_id agency;
    char *agency_name;
    bina_ledger lists;
    bina_description *description;
    bina_workbook *book;
    summary summary;
    bina_feedback_list *found; /* as many as lists */
    int64_t count;
} writing;

static bina_status
find_lists(writing *self, const char *agency)
{
    bina_query *query = bina_query_new(BINA_SOURCE_REGISTER);
    bina_error *error = bina_store_complaint(self->store);
    bina_status status =
        bina_agency_find(self->store, agency, false, &self->agency, &self->agency_name);

    if (status == BINA_OK && query != NULL) {
        bina_query_where_int(query, BINA_SOURCE_REGISTER_AGENCY, BINA_EQ, self->agency);
        if (self->options.list != NULL)
            bina_query_where_text(query, BINA_SOURCE_REGISTER_NAME, BINA_EQ, self->options.list);
        status = bina_ledger_load(&self->lists, self->store, query, 0);
    } else {
        bina_query_free(query);
    }
    if (status != BINA_OK || self->lists.count > 0)
        return status;
    bina_error_set(
        error, BINA_ERR_NOT_FOUND, "%s keeps no such list; import says who keeps a list.",
        "%s tidak mengelola daftar itu; impor menyebut pengelola daftar.", self->agency_name);
    bina_error_at(error, "source_register", "agency", "confirm.agency");
    return BINA_ERR_NOT_FOUND;
}

static const char *
name_of(const bina_record *list)
{
    const char *title = bina_record_text(list, BINA_SOURCE_REGISTER_TITLE);

    return title != NULL ? title : bina_record_text(list, BINA_SOURCE_REGISTER_NAME);
}

static bina_status
collect(writing *self, size_t n)
{
    bina_feedback_list *list = &self->found[n];
    bina_status status;

    list->store = self->store;
    list->list = self->lists.lines[n].id;
    list->agency = self->agency;
    list->language = self->options.language;
    list->description = self->description;
    status = bina_feedback_cells(list);
    if (status == BINA_OK)
        status = bina_feedback_rows(list);
    self->count += (int64_t)list->count;
    return status == BINA_OK ? summarise(&self->summary, name_of(self->lists.lines[n].record), list)
                             : status;
}

static bina_status
write_book(writing *self, const char *path)
{
    bool id = self->options.language == BINA_INDONESIAN;
    bina_error *error = bina_store_complaint(self->store);
    bina_status status = bina_workbook_open(path, error, &self->book);
    char title[256];

    bina_text_print(title, sizeof title, id ? "Yang perlu diperbaiki: %s" : "To be mended: %s",
                    self->agency_name);
    if (status == BINA_OK) {
        status = add_sheet(self->book, id ? "Ringkasan" : "Summary", self->summary.rows,
                           self->options.language, title, error);
        self->summary.rows = NULL;
    }
    for (size_t n = 0; n < self->lists.count && status == BINA_OK; n++)
        status = add_list(self->book, name_of(self->lists.lines[n].record), &self->found[n]);
    if (status == BINA_OK) {
        status = bina_workbook_close(self->book, error);
        self->book = NULL;
    }
    return status;
}

bina_status
bina_feedback_write(bina_store *store, const char *agency, const bina_feedback_options *given,
                    const char *path, int64_t *count)
{
    writing self = {.store = store, .options = BINA_FEEDBACK_OPTIONS_INIT};
    bina_error *error = bina_store_complaint(store);
    bina_status status = BINA_OK;

    if (count != NULL)
        *count = 0;
    if (!bina_options_take(&self.options, sizeof self.options, given))
        return bina_error_plain(error, BINA_ERR_USAGE);
    status = find_lists(&self, agency);
    if (status == BINA_OK) {
        self.description = describe();
        self.found = calloc(self.lists.count, sizeof *self.found);
        if (self.description == NULL || self.found == NULL ||
            begin_summary(&self.summary, self.options.language) != BINA_OK)
            status = bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    for (size_t n = 0; n < self.lists.count && status == BINA_OK; n++)
        status = collect(&self, n);
    if (status == BINA_OK)
        status = write_book(&self, path);
    if (status == BINA_OK && count != NULL)
        *count = self.count;
    for (size_t n = 0; self.found != NULL && n < self.lists.count; n++)
        drop_things(&self.found[n]);
    free(self.found);
    drop_summary(&self.summary);
    bina_workbook_free(self.book);
    bina_ledger_drop(&self.lists);
    bina_description_free(self.description);
    free(self.agency_name);
    return status;
}
