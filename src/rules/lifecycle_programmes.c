/* The lifecycles of programmes and of those who run them. */
#include "rules/lifecycle.h"
#include "rules/lifecycle_money.h"
#include "rules/training.h"

/* ---- programmes ---- */

static void
programme_in_order(bina_case *c)
{
    if (bina_case_has(c, "starts") && bina_case_has(c, "ends") &&
        bina_case_int(c, "ends") < bina_case_int(c, "starts")) {
        bina_case_refuse(c, "programme.days", "the last day lies before the first",
                         "hari terakhir mendahului hari pertama");
        bina_case_saw(c, "starts", bina_case_field(c, "starts"));
        bina_case_saw(c, "ends", bina_case_field(c, "ends"));
    }
}

/* Work that is still under way. Help handed over may be monitored after the programme's end. */
static void
programme_work_ended(bina_case *c)
{
    static const char batches_open[] = "SELECT count(*) FROM batches WHERE programme = ?1"
                                       " AND +state IN ('planned', 'open', 'postponed', 'running')";
    static const char grants_open[] =
        "SELECT count(*) FROM grants WHERE programme = ?1 AND +state IN ('proposed', 'verified',"
        " 'approved', 'procured', 'partly_handed_over', 'procurement_failed', 'carried_over')";
    int64_t batches = BINA_ASK(c, batches_open, bina_int(c->id));
    int64_t grants = BINA_ASK(c, grants_open, bina_int(c->id));

    if (batches > 0) {
        bina_case_refuse(c, "programme.batches",
                         "%lld of its batches have not ended; complete or cancel them first",
                         "%lld angkatannya belum berakhir; selesaikan atau batalkan dahulu",
                         (long long)batches);
        bina_case_saw(c, "batches", bina_int(batches));
    }
    if (grants > 0) {
        bina_case_refuse(c, "programme.grants",
                         "%lld of its grants are neither handed over nor ended; finish them first",
                         "%lld hibahnya belum diserahkan atau diakhiri; tuntaskan dahulu",
                         (long long)grants);
        bina_case_saw(c, "grants", bina_int(grants));
    }
}

/* What was done cannot be called off: such a programme is closed. */
static void
programme_nothing_done(bina_case *c)
{
    static const char batches_done[] = "SELECT count(*) FROM batches WHERE programme = ?1"
                                       " AND +state IN ('running', 'completed')";
    static const char grants_alive[] =
        "SELECT count(*) FROM grants WHERE programme = ?1"
        " AND +state NOT IN ('rejected', 'declined', 'reallocated', 'cancelled')";
    int64_t batches = BINA_ASK(c, batches_done, bina_int(c->id));
    int64_t grants = BINA_ASK(c, grants_alive, bina_int(c->id));

    if (batches > 0) {
        bina_case_refuse(c, "programme.batches",
                         "%lld of its batches run or were completed; close the programme instead",
                         "%lld angkatannya berjalan atau selesai; tutuplah program ini (close)",
                         (long long)batches);
        bina_case_saw(c, "batches", bina_int(batches));
    }
    if (grants > 0) {
        bina_case_refuse(
            c, "programme.grants",
            "%lld of its grants were given or are being decided; end them first, or "
            "close the programme",
            "%lld hibahnya sudah diberikan atau sedang diputuskan; akhiri dahulu, atau "
            "tutuplah program ini (close)",
            (long long)grants);
        bina_case_saw(c, "grants", bina_int(grants));
    }
}

static void
cancel_batches(bina_case *c)
{
    static const char waiting[] = "SELECT id FROM batches WHERE programme = ?1"
                                  " AND +state IN ('planned', 'open', 'postponed') ORDER BY id";
    size_t count;
    bina_id *ids = BINA_ASK_IDS(c, waiting, &count, bina_int(c->id));

    for (size_t i = 0; i < count; i++)
        bina_case_advance(c, ids[i], "cancel", c->reason, c->note);
    free(ids);
}

static bina_guard *const closing[] = {programme_work_ended, NULL};
static bina_guard *const calling_off[] = {programme_nothing_done, NULL};
static bina_guard *const programme_always[] = {programme_in_order, bina_programme_keeps_its_batches,
                                               NULL};
static bina_effect *const opening_money[] = {bina_commit_planned, NULL};
static bina_effect *const called_off[] = {cancel_batches, bina_release_committed, NULL};

static const bina_transition programme_steps[] = {
    {.verb = "add", .label = {"draw up", "susun"}, .from = "", .to = "draft"},
    {.verb = "open",
     .label = {"open", "buka"},
     .from = "draft",
     .to = "open",
     .sets = "starts ends",
     .effects = opening_money},
    {.verb = "start",
     .label = {"start", "mulai"},
     .from = "open",
     .to = "running",
     .sets = "starts ends"},
    {.verb = "close",
     .label = {"close", "tutup"},
     .from = "open running",
     .to = "closed",
     .sets = "ends",
     .guards = closing},
    {.verb = "cancel",
     .label = {"cancel", "batalkan"},
     .from = "draft open running",
     .to = "cancelled",
     .reason = true,
     .guards = calling_off,
     .effects = called_off},
    {.verb = "reopen",
     .label = {"reopen", "buka kembali"},
     .from = "closed",
     .to = "running",
     .reason = true,
     .sets = "ends"},
    {.verb = "reopen",
     .label = {"take up again", "susun kembali"},
     .from = "cancelled",
     .to = "draft",
     .reason = true,
     .sets = "starts ends"},
    {.verb = NULL},
};

/* ---- who runs them ---- */

static void
one_lead(bina_case *c)
{
    static const char others[] =
        "SELECT count(*) FROM programme_parties WHERE programme = ?1 AND role = 'lead'"
        " AND id <> ?2 AND coalesce(valid_from, '') <= coalesce(?4, '9999')"
        " AND coalesce(valid_to, '9999') >= coalesce(?3, '')";
    const char *role = bina_case_text(c, "role");

    if (role == NULL || strcmp(role, "lead") != 0)
        return;
    if (BINA_ASK(c, others, bina_case_field(c, "programme"), bina_int(c->id),
                 bina_case_field(c, "valid_from"), bina_case_field(c, "valid_to")) > 0) {
        bina_case_refuse(
            c, "programme.lead",
            "another organisation leads the programme at that time; end its role "
            "first, or let this one be co-implementing",
            "pada masa itu sudah ada penanggung jawab program; akhiri dahulu perannya, "
            "atau jadikan lembaga ini pelaksana bersama");
        bina_case_saw(c, "valid_from", bina_case_field(c, "valid_from"));
        bina_case_saw(c, "valid_to", bina_case_field(c, "valid_to"));
    }
}

static bina_guard *const party_always[] = {one_lead, NULL};

const bina_lifecycle bina_lifecycles_programmes[] = {
    {.kind = BINA_PROGRAMME,
     .state = "state",
     .began = "began",
     .transitions = programme_steps,
     .always = programme_always},
    {.kind = BINA_PROGRAMME_PARTY, .always = party_always},
    {.kind = BINA_NO_KIND},
};
