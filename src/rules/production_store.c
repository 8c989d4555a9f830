#include "rules/production_store.h"

/* The least that was ever in store; below zero, more was given away than there was. */
static int64_t
least_in_store(bina_case *c, const bina_production_chain *its)
{
    static const char least[] =
        "WITH flow(day, quantity) AS ("
        "  SELECT output_receipts.received, buy_backs.quantity FROM material_issues"
        "    JOIN output_receipts ON output_receipts.issue = material_issues.id"
        "    JOIN buy_backs ON buy_backs.receipt = output_receipts.id"
        "   WHERE material_issues.programme = ?1 AND material_issues.product = ?2"
        "     AND material_issues.output_unit = ?3"
        "     AND output_receipts.id <> ?4 AND buy_backs.id <> ?5"
        "  UNION ALL SELECT given, -quantity FROM distributions"
        "   WHERE programme = ?1 AND product = ?2 AND unit = ?3 AND id <> ?6"
        "  UNION ALL SELECT ?7, ?8)"
        " SELECT min(total) FROM (SELECT sum(sum(quantity)) OVER (ORDER BY day) AS total"
        "   FROM flow GROUP BY day)";

    return BINA_ASK(c, least, bina_int(its->programme), bina_text(its->product),
                    bina_text(its->unit), bina_int(its->but_receipt), bina_int(its->but_buy),
                    bina_int(its->but_distribution), bina_integer_of(BINA_DATE, its->day),
                    bina_int(its->quantity));
}

void
bina_production_judge_store(bina_case *c, const bina_production_chain *its)
{
    int64_t least = least_in_store(c, its);

    if (least >= 0)
        return;
    bina_case_refuse(c, "production.store",
                     "%lld %s more would be given away than was bought by then; record what was "
                     "bought first, or give away less (product and unit must be named as in the "
                     "issue of material)",
                     "%lld %s lebih banyak disalurkan daripada yang sudah dibeli; catat dahulu "
                     "pembeliannya, atau kurangi penyaluran (nama barang dan satuan harus sama "
                     "dengan penyerahan bahan)",
                     (long long)-least, its->unit);
    bina_case_saw(c, "short", bina_int(-least));
    bina_case_saw(c, "product", bina_text(its->product));
    bina_case_saw(c, "unit", bina_text(its->unit));
}

void
bina_production_chain_of(bina_case *c, bina_id receipt, bina_production_chain *its)
{
    static const char programme_of[] =
        "SELECT material_issues.programme FROM output_receipts"
        " JOIN material_issues ON material_issues.id = output_receipts.issue"
        " WHERE output_receipts.id = ?1";
    static const char product_of[] =
        "SELECT material_issues.product FROM output_receipts"
        " JOIN material_issues ON material_issues.id = output_receipts.issue"
        " WHERE output_receipts.id = ?1";
    static const char unit_of[] =
        "SELECT material_issues.output_unit FROM output_receipts"
        " JOIN material_issues ON material_issues.id = output_receipts.issue"
        " WHERE output_receipts.id = ?1";

    its->programme = BINA_ASK(c, programme_of, bina_int(receipt));
    bina_case_ask_text(c, product_of, BINA_VALUES(bina_int(receipt)), its->product,
                       sizeof its->product);
    bina_case_ask_text(c, unit_of, BINA_VALUES(bina_int(receipt)), its->unit, sizeof its->unit);
}

void
bina_production_nothing_short(bina_case *c)
{
    static const char least[] =
        "SELECT min(total) FROM (SELECT sum(sum(quantity))"
        "   OVER (PARTITION BY programme, product, unit ORDER BY day) AS total"
        "  FROM (SELECT programme, product, output_unit AS unit, received AS day,"
        "      buy_backs.quantity AS quantity FROM buy_backs"
        "    JOIN output_receipts ON output_receipts.id = buy_backs.receipt"
        "    JOIN material_issues ON material_issues.id = output_receipts.issue"
        "    UNION ALL SELECT programme, product, unit, given, -quantity FROM distributions)"
        "  GROUP BY programme, product, unit, day)";
    int64_t found = c->id != 0 ? bina_case_ask(c, least, NULL, 0) : 0;

    if (found >= 0)
        return;
    bina_case_refuse(
        c, "production.store", "%lld more would be given away of a product than was bought by then",
        "%lld lebih banyak barang disalurkan daripada yang sudah dibeli", (long long)-found);
    bina_case_saw(c, "short", bina_int(-found));
}
