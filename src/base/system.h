/* Why the system would not, told in both languages: its own words are in one alone. */
#ifndef BINA_SRC_BASE_SYSTEM_H
#define BINA_SRC_BASE_SYSTEM_H

#include <bina/error.h>

/** What an errno means, as the end of a sentence; for a rare one the system's own words. */
const char *bina_system_text(int reason, bina_language language);

/**
 * Complains that the system would not, as in "The file cannot be opened: there is no such file.":
 * BINA_ERR_NO_MEMORY without more where memory is out, BINA_ERR_FULL where the disk is, else
 * BINA_ERR_IO. Returns the status; `error` may be NULL.
 *
 * @param english    what cannot be done, without full stop; `indonesian` the same
 * @param reason     an errno
 */
bina_status bina_error_system(bina_error *error, const char *english, const char *indonesian,
                              int reason);

#endif
