/* Reports on tools that were granted: what surveys found of them, and who answers for them. */
#include "report/report.h"
#include "rules/lifecycle_assets.h"

#define SURVEY_STATE BINA_STATE_ON("survey", "state")
#define HOLDER       BINA_DATED_ON("asset", "holder")
#define STATE_THEN   BINA_DATED_AT("asset", "state", "coalesce(survey.starts, survey.issued_until)")
#define ASSET_STATE  BINA_STATE_ON("asset", "state")
#define UNDER_TOOL   BINA_UNDER("tool.region")
#define UNDER_HELD   BINA_UNDER("held.region")

/* ---- asset_survey ---- */

static const bina_column survey_columns[] = {
    {"survey", BINA_TEXT, NULL, "survei", "Name of the round."},
    {"state", BINA_CODE, "survey_state", "keadaan", "Open or closed."},
    {"holder", BINA_REF, NULL, "pemegang", "Who holds the tools; none: the round as a whole."},
    {"name", BINA_TEXT, NULL, "nama", "Its name; persons are not named."},
    {"issued", BINA_INT, NULL, "diserahkan",
     "Tools of the round: handed over in time and not returned, passed on, destroyed or written "
     "off "
     "before it began."},
    {"seen", BINA_INT, NULL, "ada", "Of them, seen."},
    {"absent", BINA_INT, NULL, "tidak ada", "Looked for, and not there."},
    {"not_visited", BINA_INT, NULL, "tidak dikunjungi", "Not looked for, said so or not."},
    {"coverage", BINA_REAL, NULL, "cakupan (%)", "Looked for, in percent of issued."},
    {"good", BINA_INT, NULL, "baik", "Seen in good condition."},
    {"minor_damage", BINA_INT, NULL, "rusak ringan", "Seen with minor damage."},
    {"major_damage", BINA_INT, NULL, "rusak berat", "Seen with major damage."},
    {"wear", BINA_INT, NULL, "aus", "Damaged by daily use, which is no fault."},
    {"other_damage", BINA_INT, NULL, "rusak karena lain", "Damaged by anything else, or unknown."},
    {"lost", BINA_INT, NULL, "hilang", "Absent, and neither lent, passed on nor in repair."},
    {"accident", BINA_INT, NULL, "kecelakaan", "Of the damaged and lost, by accident."},
    {"misuse", BINA_INT, NULL, "salah pakai", "By misuse."},
    {"theft", BINA_INT, NULL, "dicuri", "By theft."},
    {"disaster", BINA_INT, NULL, "bencana", "By disaster."},
    {"unknown", BINA_INT, NULL, "sebab tidak diketahui", "For a reason not known or not said."},
    {"lent", BINA_INT, NULL, "dipinjamkan", "Lent."},
    {"passed_on", BINA_INT, NULL, "dipindahtangankan", "Passed on."},
    {"in_repair", BINA_INT, NULL, "diperbaiki", "In repair."},
    {"jointly", BINA_INT, NULL, "dipakai bersama", "Used jointly by the group."},
    {"one_member", BINA_INT, NULL, "dipakai satu anggota", "Used by one member."},
    {"unused", BINA_INT, NULL, "tidak dipakai", "Not used."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/*
 * Every tool of every round, with what was found of it by the day. What had ended before the round
 * is not of it, unless somebody looked all the same. Added up by holder, then for the whole.
 */
static const char survey_sql[] =
    ", tool AS MATERIALIZED (" BINA_TOOLS "),"
    " round AS MATERIALIZED (SELECT survey.*, " SURVEY_STATE " AS now FROM surveys AS survey"
    "  WHERE now IN ('open', 'closed') AND (?5 IS NULL OR starts >= ?5)),"
    " found AS (SELECT survey.id AS survey, " HOLDER " AS holder, presence, look.condition AS seen,"
    "  look.\"use\" AS manner, CASE WHEN look.condition <> 'good' OR (presence = 'absent'"
    "    AND coalesce(look.\"use\", '') NOT IN ('lent', 'passed_on', 'in_repair'))"
    "   THEN coalesce(look.cause, 'unknown') END AS why"
    "  FROM round AS survey CROSS JOIN tool JOIN assets AS asset ON asset.id = tool.id"
    "  LEFT JOIN inspections AS look ON look.asset = asset.id AND look.survey = survey.id"
    "  AND look.visited <= ?3"
    "  WHERE handed <= ?3 AND " BINA_TOOL_IN_ROUND
    "  AND (?4 IS NULL OR tool.programme = ?4) AND " UNDER_TOOL
    "  AND (look.id IS NOT NULL OR coalesce(" STATE_THEN ", '')"
    "  NOT IN ('returned', 'transferred', 'destroyed', 'written_off'))),"
    " sums AS (SELECT survey, holder, count(*) AS n, total(presence = 'seen') AS a,"
    "  total(presence = 'absent') AS b, total(seen = 'good') AS c,"
    "  total(seen = 'minor_damage') AS d, total(seen = 'major_damage') AS e,"
    "  total(presence = 'seen' AND why = 'wear') AS f, "
    "  total(presence = 'seen' AND why <> 'wear') AS g,"
    "  total(presence = 'absent' AND why IS NOT NULL) AS h, total(why = 'accident') AS i,"
    "  total(why = 'misuse') AS j, total(why = 'theft') AS k,"
    "  total(why = 'disaster') AS l, total(why = 'unknown') AS m,"
    "  total(manner = 'lent') AS o, total(manner = 'passed_on') AS p,"
    "  total(manner = 'in_repair') AS q, total(manner = 'jointly') AS r,"
    "  total(manner = 'one_member') AS s, total(manner = 'unused') AS t"
    "  FROM found GROUP BY 1, 2),"
    " levels(whole) AS (VALUES (0), (1))"
    "SELECT round.name, now, CASE WHEN whole THEN NULL ELSE holder END AS who,"
    "  CASE WHEN NOT whole THEN coalesce((SELECT name FROM \"groups\" WHERE id = holder),"
    "  (SELECT name FROM enterprises WHERE id = holder)) END,"
    "  sum(n), sum(a), sum(b), sum(n - a - b), round(100.0 * sum(a + b) / sum(n), 1),"
    "  sum(c), sum(d), sum(e), sum(f), sum(g), sum(h), sum(i), sum(j), sum(k), sum(l), sum(m),"
    "  sum(o), sum(p), sum(q), sum(r), sum(s), sum(t)"
    " FROM sums JOIN round ON round.id = survey CROSS JOIN levels"
    " GROUP BY survey, whole, who ORDER BY round.name, whole DESC, who";

/* ---- custodians ---- */

static const bina_column custodian_columns[] = {
    {"holder", BINA_REF, NULL, "pemegang", "The group or party that holds the tools."},
    {"name", BINA_TEXT, NULL, "nama", "Its name; persons are not named."},
    {"region", BINA_TEXT, NULL, "wilayah", "Kemendagri code of the holder."},
    {"custodian", BINA_REF, NULL, "penanggung jawab", "The person who answers; none: not named."},
    {"since", BINA_DATE, NULL, "sejak", "First day of the oldest custody."},
    {"tools", BINA_INT, NULL, "alat", "Tools in the custody."},
    {"missing", BINA_INT, NULL, "hilang", "Of them, missing."},
    {"major_damage", BINA_INT, NULL, "rusak berat", "Of them, last seen with major damage."},
    {"died", BINA_DATE, NULL, "meninggal", "When the custodian died."},
    {"left", BINA_BOOL, NULL, "keluar", "The custodian is no member of the group any more."},
    {"to_do", BINA_BOOL, NULL, "perlu dialihkan",
     "The custody must pass to another: the custodian died, left, or is not named."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

#define CONDITION BINA_DATED_ON("asset", "condition")
#define ON_DAY    "coalesce(valid_from, '') <= ?3 AND (valid_to IS NULL OR valid_to >= ?3)"

static const char custodian_sql[] =
    ", tool AS MATERIALIZED (" BINA_TOOLS "),"
    " held AS (SELECT custody.holder AS holder, custody.custodian AS custodian,"
    "   coalesce(team.name, firm.name) AS name,"
    "   coalesce(team.region, firm.region, person.region) AS region,"
    "   min(custody.valid_from) AS since, count(*) AS tools,"
    "   total(" ASSET_STATE " = 'missing') AS missing,"
    "   total(" CONDITION " = 'major_damage') AS damaged"
    "  FROM custodies AS custody JOIN assets AS asset ON asset.id = custody.asset"
    "  LEFT JOIN \"groups\" AS team ON team.id = custody.holder"
    "  LEFT JOIN enterprises AS firm ON firm.id = custody.holder"
    "  LEFT JOIN persons AS person ON person.id = custody.holder"
    "  WHERE custody.valid_from <= ?3 AND (custody.valid_to IS NULL OR custody.valid_to >= ?3)"
    "    AND coalesce(" ASSET_STATE ", '') NOT IN ('returned', 'destroyed', 'written_off')"
    "    AND (?4 IS NULL OR ?4 = (SELECT programme FROM tool WHERE id = asset.id))"
    "  GROUP BY 1, 2),"
    " known AS (SELECT held.*, (SELECT died FROM persons WHERE id = custodian AND died < ?3) AS "
    "died,"
    "   holder IN (SELECT member_of FROM memberships) AND custodian IS NOT NULL"
    "     AND NOT EXISTS (SELECT 1 FROM memberships WHERE member_of = holder"
    "       AND member = custodian AND " ON_DAY ") AS gone"
    "  FROM held WHERE " UNDER_HELD ")"
    "SELECT holder, name, region, custodian, since, tools, missing, damaged, died, gone,"
    "  died IS NOT NULL OR gone OR (custodian IS NULL AND holder IN (SELECT id FROM \"groups\"))"
    " FROM known ORDER BY 11 DESC, region, name, holder";

static const int kinds[] = {BINA_SURVEY,     BINA_ASSET,      BINA_INSPECTION, BINA_CUSTODY,
                            BINA_GRANT,      BINA_GRANT_ITEM, BINA_HANDOVER,   BINA_PERSON,
                            BINA_MEMBERSHIP, BINA_NO_KIND};

const bina_report bina_reports_assets[] = {
    {.name = "asset_survey",
     .doc = {"What each round of looking at granted tools found: coverage, condition, wear, loss.",
             "Temuan tiap putaran survei alat: cakupan, kondisi, aus, hilang."},
     .columns = survey_columns,
     .sql = survey_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = "custodians",
     .doc = {"Who answers for how many tools, and who cannot any more.",
             "Siapa bertanggung jawab atas berapa alat, dan siapa yang tidak bisa lagi."},
     .columns = custodian_columns,
     .sql = custodian_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = NULL},
};
