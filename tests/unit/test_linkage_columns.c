/*
 * Protects how columns of several lists are brought together where nobody says what they hold:
 * whole names and names in parts, firms, trades with slips of the pen, addresses in towns.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/linkage.h>
#include <bina/rows.h>
#include "linkage/ages.h"
#include "linkage/field.h"
#include "linkage/models_in_text.h"

#define COLUMNS 6
#define ROWS    120

static const char *const given[] = {"Lucia", "Marta", "Jorge", "Irene", "Pablo", "Nuria", "Elena"};
static const char *const family[] = {"Campos", "Vega", "Nieto", "Rubio", "Marin", "Lozano"};

/* Adds a list of made-up rows; `make` writes one row's cells. */
static void
add(bina_linkage *linkage, const char *name, const char *const *headers,
    void (*make)(int row, char cell[COLUMNS][64]))
{
    bina_description *d = bina_description_new("row", "");
    bina_record *record;
    bina_rows *rows;
    bina_cursor *cursor;
    int columns = 0;

    for (; headers[columns] != NULL; columns++)
        bina_description_add_field(d, headers[columns], BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (int row = 0; row < ROWS; row++) {
        char cell[COLUMNS][64] = {""};
        make(row, cell);
        for (int c = 0; c < columns; c++)
            bina_set(record, c, cell[c]);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    cursor = bina_rows_to_cursor(rows);
    ck_assert_int_eq(bina_linkage_add_list(linkage, name, cursor), BINA_OK);
    bina_cursor_free(cursor);
}

/* "field role take" of a column in the settings that were applied; "" when it is not used. */
static void
means(bina_linkage *linkage, const char *column, char text[160])
{
    bina_cursor *cursor;
    const bina_record *record;

    text[0] = '\0';
    ck_assert_int_eq(bina_linkage_effective(linkage, "column", &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        const char *field = bina_record_text(record, BINA_LINKAGE_COLUMN_FIELD);
        const char *role = bina_record_text(record, BINA_LINKAGE_COLUMN_ROLE);
        const char *take = bina_record_text(record, BINA_LINKAGE_COLUMN_TAKE);
        if (strcmp(bina_record_text(record, BINA_LINKAGE_COLUMN_COLUMN), column) == 0 &&
            field != NULL && strstr(text, field) == NULL)
            snprintf(text + strlen(text), 160 - strlen(text), "%s%s %s%s%s",
                     text[0] != '\0' ? ", " : "", field, role, take != NULL ? " " : "",
                     take != NULL ? take : "");
    }
    bina_cursor_free(cursor);
}

/* The only list whose column of a name is compared; '\0' when those of all lists are. */
static char
only_list(bina_linkage *linkage, const char *column)
{
    bina_cursor *cursor;
    const bina_record *record;
    const char *list;
    char only = '\0';

    ck_assert_int_eq(bina_linkage_effective(linkage, "column", &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        if (strcmp(bina_record_text(record, BINA_LINKAGE_COLUMN_COLUMN), column) != 0)
            continue;
        list = bina_record_text(record, BINA_LINKAGE_COLUMN_LIST);
        only = list != NULL ? *list : '\0';
    }
    bina_cursor_free(cursor);
    return only;
}

#define MEANS(linkage, column, expected)                                                           \
    do {                                                                                           \
        char made_[160];                                                                           \
        means(linkage, column, made_);                                                             \
        ck_assert_str_eq(made_, expected);                                                         \
    } while (0)

static void
in_parts(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s", given[row % 7]);
    snprintf(cell[1], 64, "%s", family[row / 7 % 6]);
    snprintf(cell[2], 64, "%s", family[row / 42 % 6]);
    snprintf(cell[3], 64, "%d-%02d-%02d", 1960 + row % 40, 1 + row % 12, 1 + row % 28);
}

static void
as_one(int row, char cell[COLUMNS][64])
{
    char part[COLUMNS][64];

    in_parts(row + 30, part);
    snprintf(cell[0], 64, "%.19s %.19s, %.19s", part[1], part[2], part[0]);
    snprintf(cell[1], 64, "%.4s", part[3]);
}

/* A name in three columns of one list stands in one column of the other. */
START_TEST(whole_names_meet_parts)
{
    static const char *const a[] = {"Nombre", "Primer apellido", "Segundo apellido", "F. Nac.",
                                    NULL};
    static const char *const b[] = {"Apellidos y nombre", "Nacimiento", NULL};
    bina_linkage *linkage = bina_linkage_new(NULL);

    add(linkage, "a", a, in_parts);
    add(linkage, "b", b, as_one);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "Nombre", "Apellidos y nombre person");
    MEANS(linkage, "Segundo apellido", "Apellidos y nombre person");
    MEANS(linkage, "F. Nac.", "F. Nac. date");
    MEANS(linkage, "Nacimiento", "F. Nac. date");
    bina_linkage_free(linkage);
}
END_TEST

/* No header says so, but what a column of text has in it are names elsewhere. */
START_TEST(text_that_is_names_elsewhere)
{
    static const char *const a[] = {"Nombre", "Primer apellido", "Segundo apellido", "F. Nac.",
                                    NULL};
    static const char *const b[] = {"Apuntados", "Nacimiento", NULL};
    bina_linkage *linkage = bina_linkage_new(NULL);

    add(linkage, "a", a, in_parts);
    add(linkage, "b", b, as_one);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "Nombre", "Apuntados person");
    MEANS(linkage, "Apuntados", "Apuntados person");
    bina_linkage_free(linkage);
}
END_TEST

/* A hundred and twenty people by their days of birth. */
static void
by_birthday(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s %s %s", given[row % 7], family[row / 7 % 6], family[row / 42 % 6]);
    snprintf(cell[1], 64, "%d-%02d-%02d", 1930 + row * 37 % 71, 1 + row % 12, 1 + row % 28);
}

/* Half of them and others, by their ages in 2019; some had no birthday yet that year. */
static void
by_age(int row, char cell[COLUMNS][64])
{
    char born[COLUMNS][64] = {""};

    by_birthday(row + ROWS / 2, born);
    snprintf(cell[0], 64, "%s", born[0]);
    snprintf(cell[1], 64, "%ld", 2019 - strtol(born[1], NULL, 10) - (row % 4 == 0));
}

/* The same people, ten years later. */
static void
by_age_later(int row, char cell[COLUMNS][64])
{
    by_age(row, cell);
    snprintf(cell[1], 64, "%ld", 10 + strtol(cell[1], NULL, 10));
}

/* An age is a year of birth, as soon as the year is known in which it was told. */
START_TEST(ages_are_years_of_birth)
{
    static const char *const a[] = {"Nama", "Tanggal Lahir", NULL};
    static const char *const b[] = {"Nama", "Usia", NULL};
    static const char *const c[] = {"Nama", "Umur", NULL};
    bina_linkage *linkage = bina_linkage_new(NULL);

    add(linkage, "a", a, by_birthday);
    add(linkage, "b", b, by_age);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "Usia", "Tanggal Lahir date age");
    bina_linkage_free(linkage);

    linkage = bina_linkage_new(NULL);
    add(linkage, "b", b, by_age);
    add(linkage, "c", c, by_age_later);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "Usia", "year of birth date age");
    MEANS(linkage, "Umur", "year of birth date age");
    bina_linkage_free(linkage);
}
END_TEST

/* "34", "34 tahun"; what is no age, or was told nobody knows when, says nothing. */
START_TEST(an_age_and_a_year_make_a_year)
{
    char born[8];

    ck_assert_uint_eq(bina_link_age_born("34", 2, 2019, born), 4);
    ck_assert_str_eq(born, "1985");
    ck_assert_uint_eq(bina_link_age_born("34 tahun", 8, 2019, born), 4);
    ck_assert_str_eq(born, "1985");
    ck_assert_uint_eq(bina_link_age_born("30-39", 5, 2019, born), 0);
    ck_assert_uint_eq(bina_link_age_born("1985", 4, 2019, born), 0);
    ck_assert_uint_eq(bina_link_age_born("", 0, 2019, born), 0);
    ck_assert_uint_eq(bina_link_age_born("34", 2, 0, born), 0);
}
END_TEST

static const char *const first_word[] = {"Cobalt", "Falcon", "Juniper", "Nimbus",
                                         "Quartz", "Umbra",  "Zephyr"};
static const char *const trade[] = {"carpenter", "saddler", "brewer", "tailor"};

static void
firm(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s %s Ltd", first_word[row % 7], family[row / 7 % 6]);
    snprintf(cell[1], 64, "%s", trade[row % 4]);
    snprintf(cell[2], 64, "%d", 1 + row % 40);
}

/* The same firms without their form; every third trade has a slip of its own; pages, not volumes.
 */
static void
firm_as_text(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s %s", first_word[row % 7], family[row / 7 % 6]);
    snprintf(cell[1], 64, "%s", trade[row % 4]);
    if (row % 3 == 0)
        snprintf(cell[1], 64, "%c%c%s", 'a' + row % 26, 'a' + row / 5 % 26, trade[row % 4] + 1);
    snprintf(cell[2], 64, "%d", 300 + row);
}

/*
 * A firm's name that is merely text in another list is read as a firm's there too, or its form
 * would make it another; a column with many slips still holds the same trades; and two quantities
 * are not one for being the only ones.
 */
START_TEST(columns_of_a_field_are_read_alike)
{
    static const char *const a[] = {"Company", "Craft", "Tome", NULL};
    static const char *const b[] = {"Zzz", "Work", "Leaves", NULL};
    bina_linkage *linkage = bina_linkage_new(NULL);
    char tome[160], leaves[160];

    add(linkage, "a", a, firm);
    add(linkage, "b", b, firm_as_text);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "Company", "Company business");
    MEANS(linkage, "Zzz", "Company business");
    MEANS(linkage, "Work", "Craft category");
    means(linkage, "Tome", tome);
    means(linkage, "Leaves", leaves);
    ck_assert(tome[0] == '\0' || strcmp(tome, leaves) != 0);
    bina_linkage_free(linkage);
}
END_TEST

static void
in_town(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s %s", given[row % 7], family[row / 7 % 6]);
    snprintf(cell[1], 64, "Jl. %s No. %d", first_word[row % 7], 1 + row * 7 % 90);
}

/* An address in a town is its street and house; a hamlet it has none. */
START_TEST(streets_are_compared)
{
    static const char *const headers[] = {"nama", "alamat", NULL};
    static const bina_link_source street = {0, 0, BINA_ROLE_ADDRESS, BINA_LINK_TAKE_STREET, 0};
    static const char address[] = "Jl. Mawar No. 12 RT 03 RW 01";
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_standard *standard = malloc(sizeof(*standard));
    char number[16];
    const char *made;
    size_t length;

    add(linkage, "a", headers, in_town);
    add(linkage, "b", headers, in_town);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "alamat", "street address street");
    bina_linkage_free(linkage);

    ck_assert_ptr_nonnull(standard);
    made = bina_link_source_read(&street, BINA_PROFILE_INDONESIA, address, sizeof(address) - 1,
                                 standard, number, &length);
    ck_assert_uint_eq(length, strlen("jalan mawar no 12"));
    ck_assert_mem_eq(made, "jalan mawar no 12", length);
    free(standard);
}
END_TEST

static void
owned(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s %s", given[row % 7], family[row / 7 % 6]);
    snprintf(cell[1], 64, "UD %s %s", first_word[row % 7], first_word[row / 7 % 7]);
    snprintf(cell[2], 64, "%d-%02d-%02d", 1960 + row % 40, 1 + row % 12, 1 + row % 28);
    snprintf(cell[3], 64, "%d", 1985 + row % 30);
}

/* Two businesses of one owner differ in the year they began, not in their owner's birthday. */
START_TEST(a_birthday_is_the_owners)
{
    static const char *const headers[] = {"Pemilik", "Nama Usaha", "Tgl Lahir", "Tahun Berdiri",
                                          NULL};
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *cursor;
    const bina_record *record;
    int seen = 0;

    add(linkage, "a", headers, owned);
    add(linkage, "b", headers, owned);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_effective(linkage, "comparison", &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        const char *field = bina_record_text(record, BINA_LINKAGE_COMPARISON_FIELD);
        bool thing = bina_record_int(record, BINA_LINKAGE_COMPARISON_THING) != 0;
        if (strcmp(field, "Tgl Lahir") == 0 || strcmp(field, "Pemilik") == 0)
            ck_assert(!thing);
        else
            ck_assert(thing);
        seen++;
    }
    ck_assert_int_eq(seen, 4);
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
}
END_TEST

static void
of_villages(int row, char cell[COLUMNS][64])
{
    static const char *const village[] = {"Mujur", "Marong", "Landah", "Ganti", "Bilelando"};

    snprintf(cell[0], 64, "%s %s", given[row % 7], family[row / 7 % 6]);
    snprintf(cell[1], 64, "%s", village[row % 5]);
    snprintf(cell[2], 64, "UD %s %s", first_word[row % 7], first_word[row / 7 % 7]);
}

/* A village is one whatever else its header says; who is registered is what the values say. */
START_TEST(values_and_words_tell_what_headers_do_not)
{
    static const char *const office[] = {"Nama", "Desa", "Merek", NULL};
    static const char *const exported[] = {"nama_perusahaan", "kelurahan_usaha", NULL};
    static const char *const present[] = {"Nama Peserta", "Asal Desa", NULL};
    bina_linkage *linkage = bina_linkage_new(NULL);

    add(linkage, "a", office, of_villages);
    add(linkage, "b", exported, of_villages);
    add(linkage, "c", present, of_villages);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "nama_perusahaan", "Nama person");
    MEANS(linkage, "Nama Peserta", "Nama person");
    MEANS(linkage, "Merek", "Merek business");
    MEANS(linkage, "kelurahan_usaha", "village place");
    MEANS(linkage, "Asal Desa", "village place");
    bina_linkage_free(linkage);
}
END_TEST

static void
model_is(const char *text, const char *expected)
{
    char model[64];
    size_t length = bina_link_model_in(text, strlen(text), model, sizeof(model));

    ck_assert_msg(length == strlen(expected) && memcmp(model, expected, length) == 0, "%s: %.*s",
                  text, (int)length, model);
}

/* As shops write one turntable of Sony, a printer, a filter of a hydraulic excavator, tools. */
START_TEST(models_are_read_from_names_of_goods)
{
    model_is("Sony Turntable - PSLX350H", "PSLX350H");
    model_is("Sony PS-LX350H Belt-Drive Turntable", "PSLX350H");
    model_is("canon pixma mg3620 (wireless)", "MG3620");
    model_is("Gerinda tangan Makita MS 796 10mm", "MS796");
    model_is("Filter oli 600-211-1231", "");
    model_is("Panasonic 42 Plasma 1080p, 802.11g", "");
    model_is("kripik 250gr isi 1000", "");
    model_is("Jalan RT 02", "");
    model_is("", "");
}
END_TEST

static void
goods(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s %s %c%c-%d", given[row % 7], family[row / 7 % 6], 'A' + row % 23,
             'B' + row % 19, 100 + row * 7);
}

START_TEST(models_are_a_field_of_their_own)
{
    static const char *const headers[] = {"title", NULL};
    static const char *const song[] = {"title", "singer", NULL};
    bina_linkage *linkage = bina_linkage_new(NULL);

    add(linkage, "a", headers, goods);
    add(linkage, "b", headers, goods);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "title", "title text, model identifier model");
    bina_linkage_free(linkage);
    linkage = bina_linkage_new(NULL);
    add(linkage, "a", song, in_parts);
    add(linkage, "b", song, in_parts);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "title", "title text");
    bina_linkage_free(linkage);
}
END_TEST

/* A place on a square of half a degree; the other list knows it to some 50 metres. */
static void
on_a_map(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s %s", first_word[row % 7], trade[row / 7 % 4]);
    snprintf(cell[1], 64, "%.5f", 48 + row * 37 % ROWS * .004);
    snprintf(cell[2], 64, "%.5f", 11 + row * 53 % ROWS * .004);
}

static void
on_another_map(int row, char cell[COLUMNS][64])
{
    snprintf(cell[0], 64, "%s %s", first_word[row % 7], trade[row / 7 % 4]);
    snprintf(cell[1], 64, "%.6f", 48.0005 + row * 37 % ROWS * .004);
    snprintf(cell[2], 64, "%.6f", 10.9995 + row * 53 % ROWS * .004);
}

/*
 * "lat" is "latitude", a label of several words a name, and places are as far apart as they are:
 * by their ratio all of a country would be one place. Each name is there
 * four times and more, no place twice.
 */
START_TEST(places_on_maps_meet)
{
    static const char *const a[] = {"name", "lat", "lon", NULL};
    static const char *const b[] = {"label", "latitude", "longitude", NULL};
    bina_linkage *linkage = bina_linkage_new(NULL);
    bina_cursor *cursor;
    const bina_record *record;
    int degrees = 0;

    add(linkage, "a", a, on_a_map);
    add(linkage, "b", b, on_another_map);
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    MEANS(linkage, "latitude", "lat number");
    MEANS(linkage, "longitude", "lon number");
    MEANS(linkage, "label", "name business");
    ck_assert_int_eq(bina_linkage_effective(linkage, "comparison", &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        degrees +=
            strcmp(bina_record_text(record, BINA_LINKAGE_COMPARISON_COMPARE), "degrees") == 0;
    bina_cursor_free(cursor);
    ck_assert_int_eq(degrees, 2);
    bina_linkage_free(linkage);
}
END_TEST

static void
of_marong(int row, char cell[COLUMNS][64])
{
    in_parts(row, cell);
    snprintf(cell[2], 64, "MARONG");
}

static void
of_elsewhere(int row, char cell[COLUMNS][64])
{
    in_parts(row, cell);
    snprintf(cell[2], 64, "Surabaya");
}

static void
with_villages(int row, char cell[COLUMNS][64])
{
    char village[COLUMNS][64];

    in_parts(row, cell);
    of_villages(row, village);
    memcpy(cell[2], village[1], sizeof(cell[2]));
}

/* One village's list is held against a register of many by the village, whichever comes first; but
 * not a list whose only value no other has, for then nothing would ever agree. */
START_TEST(a_list_of_one_village)
{
    static const char *const headers[] = {"Nombre", "Apellido", "Desa", "Lahir", NULL};

    for (int first = 0; first < 2; first++) {
        bina_linkage *linkage = bina_linkage_new(NULL);
        add(linkage, "a", headers, first == 0 ? of_marong : with_villages);
        add(linkage, "b", headers, first == 0 ? with_villages : of_marong);
        ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
        MEANS(linkage, "Desa", "village place");
        ck_assert_int_eq(only_list(linkage, "Desa"), '\0');
        bina_linkage_free(linkage);

        linkage = bina_linkage_new(NULL);
        add(linkage, "a", headers, first == 0 ? of_elsewhere : with_villages);
        add(linkage, "b", headers, first == 0 ? with_villages : of_elsewhere);
        ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
        ck_assert_int_eq(only_list(linkage, "Desa"), first == 0 ? 'b' : 'a');
        bina_linkage_free(linkage);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage columns");
    TCase *all = tcase_create("columns");
    SRunner *runner;
    int failed;

    tcase_add_test(all, whole_names_meet_parts);
    tcase_add_test(all, text_that_is_names_elsewhere);
    tcase_add_test(all, ages_are_years_of_birth);
    tcase_add_test(all, an_age_and_a_year_make_a_year);
    tcase_add_test(all, columns_of_a_field_are_read_alike);
    tcase_add_test(all, streets_are_compared);
    tcase_add_test(all, a_birthday_is_the_owners);
    tcase_add_test(all, models_are_read_from_names_of_goods);
    tcase_add_test(all, models_are_a_field_of_their_own);
    tcase_add_test(all, values_and_words_tell_what_headers_do_not);
    tcase_add_test(all, places_on_maps_meet);
    tcase_add_test(all, a_list_of_one_village);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
