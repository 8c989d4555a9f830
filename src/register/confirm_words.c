/* What agencies write for an answer, besides the words they are offered. */
#include <ctype.h>
#include <string.h>
#include <bina/codes.h>
#include "exchange/mapping.h"
#include "register/confirm.h"

static const struct {
    const char *said, *word;
} sayings[] = {
    {"masih ada", "exists"},       {"aktif", "exists"},
    {"masih aktif", "exists"},     {"masih jalan", "exists"},
    {"berjalan", "exists"},        {"buka", "exists"},
    {"benar", "exists"},           {"ya", "exists"},
    {"active", "exists"},          {"yes", "exists"},
    {"sudah tutup", "closed"},     {"tutup permanen", "closed"},
    {"berhenti", "closed"},        {"sudah berhenti", "closed"},
    {"tidak aktif", "closed"},     {"bangkrut", "closed"},
    {"bubar", "closed"},           {"stopped", "closed"},
    {"sudah pindah", "moved"},     {"pindah alamat", "moved"},
    {"pindah tempat", "moved"},    {"bukan binaan", "not_ours"},
    {"bukan kami", "not_ours"},    {"bukan milik kami", "not_ours"},
    {"tidak dikenal", "not_ours"}, {"tidak terdaftar", "not_ours"},
    {"unknown to us", "not_ours"}, {"ganda", "twin_of"},
    {"dobel", "twin_of"},          {"double", "twin_of"},
    {"duplikat", "twin_of"},       {"duplicate", "twin_of"},
    {"twin", "twin_of"},
};

/* Whether a key is a phrase, or begins with it as with a word: "tutup sejak 2019". */
static bool
begins_with(const char *key, const char *phrase)
{
    char wanted[BINA_HEADER_KEY];
    size_t length = strlen(bina_header_key(phrase, wanted, sizeof wanted));

    return length > 0 && strncmp(key, wanted, length) == 0 &&
           (key[length] == '\0' || key[length] == ' ');
}

const char *
bina_confirm_word(const char *text)
{
    static const char list[] = "confirmation_answer";
    const char *word = bina_codes_find(list, text), *found = NULL;
    char key[BINA_HEADER_KEY];
    size_t longest = 0;

    if (word != NULL)
        return word;
    bina_header_key(text, key, sizeof key);
    /* The longest beginning wins: "ganda dengan" is no "ganda ..." of another kind. */
    for (int n = 0; (word = bina_codes_word(list, n)) != NULL; n++)
        for (int language = 0; language < 2; language++) {
            const char *label = bina_codes_label(list, word, (bina_language)language);
            if (begins_with(key, label) && strlen(label) > longest) {
                longest = strlen(label);
                found = word;
            }
        }
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++)
        if (begins_with(key, sayings[i].said) && strlen(sayings[i].said) > longest) {
            longest = strlen(sayings[i].said);
            found = sayings[i].word;
        }
    return found;
}
