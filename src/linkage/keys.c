#include "linkage/keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"

#define SOUNDS 6 /* letters a sound is made of */
#define START  4 /* letters of a beginning */
#define LEAST  5 /* letters a value has to have for its beginning to say less than all of it */
#define HALVES 8 /* digits a number has to have to be halved */

#define CHUNK  65536u /* values whose keys are made in one part */

/* Any bytes as a key, which is never 0. */
static uint32_t
key_of(const void *bytes, size_t length, uint64_t seed)
{
    uint32_t key = (uint32_t)(bina_linkage_hash(bytes, length, seed) >> 32);

    return key == 0 ? 1 : key;
}

/* First letter and the consonants after it, the commonly confused ones as one; 0 if none. */
static uint64_t
sound_of(const char *text)
{
    static const char class[] = "0123012002245501262301020200"; /* Soundex; vowels 0 */
    uint64_t key = 0;
    char last = 0;
    unsigned kept = 0;

    for (const char *p = text; *p != '\0' && *p != ' ' && kept < SOUNDS; p++) {
        char c;
        if (*p < 'a' || *p > 'z')
            continue;
        c = class[*p - 'a'];
        if (kept == 0 || (c != '0' && c != last)) {
            key = key << 8 | (unsigned char)(kept == 0 ? *p : c);
            kept++;
        }
        last = c;
    }
    return key;
}

/* The key of a part of a value other than its words; 0 when the value has none. */
static uint32_t
part_of(const bina_link_field *field, bina_link_part part, uint32_t code)
{
    const char *text = bina_dictionary_text(&field->values, code);
    size_t length = bina_dictionary_length(&field->values, code);
    bina_link_compare compare = field->spec->compare;
    uint64_t number = 0;

    switch (part) {
    case BINA_LINK_SOUND:
        if (compare == BINA_LINK_NAME || compare == BINA_LINK_WORDS)
            number = sound_of(text);
        break;
    case BINA_LINK_START:
        if (length >= LEAST && compare != BINA_LINK_DATE && compare != BINA_LINK_EXACT)
            return key_of(text, START, 2);
        break;
    case BINA_LINK_HEAD:
        if (length >= HALVES && compare == BINA_LINK_CODE)
            return key_of(text, length / 2, 3);
        break;
    case BINA_LINK_TAIL:
        if (length >= HALVES && compare == BINA_LINK_CODE)
            return key_of(text + length / 2, length - length / 2, 4);
        break;
    case BINA_LINK_YEAR:
        number = field->days != NULL ? (uint64_t)field->days[code] / 10000 : 0;
        break;
    case BINA_LINK_DAY:
        number = field->days != NULL ? (uint64_t)field->days[code] % 10000 : 0;
        break;
    case BINA_LINK_WHOLE:
    case BINA_LINK_WORD:
    case BINA_LINK_PARTS:
        break;
    }
    return number == 0 ? 0 : key_of(&number, sizeof(number), part);
}

/* In how many rows a key of a word occurs. */
typedef struct tally {
    uint32_t *rows; /* by the key's lowest bits: keys that share them are counted together */
    uint32_t mask;
} tally;

/* The two rarest keys of a value's words that another row has, too, the rarer first. */
static void
choose_words(const bina_link_words *words, uint32_t code, const uint32_t *word_key,
             const tally *seen, uint32_t *first, uint32_t *second)
{
    uint32_t least[2] = {UINT32_MAX, UINT32_MAX};

    *first = *second = 0;
    for (size_t i = words->start[code]; i < words->start[code + 1]; i++) {
        uint32_t key = word_key[words->word[i]], rows = seen->rows[key & seen->mask];
        if (key == 0 || rows < 2 || key == *first || key == *second)
            continue;
        if (rows < least[0] || (rows == least[0] && key < *first)) {
            least[1] = least[0];
            *second = *first;
            least[0] = rows;
            *first = key;
        } else if (rows < least[1] || (rows == least[1] && key < *second)) {
            least[1] = rows;
            *second = key;
        }
    }
}

/* What making keys needs at hand. */
typedef struct making {
    const bina_link_field *field;
    bina_link_keys *keys;
    bina_link_part part;
    uint32_t *word_key;
    tally seen;
} making;

static bina_status
make_chunk(void *self, size_t chunk)
{
    const making *make = self;
    bina_link_keys *keys = make->keys;
    uint32_t from = (uint32_t)chunk * CHUNK, values = make->field->values.count;
    uint32_t end = values - from > CHUNK ? from + CHUNK : values;

    for (uint32_t c = from == 0 ? 1 : from; c < end; c++) {
        bina_heap_pass(make->field->values.heap, c);
        if (make->part == BINA_LINK_WORD)
            choose_words(&make->field->words, c, make->word_key, &make->seen, &keys->key[0][c],
                         &keys->key[1][c]);
        else
            keys->key[0][c] = part_of(make->field, make->part, c);
    }
    return BINA_OK;
}

/* Words by their sound, so that a slip of the pen need not make another word. */
static bina_status
sound_words(making *make)
{
    const bina_link_field *field = make->field;
    const bina_link_words *words = &field->words;
    bina_heap *heap = field->values.heap;
    size_t slots = 1024;

    while (slots < (size_t)words->dictionary.count * 4 && slots < (size_t)1 << 31)
        slots *= 2;
    make->seen.mask = (uint32_t)(slots - 1);
    make->seen.rows = bina_heap_clear(heap, slots, sizeof(*make->seen.rows));
    make->word_key =
        bina_heap_clear(heap, (size_t)words->dictionary.count + 1, sizeof(*make->word_key));
    if (make->seen.rows == NULL || make->word_key == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t w = 0; w < words->dictionary.count; w++) {
        const char *text = bina_dictionary_text(&words->dictionary, w);
        size_t length = bina_dictionary_length(&words->dictionary, w);
        uint64_t sound = sound_of(text);
        /* One letter is an initial; a short sound stands for too much. */
        if (length < 2)
            continue;
        make->word_key[w] =
            sound >> 16 != 0 ? key_of(&sound, sizeof(sound), 5) : key_of(text, length, 6);
    }
    for (uint32_t c = 1; c < field->values.count; c++) {
        bina_heap_pass(heap, c);
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++)
            make->seen.rows[make->word_key[words->word[i]] & make->seen.mask] += field->count[c];
    }
    return BINA_OK;
}

static bina_status
make_keys(bina_link_keys *keys, const bina_link_field *field, bina_link_part part, unsigned threads)
{
    making make = {field, keys, part, NULL, {NULL, 0}};
    bool words = part == BINA_LINK_WORD && field->words.start != NULL;
    bina_status status = BINA_OK;

    keys->codes = field->codes;
    keys->count = part == BINA_LINK_WORD ? BINA_LINK_KEYS : 1;
    if (part == BINA_LINK_WHOLE)
        return BINA_OK;
    for (unsigned n = 0; n < keys->count && status == BINA_OK; n++) {
        keys->key[n] = bina_heap_clear(field->values.heap, (size_t)field->values.count + 1,
                                       sizeof(*keys->key[n]));
        if (keys->key[n] == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_OK && words)
        status = sound_words(&make);
    if (status == BINA_OK && (words || part != BINA_LINK_WORD))
        status =
            bina_parallel(threads, (field->values.count + CHUNK - 1) / CHUNK, make_chunk, &make);
    bina_heap_give(field->values.heap, make.seen.rows);
    bina_heap_give(field->values.heap, make.word_key);
    return status;
}

void
bina_link_keyring_init(bina_link_keyring *ring, const bina_link_field *field, unsigned threads)
{
    memset(ring, 0, sizeof(*ring));
    ring->field = field;
    ring->threads = threads;
}

void
bina_link_keyring_drop(bina_link_keyring *ring)
{
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        for (int p = 0; p < BINA_LINK_PARTS; p++)
            for (unsigned n = 0; n < BINA_LINK_KEYS; n++)
                if (ring->keys[f][p].key[n] != NULL)
                    bina_heap_give(ring->field[f].values.heap, ring->keys[f][p].key[n]);
    memset(ring, 0, sizeof(*ring));
}

bina_status
bina_link_keyring_get(bina_link_keyring *ring, int field, bina_link_part part,
                      const bina_link_keys **keys)
{
    bina_link_keys *asked = &ring->keys[field][part];

    *keys = asked;
    return asked->count > 0 ? BINA_OK : make_keys(asked, &ring->field[field], part, ring->threads);
}

bina_status
bina_link_rule_keys(bina_link_keyring *ring, const bina_link_rule *rule,
                    const bina_link_keys *keys[BINA_LINK_TRAITS])
{
    bina_status status = BINA_OK;

    for (unsigned t = 0; t < BINA_LINK_TRAITS; t++) {
        keys[t] = NULL;
        if (t < rule->traits && status == BINA_OK)
            status =
                bina_link_keyring_get(ring, rule->trait[t].field, rule->trait[t].part, &keys[t]);
    }
    return status;
}
