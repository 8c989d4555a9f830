#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/text.h"

bina_error *
bina_error_new(void)
{
    return calloc(1, sizeof(bina_error));
}

void
bina_error_free(bina_error *error)
{
    free(error);
}

void
bina_error_clear(bina_error *error)
{
    if (error == NULL)
        return;
    error->status = BINA_OK;
    error->severity = BINA_ERROR;
    error->line = error->column = 0;
    error->kind[0] = error->field[0] = error->rule[0] = '\0';
    error->file[0] = error->sheet[0] = '\0';
    error->message[0][0] = error->message[1][0] = '\0';
}

bina_status
bina_error_set_v(bina_error *error, bina_status status, const char *english, const char *indonesian,
                 va_list arguments)
{
    const char *const texts[2] = {english, indonesian};

    if (error == NULL)
        return status;
    bina_error_clear(error);
    error->status = status;
    for (int i = 0; i < 2; i++) {
        va_list copy;
        va_copy(copy, arguments);
        vsnprintf(error->message[i], sizeof error->message[i], texts[i], copy);
        va_end(copy);
        bina_text_trim_partial(error->message[i]);
    }
    return status;
}

bina_status
bina_error_set(bina_error *error, bina_status status, const char *english, const char *indonesian,
               ...)
{
    va_list arguments;

    va_start(arguments, indonesian);
    status = bina_error_set_v(error, status, english, indonesian, arguments);
    va_end(arguments);
    return status;
}

bina_status
bina_error_plain(bina_error *error, bina_status status)
{
    /* Without a sentence of its own, a complaint speaks with its status's. */
    bina_error_clear(error);
    if (error != NULL)
        error->status = status;
    return status;
}

static void
put(char *to, size_t capacity, const char *text)
{
    if (text == NULL)
        return;
    bina_text_print(to, capacity, "%s", text);
}

void
bina_error_at(bina_error *error, const char *kind, const char *field, const char *rule)
{
    if (error == NULL)
        return;
    put(error->kind, sizeof error->kind, kind);
    put(error->field, sizeof error->field, field);
    put(error->rule, sizeof error->rule, rule);
}

void
bina_error_in_file(bina_error *error, const char *file, int64_t line, int64_t column)
{
    if (error == NULL)
        return;
    put(error->file, sizeof error->file, file);
    error->line = line;
    error->column = column;
}

void
bina_error_in_sheet(bina_error *error, const char *sheet)
{
    if (error != NULL)
        put(error->sheet, sizeof error->sheet, sheet != NULL ? sheet : "");
}

void
bina_error_warn(bina_error *error)
{
    if (error != NULL)
        error->severity = BINA_WARNING;
}

void
bina_error_copy(bina_error *to, const bina_error *from)
{
    if (to != NULL && from != NULL && to != from)
        *to = *from;
}

bina_status
bina_error_status(const bina_error *error)
{
    return error != NULL ? error->status : BINA_OK;
}

bina_severity
bina_error_severity(const bina_error *error)
{
    return error != NULL ? error->severity : BINA_ERROR;
}

static const char *
text_or_null(const char *text)
{
    return text[0] != '\0' ? text : NULL;
}

const char *
bina_error_kind(const bina_error *error)
{
    return error != NULL ? text_or_null(error->kind) : NULL;
}

const char *
bina_error_field(const bina_error *error)
{
    return error != NULL ? text_or_null(error->field) : NULL;
}

const char *
bina_error_rule(const bina_error *error)
{
    return error != NULL ? text_or_null(error->rule) : NULL;
}

const char *
bina_error_file(const bina_error *error)
{
    return error != NULL ? text_or_null(error->file) : NULL;
}

const char *
bina_error_sheet(const bina_error *error)
{
    return error != NULL ? text_or_null(error->sheet) : NULL;
}

int64_t
bina_error_line(const bina_error *error)
{
    return error != NULL ? error->line : 0;
}

int64_t
bina_error_column(const bina_error *error)
{
    return error != NULL ? error->column : 0;
}

const char *
bina_error_message(const bina_error *error, bina_language language)
{
    const char *text;

    if (error == NULL)
        return bina_status_text(BINA_OK, language);
    text = error->message[language == BINA_INDONESIAN];
    return text[0] != '\0' ? text : bina_status_text(error->status, language);
}
