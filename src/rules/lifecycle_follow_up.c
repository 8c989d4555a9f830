/* The lifecycles of visits, actions and outcomes. */
#include "rules/lifecycle.h"

const bina_lifecycle bina_lifecycles_follow_up[] = {
    {.kind = BINA_NO_KIND},
};
