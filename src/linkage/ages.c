#include "linkage/ages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/role_header.h"

#define OLDEST  120
#define ROWS    100000u /* of a list that are looked at, at most */
#define COMMON  3       /* rows of a list that are called so: more are not held against others */
#define FEW     10      /* pairs that agree on the year they were told in */
#define SHARE   0.2     /* of all pairs that are called alike */
#define NUMBERS 0.9     /* of a column's values, that can be ages */
#define FIRST   1500    /* the years that may be */
#define YEARS   700
#define ANY     2000 /* where nothing but ages is held against each other, any year will do */

/* The age that a text says; -1 for none: "34", "34 tahun", "34y". */
static int
age_in(const char *text, size_t length)
{
    int age = 0;
    size_t at = 0;

    for (; at < length && at < 4 && text[at] >= '0' && text[at] <= '9'; at++)
        age = age * 10 + (text[at] - '0');
    if (at == 0 || age > OLDEST)
        return -1;
    for (; at < length; at++)
        if (text[at] >= '0' && text[at] <= '9')
            return -1;
    return age;
}

size_t
bina_link_age_born(const char *text, size_t length, int year, char born[8])
{
    int age = age_in(text, length);

    return age < 0 || year <= 0 ? 0 : (size_t)snprintf(born, 8, "%d", year - age);
}

static bool
is_called_age(const char *name)
{
    static const char *const words[] = {"age",   "umur",     "usia", "edad",  "idade",
                                        "alter", "leeftijd", "eta",  "alder", "wiek"};
    bina_writer header;

    bina_header_read(name, &header);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(header.text, words[i]) == 0)
            return true;
    return false;
}

/* The column of a list that has ages; column_count when there is none. */
static uint32_t
find_ages(const bina_link_list *list)
{
    for (uint32_t c = 0; c < list->column_count; c++) {
        const bina_dictionary *values = &list->columns[c].values;
        uint32_t ages = 0;
        if (!is_called_age(list->columns[c].name) || values->count < 3)
            continue;
        for (uint32_t v = 1; v < values->count; v++)
            ages += age_in(bina_dictionary_text(values, v), bina_dictionary_length(values, v)) >= 0;
        if (ages >= NUMBERS * (values->count - 1))
            return c;
    }
    return list->column_count;
}

/* A row by what it is called. */
typedef struct called {
    uint64_t name;
    int born, side; /* of the second side: the age */
} called;

static int
by_name(const void *a, const void *b)
{
    const called *x = a, *y = b;

    if (x->name != y->name)
        return x->name < y->name ? -1 : 1;
    return x->side - y->side;
}

static bool
has_list(const bina_link_spec *spec, uint32_t list)
{
    for (size_t s = 0; s < spec->source_count; s++)
        if (spec->sources[s].list == list)
            return true;
    return false;
}

/* Whether a field is of names that two lists have: whole ones, else given names and surnames. */
static bool
names_both(const bina_link_plan *plan, int f, uint32_t a, uint32_t b)
{
    bina_role role = bina_link_spec_role(&plan->field[f]);

    if (!has_list(&plan->field[f], a) || !has_list(&plan->field[f], b))
        return false;
    for (int g = 0; g < f && role == BINA_ROLE_PERSON; g++)
        if (names_both(plan, g, a, b))
            return false; /* the first is the person's, the next may be the mother's */
    return role == BINA_ROLE_PERSON || role == BINA_ROLE_GIVEN_NAME || role == BINA_ROLE_SURNAME;
}

/* Adds the words of a column to what rows are called: in any order, of any column. */
static bina_status
call(called *rows, uint32_t count, const bina_link_column *column, const bina_link_source *source,
     bina_profile profile, bina_standard *standard)
{
    uint64_t *hash = calloc(column->values.count, sizeof(*hash));

    if (hash == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < count; r++) {
        uint32_t code = column->codes[r];
        char number[16];
        size_t length = 0;
        if (code != 0 && hash[code] == 0) {
            const char *text = bina_link_source_read(
                source, profile, bina_dictionary_text(&column->values, code),
                bina_dictionary_length(&column->values, code), standard, number, &length);
            hash[code] = 1; /* seen */
            for (size_t from = 0, to; from < length; from = to + 1) {
                for (to = from; to < length && text[to] != ' ';)
                    to++;
                hash[code] += bina_linkage_hash(text + from, to - from, 0);
            }
        }
        rows[r].name += hash[code];
    }
    free(hash);
    return BINA_OK;
}

/* What the rows of a list are called, and when they were born, or how old they are; -1: unknown. */
static bina_status
call_rows(called *rows, uint32_t count, const bina_link_plan *plan, const bina_link_table *table,
          const bina_link_source *told, const int *fields, int side)
{
    const bina_link_list *list = table->lists[told->list];
    const bina_link_column *column = &list->columns[told->column];
    bina_standard *standard = malloc(sizeof(*standard));
    bina_status status = standard == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;

    for (uint32_t r = 0; r < count && status == BINA_OK; r++) {
        const char *text = bina_dictionary_text(&column->values, column->codes[r]);
        size_t length = bina_dictionary_length(&column->values, column->codes[r]);
        rows[r] = (called){0, -1, side};
        if (told->take == BINA_LINK_TAKE_AGE) {
            rows[r].born = age_in(text, length);
            if (side == 0 && rows[r].born >= 0)
                rows[r].born = told->year - rows[r].born;
            continue;
        }
        bina_standardise(plan->profile, BINA_ROLE_DATE, text, length, standard);
        if (!standard->missing && standard->date > 0)
            rows[r].born = standard->date / 10000;
    }
    for (; *fields >= 0 && status == BINA_OK; fields++) {
        const bina_link_spec *spec = &plan->field[*fields];
        for (size_t s = 0; s < spec->source_count && status == BINA_OK; s++)
            if (spec->sources[s].list == told->list)
                status = call(rows, count, &list->columns[spec->sources[s].column],
                              &spec->sources[s], plan->profile, standard);
    }
    free(standard);
    return status;
}

/* The year that most rows which are called alike agree on; 0 when too few do. */
static int
agree(called *rows, size_t count)
{
    uint32_t *told = calloc(YEARS + 2, sizeof(*told)), all = 0, near;
    int best = 1;

    if (told == NULL)
        return -1;
    qsort(rows, count, sizeof(*rows), by_name);
    for (size_t i = 0, middle, end; i < count; i = end) {
        for (middle = i;
             middle < count && rows[middle].name == rows[i].name && rows[middle].side == 0;)
            middle++;
        for (end = middle; end < count && rows[end].name == rows[i].name;)
            end++;
        for (size_t a = i; a < middle && middle - i <= COMMON; a++)
            for (size_t b = middle; b < end && end - middle <= COMMON; b++) {
                int year = rows[a].born + rows[b].born - FIRST;
                if (rows[i].name == 0 || rows[a].born < 0 || rows[b].born < 0 || year < 1 ||
                    year > YEARS)
                    continue;
                told[year]++;
                all++;
            }
    }
    for (int y = 1; y <= YEARS; y++)
        if (told[y] > told[best])
            best = y;
    near = told[best - 1] + told[best] + told[best + 1];
    free(told);
    return near >= FEW && near >= SHARE * all ? best + FIRST : 0;
}

/* The year in which the ages of a list were told, by those of a field that are known. */
static bina_status
find_year(const bina_link_plan *plan, const bina_link_table *table, const bina_link_spec *spec,
          bina_link_source *ages)
{
    bina_status status = BINA_OK;

    ages->year = 0;
    for (size_t s = 0; s < spec->source_count && ages->year == 0 && status == BINA_OK; s++) {
        const bina_link_source *known = &spec->sources[s];
        int fields[BINA_LINK_FIELDS + 1], count = 0;
        uint32_t a = table->lists[known->list]->rows, b = table->lists[ages->list]->rows;
        called *rows;
        if (known->list == ages->list || (known->take == BINA_LINK_TAKE_AGE && known->year == 0))
            continue;
        for (int f = 0; f < plan->count; f++)
            if (names_both(plan, f, known->list, ages->list))
                fields[count++] = f;
        fields[count] = -1;
        a = a < ROWS ? a : ROWS;
        b = b < ROWS ? b : ROWS;
        rows = count == 0 ? NULL : malloc(((size_t)a + b + 1) * sizeof(*rows));
        if (count == 0)
            continue;
        status =
            rows == NULL ? BINA_ERR_NO_MEMORY : call_rows(rows, a, plan, table, known, fields, 0);
        if (status == BINA_OK)
            status = call_rows(rows + a, b, plan, table, ages, fields, 1);
        if (status == BINA_OK)
            ages->year = agree(rows, (size_t)a + b);
        free(rows);
        if (ages->year < 0)
            status = BINA_ERR_NO_MEMORY;
    }
    return status;
}

/* Whether a field is of days or years of birth, which a list lacks. */
static bool
is_birth(const bina_link_plan *plan, int f, uint32_t list)
{
    const bina_link_spec *spec = &plan->field[f];

    if (bina_link_spec_role(spec) != BINA_ROLE_DATE || has_list(spec, list))
        return false;
    for (size_t s = 0; s < spec->source_count; s++)
        if (spec->sources[s].take != BINA_LINK_TAKE_TEXT &&
            spec->sources[s].take != BINA_LINK_TAKE_AGE)
            return false;
    return bina_header_is_birth(spec->name);
}

/* Whether any field takes a column. */
static bool
is_used(const bina_link_plan *plan, uint32_t list, uint32_t column)
{
    for (int f = 0; f < plan->count; f++)
        for (size_t s = 0; s < plan->field[f].source_count; s++)
            if (plan->field[f].sources[s].list == list &&
                plan->field[f].sources[s].column == column)
                return true;
    return false;
}

bina_status
bina_link_ages_find(bina_link_plan *plan, const bina_link_table *table)
{
    bina_link_source first = {.role = BINA_ROLE_DATE, .take = BINA_LINK_TAKE_AGE, .year = ANY};
    bina_link_spec alone = {.sources = &first};
    bina_status status = BINA_OK;

    for (uint32_t l = 0; l < table->list_count && status == BINA_OK; l++) {
        bina_link_source ages = {l, find_ages(table->lists[l]), BINA_ROLE_DATE, BINA_LINK_TAKE_AGE,
                                 0};
        bina_link_spec *spec = NULL;
        bool born = false;
        if (ages.column == table->lists[l]->column_count || is_used(plan, l, ages.column))
            continue;
        for (int f = 0; f < plan->count; f++) {
            born =
                born || (bina_header_is_birth(plan->field[f].name) && has_list(&plan->field[f], l));
            if (spec == NULL && is_birth(plan, f, l))
                spec = &plan->field[f];
        }
        if (born)
            continue; /* it has the day itself */
        if (spec == NULL && alone.source_count == 0) {
            first.list = l;
            first.column = ages.column;
            alone.source_count = 1;
            continue;
        }
        status = find_year(plan, table, spec != NULL ? spec : &alone, &ages);
        if (status != BINA_OK || ages.year == 0)
            continue;
        if (spec == NULL) {
            spec = bina_link_plan_add(plan, "year of birth", BINA_LINK_YEARS);
            if (spec == NULL)
                return BINA_OK;
            spec->frequency = true;
            status = bina_link_spec_add_source(spec, &first);
        }
        spec->compare = BINA_LINK_YEARS;
        if (status == BINA_OK)
            status = bina_link_spec_add_source(spec, &ages);
    }
    return status;
}

bina_status
bina_link_ages_settle(bina_link_plan *plan, const bina_link_table *table)
{
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count; f++) {
        bina_link_spec *spec = &plan->field[f];
        bool dated = false;
        for (size_t s = 0; s < spec->source_count; s++)
            dated = dated || spec->sources[s].take != BINA_LINK_TAKE_AGE;
        for (size_t s = 0; s < spec->source_count && status == BINA_OK; s++) {
            bina_link_source *ages = &spec->sources[s];
            if (ages->take != BINA_LINK_TAKE_AGE || ages->year != 0)
                continue;
            if (!dated && s == 0)
                ages->year = ANY;
            else
                status = find_year(plan, table, spec, ages);
        }
    }
    return status;
}
