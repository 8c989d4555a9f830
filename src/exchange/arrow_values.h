/*
 * What a column of an Arrow array says at a place, by the format of its type. Numbers of buffers
 * are checked, and offsets must go up; where buffers end cannot be, for the interface does not
 * tell but of views. Buffers need not be aligned: those of files that are mapped are not.
 */
#ifndef BINA_SRC_EXCHANGE_ARROW_VALUES_H
#define BINA_SRC_EXCHANGE_ARROW_VALUES_H

#include <stdbool.h>
#include <string.h>
#include <bina/arrow.h>
#include <bina/description.h>

typedef enum bina_arrow_kind {
    BINA_ARROW_NOTHING,
    BINA_ARROW_INTEGER, /* of `width` bytes, `is_signed`; divided by `divisor` */
    BINA_ARROW_FLOATING,
    BINA_ARROW_DECIMAL, /* of `width` bytes, divided by 10^scale */
    BINA_ARROW_BOOLEAN,
    BINA_ARROW_TEXT,      /* 32-bit offsets */
    BINA_ARROW_LONG_TEXT, /* 64-bit offsets */
    BINA_ARROW_VIEW,
    BINA_ARROW_UNREAD,
} bina_arrow_kind;

/* How a column, or the dictionary of one, is laid out. */
typedef struct bina_arrow_layout {
    bina_arrow_kind kind;
    int width;
    bool is_signed;
    int64_t divisor; /* of times and days */
    int scale;
    bina_type type; /* what it is read as */
} bina_arrow_layout;

/* A column, or its dictionary, as it lies in memory. */
typedef struct bina_arrow_view {
    const struct ArrowArray *array;
    bina_arrow_layout layout;
} bina_arrow_view;

/** How a format is laid out; BINA_ARROW_UNREAD when it is not read. */
bina_arrow_layout bina_arrow_layout_of(const char *format);

/** Whether the array has the buffers of its layout. */
bool bina_arrow_is_whole(const bina_arrow_view *from);

static inline bool
bina_arrow_is_there(const struct ArrowArray *array, int64_t at)
{
    const uint8_t *validity = array->n_buffers > 0 ? array->buffers[0] : NULL;

    return validity == NULL || (validity[at >> 3] >> (at & 7) & 1);
}

/** Where in `values` the value of a row is; -1 when it has none, -2 when the code is none. */
int64_t bina_arrow_place_of(const bina_arrow_view *codes, const bina_arrow_view *values,
                            int64_t at);

/** False when the number is too large for 63 bits. */
bool bina_arrow_integer_at(const bina_arrow_view *from, int64_t at, int64_t *value);

/**
 * The numbers of `rows` rows at once, those without a value among them.
 *
 * @return false when they are not whole numbers as they lie, or may be too large: nothing is done
 */
bool bina_arrow_integers_from(const bina_arrow_view *from, int64_t first, size_t rows,
                              int64_t *values);

double bina_arrow_real_at(const bina_arrow_view *from, int64_t at);

/** As a whole number and as a real one; false when the whole one needs more than 63 bits. */
bool bina_arrow_decimal_at(const bina_arrow_view *from, int64_t at, int64_t *whole, double *real);

/** Where the text of a row begins, and that of the row before ends; of texts but no views. */
static inline int64_t
bina_arrow_offset_at(const bina_arrow_view *from, int64_t at)
{
    const char *offsets = from->array->buffers[1];
    int64_t far;
    int32_t near;

    if (from->layout.kind == BINA_ARROW_LONG_TEXT) {
        memcpy(&far, offsets + at * 8, sizeof far);
        return far;
    }
    memcpy(&near, offsets + at * 4, sizeof near);
    return near;
}

/** Borrowed from the array; false when its offsets make no sense. */
bool bina_arrow_text_at(const bina_arrow_view *from, int64_t at, const char **text, size_t *length);

#endif
