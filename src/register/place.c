#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "reference/finder.h"
#include "reference/regions.h"
#include "register/place.h"
#include "register/text_map.h"

/* What a combination of names was found to be: lists repeat few of them thousands of times. */
typedef struct known_place {
    char code[16];
    bina_error complaint;
} known_place;

struct bina_placer {
    bina_finder *finder;
    char home[16];
    known_place *places;
    size_t count, capacity;
    bina_text_map names; /* as received, joined by unit separators: index of the place */
};

bina_placer *
bina_placer_new(const char *home)
{
    bina_placer *self = calloc(1, sizeof *self);

    if (self == NULL)
        return NULL;
    self->finder = bina_finder_new();
    if (self->finder == NULL) {
        free(self);
        return NULL;
    }
    if (home != NULL && strlen(home) < sizeof self->home)
        memcpy(self->home, home, strlen(home) + 1);
    return self;
}

void
bina_placer_free(bina_placer *self)
{
    if (self == NULL)
        return;
    bina_finder_free(self->finder);
    bina_text_map_drop(&self->names);
    free(self->places);
    free(self);
}

static bool
take(const char *text, size_t length, char code[16])
{
    code[0] = '\0';
    if (length == 0 || length >= 16 || bina_region_parse(text, length) == 0)
        return false;
    memcpy(code, text, length);
    code[length] = '\0';
    return true;
}

bool
bina_place_take(const char *text, char code[16])
{
    return take(text, strlen(text), code);
}

char *
bina_place_of_office(const char *office, char code[16])
{
    (void)take(office, office != NULL ? strcspn(office, "/ ") : 0, code);
    return code;
}

/* Tries the smallest area first; what it lies in is better than nothing. */
static bina_status
resolve(bina_placer *self, const bina_place_names *names, known_place *known)
{
    bina_place_names part = *names;
    bina_place_match match;
    bina_status status = bina_finder_resolve(self->finder, &part, &match, &known->complaint);

    if (status != BINA_OK && status != BINA_ERR_NO_MEMORY && part.village != NULL &&
        part.district != NULL) {
        part.village = NULL;
        status = bina_finder_resolve(self->finder, &part, &match, NULL);
    }
    if (status == BINA_ERR_NO_MEMORY)
        return status;
    if (status == BINA_OK && bina_region_level(match.number) >= 3)
        (void)bina_region_code(match.number, known->code);
    return BINA_OK;
}

static bina_status
look_up(bina_placer *self, const bina_place_names *names, const known_place **found)
{
    const char *parts[] = {names->village, names->district, names->regency};
    char joined[512];
    size_t n = 0;
    known_place *known;
    int64_t *index;
    bool added;

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        size_t length = parts[i] != NULL ? strlen(parts[i]) : 0;
        if (length > 160)
            length = 160;
        if (length > 0)
            memcpy(joined + n, parts[i], length);
        n += length;
        joined[n++] = '\x1f';
    }
    joined[n] = '\0';
    if (!bina_vector_reserve(&self->places, &self->capacity, self->count + 1, sizeof *self->places))
        return BINA_ERR_NO_MEMORY;
    index = bina_text_map_add(&self->names, joined, (int64_t)self->count, &added);
    if (index == NULL)
        return BINA_ERR_NO_MEMORY;
    known = &self->places[*index];
    *found = known;
    if (!added)
        return BINA_OK;
    self->count++;
    memset(known, 0, sizeof *known);
    return resolve(self, names, known);
}

bina_status
bina_placer_place(bina_placer *self, bina_record *row, bina_error *complaint)
{
    const char *given = bina_record_text(row, BINA_SOURCE_RECORD_REGION);
    const known_place *known = NULL;
    bina_place_names names;
    bina_status status;
    uint64_t number = given != NULL ? bina_region_parse(given, strlen(given)) : 0;

    bina_error_clear(complaint);
    names.village = bina_record_text(row, BINA_SOURCE_RECORD_VILLAGE);
    names.district = bina_record_text(row, BINA_SOURCE_RECORD_DISTRICT);
    names.regency = bina_record_text(row, BINA_SOURCE_RECORD_REGENCY);
    names.province = NULL;
    if (number != 0 && bina_region_level(number) == 4)
        return BINA_OK;
    if (names.village == NULL && names.district == NULL)
        return BINA_OK;
    if (names.regency == NULL && self->home[0] != '\0')
        names.regency = self->home;
    status = look_up(self, &names, &known);
    if (status != BINA_OK)
        return status;
    bina_error_copy(complaint, &known->complaint);
    if (known->code[0] != '\0' && (given == NULL || strlen(known->code) > strlen(given)))
        bina_set_text(row, BINA_SOURCE_RECORD_REGION, known->code);
    return BINA_OK;
}
