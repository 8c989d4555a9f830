#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include "base/text.h"
#include "linkage/standardise.h"
#include "reference/regions.h"
#include "register/view_columns.h"
#include "register/village.h"

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

/* Hamlet and BINA_VIEW_RT stand in columns of their own on one list and inside the address on
 * another. */
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
        bina_set_text(view, BINA_VIEW_HAMLET, hamlet);
    if (rt > 0) {
        (void)snprintf(text, sizeof text, "%d", rt);
        bina_set_text(view, BINA_VIEW_RT, text);
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
bina_view_brand(const bina_record *source, char brand[BINA_VIEW_BRAND_SIZE])
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
            used + length + 2 <= BINA_VIEW_BRAND_SIZE) {
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
    bina_set_text(view, BINA_VIEW_MOTHER, text);
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
        bina_set_text_n(view, BINA_VIEW_DISTRICT, region, 8);
    else
        copy(view, BINA_VIEW_DISTRICT_NAME, source, BINA_SOURCE_RECORD_DISTRICT);
    if (length <= 8) {
        copy(view, BINA_VIEW_VILLAGE_NAME, source, BINA_SOURCE_RECORD_VILLAGE);
        return;
    }
    if (now[0] != '\0')
        bina_set_text(view, BINA_VIEW_VILLAGE, now);
    if (bina_place_get(bina_region_parse(region, length), 0, &place) == BINA_OK)
        set_mother(view, region, place.name);
}

void
bina_view_fill(bina_record *view, const bina_source_row *row)
{
    const bina_record *source = row->record;
    bina_value born = bina_record_get(source, BINA_SOURCE_RECORD_BORN);
    char brand[BINA_VIEW_BRAND_SIZE];

    copy(view, BINA_VIEW_OWNER, source, BINA_SOURCE_RECORD_OWNER_NAME);
    bina_view_brand(source, brand);
    if (brand[0] != '\0')
        bina_set_text(view, BINA_VIEW_BRAND, brand);
    copy(view, BINA_VIEW_NIK, source, BINA_SOURCE_RECORD_NIK);
    copy(view, BINA_VIEW_NIB, source, BINA_SOURCE_RECORD_NIB);
    copy(view, BINA_VIEW_PHONE, source, BINA_SOURCE_RECORD_PHONE);
    if (born.type != BINA_NULL)
        bina_record_set(view, BINA_VIEW_BORN, born);
    fill_place(view, source);
    fill_address(view, source);
    if (row->trade != 0) {
        char text[16];
        (void)snprintf(text, sizeof text, "%04d", row->trade);
        bina_set_text(view, BINA_VIEW_TRADE, text);
    }
    copy(view, BINA_VIEW_PRODUCT, source, BINA_SOURCE_RECORD_PRODUCT);
    copy(view, BINA_VIEW_NATURE, source, BINA_SOURCE_RECORD_NATURE);
    if (bina_record_int(source, BINA_SOURCE_RECORD_FOUNDED) > 0) {
        char year[24];
        (void)snprintf(year, sizeof year, "%d",
                       (int)bina_record_int(source, BINA_SOURCE_RECORD_FOUNDED));
        bina_set_text(view, BINA_VIEW_FOUNDED, year);
    }
}
