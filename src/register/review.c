/* A pair side by side: what each row says, where they differ, and what the model makes of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include <bina/rows.h>
#include "base/error.h"
#include "base/marks.h"
#include "register/evidence.h"
#include "register/result.h"
#include "register/reviewing.h"
#include "store/sql.h"

/* What is shown of a row, in this order. */
static const int shown[] = {
    BINA_SOURCE_RECORD_OWNER_NAME, BINA_SOURCE_RECORD_BUSINESS_NAME,
    BINA_SOURCE_RECORD_NATURE,     BINA_SOURCE_RECORD_NIK,
    BINA_SOURCE_RECORD_NIB,        BINA_SOURCE_RECORD_SEX,
    BINA_SOURCE_RECORD_BORN,       BINA_SOURCE_RECORD_PHONE,
    BINA_SOURCE_RECORD_ADDRESS,    BINA_SOURCE_RECORD_HAMLET,
    BINA_SOURCE_RECORD_RT,         BINA_SOURCE_RECORD_RW,
    BINA_SOURCE_RECORD_VILLAGE,    BINA_SOURCE_RECORD_DISTRICT,
    BINA_SOURCE_RECORD_REGION,     BINA_SOURCE_RECORD_PRODUCT,
    BINA_SOURCE_RECORD_ACTIVITY,   BINA_SOURCE_RECORD_WORKERS,
    BINA_SOURCE_RECORD_FOUNDED,    BINA_SOURCE_RECORD_ROW,
};

/* Any value as a text to be read; NULL when there is none. */
static const char *
as_text(const bina_record *record, int slot, char scratch[32])
{
    bina_value value = bina_record_get(record, slot);

    switch (value.type) {
    case BINA_NULL:
        return NULL;
    case BINA_TEXT:
    case BINA_CODE:
        return value.as.text;
    case BINA_DATE:
        return bina_date_format(value.as.integer, scratch);
    case BINA_REAL:
        (void)snprintf(scratch, 32, "%.6g", value.as.real);
        return scratch;
    default:
        (void)snprintf(scratch, 32, "%lld", (long long)value.as.integer);
        return scratch;
    }
}

/*
 * The pieces of evidence that are told on the line of a field, as one; false when there are none.
 * Two villages that were one are told of as that.
 */
static bool
evidence_of(const bina_record *pair, const char *field, bina_evidence *told)
{
    const char *at = bina_record_text(pair, BINA_PAIR_EVIDENCE);
    bina_evidence piece, own, other;
    double weight = 0;

    memset(&own, 0, sizeof own);
    memset(&other, 0, sizeof other);
    while (bina_evidence_next(&at, &piece)) {
        if (strcmp(bina_evidence_field(piece.field), field) != 0)
            continue;
        weight += piece.weight;
        *(strcmp(piece.field, field) == 0 ? &own : &other) = piece;
    }
    *told = own.field[0] == '\0' ||
                    (strcmp(own.level, "equal") != 0 && strcmp(other.level, "equal") == 0)
                ? other
                : own;
    told->weight = weight;
    return told->field[0] != '\0';
}

static void
set_evidence(bina_record *line, const bina_evidence *piece)
{
    static const int slots[] = {BINA_REVIEW_REASON, BINA_REVIEW_ALASAN};
    char label[96], words[256];

    bina_set_real(line, BINA_REVIEW_ADDS, piece->weight);
    for (int language = BINA_ENGLISH; language <= BINA_INDONESIAN; language++) {
        bina_evidence_label(piece->field, (bina_language)language, label, sizeof label);
        bina_evidence_words(piece, label, (bina_language)language, words, sizeof words);
        bina_set_text(line, slots[language], words);
    }
}

static void
start_line(bina_record *line, const bina_record *pair, const char *field)
{
    bina_record_clear(line);
    bina_set_int(line, BINA_REVIEW_PAIR, bina_record_id(pair));
    bina_record_set(line, BINA_REVIEW_WEIGHT, bina_record_get(pair, BINA_PAIR_WEIGHT));
    bina_record_set(line, BINA_REVIEW_PROBABILITY, bina_record_get(pair, BINA_PAIR_PROBABILITY));
    bina_set_text(line, BINA_REVIEW_FIELD, field);
}

static bina_status
set_values(bina_record *line, const char *first, const char *second, bool masked)
{
    char *marks[2] = {NULL, NULL};
    bool same = false;
    bina_status status = BINA_OK;

    if (first != NULL && second != NULL)
        status = bina_marks(first, second, &marks[0], &marks[1], &same);
    for (int side = 0; status == BINA_OK && side < 2; side++) {
        const char *value = side == 0 ? first : second;
        if (value != NULL && masked)
            bina_review_set_masked(line, BINA_REVIEW_FIRST + side, value);
        else if (value != NULL)
            bina_set_text(line, BINA_REVIEW_FIRST + side, value);
        if (marks[side] != NULL)
            bina_set_text(line, BINA_REVIEW_FIRST_MARKS + side, marks[side]);
    }
    bina_set_int(line, BINA_REVIEW_SAME, same);
    free(marks[0]);
    free(marks[1]);
    return status;
}

/* Evidence of columns that no line shows. */
static bina_status
add_rest(bina_rows *rows, bina_record *line, const bina_record *pair)
{
    const bina_description *kind = bina_kind_description(BINA_SOURCE_RECORD);
    const char *at = bina_record_text(pair, BINA_PAIR_EVIDENCE);
    bina_evidence piece;
    bina_status status = BINA_OK;

    while (status == BINA_OK && bina_evidence_next(&at, &piece)) {
        bool told = strcmp(piece.field, "prior") == 0;
        for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
            told = told || strcmp(bina_field_name(bina_description_field(kind, shown[i])),
                                  bina_evidence_field(piece.field)) == 0;
        if (told)
            continue;
        start_line(line, pair, piece.field);
        bina_set_int(line, BINA_REVIEW_SAME, false);
        set_evidence(line, &piece);
        status = bina_rows_add(rows, line);
    }
    return status;
}

static bina_status
add_fields(bina_rows *rows, bina_record *line, const bina_reviewed *reviewed, bool mask)
{
    const bina_record *pair = reviewed->pair;
    const bina_description *kind = bina_kind_description(BINA_SOURCE_RECORD);
    bina_status status;

    start_line(line, pair, "register");
    status = set_values(line, bina_record_text(reviewed->list[0], BINA_SOURCE_REGISTER_NAME),
                        bina_record_text(reviewed->list[1], BINA_SOURCE_REGISTER_NAME), false);
    if (status == BINA_OK)
        status = bina_rows_add(rows, line);
    for (size_t i = 0; status == BINA_OK && i < sizeof shown / sizeof shown[0]; i++) {
        const char *field = bina_field_name(bina_description_field(kind, shown[i]));
        char scratch[2][32];
        const char *a = as_text(reviewed->row[0], shown[i], scratch[0]);
        const char *b = as_text(reviewed->row[1], shown[i], scratch[1]);
        bina_evidence told;
        if (a == NULL && b == NULL)
            continue;
        start_line(line, pair, field);
        status = set_values(line, a, b, mask && bina_review_is_masked(shown[i]));
        if (evidence_of(pair, field, &told))
            set_evidence(line, &told);
        if (status == BINA_OK)
            status = bina_rows_add(rows, line);
    }
    return status;
}

/* The lines of a pair, added to `rows`. */
static bina_status
show_pair(bina_store *store, bina_id id, bool mask, bina_rows *rows, bina_record *line)
{
    bina_reviewed reviewed;
    bina_status status = bina_reviewed_load(&reviewed, store, id);

    if (status == BINA_OK)
        status = add_fields(rows, line, &reviewed, mask);
    if (status == BINA_OK)
        status = add_rest(rows, line, reviewed.pair);
    bina_reviewed_drop(&reviewed);
    return status;
}

/* Collects lines of one pair, or of all that `pairs` gives. */
static bina_status
show(bina_store *store, bina_id pair, bina_cursor *pairs, bool mask, bina_cursor **cursor)
{
    bina_description *description = bina_review_description();
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *line = description != NULL ? bina_record_new_of(description) : NULL;
    const bina_record *next;
    bina_status status = rows != NULL && line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    *cursor = NULL;
    if (status == BINA_OK && pairs == NULL)
        status = show_pair(store, pair, mask, rows, line);
    while (status == BINA_OK && pairs != NULL &&
           (status = bina_cursor_next(pairs, &next)) == BINA_OK)
        status = show_pair(store, bina_record_int(next, BINA_REVIEW_PAIR_ID), mask, rows, line);
    if (status == BINA_DONE)
        status = BINA_OK;
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(bina_store_complaint(store), status);
    bina_rows_free(rows);
    bina_record_free(line);
    bina_description_free(description);
    return status;
}

bina_status
bina_review_lines(bina_store *store, bina_id pair, bool mask, bina_cursor **cursor)
{
    *cursor = NULL;
    if (bina_id_kind(pair) != BINA_PAIR)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_NOT_FOUND);
    return show(store, pair, NULL, mask, cursor);
}

bina_status
bina_register_review(bina_store *store, int64_t limit, bina_cursor **cursor)
{
    bina_review_options options = BINA_REVIEW_OPTIONS_INIT;
    bina_cursor *pairs = NULL;
    bina_status status;

    *cursor = NULL;
    options.limit = limit;
    status = bina_review_pairs(store, &options, &pairs);
    if (status == BINA_OK)
        status = show(store, 0, pairs, false, cursor);
    bina_cursor_free(pairs);
    return status;
}
