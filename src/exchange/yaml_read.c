/* Records out of a YAML tree: what each key names. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "exchange/faults.h"
#include "exchange/input.h"
#include "exchange/yaml_reader.h"

#define FILE_LIMIT ((size_t)64 * 1024 * 1024)

static const bina_description *
find_description(const bina_yaml_reader *reader, const char *name)
{
    size_t i;

    if (reader->descriptions == NULL)
        return bina_kind_description(bina_kind_find(name));
    for (i = 0; i < reader->count; i++)
        if (strcmp(bina_description_name(reader->descriptions[i]), name) == 0 ||
            strcmp(bina_description_plural(reader->descriptions[i]), name) == 0)
            return reader->descriptions[i];
    return NULL;
}

/* The field that a map's keys, or a lone text, give: the first of the natural key, else the first.
 */
static int
key_slot(const bina_description *description, bool *declared)
{
    int i;

    for (i = 0; i < bina_description_count(description); i++)
        if (bina_field_flags(bina_description_field(description, i)) & BINA_FIELD_KEY) {
            *declared = true;
            return i;
        }
    *declared = false;
    return 0;
}

/* A compiled kind within another refers to it: by the field called as the kind, else the first. */
static bool
link_to_parent(bina_yaml_reader *reader, int64_t n, int64_t parent)
{
    const bina_description *description = bina_record_description(bina_yaml_record(reader, n));
    const bina_description *outer = bina_record_description(bina_yaml_record(reader, parent));
    int kind = bina_description_kind(outer), slot, i;

    if (bina_description_kind(description) == BINA_NO_KIND || kind == BINA_NO_KIND)
        return true;
    slot = bina_description_find(description, bina_description_name(outer));
    if (slot < 0 || !bina_field_refers_to(bina_description_field(description, slot), kind))
        slot = -1;
    for (i = 0; slot < 0 && i < bina_description_count(description); i++)
        if (bina_field_refers_to(bina_description_field(description, i), kind) &&
            strcmp(bina_field_name(bina_description_field(description, i)), "merged_into") != 0)
            slot = i;
    if (slot < 0)
        return false;
    reader->document->entries[n].fields[slot] = reader->document->entries[n].place;
    if (bina_document_link_to(reader->document, n, slot, parent, NULL) != BINA_OK)
        bina_yaml_out_of_memory(reader);
    return true;
}

static void
check_required(bina_yaml_reader *reader, int64_t n, const bina_node *node)
{
    const bina_record *record = bina_yaml_record(reader, n);
    const bina_description *description = bina_record_description(record);
    int slot;

    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        /* What has a place was there, whatever became of it. */
        if ((bina_field_flags(field) & BINA_FIELD_REQUIRED) != 0 &&
            (bina_field_flags(field) & BINA_FIELD_STORE_SET) == 0 &&
            reader->document->entries[n].fields[slot].line == 0)
            bina_yaml_complain(reader, node, bina_description_name(description),
                               bina_field_name(field), "required",
                               "A field that is required is missing.", "Isian wajib tidak ada.");
    }
}

static void read_records(bina_yaml_reader *reader, const bina_description *description,
                         const bina_node *name, const bina_node *node, int64_t parent);

/*
 * Reads a map as a record. With `given`, the field `key` has that value, which stood before the
 * map; and then `node` may also be just the value of the field behind it.
 */
int64_t
bina_yaml_read_record(bina_yaml_reader *reader, const bina_description *description,
                      const bina_node *node, int64_t parent, int key, const bina_node *given)
{
    const bina_node *place = given != NULL ? given : node, *name;
    const bina_description *inner;
    int64_t n;
    int slot;

    if (reader->bad != BINA_OK)
        return BINA_NO_RECORD;
    if (bina_document_begin(reader->document, description, parent,
                            (bina_place){place->line, place->column}, &n) != BINA_OK) {
        bina_yaml_out_of_memory(reader);
        return BINA_NO_RECORD;
    }
    if (parent != BINA_NO_RECORD && !link_to_parent(reader, n, parent))
        bina_yaml_complain(reader, place, bina_description_name(description), NULL, "yaml.nesting",
                           "Records of this kind cannot stand within those of the other.",
                           "Data jenis ini tidak dapat berada di dalam jenis itu.");
    if (given != NULL)
        bina_yaml_read_field(reader, n, key, given);
    if (node->shape == BINA_NODE_MAP) {
        for (name = node->first; name != NULL && reader->bad == BINA_OK; name = name->next->next) {
            slot = bina_yaml_find_field(description, name->text);
            inner = slot < 0 ? find_description(reader, name->text) : NULL;
            if (slot >= 0)
                bina_yaml_read_field(reader, n, slot, name->next);
            else if (inner != NULL)
                read_records(reader, inner, name, name->next, n);
            else
                bina_yaml_unknown(reader, name, description);
        }
    } else if (given != NULL && key + 1 < bina_description_count(description)) {
        if (!bina_node_is_null(node))
            bina_yaml_read_field(reader, n, key + 1, node);
    } else if (given == NULL && node->shape == BINA_NODE_SCALAR) {
        bina_yaml_read_field(reader, n, key, node);
    } else {
        bina_yaml_shape(reader, node, BINA_NODE_MAP, bina_description_name(description), NULL);
    }
    check_required(reader, n, place);
    return n;
}

/* Reads the records of a description: a list, one record, or a map by their key. */
static void
read_records(bina_yaml_reader *reader, const bina_description *description, const bina_node *name,
             const bina_node *node, int64_t parent)
{
    bool declared, one;
    int key = key_slot(description, &declared);
    const bina_node *item;

    if (bina_description_flags(description) & (BINA_KIND_REFERENCE | BINA_KIND_JOURNAL)) {
        bina_yaml_complain(reader, node, bina_description_name(description), NULL, "yaml.not_yours",
                           "Records of this kind are not written by hand.",
                           "Data jenis ini tidak ditulis dengan tangan.");
        return;
    }
    if (bina_node_is_null(node))
        return;
    if (node->shape == BINA_NODE_SCALAR) {
        bina_yaml_shape(reader, node, BINA_NODE_MAP, bina_description_name(description), NULL);
        return;
    }
    if (node->shape == BINA_NODE_LIST) {
        for (item = node->first; item != NULL && reader->bad == BINA_OK; item = item->next) {
            if (item->shape == BINA_NODE_MAP ||
                (item->shape == BINA_NODE_SCALAR &&
                 bina_description_kind(description) == BINA_NO_KIND))
                bina_yaml_read_record(reader, description, item, parent, key, NULL);
            else
                bina_yaml_shape(reader, item, BINA_NODE_MAP, bina_description_name(description),
                                NULL);
        }
        return;
    }
    /* By its singular name it is one record; descriptions made at run time tell by their key. */
    one = bina_description_kind(description) != BINA_NO_KIND
              ? strcmp(name->text, bina_description_name(description)) == 0
              : !declared;
    if (one) {
        bina_yaml_read_record(reader, description, node, parent, key, NULL);
        return;
    }
    for (item = node->first; item != NULL && reader->bad == BINA_OK; item = item->next->next)
        bina_yaml_read_record(reader, description, item->next, parent, key, item);
}

/* Whether the whole map is one record of the first description. */
static bool
is_whole(const bina_yaml_reader *reader, const bina_node *map)
{
    const bina_node *key;

    if (reader->descriptions == NULL || reader->count == 0)
        return false;
    for (key = map->first; key != NULL; key = key->next->next)
        if (bina_yaml_find_field(reader->descriptions[0], key->text) >= 0 &&
            find_description(reader, key->text) == NULL)
            return true;
    return false;
}

static void
read_top(bina_yaml_reader *reader, const bina_node *node)
{
    const bina_description *description;
    const bina_node *name;

    if (bina_node_is_null(node))
        return;
    if (node->shape != BINA_NODE_MAP) {
        bina_yaml_shape(reader, node, BINA_NODE_MAP, NULL, NULL);
        return;
    }
    if (is_whole(reader, node)) {
        bina_yaml_read_record(reader, reader->descriptions[0], node, BINA_NO_RECORD, -1, NULL);
        return;
    }
    reader->document->listed = true;
    for (name = node->first; name != NULL && reader->bad == BINA_OK; name = name->next->next) {
        description = find_description(reader, name->text);
        if (description == NULL)
            bina_yaml_unknown(reader, name, NULL);
        else
            read_records(reader, description, name, name->next, BINA_NO_RECORD);
    }
}

/* What the records themselves remember of their filling, such as memory that was out. */
static void
check_records(bina_yaml_reader *reader)
{
    bina_error fault;
    size_t i;

    for (i = 0; i < reader->document->count && reader->bad == BINA_OK; i++) {
        bina_status status = bina_record_check(reader->document->entries[i].record, &fault);
        if (status == BINA_ERR_NO_MEMORY) {
            bina_yaml_out_of_memory(reader);
        } else if (status != BINA_OK) {
            bina_error_in_file(&fault, reader->document->file,
                               reader->document->entries[i].place.line,
                               reader->document->entries[i].place.column);
            bina_faults_add(reader->faults, &fault);
            if (bina_error_status(reader->error) == BINA_OK)
                bina_error_copy(reader->error, &fault);
        }
    }
}

static bina_status
read_tree(bina_yaml_reader *reader, const bina_tree *tree)
{
    const bina_node *top;

    for (top = bina_tree_root(tree)->first; top != NULL; top = top->next)
        read_top(reader, top);
    check_records(reader);
    if (reader->bad == BINA_OK)
        reader->bad = bina_document_resolve(reader->document);
    if (reader->bad != BINA_OK)
        return bina_error_plain(reader->error, reader->bad);
    return bina_error_status(reader->error) == BINA_OK ? BINA_OK : BINA_ERR_INVALID;
}

static bina_status
read_input(bina_input *input, const bina_description *const *descriptions, size_t n,
           bina_faults *faults, bina_error *error, bina_document **document)
{
    bina_yaml_reader reader = {0};
    bina_tree *tree = NULL;
    bina_error own;
    char *bytes = NULL;
    size_t length = 0;
    bina_status status;

    reader.descriptions = descriptions;
    reader.count = n;
    reader.faults = faults;
    reader.error = error != NULL ? error : &own;
    bina_error_clear(reader.error);
    status = bina_input_read_all(input, FILE_LIMIT, &bytes, &length, reader.error);
    if (status != BINA_OK)
        goto out;
    status = bina_tree_read(bytes, length, bina_input_name(input), reader.error, &tree);
    if (status == BINA_ERR_SYNTAX)
        bina_faults_add(faults, reader.error);
    if (status != BINA_OK)
        goto out;
    reader.document = bina_document_new();
    if (reader.document != NULL)
        reader.document->file = bina_text_copy(bina_input_name(input));
    status = reader.document != NULL && reader.document->file != NULL
                 ? read_tree(&reader, tree)
                 : bina_error_plain(reader.error, BINA_ERR_NO_MEMORY);
    if (status == BINA_OK)
        *document = reader.document;
    else
        bina_document_free(reader.document);
out:
    bina_tree_free(tree);
    free(bytes);
    bina_input_close(input);
    return status;
}

bina_status
bina_yaml_read(const char *path, const bina_description *const *descriptions, size_t n,
               bina_faults *faults, bina_error *error, bina_document **document)
{
    bina_input *input;
    bina_status status = bina_input_open(path, error, &input);

    *document = NULL;
    return status == BINA_OK ? read_input(input, descriptions, n, faults, error, document) : status;
}

bina_status
bina_yaml_read_bytes(const char *bytes, size_t length, const bina_description *const *descriptions,
                     size_t n, bina_faults *faults, bina_error *error, bina_document **document)
{
    bina_input *input;
    bina_status status = bina_input_open_bytes(bytes, length, error, &input);

    *document = NULL;
    return status == BINA_OK ? read_input(input, descriptions, n, faults, error, document) : status;
}
