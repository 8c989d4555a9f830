/*
 * The parts of a grant: its items, what was handed over of each, and what the recipient says
 * afterwards. What was delivered, and the state of the grant, follow from the handovers.
 */
#include <stdio.h>
#include <string.h>
#include <bina/model.h>
#include "base/money.h"
#include "model/id.h"
#include "rules/lifecycle_grants.h"

/* The grant of the item ?1. */
#define GRANT_OF "(SELECT \"grant\" FROM grant_items WHERE id = ?1)"

/* Whether a grant is in one of the states of an SQL list. A declared past is in none: its parts are
 * told as they were. */
#define OPEN_IN(grant, states)                                                                     \
    "SELECT count(*) FROM grants WHERE id = " grant " AND evidence IS NULL AND state IN " states

/* ---- items ---- */

void
bina_item_may_change(bina_case *c)
{
    static const char done[] =
        OPEN_IN("?1", "('handed_over', 'monitored', 'closed', 'carried_over', 'reallocated')");

    if (BINA_ASK(c, done, bina_int(bina_case_int(c, "grant"))) > 0)
        bina_case_refuse(c, "grant_item.closed",
                         "the grant is handed over or given up; its items are settled",
                         "bantuan sudah diserahkan atau dilepas; rinciannya sudah tetap");
}

static void
judge_cost(bina_case *c, int64_t quantity, int64_t price)
{
    static const char others_of[] = "SELECT sum(quantity * unit_price) FROM grant_items"
                                    " WHERE \"grant\" = ?1 AND id <> ?2";
    static const char approved_of[] =
        "SELECT coalesce((SELECT approved FROM grants WHERE id = ?1 AND evidence IS NULL"
        " AND state IN " BINA_GRANT_APPROVED "), -1)";
    bina_id grant = bina_case_int(c, "grant");
    int64_t approved, others;
    char texts[2][BINA_RUPIAH];

    if (!bina_rupiah_payable(quantity, price)) {
        bina_case_refuse(c, "grant_item.cost", "an item costs at most %s",
                         "satu rincian bernilai paling banyak %s",
                         bina_rupiah(BINA_RUPIAH_MOST, texts[0]));
        return;
    }
    approved = BINA_ASK(c, approved_of, bina_int(grant));
    if (approved < 0)
        return;
    others = BINA_ASK(c, others_of, bina_int(grant), bina_int(c->id));
    if (quantity * price <= approved - others)
        return;
    bina_case_refuse(c, "grant.items", "its items would cost %s and %s was approved",
                     "rinciannya akan bernilai %s sedangkan yang disetujui %s",
                     bina_rupiah(others + quantity * price, texts[0]),
                     bina_rupiah(approved, texts[1]));
    bina_case_saw(c, "cost", bina_int(others + quantity * price));
    bina_case_saw(c, "approved", bina_int(approved));
}

void
bina_item_covers(bina_case *c)
{
    int64_t quantity = bina_case_int(c, "quantity"), price = bina_case_int(c, "unit_price");
    int64_t handed = c->id == 0 ? 0
                                : BINA_ASK(c, "SELECT sum(quantity) FROM handovers WHERE item = ?1",
                                           bina_int(c->id));

    judge_cost(c, quantity, price);
    if (c->id != 0 &&
        BINA_ASK(c, "SELECT count(*) FROM grant_items WHERE id = ?1 AND \"grant\" <> ?2",
                 bina_int(c->id), bina_int(bina_case_int(c, "grant"))) > 0)
        bina_case_refuse(c, "grant_item.grant", "an item stays with its grant; add it to the other",
                         "rincian tetap pada bantuannya; tambahkan pada bantuan yang lain");
    if (handed <= quantity)
        return;
    bina_case_refuse(c, "grant_item.quantity",
                     "%lld of the item are handed over already, so it cannot be %lld",
                     "%lld dari barang ini sudah diserahkan, jadi tidak dapat menjadi %lld",
                     (long long)handed, (long long)quantity);
    bina_case_saw(c, "handed", bina_int(handed));
    bina_case_saw(c, "quantity", bina_int(quantity));
}

/* ---- handovers ---- */

void
bina_handover_may_change(bina_case *c)
{
    static const char grant_state[] =
        "SELECT state FROM grants WHERE id = " GRANT_OF " AND evidence IS NULL";
    static const char *const may[] = {"", "approved", "procured", "partly_handed_over",
                                      "handed_over"};
    char state[48];

    bina_case_ask_text(c, grant_state, BINA_VALUES(bina_int(bina_case_int(c, "item"))), state,
                       sizeof state);
    for (size_t i = 0; i < sizeof may / sizeof *may; i++)
        if (strcmp(state, may[i]) == 0)
            return;
    bina_case_refuse(c, "handover.state",
                     "the grant is %s; what is handed over is written down once it is approved and "
                     "bought, and until it is monitored",
                     "bantuan berkeadaan %s; serah terima dicatat setelah bantuan disetujui dan "
                     "diadakan, sampai dipantau",
                     state);
    bina_case_saw(c, "state", bina_text(state));
}

void
bina_handover_minutes(bina_case *c)
{
    static const char right[] =
        "SELECT count(*) FROM documents AS d, grants AS g WHERE d.id = ?2"
        " AND d.nature = 'handover' AND d.number IS NOT NULL AND g.id = " GRANT_OF
        " AND d.subject IN (g.id, g.programme)";
    bina_id item = bina_case_int(c, "item"), bast = bina_case_int(c, "bast");

    if (BINA_ASK(c, OPEN_IN(GRANT_OF, BINA_GRANT_APPROVED), bina_int(item)) == 0 ||
        BINA_ASK(c, right, bina_int(item), bina_int(bast)) > 0)
        return;
    bina_case_refuse(c, "handover.minutes",
                     "a handover needs its minutes: a document of the sort \"handover\" with its "
                     "number, about the grant or its programme",
                     "serah terima memerlukan berita acaranya: dokumen jenis \"handover\" dengan "
                     "nomornya, tentang bantuan atau programnya");
}

void
bina_handover_fits(bina_case *c)
{
    bina_id item = bina_case_int(c, "item");
    int64_t asked = bina_case_int(c, "quantity"), on = bina_case_int(c, "handed_on");
    int64_t quantity =
        BINA_ASK(c, "SELECT quantity FROM grant_items WHERE id = ?1", bina_int(item));
    int64_t others = BINA_ASK(c, "SELECT sum(quantity) FROM handovers WHERE item = ?1 AND id <> ?2",
                              bina_int(item), bina_int(c->id));
    char day[16];

    if (on > c->today) {
        bina_date_format(on, day);
        bina_case_refuse(c, "handover.future", "it is dated %s, which is still to come",
                         "bertanggal %s, padahal hari itu belum tiba", day);
        bina_case_saw(c, "handed_on", bina_integer_of(BINA_DATE, on));
    }
    if (c->id != 0 && BINA_ASK(c, "SELECT count(*) FROM handovers WHERE id = ?1 AND item <> ?2",
                               bina_int(c->id), bina_int(item)) > 0)
        bina_case_refuse(c, "handover.item",
                         "a handover stays with its item; remove it and add one",
                         "serah terima tetap pada barangnya; hapus lalu tambahkan yang baru");
    if (asked <= quantity - others)
        return;
    bina_case_refuse(c, "handover.quantity",
                     "of %lld granted %lld are handed over, so %lld more cannot be; %lld are left",
                     "dari %lld yang diberikan sudah diserahkan %lld, jadi tidak dapat ditambah "
                     "%lld; sisa %lld",
                     (long long)quantity, (long long)others, (long long)asked,
                     (long long)(quantity - others));
    bina_case_saw(c, "granted", bina_int(quantity));
    bina_case_saw(c, "handed", bina_int(others));
    bina_case_saw(c, "asked", bina_int(asked));
    bina_case_saw(c, "left", bina_int(quantity - others));
}

/* ---- receipts ---- */

void
bina_receipt_after_handover(bina_case *c)
{
    static const char handed[] =
        "SELECT count(*) FROM grants WHERE id = ?1"
        " AND (evidence IS NOT NULL"
        "  OR state IN ('partly_handed_over', 'handed_over', 'monitored', 'closed'))";
    static const char before[] =
        "SELECT min(h.handed_on) FROM grant_items AS i JOIN handovers AS h ON h.item = i.id"
        " WHERE i.\"grant\" = ?1 HAVING min(h.handed_on) > ?2";
    bina_id grant = bina_case_int(c, "grant");
    char first[16] = "";

    if (BINA_ASK(c, handed, bina_int(grant)) == 0)
        bina_case_refuse(c, "receipt.not_handed_over",
                         "nothing of the grant is handed over yet, so nothing can be confirmed",
                         "bantuan ini belum diserahkan, jadi belum ada yang dapat dikonfirmasi");
    if (!bina_case_has(c, "answered"))
        return;
    bina_case_ask_text(c, before, BINA_VALUES(bina_int(grant), bina_case_field(c, "answered")),
                       first, sizeof first);
    if (first[0] == '\0')
        return;
    bina_case_refuse(c, "receipt.before_handover",
                     "it is answered before the first handover, of %s",
                     "dijawab sebelum serah terima pertama, tanggal %s", first);
    bina_case_saw(c, "first", bina_text(first));
}

/* ---- what follows ---- */

static void
step_of_grant(bina_case *c, bina_id grant, const char *verb, int64_t on, bina_id paper)
{
    const bina_move move = {
        .verb = verb, .reason = "mistake", .on = on != 0 ? on : c->today, .paper = paper};

    if (c->status == BINA_OK)
        c->status = c->access->advance(c->access->data, grant, &move);
}

/*
 * The state follows what is handed over, on the day and the minutes of the last part. A declared
 * past stays as it was declared, until somebody takes its next step.
 */
static void
follow_state(bina_case *c, bina_id grant, int64_t handed, int64_t quantity)
{
    static const char state_of[] = "SELECT state FROM grants WHERE id = ?1";
    static const char day_of[] = "SELECT " BINA_DAY_OF(
        "max(h.handed_on)") " FROM grant_items AS i"
                            " JOIN handovers AS h ON h.item = i.id WHERE i.\"grant\" = ?1";
    static const char paper_of[] =
        "SELECT h.bast FROM grant_items AS i JOIN handovers AS h ON h.item = i.id"
        " WHERE i.\"grant\" = ?1 ORDER BY h.handed_on DESC, h.id DESC LIMIT 1";
    int64_t day = BINA_ASK(c, day_of, bina_int(grant));
    bina_id paper = BINA_ASK(c, paper_of, bina_int(grant));
    bool ready, part, whole;
    char state[48];

    bina_case_ask_text(c, state_of, BINA_VALUES(bina_int(grant)), state, sizeof state);
    ready = strcmp(state, "approved") == 0 || strcmp(state, "procured") == 0;
    part = strcmp(state, "partly_handed_over") == 0;
    whole = strcmp(state, "handed_over") == 0;
    if (handed == 0 && (part || whole))
        step_of_grant(c, grant, "take_back_delivery", 0, 0);
    else if (handed == quantity && handed > 0 && (ready || part))
        step_of_grant(c, grant, "hand_over", day, paper);
    else if (handed > 0 && handed < quantity && ready)
        step_of_grant(c, grant, "hand_over_part", day, paper);
    else if (handed > 0 && handed < quantity && whole)
        step_of_grant(c, grant, "reopen_delivery", 0, 0);
}

static void
settle(bina_case *c, bina_id grant)
{
    static const char sums[] = "SELECT sum(h.quantity * i.unit_price) FROM grant_items AS i"
                               " JOIN handovers AS h ON h.item = i.id WHERE i.\"grant\" = ?1";
    static const char now[] = "SELECT delivered FROM grants WHERE id = ?1";
    int64_t handed = BINA_ASK(c,
                              "SELECT sum(h.quantity) FROM grant_items AS i JOIN handovers AS h"
                              " ON h.item = i.id WHERE i.\"grant\" = ?1",
                              bina_int(grant));
    int64_t quantity =
        BINA_ASK(c, "SELECT sum(quantity) FROM grant_items WHERE \"grant\" = ?1", bina_int(grant));
    int64_t delivered = BINA_ASK(c, sums, bina_int(grant)),
            before = BINA_ASK(c, now, bina_int(grant));
    bool declared =
        BINA_ASK(c, "SELECT evidence IS NOT NULL FROM grants WHERE id = ?1", bina_int(grant)) != 0;

    /* Of a declared past the amount may be known and the prices not. */
    if (c->status == BINA_OK && delivered != before && (delivered > 0 || !declared)) {
        bina_record *record = bina_record_new(BINA_GRANT);
        if (record != NULL) {
            bina_set_int(record, 0, grant);
            bina_set_int(record, BINA_GRANT_DELIVERED, delivered);
        }
        bina_case_update(c, record);
    }
    if (!declared)
        follow_state(c, grant, handed, quantity);
}

void
bina_item_changed(bina_case *c)
{
    /* An item that is added or removed before anything is handed over moves nothing. */
    settle(c, bina_case_int(c, "grant"));
}

void
bina_handover_changed(bina_case *c)
{
    settle(c, BINA_ASK(c, "SELECT \"grant\" FROM grant_items WHERE id = ?1",
                       bina_int(bina_case_int(c, "item"))));
}
