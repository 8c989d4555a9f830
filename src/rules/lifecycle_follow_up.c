/* The lifecycles of visits, actions and outcomes. */
#include "rules/lifecycle.h"

static const bina_transition visit[] = {
    {.verb = "add", .label = {"schedule", "jadwalkan"}, .from = "", .to = "scheduled"},
    {.verb = "hold",
     .label = {"hold", "laksanakan"},
     .from = "scheduled",
     .to = "held",
     .sets = "held_on !findings officer"},
    {.verb = "skip",
     .label = {"skip", "lewatkan"},
     .from = "scheduled",
     .to = "skipped",
     .reason = true},
    {.verb = "cancel",
     .label = {"cancel", "batalkan"},
     .from = "scheduled skipped",
     .to = "cancelled",
     .reason = true},
    {.verb = "reschedule",
     .label = {"schedule again", "jadwalkan ulang"},
     .from = "skipped cancelled",
     .to = "scheduled",
     .sets = "!due officer"},
    {.verb = "correct",
     .label = {"correct: it was not held", "betulkan: tidak dilaksanakan"},
     .from = "held",
     .to = "scheduled",
     .reason = true,
     .sets = "held_on findings"},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_follow_up[] = {
    {.kind = BINA_VISIT, .state = "state", .began = "began", .transitions = visit},
    {.kind = BINA_NO_KIND},
};
