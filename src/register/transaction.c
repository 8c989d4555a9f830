#include "register/transaction.h"
#include "base/error.h"
#include "store/sql.h"

bina_status
bina_register_begin(bina_store *store, const char *why, const char *rule)
{
    bina_status status = bina_store_begin(store, why);

    if (status != BINA_OK)
        return status;
    status = bina_store_because(store, why, rule);
    if (status != BINA_OK)
        (void)bina_store_rollback(store);
    return status;
}

bina_status
bina_register_end(bina_store *store, bina_status status)
{
    bina_error error;

    if (status == BINA_OK)
        status = bina_store_commit(store);
    if (status == BINA_OK)
        return status;
    /* The rolling back must not wipe out why. */
    bina_error_copy(&error, bina_store_error(store));
    if (bina_error_status(&error) != status)
        (void)bina_error_plain(&error, status);
    (void)bina_store_rollback(store);
    bina_error_copy(bina_store_complaint(store), &error);
    return status;
}

bina_status
bina_register_goes_on(bina_store *store, int depth)
{
    if (depth == 0 || bina_store_depth(store) == depth)
        return BINA_OK;
    return bina_error_set(
        bina_store_complaint(store), BINA_ERR_USAGE,
        "the transaction of this task was ended, or another begun within it",
        "transaksi tugas ini sudah diakhiri, atau ada transaksi lain di dalamnya");
}

void
bina_register_abandon(bina_store *store, int depth)
{
    while (depth > 0 && bina_store_depth(store) >= depth)
        if (bina_store_rollback(store) != BINA_OK)
            break;
}
