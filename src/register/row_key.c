#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/*
 * Whether `count` numbers merely count the rows: all different, begin near 0 and leave few gaps.
 * Sorts them.
 */
static bool
is_running(int64_t *numbers, size_t count)
{
    if (count == 0)
        return false;
    qsort(numbers, count, sizeof *numbers, by_number);
    for (size_t i = 1; i < count; i++)
        if (numbers[i] == numbers[i - 1])
            return false;
    return numbers[0] <= 1 && numbers[count - 1] < (int64_t)count + (int64_t)count / 5 + 2;
}

static bool
column_runs(const bina_record *const *rows, size_t count, int slot, int64_t *numbers)
{
    size_t n = 0;

    for (size_t i = 0; i < count; i++) {
        const char *text = bina_record_text(rows[i], slot);
        int64_t number = read_number(text);
        if (text == NULL)
            continue;
        if (number < 0)
            return false;
        numbers[n++] = number;
    }
    return n * 10 >= count * 9 && is_running(numbers, n);
}

bina_status
bina_columns_find(bina_columns *columns, const bina_record *const *rows, size_t count,
                  int line_slot, int sheet_slot)
{
    const bina_description *description;
    int64_t *numbers;
    int slots;

    memset(columns, 0, sizeof *columns);
    if (count == 0)
        return BINA_OK;
    description = bina_record_description(rows[0]);
    slots = bina_description_count(description);
    columns->order = calloc((size_t)slots + 1, sizeof *columns->order);
    numbers = calloc(count, sizeof *numbers);
    if (columns->order == NULL || numbers == NULL) {
        free(numbers);
        bina_columns_drop(columns);
        return BINA_ERR_NO_MEMORY;
    }
    for (int slot = 0; slot < slots; slot++) {
        const char *name = bina_field_name(bina_description_field(description, slot));
        int at = columns->count;
        const char *format = bina_field_format(bina_description_field(description, slot));
        if (slot == line_slot || slot == sheet_slot ||
            (format != NULL && strcmp(format, BINA_FORMAT_COUNT) == 0) ||
            column_runs(rows, count, slot, numbers))
            continue;
        for (; at > 0; at--) {
            const bina_field *before = bina_description_field(description, columns->order[at - 1]);
            if (strcmp(bina_field_name(before), name) <= 0)
                break;
            columns->order[at] = columns->order[at - 1];
        }
        columns->order[at] = slot;
        columns->count++;
    }
    free(numbers);
    return BINA_OK;
}

void
bina_columns_drop(bina_columns *columns)
{
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

bool
bina_row_numbers_are_own(const char *const *keys, size_t count)
{
    int64_t *numbers = calloc(count + 1, sizeof *numbers);
    bool whole = true, own;
    size_t given = 0;

    if (numbers == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        int64_t number = read_number(keys[i]);
        given += keys[i] != NULL;
        whole = whole && number >= 0;
        numbers[i] = number;
    }
    own = given == count && count > 0 && !(whole && is_running(numbers, count));
    free(numbers);
    return own;
}
