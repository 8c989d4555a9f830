#include "linkage/glance.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/field.h"
#include "linkage/similarity_text.h"

#define MORE      64        /* values there is room for beside the eighth part more */
#define MOST_WORD 0xFFFFFFu /* the greatest number of a word that is told */

void
bina_link_glance_drop(bina_link_glance *glance, bina_heap *heap)
{
    bina_heap_give(heap, glance->code);
    bina_heap_give(heap, glance->words);
    memset(glance, 0, sizeof(*glance));
}

/* Items of a size that divides a line, none of them across two lines. */
static void *
widen(bina_heap *heap, void *items, size_t size, uint32_t held, uint32_t room)
{
    void *made = bina_heap_take_lines(heap, room, size);

    bina_heap_widen(heap, made, room * size);
    if (made != NULL && held > 0)
        memcpy(made, items, held * size);
    if (made != NULL)
        bina_heap_give(heap, items);
    return made;
}

static bina_status
make_room(bina_link_field *field, uint32_t from)
{
    bina_link_glance *glance = &field->glance;
    uint32_t count = field->values.count, room = from == 0 ? count : count + count / 8 + MORE;
    bool codes = field->spec->compare == BINA_LINK_CODE;
    void *made;

    if (count <= glance->room)
        return BINA_OK;
    if (codes)
        made = widen(field->values.heap, glance->code, sizeof(*glance->code), from, room);
    else
        made = widen(field->values.heap, glance->words, sizeof(*glance->words), from, room);
    if (made == NULL)
        return BINA_ERR_NO_MEMORY;
    if (codes)
        glance->code = made;
    else
        glance->words = made;
    glance->room = room;
    return BINA_OK;
}

static bina_link_glance_code
look_at_code(const char *text, size_t length)
{
    bina_link_glance_code seen = {0, 0};

    if (length > BINA_LINK_GLANCE_BYTES || !bina_text_ascii(text, length))
        return seen;
    seen.length = length;
    for (size_t i = 0; i < length; i++)
        seen.halves |= (uint64_t)((unsigned char)text[i] & 15u) << (4 * i);
    return seen;
}

static bina_link_glance_words
look_at_words(const bina_link_words *words, uint32_t value)
{
    const bina_link_glance_words nothing = {.word = {0}};
    bina_link_glance_words seen = nothing;
    size_t from = words->start[value], count = words->start[value + 1] - from;

    if (count > BINA_LINK_GLANCE_WORDS)
        return nothing;
    for (size_t i = 0; i < count; i++) {
        uint32_t word = words->word[from + i];
        const bina_link_mark *mark = &words->mark[word];
        const char *text = bina_dictionary_text(&words->dictionary, word);
        size_t length = bina_dictionary_length(&words->dictionary, word);
        if (word > MOST_WORD || (mark->spelt && mark->length == 0))
            return nothing;
        seen.word[i] = word << 8 | (mark->spelt ? mark->length : 0);
        seen.letters[i] = mark->letters;
        for (size_t b = 0; b < 4 && b < length; b++)
            seen.first[i] |= (uint32_t)(unsigned char)text[b] << (8 * b);
        seen.weight[i] = words->weight[word];
    }
    return seen;
}

bina_status
bina_link_glance_take(bina_link_field *field, uint32_t from)
{
    bina_link_glance *glance = &field->glance;
    bina_link_compare compare = field->spec->compare;
    bina_status status;

    if (compare != BINA_LINK_CODE && compare != BINA_LINK_WORDS)
        return BINA_OK;
    status = make_room(field, from);
    if (status != BINA_OK)
        return status;
    for (unsigned form = 0; form < BINA_LINK_GLANCE_FORMS; form++)
        if (bina_link_glance_form_of(form) != NULL)
            glance->form = bina_link_glance_form_of(form);
    for (uint32_t c = from; c < field->values.count; c++) {
        bina_heap_pass(field->values.heap, c);
        if (compare == BINA_LINK_CODE)
            glance->code[c] = look_at_code(bina_dictionary_text(&field->values, c),
                                           bina_dictionary_length(&field->values, c));
        else
            glance->words[c] = look_at_words(&field->words, c);
    }
    return BINA_OK;
}

/* Where the halves of two words of sixteen differ, the lowest bit of each. */
static uint64_t
differing(uint64_t x, uint64_t y)
{
    uint64_t apart = x ^ y;

    apart |= apart >> 1;
    apart |= apart >> 2;
    return apart & UINT64_C(0x1111111111111111);
}

/* So many halves, the lowest. */
static uint64_t
lowest(uint64_t count)
{
    return count >= BINA_LINK_GLANCE_BYTES ? ~UINT64_C(0) : (UINT64_C(1) << (4 * count)) - 1;
}

/*
 * Of a text that is two edits from another at most, all characters but two are found in the other
 * at most two places off: an edit moves what follows by one place, a swap its two by one more.
 */
static unsigned
most_of_codes(const bina_link_glance_code *a, const bina_link_glance_code *b)
{
    uint64_t x = a->halves, y = b->halves, lost, half;
    uint64_t longer = a->length > b->length ? a->length : b->length;
    uint64_t shorter = a->length > b->length ? b->length : a->length;

    if (shorter == 0)
        return 4;
    if (shorter < BINA_LINK_LEAST_CODE)
        return BINA_LINK_DIFFERENT;
    lost = differing(x, y) & differing(x, y << 4) & differing(x, y >> 4) & differing(x, y << 8) &
           differing(x, y >> 8) & lowest(a->length);
    lost &= lost - (lost != 0);
    lost &= lost - (lost != 0);
    if (lost == 0 && longer - shorter <= 2)
        return 4;
    half = (longer + 1) / 2;
    return shorter >= half && ((x ^ y) & lowest(half)) == 0 ? 2 : BINA_LINK_DIFFERENT;
}

unsigned
bina_link_glance_most(const bina_link_field *field, uint32_t a, uint32_t b)
{
    const bina_link_glance *glance = &field->glance;

    if (glance->code != NULL)
        return most_of_codes(&glance->code[a], &glance->code[b]);
    if (glance->words == NULL)
        return field->top - 1;
    return glance->form(&glance->words[a], &glance->words[b]);
}
