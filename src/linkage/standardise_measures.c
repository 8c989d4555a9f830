/* Measures in texts: "500 g", "500gr" and "500 gram" are one word, 500g. */
#include "linkage/standardise_parts.h"

#include <string.h>

typedef struct unit {
    const char *written, *standard; /* which is never longer */
    bool apart;                     /* may stand apart from its number: "2 in 1" is no measure */
} unit;

static const unit units[] = {
    {"g", "g", true},      {"gr", "g", true},      {"gram", "g", true},    {"grams", "g", true},
    {"gm", "g", true},     {"kg", "kg", true},     {"kilo", "kg", true},   {"kilogram", "kg", true},
    {"kgs", "kg", true},   {"mg", "mg", true},     {"ons", "ons", true},   {"oz", "oz", true},
    {"ounce", "oz", true}, {"ounces", "oz", true}, {"lb", "lb", true},     {"lbs", "lb", true},
    {"l", "l", true},      {"lt", "l", true},      {"ltr", "l", true},     {"liter", "l", true},
    {"litre", "l", true},  {"liters", "l", true},  {"litres", "l", true},  {"ml", "ml", true},
    {"cc", "cc", true},    {"mm", "mm", true},     {"cm", "cm", true},     {"m", "m", true},
    {"mtr", "m", true},    {"meter", "m", true},   {"metre", "m", true},   {"meters", "m", true},
    {"metres", "m", true}, {"inch", "in", true},   {"inches", "in", true}, {"inci", "in", true},
    {"in", "in", false},   {"ft", "ft", false},    {"feet", "ft", true},   {"mb", "mb", true},
    {"gb", "gb", true},    {"tb", "tb", true},     {"hz", "hz", true},     {"khz", "khz", true},
    {"mhz", "mhz", true},  {"ghz", "ghz", true},   {"w", "w", true},       {"watt", "w", true},
    {"watts", "w", true},  {"v", "v", true},       {"volt", "v", true},    {"volts", "v", true},
    {"mah", "mah", true},  {"mp", "mp", true},     {"pc", "pc", true},     {"pcs", "pc", true},
    {"piece", "pc", true}, {"pieces", "pc", true},
};

static bool
is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The unit that stands at a place up to the end of a word; NULL when none does. */
static const unit *
unit_at(const char *text, bool apart, size_t *length)
{
    *length = 0;
    while (is_letter(text[*length]))
        ++*length;
    if (*length == 0 || bina_is_digit(text[*length]) || (unsigned char)text[*length] >= 0x80)
        return NULL;
    for (size_t i = 0; i < BINA_LEXICON_COUNT(units); i++)
        if (strlen(units[i].written) == *length && memcmp(units[i].written, text, *length) == 0)
            return units[i].apart || !apart ? &units[i] : NULL;
    return NULL;
}

void
bina_join_measures(bina_writer *folded)
{
    char *text = folded->text;
    size_t kept = 0;

    for (size_t i = 0; i < folded->length;) {
        bool number = bina_is_digit(text[i]) && (kept == 0 || !is_letter(text[kept - 1]));
        size_t length;
        const unit *found;
        bool apart;
        text[kept++] = text[i++];
        if (!number)
            continue;
        while (bina_is_digit(text[i]))
            text[kept++] = text[i++];
        apart = (text[i] == ' ' || text[i] == '-') && is_letter(text[i + 1]);
        found = unit_at(text + i + apart, apart, &length);
        if (found == NULL)
            continue;
        i += apart + length;
        length = strlen(found->standard);
        memcpy(text + kept, found->standard, length);
        kept += length;
    }
    text[folded->length = kept] = '\0';
}
