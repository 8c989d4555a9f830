/* Fields an office adds to a kind for itself. */
#include "store/inside.h"

bina_status
bina_schema_load_own(bina_store *store)
{
    (void)store;
    return BINA_OK;
}
