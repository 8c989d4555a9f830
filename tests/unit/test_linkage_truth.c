/*
 * Protects linking lists nobody described, of which the truth is known by construction: families
 * are not merged, names the wrong way round are found, lists without twins stay as they are.
 */
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/linkage.h>
#include <bina/rows.h>

enum { COLUMNS = 6, WIDTH = 64, MOST = 4000 };

/* A list as it is made, with what each row truly is. */
typedef struct made {
    const char *const *header; /* ended by NULL */
    char cell[MOST][COLUMNS][WIDTH];
    int truth[MOST];
    int rows;
} made;

static uint32_t state;

static uint32_t
draw(uint32_t below)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

/* A made-up word of syllables, always the same for a number. */
static void
word(uint32_t n, char *text)
{
    static const char *const first[] = {"ba", "ko", "si", "ra", "mu", "te", "la", "do",
                                        "pe", "ni", "ga", "ho", "ju", "wi", "sa", "fe"};
    static const char *const last[] = {"rin", "lo",  "mas", "tek", "vin", "dar", "nu", "pol",
                                       "gus", "han", "bel", "zak", "mir", "ton", "ye", "rud"};
    n = n * 2654435761u;
    snprintf(text, WIDTH, "%s%s%s", first[n >> 28], first[n >> 24 & 15], last[n >> 20 & 15]);
}

static void
drop_letter(char *text)
{
    size_t length = strlen(text), at;

    if (length < 4)
        return;
    at = 1 + draw((uint32_t)length - 2);
    memmove(text + at, text + at + 1, length - at);
}

static void
add(bina_linkage *linkage, const char *name, const made *list)
{
    bina_description *d = bina_description_new("row", "A made-up row.");
    bina_rows *rows;
    bina_record *record;
    bina_cursor *cursor;

    for (int c = 0; list->header[c] != NULL; c++)
        bina_description_add_field(d, list->header[c], BINA_TEXT, NULL, "", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    for (int r = 0; r < list->rows; r++) {
        bina_record_clear(record);
        for (int c = 0; list->header[c] != NULL; c++)
            if (list->cell[r][c][0] != '\0')
                bina_set(record, c, list->cell[r][c]);
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    bina_description_free(d);
    cursor = bina_rows_to_cursor(rows);
    ck_assert_int_eq(bina_linkage_add_list(linkage, name, cursor), BINA_OK);
    bina_cursor_free(cursor);
}

/* Links lists and counts pairs: found that are right, found that are wrong, there are. */
static void
judge(made *const *list, int lists, double *right, double *wrong, double *there)
{
    static const char *const names[] = {"a", "b"};
    bina_linkage *linkage = bina_linkage_new(NULL);
    int64_t *entity = calloc(2 * MOST, sizeof(*entity));
    int *truth = calloc(2 * MOST, sizeof(*truth)), rows = 0;
    bina_cursor *cursor;
    const bina_record *record;

    for (int l = 0; l < lists; l++) {
        add(linkage, names[l], list[l]);
        memcpy(truth + rows, list[l]->truth, (size_t)list[l]->rows * sizeof(*truth));
        rows += list[l]->rows;
    }
    ck_assert_int_eq(bina_linkage_run(linkage), BINA_OK);
    ck_assert_int_eq(bina_linkage_entities(linkage, &cursor), BINA_OK);
    for (int at = 0; bina_cursor_next(cursor, &record) == BINA_OK; at++)
        entity[at] = bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
    bina_cursor_free(cursor);
    bina_linkage_free(linkage);
    *right = *wrong = *there = 0;
    for (int a = 0; a < rows; a++)
        for (int b = a + 1; b < rows; b++) {
            *there += truth[a] == truth[b];
            *right += truth[a] == truth[b] && entity[a] == entity[b];
            *wrong += truth[a] != truth[b] && entity[a] == entity[b];
        }
    free(entity);
    free(truth);
}

static const char *const people[] = {"first_name", "surname",    "street", "town",
                                     "phone",      "birth_date", NULL};

/* Adds a person to a list, spoilt or not; given name first or, turned, last. */
static void
write_person(made *list, int truth, uint32_t given, uint32_t family, uint32_t home, bool born,
             bool spoilt, bool turned)
{
    char(*cell)[WIDTH] = list->cell[list->rows];

    word(given % 97, cell[turned]);
    word(1000 + family, cell[!turned]);
    if (spoilt && draw(4) == 0)
        drop_letter(cell[0]);
    word(2000 + home, cell[2]);
    snprintf(cell[2] + strlen(cell[2]), WIDTH / 2, " street %u", home % 90 + 1);
    if (spoilt && draw(5) == 0)
        drop_letter(cell[2]);
    word(3000 + home % 40, cell[3]);
    snprintf(cell[4], WIDTH, "07%08u", home * 7919u % 100000000u);
    cell[5][0] = '\0';
    if (born && draw(6) != 0)
        snprintf(cell[5], WIDTH, "%u-%02u-%02u", 1940 + given * 31 % 60, 1 + given * 7 % 12,
                 1 + given * 13 % 28);
    list->truth[list->rows++] = truth;
}

/* Families of one to five, each of whose members another office may know too. */
static void
families(made *a, made *b, bool born)
{
    int person = 0;

    state = 7;
    a->header = b->header = people;
    for (uint32_t home = 0; home < 300; home++) {
        uint32_t members = 1 + draw(5), first = draw(97);
        for (uint32_t m = 0; m < members; m++, person++) {
            uint32_t given = first + m * (1 + home % 19);
            if (draw(4) != 0)
                write_person(a, person, given, home, home, born, false, false);
            if (draw(4) != 0)
                write_person(b, person, given, home, home, born, true, false);
        }
    }
}

START_TEST(members_of_a_family_stay_apart)
{
    made *list[2] = {calloc(1, sizeof(made)), calloc(1, sizeof(made))};
    double right, wrong, there;

    families(list[0], list[1], _i == 1);
    judge(list, 2, &right, &wrong, &there);
    ck_assert_double_ge(right, 0.93 * there);
    ck_assert_double_le(wrong, 0.02 * right);
    free(list[0]);
    free(list[1]);
}
END_TEST

START_TEST(names_are_found_the_wrong_way_round)
{
    made *list[2] = {calloc(1, sizeof(made)), calloc(1, sizeof(made))};
    double right, wrong, there;

    state = 3;
    list[0]->header = list[1]->header = people;
    for (int p = 0; p < 500; p++) {
        uint32_t given = draw(100), family = draw(120);
        write_person(list[0], p, given, family, (uint32_t)p, false, false, false);
        list[0]->cell[p][2][0] = list[0]->cell[p][4][0] = '\0';
        if (p % 2 == 0)
            continue;
        write_person(list[1], p, given, family, (uint32_t)p, false, false, p % 10 == 1);
        list[1]->cell[list[1]->rows - 1][2][0] = list[1]->cell[list[1]->rows - 1][4][0] = '\0';
    }
    /* Of each, only names and the town are known. */
    judge(list, 2, &right, &wrong, &there);
    ck_assert_double_ge(right, 0.95 * there);
    ck_assert_double_le(wrong, 0.03 * right);
    free(list[0]);
    free(list[1]);
}
END_TEST

/* One office has whole names, another given names and surnames; each numbers people anew. */
START_TEST(whole_names_meet_names_in_two_columns)
{
    static const char *const whole[] = {"customer_no", "name", "town", NULL};
    static const char *const apart[] = {"customer_no", "last_name", "first_name", "town", NULL};
    made *list[2] = {calloc(1, sizeof(made)), calloc(1, sizeof(made))};
    double right, wrong, there;

    state = 13;
    list[0]->header = whole;
    list[1]->header = apart;
    for (int p = 0; p < 600; p++) {
        char given[WIDTH], family[WIDTH], town[WIDTH];
        word(draw(200), given);
        word(1000 + draw(500), family);
        word(3000 + draw(40), town);
        for (int l = 0; l < 2; l++) {
            char(*cell)[WIDTH] = list[l]->cell[list[l]->rows];
            if (p % 3 == l)
                continue;
            snprintf(cell[0], WIDTH, "%u", 1000000 + draw(9000000));
            if (l == 0)
                snprintf(cell[1], WIDTH, "%.20s %.20s", given, family);
            memcpy(cell[l == 0 ? 2 : 3], town, WIDTH);
            if (l == 1) {
                memcpy(cell[1], family, WIDTH);
                memcpy(cell[2], given, WIDTH);
            }
            list[l]->truth[list[l]->rows++] = p;
        }
    }
    judge(list, 2, &right, &wrong, &there);
    ck_assert_double_ge(right, 0.95 * there);
    ck_assert_double_le(wrong, 0.03 * right);
    free(list[0]);
    free(list[1]);
}
END_TEST

START_TEST(lists_without_twins_stay_as_they_are)
{
    made *list[2] = {calloc(1, sizeof(made)), calloc(1, sizeof(made))};
    double right, wrong, there;

    state = 11;
    list[0]->header = list[1]->header = people;
    for (uint32_t p = 0; p < 600; p++)
        write_person(list[p % 2], (int)p, draw(1000), draw(700), p, true, false, false);
    judge(list, 2, &right, &wrong, &there);
    ck_assert_double_eq(there, 0);
    ck_assert_double_le(wrong, 1);
    free(list[0]);
    free(list[1]);
}
END_TEST

/* Works of few authors, who vary one title; each list has every work once. */
START_TEST(works_of_one_author_stay_apart)
{
    static const char *const works[] = {"title", "authors", "venue", "year", NULL};
    made *list[2] = {calloc(1, sizeof(made)), calloc(1, sizeof(made))};
    double right, wrong, there;

    state = 5;
    list[0]->header = list[1]->header = works;
    for (int w = 0; w < 600; w++)
        for (int l = 0; l < 2; l++) {
            char part[WIDTH], (*cell)[WIDTH] = list[l]->cell[list[l]->rows];
            uint32_t theme = (uint32_t)w / 3; /* three works of one theme and author */
            uint32_t seed = state;
            if (l == 1 && w % 3 == 1)
                continue;
            for (uint32_t k = 0; k < 6; k++) {
                word(k < 3 ? theme * 5 + k : 5000 + (uint32_t)w * 3 + k, part);
                strcat(cell[0], part);
                strcat(cell[0], " ");
            }
            word(7000 + theme, cell[1]);
            word(8000 + theme % 9, part);
            strcat(cell[1], ", ");
            strcat(cell[1], part);
            snprintf(cell[2], WIDTH, "%s", w % 2 == 0 ? "journal" : "proceedings");
            snprintf(cell[3], WIDTH, "%d", 1990 + w * 7 % 17);
            state = seed + (uint32_t)w;
            if (l == 1)
                drop_letter(cell[0]);
            list[l]->truth[list[l]->rows++] = w;
        }
    judge(list, 2, &right, &wrong, &there);
    ck_assert_double_ge(right, 0.95 * there);
    ck_assert_double_le(wrong, 0.03 * right);
    free(list[0]);
    free(list[1]);
}
END_TEST

/* A person who owns a business; the cells of a list are in the order of its header. */
static void
write_owner(made *list, int truth, uint32_t seed, const char *source, bool named)
{
    char(*cell)[WIDTH] = list->cell[list->rows];
    char family[WIDTH];
    int c = 0;

    word(seed % 211, cell[c]);
    word(1000 + seed / 7 % 307, family);
    strcat(cell[c], " ");
    strcat(cell[c++], family);
    word(3000 + seed % 23, cell[c++]);
    snprintf(cell[c++], WIDTH, "0812%07u", seed * 7919u % 10000000u);
    if (named)
        word(9000 + seed % 401, cell[c++]);
    if (source != NULL)
        snprintf(cell[c], WIDTH, "%s", source);
    list->truth[list->rows++] = truth;
}

/* The name of a business that one list alone has tells nothing of rows of two lists. */
START_TEST(businesses_named_in_one_list_are_found)
{
    static const char *const few[] = {"Nama", "Desa", "HP", NULL};
    static const char *const more[] = {"Nama Pemilik", "Desa", "Telp", "Nama Usaha", NULL};
    made *list[2] = {calloc(1, sizeof(made)), calloc(1, sizeof(made))};
    double right, wrong, there;
    int owners = _i == 0 ? 60 : 900;

    state = 17;
    list[0]->header = few;
    list[1]->header = more;
    for (int p = 0; p < owners; p++) {
        uint32_t seed = draw(1u << 20);
        if (p % 3 != 0)
            write_owner(list[0], p, seed, NULL, false);
        if (p % 3 != 1)
            write_owner(list[1], p, seed, NULL, true);
        if (p % 3 == 2 && p % 4 == 0) /* as some are known by another village's name */
            word(3000 + draw(23), list[1]->cell[list[1]->rows - 1][1]);
    }
    judge(list, 2, &right, &wrong, &there);
    ck_assert_double_ge(right, 0.95 * there);
    ck_assert_double_le(wrong, 0.03 * right);
    free(list[0]);
    free(list[1]);
}
END_TEST

/* Lists of three offices in one: who is there twice is of two offices, always. */
START_TEST(lists_in_one_are_linked)
{
    static const char *const header[] = {"Nama Pemilik", "Desa",   "No HP",
                                         "Nama Usaha",   "Sumber", NULL};
    static const char *const office[] = {"DISPERIN", "DISKOP", "BAPPEDA"};
    made *list = calloc(1, sizeof(made));
    double right, wrong, there;

    state = 19;
    list->header = header;
    for (int p = 0; p < 700; p++) {
        uint32_t seed = draw(1u << 20);
        for (int o = 0; o < 3; o++)
            if (draw(2) == 0)
                write_owner(list, p, seed, office[o], draw(5) != 0);
    }
    judge(&list, 1, &right, &wrong, &there);
    /* Where a row does not name the business, it may be another of the owner's. */
    ck_assert_double_ge(right, 0.6 * there);
    ck_assert_double_le(wrong, 0.03 * right);
    free(list);
}
END_TEST

/* Of ten people three moved: street, town and postcode are others at once. */
START_TEST(people_who_moved_are_found)
{
    static const char *const voters[] = {"first_name", "surname",    "street", "town",
                                         "zip",        "birth_year", NULL};
    made *list[2] = {calloc(1, sizeof(made)), calloc(1, sizeof(made))};
    double right, wrong, there;

    state = 23;
    list[0]->header = list[1]->header = voters;
    for (int p = 0; p < 1500; p++) {
        uint32_t given = draw(97), family = draw(300), home = draw(1u << 20);
        for (int l = 0; l < 2; l++) {
            char(*cell)[WIDTH];
            if (draw(4) == 0)
                continue;
            write_person(list[l], p, given + 97 * (uint32_t)(p % 389), family,
                         l == 1 && p % 10 < 3 ? home + 40009 : home, true, false, false);
            cell = list[l]->cell[list[l]->rows - 1];
            snprintf(cell[4], WIDTH, "%05u", (l == 1 && p % 10 < 3 ? home + 7 : home) * 31 % 99991);
            cell[5][4] = '\0';
        }
    }
    judge(list, 2, &right, &wrong, &there);
    ck_assert_double_ge(right, 0.85 * there);
    ck_assert_double_le(wrong, 0.02 * right);
    free(list[0]);
    free(list[1]);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage");
    TCase *tcase = tcase_create("truth");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, members_of_a_family_stay_apart, 0, 2);
    tcase_add_test(tcase, names_are_found_the_wrong_way_round);
    tcase_add_test(tcase, whole_names_meet_names_in_two_columns);
    tcase_add_test(tcase, lists_without_twins_stay_as_they_are);
    tcase_add_test(tcase, works_of_one_author_stay_apart);
    tcase_add_loop_test(tcase, businesses_named_in_one_list_are_found, 0, 2);
    tcase_add_test(tcase, lists_in_one_are_linked);
    tcase_add_test(tcase, people_who_moved_are_found);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
