/* Reading a command line by the table of its command, and printing the help from the same table. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include "cli.h"

/* Options every command takes. */
static const cli_option common[] = {
    {"csv", NULL, {"print CSV, for programs", "cetak CSV, untuk program"}},
    {"json", NULL, {"print JSON, for programs", "cetak JSON, untuk program"}},
    {"lang", "en|id", {"speak English or Indonesian", "bahasa Inggris atau Indonesia"}},
    {"quiet", NULL, {"no progress, no remarks", "tanpa kemajuan dan keterangan"}},
    {"help", NULL, {"show this help", "tampilkan bantuan ini"}},
    {NULL, NULL, {NULL, NULL}},
};

enum { MOST_OPTIONS = 32, COMMON = 1000 };

static int
count_options(const cli_option *options)
{
    int count = 0;

    while (options != NULL && options[count].name != NULL)
        count++;
    return count;
}

/* Takes one of the common options but --help; CLI_OK or CLI_USAGE. */
static int
take_common(cli *self, int index, const char *value)
{
    const char *name = common[index].name;

    if (strcmp(name, "csv") == 0) {
        self->format = CLI_CSV;
    } else if (strcmp(name, "json") == 0) {
        self->format = CLI_JSON;
    } else if (strcmp(name, "quiet") == 0) {
        self->quiet = true;
    } else if (strcmp(value, "id") == 0 || strcmp(value, "en") == 0) {
        self->language = value[0] == 'i' ? BINA_INDONESIAN : BINA_ENGLISH;
    } else {
        cli_complain(self, "--lang is en or id, not \"%s\"", "--lang itu en atau id, bukan \"%s\"",
                     value);
        return CLI_USAGE;
    }
    return CLI_OK;
}

static void
hint(const cli *self)
{
    cli_complain(self, "try: bina %s --help", "coba: bina %s --help", self->command->name);
}

int
cli_parse(cli *self, int argc, char **argv)
{
    struct option known[MOST_OPTIONS + 8];
    int own = count_options(self->command->options), shared = count_options(common), found;
    bool help = false;

    memset(known, 0, sizeof known);
    for (int i = 0; i < own; i++)
        known[i] = (struct option){self->command->options[i].name,
                                   self->command->options[i].value != NULL, NULL, i};
    for (int i = 0; i < shared; i++)
        known[own + i] = (struct option){common[i].name, common[i].value != NULL, NULL, COMMON + i};
    opterr = 0;
    while ((found = getopt_long(argc, argv, ":h", known, NULL)) != -1) {
        int ended = CLI_OK;
        if (found == 'h')
            help = true;
        else if (found == '?' || found == ':') {
            cli_complain(self,
                         found == ':' ? "%s needs a value" : "%s is no option of this command",
                         found == ':' ? "%s memerlukan nilai" : "%s bukan pilihan perintah ini",
                         argv[optind - 1]);
            ended = CLI_USAGE;
        } else if (found >= COMMON && strcmp(common[found - COMMON].name, "help") == 0) {
            help = true;
        } else if (found >= COMMON) {
            ended = take_common(self, found - COMMON, optarg);
        } else {
            self->values[found] = optarg != NULL ? optarg : "";
        }
        if (ended != CLI_OK) {
            if (ended == CLI_USAGE)
                hint(self);
            return ended;
        }
    }
    if (help) /* only now: --lang may stand after --help */
        return -1;
    self->count = argc - optind;
    self->arguments = argv + optind;
    if (self->count < self->command->least ||
        (self->command->most >= 0 && self->count > self->command->most)) {
        cli_complain(self, "usage: bina %s %s", "cara pakai: bina %s %s", self->command->name,
                     self->command->arguments);
        hint(self);
        return CLI_USAGE;
    }
    return CLI_OK;
}

const char *
cli_option_value(const cli *self, const char *name)
{
    for (int i = 0; self->command->options != NULL && self->command->options[i].name != NULL; i++)
        if (strcmp(self->command->options[i].name, name) == 0)
            return self->values[i];
    return NULL;
}

bool
cli_option_day(const cli *self, const char *name, int64_t *day)
{
    const char *text = cli_option_value(self, name);

    if (text == NULL || bina_date_parse(text, day))
        return true;
    cli_complain(self, "--%s is a day as 2020-11-09", "--%s itu hari seperti 2020-11-09", name);
    return false;
}

bool
cli_option_number(const cli *self, const char *name, int64_t *number)
{
    const char *text = cli_option_value(self, name);
    char *end;
    long long read;

    if (text == NULL)
        return true;
    read = strtoll(text, &end, 10);
    if (text[0] == '\0' || *end != '\0') {
        cli_complain(self, "--%s takes a whole number, not \"%s\"",
                     "--%s memerlukan bilangan bulat, bukan \"%s\"", name, text);
        return false;
    }
    *number = read;
    return true;
}

static void
print_options(const cli *self, const cli_option *options, FILE *to)
{
    for (; options != NULL && options->name != NULL; options++) {
        char left[64];
        snprintf(left, sizeof left, "--%s%s%s", options->name, options->value != NULL ? " " : "",
                 options->value != NULL ? options->value : "");
        fprintf(to, "  %-26s %s\n", left, cli_text(self, options->help[0], options->help[1]));
    }
}

void
cli_print_help(const cli *self, FILE *to)
{
    const cli_command *command = self->command;

    fprintf(to, "bina %s %s\n\n%s\n", command->name, command->arguments,
            cli_text(self, command->summary[0], command->summary[1]));
    if (command->detail[0] != NULL)
        fprintf(to, "\n%s\n", cli_text(self, command->detail[0], command->detail[1]));
    fprintf(to, "\n%s\n", cli_text(self, "Options:", "Pilihan:"));
    print_options(self, command->options, to);
    print_options(self, common, to);
}
