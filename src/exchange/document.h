/* The inside of documents: what the YAML reader fills. */
#ifndef BINA_SRC_EXCHANGE_DOCUMENT_H
#define BINA_SRC_EXCHANGE_DOCUMENT_H

#include <bina/document.h>
#include "base/error.h"

typedef struct bina_place {
    int64_t line, column;
} bina_place;

typedef struct bina_document_entry {
    bina_record *record;
    int64_t parent;
    bina_place place;
    bina_place *fields; /* of each slot, 0 where it is not set; NULL when made in memory */
} bina_document_entry;

typedef struct bina_document_link {
    int64_t record, target;
    int field;
    bina_record *key;
} bina_document_link;

struct bina_document {
    char *file;
    bina_document_entry *entries;
    size_t count, capacity;
    bina_document_link *links;
    size_t link_count, link_capacity;
    bool listed; /* its file names the descriptions of the records, and is not one record whole */
};

/** Adds an empty record with its place, to be filled where it lies. */
bina_status bina_document_begin(bina_document *document, const bina_description *description,
                                int64_t parent, bina_place place, int64_t *number);

/** Adds a reference; takes `key` (which may be NULL), also when it fails. */
bina_status bina_document_link_to(bina_document *document, int64_t record, int field,
                                  int64_t target, bina_record *key);

/** Turns references by key into those to records of the document that have that key. */
bina_status bina_document_resolve(bina_document *document);

/** Prints a document as YAML into memory; `*text` is yours. */
bina_status bina_yaml_print(const bina_document *document, bina_error *error, char **text);

#endif
