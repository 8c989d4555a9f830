/*
 * Similar values of several words. Candidates share a word, or a similar one, that is not too
 * common; what the words they share can be worth at most is summed up before they are compared.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/posted.h"
#include "linkage/similar.h"

#define PART    256  /* values of a part */
#define MOST    1e8  /* meetings of two values at a word: more take too long */
#define ROUNDED 1e-4 /* more than sums of floats are wrong by */

/* What is known of the values before they meet. */
typedef struct meeting {
    bina_link_join *join;
    const bina_link_words *words;
    size_t first, common; /* a word in more values than `common` does not bring them together */
    bina_link_posted posted;
    uint8_t *bit;      /* of a word: 1 + its bit when it is common; 64 bits at most */
    uint64_t *shares;  /* of a value: the bits of its common words */
    float *letters;    /* of a value: the weight of its words of one letter */
    float *heaviest;   /* of a value: the weight of its rarest word */
    uint8_t *initials; /* of a value: how many words of one letter */
    float weight[64];  /* of the bits */
} meeting;

/* What a value may be worth to another: to either side, and by how many words. */
typedef struct worth {
    float own, other;
    uint32_t words;
} worth;

/* What a word of another value is worth to the value at hand at most: to either side. */
typedef struct promise {
    float own, other;
} promise;

/* The value at hand, and what others share with it. */
typedef struct encounter {
    promise *word; /* of every word; all zero but for its own and those like them */
    worth *of;     /* of every value; all zero but for those met */
    uint32_t *value;
    size_t count;
    float own, other; /* what any value might share besides */
    uint32_t words;
} encounter;

static size_t
posted(const meeting *all, uint32_t word)
{
    return bina_link_posted_count(&all->posted, word);
}

/* Sums up what every value has of common words and of words of one letter. */
static bina_status
sum_up(meeting *all)
{
    const bina_link_words *words = all->words;
    uint32_t count = words->dictionary.count, values = all->join->field->values.count;
    unsigned bits = 0;

    all->bit = calloc(count, 1);
    all->shares = calloc(values, sizeof(*all->shares));
    all->letters = calloc(values, sizeof(*all->letters));
    all->heaviest = calloc(values, sizeof(*all->heaviest));
    all->initials = calloc(values, 1);
    if (all->bit == NULL || all->shares == NULL || all->letters == NULL || all->heaviest == NULL ||
        all->initials == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t w = 1; w < count && bits < 64; w++)
        if (posted(all, w) > all->common) {
            all->weight[bits] = words->weight[w];
            all->bit[w] = (uint8_t)++bits;
        }
    for (uint32_t c = 1; c < values; c++)
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++) {
            uint32_t w = words->word[i];
            if (all->bit[w] > 0)
                all->shares[c] |= UINT64_C(1) << (all->bit[w] - 1);
            if (bina_dictionary_length(&words->dictionary, w) == 1) {
                all->letters[c] += words->weight[w];
                all->initials[c] = (uint8_t)(all->initials[c] + (all->initials[c] < UINT8_MAX));
            }
            all->heaviest[c] = fmaxf(all->heaviest[c], words->weight[w]);
        }
    return BINA_OK;
}

/* How often two values will meet at a word, about. */
static double
count_meetings(const meeting *all)
{
    const bina_link_similar *similar = &all->words->similar;
    double meetings = 0;

    for (uint32_t w = 1; w < all->words->dictionary.count; w++) {
        double others = 0;
        if (posted(all, w) > all->common)
            continue;
        for (size_t i = similar->start[w]; i < similar->start[w + 1]; i++)
            if (posted(all, similar->code[i]) <= all->common)
                others += (double)posted(all, similar->code[i]);
        meetings += (double)posted(all, w) * ((double)posted(all, w) + others) / 2;
    }
    return meetings;
}

/* Where, among the values that hold a word, those after `above` begin. */
static size_t
after(const meeting *all, uint32_t word, uint32_t above)
{
    size_t low = all->posted.start[word], high = all->posted.start[word + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all->posted.value[middle] <= above)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Adds what a word is worth with the values that hold another, from place `at` on. */
static void
meet(const meeting *all, encounter *met, size_t at, uint32_t other, float own, float others)
{
    for (; at < all->posted.start[other + 1]; at++) {
        worth *one = &met->of[all->posted.value[at]];
        if (one->words == 0)
            met->value[met->count++] = all->posted.value[at];
        one->own += own;
        one->other += others;
        one->words++;
    }
}

/* What might be shared with any value, beyond what is summed up by value. */
static void
allow(encounter *met, float own, float other)
{
    met->own += own;
    met->other += other;
    met->words++;
}

/*
 * Meets the values that share a word of value `a` or a similar one; those after `above` only.
 * What words are worth to the other side is never less than here: a word may be counted twice.
 */
static void
meet_word(const meeting *all, encounter *met, uint32_t w, bool skip, uint32_t above)
{
    const bina_link_words *words = all->words;
    const bina_link_similar *similar = &words->similar;
    float weight = words->weight[w];

    if (!skip)
        meet(all, met, above == 0 ? all->posted.start[w] : after(all, w, above), w, weight, weight);
    else if (all->bit[w] == 0)
        allow(met, weight, weight);
    for (size_t i = similar->start[w]; i < similar->start[w + 1]; i++) {
        uint32_t v = similar->code[i];
        float s = (float)bina_link_likeness_of(similar->level[i]), own = s * weight,
              other = s * words->weight[v];
        if (skip || posted(all, v) > all->common)
            allow(met, own, other);
        else
            meet(all, met, above == 0 ? all->posted.start[v] : after(all, v, above), v, own, other);
    }
}

static void
raise_to(promise *of, float own, float other)
{
    of->own = own > of->own ? own : of->own;
    of->other = other > of->other ? other : of->other;
}

/* Notes what each word may be worth to value `a`. */
static void
promise_words(const meeting *all, encounter *met, uint32_t a)
{
    const bina_link_words *words = all->words;
    const bina_link_similar *similar = &words->similar;

    for (size_t i = words->start[a]; i < words->start[a + 1]; i++) {
        uint32_t w = words->word[i];
        float weight = words->weight[w];
        raise_to(&met->word[w], weight, weight);
        for (size_t k = similar->start[w]; k < similar->start[w + 1]; k++) {
            float s = (float)bina_link_likeness_of(similar->level[k]);
            uint32_t v = similar->code[k];
            raise_to(&met->word[v], s * weight, s * words->weight[v]);
        }
    }
}

static void
forget_words(const meeting *all, encounter *met, uint32_t a)
{
    const bina_link_words *words = all->words;
    const bina_link_similar *similar = &words->similar;

    for (size_t i = words->start[a]; i < words->start[a + 1]; i++) {
        uint32_t w = words->word[i];
        met->word[w] = (promise){0, 0};
        for (size_t k = similar->start[w]; k < similar->start[w + 1]; k++)
            met->word[similar->code[k]] = (promise){0, 0};
    }
}

/* Whether what two values share at most, words of one letter aside, makes them similar. */
static bool
is_enough(const meeting *all, uint32_t a, uint32_t b, worth most)
{
    float total_a = all->words->total[a], total_b = all->words->total[b];

    if (all->initials[a] + all->initials[b] > 0) {
        most.own += .5F * (all->letters[a] + all->initials[b] * all->heaviest[a]);
        most.other += .5F * (all->letters[b] + all->initials[a] * all->heaviest[b]);
        most.words += 2;
    }
    if (most.own + most.other >= (BINA_LINK_LEAST_WORDS - ROUNDED) * (double)(total_a + total_b))
        return true;
    return most.words >= 2 &&
           BINA_LINK_PART_OF * fmax((double)most.own / total_a, (double)most.other / total_b) >=
               BINA_LINK_LEAST_WORDS - ROUNDED;
}

/* By what was summed up when they met. */
static bool
may_be(const meeting *all, const encounter *met, uint32_t a, uint32_t b, uint64_t shares)
{
    worth most = met->of[b];

    most.own += met->own;
    most.other += met->other;
    most.words += met->words;
    for (uint64_t both = shares & all->shares[b]; both != 0; both &= both - 1) {
        float weight = all->weight[__builtin_ctzll(both)];
        most.own += weight;
        most.other += weight;
        most.words++;
    }
    return is_enough(all, a, b, most);
}

/* By all words of the other, each of which has one partner at most: long texts share many. */
static bool
may_still_be(const meeting *all, const encounter *met, uint32_t a, uint32_t b)
{
    const bina_link_words *words = all->words;
    worth most = {0, 0, 0};

    for (size_t i = words->start[b]; i < words->start[b + 1]; i++) {
        promise word = met->word[words->word[i]];
        most.own += word.own;
        most.other += word.other;
        most.words += word.own > 0;
    }
    return is_enough(all, a, b, most);
}

/*
 * Meets and compares what a value is to meet. Two values that both have a word that is not too
 * common meet at such words, and at the lesser of them. One whose words are all too common meets
 * everything at its rarest.
 */
static bina_status
join_value(meeting *all, size_t part, uint32_t a, encounter *met)
{
    const bina_link_words *words = all->words;
    size_t rarest = SIZE_MAX;
    uint64_t shares = all->shares[a];
    bina_status status = BINA_OK;

    met->count = 0;
    met->own = met->other = 0;
    met->words = 0;
    for (size_t i = words->start[a]; i < words->start[a + 1]; i++)
        if (posted(all, words->word[i]) < rarest)
            rarest = posted(all, words->word[i]);
    for (size_t i = words->start[a]; i < words->start[a + 1]; i++) {
        uint32_t w = words->word[i];
        bool skip = posted(all, w) > all->common && posted(all, w) > rarest;
        meet_word(all, met, w, skip, rarest > all->common ? 0 : a);
        if (!skip && all->bit[w] > 0)
            shares &= ~(UINT64_C(1) << (all->bit[w] - 1));
    }
    promise_words(all, met, a);
    for (size_t i = 0; i < met->count; i++) {
        uint32_t b = met->value[i];
        if (b != a && status == BINA_OK && may_be(all, met, a, b, shares) &&
            may_still_be(all, met, a, b))
            status = bina_link_join_compare(all->join, part, a, b);
        memset(&met->of[b], 0, sizeof(met->of[b]));
    }
    forget_words(all, met, a);
    return status;
}

static bina_status
join_words_part(void *self, size_t part)
{
    meeting *all = self;
    uint32_t values = all->join->field->values.count;
    size_t from = part * PART + 1, to = from + PART < values ? from + PART : values;
    encounter met = {0};
    bina_status status = BINA_ERR_NO_MEMORY;

    met.of = calloc(values, sizeof(*met.of));
    met.value = malloc(values * sizeof(*met.value));
    met.word = calloc(all->words->dictionary.count, sizeof(*met.word));
    if (met.of != NULL && met.value != NULL && met.word != NULL)
        status = BINA_OK;
    for (size_t a = from; a < to && status == BINA_OK; a++)
        status = join_value(all, all->first + part, (uint32_t)a, &met);
    free(met.of);
    free(met.value);
    free(met.word);
    return status;
}

bina_status
bina_link_join_words(bina_link_join *join)
{
    uint32_t values = join->field->values.count;
    meeting all = {.join = join, .words = &join->field->words};
    size_t parts = values / PART + 1;
    bina_status status;

    all.common = values / 20 > 200 ? values / 20 : 200;
    status = bina_link_posted_find(&all.posted, all.words, bina_link_field_extent(join->field));
    if (status == BINA_OK && count_meetings(&all) > MOST)
        status = BINA_ERR_FULL;
    if (status == BINA_OK)
        status = sum_up(&all);
    if (status == BINA_OK)
        status = bina_link_join_widen(join, parts, &all.first);
    if (status == BINA_OK)
        status = bina_parallel(join->threads, parts, join_words_part, &all);
    bina_link_posted_drop(&all.posted);
    free(all.bit);
    free(all.shares);
    free(all.letters);
    free(all.heaviest);
    free(all.initials);
    return status;
}
