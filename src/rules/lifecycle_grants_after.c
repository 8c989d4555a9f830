/* What a grant must meet to be handed over, and to be closed after that. */
#include <string.h>
#include "rules/lifecycle_grants.h"

void
bina_grant_was_bought(bina_case *c)
{
    const char *nature = bina_case_text(c, "nature");

    if (c->state == NULL || strcmp(c->state, "approved") != 0 || bina_grant_is_declared(c) ||
        nature == NULL || strcmp(nature, "cash") == 0 || strcmp(nature, "service") == 0)
        return;
    bina_case_refuse(
        c, "grant.not_procured",
        "a grant of %s is handed over after it was procured; take the step \"procure\"",
        "bantuan %s diserahkan setelah diadakan; ambil langkah \"procure\"", nature);
    bina_case_saw(c, "nature", bina_text(nature));
}

static int64_t
items_quantity(bina_case *c)
{
    return BINA_ASK(c, "SELECT sum(quantity) FROM grant_items WHERE \"grant\" = ?1",
                    bina_int(c->id));
}

static int64_t
handed_quantity(bina_case *c)
{
    return BINA_ASK(c,
                    "SELECT sum(h.quantity) FROM grant_items AS i JOIN handovers AS h"
                    " ON h.item = i.id WHERE i.\"grant\" = ?1",
                    bina_int(c->id));
}

static void
refuse_parts(bina_case *c, int64_t handed, int64_t quantity)
{
    bina_case_refuse(c, "grant.handovers",
                     "%lld of %lld pieces are handed over; this follows by itself from the "
                     "handovers that are added",
                     "%lld dari %lld buah sudah diserahkan; keadaan ini mengikuti serah terima "
                     "yang dicatat",
                     (long long)handed, (long long)quantity);
    bina_case_saw(c, "handed", bina_int(handed));
    bina_case_saw(c, "quantity", bina_int(quantity));
}

void
bina_grant_part_is_there(bina_case *c)
{
    int64_t handed = handed_quantity(c), quantity = items_quantity(c);

    if (handed == 0 || handed >= quantity)
        refuse_parts(c, handed, quantity);
}

void
bina_grant_all_is_there(bina_case *c)
{
    int64_t handed = handed_quantity(c), quantity = items_quantity(c);

    if (handed < quantity)
        refuse_parts(c, handed, quantity);
}

void
bina_grant_nothing_is_there(bina_case *c)
{
    int64_t handed = handed_quantity(c);

    if (handed > 0)
        refuse_parts(c, handed, items_quantity(c));
}

void
bina_grant_confirmed(bina_case *c)
{
    /* The last answer counts: who got it later says so. */
    static const char last[] = "SELECT answer = 'not_received' FROM receipts WHERE \"grant\" = ?1"
                               " ORDER BY coalesce(answered, asked, '') DESC, id DESC LIMIT 1";

    if (BINA_ASK(c, last, bina_int(c->id)) != 0)
        bina_case_refuse(c, "grant.not_received",
                         "the recipient says it was not received; find out, and add what they say "
                         "then",
                         "penerima menyatakan belum menerima; telusuri, lalu catat jawaban "
                         "berikutnya");
}

void
bina_grant_report_came(bina_case *c)
{
    char due[16];

    if (!bina_case_has(c, "report_due") || bina_case_has(c, "reported"))
        return;
    bina_date_format(bina_case_int(c, "report_due"), due);
    bina_case_refuse(c, "grant.report", "the recipient's report, due on %s, has not come",
                     "laporan penerima, paling lambat %s, belum datang", due);
    bina_case_saw(c, "report_due", bina_case_field(c, "report_due"));
}
