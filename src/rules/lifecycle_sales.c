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
 * What is sold and sent back was delivered before. Only where every delivery is told: an office
 * that begins to write down in the middle does not know what stood there.
 */
static void
sale_balanced(bina_case *c)
{
    static const char others[] =
        "SELECT coalesce(sum(sold), 0) + coalesce(sum(returned), 0) - coalesce(sum(delivered), 0)"
        "   + iif(count(*) > count(delivered), -1000000000000000, 0)"
        " FROM sales WHERE listing = ?1 AND outlet IS nullif(?2, 0) AND id <> ?3"
        " AND day_to <= ?4";
    int64_t excess;

    if (!bina_case_has(c, "listing") || !bina_case_has(c, "delivered"))
        return;
    excess = bina_case_int(c, "sold") + bina_case_int(c, "returned") -
             bina_case_int(c, "delivered") +
             BINA_ASK(c, others, bina_int(bina_case_int(c, "listing")),
                      bina_int(bina_case_int(c, "outlet")), bina_int(c->id),
                      bina_integer_of(BINA_DATE, bina_case_int(c, "day_to")));
    if (excess <= 0)
        return;
    bina_case_refuse(c, "sale.balance",
                     "%lld units more were sold and sent back than were ever delivered",
                     "barang yang terjual dan dikembalikan melebihi yang pernah dikirim: %lld",
                     (long long)excess);
    bina_case_saw(c, "excess", bina_int(excess));
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

const bina_lifecycle bina_lifecycles_sales[] = {
    {.kind = BINA_CURATION,
     .transitions = add_only,
     .always = (bina_guard *const[]){bina_market_curation_decided, NULL}},
    {.kind = BINA_SALE,
     .transitions = add_only,
     .always =
         (bina_guard *const[]){sale_days, sale_of_listing, sale_balanced, sale_not_overpaid, NULL}},
    {.kind = BINA_SETTLEMENT,
     .transitions = add_only,
     .always = (bina_guard *const[]){settlement_within, NULL}},
    {.kind = BINA_NO_KIND},
};
