/* Which delimiter a CSV file uses: the one that gives its first rows the same number of cells. */
#include <string.h>
#include "exchange/csv_scan.h"

#define SNIFFED_ROWS 32
#define MOST_TITLES  10

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

/* The share of rows, in thousandths, that have as many delimiters as row `like`. */
static size_t
share_alike(const size_t *counts, size_t rows, size_t like)
{
    size_t alike = 0, i;

    for (i = 0; i < rows; i++)
        alike += counts[i] == counts[like];
    return alike * 1000 / rows;
}

/* Below titles that have no delimiters: the delimiter most rows agree on. */
static char
sniff_below_titles(const char *sample, size_t length, const char *candidates)
{
    size_t counts[SNIFFED_ROWS], rows, i, alike, best_alike = 400;
    char best = ',';

    for (; *candidates != '\0'; candidates++) {
        rows = count_rows(sample, length, *candidates, counts);
        for (i = 0; i < rows; i++) {
            alike = share_alike(counts, rows, i);
            if (counts[i] > 0 && alike > best_alike) {
                best = *candidates;
                best_alike = alike;
            }
        }
    }
    return best;
}

char
bina_csv_sniff(const char *sample, size_t length)
{
    static const char candidates[] = ",;\t|";
    size_t counts[SNIFFED_ROWS], rows, alike, best_alike = 0, best_count = 0;
    char best = ',';
    const char *c;

    for (c = candidates; *c != '\0'; c++) {
        rows = count_rows(sample, length, *c, counts);
        if (rows == 0 || counts[0] == 0)
            continue;
        /* Shares, as the number of rows differs where a delimiter decides what is quoted. */
        alike = share_alike(counts, rows, 0);
        if (alike > best_alike || (alike == best_alike && counts[0] > best_count)) {
            best = *c;
            best_alike = alike;
            best_count = counts[0];
        }
    }
    return best_alike > 0 ? best : sniff_below_titles(sample, length, candidates);
}

int
bina_csv_titles(const char *sample, size_t length, char delimiter)
{
    size_t at = 0, filled;
    bool cell_filled;
    int lines;

    for (lines = 0; lines <= MOST_TITLES; lines++) {
        for (filled = 0, cell_filled = false; at < length; at++) {
            if (sample[at] == '\n' || sample[at] == '\r')
                break;
            /* Within quotes lines are no rows: leave that to those who tell what to skip. */
            if (sample[at] == '"' && lines < 1 && filled == 0 && !cell_filled)
                return 0;
            if (sample[at] == delimiter) {
                cell_filled = false;
            } else if (sample[at] != ' ' && !cell_filled) {
                cell_filled = true;
                filled++;
            }
        }
        if (at >= length)
            return 0;
        if (filled >= 3)
            return lines;
        if (filled > 1)
            return 0;
        at += sample[at] == '\r' && at + 1 < length && sample[at + 1] == '\n' ? 2 : 1;
    }
    return 0;
}
