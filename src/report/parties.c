/* The common tables of the reports: who stands for whom, who was there on the day, which lists. */
#include "report/report.h"

#define FIRM_REGION  BINA_DATED_ON("firm", "region")
#define FIRM_STATUS  BINA_DATED_ON("firm", "status")
#define TEAM_STATE   BINA_DATED_ON("team", "state")
#define UNDER_REGION BINA_UNDER("region")
#define UNDER_ROW    BINA_UNDER("row.region")
#define UNDER_PARTY  BINA_UNDER("party.region")

/* A year of founding says no day: within that year it may have begun. */
#define BEGUN                                                                                      \
    "coalesce(began <= ?3, 1) AND coalesce(founded <= CAST(substr(?3, 1, 4) AS INTEGER), 1)"

/* A group that split, merged or was dissolved is as little at work as a closed enterprise. */
#define TEAM_STATUS                                                                                \
    "CASE coalesce(" TEAM_STATE ", 'active') WHEN 'active' THEN 'active' ELSE 'closed' END"

const char bina_report_common[] =
    "WITH RECURSIVE standing(id, root) AS ("
    "  SELECT id, id FROM enterprises WHERE merged_into IS NULL"
    "  UNION ALL"
    "  SELECT id, id FROM \"groups\" WHERE merged_into IS NULL"
    "  UNION ALL"
    "  SELECT child.id, standing.root FROM standing"
    "    JOIN (SELECT id, merged_into FROM enterprises WHERE merged_into IS NOT NULL"
    "          UNION ALL"
    "          SELECT id, merged_into FROM \"groups\" WHERE merged_into IS NOT NULL) AS child"
    "      ON child.merged_into = standing.id),"
    " every(id, unit, scope, region, status, activity, begun) AS ("
    "  SELECT id, 'enterprise', coalesce(scope, 'unknown'), " FIRM_REGION ", " FIRM_STATUS ","
    "    activity, " BEGUN " FROM enterprises AS firm WHERE merged_into IS NULL"
    "  UNION ALL"
    "  SELECT id, 'group', CASE WHEN activity BETWEEN '10' AND '34' OR activity IS NULL"
    "                           THEN 'industry' ELSE 'unknown' END, region, " TEAM_STATUS ","
    "    activity, coalesce(founded <= ?3, 1) FROM \"groups\" AS team WHERE merged_into IS NULL),"
    " spans(least, past) AS (SELECT value ->> 0, value ->> 1 FROM json_each(?1)),"
    " registrants AS (SELECT * FROM every WHERE (?2 IS NULL OR scope = ?2) AND " UNDER_REGION "),"
    /* Who is closed, or belongs to another office now, is known and not counted. */
    " at_work AS ("
    "  SELECT * FROM registrants"
    "   WHERE begun AND coalesce(status, '') NOT IN ('closed', 'moved_away')),"
    " listed(root, register, rows) AS ("
    "  SELECT standing.root, row.register, count(*) FROM source_records AS row"
    "    JOIN standing ON standing.id = row.party"
    "    JOIN registrants ON registrants.id = standing.root"
    "   WHERE row.state = 'present' GROUP BY standing.root, row.register),"
    " entries(id, register, state, nature, scope, party) AS ("
    "  SELECT row.id, row.register, row.state, row.nature,"
    "    coalesce(party.scope, row.scope, 'unknown'), row.party"
    "   FROM source_records AS row"
    "   LEFT JOIN standing ON standing.id = row.party"
    "   LEFT JOIN every AS party ON party.id = standing.root"
    "   WHERE (?2 IS NULL OR coalesce(party.scope, row.scope, 'unknown') = ?2)"
    "     AND (" UNDER_ROW " OR " UNDER_PARTY ")) ";
