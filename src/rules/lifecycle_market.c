/* The lifecycles of shops, agreements, listings, placements and buyers' interest. */
#include <stdlib.h>
#include <string.h>
#include "rules/market.h"

void
bina_market_each(bina_case *c, const char *select, const char *verb, const char *reason)
{
    size_t count;
    bina_id *ids = BINA_ASK_IDS(c, select, &count, bina_int(c->id));

    for (size_t i = 0; i < count; i++)
        bina_case_advance(c, ids[i], verb, reason, NULL);
    free(ids);
}

/* ---- shops ---- */

/* A shop that closes takes what stands in it off the shelf; the chain goes on listing it. */
static void
end_placements_of_outlet(bina_case *c)
{
    bina_market_each(c, "SELECT id FROM placements WHERE outlet = ?1 AND state <> 'ended'", "end",
                     "outlet_closed");
}

static const bina_transition outlet_steps[] = {
    {"add", {"open", "buka"}, "", "open", .paper = NULL},
    {"close",
     {"close", "tutup"},
     "open",
     "closed",
     .reason = true,
     .effects = BINA_EFFECTS(end_placements_of_outlet)},
    {"reopen", {"open again", "buka kembali"}, "closed", "open", .reason = true},
    {.verb = NULL},
};

/* ---- agreements ---- */

static void
suspend_listings_of_agreement(bina_case *c)
{
    bina_market_each(c, "SELECT id FROM listings WHERE agreement = ?1 AND +state = 'listed'",
                     "suspend", "agreement_ended");
}

static const bina_transition agreement_steps[] = {
    {"add", {"draft", "rancang"}, "", "draft", .paper = NULL},
    {"sign",
     {"sign", "tandatangani"},
     "draft",
     "in_force",
     .sets = "!number !signed_on !listing_fee !trading_terms !days_to_pay starts ends margin"
             " listing_fee_most outlet_format quota sale_mode",
     .guards = BINA_GUARDS(bina_market_signed_before)},
    {"end",
     {"end", "akhiri"},
     "in_force",
     "ended",
     .effects = BINA_EFFECTS(suspend_listings_of_agreement),
     .due = "SELECT id, date(ends, '+1 day') FROM agreements"
            " WHERE state = 'in_force' AND ends < ?1"},
    {"terminate",
     {"terminate early", "putuskan"},
     "draft in_force",
     "terminated",
     .reason = true,
     .effects = BINA_EFFECTS(suspend_listings_of_agreement)},
    {"renew",
     {"renew", "perpanjang"},
     "ended terminated",
     "in_force",
     .sets = "!signed_on ends margin listing_fee listing_fee_most outlet_format trading_terms"
             " days_to_pay quota sale_mode",
     .guards = BINA_GUARDS(bina_market_signed_before)},
    {.verb = NULL},
};

/* ---- listings ---- */

/* With the listing its placements; what a step brings back is what that same suspension took. */
static void
suspend_placements(bina_case *c)
{
    bina_market_each(c, "SELECT id FROM placements WHERE listing = ?1 AND +state = 'on_shelf'",
                     "suspend", c->reason);
}

static void
resume_placements(bina_case *c)
{
    bina_market_each(
        c,
        "WITH since AS (SELECT record, max(valid_from) AS day FROM dated_values"
        "   WHERE field = 'state' AND value = 'suspended' AND superseded IS NULL"
        "     AND record IN (SELECT ?1 UNION ALL SELECT id FROM placements WHERE listing = ?1)"
        "   GROUP BY record)"
        " SELECT shelf.id FROM placements AS shelf JOIN since ON since.record = shelf.id"
        "   LEFT JOIN outlets AS shop ON shop.id = shelf.outlet"
        " WHERE shelf.listing = ?1 AND +shelf.state = 'suspended'"
        "   AND since.day = (SELECT day FROM since WHERE record = ?1)"
        "   AND coalesce(shop.state = 'open', 1)",
        "resume", NULL);
}

static void
end_placements_of_listing(bina_case *c)
{
    bina_market_each(c, "SELECT id FROM placements WHERE listing = ?1 AND state <> 'ended'", "end",
                     c->reason);
}

#define ON_THE_LIST                                                                                \
    BINA_GUARDS(bina_market_agreed,                                                                \
                bina_market_ready) /* asked again whenever it comes to the shelf */

static const bina_transition listing_steps[] = {
    {"add", {"propose", "usulkan"}, "", "proposed", .paper = NULL},
    {"curate",
     {"hand in for curation", "ajukan kurasi"},
     "proposed returned",
     "in_curation",
     .paper = NULL},
    {"return",
     {"return for mending", "kembalikan"},
     "in_curation accepted",
     "returned",
     .reason = true},
    {"accept",
     {"accept", "terima"},
     "in_curation",
     "accepted",
     .sets = "agreement item_code price",
     .guards = BINA_GUARDS(bina_market_curated, bina_market_ready)},
    {"list",
     {"list", "daftarkan"},
     "accepted",
     "listed",
     .sets = "!agreement item_code price",
     .guards = ON_THE_LIST,
     .effects = BINA_EFFECTS(bina_market_retire_replaced)},
    {"take_over",
     {"take the place of the product it replaces", "gantikan produk lama"},
     "proposed",
     "listed",
     .sets = "!agreement item_code price",
     .guards = BINA_GUARDS(bina_market_replaces, bina_market_agreed, bina_market_ready),
     .effects = BINA_EFFECTS(bina_market_retire_replaced)},
    {"suspend",
     {"suspend", "tangguhkan"},
     "listed",
     "suspended",
     .reason = true,
     .effects = BINA_EFFECTS(suspend_placements)},
    {"resume",
     {"resume", "lanjutkan"},
     "suspended",
     "listed",
     .sets = "agreement item_code price",
     .guards = ON_THE_LIST,
     .effects = BINA_EFFECTS(resume_placements)},
    {"delist",
     {"delist", "keluarkan"},
     "listed suspended",
     "delisted",
     .reason = true,
     .effects = BINA_EFFECTS(end_placements_of_listing)},
    {"reject",
     {"reject", "tolak"},
     "proposed in_curation returned accepted",
     "rejected",
     .reason = true},
    {"reopen",
     {"propose again", "usulkan kembali"},
     "delisted rejected",
     "proposed",
     .reason = true},
    {.verb = NULL},
};

/* ---- placements ---- */

#define ON_THE_SHELF BINA_GUARDS(bina_market_listing_stands, bina_market_outlet_open)

static const bina_transition placement_steps[] = {
    {"add", {"plan", "rencanakan"}, "", "planned", .paper = NULL},
    {"put",
     {"put on the shelf at once", "langsung pajang"},
     "",
     "on_shelf",
     .guards = ON_THE_SHELF},
    {"place",
     {"put on the shelf", "pajang"},
     "planned",
     "on_shelf",
     .sets = "facings",
     .guards = ON_THE_SHELF},
    {"suspend", {"suspend", "tangguhkan"}, "on_shelf", "suspended", .reason = true},
    {"resume", {"resume", "lanjutkan"}, "suspended", "on_shelf", .guards = ON_THE_SHELF},
    {"end", {"end", "akhiri"}, "planned on_shelf suspended", "ended", .reason = true},
    {"return",
     {"put back on the shelf", "pajang kembali"},
     "ended",
     "on_shelf",
     .reason = true,
     .guards = ON_THE_SHELF},
    {.verb = NULL},
};

/* ---- buyers' interest ---- */

static void
buyer_known(bina_case *c)
{
    if (bina_case_has(c, "buyer") || bina_case_has(c, "buyer_name"))
        return;
    bina_case_refuse(c, "lead.buyer", "say who is interested: a record, or a name",
                     "sebutkan siapa yang berminat: datanya, atau namanya");
}

static const bina_transition lead_steps[] = {
    {"add", {"note", "catat"}, "", "new", .paper = NULL},
    {"follow_up", {"follow up", "tindak lanjuti"}, "new", "followed_up", .paper = NULL},
    {"win", {"won", "berhasil"}, "followed_up", "won", .paper = NULL},
    {"lose", {"lost", "gagal"}, "new followed_up", "lost", .reason = true},
    {"reopen", {"take up again", "buka kembali"}, "won lost", "followed_up", .reason = true},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_market[] = {
    {.kind = BINA_OUTLET, .state = "state", .began = "began", .transitions = outlet_steps},
    {.kind = BINA_AGREEMENT,
     .state = "state",
     .began = "began",
     .kept = "retailer party signed_on sale_mode",
     .transitions = agreement_steps,
     .always = BINA_GUARDS(bina_market_period, bina_market_terms_lawful, bina_market_quota_kept)},
    {.kind = BINA_LISTING,
     .state = "state",
     .began = "began",
     .fixed = "retailer",
     .kept = "product",
     .transitions = listing_steps,
     .always = BINA_GUARDS(bina_market_listed_once, bina_market_same_retailer,
                           bina_market_listing_quota)},
    {.kind = BINA_PLACEMENT,
     .state = "state",
     .began = "began",
     .fixed = "listing outlet",
     .transitions = placement_steps,
     .always = BINA_GUARDS(bina_market_outlet_of_chain, bina_market_placed_once)},
    {.kind = BINA_LEAD,
     .state = "state",
     .began = "began",
     .kept = "product",
     .transitions = lead_steps,
     .always = BINA_GUARDS(buyer_known)},
    {.kind = BINA_NO_KIND},
};
