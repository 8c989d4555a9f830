#include "reference/cell.h"

#include <ctype.h>
#include <string.h>

/* Characters of print and what is meant by them; "" is a blank that says nothing. */
static const struct {
    const char *bytes, *plain;
} prints[] = {
    {"\xC2\xA0", " "},      {"\xE2\x80\x8B", ""},   {"\xE2\x80\xAF", " "}, {"\xEF\xBB\xBF", ""},
    {"\xE2\x80\x89", " "},  {"\xE2\x80\x8E", ""},   {"\xE2\x80\xAA", ""},  {"\xE2\x80\xAC", ""},
    {"\xE2\x80\x90", "-"},  {"\xE2\x80\x91", "-"},  {"\xE2\x80\x92", "-"}, {"\xE2\x80\x93", "-"},
    {"\xE2\x80\x94", "-"},  {"\xE2\x88\x92", "-"},  {"\xE2\x80\x98", "'"}, {"\xE2\x80\x99", "'"},
    {"\xE2\x80\x9C", "\""}, {"\xE2\x80\x9D", "\""}, {"\xC2\xAD", ""},
};

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void
trim(bina_cell *cell)
{
    size_t from = 0;
    while (cell->length > 0 && is_blank(cell->text[cell->length - 1]))
        cell->length--;
    while (from < cell->length && is_blank(cell->text[from]))
        from++;
    cell->length -= from;
    memmove(cell->text, cell->text + from, cell->length);
    cell->text[cell->length] = 0;
}

static void
drop_first(bina_cell *cell, size_t n)
{
    cell->length -= n;
    memmove(cell->text, cell->text + n, cell->length + 1);
}

/* '0812..., ="0812..." and "0812...": ways to keep a spreadsheet from taking a text for a number.
 */
static void
unquote(bina_cell *cell)
{
    if (cell->length >= 3 && memcmp(cell->text, "=\"", 2) == 0 &&
        cell->text[cell->length - 1] == '"') {
        cell->text[--cell->length] = 0;
        drop_first(cell, 2);
        cell->quoted = true;
    } else if (cell->length >= 2 && cell->text[0] == '"' && cell->text[cell->length - 1] == '"') {
        cell->text[--cell->length] = 0;
        drop_first(cell, 1);
        cell->quoted = true;
    }
    while (cell->length > 1 && (cell->text[0] == '\'' || cell->text[0] == '`')) {
        drop_first(cell, 1);
        cell->quoted = true;
    }
    trim(cell);
}

/* 8.52E+10, 5,20305E+15, 8.52348e+010 */
static bool
is_scientific(const bina_cell *cell)
{
    const char *t = cell->text;
    size_t mantissa = 0, exponent = 0;
    if (*t == '-' || *t == '+')
        t++;
    for (; is_digit(*t) || ((*t == '.' || *t == ',') && mantissa > 0); t++)
        mantissa++;
    if (mantissa == 0 || (*t != 'e' && *t != 'E'))
        return false;
    t++;
    if (*t == '-' || *t == '+')
        t++;
    for (; is_digit(*t); t++)
        exponent++;
    return *t == 0 && exponent >= 1 && exponent <= 4;
}

/* 81234567890.0 and 5203050101800001,00: a number column printed with decimals. */
static void
cut_decimal(bina_cell *cell)
{
    size_t zeros = 0, whole;
    while (zeros < cell->length && cell->text[cell->length - 1 - zeros] == '0')
        zeros++;
    if (zeros < 1 || zeros > 2 || cell->length < zeros + 4)
        return;
    whole = cell->length - zeros - 1;
    if (cell->text[whole] != '.' && cell->text[whole] != ',')
        return;
    for (size_t i = 0; i < whole; i++)
        if (!is_digit(cell->text[i]))
            return;
    cell->text[whole] = 0;
    cell->length = whole;
    cell->decimal = true;
}

static bool
says_nothing(const bina_cell *cell)
{
    static const char *const words[] = {
        "-",       "0",
        ".",       "n/a",
        "na",      "nihil",
        "null",    "none",
        "nan",     "x",
        "#n/a",    "tidak ada",
        "tdk ada", "belum ada",
        "blm ada", "tidak punya",
        "kosong",  "tidak tahu",
        "belum",   "belum punya",
        "?",       "tidak memiliki",
    };
    char lower[24];
    size_t dashes = 0;
    if (cell->length == 0)
        return true;
    while (dashes < cell->length && strchr("-_. *", cell->text[dashes]) != NULL)
        dashes++;
    if (dashes == cell->length)
        return true;
    if (cell->length >= sizeof lower || (is_digit(cell->text[0]) && cell->length > 1))
        return false;
    for (size_t i = 0; i <= cell->length; i++)
        lower[i] = cell->text[i] >= 'A' && cell->text[i] <= 'Z' ? (char)(cell->text[i] + 32)
                                                                : cell->text[i];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(lower, words[i]) == 0)
            return true;
    return false;
}

void
bina_cell_read(const char *text, size_t length, bina_cell *cell)
{
    cell->length = 0;
    cell->missing = cell->too_long = cell->scientific = cell->decimal = cell->quoted = false;
    for (size_t i = 0; i < length;) {
        const char *plain = NULL;
        size_t used = 1;
        if (cell->length == BINA_CELL_LENGTH) {
            cell->too_long = true;
            break;
        }
        for (size_t p = 0;
             (unsigned char)text[i] >= 0x80 && plain == NULL && p < sizeof prints / sizeof *prints;
             p++) {
            size_t n = strlen(prints[p].bytes);
            if (n <= length - i && memcmp(text + i, prints[p].bytes, n) == 0) {
                plain = prints[p].plain;
                used = n;
            }
        }
        if (plain == NULL)
            cell->text[cell->length++] = text[i] != 0 ? text[i] : '\x7f';
        else if (*plain != 0)
            cell->text[cell->length++] = *plain;
        i += used;
    }
    trim(cell);
    unquote(cell);
    cell->missing = says_nothing(cell);
    cell->scientific = is_scientific(cell);
    cut_decimal(cell);
}

int
bina_cell_digits(const bina_cell *cell, char *digits, size_t capacity)
{
    size_t count = 0;
    for (size_t i = 0; i < cell->length; i++) {
        if (is_digit(cell->text[i])) {
            if (count + 1 < capacity)
                digits[count] = cell->text[i];
            count++;
        } else if (!is_blank(cell->text[i]) && strchr(".,-/()", cell->text[i]) == NULL)
            return -1;
    }
    digits[count < capacity ? count : capacity - 1] = 0;
    return (int)count;
}

size_t
bina_cell_word(bina_cell *cell, char word[BINA_CELL_WORD])
{
    size_t n = 0;

    for (size_t i = 0; i < cell->length && !isdigit((unsigned char)cell->text[i]); i++) {
        bool letter = isalpha((unsigned char)cell->text[i]);
        if (letter && n + 1 < BINA_CELL_WORD)
            word[n++] = (char)toupper((unsigned char)cell->text[i]);
        if (letter || strchr(":.", cell->text[i]) != NULL)
            cell->text[i] = ' ';
    }
    word[n] = '\0';
    return n;
}

bool
bina_digits_placeholder(const char *digits)
{
    bool same = true, counted = true;
    if (digits[0] == 0)
        return false;
    for (size_t i = 1; digits[i] != 0; i++) {
        same = same && digits[i] == digits[0];
        counted = counted && digits[i] == (digits[i - 1] == '9' ? '0' : digits[i - 1] + 1);
    }
    return same || counted;
}
