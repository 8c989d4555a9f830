/* Text that grows: SQL and JSON are written into it. A lack of memory is remembered. */
#ifndef BINA_SRC_STORE_BUFFER_H
#define BINA_SRC_STORE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/export.h>

typedef struct bina_buffer {
    char *bytes; /* NUL-terminated once anything was added */
    size_t length, size;
    bool failed;
} bina_buffer;

void bina_buffer_free(bina_buffer *buffer);

/** Forgets the text and the failure, keeps the memory. */
void bina_buffer_clear(bina_buffer *buffer);

void bina_buffer_add_n(bina_buffer *buffer, const char *text, size_t length);
void bina_buffer_add(bina_buffer *buffer, const char *text);
BINA_PRINTF(2, 3)
void bina_buffer_print(bina_buffer *buffer, const char *format, ...);

/** Adds a whole number in decimal. */
void bina_buffer_int(bina_buffer *buffer, int64_t integer);

/** Adds a number that reads back to the same double; finite. */
void bina_buffer_real(bina_buffer *buffer, double real);

/** Adds an SQL identifier in double quotes. */
void bina_buffer_name(bina_buffer *buffer, const char *name);

/** Adds a JSON string with its quotes. */
void bina_buffer_json_text(bina_buffer *buffer, const char *text, size_t length);

/** The text, or NULL if memory was out; never NULL otherwise. Borrowed. */
const char *bina_buffer_text(bina_buffer *buffer);

#endif
