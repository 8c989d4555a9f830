#include "base/marks.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Longer texts are only compared at their beginnings and ends. */
#define MOST 400

typedef struct letters {
    int32_t *folded; /* one a code point */
    size_t count;
    char *marks;
} letters;

static bool
read_letters(letters *self, const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    size_t left = strlen(text);

    self->folded = calloc(left + 1, sizeof *self->folded);
    self->marks = calloc(left + 1, 1);
    while (self->folded != NULL && self->marks != NULL && left > 0) {
        utf8proc_int32_t letter;
        utf8proc_ssize_t size = utf8proc_iterate(at, (utf8proc_ssize_t)left, &letter);
        if (size < 1) {
            letter = *at;
            size = 1;
        }
        self->folded[self->count] = utf8proc_tolower(letter);
        self->marks[self->count++] = '*';
        at += size;
        left -= (size_t)size;
    }
    return self->folded != NULL && self->marks != NULL;
}

/* The longest common subsequence of what lies between, by the usual table. */
static bool
mark_middle(letters *a, size_t first_a, size_t count_a, letters *b, size_t first_b, size_t count_b)
{
    size_t width = count_b + 1, i = 0, j = 0;
    uint16_t *length = calloc((count_a + 1) * width, sizeof *length);

    if (length == NULL)
        return false;
    for (i = count_a; i-- > 0;)
        for (j = count_b; j-- > 0;) {
            uint16_t down = length[(i + 1) * width + j], right = length[i * width + j + 1];
            if (a->folded[first_a + i] == b->folded[first_b + j])
                length[i * width + j] = (uint16_t)(length[(i + 1) * width + j + 1] + 1);
            else
                length[i * width + j] = down > right ? down : right;
        }
    for (i = 0, j = 0; i < count_a && j < count_b;) {
        if (a->folded[first_a + i] == b->folded[first_b + j]) {
            a->marks[first_a + i++] = '.';
            b->marks[first_b + j++] = '.';
        } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
            i++;
        } else {
            j++;
        }
    }
    free(length);
    return true;
}

/* Takes back the n-th agreeing letter of the other side that lies alone between differing ones. */
static void
drop_islands(letters *a, letters *b)
{
    size_t j = 0;

    for (size_t i = 0; i < a->count; i++) {
        if (a->marks[i] != '.')
            continue;
        while (j < b->count && b->marks[j] != '.')
            j++;
        if (j >= b->count)
            break;
        if (i > 0 && i + 1 < a->count && j > 0 && j + 1 < b->count && a->marks[i - 1] == '*' &&
            a->marks[i + 1] == '*' && b->marks[j - 1] == '*' && b->marks[j + 1] == '*')
            a->marks[i] = b->marks[j] = '*';
        j++;
    }
}

/* A telephone, an identity number, a year: its digits have their places. */
static bool
is_number(const letters *self)
{
    size_t digits = 0;

    for (size_t i = 0; i < self->count; i++)
        digits += self->folded[i] >= '0' && self->folded[i] <= '9';
    return digits * 2 > self->count;
}

static void
mark_places(letters *a, letters *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->folded[i] == b->folded[i])
            a->marks[i] = b->marks[i] = '.';
}

bina_status
bina_marks(const char *first, const char *second, char **first_marks, char **second_marks,
           bool *same)
{
    letters a = {NULL, 0, NULL}, b = {NULL, 0, NULL};
    size_t start = 0, end = 0, left_a, left_b;
    bina_status status = BINA_ERR_NO_MEMORY;

    *first_marks = *second_marks = NULL;
    *same = false;
    if (!read_letters(&a, first) || !read_letters(&b, second))
        goto out;
    while (start < a.count && start < b.count && a.folded[start] == b.folded[start]) {
        a.marks[start] = b.marks[start] = '.';
        start++;
    }
    while (end < a.count - start && end < b.count - start &&
           a.folded[a.count - end - 1] == b.folded[b.count - end - 1]) {
        end++;
        a.marks[a.count - end] = b.marks[b.count - end] = '.';
    }
    left_a = a.count - start - end;
    left_b = b.count - start - end;
    if (a.count == b.count && is_number(&a) && is_number(&b))
        mark_places(&a, &b);
    else if (left_a <= MOST && left_b <= MOST && !mark_middle(&a, start, left_a, &b, start, left_b))
        goto out;
    else
        drop_islands(&a, &b);
    *same = left_a == 0 && left_b == 0;
    *first_marks = a.marks;
    *second_marks = b.marks;
    a.marks = b.marks = NULL;
    status = BINA_OK;

out:
    free(a.folded);
    free(a.marks);
    free(b.folded);
    free(b.marks);
    return status;
}
