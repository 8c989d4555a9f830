/* Indonesian villages, districts and regencies: the name without the word for its level. */
#include "linkage/standardise_parts.h"

#include <string.h>

/* "J a w a": a place that is nothing but single letters is one word. */
static void
join_spaced(bina_words *words, bina_writer *scratch, bina_standard *out)
{
    char letters[BINA_WORDS_MAX];
    if (words->count < 3)
        return;
    for (size_t i = 0; i < words->count; i++) {
        if (!bina_word_is_letter(&words->at[i]))
            return;
        letters[i] = words->at[i].text[0];
    }
    bina_span span = bina_writer_word(scratch, letters, words->count);
    words->at[0] = (bina_word){scratch->text + span.start, span.length, 0};
    words->count = 1;
    out->flags |= BINA_STANDARD_SPACED;
}

/* A place in work. */
typedef struct place {
    bina_writer text, marked;
    bina_core core;
    bina_standard *out;
} place;

static void
add(place *self, char mark, const char *text, size_t length)
{
    bina_core_add(&self->core, bina_writer_word(&self->text, text, length));
    if (!self->out->brief)
        bina_writer_marked(&self->marked, mark, text, length);
}

/* What stands in brackets is a remark: "Lok Buah (Loa Buah?)". */
static void
cut_remark(bina_writer *folded, bina_standard *out)
{
    char *bracket = memchr(folded->text, '(', folded->length);

    if (bracket == NULL || bracket == folded->text)
        return;
    folded->length = (size_t)(bracket - folded->text);
    *bracket = '\0';
    out->flags |= BINA_STANDARD_ALIAS;
}

static bool
is_level(const bina_lexeme *entry)
{
    switch (entry->kind) {
    case BINA_LEXEME_VILLAGE:
    case BINA_LEXEME_DISTRICT:
    case BINA_LEXEME_REGENCY:
    case BINA_LEXEME_PROVINCE:
        return true;
    default:
        return false;
    }
}

/* The level in front, as in "Desa Suela", is kept apart: some lists write it, some do not. */
static void
keep_level(const bina_lexeme *entry, bina_standard *out)
{
    size_t length = strlen(entry->canonical);

    if (length >= sizeof out->extra)
        return;
    memcpy(out->extra, entry->canonical, length + 1);
    out->form = (bina_span){0, (uint16_t)length};
}

/* Whether an entry says how its word is meant where it stands. */
static bool
applies(const bina_lexeme *entry, bool first, bool last)
{
    switch (entry->kind) {
    case BINA_LEXEME_ALIAS:
        return true;
    case BINA_LEXEME_COMPASS:
        return !first;
    case BINA_LEXEME_GEO:
        return !last;
    case BINA_LEXEME_HAMLET: /* "dsn. Suela", but not a village that is called Dusun */
        return first && !last && strcmp(entry->form, entry->canonical) != 0;
    default:
        return false;
    }
}

/* A canonical form may be several words: each goes in by itself. */
static void
add_form(place *self, const bina_lexeme *entry)
{
    char mark = entry->kind == BINA_LEXEME_HAMLET ? '~' : '\0';

    for (const char *form = entry->canonical; *form != '\0';) {
        size_t length = strcspn(form, " ");
        add(self, mark, form, length);
        form += length + (form[length] == ' ');
    }
}

static void
add_plain(place *self, const bina_word *word)
{
    bina_writer modern;

    if (bina_modern_spelling(word->text, word->length, &modern))
        add(self, '\0', modern.text, modern.length);
    else
        add(self, '\0', word->text, word->length);
}

void
bina_standard_place(bina_writer *folded, bina_standard *out)
{
    bina_words words;
    bina_writer scratch;
    place self;

    self.out = out;
    self.core.count = 0;
    bina_writer_clear(&self.text);
    bina_writer_clear(&self.marked);
    bina_writer_clear(&scratch);
    cut_remark(folded, out);
    bina_split(folded, false, &words);
    join_spaced(&words, &scratch, out);
    for (size_t i = 0; i < words.count;) {
        size_t used = 0, left = words.count - i;
        const bina_lexeme *entry =
            bina_memo_find_words(out->memo, &bina_lexicon_address, &words.at[i], left, &used);
        bool last = left <= used;
        if (entry != NULL && i == 0 && !last && is_level(entry)) {
            keep_level(entry, out);
            i += used;
        } else if (entry != NULL && applies(entry, i == 0, last)) {
            add_form(&self, entry);
            i += used;
        } else {
            add_plain(&self, &words.at[i]);
            i++;
        }
    }
    bina_standard_finish(BINA_PROFILE_INDONESIA, &self.text, &self.marked, &self.core, out);
}
