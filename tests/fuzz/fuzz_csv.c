/* CSV from anywhere: rows one by one and in batches are the same rows, what is written again reads
   back the same, and a guessed mapping gets through it all. */
#include <bina/mapping.h>

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static void
hold(bool promise)
{
    if (!promise)
        abort();
}

/* The sum of all cells' bytes and the number of rows, by either verb. */
typedef struct sums {
    size_t rows, bytes;
    int64_t lines;
} sums;

static bina_cursor *
open_rows(const uint8_t *bytes, size_t length, bina_faults *faults)
{
    bina_csv_options options = BINA_CSV_OPTIONS_INIT;
    bina_cursor *cursor = NULL;

    options.line_column = "line";
    options.extra_column = "extra";
    options.longest_cell = 4096;
    options.faults = faults;
    if (length > 0)
        options.no_header = bytes[0] == '!';
    bina_csv_open_bytes((const char *)bytes, length, &options, NULL, &cursor);
    return cursor;
}

static sums
read_records(bina_cursor *cursor)
{
    const bina_record *record;
    sums sum = {0, 0, 0};
    int slots = bina_description_count(bina_cursor_description(cursor)), i;

    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        sum.rows++;
        for (i = 0; i < slots; i++) {
            const char *text = bina_record_text(record, i);
            sum.bytes += text != NULL ? strlen(text) : 0;
        }
        hold(bina_record_int(record, slots - 2) > sum.lines);
        sum.lines = bina_record_int(record, slots - 2);
    }
    return sum;
}

static sums
read_batches(bina_cursor *cursor)
{
    const bina_batch *batch;
    sums sum = {0, 0, 0};
    int slots = bina_description_count(bina_cursor_description(cursor)), i;
    const int32_t *offsets;
    const char *text;

    while (bina_cursor_next_batch(cursor, &batch) == BINA_OK) {
        sum.rows += bina_batch_rows(batch);
        for (i = 0; i < slots; i++)
            if (bina_batch_texts(batch, i, &offsets, &text))
                sum.bytes += (size_t)offsets[bina_batch_rows(batch)];
        sum.lines = bina_batch_integers(batch, slots - 2)[bina_batch_rows(batch) - 1];
    }
    return sum;
}

static void
map_all(const uint8_t *bytes, size_t length, bina_faults *faults)
{
    bina_cursor *rows = open_rows(bytes, length, faults), *mapped = NULL;
    bina_mapping_options options = BINA_MAPPING_OPTIONS_INIT;
    bina_mapping *mapping = NULL;
    bina_row_counts counts = {0, 0, 0, 0};
    const bina_record *record;
    int64_t n = 0;

    options.faults = faults;
    options.counts = &counts;
    options.has_today = true;
    if (bina_mapping_guess(bina_kind_description(BINA_SOURCE_RECORD), rows, NULL, &mapping) ==
        BINA_OK)
        hold(bina_mapping_open(mapping, rows, &options, NULL, &mapped) == BINA_OK);
    else
        bina_cursor_free(rows);
    while (mapped != NULL && bina_cursor_next(mapped, &record) == BINA_OK)
        n++;
    hold(n == counts.given && counts.rows == counts.given + counts.refused);
    bina_cursor_free(mapped);
    bina_mapping_free(mapping);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    bina_faults *faults = bina_faults_new(16);
    bina_cursor *cursor = open_rows(bytes, length, faults);
    sums one, many;

    if (cursor != NULL) {
        one = read_records(cursor);
        bina_cursor_free(cursor);
        cursor = open_rows(bytes, length, NULL);
        many = read_batches(cursor);
        hold(one.rows == many.rows && one.bytes == many.bytes && one.lines == many.lines);
        bina_cursor_free(cursor);
        map_all(bytes, length, faults);
    }
    bina_faults_free(faults);
    return 0;
}
