/* Format codes of a workbook: which numbers are days, percents, or have zeros in front. */
#include <stdlib.h>
#include <string.h>
#include "exchange/xlsx_number.h"

/* What stands in the first section of a format code. */
typedef struct traits {
    bool day, time, minute, elapsed, percent, other;
    size_t zeros, places; /* placeholders 0, and 0 # ? together */
    bool point;
    char lead[BINA_XLSX_LEAD + 1];
} traits;

/* A letter shown as it is; one in front of the digits may belong to the number. */
static void
add_literal(traits *found, char c)
{
    size_t length = strlen(found->lead);

    if ((c >= '0' && c <= '9') || c == '+') {
        if (found->places > 0 || length == BINA_XLSX_LEAD)
            found->other = true;
        else
            found->lead[length] = c;
    } else if (c != ' ' && c != '-' && c != '/' && c != '(' && c != ')') {
        found->other = true;
    }
}

/* Passes over "[...]": a colour, a condition, a currency, or hours that go on beyond 24. */
static const char *
pass_bracket(const char *code, traits *found)
{
    size_t length = strcspn(code, "]"), same = 0;
    char first = (char)(code[1] | 0x20);

    if (length > 1 && (first == 'h' || first == 'm' || first == 's')) {
        while (1 + same < length && (char)(code[1 + same] | 0x20) == first)
            same++;
        found->elapsed = found->elapsed || same + 1 == length;
    }
    return code[length] == ']' ? code + length + 1 : code + length;
}

static const char *
pass_quoted(const char *code, traits *found)
{
    for (code++; *code != '\0' && *code != '"'; code++)
        add_literal(found, *code);
    return *code == '"' ? code + 1 : code;
}

static const char *
pass_letter(const char *code, traits *found)
{
    switch (*code) {
    case 'd':
    case 'D':
    case 'y':
    case 'Y':
        found->day = true;
        break;
    case 'm':
    case 'M':
        found->minute = true; /* or month: what stands beside it tells */
        break;
    case 'h':
    case 'H':
    case 's':
    case 'S':
        found->time = true;
        break;
    case '%':
        found->percent = true;
        break;
    case '0':
        found->zeros++;
        found->places++;
        break;
    case '#':
    case '?':
        found->places++;
        break;
    case '.':
    case ',':
        found->point = true;
        break;
    case 'E':
    case 'e':
        found->other = true;
        if (code[1] == '+' || code[1] == '-')
            return code + 2;
        break;
    default:
        add_literal(found, *code);
        break;
    }
    return code + 1;
}

static void
read_section(const char *code, traits *found)
{
    memset(found, 0, sizeof(*found));
    while (*code != '\0' && *code != ';') {
        if (strncmp(code, "General", 7) == 0) {
            found->other = true;
            code += 7;
        } else if (*code == '"') {
            code = pass_quoted(code, found);
        } else if (*code == '[') {
            code = pass_bracket(code, found);
        } else if (*code == '\\' && code[1] != '\0') {
            add_literal(found, code[1]);
            code += 2;
        } else if ((*code == '_' || *code == '*') && code[1] != '\0') {
            code += 2; /* room as wide as a letter, or filled with it */
        } else {
            code = pass_letter(code, found);
        }
    }
}

void
bina_number_form_read(const char *code, bina_number_form *form)
{
    traits found;

    memset(form, 0, sizeof(*form));
    read_section(code, &found);
    if (found.elapsed)
        form->shown = BINA_SHOWN_ELAPSED;
    else if (found.day || (found.minute && !found.time))
        form->shown = found.time ? BINA_SHOWN_DAY_TIME : BINA_SHOWN_DAY;
    else if (found.time)
        form->shown = BINA_SHOWN_TIME;
    else if (found.percent)
        form->shown = BINA_SHOWN_PERCENT;
    else if (!found.other && !found.point && found.places > 0 && found.zeros <= 32 &&
             (found.zeros > 1 || found.lead[0] != '\0')) {
        form->shown = BINA_SHOWN_PADDED;
        form->digits = (unsigned char)found.zeros;
        memcpy(form->lead, found.lead, sizeof(form->lead));
    }
}

void
bina_number_form_known(long id, bina_number_form *form)
{
    memset(form, 0, sizeof(*form));
    if (id == 9 || id == 10)
        form->shown = BINA_SHOWN_PERCENT;
    else if (id == 22)
        form->shown = BINA_SHOWN_DAY_TIME;
    else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
        form->shown = BINA_SHOWN_TIME; /* 32 to 35: in East Asian programs */
    else if (id == 46)
        form->shown = BINA_SHOWN_ELAPSED;
    else if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
        form->shown = BINA_SHOWN_DAY; /* 27 on: in East Asian programs */
}
