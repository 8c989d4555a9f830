#include "exchange/xlsx_merged.h"
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/vector.h"

enum { PIECE = 65536, TAG = 512, RANGES_LIMIT = 200000 };

/* Larger sheets are read once only. */
#define SHEET_LIMIT ((uint64_t)64 << 20)

/* Cells that ranges may cover; one over all of a sheet covers 17,179,869,184. */
#define WORK_LIMIT (1L << 24)

static long
width_of(const bina_merged_range *range)
{
    return range->last_column - range->first_column + 1;
}

const char *
bina_xlsx_reference(const char *text, long *column, long *row)
{
    *column = *row = 0;
    for (; (*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z'); text++) {
        *column = *column * 26 + ((*text | 0x20) - 'a' + 1);
        if (*column > BINA_XLSX_COLUMNS)
            return NULL;
    }
    for (; *text >= '0' && *text <= '9'; text++) {
        *row = *row * 10 + (*text - '0');
        if (*row > BINA_XLSX_ROWS)
            return NULL;
    }
    return *column > 0 || *row > 0 ? text : NULL;
}

static int
by_first_row(const void *a, const void *b)
{
    const bina_merged_range *one = a, *other = b;

    return (one->first_row > other->first_row) - (one->first_row < other->first_row);
}

/* Notes the range of a tag such as <mergeCell ref="A1:C2"/>; false when memory is out. */
static bool
note(bina_merged *merged, const char *tag)
{
    const char *at = strstr(tag, " ref=");
    bina_merged_range range;

    if (at == NULL || at[5] == '\0')
        return true;
    at = bina_xlsx_reference(at + 6, &range.first_column, &range.first_row);
    if (at == NULL || *at != ':' || range.first_column == 0 || range.first_row == 0)
        return true;
    at = bina_xlsx_reference(at + 1, &range.last_column, &range.last_row);
    if (at == NULL || range.last_column < range.first_column || range.last_row < range.first_row ||
        merged->count == RANGES_LIMIT)
        return true;
    if (!bina_vector_reserve(&merged->ranges, &merged->room, merged->count + 1,
                             sizeof(*merged->ranges)))
        return false;
    merged->ranges[merged->count++] = range;
    return true;
}

/* Looks at a tag from behind its '<' to its '>'. */
static bool
look_at(bina_merged *merged, const char *tag, size_t length)
{
    char copy[TAG];
    const char *name, *space, *colon;

    if (length >= sizeof(copy))
        return true;
    memcpy(copy, tag, length);
    copy[length] = '\0';
    space = strpbrk(copy, " \t\r\n");
    colon = strchr(copy, ':');
    name = colon != NULL && space != NULL && colon < space ? colon + 1 : copy;
    return strncmp(name, "mergeCell", 9) != 0 || name + 9 != space || note(merged, space);
}

/* Looks at the whole tags of a piece; returns how much of it was looked at, -1 without memory. */
static long
look_through(bina_merged *merged, const char *piece, size_t length)
{
    const char *at = piece, *end = piece + length, *open, *close;

    while ((open = memchr(at, '<', (size_t)(end - at))) != NULL) {
        close = memchr(open, '>', (size_t)(end - open));
        if (close == NULL)
            return (long)(open - piece);
        /* Of a sheet's thousands of tags only these are worth a closer look. */
        if (close - open > 16 && memchr(open, 'm', (size_t)(close - open)) != NULL &&
            !look_at(merged, open + 1, (size_t)(close - open - 1)))
            return -1;
        at = close + 1;
    }
    return (long)length;
}

bina_status
bina_merged_read(bina_merged *merged, bina_package *package, const char *part, bina_error *error)
{
    char *piece;
    size_t held = 0, got = 1;
    long done;
    bina_status status;

    memset(merged, 0, sizeof(*merged));
    status = bina_package_begin(package, part, BINA_XLSX_SHEET, error);
    if (status != BINA_OK || bina_package_size(package) > SHEET_LIMIT)
        return status;
    piece = malloc(PIECE);
    if (piece == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    while (got > 0) {
        status = bina_package_read(package, piece + held, PIECE - held, &got, error);
        if (status != BINA_OK)
            break;
        held += got;
        done = look_through(merged, piece, held);
        if (done < 0) {
            status = bina_error_plain(error, BINA_ERR_NO_MEMORY);
            break;
        }
        held -= (size_t)done;
        memmove(piece, piece + done, held);
        if (held > TAG)
            held = 0; /* a tag as long as that is none of these; what is left of it, neither */
    }
    free(piece);
    if (status != BINA_OK)
        bina_merged_clear(merged);
    else if (merged->count > 0)
        qsort(merged->ranges, merged->count, sizeof(*merged->ranges), by_first_row);
    return status;
}

void
bina_merged_clear(bina_merged *merged)
{
    free(merged->ranges);
    free(merged->open);
    memset(merged, 0, sizeof(*merged));
}

const bina_merged_range *
bina_merged_at(bina_merged *merged, long row, size_t *count)
{
    static const bina_merged_range none = {0, 0, 0, 0};
    const bina_merged_range *range;
    size_t i, kept = 0;
    long width = 0, work;

    for (i = 0; i < merged->open_count; i++)
        if (merged->open[i].last_row >= row) {
            width += width_of(&merged->open[i]);
            merged->open[kept++] = merged->open[i];
        }
    merged->open_count = kept;
    work = width;
    for (; merged->next < merged->count && merged->ranges[merged->next].first_row <= row;
         merged->next++) {
        range = &merged->ranges[merged->next];
        width += width_of(range);
        if (range->last_row < row || width > BINA_XLSX_COLUMNS)
            continue; /* ranges that overlap are no spreadsheet's; they could cost any time */
        if (!bina_vector_reserve(&merged->open, &merged->open_room, merged->open_count + 1,
                                 sizeof(*merged->open)))
            return NULL;
        merged->open[merged->open_count++] = *range;
        work += width_of(range);
    }
    merged->work += work;
    if (merged->work > WORK_LIMIT) { /* the rows are data, whatever these were for */
        merged->open_count = 0;
        merged->next = merged->count;
    }
    *count = merged->open_count;
    return merged->open != NULL ? merged->open : &none;
}
