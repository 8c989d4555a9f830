#include "reference/regions.h"

#include <string.h>

#include "reference/unpack.h"

int
bina_region_level(uint64_t number)
{
    if (number % 10000 != 0)
        return 4;
    if (number % 1000000 != 0)
        return 3;
    return number % 100000000 != 0 ? 2 : 1;
}

static uint64_t
unit_of(int level)
{
    static const uint64_t units[] = {0, 100000000, 1000000, 10000, 1};
    return units[level];
}

uint64_t
bina_region_parent(uint64_t number)
{
    int level = bina_region_level(number);
    return level == 1 ? 0 : number - number % unit_of(level - 1);
}

uint64_t
bina_region_end(uint64_t number)
{
    return number + unit_of(bina_region_level(number));
}

char *
bina_region_code(uint64_t number, char code[BINA_CODE_SIZE])
{
    static const char shape[] = "00.00.00.0000";
    static const size_t lengths[] = {0, 2, 5, 8, 13};
    size_t length = lengths[bina_region_level(number)];
    for (size_t i = sizeof shape - 1; i-- > 0;) {
        if (shape[i] == '.')
            code[i] = '.';
        else {
            code[i] = (char)('0' + number % 10);
            number /= 10;
        }
    }
    code[length] = 0;
    return code;
}

uint64_t
bina_region_parse(const char *text, size_t length)
{
    uint64_t number = 0;
    int digits = 0;
    bool dotted = false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] >= '0' && text[i] <= '9') {
            if (++digits > 10)
                return 0;
            number = number * 10 + (uint64_t)(text[i] - '0');
        } else if (text[i] == '.' && (i == 2 || i == 5 || i == 8) && i + 1 < length &&
                   (i == 2 || dotted))
            dotted = true;
        else
            return 0;
    }
    if (digits != 2 && digits != 4 && digits != 6 && digits != 10)
        return 0;
    if (dotted && (size_t)digits + (digits == 4 ? 1 : digits == 6 ? 2 : 3) != length)
        return 0;
    for (int i = digits; i < 10; i++)
        number *= 10;
    /* 52.00, 52.03.00 and 00 are no codes; nor may a pair before the last be 00. */
    if (number / 100000000 == 0 || (digits >= 4 && number / 1000000 % 100 == 0) ||
        (digits >= 6 && number / 10000 % 100 == 0) || (digits == 10 && number % 10000 == 0))
        return 0;
    return number;
}

const char *
bina_region_level_word(uint64_t number)
{
    switch (bina_region_level(number)) {
    case 1:
        return "province";
    case 2:
        return number / 1000000 % 100 >= 71 ? "city" : "regency";
    case 3:
        return "district";
    default:
        switch (number / 1000 % 10) {
        case 1:
            return "kelurahan";
        case 3:
            return "desa_adat";
        default:
            return "desa";
        }
    }
}

const char *
bina_region_bare_name(const bina_place *place)
{
    static const char *const words[] = {"Kabupaten ", "Kota ", "Administrasi "};
    const char *name = place->name;
    if (place->level == 2)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strncmp(name, words[i], strlen(words[i])) == 0)
                name += strlen(words[i]);
    return name;
}

int
bina_region_latest(void)
{
    return bina_region_editions[bina_region_edition_count - 1].year;
}

int
bina_region_edition_of(int year)
{
    for (int i = bina_region_edition_count; i-- > 0;)
        if (bina_region_editions[i].year <= year)
            return bina_region_editions[i].year;
    return 0;
}

bool
bina_place_walk_nth(bina_place_walk *walk, size_t n)
{
    if (n >= bina_region_block_count)
        return false;
    walk->at = bina_region_bytes + bina_region_blocks[n].offset;
    walk->end = bina_region_bytes + bina_region_blocks[n + 1].offset;
    walk->number = (uint64_t)bina_region_blocks[n].key * 1000000;
    return true;
}

bool
bina_place_walk_block(bina_place_walk *walk, uint64_t number)
{
    uint64_t key = number / 1000000;
    size_t low = 0, high = bina_region_block_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bina_region_blocks[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == bina_region_block_count || bina_region_blocks[low].key != key)
        return false;
    return bina_place_walk_nth(walk, low);
}

/* Starts as near before a number as the index allows: at its district if it is in one. */
static bool
seek(bina_place_walk *walk, uint64_t number)
{
    uint32_t key = (uint32_t)(number / 10000);
    size_t low = 0, high = bina_region_district_count;
    if (!bina_place_walk_block(walk, number))
        return false;
    if (number % 1000000 == 0)
        return true;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bina_region_districts[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == bina_region_district_count || bina_region_districts[low].key != key)
        return false;
    walk->at = bina_region_bytes + bina_region_districts[low].offset;
    return true;
}

/* Reads the head of an entry: its number and lists; the name follows. */
static void
step(bina_place_walk *walk, unsigned *spell)
{
    unsigned head = *walk->at++;
    *spell = head >> 2;
    switch (head & 3) {
    case BINA_PACK_NEXT:
        walk->number++;
        break;
    case BINA_PACK_VILLAGE:
        walk->number -= walk->number % 10000;
        walk->number += (uint64_t)(walk->at[0] << 8 | walk->at[1]);
        walk->at += 2;
        break;
    case BINA_PACK_DISTRICT:
        walk->number -= walk->number % 1000000;
        walk->number += (uint64_t)*walk->at++ * 10000;
        break;
    default:
        break;
    }
}

static void
spell_years(unsigned spell, bina_place *place)
{
    place->since = bina_region_editions[spell >> 3].year;
    place->until = bina_region_editions[spell & 7].year;
}

bool
bina_place_next(bina_place_walk *walk, bina_place *place)
{
    unsigned spell;
    if (walk->at == walk->end)
        return false;
    step(walk, &spell);
    place->number = walk->number;
    place->level = bina_region_level(walk->number);
    spell_years(spell, place);
    walk->at = bina_unpack(&bina_region_words, walk->at, place->name, sizeof place->name);
    return true;
}

/* Finds the wanted name without unpacking the names before it. */
bina_status
bina_place_get(uint64_t number, int edition, bina_place *place)
{
    bina_place_walk walk;
    const uint8_t *name = NULL;
    int wanted = edition == 0 ? 0 : bina_region_edition_of(edition);
    if ((edition != 0 && wanted == 0) || !seek(&walk, number))
        return BINA_ERR_NOT_FOUND;
    while (walk.at != walk.end) {
        unsigned spell;
        step(&walk, &spell);
        if (walk.number > number)
            break;
        if (walk.number == number) {
            bina_place years;
            spell_years(spell, &years);
            if (wanted == 0 || (years.since <= wanted && wanted <= years.until)) {
                name = walk.at;
                place->since = years.since;
                place->until = years.until;
            }
        }
        walk.at += strlen((const char *)walk.at) + 1;
    }
    if (name == NULL)
        return BINA_ERR_NOT_FOUND;
    place->number = number;
    place->level = bina_region_level(number);
    bina_unpack(&bina_region_words, name, place->name, sizeof place->name);
    return BINA_OK;
}

bool
bina_region_known(uint64_t number, int *until)
{
    bina_place_walk walk;
    bool known = false;
    if (!seek(&walk, number))
        return false;
    while (walk.at != walk.end) {
        unsigned spell;
        step(&walk, &spell);
        if (walk.number > number)
            break;
        if (walk.number == number) {
            known = true;
            if (until != NULL)
                *until = bina_region_editions[spell & 7].year;
        }
        walk.at += strlen((const char *)walk.at) + 1;
    }
    return known;
}

static int
edition_number(int year)
{
    int n = 0;
    while (n < bina_region_edition_count && bina_region_editions[n].year < year)
        n++;
    return n;
}

bool
bina_region_span(uint64_t number, int edition, int *since, int *until)
{
    bina_place_walk walk;
    int from = 0, to = -1, distance = -1;
    bool any = false;
    if (!seek(&walk, number))
        return false;
    while (walk.at != walk.end) {
        unsigned spell;
        step(&walk, &spell);
        if (walk.number > number)
            break;
        walk.at += strlen((const char *)walk.at) + 1;
        if (walk.number != number)
            continue;
        bina_place years;
        spell_years(spell, &years);
        /* Names that follow without a gap are one stretch. */
        if (!any || edition_number(years.since) > edition_number(to) + 1)
            from = years.since;
        to = years.until;
        int away = edition < from ? from - edition : edition > to ? edition - to : 0;
        if (!any || away <= distance || from == *since) {
            *since = from;
            *until = to;
            distance = away;
        }
        any = true;
    }
    return any;
}

bool
bina_region_current(uint64_t number)
{
    int until;
    return bina_region_known(number, &until) && until == bina_region_latest();
}
