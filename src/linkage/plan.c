#include "linkage/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

void
bina_link_plan_drop(bina_link_plan *plan)
{
    for (int f = 0; f < plan->count; f++)
        free(plan->field[f].sources);
    free(plan->rule);
    memset(plan, 0, sizeof(*plan));
}

bina_link_spec *
bina_link_plan_add(bina_link_plan *plan, const char *name, bina_link_compare compare)
{
    bina_link_spec *spec;

    if (plan->count == BINA_LINK_FIELDS)
        return NULL;
    spec = &plan->field[plan->count++];
    memset(spec, 0, sizeof(*spec));
    spec->name = name;
    spec->compare = compare;
    spec->thing = spec->given[0] = spec->given[1] = -1;
    return spec;
}

bina_status
bina_link_spec_add_source(bina_link_spec *spec, const bina_link_source *source)
{
    if (!bina_vector_reserve(&spec->sources, &spec->source_room, spec->source_count + 1,
                             sizeof(*spec->sources)))
        return BINA_ERR_NO_MEMORY;
    spec->sources[spec->source_count++] = *source;
    return BINA_OK;
}

bina_role
bina_link_spec_role(const bina_link_spec *spec)
{
    if (spec->source_count == 0)
        return BINA_ROLE_TEXT;
    switch (spec->sources[0].take) {
    case BINA_LINK_TAKE_HAMLET:
    case BINA_LINK_TAKE_PLACE:
    case BINA_LINK_TAKE_VILLAGE:
    case BINA_LINK_TAKE_DISTRICT:
        return BINA_ROLE_PLACE; /* also of an address or a code */
    default:
        return spec->sources[0].role;
    }
}

static const char *const takes[BINA_LINK_TAKES] = {"text",  "street",  "hamlet",   "rt",
                                                   "place", "village", "district", "model",
                                                   "age",   "owner",   "business"};

const char *
bina_link_take_name(bina_link_take take)
{
    return takes[take];
}

bool
bina_link_take_find(const char *name, bina_link_take *take)
{
    for (int t = 0; t < BINA_LINK_TAKES; t++)
        if (strcmp(takes[t], name) == 0) {
            *take = (bina_link_take)t;
            return true;
        }
    return false;
}

static const char *const parts[BINA_LINK_PARTS] = {"",    "sound", "start", "year",
                                                   "day", "head",  "tail",  "words"};

bina_status
bina_link_plan_add_rule(bina_link_plan *plan, const bina_link_rule *rule)
{
    if (!bina_vector_reserve(&plan->rule, &plan->rule_room, plan->rules + 1, sizeof(*plan->rule)))
        return BINA_ERR_NO_MEMORY;
    plan->rule[plan->rules++] = *rule;
    return BINA_OK;
}

/* The field of a name of `length` bytes; -1 for none. */
static int
field_named(const bina_link_plan *plan, const char *name, size_t length)
{
    for (int f = 0; f < plan->count; f++)
        if (strlen(plan->field[f].name) == length && memcmp(plan->field[f].name, name, length) == 0)
            return f;
    return -1;
}

/* Reads "field" or "field:part" of `length` bytes. */
static bool
read_trait(const bina_link_plan *plan, const char *text, size_t length, bina_link_trait *trait)
{
    while (length > 0 && *text == ' ') {
        text++;
        length--;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    trait->part = BINA_LINK_WHOLE;
    trait->field = field_named(plan, text, length);
    for (int p = 1; p < BINA_LINK_PARTS && trait->field < 0; p++) {
        size_t n = strlen(parts[p]);
        if (length > n + 1 && text[length - n - 1] == ':' &&
            memcmp(text + length - n, parts[p], n) == 0) {
            trait->part = (bina_link_part)p;
            trait->field = field_named(plan, text, length - n - 1);
        }
    }
    return trait->field >= 0;
}

/* Reads the traits from the `at`th on, which a "+" is between that is not of a field's name. */
static bool
read_traits(const bina_link_plan *plan, const char *text, unsigned at, bina_link_rule *rule)
{
    bina_link_trait *trait = &rule->trait[at];

    rule->traits = at + 1;
    if (read_trait(plan, text, strlen(text), trait))
        return true;
    if (at + 1 == BINA_LINK_TRAITS)
        return false;
    for (const char *plus = strchr(text, '+'); plus != NULL; plus = strchr(plus + 1, '+'))
        if (read_trait(plan, text, (size_t)(plus - text), trait) &&
            read_traits(plan, plus + 1, at + 1, rule))
            return true;
    return false;
}

/* Whether values have what a rule asks for: words only of texts, and only for the first trait. */
static bool
is_of_use(const bina_link_plan *plan, const bina_link_rule *rule)
{
    for (unsigned t = 0; t < rule->traits; t++)
        if (rule->trait[t].part == BINA_LINK_WORD &&
            (t > 0 || plan->field[rule->trait[t].field].compare != BINA_LINK_WORDS))
            return false;
    return true;
}

bina_status
bina_link_rule_read(bina_link_plan *plan, const char *text)
{
    bina_link_rule rule = {0};

    if (!read_traits(plan, text, 0, &rule) || !is_of_use(plan, &rule))
        return BINA_ERR_INVALID;
    return bina_link_plan_add_rule(plan, &rule);
}

char *
bina_link_rule_write(const bina_link_plan *plan, const bina_link_rule *rule)
{
    size_t room = 1, length = 0;
    char *text;

    for (unsigned t = 0; t < rule->traits; t++)
        room += strlen(plan->field[rule->trait[t].field].name) +
                strlen(parts[rule->trait[t].part]) + strlen(" + :");
    text = malloc(room);
    for (unsigned t = 0; t < rule->traits && text != NULL; t++) {
        const char *part = parts[rule->trait[t].part];
        length += (size_t)snprintf(text + length, room - length, "%s%s%s%s", t > 0 ? " + " : "",
                                   plan->field[rule->trait[t].field].name, *part == '\0' ? "" : ":",
                                   part);
    }
    return text;
}
