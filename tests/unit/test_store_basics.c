/* Opening, adding, reading, changing, removing: the promises of bina/store.h. */
#include "test_store.h"

START_TEST(today_is_the_day_at_the_office)
{
    /* 23:30 in Jakarta, 00:30 in Makassar and 01:30 in Jayapura: Keppres 41/1987. */
    static const struct {
        const char *office, *today;
    } offices[] = {
        {"31.71/1", "2020-12-31"},    {"62.71/1", "2020-12-31"}, {"63.71/1", "2021-01-01"},
        {"52.03/1", "2021-01-01"},    {"73", "2021-01-01"},      {"91.71 industri", "2021-01-01"},
        {"Dekranasda", "2020-12-31"}, {NULL, "2020-12-31"},
    };
    char today[12];

    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        bina_store_options options = BINA_STORE_OPTIONS_INIT;
        bina_store *store;
        options.office = offices[i].office;
        options.clock = INT64_C(1609432200000); /* 2020-12-31T16:30:00Z */
        ck_ok(store, bina_store_open(":memory:", &options, &store));
        ck_assert_str_eq(bina_date_format(bina_store_today(store), today), offices[i].today);
        bina_store_close(store);
    }
}
END_TEST

START_TEST(open_makes_a_file_and_finds_it_again)
{
    bina_store *store = test_open();
    bina_id id = test_add_enterprise(store, "Tenun Ikat Lestari", "52.03.05.2001", 12);
    bina_record *shop;

    ck_assert_int_eq(bina_store_number(store), 77);
    ck_assert_str_eq(bina_store_office(store), "52.03/1");
    bina_store_close(store);

    store = test_open_mode(test_path, BINA_STORE_MUST_EXIST);
    ck_ok(store, bina_store_get(store, id, &shop));
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_NAME), "Tenun Ikat Lestari");
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_WORKERS), 12);
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_REVISION), 1);
    ck_assert_int_eq(bina_record_id(shop), id);
    ck_assert(bina_record_is_set(shop, BINA_ENTERPRISE_NIB));
    ck_assert_int_eq(bina_record_get(shop, BINA_ENTERPRISE_NIB).type, BINA_NULL);
    bina_record_free(shop);
    bina_store_close(store);
}
END_TEST

START_TEST(ids_hold_store_kind_and_counter)
{
    bina_store *store = test_open();
    bina_id first = test_add_enterprise(store, "Satu", "52.03", -1);
    bina_id second = test_add_enterprise(store, "Dua", "52.03", -1);

    ck_assert_int_eq(bina_id_store(first), 77);
    ck_assert_int_eq(bina_id_kind(first), BINA_ENTERPRISE);
    ck_assert_int_eq(second, first + 1);
    ck_assert_int_lt(second, INT64_C(1) << 53);
    /* A removed record's id is never given again: the log still speaks of it. */
    ck_ok(store, bina_store_remove(store, second));
    bina_store_close(store);
    store = test_open();
    ck_assert_int_eq(test_add_enterprise(store, "Tiga", "52.03", -1), second + 1);
    bina_store_close(store);
}
END_TEST

START_TEST(opening_modes)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_store *store;
    FILE *file;

    options.mode = BINA_STORE_MUST_EXIST;
    ck_assert_int_eq(bina_store_open(test_path, &options, &store), BINA_ERR_IO);
    ck_assert_ptr_nonnull(store);
    ck_assert_str_eq(bina_error_file(bina_store_error(store)), test_path);
    bina_store_close(store);
    ck_assert_int_ne(access(test_path, F_OK), 0);
    options.mode = BINA_STORE_READ_ONLY;
    ck_assert_int_eq(bina_store_open(test_path, &options, &store), BINA_ERR_IO);
    bina_store_close(store);

    options.mode = BINA_STORE_CREATE_NEW;
    ck_ok(store, bina_store_open(test_path, &options, &store));
    bina_store_close(store);
    ck_assert_int_eq(bina_store_open(test_path, &options, &store), BINA_ERR_DUPLICATE);
    bina_store_close(store);

    file = fopen(test_path, "w");
    fputs("nama;alamat\nbukan sebuah register, melainkan daftar\n", file);
    fclose(file);
    options.mode = BINA_STORE_OPEN_OR_CREATE;
    ck_assert_int_eq(bina_store_open(test_path, &options, &store), BINA_ERR_CORRUPT);
    ck_assert_str_eq(bina_error_message(bina_store_error(store), BINA_ENGLISH),
                     "the file is no register of Bina");
    ck_refused(store, bina_store_remove(store, 1), BINA_ERR_USAGE);
    bina_store_close(store);
    bina_store_close(NULL);
    options.struct_size = 1;
    ck_assert_int_eq(bina_store_open(test_path, &options, &store), BINA_ERR_USAGE);
    bina_store_close(store);
}
END_TEST

START_TEST(read_only_store_refuses_to_write)
{
    bina_store *store = test_open();
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_record *shop = bina_record_new(BINA_ENTERPRISE), *read;

    bina_store_close(store);
    store = test_open_mode(test_path, BINA_STORE_READ_ONLY);
    ck_assert(bina_store_is_read_only(store));
    ck_refused(store, bina_store_add(store, shop, NULL), BINA_ERR_READ_ONLY);
    ck_refused(store, bina_store_begin(store, NULL), BINA_ERR_READ_ONLY);
    ck_ok(store, bina_store_get(store, id, &read));
    bina_record_free(read);
    bina_record_free(shop);
    bina_store_close(store);
}
END_TEST

START_TEST(record_gets_id_revision_and_number)
{
    bina_store *store = test_open();
    bina_record *shop = bina_record_new(BINA_ENTERPRISE), *read;
    bina_id id;

    ck_ok(store, bina_store_add(store, shop, &id));
    ck_assert_int_eq(bina_record_id(shop), id);
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_REVISION), 1);
    ck_assert_ptr_nonnull(bina_record_text(shop, BINA_ENTERPRISE_NUMBER));
    ck_ok(store,
          bina_store_get_numbered(store, bina_record_text(shop, BINA_ENTERPRISE_NUMBER), &read));
    ck_assert_int_eq(bina_record_id(read), id);
    ck_assert_str_eq(bina_record_text(read, BINA_ENTERPRISE_NUMBER),
                     bina_record_text(shop, BINA_ENTERPRISE_NUMBER));
    bina_record_free(read);
    ck_refused(store, bina_store_get_numbered(store, "E-0000-0000-0", &read), BINA_ERR_SYNTAX);
    /* What has an id already is not added twice. */
    ck_refused(store, bina_store_add(store, shop, NULL), BINA_ERR_USAGE);
    bina_record_free(shop);
    bina_store_close(store);
}
END_TEST

START_TEST(update_changes_what_is_set)
{
    bina_store *store = test_open();
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_record *change = bina_record_new(BINA_ENTERPRISE), *shop;

    bina_set_int(change, BINA_ENTERPRISE_ID, id);
    bina_set(change, BINA_ENTERPRISE_NAME, "Satu Baru");
    bina_set_null(change, BINA_ENTERPRISE_WORKERS);
    ck_ok(store, bina_store_update(store, change));
    ck_assert_int_eq(bina_record_int(change, BINA_ENTERPRISE_REVISION), 2);
    ck_ok(store, bina_store_get(store, id, &shop));
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_NAME), "Satu Baru");
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_REGION), "52.03");
    ck_assert_int_eq(bina_record_get(shop, BINA_ENTERPRISE_WORKERS).type, BINA_NULL);
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_REVISION), 2);
    /* Nothing new, nothing done. */
    ck_ok(store, bina_store_update(store, shop));
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_REVISION), 2);
    bina_record_free(shop);
    bina_record_free(change);
    bina_store_close(store);
}
END_TEST

START_TEST(lost_update_is_refused)
{
    bina_store *store = test_open();
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_record *mine, *theirs;

    ck_ok(store, bina_store_get(store, id, &mine));
    ck_ok(store, bina_store_get(store, id, &theirs));
    bina_set(theirs, BINA_ENTERPRISE_WORKERS, 4);
    ck_ok(store, bina_store_update(store, theirs));
    bina_set(mine, BINA_ENTERPRISE_WORKERS, 5);
    ck_refused(store, bina_store_update(store, mine), BINA_ERR_CONFLICT);
    bina_record_free(mine);
    ck_ok(store, bina_store_get(store, id, &mine));
    ck_assert_int_eq(bina_record_int(mine, BINA_ENTERPRISE_WORKERS), 4);
    bina_record_free(mine);
    bina_record_free(theirs);
    bina_store_close(store);
}
END_TEST

START_TEST(refusals_name_field_and_rule)
{
    bina_store *store = test_open();
    bina_record *person = bina_record_new(BINA_PERSON);
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);

    ck_refused(store, bina_store_add(store, person, NULL), BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_kind(bina_store_error(store)), "person");
    ck_assert_str_eq(bina_error_field(bina_store_error(store)), "name");
    ck_assert_str_eq(bina_error_rule(bina_store_error(store)), "field.required");
    ck_assert_str_eq(bina_error_message(bina_store_error(store), BINA_INDONESIAN),
                     "person.name wajib diisi");
    bina_set(shop, BINA_ENTERPRISE_WORKERS, -1);
    ck_refused(store, bina_store_add(store, shop, NULL), BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_rule(bina_store_error(store)), "field.range");
    bina_set_null(shop, BINA_ENTERPRISE_WORKERS);
    bina_set(shop, BINA_ENTERPRISE_STATUS, "asleep");
    ck_refused(store, bina_store_add(store, shop, NULL), BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_rule(bina_store_error(store)), "field.code");
    bina_record_clear(shop);
    bina_set(shop, BINA_ENTERPRISE_WORKERS, "many");
    ck_refused(store, bina_store_add(store, shop, NULL), BINA_ERR_TYPE);
    ck_assert_str_eq(bina_error_field(bina_store_error(store)), "workers");
    bina_record_free(person);
    bina_record_free(shop);
    bina_store_close(store);
}
END_TEST

START_TEST(natural_key_is_unique)
{
    bina_store *store = test_open();
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);

    bina_set(shop, BINA_ENTERPRISE_NIB, "9120001234567");
    ck_ok(store, bina_store_add(store, shop, NULL));
    bina_record_clear(shop);
    bina_set(shop, BINA_ENTERPRISE_NIB, "9120001234567");
    ck_refused(store, bina_store_add(store, shop, NULL), BINA_ERR_DUPLICATE);
    ck_assert_str_eq(bina_error_kind(bina_store_error(store)), "enterprise");
    ck_assert_str_eq(bina_error_field(bina_store_error(store)), "nib");
    bina_record_free(shop);
    bina_store_close(store);
}
END_TEST

/* Every reference of every kind, to every kind it may point to: none may dangle. */
START_TEST(no_reference_dangles)
{
    bina_store *store = test_open();
    int kind, tried = 0;

    for (int n = 0; (kind = bina_kind_at(n)) != BINA_NO_KIND; n++) {
        const bina_description *description = bina_kind_description(kind);
        if ((bina_description_flags(description) &
             (BINA_KIND_REFERENCE | BINA_KIND_JOURNAL | BINA_KIND_WRITTEN)) != 0)
            continue;
        for (int slot = 0; slot < bina_description_count(description); slot++) {
            const bina_field *field = bina_description_field(description, slot);
            int target;
            for (int t = 0; (target = bina_field_target(field, t)) != BINA_NO_KIND; t++) {
                bina_record *record = bina_record_new(kind);
                /* Everything required gets some value, so that only the reference is at fault. */
                for (int other = 0; other < bina_description_count(description); other++) {
                    const bina_field *o = bina_description_field(description, other);
                    int64_t least = 1, greatest;
                    if ((bina_field_flags(o) & BINA_FIELD_REQUIRED) == 0)
                        continue;
                    if (bina_field_type(o) == BINA_CODE)
                        bina_set_text(record, other, bina_codes_word(bina_field_format(o), 0));
                    else if (bina_field_type(o) == BINA_REF)
                        bina_set_int(record, other,
                                     ((bina_id)77 << 35) |
                                         ((bina_id)bina_field_target(o, 0) << 28) | 9);
                    else if (bina_type_held_as(bina_field_type(o)) == BINA_TEXT)
                        bina_set_text(record, other,
                                      bina_field_format(o) != NULL &&
                                              strcmp(bina_field_format(o), "region") == 0
                                          ? "52.03"
                                          : "x");
                    else {
                        if (!bina_field_range(o, &least, &greatest))
                            least = 1;
                        bina_set_int(record, other, least);
                    }
                }
                bina_set_int(record, slot, ((bina_id)77 << 35) | ((bina_id)target << 28) | 9);
                ck_refused(store, bina_store_add(store, record, NULL), BINA_ERR_REFERENCE);
                bina_record_free(record);
                tried++;
            }
        }
    }
    ck_assert_int_gt(tried, 20);
    bina_store_close(store);
}
END_TEST

START_TEST(reference_of_a_wrong_kind_is_refused)
{
    bina_store *store = test_open();
    bina_id shop = test_add_enterprise(store, "Satu", "52.03", -1);
    bina_record *membership = bina_record_new(BINA_MEMBERSHIP);

    bina_set_int(membership, BINA_MEMBERSHIP_MEMBER_OF, shop);
    bina_set_int(membership, BINA_MEMBERSHIP_MEMBER, shop);
    ck_refused(store, bina_store_add(store, membership, NULL), BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_field(bina_store_error(store)), "member_of");
    ck_assert_str_eq(bina_error_rule(bina_store_error(store)), "field.kind");
    bina_record_free(membership);
    bina_store_close(store);
}
END_TEST

START_TEST(removal_is_refused_while_referred_to)
{
    bina_store *store = test_open();
    bina_id shop = test_add_enterprise(store, "Satu", "52.03", -1);
    bina_id owner = test_add_person(store, "Inaq Sari");
    bina_record *ownership = bina_record_new(BINA_OWNERSHIP), *gone;
    bina_id id;

    bina_set_int(ownership, BINA_OWNERSHIP_PARTY, owner);
    bina_set_int(ownership, BINA_OWNERSHIP_ENTERPRISE, shop);
    bina_set(ownership, BINA_OWNERSHIP_ROLE, "owner");
    ck_ok(store, bina_store_add(store, ownership, &id));
    ck_refused(store, bina_store_remove(store, owner), BINA_ERR_REFERENCE);
    ck_assert_str_eq(bina_error_kind(bina_store_error(store)), "ownership");
    ck_assert_str_eq(bina_error_field(bina_store_error(store)), "party");
    ck_refused(store, bina_store_remove(store, shop), BINA_ERR_REFERENCE);
    ck_ok(store, bina_store_remove(store, id));
    ck_ok(store, bina_store_remove(store, owner));
    ck_refused(store, bina_store_get(store, owner, &gone), BINA_ERR_NOT_FOUND);
    ck_assert_ptr_null(gone);
    ck_refused(store, bina_store_remove(store, owner), BINA_ERR_NOT_FOUND);
    bina_record_free(ownership);
    bina_store_close(store);
}
END_TEST

START_TEST(transactions_nest)
{
    bina_store *store = test_open();
    bina_record *read;
    bina_id kept, dropped, late;
    int64_t commits;

    ck_refused(store, bina_store_commit(store), BINA_ERR_USAGE);
    ck_ok(store, bina_store_begin(store, "uji"));
    kept = test_add_enterprise(store, "Tetap", "52.03", -1);
    ck_ok(store, bina_store_begin(store, NULL));
    dropped = test_add_enterprise(store, "Batal", "52.03", -1);
    ck_ok(store, bina_store_rollback(store));
    ck_ok(store, bina_store_begin(store, NULL));
    late = test_add_enterprise(store, "Tetap juga", "52.03", -1);
    ck_ok(store, bina_store_commit(store));
    ck_ok(store, bina_store_commit(store));
    ck_assert_int_eq(bina_store_depth(store), 0);
    ck_ok(store, bina_store_get(store, kept, &read));
    bina_record_free(read);
    ck_ok(store, bina_store_get(store, late, &read));
    bina_record_free(read);
    ck_refused(store, bina_store_get(store, dropped, &read), BINA_ERR_NOT_FOUND);
    ck_ok(store, bina_store_last_commit(store, &commits));
    ck_assert_int_eq(commits, 1);
    /* A refused statement leaves the handle and the transaction usable. */
    ck_ok(store, bina_store_begin(store, NULL));
    ck_refused(store, bina_store_remove(store, dropped), BINA_ERR_NOT_FOUND);
    test_add_enterprise(store, "Sesudah", "52.03", -1);
    ck_ok(store, bina_store_commit(store));
    bina_store_close(store);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store basics");
    TCase *tests = tcase_create("basics");

    tcase_add_checked_fixture(tests, test_begin, test_end);
    tcase_add_test(tests, today_is_the_day_at_the_office);
    tcase_add_test(tests, open_makes_a_file_and_finds_it_again);
    tcase_add_test(tests, ids_hold_store_kind_and_counter);
    tcase_add_test(tests, opening_modes);
    tcase_add_test(tests, read_only_store_refuses_to_write);
    tcase_add_test(tests, record_gets_id_revision_and_number);
    tcase_add_test(tests, update_changes_what_is_set);
    tcase_add_test(tests, lost_update_is_refused);
    tcase_add_test(tests, refusals_name_field_and_rule);
    tcase_add_test(tests, natural_key_is_unique);
    tcase_add_test(tests, no_reference_dangles);
    tcase_add_test(tests, reference_of_a_wrong_kind_is_refused);
    tcase_add_test(tests, removal_is_refused_while_referred_to);
    tcase_add_test(tests, transactions_nest);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
