/* Reports on what is observed from period to period: the trend of turnover, and early warnings. */
#include "report/report.h"

static const int kinds[] = {BINA_PERIOD,  BINA_OBSERVATION, BINA_LICENCE,
                            BINA_PRODUCT, BINA_VISIT,       BINA_NO_KIND};

/*
 * ended(id, name, day_from, day_to, series, place): the periods that have ended. Periods of about
 * the same number of months are one series; places order them by series and day.
 *
 * once(place, baseline, root, turnover, grade): the last word on each enterprise in each of them.
 * Of records that stand for one enterprise the one observed last counts. Only the few enterprises
 * of which more was said than once in a period, or for which several records stand (crowded), are
 * ordered to find it: to order all takes longer than all else.
 */
static const char once[] =
    ", ended AS MATERIALIZED (SELECT id, name, day_from, day_to, series,"
    "     row_number() OVER (ORDER BY series, day_to, id) AS place"
    "   FROM (SELECT *, CAST(round((julianday(day_to) - julianday(day_from) + 1) / 30.4)"
    "       AS INTEGER) AS series FROM periods WHERE day_to <= ?3)),"
    " merged AS MATERIALIZED (SELECT id, root FROM standing WHERE id <> root),"
    " crowded(root) AS MATERIALIZED (SELECT root FROM merged"
    "   UNION SELECT coalesce(merged.root, enterprise) FROM (SELECT enterprise FROM observations"
    "     GROUP BY enterprise, period HAVING count(*) > 1)"
    "     LEFT JOIN merged ON merged.id = enterprise),"
    " told AS (SELECT place, coalesce(baseline, 0) AS baseline, observed, o.id, turnover, grade,"
    "     coalesce(merged.root, enterprise) AS root FROM observations AS o"
    "   CROSS JOIN ended ON ended.id = period LEFT JOIN merged ON merged.id = enterprise"
    "   WHERE coalesce(observed <= ?3, 1)),"
    " ranked AS (SELECT *, row_number() OVER (PARTITION BY place, baseline, root"
    "     ORDER BY observed DESC, id DESC) AS nth FROM told WHERE root IN crowded),"
    " chosen AS MATERIALIZED (SELECT * FROM ranked WHERE nth = 1),"
    " once AS MATERIALIZED (SELECT * FROM"
    "   (SELECT place, baseline, root, turnover, grade FROM told WHERE root NOT IN crowded"
    "    UNION ALL SELECT place, baseline, root, turnover, grade FROM chosen)"
    "   WHERE coalesce(?1, ?2) IS NULL OR root IN (SELECT id FROM registrants))";

/* ---- turnover ---- */

static const bina_column trend_columns[] = {
    {"period", BINA_TEXT, NULL, "masa", "Name of the period."},
    {"day_from", BINA_DATE, NULL, "dari", "Its first day."},
    {"day_to", BINA_DATE, NULL, "sampai", "Its last day."},
    {"baseline", BINA_BOOL, NULL, "data awal",
     "Whether the line is of states before a programme began; they stand apart."},
    {"enterprises", BINA_INT, NULL, "usaha", "Enterprises whose turnover is known."},
    {"turnover", BINA_MONEY, NULL, "omzet", "Their turnover together, in rupiah."},
    {"mean", BINA_MONEY, NULL, "rata-rata", "Turnover of one, on average, in rupiah."},
    {"same", BINA_INT, NULL, "usaha yang sama",
     "Of them, those known in the period before, too; periods of about the same length compare."},
    {"index", BINA_REAL, NULL, "indeks",
     "Turnover of those same enterprises, 100 being theirs in the period before."},
    {"declared", BINA_REAL, NULL, "dinyatakan", "Share of the enterprises only declared, 0 to 1."},
    {"documented", BINA_REAL, NULL, "berdokumen", "Share with documents."},
    {"inspected", BINA_REAL, NULL, "diperiksa", "Share inspected."},
    {"reconciled", BINA_REAL, NULL, "dipadankan", "Share reconciled."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* Beside each turnover stands the same enterprise's of the period before it in its series. */
static const char trend_sql[] =
    ", ordered AS MATERIALIZED (SELECT place, period,"
    "     lag(period) OVER one AS before, lag(place) OVER one AS place_before"
    "   FROM (SELECT place, id AS period, series FROM ended WHERE place IN"
    "     (SELECT place FROM once WHERE +baseline = 0 AND turnover IS NOT NULL))"
    "   WINDOW one AS (PARTITION BY series ORDER BY place)),"
    " known AS (SELECT once.*, CASE WHEN once.baseline = 0 AND root IN crowded"
    "     THEN (SELECT turnover FROM chosen WHERE chosen.root = once.root"
    "       AND chosen.place = place_before AND chosen.baseline = 0)"
    "     WHEN once.baseline = 0 THEN (SELECT turnover FROM observations AS o"
    "       WHERE o.enterprise = once.root AND o.period = before"
    "         AND coalesce(o.baseline, 0) = 0 AND coalesce(o.observed <= ?3, 1)) END AS had"
    "   FROM once LEFT JOIN ordered ON ordered.place = once.place"
    "   WHERE turnover IS NOT NULL LIMIT -1 OFFSET 0),"
    " sums AS (SELECT place, baseline, count(*) AS number, sum(turnover) AS turned,"
    "     CAST(round(avg(turnover)) AS INTEGER) AS mean, count(had) AS same,"
    "     sum(iif(had IS NULL, 0, turnover)) AS turned_same, sum(had) AS had,"
    "     round(avg(grade = 'declared'), 4) AS declared,"
    "     round(avg(grade = 'documented'), 4) AS documented,"
    "     round(avg(grade = 'inspected'), 4) AS inspected,"
    "     round(avg(grade = 'reconciled'), 4) AS reconciled"
    "   FROM known GROUP BY baseline, place)"
    "SELECT name, day_from, day_to, baseline, number, turned, mean, nullif(same, 0),"
    "  round(100.0 * turned_same / nullif(had, 0), 1), declared, documented, inspected, reconciled"
    " FROM sums JOIN ended USING (place) ORDER BY baseline DESC, day_to, name";

/* ---- early warning ---- */

static const bina_column warning_columns[] = {
    {"enterprise", BINA_INT, NULL, "id usaha", "The enterprise or group."},
    {"number", BINA_TEXT, NULL, "nomor", "Its number."},
    {"name", BINA_TEXT, NULL, "nama usaha", "Its name."},
    {"region", BINA_TEXT, NULL, "wilayah", "Where it is."},
    {"warning", BINA_CODE, "warning", "peringatan", "Which rule warns."},
    {"since", BINA_DATE, NULL, "sejak", "The day it speaks of."},
    {"reason", BINA_TEXT, NULL, "sebab (Inggris)", "Why, in English."},
    {"sebab", BINA_TEXT, NULL, "sebab", "Why, in Indonesian."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char *const warning_rules[] = {"warning.fall", "warning.silence", "licence.warn_days",
                                            NULL};

/* A number of rupiah with points between thousands would be read otherwise in the other language:
 * none are set. */
#define FALL_SAID                                                                                  \
    "printf('Turnover %d in %s is %d percent below %d, its own mean of the two periods "           \
    "before.', turnover, name, fell, mean)"
#define FALL_SEBUT                                                                                 \
    "printf('Omzet %d pada %s turun %d persen dari %d, rata-ratanya sendiri dua masa "             \
    "sebelumnya.', turnover, name, fell, mean)"

#define LICENCE_STATE BINA_DATED_ON("l", "state")
#define VISIT_STATE   BINA_STATE_ON("v", "state")

static const char warning_sql[] =
    ", follow_up AS (SELECT * FROM once WHERE baseline = 0),"
    " aged AS MATERIALIZED (SELECT place, series, name, day_to,"
    "     dense_rank() OVER (PARTITION BY series ORDER BY day_to DESC) AS age"
    "   FROM ended WHERE place IN (SELECT place FROM once WHERE +baseline = 0)),"
    /* the last period against the two before it */
    " three AS (SELECT root, max(iif(age = 1, name, NULL)) AS name,"
    "     max(iif(age = 1, day_to, NULL)) AS day_to, max(iif(age = 1, turnover, NULL)) AS turnover,"
    "     max(iif(age = 2, turnover, NULL)) + max(iif(age = 3, turnover, NULL)) AS both"
    "   FROM follow_up CROSS JOIN aged USING (place) WHERE age <= 3 GROUP BY root, series),"
    " falls AS (SELECT root, name, day_to, turnover, both / 2 AS mean,"
    "     100 - 200 * turnover / both AS fell"
    "   FROM three WHERE both > 0 AND turnover * 200 <= both * (100 - ?9)),"
    " reported AS MATERIALIZED (SELECT DISTINCT root FROM follow_up"
    "   WHERE place IN (SELECT place FROM aged WHERE age <= ?10)),"
    " silent AS (SELECT root, min(age) AS since, max(name) AS name, max(day_to) AS day_to"
    "   FROM follow_up CROSS JOIN aged USING (place)"
    "   WHERE root NOT IN (SELECT root FROM reported) GROUP BY root),"
    " ending AS (SELECT coalesce(l.holder__enterprise, l.holder__group, p.maker__enterprise,"
    "     p.maker__group) AS holder, l.nature, l.number, l.expires"
    "   FROM licences AS l LEFT JOIN products AS p ON p.id = l.holder__product"
    "   WHERE l.expires BETWEEN ?3 AND date(?3, '+' || ?11 || ' days')"
    "     AND coalesce(l.issued <= ?3, 1) AND coalesce(" LICENCE_STATE ", 'valid') = 'valid'),"
    " late AS (SELECT coalesce(v.party__enterprise, v.party__group) AS party, v.due"
    "   FROM visits AS v WHERE v.due < ?3 AND " VISIT_STATE " = 'scheduled'),"
    " warned AS ("
    "  SELECT root AS party, 'turnover_fell' AS warning, day_to AS since, " FALL_SAID
    "    AS reason, " FALL_SEBUT " AS sebab FROM falls"
    "  UNION ALL SELECT root, 'no_report', day_to,"
    "    printf('Reported on last in %s; nothing in the %d periods since.', name, since - 1),"
    "    printf('Laporan terakhir %s; tidak ada dalam %d masa sesudahnya.', name, since - 1)"
    "    FROM silent"
    "  UNION ALL SELECT holder, 'licence_ends', expires,"
    "    printf('Permit %s %s ends on %s.', nature, coalesce(number, ''), expires),"
    "    printf('Izin %s %s berakhir pada %s.', nature, coalesce(number, ''), expires)"
    "    FROM ending"
    "  UNION ALL SELECT party, 'visit_overdue', due,"
    "    printf('A visit was planned for %s and not held.', due),"
    "    printf('Kunjungan direncanakan %s dan belum dilaksanakan.', due) FROM late)"
    "SELECT at_work.id, coalesce(firm.number, team.number), coalesce(firm.name, team.name),"
    "  at_work.region, warned.warning, warned.since, warned.reason, warned.sebab"
    " FROM warned JOIN standing ON standing.id = warned.party"
    " JOIN at_work ON at_work.id = standing.root"
    " LEFT JOIN enterprises AS firm ON firm.id = at_work.id"
    " LEFT JOIN \"groups\" AS team ON team.id = at_work.id"
    " ORDER BY at_work.region, at_work.id, warned.warning, warned.since, warned.reason";

const bina_report bina_reports_monitoring[] = {
    {.name = "turnover_trend",
     .doc = {"Turnover from period to period, of all and of the same enterprises, and how it is "
             "known.",
             "Omzet dari masa ke masa, semua usaha dan usaha yang sama, serta cara diketahuinya."},
     .columns = trend_columns,
     .tables = once,
     .sql = trend_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = "early_warning",
     .doc =
         {"Enterprises to look after: turnover that fell, no report, a permit that ends, a visit "
          "overdue.",
          "Usaha yang perlu diperhatikan: omzet turun, tidak ada laporan, izin akan berakhir, "
          "kunjungan tertunda."},
     .columns = warning_columns,
     .tables = once,
     .sql = warning_sql,
     .kinds = kinds,
     .thresholds = warning_rules,
     .as_of = true},
    {.name = NULL},
};
