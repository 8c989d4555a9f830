/* The lifecycles of funds and what is taken from them. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_money[] = {
    {.kind = BINA_NO_KIND},
};
