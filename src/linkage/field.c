#include "linkage/field.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/standin.h"

#define STANDARD_ROOM 1024 /* longer values are cut: what follows says nothing more of identity */

void
bina_link_similar_drop(bina_link_similar *similar)
{
    free(similar->start);
    free(similar->code);
    free(similar->level);
    memset(similar, 0, sizeof(*similar));
}

void
bina_link_field_drop(bina_link_field *field)
{
    bina_dictionary_drop(&field->values);
    free(field->codes);
    free(field->count);
    free(field->letters);
    free(field->days);
    free(field->numbers);
    bina_dictionary_drop(&field->words.dictionary);
    free(field->words.frequency);
    free(field->words.weight);
    free(field->words.start);
    free(field->words.word);
    free(field->words.total);
    bina_link_similar_drop(&field->words.similar);
    bina_link_similar_drop(&field->similar);
    memset(field, 0, sizeof(*field));
}

/* Values that people write for "none". */
static bool
says_nothing(const char *text, size_t length)
{
    static const char *const words[] = {"-",       "--",     "?",       "n a", "na",
                                        "nan",     "null",   "none",    "nil", "tidak ada",
                                        "tdk ada", "kosong", "unknown", "xxx"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0)
            return true;
    return false;
}

static bina_status
add_standard(bina_link_field *field, const char *text, size_t length, uint32_t *code)
{
    char standard[STANDARD_ROOM];
    size_t used;

    used = bina_standin_standard(field->spec->role, text, length, standard, sizeof(standard));
    if (says_nothing(standard, used))
        used = 0;
    return bina_dictionary_add(&field->values, standard, used, code);
}

/* The columns of a list that make up the field. */
static size_t
sources_of(const bina_link_spec *spec, uint32_t list, uint32_t *columns, size_t room)
{
    size_t count = 0;

    for (size_t i = 0; i < spec->source_count && count < room; i++)
        if (spec->sources[i].list == list)
            columns[count++] = spec->sources[i].column;
    return count;
}

/* A list whose field is one column: each distinct value is standardised once. */
static bina_status
read_column(bina_link_field *field, const bina_link_list *list, const bina_link_column *column)
{
    uint32_t *standard = malloc(column->values.count * sizeof(*standard));
    bina_status status = BINA_OK;

    if (standard == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 0; c < column->values.count && status == BINA_OK; c++)
        status = add_standard(field, bina_dictionary_text(&column->values, c),
                              bina_dictionary_length(&column->values, c), &standard[c]);
    for (uint32_t r = 0; r < list->rows && status == BINA_OK; r++)
        field->codes[list->first + r] = standard[column->codes[r]];
    free(standard);
    return status;
}

/* A list whose field is several columns, joined. */
static bina_status
read_joined(bina_link_field *field, const bina_link_list *list, const uint32_t *columns,
            size_t count)
{
    char joined[STANDARD_ROOM];

    for (uint32_t r = 0; r < list->rows; r++) {
        size_t used = 0;
        bina_status status;
        for (size_t i = 0; i < count; i++) {
            const bina_link_column *column = &list->columns[columns[i]];
            size_t length = bina_dictionary_length(&column->values, column->codes[r]);
            if (length > 0 && used > 0 && used < sizeof(joined))
                joined[used++] = ' ';
            if (length > sizeof(joined) - used)
                length = sizeof(joined) - used;
            memcpy(joined + used, bina_dictionary_text(&column->values, column->codes[r]), length);
            used += length;
        }
        status = add_standard(field, joined, used, &field->codes[list->first + r]);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

static bina_status
count_letters(bina_link_field *field)
{
    field->letters = calloc(field->values.count, sizeof(*field->letters));
    if (field->letters == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 0; c < field->values.count; c++)
        for (const char *p = bina_dictionary_text(&field->values, c); *p != '\0'; p++) {
            uint8_t *n = &field->letters[c][(unsigned char)*p & 15u];
            if (*n < 255)
                (*n)++;
        }
    return BINA_OK;
}

/* Year, month and day of the usual ways to write a date: 19340520, 1934-05-20, 20/05/1934. */
static void
read_date(const char *text, int32_t *day)
{
    int32_t part[3] = {0, 0, 0};
    int digits[3] = {0, 0, 0}, n = 0;

    for (const char *p = text; *p != '\0'; p++) {
        if (*p >= '0' && *p <= '9') {
            if (digits[n] < 8)
                part[n] = part[n] * 10 + (*p - '0');
            digits[n]++;
        } else if (digits[n] > 0) {
            if (n == 2)
                break;
            n++;
        }
    }
    if (n == 0 && digits[0] == 8) {
        day[0] = part[0] / 10000;
        day[1] = part[0] / 100 % 100;
        day[2] = part[0] % 100;
    } else if (digits[0] == 4) {
        day[0] = part[0];
        day[1] = part[1];
        day[2] = part[2];
    } else if (n == 2 && digits[2] == 4) {
        day[0] = part[2];
        day[1] = part[1];
        day[2] = part[0];
    }
}

static bina_status
read_dates(bina_link_field *field)
{
    field->days = calloc(field->values.count, sizeof(*field->days));
    if (field->days == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < field->values.count; c++)
        read_date(bina_dictionary_text(&field->values, c), field->days[c]);
    return BINA_OK;
}

static bina_status
read_numbers(bina_link_field *field)
{
    field->numbers = calloc(field->values.count, sizeof(*field->numbers));
    if (field->numbers == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < field->values.count; c++)
        field->numbers[c] = strtod(bina_dictionary_text(&field->values, c), NULL);
    return BINA_OK;
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Splits every value into words and weighs each word by how rare it is. */
static bina_status
split_words(bina_link_field *field)
{
    bina_link_words *words = &field->words;
    uint32_t values = field->values.count;
    size_t room = 0, used = 0, weights = 0;
    bina_status status = bina_dictionary_init(&words->dictionary);

    if (status != BINA_OK)
        return status;
    words->start = calloc((size_t)values + 1, sizeof(*words->start));
    words->total = calloc(values, sizeof(*words->total));
    if (words->start == NULL || words->total == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 0; c < values; c++) {
        const char *p = bina_dictionary_text(&field->values, c);
        size_t kept;
        words->start[c] = used;
        while (*p != '\0') {
            size_t length = strcspn(p, " ");
            if (length > 0) {
                if (!bina_vector_reserve(&words->word, &room, used + 1, sizeof(*words->word)))
                    return BINA_ERR_NO_MEMORY;
                status = bina_dictionary_add(&words->dictionary, p, length, &words->word[used]);
                if (status != BINA_OK)
                    return status;
                used++;
            }
            p += length + (p[length] == ' ');
        }
        if (used - words->start[c] > 1) {
            qsort(words->word + words->start[c], used - words->start[c], sizeof(*words->word),
                  by_number);
            kept = words->start[c] + 1;
            for (size_t i = kept; i < used; i++)
                if (words->word[i] != words->word[kept - 1])
                    words->word[kept++] = words->word[i];
            used = kept;
        }
    }
    words->start[values] = used;
    weights = words->dictionary.count;
    words->frequency = calloc(weights, sizeof(*words->frequency));
    words->weight = calloc(weights, sizeof(*words->weight));
    if (words->frequency == NULL || words->weight == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < values; c++)
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++)
            words->frequency[words->word[i]] += field->count[c];
    for (size_t w = 1; w < weights; w++)
        words->weight[w] =
            (float)log2(1.0 + (double)field->filled / (0.5 + (double)words->frequency[w]));
    for (uint32_t c = 1; c < values; c++)
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++)
            words->total[c] += words->weight[words->word[i]];
    return BINA_OK;
}

bina_status
bina_link_field_build(bina_link_field *field, const bina_link_spec *spec,
                      const bina_link_table *table)
{
    bina_status status;

    memset(field, 0, sizeof(*field));
    field->spec = spec;
    field->top = bina_link_compare_top(spec->compare);
    status = bina_dictionary_init(&field->values);
    if (status != BINA_OK)
        return status;
    field->codes = calloc(table->rows == 0 ? 1 : table->rows, sizeof(*field->codes));
    if (field->codes == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t l = 0; l < table->list_count && status == BINA_OK; l++) {
        const bina_link_list *list = table->lists[l];
        uint32_t columns[16];
        size_t count = sources_of(spec, l, columns, 16);
        if (count == 1)
            status = read_column(field, list, &list->columns[columns[0]]);
        else if (count > 1)
            status = read_joined(field, list, columns, count);
    }
    if (status != BINA_OK)
        return status;
    field->count = calloc(field->values.count, sizeof(*field->count));
    if (field->count == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < table->rows; r++)
        field->count[field->codes[r]]++;
    field->filled = table->rows - field->count[0];
    status = count_letters(field);
    if (status == BINA_OK && spec->compare == BINA_LINK_DATE)
        status = read_dates(field);
    if (status == BINA_OK && spec->compare == BINA_LINK_NUMBER)
        status = read_numbers(field);
    if (status == BINA_OK && spec->compare == BINA_LINK_WORDS)
        status = split_words(field);
    return status;
}
