/* The lifecycles of enterprises, groups, clusters and permits. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_parties[] = {
    {.kind = BINA_NO_KIND},
};
