#include "exchange/arrow_values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bina_arrow_layout
integers(int width, bool is_signed, int64_t divisor, bina_type type)
{
    return (bina_arrow_layout){BINA_ARROW_INTEGER, width, is_signed, divisor, 0, type};
}

static bina_arrow_layout
decimal_of(const char *format)
{
    bina_arrow_layout found = {BINA_ARROW_DECIMAL, 16, true, 1, 0, BINA_REAL};
    char *end;

    (void)strtol(format, &end, 10);
    if (*end == ',')
        found.scale = (int)strtol(end + 1, &end, 10);
    if (*end == ',')
        found.width = (int)strtol(end + 1, &end, 10) / 8;
    if (found.width != 16 && found.width != 8 && found.width != 4)
        found.kind = BINA_ARROW_UNREAD;
    if (found.scale == 0)
        found.type = BINA_INT;
    return found;
}

bina_arrow_layout
bina_arrow_layout_of(const char *format)
{
    static const char codes[] = "cCsSiIlL";
    const char *at = format[0] != '\0' && format[1] == '\0' ? strchr(codes, format[0]) : NULL;

    if (at != NULL) {
        int n = (int)(at - codes);
        return integers(1 << (n / 2), n % 2 == 0, 1, BINA_INT);
    }
    if (strcmp(format, "n") == 0)
        return (bina_arrow_layout){BINA_ARROW_NOTHING, 0, false, 1, 0, BINA_TEXT};
    if (strcmp(format, "b") == 0)
        return (bina_arrow_layout){BINA_ARROW_BOOLEAN, 0, false, 1, 0, BINA_BOOL};
    if (strcmp(format, "f") == 0 || strcmp(format, "g") == 0)
        return (bina_arrow_layout){
            BINA_ARROW_FLOATING, format[0] == 'f' ? 4 : 8, true, 1, 0, BINA_REAL};
    if (strcmp(format, "u") == 0)
        return (bina_arrow_layout){BINA_ARROW_TEXT, 0, false, 1, 0, BINA_TEXT};
    if (strcmp(format, "U") == 0)
        return (bina_arrow_layout){BINA_ARROW_LONG_TEXT, 0, false, 1, 0, BINA_TEXT};
    if (strcmp(format, "vu") == 0)
        return (bina_arrow_layout){BINA_ARROW_VIEW, 0, false, 1, 0, BINA_TEXT};
    if (strcmp(format, "tdD") == 0)
        return integers(4, true, 1, BINA_DATE);
    if (strcmp(format, "tdm") == 0)
        return integers(8, true, 86400000, BINA_DATE);
    if (strncmp(format, "tss:", 4) == 0)
        return integers(8, true, -1000, BINA_TIME);
    if (strncmp(format, "tsm:", 4) == 0)
        return integers(8, true, 1, BINA_TIME);
    if (strncmp(format, "tsu:", 4) == 0)
        return integers(8, true, 1000, BINA_TIME);
    if (strncmp(format, "tsn:", 4) == 0)
        return integers(8, true, 1000000, BINA_TIME);
    if (strncmp(format, "d:", 2) == 0)
        return decimal_of(format + 2);
    return (bina_arrow_layout){BINA_ARROW_UNREAD, 0, false, 1, 0, BINA_TEXT};
}

static uint64_t
number_at(const void *buffer, int width, bool is_signed, int64_t at)
{
    const unsigned char *bytes = (const unsigned char *)buffer + at * width;
    int8_t one;
    int16_t two;
    int32_t four;
    uint64_t eight = 0;

    switch (width) {
    case 1:
        memcpy(&one, bytes, 1);
        return is_signed ? (uint64_t)one : (uint8_t)one;
    case 2:
        memcpy(&two, bytes, 2);
        return is_signed ? (uint64_t)two : (uint16_t)two;
    case 4:
        memcpy(&four, bytes, 4);
        return is_signed ? (uint64_t)four : (uint32_t)four;
    default:
        memcpy(&eight, bytes, 8);
        return eight;
    }
}

/* Rounded down, so that the days before 1970 are right, too. */
static int64_t
divide(int64_t value, int64_t divisor)
{
    int64_t whole = value / divisor;

    return value % divisor < 0 ? whole - 1 : whole;
}

bool
bina_arrow_integer_at(const bina_arrow_view *from, int64_t at, int64_t *value)
{
    uint64_t raw =
        number_at(from->array->buffers[1], from->layout.width, from->layout.is_signed, at);

    if (!from->layout.is_signed && raw > INT64_MAX)
        return false;
    *value = (int64_t)raw;
    if (from->layout.divisor < 0) { /* seconds: times a thousand */
        if (*value > INT64_MAX / 1000 || *value < INT64_MIN / 1000)
            return false;
        *value *= 1000;
    } else if (from->layout.divisor > 1) {
        *value = divide(*value, from->layout.divisor);
    }
    return true;
}

/* Numbers of one width; buffers need not be aligned. */
#define WIDEN(type)                                                                                \
    for (size_t row = 0; row < rows; row++) {                                                      \
        type number;                                                                               \
        memcpy(&number, bytes + row * sizeof(number), sizeof(number));                             \
        values[row] = number;                                                                      \
    }

bool
bina_arrow_integers_from(const bina_arrow_view *from, int64_t first, size_t rows, int64_t *values)
{
    const bina_arrow_layout *layout = &from->layout;
    const char *bytes = (const char *)from->array->buffers[1] + first * layout->width;

    if (layout->kind != BINA_ARROW_INTEGER || layout->divisor != 1)
        return false;
    switch (layout->is_signed ? layout->width : -layout->width) {
    case 1:
        WIDEN(int8_t)
        break;
    case 2:
        WIDEN(int16_t)
        break;
    case 4:
        WIDEN(int32_t)
        break;
    case 8:
        memcpy(values, bytes, rows * sizeof(*values));
        break;
    case -1:
        WIDEN(uint8_t)
        break;
    case -2:
        WIDEN(uint16_t)
        break;
    case -4:
        WIDEN(uint32_t)
        break;
    default:
        return false;
    }
    return true;
}

double
bina_arrow_real_at(const bina_arrow_view *from, int64_t at)
{
    const void *buffer = from->array->buffers[1];
    float single;
    double real;

    if (from->layout.width == 4) {
        memcpy(&single, (const char *)buffer + at * 4, sizeof single);
        return (double)single;
    }
    memcpy(&real, (const char *)buffer + at * 8, sizeof real);
    return real;
}

bool
bina_arrow_decimal_at(const bina_arrow_view *from, int64_t at, int64_t *whole, double *real)
{
    int64_t high = 0;
    bool fits = true;

    if (from->layout.width == 16) {
        memcpy(whole, (const char *)from->array->buffers[1] + at * 16, sizeof *whole);
        memcpy(&high, (const char *)from->array->buffers[1] + at * 16 + 8, sizeof high);
        fits = high == (*whole < 0 ? -1 : 0);
    } else {
        *whole = (int64_t)number_at(from->array->buffers[1], from->layout.width, true, at);
    }
    /* Of a small negative number, both halves would take each other away but for their rounding. */
    *real = fits ? (double)*whole : (double)high * 0x1p64 + (double)(uint64_t)*whole;
    *real /= pow(10, from->layout.scale);
    return fits;
}

/* Of views the stream does tell where their bytes end: in the last buffer. */
static bool
is_within(const struct ArrowArray *array, int32_t buffer, int32_t start, int32_t length)
{
    const int64_t *size = array->buffers[array->n_buffers - 1];
    int64_t room;

    if (buffer < 0 || buffer >= array->n_buffers - 3 || start < 0 || size == NULL ||
        array->buffers[2 + buffer] == NULL)
        return false;
    memcpy(&room, size + buffer, sizeof room);
    return length <= room && start <= room - length;
}

/* A short text lies in the view itself; of a long one the view tells where. */
static bool
view_at(const struct ArrowArray *array, int64_t at, const char **text, size_t *length)
{
    const char *bytes = (const char *)array->buffers[1] + at * 16;
    int32_t size, where[2];

    memcpy(&size, bytes, sizeof size);
    if (size < 0)
        return false;
    *length = (size_t)size;
    *text = bytes + 4;
    if (size <= 12)
        return true;
    memcpy(where, bytes + 8, sizeof where);
    if (!is_within(array, where[0], where[1], size))
        return false;
    *text = (const char *)array->buffers[2 + where[0]] + where[1];
    return true;
}

bool
bina_arrow_text_at(const bina_arrow_view *from, int64_t at, const char **text, size_t *length)
{
    const struct ArrowArray *array = from->array;
    int64_t start, end;

    if (from->layout.kind == BINA_ARROW_VIEW)
        return view_at(array, at, text, length);
    start = bina_arrow_offset_at(from, at);
    end = bina_arrow_offset_at(from, at + 1);
    if (start < 0 || end < start || (end > start && array->buffers[2] == NULL))
        return false;
    *text = end > start ? (const char *)array->buffers[2] + start : "";
    *length = (size_t)(end - start);
    return true;
}

bool
bina_arrow_is_whole(const bina_arrow_view *from)
{
    static const int64_t least[] = {
        [BINA_ARROW_NOTHING] = 0, [BINA_ARROW_INTEGER] = 2,   [BINA_ARROW_FLOATING] = 2,
        [BINA_ARROW_DECIMAL] = 2, [BINA_ARROW_BOOLEAN] = 2,   [BINA_ARROW_TEXT] = 3,
        [BINA_ARROW_VIEW] = 3,    [BINA_ARROW_LONG_TEXT] = 3,
    };
    const struct ArrowArray *array = from->array;

    return array->offset >= 0 && array->length >= 0 &&
           array->n_buffers >= least[from->layout.kind] &&
           (from->layout.kind == BINA_ARROW_NOTHING || array->length == 0 ||
            array->buffers[1] != NULL);
}

int64_t
bina_arrow_place_of(const bina_arrow_view *codes, const bina_arrow_view *values, int64_t at)
{
    int64_t code;

    if (values->layout.kind == BINA_ARROW_NOTHING)
        return -1;
    if (codes->array == values->array)
        return bina_arrow_is_there(values->array, at) ? at : -1;
    if (!bina_arrow_is_there(codes->array, at))
        return -1;
    if (!bina_arrow_integer_at(codes, at, &code) || code < 0 || code >= values->array->length)
        return -2;
    code += values->array->offset;
    return bina_arrow_is_there(values->array, code) ? code : -1;
}
