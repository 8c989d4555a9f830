#include "exchange/csv_scan.h"
#include <stdlib.h>
#include <string.h>
#include "exchange/encoding.h"

#define SAMPLE     ((size_t)64 * 1024)
#define WINDOW     ((size_t)256 * 1024)
#define CELL_LIMIT ((size_t)1024 * 1024)

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

enum { PLAIN = 0, ENDS_CELL = 1, QUOTE = 2 };

static bina_status
read_piece(bina_csv_scan *scan, bina_error *error, size_t *got)
{
    size_t room = scan->room - scan->end, raw_got, used;
    bool big = scan->encoding == BINA_ENCODING_UTF_16_BE;
    bina_status status;
    char *raw;

    if (scan->encoding != BINA_ENCODING_UTF_16_LE && !big)
        return bina_input_read(scan->input, scan->window + scan->end, room, got, error);

    /* Half the room, so that its UTF-8 surely fits; at least four bytes, one whole character. */
    raw = malloc(room / 2 + sizeof(scan->raw));
    if (raw == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    *got = 0;
    do {
        memcpy(raw, scan->raw, scan->raw_length);
        status = bina_input_read(scan->input, raw + scan->raw_length, room / 2 - sizeof(scan->raw),
                                 &raw_got, error);
        if (status != BINA_OK)
            break;
        scan->raw_length += raw_got;
        *got = bina_utf16_to_utf8(raw, scan->raw_length, big, raw_got == 0,
                                  scan->window + scan->end, &used);
        scan->raw_length -= used;
        memcpy(scan->raw, raw + used, scan->raw_length);
    } while (*got == 0 && raw_got > 0);
    free(raw);
    return status;
}

/* Reads more behind the window's end. False at the end, and when `bad` was set. */
static bool
read_more(bina_csv_scan *scan, bina_error *error)
{
    size_t got;
    char *larger;

    if (scan->at_end || scan->bad != BINA_OK)
        return false;
    if (scan->begin > 0) {
        memmove(scan->window, scan->window + scan->begin, scan->end - scan->begin);
        scan->end -= scan->begin;
        scan->begin = 0;
    }
    if (scan->room - scan->end < 64) {
        if (scan->room / 16 >= scan->cell_limit) {
            scan->bad = bina_error_set(
                error, BINA_ERR_SYNTAX, "A row is longer than %zu bytes; this is not a CSV file.",
                "Satu baris lebih panjang dari %zu bita; ini bukan CSV.", scan->room);
            bina_error_in_file(error, bina_input_name(scan->input), scan->line, 0);
            return false;
        }
        larger = realloc(scan->window, scan->room * 2);
        if (larger == NULL) {
            scan->bad = bina_error_plain(error, BINA_ERR_NO_MEMORY);
            return false;
        }
        scan->window = larger;
        scan->room *= 2;
    }
    scan->bad = read_piece(scan, error, &got);
    if (scan->bad != BINA_OK)
        return false;
    scan->end += got;
    scan->at_end = got == 0;
    return got > 0;
}

/* The sample was read as bytes; now that it is known to be UTF-16 it is turned into UTF-8. */
static bina_status
turn_sample(bina_csv_scan *scan, bina_error *error)
{
    size_t length = scan->end - scan->begin, used;
    size_t room = WINDOW + 2 * length + 2;
    char *window = malloc(room);

    if (window == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    scan->end =
        bina_utf16_to_utf8(scan->window + scan->begin, length,
                           scan->encoding == BINA_ENCODING_UTF_16_BE, scan->at_end, window, &used);
    scan->raw_length = length - used;
    memcpy(scan->raw, scan->window + scan->begin + used, scan->raw_length);
    free(scan->window);
    scan->window = window;
    scan->room = room;
    scan->begin = 0;
    return BINA_OK;
}

/* Excel's own way of telling the delimiter, a first line "sep=;", is not part of the table. */
static void
take_sep_line(bina_csv_scan *scan)
{
    const char *start = scan->window + scan->begin;
    size_t length = scan->end - scan->begin, i = 5;

    if (length < 6 || memcmp(start, "sep=", 4) != 0 || (start[5] != '\r' && start[5] != '\n'))
        return;
    scan->delimiter = start[4];
    if (start[i] == '\r' && length > i + 1 && start[i + 1] == '\n')
        i++;
    scan->begin += i + 1;
    scan->line++;
}

/* Fills the window with a sample, and from it sets what the options leave open. */
static bina_status
look_at_sample(bina_csv_scan *scan, const bina_csv_options *options, bina_error *error)
{
    size_t mark;
    bina_encoding marked;
    bina_status status;

    scan->encoding = BINA_ENCODING_UTF_8;
    while (scan->end < SAMPLE && read_more(scan, error))
        ;
    if (scan->bad != BINA_OK)
        return scan->bad;
    marked = bina_encoding_of_mark(scan->window, scan->end, &mark);
    scan->begin = mark;
    /* A mark is surer than what anybody believes about a file. */
    scan->encoding = marked != BINA_ENCODING_FIND ? marked : options->encoding;
    if (scan->encoding == BINA_ENCODING_FIND)
        scan->encoding = bina_encoding_guess(scan->window, scan->end);
    if (scan->encoding == BINA_ENCODING_UTF_16_LE || scan->encoding == BINA_ENCODING_UTF_16_BE) {
        status = turn_sample(scan, error);
        if (status != BINA_OK)
            return status;
    }
    take_sep_line(scan);
    if (options->delimiter != '\0')
        scan->delimiter = options->delimiter;
    if (scan->delimiter == '\0')
        scan->delimiter = bina_csv_sniff(scan->window + scan->begin, scan->end - scan->begin);
    scan->kind[(unsigned char)scan->delimiter] = ENDS_CELL;
    scan->kind['\n'] = scan->kind['\r'] = ENDS_CELL;
    scan->kind['"'] = QUOTE;
    return BINA_OK;
}

bina_status
bina_csv_scan_new(bina_input *input, const bina_csv_options *options, bina_error *error,
                  bina_csv_scan **scan)
{
    bina_csv_scan *made = calloc(1, sizeof(*made));
    bina_status status;

    *scan = NULL;
    if (made == NULL) {
        bina_input_close(input);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    made->input = input;
    made->line = 1;
    made->cell_limit = options->longest_cell > 0 ? options->longest_cell : CELL_LIMIT;
    made->room = WINDOW;
    made->window = malloc(made->room);
    made->cells_room = 64;
    made->cells = malloc(made->cells_room * sizeof(*made->cells));
    status = made->window != NULL && made->cells != NULL
                 ? look_at_sample(made, options, error)
                 : bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (status == BINA_OK)
        *scan = made;
    else
        bina_csv_scan_free(made);
    return status;
}

void
bina_csv_scan_free(bina_csv_scan *scan)
{
    if (scan == NULL)
        return;
    bina_input_close(scan->input);
    free(scan->window);
    free(scan->cells);
    free(scan->scratch);
    free(scan);
}

const char *
bina_csv_scan_name(const bina_csv_scan *scan)
{
    return bina_input_name(scan->input);
}

char
bina_csv_scan_delimiter(const bina_csv_scan *scan)
{
    return scan->delimiter;
}

int64_t
bina_csv_scan_line(const bina_csv_scan *scan)
{
    return scan->line;
}

/* The byte `at` behind the row's begin, or -1 at the end of the input. */
static int
byte_at(bina_csv_scan *scan, size_t at, bina_error *error)
{
    while (at >= scan->end - scan->begin)
        if (!read_more(scan, error))
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

/* Finds the end of a cell from `at`, where its unquoted part begins; notes quotes on the way. */
static size_t
pass_plain(bina_csv_scan *scan, size_t at, bina_csv_cell *cell, bina_error *error)
{
    const unsigned char *byte, *end;

    for (;;) {
        byte = (const unsigned char *)scan->window + scan->begin + at;
        end = (const unsigned char *)scan->window + scan->end;
        while (byte < end && scan->kind[*byte] == PLAIN)
            byte++;
        at = (size_t)(byte - (const unsigned char *)scan->window) - scan->begin;
        if (byte == end) {
            if (byte_at(scan, at, error) < 0)
                return at;
            continue;
        }
        if (scan->kind[*byte] == ENDS_CELL)
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

bina_status
bina_csv_scan_next(bina_csv_scan *scan, bina_error *error, bina_csv_row *row)
{
    bina_csv_cell extra, *cell;
    size_t start = 0, count = 0, total = 0;
    unsigned flags = 0;
    int byte;

    if (scan->torn && byte_at(scan, 0, error) == '\n')
        scan->begin++;
    scan->torn = false;
    while ((byte = byte_at(scan, 0, error)) == '\n' || byte == '\r')
        scan->begin += pass_line_end(scan, 0, error);
    if (byte < 0)
        return scan->bad != BINA_OK ? scan->bad : BINA_DONE;
    row->line = scan->line;
    do {
        cell = &extra;
        if (count < BINA_CSV_CELLS) {
            if (!make_room_for_cell(scan, count, error))
                return scan->bad;
            cell = &scan->cells[count++];
        }
        cell->start = start;
        pass_cell(scan, cell, error);
        flags |= cell->flags;
        total++;
        start = cell->end + 1;
        byte = byte_at(scan, cell->end, error);
    } while (byte == (unsigned char)scan->delimiter);
    if (scan->bad != BINA_OK)
        return scan->bad;
    start = cell->end;
    scan->bad = settle_row(scan, count, start, error, &flags);
    if (scan->bad != BINA_OK)
        return scan->bad;
    /*
     * The cells' texts lie in the window, which reading on would move: pass over the line end only
     * as far as it is there and remember a torn one.
     */
    scan->begin += start;
    if (byte >= 0) {
        scan->begin++;
        if (byte == '\r' && scan->begin < scan->end && scan->window[scan->begin] == '\n')
            scan->begin++;
        else if (byte == '\r' && scan->begin == scan->end)
            scan->torn = true;
        scan->line++;
    }
    row->cells = scan->cells;
    row->count = count;
    row->total = total;
    row->flags = flags & ~(unsigned)(BINA_CELL_DOUBLED | BINA_CELL_LINES);
    return BINA_OK;
}
