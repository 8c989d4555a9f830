/* Asking policy for a report. */
#include "report/threshold.h"

#include "rules/policy.h"
#include "store/sql.h"

bina_status
bina_report_threshold(bina_store *store, const char *rule, int64_t day, int64_t *number)
{
    bina_case c = {.access = bina_store_access(store), .on = day, .today = bina_store_today(store)};

    *number = 0;
    if (c.access == NULL)
        return bina_error_status(bina_store_complaint(store));
    *number = bina_policy_number(&c, rule, 0, NULL);
    if (*number == BINA_POLICY_NONE)
        *number = 0;
    return c.status;
}
