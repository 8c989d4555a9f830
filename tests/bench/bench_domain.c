/*
 * Enrolling with every check (the batch takes part and has a seat, the participant stands for
 * itself, is eligible, is in no other batch on the same days) against the same rows written by hand
 * through the raw SQLite API into the same tables and indexes, unchecked and unlogged. One
 * transaction each; the sides take turns; medians.
 *
 *     bench_domain [enrolments] [runs]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>
#include <bina.h>
#include <sqlite3.h>

#define RUNS_MOST 15
#define SEATS     20

enum side { BINA, RAW, SIDES };

static const char *const side_names[] = {"bina", "raw SQLite, no checks, no log"};

/* A register with people and open batches, three lessons each, before anybody is enrolled. */
typedef struct setting {
    bina_id *people, *batches;
    int count;
} setting;

static void
fail(const char *what)
{
    fprintf(stderr, "bench_domain: %s\n", what);
    exit(EXIT_FAILURE);
}

static double
seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void
must(bina_store *store, bina_status status)
{
    if (status != BINA_OK)
        fail(bina_error_message(bina_store_error(store), BINA_ENGLISH));
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
    options.clock = INT64_C(1782777600000); /* 2026-06-30 */
    must(NULL, bina_store_open(path, &options, &store));
    return store;
}

static bina_id
add(bina_store *store, bina_record *record)
{
    bina_id id;

    must(store, bina_store_add(store, record, &id));
    bina_record_free(record);
    return id;
}

static bina_id
add_programme(bina_store *store)
{
    bina_record *programme = bina_record_new(BINA_PROGRAMME);
    bina_id id;

    bina_set(programme, BINA_PROGRAMME_NAME, "Pelatihan IKM");
    id = add(store, programme);
    must(store, bina_advance(store, id, "open", NULL));
    return id;
}

static bina_id
add_batch(bina_store *store, bina_id programme, int number)
{
    bina_record *batch = bina_record_new(BINA_BATCH);
    int64_t start = 20635 + number % 300; /* from mid 2026 */
    bina_id id;

    bina_set_int(batch, BINA_BATCH_PROGRAMME, programme);
    bina_set_int(batch, BINA_BATCH_NUMBER, number);
    bina_set(batch, BINA_BATCH_ACTIVITY, "training");
    bina_set_int(batch, BINA_BATCH_SEATS, SEATS);
    bina_set_int(batch, BINA_BATCH_PLANNED_START, start);
    id = add(store, batch);
    must(store, bina_advance(store, id, "open", NULL));
    for (int n = 0; n < 3; n++) {
        bina_record *lesson = bina_record_new(BINA_LESSON);
        bina_set_int(lesson, BINA_LESSON_BATCH, id);
        bina_set_int(lesson, BINA_LESSON_NUMBER, n + 1);
        bina_set_int(lesson, BINA_LESSON_HOURS, 8);
        bina_set_int(lesson, BINA_LESSON_HELD_ON, start + n);
        (void)add(store, lesson);
    }
    return id;
}

static void
prepare_setting(const char *path, setting *s)
{
    bina_store *store = open_store(path);
    int batches = (s->count + SEATS - 1) / SEATS;
    bina_id programme;

    must(store, bina_store_begin(store, "setting"));
    programme = add_programme(store);
    for (int i = 0; i < s->count; i++) {
        bina_record *person = bina_record_new(BINA_PERSON);
        char name[32];
        snprintf(name, sizeof name, "Peserta %d", i);
        bina_set(person, BINA_PERSON_NAME, name);
        bina_set(person, BINA_PERSON_REGION, "52.03.05.2001");
        s->people[i] = add(store, person);
    }
    for (int i = 0; i < batches; i++)
        s->batches[i] = add_batch(store, programme, i + 1);
    must(store, bina_store_commit(store));
    bina_store_close(store);
}

static double
run_bina(const char *path, const setting *s)
{
    bina_store *store = open_store(path);
    bina_record *enrolment = bina_record_new(BINA_ENROLMENT);
    double start = seconds(), took;
    bina_id id;

    must(store, bina_store_begin(store, "enrol"));
    for (int i = 0; i < s->count; i++) {
        bina_record_clear(enrolment);
        bina_set_int(enrolment, BINA_ENROLMENT_BATCH, s->batches[i / SEATS]);
        bina_set_int(enrolment, BINA_ENROLMENT_PARTICIPANT, s->people[i]);
        bina_set(enrolment, BINA_ENROLMENT_STATE, "enrolled");
        must(store, bina_store_add(store, enrolment, &id));
    }
    must(store, bina_store_commit(store));
    took = seconds() - start;
    bina_record_free(enrolment);
    bina_store_close(store);
    return took;
}

static void
check(sqlite3 *db, int code)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        fail(sqlite3_errmsg(db));
}

static double
run_raw(const char *path, const setting *s)
{
    const int64_t first = (INT64_C(77) << 35) | ((int64_t)BINA_ENROLMENT << 28) | 1;
    sqlite3_stmt *insert;
    sqlite3 *db;
    double start, took;

    check(NULL, sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
    check(db, sqlite3_exec(db,
                           "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                           "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY",
                           NULL, NULL, NULL));
    check(db, sqlite3_prepare_v3(db,
                                 "INSERT INTO enrolments (id, revision, batch, participant, state,"
                                 " began) VALUES (?, 1, ?, ?, 'enrolled', '2026-06-30')",
                                 -1, SQLITE_PREPARE_PERSISTENT, &insert, NULL));
    start = seconds();
    check(db, sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
    for (int i = 0; i < s->count; i++) {
        sqlite3_bind_int64(insert, 1, first + i);
        sqlite3_bind_int64(insert, 2, s->batches[i / SEATS]);
        sqlite3_bind_int64(insert, 3, s->people[i]);
        check(db, sqlite3_step(insert));
        check(db, sqlite3_reset(insert));
    }
    check(db, sqlite3_exec(db, "COMMIT", NULL, NULL, NULL));
    took = seconds() - start;
    sqlite3_finalize(insert);
    check(db, sqlite3_close(db));
    return took;
}

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

static void
entry(FILE *json, bool first, const char *tool, const char *metric, double value, const char *unit)
{
    fprintf(json,
            "%s  {\"task\": \"enrol with every check\", \"tool\": \"%s\", \"version\": \"%s\","
            " \"metric\": \"%s\", \"value\": %.4f, \"unit\": \"%s\"}",
            first ? "[\n" : ",\n", tool,
            strcmp(tool, "bina") == 0 ? BINA_VERSION : sqlite3_libversion(), metric, value, unit);
    printf("%-30s %-32s %-8s %12.2f %s\n", "enrol with every check", tool, metric, value, unit);
}

int
main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 10000, runs = argc > 2 ? atoi(argv[2]) : 5;
    double rates[SIDES][RUNS_MOST], ratios[RUNS_MOST];
    char folder[] = "build/bench/domain-XXXXXX", path[128];
    struct utsname machine;
    setting s = {.count = count};
    FILE *json;

    if (count < 1 || count > 100000 || runs < 1 || runs > RUNS_MOST)
        fail("enrolments are 1 to 100000, runs 1 to 15");
    if (mkdtemp(folder) == NULL)
        fail("run it from the top folder, with build/bench there");
    snprintf(path, sizeof path, "%s/register.db", folder);
    s.people = calloc((size_t)count, sizeof *s.people);
    s.batches = calloc((size_t)count, sizeof *s.batches);
    if (s.people == NULL || s.batches == NULL)
        fail("out of memory");
    for (int run = 0; run < runs; run++) {
        for (int turn = 0; turn < SIDES; turn++) {
            int side = (turn + run) % SIDES;
            prepare_setting(path, &s);
            rates[side][run] = count / (side == BINA ? run_bina(path, &s) : run_raw(path, &s));
            remove_file(path);
        }
        ratios[run] = rates[BINA][run] / rates[RAW][run];
    }
    rmdir(folder);
    free(s.people);
    free(s.batches);

    uname(&machine);
    printf("%s %s, %s; SQLite %s, Bina %s; %d enrolments in batches of %d, %d runs, medians\n",
           machine.sysname, machine.release, machine.machine, sqlite3_libversion(), BINA_VERSION,
           count, SEATS, runs);
    json = fopen("build/bench/domain.json", "w");
    if (json == NULL)
        fail("build/bench/domain.json cannot be written");
    for (int side = 0; side < SIDES; side++)
        entry(json, side == 0, side_names[side], "rate", median(rates[side], runs), "rows/s");
    entry(json, false, "bina", "ratio", median(ratios, runs), "of raw");
    fputs("\n]\n", json);
    if (fclose(json) != 0)
        fail("build/bench/domain.json cannot be written");
    return EXIT_SUCCESS;
}
