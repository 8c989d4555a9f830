#include "refused.h"
#include <string.h>
#include <unistd.h>

/* What other programs call what is called otherwise here. */
static const char *const commands_elsewhere[][2] = {
    {"dedupe", "link"},  {"deduplicate", "link"}, {"join", "link"},    {"compare", "link"},
    {"open", "look"},    {"profile", "look"},     {"create", "init"},  {"new", "init"},
    {"restore", "undo"}, {"add", "import"},       {"search", "match"}, {"print", "report"},
};
static const char *const options_elsewhere[][2] = {
    {"output", "out"},      {"threshold", "link"}, {"config", "settings"}, {"model", "settings"},
    {"cores", "threads"},   {"jobs", "threads"},   {"workers", "threads"}, {"silent", "quiet"},
    {"labels", "verdicts"}, {"ram", "memory"},     {"temp", "folder"},     {"language", "lang"},
};

enum { ELSEWHERE = sizeof options_elsewhere / sizeof *options_elsewhere };

_Static_assert(sizeof commands_elsewhere == sizeof options_elsewhere, "one loop reads either");

/* A name that is looked for among those that are known. */
typedef struct sought {
    const char *name;
    size_t length;
    const char *near;
    size_t least; /* the slips that near is away, or one more than are forgiven */
} sought;

/* Takes what is meant by a word, if that is nearer to the name than all before. */
static void
compare(sought *self, const char *word, const char *meant)
{
    size_t away = bina_distance_osa(self->name, self->length, word, strlen(word));

    if (self->length > 1 && strncmp(self->name, word, self->length) == 0)
        away = 0; /* the beginning of several: the first of them */
    if (away < self->least && 2 * away < self->length) {
        self->least = away;
        self->near = meant;
    }
}

/* The same of what is called otherwise elsewhere. */
static void
compare_elsewhere(sought *self, const char *const elsewhere[][2], const char *known)
{
    for (int i = 0; i < ELSEWHERE; i++)
        if (strcmp(elsewhere[i][1], known) == 0)
            compare(self, elsewhere[i][0], known);
}

void
cli_complain_of_command(const cli *self, const char *name, const char *(*known)(int i))
{
    sought command = {.name = name, .length = strlen(name), .least = 3};

    for (int i = 0; known(i) != NULL; i++) {
        compare(&command, known(i), known(i));
        compare_elsewhere(&command, commands_elsewhere, known(i));
    }
    if (access(name, F_OK) == 0)
        cli_complain(self, "%s is a file; say first what to do, such as: bina look %s",
                     "%s itu berkas; sebutkan dulu perintahnya, misalnya: bina look %s", name,
                     name);
    else if (command.near != NULL)
        cli_complain(self, "there is no command \"%s\"; did you mean %s?",
                     "tidak ada perintah \"%s\"; maksudnya %s?", name, command.near);
    else
        cli_complain(self, "there is no command \"%s\"; bina help names those there are",
                     "tidak ada perintah \"%s\"; bina help menyebut yang ada", name);
}

/* The option nearest to a word, dashes before it or not; NULL when none is near. */
static const char *
nearest_option(const cli *self, const char *word)
{
    const char *name = word + strspn(word, "-"), *known;
    sought option = {.name = name, .length = strcspn(name, "=")}; /* the value may be anything */

    option.least = option.length > 4 ? 3 : 2;
    for (int i = 0; (known = cli_option_name(self, i)) != NULL; i++) {
        compare(&option, known, known);
        compare_elsewhere(&option, options_elsewhere, known);
    }
    return option.near;
}

bool
cli_lacks_dash(const cli *self, const char *word, const char *value)
{
    const char *near = value == word + 2 ? nearest_option(self, word) : NULL;

    /* A file may be called anything: only -out and what begins so, as -output. */
    return near != NULL && strcmp(near, "out") == 0 && strncmp(word, "-out", 4) == 0;
}

void
cli_complain_of_option(const cli *self, const char *word)
{
    const char *near = nearest_option(self, word);
    int shown = (int)strcspn(word, "=");

    if (near != NULL)
        cli_complain(self, "%.*s is no option of this command; did you mean --%s?",
                     "%.*s bukan pilihan perintah ini; maksudnya --%s?", shown, word, near);
    else
        cli_complain(self, "%.*s is no option of this command", "%.*s bukan pilihan perintah ini",
                     shown, word);
}
