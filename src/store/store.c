/* The handle: opening, closing, complaining. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "base/options.h"
#include "base/system.h"
#include "base/text.h"
#include "reference/zone.h"
#include "rules/refusals.h"
#include "store/inside.h"

/* A register holds NIKs and phones: other logins are let in by the office, not by default. */
#define OWNER_ONLY 0600

/* "UNIQUE constraint failed: enterprises.nib, enterprises.name": says which, by kind and field. */
static bina_status
fail_unique(bina_store *store)
{
    const char *message = sqlite3_errmsg(store->db);
    const char *at = strstr(message, "failed: ");
    char table[64], columns[128] = "";
    const char *name = NULL;
    size_t length;
    int kind;

    if (at == NULL)
        return bina_error_plain(&store->error, BINA_ERR_DUPLICATE);
    at += strlen("failed: ");
    length = strcspn(at, ".");
    if (length >= sizeof table)
        return bina_error_plain(&store->error, BINA_ERR_DUPLICATE);
    memcpy(table, at, length);
    table[length] = '\0';
    while (*at != '\0') {
        size_t used = strlen(columns);
        at += strcspn(at, ".");
        if (*at == '.')
            at++;
        length = strcspn(at, ",");
        if (used + length + 3 > sizeof columns)
            break;
        if (used > 0)
            memcpy(columns + used, ", ", 2), used += 2;
        memcpy(columns + used, at, length);
        columns[used + length] = '\0';
        at += length;
    }
    kind = bina_kind_find(table);
    if (kind != BINA_NO_KIND)
        name = bina_target_name(kind);
    bina_error_set(&store->error, BINA_ERR_DUPLICATE, "another %s has the same %s",
                   "data %s lain sudah memakai %s yang sama", name != NULL ? name : table, columns);
    bina_error_at(&store->error, name != NULL ? name : table, columns, "store.unique");
    return BINA_ERR_DUPLICATE;
}

bina_status
bina_store_fail(bina_store *store)
{
    int code = sqlite3_extended_errcode(store->db);

    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
        code == SQLITE_CONSTRAINT_ROWID)
        return fail_unique(store);
    if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        return bina_error_plain(&store->error, BINA_ERR_REFERENCE);
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return bina_error_plain(&store->error, BINA_ERR_NO_MEMORY);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return bina_error_plain(&store->error, BINA_ERR_BUSY);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return bina_error_plain(&store->error, BINA_ERR_READ_ONLY);
    case SQLITE_NOTADB:
        return bina_error_set(&store->error, BINA_ERR_CORRUPT, "the file is no register of Bina",
                              "berkas ini bukan register Bina");
    case SQLITE_CORRUPT:
        return bina_error_plain(&store->error, BINA_ERR_CORRUPT);
    case SQLITE_FULL:
        (void)bina_error_set(&store->error, BINA_ERR_FULL,
                             "the disk is full and nothing of this change was stored; make room "
                             "and do it again",
                             "ruang disk habis dan perubahan ini tidak disimpan; sediakan ruang "
                             "lalu ulangi");
        bina_error_in_file(&store->error, store->path, 0, 0);
        return BINA_ERR_FULL;
    case SQLITE_TOOBIG:
        return bina_error_plain(&store->error, BINA_ERR_FULL);
    case SQLITE_CONSTRAINT:
        return bina_error_set(&store->error, BINA_ERR_INVALID, "the table refuses the value: %s",
                              "tabel menolak nilai: %s", sqlite3_errmsg(store->db));
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        if (sqlite3_system_errno(store->db) != 0)
            return bina_error_system(&store->error, "the file could not be read or written",
                                     "berkas tidak dapat dibaca atau ditulis",
                                     sqlite3_system_errno(store->db));
        return bina_error_set(
            &store->error, BINA_ERR_IO, "the file could not be read or written: %s",
            "berkas tidak dapat dibaca atau ditulis: %s", sqlite3_errmsg(store->db));
    default:
        return bina_error_set(&store->error, BINA_ERR_USAGE, "SQLite refuses: %s",
                              "SQLite menolak: %s", sqlite3_errmsg(store->db));
    }
}

bina_status
bina_store_no_memory(bina_store *store)
{
    return bina_error_plain(&store->error, BINA_ERR_NO_MEMORY);
}

bina_status
bina_store_start(bina_store *store)
{
    bina_error_clear(&store->error);
    if (store->db != NULL && !store->closed && store->tables[BINA_STORE].description != NULL)
        return BINA_OK;
    return bina_error_set(&store->error, BINA_ERR_USAGE, "the store is not open",
                          "berkas belum terbuka");
}

bina_status
bina_store_start_write(bina_store *store)
{
    bina_status status = bina_store_start(store);

    if (status == BINA_OK && store->read_only)
        status = bina_error_plain(&store->error, BINA_ERR_READ_ONLY);
    return status;
}

int64_t
bina_store_now(const bina_store *store)
{
    struct timespec now;

    if (store->clock_function != NULL)
        return store->clock_function(store->clock_data);
    if (store->clock != 0)
        return store->clock;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t
bina_store_today(const bina_store *store)
{
    const int64_t hour = 3600000, day = 24 * hour;
    int64_t now = bina_store_now(store) + bina_zone_hours(store->office) * hour;

    return now >= 0 ? now / day : -((-now + day - 1) / day);
}

/* Copies a text of the options; NULL stays NULL. */
static bool
copy(const char *text, char **to)
{
    *to = bina_text_copy(text);
    return text == NULL || *to != NULL;
}

/* Makes the file if the mode asks for a new one; so no other program can make it meanwhile. */
static bina_status
claim_new(bina_store *store)
{
    int file = open(store->path, O_CREAT | O_EXCL | O_RDWR, OWNER_ONLY);
    bina_status status;

    if (file >= 0) {
        close(file);
        return BINA_OK;
    }
    if (errno == EEXIST) {
        bina_error_set(&store->error, BINA_ERR_DUPLICATE, "the file is already there",
                       "berkas sudah ada");
        bina_error_in_file(&store->error, store->path, 0, 0);
        return BINA_ERR_DUPLICATE;
    }
    status = bina_error_system(&store->error, "the register cannot be made",
                               "register tidak dapat dibuat", errno);
    bina_error_in_file(&store->error, store->path, 0, 0);
    return status;
}

static bina_status
open_file(bina_store *store, bina_store_mode mode, int busy_timeout_ms)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    bina_status status = BINA_OK;

    if (mode == BINA_STORE_READ_ONLY)
        flags |= SQLITE_OPEN_READONLY;
    else
        flags |= SQLITE_OPEN_READWRITE;
    if (mode == BINA_STORE_OPEN_OR_CREATE || strcmp(store->path, ":memory:") == 0)
        flags |= SQLITE_OPEN_CREATE;
    else if (mode == BINA_STORE_CREATE_NEW)
        status = claim_new(store);
    if (mode == BINA_STORE_OPEN_OR_CREATE && strcmp(store->path, ":memory:") != 0) {
        /* When it cannot be made, or is there, SQLite will find that out and say so. */
        int file = open(store->path, O_CREAT | O_EXCL | O_RDWR, OWNER_ONLY);
        if (file >= 0)
            close(file);
    }
    if (status != BINA_OK)
        return status;
    status = mode == BINA_STORE_READ_ONLY ? bina_store_connect_reader(store, flags)
                                          : bina_store_connect(store, store->path, flags);
    if (status != BINA_OK)
        return status;
    if (busy_timeout_ms >= 0)
        sqlite3_busy_timeout(store->db, busy_timeout_ms == 0 ? BINA_DEFAULT_BUSY : busy_timeout_ms);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    /* What is removed or erased must not stay in freed pages either. */
    return bina_store_exec(store, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                                  " PRAGMA secure_delete = ON;"
                                  " PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
}

bina_status
bina_store_open(const char *path, const bina_store_options *options, bina_store **store)
{
    bina_store_options defaults = BINA_STORE_OPTIONS_INIT;
    bina_store *self;
    bina_status status;

    *store = NULL;
    self = calloc(1, sizeof *self);
    if (self == NULL)
        return BINA_ERR_NO_MEMORY;
    *store = self;
    if (!bina_options_take(&defaults, sizeof defaults, options) || path == NULL ||
        defaults.store_number < 0 || defaults.store_number > BINA_ID_MAX_STORE)
        return bina_error_plain(&self->error, BINA_ERR_USAGE);
    if (sodium_init() < 0)
        return bina_error_plain(&self->error, BINA_ERR_UNSUPPORTED);
    if (!copy(path, &self->path) || !copy(defaults.actor, &self->actor) ||
        !copy(defaults.purpose, &self->purpose))
        return bina_store_no_memory(self);
    self->language = defaults.language;
    self->clock = defaults.clock;
    self->clock_function = defaults.clock_function;
    self->clock_data = defaults.clock_data;
    self->threads = defaults.threads;
    self->read_only = defaults.mode == BINA_STORE_READ_ONLY;
    status = open_file(self, defaults.mode, defaults.busy_timeout_ms);
    if (status == BINA_OK)
        status = bina_store_migrate(self, &defaults);
    if (status == BINA_OK)
        status = bina_tables_load(self);
    if (status == BINA_OK && !self->read_only)
        status = bina_dated_settle(self);
    if (status != BINA_OK && bina_error_file(&self->error) == NULL)
        bina_error_in_file(&self->error, self->path, 0, 0);
    if (status != BINA_OK)
        bina_tables_free(self);
    return status;
}

static void
destroy(bina_store *store)
{
    bina_tables_free(store);
    bina_prepared_free(store);
    bina_refusals_free(store->refusals);
    sqlite3_finalize(store->add_change);
    sqlite3_finalize(store->each);
    if (store->db != NULL)
        sqlite3_close_v2(store->db);
    sodium_free(store->hash);
    free(store->frames);
    bina_buffer_free(&store->sql);
    bina_buffer_free(&store->old_json);
    bina_buffer_free(&store->new_json);
    free(store->path);
    free(store->office);
    free(store->actor);
    free(store->purpose);
    free(store->why);
    free(store->rule);
    free(store);
}

void
bina_store_hold(bina_store *store)
{
    store->children++;
}

void
bina_store_let_go(bina_store *store)
{
    store->children--;
    if (store->closed && store->children == 0)
        destroy(store);
}

void
bina_store_close(bina_store *store)
{
    if (store == NULL || store->closed)
        return;
    store->closed = true;
    while (store->depth > 0 && bina_store_rollback(store) == BINA_OK)
        continue;
    if (store->children == 0)
        destroy(store);
}

const bina_error *
bina_store_error(const bina_store *store)
{
    return &store->error;
}

int
bina_store_number(const bina_store *store)
{
    return store->number;
}

const char *
bina_store_office(const bina_store *store)
{
    return store->office;
}

bool
bina_store_is_read_only(const bina_store *store)
{
    return store->read_only;
}
