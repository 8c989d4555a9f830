/* The lifecycles of shops, agreements, listings, placements, sales and leads. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_market[] = {
    {.kind = BINA_NO_KIND},
};
