/* How a word of a person's name is spelt, whoever wrote it. */
#include "linkage/standardise_parts.h"

#include <string.h>

static const bina_lexeme *
spell_name(bina_memo *memo, const char **text, size_t *length, bina_writer *scratch)
{
    bina_writer modern;
    const bina_lexeme *entry = bina_memo_find_word(memo, &bina_lexicon_names, *text, *length);
    bool settled = entry != NULL && entry->kind != BINA_LEXEME_COMMON;
    if (!settled && bina_modern_spelling(*text, *length, &modern)) {
        entry = bina_memo_find_word(memo, &bina_lexicon_names, modern.text, modern.length);
        bina_writer_clear(scratch);
        bina_writer_word(scratch, modern.text, modern.length);
        *text = scratch->text;
        *length = scratch->length;
        settled = entry != NULL && entry->kind != BINA_LEXEME_COMMON;
    }
    if (!settled && bina_plain_spelling(*text, *length, &modern)) {
        const bina_lexeme *plain =
            bina_memo_find_word(memo, &bina_lexicon_names, modern.text, modern.length);
        bina_writer_clear(scratch);
        bina_writer_word(scratch, modern.text, modern.length);
        *text = scratch->text;
        *length = scratch->length;
        entry = plain != NULL ? plain : entry;
        settled = plain != NULL && plain->kind != BINA_LEXEME_COMMON;
    }
    if (settled) {
        *text = entry->canonical;
        *length = strlen(entry->canonical);
    }
    return entry;
}

const bina_lexeme *
bina_name_word(bina_memo *memo, const char **text, size_t *length, bina_writer *scratch)
{
    bina_memo_name *known;
    bina_memo_word word;
    if (memo == NULL || !bina_memo_take(*text, *length, &word))
        return spell_name(memo, text, length, scratch);
    known = &memo->name[bina_memo_place(&word, 0, BINA_MEMO_NAMES)];
    if (!bina_memo_same(&known->word, &word)) {
        const bina_lexeme *entry = spell_name(memo, text, length, scratch);
        if (*length > sizeof known->text)
            return entry;
        known->word = word;
        known->entry = entry;
        known->length = (uint8_t)*length;
        memcpy(known->text, *text, *length);
        return entry;
    }
    *text = known->text;
    *length = known->length;
    return known->entry;
}

const char *
bina_name_after_abdul(const char *text, size_t length, size_t *rest)
{
    if (length < 8 || memcmp(text, "abdu", 4) != 0)
        return NULL;
    const char *tail = text + 4;
    size_t left = length - 4;
    if (tail[0] == 'l') {
        if (tail[1] == 'l' || memcmp(tail + 1, "ah", 2) == 0 || memcmp(tail + 1, "oh", 2) == 0)
            return NULL; /* abdullah */
        tail++;
        left--;
    } else if (tail[0] == tail[1]) {
        tail++;
        left--;
    } else if (strchr("rsndt", tail[0]) == NULL) {
        return NULL;
    }
    *rest = left;
    return left >= 4 ? tail : NULL;
}
