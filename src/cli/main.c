/* The `bina` command: finds the language and the command, and runs it. */
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include "refused.h"

/* In the order of the work. */
static const cli_command *const commands[] = {
    &cli_look,    &cli_init,        &cli_import, &cli_reconcile, &cli_review,     &cli_serve,
    &cli_confirm, &cli_feedback,    &cli_match,  &cli_explain,   &cli_merge,      &cli_unmerge,
    &cli_succeed, &cli_load,        &cli_policy, &cli_advance,   &cli_steps,      &cli_due,
    &cli_propose, &cli_certificate, &cli_report, &cli_statement, &cli_submission, &cli_list,
    &cli_show,    &cli_card,        &cli_undo,   &cli_export,    &cli_verify,     &cli_backup,
    &cli_link,    &cli_check,
};

static const int command_count = (int)(sizeof commands / sizeof *commands);

/* Indonesian where the locale is, as gettext would find it. */
static bina_language
language_of_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return strncmp(value, "id", 2) == 0 && (value[2] == '\0' || strchr("_.@", value[2]))
                       ? BINA_INDONESIAN
                       : BINA_ENGLISH;
    }
    return BINA_ENGLISH;
}

static void
print_overview(const cli *self, FILE *to)
{
    fprintf(to, "%s\n\n%s\n",
            cli_text(self,
                     "bina: one accountable register of small enterprises out of several agencies' "
                     "lists",
                     "bina: satu data usaha kecil yang dapat dipertanggungjawabkan dari daftar "
                     "beberapa instansi"),
            cli_text(self, "Commands:", "Perintah:"));
    for (int i = 0; i < command_count; i++)
        fprintf(to, "  %-11s %s\n", commands[i]->name,
                cli_text(self, commands[i]->summary[0], commands[i]->summary[1]));
    fprintf(to, "\n%s\n",
            cli_text(
                self,
                "bina COMMAND --help teaches a command; --lang id speaks Indonesian.\n"
                "Ends with 0: done; 1: done, and something is wrong with what was looked at;\n"
                "2: the command line is wrong; 3: a file cannot be read or written, or is not\n"
                "what it should be; 4: the register refused; 5: out of memory.",
                "bina PERINTAH --help menjelaskan satu perintah; --lang en berbahasa Inggris.\n"
                "Berakhir dengan 0: selesai; 1: selesai, dan ada yang salah pada yang diperiksa;\n"
                "2: baris perintah keliru; 3: berkas tidak dapat dibaca atau ditulis, atau isinya\n"
                "tidak sebagaimana mestinya; 4: register menolak; 5: memori habis."));
}

static const cli_command *
find_command(const char *name)
{
    for (int i = 0; i < command_count; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static const char *
name_of_command(int i)
{
    return i < command_count ? commands[i]->name : NULL;
}

static int
complain_of_command(const cli *self, const char *name)
{
    cli_complain_of_command(self, name, name_of_command);
    return CLI_USAGE;
}

/* Takes --lang where no command has read its arguments; how many arguments that were. */
static int
take_language(cli *self, int argc, char **argv)
{
    bool joined = argc > 0 && strncmp(argv[0], "--lang=", 7) == 0;

    if (!joined && (argc < 2 || strcmp(argv[0], "--lang") != 0))
        return 0;
    self->language =
        strcmp(joined ? argv[0] + 7 : argv[1], "id") == 0 ? BINA_INDONESIAN : BINA_ENGLISH;
    return joined ? 1 : 2;
}

/* bina help, or bina help COMMAND, either with --lang. */
static int
help(cli *self, int argc, char **argv)
{
    const char *name = NULL;

    for (int i = 0; i < argc;) {
        int taken = take_language(self, argc - i, argv + i);
        if (taken == 0 && name == NULL && argv[i][0] != '-')
            name = argv[i];
        i += taken > 0 ? taken : 1;
    }
    self->command = name != NULL ? find_command(name) : NULL;
    if (name != NULL && self->command == NULL)
        return complain_of_command(self, name);
    if (self->command != NULL)
        cli_print_help(self, stdout);
    else
        print_overview(self, stdout);
    return CLI_OK;
}

static bool
is_one_of(const char *name, const char *a, const char *b, const char *c)
{
    return strcmp(name, a) == 0 || strcmp(name, b) == 0 || strcmp(name, c) == 0;
}

/* Does what the arguments say. */
static int
run(cli *self, int argc, char **argv)
{
    const char *name;
    int ended, taken;

    /* The language may be said before the command, too. */
    while ((taken = take_language(self, argc - 1, argv + 1)) > 0) {
        argc -= taken;
        argv += taken;
    }
    name = argc > 1 ? argv[1] : NULL;
    if (name == NULL) {
        print_overview(self, stderr);
        return CLI_USAGE;
    }
    if (is_one_of(name, "--version", "-V", "version")) {
        printf("bina %s\n", bina_version());
        return CLI_OK;
    }
    if (is_one_of(name, "--help", "-h", "help"))
        return help(self, argc - 2, argv + 2);
    self->command = find_command(name);
    if (self->command == NULL)
        return complain_of_command(self, name);
    ended = cli_parse(self, argc - 1, argv + 1);
    if (ended == -1) {
        cli_print_help(self, stdout);
        return CLI_OK;
    }
    if (ended == CLI_OK)
        ended = cli_check_written(self);
    return ended == CLI_OK ? self->command->run(self) : ended;
}

int
main(int argc, char **argv)
{
    cli self = {.language = language_of_locale()};

    setlocale(LC_CTYPE, "");
    /* A file that may not grow (ulimit -f) is a fault to be told, not a death without a word. */
    (void)signal(SIGXFSZ, SIG_IGN);
    return cli_end_output(&self, run(&self, argc, argv));
}
