/* Reports on what follows training and help: visits that are due, held and missed, and whose case
 * load they are. */
#include "report/report.h"

#define VISIT_STATE BINA_STATE_ON("visit", "state")

/*
 * Visits as on the day, each with its officer: the one it names, else the case officer of whom it
 * is to. Cases are enterprises and groups with a case officer.
 */
#define WORK                                                                                       \
    ", cases AS (SELECT task.subject AS party, coalesce(person.name, body.name, firm.name)"        \
    "     AS officer FROM assignments AS task"                                                     \
    "   LEFT JOIN persons AS person ON person.id = task.party"                                     \
    "   LEFT JOIN organisations AS body ON body.id = task.party"                                   \
    "   LEFT JOIN enterprises AS firm ON firm.id = task.party"                                     \
    "   WHERE task.role = 'case_officer' AND coalesce(task.valid_from, '') <= ?3"                  \
    "     AND (task.valid_to IS NULL OR task.valid_to >= ?3)"                                      \
    "     AND (task.subject__enterprise IS NOT NULL OR task.subject__group IS NOT NULL)),"         \
    " work AS (SELECT visit.id AS id, visit.party AS party, visit.programme AS programme,"         \
    "     visit.nature AS nature, visit.due AS due, " VISIT_STATE " AS state,"                     \
    "     visit.held_on AS held_on, coalesce(visit.officer,"                                       \
    "       (SELECT officer FROM cases WHERE cases.party = visit.party)) AS officer"               \
    "   FROM visits AS visit"                                                                      \
    "   WHERE (?4 IS NULL OR visit.programme = ?4) AND (?5 IS NULL OR visit.due >= ?5))"

#define PARTY_REGION                                                                               \
    "coalesce((SELECT region FROM enterprises WHERE id = party),"                                  \
    " (SELECT region FROM \"groups\" WHERE id = party), (SELECT region FROM persons WHERE id = "   \
    "party))"
#define UNDER_PARTY BINA_UNDER(PARTY_REGION)

/* ---- visits ---- */

static const bina_column visit_columns[] = {
    {"programme", BINA_TEXT, NULL, "program", "The programme followed up; none: of no programme."},
    {"nature", BINA_CODE, "visit_nature", "jenis", "Coaching, survey, complaint, first look."},
    {"visits", BINA_INT, NULL, "kunjungan", "All visits scheduled by the day."},
    {"scheduled", BINA_INT, NULL, "dijadwalkan", "Scheduled, and their day is not past."},
    {"overdue", BINA_INT, NULL, "lewat waktu", "Scheduled, and their day is past."},
    {"held", BINA_INT, NULL, "dilaksanakan", "Held."},
    {"skipped", BINA_INT, NULL, "terlewat", "Skipped."},
    {"cancelled", BINA_INT, NULL, "dibatalkan", "Cancelled."},
    {"oldest_overdue", BINA_DATE, NULL, "paling lama lewat", "The earliest day that is past."},
    {"next_due", BINA_DATE, NULL, "rencana berikut", "The next day one is planned for."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char visit_sql[] =
    WORK "SELECT (SELECT name FROM programmes WHERE id = programme), nature, count(*),"
         "  total(state = 'scheduled' AND due >= ?3), total(state = 'scheduled' AND due < ?3),"
         "  total(state = 'held'), total(state = 'skipped'), total(state = 'cancelled'),"
         "  min(CASE WHEN state = 'scheduled' AND due < ?3 THEN due END),"
         "  min(CASE WHEN state = 'scheduled' AND due >= ?3 THEN due END)"
         " FROM work WHERE state IS NOT NULL AND " UNDER_PARTY
         " GROUP BY programme, nature ORDER BY 1, 2";

/* ---- case_load ---- */

static const bina_column load_columns[] = {
    {"officer", BINA_TEXT, NULL, "petugas", "The officer; none: visits of nobody."},
    {"cases", BINA_INT, NULL, "binaan", "Enterprises and groups that are the officer's cases."},
    {"due", BINA_INT, NULL, "dijadwalkan", "Visits scheduled for the day or later."},
    {"overdue", BINA_INT, NULL, "lewat waktu", "Visits whose day is past."},
    {"held", BINA_INT, NULL, "dilaksanakan", "Visits held in the 90 days before."},
    {"skipped", BINA_INT, NULL, "terlewat", "Visits skipped that were due in the 90 days before."},
    {"unvisited", BINA_INT, NULL, "belum dikunjungi",
     "Cases to which nobody came in the 90 days before."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char load_sql[] =
    WORK ", officers AS (SELECT min(officer) AS officer, lower(trim(officer)) AS spelt FROM"
         "   (SELECT officer FROM cases UNION SELECT officer FROM work WHERE state IS NOT NULL)"
         "   GROUP BY 2),"
         " seen AS (SELECT party FROM work WHERE state = 'held'"
         "   AND held_on BETWEEN date(?3, '-90 days') AND ?3),"
         " load AS (SELECT lower(trim(officer)) AS spelt, count(*) AS cases,"
         "     total(party NOT IN (SELECT party FROM seen)) AS unvisited"
         "   FROM cases WHERE " UNDER_PARTY " GROUP BY 1),"
         " done AS (SELECT lower(trim(officer)) AS spelt,"
         "     total(state = 'scheduled' AND due >= ?3) AS due,"
         "     total(state = 'scheduled' AND due < ?3) AS overdue,"
         "     total(state = 'held' AND held_on BETWEEN date(?3, '-90 days') AND ?3) AS held,"
         "     total(state = 'skipped' AND due BETWEEN date(?3, '-90 days') AND ?3) AS skipped"
         "   FROM work WHERE state IS NOT NULL AND " UNDER_PARTY " GROUP BY 1)"
         "SELECT officers.officer, coalesce(load.cases, 0), coalesce(done.due, 0),"
         "  coalesce(done.overdue, 0), coalesce(done.held, 0), coalesce(done.skipped, 0),"
         "  coalesce(load.unvisited, 0)"
         " FROM officers LEFT JOIN load ON load.spelt IS officers.spelt"
         " LEFT JOIN done ON done.spelt IS officers.spelt"
         " WHERE load.cases > 0 OR done.due IS NOT NULL"
         " ORDER BY 4 DESC, 7 DESC, 1";

static const int kinds[] = {BINA_VISIT, BINA_ASSIGNMENT, BINA_PERSON, BINA_PROGRAMME, BINA_NO_KIND};

const bina_report bina_reports_follow_up[] = {
    {.name = "visits",
     .doc = {"Visits by programme: scheduled, overdue, held, skipped.",
             "Kunjungan menurut program: dijadwalkan, lewat waktu, dilaksanakan, terlewat."},
     .columns = visit_columns,
     .sql = visit_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = "case_load",
     .doc = {"Officers, their cases, and the visits they owe and made.",
             "Petugas, binaannya, serta kunjungan yang terutang dan terlaksana."},
     .columns = load_columns,
     .sql = load_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = NULL},
};
