/* Reading a command line by the table of its command, and printing the help from the same table. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include "refused.h"

/* Options every command takes. */
static const cli_option common[] = {
    {"csv", NULL, {"print CSV, for programs", "cetak CSV, untuk program"}},
    {"json", NULL, {"print JSON, for programs", "cetak JSON, untuk program"}},
    {"lang", "en|id", {"speak English or Indonesian", "bahasa Inggris atau Indonesia"}},
    {"quiet", NULL, {"no progress, no remarks", "tanpa kemajuan dan keterangan"}},
    {"help", NULL, {"show this help", "tampilkan bantuan ini"}},
    {NULL, NULL, {NULL, NULL}},
};

/* Numbers of options lie above those of letters, so that getopt's optopt tells which is meant. */
enum { MOST_OPTIONS = 32, OWN = 256, COMMON = 1000 };

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

const char *
cli_option_name(const cli *self, int i)
{
    int own = count_options(self->command->options);

    return i < own ? self->command->options[i].name : common[i - own].name;
}

/* The number that getopt gives for an option of the command; -1 when it has none of that name. */
static int
number_of(const cli *self, const char *name)
{
    for (int i = 0; i < count_options(self->command->options); i++)
        if (strcmp(self->command->options[i].name, name) == 0)
            return OWN + i;
    return -1;
}

/* Complains of what getopt refused. */
static void
complain_of_refused(const cli *self, int found, int argc, char **argv)
{
    const char *word = argv[optind - 1];

    if (optopt > 0 && optopt < OWN && optind < argc && argv[optind][0] == '-' &&
        argv[optind][1] == optopt)
        word = argv[optind]; /* getopt stands within a word of letters */
    if (found == ':')
        cli_complain(self, "%s needs a value", "%s memerlukan nilai", word);
    else if (optopt >= OWN)
        cli_complain(self, "%.*s takes no value", "%.*s tidak memakai nilai",
                     (int)strcspn(word, "="), word);
    else
        cli_complain_of_option(self, word);
}

/* Takes what getopt found; CLI_OK or CLI_USAGE. */
static int
take_option(cli *self, int found, int argc, char **argv)
{
    if (found == '?' || found == ':') {
        complain_of_refused(self, found, argc, argv);
        return CLI_USAGE;
    }
    if (found >= COMMON)
        return take_common(self, found - COMMON, optarg);
    if (found == 'o' && cli_lacks_dash(self, argv[optind - 1], optarg)) {
        cli_complain_of_option(self, argv[optind - 1]);
        return CLI_USAGE;
    }
    self->values[(found == 'o' ? number_of(self, "out") : found) - OWN] =
        optarg != NULL ? optarg : "";
    return CLI_OK;
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
                                   self->command->options[i].value != NULL, NULL, OWN + i};
    for (int i = 0; i < shared; i++)
        known[own + i] = (struct option){common[i].name, common[i].value != NULL, NULL, COMMON + i};
    opterr = 0;
    while ((found = getopt_long(argc, argv, number_of(self, "out") < 0 ? ":h" : ":ho:", known,
                                NULL)) != -1) {
        if (found == 'h' || (found >= COMMON && strcmp(common[found - COMMON].name, "help") == 0)) {
            help = true;
        } else if (take_option(self, found, argc, argv) != CLI_OK) {
            hint(self);
            return CLI_USAGE;
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

/* The letter that stands for an option, as the help has it. */
static const char *
short_name(const char *name)
{
    return strcmp(name, "out") == 0 ? ", -o" : strcmp(name, "help") == 0 ? ", -h" : "";
}

static void
print_options(const cli *self, const cli_option *options, FILE *to)
{
    for (; options != NULL && options->name != NULL; options++) {
        char left[64];
        snprintf(left, sizeof left, "--%s%s%s%s", options->name, short_name(options->name),
                 options->value != NULL ? " " : "", options->value != NULL ? options->value : "");
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
