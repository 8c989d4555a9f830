/*
 * Rounds of looking at the tools that were granted, and what they find. What is found moves the
 * tool on: absent is missing unless it is lent, passed on or in repair; seen again is found.
 */
#include <string.h>
#include "base/text.h"
#include "rules/lifecycle_assets.h"

/* ---- what must hold of an inspection ---- */

static bool
has_word(const bina_case *c, const char *field, const char *words)
{
    const char *word = bina_case_text(c, field);

    return word != NULL && bina_text_lists(words, word);
}

static void
survey_is_open(bina_case *c)
{
    char state[16];

    bina_case_ask_text(c, "SELECT state FROM surveys WHERE id = ?1",
                       BINA_VALUES(bina_int(bina_case_int(c, "survey"))), state, sizeof state);
    if (c->status != BINA_OK || strcmp(state, "open") == 0 || state[0] == '\0')
        return;
    bina_case_refuse(c, "inspection.survey",
                     "the survey is %s; only an open one takes inspections: open or reopen it",
                     "survei berkeadaan %s; hanya survei yang berjalan menerima pemeriksaan: buka "
                     "dahulu",
                     state);
    bina_case_saw(c, "state", bina_text(state));
}

static void
asset_in_round(bina_case *c)
{
    static const char in_round[] =
        "SELECT count(*) FROM (" BINA_TOOLS " WHERE asset.id = ?1) AS tool, surveys AS survey"
        " WHERE survey.id = ?2 AND " BINA_TOOL_IN_ROUND;
    bina_id asset = bina_case_int(c, "asset"), survey = bina_case_int(c, "survey");

    if (BINA_ASK(c, "SELECT count(*) FROM assets WHERE id = ?1", bina_int(asset)) == 0 ||
        BINA_ASK(c, in_round, bina_int(asset), bina_int(survey)) != 0)
        return;
    bina_case_refuse(
        c, "inspection.issued",
        "the tool is not of this round: it was handed over later, or for another "
        "programme or region; look at the survey's issued_until, programme and region",
        "alat tidak termasuk putaran ini: diserahkan kemudian, atau untuk program atau "
        "wilayah lain; periksa issued_until, program dan wilayah survei");
    bina_case_saw(c, "asset", bina_int(asset));
}

static void
once_a_round(bina_case *c)
{
    static const char others[] =
        "SELECT count(*) FROM inspections WHERE asset = ?1 AND survey = ?2 AND id <> ?3";

    if (BINA_ASK(c, others, bina_int(bina_case_int(c, "asset")),
                 bina_int(bina_case_int(c, "survey")), bina_int(c->id)) == 0)
        return;
    bina_case_refuse(c, "inspection.once",
                     "the tool was looked for in this round already; change that inspection",
                     "alat sudah diperiksa pada putaran ini; ubah pemeriksaan itu");
    bina_case_saw(c, "asset", bina_case_field(c, "asset"));
}

static void
day_in_round(bina_case *c)
{
    static const char before[] = "SELECT count(*) FROM surveys WHERE id = ?1 AND starts > ?2";
    const bina_value visited = bina_case_field(c, "visited");

    if (visited.type == BINA_DATE && visited.as.integer > c->today) {
        bina_case_refuse(c, "inspection.future", "the inspection is dated on a day still to come",
                         "pemeriksaan bertanggal hari yang belum tiba");
        bina_case_saw(c, "visited", visited);
    }
    if (BINA_ASK(c, before, bina_int(bina_case_int(c, "survey")), visited) != 0) {
        bina_case_refuse(c, "inspection.early", "the inspection is dated before the survey starts",
                         "pemeriksaan bertanggal sebelum survei dimulai");
        bina_case_saw(c, "visited", visited);
    }
}

/* What was seen has a condition; what was not seen has none; what is good needs no cause. */
static void
finding_makes_sense(bina_case *c)
{
    bool seen = has_word(c, "presence", "seen");

    if (seen != bina_case_has(c, "condition")) {
        bina_case_refuse(c, "inspection.condition",
                         "a tool that was seen has a condition (good, minor_damage, major_damage), "
                         "one that was not seen has none",
                         "alat yang ada mempunyai kondisi (good, minor_damage, major_damage), yang "
                         "tidak terlihat tidak");
        bina_case_saw(c, "presence", bina_case_field(c, "presence"));
        bina_case_saw(c, "condition", bina_case_field(c, "condition"));
    }
    if (bina_case_has(c, "cause") &&
        (has_word(c, "condition", "good") || has_word(c, "presence", "not_visited"))) {
        bina_case_refuse(c, "inspection.cause",
                         "a cause is said only of a tool that is damaged or absent",
                         "sebab hanya diisi untuk alat yang rusak atau tidak ada");
        bina_case_saw(c, "cause", bina_case_field(c, "cause"));
    }
    if (has_word(c, "presence", "absent") && has_word(c, "use", "jointly one_member unused")) {
        bina_case_refuse(c, "inspection.use",
                         "a tool that is absent is lent, passed on or in repair, or nothing is "
                         "known of its use",
                         "alat yang tidak ada hanya dapat dipinjamkan, dipindahtangankan atau "
                         "diperbaiki, atau pemakaiannya tidak diketahui");
        bina_case_saw(c, "use", bina_case_field(c, "use"));
    }
}

/* ---- what follows from an inspection ---- */

static const char *
step_of_finding(const bina_case *c, const char *state)
{
    bool absent = has_word(c, "presence", "absent");

    if (has_word(c, "presence", "not_visited"))
        return NULL;
    if (has_word(c, "use", "passed_on"))
        return bina_text_lists("in_use idle lent found missing", state) ? "pass_on" : NULL;
    if (has_word(c, "use", "lent"))
        return bina_text_lists("in_use idle found", state) ? "lend" : NULL;
    if (has_word(c, "use", "in_repair"))
        return bina_text_lists("in_use idle lent found", state) ? "repair" : NULL;
    if (absent)
        return bina_text_lists("in_use idle lent found", state) ? "miss" : NULL;
    if (bina_text_lists("missing written_off", state))
        return "find";
    if (strcmp(state, "lent") == 0 && has_word(c, "use", "jointly one_member unused"))
        return "bring_back";
    if (strcmp(state, "idle") == 0 && has_word(c, "use", "jointly one_member"))
        return "use";
    if (strcmp(state, "in_use") == 0 && has_word(c, "use", "unused"))
        return "lay_idle";
    return NULL;
}

/* A later look tells more of the tool than an earlier one. */
static bool
is_latest(bina_case *c)
{
    static const char later[] =
        "SELECT count(*) FROM inspections WHERE asset = ?1 AND visited > ?2 AND id <> ?3"
        " AND presence <> 'not_visited'";

    return BINA_ASK(c, later, bina_int(bina_case_int(c, "asset")), bina_case_field(c, "visited"),
                    bina_int(c->id)) == 0;
}

static void
tell_asset(bina_case *c)
{
    bina_id asset = bina_case_int(c, "asset");
    bina_value condition = bina_case_field(c, "condition");
    int64_t visited = bina_case_int(c, "visited");
    char state[32], shown[16];
    const char *verb;

    if (BINA_ASK(c, "SELECT count(*) FROM inspections WHERE id = ?1", bina_int(c->id)) == 0 ||
        !is_latest(c)) /* removed, or outdated */
        return;
    bina_case_ask_text(c, "SELECT condition FROM assets WHERE id = ?1",
                       BINA_VALUES(bina_int(asset)), shown, sizeof shown);
    if (condition.type != BINA_NULL && strcmp(bina_case_text(c, "condition"), shown) != 0)
        bina_case_set_dated(c, asset, BINA_ASSET_CONDITION, condition, visited);
    bina_asset_state(c, asset, state);
    verb = step_of_finding(c, state);
    if (verb != NULL)
        bina_asset_move(c, asset, verb, visited);
}

static bina_guard *const inspection_remove_guards[] = {survey_is_open, NULL};

const bina_transition bina_inspection_steps[] = {
    {.verb = "add", .label = {"inspect", "periksa"}, .from = ""},
    {.verb = "remove",
     .label = {"remove", "hapus"},
     .from = "",
     .guards = inspection_remove_guards},
    {.verb = NULL},
};
bina_guard *const bina_inspection_always[] = {survey_is_open, asset_in_round,      once_a_round,
                                              day_in_round,   finding_makes_sense, NULL};
bina_effect *const bina_inspection_changed[] = {tell_asset, NULL};

/* ---- surveys ---- */

/* A change of the round may not leave out tools that were looked at already. */
static void
keeps_its_tools(bina_case *c)
{
    static const char left_out[] =
        "SELECT count(*) FROM (" BINA_TOOLS " WHERE asset.id IN (SELECT asset FROM inspections"
        "   WHERE survey = ?1)) AS tool,"
        " (SELECT ?2 AS issued_until, ?3 AS programme, ?4 AS region) AS survey"
        " WHERE NOT coalesce(" BINA_TOOL_IN_ROUND ", 0)";
    int64_t count;

    if (c->id == 0)
        return;
    count = BINA_ASK(c, left_out, bina_int(c->id), bina_case_field(c, "issued_until"),
                     bina_case_field(c, "programme"), bina_case_field(c, "region"));
    if (count == 0)
        return;
    bina_case_refuse(
        c, "survey.round", "%lld tools that were looked at would no longer be of the round",
        "%lld alat yang sudah diperiksa tidak lagi termasuk putaran ini", (long long)count);
    bina_case_saw(c, "inspections", bina_int(count));
}

bina_guard *const bina_survey_always[] = {keeps_its_tools, NULL};

const bina_transition bina_survey_steps[] = {
    {.verb = "add", .label = {"plan", "rencanakan"}, .from = "", .to = "planned"},
    {.verb = "open",
     .label = {"open", "buka"},
     .from = "planned",
     .to = "open",
     .sets = "!issued_until starts ends"},
    {.verb = "close",
     .label = {"close", "tutup"},
     .from = "planned open",
     .to = "closed",
     .sets = "ends"},
    {.verb = "reopen",
     .label = {"reopen", "buka kembali"},
     .from = "closed",
     .to = "open",
     .reason = true},
    {.verb = NULL},
};
