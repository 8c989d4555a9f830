#include "linkage/joints.h"

#include <stdlib.h>
#include <string.h>

#define PART_LEAST 2  /* letters of a part: initials are not joined */
#define WORD_MOST  48 /* letters of a joined word */

/* Two words behind each other in a value that are one elsewhere. */
typedef struct sighting {
    uint32_t value, word, part[2];
} sighting;

typedef struct sightings {
    sighting *at;
    size_t count, room;
} sightings;

/* The word that two are when joined, the second behind the first and a blank; 0 for none. */
static uint32_t
join(const bina_dictionary *words, const char *text, size_t first, size_t second)
{
    char joined[WORD_MOST];

    if (first < PART_LEAST || second < PART_LEAST || first + second > WORD_MOST)
        return 0;
    memcpy(joined, text, first);
    memcpy(joined + first, text + first + 1, second);
    for (size_t i = 0; i < first + second; i++)
        if (joined[i] >= '0' && joined[i] <= '9')
            return 0;
    return bina_dictionary_find(words, joined, first + second);
}

/* Adds what a value shows. */
static bina_status
look_at(const bina_link_field *field, uint32_t code, sightings *seen)
{
    const bina_dictionary *words = &field->words.dictionary;
    const char *text = bina_dictionary_text(&field->values, code);

    for (size_t first = strcspn(text, " "), second; text[first] == ' ';
         text += first + 1, first = second) {
        uint32_t word;
        second = strcspn(text + first + 1, " ");
        word = join(words, text, first, second);
        if (word == 0)
            continue;
        if (!bina_heap_reserve(NULL, &seen->at, &seen->room, seen->count + 1, sizeof(*seen->at)))
            return BINA_ERR_NO_MEMORY;
        seen->at[seen->count++] =
            (sighting){code,
                       word,
                       {bina_dictionary_find(words, text, first),
                        bina_dictionary_find(words, text + first + 1, second)}};
    }
    return BINA_OK;
}

static const bina_link_joint *
joint_of(const bina_link_joints *joints, uint32_t word)
{
    uint32_t at = word < joints->words ? joints->of[word] : 0;

    return at == 0 ? NULL : &joints->joint[at - 1];
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Puts a word in the place of another. */
static void
replace(uint32_t *word, size_t count, uint32_t old, uint32_t new)
{
    for (size_t i = 0; i < count; i++)
        if (word[i] == old)
            word[i] = new;
}

/*
 * Reads `count` words of a value with room for twice as many, of which `seen` stand in two parts;
 * returns how many they are then.
 */
static size_t
read_alike(const bina_link_joints *joints, uint32_t *word, size_t count, const sighting *seen,
           size_t sighted)
{
    size_t used = count, kept = 0;

    for (size_t i = 0; i < sighted; i++) {
        const bina_link_joint *joint = joint_of(joints, seen[i].word);
        if (joint == NULL || joint->parted)
            continue;
        replace(word, count, seen[i].part[0], seen[i].word);
        replace(word, count, seen[i].part[1], seen[i].word);
    }
    for (size_t i = 0; i < count; i++) {
        const bina_link_joint *joint = joint_of(joints, word[i]);
        if (joint == NULL || !joint->parted)
            continue;
        word[i] = joint->part[0];
        word[used++] = joint->part[1];
    }
    qsort(word, used, sizeof(*word), by_number);
    for (size_t i = 0; i < used; i++)
        if (kept == 0 || word[i] != word[kept - 1])
            word[kept++] = word[i];
    return kept;
}

static bool
has_joint(const bina_link_joints *joints, const uint32_t *word, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (joint_of(joints, word[i]) != NULL)
            return true;
    return false;
}

/* The joints of what was seen, each with the parts it was seen in first. */
static bina_status
make_joints(bina_link_field *field, const sightings *seen)
{
    bina_link_joints *joints = &field->words.joints;
    bina_heap *heap = field->values.heap;
    uint32_t count = 0, *apart, *whole;
    bina_status status = BINA_OK;

    joints->words = field->words.dictionary.count;
    joints->of = bina_heap_clear(heap, joints->words, sizeof(*joints->of));
    joints->joint = bina_heap_clear(heap, seen->count, sizeof(*joints->joint));
    apart = calloc(2 * seen->count + 1, sizeof(*apart));
    if (joints->of == NULL || joints->joint == NULL || apart == NULL) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    whole = apart + seen->count;
    for (size_t i = 0; i < seen->count; i++) {
        const sighting *at = &seen->at[i];
        if (joints->of[at->word] == 0) {
            joints->joint[count] = (bina_link_joint){{at->part[0], at->part[1]}, false};
            joints->of[at->word] = ++count;
        }
        apart[joints->of[at->word] - 1] += field->count[at->value];
    }
    for (uint32_t c = 1; c < field->values.count; c++)
        for (size_t i = field->words.start[c]; i < field->words.start[c + 1]; i++)
            if (joints->of[field->words.word[i]] != 0)
                whole[joints->of[field->words.word[i]] - 1] += field->count[c];
    for (uint32_t j = 0; j < count; j++)
        joints->joint[j].parted = whole[j] <= apart[j];
out:
    free(apart);
    return status;
}

/* Writes the words of all values anew. */
static bina_status
rewrite(bina_link_field *field, const sightings *seen)
{
    bina_link_words *words = &field->words;
    size_t room = words->start[field->values.count], used = 0, from = 0, next = 0;
    uint32_t *made;

    for (size_t i = 0; i < room; i++)
        next += joint_of(&words->joints, words->word[i]) != NULL;
    made = bina_heap_take(field->values.heap, room + next + 1, sizeof(*made));
    if (made == NULL)
        return BINA_ERR_NO_MEMORY;
    next = 0;
    for (uint32_t c = 0; c < field->values.count; c++) {
        size_t count = words->start[c + 1] - from, first = next;
        bina_heap_pass(field->values.heap, c);
        memcpy(made + used, words->word + from, count * sizeof(*made));
        from = words->start[c + 1];
        while (next < seen->count && seen->at[next].value == c)
            next++;
        if (next > first || has_joint(&words->joints, made + used, count))
            count = read_alike(&words->joints, made + used, count, seen->at + first, next - first);
        used += count;
        words->start[c + 1] = used;
    }
    bina_heap_give(field->values.heap, words->word);
    words->word = made;
    words->word_room = room + next + 1;
    return BINA_OK;
}

bina_status
bina_link_joints_find(bina_link_field *field)
{
    sightings seen = {NULL, 0, 0};
    bina_status status = BINA_OK;

    for (uint32_t c = 1; c < field->values.count && status == BINA_OK; c++) {
        bina_heap_pass(field->values.heap, c);
        status = look_at(field, c, &seen);
    }
    if (status == BINA_OK && seen.count > 0)
        status = make_joints(field, &seen);
    if (status == BINA_OK && seen.count > 0)
        status = rewrite(field, &seen);
    free(seen.at);
    return status;
}

bina_status
bina_link_joints_apply(bina_link_field *field, uint32_t code)
{
    bina_link_words *words = &field->words;
    size_t first = words->start[code], count = words->start[code + 1] - first;
    sightings seen = {NULL, 0, 0};
    bina_status status = BINA_OK;

    if (words->joints.joint != NULL)
        status = look_at(field, code, &seen);
    if (status == BINA_OK &&
        (seen.count > 0 || has_joint(&words->joints, words->word + first, count))) {
        if (bina_heap_reserve(field->values.heap, &words->word, &words->word_room,
                              first + 2 * count, sizeof(*words->word)))
            words->start[code + 1] =
                first + read_alike(&words->joints, words->word + first, count, seen.at, seen.count);
        else
            status = BINA_ERR_NO_MEMORY;
    }
    free(seen.at);
    return status;
}

void
bina_link_joints_drop(bina_link_joints *joints, bina_heap *heap)
{
    bina_heap_give(heap, joints->of);
    bina_heap_give(heap, joints->joint);
}
