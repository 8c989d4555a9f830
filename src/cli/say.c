/* Speaking to people: on standard error, in their language. */
#include <stdarg.h>
#include <inttypes.h>
#include "cli.h"

const char *
cli_text(const cli *self, const char *english, const char *indonesian)
{
    return self->language == BINA_INDONESIAN ? indonesian : english;
}

const char *
cli_word(const cli *self, int64_t count, const char *one, const char *many, const char *indonesian)
{
    return cli_text(self, count == 1 ? one : many, indonesian);
}

void
cli_complain(const cli *self, const char *english, const char *indonesian, ...)
{
    va_list values;

    cli_progress_end(self);
    fputs("bina: ", stderr);
    va_start(values, indonesian);
    vfprintf(stderr, cli_text(self, english, indonesian), values);
    va_end(values);
    fputc('\n', stderr);
}

void
cli_remark(const cli *self, const char *english, const char *indonesian, ...)
{
    va_list values;

    if (self->quiet)
        return;
    cli_progress_end(self);
    va_start(values, indonesian);
    vfprintf(stderr, cli_text(self, english, indonesian), values);
    va_end(values);
    fputc('\n', stderr);
}

static int
ending(bina_status status)
{
    switch (status) {
    case BINA_OK:
    case BINA_DONE:
        return CLI_OK;
    case BINA_ERR_IO:
    case BINA_ERR_SYNTAX:
    case BINA_ERR_CORRUPT:
    case BINA_ERR_VERSION:
    case BINA_ERR_UNSUPPORTED:
    case BINA_ERR_FULL:
        return CLI_INPUT;
    case BINA_ERR_NO_MEMORY:
        return CLI_FAILED;
    case BINA_ERR_USAGE:
        return CLI_USAGE;
    default:
        return CLI_REFUSED;
    }
}

/* A text of a file, without what would steer the terminal. */
static void
put_foreign(const char *text)
{
    for (; *text != '\0'; text++)
        fputc((unsigned char)*text < ' ' || *text == 0x7F ? '?' : *text, stderr);
}

int
cli_fail(const cli *self, const bina_error *error)
{
    cli_progress_end(self);
    fputs("bina: ", stderr);
    if (bina_error_file(error) != NULL) {
        put_foreign(bina_error_file(error));
        if (bina_error_sheet(error) != NULL) {
            fputc(':', stderr);
            put_foreign(bina_error_sheet(error));
        }
        if (bina_error_line(error) > 0)
            fprintf(stderr, ":%" PRId64, bina_error_line(error));
        if (bina_error_column(error) > 0)
            fprintf(stderr, ":%" PRId64, bina_error_column(error));
        fputs(": ", stderr);
    }
    fputs(bina_error_message(error, self->language), stderr);
    if (bina_error_field(error) != NULL) {
        fprintf(stderr, " [%s%s", bina_error_kind(error) != NULL ? bina_error_kind(error) : "",
                bina_error_kind(error) != NULL ? "." : "");
        put_foreign(bina_error_field(error));
        fputc(']', stderr);
    } else if (bina_error_status(error) == BINA_ERR_REFUSED && bina_error_rule(error) != NULL) {
        fprintf(stderr, " [%s]", bina_error_rule(error));
    }
    fputc('\n', stderr);
    return ending(bina_error_status(error));
}

int
cli_fail_status(const cli *self, bina_status status)
{
    cli_complain(self, "%s", "%s", bina_status_text(status, self->language));
    return ending(status);
}
