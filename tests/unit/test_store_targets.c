/* References that may name more kinds than when the file was made: the tables of an older file are
 * made anew, and lose nothing by it. */
#include "test_store_sql.h"

/* What a test fills the file with. */
typedef struct holding {
    bina_id shop, group, sentra, product, later_product, letter;
    int shelf;
} holding;

static bina_id
add(bina_store *store, bina_record *record)
{
    bina_id id = 0;

    ck_ok(store, bina_store_add(store, record, &id));
    bina_record_free(record);
    return id;
}

static bina_record *
document(bina_store *store, bina_id subject, const char *number)
{
    bina_record *letter = bina_record_new_of(bina_store_description(store, BINA_DOCUMENT));

    bina_set_int(letter, BINA_DOCUMENT_SUBJECT, subject);
    bina_set(letter, BINA_DOCUMENT_NATURE, "letter");
    bina_set(letter, BINA_DOCUMENT_NUMBER, number);
    return letter;
}

static bina_record *
product(bina_id maker, const char *name, bina_id replaces)
{
    bina_record *kopi = bina_record_new(BINA_PRODUCT);

    bina_set_int(kopi, BINA_PRODUCT_MAKER, maker);
    bina_set(kopi, BINA_PRODUCT_NAME, name);
    if (replaces != 0)
        bina_set_int(kopi, BINA_PRODUCT_REPLACES, replaces);
    return kopi;
}

static holding
fill(bina_store *store)
{
    holding all = {0};
    bina_record *record;

    ck_ok(store, bina_store_add_own_field(store, BINA_DOCUMENT, "shelf", BINA_TEXT, NULL,
                                          "Where the folder stands.", BINA_FIELD_INDEXED));
    ck_ok(store, bina_store_add_own_field(store, BINA_DOCUMENT, "sealed", BINA_BOOL, NULL,
                                          "Whether it bears a seal.", 0));
    all.shelf = bina_description_find(bina_store_description(store, BINA_DOCUMENT), "shelf");
    all.shop = test_add_enterprise(store, "Kopi Sajang", "52.03.18", 3);
    record = bina_record_new(BINA_GROUP);
    bina_set(record, BINA_GROUP_NAME, "KUB Sembalun");
    all.group = add(store, record);
    record = bina_record_new(BINA_SENTRA);
    bina_set(record, BINA_SENTRA_NAME, "Sentra Kopi");
    bina_set(record, BINA_SENTRA_REGION, "52.03.18");
    all.sentra = add(store, record);
    all.product = add(store, product(all.shop, "Kopi bubuk", 0));
    all.later_product = add(store, product(all.shop, "Kopi sangrai", all.product));
    record = bina_record_new(BINA_LICENCE);
    bina_set_int(record, BINA_LICENCE_HOLDER, all.product);
    bina_set(record, BINA_LICENCE_NATURE, "pirt");
    add(store, record);
    record = document(store, all.shop, "S-1/2020");
    bina_set(record, all.shelf, "lemari 2");
    bina_set(record, all.shelf + 1, true);
    all.letter = add(store, record);
    add(store, document(store, all.product, "S-2/2020"));
    return all;
}

/* Everything a table holds in columns of its own, in their order, as one text. */
static char *
contents(const char *table)
{
    char sql[512], *columns, *all;

    snprintf(sql, sizeof sql,
             "SELECT group_concat('quote(\"' || name || '\")', '||'',''||') FROM"
             " (SELECT name FROM pragma_table_xinfo('%s') WHERE hidden = 0 ORDER BY cid)",
             table);
    columns = sql_text(test_path, sql);
    ck_assert_uint_lt(strlen(columns), 4096);
    {
        char query[4400];
        snprintf(query, sizeof query,
                 "SELECT '%s' || group_concat(line, ';') FROM (SELECT %s AS line FROM %s ORDER BY"
                 " id)",
                 table, columns, table);
        all = sql_text(test_path, query);
    }
    free(columns);
    return all;
}

START_TEST(an_older_file_gains_the_kinds)
{
    bina_store *store = test_open();
    holding all = fill(store);
    char *documents, *products, *licences, *after;
    bina_record *record;
    bina_id made;

    bina_store_close(store);
    sql_make_older();
    /* What an office hung on the table by itself. */
    sql_run(test_path, "CREATE INDEX papers_by_title ON documents (title);"
                       "CREATE VIEW papers AS SELECT number, shelf FROM documents");
    documents = contents("documents");
    products = contents("products");
    licences = sql_text(test_path, "SELECT sql FROM sqlite_schema WHERE name = 'licences'");
    /* Only read, it stays as it is. */
    store = test_open_mode(test_path, BINA_STORE_READ_ONLY);
    ck_ok(store, bina_store_get(store, all.letter, &record));
    ck_assert_str_eq(bina_record_text(record, all.shelf), "lemari 2");
    bina_record_free(record);
    bina_store_close(store);
    ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM pragma_table_xinfo('documents')"
                                            " WHERE name = 'subject__sentra'"),
                     0);

    store = test_open();
    after = contents("documents");
    ck_assert_str_eq(after, documents);
    free(after);
    after = contents("products");
    ck_assert_str_eq(after, products);
    free(after);
    after = sql_text(test_path, "SELECT sql FROM sqlite_schema WHERE name = 'licences'");
    ck_assert_str_eq(after, licences);
    free(after);
    /* New kinds are taken, old ones still are, and what is not there is refused. */
    record = document(store, all.sentra, "S-3/2020");
    bina_set(record, all.shelf, "lemari 3");
    made = add(store, record);
    add(store, document(store, all.shop, "S-4/2020"));
    add(store, product(all.group, "Kopi kelompok", all.later_product));
    record = document(store, all.sentra + 1, "S-5/2020");
    ck_refused(store, bina_store_add(store, record, NULL), BINA_ERR_REFERENCE);
    bina_record_free(record);
    record = product(all.group + 1, "Kopi hantu", 0);
    ck_refused(store, bina_store_add(store, record, NULL), BINA_ERR_REFERENCE);
    bina_record_free(record);
    record = product(all.shop, "Kopi hantu", made);
    ck_refused(store, bina_store_add(store, record, NULL), BINA_ERR_INVALID);
    bina_record_free(record);
    ck_refused(store, bina_store_remove(store, all.shop), BINA_ERR_REFERENCE);
    ck_refused(store, bina_store_remove(store, all.sentra), BINA_ERR_REFERENCE);
    ck_refused(store, bina_store_remove(store, all.product), BINA_ERR_REFERENCE);
    expect_sound(store);
    bina_store_close(store);

    ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM papers"), 4);
    ck_assert_int_eq(sql_integer(test_path,
                                 "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name"
                                 " IN ('papers_by_title', 'documents__shelf',"
                                 " 'documents__subject__sentra', 'products__maker__group')"),
                     4);
    ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM sqlite_schema WHERE name ="
                                            " 'products__maker' OR name LIKE '%rebuilt%'"),
                     0);
    free(documents);
    free(products);
    free(licences);
}
END_TEST

/* The tables are made anew once: opening again leaves the layout alone. */
START_TEST(it_is_done_once)
{
    bina_store *store = test_open();
    int64_t layout;

    fill(store);
    bina_store_close(store);
    sql_make_older();
    bina_store_close(test_open());
    layout = sql_integer(test_path, "PRAGMA schema_version");
    bina_store_close(test_open());
    ck_assert_int_eq(sql_integer(test_path, "PRAGMA schema_version"), layout);
}
END_TEST

/* A row that no library would have written stops it, and the file stays what it was. */
START_TEST(what_does_not_fit_leaves_the_file_alone)
{
    bina_store *store = test_open();
    char *before, *after;
    int64_t version;

    fill(store);
    bina_store_close(store);
    sql_make_older();
    sql_run(test_path, "PRAGMA ignore_check_constraints = ON; UPDATE documents SET subject = 5");
    version = sql_integer(test_path, "PRAGMA user_version");
    before = sql_text(test_path, "SELECT group_concat(sql, ';') FROM sqlite_schema");
    ck_assert_int_eq(bina_store_open(test_path, NULL, &store), BINA_ERR_INVALID);
    bina_store_close(store);
    after = sql_text(test_path, "SELECT group_concat(sql, ';') FROM sqlite_schema");
    ck_assert_str_eq(after, before);
    ck_assert_int_eq(sql_integer(test_path, "PRAGMA user_version"), version);
    free(before);
    free(after);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store targets");
    TCase *tests = tcase_create("targets");

    tcase_set_timeout(tests, 30);
    tcase_add_checked_fixture(tests, test_begin, test_end);
    tcase_add_test(tests, an_older_file_gains_the_kinds);
    tcase_add_test(tests, it_is_done_once);
    tcase_add_test(tests, what_does_not_fit_leaves_the_file_alone);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
