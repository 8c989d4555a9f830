/*
 * Values like one of several words.
 *
 * Words of the value are looked for, and those spelt like them. Most values that hold one hold no
 * other, and few words make anybody alike by themselves: so who holds which is marked first, in a
 * byte each. For the few that hold two, or one that may do, is summed up what each word is worth;
 * that is never less than what comparing finds, so only values whose sum could be enough are
 * compared. By then it is known of every word of theirs how alike it is: no text is read.
 *
 * What is read lies all over the memory: it is fetched some steps before.
 */
#include "linkage/index_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"
#include "base/vector.h"
#include "linkage/compare_words.h"

#define AHEAD   12u  /* values fetched before they are read */
#define ROUNDED 1e-4 /* more than sums of floats are wrong by */
#define MET     1u   /* marks of a value: it holds a word, */
#define ENOUGH  2u   /* and one more, or one that may make it alike */
#define FEW     8u   /* marks are taken away one by one where one value in so many has any */

void
bina_link_postings_drop(bina_link_postings *postings)
{
    bina_link_near_drop(&postings->near);
    bina_link_posted_drop(&postings->posted);
    free(postings->spellings.at);
    free(postings->spellings.like);
    memset(postings, 0, sizeof(*postings));
}

void
bina_link_summing_drop(bina_link_summing *summing)
{
    free(summing->of);
    free(summing->mark);
    free(summing->value);
    free(summing->token);
    free(summing->at);
    memset(summing, 0, sizeof(*summing));
}

/* Finds the values that hold each word, and the words of one letter, at the first search. */
static bina_status
post_words(const bina_link_worded *of)
{
    const bina_link_words *words = &of->field->words;
    bina_status status;

    if (of->postings->posted.start != NULL)
        return BINA_OK;
    status = bina_link_posted_find(&of->postings->posted, words, of->end);
    for (uint32_t w = 1; w < of->end.words && status == BINA_OK; w++)
        if (bina_dictionary_length(&words->dictionary, w) == 1)
            of->postings->letter[(unsigned char)*bina_dictionary_text(&words->dictionary, w)] = w;
    return status;
}

static bina_status
make_room(const bina_link_worded *of)
{
    bina_link_summing *summing = of->summing;

    if (of->end.words > summing->at_room) {
        free(summing->at);
        summing->at = calloc(of->end.words, sizeof(*summing->at));
        summing->at_room = summing->at == NULL ? 0 : of->end.words;
        if (summing->at == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    if (of->end.values <= summing->room)
        return BINA_OK;
    free(summing->of);
    free(summing->mark);
    free(summing->value);
    summing->of = calloc(of->end.values, sizeof(*summing->of));
    summing->mark = calloc(of->end.values, sizeof(*summing->mark));
    summing->value = malloc(of->end.values * sizeof(*summing->value));
    summing->room = of->end.values;
    if (summing->of == NULL || summing->mark == NULL || summing->value == NULL)
        summing->room = 0;
    return summing->room == 0 ? BINA_ERR_NO_MEMORY : BINA_OK;
}

/* Whether so much shared of two totals could be the lowest level. */
static bool
may_be(const bina_link_worth *worth, double own, double other)
{
    if (worth->own + worth->other >= (BINA_LINK_LEAST_WORDS - ROUNDED) * (own + other))
        return true;
    return worth->words >= 2 &&
           BINA_LINK_PART_OF * fmax((double)worth->own / own, (double)worth->other / other) >=
               BINA_LINK_LEAST_WORDS - ROUNDED;
}

/* Marks the values that hold a word. */
static void
mark(const bina_link_worded *of, const bina_link_token *token, double total)
{
    const uint32_t *value = of->postings->posted.value + of->postings->posted.start[token->word];
    const bina_link_worth alone = {token->own, token->other, 1};
    uint8_t *of_value = of->summing->mark;
    /* One that shares a word has at least that. */
    unsigned by = may_be(&alone, total, (double)token->other) ? MET | ENOUGH : MET;

    for (size_t i = 0, count = bina_link_posted_count(&of->postings->posted, token->word);
         i < count; i++) {
        unsigned before = of_value[value[i]];
        of_value[value[i]] = (uint8_t)(before | before << 1 | by);
    }
}

/* Sums up what a word is worth to the values that hold it and are marked as enough. */
static void
sum_up(const bina_link_worded *of, const bina_link_token *token)
{
    bina_link_summing *summing = of->summing;
    const uint32_t *value = of->postings->posted.value + of->postings->posted.start[token->word];

    for (size_t i = 0, count = bina_link_posted_count(&of->postings->posted, token->word);
         i < count; i++) {
        bina_link_worth *worth = &summing->of[value[i]];
        if (!(summing->mark[value[i]] & ENOUGH))
            continue;
        if (worth->words == 0)
            summing->value[summing->count++] = value[i];
        worth->own += token->own;
        worth->other += token->other;
        worth->words++;
    }
}

static void
unmark(const bina_link_worded *of, const bina_link_token *token)
{
    const uint32_t *value = of->postings->posted.value + of->postings->posted.start[token->word];

    for (size_t i = 0, count = bina_link_posted_count(&of->postings->posted, token->word);
         i < count; i++)
        of->summing->mark[value[i]] = 0;
}

/* Finds the values that may be alike, with what they may be worth. */
static void
sum_all_up(const bina_link_worded *of, double total)
{
    bina_link_summing *summing = of->summing;
    size_t posted = 0;

    for (size_t i = 0; i < summing->tokens; i++) {
        if (i + AHEAD < summing->tokens)
            bina_fetch(of->postings->posted.value +
                       of->postings->posted.start[summing->token[i + AHEAD].word]);
        mark(of, &summing->token[i], total);
        posted += bina_link_posted_count(&of->postings->posted, summing->token[i].word);
    }
    for (size_t i = 0; i < summing->tokens; i++)
        sum_up(of, &summing->token[i]);
    if (posted > of->end.values / FEW)
        memset(summing->mark, 0, of->end.values);
    else
        for (size_t i = 0; i < summing->tokens; i++)
            unmark(of, &summing->token[i]);
}

/* Leaves the values whose sum may be enough. */
static void
sift(const bina_link_worded *of, double total)
{
    const bina_link_words *words = &of->field->words;
    bina_link_summing *summing = of->summing;
    size_t kept = 0;

    for (size_t i = 0; i < summing->count; i++) {
        uint32_t value = summing->value[i];
        bina_link_worth worth = summing->of[value];
        if (i + AHEAD < summing->count)
            bina_fetch(&words->total[summing->value[i + AHEAD]]);
        memset(&summing->of[value], 0, sizeof(summing->of[value]));
        summing->value[kept] = value;
        kept += value >= of->from && may_be(&worth, total, (double)words->total[value]);
    }
    summing->count = kept;
}

/* How alike a word of the value at hand is to one of another, by what was found before. */
static double
found_alike(const void *self, uint32_t own, uint32_t other)
{
    const bina_link_summing *summing = self;
    uint32_t at = summing->at[other];

    while (at > 0 && summing->token[at - 1].like != own)
        at = summing->token[at - 1].next;
    return at > 0 ? summing->token[at - 1].similarity : 0;
}

static double
found_alike_turned(const void *self, uint32_t other, uint32_t own)
{
    return found_alike(self, own, other);
}

/* Compares the values that are left. */
static bina_status
compare_all(const bina_link_worded *of, uint32_t code)
{
    const bina_link_words *words = &of->field->words;
    const bina_link_summing *summing = of->summing;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < summing->count && status == BINA_OK; i++) {
        uint32_t value = summing->value[i];
        unsigned level;
        if (i + 2 * AHEAD < summing->count)
            bina_fetch(&words->start[summing->value[i + 2 * AHEAD]]);
        if (i + AHEAD < summing->count)
            bina_fetch(&words->word[words->start[summing->value[i + AHEAD]]]);
        if (value == code)
            continue;
        level = code < value
                    ? bina_link_words_level(words, code, value, found_alike, summing)
                    : bina_link_words_level(words, value, code, found_alike_turned, summing);
        if (level > BINA_LINK_DIFFERENT)
            status = of->tell(of->self, value, level);
    }
    return status;
}

bina_status
bina_link_words_meet(const bina_link_worded *of, uint32_t code)
{
    const bina_link_words *words = &of->field->words;
    bina_link_summing *summing = of->summing;
    double total = (double)words->total[code];
    bina_status status = post_words(of);

    summing->tokens = summing->count = 0;
    if (status == BINA_OK)
        status = make_room(of);
    for (size_t i = words->start[code]; i < words->start[code + 1] && status == BINA_OK; i++)
        status = bina_link_words_spell(of, words->word[i]);
    if (status == BINA_OK && summing->tokens > 0) {
        sum_all_up(of, total);
        sift(of, total);
        status = compare_all(of, code);
    }
    for (size_t i = 0; i < summing->tokens; i++)
        summing->at[summing->token[i].word] = 0;
    return status;
}
