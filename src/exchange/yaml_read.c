/* Records out of a YAML tree: what each key names and each value says. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "exchange/convert.h"
#include "exchange/document.h"
#include "exchange/faults.h"
#include "exchange/input.h"
#include "exchange/yaml_events.h"

#define FILE_LIMIT ((size_t)64 * 1024 * 1024)

typedef struct yaml_reader {
    bina_document *document;
    const bina_description *const *descriptions; /* NULL: the compiled kinds */
    size_t count;
    bina_faults *faults;
    bina_error *error; /* the first fault, never NULL */
    bina_status bad;   /* memory is out */
} yaml_reader;

static const bina_converting plainly = {BINA_DATE_DMY, 1, true};

/* ---- complaints ---- */

static void
add_fault(yaml_reader *reader, bina_error *fault, const bina_node *node, const char *kind,
          const char *field, const char *rule)
{
    bina_error_at(fault, kind, field, rule);
    bina_error_in_file(fault, reader->document->file, node->line, node->column);
    bina_faults_add(reader->faults, fault);
    if (bina_error_status(reader->error) == BINA_OK)
        bina_error_copy(reader->error, fault);
}

static void
complain(yaml_reader *reader, const bina_node *node, const char *kind, const char *field,
         const char *rule, const char *english, const char *indonesian)
{
    bina_error fault;

    bina_error_set(&fault, BINA_ERR_INVALID, english, indonesian);
    add_fault(reader, &fault, node, kind, field, rule);
}

static void
complain_shape(yaml_reader *reader, const bina_node *node, const char *kind, const char *field)
{
    complain(reader, node, kind, field, "yaml.shape",
             "The value has the wrong shape: text, list or map.",
             "Bentuk nilai keliru: teks, daftar, atau peta.");
}

static void
complain_unknown(yaml_reader *reader, const bina_node *key, const char *kind)
{
    bina_error fault;

    if (kind == NULL)
        bina_error_set(&fault, BINA_ERR_INVALID, "There is no kind of record called \"%.64s\".",
                       "Tidak ada jenis data bernama \"%.64s\".", key->text);
    else
        bina_error_set(&fault, BINA_ERR_INVALID, "There is no field called \"%.64s\" here.",
                       "Tidak ada isian bernama \"%.64s\" di sini.", key->text);
    add_fault(reader, &fault, key, kind, NULL, "yaml.unknown");
}

static void
out_of_memory(yaml_reader *reader)
{
    reader->bad = BINA_ERR_NO_MEMORY;
}

/* ---- names ---- */

static const bina_description *
find_description(const yaml_reader *reader, const char *name)
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

static int
find_field(const bina_description *description, const char *name)
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

/* ---- values ---- */

static bina_record *
record_at(const yaml_reader *reader, int64_t n)
{
    return reader->document->entries[n].record;
}

static const char *
kind_name(const bina_record *record)
{
    return bina_description_name(bina_record_description(record));
}

static void
read_scalar(yaml_reader *reader, bina_record *record, int slot, const char *text, size_t length,
            const bina_node *node)
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
    add_fault(reader, &fault, node, kind_name(record), bina_field_name(field), verdict.rule);
}

/* A list of scalars as one text with a line for each. */
static void
read_lines(yaml_reader *reader, bina_record *record, int slot, const bina_node *list)
{
    const bina_field *field = bina_description_field(bina_record_description(record), slot);
    const bina_node *item;
    size_t room = 1, used = 0;
    char *lines;

    for (item = list->first; item != NULL; item = item->next) {
        if (item->shape != BINA_NODE_SCALAR || strchr(item->text, '\n') != NULL) {
            complain_shape(reader, item, kind_name(record), bina_field_name(field));
            return;
        }
        room += item->length + 1;
    }
    lines = malloc(room);
    if (lines == NULL) {
        out_of_memory(reader);
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

/* ---- references ---- */

static int64_t read_record(yaml_reader *reader, const bina_description *description,
                           const bina_node *node, int64_t parent, int key, const bina_node *given);

/* Whether every key of a map is a field of a kind; tells whether key fields and others are there.
 */
static bool
fits(const bina_description *description, const bina_node *map, bool *keyed, bool *more)
{
    const bina_node *key;
    int slot;

    *keyed = *more = false;
    for (key = map->first; key != NULL; key = key->next->next) {
        slot = find_field(description, key->text);
        if (slot < 0) {
            const bina_description *inner = bina_kind_description(bina_kind_find(key->text));
            if (inner == NULL)
                return false;
            *more = true;
        } else if (bina_field_flags(bina_description_field(description, slot)) &
                   (BINA_FIELD_KEY | BINA_FIELD_UNIQUE)) {
            *keyed = true;
        } else {
            *more = true;
        }
    }
    return true;
}

/* Which of the kinds that a field may refer to a map describes best; NULL if none. */
static const bina_description *
choose_target(const bina_field *field, const bina_node *map, bool *defines)
{
    const bina_description *target, *chosen = NULL;
    bool keyed, more;
    int i, kind;

    *defines = false;
    for (i = 0; (kind = bina_field_target(field, i)) != BINA_NO_KIND; i++) {
        target = bina_kind_description(kind);
        if (target == NULL || !fits(target, map, &keyed, &more))
            continue;
        if (keyed) {
            *defines = more;
            return target;
        }
        if (chosen == NULL)
            chosen = target;
    }
    return chosen;
}

static void
read_key_map(yaml_reader *reader, int64_t n, int slot, const bina_description *target,
             const bina_node *map)
{
    bina_record *key = bina_record_new_of(target);
    const bina_node *name;
    int at;

    if (key == NULL) {
        out_of_memory(reader);
        return;
    }
    for (name = map->first; name != NULL; name = name->next->next) {
        at = find_field(target, name->text);
        if (at < 0)
            complain_unknown(reader, name, bina_description_name(target));
        else if (name->next->shape != BINA_NODE_SCALAR ||
                 bina_field_type(bina_description_field(target, at)) == BINA_REF)
            complain_shape(reader, name->next, bina_description_name(target), name->text);
        else
            read_scalar(reader, key, at, name->next->text, name->next->length, name->next);
    }
    if (bina_document_link_to(reader->document, n, slot, BINA_NO_RECORD, key) != BINA_OK)
        out_of_memory(reader);
}

static void
read_reference_map(yaml_reader *reader, int64_t n, int slot, const bina_node *node)
{
    const char *kind = kind_name(record_at(reader, n));
    const bina_field *field =
        bina_description_field(bina_record_description(record_at(reader, n)), slot);
    const bina_description *target = NULL;
    const bina_node *value = node->count == 1 ? node->first->next : NULL;
    bool defines, keyed, more;
    int named;
    int64_t defined;

    if (value != NULL && strcmp(node->first->text, "id") == 0) {
        read_scalar(reader, record_at(reader, n), slot, value->text, value->length, value);
        return;
    }
    /* "party: {person: {name: X}}" names the kind. */
    named = value != NULL && value->shape == BINA_NODE_MAP ? bina_kind_find(node->first->text)
                                                           : BINA_NO_KIND;
    if (named != BINA_NO_KIND && bina_field_refers_to(field, named)) {
        target = bina_kind_description(named);
        node = value;
        fits(target, node, &keyed, &more);
        defines = keyed && more;
    } else {
        target = choose_target(field, node, &defines);
    }
    if (target == NULL) {
        complain(reader, node, kind, bina_field_name(field), "yaml.reference",
                 "None of the kinds that the field may refer to has these fields.",
                 "Tidak ada jenis data rujukan yang mempunyai isian ini.");
        return;
    }
    if (!defines) {
        read_key_map(reader, n, slot, target, node);
        return;
    }
    defined = read_record(reader, target, node, BINA_NO_RECORD, -1, NULL);
    if (defined != BINA_NO_RECORD &&
        bina_document_link_to(reader->document, n, slot, defined, NULL) != BINA_OK)
        out_of_memory(reader);
}

/* The only kind a field may refer to that a lone text can name, and by which of its fields. */
static const bina_description *
only_named_target(const bina_field *field, int *key)
{
    const bina_description *target, *found = NULL;
    int i, kind, slot, keys;

    for (i = 0; (kind = bina_field_target(field, i)) != BINA_NO_KIND; i++) {
        target = bina_kind_description(kind);
        for (slot = 0, keys = 0; target != NULL && slot < bina_description_count(target); slot++)
            if (bina_field_flags(bina_description_field(target, slot)) & BINA_FIELD_KEY) {
                keys++;
                *key = slot;
            }
        if (keys != 1)
            continue;
        if (found != NULL)
            return NULL;
        found = target;
    }
    for (slot = 0; found != NULL && slot < bina_description_count(found); slot++)
        if (bina_field_flags(bina_description_field(found, slot)) & BINA_FIELD_KEY)
            *key = slot;
    return found;
}

static void
read_reference(yaml_reader *reader, int64_t n, int slot, const bina_node *node)
{
    bina_record *record = record_at(reader, n);
    const bina_field *field = bina_description_field(bina_record_description(record), slot);
    const bina_description *target;
    bina_record *key;
    int at;

    if (node->shape == BINA_NODE_LIST) {
        complain_shape(reader, node, kind_name(record), bina_field_name(field));
        return;
    }
    if (node->shape == BINA_NODE_MAP) {
        read_reference_map(reader, n, slot, node);
        return;
    }
    target = only_named_target(field, &at);
    if (target == NULL) {
        if (strspn(node->text, "0123456789") == node->length)
            read_scalar(reader, record, slot, node->text, node->length, node);
        else
            complain(reader, node, kind_name(record), bina_field_name(field), "yaml.reference",
                     "Say which kind and field names it, as in {person: {name: ...}}.",
                     "Sebutkan jenis dan isian penamanya, seperti {person: {name: ...}}.");
        return;
    }
    key = bina_record_new_of(target);
    if (key == NULL) {
        out_of_memory(reader);
        return;
    }
    read_scalar(reader, key, at, node->text, node->length, node);
    if (bina_document_link_to(reader->document, n, slot, BINA_NO_RECORD, key) != BINA_OK)
        out_of_memory(reader);
}

/* ---- records ---- */

static void
read_field(yaml_reader *reader, int64_t n, int slot, const bina_node *node)
{
    bina_record *record = record_at(reader, n);
    const bina_field *field = bina_description_field(bina_record_description(record), slot);

    reader->document->entries[n].fields[slot].line = node->line;
    reader->document->entries[n].fields[slot].column = node->column;
    if (bina_field_flags(field) & (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED | BINA_FIELD_RETIRED))
        complain(reader, node, kind_name(record), bina_field_name(field), "yaml.not_yours",
                 "The field is set by the store or by a rule; leave it out.",
                 "Isian ini diisi oleh sistem; hapus dari berkas.");
    else if (bina_node_is_null(node))
        bina_set_null(record, slot);
    else if (bina_field_type(field) == BINA_REF)
        read_reference(reader, n, slot, node);
    else if (node->shape == BINA_NODE_SCALAR)
        read_scalar(reader, record, slot, node->text, node->length, node);
    else if (node->shape == BINA_NODE_LIST && bina_field_type(field) == BINA_TEXT)
        read_lines(reader, record, slot, node);
    else
        complain_shape(reader, node, kind_name(record), bina_field_name(field));
}

/* A compiled kind within another refers to it: by the field called as the kind, else the first. */
static bool
link_to_parent(yaml_reader *reader, int64_t n, int64_t parent)
{
    const bina_description *description = bina_record_description(record_at(reader, n));
    const bina_description *outer = bina_record_description(record_at(reader, parent));
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
        out_of_memory(reader);
    return true;
}

static void
check_required(yaml_reader *reader, int64_t n, const bina_node *node)
{
    const bina_record *record = record_at(reader, n);
    const bina_description *description = bina_record_description(record);
    int slot;

    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        /* What has a place was there, whatever became of it. */
        if ((bina_field_flags(field) & BINA_FIELD_REQUIRED) != 0 &&
            (bina_field_flags(field) & BINA_FIELD_STORE_SET) == 0 &&
            reader->document->entries[n].fields[slot].line == 0)
            complain(reader, node, bina_description_name(description), bina_field_name(field),
                     "required", "A field that is required is missing.", "Isian wajib tidak ada.");
    }
}

static void read_records(yaml_reader *reader, const bina_description *description,
                         const bina_node *name, const bina_node *node, int64_t parent);

/*
 * Reads a map as a record. With `given`, the field `key` has that value, which stood before the
 * map; and then `node` may also be just the value of the field behind it.
 */
static int64_t
read_record(yaml_reader *reader, const bina_description *description, const bina_node *node,
            int64_t parent, int key, const bina_node *given)
{
    const bina_node *place = given != NULL ? given : node, *name;
    const bina_description *inner;
    int64_t n;
    int slot;

    if (reader->bad != BINA_OK)
        return BINA_NO_RECORD;
    if (bina_document_begin(reader->document, description, parent,
                            (bina_place){place->line, place->column}, &n) != BINA_OK) {
        out_of_memory(reader);
        return BINA_NO_RECORD;
    }
    if (parent != BINA_NO_RECORD && !link_to_parent(reader, n, parent))
        complain(reader, place, bina_description_name(description), NULL, "yaml.nesting",
                 "Records of this kind cannot stand within those of the other.",
                 "Data jenis ini tidak dapat berada di dalam jenis itu.");
    if (given != NULL)
        read_field(reader, n, key, given);
    if (node->shape == BINA_NODE_MAP) {
        for (name = node->first; name != NULL && reader->bad == BINA_OK; name = name->next->next) {
            slot = find_field(description, name->text);
            inner = slot < 0 ? find_description(reader, name->text) : NULL;
            if (slot >= 0)
                read_field(reader, n, slot, name->next);
            else if (inner != NULL)
                read_records(reader, inner, name, name->next, n);
            else
                complain_unknown(reader, name, bina_description_name(description));
        }
    } else if (given != NULL && key + 1 < bina_description_count(description)) {
        if (!bina_node_is_null(node))
            read_field(reader, n, key + 1, node);
    } else if (given == NULL && node->shape == BINA_NODE_SCALAR) {
        read_field(reader, n, key, node);
    } else {
        complain_shape(reader, node, bina_description_name(description), NULL);
    }
    check_required(reader, n, place);
    return n;
}

/* Reads the records of a description: a list, one record, or a map by their key. */
static void
read_records(yaml_reader *reader, const bina_description *description, const bina_node *name,
             const bina_node *node, int64_t parent)
{
    bool declared, one;
    int key = key_slot(description, &declared);
    const bina_node *item;

    if (bina_description_flags(description) & (BINA_KIND_REFERENCE | BINA_KIND_JOURNAL)) {
        complain(reader, node, bina_description_name(description), NULL, "yaml.not_yours",
                 "Records of this kind are not written by hand.",
                 "Data jenis ini tidak ditulis dengan tangan.");
        return;
    }
    if (bina_node_is_null(node))
        return;
    if (node->shape == BINA_NODE_SCALAR) {
        complain_shape(reader, node, bina_description_name(description), NULL);
        return;
    }
    if (node->shape == BINA_NODE_LIST) {
        for (item = node->first; item != NULL && reader->bad == BINA_OK; item = item->next) {
            if (item->shape == BINA_NODE_MAP ||
                (item->shape == BINA_NODE_SCALAR &&
                 bina_description_kind(description) == BINA_NO_KIND))
                read_record(reader, description, item, parent, key, NULL);
            else
                complain_shape(reader, item, bina_description_name(description), NULL);
        }
        return;
    }
    /* By its singular name it is one record; descriptions made at run time tell by their key. */
    one = bina_description_kind(description) != BINA_NO_KIND
              ? strcmp(name->text, bina_description_name(description)) == 0
              : !declared;
    if (one) {
        read_record(reader, description, node, parent, key, NULL);
        return;
    }
    for (item = node->first; item != NULL && reader->bad == BINA_OK; item = item->next->next)
        read_record(reader, description, item->next, parent, key, item);
}

/* Whether the whole map is one record of the first description. */
static bool
is_whole(const yaml_reader *reader, const bina_node *map)
{
    const bina_node *key;

    if (reader->descriptions == NULL || reader->count == 0)
        return false;
    for (key = map->first; key != NULL; key = key->next->next)
        if (find_field(reader->descriptions[0], key->text) >= 0 &&
            find_description(reader, key->text) == NULL)
            return true;
    return false;
}

static void
read_top(yaml_reader *reader, const bina_node *node)
{
    const bina_description *description;
    const bina_node *name;

    if (bina_node_is_null(node))
        return;
    if (node->shape != BINA_NODE_MAP) {
        complain_shape(reader, node, NULL, NULL);
        return;
    }
    if (is_whole(reader, node)) {
        read_record(reader, reader->descriptions[0], node, BINA_NO_RECORD, -1, NULL);
        return;
    }
    for (name = node->first; name != NULL && reader->bad == BINA_OK; name = name->next->next) {
        description = find_description(reader, name->text);
        if (description == NULL)
            complain_unknown(reader, name, NULL);
        else
            read_records(reader, description, name, name->next, BINA_NO_RECORD);
    }
}

/* What the records themselves remember of their filling, such as memory that was out. */
static void
check_records(yaml_reader *reader)
{
    bina_error fault;
    size_t i;

    for (i = 0; i < reader->document->count && reader->bad == BINA_OK; i++) {
        bina_status status = bina_record_check(reader->document->entries[i].record, &fault);
        if (status == BINA_ERR_NO_MEMORY) {
            out_of_memory(reader);
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
read_tree(yaml_reader *reader, const bina_tree *tree)
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
    yaml_reader reader = {0};
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
