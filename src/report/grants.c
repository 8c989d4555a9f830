/* Reports on grants: what became of each fund, and each grant with its papers. */
#include "report/report.h"

static const int kinds[] = {BINA_GRANT,  BINA_GRANT_ITEM, BINA_HANDOVER,  BINA_RECEIPT,
                            BINA_FUND,   BINA_COMMITMENT, BINA_PROGRAMME, BINA_BATCH,
                            BINA_PERSON, BINA_HOUSEHOLD,  BINA_DOCUMENT,  BINA_STEP,
                            BINA_NO_KIND};

#define GRANT_STATE  BINA_STATE_ON("g", "state")
#define BOUND_STATE  BINA_STATE_ON("k", "state")
#define HANDED_STATE "('partly_handed_over', 'handed_over', 'monitored', 'closed')"

/* ---- funds ---- */

static const bina_column fund_columns[] = {
    {"fund", BINA_TEXT, NULL, "sumber dana", "Name of the fund."},
    {"source", BINA_CODE, "fund_source", "sumber", "APBN, APBD, village, CSR and so on."},
    {"fiscal_year", BINA_INT, NULL, "tahun anggaran", "Its fiscal year."},
    {"ceiling", BINA_MONEY, NULL, "pagu", "The most that may be committed, in rupiah."},
    {"planned", BINA_MONEY, NULL, "direncanakan", "Planned on the day and not approved."},
    {"committed", BINA_MONEY, NULL, "terikat", "Committed on the day and not spent."},
    {"spent", BINA_MONEY, NULL, "dibelanjakan", "Spent by the day."},
    {"released", BINA_MONEY, NULL, "dilepas", "Given back by the day."},
    {"left", BINA_MONEY, NULL, "sisa", "The ceiling without what is committed and spent."},
    {"grants", BINA_INT, NULL, "bantuan", "Grants that are committed or paid from it."},
    {"delivered", BINA_MONEY, NULL, "diserahkan",
     "Value of what was handed over by the day of the items it pays: those that name it, and those "
     "of grants it pays alone; a grant without items, when it is handed over."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char fund_sql[] =
    ", bound AS (SELECT k.fund, k.amount, k.subject__grant AS given, " BOUND_STATE " AS state"
    "   FROM commitments AS k"
    "   LEFT JOIN grants AS g ON g.id = k.subject__grant"
    "   LEFT JOIN batches AS b ON b.id = k.subject__batch"
    "   WHERE (?6 IS NULL OR k.fund = ?6)"
    "     AND (?4 IS NULL OR coalesce(g.programme, b.programme, k.subject__programme) = ?4)),"
    /* the fund of a grant that one fund pays alone */
    " alone AS (SELECT given, min(fund) AS fund FROM bound"
    "   WHERE given IS NOT NULL AND state <> 'released' GROUP BY given"
    "   HAVING count(DISTINCT fund) = 1),"
    " handed AS (SELECT coalesce(i.fund, alone.fund) AS fund,"
    "     sum(h.quantity * i.unit_price) AS value"
    "   FROM handovers AS h JOIN grant_items AS i ON i.id = h.item"
    "   JOIN grants AS g ON g.id = i.\"grant\" LEFT JOIN alone ON alone.given = i.\"grant\""
    "   WHERE h.handed_on <= ?3 AND (?4 IS NULL OR g.programme = ?4) GROUP BY 1"
    "  UNION ALL SELECT bound.fund, sum(bound.amount) FROM bound"
    "   JOIN grants AS g ON g.id = bound.given"
    "   WHERE bound.state <> 'released' AND " GRANT_STATE
    " IN ('handed_over', 'monitored', 'closed')"
    "     AND NOT EXISTS (SELECT 1 FROM grant_items WHERE \"grant\" = g.id) GROUP BY bound.fund),"
    " sums AS (SELECT fund,"
    "     sum(CASE WHEN state = 'planned' THEN amount ELSE 0 END) AS planned,"
    "     sum(CASE WHEN state = 'committed' THEN amount ELSE 0 END) AS committed,"
    "     sum(CASE WHEN state = 'spent' THEN amount ELSE 0 END) AS spent,"
    "     sum(CASE WHEN state = 'released' THEN amount ELSE 0 END) AS released,"
    "     count(DISTINCT CASE WHEN state IN ('committed', 'spent') THEN given END) AS grants"
    "   FROM bound GROUP BY fund)"
    "SELECT f.name, f.source, f.fiscal_year, f.ceiling, coalesce(planned, 0),"
    "  coalesce(committed, 0), coalesce(spent, 0), coalesce(released, 0),"
    "  f.ceiling - coalesce(committed, 0) - coalesce(spent, 0), coalesce(grants, 0),"
    "  coalesce((SELECT sum(value) FROM handed WHERE handed.fund = f.id), 0)"
    " FROM funds AS f LEFT JOIN sums ON sums.fund = f.id"
    " WHERE (?6 IS NULL OR f.id = ?6) AND (?4 IS NULL OR sums.fund IS NOT NULL)"
    " ORDER BY f.fiscal_year, f.name";

/* ---- grants ---- */

static const bina_column grant_columns[] = {
    {"grant", BINA_TEXT, NULL, "nomor bantuan", "Number of the grant."},
    {"code", BINA_TEXT, NULL, "nomor berkas", "The office's own file number."},
    {"programme", BINA_TEXT, NULL, "program", "Name of the programme."},
    {"recipient", BINA_INT, NULL, "id penerima", "The recipient."},
    {"recipient_kind", BINA_TEXT, NULL, "jenis penerima", "person, enterprise, group, household."},
    {"recipient_number", BINA_TEXT, NULL, "nomor penerima", "Its number; a household has none."},
    {"recipient_name", BINA_TEXT, NULL, "nama penerima",
     "Its name; of people and households none is told."},
    {"region", BINA_TEXT, NULL, "wilayah", "Where the recipient is."},
    {"nature", BINA_CODE, "grant_nature", "jenis", "Equipment, material, cash, service."},
    {"object", BINA_TEXT, NULL, "barang", "What it is."},
    {"fiscal_year", BINA_INT, NULL, "tahun anggaran", "Fiscal year."},
    {"requested", BINA_MONEY, NULL, "diajukan", "Amount asked for."},
    {"approved", BINA_MONEY, NULL, "disetujui", "Amount granted by decree."},
    {"delivered", BINA_MONEY, NULL, "diserahkan",
     "Value handed over by the day; without items, as the grant says now."},
    {"state", BINA_CODE, "grant_state", "keadaan", "Its state on the day."},
    {"decree", BINA_TEXT, NULL, "SK", "Number of the decree that approved it."},
    {"minutes", BINA_TEXT, NULL, "BAST", "Numbers of the handover minutes."},
    {"handed_on", BINA_DATE, NULL, "diserahkan pada", "Day of the last handover."},
    {"confirmed", BINA_CODE, "receipt_answer", "konfirmasi", "What the recipient said last."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char grant_sql[] =
    ", told AS (SELECT g.*, " GRANT_STATE " AS its_state,"
    "     coalesce(e.region, t.region, p.region, h.region) AS place,"
    "     coalesce(e.number, t.number, p.number) AS its_number, coalesce(e.name, t.name) AS "
    "its_name"
    "   FROM grants AS g LEFT JOIN enterprises AS e ON e.id = g.recipient__enterprise"
    "   LEFT JOIN \"groups\" AS t ON t.id = g.recipient__group"
    "   LEFT JOIN persons AS p ON p.id = g.recipient__person"
    "   LEFT JOIN households AS h ON h.id = g.recipient__household"
    "   WHERE (?4 IS NULL OR g.programme = ?4)"
    "     AND (?6 IS NULL OR EXISTS (SELECT 1 FROM commitments"
    "            WHERE subject__grant = g.id AND fund = ?6)))"
    "SELECT g.number, g.code, programmes.name, g.recipient,"
    "  CASE WHEN g.recipient__enterprise > 0 THEN 'enterprise'"
    "       WHEN g.recipient__group > 0 THEN 'group'"
    "       WHEN g.recipient__person > 0 THEN 'person' ELSE 'household' END,"
    "  g.its_number, g.its_name, g.place, g.nature, g.object, g.fiscal_year, g.requested,"
    "  g.approved, CASE WHEN EXISTS (SELECT 1 FROM grant_items WHERE \"grant\" = g.id)"
    "    THEN (SELECT coalesce(sum(h.quantity * i.unit_price), 0) FROM grant_items AS i"
    "            JOIN handovers AS h ON h.item = i.id"
    "           WHERE i.\"grant\" = g.id AND h.handed_on <= ?3)"
    "    WHEN g.its_state IN " HANDED_STATE " THEN g.delivered ELSE 0 END, g.its_state,"
    "  (SELECT d.number FROM steps AS s JOIN documents AS d ON d.id = s.paper"
    "    WHERE s.subject__grant = g.id AND s.verb = 'approve' AND s.taken <= ?3"
    "    ORDER BY s.taken DESC, s.id DESC LIMIT 1),"
    "  (SELECT group_concat(number, ', ') FROM (SELECT DISTINCT d.number FROM documents AS d"
    "    WHERE d.nature = 'handover' AND (d.id IN (SELECT h.bast FROM grant_items AS i"
    "        JOIN handovers AS h ON h.item = i.id"
    "       WHERE i.\"grant\" = g.id AND h.handed_on <= ?3)"
    "     OR d.id IN (SELECT paper FROM steps WHERE subject__grant = g.id AND taken <= ?3))"
    "    ORDER BY d.number)),"
    "  coalesce((SELECT max(h.handed_on) FROM grant_items AS i JOIN handovers AS h ON h.item = i.id"
    "    WHERE i.\"grant\" = g.id AND h.handed_on <= ?3),"
    "   (SELECT max(taken) FROM steps WHERE subject__grant = g.id AND entered = 'handed_over'"
    "      AND taken <= ?3)),"
    "  (SELECT answer FROM receipts AS r WHERE r.\"grant\" = g.id"
    "      AND coalesce(r.answered, r.asked, ?3) <= ?3"
    "    ORDER BY coalesce(r.answered, r.asked, '') DESC, r.id DESC LIMIT 1)"
    " FROM told AS g JOIN programmes ON programmes.id = g.programme"
    " WHERE g.its_state IS NOT NULL AND " BINA_UNDER(
        "g.place") " ORDER BY g.fiscal_year, programmes.name, g.number";

const bina_report bina_reports_grants[] = {
    {.name = "grants_by_fund",
     .doc =
         {"Each fund: its ceiling, what is planned, committed, spent, released and left, and what "
          "was handed over for it.",
          "Tiap sumber dana: pagu, yang direncanakan, terikat, dibelanjakan, dilepas, dan sisa, "
          "serta nilai yang diserahkan darinya."},
     .columns = fund_columns,
     .sql = fund_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = "grants",
     .doc = {"Each grant with its recipient, amounts, state and papers.",
             "Tiap bantuan dengan penerima, nilai, keadaan, dan surat-suratnya."},
     .columns = grant_columns,
     .sql = grant_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = NULL},
};
