/* The report on the chain from fund to recipient: what was issued, made, bought and given away, and
 * where it does not balance. */
#include "report/report.h"

static const bina_column columns[] = {
    {"programme", BINA_TEXT, NULL, "program", "The programme."},
    {"product", BINA_TEXT, NULL, "barang", "What is made."},
    {"unit", BINA_TEXT, NULL, "satuan", "Its unit."},
    {"funds", BINA_TEXT, NULL, "sumber dana",
     "Funds that the programme, its batches and this material are committed from."},
    {"makers", BINA_INT, NULL, "pembuat", "Makers to whom material was issued."},
    {"returned", BINA_INT, NULL, "pembuat yang menyetor", "Of them, those who brought output."},
    {"material", BINA_TEXT, NULL, "bahan", "Material issued, by kind and unit."},
    {"cost", BINA_MONEY, NULL, "biaya bahan", "What the material cost."},
    {"expected", BINA_INT, NULL, "perkiraan hasil", "How many should come of it."},
    {"accepted", BINA_INT, NULL, "diterima", "Output accepted."},
    {"rejected", BINA_INT, NULL, "ditolak", "Output rejected."},
    {"bought", BINA_INT, NULL, "dibeli", "Bought from the makers."},
    {"owed", BINA_MONEY, NULL, "harga", "What they are owed for it."},
    {"paid", BINA_MONEY, NULL, "dibayar", "Of that, paid by the day."},
    {"distributed", BINA_INT, NULL, "disalurkan", "Given away."},
    {"in_store", BINA_INT, NULL, "persediaan", "Bought and not given away."},
    {"persons_low", BINA_INT, NULL, "orang, sekurangnya",
     "Persons reached, as estimated, at least."},
    {"persons_high", BINA_INT, NULL, "orang, sebanyaknya", "At most, if always said."},
    {"balanced", BINA_BOOL, NULL, "seimbang",
     "What was expected came, was bought, paid and given away."},
    {"finding", BINA_TEXT, NULL, "where it does not balance",
     "Where it does not balance, in English."},
    {"temuan", BINA_TEXT, NULL, "letak ketidakseimbangan", "The same in Indonesian."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

#define OF_CHAIN "issue.programme AS programme, issue.product AS product, issue.output_unit AS unit"
#define ASKED    "issued <= ?3 AND (?4 IS NULL OR issue.programme = ?4)"
#define BOUGHT   "(SELECT sum(quantity) FROM buy_backs WHERE receipt = output.id)"
#define OWED     "(SELECT sum(quantity * price) FROM buy_backs WHERE receipt = output.id)"
#define PAID                                                                                       \
    "(SELECT sum(quantity * price) FROM buy_backs WHERE receipt = output.id AND paid <= ?3)"
#define UNDER_PROGRAMME BINA_UNDER("programmes.region")

/* What is amiss at a step, when above 0, and how that is told. */
#define GAPS                                                                                       \
    " saying(n, english, indonesian) AS (VALUES"                                                   \
    "  (1, '%d expected did not come back', '%d yang diperkirakan belum kembali'),"                \
    "  (2, '%d more came back than expected', '%d lebih banyak daripada perkiraan'),"              \
    "  (3, '%d accepted were not bought', '%d yang diterima belum dibeli'),"                       \
    "  (4, 'Rp %d for what was bought is not paid', 'Rp %d pembelian belum dibayar'),"             \
    "  (5, '%d bought are still in store', '%d yang dibeli masih dalam persediaan'),"              \
    "  (6, '%d more were given away than bought', '%d lebih banyak disalurkan daripada "           \
    "dibeli')),"                                                                                   \
    " gap AS (SELECT programme, product, unit, english, indonesian, CASE n"                        \
    "  WHEN 1 THEN expected - accepted - rejected WHEN 2 THEN accepted + rejected - expected"      \
    "  WHEN 3 THEN accepted - bought WHEN 4 THEN owed - paid"                                      \
    "  WHEN 5 THEN bought - distributed ELSE distributed - bought END AS amount"                   \
    "  FROM whole CROSS JOIN saying ORDER BY 1, 2, 3, n),"                                         \
    " told AS (SELECT programme, product, unit,"                                                   \
    "  group_concat(printf(english, amount), '; ') AS finding,"                                    \
    "  group_concat(printf(indonesian, amount), '; ') AS temuan"                                   \
    "  FROM gap WHERE amount > 0 GROUP BY 1, 2, 3)"
static const char sql[] =
    ", made AS (SELECT " OF_CHAIN ", count(DISTINCT maker) AS makers,"
    "  count(DISTINCT CASE WHEN got.issue IS NOT NULL THEN maker END) AS returned,"
    "  sum(cost) AS cost, sum(expected) AS expected, sum(got.accepted) AS accepted,"
    "  sum(got.rejected) AS rejected, sum(got.bought) AS bought, sum(got.owed) AS owed,"
    "  sum(got.paid) AS paid"
    "  FROM material_issues AS issue LEFT JOIN (SELECT issue, sum(accepted) AS accepted,"
    "  sum(rejected) AS rejected, sum(" BOUGHT ") AS bought, sum(" OWED ") AS owed,"
    "  sum(" PAID ") AS paid"
    "  FROM output_receipts AS output WHERE received <= ?3 GROUP BY issue) AS got"
    "  ON got.issue = issue.id WHERE " ASKED " GROUP BY 1, 2, 3),"
    " materials AS (SELECT programme, product, unit, group_concat(part, ', ') AS material FROM"
    "  (SELECT " OF_CHAIN ", sum(quantity) || ' ' || issue.unit || ' ' || material AS part"
    "  FROM material_issues AS issue WHERE " ASKED
    "  GROUP BY programme, product, issue.output_unit, material, issue.unit)"
    "  GROUP BY 1, 2, 3),"
    " given AS (SELECT programme, product, unit, sum(quantity) AS distributed,"
    "  sum(persons_low) AS low,"
    "  CASE WHEN count(persons_high) = count(*) THEN sum(persons_high) END AS high"
    "  FROM distributions WHERE given <= ?3 AND (?4 IS NULL OR programme = ?4) GROUP BY 1, 2, 3),"
    " chain AS (SELECT programme, product, unit FROM made"
    "  UNION SELECT programme, product, unit FROM given),"
    " whole AS (SELECT chain.*, coalesce(makers, 0) AS makers, coalesce(returned, 0) AS returned,"
    "  material, cost, coalesce(expected, 0) AS expected, coalesce(accepted, 0) AS accepted,"
    "  coalesce(rejected, 0) AS rejected, coalesce(bought, 0) AS bought,"
    "  coalesce(owed, 0) AS owed, coalesce(paid, 0) AS paid,"
    "  coalesce(distributed, 0) AS distributed, low, high"
    "  FROM chain NATURAL LEFT JOIN made NATURAL LEFT JOIN materials NATURAL LEFT JOIN "
    "given)," GAPS "SELECT programmes.name, product, unit,"
    "  (SELECT group_concat(DISTINCT funds.name) FROM commitments AS taken"
    "  JOIN funds ON funds.id = taken.fund"
    "  WHERE taken.subject__programme = whole.programme"
    "  OR taken.subject__batch IN (SELECT id FROM batches WHERE programme = whole.programme)"
    "  OR taken.subject__material_issue IN (SELECT id FROM material_issues AS issue"
    "  WHERE issue.programme = whole.programme AND issue.product = whole.product)),"
    "  makers, returned, material, cost, expected, accepted, rejected, bought, owed, paid,"
    "  distributed, bought - distributed, low, high, finding IS NULL, finding, temuan"
    " FROM whole NATURAL LEFT JOIN told JOIN programmes ON programmes.id = whole.programme"
    " WHERE " UNDER_PROGRAMME " ORDER BY 1, 2, 3";

static const int kinds[] = {BINA_MATERIAL_ISSUE, BINA_OUTPUT_RECEIPT, BINA_BUY_BACK,
                            BINA_DISTRIBUTION,   BINA_PROGRAMME,      BINA_BATCH,
                            BINA_COMMITMENT,     BINA_FUND,           BINA_NO_KIND};

const bina_report bina_reports_production[] = {
    {.name = "production_balance",
     .doc = {"From material to recipient by programme and product, and where it does not balance.",
             "Dari bahan sampai penerima menurut program dan barang, dan di mana tidak seimbang."},
     .columns = columns,
     .sql = sql,
     .kinds = kinds,
     .as_of = true},
    {.name = NULL},
};
