/* What reading a cell found to complain about. Constant sentences: they never hold what was read.
 */
#ifndef BINA_SRC_EXCHANGE_VERDICT_H
#define BINA_SRC_EXCHANGE_VERDICT_H

#include <stdbool.h>
#include <bina/error.h>

typedef struct bina_verdict {
    const char *rule; /* NULL: nothing to complain about */
    bina_severity severity;
    const char *english, *indonesian;
} bina_verdict;

/** Sets a verdict; an error is not overwritten by a warning. Returns whether it is a warning. */
bool bina_verdict_set(bina_verdict *verdict, bina_severity severity, const char *rule,
                      const char *english, const char *indonesian);

#endif
