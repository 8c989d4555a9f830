/* The lifecycles of grants, their items and handovers. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_grants[] = {
    {.kind = BINA_NO_KIND},
};
