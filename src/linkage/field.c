#include "linkage/field.h"
#include "linkage/ages.h"
#include "linkage/joints.h"
#include "linkage/models_in_text.h"
#include "linkage/role_shapes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/memo.h"
#include "reference/regions.h"

#define MOST_FILLED 4 /* rows that have one filler, and are still taken to mean it */

void
bina_link_similar_drop(bina_link_similar *similar)
{
    free(similar->start);
    free(similar->code);
    free(similar->level);
    free(similar->table);
    memset(similar, 0, sizeof(*similar));
}

void
bina_link_field_drop(bina_link_field *field)
{
    bina_heap *heap = field->values.heap;

    bina_dictionary_drop(&field->values);
    bina_heap_give(heap, field->codes);
    bina_heap_give(heap, field->count);
    bina_heap_give(heap, field->days);
    bina_heap_give(heap, field->numbers);
    bina_dictionary_drop(&field->words.dictionary);
    bina_heap_give(heap, field->words.frequency);
    bina_heap_give(heap, field->words.weight);
    bina_heap_give(heap, field->words.mark);
    bina_heap_give(heap, field->words.start);
    bina_heap_give(heap, field->words.word);
    bina_heap_give(heap, field->words.total);
    bina_link_joints_drop(&field->words.joints, heap);
    bina_link_similar_drop(&field->words.similar);
    bina_link_glance_drop(&field->glance, heap);
    bina_link_similar_drop(&field->similar);
    memset(field, 0, sizeof(*field));
}

/* The name of the village or district that a region's code names. */
static size_t
name_region(const char *text, size_t length, bina_link_take take, char *name, size_t room)
{
    uint64_t number = bina_region_parse(text, length);
    int wanted = take == BINA_LINK_TAKE_VILLAGE ? 4 : 3;
    bina_place place;

    if (number == 0)
        return 0;
    while (bina_region_level(number) > wanted)
        number = bina_region_parent(number);
    if (bina_region_level(number) != wanted || bina_place_get(number, 0, &place) != BINA_OK)
        return 0;
    snprintf(name, room, "%s", bina_region_bare_name(&place));
    return strlen(name);
}

/* A hamlet without the word for what it is: one office's dusun is another's gubuk. */
static const char *
drop_level(const char *hamlet, size_t *length)
{
    static const char *const words[] = {"dusun ", "lingkungan ", "gubuk ", "kampung ", "banjar "};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        size_t n = strlen(words[i]);
        if (*length > n && memcmp(hamlet, words[i], n) == 0) {
            *length -= n;
            return hamlet + n;
        }
    }
    return hamlet;
}

/* The length of a street with its house number, which stands right behind it: "no 12". */
static size_t
with_house(const bina_standard *standard)
{
    const char *behind = standard->text + standard->street.start + standard->street.length;

    if (standard->street.length == 0 || standard->house < 0 || strncmp(behind, " no ", 4) != 0)
        return standard->street.length;
    return standard->street.length + 4 + strcspn(behind + 4, " ");
}

/* The part of a standard value that the field takes; a number is written into `number`. */
static const char *
take_part(const bina_standard *standard, bina_role role, bina_link_take take, char number[16],
          size_t *length)
{
    const bina_span *span = NULL;

    switch (take) {
    case BINA_LINK_TAKE_STREET:
        *length = with_house(standard);
        return standard->text + standard->street.start;
    case BINA_LINK_TAKE_HAMLET:
        span = &standard->hamlet;
        break;
    case BINA_LINK_TAKE_PLACE:
        span = &standard->place;
        break;
    case BINA_LINK_TAKE_RT:
        *length = standard->rt < 0 ? 0 : (size_t)snprintf(number, 16, "%ld", (long)standard->rt);
        return number;
    case BINA_LINK_TAKE_TEXT:
    case BINA_LINK_TAKE_VILLAGE:
    case BINA_LINK_TAKE_DISTRICT:
    case BINA_LINK_TAKE_MODEL:
    case BINA_LINK_TAKE_AGE:
    case BINA_LINK_TAKE_OWNER:
    case BINA_LINK_TAKE_BUSINESS:
    case BINA_LINK_TAKES:
        *length = standard->length;
        return standard->text;
    }
    *length = span->length;
    if (take == BINA_LINK_TAKE_HAMLET && role != BINA_ROLE_ADDRESS) {
        *length = standard->length;
        return drop_level(standard->text, length);
    }
    if (take == BINA_LINK_TAKE_HAMLET)
        return drop_level(standard->text + span->start, length);
    return standard->text + span->start;
}

static bool
takes_region(const bina_link_source *source)
{
    return source->take == BINA_LINK_TAKE_VILLAGE || source->take == BINA_LINK_TAKE_DISTRICT;
}

/* Whether only names of one sort are taken of names of either. */
static bool
is_of_a_sort(const bina_link_source *source)
{
    return source->take == BINA_LINK_TAKE_OWNER || source->take == BINA_LINK_TAKE_BUSINESS;
}

bool
bina_link_source_is_like(const bina_link_source *a, const bina_link_source *b)
{
    return a->role == b->role && !takes_region(a) && !takes_region(b) &&
           (a->take == BINA_LINK_TAKE_MODEL) == (b->take == BINA_LINK_TAKE_MODEL) &&
           (a->take == BINA_LINK_TAKE_AGE) == (b->take == BINA_LINK_TAKE_AGE) &&
           is_of_a_sort(a) == is_of_a_sort(b) && a->year == b->year;
}

void
bina_link_source_standardise(const bina_link_source *source, bina_profile profile, const char *text,
                             size_t length, bina_memo *memo, bina_standard *standard)
{
    char name[128];
    bina_role role = source->role;

    if (takes_region(source)) {
        length = name_region(text, length, source->take, name, sizeof(name));
        text = name;
        role = BINA_ROLE_PLACE;
    } else if (source->take == BINA_LINK_TAKE_MODEL) {
        length = bina_link_model_in(text, length, name, sizeof(name));
        text = name;
        role = BINA_ROLE_IDENTIFIER;
    } else if (source->take == BINA_LINK_TAKE_AGE) {
        length = bina_link_age_born(text, length, source->year, name);
        text = name;
    } else if (is_of_a_sort(source) &&
               bina_role_is_business(text, length) != (source->take == BINA_LINK_TAKE_BUSINESS)) {
        length = 0;
    }
    bina_standardise_brief(profile, role, text, length, memo, standard);
}

const char *
bina_link_source_take(const bina_link_source *source, const bina_standard *standard,
                      char number[16], size_t *taken)
{
    *taken = 0;
    return standard->missing ? "" : take_part(standard, source->role, source->take, number, taken);
}

const char *
bina_link_source_read(const bina_link_source *source, bina_profile profile, const char *text,
                      size_t length, bina_standard *standard, char number[16], size_t *taken)
{
    bina_link_source_standardise(source, profile, text, length, NULL, standard);
    return bina_link_source_take(source, standard, number, taken);
}

size_t
bina_link_column_join(char joined[BINA_LINK_JOINED], size_t used, const char *text, size_t length)
{
    if (length > 0 && used > 0 && used < BINA_LINK_JOINED)
        joined[used++] = ' ';
    if (length > BINA_LINK_JOINED - used)
        length = BINA_LINK_JOINED - used;
    memcpy(joined + used, text, length);
    return used + length;
}

/* Numbers typed to fill a box are no values where they are in more rows than one thing may have. */
static void
drop_fillers(bina_link_field *field, uint32_t rows)
{
    bina_role role = bina_link_spec_role(field->spec);
    bool dropped = false;

    if (role != BINA_ROLE_PHONE && role != BINA_ROLE_NIK && role != BINA_ROLE_IDENTIFIER)
        return;
    for (uint32_t c = 1; c < field->values.count; c++)
        if (field->count[c] > MOST_FILLED &&
            bina_is_filler(role, bina_dictionary_text(&field->values, c),
                           bina_dictionary_length(&field->values, c))) {
            field->count[0] += field->count[c];
            field->count[c] = 0;
            dropped = true;
        }
    for (uint32_t r = 0; dropped && r < rows; r++) {
        bina_heap_pass(field->values.heap, r);
        if (field->count[field->codes[r]] == 0)
            field->codes[r] = 0;
    }
}

bina_status
bina_link_field_finish(bina_link_field *field, const bina_link_spec *spec, uint32_t rows)
{
    field->spec = spec;
    field->top = bina_link_compare_top(spec->compare);
    field->count = bina_heap_clear(field->values.heap, field->values.count, sizeof(*field->count));
    if (field->count == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < rows; r++) {
        bina_heap_pass(field->values.heap, r);
        field->count[field->codes[r]]++;
    }
    drop_fillers(field, rows);
    bina_dictionary_seal(&field->values);
    field->filled = rows - field->count[0];
    return bina_link_field_derive(field, 0);
}
