#include "linkage/models_in_text.h"

#include <string.h>

#define LOOKED  2000 /* values of a column */
#define HAVE    0.5  /* of the values of one list, that have a model */
#define SOME    0.25 /* of those of every other list */
#define OWN     0.6  /* models that differ, of those there are */
#define LONGEST 24   /* letters and figures of a model */

/* A word of a text, without its marks. */
typedef struct piece {
    char text[LONGEST];
    size_t length, letters, figures;
    bool capitals; /* no small letters */
    bool measure;  /* figures first, then letters alone; or a decimal point */
} piece;

static bool
parts_words(char c)
{
    return c != '\0' && strchr(" \t,;/()[]|\"'", c) != NULL;
}

/* Reads the next word; false at the end. */
static bool
next(const char **at, const char *end, piece *word)
{
    bool tail = false, mixed = false;

    while (*at < end && parts_words(**at))
        (*at)++;
    if (*at == end)
        return false;
    *word = (piece){.capitals = true};
    for (; *at < end && !parts_words(**at); (*at)++) {
        /* Of English letters, whatever the program's locale. */
        char c = **at;
        bool figure = c >= '0' && c <= '9', small = c >= 'a' && c <= 'z';
        bool letter = small || (c >= 'A' && c <= 'Z');
        if (!letter && !figure) {
            word->measure = word->measure || (c == '.' && word->figures > 0);
            continue;
        }
        word->letters += letter;
        word->figures += figure;
        word->capitals = word->capitals && !small;
        mixed = mixed || (tail && figure);
        tail = tail || (letter && word->figures > 0);
        if (word->length < LONGEST)
            word->text[word->length] = small ? (char)(c - 'a' + 'A') : c;
        word->length++;
    }
    /* 10mm, 1080p, 18cu: what follows the figures is a unit. */
    word->measure =
        word->measure || (tail && !mixed && word->text[0] >= '0' && word->text[0] <= '9');
    return true;
}

size_t
bina_link_model_in(const char *text, size_t length, char *model, size_t room)
{
    const char *at = text, *end = text + length;
    piece word, before = {.length = 0};
    size_t best = 0;

    for (; next(&at, end, &word); before = word) {
        bool mixed = word.letters > 0 && word.figures > 0;
        bool joined = word.letters == 0 && word.figures >= 3 && before.figures == 0 &&
                      before.letters > 0 && before.length <= 3 && before.capitals;
        size_t made = word.length + (joined ? before.length : 0);
        if (made <= best || made < 4 || made > LONGEST || made >= room || word.figures < 2 ||
            word.measure || !(mixed || joined))
            continue;
        best = made;
        if (joined)
            memcpy(model, before.text, before.length);
        memcpy(model + (made - word.length), word.text, word.length);
    }
    return best;
}

/* The share of a column's values that have a model, and of these the share that differ. */
static bina_status
look(const bina_link_table *table, const bina_link_source *source, double *have, double *own)
{
    const bina_dictionary *values = &table->lists[source->list]->columns[source->column].values;
    uint32_t looked = 0, found = 0, code;
    bina_dictionary models;
    char model[LONGEST + 1];
    bina_status status = bina_dictionary_init(&models);

    for (uint32_t v = 1, every = values->count / LOOKED + 1; v < values->count && status == BINA_OK;
         v += every, looked++) {
        size_t length = bina_link_model_in(bina_dictionary_text(values, v),
                                           bina_dictionary_length(values, v), model, sizeof(model));
        if (length == 0)
            continue;
        found++;
        status = bina_dictionary_add(&models, model, length, &code);
    }
    *have = looked > 0 ? (double)found / looked : 0;
    *own = found > 0 && status == BINA_OK ? (double)(models.count - 1) / found : 0;
    bina_dictionary_drop(&models);
    return status;
}

bina_status
bina_link_models_find(bina_link_plan *plan, const bina_link_table *table)
{
    bina_status status = BINA_OK;
    int from = -1;
    bina_link_spec *spec;

    for (int f = 0; f < plan->count; f++)
        if (strcmp(plan->field[f].name, "model") == 0)
            return BINA_OK;
    for (int f = 0; f < plan->count && from < 0; f++) {
        const bina_link_spec *text = &plan->field[f];
        double least = 1, most = 0, have, own;
        for (size_t s = 0; s < text->source_count && least > 0; s++) {
            const bina_link_source *source = &text->sources[s];
            have = own = 0;
            if (source->take == BINA_LINK_TAKE_TEXT && source->role == BINA_ROLE_TEXT &&
                text->compare == BINA_LINK_WORDS)
                status = look(table, source, &have, &own);
            if (status != BINA_OK)
                return status;
            most = have > most ? have : most;
            least = own < OWN || have < SOME ? 0 : least;
        }
        if (least > 0 && most >= HAVE)
            from = f;
    }
    spec = from < 0 ? NULL : bina_link_plan_add(plan, "model", BINA_LINK_EXACT);
    if (spec == NULL)
        return BINA_OK;
    spec->frequency = true;
    for (size_t s = 0; s < plan->field[from].source_count && status == BINA_OK; s++) {
        bina_link_source source = plan->field[from].sources[s];
        source.role = BINA_ROLE_IDENTIFIER;
        source.take = BINA_LINK_TAKE_MODEL;
        status = bina_link_spec_add_source(spec, &source);
    }
    return status;
}
