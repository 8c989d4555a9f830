#include "linkage/degrees.h"

#include <ctype.h>

#include "linkage/role_header.h"

#define MOST 0.9 /* of the values: have the shape of degrees */

bina_link_level
bina_link_degrees_level(const char *name)
{
    static const struct {
        const char *word;
        bina_link_level level;
    } words[] = {
        {"lat", BINA_LINK_LATITUDE},          {"latitude", BINA_LINK_LATITUDE},
        {"latitud", BINA_LINK_LATITUDE},      {"breitengrad", BINA_LINK_LATITUDE},
        {"lintang", BINA_LINK_LATITUDE},      {"lon", BINA_LINK_LONGITUDE},
        {"lng", BINA_LINK_LONGITUDE},         {"long", BINA_LINK_LONGITUDE},
        {"longitude", BINA_LINK_LONGITUDE},   {"longitud", BINA_LINK_LONGITUDE},
        {"laengengrad", BINA_LINK_LONGITUDE}, {"bujur", BINA_LINK_LONGITUDE},
    };
    bina_writer header;

    bina_header_read(name, &header);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (bina_header_says(&header, words[i].word))
            return words[i].level;
    return BINA_LINK_NOWHERE;
}

/* At most three digits and a fraction: what a map says in metres is compared as it was. */
static bool
is_degrees(const char *text)
{
    size_t whole = 0, fraction = 0;

    while (*text == ' ' || *text == '-' || *text == '+')
        text++;
    for (; isdigit((unsigned char)*text); text++)
        whole++;
    if (*text == '.' || *text == ',')
        for (text++; isdigit((unsigned char)*text); text++)
            fraction++;
    return whole >= 1 && whole <= 3 && fraction >= 2 && *text == '\0';
}

static bool
has_degrees(const bina_link_table *table, const bina_link_source *source)
{
    const bina_link_column *column = &table->lists[source->list]->columns[source->column];
    uint32_t filled = column->values.count - 1, met = 0;

    if (bina_link_degrees_level(column->name) == BINA_LINK_NOWHERE)
        return false;
    for (uint32_t v = 1; v <= filled; v++)
        met += is_degrees(bina_dictionary_text(&column->values, v));
    return met > 0 && met >= MOST * filled;
}

void
bina_link_degrees_find(bina_link_plan *plan, const bina_link_table *table)
{
    for (int f = 0; f < plan->count; f++) {
        bina_link_spec *spec = &plan->field[f];
        bool all = spec->compare == BINA_LINK_NUMBER;

        for (size_t s = 0; s < spec->source_count && all; s++)
            all = has_degrees(table, &spec->sources[s]);
        if (all)
            spec->compare = BINA_LINK_DEGREES;
    }
}
