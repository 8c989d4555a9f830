#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "exchange/table.h"
#include "linkage/standardise.h"
#include "register/row_key.h"
#include "register/village.h"

/* A plain whole number of at most nine digits; -1 when it is anything else. */
static int64_t
read_number(const char *text)
{
    int64_t number = 0;
    size_t digits = 0;

    if (text == NULL)
        return -1;
    while (isspace((unsigned char)*text))
        text++;
    for (; isdigit((unsigned char)*text) && digits < 10; text++, digits++)
        number = number * 10 + (*text - '0');
    if (strcmp(text, ".") == 0)
        text++; /* "1." */
    while (isspace((unsigned char)*text))
        text++;
    return digits > 0 && digits < 10 && *text == '\0' ? number : -1;
}

static int
by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

    return (x > y) - (x < y);
}

/* Numbers looked at early: a column of amounts shows then that some are twice there. */
#define EARLY 1024

/* Sorts; whether all are different. */
static bool
all_differ(int32_t *values, size_t count)
{
    qsort(values, count, sizeof *values, by_number);
    for (size_t i = 1; i < count; i++)
        if (values[i] == values[i - 1])
            return false;
    return true;
}

bool
bina_numbers_add(bina_numbers *numbers, const char *text)
{
    int64_t number = read_number(text);

    if (text == NULL || numbers->other)
        return true;
    if (number >= 0 && !bina_vector_reserve(&numbers->values, &numbers->capacity,
                                            numbers->count + 1, sizeof *numbers->values))
        return false;
    if (number >= 0)
        numbers->values[numbers->count++] = (int32_t)number;
    if (number < 0 || (numbers->count == EARLY && !all_differ(numbers->values, EARLY))) {
        bina_numbers_drop(numbers);
        numbers->other = true;
    }
    return true;
}

bool
bina_numbers_run(bina_numbers *numbers)
{
    size_t count = numbers->count;

    return !numbers->other && count > 0 && all_differ(numbers->values, count) &&
           numbers->values[0] <= 1 &&
           numbers->values[count - 1] < (int64_t)count + (int64_t)count / 5 + 2;
}

void
bina_numbers_drop(bina_numbers *numbers)
{
    free(numbers->values);
    memset(numbers, 0, sizeof *numbers);
}

bina_status
bina_columns_start(bina_columns *columns, const bina_description *description, int line_slot,
                   int sheet_slot)
{
    size_t slots = (size_t)bina_description_count(description);

    memset(columns, 0, sizeof *columns);
    columns->description = description;
    columns->seen = calloc(slots + 1, sizeof *columns->seen);
    columns->order = calloc(slots + 1, sizeof *columns->order);
    if (columns->seen == NULL || columns->order == NULL) {
        bina_columns_drop(columns);
        return BINA_ERR_NO_MEMORY;
    }
    for (int slot = 0; slot < (int)slots; slot++) {
        const char *format = bina_field_format(bina_description_field(description, slot));
        if (slot != line_slot && slot != sheet_slot &&
            slot != bina_column_find_own(description, BINA_OWN_KINDS) &&
            (format == NULL || strcmp(format, BINA_FORMAT_COUNT) != 0))
            columns->order[columns->count++] = slot;
    }
    return BINA_OK;
}

bina_status
bina_columns_see(bina_columns *columns, const bina_record *raw)
{
    for (int i = 0; i < columns->count; i++) {
        int slot = columns->order[i];
        if (!bina_numbers_add(&columns->seen[slot], bina_record_text(raw, slot)))
            return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

/* The name of the i-th column that counts. */
static const char *
name_at(const bina_columns *columns, int i)
{
    return bina_field_name(bina_description_field(columns->description, columns->order[i]));
}

void
bina_columns_finish(bina_columns *columns, size_t rows)
{
    int kept = 0;

    for (int i = 0; i < columns->count; i++) {
        int slot = columns->order[i], at = kept;
        bina_numbers *seen = &columns->seen[slot];
        const char *name = name_at(columns, i);
        if (seen->count * 10 >= rows * 9 && bina_numbers_run(seen))
            continue;
        for (; at > 0 && strcmp(name_at(columns, at - 1), name) > 0; at--)
            columns->order[at] = columns->order[at - 1];
        columns->order[at] = slot;
        kept++;
    }
    columns->count = kept;
}

void
bina_columns_drop(bina_columns *columns)
{
    int slots = columns->seen != NULL ? bina_description_count(columns->description) : 0;

    for (int slot = 0; slot < slots; slot++)
        bina_numbers_drop(&columns->seen[slot]);
    free(columns->seen);
    free(columns->order);
    memset(columns, 0, sizeof *columns);
}

void
bina_row_content(const bina_columns *columns, const bina_record *raw, char hex[BINA_DIGEST_HEX])
{
    const bina_description *description = bina_record_description(raw);
    bina_digest digest;

    bina_digest_start(&digest);
    for (int i = 0; i < columns->count; i++) {
        const char *text = bina_record_text(raw, columns->order[i]);
        if (text == NULL)
            continue;
        bina_digest_add_text(
            &digest, bina_field_name(bina_description_field(description, columns->order[i])));
        bina_digest_add_text(&digest, text);
    }
    (void)bina_digest_end(&digest, hex);
}

static void
add_standard(bina_digest *digest, bina_role role, const char *text)
{
    bina_standard standard;

    bina_standardise(BINA_PROFILE_INDONESIA, role, text, text != NULL ? strlen(text) : 0,
                     &standard);
    bina_digest_add_text(digest, standard.text);
}

void
bina_row_key(const bina_record *row, char key[BINA_ROW_KEY])
{
    const char *region = bina_record_text(row, BINA_SOURCE_RECORD_REGION);
    char hex[BINA_DIGEST_HEX], now[BINA_VILLAGE_ROOM];
    bina_digest digest;

    bina_digest_start(&digest);
    add_standard(&digest, BINA_ROLE_PERSON, bina_record_text(row, BINA_SOURCE_RECORD_OWNER_NAME));
    add_standard(&digest, BINA_ROLE_BUSINESS,
                 bina_record_text(row, BINA_SOURCE_RECORD_BUSINESS_NAME));
    add_standard(&digest, BINA_ROLE_TEXT, bina_record_text(row, BINA_SOURCE_RECORD_PRODUCT));
    if (region != NULL) {
        bina_digest_add_text(&digest, bina_village_now(region, now)[0] != '\0' ? now : region);
    } else {
        add_standard(&digest, BINA_ROLE_PLACE, bina_record_text(row, BINA_SOURCE_RECORD_VILLAGE));
        add_standard(&digest, BINA_ROLE_PLACE, bina_record_text(row, BINA_SOURCE_RECORD_DISTRICT));
    }
    (void)bina_digest_end(&digest, hex);
    (void)snprintf(key, BINA_ROW_KEY, "who:%.32s", hex);
}

size_t
bina_key_base(const char *key)
{
    const char *mark = strrchr(key, '#');

    if (mark == NULL || mark[1] == '\0')
        return strlen(key);
    for (const char *p = mark + 1; *p != '\0'; p++)
        if (!isdigit((unsigned char)*p))
            return strlen(key);
    return (size_t)(mark - key);
}

bina_hold
bina_key_hold(const char *key)
{
    char hex[BINA_DIGEST_HEX];
    bina_digest digest;

    bina_digest_start(&digest);
    bina_digest_add(&digest, key, bina_key_base(key));
    return bina_hold_of(bina_digest_end(&digest, hex));
}

static int
nibble(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bina_hold
bina_hold_of(const char *hex)
{
    static const bina_hold none;
    bina_hold hold;

    for (size_t i = 0; i < sizeof hold.bytes; i++) {
        int high = hex != NULL ? nibble(hex[2 * i]) : -1;
        int low = high >= 0 ? nibble(hex[2 * i + 1]) : -1;
        if (low < 0)
            return none;
        hold.bytes[i] = (unsigned char)(high << 4 | low);
    }
    return hold;
}

bool
bina_hold_is_none(const bina_hold *hold)
{
    static const bina_hold none;

    return memcmp(hold->bytes, none.bytes, sizeof none.bytes) == 0;
}
