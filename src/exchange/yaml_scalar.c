#include "exchange/yaml_scalar.h"

#include <stdio.h>
#include <string.h>
#include "base/text.h"
#include "exchange/print.h"

static bool
is_reserved(const char *text, size_t length)
{
    static const char *const words[] = {"null", "true", "false", "yes", "no", "on",
                                        "off",  "y",    "n",     "~",   NULL};
    char word[8];

    if (length >= sizeof(word))
        return false;
    memcpy(word, text, length);
    word[length] = '\0';
    for (const char *const *at = words; *at != NULL; at++)
        if (bina_text_equal_nocase(word, *at))
            return true;
    return false;
}

/* Whether a text may stand without quotes and still be a text to every reader. */
static bool
is_plain(const char *text, size_t length)
{
    if (length == 0 || length > 200 || strchr("-?:,[]{}#&*!|>'\"%@`=<+. 0123456789", text[0]) ||
        text[length - 1] == ' ' || text[length - 1] == ':' || is_reserved(text, length))
        return false;
    for (size_t i = 0; i < length; i++) {
        bool blank = i + 1 < length && text[i + 1] == ' ',
             sharp = i + 1 < length && text[i + 1] == '#';
        if ((unsigned char)text[i] < ' ' || (unsigned char)text[i] >= 0x7F ||
            strchr(",[]{}", text[i]) != NULL || (text[i] == ':' && blank) ||
            (text[i] == ' ' && sharp))
            return false;
    }
    return true;
}

/* A character beyond ASCII: as it is where YAML allows it and takes it for no line end. */
static size_t
write_wide(bina_output *output, const char *text)
{
    const unsigned char *b = (const unsigned char *)text;
    char escape[8];

    if (b[0] == 0xC2 && b[1] < 0xA0) { /* U+0080 to U+009F, among them a line end */
        snprintf(escape, sizeof(escape), "\\x%02X", b[1]);
        bina_output_text(output, escape);
        return 2;
    }
    if (b[0] == 0xE2 && b[1] == 0x80 && (b[2] == 0xA8 || b[2] == 0xA9)) {
        bina_output_text(output, b[2] == 0xA8 ? "\\L" : "\\P");
        return 3;
    }
    if (b[0] == 0xEF && ((b[1] == 0xBB && b[2] == 0xBF) || (b[1] == 0xBF && b[2] >= 0xBE))) {
        bina_output_text(output, b[1] == 0xBB ? "\\uFEFF" : b[2] == 0xBE ? "\\uFFFE" : "\\uFFFF");
        return 3;
    }
    bina_output_write(output, text, 1);
    return 1;
}

static void
write_part(bina_output *output, const char *text, size_t length)
{
    static const char from[] = "\"\\\n\r\t", to[] = "\"\\nrt";
    const char *end = text + length, *known;
    char escape[8];

    if (is_plain(text, length)) {
        bina_output_write(output, text, length);
        return;
    }
    bina_output_char(output, '"');
    while (text < end) {
        unsigned char byte = (unsigned char)*text;
        known = strchr(from, byte);
        if (known != NULL) {
            bina_output_char(output, '\\');
            bina_output_char(output, to[known - from]);
            text++;
        } else if (byte < ' ' || byte == 0x7F) {
            snprintf(escape, sizeof(escape), "\\x%02X", byte);
            bina_output_text(output, escape);
            text++;
        } else if (byte >= 0x80) {
            text += write_wide(output, text);
        } else {
            bina_output_char(output, *text++);
        }
    }
    bina_output_char(output, '"');
}

void
bina_yaml_write_text(bina_output *output, const char *text)
{
    write_part(output, text, strlen(text));
}

void
bina_yaml_indent(bina_output *output, int depth)
{
    while (depth-- > 0)
        bina_output_text(output, "  ");
}

static void
write_lines(bina_output *output, const char *text, int depth)
{
    for (;; text++) {
        size_t length = strcspn(text, "\n");
        bina_output_char(output, '\n');
        bina_yaml_indent(output, depth + 1);
        bina_output_text(output, "- ");
        write_part(output, text, length);
        text += length;
        if (*text == '\0')
            return;
    }
}

void
bina_yaml_write_value(bina_output *output, const bina_record *record, int slot, int depth)
{
    bina_value value = bina_record_get(record, slot);
    char printed[BINA_PRINTED];

    if (bina_type_held_as(value.type) != BINA_TEXT) {
        bina_print_value(value, printed);
        if (value.type == BINA_REF) { /* a bare number could as well be a natural key */
            bina_output_text(output, " {id: ");
            bina_output_text(output, printed);
            bina_output_char(output, '}');
        } else {
            bina_output_text(output, printed[0] != '\0' ? " " : " null");
            bina_output_text(output, printed);
        }
    } else if (strchr(value.as.text, '\n') == NULL) {
        bina_output_char(output, ' ');
        bina_yaml_write_text(output, value.as.text);
    } else {
        write_lines(output, value.as.text, depth);
    }
    bina_output_char(output, '\n');
}
