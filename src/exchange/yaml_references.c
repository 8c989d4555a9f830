/* References out of YAML: ids, natural keys, and records defined on the spot. */
#include <string.h>
#include "exchange/yaml_reader.h"

/* Whether every key of a map is a field of a kind; tells whether key fields and others are there.
 */
static bool
fits(const bina_description *description, const bina_node *map, bool *keyed, bool *more)
{
    const bina_node *key;
    int slot;

    *keyed = *more = false;
    for (key = map->first; key != NULL; key = key->next->next) {
        slot = bina_yaml_find_field(description, key->text);
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
read_key_map(bina_yaml_reader *reader, int64_t n, int slot, const bina_description *target,
             const bina_node *map)
{
    bina_record *key = bina_record_new_of(target);
    const bina_node *name;
    int at;

    if (key == NULL) {
        bina_yaml_out_of_memory(reader);
        return;
    }
    for (name = map->first; name != NULL; name = name->next->next) {
        at = bina_yaml_find_field(target, name->text);
        if (at < 0)
            bina_yaml_unknown(reader, name, target);
        else if (name->next->shape != BINA_NODE_SCALAR ||
                 bina_field_type(bina_description_field(target, at)) == BINA_REF)
            bina_yaml_shape(reader, name->next, BINA_NODE_SCALAR, bina_description_name(target),
                            name->text);
        else
            bina_yaml_read_scalar(reader, key, at, name->next->text, name->next->length,
                                  name->next);
    }
    if (bina_document_link_to(reader->document, n, slot, BINA_NO_RECORD, key) != BINA_OK)
        bina_yaml_out_of_memory(reader);
}

static void
read_reference_map(bina_yaml_reader *reader, int64_t n, int slot, const bina_node *node)
{
    const char *kind = bina_yaml_kind(bina_yaml_record(reader, n));
    const bina_field *field =
        bina_description_field(bina_record_description(bina_yaml_record(reader, n)), slot);
    const bina_description *target = NULL;
    const bina_node *value = node->count == 1 ? node->first->next : NULL;
    bool defines, keyed, more;
    int named;
    int64_t defined;

    if (value != NULL && strcmp(node->first->text, "id") == 0) {
        bina_yaml_read_scalar(reader, bina_yaml_record(reader, n), slot, value->text, value->length,
                              value);
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
        bina_yaml_complain(reader, node, kind, bina_field_name(field), "yaml.reference",
                           "None of the kinds that the field may refer to has these fields.",
                           "Tidak ada jenis data rujukan yang mempunyai isian ini.");
        return;
    }
    if (!defines) {
        read_key_map(reader, n, slot, target, node);
        return;
    }
    defined = bina_yaml_read_record(reader, target, node, BINA_NO_RECORD, -1, NULL);
    if (defined != BINA_NO_RECORD &&
        bina_document_link_to(reader->document, n, slot, defined, NULL) != BINA_OK)
        bina_yaml_out_of_memory(reader);
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

void
bina_yaml_read_reference(bina_yaml_reader *reader, int64_t n, int slot, const bina_node *node)
{
    bina_record *record = bina_yaml_record(reader, n);
    const bina_field *field = bina_description_field(bina_record_description(record), slot);
    const bina_description *target;
    bina_record *key;
    int at;

    if (node->shape == BINA_NODE_LIST) {
        bina_yaml_shape(reader, node, BINA_NODE_SCALAR, bina_yaml_kind(record),
                        bina_field_name(field));
        return;
    }
    if (node->shape == BINA_NODE_MAP) {
        read_reference_map(reader, n, slot, node);
        return;
    }
    target = only_named_target(field, &at);
    if (target == NULL) {
        if (strspn(node->text, "0123456789") == node->length)
            bina_yaml_read_scalar(reader, record, slot, node->text, node->length, node);
        else
            bina_yaml_complain(
                reader, node, bina_yaml_kind(record), bina_field_name(field), "yaml.reference",
                "Say which kind and field names it, as in {person: {name: ...}}.",
                "Sebutkan jenis dan isian penamanya, seperti {person: {name: ...}}.");
        return;
    }
    key = bina_record_new_of(target);
    if (key == NULL) {
        bina_yaml_out_of_memory(reader);
        return;
    }
    bina_yaml_read_scalar(reader, key, at, node->text, node->length, node);
    if (bina_document_link_to(reader->document, n, slot, BINA_NO_RECORD, key) != BINA_OK)
        bina_yaml_out_of_memory(reader);
}
