/* What a grant must meet from proposal to closing. */
#include <stdlib.h>
#include <string.h>
#include <bina/model.h>
#include "base/money.h"
#include "rules/lifecycle.h"
#include "rules/lifecycle_grants.h"
#include "rules/policy.h"

#define NAME 80

bool
bina_grant_is_declared(const bina_case *c)
{
    return bina_case_has(c, "evidence");
}

/* ---- the programme and the recipient ---- */

static void
refuse_programme(bina_case *c, const char *state)
{
    bina_case_refuse(c, "grant.programme",
                     "the programme is %s; it must be open or running, or the grant be of another",
                     "program ini %s; program harus dibuka atau berjalan, atau pindahkan bantuan "
                     "ke program lain",
                     state);
    bina_case_saw(c, "programme", bina_text(state));
}

static void
programme_state(bina_case *c, char state[NAME])
{
    bina_case_ask_text(c, "SELECT state FROM programmes WHERE id = ?1",
                       BINA_VALUES(bina_int(bina_case_int(c, "programme"))), state, NAME);
}

void
bina_grant_programme_goes_on(bina_case *c)
{
    char state[NAME];

    if (bina_grant_is_declared(c))
        return;
    programme_state(c, state);
    if (strcmp(state, "closed") == 0 || strcmp(state, "cancelled") == 0)
        refuse_programme(c, state);
}

void
bina_grant_programme_runs(bina_case *c)
{
    char state[NAME];

    programme_state(c, state);
    if (strcmp(state, "open") != 0 && strcmp(state, "running") != 0)
        refuse_programme(c, state);
}

static void
judge_recipient(bina_case *c, bina_id recipient)
{
    const char *kind = bina_description_name(bina_kind_description(bina_id_kind(recipient)));
    char helped[NAME];

    bina_case_ask_text(c, "SELECT beneficiary FROM programmes WHERE id = ?1",
                       BINA_VALUES(bina_int(bina_case_int(c, "programme"))), helped, NAME);
    if (kind == NULL || helped[0] == '\0' || strcmp(helped, "any") == 0 ||
        strcmp(helped, kind) == 0)
        return;
    bina_case_refuse(c, "grant.beneficiary",
                     "the programme helps recipients of the sort \"%s\" only; this one is a %s",
                     "program ini hanya untuk penerima jenis \"%s\"; penerima ini %s", helped,
                     kind);
    bina_case_saw(c, "beneficiary", bina_text(helped));
    bina_case_saw(c, "recipient", bina_text(kind));
}

void
bina_grant_beneficiary(bina_case *c)
{
    if (!bina_grant_is_declared(c))
        judge_recipient(c, bina_case_int(c, "recipient"));
}

void
bina_grant_eligible(bina_case *c)
{
    bina_policy_judge(c, "eligibility", bina_case_int(c, "programme"),
                      bina_case_int(c, "recipient"));
}

void
bina_grant_says_what(bina_case *c)
{
    if (bina_case_has(c, "object") ||
        BINA_ASK(c, "SELECT count(*) FROM grant_items WHERE \"grant\" = ?1", bina_int(c->id)) > 0)
        return;
    bina_case_refuse(c, "grant.object", "say what the help is: an object, or items of the grant",
                     "sebutkan apa bantuannya: barang, atau rincian bantuan");
}

/* ---- the money ---- */

/* What is planned, committed or spent for the grant, and not released. */
static int64_t
funded(bina_case *c)
{
    return BINA_ASK(c,
                    "SELECT sum(amount) FROM commitments"
                    " WHERE subject__grant = ?1 AND state <> 'released'",
                    bina_int(c->id));
}

void
bina_grant_is_funded(bina_case *c)
{
    int64_t approved = bina_case_int(c, "approved"), planned = funded(c);
    char texts[2][BINA_RUPIAH];

    /* Without an amount the step itself is refused, or it is only supposed. */
    if (!bina_case_has(c, "approved") || approved == planned)
        return;
    bina_case_refuse(c, "grant.funded",
                     "%s is to be approved and %s is planned from funds; they must be the same",
                     "yang akan disetujui %s dan yang direncanakan dari dana %s; keduanya harus "
                     "sama",
                     bina_rupiah(approved, texts[0]), bina_rupiah(planned, texts[1]));
    bina_case_saw(c, "approved", bina_int(approved));
    bina_case_saw(c, "planned", bina_int(planned));
}

static void
refuse_cost(bina_case *c, const char *rule, int64_t cost, int64_t money)
{
    char texts[2][BINA_RUPIAH];

    bina_case_refuse(c, rule, "its items cost %s and there is %s for them",
                     "rinciannya bernilai %s sedangkan dananya %s", bina_rupiah(cost, texts[0]),
                     bina_rupiah(money, texts[1]));
    bina_case_saw(c, "cost", bina_int(cost));
    bina_case_saw(c, "money", bina_int(money));
}

void
bina_grant_items_fit(bina_case *c)
{
    static const char all[] = "SELECT sum(quantity * unit_price) FROM grant_items"
                              " WHERE \"grant\" = ?1";
    static const char of_fund[] = "SELECT sum(quantity * unit_price) FROM grant_items"
                                  " WHERE \"grant\" = ?1 AND fund = ?2";
    static const char from_fund[] = "SELECT sum(amount) FROM commitments"
                                    " WHERE subject__grant = ?1 AND fund = ?2"
                                    "   AND state <> 'released'";
    int64_t approved = bina_case_int(c, "approved"), cost = BINA_ASK(c, all, bina_int(c->id));
    size_t count;
    bina_id *funds = BINA_ASK_IDS(c,
                                  "SELECT DISTINCT fund FROM grant_items"
                                  " WHERE \"grant\" = ?1 AND fund IS NOT NULL",
                                  &count, bina_int(c->id));

    if (bina_case_has(c, "approved") && cost > approved)
        refuse_cost(c, "grant.items", cost, approved);
    for (size_t i = 0; i < count; i++) {
        int64_t asked = BINA_ASK(c, of_fund, bina_int(c->id), bina_int(funds[i]));
        int64_t money = BINA_ASK(c, from_fund, bina_int(c->id), bina_int(funds[i]));
        if (asked > money) {
            refuse_cost(c, "grant.item_fund", asked, money);
            bina_case_saw(c, "fund", bina_int(funds[i]));
        }
    }
    free(funds);
}

/* ---- grants that take the place of others ---- */

void
bina_grant_successor(bina_case *c)
{
    static const char heirs[] = "SELECT count(*) FROM grants WHERE carried_from = ?1 AND id <> ?2"
                                " AND state NOT IN ('rejected', 'cancelled')";
    bina_id old = bina_case_int(c, "carried_from");
    char state[NAME];

    if (old == 0 || bina_grant_is_declared(c))
        return;
    bina_case_ask_text(c, "SELECT state FROM grants WHERE id = ?1", BINA_VALUES(bina_int(old)),
                       state, sizeof state);
    if (strcmp(state, "carried_over") != 0 && strcmp(state, "reallocated") != 0) {
        bina_case_refuse(c, "grant.successor",
                         "the grant it carries on is %s; carry that one over or reallocate it",
                         "bantuan yang dilanjutkannya berkeadaan %s; lanjutkan atau alihkan dahulu",
                         state);
        bina_case_saw(c, "state", bina_text(state));
    }
    if (BINA_ASK(c, heirs, bina_int(old), bina_int(c->id)) > 0)
        bina_case_refuse(c, "grant.successor", "another grant carries that one on already",
                         "bantuan itu sudah dilanjutkan oleh bantuan lain");
}

void
bina_grant_has_year(bina_case *c)
{
    if (!bina_case_has(c, "fiscal_year"))
        bina_case_refuse(c, "grant.year", "without its fiscal year it cannot be carried over",
                         "tanpa tahun anggaran bantuan tidak dapat dilanjutkan");
}

void
bina_grant_new_recipient(bina_case *c)
{
    bina_id other = bina_case_int(c, "reallocated_to");

    if (other == 0)
        return; /* the step itself is refused, or it is only supposed */
    if (other == bina_case_int(c, "recipient"))
        bina_case_refuse(c, "grant.same_recipient", "it is given to the same recipient again",
                         "bantuan dialihkan kepada penerima yang sama");
    judge_recipient(c, other);
}

void
bina_grant_not_carried_on(bina_case *c)
{
    int64_t heirs = BINA_ASK(c,
                             "SELECT count(*) FROM grants WHERE carried_from = ?1"
                             " AND state NOT IN ('rejected', 'cancelled')",
                             bina_int(c->id));

    if (heirs == 0)
        return;
    bina_case_refuse(
        c, "grant.carried_on", "%lld grant took its place; cancel or reject that one first",
        "%lld bantuan sudah menggantikannya; batalkan atau tolak dahulu", (long long)heirs);
    bina_case_saw(c, "successors", bina_int(heirs));
}

/* ---- what always holds ---- */

/* Guards run before the row is written: it still has what was approved. */
void
bina_grant_stays_approved(bina_case *c)
{
    static const char changed[] =
        "SELECT count(*) FROM grants WHERE id = ?1 AND (recipient <> ?2 OR programme <> ?3"
        " OR nature <> ?4 OR object IS NOT ?5)";
    static const char computed[] =
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM grant_items WHERE \"grant\" = ?1) THEN"
        " (SELECT coalesce(sum(h.quantity * i.unit_price), 0) FROM grant_items AS i"
        "    JOIN handovers AS h ON h.item = i.id WHERE i.\"grant\" = ?1)"
        " ELSE (SELECT CASE WHEN state IN ('handed_over', 'monitored', 'closed') THEN approved"
        "              ELSE 0 END FROM grants WHERE id = ?1) END";
    int64_t delivered = bina_case_int(c, "delivered");

    if (bina_grant_is_declared(c))
        return;
    if (c->id != 0 &&
        bina_case_in(c, "approved procurement_failed procured partly_handed_over handed_over "
                        "monitored closed") &&
        BINA_ASK(c, changed, bina_int(c->id), bina_int(bina_case_int(c, "recipient")),
                 bina_int(bina_case_int(c, "programme")), bina_case_field(c, "nature"),
                 bina_case_field(c, "object")) > 0)
        bina_case_refuse(c, "grant.approved",
                         "recipient, programme, nature and object are as approved; reallocate the "
                         "grant, or withdraw the approval first",
                         "penerima, program, jenis, dan barang tetap seperti disetujui; alihkan "
                         "bantuan, atau cabut dahulu persetujuannya");
    if (delivered != 0 && (c->id == 0 || delivered != BINA_ASK(c, computed, bina_int(c->id)))) {
        bina_case_refuse(c, "grant.delivered",
                         "the amount delivered follows from the handovers; add those",
                         "nilai yang diserahkan mengikuti serah terima; catat serah terimanya");
        bina_case_saw(c, "delivered", bina_int(delivered));
    }
}

void
bina_grant_covers(bina_case *c)
{
    static const char strangers[] =
        "SELECT count(*) FROM commitments AS k JOIN funds AS f ON f.id = k.fund"
        " WHERE k.subject__grant = ?1 AND k.state <> 'released' AND f.fiscal_year <> ?2";
    int64_t approved = bina_case_int(c, "approved"), year = bina_case_int(c, "fiscal_year");
    int64_t money, others;
    char texts[2][BINA_RUPIAH];

    if (c->id == 0 || bina_grant_is_declared(c))
        return;
    others = year == 0 || bina_case_has(c, "carried_from")
                 ? 0
                 : BINA_ASK(c, strangers, bina_int(c->id), bina_int(year));
    if (others > 0) {
        bina_case_refuse(c, "fund.year", "%lld of its funds are not of the year %lld; release them",
                         "%lld dananya bukan untuk tahun %lld; lepaskan dahulu", (long long)others,
                         (long long)year);
        bina_case_saw(c, "funds", bina_int(others));
    }
    if (c->transition != NULL ||
        !bina_case_in(c, "approved procurement_failed procured partly_handed_over handed_over "
                         "monitored closed"))
        return;
    money = funded(c);
    if (money <= approved)
        return;
    bina_case_refuse(c, "grant.funded", "%s of funds is bound for it, so %s cannot be approved",
                     "dana yang terikat untuknya %s, jadi tidak dapat disetujui %s",
                     bina_rupiah(money, texts[0]), bina_rupiah(approved, texts[1]));
    bina_case_saw(c, "funded", bina_int(money));
    bina_case_saw(c, "approved", bina_int(approved));
}
