/* What the rules of the market ask of a sample beside its description: parts that belong together.
 */
#include "contract/sample.h"

#include <check.h>

#define LATER 5000 /* days since 1970: after every day a sample has of itself */

/* A reference that a stored record holds. */
static bina_id
number_of(bina_store *store, bina_id id, int field)
{
    bina_record *record = NULL;
    bina_id value;

    ck_assert_int_eq(bina_store_get(store, id, &record), BINA_OK);
    value = bina_record_int(record, field);
    bina_record_free(record);
    return value;
}

static void
set_retailer(bina_store *store, bina_id outlet, bina_id retailer)
{
    bina_record *change = bina_record_new(BINA_OUTLET);

    bina_set_int(change, BINA_OUTLET_ID, outlet);
    bina_set_int(change, BINA_OUTLET_RETAILER, retailer);
    ck_assert_int_eq(bina_store_update(store, change), BINA_OK);
    bina_record_free(change);
}

void
sample_market(bina_store *store, bina_record *record)
{
    switch (bina_description_kind(bina_record_description(record))) {
    case BINA_CURATION:
        bina_set_int(record, BINA_CURATION_DECIDED, LATER);
        break;
    case BINA_LISTING: /* under an agreement with its own chain */
        if (bina_record_get(record, BINA_LISTING_AGREEMENT).type == BINA_REF)
            bina_set_int(record, BINA_LISTING_RETAILER,
                         number_of(store, bina_record_int(record, BINA_LISTING_AGREEMENT),
                                   BINA_AGREEMENT_RETAILER));
        break;
    case BINA_PLACEMENT: /* in a shop of its chain */
        if (bina_record_get(record, BINA_PLACEMENT_OUTLET).type == BINA_REF)
            set_retailer(store, bina_record_int(record, BINA_PLACEMENT_OUTLET),
                         number_of(store, bina_record_int(record, BINA_PLACEMENT_LISTING),
                                   BINA_LISTING_RETAILER));
        break;
    case BINA_SALE: /* outside retail: nothing had to be listed for it */
        bina_unset(record, BINA_SALE_LISTING);
        bina_set_int(record, BINA_SALE_DAY_TO, LATER);
        break;
    case BINA_SETTLEMENT:
        bina_set_int(record, BINA_SETTLEMENT_PAID, LATER);
        break;
    default:
        break;
    }
}
