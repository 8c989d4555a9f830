/* The lifecycles of material, output, buy-back and distribution. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_production[] = {
    {.kind = BINA_NO_KIND},
};
