/* Bytes of a CSV file into memory, as UTF-8 or Windows-1252, and what the first of them tell. */
#include "exchange/csv_window.h"
#include <stdlib.h>
#include <string.h>
#include "exchange/encoding.h"

#define SAMPLE     ((size_t)64 * 1024)
#define WINDOW     ((size_t)256 * 1024)
#define CELL_LIMIT ((size_t)1024 * 1024)

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

bool
bina_csv_more(bina_csv_scan *scan, bina_error *error)
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
    while (scan->end < SAMPLE && bina_csv_more(scan, error))
        ;
    if (scan->bad != BINA_OK)
        return scan->bad;
    marked = bina_encoding_of_mark(scan->window, scan->end, &mark);
    scan->begin = mark;
    /* A mark is surer than what anybody believes about a file. */
    scan->encoding = marked != BINA_ENCODING_FIND ? marked : options->encoding;
    if (scan->encoding == BINA_ENCODING_FIND)
        scan->encoding = bina_encoding_guess(scan->window, scan->end);
    if (bina_bytes_no_text(scan->window + mark, scan->end - mark, scan->encoding)) {
        bina_error_set(error, BINA_ERR_SYNTAX, "This is no list: neither text nor a workbook.",
                       "Ini bukan daftar: bukan teks dan bukan buku kerja.");
        bina_error_in_file(error, bina_input_name(scan->input), 0, 0);
        return BINA_ERR_SYNTAX;
    }
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
    scan->kind[(unsigned char)scan->delimiter] = BINA_BYTE_ENDS_CELL;
    scan->kind['\n'] = scan->kind['\r'] = BINA_BYTE_ENDS_CELL;
    scan->kind['"'] = BINA_BYTE_QUOTE;
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
