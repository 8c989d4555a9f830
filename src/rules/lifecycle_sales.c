/* The rules of curations, sales and what was paid for them; these have no states. */
#include "rules/market.h"

static void
sale_days(bina_case *c)
{
    int64_t from = bina_case_int(c, "day_from"), to = bina_case_int(c, "day_to");

    if (to >= from)
        return;
    bina_case_refuse(c, "sale.days", "the period ends before it begins",
                     "masa penjualan berakhir sebelum mulai");
    bina_case_saw(c, "day_from", bina_integer_of(BINA_DATE, from));
    bina_case_saw(c, "day_to", bina_integer_of(BINA_DATE, to));
}

/* The listing's own product, in a shop of its chain, once the chain had listed it. */
static void
sale_of_listing(bina_case *c)
{
    bina_id listing = bina_case_int(c, "listing"), outlet = bina_case_int(c, "outlet");

    if (listing == 0)
        return;
    if (BINA_ASK(c, "SELECT count(*) FROM listings WHERE id = ?1 AND product <> ?2",
                 bina_int(listing), bina_int(bina_case_int(c, "product"))) > 0)
        bina_case_refuse(c, "sale.product", "the listing is of another product",
                         "pendaftaran itu untuk produk lain");
    if (outlet != 0 && BINA_ASK(c,
                                "SELECT count(*) FROM listings, outlets WHERE listings.id = ?1"
                                " AND outlets.id = ?2 AND listings.retailer <> outlets.retailer",
                                bina_int(listing), bina_int(outlet)) > 0)
        bina_case_refuse(c, "sale.retailer", "the shop belongs to another chain than the listing",
                         "gerai itu milik ritel lain");
    if (BINA_ASK(c,
                 "SELECT count(*) FROM listings AS one WHERE id = ?1 AND NOT coalesce("
                 "  (SELECT min(valid_from) FROM dated_values WHERE record = one.id"
                 "    AND field = 'state' AND superseded IS NULL"
                 "    AND value IN ('listed', 'suspended', 'delisted')) <= ?2,"
                 "  one.state IN ('listed', 'suspended', 'delisted'))",
                 bina_int(listing), bina_integer_of(BINA_DATE, bina_case_int(c, "day_to"))) > 0)
        bina_case_refuse(c, "sale.not_listed",
                         "the chain had not listed the product in that period",
                         "produk belum terdaftar di ritel itu pada masa tersebut");
}

/*
 * The least that ever stood in one shop (or in all shops together) under one listing of a product,
 * at the end of any period. ?2 does not count as it is stored; ?3 to ?7 are what it will be. Only
 * where every delivery is told: an office that begins to write down in the middle does not know
 * what stood there from then on.
 */
#define LEAST(which)                                                                               \
    "WITH flow(listing, outlet, day, quantity, untold) AS ("                                       \
    "  SELECT listing, outlet, day_to,"                                                            \
    "    coalesce(delivered, 0) - coalesce(sold, 0) - coalesce(returned, 0), delivered IS NULL"    \
    "   FROM sales WHERE product = ?1 AND id <> ?2 AND " which                                     \
    "  UNION ALL SELECT ?3, nullif(?4, 0), ?5, ?6, ?7 WHERE ?3 <> 0)"                              \
    " SELECT min(total) FROM (SELECT sum(sum(quantity)) OVER running AS total,"                    \
    "    max(max(untold)) OVER running AS untold FROM flow GROUP BY listing, outlet, day"          \
    "    WINDOW running AS (PARTITION BY listing, outlet ORDER BY day)) WHERE NOT untold"

static void
judge_balance(bina_case *c, bina_id listing)
{
    /*
     * What is added touches its own shelf alone; a change may take away from another one. The plus
     * keeps the look-up to the listing: most sales are of all shops together.
     */
    static const char own[] = LEAST("listing = ?3 AND +outlet IS nullif(?4, 0)");
    static const char all[] = LEAST("listing IS NOT NULL");
    int64_t stood =
        BINA_ASK(c, c->id == 0 ? own : all, bina_int(bina_case_int(c, "product")), bina_int(c->id),
                 bina_int(listing), bina_int(bina_case_int(c, "outlet")),
                 bina_integer_of(BINA_DATE, bina_case_int(c, "day_to")),
                 bina_int(bina_case_int(c, "delivered") - bina_case_int(c, "sold") -
                          bina_case_int(c, "returned")),
                 bina_int(!bina_case_has(c, "delivered")));

    if (stood >= 0)
        return;
    bina_case_refuse(c, "sale.balance",
                     "%lld units more would be sold and sent back by the end of a period than were "
                     "delivered by then",
                     "barang yang terjual dan dikembalikan sampai akhir suatu masa akan melebihi "
                     "yang sudah dikirim: %lld",
                     (long long)-stood);
    bina_case_saw(c, "excess", bina_int(-stood));
}

/* What is sold and sent back was delivered before, and stays so whichever period is corrected. */
static void
sale_balanced(bina_case *c)
{
    static const char moved[] = "SELECT count(*) FROM sales WHERE id = ?1 AND product <> ?2"
                                " AND (listing IS NOT NULL OR ?3 <> 0)";
    bina_id listing = bina_case_int(c, "listing");

    if (c->id == 0 && listing == 0)
        return;
    if (BINA_ASK(c, moved, bina_int(c->id), bina_case_field(c, "product"), bina_int(listing)) > 0)
        bina_case_refuse(c, "sale.fixed",
                         "a sale under a listing stays with its product; remove it and record "
                         "another",
                         "penjualan di bawah pendaftaran tetap pada produknya; hapus lalu catat "
                         "yang baru");
    judge_balance(c, listing);
}

/* Nothing that was sold may lack its delivery when it goes. */
static void
sale_may_go(bina_case *c)
{
    if (bina_case_has(c, "listing"))
        judge_balance(c, 0);
}

static void
sale_not_overpaid(bina_case *c)
{
    int64_t paid;

    if (c->id == 0)
        return;
    paid = BINA_ASK(c, "SELECT sum(amount) FROM settlements WHERE sale = ?1", bina_int(c->id));
    if (paid <= bina_case_int(c, "amount"))
        return;
    bina_case_refuse(c, "sale.paid",
                     "%lld rupiah were paid for it already, more than the amount would be",
                     "sudah dibayar %lld rupiah, melebihi jumlah itu", (long long)paid);
    bina_case_saw(c, "paid", bina_int(paid));
    bina_case_saw(c, "amount", bina_int(bina_case_int(c, "amount")));
}

static void
settlement_within(bina_case *c)
{
    bina_id sale = bina_case_int(c, "sale");
    int64_t owed = BINA_ASK(c, "SELECT amount FROM sales WHERE id = ?1", bina_int(sale));
    int64_t paid = bina_case_int(c, "amount") +
                   BINA_ASK(c, "SELECT sum(amount) FROM settlements WHERE sale = ?1 AND id <> ?2",
                            bina_int(sale), bina_int(c->id));

    if (paid > owed) {
        bina_case_refuse(c, "settlement.amount",
                         "with it %lld rupiah would be paid for a sale of %lld",
                         "pembayaran seluruhnya menjadi %lld rupiah untuk penjualan sebesar %lld",
                         (long long)paid, (long long)owed);
        bina_case_saw(c, "paid", bina_int(paid));
        bina_case_saw(c, "owed", bina_int(owed));
    }
    if (BINA_ASK(c, "SELECT count(*) FROM sales WHERE id = ?1 AND day_from > ?2", bina_int(sale),
                 bina_integer_of(BINA_DATE, bina_case_int(c, "paid"))) > 0)
        bina_case_refuse(c, "settlement.day", "it was paid before the sale's period began",
                         "dibayar sebelum masa penjualannya mulai");
}

static const bina_transition add_only[] = {
    {"add", {"note", "catat"}, "", NULL, .paper = NULL},
    {.verb = NULL},
};

static const bina_transition sale_steps[] = {
    {"add", {"note", "catat"}, "", NULL, .paper = NULL},
    {.verb = "remove",
     .label = {"remove", "hapus"},
     .from = "",
     .guards = (bina_guard *const[]){sale_may_go, NULL}},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_sales[] = {
    {.kind = BINA_CURATION,
     .transitions = add_only,
     .always = (bina_guard *const[]){bina_market_curation_decided, NULL}},
    {.kind = BINA_SALE,
     .transitions = sale_steps,
     .always =
         (bina_guard *const[]){sale_days, sale_of_listing, sale_balanced, sale_not_overpaid, NULL}},
    {.kind = BINA_SETTLEMENT,
     .transitions = add_only,
     .always = (bina_guard *const[]){settlement_within, NULL}},
    {.kind = BINA_NO_KIND},
};
