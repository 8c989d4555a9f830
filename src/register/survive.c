#include <string.h>
#include "register/survive.h"

/* Rows that are compared one with another to count equal values; more are never one enterprise. */
#define MOST_COMPARED 64

static const char *const names[BINA_SURVIVAL_RULES] = {"most_recent", "longest", "most_frequent"};

const char *
bina_survival_name(bina_survival rule)
{
    return names[rule];
}

bina_survival
bina_survival_usual(int field)
{
    switch (field) {
    case BINA_SOURCE_RECORD_NIK: /* a slip of the fingers is made once */
    case BINA_SOURCE_RECORD_NIB:
    case BINA_SOURCE_RECORD_SCOPE: /* one wrong class must not take it out of the figure */
    case BINA_SOURCE_RECORD_NATURE:
        return BINA_SURVIVES_FREQUENT;
    case BINA_SOURCE_RECORD_REGION: /* a village says more than a district */
        return BINA_SURVIVES_LONGEST;
    default:
        return BINA_SURVIVES_RECENT;
    }
}

static bool
has_value(const bina_record *record, int field)
{
    bina_value value = bina_record_get(record, field);

    if (value.type == BINA_NULL)
        return false;
    return field != BINA_SOURCE_RECORD_SCOPE || strcmp(value.as.text, "unknown") != 0;
}

static bool
is_equal(const bina_record *a, const bina_record *b, int field)
{
    bina_value x = bina_record_get(a, field), y = bina_record_get(b, field);

    switch (bina_type_held_as(x.type)) {
    case BINA_TEXT:
        return y.type != BINA_NULL && strcmp(x.as.text, y.as.text) == 0;
    case BINA_REAL:
        return y.type != BINA_NULL && !(x.as.real < y.as.real) && !(x.as.real > y.as.real);
    default:
        return y.type != BINA_NULL && x.as.integer == y.as.integer;
    }
}

/* What speaks for a row; greater is better, from the first that differs. */
typedef struct merits {
    int64_t merit[4];
    size_t row;
} merits;

static int64_t
text_length(const bina_record *record, int field)
{
    const char *text = bina_record_text(record, field);

    return text != NULL ? (int64_t)strlen(text) : 0;
}

static void
judge(const bina_source_rows *rows, const bina_survival_rule *rule, const size_t *members,
      size_t count, size_t row, merits *out)
{
    static const unsigned char orders[BINA_SURVIVAL_RULES][3] = {
        [BINA_SURVIVES_RECENT] = {0, 1, 2},
        [BINA_SURVIVES_LONGEST] = {2, 0, 1},
        [BINA_SURVIVES_FREQUENT] = {1, 0, 2},
    };
    const bina_source_row *of = &rows->rows[row];
    int64_t merit[3] = {of->list_date, 0, text_length(of->record, rule->field)};
    size_t at = 0; /* its list's place among those that come first, or behind them */

    for (size_t i = 0; i < count && i < MOST_COMPARED; i++)
        merit[1] += is_equal(of->record, rows->rows[members[i]].record, rule->field);
    while (rule->lists != NULL && rule->lists[at] != NULL &&
           strcmp(rule->lists[at], rows->lists[of->list].name) != 0)
        at++;
    out->merit[0] = -(int64_t)at;
    for (int i = 0; i < 3; i++)
        out->merit[i + 1] = merit[orders[rule->rule][i]];
    out->row = row;
}

/* Rows are numbered by list and key, so the number settles what nothing else does. */
static bool
is_better(const merits *a, const merits *b)
{
    for (size_t i = 0; i < sizeof a->merit / sizeof a->merit[0]; i++)
        if (a->merit[i] != b->merit[i])
            return a->merit[i] > b->merit[i];
    return a->row < b->row;
}

static bool
is_listed(const bina_survival_rule *rule, const char *list)
{
    for (size_t i = 0; rule->lists != NULL && rule->lists[i] != NULL; i++)
        if (strcmp(rule->lists[i], list) == 0)
            return true;
    return false;
}

void
bina_survive(const bina_survivorship *policy, const bina_source_rows *rows, const size_t *members,
             size_t count, int field, bina_survivor *survivor)
{
    bina_survival_rule rule = {field, bina_survival_usual(field), NULL};
    merits best = {{0}, SIZE_MAX};

    for (size_t i = 0; policy != NULL && i < policy->count; i++)
        if (policy->rules[i].field == field)
            rule = policy->rules[i];
    survivor->contested = false;
    for (size_t i = 0; i < count; i++) {
        merits found;
        if (!has_value(rows->rows[members[i]].record, field))
            continue;
        judge(rows, &rule, members, count, members[i], &found);
        if (best.row != SIZE_MAX &&
            !is_equal(rows->rows[best.row].record, rows->rows[members[i]].record, field))
            survivor->contested = true;
        if (best.row == SIZE_MAX || is_better(&found, &best))
            best = found;
    }
    survivor->row = best.row;
    survivor->rule = names[rule.rule];
    if (best.row != SIZE_MAX && is_listed(&rule, rows->lists[rows->rows[best.row].list].name))
        survivor->rule = "list";
}
