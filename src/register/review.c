/* The open pairs side by side, those nearest to even odds first: their answer teaches most. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include <bina/rows.h>
#include "base/error.h"
#include "register/ledger.h"
#include "register/result.h"
#include "store/sql.h"

/* What is shown of a row, in this order. */
static const int shown[] = {
    BINA_SOURCE_RECORD_OWNER_NAME, BINA_SOURCE_RECORD_BUSINESS_NAME, BINA_SOURCE_RECORD_NIK,
    BINA_SOURCE_RECORD_NIB,        BINA_SOURCE_RECORD_SEX,           BINA_SOURCE_RECORD_BORN,
    BINA_SOURCE_RECORD_PHONE,      BINA_SOURCE_RECORD_ADDRESS,       BINA_SOURCE_RECORD_HAMLET,
    BINA_SOURCE_RECORD_RT,         BINA_SOURCE_RECORD_VILLAGE,       BINA_SOURCE_RECORD_DISTRICT,
    BINA_SOURCE_RECORD_REGION,     BINA_SOURCE_RECORD_PRODUCT,       BINA_SOURCE_RECORD_ACTIVITY,
    BINA_SOURCE_RECORD_WORKERS,    BINA_SOURCE_RECORD_FOUNDED,       BINA_SOURCE_RECORD_ROW,
};

typedef struct open_pair {
    const bina_record *record;
    double doubt; /* distance from even odds */
} open_pair;

static int
by_doubt(const void *a, const void *b)
{
    const open_pair *x = a, *y = b;
    bina_id p = bina_record_id(x->record), q = bina_record_id(y->record);

    if (x->doubt < y->doubt || x->doubt > y->doubt)
        return x->doubt < y->doubt ? -1 : 1;
    return (p > q) - (p < q);
}

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

static bina_status
add_line(bina_rows *rows, bina_record *line, const bina_record *pair, const char *field,
         const char *first, const char *second)
{
    bina_record_clear(line);
    bina_set_int(line, BINA_REVIEW_PAIR, bina_record_id(pair));
    bina_record_set(line, BINA_REVIEW_WEIGHT, bina_record_get(pair, BINA_PAIR_WEIGHT));
    bina_record_set(line, BINA_REVIEW_PROBABILITY, bina_record_get(pair, BINA_PAIR_PROBABILITY));
    bina_set_text(line, BINA_REVIEW_FIELD, field);
    if (first != NULL)
        bina_set_text(line, BINA_REVIEW_FIRST, first);
    if (second != NULL)
        bina_set_text(line, BINA_REVIEW_SECOND, second);
    bina_set_int(line, BINA_REVIEW_SAME,
                 first != NULL && second != NULL && strcmp(first, second) == 0);
    return bina_rows_add(rows, line);
}

static bina_status
list_name(bina_store *store, const bina_record *row, bina_record **list)
{
    return bina_store_get(store, bina_record_int(row, BINA_SOURCE_RECORD_REGISTER), list);
}

static bina_status
show_pair(bina_store *store, const bina_record *pair, bina_rows *rows, bina_record *line)
{
    const bina_description *kind = bina_kind_description(BINA_SOURCE_RECORD);
    bina_record *first = NULL, *second = NULL, *of_first = NULL, *of_second = NULL;
    bina_status status = bina_store_get(store, bina_record_int(pair, BINA_PAIR_FIRST), &first);

    if (status == BINA_OK)
        status = bina_store_get(store, bina_record_int(pair, BINA_PAIR_SECOND), &second);
    if (status == BINA_OK)
        status = list_name(store, first, &of_first);
    if (status == BINA_OK)
        status = list_name(store, second, &of_second);
    if (status == BINA_OK)
        status = add_line(rows, line, pair, "register",
                          bina_record_text(of_first, BINA_SOURCE_REGISTER_NAME),
                          bina_record_text(of_second, BINA_SOURCE_REGISTER_NAME));
    for (size_t i = 0; status == BINA_OK && i < sizeof shown / sizeof shown[0]; i++) {
        char scratch[2][32];
        const char *a = as_text(first, shown[i], scratch[0]);
        const char *b = as_text(second, shown[i], scratch[1]);
        if (a != NULL || b != NULL)
            status = add_line(rows, line, pair,
                              bina_field_name(bina_description_field(kind, shown[i])), a, b);
    }
    bina_record_free(first);
    bina_record_free(second);
    bina_record_free(of_first);
    bina_record_free(of_second);
    return status;
}

bina_status
bina_register_review(bina_store *store, int64_t limit, bina_cursor **cursor)
{
    bina_description *description = bina_review_description();
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *line = description != NULL ? bina_record_new_of(description) : NULL;
    bina_query *query = bina_query_new(BINA_PAIR);
    bina_ledger ledger = {0};
    open_pair *open = NULL;
    bina_status status;

    *cursor = NULL;
    if (query != NULL)
        bina_query_where(query, BINA_PAIR_VERDICT, BINA_IS_NULL, bina_null());
    status = bina_ledger_load(&ledger, store, query, 0);
    if (status == BINA_OK) {
        open = calloc(ledger.count + 1, sizeof *open);
        if (open == NULL || rows == NULL || line == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; status == BINA_OK && i < ledger.count; i++) {
        open[i].record = ledger.lines[i].record;
        open[i].doubt = fabs(bina_record_real(ledger.lines[i].record, BINA_PAIR_WEIGHT));
    }
    if (status == BINA_OK && ledger.count > 1)
        qsort(open, ledger.count, sizeof *open, by_doubt);
    for (size_t i = 0; status == BINA_OK && i < ledger.count && (limit < 0 || (int64_t)i < limit);
         i++)
        status = show_pair(store, open[i].record, rows, line);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(bina_store_complaint(store), status);
    free(open);
    bina_ledger_drop(&ledger);
    bina_rows_free(rows);
    bina_record_free(line);
    bina_description_free(description);
    return status;
}
