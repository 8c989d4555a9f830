/*
 * Indonesian person names: titles off both ends, spellings made one, patronyms, particles and
 * common words told from what distinguishes.
 */
#include "linkage/standardise_parts.h"

#include <string.h>

/* A name in work: words[first, last) are still the name. */
typedef struct name {
    bina_words words;
    size_t first, last;
    bool bali; /* "I" or "Ni" went before */
    bina_writer text, marked;
    bina_core core, weak;
    bina_standard *out;
} name;

/* Words without what was between them, for looking up "S.Pd" as "spd". */
static size_t
join_words(const bina_word *words, size_t count, char *to, size_t room)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        if (words[i].length > room - length)
            return 0;
        memcpy(to + length, words[i].text, words[i].length);
        length += words[i].length;
    }
    return length;
}

/* Cuts out what stands in brackets and after a slash: a second name, or "(Alm)". */
static void
take_aliases(bina_writer *folded, bina_writer *alias, bina_standard *out)
{
    char *text = folded->text;
    size_t kept = 0;
    bool letters = false;
    bina_writer_clear(alias);
    if (strcspn(text, "([{\"/@") == folded->length)
        return;
    for (size_t i = 0; i < folded->length; i++) {
        if (text[i] == '(' || text[i] == '[' || text[i] == '{' || text[i] == '"') {
            char closing = text[i] == '(' ? ')' : text[i] == '[' ? ']' : text[i] == '{' ? '}' : '"';
            size_t end = i + 1;
            while (end < folded->length && text[end] != closing)
                end++;
            if (end == folded->length && (closing == '"' || !letters)) {
                text[kept++] = ' '; /* a stray sign, not a bracket */
                continue;
            }
            bina_writer_word(alias, text + i + 1, end - i - 1);
            text[kept++] = ' ';
            i = end;
        } else if ((text[i] == '/' || text[i] == '@') && letters) {
            bina_writer_word(alias, text + i + 1, folded->length - i - 1);
            break;
        } else {
            letters = letters || (text[i] >= 'a' && text[i] <= 'z');
            text[kept++] = text[i];
        }
    }
    text[kept] = '\0';
    folded->length = kept;

    bina_words words;
    bina_split(alias, false, &words);
    bina_writer second;
    bina_writer_clear(&second);
    for (size_t i = 0; i < words.count; i++) {
        const bina_word *word = &words.at[i];
        const bina_lexeme *title =
            bina_memo_find_word(out->memo, &bina_lexicon_titles_after, word->text, word->length);
        if (title != NULL && (title->flags & BINA_STANDARD_DECEASED))
            out->flags |= title->flags;
        else
            bina_writer_word(&second, word->text, word->length);
    }
    if (second.length > 0) {
        size_t room = sizeof out->extra - 1;
        size_t length = second.length < room ? second.length : room;
        while (length > 0 && ((unsigned char)second.text[length] & 0xC0) == 0x80)
            length--;
        memcpy(out->extra, second.text, length);
        out->extra[length] = '\0';
        out->flags |= BINA_STANDARD_ALIAS;
    }
}

/*
 * "B U D I" is budi. Where three single letters stand together without full stops, runs of them are
 * joined; a wide gap parts words. H and Hj at its head are titles when what follows could not be
 * read else.
 */
static void
join_spaced(bina_words *words, bina_writer *scratch, bina_standard *out)
{
    size_t made = 0;
    for (size_t i = 2; i < words->count; i++) {
        const bina_word *at = &words->at[i - 2];
        if (bina_word_is_letter(&at[0]) && bina_word_is_letter(&at[1]) &&
            bina_word_is_letter(&at[2]) &&
            !((at[0].mark | at[1].mark | at[2].mark) & BINA_WORD_DOT))
            out->flags |= BINA_STANDARD_SPACED;
    }
    for (size_t i = 0; i < words->count;) {
        size_t end = i;
        while (end < words->count && bina_word_is_letter(&words->at[end]) &&
               !(words->at[end].mark & BINA_WORD_DOT) &&
               (end == i || !(words->at[end].mark & BINA_WORD_GAP)))
            end++;
        size_t run = end - i;
        if (run < 2 || !(out->flags & BINA_STANDARD_SPACED)) {
            words->at[made++] = words->at[i++];
            continue;
        }
        const bina_word *at = &words->at[i];
        size_t title = 0;
        if (at[0].text[0] == 'h' && at[1].text[0] == 'j' && run > 3)
            title = 2;
        else if (at[0].text[0] == 'h' && run > 3 && strchr("aeiouy", at[1].text[0]) == NULL)
            title = 1;
        size_t pieces[2] = {title, run - title};
        for (size_t p = 0; p < 2; p++) {
            if (pieces[p] == 0)
                continue;
            char letters[BINA_WORDS_MAX];
            for (size_t k = 0; k < pieces[p]; k++)
                letters[k] = words->at[i + k].text[0];
            bina_span span = bina_writer_word(scratch, letters, pieces[p]);
            uint8_t mark = words->at[i].mark;
            i += pieces[p];
            words->at[made++] = (bina_word){scratch->text + span.start, span.length, mark};
        }
    }
    words->count = made;
}

static void
take_title(name *self, const bina_lexeme *title)
{
    self->out->flags |= title->flags;
    if (!self->out->brief)
        bina_writer_marked(&self->marked, '^', title->canonical, strlen(title->canonical));
}

/* How many words from `at` on were written as one with full stops: "k.h." is two. */
static size_t
dotted(const name *self, size_t at)
{
    size_t end = at;
    while (end + 1 < self->last && (self->words.at[end].mark & BINA_WORD_DOT))
        end++;
    return end - at + 1;
}

static bool
front_title(name *self)
{
    char joined[16];
    const bina_word *words = self->words.at + self->first;
    size_t left = self->last - self->first;
    for (size_t count = dotted(self, self->first); count >= 2; count--) {
        if (count >= left || count > 4)
            continue;
        size_t length = join_words(words, count, joined, sizeof joined);
        const bina_lexeme *title =
            bina_memo_find_word(self->out->memo, &bina_lexicon_titles_before, joined, length);
        if (length == 2 && memcmp(joined, "lo", 2) == 0) /* L.O. */
            title = bina_memo_find_word(self->out->memo, &bina_lexicon_titles_before, "la ode", 6);
        if (title == NULL && length >= 3)
            title =
                bina_memo_find_word(self->out->memo, &bina_lexicon_titles_after, joined, length);
        if (title != NULL) {
            take_title(self, title);
            self->first += count;
            return true;
        }
    }
    size_t used = 0;
    const bina_lexeme *title =
        bina_memo_find_words(self->out->memo, &bina_lexicon_titles_before, words, left, &used);
    if (title == NULL || used >= left)
        return false;
    take_title(self, title);
    self->first += used;
    return true;
}

/* True for dotted letters after a comma that look like a degree: "S.Tr.Keb", "M.Farm". */
static bool
looks_academic(const bina_word *words, size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += words[i].length;
    return count >= 2 && length <= 9 && words[0].length <= 2 && (words[0].mark & BINA_WORD_COMMA) &&
           strchr("sma", words[0].text[0]) != NULL;
}

static bool
back_title(name *self)
{
    char joined[16];
    size_t left = self->last - self->first;
    for (size_t count = left > 4 ? 4 : left - 1; count >= 2; count--) {
        const bina_word *words = &self->words.at[self->last - count];
        bool dots = true;
        for (size_t i = 0; i + 1 < count; i++)
            dots = dots && (words[i].mark & BINA_WORD_DOT);
        bool split = count == 2 && bina_word_is_letter(&words[0]);
        if (!dots && !split)
            continue;
        size_t length = join_words(words, count, joined, sizeof joined);
        const bina_lexeme *title =
            bina_memo_find_word(self->out->memo, &bina_lexicon_titles_after, joined, length);
        if (title != NULL && (dots || title->kind == BINA_LEXEME_TITLE)) {
            self->out->flags |= title->flags;
            self->last -= count;
            return true;
        }
        if (dots && looks_academic(words, count)) {
            self->out->flags |= BINA_STANDARD_ACADEMIC;
            self->last -= count;
            return true;
        }
    }
    const bina_word *word = &self->words.at[self->last - 1];
    const bina_lexeme *title =
        bina_memo_find_word(self->out->memo, &bina_lexicon_titles_after, word->text, word->length);
    bool comma = word->mark & BINA_WORD_COMMA;
    if (title == NULL && comma)
        title = bina_memo_find_word(self->out->memo, &bina_lexicon_titles_before, word->text,
                                    word->length);
    if (title == NULL ||
        (title->kind != BINA_LEXEME_TITLE && !comma && !(word->mark & BINA_WORD_DOT)))
        return false;
    self->out->flags |= title->flags;
    self->last--;
    return true;
}

/* I, Ni before Balinese names; La, Wa in Buton and Muna. */
static void
front_particle(name *self)
{
    if (self->last - self->first < 2)
        return;
    const bina_word *word = &self->words.at[self->first];
    const bina_lexeme *next =
        bina_memo_find_word(self->out->memo, &bina_lexicon_names, word[1].text, word[1].length);
    bool i = bina_word_is(word, "i"), ni = bina_word_is(word, "ni");
    bool short_made = bina_word_is(&word[1], "md") || bina_word_is(&word[1], "pt");
    if ((i || ni) && ((next != NULL && next->kind == BINA_LEXEME_BALI) || short_made ||
                      (i && !(word->mark & BINA_WORD_DOT)))) {
        self->out->flags |= i ? BINA_STANDARD_MALE : BINA_STANDARD_FEMALE;
        self->bali = true;
        self->first++;
    }
}

/* Writes one word of the name; its canonical form may be several. */
static void
write_name(name *self, const char *text, size_t length, bool weak)
{
    bina_span span = bina_writer_word(&self->text, text, length);
    bool initial = length == 1;
    if (self->out->brief)
        return;
    bina_writer_marked(&self->marked, weak && !initial ? '~' : '\0', text, length);
    if (!initial)
        bina_core_add(weak ? &self->weak : &self->core, span);
}

static void
one_word(name *self, const char *text, size_t length, bool weak)
{
    bina_writer scratch;
    const bina_lexeme *entry = bina_name_word(self->out->memo, &text, &length, &scratch);
    if (entry != NULL)
        weak = weak || entry->kind == BINA_LEXEME_WEAK || entry->kind == BINA_LEXEME_BALI;
    write_name(self, text, length, weak);
}

static void
write_words(name *self)
{
    bool patronym = false;
    for (size_t i = self->first; i < self->last;) {
        const bina_word *word = &self->words.at[i];
        size_t left = self->last - i, used = 1;
        bool inside = i > self->first && left > 1;
        bool binti = bina_word_is(word, "binti") || bina_word_is(word, "bt") ||
                     bina_word_is(word, "bte") || bina_word_is(word, "binte");
        if (inside && (binti || bina_word_is(word, "bin") || bina_word_is(word, "ibn"))) {
            self->out->flags |=
                BINA_STANDARD_PATRONYM | (binti ? BINA_STANDARD_FEMALE : BINA_STANDARD_MALE);
            patronym = true;
            i++;
            continue;
        }
        if (self->bali && (bina_word_is(word, "md") || bina_word_is(word, "pt"))) {
            write_name(self, word->text[0] == 'm' ? "made" : "putu", 4, true);
            i++;
            continue;
        }
        const bina_lexeme *entry =
            bina_memo_find_words(self->out->memo, &bina_lexicon_names, word, left, &used);
        size_t rest = 0;
        const char *tail = bina_name_after_abdul(word->text, word->length, &rest);
        if (entry != NULL && bina_word_is(word, "st") && left == 1)
            entry = NULL; /* a degree that would not go, not Siti */
        if (entry != NULL && entry->kind == BINA_LEXEME_PARTICLE) {
            bool la = entry->form[0] == 'l';
            bool front = i == self->first && left > 1;
            self->out->flags |= !front ? 0 : la ? BINA_STANDARD_MALE : BINA_STANDARD_FEMALE;
            write_name(self, word->text, word->length, front || patronym);
        } else if (entry != NULL && entry->kind != BINA_LEXEME_COMMON) {
            bool weak = entry->kind == BINA_LEXEME_WEAK || entry->kind == BINA_LEXEME_BALI;
            write_name(self, entry->canonical, strlen(entry->canonical), weak || patronym);
        } else if (tail != NULL) {
            write_name(self, "abdul", 5, true);
            one_word(self, tail, rest, patronym);
        } else {
            one_word(self, word->text, word->length, patronym);
        }
        i += used ? used : 1; /* a common name is one word */
    }
}

/* "X alias Y": Y is a second name. */
static void
take_alias_word(name *self)
{
    for (size_t i = self->first + 1; i + 1 < self->last; i++) {
        const bina_word *word = &self->words.at[i];
        if (!bina_word_is(word, "alias") && !bina_word_is(word, "als"))
            continue;
        bina_writer alias;
        bina_writer_clear(&alias);
        for (size_t k = i + 1; k < self->last; k++)
            bina_writer_word(&alias, self->words.at[k].text, self->words.at[k].length);
        if (alias.length < sizeof self->out->extra)
            memcpy(self->out->extra, alias.text, alias.length + 1);
        self->out->flags |= BINA_STANDARD_ALIAS;
        self->last = i;
    }
}

void
bina_standard_person(bina_writer *folded, bina_standard *out)
{
    name self;
    bina_writer scratch;
    self.out = out;
    self.bali = false;
    self.core.count = self.weak.count = 0;
    bina_writer_clear(&self.text);
    bina_writer_clear(&self.marked);
    bina_writer_clear(&scratch);

    /* The two uses of the scratch do not meet: aliases are stored before letters are joined. */
    take_aliases(folded, &scratch, out);
    bina_writer_clear(&scratch);
    bina_split(folded, false, &self.words);
    join_spaced(&self.words, &scratch, out);
    self.first = 0;
    self.last = self.words.count;
    if (self.last == 0)
        return;
    take_alias_word(&self);
    while (self.last - self.first > 1 && front_title(&self))
        continue;
    while (self.last - self.first > 1 && back_title(&self))
        continue;
    front_particle(&self);
    write_words(&self);
    bina_standard_finish(BINA_PROFILE_INDONESIA, &self.text, &self.marked,
                         self.core.count ? &self.core : &self.weak, out);
}
