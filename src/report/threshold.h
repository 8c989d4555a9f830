/* Thresholds of policy, for reports that judge. */
#ifndef BINA_SRC_REPORT_THRESHOLD_H
#define BINA_SRC_REPORT_THRESHOLD_H

#include <bina/store.h>

/**
 * The threshold of a rule in force on a day: the office's own, else the shipped one. 0 when there
 * is none.
 */
bina_status bina_report_threshold(bina_store *store, const char *rule, int64_t day,
                                  int64_t *number);

#endif
