/* The lifecycles of participants, lessons, attendance and certificates. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_training[] = {
    {.kind = BINA_NO_KIND},
};
