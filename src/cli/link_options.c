/* The options of bina link that say how, as settings of the linkage. */
#include "link_options.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "settings.h"

/* Reads 0.7, and 0,7 as it is written in Indonesia; false when it is no probability. */
static bool
read_probability(const char *text, double *value)
{
    char point[32];
    size_t length = strlen(text), comma = strcspn(text, ",");
    char *end;

    if (length == 0 || length >= sizeof(point))
        return false;
    memcpy(point, text, length + 1);
    if (comma < length)
        point[comma] = '.';
    *value = strtod(point, &end);
    return *end == '\0' && *value > 0 && *value < 1;
}

/* A probability given as an option; false after complaining when it is none. */
static bool
option_probability(const cli *self, const char *name, bina_record *record, int slot)
{
    const char *text = cli_option_value(self, name);
    double value;

    if (text == NULL)
        return true;
    if (!read_probability(text, &value)) {
        cli_complain(self, "--%s takes a probability between 0 and 1, such as 0.7, not \"%s\"",
                     "--%s memerlukan peluang antara 0 dan 1, misalnya 0.7, bukan \"%s\"", name,
                     text);
        return false;
    }
    bina_set_real(record, slot, value);
    return true;
}

/* Megabytes given as an option, "300", "300M" or "2G"; false after complaining of anything else. */
static bool
option_memory(const cli *self, bina_record *record)
{
    const char *text = cli_option_value(self, "memory"), *folder = cli_option_value(self, "folder");
    long long value;
    char *end;

    if (folder != NULL)
        bina_set_text(record, BINA_LINKAGE_OPTION_FOLDER, folder);
    if (text == NULL)
        return true;
    errno = 0;
    value = strtoll(text, &end, 10);
    if (*end == 'G' || *end == 'g') {
        value = value > INT64_MAX / 1024 ? INT64_MAX : value * 1024;
        end++;
    } else if (*end == 'M' || *end == 'm') {
        end++;
    }
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0) {
        cli_complain(self, "--memory takes a size as in 200M or 2G, not \"%s\"",
                     "--memory memerlukan ukuran seperti 200M atau 2G, bukan \"%s\"", text);
        return false;
    }
    bina_set_int(record, BINA_LINKAGE_OPTION_MEMORY, value);
    return true;
}

/* Options of the command line go before those of the file. */
static int
add_options(const cli *self, bina_linkage_settings *settings)
{
    bina_record *record =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    int64_t threads = 0;
    int ended = CLI_OK;

    if (record == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (!option_probability(self, "link", record, BINA_LINKAGE_OPTION_LINK) ||
        !option_probability(self, "review", record, BINA_LINKAGE_OPTION_REVIEW) ||
        !cli_option_number(self, "threads", &threads) || !option_memory(self, record))
        ended = CLI_USAGE;
    if (cli_option_value(self, "threads") != NULL)
        bina_set_int(record, BINA_LINKAGE_OPTION_THREADS, threads);
    if (ended == CLI_OK && bina_linkage_settings_add(settings, record, NULL, 0) != BINA_OK) {
        cli_fail(self, bina_linkage_settings_error(settings));
        ended = CLI_USAGE;
    }
    bina_record_free(record);
    return ended;
}

int
cli_link_settings(const cli *self, bina_linkage_settings **settings)
{
    const char *path = cli_option_value(self, "settings"), *folder = getenv("TMPDIR");
    bina_record *record = NULL;
    int ended = CLI_OK;

    *settings = bina_linkage_settings_new();
    if (*settings != NULL)
        record = bina_record_new_of(bina_linkage_settings_description(*settings, "options"));
    if (record == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    bina_set_int(record, BINA_LINKAGE_OPTION_THREADS, 0);
    if (folder != NULL && folder[0] != '\0')
        bina_set_text(record, BINA_LINKAGE_OPTION_FOLDER, folder);
    if (bina_linkage_settings_add(*settings, record, NULL, 0) != BINA_OK)
        ended = cli_fail(self, bina_linkage_settings_error(*settings));
    bina_record_free(record);
    if (ended == CLI_OK && path != NULL)
        ended = cli_add_linkage_settings(self, path, *settings);
    return ended == CLI_OK ? add_options(self, *settings) : ended;
}
