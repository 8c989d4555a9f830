/* What is written must not lie over what is read, nor over one another. */
#include <string.h>
#include <sys/stat.h>
#include "cli.h"

/* The options whose files are written, by whatever command has them. */
static const char *const written[] = {"out",       "faults",    "rows",          "pairs",
                                      "questions", "expected",  "save-settings", "save-model",
                                      "histogram", "unlinkable"};
/* The options whose files are read. Settings may be saved where they came from. */
static const char *const read_from[] = {"in", "mapping", "policy", "score", "verdicts"};

enum {
    WRITTEN = sizeof written / sizeof *written,
    READ_FROM = sizeof read_from / sizeof *read_from,
};

static bool
is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* The folder of a path, and the name in it; false when the folder is not there. */
static bool
find_folder(const char *path, struct stat *folder, const char **name)
{
    char text[4096];
    const char *slash = strrchr(path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - path) + 1;

    *name = path + length;
    if (length >= sizeof text)
        return false;
    memcpy(text, length > 0 ? path : ".", length > 0 ? length : 1);
    text[length > 0 ? length : 1] = '\0';
    return stat(text, folder) == 0;
}

bool
cli_same_file(const char *a, const char *b)
{
    struct stat of_a, of_b;
    const char *name_a, *name_b;
    bool has_a = stat(a, &of_a) == 0, has_b = stat(b, &of_b) == 0;

    if (strcmp(a, b) == 0)
        return true;
    if (has_a || has_b)
        return has_a && has_b && is_same(&of_a, &of_b);
    /* Neither is there yet. */
    return find_folder(a, &of_a, &name_a) && find_folder(b, &of_b, &name_b) &&
           is_same(&of_a, &of_b) && strcmp(name_a, name_b) == 0;
}

/* The path of an option whose file is replaced; NULL when there is none, or no file but a device.
 */
static const char *
replaced(const cli *self, const char *option)
{
    const char *path = cli_option_value(self, option);
    struct stat status;

    if (path == NULL || strcmp(path, "-") == 0)
        return NULL;
    return stat(path, &status) != 0 || S_ISREG(status.st_mode) ? path : NULL;
}

/* Complains, before the work rather than after it, where no file can be written. */
static int
check_folder(const cli *self, const char *option, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct stat status;
    char folder[4096];

    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        cli_complain(self, "--%s: %s is a folder; name a file in it",
                     "--%s: %s itu folder; sebutkan berkas di dalamnya", option, path);
        return CLI_INPUT;
    }
    if (slash == NULL || slash == path || (size_t)(slash - path) >= sizeof folder)
        return CLI_OK;
    memcpy(folder, path, (size_t)(slash - path));
    folder[slash - path] = '\0';
    if (stat(folder, &status) == 0 && S_ISDIR(status.st_mode))
        return CLI_OK;
    cli_complain(self, "--%s: %s cannot be written: there is no folder %s",
                 "--%s: %s tidak dapat ditulis: tidak ada folder %s", option, path, folder);
    return CLI_INPUT;
}

static int
complain_of_input(const cli *self, const char *option, const char *path)
{
    cli_complain(self, "--%s would write over %s, which is read; name another file",
                 "--%s akan menimpa %s, padahal berkas itu dibaca; sebutkan berkas lain", option,
                 path);
    return CLI_USAGE;
}

int
cli_check_written(const cli *self)
{
    for (int i = 0; i < WRITTEN; i++) {
        const char *path = cli_option_value(self, written[i]);
        if (path != NULL && strcmp(path, "-") != 0 &&
            check_folder(self, written[i], path) != CLI_OK)
            return CLI_INPUT;
        path = replaced(self, written[i]);
        if (path == NULL)
            continue;
        for (int k = 0; k < self->count; k++)
            if (cli_same_file(path, self->arguments[k]))
                return complain_of_input(self, written[i], path);
        for (int k = 0; k < READ_FROM; k++) {
            const char *other = cli_option_value(self, read_from[k]);
            if (other != NULL && cli_same_file(path, other))
                return complain_of_input(self, written[i], path);
        }
        for (int k = 0; k < i; k++) {
            const char *other = replaced(self, written[k]);
            if (other != NULL && cli_same_file(path, other)) {
                cli_complain(self, "--%s and --%s would write the same file, %s",
                             "--%s dan --%s akan menulis berkas yang sama, %s", written[k],
                             written[i], path);
                return CLI_USAGE;
            }
        }
    }
    return CLI_OK;
}
