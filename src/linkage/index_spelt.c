/*
 * The words of a field that are like one, whether it is among them or was typed. What was found of
 * a word is kept, as far as there is room: names that many have are asked for again and again.
 */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/index_words.h"

#define MOST ((size_t)1 << 18) /* spellings that are kept */

/* The search for words like one. */
typedef struct spelling {
    const bina_link_worded *of;
    uint32_t word;
} spelling;

static bina_status
add_token(const bina_link_worded *of, uint32_t w, uint32_t other, double similarity)
{
    const bina_link_words *words = &of->field->words;
    bina_link_summing *summing = of->summing;

    if (!bina_vector_reserve(&summing->token, &summing->token_room, summing->tokens + 1,
                             sizeof(*summing->token)))
        return BINA_ERR_NO_MEMORY;
    summing->token[summing->tokens++] = (bina_link_token){
        .word = other,
        .like = w,
        .next = summing->at[other],
        .own = (float)similarity * words->weight[w],
        .other = (float)similarity * words->weight[other],
        .similarity = similarity,
    };
    summing->at[other] = (uint32_t)summing->tokens;
    return BINA_OK;
}

/* Notes a word if it is like that looked for, and some value holds it. */
static bina_status
add_word(void *self, uint32_t other)
{
    const spelling *of = self;
    const bina_link_words *words = &of->of->field->words;
    double similarity;

    if (other >= of->of->end.words || bina_link_posted_count(&of->of->postings->posted, other) == 0)
        return BINA_OK;
    similarity = bina_link_words_similarity(words, of->word, other);
    if (similarity <= 0)
        return BINA_OK;
    return add_token(of->of, of->word, other, similarity);
}

static bina_status
add_spelling(void *self, uint32_t other)
{
    const spelling *of = self;

    return other == of->word ? BINA_OK : add_word(self, other);
}

/* The words that a single letter stands for, or the letter that stands for a word. */
static bina_status
add_initials(spelling *of)
{
    const bina_dictionary *dictionary = &of->of->field->words.dictionary;
    const char *text = bina_dictionary_text(dictionary, of->word);
    uint32_t letter = of->of->postings->letter[(unsigned char)text[0]];
    bina_status status = BINA_OK;

    if (bina_dictionary_length(dictionary, of->word) > 1)
        return letter == 0 ? BINA_OK : add_word(of, letter);
    for (uint32_t w = 1; w < of->of->end.words && status == BINA_OK; w++)
        if (w != of->word && bina_dictionary_text(dictionary, w)[0] == text[0])
            status = add_word(of, w);
    return status;
}

/* All words that are like one of the value's. */
static bina_status
look_for(const bina_link_worded *of, uint32_t w)
{
    const bina_link_words *words = &of->field->words;
    const bina_link_similar *similar = &words->similar;
    spelling self = {of, w};
    bina_link_nearness near = {&words->dictionary,   &of->postings->near, 1,    of->end.words,
                               BINA_LINK_CLOSE_NAME, add_spelling,        &self};
    bina_status status = add_word(&self, w);

    if (status == BINA_OK)
        status = add_initials(&self);
    if (status != BINA_OK || !bina_link_word_is_spelt(words, w))
        return status;
    if (similar->start != NULL && !bina_link_is_later(similar, w, w)) {
        for (size_t i = similar->start[w]; i < similar->start[w + 1] && status == BINA_OK; i++)
            status = add_word(&self, similar->code[i]);
        near.from = similar->later == 0 ? near.end : similar->later;
    }
    if (status != BINA_OK || near.from >= near.end)
        return status;
    return bina_link_near_meet(&near, bina_dictionary_text(&words->dictionary, w),
                               bina_dictionary_length(&words->dictionary, w));
}

/* Keeps the tokens from `from` on, which are those of a word that values hold. */
static bina_status
remember(const bina_link_worded *of, uint32_t w, size_t from)
{
    bina_link_spellings *spellings = &of->postings->spellings;
    const bina_link_summing *summing = of->summing;

    if (spellings->count > MOST) {
        memset(spellings->at, 0, of->end.words * sizeof(*spellings->at));
        spellings->count = 0;
    }
    if (!bina_vector_reserve(&spellings->like, &spellings->room,
                             spellings->count + (summing->tokens - from) + 1,
                             sizeof(*spellings->like)))
        return BINA_ERR_NO_MEMORY;
    spellings->at[w] = (uint32_t)spellings->count + 1;
    for (; from < summing->tokens; from++)
        spellings->like[spellings->count++] =
            (bina_link_spelling){summing->token[from].word, summing->token[from].similarity};
    spellings->like[spellings->count++] = (bina_link_spelling){0};
    return BINA_OK;
}

bina_status
bina_link_words_spell(const bina_link_worded *of, uint32_t w)
{
    bina_link_spellings *spellings = &of->postings->spellings;
    size_t from = of->summing->tokens;
    bina_status status = BINA_OK;

    if (spellings->at == NULL)
        spellings->at = calloc(of->end.words, sizeof(*spellings->at));
    if (spellings->at == NULL)
        return BINA_ERR_NO_MEMORY;
    if (w >= of->end.words || spellings->at[w] == 0) {
        status = look_for(of, w);
        return status == BINA_OK && w < of->end.words ? remember(of, w, from) : status;
    }
    for (const bina_link_spelling *at = spellings->like + spellings->at[w] - 1;
         at->word != 0 && status == BINA_OK; at++)
        status = add_token(of, w, at->word, at->similarity);
    return status;
}
