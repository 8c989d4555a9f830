/* When a listed product may stand on a shelf. */
#include <string.h>
#include "rules/market.h"

/* Both the day of the step and the present must allow it: nothing else would end it later. */
void
bina_market_listing_stands(bina_case *c)
{
    bina_id listing = bina_case_int(c, "listing");
    char now[24], then[24];

    bina_case_ask_text(c, "SELECT state FROM listings WHERE id = ?1",
                       BINA_VALUES(bina_int(listing)), now, sizeof now);
    bina_case_ask_text(c, BINA_MARKET_STATE_ON("listings"),
                       BINA_VALUES(bina_int(listing), bina_integer_of(BINA_DATE, c->on)), then,
                       sizeof then);
    if (strcmp(now, "listed") == 0 && strcmp(then, "listed") == 0)
        return;
    bina_case_refuse(c, "placement.listing",
                     "the chain does not list the product: the listing was \"%s\" on the day, and "
                     "is \"%s\"",
                     "produk tidak terdaftar di ritel: keadaan pendaftarannya \"%s\" pada hari "
                     "itu, dan kini \"%s\"",
                     then[0] != '\0' ? then : "-", now[0] != '\0' ? now : "-");
    bina_case_saw(c, "then", bina_text(then[0] != '\0' ? then : NULL));
    bina_case_saw(c, "now", bina_text(now[0] != '\0' ? now : NULL));
}

void
bina_market_outlet_open(bina_case *c)
{
    bina_id outlet = bina_case_int(c, "outlet");
    char now[24], then[24];

    if (outlet == 0)
        return;
    bina_case_ask_text(c, "SELECT state FROM outlets WHERE id = ?1", BINA_VALUES(bina_int(outlet)),
                       now, sizeof now);
    bina_case_ask_text(c, BINA_MARKET_STATE_ON("outlets"),
                       BINA_VALUES(bina_int(outlet), bina_integer_of(BINA_DATE, c->on)), then,
                       sizeof then);
    if (strcmp(now, "open") == 0 && strcmp(then, "open") == 0)
        return;
    bina_case_refuse(c, "placement.outlet",
                     "the shop is not open: it was \"%s\" on the day, and is \"%s\"",
                     "gerai tidak buka: keadaannya \"%s\" pada hari itu, dan kini \"%s\"",
                     then[0] != '\0' ? then : "-", now[0] != '\0' ? now : "-");
    bina_case_saw(c, "then", bina_text(then[0] != '\0' ? then : NULL));
    bina_case_saw(c, "now", bina_text(now[0] != '\0' ? now : NULL));
}

void
bina_market_outlet_of_chain(bina_case *c)
{
    if (!bina_case_has(c, "outlet") ||
        BINA_ASK(c,
                 "SELECT count(*) FROM listings, outlets WHERE listings.id = ?1 AND outlets.id = ?2"
                 " AND listings.retailer <> outlets.retailer",
                 bina_int(bina_case_int(c, "listing")), bina_int(bina_case_int(c, "outlet"))) == 0)
        return;
    bina_case_refuse(c, "placement.retailer", "the shop belongs to another chain than the listing",
                     "gerai itu milik ritel lain");
}

void
bina_market_placed_once(bina_case *c)
{
    if (bina_case_in(c, "ended"))
        return;
    if (BINA_ASK(c,
                 "SELECT count(*) FROM placements WHERE listing = ?1 AND outlet IS nullif(?2, 0)"
                 " AND id <> ?3 AND state <> 'ended'",
                 bina_int(bina_case_int(c, "listing")), bina_int(bina_case_int(c, "outlet")),
                 bina_int(c->id)) == 0)
        return;
    bina_case_refuse(c, "placement.twice",
                     "the product has a place in this shop already; advance that one instead",
                     "produk ini sudah mempunyai tempat di gerai itu; lanjutkan data yang sudah "
                     "ada");
}
