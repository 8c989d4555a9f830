/* Reports on what is observed from period to period: the trend of turnover, and early warnings. */
#include "report/report.h"

static const int kinds[] = {BINA_PERIOD,  BINA_OBSERVATION, BINA_LICENCE,
                            BINA_PRODUCT, BINA_VISIT,       BINA_NO_KIND};

/*
 * once(period, name, day_from, day_to, series, baseline, root, turnover, grade): the last word on
 * each enterprise in each period that has ended. Of records that stand for one enterprise the one
 * observed last counts. Periods of about the same number of months are one series.
 */
#define ONCE                                                                                       \
    ", said AS (SELECT p.id AS period, p.name, p.day_from, p.day_to,"                              \
    "     CAST(round((julianday(p.day_to) - julianday(p.day_from) + 1) / 30.4) AS INTEGER)"        \
    "       AS series,"                                                                            \
    "     coalesce(o.baseline, 0) AS baseline, standing.root, o.turnover, o.grade,"                \
    "     row_number() OVER (PARTITION BY o.period, coalesce(o.baseline, 0), standing.root"        \
    "       ORDER BY o.observed DESC, o.id DESC) AS nth"                                           \
    "   FROM periods AS p JOIN observations AS o ON o.period = p.id"                               \
    "   JOIN standing ON standing.id = o.enterprise"                                               \
    "   WHERE p.day_to <= ?3 AND coalesce(o.observed <= ?3, 1)"                                    \
    "     AND standing.root IN (SELECT id FROM registrants)),"                                     \
    " once AS MATERIALIZED (SELECT * FROM said WHERE nth = 1)"

/* ---- turnover ---- */

static const bina_report_column trend_columns[] = {
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

static const char trend_sql[] = ONCE
    ", known AS (SELECT * FROM once WHERE turnover IS NOT NULL),"
    " ordered AS (SELECT period, lag(period) OVER (PARTITION BY series ORDER BY day_to) AS before"
    "   FROM (SELECT DISTINCT period, series, day_to FROM known WHERE baseline = 0)),"
    " pairs AS (SELECT this.period, count(*) AS same, sum(this.turnover) AS turned,"
    "     sum(that.turnover) AS had"
    "   FROM ordered JOIN known AS this ON this.period = ordered.period AND this.baseline = 0"
    "   JOIN known AS that ON that.period = ordered.before AND that.baseline = 0"
    "     AND that.root = this.root GROUP BY this.period)"
    "SELECT k.name, k.day_from, k.day_to, k.baseline, count(*), sum(k.turnover),"
    "  CAST(round(avg(k.turnover)) AS INTEGER), max(pairs.same),"
    "  round(100.0 * max(pairs.turned) / nullif(max(pairs.had), 0), 1),"
    "  round(avg(k.grade = 'declared'), 4), round(avg(k.grade = 'documented'), 4),"
    "  round(avg(k.grade = 'inspected'), 4), round(avg(k.grade = 'reconciled'), 4)"
    " FROM known AS k LEFT JOIN pairs ON pairs.period = k.period AND k.baseline = 0"
    " GROUP BY k.period, k.baseline ORDER BY k.baseline DESC, k.day_to, k.name";

/* ---- early warning ---- */

static const bina_report_column warning_columns[] = {
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

static const char *const warning_rules[] = {"warning.fall", "warning.silence", "warning.licence",
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

static const char warning_sql[] = ONCE
    ", follow_up AS (SELECT * FROM once WHERE baseline = 0),"
    " ranked AS (SELECT period, dense_rank() OVER (PARTITION BY series ORDER BY day_to DESC) AS age"
    "   FROM (SELECT DISTINCT period, series, day_to FROM follow_up)),"
    " rows AS MATERIALIZED (SELECT f.*, ranked.age FROM follow_up AS f JOIN ranked USING (period)),"
    /* the last period against the two before it */
    " three AS (SELECT root, max(iif(age = 1, name, NULL)) AS name,"
    "     max(iif(age = 1, day_to, NULL)) AS day_to, max(iif(age = 1, turnover, NULL)) AS turnover,"
    "     max(iif(age = 2, turnover, NULL)) + max(iif(age = 3, turnover, NULL)) AS both"
    "   FROM rows WHERE age <= 3 GROUP BY root, series),"
    " falls AS (SELECT root, name, day_to, turnover, both / 2 AS mean,"
    "     100 - 200 * turnover / both AS fell"
    "   FROM three WHERE both > 0 AND turnover * 200 <= both * (100 - ?9)),"
    " silent AS (SELECT root, min(age) AS since, max(name) AS name, max(day_to) AS day_to"
    "   FROM rows GROUP BY root HAVING min(age) > ?10),"
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
    " ORDER BY at_work.region, at_work.id, warned.warning, warned.since";

const bina_report bina_reports_monitoring[] = {
    {.name = "turnover_trend",
     .doc = {"Turnover from period to period, of all and of the same enterprises, and how it is "
             "known.",
             "Omzet dari masa ke masa, semua usaha dan usaha yang sama, serta cara diketahuinya."},
     .columns = trend_columns,
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
     .sql = warning_sql,
     .kinds = kinds,
     .thresholds = warning_rules,
     .as_of = true},
    {.name = NULL},
};
