#include "linkage/field.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/standardise.h"
#include "reference/regions.h"

/* What building a field needs at hand. */
typedef struct builder {
    bina_profile profile;
    bina_standard *standard; /* some kilobytes: off the stack */
} builder;

void
bina_link_similar_drop(bina_link_similar *similar)
{
    free(similar->start);
    free(similar->code);
    free(similar->level);
    memset(similar, 0, sizeof(*similar));
}

void
bina_link_field_drop(bina_link_field *field)
{
    bina_dictionary_drop(&field->values);
    free(field->codes);
    free(field->count);
    free(field->days);
    free(field->numbers);
    bina_dictionary_drop(&field->words.dictionary);
    free(field->words.frequency);
    free(field->words.weight);
    free(field->words.start);
    free(field->words.word);
    free(field->words.total);
    bina_link_similar_drop(&field->words.similar);
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

/* The part of a standard value that the field takes; a number is written into `number`. */
static const char *
take_part(const bina_standard *standard, bina_role role, bina_link_take take, char number[16],
          size_t *length)
{
    const bina_span *span = NULL;

    switch (take) {
    case BINA_LINK_TAKE_STREET:
        span = &standard->street;
        break;
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

const char *
bina_link_source_read(const bina_link_source *source, bina_profile profile, const char *text,
                      size_t length, bina_standard *standard, char number[16], size_t *taken)
{
    char name[128];
    bina_role role = source->role;

    if (source->take == BINA_LINK_TAKE_VILLAGE || source->take == BINA_LINK_TAKE_DISTRICT) {
        length = name_region(text, length, source->take, name, sizeof(name));
        text = name;
        role = BINA_ROLE_PLACE;
    }
    bina_standardise_brief(profile, role, text, length, NULL, standard);
    *taken = 0;
    return standard->missing ? "" : take_part(standard, role, source->take, number, taken);
}

static bina_status
add_standard(bina_link_field *field, const builder *build, const bina_link_source *source,
             const char *text, size_t length, uint32_t *code)
{
    char number[16];

    text = bina_link_source_read(source, build->profile, text, length, build->standard, number,
                                 &length);
    return bina_dictionary_add(&field->values, text, length, code);
}

/* The columns of a list that make up the field. */
static size_t
sources_of(const bina_link_spec *spec, uint32_t list, const bina_link_source **sources, size_t room)
{
    size_t count = 0;

    for (size_t i = 0; i < spec->source_count && count < room; i++)
        if (spec->sources[i].list == list)
            sources[count++] = &spec->sources[i];
    return count;
}

/* A list whose field is one column: each distinct value is standardised once. */
static bina_status
read_column(bina_link_field *field, const builder *build, const bina_link_list *list,
            const bina_link_source *source)
{
    const bina_link_column *column = &list->columns[source->column];
    uint32_t *standard = malloc(column->values.count * sizeof(*standard));
    bina_status status = BINA_OK;

    if (standard == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 0; c < column->values.count && status == BINA_OK; c++)
        status = add_standard(field, build, source, bina_dictionary_text(&column->values, c),
                              bina_dictionary_length(&column->values, c), &standard[c]);
    for (uint32_t r = 0; r < list->rows && status == BINA_OK; r++)
        field->codes[list->first + r] = standard[column->codes[r]];
    free(standard);
    return status;
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

/* A list whose field is several columns, joined by a blank. */
static bina_status
read_joined(bina_link_field *field, const builder *build, const bina_link_list *list,
            const bina_link_source *const *sources, size_t count)
{
    char joined[BINA_LINK_JOINED];

    for (uint32_t r = 0; r < list->rows; r++) {
        size_t used = 0;
        bina_status status;
        for (size_t i = 0; i < count; i++) {
            const bina_link_column *column = &list->columns[sources[i]->column];
            used = bina_link_column_join(joined, used,
                                         bina_dictionary_text(&column->values, column->codes[r]),
                                         bina_dictionary_length(&column->values, column->codes[r]));
        }
        status =
            add_standard(field, build, sources[0], joined, used, &field->codes[list->first + r]);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

bina_status
bina_link_field_build(bina_link_field *field, const bina_link_spec *spec, bina_profile profile,
                      const bina_link_table *table)
{
    builder build = {profile, NULL};
    bina_status status;

    memset(field, 0, sizeof(*field));
    field->spec = spec;
    field->top = bina_link_compare_top(spec->compare);
    status = bina_dictionary_init(&field->values);
    if (status != BINA_OK)
        return status;
    field->codes = calloc(table->rows == 0 ? 1 : table->rows, sizeof(*field->codes));
    if (field->codes == NULL)
        return BINA_ERR_NO_MEMORY;
    build.standard = malloc(sizeof(*build.standard));
    if (build.standard == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t l = 0; l < table->list_count && status == BINA_OK; l++) {
        const bina_link_list *list = table->lists[l];
        const bina_link_source *sources[16];
        size_t count = sources_of(spec, l, sources, 16);
        if (count == 1)
            status = read_column(field, &build, list, sources[0]);
        else if (count > 1)
            status = read_joined(field, &build, list, sources, count);
    }
    free(build.standard);
    return status == BINA_OK ? bina_link_field_finish(field, spec, table->rows) : status;
}

bina_status
bina_link_field_finish(bina_link_field *field, const bina_link_spec *spec, uint32_t rows)
{
    field->spec = spec;
    field->top = bina_link_compare_top(spec->compare);
    field->count = calloc(field->values.count, sizeof(*field->count));
    if (field->count == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < rows; r++)
        field->count[field->codes[r]]++;
    field->filled = rows - field->count[0];
    return bina_link_field_derive(field, 0);
}
