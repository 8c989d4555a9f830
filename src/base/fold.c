#include "base/fold.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>
#include "base/bytes.h"

/* A text being written. */
typedef struct target {
    char *text;
    size_t length, room;
    bool cut;
} target;

static void
put(target *self, const char *text, size_t length)
{
    if (self->cut || length > self->room - 1 - self->length) {
        self->cut = true; /* for good: nothing is left out in the middle */
        return;
    }
    memcpy(self->text + self->length, text, length);
    self->length += length;
}

/* Letters that Unicode does not take apart, and punctuation that has a plain twin. */
static const char *
plain_letter(utf8proc_int32_t point)
{
    switch (point) {
    case 0xE6:
        return "ae";
    case 0xF0:
    case 0x111:
        return "d";
    case 0xF8:
        return "o";
    case 0xFE:
        return "th";
    case 0x127:
        return "h";
    case 0x131:
        return "i";
    case 0x142:
        return "l";
    case 0x153:
        return "oe";
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0x2BB:
    case 0xB4:
        return "'";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
        return "-";
    default:
        return NULL;
    }
}

/* Punctuation, symbols, separators and controls: what follows letters, marks and digits. */
static bool
no_letter(utf8proc_int32_t point)
{
    return point < 0x20 || (point > 0x7E && utf8proc_category(point) >= UTF8PROC_CATEGORY_PC);
}

static void
fold_point(utf8proc_int32_t point, target *to)
{
    utf8proc_int32_t parts[32];
    int boundary = 0;
    utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    const char *plain = plain_letter(point); /* before Unicode makes a blank and a mark of it */
    if (plain != NULL) {
        put(to, plain, strlen(plain));
        return;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char(point, parts, 32, options, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && count <= 32; i++) {
        utf8proc_uint8_t bytes[4];
        plain = plain_letter(parts[i]);
        if (plain != NULL) {
            put(to, plain, strlen(plain));
        } else if (no_letter(parts[i])) {
            put(to, " ", 1);
        } else {
            utf8proc_ssize_t size = utf8proc_encode_char(parts[i], bytes);
            put(to, (const char *)bytes, (size_t)size);
        }
    }
}

/* Folds eight bytes at once; false when they are not all plain: ASCII without controls. */
static bool
fold_word(uint64_t *all)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t capital;
    /* In bytes below 0x80 an addition reaches the high bit from a letter on. */
    if ((*all & high) != 0 || (~(*all + 0x60 * ones) & high) != 0 || ((*all + ones) & high) != 0)
        return false;
    capital = (*all + (0x80 - 'A') * ones) & ~(*all + (0x80 - 'Z' - 1) * ones) & high;
    *all |= capital >> 2;
    return true;
}

static bool
fold_eight(const char *text, char *out)
{
    uint64_t all;
    memcpy(&all, text, sizeof all);
    if (!fold_word(&all))
        return false;
    memcpy(out, &all, sizeof all);
    return true;
}

/* The same of one to seven bytes. */
static bool
fold_few(const char *text, size_t length, char *out)
{
    uint64_t all = bina_bytes_few(text, length) | UINT64_C(0x2020202020202020) << 8 * length;
    if (!fold_word(&all))
        return false;
    for (size_t i = 0; i < length; i++, all >>= 8)
        out[i] = (char)(all & 0xff);
    return true;
}

size_t
bina_text_fold(const char *text, size_t length, char *out, size_t room, bool *cut)
{
    const unsigned char *bytes = (const unsigned char *)text;
    target to = {out, 0, room, false};
    for (size_t i = 0; i < length && !to.cut;) {
        size_t some = length - i < 8 ? length - i : 8;
        if (room - to.length > 8 && (some == 8 ? fold_eight(text + i, out + to.length)
                                               : fold_few(text + i, some, out + to.length))) {
            i += some;
            to.length += some;
            continue;
        }
        unsigned char c = bytes[i];
        if (c < 0x80) {
            char folded = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c < 0x20 || c == 0x7F ? ' ' : c);
            if (to.length + 1 < room)
                out[to.length++] = folded;
            else
                to.cut = true;
            i++;
            continue;
        }
        utf8proc_int32_t point = -1;
        utf8proc_ssize_t left = (utf8proc_ssize_t)(length - i > 4 ? 4 : length - i);
        utf8proc_ssize_t size = utf8proc_iterate(bytes + i, left, &point);
        if (size > 0)
            fold_point(point, &to);
        i += size > 0 ? (size_t)size : 1;
    }
    out[to.length] = '\0';
    *cut = to.cut;
    return to.length;
}
