/* The code lists, expanded from codes.def. */
#include <string.h>
#include <bina/codes.h>
#include "base/text.h"

typedef struct word {
    const char *word;
    const char *label[2];
} word;

typedef struct code_list {
    const char *name, *doc;
    const word *words;
} code_list;

#define BINA_CODES(list, doc)                           static const word words_##list[] = {
#define BINA_CODE_WORD(list, code, english, indonesian) {code, {english, indonesian}},
#define BINA_CODES_END(list)                                                                       \
    {                                                                                              \
        NULL,                                                                                      \
        {                                                                                          \
            NULL, NULL                                                                             \
        }                                                                                          \
    }                                                                                              \
    }                                                                                              \
    ;
#include "model/codes/codes.def"

static const code_list lists[] = {
#define BINA_CODES(list, list_doc) {#list, list_doc, words_##list},
#define BINA_CODE_WORD(list, code, english, indonesian)
#define BINA_CODES_END(list)
#include "model/codes/codes.def"
};

static const int list_count = (int)(sizeof lists / sizeof *lists);

static const code_list *
find_list(const char *name)
{
    if (name != NULL)
        for (int i = 0; i < list_count; i++)
            if (strcmp(lists[i].name, name) == 0)
                return &lists[i];
    return NULL;
}

const char *
bina_codes_at(int n)
{
    return n >= 0 && n < list_count ? lists[n].name : NULL;
}

const char *
bina_codes_doc(const char *list)
{
    const code_list *found = find_list(list);

    return found != NULL ? found->doc : NULL;
}

const char *
bina_codes_word(const char *list, int n)
{
    const code_list *found = find_list(list);

    if (found == NULL || n < 0)
        return NULL;
    for (int i = 0; found->words[i].word != NULL; i++)
        if (i == n)
            return found->words[i].word;
    return NULL;
}

const char *
bina_codes_label(const char *list, const char *code, bina_language language)
{
    const code_list *found = find_list(list);

    if (found != NULL && code != NULL)
        for (const word *w = found->words; w->word != NULL; w++)
            if (strcmp(w->word, code) == 0)
                return w->label[language == BINA_INDONESIAN];
    return NULL;
}

const char *
bina_codes_find(const char *list, const char *text)
{
    const code_list *found = find_list(list);

    if (found != NULL && text != NULL)
        for (const word *w = found->words; w->word != NULL; w++)
            if (bina_text_equal_nocase(w->word, text) ||
                bina_text_equal_nocase(w->label[0], text) ||
                bina_text_equal_nocase(w->label[1], text))
                return w->word;
    return NULL;
}
