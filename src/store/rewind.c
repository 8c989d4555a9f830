/* What the register knew after an earlier commit. */
#include "store/select.h"

bina_status
bina_rewind(bina_store *store, bina_table *table, int64_t known, const char *temp_name)
{
    (void)table, (void)known, (void)temp_name;
    return bina_error_plain(&store->error, BINA_ERR_UNSUPPORTED);
}
