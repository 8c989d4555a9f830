/* Texts and names as a workbook can hold them. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "exchange/encoding.h"
#include "exchange/workbook.h"

enum { NAME_LENGTH = 31 }; /* of a sheet, in UTF-16 units (Excel's limit) */

/* "_x0041_" as the text itself would be read back as "A". */
static bool
looks_escaped(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && isxdigit((unsigned char)text[2]) &&
           isxdigit((unsigned char)text[3]) && isxdigit((unsigned char)text[4]) &&
           isxdigit((unsigned char)text[5]) && text[6] == '_';
}

/* What XML 1.0 has no way to say: control characters, and U+FFFE and U+FFFF. CR would become LF. */
static bool
is_unwritable(const char *text)
{
    unsigned char byte = (unsigned char)text[0];

    return (byte < ' ' && byte != '\t' && byte != '\n') ||
           (byte == 0xEF && (unsigned char)text[1] == 0xBF && (unsigned char)text[2] >= 0xBE);
}

bool
bina_workbook_text(const char *text, char **made)
{
    size_t length = strlen(text), valid = bina_utf8_valid(text, length), i;
    bool good = valid == length;
    char *out;

    for (i = 0; i < length && good; i++)
        good = !is_unwritable(text + i) && !looks_escaped(text + i);
    if (good)
        return false;
    out = *made = malloc(length * 7 + 1);
    if (out == NULL)
        return true;
    while (*text != '\0') {
        if (valid == 0) {
            out = stpcpy(out, "\xEF\xBF\xBD");
            text++;
        } else if (is_unwritable(text)) {
            bool control = (unsigned char)*text < ' ';
            if (control)
                out += (size_t)sprintf(out, "_x%04X_", (unsigned)*text);
            text += control ? 1 : 3;
            valid -= control ? 1 : 3;
        } else {
            if (looks_escaped(text))
                out = stpcpy(out, "_x005F");
            *out++ = *text++;
            valid--;
        }
        if (valid == 0)
            valid = bina_utf8_valid(text, strlen(text));
    }
    *out = '\0';
    return true;
}

size_t
bina_workbook_length(const char *text)
{
    size_t length = 0;

    for (; *text != '\0'; text++)
        length += ((unsigned char)*text & 0xC0) != 0x80 ? 1U + ((unsigned char)*text >= 0xF0) : 0;
    return length;
}

/* Cuts a text to so many UTF-16 units. */
static void
cut(char *text, size_t most)
{
    size_t length = 0;

    for (; *text != '\0'; text++) {
        if (((unsigned char)*text & 0xC0) == 0x80)
            continue;
        length += 1U + ((unsigned char)*text >= 0xF0);
        if (length > most) {
            *text = '\0';
            return;
        }
    }
}

static bool
is_taken(const bina_workbook *book, const char *name)
{
    lxw_worksheet *sheet;

    if (bina_text_equal_nocase(book->choices_name, name))
        return true;
    LXW_FOREACH_WORKSHEET(sheet, book->xlsx)
    if (bina_text_equal_nocase(sheet->name, name))
        return true;
    return false;
}

void
bina_workbook_name(const bina_workbook *book, const char *name, char *text)
{
    char base[NAME_LENGTH * 4 + 1], number[16];
    size_t length;

    bina_text_print(base, sizeof base, "%s", name != NULL ? name : "");
    if (!bina_text_is_utf8(base, strlen(base)))
        base[0] = '\0';
    cut(base, NAME_LENGTH);
    for (char *at = base; *at != '\0'; at++)
        if ((unsigned char)*at < ' ' || strchr("[]:*?/\\'", *at) != NULL)
            *at = '-';
    /* Excel keeps "History" for itself. */
    if (base[strspn(base, " ")] == '\0' || bina_text_equal_nocase(base, "history"))
        snprintf(base, sizeof base, "sheet");
    strcpy(text, base);
    for (int n = 2; is_taken(book, text); n++) {
        snprintf(number, sizeof number, " (%d)", n);
        strcpy(text, base);
        cut(text, NAME_LENGTH - strlen(number));
        length = strlen(text);
        memcpy(text + length, number, strlen(number) + 1);
    }
}
