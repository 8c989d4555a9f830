#include "exchange/csv_scan.h"
#include <stdlib.h>
#include <string.h>
#if defined(__SSE2__) && defined(__GNUC__)
#include <emmintrin.h>
#endif
#include "exchange/csv_window.h"
#include "exchange/encoding.h"

/* The byte `at` behind the row's begin, or -1 at the end of the input. */
static int
byte_at(bina_csv_scan *scan, size_t at, bina_error *error)
{
    while (at >= scan->end - scan->begin)
        if (!bina_csv_more(scan, error))
            return -1;
    return (unsigned char)scan->window[scan->begin + at];
}

/* Passes over a line end (which is there) and counts it; returns where the next line begins. */
static size_t
pass_line_end(bina_csv_scan *scan, size_t at, bina_error *error)
{
    if (byte_at(scan, at, error) == '\r' && byte_at(scan, at + 1, error) == '\n')
        at++;
    scan->line++;
    return at + 1;
}

bina_status
bina_csv_scan_skip_line(bina_csv_scan *scan, bina_error *error)
{
    int byte = byte_at(scan, 0, error);

    if (byte < 0)
        return scan->bad != BINA_OK ? scan->bad : BINA_DONE;
    while (byte >= 0 && byte != '\n' && byte != '\r') {
        scan->begin++;
        byte = byte_at(scan, 0, error);
    }
    if (byte >= 0)
        scan->begin += pass_line_end(scan, 0, error);
    return scan->bad;
}

int
bina_csv_scan_skip_titles(bina_csv_scan *scan)
{
    int titles =
            bina_csv_titles(scan->window + scan->begin, scan->end - scan->begin, scan->delimiter),
        i;

    for (i = 0; i < titles; i++)
        bina_csv_scan_skip_line(scan, NULL); /* the sample holds them, so nothing is read */
    return titles;
}

/*
 * Finds the end of a quoted cell: sets `inner_end` to its closing quote and returns where the text
 * goes on, or 0 when no quote closes it.
 */
static size_t
pass_quoted(bina_csv_scan *scan, bina_csv_cell *cell, bina_error *error)
{
    size_t at = cell->start + 1, length;
    const char *start, *quote;

    cell->flags = BINA_CELL_QUOTED | BINA_CELL_LINES;
    for (;;) {
        if (byte_at(scan, at, error) < 0 || at - cell->start > scan->cell_limit)
            return 0;
        start = scan->window + scan->begin;
        length = scan->end - scan->begin;
        quote = memchr(start + at, '"', length - at);
        if (quote == NULL) {
            at = length;
            continue;
        }
        at = (size_t)(quote - start) + 1;
        if (byte_at(scan, at, error) != '"') {
            cell->inner_end = at - 1;
            return at;
        }
        cell->flags |= BINA_CELL_DOUBLED;
        at++;
    }
}

/* The first byte that is more than a letter of a cell's text; `end` when there is none. */
static const unsigned char *
find_telling(const bina_csv_scan *scan, const unsigned char *byte, const unsigned char *end)
{
#if defined(__SSE2__) && defined(__GNUC__)
    const __m128i delimiter = _mm_set1_epi8(scan->delimiter), quote = _mm_set1_epi8('"'),
                  line = _mm_set1_epi8('\n'), turn = _mm_set1_epi8('\r');

    for (; end - byte >= 16; byte += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)byte);
        __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter), _mm_cmpeq_epi8(bytes, line));
        __m128i others = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, turn));
        unsigned found = (unsigned)_mm_movemask_epi8(_mm_or_si128(ends, others));
        if (found != 0)
            return byte + __builtin_ctz(found);
    }
#endif
    while (byte < end && scan->kind[*byte] == BINA_BYTE_PLAIN)
        byte++;
    return byte;
}

/* Finds the end of a cell from `at`, where its unquoted part begins; notes quotes on the way. */
static size_t
pass_plain(bina_csv_scan *scan, size_t at, bina_csv_cell *cell, bina_error *error)
{
    const unsigned char *byte, *end;

    for (;;) {
        byte = (const unsigned char *)scan->window + scan->begin + at;
        end = (const unsigned char *)scan->window + scan->end;
        byte = find_telling(scan, byte, end);
        at = (size_t)(byte - (const unsigned char *)scan->window) - scan->begin;
        if (byte == end) {
            if (byte_at(scan, at, error) < 0)
                return at;
            continue;
        }
        if (scan->kind[*byte] == BINA_BYTE_ENDS_CELL)
            return at;
        cell->flags |= BINA_CELL_STRAY;
        at++;
    }
}

/* Finds one cell's extent from `cell->start` and sets its flags. */
static void
pass_cell(bina_csv_scan *scan, bina_csv_cell *cell, bina_error *error)
{
    size_t after = 0, i;

    cell->flags = 0;
    cell->inner_end = 0;
    if (byte_at(scan, cell->start, error) == '"') {
        after = pass_quoted(scan, cell, error);
        if (after == 0) {
            cell->end = pass_plain(scan, cell->start + 1, cell, error);
            cell->flags = BINA_CELL_UNCLOSED;
            return;
        }
    }
    cell->end = pass_plain(scan, after > 0 ? after : cell->start, cell, error);
    if (after == 0 || cell->end == after)
        return;
    /* Blanks behind the closing quote mean nothing; anything else belongs to the text. */
    for (i = after; i < cell->end; i++)
        if (scan->window[scan->begin + i] != ' ') {
            cell->flags |= BINA_CELL_STRAY | BINA_CELL_DOUBLED;
            return;
        }
}

/* Copies a cell's text without its quotes into `out`; returns what was used. */
static size_t
unquote(const char *row, const bina_csv_cell *cell, char *out)
{
    size_t used = 0, i;

    for (i = cell->start + 1; i < cell->inner_end; i++) {
        out[used++] = row[i];
        if (row[i] == '"')
            i++;
    }
    if (cell->flags & BINA_CELL_STRAY) {
        memcpy(out + used, row + cell->inner_end + 1, cell->end - cell->inner_end - 1);
        used += cell->end - cell->inner_end - 1;
    }
    return used;
}

static size_t
drop_nuls(char *text, size_t length)
{
    size_t used = 0, i;

    for (i = 0; i < length; i++)
        if (text[i] != '\0')
            text[used++] = text[i];
    return used;
}

/*
 * Gives a cell its text: in the window where it can stay as it is, else in scratch, which has four
 * times the row's room: a copy to unquote, and three bytes for each when it is turned into UTF-8.
 */
static size_t
settle_cell(const bina_csv_scan *scan, bina_csv_cell *cell, bool unusual, char *scratch)
{
    const char *row = scan->window + scan->begin;
    size_t used = 0;

    if (cell->flags & BINA_CELL_QUOTED) {
        cell->text = row + cell->start + 1;
        cell->length = cell->inner_end - cell->start - 1;
        if (cell->flags & BINA_CELL_DOUBLED) {
            cell->length = used = unquote(row, cell, scratch);
            cell->text = scratch;
        }
    } else {
        cell->text = row + cell->start;
        cell->length = cell->end - cell->start;
    }
    if (!unusual || !bina_bytes_unusual(cell->text, cell->length))
        return used;
    if (memchr(cell->text, '\0', cell->length) != NULL) {
        if (used == 0)
            memcpy(scratch, cell->text, cell->length);
        used = drop_nuls(scratch, cell->length);
        cell->text = scratch;
        cell->length = used;
        cell->flags |= BINA_CELL_NUL;
    }
    if (scan->encoding != BINA_ENCODING_WINDOWS_1252) {
        if (bina_utf8_valid(cell->text, cell->length) == cell->length)
            return used;
        cell->flags |= BINA_CELL_FOREIGN;
    }
    cell->length = bina_windows_1252_to_utf8(cell->text, cell->length, scratch + used);
    cell->text = scratch + used;
    return used + cell->length;
}

static bina_status
settle_row(bina_csv_scan *scan, size_t count, size_t length, bina_error *error, unsigned *flags)
{
    const char *row = scan->window + scan->begin;
    bool unusual = bina_bytes_unusual(row, length);
    size_t used = 0, i;
    char *larger;

    if ((unusual || (*flags & BINA_CELL_DOUBLED)) && scan->scratch_room < 4 * length) {
        larger = realloc(scan->scratch, 4 * length);
        if (larger == NULL)
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        scan->scratch = larger;
        scan->scratch_room = 4 * length;
    }
    for (i = 0; i < count; i++) {
        bina_csv_cell *cell = &scan->cells[i];
        if (!unusual && (cell->flags & BINA_CELL_QUOTED) == 0) {
            cell->text = row + cell->start;
            cell->length = cell->end - cell->start;
            continue;
        }
        used += settle_cell(scan, &scan->cells[i], unusual,
                            scan->scratch == NULL ? NULL : scan->scratch + used);
        *flags |= scan->cells[i].flags;
    }
    if (*flags & BINA_CELL_LINES)
        for (i = 0; i < length; i++)
            if (row[i] == '\n' || (row[i] == '\r' && !(i + 1 < length && row[i + 1] == '\n')))
                scan->line++;
    return BINA_OK;
}

static bool
make_room_for_cell(bina_csv_scan *scan, size_t count, bina_error *error)
{
    bina_csv_cell *larger;

    if (count < scan->cells_room)
        return true;
    larger = realloc(scan->cells, 2 * scan->cells_room * sizeof(*larger));
    if (larger == NULL) {
        scan->bad = bina_error_plain(error, BINA_ERR_NO_MEMORY);
        return false;
    }
    scan->cells = larger;
    scan->cells_room *= 2;
    return true;
}

/* Finds the cells of a row one by one; returns the byte behind it, -1 at the end of the input. */
static int
pass_row(bina_csv_scan *scan, bina_error *error, bina_csv_row *row, size_t *length)
{
    bina_csv_cell extra, *cell;
    size_t start = 0;
    int byte;

    do {
        cell = &extra;
        if (row->count < BINA_CSV_CELLS) {
            if (!make_room_for_cell(scan, row->count, error))
                return -1;
            cell = &scan->cells[row->count++];
        }
        cell->start = start;
        pass_cell(scan, cell, error);
        row->flags |= cell->flags;
        row->total++;
        start = cell->end + 1;
        byte = byte_at(scan, cell->end, error);
    } while (byte == (unsigned char)scan->delimiter);
    *length = cell->end;
    return byte;
}

bina_status
bina_csv_scan_next(bina_csv_scan *scan, bina_error *error, bina_csv_row *row)
{
    size_t length = 0;
    bool unusual = true;
    int byte;

    if (scan->torn && byte_at(scan, 0, error) == '\n')
        scan->begin++;
    scan->torn = false;
    while ((byte = byte_at(scan, 0, error)) == '\n' || byte == '\r')
        scan->begin += pass_line_end(scan, 0, error);
    if (byte < 0)
        return scan->bad != BINA_OK ? scan->bad : BINA_DONE;
    *row = (bina_csv_row){.line = scan->line};
    if (bina_csv_plain_row(scan, &row->count, &length, &unusual)) {
        byte = scan->window[scan->begin + length];
        row->total = row->count;
    } else {
        byte = pass_row(scan, error, row, &length);
        unusual = true;
    }
    if (scan->bad == BINA_OK && unusual)
        scan->bad = settle_row(scan, row->count, length, error, &row->flags);
    if (scan->bad != BINA_OK)
        return scan->bad;
    /*
     * The cells' texts lie in the window, which reading on would move: pass over the line end only
     * as far as it is there and remember a torn one.
     */
    scan->begin += length;
    if (byte >= 0) {
        scan->begin++;
        if (byte == '\r' && scan->begin < scan->end && scan->window[scan->begin] == '\n')
            scan->begin++;
        else if (byte == '\r' && scan->begin == scan->end)
            scan->torn = true;
        scan->line++;
    }
    row->cells = scan->cells;
    row->flags &= ~(unsigned)(BINA_CELL_DOUBLED | BINA_CELL_LINES);
    return BINA_OK;
}
