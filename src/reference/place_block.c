#include "reference/place_block.h"

#include <stdlib.h>
#include <string.h>

#include "reference/finder.h"
#include "reference/regions.h"

bina_status
bina_place_block_make(bina_place_block *b, size_t n)
{
    bina_place_walk walk;
    bina_place place;
    bina_place_key key;
    size_t bytes = 0, room = 0, key_room = 0;
    int latest = bina_region_latest();
    if (b->made)
        return BINA_OK;
    bina_place_walk_nth(&walk, n);
    while (bina_place_next(&walk, &place)) {
        bina_place_entry *e;
        if (b->count == room) {
            room = room == 0 ? 256 : room * 2;
            bina_place_entry *more = realloc(b->entries, room * sizeof *more);
            if (more == NULL)
                goto no_memory;
            b->entries = more;
        }
        if (bytes + sizeof key.text > key_room) {
            key_room = key_room == 0 ? 4096 : key_room * 2;
            char *more = realloc(b->keys, key_room);
            if (more == NULL)
                goto no_memory;
            b->keys = more;
        }
        bina_place_key_make(place.name, place.level, &key);
        e = &b->entries[b->count++];
        e->number = place.number;
        e->level = (uint8_t)place.level;
        e->current = place.until == latest;
        e->retired = !e->current;
        e->bare = key.bare;
        e->length = key.length;
        e->key = (uint32_t)bytes;
        memcpy(b->keys + bytes, key.text, key.length);
        bytes += key.length;
    }
    /* A former name of a code in force does not make the code retired. */
    for (size_t i = b->count; i-- > 1;)
        if (b->entries[i].number == b->entries[i - 1].number)
            b->entries[i - 1].retired = b->entries[i].retired;
    b->made = true;
    return BINA_OK;
no_memory:
    bina_place_block_drop(b);
    return BINA_ERR_NO_MEMORY;
}

void
bina_place_block_drop(bina_place_block *b)
{
    free(b->entries);
    free(b->keys);
    memset(b, 0, sizeof *b);
}

/* Names that differ in a number ("Simpang 2", "Simpang 3") are no misspellings of each other. */
static bool
same_digits(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t i = 0, j = 0;
    for (;; i++, j++) {
        while (i < a_length && a[i] > '9')
            i++;
        while (j < b_length && b[j] > '9')
            j++;
        if (i == a_length || j == b_length)
            return i == a_length && j == b_length;
        if (a[i] != b[j])
            return false;
    }
}

/* "Kb. Kerang" and "Lab. Haji" are Kembang Kerang and Labuhan Haji: the first word is cut to
   letters of it in their order, the others stand whole. */
static bool
is_abbreviated(const bina_place_key *written, const char *bare, size_t bare_length)
{
    const char *asked = written->text + written->bare, *at = bare;
    size_t cut = written->rest > written->bare ? (size_t)(written->rest - written->bare) : 0;
    size_t rest = (size_t)(written->length - written->bare) - cut, room;
    if (cut == 0 || cut > 4 || rest < 4 || bare_length <= rest + cut || asked[0] != bare[0])
        return false;
    room = bare_length - rest;
    if (memcmp(asked + cut, bare + room, rest) != 0)
        return false;
    for (size_t i = 0; i < cut && at != NULL; i++) {
        at = memchr(at, asked[i], (size_t)(bare + room - at));
        at = at != NULL ? at + 1 : NULL;
    }
    return at != NULL;
}

/* How well a written name fits an entry: 0 to 100, and how. */
int
bina_place_entry_fit(const bina_place_block *b, const bina_place_entry *e,
                     const bina_place_key *written, bool loose, unsigned *how)
{
    const char *name = b->keys + e->key, *bare = name + e->bare;
    size_t length = e->length, bare_length = (size_t)(e->length - e->bare);
    const char *asked = written->text + written->bare;
    size_t asked_length = (size_t)(written->length - written->bare);
    int score = 0, distance = 3, most;
    *how = 0;
    if (asked_length == bare_length && memcmp(asked, bare, bare_length) == 0)
        score = 100;
    else if ((written->length == length && memcmp(written->text, name, length) == 0) ||
             (written->length == bare_length && memcmp(written->text, bare, bare_length) == 0) ||
             (asked_length == length && memcmp(asked, name, length) == 0))
        score = 98;
    else if (loose) {
        most = asked_length >= 8 ? 2 : asked_length >= 4 ? 1 : 0;
        if (most > 0 && same_digits(asked, asked_length, bare, bare_length))
            distance = bina_place_key_distance(asked, asked_length, bare, bare_length, most);
        if (distance <= most) {
            *how = BINA_FOUND_SPELLING;
            score = distance == 1 ? 88 : 80;
        } else if (is_abbreviated(written, bare, bare_length)) {
            *how = BINA_FOUND_SPELLING;
            score = 86;
        } else if (asked_length >= 5 && bare_length > asked_length &&
                   memcmp(asked, bare, asked_length) == 0) {
            *how = BINA_FOUND_PART;
            score = 72;
        }
    }
    if (score == 0)
        return 0;
    if (e->retired) {
        *how |= BINA_FOUND_FORMER_CODE;
        score -= 6;
    } else if (!e->current) {
        *how |= BINA_FOUND_FORMER_NAME;
        score -= 5;
    }
    /* "Kota Bogor" is not the regency of that name; "Kelurahan" is but a hint. */
    if (e->level == 2 && (written->says & (BINA_SAYS_REGENCY | BINA_SAYS_CITY)) != 0) {
        bool city = e->number / 1000000 % 100 >= 71;
        if (((written->says & BINA_SAYS_CITY) != 0) != city)
            score -= score >= 98 && written->length == length ? 0 : 30;
    }
    if (e->level == 4 && written->says != 0 &&
        ((written->says & BINA_SAYS_KELURAHAN) != 0) != (e->number / 1000 % 10 == 1))
        score -= 2;
    return score;
}
