/* XML of a workbook's part, read in pieces: local names, no document type, held to limits. */
#ifndef BINA_SRC_EXCHANGE_XLSX_XML_H
#define BINA_SRC_EXCHANGE_XLSX_XML_H

#include "exchange/xlsx_package.h"

/* What real parts stay far below. */
#define BINA_XML_DEPTH 64                /* elements within one another */
#define BINA_XML_TOKEN ((size_t)1 << 20) /* bytes of one tag or comment */
#define BINA_XML_NAMES 512               /* different names of elements and attributes */

typedef struct bina_xml bina_xml;

/* Who is told; names come without their namespace's prefix, texts in pieces. */
typedef struct bina_xml_handler {
    void (*begin)(void *self, bina_xml *xml, const char *name, const char *const *attributes);
    void (*end)(void *self, bina_xml *xml, const char *name);
    void (*text)(void *self, const char *text, size_t length); /* NULL: texts do not matter */
} bina_xml_handler;

/** Reads what bina_package_begin began. NULL when memory is out. */
bina_xml *bina_xml_new(bina_package *package, const bina_xml_handler *handler, void *self);

/** NULL is fine. */
void bina_xml_free(bina_xml *xml);

/** Reads on until a handler stops it: BINA_OK; BINA_DONE at the end of the part; an error. */
bina_status bina_xml_run(bina_xml *xml, bina_error *error);

/** For handlers: bina_xml_run returns after this event, and goes on when it is called again. */
void bina_xml_pause(bina_xml *xml);

/** For handlers: nothing more is wanted; the rest is only checked for being whole. */
void bina_xml_enough(bina_xml *xml);

/** For handlers: ends the reading with an error, whose words were set already. */
void bina_xml_fail(bina_xml *xml, bina_status status);

/** For handlers: where an error's words go; may be NULL. */
bina_error *bina_xml_error(const bina_xml *xml);

/** The value of an attribute without prefix, or NULL. */
const char *bina_xml_attribute(const char *const *attributes, const char *name);

/** The value of an attribute with any namespace's prefix, such as "r:id" for "id", or NULL. */
const char *bina_xml_prefixed(const char *const *attributes, const char *name);

/** Whether an attribute's value is true: "1", "true" (or "on"). NULL is not. */
bool bina_xml_true(const char *value);

/**
 * Reads a whole part.
 *
 * @return BINA_OK; BINA_ERR_NOT_FOUND (nothing in `error`) when there is none; an error
 */
bina_status bina_xml_read_part(bina_package *package, const char *part, uint64_t limit,
                               const bina_xml_handler *handler, void *self, bina_error *error);

#endif
