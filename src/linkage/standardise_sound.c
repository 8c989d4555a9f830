/*
 * Old spelling and sound keys.
 *
 * Spelling reform of 1972 (EYD): tj, dj, sj, nj, ch became c, j, sy, ny, kh, and old j became y;
 * oe had become u in 1947. A j is only old where the word shows another old mark, since modern j
 * is common.
 */
#include "base/hash.h"
#include "linkage/standardise_parts.h"

#include <string.h>

static bool
vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool
pair_at(const char *word, size_t length, size_t i, const char *pair)
{
    return i + 1 < length && word[i] == pair[0] && word[i + 1] == pair[1];
}

/* "oe" is a modern diphthong's place in Noel, Joel, Samoel. */
static bool
old_u(const char *word, size_t length, size_t i)
{
    return pair_at(word, length, i, "oe") && !(i + 3 == length && word[i + 2] == 'l');
}

bool
bina_modern_spelling(const char *word, size_t length, bina_writer *out)
{
    bool old = false;
    for (size_t i = 0; i < length && !old; i++) {
        old = old_u(word, length, i) || pair_at(word, length, i, "tj") ||
              pair_at(word, length, i, "dj") || pair_at(word, length, i, "sj") ||
              (i == 0 && pair_at(word, length, i, "nj"));
    }
    if (!old)
        return false;
    bina_writer_clear(out);
    char *to = out->text;
    size_t made = 0;
    for (size_t i = 0; i < length && made + 3 < BINA_STANDARD_TEXT; i++) {
        if (old_u(word, length, i)) {
            to[made++] = 'u';
        } else if (pair_at(word, length, i, "tj")) {
            to[made++] = 'c';
        } else if (pair_at(word, length, i, "dj")) {
            to[made++] = 'j';
        } else if (pair_at(word, length, i, "sj") || pair_at(word, length, i, "nj")) {
            to[made++] = word[i];
            to[made++] = 'y';
        } else {
            to[made++] = word[i] == 'j' ? 'y' : word[i];
            continue;
        }
        i++;
    }
    to[made] = '\0';
    out->length = made;
    return true;
}

bool
bina_plain_spelling(const char *word, size_t length, bina_writer *out)
{
    char *to = out->text;
    size_t made = 0;
    if (length < 4 || length >= BINA_STANDARD_TEXT)
        return false; /* short names differ by what this takes away */
    for (size_t i = 0; i < length; i++) {
        char c = word[i], next = i + 1 < length ? word[i + 1] : '\0';
        bool last = i + 1 == length;
        char before = made > 0 ? to[made - 1] : '\0';
        if (next == 'h' && (c == 'k' || c == 'd' || c == 't' || c == 'g' || c == 's')) {
            c = c == 'k' ? 'h' : c; /* kh is h; dh, th, gh, sh lose it */
            i++;
        } else if (c == 's' && next == 'y') {
            i++;
        } else if (c == 'q') {
            c = 'k';
        } else if (c == 'y' && made > 0 && !vowel(next)) {
            c = 'i';
        } else if (c == 'y' && before == 'i') {
            continue; /* sumiyati */
        } else if (c == 'e' && before == 'a') {
            c = 'i'; /* zaenal */
        } else if (c == 'e' && before == 'i' && (last || i + 2 == length)) {
            continue; /* arief, badrudien, dewie */
        } else if (c == 'h' && last && vowel(before)) {
            continue; /* salmah */
        }
        if (c != before)
            to[made++] = c;
    }
    to[made] = '\0';
    out->length = made;
    return made != length || memcmp(to, word, length) != 0;
}

/* A key being made: consonants by sound, runs made one, vowels only at the start. */
typedef struct sound {
    uint64_t key;
    unsigned count;
    char last;
} sound;

static void
add_sound(sound *self, char c)
{
    if (c == self->last || self->count == 12 || c < 'a' || c > 'z')
        return;
    self->last = c;
    if (vowel(c) && self->count > 0)
        return;
    self->key |= (uint64_t)(c - 'a' + 1) << (5 * (11 - self->count));
    self->count++;
}

/* One Indonesian letter or pair; returns how many letters it took. */
static size_t
indonesian_sound(const char *word, size_t length, size_t i, sound *to)
{
    static const struct {
        char pair[3], sound;
    } pairs[] = {
        {"oe", 'u'}, {"tj", 'c'}, {"dj", 'j'}, {"sj", 's'}, {"nj", 'n'}, {"ch", 'h'},
        {"kh", 'h'}, {"sy", 's'}, {"sh", 's'}, {"dz", 'j'}, {"dh", 'd'}, {"th", 't'},
        {"ts", 's'}, {"gh", 'g'}, {"ph", 'p'}, {"ny", 'n'},
    };
    /* Most letters are followed by none that pairs, and need no search. */
    char second = i + 1 < length ? word[i + 1] : '\0';
    bool may_pair = second == 'h' || second == 'y' || second == 'j' || second == 'e' ||
                    second == 's' || second == 'z';
    for (size_t p = 0; may_pair && p < sizeof pairs / sizeof pairs[0]; p++) {
        if (word[i] == pairs[p].pair[0] && second == pairs[p].pair[1]) {
            add_sound(to, pairs[p].sound);
            return 2;
        }
    }
    char c = word[i];
    bool last = i + 1 == length;
    if ((c == 'h' && last && i > 0) || c > 'z' || c < 'a')
        return 1; /* a final h is not heard */
    if (c == 'z')
        c = 'j';
    else if (c == 'f' || c == 'v')
        c = 'p';
    else if (c == 'q')
        c = 'k';
    else if (c == 'x')
        c = 's';
    else if (c == 'd' && last)
        c = 't';
    else if (c == 'y' && i > 0 && (last || !vowel(word[i + 1])))
        c = 'i';
    else if (c == 'w' && i > 0 && (last || !vowel(word[i + 1])))
        c = 'u';
    else if (c == 'y' && i > 0 && !vowel(word[i - 1]))
        c = 'i';
    if (c == 'y' && i > 0)
        return 1; /* between vowels: sumiyati, sumiati */
    add_sound(to, c);
    return 1;
}

/* The same for English and other names. */
static size_t
generic_sound(const char *word, size_t length, size_t i, sound *to)
{
    static const struct {
        char pair[3], sound;
    } pairs[] = {
        {"ph", 'f'}, {"ck", 'k'}, {"sh", 's'}, {"ch", 'c'}, {"th", 't'}, {"qu", 'k'},
    };
    if (i == 0 && (pair_at(word, length, 0, "kn") || pair_at(word, length, 0, "wr") ||
                   pair_at(word, length, 0, "gn")))
        return 1;
    char c = word[i];
    char next = i + 1 < length ? word[i + 1] : '\0';
    bool may_pair = next == 'h' || next == 'k' || next == 'u';
    for (size_t p = 0; may_pair && p < sizeof pairs / sizeof pairs[0]; p++) {
        if (c == pairs[p].pair[0] && next == pairs[p].pair[1]) {
            add_sound(to, pairs[p].sound);
            return 2;
        }
    }
    if (i > 0 && (c == 'h' || c == 'w' || c == 'y' || (c == 'g' && next == 'h')))
        return 1;
    if (c == 'c')
        c = next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
    else if (c == 'z')
        c = 's';
    else if (c == 'x')
        c = 's';
    else if (c == 'q')
        c = 'k';
    else if (c == 'v')
        c = 'f';
    else if (c == 'y')
        c = 'i';
    add_sound(to, c);
    return 1;
}

uint64_t
bina_sound_key(bina_profile profile, const char *word, size_t length)
{
    sound made = {0, 0, '\0'};
    for (size_t i = 0; i < length && made.count < 12;) {
        i += profile == BINA_PROFILE_INDONESIA ? indonesian_sound(word, length, i, &made)
                                               : generic_sound(word, length, i, &made);
    }
    if (made.key == 0 && length > 0) {
        /* Digits and other scripts have no sound: 60 bits of the word itself. */
        uint64_t hash = bina_hash_bytes(BINA_HASH_START, word, length);
        made.key = (hash ^ hash >> 32) >> 4 | 1;
    }
    return made.key;
}
