/* Rows of a CSV file that lie in the window whole and have no quotes, which most have not. */
#include "exchange/csv_window.h"
#if defined(__SSE2__) && defined(__GNUC__)
#include <emmintrin.h>

#define BLOCK 64

/* What bytes of a block are, a bit for each. */
typedef struct sight {
    uint64_t ends; /* delimiters and line ends */
    uint64_t quotes;
    uint64_t unusual; /* no ASCII, or NUL */
} sight;

static sight
look(char delimiter, const char *bytes)
{
    const __m128i ends = _mm_set1_epi8(delimiter), line = _mm_set1_epi8('\n'),
                  turn = _mm_set1_epi8('\r'), quote = _mm_set1_epi8('"'), nul = _mm_setzero_si128();
    sight seen = {0, 0, 0};

    for (unsigned i = 0; i < BLOCK; i += 16) {
        __m128i some = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
        __m128i end =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(some, ends), _mm_cmpeq_epi8(some, line)),
                         _mm_cmpeq_epi8(some, turn));
        __m128i odd = _mm_or_si128(some, _mm_cmpeq_epi8(some, nul));
        seen.ends |= (uint64_t)(unsigned)_mm_movemask_epi8(end) << i;
        seen.quotes |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(some, quote)) << i;
        seen.unusual |= (uint64_t)(unsigned)_mm_movemask_epi8(odd) << i;
    }
    return seen;
}

bool
bina_csv_plain_row(bina_csv_scan *scan, size_t *count, size_t *length, bool *unusual)
{
    const char *row = scan->window + scan->begin;
    size_t room = scan->end - scan->begin, start = 0, cells = 0;
    uint64_t odd = 0;

    for (size_t at = 0; room - at >= BLOCK; at += BLOCK) {
        sight seen = look(scan->delimiter, row + at);
        for (uint64_t left = seen.ends; left != 0; left &= left - 1) {
            uint64_t before = (left & (0 - left)) - 1; /* the bytes before this end */
            size_t end = at + (size_t)__builtin_ctzll(left);
            if (cells == scan->cells_room)
                return false;
            scan->cells[cells++] = (bina_csv_cell){row + start, end - start, start, 0, end, 0};
            start = end + 1;
            if (row[end] == scan->delimiter)
                continue;
            if ((seen.quotes & before) != 0 || (row[end] == '\r' && start == room))
                return false;
            *count = cells;
            *length = end;
            *unusual = (odd | (seen.unusual & before)) != 0;
            return true;
        }
        if (seen.quotes != 0)
            return false;
        odd |= seen.unusual;
    }
    return false;
}

#else

bool
bina_csv_plain_row(bina_csv_scan *scan, size_t *count, size_t *length, bool *unusual)
{
    (void)scan, (void)count, (void)length, (void)unusual;
    return false;
}

#endif
