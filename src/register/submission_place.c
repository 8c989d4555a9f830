/* Where the rows of a submission lie: a regency may send the list of another by mistake. */
#include <string.h>
#include <bina/reference.h>
#include "register/submission.h"
#include "store/sql.h"

/* The length of a regency's code, "52.03": what is shorter says too little. */
#define REGENCY 5

bina_status
bina_submission_count_places(bina_store *store, const char *code, bina_id intake,
                             bina_submission_places *places)
{
    static const bina_column columns[] = {{"region", .type = BINA_TEXT},
                                          {"rows", .type = BINA_INT}};
    const bina_value values[] = {bina_integer_of(BINA_REF, intake)};
    const bina_sql select = {
        .text = "SELECT region, count(*) FROM source_records WHERE intake = ?1"
                " AND state = 'present' AND coalesce(region, village, district, regency)"
                " IS NOT NULL GROUP BY region",
        .values = values,
        .count = 1,
        .known_at = -1};
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_sql_select(store, columns, 2, &select, &cursor);

    memset(places, 0, sizeof *places);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        const char *region = bina_record_text(record, 0);
        int64_t rows = bina_record_int(record, 1);
        if (region == NULL || strlen(region) < REGENCY)
            places->unknown += rows;
        else if (bina_region_is_under(region, code, 0))
            places->within += rows;
        else
            places->elsewhere += rows;
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_submission_check_places(bina_store *store, const char *code, bina_id intake)
{
    bina_submission_places places;
    bina_status status = bina_submission_count_places(store, code, intake, &places);
    int64_t named = places.within + places.elsewhere + places.unknown;

    /* Some villages are always misspelt, and some rows strays; not nine in ten. */
    if (status != BINA_OK || 10 * places.within >= named)
        return status;
    status = bina_error_set(bina_store_complaint(store), BINA_ERR_INVALID,
                            "of %lld rows that name a place, %lld lie in %s: this is the list of "
                            "another regency",
                            "dari %lld baris yang menyebut tempat, %lld terletak di %s: ini daftar "
                            "kabupaten/kota lain",
                            (long long)named, (long long)places.within, code);
    bina_error_at(bina_store_complaint(store), "submission", "region", "submission.elsewhere");
    return status;
}
