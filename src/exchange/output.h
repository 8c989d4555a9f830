/* A file written whole or not at all; also standard output, and memory. */
#ifndef BINA_SRC_EXCHANGE_OUTPUT_H
#define BINA_SRC_EXCHANGE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include "base/error.h"

typedef struct bina_output bina_output;

/**
 * Begins to write a file. What was there stays until bina_output_finish puts the new one in its
 * place, so that neither a full disk nor a killed program leaves half a file; on Linux it has no
 * name until then, so that nothing is left of it at all. "-" is standard
 * output; it, devices and pipes are written as it comes.
 */
bina_status bina_output_open(const char *path, bina_error *error, bina_output **output);

/**
 * The file that bina_output_finish will put in its place, for those who write it by name; NULL
 * where there is none (standard output, devices, memory).
 */
const char *bina_output_path(const bina_output *output);

/** Begins to write into memory. */
bina_status bina_output_open_memory(bina_error *error, bina_output **output);

/** Adds bytes. A failure is remembered: later writes do nothing and bina_output_finish tells. */
void bina_output_write(bina_output *output, const char *bytes, size_t length);
void bina_output_text(bina_output *output, const char *text);
void bina_output_char(bina_output *output, char c);

/** Whether a write has failed, so that there is no use in going on. */
bool bina_output_failed(const bina_output *output);

/** Makes the file durable and puts it in its place; frees the output, whatever happens. */
bina_status bina_output_finish(bina_output *output, bina_error *error);

/** The same for memory: `*text` is yours and ended by NUL. */
bina_status bina_output_finish_memory(bina_output *output, bina_error *error, char **text);

/** Throws away what was written; NULL is fine. */
void bina_output_cancel(bina_output *output);

#endif
