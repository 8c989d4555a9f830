/*
 * The values like one value. Those of the run have lists of them, where there are not too many for
 * lists. For values that were typed since, and where there are no lists, each way of comparing has
 * a way of looking up, and none misses any.
 */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/index.h"

/* A search among the values of a field. */
typedef struct search {
    bina_link_index *index;
    int f;
    uint32_t code, from; /* values before `from` have been dealt with */
} search;

static bina_status
note(bina_link_index *index, int f, uint32_t code, unsigned level)
{
    bina_link_finder *finder = &index->finder[f];

    if (!bina_vector_reserve(&index->met, &index->met_room, index->met_count + 1,
                             sizeof(*index->met)))
        return BINA_ERR_NO_MEMORY;
    index->met[index->met_count++] = (bina_link_alike){code, (uint8_t)f, (uint8_t)level};
    finder->level[code] = (uint8_t)level;
    if (level > BINA_LINK_DIFFERENT)
        finder->mark[code % BINA_LINK_MARKS / 64] |= (uint64_t)1 << code % 64;
    return BINA_OK;
}

/* Compares a value with another, unless that has been done. */
static bina_status
meet(void *self, uint32_t other)
{
    const search *of = self;

    if (other < of->from || of->index->finder[of->f].level[other] != 0)
        return BINA_OK;
    return note(of->index, of->f, other,
                bina_link_field_level(&of->index->engine->field[of->f], of->code, other));
}

/* Notes a value that was found to be alike. */
static bina_status
tell(void *self, uint32_t other, unsigned level)
{
    const search *of = self;

    return note(of->index, of->f, other, level);
}

/* Notes a code with an equal first half, unless it was found to be more alike. */
static bina_status
tell_half(void *self, uint32_t other)
{
    const search *of = self;

    return other < of->from || of->index->finder[of->f].level[other] != 0
               ? BINA_OK
               : note(of->index, of->f, other, BINA_LINK_HALF_CODE);
}

static bina_status
meet_names(search *of)
{
    const bina_dictionary *values = &of->index->engine->field[of->f].values;
    bina_link_finder *finder = &of->index->finder[of->f];
    bina_link_nearness near = {
        values, &finder->names, of->from, finder->extent.values, BINA_LINK_LEAST_NAME, meet, of};

    return bina_link_near_meet(&near, bina_dictionary_text(values, of->code),
                               bina_dictionary_length(values, of->code));
}

static bina_status
meet_codes(search *of)
{
    const bina_dictionary *values = &of->index->engine->field[of->f].values;
    bina_link_finder *finder = &of->index->finder[of->f];
    bina_link_coded coded = {values, &finder->pieces, finder->extent.values, meet, tell_half, of};

    return bina_link_codes_meet(&coded, bina_dictionary_text(values, of->code),
                                bina_dictionary_length(values, of->code));
}

static bina_status
meet_words(search *of)
{
    bina_link_finder *finder = &of->index->finder[of->f];
    bina_link_worded worded = {&of->index->engine->field[of->f],
                               &finder->postings,
                               &of->index->summing,
                               finder->extent,
                               of->from,
                               tell,
                               of};

    return bina_link_words_meet(&worded, of->code);
}

static bina_status
meet_all(search *of)
{
    const bina_link_field *field = &of->index->engine->field[of->f];
    bina_link_finder *finder = &of->index->finder[of->f];
    bina_link_ranged ranged = {field, &finder->ordered, finder->extent.values, meet, of};

    switch (field->spec->compare) {
    case BINA_LINK_EXACT:
        break;
    case BINA_LINK_NAME:
        return meet_names(of);
    case BINA_LINK_CODE:
        return meet_codes(of);
    case BINA_LINK_WORDS:
        return meet_words(of);
    case BINA_LINK_DATE:
        return bina_link_dates_meet(&ranged, of->code);
    case BINA_LINK_NUMBER:
    case BINA_LINK_YEARS:
    case BINA_LINK_DEGREES:
        return bina_link_numbers_meet(&ranged, of->code);
    }
    return BINA_OK;
}

/* Room to note the levels of values. */
static bina_status
make_room(bina_link_finder *finder, uint32_t values)
{
    uint8_t *level;

    if (values <= finder->level_room)
        return BINA_OK;
    values += values / 8 + 64;
    level = realloc(finder->level, values);
    if (level == NULL)
        return BINA_ERR_NO_MEMORY;
    memset(level + finder->level_room, 0, values - finder->level_room);
    level[0] = BINA_LINK_ABSENT;
    finder->level = level;
    finder->level_room = values;
    return BINA_OK;
}

bina_status
bina_link_index_alike(bina_link_index *index, int f, uint32_t code)
{
    const bina_link_field *field = &index->engine->field[f];
    const bina_link_similar *similar = &field->similar;
    search of = {index, f, code, 1};
    bina_status status = make_room(&index->finder[f], field->values.count);

    if (status == BINA_OK)
        status = note(index, f, code, field->top);
    if (similar->start != NULL && !bina_link_is_later(similar, code, code)) {
        for (size_t i = similar->start[code]; i < similar->start[code + 1] && status == BINA_OK;
             i++)
            status = note(index, f, similar->code[i], similar->level[i]);
        of.from = similar->later == 0 ? UINT32_MAX : similar->later;
    }
    return status == BINA_OK && of.from < index->finder[f].extent.values ? meet_all(&of) : status;
}

void
bina_link_index_forget(bina_link_index *index)
{
    for (size_t i = 0; i < index->met_count; i++)
        index->finder[index->met[i].field].level[index->met[i].code] = 0;
    for (int f = 0; f < index->engine->plan->count && index->met_count > 0; f++)
        memset(index->finder[f].mark, 0, sizeof(index->finder[f].mark));
    index->met_count = 0;
}
