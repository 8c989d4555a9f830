/* Documents as YAML that reads back the same, by us and by YAML 1.1 readers that guess at types. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "exchange/document.h"
#include "exchange/output.h"
#include "exchange/print.h"
#include "exchange/yaml_scalar.h"

typedef struct yaml_writer {
    const bina_document *document;
    bina_output *output;
} yaml_writer;

static bool
is_written(const bina_record *record, int slot)
{
    const bina_field *field = bina_description_field(bina_record_description(record), slot);

    return field != NULL && bina_record_is_set(record, slot) &&
           (bina_field_flags(field) &
            (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED | BINA_FIELD_RETIRED)) == 0;
}

static const char *
list_name(const bina_description *description)
{
    return bina_description_kind(description) == BINA_NO_KIND
               ? bina_description_name(description)
               : bina_description_plural(description);
}

/* A reference in the form {kind: {field: value}}. */
static void
write_link(const yaml_writer *writer, const bina_document_link *link, int depth)
{
    const bina_document_entry *entry = &writer->document->entries[link->record];
    const bina_record *key = link->key;
    const bina_description *description;
    bool first = true;
    int slot;

    if (link->target >= 0 && link->target == entry->parent)
        return; /* said by the nesting */
    if (link->target >= 0)
        key = writer->document->entries[link->target].record;
    description = bina_record_description(key);
    bina_yaml_indent(writer->output, depth);
    bina_output_text(writer->output, bina_field_name(bina_description_field(
                                         bina_record_description(entry->record), link->field)));
    bina_output_text(writer->output, ": {");
    bina_output_text(writer->output, bina_description_name(description));
    bina_output_text(writer->output, ": {");
    for (slot = 0; slot < bina_description_count(description); slot++) {
        bina_value value = bina_record_get(key, slot);
        char printed[BINA_PRINTED];
        if (!is_written(key, slot) || value.type == BINA_NULL ||
            (link->key == NULL && (bina_field_flags(bina_description_field(description, slot)) &
                                   (BINA_FIELD_KEY | BINA_FIELD_UNIQUE)) == 0))
            continue;
        bina_output_text(writer->output, first ? "" : ", ");
        first = false;
        bina_yaml_write_text(writer->output,
                             bina_field_name(bina_description_field(description, slot)));
        bina_output_text(writer->output, ": ");
        if (bina_type_held_as(value.type) == BINA_TEXT)
            bina_yaml_write_text(writer->output, value.as.text);
        else
            bina_output_text(writer->output, bina_print_value(value, printed));
    }
    bina_output_text(writer->output, "}}\n");
}

static void write_children(const yaml_writer *writer, int64_t parent, int depth);

static bool
has_children(const yaml_writer *writer, int64_t n)
{
    size_t i;

    for (i = 0; i < writer->document->count; i++)
        if (writer->document->entries[i].parent == n)
            return true;
    return false;
}

/*
 * The fields of a record but `left_out`, one a line, and what stands within it. With `item` the
 * first line is begun already ("- ").
 */
static void
write_fields(const yaml_writer *writer, int64_t n, int left_out, int depth, bool item)
{
    const bina_record *record = writer->document->entries[n].record;
    const bina_description *description = bina_record_description(record);
    bool first = item;
    size_t i;
    int slot;

    for (slot = 0; slot < bina_description_count(description); slot++) {
        if (slot == left_out || !is_written(record, slot))
            continue;
        if (!first)
            bina_yaml_indent(writer->output, depth);
        first = false;
        bina_yaml_write_text(writer->output,
                             bina_field_name(bina_description_field(description, slot)));
        bina_output_char(writer->output, ':');
        bina_yaml_write_value(writer->output, record, slot, depth);
    }
    if (first) /* a list's item must have something on its line */
        bina_output_text(writer->output, has_children(writer, n) ? "\n" : "{}\n");
    for (i = 0; i < writer->document->link_count; i++)
        if (writer->document->links[i].record == n)
            write_link(writer, &writer->document->links[i], depth);
    write_children(writer, n, depth);
}

/* The field of the key if the records of a description within a parent can be written as a map. */
static int
map_slot(const yaml_writer *writer, const bina_description *description, int64_t parent)
{
    const bina_document *document = writer->document;
    int slot = -1, i;
    size_t a, b;

    if (bina_description_kind(description) != BINA_NO_KIND)
        return -1;
    for (i = 0; i < bina_description_count(description) && slot < 0; i++)
        if (bina_field_flags(bina_description_field(description, i)) & BINA_FIELD_KEY)
            slot = i;
    for (a = 0; slot >= 0 && a < document->count; a++) {
        const char *key = bina_record_text(document->entries[a].record, slot < 0 ? 0 : slot);
        if (document->entries[a].parent != parent ||
            bina_record_description(document->entries[a].record) != description)
            continue;
        if (key == NULL || key[0] == '\0')
            return -1;
        for (b = 0; b < a; b++)
            if (document->entries[b].parent == parent &&
                bina_record_description(document->entries[b].record) == description &&
                strcmp(bina_record_text(document->entries[b].record, slot), key) == 0)
                return -1;
    }
    return slot;
}

/* Whether a record says nothing but its key and the field behind it. */
static bool
is_pair(const yaml_writer *writer, int64_t n, int key)
{
    const bina_record *record = writer->document->entries[n].record;
    int slot;

    for (slot = 0; slot < bina_description_count(bina_record_description(record)); slot++)
        if (slot != key && slot != key + 1 && is_written(record, slot))
            return false;
    return !has_children(writer, n);
}

static void
write_by_key(const yaml_writer *writer, int64_t n, int key, int depth)
{
    const bina_record *record = writer->document->entries[n].record;
    int count = bina_description_count(bina_record_description(record));

    bina_yaml_indent(writer->output, depth);
    bina_yaml_write_text(writer->output, bina_record_text(record, key));
    bina_output_char(writer->output, ':');
    if (!is_pair(writer, n, key)) {
        bina_output_char(writer->output, '\n');
        write_fields(writer, n, key, depth + 1, false);
    } else if (key + 1 < count) {
        bina_yaml_write_value(writer->output, record, key + 1, depth);
    } else {
        bina_output_text(writer->output, " null\n");
    }
}

/* A line of comment; a doc of several lines stays one. */
static void
write_comment(bina_output *output, const char *before, const char *name, const char *doc)
{
    bina_output_text(output, "# ");
    bina_output_text(output, before);
    bina_output_text(output, name);
    bina_output_text(output, ": ");
    for (; *doc != '\0'; doc++)
        bina_output_char(output, *doc == '\n' ? ' ' : *doc);
    bina_output_char(output, '\n');
}

/* What a list of settings and each of their fields mean: so that the file explains itself. */
static void
write_meaning(bina_output *output, const bina_description *description)
{
    const char *doc = bina_description_doc(description);

    if (doc == NULL || doc[0] == '\0')
        return;
    write_comment(output, "", bina_description_name(description), doc);
    for (int slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        doc = bina_field_doc(field);
        if (doc != NULL && doc[0] != '\0')
            write_comment(output, "  ", bina_field_name(field), doc);
    }
}

/* Writes what stands within a record (BINA_NO_RECORD: on top), description by description. */
static void
write_children(const yaml_writer *writer, int64_t parent, int depth)
{
    const bina_document *document = writer->document;
    const bina_description *description;
    size_t a, b;
    int key;

    for (a = 0; a < document->count; a++) {
        description = bina_record_description(document->entries[a].record);
        if (document->entries[a].parent != parent)
            continue;
        for (b = 0; b < a; b++)
            if (document->entries[b].parent == parent &&
                bina_record_description(document->entries[b].record) == description)
                break;
        if (b < a)
            continue; /* not the first of its description */
        key = map_slot(writer, description, parent);
        if (key < 0 && depth == 0 && bina_description_kind(description) == BINA_NO_KIND)
            write_meaning(writer->output, description);
        bina_yaml_indent(writer->output, depth);
        bina_yaml_write_text(writer->output, list_name(description));
        bina_output_text(writer->output, ":\n");
        for (b = a; b < document->count; b++) {
            if (document->entries[b].parent != parent ||
                bina_record_description(document->entries[b].record) != description)
                continue;
            if (key >= 0) {
                write_by_key(writer, (int64_t)b, key, depth + 1);
                continue;
            }
            bina_yaml_indent(writer->output, depth + 1);
            bina_output_text(writer->output, "- ");
            write_fields(writer, (int64_t)b, -1, depth + 2, true);
        }
    }
}

static void
write_document(const bina_document *document, bina_output *output)
{
    yaml_writer writer = {document, output};
    int64_t only = BINA_NO_RECORD;
    size_t i, tops = 0;

    for (i = 0; i < document->count; i++)
        if (document->entries[i].parent == BINA_NO_RECORD) {
            tops++;
            only = (int64_t)i;
        }
    if (tops == 1 && !document->listed &&
        bina_description_kind(bina_record_description(document->entries[only].record)) ==
            BINA_NO_KIND)
        write_fields(&writer, only, -1, 0, false);
    else
        write_children(&writer, BINA_NO_RECORD, 0);
}

bina_status
bina_yaml_write(const bina_document *document, const char *path, bina_error *error)
{
    bina_output *output;
    bina_status status = bina_output_open(path, error, &output);

    if (status != BINA_OK)
        return status;
    write_document(document, output);
    return bina_output_finish(output, error);
}

bina_status
bina_yaml_print(const bina_document *document, bina_error *error, char **text)
{
    bina_output *output;
    bina_status status = bina_output_open_memory(error, &output);

    *text = NULL;
    if (status != BINA_OK)
        return status;
    write_document(document, output);
    return bina_output_finish_memory(output, error, text);
}
