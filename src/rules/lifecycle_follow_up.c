/*
 * The lifecycles of visits, of the actions agreed at them, and of what came of it all: an outcome
 * counts when another officer than the one who claims it has verified it.
 */
#include <ctype.h>
#include <string.h>
#include "rules/lifecycle.h"

/* ---- visits ---- */

/* A visit is held on the day of the step, unless it says otherwise; it was not held tomorrow. */
static void
held_by_then(bina_case *c)
{
    bina_value held = bina_case_field(c, "held_on");

    if (held.type != BINA_DATE || held.as.integer <= c->on)
        return;
    bina_case_refuse(c, "visit.held_on", "the visit is said to be held after the day of the step",
                     "kunjungan disebut dilaksanakan sesudah tanggal langkah");
    bina_case_saw(c, "held_on", held);
    bina_case_saw(c, "on", bina_integer_of(BINA_DATE, c->on));
}

/* Sets one field of the record at hand, after it was written. */
static void
set_own(bina_case *c, const char *field, bina_value value)
{
    bina_record *record = NULL;

    if (c->status == BINA_OK)
        c->status = c->access->get(c->access->data, c->id, &record);
    if (c->status != BINA_OK)
        return;
    bina_record_set(record, bina_description_find(bina_record_description(record), field), value);
    bina_case_update(c, record);
}

static void
note_day_held(bina_case *c)
{
    if (!bina_case_has(c, "held_on"))
        set_own(c, "held_on", bina_integer_of(BINA_DATE, c->on));
}

static void
forget_day_held(bina_case *c)
{
    set_own(c, "held_on", bina_null());
}

static bina_guard *const hold_guards[] = {held_by_then, NULL};
static bina_effect *const hold_effects[] = {note_day_held, NULL};
static bina_effect *const correct_effects[] = {forget_day_held, NULL};

static const bina_transition visit_steps[] = {
    {.verb = "add", .label = {"schedule", "jadwalkan"}, .from = "", .to = "scheduled"},
    {.verb = "hold",
     .label = {"hold", "laksanakan"},
     .from = "scheduled",
     .to = "held",
     .sets = "held_on !findings officer",
     .guards = hold_guards,
     .effects = hold_effects},
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
    {.verb = "postpone",
     .label = {"postpone", "tunda"},
     .from = "scheduled",
     .reason = true,
     .sets = "!due officer"},
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
     .sets = "findings",
     .effects = correct_effects},
    {.verb = NULL},
};

/* ---- actions ---- */

/* What is agreed at a visit is agreed when it is held, with the one who is visited. */
static void
agreed_at_visit(bina_case *c)
{
    bina_id visit = bina_case_int(c, "visit");
    bina_id party;
    char state[16];

    if (visit == 0)
        return;
    party = BINA_ASK(c, "SELECT party FROM visits WHERE id = ?1", bina_int(visit));
    bina_case_ask_text(c, "SELECT state FROM visits WHERE id = ?1", BINA_VALUES(bina_int(visit)),
                       state, sizeof state);
    if (c->status != BINA_OK || party == 0)
        return;
    if (strcmp(state, "held") != 0) {
        bina_case_refuse(
            c, "action.visit", "the visit is %s; what is agreed at it is recorded when it is held",
            "kunjungan berkeadaan %s; tindak lanjut dicatat setelah dilaksanakan", state);
        bina_case_saw(c, "state", bina_text(state));
    }
    if (party != bina_case_int(c, "party")) {
        bina_case_refuse(c, "action.party", "the visit was to another party",
                         "kunjungan itu kepada pihak lain");
        bina_case_saw(c, "party", bina_int(party));
    }
}

static bina_guard *const action_guards[] = {agreed_at_visit, NULL};

static const bina_transition action_steps[] = {
    {.verb = "add",
     .label = {"agree", "sepakati"},
     .from = "",
     .to = "open",
     .guards = action_guards},
    {.verb = "finish", .label = {"finish", "selesaikan"}, .from = "open", .to = "done"},
    {.verb = "drop",
     .label = {"drop", "hentikan"},
     .from = "open",
     .to = "dropped",
     .reason = true},
    {.verb = "postpone",
     .label = {"postpone", "tunda"},
     .from = "open",
     .reason = true,
     .sets = "!due responsible"},
    {.verb = "reopen",
     .label = {"reopen", "buka kembali"},
     .from = "done dropped",
     .to = "open",
     .reason = true,
     .sets = "due responsible"},
    {.verb = NULL},
};

/* ---- outcomes ---- */

/* Whether two names are of one officer, however they are spaced and capitalised. */
static bool
same_officer(const char *one, const char *other)
{
    if (one == NULL || other == NULL)
        return false;
    for (;;) {
        while (*one == ' ')
            one++;
        while (*other == ' ')
            other++;
        if (*one == '\0' || *other == '\0' ||
            tolower((unsigned char)*one) != tolower((unsigned char)*other))
            return *one == *other;
        one++;
        other++;
    }
}

/* Who stands behind a claim does not confirm it: neither as the one named nor as the one at work.
 */
static void
by_another_officer(bina_case *c)
{
    const char *claimed_by = bina_case_text(c, "claimed_by");
    const char *verified_by = bina_case_text(c, "verified_by");

    if (verified_by == NULL && c->access->actor == NULL && !c->supposed)
        bina_case_refuse(c, "outcome.officer", "say in \"verified_by\" which officer verified it",
                         "sebutkan di \"verified_by\" petugas yang memverifikasi");
    else if (same_officer(claimed_by, verified_by) || same_officer(claimed_by, c->access->actor))
        bina_case_refuse(c, "outcome.officer",
                         "an outcome is verified by another officer than the one who claims it",
                         "hasil diverifikasi oleh petugas lain, bukan yang mengajukan");
}

/* However it came to be verified. */
static void
verified_by_another(bina_case *c)
{
    if (same_officer(bina_case_text(c, "claimed_by"), bina_case_text(c, "verified_by")))
        bina_case_refuse(c, "outcome.verified_by",
                         "the one who claims an outcome and the one who verified it are the same",
                         "yang mengajukan dan yang memverifikasi hasil adalah orang yang sama");
}

static void
name_verifier(bina_case *c)
{
    if (!bina_case_has(c, "verified_by"))
        set_own(c, "verified_by", bina_text(c->access->actor));
}

static void
forget_verifier(bina_case *c)
{
    set_own(c, "verified_by", bina_null());
}

static bina_guard *const verify_guards[] = {by_another_officer, NULL};
static bina_guard *const outcome_always[] = {verified_by_another, NULL};
static bina_effect *const verify_effects[] = {name_verifier, NULL};
static bina_effect *const reopen_effects[] = {forget_verifier, NULL};

static const bina_transition outcome_steps[] = {
    {.verb = "add",
     .label = {"claim", "ajukan"},
     .from = "",
     .to = "claimed",
     .sets = "!claimed_by"},
    {.verb = "verify",
     .label = {"verify", "verifikasi"},
     .from = "claimed",
     .to = "verified",
     .sets = "verified_by",
     .guards = verify_guards,
     .effects = verify_effects},
    {.verb = "reject",
     .label = {"reject", "tolak"},
     .from = "claimed",
     .to = "rejected",
     .reason = true},
    {.verb = "reopen",
     .label = {"claim again", "ajukan lagi"},
     .from = "verified rejected",
     .to = "claimed",
     .reason = true,
     .effects = reopen_effects},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_follow_up[] = {
    {.kind = BINA_VISIT,
     .state = "state",
     .began = "began",
     .kept = "party held_on findings",
     .transitions = visit_steps},
    {.kind = BINA_ACTION,
     .state = "state",
     .began = "began",
     .kept = "visit party what",
     .transitions = action_steps},
    {.kind = BINA_OUTCOME,
     .state = "state",
     .began = "began",
     .kept = "party nature cause claimed claimed_by verified_by amount statement",
     .transitions = outcome_steps,
     .always = outcome_always},
    {.kind = BINA_NO_KIND},
};
