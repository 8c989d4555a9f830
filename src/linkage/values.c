/* What comparing needs to know of a field's values, for all at first and for those added later. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/field.h"
#include "linkage/joints.h"
#include "linkage/similarity_text.h"

#define LEAST_SPELT 4u   /* letters of a word that may be spelt in two ways: fewer are a sign, */
#define LEAST_NAME  3u   /* but for names: Jon and John */
#define BELIEF      20.0 /* rows beforehand: in a few rows no word is common */

/* Just enough at first, more than that once values are added one by one. */
static uint32_t
room_for(uint32_t count, uint32_t from)
{
    return from == 0 ? count : count + count / 8 + 64;
}

static bina_status
make_room(bina_link_field *field, uint32_t from)
{
    bina_heap *heap = field->values.heap;
    uint32_t room = room_for(field->values.count, from);
    bool fits = true;

    if (field->values.count <= field->room)
        return BINA_OK;
    if (from > 0)
        fits = bina_heap_refit(heap, &field->count, room, sizeof(*field->count));
    switch (field->spec->compare) {
    case BINA_LINK_DATE:
        fits = fits && bina_heap_refit(heap, &field->days, room, sizeof(*field->days));
        break;
    case BINA_LINK_NUMBER:
    case BINA_LINK_YEARS:
    case BINA_LINK_DEGREES:
        fits = fits && bina_heap_refit(heap, &field->numbers, room, sizeof(*field->numbers));
        break;
    case BINA_LINK_WORDS:
        fits = fits &&
               bina_heap_refit(heap, &field->words.start, (size_t)room + 1,
                               sizeof(*field->words.start)) &&
               bina_heap_refit(heap, &field->words.total, room, sizeof(*field->words.total));
        break;
    case BINA_LINK_EXACT:
    case BINA_LINK_NAME:
    case BINA_LINK_CODE:
        break;
    }
    if (!fits)
        return BINA_ERR_NO_MEMORY;
    field->room = room;
    return BINA_OK;
}

/* Standard dates are yyyy-mm-dd, yyyy-mm or yyyy; anything else has no day. */
static int32_t
read_date(const char *text)
{
    int32_t part[3] = {0, 0, 0};
    int n = 0, digits = 0;

    for (; *text != '\0' && n < 3; text++) {
        if (*text >= '0' && *text <= '9' && digits < 4) {
            part[n] = part[n] * 10 + (*text - '0');
            digits++;
        } else {
            n++;
            digits = 0;
        }
    }
    return part[0] * 10000 + part[1] % 100 * 100 + part[2] % 100;
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The words of a value, ascending and without repeats, behind those of the values before it. */
static bina_status
split(bina_link_field *field, uint32_t code)
{
    bina_link_words *words = &field->words;
    size_t first = words->start[code], used = first, kept;
    const char *p = bina_dictionary_text(&field->values, code);

    while (*p != '\0') {
        size_t length = strcspn(p, " ");
        if (length > 0) {
            bina_status status;
            if (!bina_heap_reserve(field->values.heap, &words->word, &words->word_room, used + 1,
                                   sizeof(*words->word)))
                return BINA_ERR_NO_MEMORY;
            status = bina_dictionary_add(&words->dictionary, p, length, &words->word[used]);
            if (status != BINA_OK)
                return status;
            used++;
        }
        p += length + (p[length] == ' ');
    }
    if (used - first > 1) {
        qsort(words->word + first, used - first, sizeof(*words->word), by_number);
        kept = first + 1;
        for (size_t i = kept; i < used; i++)
            if (words->word[i] != words->word[kept - 1])
                words->word[kept++] = words->word[i];
        used = kept;
    }
    words->start[code + 1] = used;
    return BINA_OK;
}

static uint16_t
hash_unit(const char *unit, size_t length)
{
    uint32_t hash = 1;

    for (size_t i = 0; i < length; i++)
        hash = hash * 31 + (unsigned char)unit[i];
    return (uint16_t)(hash % UINT16_MAX + 1);
}

/*
 * The unit of a number, as good as by its name: 500g and 250g have one, and so have 1 and 2, 1st
 * and 2nd, ii and iii. 0 for what is no number.
 */
static uint16_t
unit_of(const char *text, size_t length)
{
    static const char *const ordinals[] = {"st", "nd", "rd", "th"};
    size_t digits = strspn(text, "0123456789");

    if (digits == 0)
        return length > 0 && strspn(text, "ivx") == length ? hash_unit("ivx", 3) : 0;
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
        if (strcmp(text + digits, ordinals[i]) == 0)
            return hash_unit("th", 2);
    return hash_unit(text + digits, length - digits);
}

/* What tells soon of a word of at least so many letters whether others are spelt alike. */
static bina_link_mark
mark_of(const bina_dictionary *words, uint32_t w, size_t least)
{
    const char *text = bina_dictionary_text(words, w);
    size_t length = bina_dictionary_length(words, w);
    bina_link_mark mark = {.spelt = length >= least && strcspn(text, "0123456789") == length};

    if (length < least || length > UINT8_MAX || !bina_text_ascii(text, length))
        return mark;
    mark.length = (uint8_t)length;
    for (size_t i = 0; i < length; i++)
        mark.letters |= 1u << ((unsigned char)text[i] & 31u);
    for (unsigned i = 0; i < 4 && i < length; i++)
        mark.first |= (uint32_t)(unsigned char)text[i] << (8 * i);
    return mark;
}

/* Whether a field has nothing but what is of a role. */
static bool
holds_only(const bina_link_spec *spec, bina_role role)
{
    for (size_t s = 0; s < spec->source_count; s++)
        if (spec->sources[s].role != role)
            return false;
    return true;
}

/* Whether its words are written as people please, however short they are. */
static bool
holds_names(const bina_link_spec *spec)
{
    bina_role role = bina_link_spec_role(spec);

    return role == BINA_ROLE_PERSON || role == BINA_ROLE_BUSINESS;
}

/* Weighs the words from `from` on by how rare they are. */
static bina_status
weigh_words(bina_link_field *field, uint32_t from)
{
    bina_link_words *words = &field->words;
    bina_heap *heap = field->values.heap;
    uint32_t count = words->dictionary.count;
    size_t least = holds_names(field->spec) ? LEAST_NAME : LEAST_SPELT;
    bina_role role = bina_link_spec_role(field->spec);
    bool numbered = role == BINA_ROLE_BUSINESS || role == BINA_ROLE_TEXT;

    if (count > words->room) {
        uint32_t room = room_for(count, from);
        if (!bina_heap_refit(heap, &words->frequency, room, sizeof(*words->frequency)) ||
            !bina_heap_refit(heap, &words->weight, room, sizeof(*words->weight)) ||
            !bina_heap_refit(heap, &words->mark, room, sizeof(*words->mark)))
            return BINA_ERR_NO_MEMORY;
        words->room = room;
    }
    for (uint32_t w = from; w < count; w++) {
        words->frequency[w] = 0;
        words->mark[w] = mark_of(&words->dictionary, w, least);
        if (numbered)
            words->mark[w].number = unit_of(bina_dictionary_text(&words->dictionary, w),
                                            bina_dictionary_length(&words->dictionary, w));
    }
    /* What is added later has no rows: the frequencies stay those of the lists. */
    for (uint32_t c = 1; from == 0 && c < field->values.count; c++) {
        bina_heap_pass(field->values.heap, c);
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++)
            words->frequency[words->word[i]] += field->count[c];
    }
    for (uint32_t w = from; w < count; w++)
        words->weight[w] = w == 0 ? 0
                                  : (float)log2(1.0 + (BELIEF + (double)field->filled) /
                                                          (0.5 + (double)words->frequency[w]));
    return BINA_OK;
}

static bina_status
split_words(bina_link_field *field, uint32_t from)
{
    bina_link_words *words = &field->words;
    uint32_t known = words->dictionary.count;
    bina_status status = BINA_OK;

    if (from == 0) {
        words->start[0] = 0;
        status = bina_dictionary_init(&words->dictionary);
        words->dictionary.heap = field->values.heap;
    }
    for (uint32_t c = from; c < field->values.count && status == BINA_OK; c++) {
        bina_heap_pass(field->values.heap, c);
        status = split(field, c);
        if (status == BINA_OK && from > 0)
            status = bina_link_joints_apply(field, c);
    }
    /* Names of persons are written together or apart as people please. */
    if (status == BINA_OK && from == 0 && holds_only(field->spec, BINA_ROLE_PERSON))
        status = bina_link_joints_find(field);
    if (status == BINA_OK)
        status = weigh_words(field, from == 0 ? 0 : known);
    for (uint32_t c = from; c < field->values.count && status == BINA_OK; c++) {
        bina_heap_pass(field->values.heap, c);
        words->total[c] = 0;
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++)
            words->total[c] += words->weight[words->word[i]];
    }
    return status;
}

bina_status
bina_link_field_derive(bina_link_field *field, uint32_t from)
{
    bina_status status = make_room(field, from);

    if (status != BINA_OK)
        return status;
    for (uint32_t c = from; c < field->values.count; c++) {
        bina_heap_pass(field->values.heap, c);
        if (from > 0)
            field->count[c] = 0;
        if (field->days != NULL)
            field->days[c] = c == 0 ? 0 : read_date(bina_dictionary_text(&field->values, c));
        if (field->numbers != NULL)
            field->numbers[c] = c == 0 ? 0 : strtod(bina_dictionary_text(&field->values, c), NULL);
    }
    if (field->spec->compare == BINA_LINK_WORDS)
        status = split_words(field, from);
    return status == BINA_OK ? bina_link_glance_take(field, from) : status;
}

bool
bina_link_word_is_spelt(const bina_link_words *words, uint32_t w)
{
    return words->mark[w].spelt;
}

bina_link_extent
bina_link_field_extent(const bina_link_field *field)
{
    return (bina_link_extent){field->values.count, field->words.dictionary.count};
}

/* Whether a number is one typed to fill a box, and no row of the lists is taken to mean it. */
static bool
is_idle_filler(const bina_link_field *field, const char *text, size_t length)
{
    uint32_t code;

    if (!bina_is_filler(bina_link_spec_role(field->spec), text, length))
        return false;
    code = bina_dictionary_find(&field->values, text, length);
    return code == 0 || field->count[code] == 0;
}

bina_status
bina_link_field_add(bina_link_field *field, const char *text, size_t length, uint32_t *code)
{
    bina_link_extent extent = bina_link_field_extent(field);
    bina_status status;

    if (is_idle_filler(field, text, length))
        length = 0;
    status = bina_dictionary_add(&field->values, text, length, code);

    if (status != BINA_OK || field->values.count == extent.values)
        return status;
    if (field->similar.later == 0)
        field->similar.later = extent.values;
    if (field->words.similar.later == 0)
        field->words.similar.later = extent.words;
    status = bina_link_field_derive(field, *code);
    if (status != BINA_OK)
        bina_link_field_cut(field, extent);
    return status;
}

void
bina_link_field_cut(bina_link_field *field, bina_link_extent extent)
{
    bina_dictionary_cut(&field->values, extent.values);
    bina_dictionary_cut(&field->words.dictionary, extent.words);
}
