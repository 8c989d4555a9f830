/* Bytes from a file, from standard input or from memory, in pieces. */
#ifndef BINA_SRC_EXCHANGE_INPUT_H
#define BINA_SRC_EXCHANGE_INPUT_H

#include <stddef.h>
#include <stdint.h>
#include "base/error.h"

typedef struct bina_input bina_input;

/** Opens a file for reading; "-" is standard input, which closing leaves open. */
bina_status bina_input_open(const char *path, bina_error *error, bina_input **input);

/** Reads from a copy of bytes in memory. */
bina_status bina_input_open_bytes(const char *bytes, size_t length, bina_error *error,
                                  bina_input **input);

/** NULL is fine. */
void bina_input_close(bina_input *input);

/** The path as it was given; "-" for standard input and memory. */
const char *bina_input_name(const bina_input *input);

/** Reads up to `room` bytes; `*got` is 0 only at the end. */
bina_status bina_input_read(bina_input *input, char *buffer, size_t room, size_t *got,
                            bina_error *error);

/** Copies up to `room` (at most BINA_INPUT_PEEK) of the bytes to come, which stay to be read. */
#define BINA_INPUT_PEEK 512
bina_status bina_input_peek(bina_input *input, char *buffer, size_t room, size_t *got,
                            bina_error *error);

/**
 * Makes an input nothing was read of ready for bina_input_read_at: what is no ordinary file is read
 * into memory, at most `limit` bytes of it.
 */
bina_status bina_input_fix(bina_input *input, size_t limit, bina_error *error);

/** How many bytes a fixed input has. */
uint64_t bina_input_size(const bina_input *input);

/** Reads up to `room` bytes from anywhere in a fixed input; fewer only at the end or on failure. */
size_t bina_input_read_at(const bina_input *input, uint64_t offset, char *buffer, size_t room);

/** Reads everything that is left into memory (`*bytes` yours, ended by NUL), at most `limit`. */
bina_status bina_input_read_all(bina_input *input, size_t limit, char **bytes, size_t *length,
                                bina_error *error);

#endif
