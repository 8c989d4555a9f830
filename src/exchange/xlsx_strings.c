#include "exchange/xlsx_strings.h"
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/vector.h"
#include "exchange/encoding.h"
#include "exchange/xlsx_xml.h"

/* Where in sst > si > (t | r > t) the reading is; everything else is skipped, sounds too. */
typedef enum { OUTSIDE, TEXTS, ITEM, RUN, LETTERS } place;

typedef struct reading {
    bina_shared_strings *strings;
    bina_package *package;
    place at;
    bool in_run;
    size_t skip;  /* depth within an element that does not matter */
    size_t begin; /* of the text being read */
    bina_xml *xml;
} reading;

/* The four hexadecimal digits of "_xHHHH_" at `text`; -1 when it is none. */
static long
escaped(const char *text, size_t length)
{
    long point = 0;
    int i;

    if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return -1;
    for (i = 2; i < 6; i++) {
        char c = (char)(text[i] | 0x20);
        if (text[i] >= '0' && text[i] <= '9')
            point = point * 16 + (text[i] - '0');
        else if (c >= 'a' && c <= 'f')
            point = point * 16 + (c - 'a' + 10);
        else
            return -1;
    }
    return point;
}

size_t
bina_xlsx_unescape(char *text, size_t length)
{
    const char *first = length > 0 ? memchr(text, '_', length) : NULL;
    size_t at, used;
    long point, low;

    if (first == NULL)
        return length;
    for (at = used = (size_t)(first - text); at < length;) {
        point = escaped(text + at, length - at);
        if (point >= 0xD800 && point < 0xDC00) {
            low = escaped(text + at + 7, length - at - 7);
            if (low >= 0xDC00 && low < 0xE000) {
                point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
                at += 7;
            }
        }
        if (point <= 0 || (point >= 0xD800 && point < 0xE000)) {
            text[used++] = text[at++]; /* no escape, or of no letter */
            continue;
        }
        used += bina_utf8_put((unsigned long)point, text + used);
        at += 7;
    }
    return used;
}

static void
begin(void *self, bina_xml *xml, const char *name, const char *const *attributes)
{
    reading *in = self;

    (void)attributes;
    in->xml = xml;
    if (in->skip > 0)
        in->skip++;
    else if (in->at == OUTSIDE && strcmp(name, "sst") == 0)
        in->at = TEXTS;
    else if (in->at == TEXTS && strcmp(name, "si") == 0)
        in->at = ITEM, in->begin = in->strings->used;
    else if (in->at == ITEM && strcmp(name, "r") == 0)
        in->at = RUN;
    else if ((in->at == ITEM || in->at == RUN) && strcmp(name, "t") == 0)
        in->in_run = in->at == RUN, in->at = LETTERS;
    else
        in->skip = 1;
}

static void
end_item(reading *in, bina_xml *xml)
{
    bina_shared_strings *strings = in->strings;

    if (strings->count == BINA_XLSX_STRING_COUNT) {
        bina_xml_fail(xml, bina_package_too_large(in->package, bina_xml_error(xml)));
        return;
    }
    if (!bina_vector_reserve(&strings->ends, &strings->room, strings->count + 1,
                             sizeof(*strings->ends))) {
        bina_xml_fail(xml, bina_error_plain(bina_xml_error(xml), BINA_ERR_NO_MEMORY));
        return;
    }
    if (strings->used > in->begin)
        strings->used =
            in->begin + bina_xlsx_unescape(strings->bytes + in->begin, strings->used - in->begin);
    strings->ends[strings->count++] = (uint32_t)strings->used;
}

static void
end(void *self, bina_xml *xml, const char *name)
{
    reading *in = self;

    (void)name;
    if (in->skip > 0) {
        in->skip--;
    } else if (in->at == LETTERS) {
        in->at = in->in_run ? RUN : ITEM;
    } else if (in->at == RUN) {
        in->at = ITEM;
    } else if (in->at == ITEM) {
        in->at = TEXTS;
        end_item(in, xml);
    } else {
        in->at = OUTSIDE;
    }
}

static void
take(void *self, const char *text, size_t length)
{
    reading *in = self;
    bina_shared_strings *strings = in->strings;

    if (in->at != LETTERS || in->skip > 0)
        return;
    /* The part's limit keeps the sum below what four bytes count. */
    if (!bina_vector_reserve(&strings->bytes, &strings->bytes_room, strings->used + length, 1)) {
        bina_xml_fail(in->xml, bina_error_plain(bina_xml_error(in->xml), BINA_ERR_NO_MEMORY));
        return;
    }
    memcpy(strings->bytes + strings->used, text, length);
    strings->used += length;
}

bina_status
bina_shared_strings_read(bina_shared_strings *strings, bina_package *package, const char *part,
                         bina_error *error)
{
    static const bina_xml_handler handler = {begin, end, take};
    reading in;
    bina_status status;

    memset(strings, 0, sizeof(*strings));
    memset(&in, 0, sizeof(in));
    in.strings = strings;
    in.package = package;
    if (part == NULL)
        return BINA_OK;
    status = bina_xml_read_part(package, part, BINA_XLSX_STRINGS, &handler, &in, error);
    if (status != BINA_OK)
        bina_shared_strings_clear(strings);
    return status == BINA_ERR_NOT_FOUND ? BINA_OK : status;
}

void
bina_shared_strings_clear(bina_shared_strings *strings)
{
    free(strings->bytes);
    free(strings->ends);
    memset(strings, 0, sizeof(*strings));
}

bool
bina_shared_string(const bina_shared_strings *strings, size_t n, const char **text, size_t *length)
{
    size_t from = n > 0 && n <= strings->count ? strings->ends[n - 1] : 0;

    if (n >= strings->count)
        return false;
    *text = strings->bytes != NULL ? strings->bytes + from : "";
    *length = strings->ends[n] - from;
    return true;
}
