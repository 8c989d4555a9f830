#include <bina/value.h>

const char *
bina_type_name(bina_type type)
{
    static const char *const names[] = {"null", "int",   "real", "text", "bool",
                                        "date", "money", "code", "ref",  "time"};
    return (unsigned)type < sizeof names / sizeof *names ? names[type] : "unknown";
}

bina_type
bina_type_held_as(bina_type type)
{
    switch (type) {
    case BINA_NULL:
        return BINA_NULL;
    case BINA_REAL:
        return BINA_REAL;
    case BINA_TEXT:
    case BINA_CODE:
        return BINA_TEXT;
    case BINA_INT:
    case BINA_BOOL:
    case BINA_DATE:
    case BINA_MONEY:
    case BINA_REF:
    case BINA_TIME:
        break;
    }
    return BINA_INT;
}
