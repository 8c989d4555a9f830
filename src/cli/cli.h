/* The `bina` command: what its commands share. Built on bina.h alone, as any other program would
 * be. */
#ifndef BINA_SRC_CLI_CLI_H
#define BINA_SRC_CLI_CLI_H

#include <stdio.h>
#include <bina.h>

/** How the program ends. Documented in `bina help`; append only. */
enum cli_exit {
    CLI_OK = 0,
    CLI_FOUND = 1,   /* done, and the answer is no: a value is wrong, a check found faults */
    CLI_USAGE = 2,   /* the command line is wrong */
    CLI_INPUT = 3,   /* a file cannot be read or written, or is not what it should be */
    CLI_REFUSED = 4, /* the register refused */
    CLI_FAILED = 5,  /* out of memory or a fault of the program */
};

enum cli_format { CLI_TABLE, CLI_CSV, CLI_JSON };

/** One option of a command. An array of them ends with a name of NULL. */
typedef struct cli_option {
    const char *name;    /* long, without dashes */
    const char *value;   /* what to call its value in the help; NULL: it has none */
    const char *help[2]; /* English, Indonesian */
} cli_option;

typedef struct cli cli;

/** One command. */
typedef struct cli_command {
    const char *name;
    const char *arguments;  /* as in the help: "STORE FILE..." */
    const char *summary[2]; /* a line */
    const char *detail[2];  /* the rest of its help, with examples */
    const cli_option *options;
    int least, most; /* arguments it takes; most < 0: any number */
    int (*run)(cli *self);
} cli_command;

/** A command being run. */
struct cli {
    const cli_command *command;
    bina_language language;
    enum cli_format format;
    bool quiet; /* no progress, no remarks */
    int count;  /* of the arguments */
    char **arguments;
    const char *values[32]; /* of the options, in their order; "" for one without value */
};

/* ---- arguments.c ---- */

/** Reads a command line; CLI_OK, or how to end (after --help: -1). */
int cli_parse(cli *self, int argc, char **argv);

/** The name of option i of the command, its own before those of all commands; NULL at the end. */
const char *cli_option_name(const cli *self, int i);

/** The value of an option, "" for one that has none; NULL when it was not given. */
const char *cli_option_value(const cli *self, const char *name);

/** A whole number given as an option; false after complaining when it is none. */
bool cli_option_number(const cli *self, const char *name, int64_t *number);

/** A day given as an option, left as it is when it was not; false after complaining. */
bool cli_option_day(const cli *self, const char *name, int64_t *day);

void cli_print_help(const cli *self, FILE *to);

/* ---- outputs.c ---- */

/** Whether two paths lead to one file, or would, once it is written. */
bool cli_same_file(const char *a, const char *b);

/**
 * Complains of an option that would write over a file that is read, or over what another option
 * writes; CLI_OK, or how to end.
 */
int cli_check_written(const cli *self);

/* ---- say.c ---- */

/** Picks the sentence of the user's language. */
const char *cli_text(const cli *self, const char *english, const char *indonesian);

/** The word for so many: English tells one from many, Indonesian does not. */
const char *cli_word(const cli *self, int64_t count, const char *one, const char *many,
                     const char *indonesian);

/** Complains on standard error; both sentences take the same values in the same order. */
BINA_PRINTF(2, 4)
void cli_complain(const cli *self, const char *english, const char *indonesian, ...);

/** A remark on standard error, unless quiet. */
BINA_PRINTF(2, 4)
void cli_remark(const cli *self, const char *english, const char *indonesian, ...);

/** Tells of an error with all it knows (file, line, field), and how to end. */
int cli_fail(const cli *self, const bina_error *error);

/** As cli_fail for a status that came without detail. */
int cli_fail_status(const cli *self, bina_status status);

/* ---- output.c ---- */

/** Complains when standard output could not be written, unless it ended badly anyhow. */
int cli_end_output(const cli *self, int ended);

/** Prints all of a cursor to standard output in the format asked for, and frees it. */
int cli_print_cursor(const cli *self, bina_cursor *cursor);

/** As cli_print_cursor, only these columns in tables (names ended by NULL). */
int cli_print_columns(const cli *self, bina_cursor *cursor, const char *const *columns);

/** Prints one record field by field, leaving out what has no value, to standard output. */
int cli_print_record(const cli *self, const bina_record *record);

/** A value as people read it, in `text`; codes by their labels. Returns `text`. */
const char *cli_format_value(const cli *self, const bina_field *field, bina_value value, char *text,
                             size_t capacity);

/* ---- write.c ---- */

/** The option that cli_write_out follows. */
#define CLI_OUT_OPTION                                                                             \
    {                                                                                              \
        "out", "FILE",                                                                             \
        {                                                                                          \
            "write here; a workbook if it ends in .xlsx, JSON if in .json, else CSV",              \
                "tulis di sini; buku kerja bila berakhiran .xlsx, JSON bila .json, selain itu CSV" \
        }                                                                                          \
    }

/**
 * Writes all of a cursor to a file ("-": standard output): as --csv or --json say, else by the
 * file's ending.
 *
 * @param columns the fields that are written (names ended by NULL); NULL: all
 * @param safe    guard cells of CSV that a spreadsheet would run as formulas
 */
bina_status cli_write_rows(const cli *self, bina_cursor *cursor, const char *path,
                           const char *const *columns, bool safe, bina_error *error);

/** The same, complaining of what went wrong; frees the cursor. */
int cli_write_cursor(const cli *self, bina_cursor *cursor, const char *path,
                     const char *const *columns, bool safe);

/* ---- page.c ---- */

/** Says that a file was made; nothing when it went to standard output. */
void cli_tell_file(const cli *self, const char *path);

/** Writes a page to --out, else to standard output. */
int cli_write_page(const cli *self, const bina_page *page);

/* ---- progress.c ---- */

/** Draws how far work has come, on standard error when a person is watching. */
void cli_progress(const cli *self, const char *stage, int64_t done, int64_t total);

/** Takes the bar away. */
void cli_progress_end(const cli *self);

/** Runs a task to its end with a bar; CLI_OK, or how to end. */
int cli_run_task(const cli *self, bina_task *task);

/* ---- the commands, each in a file of its name ---- */

extern const cli_command cli_advance, cli_backup, cli_card, cli_certificate, cli_check, cli_confirm,
    cli_due, cli_explain, cli_export, cli_feedback, cli_import, cli_init, cli_link, cli_list,
    cli_load, cli_look, cli_match, cli_merge, cli_policy, cli_propose, cli_reconcile, cli_report,
    cli_review, cli_serve, cli_show, cli_statement, cli_steps, cli_submission, cli_succeed,
    cli_undo, cli_unmerge, cli_verify;

#endif
