/*
 * Reports on programmes and batches: how many came how far, who is in which batch, who attended
 * how much, and what became of the plan.
 */
#include <bina/rows.h>
#include "report/report.h"
#include "report/threshold.h"
#include "rules/policy.h"
#include "store/sql.h"

#define NO_COLUMN                                                                                  \
    {                                                                                              \
        NULL, BINA_NULL, NULL, NULL, NULL                                                          \
    }
#define PROGRAMME_COLUMNS                                                                          \
    {"programme", BINA_REF, NULL, "program", "The programme."},                                    \
    {                                                                                              \
        "programme_name", BINA_TEXT, NULL, "nama program", "Its name."                             \
    }
#define BATCH_COLUMNS                                                                              \
    {"batch", BINA_REF, NULL, "angkatan", "The batch."},                                           \
    {                                                                                              \
        "number", BINA_INT, NULL, "angkatan ke", "Its number in the programme and activity."       \
    }

/* States and plans of the rows as on the day spoken of. */
#define E_STATE         BINA_STATE_ON("e", "state")
#define C_STATE         BINA_STATE_ON("c", "state")
#define B_STATE         BINA_STATE_ON("b", "state")
#define P_STATE         BINA_STATE_ON("p", "state")
#define B_PLANNED_START BINA_DATED_ON("b", "planned_start")
#define B_PLANNED_END   BINA_DATED_ON("b", "planned_end")
#define UNDER_P_REGION  BINA_UNDER("p.region")

/* Batches of the programme and region asked for, that do not begin before the day asked for. */
#define BATCHES_ASKED                                                                              \
    "(?4 IS NULL OR b.programme = ?4)"                                                             \
    " AND (?5 IS NULL OR coalesce(b.started, " BINA_DATED_ON(                                      \
        "b", "planned_start") ") >= ?5)"                                                           \
                              " AND coalesce(b.began, '') <= ?3 AND " BINA_UNDER(                  \
                                  "coalesce(b.region, p.region)")

/* ---- programme_funnel ---- */

static const bina_column funnel_columns[] = {
    PROGRAMME_COLUMNS,
    {"batch", BINA_REF, NULL, "angkatan", "The batch; none: the programme as a whole."},
    {"number", BINA_INT, NULL, "angkatan ke", "Its number in the programme and activity."},
    {"activity", BINA_CODE, "activity_nature", "kegiatan", "What kind of activity."},
    {"state", BINA_TEXT, NULL, "keadaan", "State of the batch or programme that day."},
    {"target", BINA_INT, NULL, "sasaran",
     "Seats of the batch; of a programme, the people it means to train."},
    {"proposed", BINA_INT, NULL, "diusulkan", "Participants proposed for it."},
    {"applied", BINA_INT, NULL, "mendaftar", "All who were ever written in it by that day."},
    {"waitlisted", BINA_INT, NULL, "daftar tunggu", "Of them, waiting for a seat."},
    {"enrolled", BINA_INT, NULL, "terdaftar", "Enrolled, not begun."},
    {"active", BINA_INT, NULL, "mengikuti", "Taking part."},
    {"completed", BINA_INT, NULL, "lulus", "Completed."},
    {"below_threshold", BINA_INT, NULL, "di bawah batas", "Ended below the threshold."},
    {"no_show", BINA_INT, NULL, "tidak hadir", "Did not come, and not replaced yet."},
    {"left", BINA_INT, NULL, "keluar", "Withdrawn, replaced, transferred or rejected."},
    {"certificates", BINA_INT, NULL, "sertifikat",
     "Certificates of completion or competence that are not revoked."},
    {"declared_least", BINA_INT, NULL, "dinyatakan sekurangnya",
     "Trained or helped as somebody stated, at least; never added to what is registered."},
    {"declared_most", BINA_INT, NULL, "dinyatakan sebanyaknya", "The same, at most."},
    NO_COLUMN,
};

static const char funnel_sql[] =
    ", now AS (SELECT e.batch AS batch, " E_STATE " AS state FROM enrolments AS e),"
    " came AS (SELECT batch, count(state) AS applied, sum(state = 'waitlisted') AS waitlisted,"
    " sum(state = 'enrolled') AS enrolled, sum(state = 'active') AS active,"
    " sum(state = 'completed') AS completed, sum(state = 'below_threshold') AS below,"
    " sum(state = 'no_show') AS no_show,"
    " sum(state IN ('withdrawn', 'replaced', 'transferred', 'rejected')) AS gone"
    " FROM now GROUP BY batch),"
    " named AS (SELECT batch, count(*) AS proposed FROM nominations WHERE made <= ?3"
    " GROUP BY batch),"
    " certified AS (SELECT e.batch AS batch, count(*) AS certificates FROM certificates AS c"
    " JOIN enrolments AS e ON e.id = c.enrolment"
    " WHERE c.nature <> 'attendance' AND " C_STATE " = 'issued' GROUP BY e.batch),"
    " stated AS (SELECT subject, sum(low) AS least, sum(coalesce(high, low)) AS most"
    " FROM figures WHERE what IN ('trained', 'helped')"
    " AND coalesce(validity, '') <> 'replaced' AND coalesce(day_from, '') <= ?3"
    " GROUP BY subject),"
    " one(programme, name, batch, number, activity, state, target, proposed, applied,"
    " waitlisted, enrolled, active, completed, below, no_show, gone, certificates, least, most)"
    " AS (SELECT p.id, p.name, b.id, b.number, b.activity, " B_STATE ", b.seats, proposed,"
    " applied, waitlisted, enrolled, active, completed, below, no_show, gone, certificates,"
    " least, most FROM batches AS b JOIN programmes AS p ON p.id = b.programme"
    " LEFT JOIN came ON came.batch = b.id LEFT JOIN named ON named.batch = b.id"
    " LEFT JOIN certified ON certified.batch = b.id LEFT JOIN stated ON stated.subject = b.id"
    " WHERE " BATCHES_ASKED "),"
    " whole AS (SELECT p.id, p.name, NULL, NULL, NULL, " P_STATE ","
    " (SELECT sum(quantity) FROM targets WHERE programme = p.id AND what = 'trained'"
    " AND sex IS NULL), sum(proposed), sum(applied), sum(waitlisted), sum(enrolled),"
    " sum(active), sum(completed), sum(below), sum(no_show), sum(gone), sum(certificates),"
    " stated.least, stated.most"
    " FROM programmes AS p LEFT JOIN one ON one.programme = p.id"
    " LEFT JOIN stated ON stated.subject = p.id"
    " WHERE (?4 IS NULL OR p.id = ?4) AND coalesce(p.began, '') <= ?3"
    " AND (one.batch IS NOT NULL OR " UNDER_P_REGION ") GROUP BY p.id)"
    "SELECT programme, name, batch, number, activity, state, target, coalesce(proposed, 0),"
    " coalesce(applied, 0), coalesce(waitlisted, 0), coalesce(enrolled, 0),"
    " coalesce(active, 0), coalesce(completed, 0), coalesce(below, 0), coalesce(no_show, 0),"
    " coalesce(gone, 0), coalesce(certificates, 0), least, most"
    " FROM (SELECT * FROM one UNION ALL SELECT * FROM whole)"
    " ORDER BY 2, 1, 3 IS NOT NULL, 5, 4, 3";

/* ---- batch_roster ---- */

static const bina_column roster_columns[] = {
    PROGRAMME_COLUMNS,
    BATCH_COLUMNS,
    {"enrolment", BINA_REF, NULL, "kepesertaan", "The enrolment."},
    {"participant", BINA_REF, NULL, "peserta", "Who takes part."},
    {"participant_number", BINA_TEXT, NULL, "nomor peserta", "Its short number for paper."},
    {"name", BINA_TEXT, NULL, "nama", "Its name."},
    {"region", BINA_TEXT, NULL, "wilayah", "Kemendagri code of where it is at home."},
    {"state", BINA_CODE, "enrolment_state", "keadaan", "State in the batch that day."},
    {"applied", BINA_DATE, NULL, "tanggal mendaftar", "Day of application."},
    {"replaces", BINA_REF, NULL, "menggantikan", "The enrolment whose seat it took."},
    {"came_from", BINA_REF, NULL, "pindahan dari", "The enrolment it was transferred from."},
    {"certificate", BINA_TEXT, NULL, "nomor sertifikat",
     "Number of its certificate of completion, unless revoked."},
    NO_COLUMN,
};

static const char roster_sql[] =
    "SELECT p.id, p.name, b.id, b.number, e.id, e.participant,"
    " coalesce(pe.number, en.number, gr.number), coalesce(pe.name, en.name, gr.name),"
    " coalesce(pe.region, en.region, gr.region), " E_STATE ", e.applied, e.replaces, e.came_from,"
    " (SELECT max(coalesce(c.serial, c.number)) FROM certificates AS c"
    "   WHERE c.enrolment = e.id AND c.nature <> 'attendance' AND " C_STATE " = 'issued')"
    " FROM enrolments AS e JOIN batches AS b ON b.id = e.batch"
    " JOIN programmes AS p ON p.id = b.programme"
    " LEFT JOIN persons AS pe ON pe.id = e.participant"
    " LEFT JOIN enterprises AS en ON en.id = e.participant"
    " LEFT JOIN \"groups\" AS gr ON gr.id = e.participant"
    " WHERE " BATCHES_ASKED " AND coalesce(e.began, '') <= ?3"
    " ORDER BY p.name, p.id, b.activity, b.number, b.id,"
    "  CASE " E_STATE " WHEN 'completed' THEN 1 WHEN 'active' THEN 2 WHEN 'enrolled' THEN 3"
    "   WHEN 'below_threshold' THEN 4 WHEN 'no_show' THEN 5 WHEN 'waitlisted' THEN 6"
    "   WHEN 'applied' THEN 7 ELSE 8 END, e.id";

/* ---- attendance ---- */

enum { ATTENDANCE_PROGRAMME = 0, HELD = 8, ATTENDED = 9, LEAST = 11, REACHED = 12 };

static const bina_column attendance_columns[] = {
    PROGRAMME_COLUMNS,
    BATCH_COLUMNS,
    {"enrolment", BINA_REF, NULL, "kepesertaan", "The enrolment."},
    {"participant", BINA_REF, NULL, "peserta", "Who takes part."},
    {"state", BINA_CODE, "enrolment_state", "keadaan", "State in the batch that day."},
    {"lessons", BINA_INT, NULL, "pertemuan dihadiri", "Lessons attended."},
    {"held", BINA_INT, NULL, "JP dilaksanakan", "Lesson hours (JP) held by that day."},
    {"attended", BINA_INT, NULL, "JP dihadiri", "Lesson hours attended; excused is not attended."},
    {"percent", BINA_REAL, NULL, "persen", "Attended of held, in percent."},
    {"least", BINA_INT, NULL, "batas", "Percent needed by the policy in force that day."},
    {"reached", BINA_BOOL, NULL, "tercapai", "Whether it is reached; none: no policy."},
    {"certificate", BINA_TEXT, NULL, "nomor sertifikat",
     "Number of its certificate of completion, unless revoked."},
    NO_COLUMN,
};

static const char attendance_sql[] =
    ", held AS (SELECT batch, sum(hours) AS hours FROM lessons"
    "   WHERE coalesce(held_on, '') <= ?3 GROUP BY batch),"
    " was AS (SELECT a.enrolment AS enrolment, count(*) AS lessons,"
    "   sum(coalesce(a.hours, l.hours)) AS hours"
    "   FROM attendances AS a JOIN lessons AS l ON l.id = a.lesson"
    "   WHERE a.presence = 'present' AND coalesce(l.held_on, '') <= ?3 GROUP BY a.enrolment)"
    "SELECT p.id, p.name, b.id, b.number, e.id, e.participant, " E_STATE ","
    " coalesce(was.lessons, 0), coalesce(held.hours, 0), coalesce(was.hours, 0),"
    " round(100.0 * coalesce(was.hours, 0) / nullif(held.hours, 0), 1), NULL, NULL,"
    " (SELECT max(coalesce(c.serial, c.number)) FROM certificates AS c"
    "   WHERE c.enrolment = e.id AND c.nature <> 'attendance' AND " C_STATE " = 'issued')"
    " FROM enrolments AS e JOIN batches AS b ON b.id = e.batch"
    " JOIN programmes AS p ON p.id = b.programme"
    " LEFT JOIN held ON held.batch = b.id LEFT JOIN was ON was.enrolment = e.id"
    " WHERE " BATCHES_ASKED " AND coalesce(e.began, '') <= ?3"
    " AND (was.enrolment IS NOT NULL OR " E_STATE " IN"
    "  ('enrolled', 'active', 'completed', 'below_threshold', 'no_show'))"
    " ORDER BY p.name, p.id, b.activity, b.number, b.id, e.id";

/* The rows of the SELECT, each with the threshold of its programme. */
static bina_status
run_attendance(bina_store *store, const bina_report *report, const bina_report_options *options,
               bina_cursor **cursor)
{
    bina_description *columns = bina_report_describe(report);
    bina_rows *rows = columns != NULL ? bina_rows_new(columns) : NULL;
    bina_record *line = columns != NULL ? bina_record_new_of(columns) : NULL;
    bina_case c = {.access = bina_store_access(store), .today = bina_store_today(store)};
    bina_cursor *found = NULL;
    const bina_record *row;
    bina_id programme = 0;
    int64_t least = BINA_POLICY_NONE;
    bina_status status = rows != NULL && line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    *cursor = NULL;
    if (status == BINA_OK && c.access == NULL)
        status = bina_error_status(bina_store_complaint(store));
    if (status == BINA_OK)
        status = bina_report_day(store, options, &c.on);
    if (status == BINA_OK)
        status = bina_report_select(store, report, options, &found);
    while (status == BINA_OK && (status = bina_cursor_next(found, &row)) == BINA_OK) {
        for (int slot = 0; slot < bina_description_count(columns); slot++)
            bina_record_set(line, slot, bina_record_get(row, slot));
        if (bina_record_int(row, ATTENDANCE_PROGRAMME) != programme) {
            programme = bina_record_int(row, ATTENDANCE_PROGRAMME);
            least = bina_policy_number(&c, "attendance.certificate", programme, NULL);
            status = c.status;
        }
        if (least != BINA_POLICY_NONE) {
            bina_set_int(line, LEAST, least);
            if (bina_record_int(row, HELD) > 0)
                bina_record_set(line, REACHED,
                                bina_integer_of(BINA_BOOL, bina_record_int(row, ATTENDED) * 100 >=
                                                               least * bina_record_int(row, HELD)));
        }
        if (status == BINA_OK)
            status = bina_rows_add(rows, line);
    }
    if (status == BINA_DONE) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    } else {
        bina_report_blame(store, found);
    }
    bina_cursor_free(found);
    bina_record_free(line);
    bina_rows_free(rows);
    bina_description_free(columns);
    return status;
}

/* ---- plan_actual ---- */

static const bina_column plan_columns[] = {
    PROGRAMME_COLUMNS,
    BATCH_COLUMNS,
    {"activity", BINA_CODE, "activity_nature", "kegiatan", "What kind of activity."},
    {"state", BINA_CODE, "batch_state", "keadaan", "State that day."},
    {"first_planned", BINA_DATE, NULL, "rencana semula", "First day as it was planned at first."},
    {"planned_start", BINA_DATE, NULL, "rencana mulai", "First day as planned that day."},
    {"started", BINA_DATE, NULL, "mulai", "First day as it was: as said, or of the step."},
    {"late", BINA_INT, NULL, "terlambat (hari)", "Days between the first plan and the start."},
    {"planned_end", BINA_DATE, NULL, "rencana selesai", "Last day as planned that day."},
    {"ended", BINA_DATE, NULL, "selesai", "Last day as it was: as said, or of the step."},
    {"seats", BINA_INT, NULL, "kursi", "Seats."},
    {"participants", BINA_INT, NULL, "peserta", "Enrolled, active, completed, or ended below."},
    {"planned_hours", BINA_INT, NULL, "rencana JP", "Lesson hours planned."},
    {"hours", BINA_INT, NULL, "JP dilaksanakan", "Lesson hours held by that day."},
    {"planned_cost", BINA_MONEY, NULL, "rencana biaya", "Cost planned, in rupiah."},
    {"bound", BINA_MONEY, NULL, "dana terikat", "Bound in or spent from its funds, in rupiah."},
    {"cost", BINA_MONEY, NULL, "biaya", "Cost as it was, in rupiah."},
    NO_COLUMN,
};

/* The first day of a state, by the history. */
#define ENTERED(state)                                                                             \
    "(SELECT min(valid_from) FROM dated_values WHERE record = b.id AND field = 'state'"            \
    " AND value = '" state "' AND superseded IS NULL AND valid_from <= ?3)"
#define ENTERED_RUNNING   ENTERED("running")
#define ENTERED_COMPLETED ENTERED("completed")

static const char plan_sql[] =
    ", one AS (SELECT p.id AS programme, p.name AS name, b.id AS batch, b.number AS number,"
    "   b.activity AS activity, " B_STATE " AS state,"
    "   coalesce((SELECT value FROM dated_values WHERE record = b.id"
    "     AND field = 'planned_start' AND superseded IS NULL AND value IS NOT NULL"
    "     ORDER BY valid_from LIMIT 1), b.planned_start) AS first_planned,"
    "   " B_PLANNED_START " AS planned_start, " B_PLANNED_END " AS planned_end,"
    "   CASE WHEN b.started <= ?3 THEN b.started ELSE " ENTERED_RUNNING " END AS started,"
    "   CASE WHEN b.ended <= ?3 THEN b.ended ELSE " ENTERED_COMPLETED " END AS ended,"
    "   b.seats AS seats, b.planned_hours AS planned_hours, b.planned_cost AS planned_cost,"
    "   b.cost AS cost"
    "   FROM batches AS b JOIN programmes AS p ON p.id = b.programme WHERE " BATCHES_ASKED ")"
    "SELECT programme, name, batch, number, activity, state, first_planned, planned_start,"
    " started, CAST(julianday(started) - julianday(first_planned) AS INTEGER), planned_end,"
    " CASE WHEN state = 'completed' THEN ended END, seats,"
    " (SELECT count(*) FROM enrolments AS e WHERE e.batch = one.batch AND " E_STATE
    "   IN ('enrolled', 'active', 'completed', 'below_threshold')),"
    " planned_hours,"
    " (SELECT coalesce(sum(l.hours), 0) FROM lessons AS l WHERE l.batch = one.batch"
    "   AND l.held_on <= ?3),"
    " planned_cost,"
    " (SELECT sum(c.amount) FROM commitments AS c WHERE c.subject__batch = one.batch AND " C_STATE
    "   IN ('committed', 'spent')),"
    " CASE WHEN state = 'completed' THEN cost END"
    " FROM one ORDER BY name, programme, activity, number, batch";

static const int kinds[] = {BINA_PROGRAMME,  BINA_BATCH,       BINA_ENROLMENT, BINA_LESSON,
                            BINA_ATTENDANCE, BINA_CERTIFICATE, BINA_TARGET,    BINA_NOMINATION,
                            BINA_FIGURE,     BINA_COMMITMENT,  BINA_PERSON,    BINA_NO_KIND};

const bina_report bina_reports_training[] = {
    {.name = "programme_funnel",
     .doc = {"Each programme and batch: the target, how many were proposed, applied, took part, "
             "completed and were certified; and beside it, apart, what was only declared.",
             "Tiap program dan angkatan: sasaran, yang diusulkan, mendaftar, mengikuti, lulus, dan "
             "bersertifikat; serta, terpisah, yang hanya dinyatakan."},
     .columns = funnel_columns,
     .sql = funnel_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = "batch_roster",
     .doc = {"Who is in each batch, in which state, in whose stead, with which certificate.",
             "Peserta tiap angkatan: keadaannya, siapa yang digantikan, dan sertifikatnya."},
     .columns = roster_columns,
     .sql = roster_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = "attendance",
     .doc = {"Lesson hours held and attended by each participant, held against the threshold for a "
             "certificate.",
             "JP yang dilaksanakan dan dihadiri tiap peserta, dibandingkan dengan batas kehadiran "
             "untuk sertifikat."},
     .columns = attendance_columns,
     .sql = attendance_sql,
     .kinds = kinds,
     .as_of = true,
     .run = run_attendance},
    {.name = "plan_actual",
     .doc = {"Each batch as planned and as it was: days, seats, lesson hours, cost.",
             "Tiap angkatan menurut rencana dan kenyataan: tanggal, kursi, JP, biaya."},
     .columns = plan_columns,
     .sql = plan_sql,
     .kinds = kinds,
     .as_of = true},
    {.name = NULL},
};
