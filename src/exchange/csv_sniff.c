/* Which delimiter a CSV file uses: the one that gives its first rows the same number of cells. */
#include <string.h>
#include "exchange/csv_scan.h"

#define SNIFFED_ROWS 32

/* Counts a delimiter per row outside quotes; returns the number of rows counted. */
static size_t
count_rows(const char *sample, size_t length, char delimiter, size_t counts[SNIFFED_ROWS])
{
    size_t rows = 0, i, row_start = 0;
    bool quoted = false, cell_start = true;

    counts[0] = 0;
    for (i = 0; i < length && rows < SNIFFED_ROWS; i++) {
        char c = sample[i];
        if (quoted) {
            if (c == '"')
                quoted = false; /* a doubled quote opens it again at once */
        } else if (c == '"' && (cell_start || (i > 0 && sample[i - 1] == '"'))) {
            quoted = true;
        } else if (c == '\n' || c == '\r') {
            if (i > row_start && ++rows < SNIFFED_ROWS)
                counts[rows] = 0;
            row_start = i + 1;
            cell_start = true;
            continue;
        } else if (c == delimiter) {
            counts[rows]++;
            cell_start = true;
            continue;
        }
        cell_start = false;
    }
    /* The last row may have been cut by the sample's end: it counts only when it is the only one.
     */
    if (rows == 0 && length > 0)
        rows = 1;
    return rows;
}

char
bina_csv_sniff(const char *sample, size_t length)
{
    static const char candidates[] = ",;\t|";
    size_t counts[SNIFFED_ROWS], rows, i, alike, best_alike = 0, best_count = 0;
    char best = ',';
    const char *c;

    for (c = candidates; *c != '\0'; c++) {
        rows = count_rows(sample, length, *c, counts);
        if (rows == 0 || counts[0] == 0)
            continue;
        for (i = 0, alike = 0; i < rows; i++)
            alike += counts[i] == counts[0];
        /* As shares of their rows, which differ where a delimiter decides what is quoted. */
        alike = alike * 1000 / rows;
        if (alike > best_alike || (alike == best_alike && counts[0] > best_count)) {
            best = *c;
            best_alike = alike;
            best_count = counts[0];
        }
    }
    return best;
}
