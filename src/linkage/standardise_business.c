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

void
bina_standard_business(bina_writer *folded, bina_standard *out)
{
    bina_writer joined, text, marked;
    bina_words words;
    bina_core core = {.count = 0};
    join_letters(folded, &joined);
    bina_split(&joined, false, &words);
    bina_writer_clear(&text);
    bina_writer_clear(&marked);

    bool owner = false;       /* inside the name of a person */
    bool trade_first = false; /* the name began with a trade word */
    bool all_names = true;    /* the distinctive rest is words of person names */
    bina_span rest = {0, 0}, trade = {0, 0};
    for (size_t i = 0; i < words.count;) {
        size_t used = 0, left = words.count - i;
        const bina_word *word = &words.at[i];
        const bina_lexeme *entry =
            bina_memo_find_words(out->memo, &bina_lexicon_business, word, left, &used);
        uint8_t kind = entry != NULL ? entry->kind : BINA_LEXEME_NONE;
        if (kind == BINA_LEXEME_OWNER && left <= used)
            kind = BINA_LEXEME_NONE; /* nothing follows: "toko mas" */
        if (owner && (kind == BINA_LEXEME_FILLER || kind == BINA_LEXEME_PRODUCT ||
                      kind == BINA_LEXEME_TRADE))
            owner = false;
        if (kind == BINA_LEXEME_FORM || kind == BINA_LEXEME_HOME) {
            if (kind == BINA_LEXEME_HOME)
                out->flags |= BINA_STANDARD_HOME;
            else
                set_form(out, entry->canonical);
        } else if (kind == BINA_LEXEME_NONE) {
            bina_writer scratch;
            const char *written = word->text;
            size_t length = word->length;
            const bina_lexeme *person = bina_name_word(out->memo, &written, &length, &scratch);
            used = 1;
            all_names = all_names && (person != NULL || length == 1);
            bina_span span = bina_writer_word(&text, written, length);
            if (!out->brief)
                bina_writer_marked(&marked, '\0', written, length);
            bina_core_add(&core, span);
            widen(&rest, span);
            if (owner)
                widen(&out->owner, span);
        } else {
            size_t length = strlen(entry->canonical);
            bina_span span = bina_writer_word(&text, entry->canonical, length);
            if (!out->brief)
                bina_writer_marked(&marked, kind == BINA_LEXEME_OWNER ? '^' : '~', entry->canonical,
                                   length);
            if (kind == BINA_LEXEME_OWNER)
                owner = true;
            else if (kind == BINA_LEXEME_PRODUCT && out->product.length == 0)
                out->product = span;
            else if (kind == BINA_LEXEME_TRADE && trade.length == 0)
                trade = span;
            trade_first = trade_first || (kind == BINA_LEXEME_TRADE && core.count == 0);
        }
        i += used;
    }
    if (out->product.length == 0)
        out->product = trade;
    if (out->owner.length == 0 && out->form.length == 0 && trade_first && core.count > 0 &&
        core.count <= 3 && all_names)
        out->owner = rest;
    if (text.length == 0) {
        /* Nothing but a form: keep it, there is no other name. */
        const char *only = out->form.length > 0                ? out->extra
                           : (out->flags & BINA_STANDARD_HOME) ? "home industry"
                                                               : "";
        bina_writer_word(&text, only, strlen(only));
        bina_writer_marked(&marked, '~', only, strlen(only));
    }
    if (core.count == 0 && text.length > 0)
        out->flags |= BINA_STANDARD_GENERIC;
    bina_standard_finish(BINA_PROFILE_INDONESIA, &text, &marked, &core, out);
}
