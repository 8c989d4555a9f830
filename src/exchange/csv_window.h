/* The part of a CSV file that is in memory. */
#ifndef BINA_SRC_EXCHANGE_CSV_WINDOW_H
#define BINA_SRC_EXCHANGE_CSV_WINDOW_H

#include "exchange/csv_scan.h"

/*
 * The window holds bytes that were read and not yet given, as UTF-8 or Windows-1252 (UTF-16 is
 * turned into UTF-8 on the way in):
 *
 *     window          begin        begin + at             end         room
 *     | given already | the row so far | not looked at yet | free       |
 *
 * It is never changed in place, so a quote that turns out never to close can be looked at again as
 * an ordinary letter. Cells that need changing are written into `scratch`.
 */
struct bina_csv_scan {
    bina_input *input;
    bina_encoding encoding;
    char delimiter;
    bool torn;       /* a line end may go on with the next byte: CR was the window's last */
    bool at_end;     /* the input is used up */
    bina_status bad; /* reading failed */
    char *window;
    size_t begin, end, room, cell_limit;
    char raw[4]; /* UTF-16 left over from the last piece */
    size_t raw_length;
    bina_csv_cell *cells;
    size_t cells_room;
    char *scratch;
    size_t scratch_room;
    int64_t line;
    unsigned char kind[256]; /* of each byte: nothing, delimiter or line end, quote */
};

enum { BINA_BYTE_PLAIN, BINA_BYTE_ENDS_CELL, BINA_BYTE_QUOTE };

/**
 * Reads more behind the window's end, which may move what is in it.
 *
 * @return false at the end of the input, and when `bad` was set
 */
bool bina_csv_more(bina_csv_scan *scan, bina_error *error);

/**
 * Finds the cells of a row that lies in the window with its line end and has no quotes, as they
 * stand.
 *
 * @param length  of the row without its line end
 * @param unusual whether it has bytes beyond ASCII, or NUL
 * @return false when it is no such row, which says nothing about it, or this machine has no way
 */
bool bina_csv_plain_row(bina_csv_scan *scan, size_t *count, size_t *length, bool *unusual);

#endif
