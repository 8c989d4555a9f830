/* The lifecycles of tools, custody, surveys and repairs. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_assets[] = {
    {.kind = BINA_NO_KIND},
};
