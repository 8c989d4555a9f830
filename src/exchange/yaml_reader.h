/* Reading records out of a YAML tree: what its files share. */
#ifndef BINA_SRC_EXCHANGE_YAML_READER_H
#define BINA_SRC_EXCHANGE_YAML_READER_H

#include "exchange/document.h"
#include "exchange/yaml_events.h"

typedef struct bina_yaml_reader {
    bina_document *document;
    const bina_description *const *descriptions; /* NULL: the compiled kinds */
    size_t count;
    bina_faults *faults;
    bina_error *error; /* the first fault, never NULL */
    bina_status bad;   /* memory is out */
} bina_yaml_reader;

/** Finishes a complaint with its place and adds it to the faults. */
void bina_yaml_fault(bina_yaml_reader *reader, bina_error *fault, const bina_node *node,
                     const char *kind, const char *field, const char *rule);

/** Complains in fixed sentences. */
void bina_yaml_complain(bina_yaml_reader *reader, const bina_node *node, const char *kind,
                        const char *field, const char *rule, const char *english,
                        const char *indonesian);

/** Complains of a key that names nothing: in a record of a kind, or (NULL) at the top. */
void bina_yaml_unknown(bina_yaml_reader *reader, const bina_node *key,
                       const bina_description *description);

/** Complains of a list where a text belongs, and the like. */
void bina_yaml_shape(bina_yaml_reader *reader, const bina_node *node, bina_node_shape wanted,
                     const char *kind, const char *field);

/** Remembers that memory is out, which ends the reading. */
void bina_yaml_out_of_memory(bina_yaml_reader *reader);

/** The n-th record, to be filled, and the name of its description. */
bina_record *bina_yaml_record(const bina_yaml_reader *reader, int64_t n);
const char *bina_yaml_kind(const bina_record *record);

/** The slot of a field by its name or Indonesian label; -1 if none. */
int bina_yaml_find_field(const bina_description *description, const char *name);

/** Sets a field from a scalar, or complains. */
void bina_yaml_read_scalar(bina_yaml_reader *reader, bina_record *record, int slot,
                           const char *text, size_t length, const bina_node *node);

/** Sets a field of the n-th record from any value, or complains. */
void bina_yaml_read_field(bina_yaml_reader *reader, int64_t n, int slot, const bina_node *node);

/** Sets or links a reference field of the n-th record, or complains. */
void bina_yaml_read_reference(bina_yaml_reader *reader, int64_t n, int slot, const bina_node *node);

/**
 * Reads a map as a record. With `given`, the field `key` has that value, which stood before the
 * map; and then `node` may also be just the value of the field behind it.
 *
 * @return its number, or BINA_NO_RECORD when memory is out
 */
int64_t bina_yaml_read_record(bina_yaml_reader *reader, const bina_description *description,
                              const bina_node *node, int64_t parent, int key,
                              const bina_node *given);

#endif
