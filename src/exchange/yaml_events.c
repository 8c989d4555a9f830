#include "exchange/yaml_events.h"
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define DEEPEST  64
#define HEAVIEST ((size_t)4 * 1000 * 1000)
#define CHUNK    ((size_t)64 * 1024)

/* Memory that is given back all at once. */
typedef struct chunk {
    struct chunk *next;
    size_t used, room;
    max_align_t bytes[];
} chunk;

typedef struct anchor {
    struct anchor *next;
    const char *name;
    const bina_node *node; /* NULL while it is still being read */
} anchor;

struct bina_tree {
    chunk *chunks;
    anchor *anchors; /* latest first, as a name may be given again */
    size_t weight;
    bina_node *root;
};

typedef struct tree_reader {
    bina_tree *tree;
    yaml_parser_t parser;
    const char *file;
    bina_error *error;
    int depth;
} tree_reader;

static void *
take(tree_reader *reader, size_t size)
{
    chunk *first = reader->tree->chunks;
    size_t room;
    void *taken;

    size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    if (first == NULL || first->room - first->used < size) {
        room = size > CHUNK ? size : CHUNK;
        first = malloc(sizeof(*first) + room);
        if (first == NULL) {
            bina_error_plain(reader->error, BINA_ERR_NO_MEMORY);
            return NULL;
        }
        first->used = 0;
        first->room = room;
        first->next = reader->tree->chunks;
        reader->tree->chunks = first;
    }
    taken = (char *)first->bytes + first->used;
    first->used += size;
    return taken;
}

static const char *
take_text(tree_reader *reader, const void *bytes, size_t length)
{
    char *copy = take(reader, length + 1);

    if (copy != NULL) {
        memcpy(copy, bytes, length);
        copy[length] = '\0';
    }
    return copy;
}

static bina_status
complain(tree_reader *reader, const yaml_mark_t *mark, const char *rule, const char *english,
         const char *indonesian)
{
    bina_error_set(reader->error, BINA_ERR_SYNTAX, english, indonesian);
    bina_error_at(reader->error, NULL, NULL, rule);
    bina_error_in_file(reader->error, reader->file, (int64_t)mark->line + 1,
                       (int64_t)mark->column + 1);
    return BINA_ERR_SYNTAX;
}

static bina_status
next_event(tree_reader *reader, yaml_event_t *event)
{
    const yaml_mark_t *mark = &reader->parser.problem_mark;

    if (yaml_parser_parse(&reader->parser, event))
        return BINA_OK;
    if (reader->parser.error == YAML_MEMORY_ERROR)
        return bina_error_plain(reader->error, BINA_ERR_NO_MEMORY);
    bina_error_set(reader->error, BINA_ERR_SYNTAX, "This is not YAML: %s.",
                   "Susunan YAML keliru: %s.",
                   reader->parser.problem != NULL ? reader->parser.problem : "unknown problem");
    bina_error_at(reader->error, NULL, NULL, "yaml.syntax");
    bina_error_in_file(reader->error, reader->file, (int64_t)mark->line + 1,
                       (int64_t)mark->column + 1);
    return BINA_ERR_SYNTAX;
}

static bina_status
new_node(tree_reader *reader, const yaml_event_t *event, bina_node **node)
{
    *node = take(reader, sizeof(**node));
    if (*node == NULL)
        return BINA_ERR_NO_MEMORY;
    memset(*node, 0, sizeof(**node));
    (*node)->line = (int64_t)event->start_mark.line + 1;
    (*node)->column = (int64_t)event->start_mark.column + 1;
    (*node)->weight = (*node)->height = 1;
    return BINA_OK;
}

/* Declares an anchor; it can be used once its node is whole. */
static bina_status
add_anchor(tree_reader *reader, const yaml_char_t *name, anchor **made)
{
    *made = NULL;
    if (name == NULL)
        return BINA_OK;
    *made = take(reader, sizeof(**made));
    if (*made == NULL)
        return BINA_ERR_NO_MEMORY;
    (*made)->node = NULL;
    (*made)->name = take_text(reader, name, strlen((const char *)name));
    if ((*made)->name == NULL)
        return BINA_ERR_NO_MEMORY;
    (*made)->next = reader->tree->anchors;
    reader->tree->anchors = *made;
    return BINA_OK;
}

/* An alias becomes a copy of the node with the same children. */
static bina_status
follow_alias(tree_reader *reader, const yaml_event_t *event, bina_node *node)
{
    const char *name = (const char *)event->data.alias.anchor;
    const anchor *at = reader->tree->anchors;
    int64_t line = node->line, column = node->column;

    while (at != NULL && strcmp(at->name, name) != 0)
        at = at->next;
    if (at == NULL || at->node == NULL)
        return complain(reader, &event->start_mark, "yaml.alias",
                        at == NULL ? "The alias names no anchor above it."
                                   : "The alias stands inside of what it names.",
                        at == NULL ? "Alias tidak menunjuk jangkar di atasnya."
                                   : "Alias berada di dalam yang ditunjuknya.");
    if ((size_t)reader->depth + at->node->height > DEEPEST)
        return complain(reader, &event->start_mark, "yaml.depth", "The nesting is too deep.",
                        "Sarangan terlalu dalam.");
    *node = *at->node;
    node->next = NULL;
    node->line = line;
    node->column = column;
    return BINA_OK;
}

static int
compare_keys(const void *a, const void *b)
{
    const bina_node *left = *(const bina_node *const *)a, *right = *(const bina_node *const *)b;
    int order = strcmp(left->text, right->text);

    /* Equal ones by place, so that the later one is complained about. */
    if (order == 0)
        order = (left->line > right->line) - (left->line < right->line);
    return order != 0 ? order : (left->column > right->column) - (left->column < right->column);
}

static bina_status
check_keys(tree_reader *reader, const bina_node *map)
{
    const bina_node **keys, *key;
    size_t i = 0;
    bina_status status = BINA_OK;

    for (key = map->first; key != NULL; key = key->next->next)
        if (key->shape != BINA_NODE_SCALAR) {
            yaml_mark_t mark = {0, (size_t)key->line - 1, (size_t)key->column - 1};
            return complain(reader, &mark, "yaml.key", "A key must be a plain text.",
                            "Kunci harus berupa teks biasa.");
        }
    if (map->count < 2)
        return BINA_OK;
    keys = malloc(map->count * sizeof(*keys));
    if (keys == NULL)
        return bina_error_plain(reader->error, BINA_ERR_NO_MEMORY);
    for (key = map->first; key != NULL; key = key->next->next)
        keys[i++] = key;
    qsort(keys, map->count, sizeof(*keys), compare_keys);
    for (i = 1; i < map->count && status == BINA_OK; i++)
        if (strcmp(keys[i - 1]->text, keys[i]->text) == 0) {
            yaml_mark_t mark = {0, (size_t)keys[i]->line - 1, (size_t)keys[i]->column - 1};
            status =
                complain(reader, &mark, "yaml.duplicate", "The key is there twice in the same map.",
                         "Kunci yang sama muncul dua kali.");
        }
    free(keys);
    return status;
}

static bina_status read_node(tree_reader *reader, const yaml_event_t *event, bina_node **made);

static bina_status
read_children(tree_reader *reader, bina_node *node, yaml_event_type_t end)
{
    const bina_node **link = &node->first;
    yaml_event_t event;
    bina_node *child;
    bina_status status = BINA_OK;
    bool last = false;

    while (status == BINA_OK && !last) {
        status = next_event(reader, &event);
        if (status != BINA_OK)
            return status;
        last = event.type == end;
        if (!last) {
            status = read_node(reader, &event, &child);
            if (status == BINA_OK) {
                *link = child;
                link = &child->next;
                node->count++;
                node->weight += child->weight;
                if (node->height <= child->height)
                    node->height = child->height + 1;
            }
        }
        if (status == BINA_OK && node->weight > HEAVIEST)
            status = complain(reader, &event.start_mark, "yaml.size",
                              "The file holds too much, aliases followed.",
                              "Isi berkas terlalu banyak bila semua alias diikuti.");
        yaml_event_delete(&event);
    }
    if (status == BINA_OK && node->shape == BINA_NODE_MAP) {
        node->count /= 2;
        status = check_keys(reader, node);
    }
    return status;
}

static bina_status
read_scalar(tree_reader *reader, const yaml_event_t *event, bina_node *node)
{
    const yaml_char_t *value = event->data.scalar.value;
    size_t length = event->data.scalar.length;

    if (length > 0 && memchr(value, '\0', length) != NULL)
        return complain(reader, &event->start_mark, "yaml.nul", "The text holds a NUL character.",
                        "Teks memuat karakter NUL.");
    node->shape = BINA_NODE_SCALAR;
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->length = length;
    node->text = take_text(reader, value, length);
    return node->text != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}

/* Reads the node that an event begins. The caller deletes the event. */
static bina_status
read_node(tree_reader *reader, const yaml_event_t *event, bina_node **made)
{
    bina_node *node;
    anchor *named = NULL;
    bina_status status = new_node(reader, event, &node);

    if (status != BINA_OK)
        return status;
    if (++reader->depth > DEEPEST)
        return complain(reader, &event->start_mark, "yaml.depth", "The nesting is too deep.",
                        "Sarangan terlalu dalam.");
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        status = add_anchor(reader, event->data.scalar.anchor, &named);
        if (status == BINA_OK)
            status = read_scalar(reader, event, node);
        break;
    case YAML_SEQUENCE_START_EVENT:
        node->shape = BINA_NODE_LIST;
        status = add_anchor(reader, event->data.sequence_start.anchor, &named);
        if (status == BINA_OK)
            status = read_children(reader, node, YAML_SEQUENCE_END_EVENT);
        break;
    case YAML_MAPPING_START_EVENT:
        node->shape = BINA_NODE_MAP;
        status = add_anchor(reader, event->data.mapping_start.anchor, &named);
        if (status == BINA_OK)
            status = read_children(reader, node, YAML_MAPPING_END_EVENT);
        break;
    default: /* only an alias is left that can stand here */
        status = follow_alias(reader, event, node);
    }
    reader->depth--;
    if (status == BINA_OK && named != NULL)
        named->node = node;
    *made = node;
    return status;
}

/* Reads the documents of the stream into the root, which is a list. */
static bina_status
read_stream(tree_reader *reader)
{
    bina_node *root = take(reader, sizeof(*root)), *child;
    const bina_node **link;
    yaml_event_t event;
    yaml_event_type_t type = YAML_NO_EVENT;
    bina_status status = BINA_OK;

    if (root == NULL)
        return BINA_ERR_NO_MEMORY;
    memset(root, 0, sizeof(*root));
    root->shape = BINA_NODE_LIST;
    root->line = root->column = 1;
    reader->tree->root = root;
    link = &root->first;
    while (status == BINA_OK && type != YAML_STREAM_END_EVENT) {
        status = next_event(reader, &event);
        if (status != BINA_OK)
            return status;
        type = event.type;
        if (type == YAML_DOCUMENT_START_EVENT) {
            reader->tree->anchors = NULL;
        } else if (type != YAML_STREAM_START_EVENT && type != YAML_STREAM_END_EVENT &&
                   type != YAML_DOCUMENT_END_EVENT) {
            status = read_node(reader, &event, &child);
            if (status == BINA_OK) {
                *link = child;
                link = &child->next;
                root->count++;
                root->weight += child->weight;
            }
            if (status == BINA_OK && root->weight > HEAVIEST)
                status = complain(reader, &event.start_mark, "yaml.size",
                                  "The file holds too much, aliases followed.",
                                  "Isi berkas terlalu banyak bila semua alias diikuti.");
        }
        yaml_event_delete(&event);
    }
    return status;
}

bina_status
bina_tree_read(const char *bytes, size_t length, const char *file, bina_error *error,
               bina_tree **tree)
{
    tree_reader reader = {0};
    bina_error own;
    bina_status status;

    *tree = NULL;
    reader.file = file;
    reader.error = error != NULL ? error : &own;
    reader.tree = calloc(1, sizeof(*reader.tree));
    if (reader.tree == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (!yaml_parser_initialize(&reader.parser)) {
        free(reader.tree);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)bytes, length);
    status = read_stream(&reader);
    yaml_parser_delete(&reader.parser);
    if (status == BINA_OK)
        *tree = reader.tree;
    else
        bina_tree_free(reader.tree);
    return status;
}

void
bina_tree_free(bina_tree *tree)
{
    chunk *at, *next;

    if (tree == NULL)
        return;
    for (at = tree->chunks; at != NULL; at = next) {
        next = at->next;
        free(at);
    }
    free(tree);
}

const bina_node *
bina_tree_root(const bina_tree *tree)
{
    return tree->root;
}

bool
bina_node_is_null(const bina_node *node)
{
    return node->shape == BINA_NODE_SCALAR && node->plain &&
           (node->length == 0 || strcmp(node->text, "~") == 0 || strcmp(node->text, "null") == 0 ||
            strcmp(node->text, "Null") == 0 || strcmp(node->text, "NULL") == 0);
}
