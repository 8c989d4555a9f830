/* The lifecycles of programmes and batches. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_programmes[] = {
    {.kind = BINA_NO_KIND},
};
