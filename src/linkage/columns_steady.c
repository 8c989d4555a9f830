#include "linkage/columns_steady.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/standardise.h"

#define WITNESSES 3      /* telling columns whose values bring rows together */
#define TELLING   0.3    /* of the rows with a value: values of such a column, at least */
#define SAMPLED   20000u /* values of such a column looked at, more or less */
#define PAIRS     500u   /* of rows brought together by one */
#define FEW       20.0   /* pairs that say something, or values that do */
#define STEADY    0.5    /* of the pairs, beyond chance, that agree in what does not change */

/* A value of a telling column, as letters and digits; the rows of a list that have it. */
typedef struct holding {
    uint64_t hash;
    uint32_t list, rows, row[2]; /* the first two */
} holding;

typedef struct couple {
    uint32_t list[2], row[2];
} couple;

typedef struct inquiry {
    const bina_link_table *table;
    bina_link_candidate *candidates;
    size_t count;
    couple *couple;
    size_t couples;
    bina_standard left, right;
} inquiry;

static int
by_hash(const void *a, const void *b)
{
    const holding *x = a, *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->list < y->list ? -1 : x->list > y->list;
}

static const bina_link_column *
column_of(const inquiry *all, const bina_link_candidate *candidate)
{
    return &all->table->lists[candidate->list]->columns[candidate->column];
}

static bool
are_namesakes(const inquiry *all, const bina_link_candidate *a, const bina_link_candidate *b)
{
    return bina_link_same_name(column_of(all, a)->name, column_of(all, b)->name);
}

/* The candidate of a list that is called like another; NULL when there is none. */
static const bina_link_candidate *
namesake(const inquiry *all, const bina_link_candidate *candidate, uint32_t list)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->candidates[i].list == list && are_namesakes(all, &all->candidates[i], candidate))
            return &all->candidates[i];
    return NULL;
}

/* The same, or the only one of its role that no column of the candidate's list is called like. */
static const bina_link_candidate *
counterpart(const inquiry *all, const bina_link_candidate *candidate, uint32_t list)
{
    const bina_link_candidate *other = namesake(all, candidate, list);

    for (size_t i = 0; i < all->count && other == NULL; i++) {
        const bina_link_candidate *at = &all->candidates[i];
        if (at->list != list || at->role != candidate->role ||
            namesake(all, at, candidate->list) != NULL)
            continue;
        other = at;
        for (size_t k = i + 1; k < all->count; k++)
            if (all->candidates[k].list == list && all->candidates[k].role == candidate->role &&
                namesake(all, &all->candidates[k], candidate->list) == NULL)
                return NULL;
    }
    return other;
}

/* A letter or a digit, small; 0 for all else. */
static unsigned char
letter_of(char text)
{
    unsigned char c = (unsigned char)text;

    if (c >= 'A' && c <= 'Z')
        return (unsigned char)(c + ('a' - 'A'));
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

/* Case, marks and blanks aside; 0 of too few letters. */
static uint64_t
hash_letters(const char *text)
{
    unsigned char letters[256];
    size_t length = 0;

    for (; *text != '\0' && length < sizeof(letters); text++) {
        letters[length] = letter_of(*text);
        length += letters[length] != 0;
    }
    return length < 3 ? 0 : bina_linkage_hash(letters, length, 0);
}

/* Whether a text is of the sample, by its last letters: to hash all of a million would take long.
 */
static bool
is_sampled(const char *text, size_t length, uint32_t every)
{
    uint32_t last = 0;

    for (unsigned met = 0; met < 3 && length > 0; length--) {
        unsigned char letter = letter_of(text[length - 1]);
        last = letter != 0 ? last * 37 + letter : last;
        met += letter != 0;
    }
    return last % every == 0;
}

/* Adds the sampled values of a column with the rows that have them. */
static bina_status
hold(const inquiry *all, const bina_link_candidate *candidate, uint32_t every, holding *held,
     size_t room, size_t *count)
{
    const bina_link_column *column = column_of(all, candidate);
    uint32_t rows = all->table->lists[candidate->list]->rows;
    uint32_t *place = calloc(column->values.count, sizeof(*place)); /* in `held`, plus one */

    if (place == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t v = 1; v < column->values.count && *count < room; v++) {
        const char *text = bina_dictionary_text(&column->values, v);
        uint64_t hash = 0;
        if (is_sampled(text, bina_dictionary_length(&column->values, v), every))
            hash = hash_letters(text);
        if (hash == 0)
            continue;
        held[*count] = (holding){hash, candidate->list, 0, {0, 0}};
        place[v] = (uint32_t)++ * count;
    }
    for (uint32_t r = 0; r < rows; r++) {
        holding *at;
        if (place[column->codes[r]] == 0)
            continue;
        at = &held[place[column->codes[r]] - 1];
        if (at->rows < 2)
            at->row[at->rows] = r;
        at->rows++;
    }
    free(place);
    return BINA_OK;
}

/* The two rows that alone have a value, of two lists where there are several; false if not so. */
static bool
marry(const inquiry *all, const holding *held, size_t count, couple *pair)
{
    uint32_t rows = 0;

    for (size_t i = 0; i < count; i++)
        rows += held[i].rows;
    if (all->table->list_count > 1) {
        for (size_t i = 0; i < count; i++)
            if (held[i].rows != 1 || (i > 0 && held[i].list == held[i - 1].list))
                return false;
        if (count < 2)
            return false;
        *pair = (couple){{held[0].list, held[1].list}, {held[0].row[0], held[1].row[0]}};
        return true;
    }
    if (rows != 2)
        return false;
    *pair = (couple){{held[0].list, held[0].list},
                     {held[0].row[0], held[0].rows == 2 ? held[0].row[1] : held[count - 1].row[0]}};
    return true;
}

/* Whether two rows say the same in a column; -1 when one says nothing or has no such column. */
static int
agree(inquiry *all, const bina_link_candidate *candidate, const couple *pair)
{
    const char *text[2];

    for (int side = 0; side < 2; side++) {
        const bina_link_candidate *mine = candidate->list == pair->list[side]
                                              ? candidate
                                              : counterpart(all, candidate, pair->list[side]);
        const bina_link_column *column = mine == NULL ? NULL : column_of(all, mine);
        uint32_t code = column == NULL ? 0 : column->codes[pair->row[side]];
        if (code == 0)
            return -1;
        text[side] = bina_dictionary_text(&column->values, code);
    }
    bina_standardise(BINA_PROFILE_GENERIC, candidate->role, text[0], strlen(text[0]), &all->left);
    bina_standardise(BINA_PROFILE_GENERIC, candidate->role, text[1], strlen(text[1]), &all->right);
    if (all->left.missing || all->right.missing)
        return -1;
    return all->left.length == all->right.length &&
           memcmp(all->left.text, all->right.text, all->left.length) == 0;
}

/* Whether two rows that share a value of one column are one by the others that are stable. */
static bool
is_sure(inquiry *all, const bina_link_candidate *by, const couple *pair)
{
    int same = 0, other = 0;

    for (size_t i = 0; i < all->count; i++) {
        const bina_link_candidate *at = &all->candidates[i];
        int said;
        if (at == by || !at->stable || at->list != pair->list[0] || at->distinct < FEW ||
            bina_link_same_name(column_of(all, at)->name, column_of(all, by)->name))
            continue;
        said = agree(all, at, pair);
        same += said == 1;
        other += said == 0;
    }
    return same > other || (same == 0 && other == 0);
}

/* Brings rows together by the values of a telling column. */
static bina_status
bring_together(inquiry *all, const bina_link_candidate *by)
{
    uint32_t lists = all->table->list_count;
    size_t values = 0, count = 0, found = 0;
    holding *held;
    bina_status status = BINA_OK;

    for (uint32_t l = 0; l < lists; l++) {
        const bina_link_candidate *mine = namesake(all, by, l);
        values += mine == NULL ? 0 : column_of(all, mine)->values.count;
    }
    held = calloc(values + 1, sizeof(*held));
    if (held == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t l = 0; l < lists && status == BINA_OK; l++) {
        const bina_link_candidate *mine = namesake(all, by, l);
        if (mine != NULL)
            status = hold(all, mine, (uint32_t)(values / SAMPLED) + 1, held, values, &count);
    }
    qsort(held, count, sizeof(*held), by_hash);
    for (size_t i = 0, end; i < count && found < PAIRS && status == BINA_OK; i = end) {
        couple pair;
        for (end = i + 1; end < count && held[end].hash == held[i].hash;)
            end++;
        if (!marry(all, held + i, end - i, &pair) || !is_sure(all, by, &pair))
            continue;
        all->couple[all->couples++] = pair;
        found++;
    }
    free(held);
    return status;
}

/* How often two rows of a list agree in a column by chance. */
static bina_status
chance_of(const inquiry *all, const bina_link_candidate *candidate, double *chance)
{
    const bina_link_column *column = column_of(all, candidate);
    uint32_t rows = all->table->lists[candidate->list]->rows;
    uint32_t *times = calloc(column->values.count, sizeof(*times));
    double sum = 0;

    if (times == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < rows; r++)
        times[column->codes[r]]++;
    for (uint32_t v = 1; v < column->values.count; v++)
        sum += (double)times[v] * times[v];
    free(times);
    *chance = sum / (candidate->filled * candidate->filled);
    return BINA_OK;
}

/* Whether rows that are surely one agree in a column. */
static bina_status
hear(inquiry *all, const bina_link_candidate *candidate, bool *steady)
{
    double same = 0, heard = 0, chance = 1;
    bina_status status = chance_of(all, candidate, &chance);

    for (size_t i = 0; i < all->couples; i++) {
        const couple *pair = &all->couple[i];
        int said;
        if (candidate->list != pair->list[0] && candidate->list != pair->list[1])
            continue;
        said = agree(all, candidate, pair);
        same += said == 1;
        heard += said >= 0;
    }
    *steady = heard >= FEW && same / heard - chance > STEADY * (1 - chance);
    return status;
}

static bool
is_telling(const bina_link_candidate *candidate)
{
    return candidate->stable && candidate->distinct >= FEW &&
           candidate->distinct >= TELLING * candidate->filled;
}

static bool
is_doubtful(const bina_link_candidate *candidate)
{
    return !candidate->stable && candidate->field == NULL && candidate->distinct >= 2;
}

bina_status
bina_link_columns_steady(const bina_link_table *table, bina_link_candidate *candidates,
                         size_t count)
{
    inquiry *all = calloc(1, sizeof(*all));
    bool *steady = calloc(count + 1, sizeof(*steady)), any = false;
    bina_status status = all == NULL || steady == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
    size_t asked = 0;

    for (size_t i = 0; i < count; i++)
        any = any || is_doubtful(&candidates[i]);
    if (status != BINA_OK || !any)
        goto out;
    all->table = table;
    all->candidates = candidates;
    all->count = count;
    all->couple = malloc(WITNESSES * PAIRS * sizeof(*all->couple));
    if (all->couple == NULL)
        status = BINA_ERR_NO_MEMORY;
    /* Columns of the first list that has them, each by its name once. */
    for (size_t i = 0; i < count && asked < WITNESSES && status == BINA_OK; i++) {
        bool met = !is_telling(&candidates[i]);
        for (uint32_t l = 0; l < candidates[i].list; l++)
            met = met || namesake(all, &candidates[i], l) != NULL;
        if (met)
            continue;
        status = bring_together(all, &candidates[i]);
        asked++;
    }
    for (size_t i = 0; i < count && status == BINA_OK; i++)
        if (is_doubtful(&candidates[i]))
            status = hear(all, &candidates[i], &steady[i]);
    for (size_t i = 0; i < count && status == BINA_OK; i++)
        candidates[i].stable = candidates[i].stable || steady[i];
out:
    if (all != NULL)
        free(all->couple);
    free(all);
    free(steady);
    return status;
}
