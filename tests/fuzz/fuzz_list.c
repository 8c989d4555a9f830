/* Lists from anywhere, in CSV or a workbook (its bytes, or its parts as a text): no row vanishes,
   rows one by one and in batches are the same rows, and a guessed mapping gets through. */
#include <stdlib.h>

#include <bina/list.h>
#include <bina/mapping.h>

#include "exchange/table.h"
#include "fuzz.h"
#include "zip_parts.h"

/* Cells of a sheet may be far apart: what is read of hostile ones is bounded here. */
enum { ROWS = 5000 };

static void
hold(bool promise)
{
    if (!promise)
        abort();
}

static bina_cursor *
open_list(const char *bytes, size_t length, bina_faults *faults, bina_list_counts *counts)
{
    bina_list_options options = BINA_LIST_OPTIONS_MAPPING;
    bina_cursor *cursor = NULL;

    options.longest_cell = 4096;
    options.faults = faults;
    options.counts = counts;
    hold((bina_list_open_bytes(bytes, length, &options, NULL, &cursor) == BINA_OK) ==
         (cursor != NULL));
    return cursor;
}

/* All rows, or the first thousands; what follows the columns of the table is always there. */
static int64_t
read_records(bina_cursor *cursor, bina_list_counts *counts)
{
    int line = bina_column_find_own(bina_cursor_description(cursor), BINA_OWN_LINE);
    const bina_record *record;
    int64_t rows = 0;

    hold(line >= 0);
    while (rows < ROWS && bina_cursor_next(cursor, &record) == BINA_OK) {
        hold(bina_record_int(record, line) > 0);
        rows++;
    }
    hold(counts->rows >= rows && counts->sheets > 0);
    return rows;
}

static int64_t
read_batches(bina_cursor *cursor)
{
    const bina_batch *batch;
    int64_t rows = 0;

    while (rows < ROWS && bina_cursor_next_batch(cursor, &batch) == BINA_OK)
        rows += (int64_t)bina_batch_rows(batch);
    return rows;
}

static void
map_all(bina_cursor *rows, bina_faults *faults)
{
    bina_mapping_options options = BINA_MAPPING_OPTIONS_INIT;
    bina_mapping *mapping = NULL;
    bina_cursor *mapped = NULL;
    const bina_record *record;
    int n = 0;

    options.faults = faults;
    options.has_today = true;
    if (bina_mapping_guess(bina_kind_description(BINA_SOURCE_RECORD), rows, NULL, &mapping) ==
        BINA_OK)
        hold(bina_mapping_open(mapping, rows, &options, NULL, &mapped) == BINA_OK);
    else
        bina_cursor_free(rows);
    while (mapped != NULL && n < ROWS && bina_cursor_next(mapped, &record) == BINA_OK)
        n++;
    bina_cursor_free(mapped);
    bina_mapping_free(mapping);
}

static void
read_list(const char *bytes, size_t length)
{
    bina_faults *faults = bina_faults_new(16);
    bina_list_counts counts = {0};
    bina_cursor *cursor = open_list(bytes, length, faults, &counts);
    int64_t one, many;

    if (cursor != NULL) {
        one = read_records(cursor, &counts);
        bina_cursor_free(cursor);
        cursor = open_list(bytes, length, NULL, NULL);
        many = read_batches(cursor);
        hold(one == many || one >= ROWS);
        bina_cursor_free(cursor);
        if (length % 8 ==
            0) /* guessing where villages are looks at all there are: a tenth of a second */
            map_all(open_list(bytes, length, faults, NULL), faults);
    }
    bina_faults_free(faults);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    zip_bytes zip;

    if (length < 3 || memcmp(bytes, "== ", 3) != 0) {
        read_list((const char *)bytes, length);
        return 0;
    }
    zip = zip_of_text((const char *)bytes, length);
    if (!zip.failed)
        read_list((const char *)zip.bytes, zip.length);
    free(zip.bytes);
    return 0;
}
