/* The public face of the tables: bina/reference.h. Lists are in list.c. */
#include <bina/reference.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bina/rows.h>
#include "base/error.h"
#include "model/columns.h"
#include "reference/crosswalk.h"
#include "reference/finder.h"
#include "reference/records.h"

int
bina_region_edition_at(int n)
{
    return n >= 0 && n < bina_region_edition_count ? bina_region_editions[n].year : 0;
}

const char *
bina_region_edition_basis(int edition)
{
    int year = edition == 0 ? bina_region_latest() : bina_region_edition_of(edition);
    for (int i = 0; i < bina_region_edition_count; i++)
        if (bina_region_editions[i].year == year)
            return bina_region_editions[i].basis;
    return NULL;
}

static uint64_t
number_of(const char *code)
{
    return code != NULL ? bina_region_parse(code, strlen(code)) : 0;
}

static bina_status
place_record(const bina_place *place, bina_record **record)
{
    *record = bina_record_new(BINA_REGION);
    if (*record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_place_to_record(place, *record);
    return bina_record_check(*record, NULL);
}

bina_status
bina_region_get(const char *code, int edition, bina_record **region, bina_error *error)
{
    bina_place place;
    bina_status status;
    uint64_t number = number_of(code);
    if (region == NULL)
        return bina_error_plain(error, BINA_ERR_USAGE);
    *region = NULL;
    if (number == 0)
        return bina_error_set(error, BINA_ERR_SYNTAX,
                              "This is no region code; it should look like 52, 52.03, 52.03.05 or "
                              "52.03.05.2001.",
                              "Ini bukan kode wilayah; bentuknya 52, 52.03, 52.03.05 atau "
                              "52.03.05.2001.");
    status = bina_place_get(number, edition, &place);
    if (status != BINA_OK)
        return bina_error_set(error, status, "No region has the code %s in that list.",
                              "Tidak ada wilayah berkode %s dalam daftar itu.", code);
    return place_record(&place, region);
}

/* ---- finding by names ---- */

enum {
    COLUMN_CODE,
    COLUMN_NAME,
    COLUMN_LEVEL,
    COLUMN_PARENT,
    COLUMN_PATH,
    COLUMN_SCORE,
    COLUMN_MATCHED,
    COLUMN_FORMER_NAME,
    COLUMN_SPELLING,
    COLUMN_PART,
    COLUMN_ELSEWHERE,
    COLUMN_COUNT
};

static const bina_column columns[COLUMN_COUNT] = {
    [COLUMN_CODE] = {"code", BINA_TEXT, "region",
                     .doc = "Code in the newest list, if it is there."},
    [COLUMN_NAME] = {"name", BINA_TEXT, .doc = "Newest name, without the word for the level."},
    [COLUMN_LEVEL] = {"level", BINA_CODE, "region_level", .doc = "Which level of government."},
    [COLUMN_PARENT] = {"parent", BINA_TEXT, "region", .doc = "Code of the area that contains it."},
    [COLUMN_PATH] = {"path", BINA_TEXT, .doc = "Its name and those of all that contain it."},
    [COLUMN_SCORE] = {"score", BINA_INT, .doc = "100 when every name is as in the newest list."},
    [COLUMN_MATCHED] = {"matched", BINA_TEXT, "region",
                        .doc = "The retired code whose name matched."},
    [COLUMN_FORMER_NAME] = {"former_name", BINA_BOOL, .doc = "Found by a name it bore before."},
    [COLUMN_SPELLING] = {"spelling", BINA_BOOL, .doc = "One or two letters differ."},
    [COLUMN_PART] = {"part", BINA_BOOL, .doc = "The name is the beginning of a longer one."},
    [COLUMN_ELSEWHERE] = {"elsewhere", BINA_BOOL, .doc = "Not in the district that was named."},
};

static void
candidate_record(const bina_place_match *match, bina_record *record)
{
    char code[BINA_CODE_SIZE], path[4 * BINA_PACK_NAME + 8] = "";
    bina_place place;
    size_t length = 0;
    bina_set_text(record, COLUMN_CODE, bina_region_code(match->number, code));
    for (uint64_t number = match->number; number != 0; number = bina_region_parent(number)) {
        if (bina_place_get(number, 0, &place) != BINA_OK)
            continue;
        length += (size_t)snprintf(path + length, sizeof path - length, "%s%s",
                                   length > 0 ? ", " : "", place.name);
        if (number == match->number)
            bina_set_text(record, COLUMN_NAME, bina_region_bare_name(&place));
    }
    bina_set_text(record, COLUMN_PATH, path);
    bina_set_text(record, COLUMN_LEVEL, bina_region_level_word(match->number));
    if (bina_region_parent(match->number) != 0)
        bina_set_text(record, COLUMN_PARENT,
                      bina_region_code(bina_region_parent(match->number), code));
    bina_set_int(record, COLUMN_SCORE, match->score);
    if (match->matched != match->number)
        bina_set_text(record, COLUMN_MATCHED, bina_region_code(match->matched, code));
    bina_set_int(record, COLUMN_FORMER_NAME, (match->how & BINA_FOUND_FORMER_NAME) != 0);
    bina_set_int(record, COLUMN_SPELLING, (match->how & BINA_FOUND_SPELLING) != 0);
    bina_set_int(record, COLUMN_PART, (match->how & BINA_FOUND_PART) != 0);
    bina_set_int(record, COLUMN_ELSEWHERE, (match->how & BINA_FOUND_ELSEWHERE) != 0);
}

/* Turns a table into the cursor a call gives, whatever went before. */
static bina_status
give_rows(bina_status status, bina_rows *rows, bina_cursor **cursor)
{
    if (status == BINA_OK && rows != NULL) {
        *cursor = bina_rows_to_cursor(rows);
        return *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    bina_rows_free(rows);
    return status != BINA_OK ? status : BINA_ERR_NO_MEMORY;
}

bina_status
bina_region_find(const char *village, const char *district, const char *regency,
                 const char *province, bina_cursor **candidates)
{
    bina_place_names names = {village, district, regency, province};
    bina_place_match matches[BINA_PLACE_MATCHES];
    bina_status status = BINA_ERR_NO_MEMORY;
    bina_description *description = NULL;
    bina_record *record = NULL;
    bina_rows *rows = NULL;
    bina_finder *finder;
    size_t count = 0;
    if (candidates == NULL)
        return BINA_ERR_USAGE;
    *candidates = NULL;
    finder = bina_finder_new();
    if (finder == NULL)
        goto out;
    status = bina_finder_find(finder, &names, matches, &count);
    if (status != BINA_OK)
        goto out;
    status = BINA_ERR_NO_MEMORY;
    description = bina_columns_describe(
        "region_candidate", "A region that may be meant by names, and how well they fit.", columns,
        COLUMN_COUNT);
    if (description == NULL)
        goto out;
    record = bina_record_new_of(description);
    rows = bina_rows_new(description);
    if (record == NULL || rows == NULL)
        goto out;
    status = BINA_OK;
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_record_clear(record);
        candidate_record(&matches[i], record);
        status = bina_rows_add(rows, record);
    }
out:
    status = give_rows(status, rows, candidates);
    bina_record_free(record);
    bina_description_free(description);
    bina_finder_free(finder);
    return status;
}

bina_status
bina_region_resolve(const char *village, const char *district, const char *regency,
                    const char *province, bina_record **region, bina_error *error)
{
    bina_place_names names = {village, district, regency, province};
    bina_place_match match;
    bina_place place;
    bina_status status;
    bina_finder *finder;
    if (region == NULL)
        return bina_error_plain(error, BINA_ERR_USAGE);
    *region = NULL;
    finder = bina_finder_new();
    if (finder == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    status = bina_finder_resolve(finder, &names, &match, error);
    bina_finder_free(finder);
    if (status != BINA_OK)
        return status;
    status = bina_place_get(match.number, 0, &place);
    return status == BINA_OK ? place_record(&place, region) : bina_error_plain(error, status);
}

/* ---- successions and what lies under a region ---- */

bina_status
bina_region_successors(const char *code, int edition, bina_cursor **found)
{
    uint64_t number = number_of(code), heirs[BINA_HEIRS];
    int wanted = edition == 0 ? bina_region_latest() : bina_region_edition_of(edition);
    bina_status status = BINA_OK;
    bina_rows *rows;
    size_t count;
    if (found == NULL)
        return BINA_ERR_USAGE;
    *found = NULL;
    if (number == 0)
        return BINA_ERR_SYNTAX;
    if (wanted == 0 || !bina_region_known(number, NULL))
        return BINA_ERR_NOT_FOUND;
    rows = bina_rows_new(bina_kind_description(BINA_REGION));
    count = bina_region_at(number, wanted, heirs);
    for (size_t i = 0; i < count && rows != NULL && status == BINA_OK; i++) {
        bina_place place;
        bina_record *record = NULL;
        if (bina_place_get(heirs[i], wanted, &place) != BINA_OK)
            continue;
        status = place_record(&place, &record);
        if (status == BINA_OK)
            status = bina_rows_add(rows, record);
        bina_record_free(record);
    }
    return give_rows(status, rows, found);
}

bool
bina_region_is_under(const char *code, const char *under, int edition)
{
    uint64_t number = number_of(code), area = number_of(under);
    bina_place place;
    int wanted = edition == 0 ? 0 : bina_region_edition_of(edition);
    if (number == 0 || area == 0 || (edition != 0 && wanted == 0) ||
        bina_place_get(area, wanted, &place) != BINA_OK)
        return false;
    return bina_region_lies_under(number, area, wanted != 0 ? wanted : place.until);
}

bina_status
bina_region_under(const char *code, int edition, bina_cursor **ranges)
{
    static const bina_column range[] = {
        {"from", BINA_TEXT, .doc = "The first code."},
        {"to", BINA_TEXT, .doc = "The text after the last code."},
    };
    uint64_t number = number_of(code);
    bina_description *description = NULL;
    bina_code_range *list = NULL;
    bina_record *record = NULL;
    bina_rows *rows = NULL;
    bina_status status;
    size_t count = 0;
    if (ranges == NULL)
        return BINA_ERR_USAGE;
    *ranges = NULL;
    if (number == 0)
        return BINA_ERR_SYNTAX;
    status = bina_region_ranges(number, edition, &list, &count);
    if (status != BINA_OK)
        return status;
    status = BINA_ERR_NO_MEMORY;
    description = bina_columns_describe("code_range", "Codes with from <= code < to.", range, 2);
    if (description == NULL)
        goto out;
    record = bina_record_new_of(description);
    rows = bina_rows_new(description);
    if (record == NULL || rows == NULL)
        goto out;
    status = BINA_OK;
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_record_clear(record);
        bina_set_text(record, 0, list[i].from);
        bina_set_text(record, 1, list[i].to);
        status = bina_rows_add(rows, record);
    }
out:
    status = give_rows(status, rows, ranges);
    bina_record_free(record);
    bina_description_free(description);
    free(list);
    return status;
}

/* ---- other codes ---- */

char *
bina_region_from_bps(const char *bps, char *code)
{
    char full[BINA_CODE_SIZE];
    uint64_t number = number_of(bps);
    int level = number != 0 ? bina_region_level(number) : 0;
    code[0] = 0;
    if (level == 1 || level == 2)
        number = bina_crosswalk_from_bps((unsigned)(number / 1000000));
    if (number != 0 && (level == 1 || level == 2) && strchr(bps, '.') == NULL)
        strcpy(code, bina_region_code(number, full));
    return code;
}

char *
bina_region_to_bps(const char *code, char *bps)
{
    bps[0] = 0;
    return number_of(code) != 0 ? bina_bps_text(number_of(code), bps) : bps;
}

bina_status
bina_industry_get(const char *code, int edition, bina_record **industry, bina_error *error)
{
    bina_class found;
    if (industry == NULL || code == NULL)
        return bina_error_plain(error, BINA_ERR_USAGE);
    *industry = NULL;
    if (edition != 0 && edition != BINA_KBLI_YEAR)
        return bina_error_set(error, BINA_ERR_UNSUPPORTED, "KBLI %d is not on hand, only %d.",
                              "KBLI %d tidak tersedia, hanya %d.", edition, BINA_KBLI_YEAR);
    if (bina_class_get(code, &found) != BINA_OK)
        return bina_error_set(error, BINA_ERR_NOT_FOUND, "KBLI %d has no such code.",
                              "KBLI %d tidak memuat kode ini.", BINA_KBLI_YEAR);
    *industry = bina_record_new(BINA_INDUSTRY);
    if (*industry == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    bina_class_to_record(&found, *industry);
    return bina_record_check(*industry, error);
}
