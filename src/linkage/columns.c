#include "linkage/columns.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/columns_constant.h"
#include "linkage/columns_steady.h"
#include "linkage/degrees.h"
#include "linkage/standardise.h"
#include "reference/regions.h"

#define SAMPLES        1000
#define WORDS_OF_NAMES 1.5 /* of a label, on average */
#define MOST_OF_PART   1.7 /* words of a given name or a surname, on average */

bool
bina_link_same_name(const char *a, const char *b)
{
    for (;;) {
        while (*a != '\0' && !isalnum((unsigned char)*a))
            a++;
        while (*b != '\0' && !isalnum((unsigned char)*b))
            b++;
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return false;
        if (*a == '\0')
            return true;
        a++;
        b++;
    }
}

bool
bina_link_is_named(const char *name, const char *const *names)
{
    for (; *names != NULL; names++)
        if (bina_link_same_name(name, *names))
            return true;
    return false;
}

/* Names of columns that tell which rows are one, or merely number the rows: never evidence. */
static bool
tells_the_answer(const char *name)
{
    static const char *const names[] = {
        "cluster", "cluster_id", "entity",     "entity_id", "class",     "label",        "truth",
        "true_id", "gold",       "gold_id",    "match",     "match_id",  "duplicate_of", "row",
        "row_id",  "index",      "rec_id",     "record_id", "unique_id", "id",           "no",
        "no_urut", "nomor",      "nomor_urut", NULL};

    return bina_link_is_named(name, names);
}

/* The answer is a number, a code or a yes; a label of several words is what the thing is called. */
static bool
is_called_label(const char *name)
{
    return bina_link_same_name(name, "label");
}

/* Of these, those that may also be a number that several lists took from one register. */
static bool
numbers_rows(const char *name)
{
    static const char *const names[] = {"id",        "no",        "nomor", "rec_id",
                                        "record_id", "unique_id", NULL};

    return bina_link_is_named(name, names);
}

bina_status
bina_link_guess_role(const bina_link_column *column, bina_role *role)
{
    bina_sample *samples = malloc(SAMPLES * sizeof(*samples));
    bina_role_guess guess;
    uint32_t count = column->values.count, kept = 0, every = count / SAMPLES + 1;

    if (samples == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < count && kept < SAMPLES; c += every) {
        samples[kept].text = bina_dictionary_text(&column->values, c);
        samples[kept++].length = bina_dictionary_length(&column->values, c);
    }
    bina_guess_role(column->name, samples, kept, &guess);
    *role = guess.role;
    free(samples);
    return BINA_OK;
}

/* A sample of rows, as they come: how often values repeat says much. */
static bina_status
guess(const bina_link_list *list, const bina_link_column *column, bina_role_guess *said)
{
    bina_sample *samples = malloc(SAMPLES * sizeof(*samples));
    uint32_t kept = 0, every = list->rows / SAMPLES + 1;

    if (samples == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < list->rows && kept < SAMPLES; r += every) {
        samples[kept].text = bina_dictionary_text(&column->values, column->codes[r]);
        samples[kept++].length = bina_dictionary_length(&column->values, column->codes[r]);
    }
    bina_guess_role(column->name, samples, kept, said);
    free(samples);
    return BINA_OK;
}

static bina_status
learn(const bina_link_table *table, uint32_t l, uint32_t c, bina_link_candidate *candidate)
{
    const bina_link_list *list = table->lists[l];
    const bina_link_column *column = &list->columns[c];
    uint32_t *count = calloc(column->values.count, sizeof(*count));
    double regions = 0, codes = 0;
    bina_role_guess said;
    bina_status status;

    if (count == NULL)
        return BINA_ERR_NO_MEMORY;
    memset(candidate, 0, sizeof(*candidate));
    candidate->list = l;
    candidate->column = c;
    candidate->matched = -1;
    for (uint32_t r = 0; r < list->rows; r++)
        count[column->codes[r]]++;
    for (uint32_t v = 1; v < column->values.count; v++) {
        const char *text = bina_dictionary_text(&column->values, v);
        size_t length = bina_dictionary_length(&column->values, v);
        double n = count[v];
        size_t words = 1;
        uint64_t region;
        bool digit = false;
        if (bina_is_missing(text, length))
            continue;
        for (const char *p = text; *p != '\0'; p++) {
            if (*p == ' ')
                words += p[1] != ' ';
            else if ((unsigned char)*p >= 0x80)
                words += p > text && bina_is_ideograph(p);
            digit |= *p >= '0' && *p <= '9';
        }
        candidate->filled += n;
        candidate->distinct++;
        candidate->words += n * (double)words;
        candidate->length += n * (double)length;
        codes += digit && words < 2 ? n : 0;
        if (length >= 5 && length <= 13 && isdigit((unsigned char)text[0])) {
            region = bina_region_parse(text, length);
            regions +=
                region != 0 && strchr(text, '.') != NULL && bina_region_known(region, NULL) ? n : 0;
        }
    }
    free(count);
    status = guess(list, column, &said);
    if (status != BINA_OK || candidate->filled <= 0)
        return status;
    candidate->role = said.role;
    candidate->stable = said.declared_stable;
    candidate->words /= candidate->filled;
    candidate->length /= candidate->filled;
    candidate->codes = codes > 0.8 * candidate->filled;
    candidate->level = bina_link_level_of(column->name);
    if (regions > 0.8 * candidate->filled)
        candidate->level = BINA_LINK_REGION_CODE;
    if (candidate->role == BINA_ROLE_NUMBER)
        candidate->level = bina_link_degrees_level(column->name);
    return BINA_OK;
}

/* Whether something was said of the column; `*field` is NULL when it was that it is not used. */
static bool
is_hinted(const bina_link_hint *hints, size_t count, const bina_link_list *list, const char *column,
          const char **field)
{
    for (size_t h = 0; h < count; h++)
        if (strcmp(hints[h].column, column) == 0 &&
            (hints[h].list == NULL || strcmp(hints[h].list, list->name) == 0)) {
            *field = hints[h].field;
            return true;
        }
    return false;
}

/* The same column, by its name, in another list; NULL if it has none. */
static const bina_link_column *
namesake(const bina_link_list *list, const char *name)
{
    for (uint32_t c = 0; c < list->column_count; c++)
        if (bina_link_same_name(list->columns[c].name, name))
            return &list->columns[c];
    return NULL;
}

/*
 * Whether a column that numbers rows is a number two lists share: each value is there once, of a
 * kind that is not merely counted, and the other list has many of the same.
 */
static bina_status
find_shared_key(const bina_link_table *table, uint32_t l, uint32_t c, bool *is_key)
{
    const bina_link_column *mine = &table->lists[l]->columns[c];
    double rows = table->lists[l]->rows, length = 0, least = INFINITY, most = 0;

    *is_key = false;
    if (rows < 20 || mine->values.count - 1 < 0.98 * rows)
        return BINA_OK;
    for (uint32_t v = 1; v < mine->values.count; v++) {
        const char *text = bina_dictionary_text(&mine->values, v);
        size_t all = bina_dictionary_length(&mine->values, v), at = all;
        double number;
        while (at > 0 && all - at < 15 && isdigit((unsigned char)text[at - 1]))
            at--;
        number = strtod(text + at, NULL);
        least = fmin(least, number);
        most = fmax(most, number);
        length += (double)all;
    }
    /* Rows counted from some number on fall on the same numbers in any two lists. */
    if (length / (mine->values.count - 1) < 6 || most - least < 3 * rows)
        return BINA_OK;
    for (uint32_t k = 0; k < table->list_count && !*is_key; k++) {
        const bina_link_column *other = k == l ? NULL : namesake(table->lists[k], mine->name);
        uint32_t shared = 0;
        bina_status status;
        if (other == NULL || other->values.count - 1 < 0.98 * table->lists[k]->rows)
            continue;
        status = bina_dictionary_count_shared(&mine->values, &other->values, &shared);
        if (status != BINA_OK)
            return status;
        *is_key = shared >= 0.3 * fmin(rows, table->lists[k]->rows);
    }
    return BINA_OK;
}

/* All columns of all lists, each to be looked at by itself. */
typedef struct learning {
    const bina_link_table *table;
    const bina_link_hint *hints;
    size_t hint_count;
    bina_link_candidate *candidates;
    bool *used; /* of a column: whether it is a candidate */
} learning;

static bina_status
learn_column(void *self, size_t part)
{
    const learning *all = self;
    bina_link_candidate *candidate = &all->candidates[part];
    const bina_link_list *list;
    const char *name, *field = NULL;
    uint32_t l = 0, c = (uint32_t)part;
    bool hinted, key = false;
    bina_status status = BINA_OK;

    for (; c >= all->table->lists[l]->column_count; l++)
        c -= all->table->lists[l]->column_count;
    list = all->table->lists[l];
    name = list->columns[c].name;
    hinted = is_hinted(all->hints, all->hint_count, list, name, &field);
    if (!hinted && numbers_rows(name))
        status = find_shared_key(all->table, l, c, &key);
    if (status != BINA_OK || (hinted && field == NULL) ||
        (!hinted && !key && tells_the_answer(name) && !is_called_label(name)))
        return status;
    status = learn(all->table, l, c, candidate);
    if (!hinted && is_called_label(name) && candidate->words < WORDS_OF_NAMES)
        return status;
    if (key) {
        candidate->role = BINA_ROLE_IDENTIFIER;
        candidate->stable = true;
    }
    candidate->field = field;
    all->used[part] = hinted || (candidate->distinct >= 1 && candidate->role != BINA_ROLE_IGNORE &&
                                 candidate->role != BINA_ROLE_KEY);
    return status;
}

/*
 * "Name" beside a surname is the given name, and beside a given name the surname, unless it has
 * both in it.
 */
static void
part_names(bina_link_candidate *candidates, size_t count, uint32_t list)
{
    bina_link_candidate *whole = NULL;
    int wholes = 0, given = 0, surnames = 0;

    for (size_t i = 0; i < count; i++) {
        if (candidates[i].list != list || candidates[i].field != NULL)
            continue;
        given += candidates[i].role == BINA_ROLE_GIVEN_NAME;
        surnames += candidates[i].role == BINA_ROLE_SURNAME;
        if (candidates[i].role == BINA_ROLE_PERSON) {
            whole = &candidates[i];
            wholes++;
        }
    }
    if (wholes != 1 || (given == 0) == (surnames == 0) || whole->words > MOST_OF_PART)
        return;
    whole->role = given == 0 ? BINA_ROLE_GIVEN_NAME : BINA_ROLE_SURNAME;
}

bina_status
bina_link_columns_learn(const bina_link_table *table, const bina_link_hint *hints,
                        size_t hint_count, unsigned threads, bina_link_candidate **candidates,
                        size_t *count)
{
    learning all = {table, hints, hint_count, NULL, NULL};
    size_t columns = 0;
    bina_status status;

    *count = 0;
    for (uint32_t l = 0; l < table->list_count; l++)
        columns += table->lists[l]->column_count;
    *candidates = all.candidates = calloc(columns + 1, sizeof(**candidates));
    all.used = calloc(columns + 1, sizeof(*all.used));
    status = all.candidates == NULL || all.used == NULL
                 ? BINA_ERR_NO_MEMORY
                 : bina_parallel(threads, columns, learn_column, &all);
    for (size_t i = 0; status == BINA_OK && i < columns; i++)
        if (all.used[i])
            all.candidates[(*count)++] = all.candidates[i];
    if (status == BINA_OK)
        status = bina_link_columns_steady(table, *candidates, *count);
    if (status == BINA_OK)
        status = bina_link_columns_constant(table, *candidates, *count);
    columns = *count;
    *count = 0;
    for (size_t i = 0; i < columns; i++)
        if (all.candidates[i].stable || all.candidates[i].field != NULL)
            all.candidates[(*count)++] = all.candidates[i];
    for (uint32_t l = 0; l < table->list_count && status == BINA_OK; l++) {
        part_names(*candidates, *count, l);
        bina_link_find_levels(table, *candidates, *count, l);
    }
    free(all.used);
    return status;
}

double
bina_link_columns_words(const bina_link_table *table, const bina_link_candidate *a,
                        const bina_link_candidate *b)
{
    const bina_dictionary *x = &table->lists[a->list]->columns[a->column].values;
    const bina_dictionary *y = &table->lists[b->list]->columns[b->column].values;
    bina_standard *standard = malloc(sizeof(*standard));
    bina_dictionary known;
    double looked = 0, found = 0;

    if (standard == NULL || bina_dictionary_init(&known) != BINA_OK) {
        free(standard);
        return 0;
    }
    for (int side = 0; side < 2; side++) {
        const bina_dictionary *values = side == 0 ? y : x;
        for (uint32_t v = 1, every = values->count / 2000 + 1; v < values->count; v += every) {
            uint32_t code;
            bina_standardise(BINA_PROFILE_GENERIC, BINA_ROLE_TEXT, bina_dictionary_text(values, v),
                             bina_dictionary_length(values, v), standard);
            for (size_t from = 0, to; !standard->missing && from < standard->length;
                 from = to + 1) {
                for (to = from; to < standard->length && standard->text[to] != ' '; to++)
                    continue;
                if (to - from < 3) /* "of", "&", initials: found anywhere */
                    continue;
                if (side == 1) {
                    looked++;
                    found += bina_dictionary_find(&known, standard->text + from, to - from) != 0;
                } else if (bina_dictionary_add(&known, standard->text + from, to - from, &code) !=
                           BINA_OK)
                    break;
            }
        }
    }
    bina_dictionary_drop(&known);
    free(standard);
    return looked > 0 ? found / looked : 0;
}
