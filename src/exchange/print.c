#include "exchange/print.h"
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"

/* The program around us may have chosen a locale with a decimal comma. */
static char
locale_point(void)
{
    char half[8];

    snprintf(half, sizeof(half), "%.1f", 0.5);
    return half[1];
}

static const char *
print_real(double real, char text[BINA_PRINTED])
{
    int digits;
    char point = locale_point(), *at;

    text[0] = '\0';
    if (!isfinite(real))
        return text;
    for (digits = 15; digits <= 17; digits++) {
        snprintf(text, BINA_PRINTED, "%.*g", digits, real);
        if (strtod(text, NULL) == real)
            break;
    }
    at = strchr(text, point);
    if (at != NULL)
        *at = '.';
    return text;
}

const char *
bina_print_value(bina_value value, char text[BINA_PRINTED])
{
    text[0] = '\0';
    switch (value.type) {
    case BINA_INT:
    case BINA_MONEY:
    case BINA_REF:
        bina_text_integer(value.as.integer, text);
        break;
    case BINA_REAL:
        return print_real(value.as.real, text);
    case BINA_BOOL:
        return strcpy(text, value.as.integer != 0 ? "true" : "false");
    case BINA_DATE:
        return bina_date_format(value.as.integer, text);
    case BINA_TIME:
        return bina_time_format(value.as.integer, text);
    case BINA_NULL:
    case BINA_TEXT:
    case BINA_CODE:
        break;
    }
    return text;
}

bool
bina_read_real(const char *text, double *real)
{
    char copy[512], *end, *at;
    size_t length = strlen(text);

    /* strtod also knows blanks, hexadecimals, "inf" and "nan": none of them is a number here. */
    if (length == 0 || length >= sizeof(copy) || strspn(text, "+-.0123456789eE") != length)
        return false;
    memcpy(copy, text, length + 1);
    at = strchr(copy, '.');
    if (at != NULL)
        *at = locale_point();
    *real = strtod(copy, &end);
    return *end == '\0' && end != copy && isfinite(*real);
}

bina_status
bina_print_columns(const bina_description *description, const char *const *columns,
                   bina_error *error, int **slots, int *count)
{
    const char *const *name;
    int slot;

    *count = columns != NULL ? 0 : bina_description_count(description);
    for (name = columns; name != NULL && *name != NULL; name++)
        ++*count;
    *slots = calloc((size_t)*count + 1, sizeof(**slots));
    if (*slots == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    for (slot = 0; slot < *count; slot++) {
        (*slots)[slot] = columns != NULL ? bina_description_find(description, columns[slot]) : slot;
        if ((*slots)[slot] >= 0)
            continue;
        free(*slots);
        *slots = NULL;
        bina_error_set(error, BINA_ERR_USAGE, "%s has no field \"%s\" to write.",
                       "%s tidak mempunyai isian \"%s\" untuk ditulis.",
                       bina_description_name(description), columns[slot]);
        bina_error_at(error, bina_description_name(description), columns[slot], NULL);
        return BINA_ERR_USAGE;
    }
    return BINA_OK;
}
