/*
 * Reports on who was helped: twice with the same, and how often in each village.
 *
 * Help reaches the recipient, and through it people: the owners of an enterprise, the members of a
 * group and the owners of enterprises that are members, everyone of a household; and so households.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "report/report.h"

static const int kinds[] = {BINA_GRANT,     BINA_GRANT_ITEM, BINA_HANDOVER,    BINA_PERSON,
                            BINA_HOUSEHOLD, BINA_OWNERSHIP,  BINA_MEMBERSHIP,  BINA_LOAN,
                            BINA_ENROLMENT, BINA_POLICY,     BINA_POLICY_RULE, BINA_NO_KIND};

#define GRANT_STATE BINA_STATE_ON("g", "state")
#define LOAN_STATE  BINA_STATE_ON("l", "state")
#define OUTSTANDING BINA_DATED_ON("l", "outstanding")
#define TRAINING    BINA_STATE_ON("t", "state")
#define FAMILY      BINA_DATED_ON("p", "household")

#define HOLDS                                                                                      \
    "o.role <> 'manager' AND coalesce(o.valid_from <= ?3, 1) AND coalesce(o.valid_to >= "          \
    "t.helped, 1)"
#define JOINED "coalesce(m.valid_from <= ?3, 1) AND coalesce(m.valid_to >= t.helped, 1)"

/*
 * taken(id, helped, ...): the grants handed over by the day, at least in part, and the loans that
 * run; behind(taken, key, own): whom each reaches. The key is cast so that it can be searched for:
 * an expression has no affinity, and is scanned.
 */
static const char behind[] =
    /* the few records that do not stand for themselves any more */
    ", merged(id, root) AS ("
    "   SELECT id, merged_into FROM persons WHERE merged_into IS NOT NULL"
    "   UNION SELECT id, merged_into FROM enterprises WHERE merged_into IS NOT NULL"
    "   UNION SELECT id, merged_into FROM \"groups\" WHERE merged_into IS NOT NULL"
    "   UNION SELECT a.id, b.merged_into FROM merged AS a JOIN persons AS b ON b.id = a.root"
    "    WHERE b.merged_into IS NOT NULL"
    "   UNION SELECT a.id, b.merged_into FROM merged AS a JOIN enterprises AS b ON b.id = a.root"
    "    WHERE b.merged_into IS NOT NULL"
    "   UNION SELECT a.id, b.merged_into FROM merged AS a JOIN \"groups\" AS b ON b.id = a.root"
    "    WHERE b.merged_into IS NOT NULL),"
    " moved AS MATERIALIZED (SELECT id, root FROM merged WHERE root NOT IN (SELECT id FROM "
    "merged)),"
    " taken AS MATERIALIZED (SELECT id, recipient__person AS person,"
    "     recipient__enterprise AS firm, recipient__group AS team, recipient__household AS home,"
    "     lower(trim(object)) AS object, nature, fiscal_year, number,"
    "     coalesce((SELECT max(h.handed_on) FROM grant_items AS i JOIN handovers AS h"
    "        ON h.item = i.id WHERE i.\"grant\" = g.id AND h.handed_on <= ?3),"
    "       (SELECT max(valid_from) FROM dated_values WHERE record = g.id AND field = 'state'"
    "          AND superseded IS NULL AND valid_from <= ?3), began) AS helped"
    "   FROM grants AS g WHERE (?4 IS NULL OR programme = ?4) AND " GRANT_STATE
    "     IN ('partly_handed_over', 'handed_over', 'monitored', 'closed')"
    " UNION ALL SELECT id, borrower__person, borrower__enterprise, borrower__group, NULL, NULL,"
    "   NULL, NULL, NULL, began FROM loans AS l WHERE " LOAN_STATE
    "   IN ('disbursed', 'restructured', 'overdue')),"
    " held AS MATERIALIZED (SELECT t.id, t.helped, o.party__person AS person, o.enterprise"
    "   FROM taken AS t JOIN ownerships AS o ON o.enterprise = t.firm WHERE " HOLDS
    "  UNION ALL SELECT t.id, t.helped, m.member__person, m.member__enterprise"
    "   FROM taken AS t JOIN memberships AS m ON m.member_of = t.team WHERE " JOINED "),"
    " reached(taken, party) AS (SELECT id, person FROM held WHERE person IS NOT NULL"
    "  UNION ALL SELECT t.id, o.party__person FROM held AS t"
    "    JOIN ownerships AS o ON o.enterprise = t.enterprise"
    "   WHERE o.party__person IS NOT NULL AND " HOLDS
    "  UNION ALL SELECT t.id, p.id FROM taken AS t JOIN persons AS p ON p.household = t.home"
    "  UNION ALL SELECT id, enterprise FROM held WHERE enterprise IS NOT NULL),"
    " own AS MATERIALIZED (SELECT t.id AS taken,"
    "     CAST(coalesce(moved.root, t.person, t.firm, t.team, t.home) AS INTEGER) AS key"
    "   FROM taken AS t LEFT JOIN moved ON moved.id = coalesce(t.person, t.firm, t.team)),"
    " others AS MATERIALIZED (SELECT DISTINCT reached.taken,"
    "     CAST(coalesce(moved.root, reached.party) AS INTEGER) AS key"
    "   FROM reached LEFT JOIN moved ON moved.id = reached.party),"
    " behind(taken, key, own) AS MATERIALIZED ("
    "  SELECT taken, key, 1 FROM own UNION ALL SELECT taken, key, 0 FROM others"
    "  UNION ALL SELECT DISTINCT a.taken, p.household, 0"
    "   FROM (SELECT taken, key FROM own UNION ALL SELECT taken, key FROM others) AS a"
    "   JOIN (SELECT p.id, " FAMILY " AS household FROM persons AS p"
    "          WHERE p.household IS NOT NULL) AS p ON p.id = a.key)";

/* Runs a report whose SELECT follows the tables above. */
static bina_status
run(bina_store *store, const bina_report *report, const bina_report_options *options,
    bina_cursor **cursor)
{
    bina_report whole = *report;
    size_t size = strlen(behind) + strlen(report->sql) + 1;
    char *sql = malloc(size);
    bina_status status = BINA_ERR_NO_MEMORY;

    *cursor = NULL;
    if (sql != NULL) {
        snprintf(sql, size, "%s%s", behind, report->sql);
        whole.sql = sql;
        status = bina_report_select(store, &whole, options, cursor);
    }
    free(sql);
    return status;
}

/* ---- helped twice ---- */

static const bina_column twice_columns[] = {
    {"party", BINA_INT, NULL, "id", "Whom both reached: enterprise, group, person or household."},
    {"number", BINA_TEXT, NULL, "nomor", "Its number; a household has none."},
    {"tie", BINA_CODE, "help_tie", "hubungan", "How it is the same."},
    {"object", BINA_TEXT, NULL, "barang", "What was given."},
    {"earlier", BINA_TEXT, NULL, "bantuan pertama", "Number of the earlier grant."},
    {"earlier_on", BINA_DATE, NULL, "tanggal pertama", "Day it was handed over."},
    {"later", BINA_TEXT, NULL, "bantuan kedua", "Number of the later grant."},
    {"later_on", BINA_DATE, NULL, "tanggal kedua", "Day it was handed over."},
    {"days", BINA_INT, NULL, "selang hari", "Days between them."},
    {"within", BINA_BOOL, NULL, "dalam masa tunggu",
     "Whether the later came within the waiting time of the office's policy on the day."},
    {"loans", BINA_INT, NULL, "kredit berjalan", "Credits it has beside."},
    {"credit", BINA_MONEY, NULL, "sisa kredit", "What is owed of those, in rupiah."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

#define PAIR                                                                                       \
    "a.taken AS one, b.taken AS two, a.key, CASE WHEN a.own + b.own = 2 THEN 0"                    \
    " WHEN (a.key >> 28) & 127 = 11 THEN 2 ELSE 1 END AS tie"
#define EARLIER                                                                                    \
    "(a.helped < b.helped OR (a.helped = b.helped AND a.taken < b.taken))"                         \
    " AND (?5 IS NULL OR b.helped >= ?5)"

static const char twice_sql[] =
    ", wait AS (SELECT coalesce((SELECT r.unit FROM policy_rules AS r JOIN policies AS p"
    "    ON p.id = r.policy WHERE r.rule = 'help.wait_years' AND p.programme IS NULL"
    "     AND coalesce(r.valid_from, p.valid_from, '') <= ?3"
    "     AND coalesce(r.valid_to, p.valid_to, 'Z') >= ?3"
    "    ORDER BY coalesce(r.valid_from, p.valid_from) DESC, r.id DESC LIMIT 1), 'fiscal_year')"
    "   AS unit),"
    " reach AS MATERIALIZED (SELECT b.taken, b.key, b.own, t.object, t.nature, t.helped"
    "   FROM behind AS b JOIN taken AS t ON t.id = b.taken WHERE (b.taken >> 28) & 127 = 85),"
    /* apart, so that what is not the same is not even met */
    " pairs AS (SELECT one, two, key, min(tie) AS tie FROM ("
    "    SELECT " PAIR " FROM reach AS a JOIN reach AS b ON b.key = a.key AND b.object = a.object"
    "     WHERE " EARLIER "    UNION ALL SELECT " PAIR " FROM reach AS a CROSS JOIN reach AS b"
    "     WHERE a.object IS NULL AND b.key = a.key AND b.nature = a.nature AND " EARLIER
    "    UNION ALL SELECT " PAIR " FROM reach AS b CROSS JOIN reach AS a WHERE b.object IS NULL"
    "     AND a.object IS NOT NULL AND a.key = b.key AND b.nature = a.nature AND " EARLIER
    "   ) GROUP BY one, two),"
    " credit AS (SELECT b.key, count(*) AS loans, sum(" OUTSTANDING ") AS owed"
    "   FROM (SELECT DISTINCT key, taken FROM behind WHERE (taken >> 28) & 127 = 49) AS b"
    "   JOIN loans AS l ON l.id = b.taken GROUP BY b.key)"
    "SELECT pairs.key, coalesce(e.number, t.number, p.number),"
    "  CASE tie WHEN 0 THEN 'itself' WHEN 1 THEN 'person' ELSE 'household' END,"
    "  coalesce(y.object, x.object, y.nature), x.number, x.helped, y.number, y.helped,"
    "  CAST(julianday(y.helped) - julianday(x.helped) AS INTEGER),"
    "  CASE WHEN wait.unit = 'fiscal_year'"
    "   THEN abs(coalesce(y.fiscal_year, CAST(substr(y.helped, 1, 4) AS INTEGER))"
    "      - coalesce(x.fiscal_year, CAST(substr(x.helped, 1, 4) AS INTEGER))) < ?9"
    "   ELSE y.helped < date(x.helped, '+' || ?9 || ' ' || wait.unit || 's') END,"
    "  coalesce(credit.loans, 0), coalesce(credit.owed, 0)"
    " FROM pairs JOIN wait JOIN taken AS x ON x.id = one JOIN taken AS y ON y.id = two"
    " LEFT JOIN credit ON credit.key = pairs.key"
    " LEFT JOIN enterprises AS e ON e.id = pairs.key LEFT JOIN \"groups\" AS t ON t.id = pairs.key"
    " LEFT JOIN persons AS p ON p.id = pairs.key LEFT JOIN households AS h ON h.id = pairs.key"
    " WHERE " BINA_UNDER(
        "coalesce(e.region, t.region, p.region, h.region)") " ORDER BY y.helped DESC, y.number, "
                                                            "x.number";

/* ---- by village ---- */

static const bina_column village_columns[] = {
    {"region", BINA_TEXT, NULL, "wilayah", "The village, as the registrants say."},
    {"registrants", BINA_INT, NULL, "terdaftar", "Enterprises and groups at work on the day."},
    {"never", BINA_INT, NULL, "belum pernah dibantu", "With neither a grant nor a training."},
    {"grant_never", BINA_INT, NULL, "tanpa bantuan", "Whom no grant reached."},
    {"grant_once", BINA_INT, NULL, "satu bantuan", "Whom one grant reached."},
    {"grant_twice", BINA_INT, NULL, "dua bantuan", "Whom two grants reached."},
    {"grant_more", BINA_INT, NULL, "tiga bantuan atau lebih", "Whom three grants or more reached."},
    {"training_never", BINA_INT, NULL, "tanpa pelatihan", "Who completed no training."},
    {"training_once", BINA_INT, NULL, "satu pelatihan", "Who completed one."},
    {"training_twice", BINA_INT, NULL, "dua pelatihan", "Who completed two."},
    {"training_more", BINA_INT, NULL, "tiga pelatihan atau lebih", "Who completed three or more."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char village_sql[] =
    /* who owns what on the day, by the records that stand for them now */
    ", owner AS MATERIALIZED (SELECT CAST(coalesce(f.root, o.enterprise) AS INTEGER) AS root,"
    "     CAST(coalesce(q.root, o.party__person) AS INTEGER) AS person"
    "   FROM ownerships AS o LEFT JOIN moved AS f ON f.id = o.enterprise"
    "   LEFT JOIN moved AS q ON q.id = o.party__person"
    "   WHERE o.party__person IS NOT NULL AND o.role <> 'manager'"
    "     AND coalesce(o.valid_from <= ?3, 1) AND coalesce(o.valid_to >= ?3, 1)),"
    " given AS (SELECT key, taken FROM own WHERE (taken >> 28) & 127 = 85"
    "   UNION ALL SELECT key, taken FROM others WHERE (taken >> 28) & 127 = 85),"
    " grants_of AS (SELECT root, count(*) AS n FROM ("
    "   SELECT key AS root, taken FROM given WHERE (key >> 28) & 127 IN (12, 17)"
    "   UNION SELECT owner.root, given.taken FROM owner"
    "     JOIN given ON given.key = owner.person) GROUP BY root),"
    " completed AS MATERIALIZED (SELECT id, batch, participant__person AS person,"
    "     coalesce(participant__enterprise, participant__group) AS firm, for_enterprise AS sent"
    "   FROM enrolments AS t WHERE " TRAINING " = 'completed'"
    "     AND (?4 IS NULL OR batch IN (SELECT id FROM batches WHERE programme = ?4))),"
    " trainings_of AS (SELECT root, count(DISTINCT batch) AS n FROM ("
    "   SELECT CAST(coalesce(moved.root, firm) AS INTEGER) AS root, batch FROM completed"
    "     LEFT JOIN moved ON moved.id = firm"
    "   UNION SELECT coalesce(moved.root, sent), batch FROM completed"
    "     LEFT JOIN moved ON moved.id = sent"
    "   UNION SELECT owner.root, batch FROM completed LEFT JOIN moved ON moved.id = "
    "completed.person"
    "     JOIN owner ON owner.person = coalesce(moved.root, completed.person)) GROUP BY root),"
    " counted AS (SELECT at_work.region, coalesce(g.n, 0) AS g, coalesce(t.n, 0) AS t"
    "   FROM at_work LEFT JOIN grants_of AS g ON g.root = at_work.id"
    "   LEFT JOIN trainings_of AS t ON t.root = at_work.id)"
    "SELECT region, count(*), sum(g = 0 AND t = 0), sum(g = 0), sum(g = 1), sum(g = 2), sum(g > 2),"
    "  sum(t = 0), sum(t = 1), sum(t = 2), sum(t > 2) FROM counted GROUP BY region ORDER BY region";

static const char *const wait_rule[] = {"help.wait_years", NULL};

const bina_report bina_reports_help[] = {
    {.name = "help_twice",
     .doc =
         {"The same help that reached the same enterprise, group, person or household twice, and "
          "the credits beside.",
          "Bantuan yang sama yang sampai dua kali pada usaha, kelompok, orang, atau keluarga yang "
          "sama, serta kredit di sampingnya."},
     .columns = twice_columns,
     .sql = twice_sql,
     .run = run,
     .kinds = kinds,
     .thresholds = wait_rule,
     .as_of = true},
    {.name = "helped_by_village",
     .doc = {"By village, how many were never helped, once, twice, three times or more: by grants, "
             "and apart by trainings completed.",
             "Per desa, berapa yang belum pernah dibantu, sekali, dua kali, tiga kali atau lebih: "
             "dengan bantuan, dan terpisah dengan pelatihan yang diselesaikan."},
     .columns = village_columns,
     .sql = village_sql,
     .run = run,
     .kinds = kinds,
     .as_of = true},
    {.name = NULL},
};
