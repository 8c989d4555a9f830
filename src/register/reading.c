#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/text.h"
#include "base/vector.h"
#include "exchange/mapper.h"
#include "exchange/table.h"
#include "register/classify.h"
#include "register/reading.h"
#include "store/buffer.h"
#include "store/sql.h"

char *
bina_list_name_of(const char *path)
{
    const char *name = strrchr(path, '/'), *dot;
    char *copy;

    name = name != NULL ? name + 1 : path;
    copy = bina_text_copy(name);
    dot = copy != NULL ? strrchr(copy, '.') : NULL;
    if (dot != NULL && dot != copy)
        copy[dot - copy] = '\0';
    return copy;
}

/* A pipe gives its bytes once: looking at them would take them from the reader. */
static bool
can_be_read_twice(const char *path)
{
    struct stat file;

    return strcmp(path, "-") != 0 && stat(path, &file) == 0 && S_ISREG(file.st_mode);
}

static bina_status
open_mapping(bina_file_reading *self, const bina_import_options *options, int64_t today,
             bina_error *error)
{
    const bina_mapping *mapping = options->mapping;
    bina_mapping_options how = BINA_MAPPING_OPTIONS_INIT;
    bina_status status = BINA_OK;

    if (mapping == NULL) {
        status = bina_mapping_guess(bina_kind_description(BINA_SOURCE_RECORD), self->cursor, error,
                                    &self->guess);
        mapping = self->guess;
    } else if (bina_description_kind(bina_mapping_description(mapping)) != BINA_SOURCE_RECORD) {
        status = bina_error_set(error, BINA_ERR_USAGE,
                                "the mapping is not one to source records; begin it with \"kind: "
                                "source_record\"",
                                "pemetaan ini bukan untuk source_record; awali dengan \"kind: "
                                "source_record\"");
    }
    if (status == BINA_OK)
        status = bina_mapping_print(mapping, error, &self->mapping_text);
    if (status != BINA_OK)
        return status;
    how.file = self->path;
    how.faults = self->faults;
    how.has_today = true;
    how.today = today;
    return bina_mapper_new(mapping, self->columns, &how, error, &self->mapper);
}

bina_status
bina_file_reading_open(bina_file_reading *self, const bina_store *store, const char *path,
                       const bina_import_options *options, bina_error *error)
{
    bina_list_options how = BINA_LIST_OPTIONS_MAPPING;
    bina_status status = BINA_OK;
    char home[16];

    self->faults = options->faults;
    if (self->faults == NULL) {
        self->faults = bina_faults_new(1);
        self->faults_ours = true;
    }
    self->path = bina_text_copy(path);
    self->list = options->list != NULL ? bina_text_copy(options->list) : bina_list_name_of(path);
    self->title = bina_text_copy(options->title);
    self->placer = bina_placer_new(options->region != NULL
                                       ? options->region
                                       : bina_place_of_office(bina_store_office(store), home));
    if (self->faults == NULL || self->path == NULL || self->list == NULL || self->placer == NULL ||
        (options->title != NULL && self->title == NULL))
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    for (int severity = 0; severity < 2; severity++)
        self->faults_before[severity] = bina_faults_count(self->faults, (bina_severity)severity);
    how.sheet = options->sheet;
    how.faults = self->faults;
    how.counts = &self->counts;
    status = bina_list_open(path, &how, error, &self->cursor);
    if (status != BINA_OK)
        return status;
    if (can_be_read_twice(path)) {
        status = bina_digest_file(path, self->hash);
        if (status != BINA_OK)
            return bina_error_plain(error, status);
    }
    self->columns = bina_cursor_description(self->cursor);
    self->line_slot = bina_column_find_own(self->columns, BINA_OWN_LINE);
    self->extra_slot = bina_column_find_own(self->columns, BINA_OWN_EXTRA);
    self->sheet_slot = bina_column_find_own(self->columns, BINA_OWN_SHEET);
    return open_mapping(self, options, bina_store_today(store), error);
}

static void
tell_place(bina_file_reading *self, bina_error *complaint, const bina_record *raw)
{
    const char *rule = bina_error_rule(complaint);

    /* A spelling that could be told is no matter; one that could not is. */
    if (bina_error_status(complaint) == BINA_OK ||
        (rule != NULL && strcmp(rule, "region.spelling") == 0))
        return;
    bina_error_warn(complaint);
    bina_error_at(complaint, "source_record", "village", rule);
    bina_error_in_file(complaint, self->path, bina_record_int(raw, self->line_slot), 0);
    bina_error_in_sheet(complaint, bina_record_text(raw, self->sheet_slot));
    bina_faults_add(self->faults, complaint);
}

bina_status
bina_file_reading_next(bina_file_reading *self, size_t most, bina_error *error)
{
    bina_record *record = NULL;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < most && status == BINA_OK; i++) {
        const bina_record *raw;
        bina_reading_row *row;
        bina_error complaint;
        status = bina_cursor_next(self->cursor, &raw);
        if (status < 0)
            bina_error_copy(error, bina_cursor_error(self->cursor));
        if (status != BINA_OK)
            break;
        if (!bina_vector_reserve(&self->rows, &self->capacity, self->count + 1,
                                 sizeof *self->rows)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        if (record == NULL)
            record = bina_record_new(BINA_SOURCE_RECORD);
        if (record == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        bina_record_clear(record);
        status = bina_mapper_apply(self->mapper, raw, record);
        self->file_rows += status != BINA_DONE;
        self->refused += status == BINA_ERR_INVALID;
        if (status == BINA_DONE || status == BINA_ERR_INVALID) {
            status = BINA_OK;
            continue;
        }
        if (status != BINA_OK)
            break;
        bina_set_int(record, BINA_SOURCE_RECORD_ROW, self->file_rows);
        bina_set_int(record, BINA_SOURCE_RECORD_LINE, bina_record_int(raw, self->line_slot));
        if (bina_record_text(raw, self->sheet_slot) != NULL)
            bina_set_text(record, BINA_SOURCE_RECORD_SHEET,
                          bina_record_text(raw, self->sheet_slot));
        status = bina_placer_place(self->placer, record, &complaint);
        if (status != BINA_OK)
            break;
        tell_place(self, &complaint, raw);
        row = &self->rows[self->count];
        memset(row, 0, sizeof *row);
        row->raw = bina_record_copy(raw);
        row->record = record;
        record = NULL;
        self->count++;
        if (row->raw == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    bina_record_free(record);
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(error, status);
    return status;
}

/* The row as received, as a JSON object from column to cell. */
static bina_status
keep_raw(const bina_file_reading *self, bina_reading_row *row, bina_buffer *json)
{
    bina_buffer_clear(json);
    bina_buffer_add(json, "{");
    for (int slot = 0; slot < bina_description_count(self->columns); slot++) {
        const char *name = bina_field_name(bina_description_field(self->columns, slot));
        const char *text = bina_record_text(row->raw, slot);
        if (slot == self->line_slot || text == NULL)
            continue;
        if (slot == self->extra_slot)
            name = "";
        bina_buffer_add(json, json->length > 1 ? "," : "");
        bina_buffer_json_text(json, name, strlen(name));
        bina_buffer_add(json, ":");
        bina_buffer_json_text(json, text, strlen(text));
    }
    bina_buffer_add(json, "}");
    if (bina_buffer_text(json) == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_text_n(row->record, BINA_SOURCE_RECORD_RAW, json->bytes, json->length);
    return BINA_OK;
}

static void
look_at_list(const bina_file_reading *self, bina_list_traits *traits)
{
    static const int business[] = {BINA_SOURCE_RECORD_BUSINESS_NAME, BINA_SOURCE_RECORD_PRODUCT,
                                   BINA_SOURCE_RECORD_ACTIVITY,      BINA_SOURCE_RECORD_NIB,
                                   BINA_SOURCE_RECORD_WORKERS,       BINA_SOURCE_RECORD_INVESTMENT,
                                   BINA_SOURCE_RECORD_SALES};

    traits->has_business = traits->has_owner = false;
    for (size_t i = 0; i < self->count; i++) {
        const bina_record *record = self->rows[i].record;
        traits->has_owner =
            traits->has_owner || bina_record_text(record, BINA_SOURCE_RECORD_OWNER_NAME) != NULL;
        for (size_t k = 0; k < sizeof business / sizeof business[0]; k++)
            traits->has_business =
                traits->has_business || bina_record_get(record, business[k]).type != BINA_NULL;
        if (traits->has_owner && traits->has_business)
            return;
    }
}

/* Keys: the list's own numbers, if they are that; else who and where. */
static bina_status
name_rows(bina_file_reading *self)
{
    const char **given = calloc(self->count + 1, sizeof *given);
    bool own;

    if (given == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < self->count; i++)
        given[i] = bina_record_text(self->rows[i].record, BINA_SOURCE_RECORD_ROW_KEY);
    own = bina_row_numbers_are_own(given, self->count);
    for (size_t i = 0; i < self->count; i++)
        if (own && strlen(given[i]) < BINA_ROW_KEY - 16)
            (void)snprintf(self->rows[i].key, sizeof self->rows[i].key, "no:%s", given[i]);
        else
            bina_row_key(self->rows[i].record, self->rows[i].key);
    free(given);
    return BINA_OK;
}

/* Whether the sheet's name is content: it says more than where the row stands. */
static bool
reads_sheet(const bina_file_reading *self)
{
    for (size_t i = 0; i < self->mapper->count; i++)
        for (size_t k = 0; k < self->mapper->fields[i].source_count; k++)
            if (self->mapper->fields[i].sources[k] == self->sheet_slot &&
                self->mapper->fields[i].slot != BINA_SOURCE_RECORD_SHEET)
                return true;
    return false;
}

bina_status
bina_file_reading_finish(bina_file_reading *self)
{
    const bina_record **raws = calloc(self->count + 1, sizeof *raws);
    bina_columns columns = {NULL, 0};
    bina_buffer json = {NULL, 0, 0, false};
    bina_list_traits traits;
    bina_status status = raws != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < self->count; i++)
        raws[i] = self->rows[i].raw;
    if (status == BINA_OK)
        status = bina_columns_find(&columns, raws, self->count, self->line_slot,
                                   reads_sheet(self) ? -1 : self->sheet_slot);
    look_at_list(self, &traits);
    for (size_t i = 0; status == BINA_OK && i < self->count; i++) {
        bina_reading_row *row = &self->rows[i];
        bina_row_class class;
        bina_row_content(&columns, row->raw, row->content);
        status = keep_raw(self, row, &json);
        bina_row_classify(row->record, &traits, &class);
        bina_set_text(row->record, BINA_SOURCE_RECORD_NATURE, class.nature);
        bina_set_text(row->record, BINA_SOURCE_RECORD_SCOPE, class.scope);
        bina_record_free(row->raw);
        row->raw = NULL;
    }
    if (status == BINA_OK)
        status = name_rows(self);
    bina_columns_drop(&columns);
    bina_buffer_free(&json);
    free(raws);
    return status;
}

int64_t
bina_file_reading_faults(const bina_file_reading *self, bina_severity severity)
{
    return bina_faults_count(self->faults, severity) - self->faults_before[severity];
}

void
bina_file_reading_drop(bina_file_reading *self)
{
    for (size_t i = 0; i < self->count; i++) {
        bina_record_free(self->rows[i].raw);
        bina_record_free(self->rows[i].record);
    }
    free(self->rows);
    bina_mapper_free(self->mapper);
    bina_mapping_free(self->guess);
    bina_cursor_free(self->cursor);
    bina_placer_free(self->placer);
    if (self->faults_ours)
        bina_faults_free(self->faults);
    free(self->path);
    free(self->list);
    free(self->title);
    free(self->mapping_text);
    memset(self, 0, sizeof *self);
}
