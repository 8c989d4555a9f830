/* Reports on tools that were granted: what surveys found of them, and who answers for them. */
#include "report/report.h"
#include "rules/lifecycle_assets.h"

#define SURVEY_STATE BINA_STATE_ON("survey", "state")
#define HOLDER       BINA_DATED_ON("asset", "holder")
#define STATE_THEN   BINA_DATED_AT("asset", "state", "coalesce(survey.starts, survey.issued_until)")
#define ASSET_STATE  BINA_STATE_ON("asset", "state")
#define UNDER_TOOL   BINA_UNDER("region")

/* ---- asset_survey ---- */

static const bina_report_column survey_columns[] = {
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
 * is not of it, unless somebody looked all the same. Each counts for its holder and for the whole.
 */
static const char survey_sql[] =
    ", tool AS MATERIALIZED (" BINA_TOOLS "),"
    " found AS (SELECT survey.id AS round, survey.name AS title, " SURVEY_STATE " AS state,"
    "   " HOLDER " AS holder, look.presence AS presence, look.condition AS condition,"
    "   look.\"use\" AS manner, coalesce(look.cause, 'unknown') AS cause,"
    "   look.presence = 'absent'"
    "     AND coalesce(look.\"use\", '') NOT IN ('lent', 'passed_on', 'in_repair') AS lost,"
    "   look.condition IN ('minor_damage', 'major_damage') AS damaged,"
    "   tool.region AS region"
    "  FROM surveys AS survey CROSS JOIN tool JOIN assets AS asset ON asset.id = tool.id"
    "  LEFT JOIN inspections AS look ON look.asset = asset.id AND look.survey = survey.id"
    "    AND look.visited <= ?3"
    "  WHERE coalesce(" SURVEY_STATE ", '') IN ('open', 'closed')"
    "    AND tool.handed <= ?3 AND " BINA_TOOL_IN_ROUND
    "    AND (?5 IS NULL OR survey.starts >= ?5)"
    "    AND (?4 IS NULL OR tool.programme = ?4)"
    "    AND (look.id IS NOT NULL OR coalesce(" STATE_THEN ", '')"
    "      NOT IN ('returned', 'transferred', 'destroyed', 'written_off'))),"
    " levels(whole) AS (VALUES (0), (1))"
    "SELECT title, state, CASE WHEN whole THEN NULL ELSE holder END AS who,"
    "  CASE WHEN NOT whole THEN coalesce((SELECT name FROM \"groups\" WHERE id = holder),"
    "    (SELECT name FROM enterprises WHERE id = holder)) END,"
    "  count(*), total(presence = 'seen'), total(presence = 'absent'),"
    "  total(coalesce(presence, 'not_visited') = 'not_visited'),"
    "  round(100.0 * total(presence IN ('seen', 'absent')) / count(*), 1),"
    "  total(condition = 'good'), total(condition = 'minor_damage'),"
    "  total(condition = 'major_damage'), total(damaged AND cause = 'wear'),"
    "  total(damaged AND cause <> 'wear'), total(lost),"
    "  total((damaged OR lost) AND cause = 'accident'),"
    "  total((damaged OR lost) AND cause = 'misuse'),"
    "  total((damaged OR lost) AND cause = 'theft'),"
    "  total((damaged OR lost) AND cause = 'disaster'),"
    "  total((damaged OR lost) AND cause = 'unknown'),"
    "  total(manner = 'lent'), total(manner = 'passed_on'), total(manner = 'in_repair'),"
    "  total(manner = 'jointly'), total(manner = 'one_member'), total(manner = 'unused')"
    " FROM found CROSS JOIN levels WHERE " UNDER_TOOL " GROUP BY round, whole, who"
    " ORDER BY title, whole DESC, who";

/* ---- custodians ---- */

static const bina_report_column custodian_columns[] = {
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
    "  FROM held WHERE " UNDER_TOOL ")"
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
