/*
 * What the tests of cases ask of a register: a case is a few rows of made-up people on two or more
 * lists, read alone or among the rows of an ordinary village, and the same must come of it.
 */
#ifndef BINA_TESTS_REGISTER_CASES_H
#define BINA_TESTS_REGISTER_CASES_H

#include "register_lists.h"

/* Columns of most cases. */
#define HEADER                                                                                     \
    "No,Nama Pemilik,No KTP,Nama Usaha,Dusun,RT,Desa,Kecamatan,No HP,Produk,Kode KBLI,Tanggal "    \
    "Lahir\n"
/* Of a list of people, of whom no business is said. */
#define PEOPLE "No,Nama,No KTP,Dusun,RT,Desa,Kecamatan,No HP,Tanggal Lahir\n"

/* Before the rows of the case. */
typedef struct totals {
    int64_t enterprises, groups, persons, ownerships;
} totals;

static totals before;

static inline int64_t
standing_of(int kind, int merged_into)
{
    return count_where(kind, merged_into, BINA_IS_NULL, bina_null());
}

/* Those of enterprises that stand for themselves. */
static inline int64_t
count_ownerships(void)
{
    bina_query *query = bina_query_new(BINA_OWNERSHIP);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    int64_t count = 0;

    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        bina_id of = bina_record_int(record, BINA_OWNERSHIP_ENTERPRISE), stands = 0;
        ck_assert_int_eq(bina_register_resolve(store, of, &stands), BINA_OK);
        count += stands == of;
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return count;
}

static inline totals
count_all(void)
{
    totals now = {standing_of(BINA_ENTERPRISE, BINA_ENTERPRISE_MERGED_INTO),
                  standing_of(BINA_GROUP, BINA_GROUP_MERGED_INTO),
                  standing_of(BINA_PERSON, BINA_PERSON_MERGED_INTO), count_ownerships()};

    return now;
}

/* Two lists of an ordinary village, half of it on both; made up, and the same every time. */
static inline void
import_village(void)
{
    static const char *const first[] = {"Sahrul",    "Mariam",    "Zaenudin", "Rohani",
                                        "Musleh",    "Nurhayati", "Supardi",  "Baiq Lasmi",
                                        "Kamarudin", "Sumiati"};
    static const char *const last[] = {"", " Hadi", " Wati", " Anwar", " Efendi", " Lestari"};
    static const char *const goods[][2] = {
        {"Kerupuk", "10794"}, {"Tempe", "10391"}, {"Anyaman Bambu", "16291"}, {"Tenun", "13122"}};
    static char lists[2][32768];
    size_t used[2] = {0, 0};

    for (int l = 0; l < 2; l++)
        used[l] = (size_t)snprintf(lists[l], sizeof lists[l], HEADER);
    for (int i = 0; i < 60; i++)
        for (int l = 0; l < 2; l++) {
            if (i % 3 == l + 1)
                continue;
            used[l] +=
                (size_t)snprintf(lists[l] + used[l], sizeof lists[l] - used[l],
                                 "%d,%s%s,,,%s,%d,%s,%s,08587700%04d,%s,%s,\n", i + 1,
                                 first[i % 10], last[i / 10 % 6], i % 2 ? "Gandor" : "Muhajirin",
                                 1 + i % 7, i % 4 < 2 ? "Kelayu Jorong" : "Rakam", "Selong", i,
                                 goods[i % 4][0], goods[i % 4][1]);
        }
    import_text("lama", lists[0], BINA_INTAKE_ROWS);
    import_text("baru", lists[1], BINA_INTAKE_ROWS);
    reconcile(0);
}

/* A fresh store, with the village when `among` is not 0. */
static inline void
begin_case(int among)
{
    close_store();
    open_store();
    if (among)
        import_village();
    before = count_all();
}

static inline void
check_counts(int line, int64_t enterprises, int64_t groups, int64_t persons, int64_t ownerships)
{
    totals now = count_all();

    ck_assert_msg(
        now.enterprises - before.enterprises == enterprises &&
            now.groups - before.groups == groups && now.persons - before.persons == persons &&
            now.ownerships - before.ownerships == ownerships,
        "line %d: %d enterprises (%d), %d groups (%d), %d persons (%d), %d ownerships (%d)", line,
        (int)(now.enterprises - before.enterprises), (int)enterprises,
        (int)(now.groups - before.groups), (int)groups, (int)(now.persons - before.persons),
        (int)persons, (int)(now.ownerships - before.ownerships), (int)ownerships);
}

/* Enterprises, groups, persons and ownerships that the case adds to the register. */
#define COMES_TO(enterprises, groups, persons, ownerships)                                         \
    check_counts(__LINE__, enterprises, groups, persons, ownerships)

/* What stands for a row. */
static inline bina_id
standing(const char *list, int row)
{
    bina_id id = 0;

    ck_assert_int_eq(bina_register_resolve(store, party_of(list, row), &id), BINA_OK);
    return id;
}

/* The n-th ownership of an enterprise, oldest first; yours, or NULL. */
static inline bina_record *
ownership(bina_id enterprise, int n)
{
    bina_query *query = bina_query_new(BINA_OWNERSHIP);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_record *found = NULL;

    bina_query_where_int(query, BINA_OWNERSHIP_ENTERPRISE, BINA_EQ, enterprise);
    bina_query_order(query, BINA_OWNERSHIP_ID, false);
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        if (n-- == 0)
            found = bina_record_copy(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return found;
}

/* The only owner of what stands for a row, if it has but one; else 0. */
static inline bina_id
owner_of(const char *list, int row)
{
    bina_record *one = ownership(standing(list, row), 0), *two = ownership(standing(list, row), 1);
    bina_id owner = 0;

    if (one != NULL && two == NULL)
        ck_assert_int_eq(
            bina_register_resolve(store, bina_record_int(one, BINA_OWNERSHIP_PARTY), &owner),
            BINA_OK);
    bina_record_free(one);
    bina_record_free(two);
    return owner;
}

#endif
