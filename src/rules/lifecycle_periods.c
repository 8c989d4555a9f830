/* The lifecycles of periods and observations. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_periods[] = {
    {.kind = BINA_NO_KIND},
};
