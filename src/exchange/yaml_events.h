/* A YAML file as a tree of nodes with their places. The only door to libyaml. */
#ifndef BINA_SRC_EXCHANGE_YAML_EVENTS_H
#define BINA_SRC_EXCHANGE_YAML_EVENTS_H

#include <stdbool.h>
#include <stddef.h>
#include "base/error.h"

typedef enum bina_node_shape { BINA_NODE_SCALAR, BINA_NODE_LIST, BINA_NODE_MAP } bina_node_shape;

/**
 * A node. Every scalar is a text, whatever YAML 1.1 makes of `no` and `01.02`: the reader's field
 * says what it is.
 */
typedef struct bina_node {
    bina_node_shape shape;
    bool plain; /* a scalar without quotes */
    int64_t line, column;
    const char *text; /* of a scalar: UTF-8 ended by NUL */
    size_t length;
    const struct bina_node *first; /* child; in a map keys and values take turns */
    const struct bina_node *next;
    size_t count;  /* of children; of a map's pairs */
    size_t weight; /* nodes in it, aliases followed */
    size_t height; /* levels in it, aliases followed; 1 for a scalar */
} bina_node;

typedef struct bina_tree bina_tree;

/**
 * Reads YAML. Refused, with the place: what is no YAML; keys that are no scalars or twice in a map;
 * NUL in a text; nesting deeper than 64; aliases that blow up beyond some million nodes or hold
 * themselves.
 *
 * @param file for complaints
 * @param tree yours; its root is the list of the file's documents
 */
bina_status bina_tree_read(const char *bytes, size_t length, const char *file, bina_error *error,
                           bina_tree **tree);
void bina_tree_free(bina_tree *tree);
const bina_node *bina_tree_root(const bina_tree *tree);

/** Whether an unquoted scalar says that there is no value: nothing, ~ or null. */
bool bina_node_is_null(const bina_node *node);

#endif
