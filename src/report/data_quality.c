/* Report "data_quality": what the register still lacks, by list and region. */
#include "report/report.h"

static const int kinds[] = {BINA_CONTACT, BINA_OBSERVATION, BINA_VISIT, BINA_NO_KIND};

static const bina_column columns[] = {
    {"list", BINA_TEXT, NULL, "daftar",
     "Short name of the list that holds them; none: on no list now. Who is on two lists counts in "
     "both."},
    {"region", BINA_TEXT, NULL, "wilayah",
     "Kemendagri code one level below the region asked for, or as much of it as is known."},
    {"enterprises", BINA_INT, NULL, "usaha", "Enterprises neither closed nor moved away."},
    {"no_nib", BINA_INT, NULL, "tanpa NIB", "Of them, without NIB."},
    {"village_unknown", BINA_INT, NULL, "desa tidak diketahui", "Village not known by its code."},
    {"phone_shared", BINA_INT, NULL, "telepon bersama",
     "A telephone of theirs is also another registrant's."},
    {"never_verified", BINA_INT, NULL, "belum pernah diverifikasi",
     "No agency confirmed them, nobody visited them, and no figure of theirs was more than "
     "declared."},
    {"stale", BINA_INT, NULL, "usang",
     "Confirmed, visited or observed, but not for the months that policy (quality.stale) allows."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char *const thresholds[] = {"quality.stale", NULL};

#define VISIT_STATE BINA_STATE_ON("v", "state")

static const char sql[] =
    ", shared AS (SELECT DISTINCT standing.root FROM contacts AS c"
    "   JOIN standing ON standing.id = c.party"
    "   JOIN (SELECT value FROM contacts JOIN standing ON standing.id = party"
    "         WHERE system = 'phone' AND coalesce(valid_to >= ?3, 1)"
    "         GROUP BY value HAVING count(DISTINCT root) > 1) AS many ON many.value = c.value"
    "   WHERE c.system = 'phone' AND coalesce(c.valid_to >= ?3, 1)),"
    " seen(party, day) AS ("
    "  SELECT enterprise, answered FROM confirmations WHERE answer IS NOT NULL AND answered <= ?3"
    "  UNION ALL SELECT enterprise, observed FROM observations"
    "    WHERE grade <> 'declared' AND observed <= ?3"
    "  UNION ALL SELECT v.party, v.held_on FROM visits AS v"
    "    WHERE v.held_on <= ?3 AND " VISIT_STATE " = 'held'),"
    " last AS (SELECT standing.root, max(seen.day) AS day FROM seen"
    "   JOIN standing ON standing.id = seen.party GROUP BY standing.root),"
    " firms AS MATERIALIZED (SELECT at_work.id, substr(at_work.region, 1, ?8) AS region,"
    "     e.nib IS NULL AS no_nib, coalesce(length(at_work.region), 0) < 13 AS no_village,"
    "     shared.root IS NOT NULL AS shared, last.day IS NULL AS unseen,"
    "     coalesce(last.day < date(?3, '-' || ?9 || ' months'), 0) AS stale"
    "   FROM at_work JOIN enterprises AS e ON e.id = at_work.id"
    "   LEFT JOIN shared ON shared.root = at_work.id LEFT JOIN last ON last.root = at_work.id)"
    "SELECT source.name, firms.region, count(*), sum(no_nib), sum(no_village), sum(shared),"
    "  sum(unseen), sum(stale)"
    " FROM firms LEFT JOIN listed ON listed.root = firms.id"
    " LEFT JOIN source_registers AS source ON source.id = listed.register"
    " GROUP BY 1, 2 ORDER BY 1, 2";

const bina_report bina_reports_data_quality[] = {
    {.name = "data_quality",
     .doc = {"What the register lacks, by list and region: NIB, village, own telephone, a look at "
             "the place.",
             "Yang belum lengkap pada register, menurut daftar dan wilayah: NIB, desa, telepon "
             "sendiri, pemeriksaan."},
     .columns = columns,
     .sql = sql,
     .kinds = kinds,
     .thresholds = thresholds,
     .as_of = true},
    {.name = NULL},
};
