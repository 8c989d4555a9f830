/* Binding a mapping to the columns of a file. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "base/text.h"
#include "base/vector.h"
#include "exchange/document.h"
#include "exchange/faults.h"
#include "exchange/mapper.h"
#include "exchange/table.h"
#include "exchange/words.h"
#include "reference/validators.h"

/* A copy of a mapping's document: records, parents; places are not needed any more. */
static bina_document *
copy_document(const bina_document *document)
{
    bina_document *copy = bina_document_new();
    int64_t n;

    for (n = 0; copy != NULL && n < bina_document_count(document); n++)
        if (bina_document_add(copy, bina_document_record(document, n),
                              bina_document_parent(document, n), NULL) != BINA_OK) {
            bina_document_free(copy);
            copy = NULL;
        }
    return copy;
}

/* Cuts the next line off a text of lines; false at the end. Lines are cut to the room. */
static bool
next_line(const char **lines, char *line, size_t room)
{
    size_t length, kept;

    if (*lines == NULL)
        return false;
    length = strcspn(*lines, "\n");
    kept = length < room ? length : room - 1;
    memcpy(line, *lines, kept);
    line[kept] = '\0';
    *lines = (*lines)[length] == '\n' ? *lines + length + 1 : NULL;
    return true;
}

/* The slot of a column by its header, or the stand-in of a special one; -1 when not there. */
static int
find_column(const bina_mapper *mapper, const bina_description *columns, const char *name)
{
    static const struct {
        const char *name;
        bina_own_column own;
    } told[] = {{BINA_COLUMN_SHEET, BINA_OWN_SHEET},
                {BINA_COLUMN_SECTION, BINA_OWN_SECTION},
                {BINA_COLUMN_VILLAGE, BINA_OWN_VILLAGE},
                {BINA_COLUMN_DISTRICT, BINA_OWN_DISTRICT},
                {BINA_COLUMN_REGENCY, BINA_OWN_REGENCY}};
    char wanted[BINA_HEADER_KEY], key[BINA_HEADER_KEY];
    int slot = bina_description_find(columns, name), i;

    if (strcmp(name, BINA_COLUMN_LINE) == 0)
        return BINA_SOURCE_LINE;
    if (strcmp(name, BINA_COLUMN_ROW) == 0)
        return BINA_SOURCE_ROW;
    for (i = 0; i < (int)(sizeof(told) / sizeof(told[0])); i++)
        if (strcmp(name, told[i].name) == 0)
            return bina_column_find_own(columns, told[i].own);
    bina_header_key(name, wanted, sizeof(wanted));
    for (i = 0; slot < 0 && wanted[0] != '\0' && i < mapper->columns; i++)
        if (!bina_column_is_own(bina_description_field(columns, i)) &&
            strcmp(bina_header_key(bina_field_name(bina_description_field(columns, i)), key,
                                   sizeof(key)),
                   wanted) == 0)
            slot = i;
    return slot;
}

static bina_status
bind_columns(bina_mapper *mapper, const bina_description *columns, bina_bound_field *field,
             const char *names)
{
    char name[BINA_HEADER_KEY];
    size_t room = 0;
    bina_error fault;
    int slot;

    while (next_line(&names, name, sizeof(name))) {
        slot = find_column(mapper, columns, name);
        if (slot == -1) {
            bina_error_set(&fault, BINA_ERR_INVALID, "The file has no column \"%.80s\".",
                           "Berkas tidak mempunyai kolom \"%.80s\".", name);
            bina_mapper_fault(mapper, &fault, BINA_ERROR, field->name, "mapping.column", 0, 0);
            continue;
        }
        if (!bina_vector_reserve(&field->sources, &room, field->source_count + 1, sizeof(int)))
            return BINA_ERR_NO_MEMORY;
        field->sources[field->source_count++] = slot;
    }
    return BINA_OK;
}

static bina_status
bind_values(bina_mapper *mapper, bina_bound_field *field, int64_t n)
{
    int64_t at = BINA_NO_RECORD;
    const bina_record *value;

    while ((at = bina_document_find(mapper->document, "values", n, at)) != BINA_NO_RECORD) {
        if (!bina_vector_reserve(&field->values, &field->value_room, field->value_count + 1,
                                 sizeof(*field->values)))
            return BINA_ERR_NO_MEMORY;
        value = bina_document_record(mapper->document, at);
        bina_header_key(bina_record_text(value, BINA_MAPPED_FROM),
                        field->values[field->value_count].from, BINA_HEADER_KEY);
        field->values[field->value_count++].to = bina_record_text(value, BINA_MAPPED_TO);
    }
    return BINA_OK;
}

static bina_status
bind_field(bina_mapper *mapper, const bina_description *columns, int64_t n,
           const bina_converting *usual, bina_bound_field *field)
{
    const bina_record *record = bina_document_record(mapper->document, n);
    const bina_field *described;
    const char *dates = bina_record_text(record, BINA_MAPPED_DATES);
    bina_status status;

    field->slot =
        bina_description_find(mapper->target, bina_record_text(record, BINA_MAPPED_FIELD));
    described = bina_description_field(mapper->target, field->slot);
    field->name = bina_field_name(described);
    field->required = (bina_field_flags(described) & BINA_FIELD_REQUIRED) != 0;
    if (bina_field_type(described) == BINA_TEXT && bina_field_format(described) != NULL &&
        bina_validator_find(bina_field_format(described)) != NULL)
        field->validator = bina_field_format(described);
    field->constant = bina_record_text(record, BINA_MAPPED_CONSTANT);
    field->join = bina_record_text(record, BINA_MAPPED_JOIN);
    field->split = bina_record_text(record, BINA_MAPPED_SPLIT);
    field->sum = bina_record_int(record, BINA_MAPPED_SUM) != 0;
    field->part = (int)bina_record_int(record, BINA_MAPPED_PART);
    field->how = *usual;
    if (dates != NULL)
        bina_date_order_read(dates, &field->how.order);
    if (bina_record_int(record, BINA_MAPPED_UNIT) > 0)
        field->how.unit = bina_record_int(record, BINA_MAPPED_UNIT);
    status = bind_columns(mapper, columns, field, bina_record_text(record, BINA_MAPPED_COLUMN));
    return status == BINA_OK ? bind_values(mapper, field, n) : status;
}

static bina_status
bind_missing(bina_mapper *mapper, const char *words)
{
    char word[BINA_HEADER_KEY], tidy[BINA_HEADER_KEY], *copy;

    while (next_line(&words, word, sizeof(word))) {
        bina_words_tidy(word, strlen(word), tidy);
        copy = bina_text_copy(bina_words_lower(tidy, word, sizeof(word)));
        if (copy == NULL || !bina_vector_reserve(&mapper->missing, &mapper->missing_room,
                                                 mapper->missing_count + 1, sizeof(char *))) {
            free(copy);
            return BINA_ERR_NO_MEMORY;
        }
        mapper->missing[mapper->missing_count++] = copy;
    }
    return BINA_OK;
}

static bool
is_ignored(const char *ignored, const char *key)
{
    char name[BINA_HEADER_KEY], other[BINA_HEADER_KEY];

    while (next_line(&ignored, name, sizeof(name)))
        if (strcmp(bina_header_key(name, other, sizeof(other)), key) == 0)
            return true;
    return false;
}

/* Tells of columns that go nowhere: a renamed header is a field that silently stays empty. */
static void
report_unused(const bina_mapper *mapper, const bina_description *columns, const char *ignored)
{
    char key[BINA_HEADER_KEY];
    const char *name;
    bina_error fault;
    bool used;
    size_t i, k;
    int slot;

    for (slot = 0; slot < mapper->columns; slot++) {
        name = bina_field_name(bina_description_field(columns, slot));
        used = bina_column_is_own(bina_description_field(columns, slot)) ||
               is_ignored(ignored, bina_header_key(name, key, sizeof(key)));
        for (i = 0; !used && i < mapper->count; i++)
            for (k = 0; k < mapper->fields[i].source_count; k++)
                used = used || mapper->fields[i].sources[k] == slot;
        if (used)
            continue;
        bina_error_set(&fault, BINA_ERR_INVALID, "The mapping does not use the column \"%.80s\".",
                       "Pemetaan tidak memakai kolom \"%.80s\".", name);
        bina_mapper_fault(mapper, &fault, BINA_WARNING, name, "mapping.unused", 0,
                          mapper->cells[slot]);
    }
}

static bina_status
bind_all(bina_mapper *mapper, const bina_description *columns)
{
    const bina_record *whole = bina_document_record(mapper->document, 0);
    bina_converting usual = {BINA_DATE_DMY, 1, false};
    const char *dates = bina_record_text(whole, BINA_MAPPING_DATES);
    int64_t n = BINA_NO_RECORD;
    size_t room = 0;
    bina_status status = bind_missing(mapper, bina_record_text(whole, BINA_MAPPING_MISSING));

    if (dates != NULL)
        bina_date_order_read(dates, &usual.order);
    if (bina_record_int(whole, BINA_MAPPING_UNIT) > 0)
        usual.unit = bina_record_int(whole, BINA_MAPPING_UNIT);
    while (status == BINA_OK &&
           (n = bina_document_find(mapper->document, "fields", 0, n)) != BINA_NO_RECORD) {
        if (!bina_vector_reserve(&mapper->fields, &room, mapper->count + 1,
                                 sizeof(*mapper->fields)))
            return BINA_ERR_NO_MEMORY;
        memset(&mapper->fields[mapper->count], 0, sizeof(*mapper->fields));
        status = bind_field(mapper, columns, n, &usual, &mapper->fields[mapper->count++]);
    }
    if (status == BINA_OK)
        report_unused(mapper, columns, bina_record_text(whole, BINA_MAPPING_IGNORED));
    return status;
}

bina_status
bina_mapper_new(const bina_mapping *mapping, const bina_description *columns,
                const bina_mapping_options *options, bina_error *error, bina_mapper **mapper)
{
    bina_mapper *made = calloc(1, sizeof(*made));
    bina_status status = BINA_ERR_NO_MEMORY;
    int slot;

    *mapper = NULL;
    if (made == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    made->target = bina_description_hold(mapping->target);
    made->faults = bina_faults_hold(options->faults);
    made->counts = options->counts != NULL ? options->counts : &made->own_counts;
    made->strict = options->strict;
    made->today = options->has_today ? options->today : (int64_t)(time(NULL) / 86400);
    made->columns = bina_description_count(columns);
    made->line_slot = bina_column_find_own(columns, BINA_OWN_LINE);
    made->extra_slot = bina_column_find_own(columns, BINA_OWN_EXTRA);
    made->sheet_slot = bina_column_find_own(columns, BINA_OWN_SHEET);
    made->kinds_slot = bina_column_find_own(columns, BINA_OWN_KINDS);
    made->cells = malloc(((size_t)made->columns + 1) * sizeof(*made->cells));
    for (slot = 0; made->cells != NULL && slot < made->columns; slot++)
        made->cells[slot] = bina_column_cell(columns, slot);
    made->document = copy_document(mapping->document);
    made->file = options->file != NULL ? bina_text_copy(options->file) : NULL;
    if (made->document != NULL && made->cells != NULL &&
        (options->file == NULL || made->file != NULL))
        status = bind_all(made, columns);
    if (status == BINA_OK) {
        *mapper = made;
        return BINA_OK;
    }
    bina_mapper_free(made);
    return bina_error_plain(error, status);
}

void
bina_mapper_free(bina_mapper *mapper)
{
    size_t i;

    if (mapper == NULL)
        return;
    for (i = 0; i < mapper->count; i++) {
        free(mapper->fields[i].sources);
        free(mapper->fields[i].values);
    }
    for (i = 0; i < mapper->missing_count; i++)
        free(mapper->missing[i]);
    free(mapper->fields);
    free(mapper->cells);
    free(mapper->missing);
    free(mapper->buffer);
    free(mapper->file);
    bina_document_free(mapper->document);
    bina_description_free(mapper->target);
    bina_faults_free(mapper->faults);
    free(mapper);
}
