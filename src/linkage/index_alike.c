/*
 * The values like one value. Those of the run have lists of them; for values that were typed since,
 * and for fields with too many values for lists, they are found by their words, or by bounds that
 * let pass what may be alike; among very many by how they begin, end and sound.
 */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/index.h"

/* What more values than this have in common says little: passed over where something else is. */
#define COMMON 2000u

static bina_status
push(bina_link_index *index, int f, uint32_t code, unsigned level)
{
    index->met[f][code] = index->search << BINA_LINK_BITS | level;
    if (!bina_vector_reserve(&index->alike, &index->alike_room, index->alike_count + 1,
                             sizeof(*index->alike)))
        return BINA_ERR_NO_MEMORY;
    index->alike[index->alike_count].code = code;
    index->alike[index->alike_count++].level = level;
    return BINA_OK;
}

/* Compares a value with another, unless this search has done so. */
static bina_status
meet(bina_link_index *index, int f, uint32_t code, uint32_t other)
{
    unsigned level;

    if (other == code || index->met[f][other] >> BINA_LINK_BITS == index->search)
        return BINA_OK;
    level = bina_link_field_level(&index->engine->field[f], code, other);
    if (level > BINA_LINK_DIFFERENT)
        return push(index, f, other, level);
    index->met[f][other] = index->search << BINA_LINK_BITS | BINA_LINK_DIFFERENT;
    return BINA_OK;
}

static bina_status
meet_all(bina_link_index *index, int f, uint32_t code, uint32_t from)
{
    bina_status status = BINA_OK;

    for (uint32_t c = from; c < index->finder[f].extent.values && status == BINA_OK; c++)
        status = meet(index, f, code, c);
    return status;
}

/* The values that hold each word. */
static bina_status
post_words(bina_link_finder *finder, const bina_link_words *words)
{
    uint32_t values = finder->extent.values, count = finder->extent.words;
    size_t *start, at = 0;
    uint32_t *value;

    if (finder->postings.start != NULL)
        return BINA_OK;
    start = calloc((size_t)count + 2, sizeof(*start));
    value = malloc((words->start[values] + 1) * sizeof(*value));
    if (start == NULL || value == NULL) {
        free(start);
        free(value);
        return BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < words->start[values]; i++)
        start[words->word[i] + 1]++;
    for (uint32_t w = 0; w <= count; w++) {
        size_t held = start[w + 1];
        start[w + 1] = at;
        at += held;
    }
    for (uint32_t c = 0; c < values; c++)
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++)
            value[start[words->word[i] + 1]++] = c;
    finder->postings.start = start;
    finder->postings.value = value;
    return BINA_OK;
}

/* A search among the values of a field compared by words. */
typedef struct worded {
    bina_link_index *index;
    int f;
    uint32_t code, from; /* values below have been dealt with */
    size_t rarest;       /* how many values hold the rarest of the value's words */
} worded;

static size_t
posted(const bina_link_finder *finder, uint32_t w)
{
    return w < finder->extent.words ? finder->postings.start[w + 1] - finder->postings.start[w] : 0;
}

/* The values that hold a word. */
static bina_status
meet_word(const worded *search, uint32_t w)
{
    const bina_link_finder *finder = &search->index->finder[search->f];
    size_t count = posted(finder, w);
    bina_status status = BINA_OK;

    if (count > COMMON && count > search->rarest)
        return BINA_OK;
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        uint32_t value = finder->postings.value[finder->postings.start[w] + i];
        if (value >= search->from)
            status = meet(search->index, search->f, search->code, value);
    }
    return status;
}

/* The values that hold a word spelt like this one. */
typedef struct spelling {
    const worded *search;
    uint32_t word;
} spelling;

static bina_status
meet_spelling(void *self, uint32_t other)
{
    const spelling *of = self;
    const bina_link_words *words = &of->search->index->engine->field[of->search->f].words;

    return other != of->word && bina_link_words_compare(words, of->word, other) != 0
               ? meet_word(of->search, other)
               : BINA_OK;
}

static bina_status
meet_spellings(const worded *search, uint32_t w)
{
    bina_link_finder *finder = &search->index->finder[search->f];
    const bina_link_words *words = &search->index->engine->field[search->f].words;
    const bina_link_similar *similar = &words->similar;
    spelling of = {search, w};
    bina_link_nearness near = {&words->dictionary,   &finder->words, 1,  finder->extent.words,
                               BINA_LINK_CLOSE_NAME, meet_spelling,  &of};
    bina_status status = BINA_OK;

    if (!bina_link_word_is_spelt(words, w))
        return BINA_OK;
    if (similar->start != NULL && !bina_link_is_later(similar, w, w)) {
        for (size_t i = similar->start[w]; i < similar->start[w + 1] && status == BINA_OK; i++)
            status = meet_word(search, similar->code[i]);
        near.from = similar->later == 0 ? near.end : similar->later;
    }
    if (status != BINA_OK || near.from >= near.end)
        return status;
    return bina_link_near_meet(&near, bina_dictionary_text(&words->dictionary, w),
                               bina_dictionary_length(&words->dictionary, w));
}

static bina_status
meet_worded(bina_link_index *index, int f, uint32_t code, uint32_t from)
{
    const bina_link_words *words = &index->engine->field[f].words;
    worded search = {index, f, code, from, SIZE_MAX};
    bina_status status = post_words(&index->finder[f], words);

    for (size_t i = words->start[code]; i < words->start[code + 1] && status == BINA_OK; i++) {
        size_t count = posted(&index->finder[f], words->word[i]);
        if (count > 0 && count < search.rarest)
            search.rarest = count;
    }
    for (size_t i = words->start[code]; i < words->start[code + 1] && status == BINA_OK; i++) {
        status = meet_word(&search, words->word[i]);
        if (status == BINA_OK)
            status = meet_spellings(&search, words->word[i]);
    }
    return status;
}

/* A search among the values of a field. */
typedef struct valued {
    bina_link_index *index;
    int f;
    uint32_t code;
} valued;

static bina_status
meet_value(void *self, uint32_t other)
{
    const valued *search = self;

    return meet(search->index, search->f, search->code, other);
}

static bina_status
meet_texts(bina_link_index *index, int f, uint32_t code, uint32_t from)
{
    const bina_link_field *field = &index->engine->field[f];
    bina_link_finder *finder = &index->finder[f];
    bool name = field->spec->compare == BINA_LINK_NAME;
    valued search = {index, f, code};
    bina_link_nearness near = {&field->values,
                               &finder->values,
                               from,
                               finder->extent.values,
                               name ? BINA_LINK_LEAST_NAME : 0,
                               meet_value,
                               &search};

    return bina_link_near_meet(&near, bina_dictionary_text(&field->values, code),
                               bina_dictionary_length(&field->values, code));
}

/* Room to note which values were compared. */
static bina_status
make_room(bina_link_index *index, int f)
{
    uint32_t values = index->engine->field[f].values.count;
    uint32_t *met;

    if (values <= index->met_room[f])
        return BINA_OK;
    values += values / 8 + 64;
    met = realloc(index->met[f], values * sizeof(*met));
    if (met == NULL)
        return BINA_ERR_NO_MEMORY;
    memset(met + index->met_room[f], 0, (values - index->met_room[f]) * sizeof(*met));
    index->met[f] = met;
    index->met_room[f] = values;
    return BINA_OK;
}

bina_status
bina_link_index_alike(bina_link_index *index, int f, uint32_t code)
{
    const bina_link_field *field = &index->engine->field[f];
    const bina_link_similar *similar = &field->similar;
    uint32_t from = 1, end = index->finder[f].extent.values;
    bina_status status = make_room(index, f);

    index->loose[f] = false;
    if (status == BINA_OK)
        status = push(index, f, code, field->top);
    if (status != BINA_OK || field->spec->compare == BINA_LINK_EXACT)
        return status;
    if (similar->start != NULL && !bina_link_is_later(similar, code, code)) {
        for (size_t i = similar->start[code]; i < similar->start[code + 1] && status == BINA_OK;
             i++)
            status = push(index, f, similar->code[i], similar->level[i]);
        from = similar->later == 0 ? end : similar->later;
    }
    if (status != BINA_OK || from >= end)
        return status;
    switch (field->spec->compare) {
    case BINA_LINK_WORDS:
        index->loose[f] = true; /* values that share common words alone are passed over */
        return meet_worded(index, f, code, from);
    case BINA_LINK_NAME:
    case BINA_LINK_CODE:
        index->loose[f] = end > BINA_LINK_BOUNDED;
        return meet_texts(index, f, code, from);
    case BINA_LINK_EXACT:
    case BINA_LINK_DATE:
    case BINA_LINK_NUMBER:
    case BINA_LINK_YEARS:
        break;
    }
    return meet_all(index, f, code, from);
}
