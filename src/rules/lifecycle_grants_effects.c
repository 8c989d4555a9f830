/* What follows when a grant is handed over whole, carried over to another year, or reallocated. */
#include <stdlib.h>
#include <bina/model.h>
#include "rules/lifecycle_grants.h"
#include "rules/lifecycle_money.h"

void
bina_grant_deliver_whole(bina_case *c)
{
    bina_record *record;

    if (BINA_ASK(c, "SELECT count(*) FROM grant_items WHERE \"grant\" = ?1", bina_int(c->id)) > 0 ||
        !bina_case_has(c, "approved"))
        return;
    record = bina_record_new(BINA_GRANT);
    if (record != NULL) {
        bina_set_int(record, 0, c->id);
        bina_set_int(record, BINA_GRANT_DELIVERED, bina_case_int(c, "approved"));
    }
    bina_case_update(c, record);
}

void
bina_grant_deliver_none(bina_case *c)
{
    bina_record *record = bina_record_new(BINA_GRANT);

    if (record != NULL) {
        bina_set_int(record, 0, c->id);
        bina_set_null(record, BINA_GRANT_DELIVERED);
    }
    bina_case_update(c, record);
}

/* ---- successors ---- */

/* A grant that takes the place of the one at hand, from the day of the case on. */
static bina_record *
successor(const bina_case *c, bina_id recipient, int64_t year)
{
    bina_record *grant = bina_record_new(BINA_GRANT);

    if (grant == NULL)
        return NULL;
    bina_set_int(grant, BINA_GRANT_PROGRAMME, bina_case_int(c, "programme"));
    bina_set_int(grant, BINA_GRANT_RECIPIENT, recipient);
    bina_set_text(grant, BINA_GRANT_NATURE, bina_case_text(c, "nature"));
    bina_record_set(grant, BINA_GRANT_OBJECT, bina_case_field(c, "object"));
    if (year != 0)
        bina_set_int(grant, BINA_GRANT_FISCAL_YEAR, year);
    bina_record_set(grant, BINA_GRANT_REQUESTED, bina_case_field(c, "approved"));
    bina_set_int(grant, BINA_GRANT_CARRIED_FROM, c->id);
    bina_set_int(grant, BINA_GRANT_BEGAN, c->on);
    return grant;
}

/* The fund of the next year that continues a fund; 0 when there is none. */
static bina_id
continuing(bina_case *c, bina_id fund)
{
    return BINA_ASK(c,
                    "SELECT n.id FROM funds AS n JOIN funds AS f ON f.id = n.continues"
                    " WHERE f.id = ?1 AND n.fiscal_year = f.fiscal_year + 1 ORDER BY n.id LIMIT 1",
                    bina_int(fund));
}

/* Reads a record of a list of ids; NULL when that fails. */
static bina_record *
read_one(bina_case *c, bina_id id)
{
    bina_record *record = NULL;

    if (c->status == BINA_OK)
        c->status = c->access->get(c->access->data, id, &record);
    return record;
}

static void
copy_items(bina_case *c, bina_id heir, bool next_year)
{
    static const int kept[] = {BINA_GRANT_ITEM_ITEM, BINA_GRANT_ITEM_QUANTITY, BINA_GRANT_ITEM_UNIT,
                               BINA_GRANT_ITEM_UNIT_PRICE};
    size_t count;
    bina_id *items = BINA_ASK_IDS(c, "SELECT id FROM grant_items WHERE \"grant\" = ?1 ORDER BY id",
                                  &count, bina_int(c->id));

    for (size_t i = 0; i < count && c->status == BINA_OK; i++) {
        bina_record *old = read_one(c, items[i]), *item;
        bina_id fund;
        if (old == NULL)
            break;
        item = bina_record_new(BINA_GRANT_ITEM);
        fund = bina_record_int(old, BINA_GRANT_ITEM_FUND);
        if (fund != 0 && next_year)
            fund = continuing(c, fund);
        if (item != NULL) {
            bina_set_int(item, BINA_GRANT_ITEM_GRANT, heir);
            for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
                bina_record_set(item, kept[k], bina_record_get(old, kept[k]));
            if (fund != 0)
                bina_set_int(item, BINA_GRANT_ITEM_FUND, fund);
        }
        bina_case_add(c, item);
        bina_record_free(old);
    }
    free(items);
}

/* What was bound this year is planned in the funds that continue those of this year. */
static void
plan_next_year(bina_case *c, bina_id heir)
{
    size_t count;
    bina_id *old = BINA_ASK_IDS(c,
                                "SELECT id FROM commitments WHERE subject__grant = ?1"
                                " AND state IN ('planned', 'committed') ORDER BY id",
                                &count, bina_int(c->id));

    for (size_t i = 0; i < count && c->status == BINA_OK; i++) {
        bina_record *before = read_one(c, old[i]), *next;
        bina_id fund =
            before == NULL ? 0 : continuing(c, bina_record_int(before, BINA_COMMITMENT_FUND));
        if (fund != 0 && c->status == BINA_OK) {
            next = bina_record_new(BINA_COMMITMENT);
            if (next != NULL) {
                bina_set_int(next, BINA_COMMITMENT_FUND, fund);
                bina_set_int(next, BINA_COMMITMENT_SUBJECT, heir);
                bina_record_set(next, BINA_COMMITMENT_AMOUNT,
                                bina_record_get(before, BINA_COMMITMENT_AMOUNT));
                bina_set_int(next, BINA_COMMITMENT_BEGAN, c->on);
            }
            bina_case_add(c, next);
        }
        bina_record_free(before);
    }
    free(old);
}

void
bina_grant_carry_over(bina_case *c)
{
    bina_id heir = bina_case_add(
        c, successor(c, bina_case_int(c, "recipient"), bina_case_int(c, "fiscal_year") + 1));

    copy_items(c, heir, true);
    plan_next_year(c, heir);
    bina_release_committed(c);
}

void
bina_grant_reallocate(bina_case *c)
{
    bina_id heir = bina_case_add(
        c, successor(c, bina_case_int(c, "reallocated_to"), bina_case_int(c, "fiscal_year")));
    size_t count;
    bina_id *money = BINA_ASK_IDS(c,
                                  "SELECT id FROM commitments WHERE subject__grant = ?1"
                                  " AND state <> 'released' ORDER BY id",
                                  &count, bina_int(c->id));

    copy_items(c, heir, false);
    /* The money goes along, whether it is bound or spent already. */
    for (size_t i = 0; i < count && c->status == BINA_OK; i++) {
        bina_record *record = bina_record_new(BINA_COMMITMENT);
        if (record != NULL) {
            bina_set_int(record, 0, money[i]);
            bina_set_int(record, BINA_COMMITMENT_SUBJECT, heir);
        }
        bina_case_update(c, record);
    }
    free(money);
}
