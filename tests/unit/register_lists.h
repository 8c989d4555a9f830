/* Small made-up lists for the tests of the register room, written to files under /tmp. */
#ifndef BINA_TESTS_REGISTER_LISTS_H
#define BINA_TESTS_REGISTER_LISTS_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <bina/register.h>

static bina_store *store;

static inline void
open_store(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;

    options.office = "52.03/1";
    options.actor = "L. Alwan Wijaya";
    options.clock = 1622505600000; /* 2021-06-01 */
    ck_assert_int_eq(bina_store_open(":memory:", &options, &store), BINA_OK);
}

static inline void
close_store(void)
{
    bina_store_close(store);
    store = NULL;
}

/* Runs a task to its end and gives the copy of a number of its result. */
static inline int64_t
finish(bina_task *task, int slot)
{
    int64_t number;
    bina_status status = bina_task_run(task);

    ck_assert_msg(status == BINA_OK, "%s", bina_error_message(bina_task_error(task), BINA_ENGLISH));
    number = bina_record_int(bina_task_result(task), slot);
    bina_task_free(task);
    return number;
}

/* Imports a text as a file of a list that speaks of a day; gives a count of the reading. */
static inline int64_t
import_of_day(const char *list, const char *text, int64_t day, int slot)
{
    char path[] = "/tmp/bina_register_XXXXXX";
    int file = mkstemp(path);
    bina_import_options options = BINA_IMPORT_OPTIONS_INIT;
    bina_task *task = NULL;
    int64_t number;

    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    options.list = list;
    options.list_date = day;
    ck_assert_int_eq(bina_register_import(store, path, &options, &task), BINA_OK);
    number = finish(task, slot);
    unlink(path);
    return number;
}

static inline int64_t
import_text(const char *list, const char *text, int slot)
{
    return import_of_day(list, text, 0, slot);
}

static inline void
import_dated(const char *list, const char *text, const char *day)
{
    int64_t number = 0;

    ck_assert(bina_date_parse(day, &number));
    import_of_day(list, text, number, 0);
}

static inline int64_t
reconcile(int slot)
{
    bina_task *task = NULL;

    ck_assert_int_eq(bina_register_reconcile(store, NULL, &task), BINA_OK);
    return finish(task, slot);
}

/* How many records of a kind there are where a field is so. */
static inline int64_t
count_where(int kind, int field, bina_compare compare, bina_value value)
{
    bina_query *query = bina_query_new(kind);
    int64_t count = -1;

    if (field >= 0)
        bina_query_where(query, field, compare, value);
    ck_assert_int_eq(bina_store_count(store, query, &count), BINA_OK);
    bina_query_free(query);
    return count;
}

static inline int64_t
count_of(int kind)
{
    return count_where(kind, -1, BINA_EQ, bina_null());
}

/* The n-th record (from 0) of a kind where a text field is so, or of all; yours, or NULL. */
static inline bina_record *
find_nth(int kind, int field, const char *text, int n)
{
    bina_query *query = bina_query_new(kind);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_record *found = NULL;

    if (text != NULL)
        bina_query_where_text(query, field, BINA_EQ, text);
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        if (n-- == 0)
            found = bina_record_copy(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return found;
}

static inline bina_id
id_of(int kind, int field, const char *text)
{
    bina_record *record = find_nth(kind, field, text, 0);
    bina_id id = record != NULL ? bina_record_id(record) : 0;

    bina_record_free(record);
    return id;
}

static const char disperin[] =
    "NO,NAMA PERUSAHAAN,NAMA PEMILIK,NIK,ALAMAT,DESA,KECAMATAN,NO TELP,KBLI,JENIS PRODUK\n"
    "1,KERUPUK MELATI,HJ. AMINAH,5203076107807001,DSN. BERMI RT.02,PANCOR,SELONG,081999000001,"
    "10794,KERUPUK\n"
    "2,,MAHSUN,,DSN. BERMI RT 03,PANCOR,SELONG,,10391,TEMPE\n"
    "3,KUB MEKAR,SAHDAN,,DSN. LOYOK DAYA RT 1,LOYOK,SIKUR,081999000002,16291,ANYAMAN BAMBU\n"
    "4,BAMBU SAHDAN,SAHDAN,,DSN. LOYOK DAYA RT 1,LOYOK,SIKUR,081999000002,16291,BAKUL\n"
    "5,TENUN IKAT LESTARI,INAQ SAHNIM,5203095010757002,DSN. TIMUK RT 4,PRINGGASELA,"
    "PRINGGASELA,081999000003,13122,TENUN IKAT\n";

static const char diskop[] =
    "No,Nama Pemilik,L/P,No KTP,Nama Usaha,Dusun,RT,Desa,Kecamatan,No HP,Bidang Usaha,Kode KBLI\n"
    "1,Hajjah Aminah,P,5203076107807001,Krupuk Melati,Bermi,02,Pancor,Selong,0819-9900-0001,"
    "Kerupuk,10794\n"
    "2,Aminah,P,5203076107807001,Kios Aminah,Bermi,02,Pancor,Selong,081999000001,Kios Sembako,"
    "47112\n"
    "3,Sahnim,P,5203095010757002,Tenun Lestari,Timuk,04,Pringgasela,Pringgasela,081999000003,"
    "Tenun Ikat,13122\n"
    "4,Ramlah,P,,Toko Berkah,Gandor,01,Selong,Selong,081999000004,Jual Beras,47241\n";

static inline void
import_both(bool other_order)
{
    if (other_order)
        import_text("diskop", diskop, BINA_INTAKE_ROWS);
    import_text("disperin", disperin, BINA_INTAKE_ROWS);
    if (!other_order)
        import_text("diskop", diskop, BINA_INTAKE_ROWS);
}

/* A row, given by list and number in the file. */
static inline bina_id
row_of(const char *list, int row)
{
    bina_id of = id_of(BINA_SOURCE_REGISTER, BINA_SOURCE_REGISTER_NAME, list), id = 0;
    bina_query *query = bina_query_new(BINA_SOURCE_RECORD);
    bina_cursor *cursor = NULL;
    const bina_record *record;

    bina_query_where_int(query, BINA_SOURCE_RECORD_REGISTER, BINA_EQ, of);
    bina_query_where_int(query, BINA_SOURCE_RECORD_ROW, BINA_EQ, row);
    bina_query_where_text(query, BINA_SOURCE_RECORD_STATE, BINA_EQ, "present");
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    if (bina_cursor_next(cursor, &record) == BINA_OK)
        id = bina_record_id(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return id;
}

/* The registrant of a row, given by list and number in the file. */
static inline bina_id
party_of(const char *list, int row)
{
    bina_id of = id_of(BINA_SOURCE_REGISTER, BINA_SOURCE_REGISTER_NAME, list), party = 0;
    bina_query *query = bina_query_new(BINA_SOURCE_RECORD);
    bina_cursor *cursor = NULL;
    const bina_record *record;

    bina_query_where_int(query, BINA_SOURCE_RECORD_REGISTER, BINA_EQ, of);
    bina_query_where_int(query, BINA_SOURCE_RECORD_ROW, BINA_EQ, row);
    bina_query_where_text(query, BINA_SOURCE_RECORD_STATE, BINA_EQ, "present");
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    if (bina_cursor_next(cursor, &record) == BINA_OK)
        party = bina_record_int(record, BINA_SOURCE_RECORD_PARTY);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return party;
}

#endif
