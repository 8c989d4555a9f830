/*
 * Indonesian business names: the legal form apart, spellings made one, and what every second
 * business is called ("tenun", "bengkel motor") told from what distinguishes this one.
 */
#include "linkage/standardise_parts.h"

#include <string.h>

/* "c.v." becomes "cv": full stops between single letters go; "&" becomes "dan". */
static void
join_letters(const bina_writer *folded, bina_writer *out)
{
    const char *text = folded->text;
    bina_writer_clear(out);
    for (size_t i = 0; i < folded->length && out->length + 6 < BINA_STANDARD_TEXT; i++) {
        bool before = i >= 1 && text[i - 1] >= 'a' && text[i - 1] <= 'z' &&
                      (i < 2 || text[i - 2] == '.' || text[i - 2] == ' ');
        bool after = i + 1 < folded->length && text[i + 1] >= 'a' && text[i + 1] <= 'z' &&
                     (i + 2 >= folded->length || text[i + 2] == '.' || text[i + 2] == ' ' ||
                      text[i + 2] == ',');
        if (text[i] == '.' && before && after)
            continue;
        if (text[i] == '&') {
            memcpy(out->text + out->length, " dan ", 5);
            out->length += 5;
        } else {
            out->text[out->length++] = text[i];
        }
    }
    out->text[out->length] = '\0';
}

static void
set_form(bina_standard *out, const char *form)
{
    size_t length = strlen(form);
    if (out->form.length > 0 || length >= sizeof out->extra)
        return;
    memcpy(out->extra, form, length + 1);
    out->form = (bina_span){0, (uint16_t)length};
}

static void
widen(bina_span *to, bina_span span)
{
    if (span.length == 0)
        return;
    if (to->length == 0)
        *to = span;
    else
        to->length = (uint16_t)(span.start + span.length - to->start);
}

/* A name that is read word by word. */
typedef struct naming {
    bina_standard *out;
    bina_writer text, marked;
    bina_core core;
    bina_span rest, trade;
    bool owner;       /* inside the name of a person */
    bool trade_first; /* the name began with a trade word */
    bool all_names;   /* the distinctive rest is words of person names */
} naming;

/* Roman numbers as they count things of one name (Melati II); NULL for another word. */
static const char *
read_roman(const bina_word *word)
{
    static const char *const numbers[] = {"i",  "ii",  "iii",  "iv", "v",  "vi",
                                          "vii", "viii", "ix", "x",  "xi", "xii"};
    static const char *const digits[] = {"1", "2", "3", "4",  "5",  "6",
                                         "7", "8", "9", "10", "11", "12"};

    for (size_t i = 0; i < BINA_LEXICON_COUNT(numbers); i++)
        if (bina_word_is(word, numbers[i]))
            return digits[i];
    return NULL;
}

/* A word that no lexicon of businesses has: what distinguishes this one. */
static void
take_own(naming *self, const bina_word *word)
{
    bina_writer scratch;
    const char *written = self->core.count > 0 && !self->owner ? read_roman(word) : NULL;
    size_t length = written != NULL ? strlen(written) : word->length;
    const bina_lexeme *person = NULL;
    bina_span span;

    if (written == NULL) {
        written = word->text;
        person = bina_name_word(self->out->memo, &written, &length, &scratch);
    }
    self->all_names = self->all_names && (person != NULL || length == 1);
    span = bina_writer_word(&self->text, written, length);
    if (!self->out->brief)
        bina_writer_marked(&self->marked, '\0', written, length);
    bina_core_add(&self->core, span);
    widen(&self->rest, span);
    if (self->owner)
        widen(&self->out->owner, span);
}

/* What every second business is called. */
static void
take_common(naming *self, const bina_lexeme *entry, uint8_t kind)
{
    size_t length = strlen(entry->canonical);
    bina_span span = bina_writer_word(&self->text, entry->canonical, length);

    if (!self->out->brief)
        bina_writer_marked(&self->marked, kind == BINA_LEXEME_OWNER ? '^' : '~', entry->canonical,
                           length);
    if (kind == BINA_LEXEME_OWNER)
        self->owner = true;
    else if (kind == BINA_LEXEME_PRODUCT && self->out->product.length == 0)
        self->out->product = span;
    else if (kind == BINA_LEXEME_TRADE && self->trade.length == 0)
        self->trade = span;
    self->trade_first = self->trade_first || (kind == BINA_LEXEME_TRADE && self->core.count == 0);
}

/* Takes the words that belong together at a place; returns how many they are. */
static size_t
take_words(naming *self, const bina_word *word, size_t left)
{
    size_t used = 0;
    const bina_lexeme *entry =
        bina_memo_find_words(self->out->memo, &bina_lexicon_business, word, left, &used);
    uint8_t kind = entry != NULL ? entry->kind : BINA_LEXEME_NONE;

    if (kind == BINA_LEXEME_OWNER && left <= used)
        kind = BINA_LEXEME_NONE; /* nothing follows: "toko mas" */
    if (kind == BINA_LEXEME_FILLER || kind == BINA_LEXEME_PRODUCT || kind == BINA_LEXEME_TRADE)
        self->owner = false;
    switch (kind) {
    case BINA_LEXEME_HOME:
        self->out->flags |= BINA_STANDARD_HOME;
        return used;
    case BINA_LEXEME_FORM:
        set_form(self->out, entry->canonical);
        return used;
    case BINA_LEXEME_NONE:
        take_own(self, word);
        return 1;
    default:
        take_common(self, entry, kind);
        return used;
    }
}

/* Nothing but a form is kept: there is no other name. */
static void
keep_form(naming *self)
{
    const char *only = self->out->form.length > 0                ? self->out->extra
                       : (self->out->flags & BINA_STANDARD_HOME) ? "home industry"
                                                                 : "";

    bina_writer_word(&self->text, only, strlen(only));
    bina_writer_marked(&self->marked, '~', only, strlen(only));
}

void
bina_standard_business(bina_writer *folded, bina_standard *out)
{
    naming self;
    bina_writer joined;
    bina_words words;

    join_letters(folded, &joined);
    bina_split(&joined, false, &words);
    self.out = out;
    self.core.count = 0;
    self.rest = self.trade = (bina_span){0, 0};
    self.owner = self.trade_first = false;
    self.all_names = true;
    bina_writer_clear(&self.text);
    bina_writer_clear(&self.marked);
    for (size_t i = 0; i < words.count;)
        i += take_words(&self, &words.at[i], words.count - i);
    if (out->product.length == 0)
        out->product = self.trade;
    if (out->owner.length == 0 && out->form.length == 0 && self.trade_first &&
        self.core.count > 0 && self.core.count <= 3 && self.all_names)
        out->owner = self.rest;
    if (self.text.length == 0)
        keep_form(&self);
    if (self.core.count == 0 && self.text.length > 0)
        out->flags |= BINA_STANDARD_GENERIC;
    bina_standard_finish(BINA_PROFILE_INDONESIA, &self.text, &self.marked, &self.core, out);
}
