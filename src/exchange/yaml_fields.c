/* Values of fields out of YAML: scalars, lists of lines, and complaints about them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "exchange/convert.h"
#include "exchange/faults.h"
#include "exchange/yaml_reader.h"

static const bina_converting plainly = {BINA_DATE_DMY, 1, true};

/* ---- complaints ---- */

void
bina_yaml_fault(bina_yaml_reader *reader, bina_error *fault, const bina_node *node,
                const char *kind, const char *field, const char *rule)
{
    bina_error_at(fault, kind, field, rule);
    bina_error_in_file(fault, reader->document->file, node->line, node->column);
    bina_faults_add(reader->faults, fault);
    if (bina_error_status(reader->error) == BINA_OK)
        bina_error_copy(reader->error, fault);
}

void
bina_yaml_complain(bina_yaml_reader *reader, const bina_node *node, const char *kind,
                   const char *field, const char *rule, const char *english, const char *indonesian)
{
    bina_error fault;

    bina_error_set(&fault, BINA_ERR_INVALID, english, indonesian);
    bina_yaml_fault(reader, &fault, node, kind, field, rule);
}

void
bina_yaml_shape(bina_yaml_reader *reader, const bina_node *node, bina_node_shape wanted,
                const char *kind, const char *field)
{
    bool text = wanted == BINA_NODE_SCALAR;

    bina_yaml_complain(
        reader, node, kind, field, "yaml.shape",
        text ? "A text was expected here, not a list or a map."
             : "A map was expected here: names with a colon, such as \"name: value\".",
        text ? "Di sini seharusnya teks, bukan daftar atau peta."
             : "Di sini seharusnya peta: nama dengan titik dua, misalnya "
               "\"nama: nilai\".");
}

/* The field or, at the top, the kind of record that was meant, when it is but a slip away. */
static const char *
find_near(const bina_yaml_reader *reader, const bina_description *description, const char *name)
{
    int fields = description != NULL ? bina_description_count(description) : 0;
    size_t kinds = description == NULL && reader->descriptions != NULL ? reader->count : 0;

    for (int i = 0; i < fields; i++) {
        const bina_field *field = bina_description_field(description, i);
        if (field != NULL && bina_text_one_slip(bina_field_name(field), name))
            return bina_field_name(field);
    }
    for (size_t i = 0; i < kinds; i++)
        if (bina_text_one_slip(bina_description_name(reader->descriptions[i]), name))
            return bina_description_name(reader->descriptions[i]);
    return NULL;
}

/* Complains of a kind of record that is not there: few that are there are named. */
static void
set_unknown_kind(const bina_yaml_reader *reader, bina_error *fault, const char *name)
{
    char known[256] = "";
    size_t used = 0;

    for (size_t i = 0; reader->descriptions != NULL && reader->count <= 10 && i < reader->count;
         i++)
        if (used < sizeof known)
            used += (size_t)snprintf(known + used, sizeof known - used, "%s%s", i == 0 ? "" : ", ",
                                     bina_description_name(reader->descriptions[i]));
    bina_text_trim_partial(known);
    if (used > 0)
        bina_error_set(fault, BINA_ERR_INVALID,
                       "There is no kind of record called \"%.64s\"; there are: %s.",
                       "Tidak ada jenis data bernama \"%.64s\"; yang ada: %s.", name, known);
    else
        bina_error_set(fault, BINA_ERR_INVALID, "There is no kind of record called \"%.64s\".",
                       "Tidak ada jenis data bernama \"%.64s\".", name);
}

void
bina_yaml_unknown(bina_yaml_reader *reader, const bina_node *key,
                  const bina_description *description)
{
    const char *near = find_near(reader, description, key->text);
    bina_error fault;

    if (description == NULL && near == NULL)
        set_unknown_kind(reader, &fault, key->text);
    else if (description == NULL)
        bina_error_set(&fault, BINA_ERR_INVALID,
                       "There is no kind of record called \"%.64s\"; did you mean \"%s\"?",
                       "Tidak ada jenis data bernama \"%.64s\"; maksudnya \"%s\"?", key->text,
                       near);
    else if (near == NULL)
        bina_error_set(&fault, BINA_ERR_INVALID, "There is no field called \"%.64s\" here.",
                       "Tidak ada isian bernama \"%.64s\" di sini.", key->text);
    else
        bina_error_set(&fault, BINA_ERR_INVALID,
                       "There is no field called \"%.64s\" here; did you mean \"%s\"?",
                       "Tidak ada isian bernama \"%.64s\" di sini; maksudnya \"%s\"?", key->text,
                       near);
    bina_yaml_fault(reader, &fault, key,
                    description != NULL ? bina_description_name(description) : NULL, NULL,
                    "yaml.unknown");
}

void
bina_yaml_out_of_memory(bina_yaml_reader *reader)
{
    reader->bad = BINA_ERR_NO_MEMORY;
}

/* ---- values ---- */

int
bina_yaml_find_field(const bina_description *description, const char *name)
{
    int slot = bina_description_find(description, name), i;

    for (i = 0; slot < 0 && i < bina_description_count(description); i++) {
        const bina_field *field = bina_description_field(description, i);
        const char *label = field != NULL ? bina_field_label(field, BINA_INDONESIAN) : NULL;
        if (label != NULL && bina_text_equal_nocase(label, name))
            slot = i;
    }
    return slot;
}

bina_record *
bina_yaml_record(const bina_yaml_reader *reader, int64_t n)
{
    return reader->document->entries[n].record;
}

const char *
bina_yaml_kind(const bina_record *record)
{
    return bina_description_name(bina_record_description(record));
}

void
bina_yaml_read_scalar(bina_yaml_reader *reader, bina_record *record, int slot, const char *text,
                      size_t length, const bina_node *node)
{
    const bina_field *field = bina_description_field(bina_record_description(record), slot);
    bina_verdict verdict = {0};
    bina_error fault;

    if (length == 0 && bina_field_type(field) == BINA_TEXT) {
        bina_set_text(record, slot, "");
        return;
    }
    if (bina_convert(record, slot, text, length, &plainly, &verdict) && verdict.rule == NULL)
        return;
    bina_unset(record, slot);
    if (verdict.rule == NULL)
        bina_verdict_set(&verdict, BINA_ERROR, "yaml.value", "The field cannot take this value.",
                         "Isian tidak dapat menerima nilai ini.");
    bina_error_set(&fault, BINA_ERR_INVALID, verdict.english, verdict.indonesian);
    bina_yaml_fault(reader, &fault, node, bina_yaml_kind(record), bina_field_name(field),
                    verdict.rule);
}

/* A list of scalars as one text with a line for each. */
static void
read_lines(bina_yaml_reader *reader, bina_record *record, int slot, const bina_node *list)
{
    const bina_field *field = bina_description_field(bina_record_description(record), slot);
    const bina_node *item;
    size_t room = 1, used = 0;
    char *lines;

    for (item = list->first; item != NULL; item = item->next) {
        if (item->shape != BINA_NODE_SCALAR || strchr(item->text, '\n') != NULL) {
            bina_yaml_shape(reader, item, BINA_NODE_SCALAR, bina_yaml_kind(record),
                            bina_field_name(field));
            return;
        }
        room += item->length + 1;
    }
    lines = malloc(room);
    if (lines == NULL) {
        bina_yaml_out_of_memory(reader);
        return;
    }
    for (item = list->first; item != NULL; item = item->next) {
        if (item != list->first)
            lines[used++] = '\n';
        memcpy(lines + used, item->text, item->length);
        used += item->length;
    }
    lines[used] = '\0';
    bina_set_text(record, slot, lines);
    free(lines);
}

void
bina_yaml_read_field(bina_yaml_reader *reader, int64_t n, int slot, const bina_node *node)
{
    bina_record *record = bina_yaml_record(reader, n);
    const bina_field *field = bina_description_field(bina_record_description(record), slot);

    reader->document->entries[n].fields[slot].line = node->line;
    reader->document->entries[n].fields[slot].column = node->column;
    if (bina_field_flags(field) & (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED | BINA_FIELD_RETIRED))
        bina_yaml_complain(reader, node, bina_yaml_kind(record), bina_field_name(field),
                           "yaml.not_yours",
                           "The field is set by the store or by a rule; leave it out.",
                           "Isian ini diisi oleh sistem; hapus dari berkas.");
    else if (bina_node_is_null(node))
        bina_set_null(record, slot);
    else if (bina_field_type(field) == BINA_REF)
        bina_yaml_read_reference(reader, n, slot, node);
    else if (node->shape == BINA_NODE_SCALAR)
        bina_yaml_read_scalar(reader, record, slot, node->text, node->length, node);
    else if (node->shape == BINA_NODE_LIST && bina_field_type(field) == BINA_TEXT)
        read_lines(reader, record, slot, node);
    else
        bina_yaml_shape(reader, node, BINA_NODE_SCALAR, bina_yaml_kind(record),
                        bina_field_name(field));
}
