/* When a product may stand on a chain's list: curated, ready, agreed, once, within the quota. */
#include <stdlib.h>
#include <string.h>
#include "rules/market.h"
#include "rules/policy.h"

/* The last word of curation counts: of this chain's, or of one that is for any. */
void
bina_market_curated(bina_case *c)
{
    char result[16];

    bina_case_ask_text(c,
                       "SELECT coalesce(result, 'open') FROM curations"
                       " WHERE product = ?1 AND coalesce(retailer = ?2, 1)"
                       " AND coalesce(decided, submitted) <= ?3"
                       " ORDER BY coalesce(decided, submitted) DESC, id DESC LIMIT 1",
                       BINA_VALUES(bina_int(bina_case_int(c, "product")),
                                   bina_int(bina_case_int(c, "retailer")),
                                   bina_integer_of(BINA_DATE, c->on)),
                       result, sizeof result);
    if (strcmp(result, "passed") == 0)
        return;
    bina_case_refuse(c, "listing.curation",
                     "its last curation for this chain is \"%s\"; it must have passed one",
                     "kurasi terakhirnya untuk ritel ini \"%s\"; produk harus lolos kurasi",
                     result[0] != '\0' ? result : "-");
    bina_case_saw(c, "result", bina_text(result[0] != '\0' ? result : NULL));
}

/* What chains ask for is policy; each thing that lacks is told by itself. */
void
bina_market_ready(bina_case *c)
{
    bina_policy_judge(c, "readiness", 0, bina_case_int(c, "product"));
}

void
bina_market_agreed(bina_case *c)
{
    char state[16];
    bina_id agreement = bina_case_int(c, "agreement");

    if (agreement == 0 && c->supposed)
        return;
    bina_case_ask_text(c, BINA_MARKET_STATE_ON("agreements"),
                       BINA_VALUES(bina_int(agreement), bina_integer_of(BINA_DATE, c->on)), state,
                       sizeof state);
    if (strcmp(state, "in_force") == 0)
        return;
    bina_case_refuse(c, "listing.agreement",
                     "a product is listed under an agreement in force; this one is \"%s\" on the "
                     "day",
                     "produk terdaftar di bawah kesepakatan yang berlaku; keadaan kesepakatan ini "
                     "\"%s\" pada hari itu",
                     state[0] != '\0' ? state : "-");
    bina_case_saw(c, "agreement", bina_text(state[0] != '\0' ? state : NULL));
}

/* The chain's standing listing of the product that the product of a listing takes the place of. */
#define REPLACED                                                                                   \
    "SELECT old.id FROM products AS new JOIN listings AS old ON old.product = new.replaces"        \
    " WHERE new.id = ?1 AND old.retailer = ?2 AND +old.state IN ('listed', 'suspended')"

static bina_id
replaced(bina_case *c)
{
    return BINA_ASK(c, REPLACED, bina_int(bina_case_int(c, "product")),
                    bina_int(bina_case_int(c, "retailer")));
}

void
bina_market_replaces(bina_case *c)
{
    if (replaced(c) == 0)
        bina_case_refuse(c, "listing.replaces",
                         "its product takes the place of none that this chain lists; let it pass "
                         "curation",
                         "produknya tidak menggantikan produk yang terdaftar di ritel ini; ajukan "
                         "kurasi");
}

void
bina_market_listed_once(bina_case *c)
{
    if (bina_case_in(c, "delisted rejected"))
        return;
    if (BINA_ASK(c,
                 "SELECT count(*) FROM listings WHERE product = ?1 AND retailer = ?2 AND id <> ?3"
                 " AND state NOT IN ('delisted', 'rejected')",
                 bina_int(bina_case_int(c, "product")), bina_int(bina_case_int(c, "retailer")),
                 bina_int(c->id)) == 0)
        return;
    bina_case_refuse(c, "listing.twice",
                     "this product is with this chain already; advance that listing instead",
                     "produk ini sudah diajukan ke ritel ini; lanjutkan data yang sudah ada");
}

void
bina_market_same_retailer(bina_case *c)
{
    if (!bina_case_has(c, "agreement") ||
        BINA_ASK(c, "SELECT count(*) FROM agreements WHERE id = ?1 AND retailer <> ?2",
                 bina_int(bina_case_int(c, "agreement")),
                 bina_int(bina_case_int(c, "retailer"))) == 0)
        return;
    bina_case_refuse(c, "listing.retailer", "the agreement is with another chain",
                     "kesepakatan itu dengan ritel lain");
}

/* A product that is replaced leaves in the same step, and does not count. */
void
bina_market_listing_quota(bina_case *c)
{
    static const char quota_of[] = "SELECT coalesce(quota, -1) FROM agreements WHERE id = ?1";
    static const char others[] =
        "SELECT count(*) FROM listings WHERE agreement = ?1 AND id <> ?2 AND id <> ?3"
        " AND +state IN ('listed', 'suspended')";
    bina_id agreement = bina_case_int(c, "agreement");
    int64_t quota, listed;

    if (agreement == 0 || !bina_case_in(c, "listed suspended"))
        return;
    quota = BINA_ASK(c, quota_of, bina_int(agreement));
    if (quota < 0)
        return;
    listed = 1 + BINA_ASK(c, others, bina_int(agreement), bina_int(c->id), bina_int(replaced(c)));
    if (listed <= quota)
        return;
    bina_case_refuse(c, "listing.quota",
                     "it would be the %lldth product under the agreement, whose quota is %lld",
                     "produk ini akan menjadi yang ke-%lld di bawah kesepakatan dengan kuota %lld",
                     (long long)listed, (long long)quota);
    bina_case_saw(c, "listed", bina_int(listed));
    bina_case_saw(c, "quota", bina_int(quota));
}

/*
 * The product that is replaced leaves the list, and the new one takes its places on the shelves, in
 * the same step: the good never counts twice.
 */
void
bina_market_retire_replaced(bina_case *c)
{
    bina_id old = replaced(c);
    size_t count = 0;
    bina_id *shelves;

    if (old == 0)
        return;
    shelves =
        BINA_ASK_IDS(c, "SELECT id FROM placements WHERE listing = ?1 AND +state = 'on_shelf'",
                     &count, bina_int(old));
    bina_case_advance(c, old, "delist", "replaced", NULL);
    for (size_t i = 0; i < count && c->status == BINA_OK; i++) {
        bina_record *shelf = NULL, *place = bina_record_new(BINA_PLACEMENT);
        c->status = c->access->get(c->access->data, shelves[i], &shelf);
        if (c->status == BINA_OK && place != NULL) {
            bina_set_int(place, BINA_PLACEMENT_LISTING, c->id);
            bina_record_set(place, BINA_PLACEMENT_OUTLET,
                            bina_record_get(shelf, BINA_PLACEMENT_OUTLET));
            bina_record_set(place, BINA_PLACEMENT_FACINGS,
                            bina_record_get(shelf, BINA_PLACEMENT_FACINGS));
            bina_set_text(place, BINA_PLACEMENT_STATE, "on_shelf");
            bina_set_int(place, BINA_PLACEMENT_BEGAN, c->on);
        }
        bina_record_free(shelf);
        bina_case_add(c, place);
    }
    free(shelves);
}

/* ---- curations ---- */

void
bina_market_curation_decided(bina_case *c)
{
    int64_t submitted = bina_case_int(c, "submitted"), decided = bina_case_int(c, "decided");

    if (bina_case_has(c, "decided") && decided < submitted) {
        bina_case_refuse(c, "curation.days", "it was decided before it was handed in",
                         "keputusan lebih awal daripada pengajuannya");
        bina_case_saw(c, "submitted", bina_integer_of(BINA_DATE, submitted));
        bina_case_saw(c, "decided", bina_integer_of(BINA_DATE, decided));
    }
    if (bina_case_has(c, "result") != bina_case_has(c, "decided"))
        bina_case_refuse(c, "curation.decision", "a result and the day of the decision go together",
                         "hasil dan tanggal keputusan diisi bersama-sama");
}
