/*
 * Persons across enterprises and lists. Whoever may be one shares a number, or a name with a
 * village, a phone or a birth day; only such pairs are weighed.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "base/vector.h"
#include "linkage/standardise.h"
#include "register/person_sets.h"
#include "register/text_map.h"

/* Log2 of the odds from which two are one. */
#define ENOUGH 2.0
/* Share of the owners that have a second business; and of those on a list of people that own one.
 */
#define OWNERS_OF_TWO 0.05
#define KNOWN_OWNERS  0.4
/* More mentions that sound alike in one village (or behind one phone) tell nobody apart. */
#define MOST_ALIKE 200

typedef struct handle {
    uint64_t hash;
    size_t mention;
} handle;

typedef struct handles {
    handle *items;
    size_t count, capacity;
} handles;

typedef struct likely {
    double weight;
    size_t a, b;
} likely;

typedef struct alike {
    bina_person_sets *sets;
    const bina_source_rows *rows;
    bina_text_map names, villages, phones; /* how many sets there are of each */
    size_t persons;
    likely *items;
    size_t count, capacity;
} alike;

/* Texts with their end: "ab" and "c" are not "a" and "bc". */
static uint64_t
hash_text(uint64_t hash, const char *text)
{
    return bina_hash_bytes(hash, text, strlen(text) + 1);
}

static bool
add_handle(handles *self, uint64_t hash, size_t mention)
{
    if (!bina_vector_reserve(&self->items, &self->capacity, self->count + 1, sizeof *self->items))
        return false;
    self->items[self->count].hash = hash;
    self->items[self->count++].mention = mention;
    return true;
}

enum { BY_NIK, BY_VILLAGE, BY_PHONE, BY_BIRTH, WAYS };

static bool
take_hold(handles *self, const bina_mention *mention, size_t at, int way)
{
    uint64_t hash = BINA_HASH_START + (uint64_t)way;

    if (way == BY_NIK)
        return mention->nik == NULL || add_handle(self, hash_text(hash, mention->nik), at);
    if (mention->name[0] == '\0')
        return true;
    hash = mention->sound != 0 ? bina_hash_bytes(hash, &mention->sound, sizeof mention->sound)
                               : hash_text(hash, mention->name);
    switch (way) {
    case BY_VILLAGE:
        return mention->village[0] == '\0' ||
               add_handle(self, hash_text(hash, mention->village), at);
    case BY_PHONE:
        return mention->phone == NULL || add_handle(self, hash_text(hash, mention->phone), at);
    default:
        return mention->born == 0 ||
               add_handle(self, bina_hash_bytes(hash, &mention->born, sizeof mention->born), at);
    }
}

static int
by_hash(const void *a, const void *b)
{
    const handle *x = a, *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->mention > y->mention) - (x->mention < y->mention);
}

static int
by_weight(const void *a, const void *b)
{
    const likely *x = a, *y = b;

    if (x->weight < y->weight || x->weight > y->weight)
        return x->weight > y->weight ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Counts each value once a set. */
static bina_status
count_values(alike *self)
{
    bina_person_sets *sets = self->sets;

    for (size_t i = 0; i < sets->count; i++) {
        const bina_mention *mention = &sets->mentions[i];
        size_t root = bina_person_sets_root(sets, i);
        const struct {
            bina_text_map *map;
            const char *text;
        } values[] = {{&self->names, mention->name},
                      {&self->villages, mention->village},
                      {&self->phones, mention->phone != NULL ? mention->phone : ""}};
        self->persons += root == i;
        for (int v = 0; v < 3; v++) {
            bool seen = false;
            int64_t *count;
            if (values[v].text[0] == '\0')
                continue;
            for (size_t k = sets->next[root]; !seen && root != i; k = sets->next[k]) {
                const bina_mention *other = &sets->mentions[k];
                const char *text = v == 0 ? other->name : v == 1 ? other->village : other->phone;
                seen = k < i && text != NULL && strcmp(text, values[v].text) == 0;
                if (k == root)
                    break;
            }
            if (seen)
                continue;
            count = bina_text_map_add(values[v].map, values[v].text, 0, NULL);
            if (count == NULL)
                return BINA_ERR_NO_MEMORY;
            ++*count;
        }
    }
    return BINA_OK;
}

static size_t
count_of(const bina_text_map *map, const char *text)
{
    const int64_t *count = text != NULL ? bina_text_map_find(map, text) : NULL;

    return count != NULL ? (size_t)*count : 0;
}

static bina_status
weigh(alike *self, size_t a, size_t b)
{
    const bina_mention *x = &self->sets->mentions[a], *y = &self->sets->mentions[b];
    bool one_village = x->village[0] != '\0' && strcmp(x->village, y->village) == 0;
    bool listed = self->rows->rows[x->row].person || self->rows->rows[y->row].person;
    size_t names = count_of(&self->names, x->name), others = count_of(&self->names, y->name);
    bina_mention_setting setting;
    double weight;

    if (bina_person_sets_root(self->sets, a) == bina_person_sets_root(self->sets, b))
        return BINA_OK;
    names = others > names ? others : names;
    setting.bearers = names > 2 ? names - 2 : 0;
    setting.persons = self->persons;
    setting.nearby = one_village ? count_of(&self->villages, x->village) : 0;
    setting.sharers = count_of(&self->phones, x->phone);
    setting.expected = listed ? KNOWN_OWNERS : OWNERS_OF_TWO;
    weight = bina_mention_weight(x, y, &setting);
    if (weight < ENOUGH)
        return BINA_OK;
    if (!bina_vector_reserve(&self->items, &self->capacity, self->count + 1, sizeof *self->items))
        return BINA_ERR_NO_MEMORY;
    self->items[self->count].weight = weight;
    self->items[self->count].a = a < b ? a : b;
    self->items[self->count++].b = a < b ? b : a;
    return BINA_OK;
}

/* Goes through the runs of one way; one number is one person whatever else is said. */
static bina_status
go_through(alike *self, handles *held, int way)
{
    bina_status status = BINA_OK;

    if (held->count > 1)
        qsort(held->items, held->count, sizeof *held->items, by_hash);
    for (size_t i = 0; i < held->count && status == BINA_OK;) {
        size_t end = i + 1;
        while (end < held->count && held->items[end].hash == held->items[i].hash)
            end++;
        if (end - i > MOST_ALIKE && way != BY_NIK) {
            i = end;
            continue;
        }
        for (size_t j = i; j < end && status == BINA_OK; j++) {
            if (way == BY_NIK) {
                bina_person_sets_join(self->sets, held->items[i].mention, held->items[j].mention);
                continue;
            }
            for (size_t k = j + 1; k < end && status == BINA_OK; k++)
                status = weigh(self, held->items[j].mention, held->items[k].mention);
        }
        i = end;
    }
    return status;
}

bina_status
bina_person_sets_join_alike(bina_person_sets *sets, const bina_source_rows *rows)
{
    alike self = {.sets = sets, .rows = rows};
    handles held = {NULL, 0, 0};
    bina_status status = BINA_OK;

    for (int way = 0; way < WAYS && status == BINA_OK; way++) {
        held.count = 0;
        for (size_t i = 0; i < sets->count && status == BINA_OK; i++)
            if (!take_hold(&held, &sets->mentions[i], i, way))
                status = BINA_ERR_NO_MEMORY;
        if (status == BINA_OK)
            status = go_through(&self, &held, way);
        if (status == BINA_OK && way == BY_NIK)
            status = count_values(&self);
    }
    if (self.count > 1)
        qsort(self.items, self.count, sizeof *self.items, by_weight);
    for (size_t i = 0; status == BINA_OK && i < self.count; i++)
        if (!bina_person_sets_conflict(sets, self.items[i].a, self.items[i].b))
            bina_person_sets_join(sets, self.items[i].a, self.items[i].b);
    bina_text_map_drop(&self.names);
    bina_text_map_drop(&self.villages);
    bina_text_map_drop(&self.phones);
    free(self.items);
    free(held.items);
    return status;
}
