/* Guessing a mapping: from headers, then from what the first rows hold. */
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include "exchange/guess.h"
#include "exchange/words.h"

#define COLUMNS_LIMIT 1000 /* looked at */

/* The first words of headers that count workers, whatever parts they are counted in. */
static bool
counts_workers(const char *key, size_t length)
{
    static const char *const wholes[] = {"tenaga kerja",
                                         "jumlah tenaga kerja",
                                         "tk",
                                         "jumlah tk",
                                         "karyawan",
                                         "jumlah karyawan",
                                         "pekerja",
                                         "jumlah pekerja",
                                         "naker",
                                         "jml tenaga kerja",
                                         "jml tk",
                                         "jumlah naker",
                                         "workers",
                                         "employees",
                                         "jumlah tenaga kerja orang",
                                         "tenaga kerja orang",
                                         NULL};
    const char *const *whole;

    for (whole = wholes; *whole != NULL; whole++)
        if (strlen(*whole) == length && strncmp(key, *whole, length) == 0)
            return true;
    return false;
}

static void
give(bina_guesser *guess, int column, int slot)
{
    guess->taken[column] = slot;
    guess->source[slot] = column;
}

static bool
is_open(const bina_field *field)
{
    return (bina_field_flags(field) &
            (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED | BINA_FIELD_RETIRED)) == 0 &&
           bina_field_type(field) != BINA_REF;
}

/* Whether most of a column's values are words of a code list. */
static bool
holds_codes(const bina_guesser *guess, int column, const char *list)
{
    const bina_told_values *values = &guess->values[column];
    size_t known = 0, i;

    for (i = 0; i < values->count; i++)
        known += bina_codes_find(list, values->texts[i]) != NULL ||
                 (strcmp(list, "sex") == 0 && bina_words_sex(values->texts[i]) != NULL);
    return known * 2 >= values->count;
}

/* What the values say against or for a header's meaning. */
static int
correct(const bina_guesser *guess, int column, int slot, int score)
{
    const bina_column_look *look = &guess->looks[column];
    const bina_field *described = bina_description_field(guess->target, slot);
    const char *field = bina_field_name(described);
    bool named = strcmp(field, "owner_name") == 0 || strcmp(field, "business_name") == 0 ||
                 strcmp(field, "name") == 0;

    if (bina_field_type(described) == BINA_CODE && bina_field_format(described) != NULL &&
        !holds_codes(guess, column, bina_field_format(described)))
        return 0; /* "JENIS" may be one of anything */
    if (look->filled < 3)
        return score;
    if (strcmp(field, "phone") == 0 && bina_guess_mostly(look->words, look))
        return 0; /* a "kontak" that is a person */
    if (named && (bina_guess_mostly(look->phones, look) || bina_guess_mostly(look->niks, look)))
        return 0;
    if (strcmp(field, "sex") == 0 && !bina_guess_mostly(look->sexes, look))
        return score / 2;
    return score;
}

/* A lone "Nama" is the business where its values speak of businesses, and the owner otherwise. */
static int
score_lone_name(const bina_guesser *guess, int column, int slot, const char *key)
{
    const char *field = bina_field_name(bina_description_field(guess->target, slot));
    const bina_column_look *look = &guess->looks[column];

    if (strcmp(key, "kontak") == 0)
        return strcmp(field, bina_guess_mostly(look->phones, look) ? "phone" : "owner_name") == 0
                   ? 70
                   : 0;
    if (strcmp(key, "nama") == 0 && strcmp(field, "business_name") == 0)
        return look->firms * 10 >= look->filled * 3 ? 65 : 30;
    return 0;
}

/* Gives the best pair of a free column and a free field, again and again. */
static void
give_by_header(bina_guesser *guess)
{
    char key[BINA_HEADER_KEY];
    int column, slot, score, other, best, best_column = 0, best_slot = 0;

    do {
        best = 0;
        for (column = 0; column < guess->column_count; column++) {
            if (guess->taken[column] >= 0 || bina_guess_is_own(guess, column))
                continue;
            bina_header_key(bina_field_name(bina_description_field(guess->columns, column)), key,
                            sizeof(key));
            for (slot = 0; slot < guess->slot_count; slot++) {
                if (guess->source[slot] >= 0 ||
                    !is_open(bina_description_field(guess->target, slot)))
                    continue;
                score = bina_header_score(key, guess->target, slot);
                other = score_lone_name(guess, column, slot, key);
                score = correct(guess, column, slot, score > other ? score : other);
                if (score > best) {
                    best = score;
                    best_column = column;
                    best_slot = slot;
                }
            }
        }
        if (best >= 25)
            give(guess, best_column, best_slot);
    } while (best >= 25);
}

/*
 * Workers are often counted in parts: men and women, or permanent and casual. The whole is taken
 * where there is a column of it, and the sum of two parts else. "L" and "P" alone are parts of the
 * workers where they hold numbers above 1.
 */
static void
give_workers(bina_guesser *guess)
{
    int slot = bina_description_find(guess->target, "workers"), column;
    int parts[BINA_PART_TOTAL + 1] = {-1, -1, -1, -1, -1, -1};
    char key[BINA_HEADER_KEY];
    bina_header_part part;
    size_t length;

    for (column = 0; slot >= 0 && column < guess->column_count; column++) {
        if (bina_guess_is_own(guess, column))
            continue;
        bina_header_key(bina_field_name(bina_description_field(guess->columns, column)), key,
                        sizeof(key));
        if (counts_workers(key, strlen(key)) && guess->source[slot] < 0)
            parts[BINA_PART_TOTAL] = column;
        part = bina_header_part_of(key, &length);
        if (part == BINA_PART_NONE || parts[part] >= 0)
            continue;
        if (counts_workers(key, length) ||
            (length == 0 && (part == BINA_PART_MALE || part == BINA_PART_FEMALE) &&
             bina_guess_mostly(guess->looks[column].counts, &guess->looks[column])))
            parts[part] = column;
    }
    if (slot < 0)
        return;
    if (parts[BINA_PART_TOTAL] >= 0) {
        give(guess, parts[BINA_PART_TOTAL], slot);
        return;
    }
    for (part = BINA_PART_MALE; part <= BINA_PART_PERMANENT; part += 2)
        /* Ones alone, in either column, mark the owner's sex. */
        if (parts[part] >= 0 && parts[part + 1] >= 0 &&
            guess->looks[parts[part]].several + guess->looks[parts[part + 1]].several > 0) {
            give(guess, parts[part], slot);
            guess->also[slot] = parts[part + 1];
            guess->taken[parts[part + 1]] = slot;
            return;
        }
}

/* Fields that no header named, by the only thing their values can be. */
static void
give_by_values(bina_guesser *guess)
{
    static const struct {
        const char *field;
        size_t count;
    } rules[] = {
        {"nik", offsetof(bina_column_look, niks)},
        {"nib", offsetof(bina_column_look, nibs)},
        {"sex", offsetof(bina_column_look, sexes)},
        {"phone", offsetof(bina_column_look, phones)},
        {"latitude", offsetof(bina_column_look, latitudes)},
        {"longitude", offsetof(bina_column_look, longitudes)},
    };
    size_t i;
    int column, slot, count;

    for (i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        slot = bina_description_find(guess->target, rules[i].field);
        if (slot < 0 || guess->source[slot] >= 0)
            continue;
        for (column = 0; column < guess->column_count; column++) {
            memcpy(&count, (const char *)&guess->looks[column] + rules[i].count, sizeof(count));
            if (guess->taken[column] < 0 && !bina_guess_is_own(guess, column) &&
                bina_guess_mostly(count, &guess->looks[column])) {
                give(guess, column, slot);
                break;
            }
        }
    }
}

static void
drop_values(bina_told_values *values)
{
    while (values->count > 0)
        free(values->texts[--values->count]);
}

static void
drop_guess(bina_guesser *guess)
{
    int i;

    for (i = 0; i < BINA_OWN_COLUMNS; i++)
        drop_values(&guess->told[i]);
    for (i = 0; guess->values != NULL && i < guess->column_count; i++)
        drop_values(&guess->values[i]);
    free(guess->values);
    free(guess->looks);
    free(guess->taken);
    free(guess->source);
    free(guess->also);
}

/* A guess of nothing yet. */
static bina_status
begin_guess(bina_guesser *guess, const bina_description *target, const bina_description *columns)
{
    int i;

    guess->target = target;
    guess->columns = columns;
    guess->column_count = bina_description_count(columns);
    if (guess->column_count > COLUMNS_LIMIT)
        guess->column_count = COLUMNS_LIMIT;
    guess->slot_count = bina_description_count(target);
    guess->looks = calloc((size_t)guess->column_count + 1, sizeof(*guess->looks));
    guess->values = calloc((size_t)guess->column_count + 1, sizeof(*guess->values));
    guess->taken = malloc(((size_t)guess->column_count + 1) * sizeof(*guess->taken));
    guess->source = malloc(((size_t)guess->slot_count + 1) * sizeof(*guess->source));
    guess->also = malloc(((size_t)guess->slot_count + 1) * sizeof(*guess->also));
    if (guess->looks == NULL || guess->values == NULL || guess->taken == NULL ||
        guess->source == NULL || guess->also == NULL)
        return BINA_ERR_NO_MEMORY;
    for (i = 0; i < guess->column_count; i++)
        guess->taken[i] = -1;
    for (i = 0; i < guess->slot_count; i++)
        guess->source[i] = guess->also[i] = -1;
    return BINA_OK;
}

/* Gives columns to fields: the surest first. */
static bina_status
give_columns(bina_guesser *guess)
{
    char title[1024];

    bina_header_key(bina_description_doc(guess->columns), title, sizeof(title));
    guess->unit = bina_title_unit(title);
    give_workers(guess);
    give_by_header(guess);
    give_by_values(guess);
    return bina_guess_places(guess);
}

bina_status
bina_mapping_guess(const bina_description *target, bina_cursor *rows, bina_error *error,
                   bina_mapping **mapping)
{
    bina_guesser guess = {0};
    bina_document *document = NULL;
    const bina_batch *batch;
    bina_status status;

    *mapping = NULL;
    status = begin_guess(&guess, target, bina_cursor_description(rows));
    if (status != BINA_OK)
        goto out;
    status = bina_cursor_peek(rows, &batch);
    if (status < BINA_OK) {
        if (error != NULL)
            bina_error_copy(error, bina_cursor_error(rows));
        goto done;
    }
    if (status == BINA_OK)
        status = bina_guess_look(&guess, batch);
    if (status >= BINA_OK)
        status = give_columns(&guess);
    if (status != BINA_OK)
        goto out;
    document = bina_document_new();
    status = document != NULL ? bina_guess_write(&guess, document) : BINA_ERR_NO_MEMORY;
    if (status == BINA_OK) {
        status = bina_mapping_new(target, document, error, mapping);
        document = NULL;
    }
out:
    if (status != BINA_OK)
        bina_error_plain(error, status);
done:
    bina_document_free(document);
    drop_guess(&guess);
    return status;
}
