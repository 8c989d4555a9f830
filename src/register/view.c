#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include "base/text.h"
#include "linkage/standardise.h"
#include "reference/regions.h"
#include "register/view.h"
#include "register/village.h"

/* The probability from which rows are one, and from which people should look. */
#define LINK   0.37
#define REVIEW 0.2

enum {
    OWNER,
    BRAND,
    NIK,
    NIB,
    PHONE,
    BORN,
    VILLAGE,
    MOTHER,
    DISTRICT,
    HAMLET,
    RT,
    TRADE,
    PRODUCT,
    NATURE,
    FOUNDED,
    COLUMNS
};

/*
 * What agrees even by chance within a village (a coordinator's phone, a craft of many, a hamlet)
 * weighs less there. Sex is no evidence: one office lists the husband and another the wife.
 */
static const struct {
    const char *name;
    bina_type type;
    const char *compare, *role, *given;
    bool common; /* rare values weigh no more than frequent ones */
} columns[COLUMNS] = {
    [OWNER] = {"owner_name", BINA_TEXT, "words", "person", NULL, false},
    [BRAND] = {"brand", BINA_TEXT, "words", "business", NULL, false},
    [NIK] = {"nik", BINA_TEXT, "code", "nik", NULL, false},
    [NIB] = {"nib", BINA_TEXT, "code", "identifier", NULL, false},
    [PHONE] = {"phone", BINA_TEXT, "code", "phone", "village", false},
    [BORN] = {"born", BINA_DATE, "date", "date", NULL, false},
    [VILLAGE] = {"village", BINA_TEXT, "exact", "place", NULL, false},
    [MOTHER] = {"mother_village", BINA_TEXT, "exact", "place", "village", false},
    [DISTRICT] = {"district", BINA_TEXT, "exact", "place", "mother_village", false},
    [HAMLET] = {"hamlet", BINA_TEXT, "name", "place", "village", false},
    [RT] = {"rt", BINA_TEXT, "exact", "category", "hamlet", false},
    [TRADE] = {"trade", BINA_TEXT, "exact", "category", "mother_village", false},
    [PRODUCT] = {"product", BINA_TEXT, "words", "text", "trade", false},
    [NATURE] = {"nature", BINA_TEXT, "exact", "category", NULL, true},
    [FOUNDED] = {"founded", BINA_TEXT, "year", "date", NULL, true},
};

bina_description *
bina_view_description(void)
{
    bina_description *description = bina_description_new("evidence", "What of a row is compared.");

    for (int i = 0; description != NULL && i < COLUMNS; i++)
        if (bina_description_add_field(description, columns[i].name, columns[i].type, NULL, "", 0) <
            0) {
            bina_description_free(description);
            description = NULL;
        }
    return description;
}

static void
copy(bina_record *view, int to, const bina_record *source, int from)
{
    const char *text = bina_record_text(source, from);

    if (text != NULL)
        bina_set_text(view, to, text);
}

bool
bina_view_is_moving(const char *place)
{
    static const char *const words[] = {"keliling",  "tidak menetap", "tak menetap",  "tidak tetap",
                                        "berpindah", "pindah-pindah", "pindah pindah"};
    char plain[64];
    size_t length = 0;

    for (; place != NULL && place[length] != '\0' && length + 1 < sizeof plain; length++)
        plain[length] = (char)tolower((unsigned char)place[length]);
    plain[length] = '\0';
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strstr(plain, words[i]) != NULL)
            return true;
    return false;
}

/* A hamlet without the word for it: "Dsn. Karang Baru" and "Gubuk Karang Baru" are one. */
static void
take_hamlet(const char *text, size_t length, char *hamlet, size_t room)
{
    static const char words[] = "|dusun|dsn|dus|lingkungan|lingk|link|gubuk|gubug|gb|banjar|br|";
    size_t first = 0;
    char pattern[24];

    while (first < length && text[first] != ' ' && text[first] != '.')
        first++;
    if (first > 0 && first < length && first < sizeof pattern - 3) {
        pattern[0] = '|';
        for (size_t i = 0; i < first; i++)
            pattern[i + 1] = (char)tolower((unsigned char)text[i]);
        pattern[first + 1] = '|';
        pattern[first + 2] = '\0';
        if (strstr(words, pattern) != NULL) {
            while (first < length && (text[first] == ' ' || text[first] == '.'))
                first++;
            text += first;
            length -= first;
        }
    }
    bina_text_print(hamlet, room, "%.*s", (int)(length < room ? length : room), text);
    if (bina_view_is_moving(hamlet))
        hamlet[0] = '\0';
}

/* Hamlet and RT stand in columns of their own on one list and inside the address on another. */
int
bina_view_hamlet(const bina_record *source, char *hamlet, size_t room)
{
    const char *given = bina_record_text(source, BINA_SOURCE_RECORD_HAMLET);
    const char *address = bina_record_text(source, BINA_SOURCE_RECORD_ADDRESS);
    int64_t rt = bina_record_int(source, BINA_SOURCE_RECORD_RT);
    bina_standard standard;

    hamlet[0] = '\0';
    bina_standardise(BINA_PROFILE_INDONESIA, BINA_ROLE_ADDRESS, address,
                     address != NULL ? strlen(address) : 0, &standard);
    if (given != NULL)
        take_hamlet(given, strlen(given), hamlet, room);
    else if (standard.hamlet.length > 0)
        take_hamlet(standard.text + standard.hamlet.start, standard.hamlet.length, hamlet, room);
    if (rt == 0 && standard.rt > 0)
        rt = standard.rt;
    return (int)rt;
}

static void
fill_address(bina_record *view, const bina_record *source)
{
    char hamlet[256], text[24];
    int rt = bina_view_hamlet(source, hamlet, sizeof hamlet);

    if (hamlet[0] != '\0')
        bina_set_text(view, HAMLET, hamlet);
    if (rt > 0) {
        (void)snprintf(text, sizeof text, "%d", rt);
        bina_set_text(view, RT, text);
    }
}

static bool
has_token(const char *words, const char *word, size_t length)
{
    for (const char *at = words; *at != '\0'; at += *at == ' ') {
        size_t n = strcspn(at, " ");
        if (n == length && memcmp(at, word, length) == 0)
            return true;
        at += n;
    }
    return false;
}

void
bina_view_brand(const bina_record *source, char brand[BINA_VIEW_BRAND])
{
    const char *text = bina_record_text(source, BINA_SOURCE_RECORD_BUSINESS_NAME);
    bina_standard name, product, owner;
    size_t used = 0;

    brand[0] = '\0';
    bina_standardise(BINA_PROFILE_INDONESIA, BINA_ROLE_BUSINESS, text,
                     text != NULL ? strlen(text) : 0, &name);
    if (name.missing)
        return;
    text = bina_record_text(source, BINA_SOURCE_RECORD_PRODUCT);
    bina_standardise(BINA_PROFILE_INDONESIA, BINA_ROLE_TEXT, text, text != NULL ? strlen(text) : 0,
                     &product);
    text = bina_record_text(source, BINA_SOURCE_RECORD_OWNER_NAME);
    bina_standardise(BINA_PROFILE_INDONESIA, BINA_ROLE_PERSON, text,
                     text != NULL ? strlen(text) : 0, &owner);
    for (const char *at = name.core; *at != '\0'; at += *at == ' ') {
        size_t length = strcspn(at, " ");
        if (!has_token(owner.text, at, length) && !has_token(product.text, at, length) &&
            used + length + 2 <= BINA_VIEW_BRAND) {
            if (used > 0)
                brand[used++] = ' ';
            memcpy(brand + used, at, length);
            used += length;
            brand[used] = '\0';
        }
        at += length;
    }
}

/* The name of the village that one with such a name was cut from: "Rarang" of "Rarang Selatan". */
static void
set_mother(bina_record *view, const char *region, const char *name)
{
    static const char *const added[] = {" Utara", " Selatan", " Timur", " Barat", " Tengah",
                                        " Daya",  " Lauk",    " Timuk", " Bat",   " Baru",
                                        " Induk", " Bersatu", " Asri",  " Jaya"};
    size_t length = strlen(name);
    char text[BINA_PACK_NAME + 8];

    for (size_t i = 0; i < sizeof added / sizeof added[0]; i++) {
        size_t end = strlen(added[i]);
        if (length > end && strcmp(name + length - end, added[i]) == 0) {
            length -= end;
            break;
        }
    }
    (void)snprintf(text, sizeof text, "%.5s %.*s", region, (int)length, name);
    bina_set_text(view, MOTHER, text);
}

/* A village by its code of today; without one it is not known, which is no disagreement. */
static void
fill_place(bina_record *view, const bina_record *source)
{
    const char *region = bina_record_text(source, BINA_SOURCE_RECORD_REGION);
    char now[BINA_VILLAGE_ROOM];
    size_t length;
    bina_place place;

    if (bina_village_now(region, now)[0] != '\0')
        region = now;
    length = region != NULL ? strlen(region) : 0;
    if (length >= 8)
        bina_set_text_n(view, DISTRICT, region, 8);
    if (length <= 8)
        return;
    if (now[0] != '\0')
        bina_set_text(view, VILLAGE, now);
    if (bina_place_get(bina_region_parse(region, length), 0, &place) == BINA_OK)
        set_mother(view, region, place.name);
}

void
bina_view_fill(bina_record *view, const bina_source_row *row)
{
    const bina_record *source = row->record;
    bina_value born = bina_record_get(source, BINA_SOURCE_RECORD_BORN);
    char brand[BINA_VIEW_BRAND];

    copy(view, OWNER, source, BINA_SOURCE_RECORD_OWNER_NAME);
    bina_view_brand(source, brand);
    if (brand[0] != '\0')
        bina_set_text(view, BRAND, brand);
    copy(view, NIK, source, BINA_SOURCE_RECORD_NIK);
    copy(view, NIB, source, BINA_SOURCE_RECORD_NIB);
    copy(view, PHONE, source, BINA_SOURCE_RECORD_PHONE);
    if (born.type != BINA_NULL)
        bina_record_set(view, BORN, born);
    fill_place(view, source);
    fill_address(view, source);
    if (row->trade != 0) {
        char text[16];
        (void)snprintf(text, sizeof text, "%04d", row->trade);
        bina_set_text(view, TRADE, text);
    }
    copy(view, PRODUCT, source, BINA_SOURCE_RECORD_PRODUCT);
    copy(view, NATURE, source, BINA_SOURCE_RECORD_NATURE);
    if (bina_record_int(source, BINA_SOURCE_RECORD_FOUNDED) > 0) {
        char year[24];
        (void)snprintf(year, sizeof year, "%d",
                       (int)bina_record_int(source, BINA_SOURCE_RECORD_FOUNDED));
        bina_set_text(view, FOUNDED, year);
    }
}

/* Whether any row has a value that the column is filled from. */
static bool
is_used(const bina_source_rows *rows, int column)
{
    static const int from[COLUMNS][3] = {
        [OWNER] = {BINA_SOURCE_RECORD_OWNER_NAME},
        [BRAND] = {BINA_SOURCE_RECORD_BUSINESS_NAME},
        [NIK] = {BINA_SOURCE_RECORD_NIK},
        [NIB] = {BINA_SOURCE_RECORD_NIB},
        [PHONE] = {BINA_SOURCE_RECORD_PHONE},
        [BORN] = {BINA_SOURCE_RECORD_BORN},
        [VILLAGE] = {BINA_SOURCE_RECORD_REGION},
        [MOTHER] = {BINA_SOURCE_RECORD_REGION},
        [DISTRICT] = {BINA_SOURCE_RECORD_REGION},
        [HAMLET] = {BINA_SOURCE_RECORD_HAMLET, BINA_SOURCE_RECORD_ADDRESS},
        [RT] = {BINA_SOURCE_RECORD_RT, BINA_SOURCE_RECORD_ADDRESS},
        [TRADE] = {BINA_SOURCE_RECORD_ACTIVITY},
        [PRODUCT] = {BINA_SOURCE_RECORD_PRODUCT},
        [NATURE] = {BINA_SOURCE_RECORD_NATURE},
        [FOUNDED] = {BINA_SOURCE_RECORD_FOUNDED},
    };

    for (size_t i = 0; i < rows->count && !rows->rows[i].person; i++)
        for (int k = 0; k < 3 && from[column][k] != 0; k++)
            if (bina_record_get(rows->rows[i].record, from[column][k]).type != BINA_NULL)
                return true;
    return false;
}

/* A field may depend on one that these lists do not have. */
static bool
is_given_used(const bina_source_rows *rows, int column)
{
    for (int i = 0; columns[column].given != NULL && i < COLUMNS; i++)
        if (strcmp(columns[i].name, columns[column].given) == 0)
            return is_used(rows, i);
    return false;
}

static bina_status
add_comparison(bina_linkage_settings *settings, int column, bool given_used)
{
    bina_record *record =
        bina_record_new_of(bina_linkage_settings_description(settings, "comparison"));
    bina_status status;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_text(record, BINA_LINKAGE_COMPARISON_FIELD, columns[column].name);
    bina_set_text(record, BINA_LINKAGE_COMPARISON_COMPARE, columns[column].compare);
    bina_set_text(record, BINA_LINKAGE_COMPARISON_ROLE, columns[column].role);
    bina_set_int(record, BINA_LINKAGE_COMPARISON_FREQUENCY, !columns[column].common);
    if (columns[column].given != NULL && given_used)
        bina_set_text(record, BINA_LINKAGE_COMPARISON_GIVEN, columns[column].given);
    status = bina_linkage_settings_add(settings, record, NULL, 0);
    bina_record_free(record);
    return status;
}

static bina_status
add_list(bina_linkage_settings *settings, const bina_source_list *list)
{
    bina_record *record = bina_record_new_of(bina_linkage_settings_description(settings, "list"));
    bina_status status;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_text(record, BINA_LINKAGE_LIST_NAME, list->name);
    bina_set_int(record, BINA_LINKAGE_LIST_DUPLICATE_FREE, list->duplicate_free);
    status = bina_linkage_settings_add(settings, record, NULL, 0);
    bina_record_free(record);
    return status;
}

static bina_status
add_options(bina_linkage_settings *settings)
{
    bina_record *record =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    bina_status status;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_real(record, BINA_LINKAGE_OPTION_LINK, LINK);
    bina_set_real(record, BINA_LINKAGE_OPTION_REVIEW, REVIEW);
    bina_set_text(record, BINA_LINKAGE_OPTION_PROFILE, "indonesia");
    status = bina_linkage_settings_add(settings, record, NULL, 0);
    bina_record_free(record);
    return status;
}

bina_linkage_settings *
bina_view_settings(const bina_source_rows *rows)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_status status = settings != NULL ? add_options(settings) : BINA_ERR_NO_MEMORY;

    for (int i = 0; status == BINA_OK && i < COLUMNS; i++)
        if (is_used(rows, i))
            status = add_comparison(settings, i, is_given_used(rows, i));
    for (size_t i = 0; status == BINA_OK && i < rows->list_count; i++)
        if (rows->lists[i].count > 0)
            status = add_list(settings, &rows->lists[i]);
    if (status != BINA_OK) {
        bina_linkage_settings_free(settings);
        settings = NULL;
    }
    return settings;
}
