#include <string.h>
#include "model/value.h"

bool
bina_value_equal(bina_value a, bina_value b)
{
    if (a.type == BINA_NULL || b.type == BINA_NULL)
        return a.type == b.type;
    switch (bina_type_held_as(a.type)) {
    case BINA_TEXT:
        return strcmp(a.as.text, b.as.text) == 0;
    case BINA_REAL:
        return a.as.real == b.as.real;
    default:
        return a.as.integer == b.as.integer;
    }
}
