/* Telling people of the faults of their files. */
#include <inttypes.h>
#include "faults.h"

/* The first faults; how many there are. */
static int64_t
print_faults(const cli *self, bina_faults *faults, size_t most)
{
    bina_error *fault = bina_error_new();

    for (size_t n = 0; fault != NULL && n < most; n++)
        if (bina_faults_at(faults, n, fault) == BINA_OK)
            cli_fail(self, fault);
    bina_error_free(fault);
    return bina_faults_count(faults, BINA_ERROR) + bina_faults_count(faults, BINA_WARNING);
}

int
cli_fail_faults(const cli *self, bina_faults *faults, size_t most, const bina_error *error)
{
    if (bina_faults_kept(faults) == 0) {
        cli_fail(self, error);
    } else {
        int64_t more = print_faults(self, faults, most) - (int64_t)most;
        if (more > 0)
            cli_complain(self, "... and %" PRId64 " more", "... dan %" PRId64 " lagi", more);
    }
    return CLI_INPUT;
}

void
cli_tell_faults(const cli *self, bina_faults *faults, size_t most)
{
    int64_t count = self->quiet ? 0 : print_faults(self, faults, most);

    if (count > (int64_t)most)
        cli_remark(self, "... and %" PRId64 " more; --faults FILE writes them all",
                   "... dan %" PRId64 " lagi; --faults BERKAS menuliskan semuanya",
                   count - (int64_t)most);
}

bool
cli_tell_same(const cli *self, bina_store *store, int64_t before)
{
    int64_t after = 0;

    if (bina_store_last_commit(store, &after) != BINA_OK || after != before)
        return false;
    cli_remark(self,
               "this very file was read before; nothing has changed, and its faults were told then",
               "berkas ini sudah pernah dibaca; tidak ada yang berubah, dan kesalahannya sudah "
               "disampaikan waktu itu");
    return true;
}

int
cli_write_faults(const cli *self, bina_faults *faults, const char *path)
{
    bina_cursor *cursor = NULL;
    bina_status status = bina_faults_cursor(faults, &cursor);

    return status == BINA_OK ? cli_write_cursor(self, cursor, path, NULL, false)
                             : cli_fail_status(self, status);
}
