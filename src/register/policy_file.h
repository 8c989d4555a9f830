/* Policies read from a file: the document, checked. */
#ifndef BINA_SRC_REGISTER_POLICY_FILE_H
#define BINA_SRC_REGISTER_POLICY_FILE_H

#include <bina/document.h>

/**
 * Reads and checks a file.
 *
 * @param error    the first fault; may be NULL
 * @param document of records of kinds policy and, within them, policy_rule; NULL after a fault
 */
bina_status bina_policy_read(const char *path, bina_faults *faults, bina_error *error,
                             bina_document **document);

/** The days in which the n-th record is in force: the rule's own, else its policy's. */
void bina_policy_days(const bina_document *document, int64_t n, int64_t *from, int64_t *to);

#endif
