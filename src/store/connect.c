/*
 * The connection to the file. Beside a register in write-ahead mode SQLite keeps two files, and
 * makes them even to read; where it may not (a folder of somebody else, a DVD), a register that was
 * closed properly is read as it stands, taken for what nobody will change meanwhile.
 */
#include <string.h>
#include <sys/stat.h>
#include "store/inside.h"

bina_status
bina_store_connect(bina_store *store, const char *name, int flags)
{
    if (sqlite3_open_v2(name, &store->db, flags, NULL) == SQLITE_OK)
        return BINA_OK;
    if (store->db == NULL)
        return bina_store_no_memory(store);
    bina_store_fail(store);
    bina_error_in_file(&store->error, store->path, 0, 0);
    return bina_error_status(&store->error);
}

/* Whether changes wait beside the file to be folded into it. */
static bool
has_wal(const char *path, bina_buffer *name)
{
    struct stat seen;

    bina_buffer_clear(name);
    bina_buffer_print(name, "%s-wal", path);
    /* When it cannot be told, there may be one. */
    return bina_buffer_text(name) == NULL || (stat(name->bytes, &seen) == 0 && seen.st_size > 0);
}

/* "file:///srv/lotim.db?immutable=1" */
static const char *
immutable_name(const char *path, bina_buffer *name)
{
    bina_buffer_clear(name);
    bina_buffer_add(name, path[0] == '/' ? "file://" : "file:");
    for (; *path != '\0'; path++) {
        if (strchr("?#%", *path) != NULL)
            bina_buffer_print(name, "%%%02x", (unsigned)(unsigned char)*path);
        else
            bina_buffer_add_n(name, path, 1);
    }
    bina_buffer_add(name, "?immutable=1");
    return bina_buffer_text(name);
}

bina_status
bina_store_connect_reader(bina_store *store, int flags)
{
    bina_buffer *name = &store->sql;
    bina_status status = bina_store_connect(store, store->path, flags);
    int code;

    if (status != BINA_OK || strcmp(store->path, ":memory:") == 0)
        return status;
    code = sqlite3_exec(store->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL) & 0xff;
    if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
        return BINA_OK; /* what else is wrong is told when it is used */
    if (has_wal(store->path, name)) {
        bina_error_set(&store->error, BINA_ERR_IO,
                       "the folder cannot be written, and changes of the register still stand in "
                       "a -wal file beside it; open it once where the folder can be written",
                       "folder tidak dapat ditulis, dan masih ada perubahan register dalam berkas "
                       "-wal di sampingnya; buka sekali di folder yang dapat ditulis");
        bina_error_in_file(&store->error, store->path, 0, 0);
        return BINA_ERR_IO;
    }
    sqlite3_close(store->db);
    store->db = NULL;
    if (immutable_name(store->path, name) == NULL)
        return bina_store_no_memory(store);
    return bina_store_connect(store, name->bytes, flags | SQLITE_OPEN_URI);
}
