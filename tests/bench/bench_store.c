/*
 * Bulk add against hand-written prepared statements on the raw SQLite API.
 *
 * Both sides fill the same file: the tables and indexes of a fresh store, the same pragmas, one
 * transaction. The raw side writes the same rows; once with the same log (a change per record with
 * its JSON, salt and keyed BLAKE2b, chained into a commit), once without. The sides take turns;
 * medians.
 *
 *     bench_store [rows] [runs]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>
#include <bina.h>
#include <sodium.h>
#include <sqlite3.h>

#define RUNS_MOST 15

typedef struct row {
    char name[40], nib[16], address[48], product[24];
    const char *region, *activity, *scope, *status;
    int64_t workers, sales, founded;
    double latitude, longitude;
} row;

enum side { BINA, RAW_WITH_LOG, RAW_WITHOUT_LOG, SIDES };

static const char *const side_names[] = {"bina", "raw SQLite with log", "raw SQLite without log"};

static void
fail(const char *what)
{
    fprintf(stderr, "bench_store: %s\n", what);
    exit(EXIT_FAILURE);
}

static double
seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Made-up enterprises, the same at every run. */
static row *
make_rows(int count)
{
    static const char *const regions[] = {"52.03.05.2001", "52.03.05.2002", "52.03.05.2003",
                                          "52.03.05.2004", "52.03.01.2001", "52.03.01.2002",
                                          "52.03.02.2001", "52.03.03.2001"};
    static const char *const activities[] = {"10792", "13121", "16291", "31001"};
    static const char *const things[] = {"kerupuk ikan", "tenun ikat", "anyaman bambu", "mebel"};
    row *rows = calloc((size_t)count, sizeof *rows);
    uint64_t seed = 20201109;

    if (rows == NULL)
        fail("out of memory");
    for (int i = 0; i < count; i++) {
        row *r = &rows[i];
        unsigned draw;
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        draw = (unsigned)(seed >> 33);
        snprintf(r->name, sizeof r->name, "Usaha %s %06u", things[draw % 4], draw % 1000000);
        if (draw % 5 < 2)
            snprintf(r->nib, sizeof r->nib, "9120%09d", i);
        snprintf(r->address, sizeof r->address, "Dusun %u RT %02u RW %02u", draw % 40, draw % 9 + 1,
                 draw % 5 + 1);
        snprintf(r->product, sizeof r->product, "%s", things[draw % 4]);
        r->region = regions[draw / 7 % 8];
        r->activity = activities[draw % 4];
        r->scope = "industry";
        r->status = draw % 10 == 0 ? "paused" : "active";
        r->workers = draw % 20 + 1;
        r->sales = (int64_t)(draw % 1000) * 1000000;
        r->founded = 1990 + draw % 30;
        r->latitude = -8.5 - (double)(draw % 1000) / 10000;
        r->longitude = 116.5 + (double)(draw % 777) / 10000;
    }
    return rows;
}

static void
remove_file(const char *path)
{
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[256];

    for (int i = 0; i < 3; i++) {
        snprintf(name, sizeof name, "%s%s", path, tails[i]);
        unlink(name);
    }
}

static bina_store *
open_store(const char *path)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_store *store;

    options.actor = "bench";
    options.store_number = 77;
    if (bina_store_open(path, &options, &store) != BINA_OK)
        fail(bina_error_message(bina_store_error(store), BINA_ENGLISH));
    return store;
}

/* ---- bina ---- */

static bina_cursor *
make_cursor(const row *rows, int count)
{
    bina_rows *table = bina_rows_new(bina_kind_description(BINA_ENTERPRISE));
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);

    for (int i = 0; i < count; i++) {
        const row *r = &rows[i];
        bina_record_clear(shop);
        bina_set(shop, BINA_ENTERPRISE_NAME, r->name);
        if (r->nib[0] != '\0')
            bina_set(shop, BINA_ENTERPRISE_NIB, r->nib);
        bina_set(shop, BINA_ENTERPRISE_REGION, r->region);
        bina_set(shop, BINA_ENTERPRISE_ADDRESS, r->address);
        bina_set(shop, BINA_ENTERPRISE_ACTIVITY, r->activity);
        bina_set(shop, BINA_ENTERPRISE_PRODUCT, r->product);
        bina_set(shop, BINA_ENTERPRISE_SCOPE, r->scope);
        bina_set(shop, BINA_ENTERPRISE_STATUS, r->status);
        bina_set(shop, BINA_ENTERPRISE_FOUNDED, r->founded);
        bina_set(shop, BINA_ENTERPRISE_WORKERS, r->workers);
        bina_set(shop, BINA_ENTERPRISE_SALES, r->sales);
        bina_set(shop, BINA_ENTERPRISE_LATITUDE, r->latitude);
        bina_set(shop, BINA_ENTERPRISE_LONGITUDE, r->longitude);
        if (bina_rows_add(table, shop) != BINA_OK)
            fail("rows");
    }
    bina_record_free(shop);
    return bina_rows_to_cursor(table);
}

static double
run_bina(const char *path, const row *rows, int count)
{
    bina_cursor *cursor = make_cursor(rows, count);
    bina_store *store = open_store(path);
    double start = seconds(), took;
    int64_t added;

    if (bina_store_add_all(store, cursor, &added) != BINA_OK || added != count)
        fail(bina_error_message(bina_store_error(store), BINA_ENGLISH));
    took = seconds() - start;
    bina_cursor_free(cursor);
    bina_store_close(store);
    return took;
}

/* ---- raw ---- */

static void
check(sqlite3 *db, int code)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        fail(sqlite3_errmsg(db));
}

static sqlite3_stmt *
prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement;
    check(db, sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
    return statement;
}

static void
hex(const unsigned char *bytes, int count, char *text)
{
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < count; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
}

static char
check_character(const char *text)
{
    static const char all[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int product = 36;

    for (; *text != '\0'; text++) {
        int value = *text <= '9' ? *text - '0' : *text - 'A' + 10;
        int sum = (product + value) % 36;
        product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return all[(37 - product) % 36];
}

/* "E-002D-0001-J", as Bina numbers enterprises of store 77. */
static void
make_number(int counter, char number[16])
{
    static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    char plain[10] = "E002D";

    for (int i = 0; i < 4; i++)
        plain[8 - i] = digits[counter >> (5 * i) & 31];
    plain[9] = '\0';
    snprintf(number, 16, "E-002D-%s-%c", plain + 5, check_character(plain));
}

static void
text(sqlite3_stmt *statement, int at, const char *value)
{
    if (value[0] == '\0')
        sqlite3_bind_null(statement, at);
    else
        sqlite3_bind_text(statement, at, value, -1, SQLITE_STATIC);
}

static void
hash_int(crypto_generichash_state *hash, int64_t value)
{
    crypto_generichash_update(hash, (const unsigned char *)&value, sizeof value);
}

static double
run_raw(const char *path, const row *rows, int count, bool log)
{
    const int64_t first = (INT64_C(77) << 35) | (INT64_C(12) << 28) | 1;
    const int64_t change = (INT64_C(77) << 35) | (INT64_C(61) << 28) | 1;
    unsigned char salts[64][16], commitment[32];
    char number[16], json[1024], salt_hex[32], commitment_hex[64], nib[32];
    crypto_generichash_state chain, one;
    sqlite3_stmt *add, *add_change;
    sqlite3 *db;
    double start, took;

    bina_store_close(open_store(path)); /* the same tables and indexes */
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        fail("open");
    check(db, sqlite3_exec(db,
                           "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                           "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY",
                           NULL, NULL, NULL));
    add = prepare(db, "INSERT INTO enterprises (id, revision, number, name, nib, region, address,"
                      " activity, product, scope, status, founded, workers, sales, latitude,"
                      " longitude) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    add_change = prepare(db, "INSERT INTO changes (id, revision, commit_number, record, action,"
                             " new, salt, commitment) VALUES (?, 1, 1, ?, 'add', ?, ?, ?)");
    start = seconds();
    check(db, sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
    crypto_generichash_init(&chain, NULL, 0, 32);
    for (int i = 0; i < count; i++) {
        const row *r = &rows[i];
        const unsigned char *salt = salts[i % 64];
        int length;
        make_number(i + 1, number);
        sqlite3_bind_int64(add, 1, first + i);
        text(add, 2, number);
        text(add, 3, r->name);
        text(add, 4, r->nib);
        text(add, 5, r->region);
        text(add, 6, r->address);
        text(add, 7, r->activity);
        text(add, 8, r->product);
        text(add, 9, r->scope);
        text(add, 10, r->status);
        sqlite3_bind_int64(add, 11, r->founded);
        sqlite3_bind_int64(add, 12, r->workers);
        sqlite3_bind_int64(add, 13, r->sales);
        sqlite3_bind_double(add, 14, r->latitude);
        sqlite3_bind_double(add, 15, r->longitude);
        check(db, sqlite3_step(add));
        check(db, sqlite3_reset(add));
        if (!log)
            continue;
        if (i % 64 == 0)
            randombytes_buf(salts, sizeof salts);
        snprintf(nib, sizeof nib, r->nib[0] != '\0' ? ",\"nib\":\"%s\"" : "", r->nib);
        length =
            snprintf(json, sizeof json,
                     "{\"revision\":1,\"number\":\"%s\",\"name\":\"%s\"%s,\"region\":\"%s\","
                     "\"address\":\"%s\",\"activity\":\"%s\",\"product\":\"%s\",\"scope\":\"%s\","
                     "\"status\":\"%s\",\"founded\":%" PRId64 ",\"workers\":%" PRId64
                     ",\"sales\":%" PRId64 ",\"latitude\":%.17g,\"longitude\":%.17g}",
                     number, r->name, nib, r->region, r->address, r->activity, r->product, r->scope,
                     r->status, r->founded, r->workers, r->sales, r->latitude, r->longitude);
        crypto_generichash_init(&one, salt, 16, 32);
        hash_int(&one, first + i);
        hash_int(&one, 3);
        crypto_generichash_update(&one, (const unsigned char *)"add", 3);
        hash_int(&one, -1);
        hash_int(&one, length);
        crypto_generichash_update(&one, (const unsigned char *)json, (unsigned long long)length);
        crypto_generichash_final(&one, commitment, 32);
        crypto_generichash_update(&chain, commitment, 32);
        hex(salt, 16, salt_hex);
        hex(commitment, 32, commitment_hex);
        sqlite3_bind_int64(add_change, 1, change + i);
        sqlite3_bind_int64(add_change, 2, first + i);
        sqlite3_bind_text(add_change, 3, json, length, SQLITE_STATIC);
        sqlite3_bind_text(add_change, 4, salt_hex, 32, SQLITE_STATIC);
        sqlite3_bind_text(add_change, 5, commitment_hex, 64, SQLITE_STATIC);
        check(db, sqlite3_step(add_change));
        check(db, sqlite3_reset(add_change));
    }
    if (log) {
        crypto_generichash_final(&chain, commitment, 32);
        check(db, sqlite3_exec(db,
                               "INSERT INTO commits (id, revision, number, actor, hash)"
                               " VALUES (1, 1, 1, 'bench', 'x')",
                               NULL, NULL, NULL));
    }
    check(db, sqlite3_exec(db, "COMMIT", NULL, NULL, NULL));
    took = seconds() - start;
    sqlite3_finalize(add);
    sqlite3_finalize(add_change);
    check(db, sqlite3_close(db));
    return took;
}

/* ---- the report ---- */

static int
compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double
median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

/* The rounds' ratios, not the ratio of medians: a busy machine slows a round as a whole. */
static double
median_ratio(const double *of, const double *to, int count)
{
    double ratios[RUNS_MOST];

    for (int run = 0; run < count; run++)
        ratios[run] = of[run] / to[run];
    return median(ratios, count);
}

static void
entry(FILE *json, bool first, const char *task, const char *tool, const char *metric, double value,
      const char *unit)
{
    bool bina = strcmp(tool, "bina") == 0;
    fprintf(json,
            "%s  {\"task\": \"%s\", \"tool\": \"%s\", \"version\": \"%s\", \"metric\": \"%s\","
            " \"value\": %.4f, \"unit\": \"%s\"}",
            first ? "[\n" : ",\n", task, tool, bina ? BINA_VERSION : sqlite3_libversion(), metric,
            value, unit);
    printf("%-34s %-24s %-10s %14.2f %s\n", task, tool, metric, value, unit);
}

int
main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 50000, runs = argc > 2 ? atoi(argv[2]) : 7;
    double rates[SIDES][RUNS_MOST], medians[SIDES], with_log, without_log;
    char folder[] = "build/bench/store-XXXXXX", path[128];
    struct utsname machine;
    FILE *json;
    row *rows;

    if (count < 1 || count > 1000000 || runs < 1 || runs > RUNS_MOST)
        fail("rows are 1 to 1000000, runs 1 to 15");
    if (sodium_init() < 0 || mkdtemp(folder) == NULL)
        fail("run it from the top folder, with build/bench there");
    snprintf(path, sizeof path, "%s/store.db", folder);
    rows = make_rows(count);
    for (int run = 0; run < runs; run++)
        for (int turn = 0; turn < SIDES; turn++) {
            int side = (turn + run) % SIDES;
            double took = side == BINA ? run_bina(path, rows, count)
                                       : run_raw(path, rows, count, side == RAW_WITH_LOG);
            remove_file(path);
            rates[side][run] = count / took;
        }
    with_log = median_ratio(rates[BINA], rates[RAW_WITH_LOG], runs);
    without_log = median_ratio(rates[BINA], rates[RAW_WITHOUT_LOG], runs);
    for (int side = 0; side < SIDES; side++)
        medians[side] = median(rates[side], runs);
    rmdir(folder);
    free(rows);

    uname(&machine);
    printf("%s %s, %s; SQLite %s, libsodium %s, Bina %s; %d enterprises, %d runs a side, medians\n",
           machine.sysname, machine.release, machine.machine, sqlite3_libversion(),
           sodium_version_string(), BINA_VERSION, count, runs);
    json = fopen("build/bench/store.json", "w");
    if (json == NULL)
        fail("build/bench/store.json cannot be written");
    for (int side = 0; side < SIDES; side++)
        entry(json, side == 0,
              side == RAW_WITHOUT_LOG ? "bulk add, no log on the raw side" : "bulk add",
              side_names[side], "rate", medians[side], "rows/s");
    entry(json, false, "bulk add", "bina", "ratio", with_log, "of raw");
    entry(json, false, "bulk add, no log on the raw side", "bina", "ratio", without_log, "of raw");
    fputs("\n]\n", json);
    if (fclose(json) != 0)
        fail("build/bench/store.json cannot be written");
    return EXIT_SUCCESS;
}
