#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/text.h"
#include "base/vector.h"
#include "exchange/mapper.h"
#include "exchange/table.h"
#include "register/reading.h"
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
bina_file_reading_open(bina_file_reading *self, const bina_store *store, const char *path,
                       const bina_import_options *options, bina_error *error)
{
    bina_list_options how = BINA_LIST_OPTIONS_MAPPING;
    bina_status status = BINA_OK;

    self->faults = options->faults;
    if (self->faults == NULL) {
        self->faults = bina_faults_new(1);
        self->faults_ours = true;
    }
    self->path = bina_text_copy(path);
    self->list = options->list != NULL ? bina_text_copy(options->list) : bina_list_name_of(path);
    self->title = bina_text_copy(options->title);
    if (options->region == NULL)
        (void)bina_place_of_office(bina_store_office(store), self->region);
    else if (!bina_place_take(options->region, self->region))
        return bina_error_set(error, BINA_ERR_USAGE, "a region is a code such as 52.03",
                              "wilayah ialah kode seperti 52.03");
    self->placer = bina_placer_new(self->region);
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
    self->kinds_slot = bina_column_find_own(self->columns, BINA_OWN_KINDS);
    status = open_mapping(self, options, bina_store_today(store), error);
    if (status != BINA_OK)
        return status;
    bina_list_look_at(&self->look, self->columns, self->mapper, self->title);
    self->aside = bina_row_file_new(bina_store_path(store), 0);
    self->raw = bina_record_new_of(self->columns);
    self->record = bina_record_new(BINA_SOURCE_RECORD);
    status = self->aside != NULL && self->raw != NULL && self->record != NULL
                 ? bina_columns_start(&self->found, self->columns, self->line_slot,
                                      reads_sheet(self) ? -1 : self->sheet_slot)
                 : BINA_ERR_NO_MEMORY;
    return status == BINA_OK ? BINA_OK : bina_error_plain(error, status);
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

/* What the whole list tells of its rows, and which columns only count them. */
static bina_status
notice(bina_file_reading *self, const bina_record *raw)
{
    const char *own = bina_record_text(self->record, BINA_SOURCE_RECORD_ROW_KEY);

    bina_list_look_at_row(&self->look, self->record);
    self->own_given += own != NULL;
    return bina_numbers_add(&self->own, own) ? bina_columns_see(&self->found, raw)
                                             : BINA_ERR_NO_MEMORY;
}

static bina_status
put_aside(bina_file_reading *self, const bina_record *raw, bina_error *error)
{
    uint64_t record_at;
    bina_status status;

    if (self->count == BINA_NO_MATCH ||
        !bina_vector_reserve(&self->places, &self->capacity, self->count + 1, sizeof *self->places))
        return BINA_ERR_NO_MEMORY;
    status = bina_row_file_add(self->aside, raw, &self->places[self->count], error);
    if (status == BINA_OK)
        status = bina_row_file_add(self->aside, self->record, &record_at, error);
    self->count += status == BINA_OK;
    return status;
}

static bina_status
take_row(bina_file_reading *self, const bina_record *raw, bina_error *error)
{
    const char *sheet = bina_record_text(raw, self->sheet_slot);
    bina_error complaint;
    bina_status status;

    bina_record_clear(self->record);
    status = bina_mapper_apply(self->mapper, raw, self->record);
    self->file_rows += status != BINA_DONE;
    self->refused += status == BINA_ERR_INVALID;
    if (status == BINA_DONE || status == BINA_ERR_INVALID)
        return BINA_OK;
    if (status != BINA_OK)
        return status;
    bina_set_int(self->record, BINA_SOURCE_RECORD_ROW, self->file_rows);
    bina_set_int(self->record, BINA_SOURCE_RECORD_LINE, bina_record_int(raw, self->line_slot));
    if (sheet != NULL)
        bina_set_text(self->record, BINA_SOURCE_RECORD_SHEET, sheet);
    status = bina_placer_place(self->placer, self->record, &complaint);
    if (status == BINA_OK) {
        tell_place(self, &complaint, raw);
        status = notice(self, raw);
    }
    return status == BINA_OK ? put_aside(self, raw, error) : status;
}

bina_status
bina_file_reading_next(bina_file_reading *self, size_t most, bina_error *error)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; i < most && status == BINA_OK; i++) {
        const bina_record *raw;
        status = bina_cursor_next(self->cursor, &raw);
        if (status < 0)
            bina_error_copy(error, bina_cursor_error(self->cursor));
        if (status == BINA_OK)
            status = take_row(self, raw, error);
    }
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(error, status);
    return status;
}

/* The row as received, as a JSON object from column to cell. */
static bina_status
keep_raw(bina_file_reading *self)
{
    bina_buffer *json = &self->json;

    bina_buffer_clear(json);
    bina_buffer_add(json, "{");
    for (int slot = 0; slot < bina_description_count(self->columns); slot++) {
        const char *name = bina_field_name(bina_description_field(self->columns, slot));
        const char *text = bina_record_text(self->raw, slot);
        if (slot == self->line_slot || slot == self->kinds_slot || text == NULL)
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
    bina_set_text_n(self->record, BINA_SOURCE_RECORD_RAW, json->bytes, json->length);
    return BINA_OK;
}

/* The list's own number of a row, if the list has such; else who and where. */
static void
name_row(const bina_file_reading *self, char key[BINA_ROW_KEY])
{
    const char *own = bina_record_text(self->record, BINA_SOURCE_RECORD_ROW_KEY);

    if (self->by_own && own != NULL && strlen(own) < BINA_ROW_KEY - 16)
        (void)snprintf(key, BINA_ROW_KEY, "no:%s", own);
    else
        bina_row_key(self->record, key);
}

/* Both halves of a row into `raw` and `record`. */
static bina_status
get(bina_file_reading *self, size_t row, bina_error *error)
{
    uint64_t behind;
    bina_status status =
        bina_row_file_get(self->aside, self->places[row], self->raw, &behind, error);

    return status == BINA_OK ? bina_row_file_get(self->aside, behind, self->record, NULL, error)
                             : status;
}

/* What the row read back is about and counts as, with the reasons. */
static void
class_row(bina_file_reading *self, bina_row_class *class)
{
    bina_row_beside beside;

    bina_list_beside(&self->look, self->raw, &beside);
    bina_row_classify(self->record, &self->look.traits, &beside, class);
}

static bina_status
compare_by(bina_file_reading *self, size_t row)
{
    char key[BINA_ROW_KEY], content[BINA_DIGEST_HEX];
    bina_row_class class;
    int64_t *count;

    bina_row_content(&self->found, self->raw, content);
    self->rows[row].content = bina_hold_of(content);
    name_row(self, key);
    self->rows[row].key = bina_key_hold(key);
    class_row(self, &class);
    count = bina_text_map_add(&self->natures, class.nature, 0, NULL);
    if (count == NULL)
        return BINA_ERR_NO_MEMORY;
    ++*count;
    return BINA_OK;
}

bina_status
bina_file_reading_finish(bina_file_reading *self, bool by_who, bina_error *error)
{
    bina_status status = BINA_OK;

    bina_columns_finish(&self->found, self->count);
    self->by_own = !by_who && self->own_given == self->count && self->count > 0 &&
                   !bina_numbers_run(&self->own);
    self->rows = calloc(self->count + 1, sizeof *self->rows);
    if (self->rows == NULL)
        status = BINA_ERR_NO_MEMORY;
    for (size_t i = 0; status == BINA_OK && i < self->count; i++) {
        status = get(self, i, error);
        if (status == BINA_OK)
            status = compare_by(self, i);
    }
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(error, status);
    return status;
}

bina_status
bina_file_reading_get(bina_file_reading *self, size_t row, bina_error *error)
{
    return get(self, row, error);
}

bina_status
bina_file_reading_get_whole(bina_file_reading *self, size_t row, char key[BINA_ROW_KEY],
                            bina_error *error)
{
    char content[BINA_DIGEST_HEX], why[64];
    bina_row_class class;
    bina_status status = get(self, row, error);

    if (status != BINA_OK)
        return status;
    name_row(self, key);
    bina_row_content(&self->found, self->raw, content);
    class_row(self, &class);
    bina_set_text(self->record, BINA_SOURCE_RECORD_NATURE, class.nature);
    bina_set_text(self->record, BINA_SOURCE_RECORD_SCOPE, class.scope);
    (void)snprintf(why, sizeof why, "%s %s", class.why[0], class.why[1]);
    bina_set_text(self->record, BINA_SOURCE_RECORD_CLASS_REASON, why);
    bina_set_text(self->record, BINA_SOURCE_RECORD_CONTENT_HASH, content);
    return keep_raw(self);
}

int64_t
bina_file_reading_natures(const bina_file_reading *self, const char *nature)
{
    const int64_t *count = bina_text_map_find(&self->natures, nature);

    return count != NULL ? *count : 0;
}

int64_t
bina_file_reading_faults(const bina_file_reading *self, bina_severity severity)
{
    return bina_faults_count(self->faults, severity) - self->faults_before[severity];
}

void
bina_file_reading_drop(bina_file_reading *self)
{
    bina_row_file_free(self->aside);
    bina_record_free(self->raw);
    bina_record_free(self->record);
    bina_columns_drop(&self->found);
    bina_numbers_drop(&self->own);
    bina_text_map_drop(&self->natures);
    bina_buffer_free(&self->json);
    free(self->places);
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
