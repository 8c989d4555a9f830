/*
 * The lifecycles of funds and what is taken from them. One thing always holds: what is committed
 * and spent of a fund does not pass its ceiling.
 */
#include "rules/lifecycle_money.h"

#include <stdlib.h>
#include <string.h>
#include "base/money.h"
#include "rules/lifecycle.h"
#include "rules/lifecycle_grants.h"

#define NAME_SIZE 80

/* The commitments of the record ?1, whatever its kind: each column has an index. */
#define OF_SUBJECT                                                                                 \
    "(subject__grant = ?1 OR subject__batch = ?1 OR subject__programme = ?1"                       \
    " OR subject__material_issue = ?1 OR subject__buy_back = ?1)"

/* ---- the ceiling ---- */

static int64_t
ceiling_of(bina_case *c, bina_id fund)
{
    return BINA_ASK(c, "SELECT ceiling FROM funds WHERE id = ?1", bina_int(fund));
}

/* What is committed or spent of a fund, but for one commitment (0: none). */
static int64_t
taken_of(bina_case *c, bina_id fund, bina_id but)
{
    return BINA_ASK(c,
                    "SELECT sum(amount) FROM commitments WHERE fund = ?1"
                    " AND state IN ('committed', 'spent') AND id <> ?2",
                    bina_int(fund), bina_int(but));
}

static void
refuse_overdraft(bina_case *c, bina_id fund, int64_t ceiling, int64_t taken, int64_t asked)
{
    char name[NAME_SIZE], texts[4][BINA_RUPIAH];

    bina_case_ask_text(c, "SELECT name FROM funds WHERE id = ?1", BINA_VALUES(bina_int(fund)), name,
                       sizeof name);
    bina_case_refuse(c, "fund.ceiling",
                     "the fund %s has a ceiling of %s; %s is committed, %s is asked, %s is left; "
                     "ask for less, release something, or use another fund",
                     "dana %s berpagu %s; %s sudah terikat, %s diminta, sisa %s; kurangi "
                     "permintaan, lepaskan yang lain, atau pakai dana lain",
                     name, bina_rupiah(ceiling, texts[0]), bina_rupiah(taken, texts[1]),
                     bina_rupiah(asked, texts[2]), bina_rupiah(ceiling - taken, texts[3]));
    bina_case_saw(c, "fund", bina_int(fund));
    bina_case_saw(c, "ceiling", bina_int(ceiling));
    bina_case_saw(c, "committed", bina_int(taken));
    bina_case_saw(c, "asked", bina_int(asked));
    bina_case_saw(c, "left", bina_int(ceiling - taken));
}

void
bina_planned_fits(bina_case *c)
{
    static const char planned_funds[] = "SELECT DISTINCT fund FROM commitments"
                                        " WHERE " OF_SUBJECT " AND state = 'planned'";
    static const char planned_of[] = "SELECT sum(amount) FROM commitments"
                                     " WHERE subject = ?1 AND fund = ?2 AND state = 'planned'";
    size_t count;
    bina_id *funds = BINA_ASK_IDS(c, planned_funds, &count, bina_int(c->id));

    for (size_t i = 0; i < count; i++) {
        int64_t ceiling = ceiling_of(c, funds[i]), taken = taken_of(c, funds[i], 0);
        int64_t asked = BINA_ASK(c, planned_of, bina_int(c->id), bina_int(funds[i]));
        if (asked > ceiling - taken)
            refuse_overdraft(c, funds[i], ceiling, taken, asked);
    }
    free(funds);
}

/* ---- commitments ---- */

/* The grant a commitment is for; 0 when it is for other work. */
static bina_id
grant_of(const bina_case *c)
{
    bina_id subject = bina_case_int(c, "subject");

    return bina_id_kind(subject) == BINA_GRANT ? subject : 0;
}

static void
fund_holds(bina_case *c)
{
    bina_id fund = bina_case_int(c, "fund");
    int64_t asked = bina_case_int(c, "amount"), ceiling, taken;

    if (!bina_case_in(c, "committed") && !bina_case_in(c, "spent"))
        return;
    ceiling = ceiling_of(c, fund);
    taken = taken_of(c, fund, c->id);
    if (c->status == BINA_OK && asked > ceiling - taken)
        refuse_overdraft(c, fund, ceiling, taken, asked);
}

/* A grant draws on funds of its own year, or of a year that it was carried over from. */
static void
year_matches(bina_case *c)
{
    static const char other_year[] =
        "WITH RECURSIVE chain(id, year, before) AS ("
        "  SELECT id, fiscal_year, carried_from FROM grants WHERE id = ?1"
        "  UNION SELECT g.id, g.fiscal_year, g.carried_from FROM chain"
        "    JOIN grants AS g ON g.id = chain.before)"
        " SELECT (SELECT fiscal_year FROM grants WHERE id = ?1)"
        "  WHERE NOT EXISTS (SELECT 1 FROM chain JOIN funds AS f ON f.id = ?2"
        "                     WHERE year IS NULL OR year = f.fiscal_year)";
    bina_id grant = grant_of(c), fund = bina_case_int(c, "fund");
    int64_t year, of_fund;

    if (grant == 0 || bina_case_in(c, "released"))
        return;
    year = BINA_ASK(c, other_year, bina_int(grant), bina_int(fund));
    if (year == 0)
        return;
    of_fund = BINA_ASK(c, "SELECT fiscal_year FROM funds WHERE id = ?1", bina_int(fund));
    bina_case_refuse(c, "fund.year",
                     "the fund is of the year %lld, the grant of %lld; use a fund of the grant's "
                     "year, or carry the grant over",
                     "dana itu untuk tahun %lld, bantuan untuk tahun %lld; pakai dana tahun "
                     "bantuan, atau lanjutkan bantuan ke tahun berikutnya",
                     (long long)of_fund, (long long)year);
    bina_case_saw(c, "fund_year", bina_int(of_fund));
    bina_case_saw(c, "grant_year", bina_int(year));
}

/* What a grant takes never passes what was approved; an amount not spent may be less. */
static void
grant_holds(bina_case *c)
{
    static const char approved_of[] =
        "SELECT coalesce((SELECT approved FROM grants WHERE id = ?1"
        " AND evidence IS NULL AND state IN " BINA_GRANT_APPROVED "), -1)";
    static const char others_of[] = "SELECT sum(amount) FROM commitments WHERE subject__grant = ?1"
                                    " AND state <> 'released' AND id <> ?2";
    bina_id grant = grant_of(c);
    int64_t approved, others, amount = bina_case_int(c, "amount");
    char texts[3][BINA_RUPIAH];

    if (grant == 0 || bina_case_in(c, "released"))
        return;
    approved = BINA_ASK(c, approved_of, bina_int(grant));
    if (approved < 0)
        return;
    others = BINA_ASK(c, others_of, bina_int(grant), bina_int(c->id));
    if (c->status != BINA_OK || amount <= approved - others)
        return;
    bina_case_refuse(c, "commitment.approved",
                     "%s was approved for the grant and %s of it is planned or committed already; "
                     "%s more passes it",
                     "bantuan itu disetujui %s dan %s sudah direncanakan atau terikat; tambahan %s "
                     "melampauinya",
                     bina_rupiah(approved, texts[0]), bina_rupiah(others, texts[1]),
                     bina_rupiah(amount, texts[2]));
    bina_case_saw(c, "approved", bina_int(approved));
    bina_case_saw(c, "others", bina_int(others));
    bina_case_saw(c, "asked", bina_int(amount));
}

/* What a grant costs is planned before it is approved. */
static void
subject_planned(bina_case *c)
{
    bina_id grant = grant_of(c);
    char state[48];

    bina_case_ask_text(c, "SELECT state FROM grants WHERE id = ?1 AND evidence IS NULL",
                       BINA_VALUES(bina_int(grant)), state, sizeof state);
    if (state[0] == '\0' || strcmp(state, "proposed") == 0 || strcmp(state, "verified") == 0)
        return;
    bina_case_refuse(c, "commitment.too_late",
                     "the grant is %s; its money is planned before it is approved",
                     "bantuan itu berkeadaan %s; dananya direncanakan sebelum disetujui", state);
    bina_case_saw(c, "state", bina_text(state));
}

static void
subject_approved(bina_case *c)
{
    static const char approved[] = "SELECT count(*) FROM grants WHERE id = ?1"
                                   " AND state IN " BINA_GRANT_APPROVED;
    bina_id grant = grant_of(c);

    if (grant == 0 || BINA_ASK(c, approved, bina_int(grant)) > 0)
        return;
    bina_case_refuse(c, "commitment.not_approved",
                     "the grant is not approved yet: approve it, and its money is committed",
                     "bantuan itu belum disetujui: setujui, maka dananya terikat");
    bina_case_saw(c, "grant", bina_int(grant));
}

/* As long as the grant is still to be bought and handed over, it needs its money. */
static void
subject_let_go(bina_case *c)
{
    bina_id grant = grant_of(c);

    if (grant == 0 || (c->state != NULL && strcmp(c->state, "planned") == 0) ||
        BINA_ASK(
            c,
            "SELECT count(*) FROM grants WHERE id = ?1 AND state IN"
            " ('approved', 'procurement_failed', 'procured', 'partly_handed_over', 'declined')",
            bina_int(grant)) == 0)
        return;
    bina_case_refuse(c, "commitment.needed",
                     "the grant still needs this money; cancel, carry over or reallocate the grant",
                     "bantuan itu masih memerlukan dana ini; batalkan, lanjutkan, atau alihkan "
                     "bantuannya");
    bina_case_saw(c, "grant", bina_int(grant));
}

/* ---- funds ---- */

static void
ceiling_covers(bina_case *c)
{
    int64_t ceiling = bina_case_int(c, "ceiling"), taken = taken_of(c, c->id, 0);
    char texts[2][BINA_RUPIAH];

    if (c->id == 0 || taken <= ceiling)
        return;
    bina_case_refuse(c, "fund.ceiling",
                     "%s of the fund is committed already, so its ceiling cannot be %s",
                     "%s dari dana ini sudah terikat, jadi pagunya tidak dapat menjadi %s",
                     bina_rupiah(taken, texts[0]), bina_rupiah(ceiling, texts[1]));
    bina_case_saw(c, "committed", bina_int(taken));
    bina_case_saw(c, "ceiling", bina_int(ceiling));
}

/* Grants of a year draw on it: it cannot become one of another year. */
static void
year_kept(bina_case *c)
{
    static const char strangers[] =
        "SELECT count(*) FROM commitments AS k JOIN grants AS g ON g.id = k.subject__grant"
        " WHERE k.fund = ?1 AND k.state <> 'released' AND g.carried_from IS NULL"
        "   AND g.fiscal_year <> ?2";
    int64_t year = bina_case_int(c, "fiscal_year");
    int64_t count = c->id != 0 ? BINA_ASK(c, strangers, bina_int(c->id), bina_int(year)) : 0;

    if (count == 0)
        return;
    bina_case_refuse(c, "fund.year",
                     "%lld grants of another year than %lld draw on the fund; release them first",
                     "%lld bantuan dari tahun selain %lld memakai dana ini; lepaskan dahulu",
                     (long long)count, (long long)year);
    bina_case_saw(c, "grants", bina_int(count));
}

/* ---- for the work the money is for ---- */

static void
move_all(bina_case *c, const char *select, const char *verb, const char *reason)
{
    size_t count;
    bina_id *ids = BINA_ASK_IDS(c, select, &count, bina_int(c->id));

    for (size_t i = 0; i < count && c->status == BINA_OK; i++)
        bina_case_advance(c, ids[i], verb, reason, NULL);
    free(ids);
}

void
bina_commit_planned(bina_case *c)
{
    move_all(c, "SELECT id FROM commitments WHERE " OF_SUBJECT " AND state = 'planned' ORDER BY id",
             "commit", NULL);
}

void
bina_release_committed(bina_case *c)
{
    move_all(c,
             "SELECT id FROM commitments WHERE " OF_SUBJECT " AND state IN ('planned', 'committed')"
             " ORDER BY id",
             "release", NULL);
}

void
bina_spend_committed(bina_case *c)
{
    move_all(c,
             "SELECT id FROM commitments WHERE " OF_SUBJECT " AND state = 'committed' ORDER BY id",
             "spend", NULL);
}

void
bina_unspend(bina_case *c)
{
    move_all(c, "SELECT id FROM commitments WHERE " OF_SUBJECT " AND state = 'spent' ORDER BY id",
             "correct", "mistake");
}

void
bina_replan_released(bina_case *c)
{
    move_all(c,
             "SELECT id FROM commitments WHERE " OF_SUBJECT " AND state = 'released' ORDER BY id",
             "replan", NULL);
}

/* ---- the tables ---- */

static bina_guard *const to_plan[] = {subject_planned, NULL};
static bina_guard *const to_commit[] = {subject_approved, NULL};
static bina_guard *const to_release[] = {subject_let_go, NULL};
static bina_guard *const commitment_always[] = {fund_holds, year_matches, grant_holds, NULL};
static bina_guard *const fund_always[] = {ceiling_covers, year_kept, NULL};

static const bina_transition commitment_steps[] = {
    {.verb = "add",
     .label = {"plan", "rencanakan"},
     .from = "",
     .to = "planned",
     .guards = to_plan},
    {.verb = "commit",
     .label = {"commit", "ikat"},
     .from = "planned",
     .to = "committed",
     .guards = to_commit},
    {.verb = "spend",
     .label = {"spend what it cost", "belanjakan sebesar biayanya"},
     .from = "committed",
     .to = "spent",
     .sets = "amount"},
    {.verb = "release",
     .label = {"release", "lepaskan"},
     .from = "planned committed",
     .to = "released",
     .guards = to_release},
    {.verb = "replan",
     .label = {"plan again", "rencanakan lagi"},
     .from = "released",
     .to = "planned"},
    {.verb = "correct",
     .label = {"take back as not spent", "tarik kembali, belum dibelanjakan"},
     .from = "spent",
     .to = "committed",
     .reason = true},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_money[] = {
    {.kind = BINA_FUND, .always = fund_always},
    {.kind = BINA_COMMITMENT,
     .state = "state",
     .began = "began",
     .kept = "fund subject amount",
     .transitions = commitment_steps,
     .always = commitment_always},
    {.kind = BINA_NO_KIND},
};
