/* Valid-from histories of dated fields. */
#include "store/inside.h"

bina_status
bina_dated_update(bina_store *store, bina_table *table, bina_id id, const bina_record *before,
                  int slot, bina_value value)
{
    (void)store, (void)table, (void)id, (void)before, (void)slot, (void)value;
    return BINA_OK;
}
