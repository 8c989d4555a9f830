/* What is written must not lie over what is read, nor over one another. */
#include <string.h>
#include <sys/stat.h>
#include "cli.h"

/* The options whose files are written, by whatever command has them. */
static const char *const written[] = {"out",        "faults",    "pairs",
                                      "questions",  "expected",  "save-settings",
                                      "save-model", "histogram", "unlinkable"};
/* The options whose files are read. Settings may be saved where they came from. */
static const char *const read_from[] = {"in", "mapping", "policy", "score", "verdicts"};

enum {
    WRITTEN = sizeof written / sizeof *written,
    READ_FROM = sizeof read_from / sizeof *read_from,
};

bool
cli_same_file(const char *a, const char *b)
{
    struct stat of_a, of_b;

    return strcmp(a, b) == 0 || (stat(a, &of_a) == 0 && stat(b, &of_b) == 0 &&
                                 of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino);
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
        const char *path = replaced(self, written[i]);
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
