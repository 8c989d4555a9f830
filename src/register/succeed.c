/* An owner dies, and an heir takes over: the enterprise is the same, its owners follow each other.
 */
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include "base/error.h"
#include "register/family.h"
#include "register/hand.h"
#include "register/ledger.h"
#include "register/note.h"
#include "register/transaction.h"
#include "store/sql.h"

enum { NO_ENTERPRISE, NO_PARTY, ITSELF, MERGED, OWNS_ALREADY, TOO_EARLY };

static bina_status
refuse(bina_store *store, int why)
{
    bina_error *error = bina_store_complaint(store);

    switch (why) {
    case NO_ENTERPRISE:
        return bina_error_set(error, BINA_ERR_USAGE, "what is taken over is an enterprise",
                              "yang diteruskan ialah usaha");
    case NO_PARTY:
        return bina_error_set(error, BINA_ERR_USAGE,
                              "whoever takes over is a person, a group, an enterprise or an "
                              "organisation",
                              "penerusnya ialah orang, kelompok, usaha, atau organisasi");
    case ITSELF:
        return bina_error_set(error, BINA_ERR_USAGE, "an enterprise does not take itself over",
                              "usaha tidak meneruskan dirinya sendiri");
    case MERGED:
        return bina_error_set(error, BINA_ERR_USAGE,
                              "whoever was to take over is merged into another record; name that",
                              "data penerus sudah digabung ke data lain; sebut data itu");
    case TOO_EARLY:
        return bina_error_set(error, BINA_ERR_USAGE,
                              "an owner of the enterprise began on that day or later; give a later "
                              "day",
                              "ada pemilik yang baru mulai pada hari itu atau sesudahnya; "
                              "berikan hari yang lebih akhir");
    default:
        return bina_error_set(error, BINA_ERR_USAGE, "the enterprise is this one's already",
                              "usaha ini sudah miliknya");
    }
}

static bool
is_owner(const bina_record *tie)
{
    const char *role = bina_record_text(tie, BINA_OWNERSHIP_ROLE);

    return role != NULL && strcmp(role, "manager") != 0;
}

static bool
is_open(const bina_record *tie, int64_t day)
{
    bina_value until = bina_record_get(tie, BINA_OWNERSHIP_VALID_TO);

    return until.type == BINA_NULL || until.as.integer >= day;
}

static bina_status
end_tie(bina_store *store, const bina_record *tie, int64_t day)
{
    bina_value from = bina_record_get(tie, BINA_OWNERSHIP_VALID_FROM);
    bina_record *record;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (from.type != BINA_NULL && from.as.integer >= day)
        return refuse(store, TOO_EARLY);
    record = bina_record_new(BINA_OWNERSHIP);
    if (record != NULL) {
        bina_set_int(record, BINA_OWNERSHIP_ID, bina_record_id(tie));
        bina_set_int(record, BINA_OWNERSHIP_VALID_TO, day - 1);
        status = bina_store_update(store, record);
    }
    bina_record_free(record);
    return status;
}

/* The heir's own tie: new, or one that begins on that day or later, and so told of it already. */
static bina_status
begin_tie(bina_store *store, bina_id enterprise, bina_id heir, int64_t day, bina_id known)
{
    bina_record *record = bina_record_new(BINA_OWNERSHIP);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (record != NULL) {
        bina_set_text(record, BINA_OWNERSHIP_ROLE, "heir");
        bina_set_int(record, BINA_OWNERSHIP_VALID_FROM, day);
        if (known != 0) {
            bina_set_int(record, BINA_OWNERSHIP_ID, known);
            status = bina_store_update(store, record);
        } else {
            bina_set_int(record, BINA_OWNERSHIP_ENTERPRISE, enterprise);
            bina_set_int(record, BINA_OWNERSHIP_PARTY, heir);
            status = bina_store_add(store, record, NULL);
        }
    }
    bina_record_free(record);
    return status;
}

/* Who owns the enterprise on a day, or will: the heir's ties first, then the others'. */
typedef struct owners {
    bina_ledger ties;
    size_t *open; /* lines of `ties` */
    size_t heirs, count;
} owners;

static bina_status
find_owners(owners *self, bina_store *store, bina_id enterprise, bina_id heir, int64_t day)
{
    bina_query *query = bina_query_new(BINA_OWNERSHIP);
    bina_status status;

    if (query != NULL)
        bina_query_where_int(query, BINA_OWNERSHIP_ENTERPRISE, BINA_EQ, enterprise);
    status = bina_ledger_load(&self->ties, store, query, 0);
    if (status != BINA_OK)
        return status;
    self->open = calloc(self->ties.count + 1, sizeof *self->open);
    if (self->open == NULL)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
    for (size_t i = 0; status == BINA_OK && i < self->ties.count; i++) {
        const bina_record *tie = self->ties.lines[i].record;
        bina_id party = bina_record_int(tie, BINA_OWNERSHIP_PARTY), standing = party;
        if (!is_owner(tie) || !is_open(tie, day))
            continue;
        if (bina_pointer_slot(bina_id_kind(party)) >= 0)
            status = bina_register_resolve(store, party, &standing);
        self->open[self->count] = i;
        if (standing == heir) {
            self->open[self->count] = self->open[self->heirs];
            self->open[self->heirs++] = i;
        }
        self->count++;
    }
    return status;
}

/* Everybody's ownership ends the day before, the heir's own included: who was a co-owner till then
   stays one in what is said of those days. */
static bina_status
hand_over(bina_store *store, bina_id enterprise, bina_id heir, int64_t day)
{
    owners all = {{0}, NULL, 0, 0};
    bina_id known = 0;
    bina_status status = find_owners(&all, store, enterprise, heir, day);

    if (status == BINA_OK && all.heirs > 0 && all.heirs == all.count)
        status = refuse(store, OWNS_ALREADY);
    for (size_t i = 0; status == BINA_OK && i < all.count; i++) {
        const bina_record *tie = all.ties.lines[all.open[i]].record;
        bina_value from = bina_record_get(tie, BINA_OWNERSHIP_VALID_FROM);
        if (i < all.heirs && from.type != BINA_NULL && from.as.integer >= day)
            known = bina_record_id(tie);
        else
            status = end_tie(store, tie, day);
    }
    if (status == BINA_OK)
        status = begin_tie(store, enterprise, heir, day, known);
    free(all.open);
    bina_ledger_drop(&all.ties);
    return status;
}

bina_status
bina_register_succeed(bina_store *store, bina_id enterprise, bina_id heir, int64_t day,
                      const char *reason)
{
    int kind = bina_id_kind(heir);
    bina_record *record = NULL;
    bina_id standing = heir;
    bina_status status;

    if (bina_id_kind(enterprise) != BINA_ENTERPRISE)
        return refuse(store, NO_ENTERPRISE);
    if (kind != BINA_ORGANISATION && bina_pointer_slot(kind) < 0)
        return refuse(store, NO_PARTY);
    status = bina_register_resolve(store, enterprise, &enterprise);
    if (status == BINA_OK && bina_pointer_slot(kind) >= 0)
        status = bina_register_resolve(store, heir, &standing);
    else if (status == BINA_OK)
        status = bina_store_get(store, heir, &record);
    bina_record_free(record);
    if (status == BINA_OK && standing == enterprise)
        status = refuse(store, ITSELF);
    if (status == BINA_OK && standing != heir)
        status = refuse(store, MERGED);
    if (status == BINA_OK)
        status = bina_register_begin(store, "somebody takes over", BINA_RULE_SUCCEED);
    if (status != BINA_OK)
        return status;
    status = hand_over(store, enterprise, heir, day != 0 ? day : bina_store_today(store));
    if (status == BINA_OK)
        status = bina_register_note(store, enterprise, reason);
    return bina_register_end(store, status);
}
