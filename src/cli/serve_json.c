/* The little JSON the page speaks: objects out, flat objects of texts and numbers in. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include "serve.h"

void
serve_json_text(cli_buffer *json, const char *text)
{
    uint32_t c;

    if (text == NULL) {
        cli_buffer_text(json, "null");
        return;
    }
    cli_buffer_text(json, "\"");
    while ((c = cli_next_character(&text)) != 0) {
        char escape[16];
        if (c == '"' || c == '\\') {
            escape[0] = '\\';
            escape[1] = (char)c;
            cli_buffer_add(json, escape, 2);
        } else if (cli_steers(c) || c == '<' || c == 0x2028 || c == 0x2029) {
            (void)snprintf(escape, sizeof escape, "\\u%04x", (unsigned)c);
            cli_buffer_text(json, escape);
        } else {
            cli_buffer_character(json, c);
        }
    }
    cli_buffer_text(json, "\"");
}

void
serve_json_integer(cli_buffer *json, int64_t number)
{
    char text[32];

    (void)snprintf(text, sizeof text, "%" PRId64, number);
    cli_buffer_text(json, text);
}

void
serve_json_name(cli_buffer *json, const char *name)
{
    char last = json->length > 0 ? json->bytes[json->length - 1] : '{';

    if (last != '{' && last != '[')
        cli_buffer_text(json, ",");
    serve_json_text(json, name);
    cli_buffer_text(json, ":");
}

void
serve_json_member(cli_buffer *json, const char *name, const char *text)
{
    serve_json_name(json, name);
    serve_json_text(json, text);
}

/* ---- reading ---- */

static const char *
skip_blanks(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

/* Four hexadecimal digits; -1 for anything else. */
static long
hexadecimal(const char *at)
{
    char digits[5] = {0};

    for (int i = 0; i < 4; i++) {
        if (strchr("0123456789abcdefABCDEF", at[i]) == NULL || at[i] == '\0')
            return -1;
        digits[i] = at[i];
    }
    return strtol(digits, NULL, 16);
}

/* An escape behind its backslash, added to `text`; what follows it, NULL when it is none. */
static const char *
read_escape(const char *at, cli_buffer *text)
{
    static const char plain[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
    long code, low;

    for (size_t i = 0; plain[i] != '\0'; i += 2)
        if (*at == plain[i]) {
            cli_buffer_add(text, &plain[i + 1], 1);
            return at + 1;
        }
    if (*at != 'u' || (code = hexadecimal(at + 1)) <= 0)
        return NULL;
    at += 5;
    if (code >= 0xD800 && code < 0xDC00) {
        low = at[0] == '\\' && at[1] == 'u' ? hexadecimal(at + 2) : -1;
        if (low < 0xDC00 || low > 0xDFFF)
            return NULL;
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 6;
    } else if (code >= 0xDC00 && code < 0xE000) {
        return NULL;
    }
    cli_buffer_character(text, (uint32_t)code);
    return at;
}

/* A string from its quote on; what follows it, NULL when it is none. */
static const char *
read_string(const char *at, cli_buffer *text)
{
    if (*at++ != '"')
        return NULL;
    while (at != NULL && *at != '"') {
        if ((unsigned char)*at < ' ')
            return NULL;
        if (*at == '\\')
            at = read_escape(at + 1, text);
        else
            cli_buffer_add(text, at++, 1);
    }
    return at != NULL ? at + 1 : NULL;
}

/* A string, or a whole number, true, false or null as they are written. */
static const char *
read_value(const char *at, cli_buffer *text)
{
    size_t length;

    if (*at == '"')
        return read_string(at, text);
    length = strspn(at, "-0123456789aeflnrstu");
    cli_buffer_add(text, at, length);
    return length > 0 ? at + length : NULL;
}

bool
serve_json_find(const char *body, const char *name, char *value, size_t capacity)
{
    const char *at = body != NULL ? skip_blanks(body) : "";
    bool found = false;

    if (*at != '{')
        return false;
    at = skip_blanks(at + 1);
    while (at != NULL && *at != '}' && !found) {
        cli_buffer key = {NULL, 0, 0, false}, text = {NULL, 0, 0, false};
        at = read_string(at, &key);
        if (at != NULL)
            at = skip_blanks(at);
        at = at != NULL && *at == ':' ? read_value(skip_blanks(at + 1), &text) : NULL;
        if (at != NULL && !key.failed && !text.failed && key.length > 0 &&
            strcmp(key.bytes, name) == 0 && text.length < capacity &&
            (text.bytes == NULL || strlen(text.bytes) == text.length)) {
            memcpy(value, text.bytes != NULL ? text.bytes : "", text.length + 1);
            found = true;
        }
        cli_buffer_free(&key);
        cli_buffer_free(&text);
        if (at == NULL)
            break;
        at = skip_blanks(at);
        if (*at == ',')
            at = skip_blanks(at + 1);
        else if (*at != '}')
            at = NULL;
    }
    return found;
}
