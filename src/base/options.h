/* Structs of options, which begin with `size_t struct_size` so that they can grow. */
#ifndef BINA_SRC_BASE_OPTIONS_H
#define BINA_SRC_BASE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Lays the options a caller gives over the defaults. A smaller struct comes from a program built
 * against an older library: what it lacks keeps its default. A larger one comes from a newer
 * program: what this library does not know must be zero.
 *
 * @param options the defaults, whole
 * @param size    sizeof *options
 * @param given   may be NULL: the defaults stay
 * @return false when `given` is no such struct, or asks for what is not known here
 */
bool bina_options_take(void *options, size_t size, const void *given);

/** Puts a copy in the place of a text of options; NULL stays NULL. False when memory is out. */
bool bina_options_own(const char **text);

#endif
