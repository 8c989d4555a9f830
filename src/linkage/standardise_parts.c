#include "linkage/standardise_parts.h"

#include <string.h>
#include "base/fold.h"

bina_span
bina_writer_marked(bina_writer *self, char mark, const char *text, size_t length)
{
    size_t more = length + (self->length > 0) + (mark != '\0');
    if (length == 0 || more > BINA_STANDARD_TEXT - 1 - self->length) {
        self->cut = self->cut || length > 0;
        return (bina_span){(uint16_t)self->length, 0};
    }
    if (self->length > 0)
        self->text[self->length++] = ' ';
    if (mark != '\0')
        self->text[self->length++] = mark;
    bina_span span = {(uint16_t)self->length, (uint16_t)length};
    memcpy(self->text + self->length, text, length);
    self->length += length;
    self->text[self->length] = '\0';
    return span;
}

uint16_t
bina_writer_store(const bina_writer *self, char field[BINA_STANDARD_TEXT])
{
    memcpy(field, self->text, self->length);
    field[self->length] = '\0';
    return (uint16_t)self->length;
}

void
bina_fold(const char *text, size_t length, bina_writer *out)
{
    out->length = bina_text_fold(text, length, out->text, sizeof out->text, &out->cut);
}

static inline bool
in_word(char c)
{
    return (unsigned char)(c - 'a') < 26 || bina_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Apostrophes go: ma'ruf is maruf. */
static size_t
drop_apostrophes(char *text, size_t all)
{
    size_t length = 0;
    for (size_t i = 0; i < all; i++) {
        if (text[i] != '\'' && text[i] != '`')
            text[length++] = text[i];
        else if (length > 0 && text[length - 1] == ' ' && text[i + 1] == ' ')
            i++; /* "J u m ' a t": no wide gap is left */
    }
    text[length] = '\0';
    return length;
}

void
bina_split(bina_writer *folded, bool digits, bina_words *out)
{
    char *text = folded->text;
    size_t length = folded->length;
    if (memchr(text, '\'', length) != NULL || memchr(text, '`', length) != NULL)
        folded->length = length = drop_apostrophes(text, length);

    out->count = 0;
    bool comma = false;
    for (size_t i = 0; i < length && out->count < BINA_WORDS_MAX;) {
        size_t blanks = 0, others = 0;
        bool gap = false;
        for (; i < length && !in_word(text[i]); i++) {
            blanks += text[i] == ' ';
            others++;
            gap = gap || text[i] == ',';
        }
        if (i == length)
            break;
        comma = comma || gap;
        size_t start = i;
        bool digit = bina_is_digit(text[i]);
        while (i < length && in_word(text[i]) && (!digits || bina_is_digit(text[i]) == digit))
            i++;
        bina_word *word = &out->at[out->count++];
        word->text = text + start;
        word->length = (uint16_t)(i - start);
        word->mark =
            (uint8_t)((text[i] == '.' ? BINA_WORD_DOT : 0) | (comma ? BINA_WORD_COMMA : 0) |
                      (gap || blanks > 1 ? BINA_WORD_GAP : 0) |
                      (blanks == 0 && others <= 1 && start > 0 ? BINA_WORD_TIGHT : 0));
    }
}

void
bina_core_add(bina_core *self, bina_span span)
{
    if (span.length > 0 && self->count < BINA_WORDS_MAX)
        self->at[self->count++] = span;
}

static int
compare_spans(const char *text, bina_span a, bina_span b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = memcmp(text + a.start, text + b.start, shared);
    return order ? order : (int)a.length - (int)b.length;
}

void
bina_standard_finish(bina_profile profile, const bina_writer *text, const bina_writer *words,
                     bina_core *core, bina_standard *out)
{
    out->length = bina_writer_store(text, out->text);
    if (text->cut)
        out->flags |= BINA_STANDARD_CUT;
    if (out->brief)
        return;
    out->words_length = bina_writer_store(words, out->words);

    for (size_t i = 1; i < core->count; i++) {
        bina_span span = core->at[i];
        size_t j = i;
        for (; j > 0 && compare_spans(text->text, core->at[j - 1], span) > 0; j--)
            core->at[j] = core->at[j - 1];
        core->at[j] = span;
    }
    bina_writer sorted;
    bina_writer_clear(&sorted);
    out->key_count = 0;
    for (size_t i = 0; i < core->count; i++) {
        bina_span span = core->at[i];
        if (i > 0 && compare_spans(text->text, core->at[i - 1], span) == 0)
            continue;
        bina_writer_word(&sorted, text->text + span.start, span.length);
        if (out->key_count < BINA_STANDARD_KEYS)
            out->keys[out->key_count++] =
                bina_sound_key(profile, text->text + span.start, span.length);
    }
    out->core_length = bina_writer_store(&sorted, out->core);
}

void
bina_standard_finish_code(bina_profile profile, const char *text, size_t length, bina_standard *out)
{
    bina_writer made, marked;
    bina_core core;
    if (out->brief) {
        out->length = (uint16_t)(length < BINA_STANDARD_TEXT ? length : 0);
        memcpy(out->text, text, out->length);
        out->text[out->length] = '\0';
        return;
    }
    core.count = 0;
    bina_writer_clear(&made);
    bina_writer_clear(&marked);
    bina_core_add(&core, bina_writer_word(&made, text, length));
    bina_writer_word(&marked, text, length);
    bina_standard_finish(profile, &made, &marked, &core, out);
    out->key_count = 0; /* numbers have no sound */
}
