/* The lifecycles of loans. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_credit[] = {
    {.kind = BINA_NO_KIND},
};
