/*
 * Online backup as a task. A connection of its own holds one snapshot, so that the copy is the
 * register at one moment however much is written meanwhile. The copy grows under another name and
 * is renamed when it is whole and on the disk.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/system.h"
#include "base/text.h"
#include "model/task.h"
#include "store/inside.h"

#define PAGES_A_STEP 2048 /* 8 MiB: about a tenth of a second */

typedef struct backup {
    bina_store *store;
    sqlite3 *from; /* the store's own for a store in memory */
    sqlite3 *to;
    sqlite3_backup *running;
    char *path, *partial;
    bool done;
} backup;

static bina_status
fail_system(bina_error *error, int reason, const char *path)
{
    bina_status status = bina_error_system(error, "the register cannot be copied to this file",
                                           "register tidak dapat disalin ke berkas ini", reason);

    bina_error_in_file(error, path, 0, 0);
    return status;
}

static bina_status
fail(bina_error *error, int code, const char *path)
{
    bina_status status = (code & 0xff) == SQLITE_FULL    ? BINA_ERR_FULL
                         : (code & 0xff) == SQLITE_NOMEM ? BINA_ERR_NO_MEMORY
                         : (code & 0xff) == SQLITE_BUSY  ? BINA_ERR_BUSY
                                                         : BINA_ERR_IO;
    bina_error_plain(error, status);
    bina_error_in_file(error, path, 0, 0);
    return status;
}

static void
free_backup(void *self)
{
    backup *b = self;

    sqlite3_backup_finish(b->running);
    sqlite3_close_v2(b->to);
    if (b->from != b->store->db)
        sqlite3_close_v2(b->from);
    if (!b->done && b->partial != NULL)
        unlink(b->partial);
    bina_store_let_go(b->store);
    free(b->path);
    free(b->partial);
    free(b);
}

/* Makes the folder remember the new name. */
static void
sync_folder(const char *path)
{
    char *folder = bina_text_copy(path);
    char *slash = folder == NULL ? NULL : strrchr(folder, '/');
    int file;

    if (folder == NULL)
        return;
    if (slash == folder)
        slash[1] = '\0';
    else if (slash != NULL)
        *slash = '\0';
    file = open(slash == NULL ? "." : folder, O_RDONLY);
    if (file >= 0) {
        fsync(file);
        close(file);
    }
    free(folder);
}

/* The copy is whole: it goes to the disk and takes its name. */
static bina_status
finish(backup *b, bina_error *error)
{
    int code = sqlite3_backup_finish(b->running), file, reason = 0;

    b->running = NULL;
    if (code != SQLITE_OK)
        return fail(error, code, b->partial);
    code = sqlite3_close(b->to);
    if (code != SQLITE_OK)
        return fail(error, code, b->partial);
    b->to = NULL;
    file = open(b->partial, O_RDWR);
    if (file < 0 || fsync(file) != 0)
        reason = errno;
    if (file >= 0)
        close(file);
    if (reason == 0 && rename(b->partial, b->path) != 0)
        reason = errno;
    if (reason != 0)
        return fail_system(error, reason, b->path);
    b->done = true;
    sync_folder(b->path);
    return BINA_DONE;
}

static bina_status
step(void *self, bina_task_state *state)
{
    backup *b = self;
    int code = sqlite3_backup_step(b->running, PAGES_A_STEP);

    state->stage[BINA_ENGLISH] = "copying the register";
    state->stage[BINA_INDONESIAN] = "menyalin register";
    state->progress.total = sqlite3_backup_pagecount(b->running);
    state->progress.done = state->progress.total - sqlite3_backup_remaining(b->running);
    if (code == SQLITE_OK)
        return BINA_OK;
    if (code == SQLITE_DONE)
        return finish(b, &state->error);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        sqlite3_sleep(20); /* try again at the next step */
        return BINA_OK;
    }
    return fail(&state->error, code, b->partial);
}

/* A second connection that stands in one snapshot. */
static bina_status
open_source(backup *b, bina_error *error)
{
    int code;

    if (strcmp(b->store->path, ":memory:") == 0) {
        b->from = b->store->db;
        return BINA_OK;
    }
    code =
        sqlite3_open_v2(b->store->path, &b->from,
                        SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (code == SQLITE_OK) {
        sqlite3_busy_timeout(b->from, BINA_DEFAULT_BUSY);
        code = sqlite3_exec(b->from, "BEGIN; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    }
    return code == SQLITE_OK ? BINA_OK : fail(error, code, b->store->path);
}

/* A copy of personal data is open to nobody to whom the register is closed. */
static bina_status
make_target(const backup *b, bina_error *error)
{
    struct stat register_file;
    mode_t mode = stat(b->store->path, &register_file) == 0 ? register_file.st_mode & 0666 : 0600;
    int file = open(b->partial, O_RDWR | O_CREAT | O_EXCL, mode);

    if (file < 0)
        return fail_system(error, errno, b->path);
    close(file);
    return BINA_OK;
}

static bina_status
open_target(backup *b, bina_error *error)
{
    static const char *const leftovers[] = {"-journal", "-wal", "-shm"};
    bina_buffer name = {0};
    bina_status status;
    size_t i;
    int code;

    /* What a killed backup left behind. */
    unlink(b->partial);
    for (i = 0; i < sizeof leftovers / sizeof *leftovers; i++) {
        bina_buffer_clear(&name);
        bina_buffer_print(&name, "%s%s", b->partial, leftovers[i]);
        if (!name.failed)
            unlink(name.bytes);
    }
    bina_buffer_free(&name);
    status = make_target(b, error);
    if (status != BINA_OK)
        return status;
    code =
        sqlite3_open_v2(b->partial, &b->to,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL);
    /* Nobody knows the file yet, and it is synced as a whole before it is named. */
    if (code == SQLITE_OK)
        code = sqlite3_exec(b->to, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF", NULL,
                            NULL, NULL);
    if (code != SQLITE_OK)
        return fail(error, code, b->partial);
    b->running = sqlite3_backup_init(b->to, "main", b->from, "main");
    return b->running != NULL ? BINA_OK : fail(error, sqlite3_errcode(b->to), b->partial);
}

/* A copy takes the place of what has its name: neither the register itself, nor a device. */
static bina_status
check_target(bina_store *store, const char *path)
{
    struct stat target, own;
    bool there = path != NULL && stat(path, &target) == 0;

    if (path == NULL || strcmp(path, store->path) == 0 ||
        (there && stat(store->path, &own) == 0 && own.st_dev == target.st_dev &&
         own.st_ino == target.st_ino))
        return bina_error_set(&store->error, BINA_ERR_USAGE,
                              "a backup needs a file name other than the register's own",
                              "cadangan memerlukan nama berkas lain daripada register itu sendiri");
    if (there && !S_ISREG(target.st_mode)) {
        bina_error_set(&store->error, BINA_ERR_USAGE,
                       "a register is copied to a file; this is none",
                       "register disalin ke berkas; ini bukan berkas");
        bina_error_in_file(&store->error, path, 0, 0);
        return BINA_ERR_USAGE;
    }
    return BINA_OK;
}

bina_status
bina_store_backup(bina_store *store, const char *path, bina_task **task)
{
    static const bina_work work = {step, free_backup};
    bina_status status = bina_store_start(store);
    bina_buffer partial = {0};
    backup *b;

    *task = NULL;
    if (status == BINA_OK)
        status = check_target(store, path);
    if (status != BINA_OK)
        return status;
    b = calloc(1, sizeof *b);
    if (b == NULL)
        return bina_store_no_memory(store);
    b->store = store;
    bina_store_hold(store);
    b->path = bina_text_copy(path);
    bina_buffer_print(&partial, "%s.partial", path);
    if (partial.failed)
        bina_buffer_free(&partial);
    b->partial = partial.bytes;
    if (b->path == NULL || b->partial == NULL)
        status = bina_store_no_memory(store);
    if (status == BINA_OK)
        status = open_source(b, &store->error);
    if (status == BINA_OK)
        status = open_target(b, &store->error);
    if (status != BINA_OK) {
        free_backup(b);
        return status;
    }
    *task = bina_task_new(&work, b);
    return *task != NULL ? BINA_OK : bina_store_no_memory(store);
}
