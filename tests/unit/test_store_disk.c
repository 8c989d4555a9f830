/*
 * The disk fails at every point of a scenario: a write or a sync that fails, or a full disk. What
 * fails says so, the handle can be used on, and the file is sound when the disk is well again.
 */
#include "test_store.h"
#include <limits.h>
#include <sqlite3.h>

/* ---- a disk that fails ---- */

static sqlite3_vfs *real;
static sqlite3_vfs failing;
static long left = -1; /* writes and syncs until one fails; less than 0: never */
static int failure;    /* SQLITE_IOERR_WRITE or SQLITE_FULL */
static bool failed;

typedef struct disk_file {
    sqlite3_file base;
    sqlite3_file *real; /* behind this struct */
} disk_file;

static bool
fails(void)
{
    if (left < 0 || left-- > 0)
        return false;
    failed = true;
    left = -1;
    return true;
}

#define REAL(file) (((disk_file *)(file))->real)

static int
disk_close(sqlite3_file *file)
{
    return REAL(file)->pMethods->xClose(REAL(file));
}
static int
disk_read(sqlite3_file *file, void *to, int count, sqlite3_int64 at)
{
    return REAL(file)->pMethods->xRead(REAL(file), to, count, at);
}
static int
disk_write(sqlite3_file *file, const void *from, int count, sqlite3_int64 at)
{
    return fails() ? failure : REAL(file)->pMethods->xWrite(REAL(file), from, count, at);
}
static int
disk_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return fails() ? SQLITE_IOERR_TRUNCATE : REAL(file)->pMethods->xTruncate(REAL(file), size);
}
static int
disk_sync(sqlite3_file *file, int flags)
{
    return fails() ? SQLITE_IOERR_FSYNC : REAL(file)->pMethods->xSync(REAL(file), flags);
}
static int
disk_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return REAL(file)->pMethods->xFileSize(REAL(file), size);
}
static int
disk_lock(sqlite3_file *file, int level)
{
    return REAL(file)->pMethods->xLock(REAL(file), level);
}
static int
disk_unlock(sqlite3_file *file, int level)
{
    return REAL(file)->pMethods->xUnlock(REAL(file), level);
}
static int
disk_reserved(sqlite3_file *file, int *reserved)
{
    return REAL(file)->pMethods->xCheckReservedLock(REAL(file), reserved);
}
static int
disk_control(sqlite3_file *file, int code, void *data)
{
    return REAL(file)->pMethods->xFileControl(REAL(file), code, data);
}
static int
disk_sector(sqlite3_file *file)
{
    return REAL(file)->pMethods->xSectorSize(REAL(file));
}
static int
disk_device(sqlite3_file *file)
{
    return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file));
}
static int
disk_map(sqlite3_file *file, int region, int size, int extend, void volatile **map)
{
    return REAL(file)->pMethods->xShmMap(REAL(file), region, size, extend, map);
}
static int
disk_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return REAL(file)->pMethods->xShmLock(REAL(file), offset, count, flags);
}
static void
disk_barrier(sqlite3_file *file)
{
    REAL(file)->pMethods->xShmBarrier(REAL(file));
}
static int
disk_unmap(sqlite3_file *file, int drop)
{
    return REAL(file)->pMethods->xShmUnmap(REAL(file), drop);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = disk_close,
    .xRead = disk_read,
    .xWrite = disk_write,
    .xTruncate = disk_truncate,
    .xSync = disk_sync,
    .xFileSize = disk_size,
    .xLock = disk_lock,
    .xUnlock = disk_unlock,
    .xCheckReservedLock = disk_reserved,
    .xFileControl = disk_control,
    .xSectorSize = disk_sector,
    .xDeviceCharacteristics = disk_device,
    .xShmMap = disk_map,
    .xShmLock = disk_shm_lock,
    .xShmBarrier = disk_barrier,
    .xShmUnmap = disk_unmap,
};

static int
disk_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out)
{
    disk_file *self = (disk_file *)file;
    int code;

    (void)vfs;
    self->real = (sqlite3_file *)(self + 1);
    code = real->xOpen(real, name, self->real, flags, out);
    self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
    return code;
}

static void
use_failing_disk(void)
{
    if (real != NULL)
        return; /* by an earlier test of this process */
    real = sqlite3_vfs_find(NULL);
    failing = *real;
    failing.zName = "failing";
    failing.szOsFile = (int)sizeof(disk_file) + real->szOsFile;
    failing.xOpen = disk_open;
    ck_assert_int_eq(sqlite3_vfs_register(&failing, 1), SQLITE_OK);
}

/* ---- the scenario ---- */

static bool
went_well(bina_status status)
{
    ck_assert_msg(status >= 0 || failed, "%s without a failed write", bina_status_name(status));
    ck_assert_msg(status >= 0 || status == BINA_ERR_IO || status == BINA_ERR_FULL ||
                      status == BINA_ERR_USAGE || status == BINA_ERR_NOT_FOUND ||
                      status == BINA_ERR_READ_ONLY,
                  "%s", bina_status_name(status));
    return status >= 0;
}

/* Every id for which add and commit said yes. */
static bina_id kept[8];
static int kept_count;

static void
add(bina_store *store, const char *name)
{
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    bina_id id;

    bina_set(shop, BINA_ENTERPRISE_NAME, name);
    if (went_well(bina_store_add(store, shop, &id)))
        kept[kept_count++] = id;
    bina_record_free(shop);
}

static void
scenario(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_store *store;
    bina_record *change = bina_record_new(BINA_ENTERPRISE);

    kept_count = 0;
    options.clock = TEST_CLOCK;
    options.store_number = 77;
    if (went_well(bina_store_open(test_path, &options, &store))) {
        add(store, "Satu");
        add(store, "Dua");
        if (kept_count > 0) {
            bina_set_int(change, BINA_ENTERPRISE_ID, kept[0]);
            bina_set(change, BINA_ENTERPRISE_STATUS, "active");
            went_well(bina_store_update(store, change));
            went_well(bina_store_set_dated(store, kept[0], BINA_ENTERPRISE_STATUS,
                                           bina_text("paused"), 18000));
        }
        if (went_well(bina_store_begin(store, NULL))) {
            bina_record_clear(change);
            bina_set(change, BINA_ENTERPRISE_NAME, "Tiga");
            went_well(bina_store_add(store, change, NULL));
            if (bina_store_depth(store) > 0 && !went_well(bina_store_commit(store)))
                if (bina_store_depth(store) > 0)
                    bina_store_rollback(store);
        }
        /* The one failure is past: the handle works. */
        add(store, "Empat");
        ck_assert(!failed || left == -1);
    }
    bina_record_free(change);
    bina_store_close(store);
}

static void
expect_sound_file(void)
{
    bina_store *store = test_open();
    bina_cursor *cursor;
    const bina_record *fault;

    ck_ok(store, bina_store_verify(store, &cursor));
    if (bina_cursor_next(cursor, &fault) == BINA_OK)
        ck_abort_msg("%s", bina_record_text(fault, BINA_VERIFY_MESSAGE));
    bina_cursor_free(cursor);
    /* What was confirmed is there. */
    for (int i = 0; i < kept_count; i++) {
        bina_record *shop;
        ck_ok(store, bina_store_get(store, kept[i], &shop));
        bina_record_free(shop);
    }
    bina_store_close(store);
}

START_TEST(every_write_may_fail)
{
    static const int failures[] = {SQLITE_IOERR_WRITE, SQLITE_FULL};
    long total;

    use_failing_disk();
    failed = false;
    left = LONG_MAX;
    scenario();
    total = LONG_MAX - left;
    left = -1;
    ck_assert_int_gt(total, 50);
    failure = failures[_i];
    for (long n = 0; n < total; n += 1 + total / 37) {
        test_end();
        test_begin();
        failed = false;
        left = n;
        scenario();
        left = -1;
        expect_sound_file();
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store disk");
    TCase *tests = tcase_create("disk");

    tcase_set_timeout(tests, 120);
    tcase_add_checked_fixture(tests, test_begin, test_end);
    tcase_add_loop_test(tests, every_write_may_fail, 0, 2);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
