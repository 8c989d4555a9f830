/* A file of policies being checked: what its parts tell their faults to. */
#ifndef BINA_SRC_REGISTER_POLICY_CHECKING_H
#define BINA_SRC_REGISTER_POLICY_CHECKING_H

#include <bina/document.h>

typedef struct bina_policy_checking {
    const bina_document *document;
    bina_faults *faults;
    bina_error *first; /* the first error; may be NULL */
    bool failed;
} bina_policy_checking;

/** Adds a fault of a field of the n-th record, with its line. */
BINA_PRINTF(6, 8)
void bina_policy_fault(bina_policy_checking *self, bina_severity severity, int64_t n, int field,
                       const char *rule, const char *english, const char *indonesian, ...);

#define FAULT(self, n, field, rule, ...)                                                           \
    bina_policy_fault(self, BINA_ERROR, n, field, rule, __VA_ARGS__)

/** Checks what the n-th record compares, and with what: a threshold, or a condition on a fact. */
void bina_policy_check_value(bina_policy_checking *self, int64_t n);

#endif
