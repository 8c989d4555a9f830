/* Settings for lists nobody described: what the columns are, which belong together. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/plan.h"

/* What the values of a column look like, over all rows that have one. */
typedef struct facts {
    double filled, distinct;
    double digits;  /* share of values made of digits and marks only */
    double dates;   /* that read as a day */
    double at_sign; /* with an @ */
    double words;   /* mean number of words */
    double length;  /* mean number of bytes */
    double once;    /* share of values that occur once */
} facts;

static bool
looks_like_date(const char *text)
{
    size_t digits = 0, marks = 0;

    for (const char *p = text; *p != '\0'; p++) {
        if (isdigit((unsigned char)*p))
            digits++;
        else if (*p == '-' || *p == '/' || *p == '.')
            marks++;
        else
            return false;
    }
    if (digits == 8 && marks == 0)
        return (strncmp(text, "19", 2) == 0 || strncmp(text, "20", 2) == 0 ||
                strncmp(text, "18", 2) == 0) &&
               text[4] <= '1' && text[6] <= '3';
    return marks == 2 && digits >= 6 && digits <= 8;
}

static void
learn(facts *f, const bina_link_column *column, uint32_t rows)
{
    uint32_t *count = calloc(column->values.count, sizeof(*count));

    memset(f, 0, sizeof(*f));
    if (count == NULL)
        return;
    for (uint32_t r = 0; r < rows; r++)
        count[column->codes[r]]++;
    for (uint32_t c = 1; c < column->values.count; c++) {
        const char *text = bina_dictionary_text(&column->values, c);
        double n = count[c];
        size_t digits = 0, letters = 0, words = 1;
        for (const char *p = text; *p != '\0'; p++) {
            digits += isdigit((unsigned char)*p) != 0;
            letters += isalpha((unsigned char)*p) != 0 || (unsigned char)*p >= 128;
            words += *p == ' ' && p[1] != ' ';
        }
        f->filled += n;
        f->distinct++;
        f->once += count[c] == 1;
        f->digits += digits > 0 && letters == 0 ? n : 0;
        f->dates += looks_like_date(text) ? n : 0;
        f->at_sign += strchr(text, '@') != NULL ? n : 0;
        f->words += n * (double)words;
        f->length += n * (double)strlen(text);
    }
    free(count);
    if (f->filled > 0) {
        f->digits /= f->filled;
        f->dates /= f->filled;
        f->at_sign /= f->filled;
        f->words /= f->filled;
        f->length /= f->filled;
        f->once /= f->distinct;
    }
}

static bool
same_name(const char *a, const char *b)
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

/* Names of columns that number rows or tell the answer. */
static bool
is_label(const char *name)
{
    static const char *const names[] = {"cluster", "clusterid", "entity",  "entityid", "class",
                                        "label",   "truth",     "gold",    "match",    "row",
                                        "index",   "rowid",     "recid",   "uniqueid", "id",
                                        "no",      "nomor",     "recordid"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (same_name(name, names[i]))
            return true;
    return false;
}

static bina_link_compare
choose(const facts *f)
{
    if (f->dates > 0.8)
        return BINA_LINK_DATE;
    if (f->at_sign > 0.6)
        return BINA_LINK_NAME;
    if (f->digits > 0.8)
        return f->length < 3 || f->distinct < 30 ? BINA_LINK_EXACT : BINA_LINK_CODE;
    if (f->distinct <= 40 && f->length <= 14)
        return BINA_LINK_EXACT;
    return f->words > 1.4 ? BINA_LINK_WORDS : BINA_LINK_NAME;
}

/* Whether a column may be used, and under what name. */
static bool
is_hinted(const bina_link_hint *hints, size_t count, const bina_link_list *list,
          const bina_link_column *column, const char **field)
{
    for (size_t h = 0; h < count; h++)
        if (strcmp(hints[h].column, column->name) == 0 &&
            (hints[h].list == NULL || strcmp(hints[h].list, list->name) == 0)) {
            *field = hints[h].field;
            return true;
        }
    return false;
}

bina_status
bina_link_spec_guess(bina_link_spec *spec, const bina_link_table *table)
{
    const bina_link_list *list = table->lists[spec->sources[0].list];
    facts f;

    learn(&f, &list->columns[spec->sources[0].column], list->rows);
    spec->compare = choose(&f);
    spec->frequency = true;
    return BINA_OK;
}

/* The field of a name, which is added when there is none; NULL when the plan is full. */
static bina_link_spec *
field_named(bina_link_plan *plan, const char *name)
{
    for (int f = 0; f < plan->count; f++)
        if (same_name(plan->field[f].name, name))
            return &plan->field[f];
    return bina_link_plan_add(plan, name, BINA_LINK_NAME);
}

bina_status
bina_link_plan_propose(bina_link_plan *plan, const bina_link_table *table,
                       const bina_link_hint *hints, size_t hint_count)
{
    for (uint32_t l = 0; l < table->list_count; l++)
        for (uint32_t c = 0; c < table->lists[l]->column_count; c++) {
            const bina_link_column *column = &table->lists[l]->columns[c];
            const char *name = column->name;
            bina_link_spec *spec;
            bina_status status;
            facts f;
            if (is_hinted(hints, hint_count, table->lists[l], column, &name)) {
                if (name == NULL)
                    continue;
            } else if (is_label(name)) {
                continue;
            }
            learn(&f, column, table->lists[l]->rows);
            if (f.distinct < 2)
                continue;
            spec = field_named(plan, name);
            if (spec == NULL)
                return BINA_OK;
            status = bina_link_spec_add_source(spec, l, c);
            if (status == BINA_OK && spec->source_count == 1)
                status = bina_link_spec_guess(spec, table);
            if (status != BINA_OK)
                return status;
        }
    return BINA_OK;
}
