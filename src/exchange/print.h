/* Values as text, the same on every machine whatever its locale. */
#ifndef BINA_SRC_EXCHANGE_PRINT_H
#define BINA_SRC_EXCHANGE_PRINT_H

#include <bina/record.h>
#include "base/error.h"

/** What bina_print_value needs at most. */
#define BINA_PRINTED 64

/**
 * A value that is not a text: plain digits, the shortest number that reads back the same, ISO 8601,
 * "true" or "false". "" for no value and for numbers that are none (infinity). Returns `text`.
 */
const char *bina_print_value(bina_value value, char text[BINA_PRINTED]);

/** Reads a number with a point, whatever the locale; false unless all of `text` is one, and finite.
 */
bool bina_read_real(const char *text, double *real);

/**
 * The slots of the columns asked for by name (ended by NULL; NULL: every field).
 *
 * @param slots yours; NULL after an error
 * @return BINA_OK; BINA_ERR_USAGE (no such field); BINA_ERR_NO_MEMORY
 */
bina_status bina_print_columns(const bina_description *description, const char *const *columns,
                               bina_error *error, int **slots, int *count);

#endif
