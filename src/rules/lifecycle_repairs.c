/* Repairs of tools: the tool is under repair from the first day, and back or given up on the last.
 */
#include <string.h>
#include "base/text.h"
#include "rules/lifecycle_assets.h"

/* ---- what must hold ---- */

static void
days_in_order(bina_case *c)
{
    bool finished = bina_case_has(c, "finished");

    if (finished != bina_case_has(c, "outcome")) {
        bina_case_refuse(c, "repair.outcome",
                         "a repair that is finished has a day and an outcome; one that is not has "
                         "neither",
                         "perbaikan yang selesai mempunyai tanggal dan hasil; yang belum tidak "
                         "mempunyai keduanya");
        bina_case_saw(c, "finished", bina_case_field(c, "finished"));
        bina_case_saw(c, "outcome", bina_case_field(c, "outcome"));
    }
    if (bina_case_int(c, "started") > c->today || bina_case_int(c, "finished") > c->today ||
        (finished && bina_case_int(c, "finished") < bina_case_int(c, "started"))) {
        bina_case_refuse(c, "repair.days",
                         "a repair starts, then finishes, and neither on a day still to come",
                         "perbaikan dimulai dahulu, lalu selesai, dan tidak pada hari yang belum "
                         "tiba");
        bina_case_saw(c, "started", bina_case_field(c, "started"));
        bina_case_saw(c, "finished", bina_case_field(c, "finished"));
    }
}

static void
one_at_a_time(bina_case *c)
{
    static const char open_others[] = "SELECT count(*) FROM repairs WHERE asset = ?1 AND id <> ?2"
                                      " AND finished IS NULL";

    if (bina_case_has(c, "finished") ||
        BINA_ASK(c, open_others, bina_int(bina_case_int(c, "asset")), bina_int(c->id)) == 0)
        return;
    bina_case_refuse(c, "repair.open",
                     "the tool is being repaired already; finish that repair first",
                     "alat sedang diperbaiki; selesaikan dahulu perbaikan itu");
    bina_case_saw(c, "asset", bina_case_field(c, "asset"));
}

static void
there_to_be_repaired(bina_case *c)
{
    char state[32];

    bina_asset_state(c, bina_case_int(c, "asset"), state);
    if (bina_case_has(c, "finished") || state[0] == '\0' ||
        bina_text_lists("in_use idle lent found under_repair", state))
        return;
    bina_case_refuse(c, "repair.asset", "the tool is %s and cannot be repaired",
                     "alat berkeadaan %s dan tidak dapat diperbaiki", state);
    bina_case_saw(c, "state", bina_text(state));
}

/* ---- what follows ---- */

static void
tell_asset(bina_case *c)
{
    static const char stored[] = "SELECT count(*) FROM repairs WHERE id = ?1";
    bina_id asset = bina_case_int(c, "asset");
    const char *outcome = bina_case_text(c, "outcome");
    char state[32];

    if (BINA_ASK(c, stored, bina_int(c->id)) == 0) /* removed */
        return;
    bina_asset_state(c, asset, state);
    if ((c->transition != NULL || outcome == NULL) &&
        bina_text_lists("in_use idle lent found", state)) {
        bina_asset_move(c, asset, "repair", bina_case_int(c, "started"));
        bina_asset_state(c, asset, state);
    }
    if (outcome == NULL || strcmp(state, "under_repair") != 0 || c->status != BINA_OK)
        return;
    if (strcmp(outcome, "repaired") == 0) {
        bina_case_set_dated(c, asset, BINA_ASSET_CONDITION, bina_text("good"),
                            bina_case_int(c, "finished"));
        bina_asset_move(c, asset, "mend", bina_case_int(c, "finished"));
    } else {
        bina_case_set_dated(c, asset, BINA_ASSET_CONDITION, bina_text("major_damage"),
                            bina_case_int(c, "finished"));
        bina_asset_move(c, asset, "give_up", bina_case_int(c, "finished"));
    }
}

static bina_guard *const add_guards[] = {there_to_be_repaired, NULL};

const bina_transition bina_repair_steps[] = {
    {.verb = "add", .label = {"repair", "perbaiki"}, .from = "", .guards = add_guards},
    {.verb = NULL},
};
bina_guard *const bina_repair_always[] = {days_in_order, one_at_a_time, NULL};
bina_effect *const bina_repair_changed[] = {tell_asset, NULL};
