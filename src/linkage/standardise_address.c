/*
 * Indonesian addresses.
 *
 * An address is read word by word; each marker (jalan, no, rt, dusun, desa, kec) opens a part,
 * and the parts come out in one order whatever order they were written in.
 */
#include "linkage/standardise_parts.h"

#include <string.h>

typedef enum part { STREET_PART, HAMLET_PART, PLACE_PART, PARTS } part;

/* An address in work. */
typedef struct address {
    bina_words words;
    bina_writer parts[PARTS];
    /* The words of each part that tell, and those that do not, with their marks. */
    bina_writer marked;
    bina_writer told[PARTS];
    part into;
    bool after_street; /* the word just read was "jalan" */
    bool name_number;  /* a number here belongs to the name: gang 3, blok 7 */
    bool named;        /* the part has a name, beside the word that opened it */
    bool closed;       /* the number of a unit came after the name */
    bina_standard *out;
} address;

static bool
number_of(const bina_word *word, int32_t *number)
{
    int32_t value = 0;
    if (word->length == 0 || word->length > 6)
        return false;
    for (size_t i = 0; i < word->length; i++) {
        if (word->text[i] < '0' || word->text[i] > '9')
            return false;
        value = value * 10 + (word->text[i] - '0');
    }
    *number = value;
    return true;
}

static void
add(address *self, const char *text, size_t length, bool telling)
{
    bina_writer_word(&self->parts[self->into], text, length);
    self->named = self->named || telling;
    if (self->out->brief)
        return;
    bina_writer_marked(&self->marked, telling || length == 1 ? '\0' : '~', text, length);
    if (telling && length > 1)
        bina_writer_word(&self->told[self->into], text, length);
}

/* A canonical form may be several words: each goes in by itself. */
static void
add_form(address *self, const char *form, bool telling)
{
    while (*form != '\0') {
        size_t length = strcspn(form, " ");
        add(self, form, length, telling);
        form += length + (form[length] == ' ');
    }
}

/* M.T. Haryono is also written MT Haryono, A.W. Syahrani also Aw Syahrani. */
static bool
run_of_initials(const bina_word *word)
{
    static const char *const known[] = {"aa", "am", "ap", "as",  "aw",
                                        "di", "ra", "re", "hos", "sa"};
    if (word->length < 2 || word->length > 3)
        return false;
    for (size_t i = 0; i < BINA_LEXICON_COUNT(known); i++) {
        if (bina_word_is(word, known[i]))
            return true;
    }
    for (size_t i = 0; i < word->length; i++) {
        char c = word->text[i];
        if (c < 'a' || c > 'z' || strchr("aeiou", c) != NULL)
            return false;
    }
    return true;
}

static bool
roman(const bina_word *word)
{
    for (size_t i = 0; i < word->length; i++) {
        if (strchr("ivx", word->text[i]) == NULL)
            return false;
    }
    return word->length > 0;
}

/* Takes RT and RW numbers after their word, and the pair after "rt/rw" or "rt 04/07". */
static size_t
take_units(address *self, size_t at, bool is_rt)
{
    const bina_words *words = &self->words;
    size_t next = at + 1;
    bool both = false;
    int32_t number;
    if (is_rt && next < words->count && bina_word_is(&words->at[next], "rw")) {
        both = true; /* "rt/rw : 1/8" */
        next++;
    }
    if (next < words->count &&
        (bina_word_is(&words->at[next], "no") || bina_word_is(&words->at[next], "nomor")))
        next++;
    if (next >= words->count || !number_of(&words->at[next], &number))
        return both ? 2 : 1;
    int32_t *to = is_rt ? &self->out->rt : &self->out->rw;
    if (number > 0)
        *to = number;
    next++;
    if (is_rt && next < words->count && number_of(&words->at[next], &number) &&
        (both || (words->at[next].mark & BINA_WORD_TIGHT))) {
        if (number > 0)
            self->out->rw = number;
        next++;
    }
    return next - at;
}

/* Opens a part; a number may belong to its name. */
static void
open_part(address *self, part into, bool name_number)
{
    self->into = into;
    self->after_street = false;
    self->name_number = name_number;
    self->named = self->closed = false;
}

/* A marker word; returns how many words it took. */
static size_t
take_marker(address *self, const bina_lexeme *entry, size_t at, size_t used)
{
    int32_t number;
    const bina_words *words = &self->words;
    switch (entry->kind) {
    case BINA_LEXEME_STREET:
        open_part(self, STREET_PART, false);
        add_form(self, entry->canonical, false);
        self->after_street = strcmp(entry->canonical, "jalan") == 0;
        self->name_number = !self->after_street;
        return used;
    case BINA_LEXEME_RT:
    case BINA_LEXEME_RW:
        self->name_number = false;
        self->closed = self->named;
        return take_units(self, at, entry->kind == BINA_LEXEME_RT);
    case BINA_LEXEME_NUMBER:
        self->name_number = false;
        if (at + used < words->count && number_of(&words->at[at + used], &number)) {
            bool first = self->out->house < 0;
            if (first)
                self->out->house = number;
            used++;
            if (at + used < words->count && bina_word_is_letter(&words->at[at + used])) {
                if (first) /* 10B, 10 B */
                    self->out->house_letter = words->at[at + used].text[0];
                used++;
            }
        }
        return used;
    case BINA_LEXEME_HAMLET:
        open_part(self, HAMLET_PART, true);
        add_form(self, entry->canonical, false);
        return used;
    case BINA_LEXEME_VILLAGE:
    case BINA_LEXEME_DISTRICT:
    case BINA_LEXEME_REGENCY:
    case BINA_LEXEME_PROVINCE:
        /* The level is not written: some give it, some do not. */
        open_part(self, PLACE_PART, true);
        return used;
    case BINA_LEXEME_ESTATE:
        open_part(self, self->into == HAMLET_PART ? HAMLET_PART : STREET_PART, true);
        add_form(self, entry->canonical, false);
        return used;
    case BINA_LEXEME_LANDMARK:
        open_part(self, PLACE_PART, true);
        add_form(self, entry->canonical, false);
        return used;
    case BINA_LEXEME_HONORIFIC: /* Jl. Jend. Sudirman is Jl. Sudirman */
        return used;
    default:
        add_form(self, entry->canonical,
                 entry->kind == BINA_LEXEME_ALIAS || entry->kind == BINA_LEXEME_GEO ||
                     entry->kind == BINA_LEXEME_COMPASS);
        return used;
    }
}

/* True when the entry does not apply where the word stands. */
static bool
does_not_apply(const address *self, const bina_lexeme *entry, size_t at, size_t used)
{
    const bina_word *word = &self->words.at[at];
    bool last = at + used >= self->words.count;
    bool shortened = strcmp(entry->form, entry->canonical) != 0;
    const bina_word *next = last ? NULL : &self->words.at[at + used];
    switch (entry->kind) {
    case BINA_LEXEME_GEO: /* "gn." goes before a name */
        return shortened && (last || (next->text[0] >= '0' && next->text[0] <= '9'));
    case BINA_LEXEME_COMPASS: /* "tim" goes after one */
        return shortened && at == 0;
    case BINA_LEXEME_HONORIFIC: /* only of people in street names; the h of H.O.S. is an initial */
        return self->into != STREET_PART || last ||
               (bina_word_is_letter(word) && bina_word_is_letter(next));
    case BINA_LEXEME_HAMLET:
    case BINA_LEXEME_VILLAGE:
    case BINA_LEXEME_DISTRICT:
    case BINA_LEXEME_REGENCY: /* "Jl. Desa", "Kampung" alone, "Kota Baru" joined later */
        return last || (self->after_street && !shortened && !(word->mark & BINA_WORD_DOT));
    default:
        return false;
    }
}

static void
take_plain(address *self, const bina_word *word)
{
    bina_writer modern;
    if (self->after_street && run_of_initials(word) && !(word->mark & BINA_WORD_COMMA)) {
        for (size_t i = 0; i < word->length; i++)
            add(self, word->text + i, 1, true);
        self->after_street = false;
        return;
    }
    if (bina_modern_spelling(word->text, word->length, &modern))
        add(self, modern.text, modern.length, true);
    else
        add(self, word->text, word->length, true);
    self->after_street = false;
}

/* A bare number: RT/RW written "001/002", a house number at the end of a street, or a name's. */
static size_t
take_number(address *self, size_t at, int32_t number)
{
    const bina_words *words = &self->words;
    const bina_word *word = &words->at[at];
    const bina_word *next = at + 1 < words->count ? word + 1 : NULL;
    int32_t second;
    if (word->length == 3 && next != NULL && next->length == 3 && number_of(next, &second) &&
        (next->mark & BINA_WORD_TIGHT) && self->out->rt < 0) {
        self->out->rt = number > 0 ? number : -1;
        self->out->rw = second > 0 ? second : -1;
        return 2;
    }
    bool letter = next != NULL && bina_word_is_letter(next) && (next->mark & BINA_WORD_TIGHT);
    size_t used = letter ? 2 : 1;
    size_t unused = 0;
    bool ends = at + used >= words->count || (words->at[at + used].mark & BINA_WORD_GAP) ||
                bina_memo_find_words(self->out->memo, &bina_lexicon_address, &words->at[at + used],
                                     words->count - at - used, &unused) != NULL;
    bool street = self->into == STREET_PART && !self->after_street && !self->name_number &&
                  self->parts[STREET_PART].length > 0;
    if (street && ends && self->out->house < 0 && number > 0) {
        self->out->house = number;
        self->out->house_letter = letter ? next->text[0] : '\0';
        return used;
    }
    char digits[12];
    size_t length = 0;
    for (int32_t n = number; n > 0 || length == 0; n /= 10)
        digits[sizeof digits - ++length] = (char)('0' + n % 10);
    add(self, digits + sizeof digits - length, length, true);
    self->name_number = false;
    return 1;
}

static bina_span
append(bina_writer *to, const bina_writer *from)
{
    return bina_writer_word(to, from->text, from->length);
}

static void
append_unit(bina_writer *to, const char *name, int32_t number, char letter)
{
    char text[16];
    size_t at = sizeof text;
    if (number < 0)
        return;
    if (letter != '\0')
        text[--at] = letter;
    do
        text[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    bina_writer_word(to, name, strlen(name));
    bina_writer_word(to, text + at, sizeof text - at);
}

/* The words of told[] as pieces of text, found again where they stand. */
static void
core_of(const bina_writer *told, const bina_writer *text, bina_span where, bina_core *core)
{
    size_t from = where.start;
    for (size_t i = 0; i < told->length;) {
        size_t length = strcspn(told->text + i, " ");
        for (; from + length <= (size_t)where.start + where.length; from++) {
            bool starts = from == where.start || text->text[from - 1] == ' ';
            char after = text->text[from + length];
            if (starts && (after == ' ' || after == '\0') &&
                memcmp(text->text + from, told->text + i, length) == 0)
                break;
        }
        if (from + length > (size_t)where.start + where.length)
            return;
        bina_core_add(core, (bina_span){(uint16_t)from, (uint16_t)length});
        from += length;
        i += length + (told->text[i + length] == ' ');
    }
}

/* Whether a word is of a name, not a number nor the mark of another part. */
static bool
goes_on(const bina_word *word, const bina_lexeme *entry)
{
    if (entry == NULL)
        return word->length > 2 && !bina_is_digit(word->text[0]);
    return entry->kind == BINA_LEXEME_ALIAS || entry->kind == BINA_LEXEME_GEO;
}

static void
read_words(address *self)
{
    bool street_seen = false;
    for (size_t i = 0; i < self->words.count;) {
        const bina_word *word = &self->words.at[i];
        size_t used = 0;
        int32_t number;
        bool begun = self->into == STREET_PART ? street_seen : self->named;
        if (self->into != PLACE_PART && begun && (word->mark & BINA_WORD_GAP) &&
            (word->mark & BINA_WORD_COMMA))
            open_part(self, PLACE_PART, true); /* "Jl. Mawar, Selong", "Dusun Krajan, Selong" */
        const bina_lexeme *entry = bina_memo_find_words(self->out->memo, &bina_lexicon_address,
                                                        word, self->words.count - i, &used);
        if (entry != NULL && does_not_apply(self, entry, i, used))
            entry = NULL;
        if (self->closed && self->into != PLACE_PART && goes_on(word, entry))
            open_part(self, PLACE_PART, true); /* "Dusun Krajan RT 1 RW 2 Selong" */
        if (entry != NULL) {
            street_seen = street_seen || entry->kind == BINA_LEXEME_STREET;
            if (entry->kind != BINA_LEXEME_STREET && entry->kind != BINA_LEXEME_HONORIFIC)
                self->after_street = false;
            i += take_marker(self, entry, i, used);
            if (entry->kind != BINA_LEXEME_HONORIFIC && entry->kind != BINA_LEXEME_STREET)
                continue;
        } else if (number_of(word, &number)) {
            i += take_number(self, i, number);
            self->after_street = false;
        } else {
            bool lane = self->name_number && roman(word);
            take_plain(self, word);
            self->name_number = self->name_number && !lane && self->into != STREET_PART;
            i++;
        }
    }
}

void
bina_standard_address(bina_writer *folded, bina_standard *out)
{
    address self;
    bina_writer text;
    bina_core core = {.count = 0};
    self.out = out;
    open_part(&self, PLACE_PART, true);
    bina_writer_clear(&self.marked);
    for (size_t i = 0; i < PARTS; i++) {
        bina_writer_clear(&self.parts[i]);
        bina_writer_clear(&self.told[i]);
    }
    bina_split(folded, true, &self.words);
    read_words(&self);

    bina_writer_clear(&text);
    out->street = append(&text, &self.parts[STREET_PART]);
    append_unit(&text, "no", out->house, out->house_letter);
    append_unit(&text, "rt", out->rt, '\0');
    append_unit(&text, "rw", out->rw, '\0');
    out->hamlet = append(&text, &self.parts[HAMLET_PART]);
    out->place = append(&text, &self.parts[PLACE_PART]);
    bina_span where[PARTS] = {out->street, out->hamlet, out->place};
    for (size_t i = 0; i < PARTS; i++)
        core_of(&self.told[i], &text, where[i], &core);
    bina_standard_finish(BINA_PROFILE_INDONESIA, &text, &self.marked, &core, out);
}
