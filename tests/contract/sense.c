/* What the rules of a kind ask of a record besides its description: sample records meet it. */
#include "contract/sample.h"

#include <check.h>

#define LATER 5000 /* days since 1970: after every day a sample has of itself */

static bina_id
add(bina_store *store, bina_record *record)
{
    bina_id id = 0;
    bina_status status = bina_store_add(store, record, &id);

    ck_assert_msg(status == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    bina_record_free(record);
    return id;
}

/* Something bought for whatever is given away. */
static void
fill_store(bina_store *store, const bina_record *given)
{
    bina_record *issue = sample_record(store, BINA_MATERIAL_ISSUE, 2), *receipt, *bought;

    bina_record_set(issue, BINA_MATERIAL_ISSUE_PROGRAMME,
                    bina_record_get(given, BINA_DISTRIBUTION_PROGRAMME));
    bina_record_set(issue, BINA_MATERIAL_ISSUE_PRODUCT,
                    bina_record_get(given, BINA_DISTRIBUTION_PRODUCT));
    bina_record_set(issue, BINA_MATERIAL_ISSUE_OUTPUT_UNIT,
                    bina_record_get(given, BINA_DISTRIBUTION_UNIT));
    receipt = bina_record_new(BINA_OUTPUT_RECEIPT);
    bina_set_int(receipt, BINA_OUTPUT_RECEIPT_ISSUE, add(store, issue));
    bina_set_int(receipt, BINA_OUTPUT_RECEIPT_RECEIVED, 0);
    bina_set_int(receipt, BINA_OUTPUT_RECEIPT_ACCEPTED, 1000000);
    bought = bina_record_new(BINA_BUY_BACK);
    bina_set_int(bought, BINA_BUY_BACK_RECEIPT, add(store, receipt));
    bina_set_int(bought, BINA_BUY_BACK_QUANTITY, 1000000);
    bina_set_int(bought, BINA_BUY_BACK_PRICE, 5000);
    (void)add(store, bought);
}

void
sample_make_sense(bina_store *store, bina_record *record)
{
    switch (bina_description_kind(bina_record_description(record))) {
    case BINA_PROGRAMME: /* material moves only in an open one */
        bina_set_text(record, BINA_PROGRAMME_STATE, "running");
        break;
    case BINA_ACTION: /* agreed elsewhere than at a visit to somebody else */
        bina_unset(record, BINA_ACTION_VISIT);
        break;
    case BINA_CUSTODY:
        bina_set_int(record, BINA_CUSTODY_VALID_TO, LATER);
        bina_set_text(record, BINA_CUSTODY_NATURE, "granted");
        break;
    case BINA_SURVEY:
        bina_set_text(record, BINA_SURVEY_STATE, "open");
        bina_set_int(record, BINA_SURVEY_ISSUED_UNTIL, LATER);
        bina_unset(record, BINA_SURVEY_STARTS);
        bina_unset(record, BINA_SURVEY_PROGRAMME);
        bina_unset(record, BINA_SURVEY_REGION);
        break;
    case BINA_INSPECTION:
        bina_set_text(record, BINA_INSPECTION_PRESENCE, "seen");
        bina_set_text(record, BINA_INSPECTION_USE, "jointly");
        bina_unset(record, BINA_INSPECTION_CAUSE);
        break;
    case BINA_REPAIR:
        bina_set_int(record, BINA_REPAIR_FINISHED, LATER);
        break;
    case BINA_MATERIAL_ISSUE:
        bina_set_int(record, BINA_MATERIAL_ISSUE_ISSUED, 0);
        bina_unset(record, BINA_MATERIAL_ISSUE_BATCH);
        break;
    case BINA_OUTPUT_RECEIPT:
        bina_set_int(record, BINA_OUTPUT_RECEIPT_ACCEPTED, 1000000);
        break;
    case BINA_BUY_BACK:
        bina_set_int(record, BINA_BUY_BACK_PAID, LATER);
        break;
    case BINA_DISTRIBUTION:
        fill_store(store, record);
        break;
    default:
        break;
    }
}
