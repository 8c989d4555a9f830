#include "model/fact.h"

#include <string.h>

#define BINA_FACT(NAME, TYPE, ...) {.name = NAME, .type = BINA_##TYPE, __VA_ARGS__},
static const bina_fact facts[] = {
#include "model/facts.def"
};

const bina_fact *
bina_fact_at(int n)
{
    return n >= 0 && (size_t)n < sizeof facts / sizeof *facts ? &facts[n] : NULL;
}

const bina_fact *
bina_fact_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < sizeof facts / sizeof *facts; i++)
        if (strcmp(facts[i].name, name) == 0)
            return &facts[i];
    return NULL;
}

bool
bina_fact_takes(const bina_fact *fact, const char *compare)
{
    static const char *const of_numbers[] = {"at_least", "at_most", "less_than", "more_than"};

    if (fact == NULL)
        return strcmp(compare, "threshold") == 0;
    if (strcmp(compare, "threshold") == 0)
        return false;
    for (size_t i = 0; i < sizeof of_numbers / sizeof *of_numbers; i++)
        if (strcmp(compare, of_numbers[i]) == 0)
            return fact->type == BINA_INT || fact->type == BINA_MONEY;
    return true;
}
