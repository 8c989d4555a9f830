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
    return spec->source_count > 0 ? spec->sources[0].role : BINA_ROLE_TEXT;
}

static const char *const takes[BINA_LINK_TAKES] = {"text",    "street",   "hamlet", "rt", "place",
                                                   "village", "district", "model",  "age"};

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
read_key(const bina_link_plan *plan, const char *text, size_t length, int *field,
         bina_link_part *part)
{
    while (length > 0 && *text == ' ') {
        text++;
        length--;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    *part = BINA_LINK_WHOLE;
    *field = field_named(plan, text, length);
    for (int p = 1; p < BINA_LINK_PARTS && *field < 0; p++) {
        size_t n = strlen(parts[p]);
        if (length > n + 1 && text[length - n - 1] == ':' &&
            memcmp(text + length - n, parts[p], n) == 0) {
            *part = (bina_link_part)p;
            *field = field_named(plan, text, length - n - 1);
        }
    }
    return *field >= 0;
}

/* Reads one key, or two on both sides of the first "+" that is not of a field's name. */
static bool
read_keys(const bina_link_plan *plan, const char *text, bina_link_rule *rule)
{
    rule->field[1] = -1;
    if (read_key(plan, text, strlen(text), &rule->field[0], &rule->part[0]))
        return true;
    for (const char *plus = strchr(text, '+'); plus != NULL; plus = strchr(plus + 1, '+'))
        if (read_key(plan, text, (size_t)(plus - text), &rule->field[0], &rule->part[0]) &&
            read_key(plan, plus + 1, strlen(plus + 1), &rule->field[1], &rule->part[1]))
            return rule->part[1] != BINA_LINK_WORD;
    return false;
}

bina_status
bina_link_rule_read(bina_link_plan *plan, const char *text)
{
    bina_link_rule rule = {{-1, -1}, {BINA_LINK_WHOLE, BINA_LINK_WHOLE}};

    if (!read_keys(plan, text, &rule) ||
        (rule.part[0] == BINA_LINK_WORD && plan->field[rule.field[0]].compare != BINA_LINK_WORDS))
        return BINA_ERR_INVALID;
    return bina_link_plan_add_rule(plan, &rule);
}

char *
bina_link_rule_write(const bina_link_plan *plan, const bina_link_rule *rule)
{
    const char *name[2] = {"", ""}, *part[2] = {"", ""};
    size_t room = sizeof(" + ::");
    char *text;

    for (int k = 0; k < 2 && rule->field[k] >= 0; k++) {
        name[k] = plan->field[rule->field[k]].name;
        part[k] = parts[rule->part[k]];
        room += strlen(name[k]) + strlen(part[k]);
    }
    text = malloc(room);
    if (text != NULL)
        snprintf(text, room, "%s%s%s%s%s%s%s", name[0], *part[0] == '\0' ? "" : ":", part[0],
                 rule->field[1] < 0 ? "" : " + ", name[1], *part[1] == '\0' ? "" : ":", part[1]);
    return text;
}
