/*
 * The chain from material to recipient: issued, made, accepted or rejected, bought back, given
 * away. What is bought never passes what was accepted, and on no day has more been given away than
 * was bought by then. More or less output than expected is no fault: the report shows it.
 */
#include <string.h>
#include "base/money.h"
#include "rules/lifecycle.h"
#include "rules/production_store.h"

/* ---- the programme and its days ---- */

static void
judge_programme(bina_case *c, bina_id programme, int64_t day)
{
    static const char closed[] =
        "SELECT count(*) FROM dated_values WHERE record = ?1 AND field = 'state'"
        " AND superseded IS NULL AND value = 'closed' AND valid_from < ?2"
        " AND (SELECT state FROM programmes WHERE id = ?1) = 'closed'";
    char state[16], text[16];

    bina_case_ask_text(c, "SELECT state FROM programmes WHERE id = ?1",
                       BINA_VALUES(bina_int(programme)), state, sizeof state);
    if (c->status != BINA_OK)
        return;
    if (strcmp(state, "draft") == 0 || strcmp(state, "cancelled") == 0) {
        bina_case_refuse(c, "production.programme",
                         "the programme is %s; material moves only in one that is open",
                         "program berkeadaan %s; bahan hanya bergerak dalam program yang dibuka",
                         state);
        bina_case_saw(c, "state", bina_text(state));
    } else if (BINA_ASK(c, closed, bina_int(programme), bina_integer_of(BINA_DATE, day)) != 0) {
        bina_date_format(day, text);
        bina_case_refuse(c, "production.programme", "the programme was closed before %s",
                         "program sudah ditutup sebelum %s", text);
        bina_case_saw(c, "day", bina_integer_of(BINA_DATE, day));
    }
}

static void
judge_not_future(bina_case *c, const char *field)
{
    if (bina_case_int(c, field) <= c->today)
        return;
    bina_case_refuse(c, "production.future", "%s lies on a day still to come",
                     "%s jatuh pada hari yang belum tiba", field);
    bina_case_saw(c, field, bina_case_field(c, field));
}

/* ---- material ---- */

static void
issue_in_programme(bina_case *c)
{
    bina_id batch = bina_case_int(c, "batch"), programme = bina_case_int(c, "programme");
    bina_id of_batch = BINA_ASK(c, "SELECT programme FROM batches WHERE id = ?1", bina_int(batch));

    judge_programme(c, programme, bina_case_int(c, "issued"));
    judge_not_future(c, "issued");
    if (of_batch == 0 || of_batch == programme)
        return;
    bina_case_refuse(c, "material_issue.batch", "the batch belongs to another programme",
                     "angkatan itu milik program lain");
    bina_case_saw(c, "programme", bina_int(of_batch));
}

/* What was bought from it belongs to the programme, product and unit it was issued for. */
static void
issue_stays(bina_case *c)
{
    static const char bought[] =
        "SELECT count(*) FROM output_receipts JOIN buy_backs ON buy_backs.receipt ="
        " output_receipts.id WHERE output_receipts.issue = ?1 AND EXISTS (SELECT 1 FROM"
        " material_issues WHERE id = ?1 AND (programme <> ?2 OR product <> ?3 OR output_unit <> "
        "?4))";
    static const char made[] = "SELECT " BINA_DAY_OF("min(received)") " FROM output_receipts"
                                                                      " WHERE issue = ?1";
    int64_t first;

    if (c->id == 0)
        return;
    if (BINA_ASK(c, bought, bina_int(c->id), bina_case_field(c, "programme"),
                 bina_case_field(c, "product"), bina_case_field(c, "output_unit")) != 0) {
        bina_case_refuse(c, "material_issue.fixed",
                         "output of this material was bought already: programme, product and unit "
                         "of output stay; remove what was bought first",
                         "hasil bahan ini sudah dibeli: program, barang dan satuan hasil tetap; "
                         "hapus dahulu pembeliannya");
        bina_case_saw(c, "product", bina_case_field(c, "product"));
    }
    first = BINA_ASK(c, made, bina_int(c->id));
    if (first != 0 && first < bina_case_int(c, "issued"))
        bina_case_refuse(c, "material_issue.issued", "output of it was received before that day",
                         "hasilnya sudah diterima sebelum tanggal itu");
}

/* ---- output ---- */

static void
output_after_issue(bina_case *c)
{
    static const char issued[] =
        "SELECT " BINA_DAY_OF("issued") " FROM material_issues WHERE id = ?1";
    int64_t day = BINA_ASK(c, issued, bina_int(bina_case_int(c, "issue")));

    judge_not_future(c, "received");
    if (bina_case_int(c, "received") < day) {
        bina_case_refuse(c, "output_receipt.received",
                         "output is received on the day of the material or later",
                         "hasil diterima pada atau sesudah hari penyerahan bahan");
        bina_case_saw(c, "issued", bina_integer_of(BINA_DATE, day));
    }
    if (bina_case_int(c, "accepted") + bina_case_int(c, "rejected") == 0)
        bina_case_refuse(c, "output_receipt.nothing", "nothing was accepted and nothing rejected",
                         "tidak ada yang diterima dan tidak ada yang ditolak");
}

/* Neither fewer accepted than were bought, nor later than they were given away. */
static void
output_covers(bina_case *c)
{
    static const char bought_of[] = "SELECT sum(quantity) FROM buy_backs WHERE receipt = ?1";
    static const char moved[] =
        "SELECT count(*) FROM output_receipts WHERE id = ?1 AND issue <> ?2";
    int64_t bought, accepted = bina_case_int(c, "accepted");
    bina_production_chain its = {.but_receipt = c->id, .day = bina_case_int(c, "received")};

    if (c->id == 0)
        return;
    bought = BINA_ASK(c, bought_of, bina_int(c->id));
    if (bought == 0)
        return;
    if (bought > accepted) {
        bina_case_refuse(c, "output_receipt.bought",
                         "%lld were bought of it, and only %lld accepted",
                         "%lld sudah dibeli, padahal hanya %lld yang diterima", (long long)bought,
                         (long long)accepted);
        bina_case_saw(c, "bought", bina_int(bought));
        bina_case_saw(c, "accepted", bina_int(accepted));
    }
    if (BINA_ASK(c, moved, bina_int(c->id), bina_case_field(c, "issue")) != 0)
        bina_case_refuse(c, "output_receipt.fixed",
                         "it was bought already: the material it was made of stays",
                         "sudah dibeli: bahan asalnya tetap");
    bina_production_chain_of(c, c->id, &its);
    its.quantity = bought;
    bina_production_judge_store(c, &its);
}

/* ---- buying ---- */

static void
bought_was_accepted(bina_case *c)
{
    static const char accepted_of[] = "SELECT accepted FROM output_receipts WHERE id = ?1";
    static const char others[] =
        "SELECT sum(quantity) FROM buy_backs WHERE receipt = ?1 AND id <> ?2";
    static const char received_on[] =
        "SELECT " BINA_DAY_OF("received") " FROM output_receipts WHERE id = ?1";
    bina_id receipt = bina_case_int(c, "receipt");
    int64_t accepted = BINA_ASK(c, accepted_of, bina_int(receipt));
    int64_t bought = BINA_ASK(c, others, bina_int(receipt), bina_int(c->id));
    int64_t received = BINA_ASK(c, received_on, bina_int(receipt));
    int64_t quantity = bina_case_int(c, "quantity");
    char most[BINA_RUPIAH];

    if (received == 0) /* no such receipt */
        return;
    if (quantity > accepted - bought) {
        bina_case_refuse(c, "buy_back.accepted",
                         "%lld were accepted and %lld of them bought: %lld more cannot be",
                         "%lld diterima dan %lld sudah dibeli: %lld lagi tidak dapat dibeli",
                         (long long)accepted, (long long)bought, (long long)quantity);
        bina_case_saw(c, "accepted", bina_int(accepted));
        bina_case_saw(c, "bought", bina_int(bought));
        bina_case_saw(c, "quantity", bina_int(quantity));
    }
    if (!bina_rupiah_payable(quantity, bina_case_int(c, "price")))
        bina_case_refuse(c, "buy_back.cost", "a purchase costs at most %s",
                         "satu pembelian bernilai paling banyak %s",
                         bina_rupiah(BINA_RUPIAH_MOST, most));
    judge_not_future(c, "paid");
    if (bina_case_has(c, "paid") && bina_case_int(c, "paid") < received)
        bina_case_refuse(c, "buy_back.paid", "it was paid before the output was received",
                         "dibayar sebelum hasil diterima");
}

static void
bought_covers(bina_case *c)
{
    static const char moved[] = "SELECT count(*) FROM buy_backs WHERE id = ?1 AND receipt <> ?2";
    static const char received_on[] =
        "SELECT " BINA_DAY_OF("received") " FROM output_receipts WHERE id = ?1";
    bina_id receipt = bina_case_int(c, "receipt");
    bina_production_chain its = {.but_buy = c->id, .quantity = bina_case_int(c, "quantity")};

    if (c->id == 0)
        return;
    if (BINA_ASK(c, moved, bina_int(c->id), bina_int(receipt)) != 0)
        bina_case_refuse(c, "buy_back.fixed",
                         "a purchase stays with its receipt; remove it and record another",
                         "pembelian tetap pada penerimaannya; hapus lalu catat yang baru");
    its.day = BINA_ASK(c, received_on, bina_int(receipt));
    bina_production_chain_of(c, receipt, &its);
    bina_production_judge_store(c, &its);
}

/* Nothing may be missing when it goes. */
static void
bought_may_go(bina_case *c)
{
    bina_production_chain its = {.but_buy = c->id, .day = c->today};

    bina_production_chain_of(c, bina_case_int(c, "receipt"), &its);
    bina_production_judge_store(c, &its);
}

/* ---- giving away ---- */

static void
given_from_store(bina_case *c)
{
    static const char known[] = "SELECT count(*) FROM material_issues WHERE programme = ?1"
                                " AND product = ?2 AND output_unit = ?3";
    const char *product = bina_case_text(c, "product"), *unit = bina_case_text(c, "unit");
    bina_production_chain its = {.programme = bina_case_int(c, "programme"),
                                 .but_distribution = c->id,
                                 .day = bina_case_int(c, "given"),
                                 .quantity = -bina_case_int(c, "quantity")};

    if (product == NULL || unit == NULL || strlen(product) >= sizeof its.product ||
        strlen(unit) >= sizeof its.unit)
        return;
    if (BINA_ASK(c, known, bina_int(its.programme), bina_text(product), bina_text(unit)) == 0) {
        bina_case_refuse(c, "distribution.product",
                         "no material was issued in the programme for a product of this name and "
                         "unit; name them as the issue of material does",
                         "tidak ada bahan yang diserahkan dalam program untuk barang dan satuan "
                         "bernama ini; sebutkan seperti pada penyerahan bahan");
        bina_case_saw(c, "product", bina_text(product));
        bina_case_saw(c, "unit", bina_text(unit));
        return;
    }
    strcpy(its.product, product);
    strcpy(its.unit, unit);
    bina_production_judge_store(c, &its);
}

static void
given_to_somebody(bina_case *c)
{
    judge_not_future(c, "given");
    if (!bina_case_has(c, "recipient") && !bina_case_has(c, "recipients_class"))
        bina_case_refuse(c, "distribution.recipient",
                         "say which body received it, or which class of people",
                         "sebutkan lembaga penerimanya, atau golongan penerimanya");
    if (bina_case_has(c, "persons_high") &&
        bina_case_int(c, "persons_high") < bina_case_int(c, "persons_low")) {
        bina_case_refuse(c, "distribution.persons", "at most fewer persons than at least",
                         "orang sebanyaknya kurang dari sekurangnya");
        bina_case_saw(c, "persons_low", bina_case_field(c, "persons_low"));
        bina_case_saw(c, "persons_high", bina_case_field(c, "persons_high"));
    }
}

static void
given_in_programme(bina_case *c)
{
    judge_programme(c, bina_case_int(c, "programme"), bina_case_int(c, "given"));
}

static bina_guard *const issue_guards[] = {issue_in_programme, NULL};
static bina_guard *const issue_always[] = {issue_stays, bina_production_nothing_short, NULL};
static bina_guard *const output_always[] = {output_after_issue, output_covers,
                                            bina_production_nothing_short, NULL};
static bina_guard *const buy_always[] = {bought_was_accepted, bought_covers, NULL};
static bina_guard *const buy_remove_guards[] = {bought_may_go, NULL};
static bina_guard *const distribution_guards[] = {given_in_programme, NULL};
static bina_guard *const distribution_always[] = {given_to_somebody, given_from_store, NULL};

static const bina_transition issue_steps[] = {
    {.verb = "add", .label = {"issue", "serahkan bahan"}, .from = "", .guards = issue_guards},
    {.verb = NULL},
};
static const bina_transition output_steps[] = {
    {.verb = "add", .label = {"receive", "terima hasil"}, .from = ""},
    {.verb = NULL},
};
static const bina_transition buy_steps[] = {
    {.verb = "add", .label = {"buy", "beli"}, .from = ""},
    {.verb = "remove", .label = {"remove", "hapus"}, .from = "", .guards = buy_remove_guards},
    {.verb = NULL},
};
static const bina_transition distribution_steps[] = {
    {.verb = "add", .label = {"give", "salurkan"}, .from = "", .guards = distribution_guards},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_production[] = {
    {.kind = BINA_MATERIAL_ISSUE, .transitions = issue_steps, .always = issue_always},
    {.kind = BINA_OUTPUT_RECEIPT, .transitions = output_steps, .always = output_always},
    {.kind = BINA_BUY_BACK, .transitions = buy_steps, .always = buy_always},
    {.kind = BINA_DISTRIBUTION, .transitions = distribution_steps, .always = distribution_always},
    {.kind = BINA_NO_KIND},
};
