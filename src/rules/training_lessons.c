/*
 * Lessons, who gives them and where, and who was there. No trainer and no venue is at two lessons
 * at the same time; a lesson without hours of the clock takes its whole day.
 */
#include "rules/lifecycle.h"
#include "rules/training.h"

/* As SQL: the lessons `l` and `ol` are at the same time of their day. */
#define SAME_TIME                                                                                  \
    "coalesce(l.starts_at, 0) < coalesce(ol.ends_at, 1440)"                                        \
    " AND coalesce(ol.starts_at, 0) < coalesce(l.ends_at, 1440)"

/* As SQL: an assignment makes its party be there in person; an observer or helper comes and goes.
 */
#define TEACHING       "role IN ('lead_trainer', 'trainer', 'mentor')"
#define MINE_TEACHES   "mine." TEACHING
#define THEIRS_TEACHES "theirs." TEACHING

/* As SQL: the assignments `mine` and `theirs` are of one party, by the columns that have an index;
 * `theirs` is of the lesson `ol` or its batch; and each holds on the day of `ol`. */
#define SAME_PARTY                                                                                 \
    "(theirs.party__person = mine.party OR theirs.party__organisation = mine.party"                \
    " OR theirs.party__enterprise = mine.party)"
#define THEIRS_THERE                                                                               \
    "(theirs.subject__batch = ol.batch OR theirs.subject__lesson = ol.id)"                         \
    " AND coalesce(theirs.valid_from, '') <= ol.held_on"                                           \
    " AND coalesce(theirs.valid_to, '9999') >= ol.held_on"
#define MINE_HOLDS                                                                                 \
    "coalesce(mine.valid_from, '') <= ol.held_on"                                                  \
    " AND coalesce(mine.valid_to, '9999') >= ol.held_on"

/* Refuses with the lesson that is in the way: which of which batch of which programme. */
static void
refuse_clash(bina_case *c, const char *rule, bina_id lesson, const char *english,
             const char *indonesian)
{
    static const char which[] =
        "SELECT printf('%d/%d (%s)', b.number, l.number, coalesce(l.held_on, '-')) FROM lessons"
        " AS l JOIN batches AS b ON b.id = l.batch WHERE l.id = ?1";
    char name[64];

    bina_case_ask_text(c, which, BINA_VALUES(bina_int(lesson)), name, sizeof name);
    bina_case_refuse(c, rule, english, indonesian, name);
    bina_case_saw(c, "lesson", bina_int(lesson));
}

/* ---- venues ---- */

static void
refuse_venue(bina_case *c, bina_id lesson)
{
    if (lesson != 0)
        refuse_clash(
            c, "lesson.venue", lesson,
            "its venue is taken at that time by lesson %s (batch/meeting); choose another "
            "venue, day or hour",
            "tempatnya sudah dipakai pada waktu itu oleh pertemuan %s (angkatan/ke); pilih "
            "tempat, hari, atau jam lain");
}

static void
venue_free(bina_case *c)
{
    static const char taken[] =
        "SELECT ol.id FROM lessons AS ol JOIN batches AS ob ON ob.id = ol.batch"
        " JOIN batches AS b ON b.id = ?1"
        " JOIN (SELECT ?3 AS starts_at, ?4 AS ends_at, ?5 AS venue) AS l"
        " WHERE ol.held_on = ?2 AND ol.id <> ?6 AND ob.state <> 'cancelled'"
        "   AND lower(coalesce(ol.venue, ob.venue)) = lower(coalesce(l.venue, b.venue))"
        "   AND ob.region IS b.region AND " SAME_TIME " LIMIT 1";

    refuse_venue(c, BINA_ASK(c, taken, bina_case_field(c, "batch"), bina_case_field(c, "held_on"),
                             bina_case_field(c, "starts_at"), bina_case_field(c, "ends_at"),
                             bina_case_field(c, "venue"), bina_int(c->id)));
}

void
bina_venues_differ(bina_case *c)
{
    static const char taken[] =
        "SELECT ol.id FROM lessons AS l JOIN lessons AS ol ON ol.held_on = l.held_on"
        " JOIN batches AS ob ON ob.id = ol.batch"
        " WHERE l.batch = ?1 AND ol.id <> l.id AND ol.batch <> ?1 AND ob.state <> 'cancelled'"
        "   AND lower(coalesce(ol.venue, ob.venue)) = lower(coalesce(l.venue, ?2))"
        "   AND ob.region IS ?3 AND " SAME_TIME " LIMIT 1";
    const char *state = bina_case_text(c, "state");

    if (c->id != 0 && (state == NULL || strcmp(state, "cancelled") != 0))
        refuse_venue(c, BINA_ASK(c, taken, bina_int(c->id), bina_case_field(c, "venue"),
                                 bina_case_field(c, "region")));
}

/* ---- trainers ---- */

static void
refuse_trainer(bina_case *c, bina_id lesson)
{
    if (lesson != 0)
        refuse_clash(
            c, "lesson.trainer", lesson,
            "its trainer is at lesson %s (batch/meeting) at that time; choose another "
            "trainer, day or hour",
            "pelatihnya mengajar pertemuan %s (angkatan/ke) pada waktu itu; pilih pelatih, "
            "hari, atau jam lain");
}

static void
trainers_free(bina_case *c)
{
    /* Within a batch, only who is assigned to the meetings themselves is bound to them. */
    static const char taken[] =
        "SELECT ol.id FROM lessons AS ol"
        " JOIN batches AS ob ON ob.id = ol.batch AND ob.state <> 'cancelled'"
        " JOIN (SELECT ?4 AS starts_at, ?5 AS ends_at) AS l"
        " JOIN assignments AS mine ON mine.subject__batch = ?1 OR mine.subject__lesson = ?2"
        " JOIN assignments AS theirs ON " SAME_PARTY " AND theirs.id <> mine.id"
        " WHERE ol.held_on = ?3 AND ol.id <> ?2 AND " MINE_TEACHES " AND " THEIRS_TEACHES
        " AND " MINE_HOLDS " AND " THEIRS_THERE " AND " SAME_TIME
        " AND (ol.batch <> ?1 OR (mine.subject = ?2 AND theirs.subject = ol.id)) LIMIT 1";

    refuse_trainer(c, BINA_ASK(c, taken, bina_case_field(c, "batch"), bina_int(c->id),
                               bina_case_field(c, "held_on"), bina_case_field(c, "starts_at"),
                               bina_case_field(c, "ends_at")));
}

void
bina_assignment_fits(bina_case *c)
{
    static const char taken[] =
        "SELECT ol.id FROM lessons AS l JOIN lessons AS ol ON ol.held_on = l.held_on"
        " JOIN batches AS b ON b.id = l.batch AND b.state <> 'cancelled'"
        " JOIN batches AS ob ON ob.id = ol.batch AND ob.state <> 'cancelled'"
        " JOIN (SELECT ?2 AS party, ?3 AS valid_from, ?4 AS valid_to) AS mine"
        " JOIN assignments AS theirs ON " SAME_PARTY " AND theirs.id <> ?5"
        " WHERE (l.id = ?1 OR l.batch = ?1) AND ol.id <> l.id AND " THEIRS_TEACHES
        " AND " MINE_HOLDS " AND " THEIRS_THERE " AND " SAME_TIME
        " AND (ol.batch <> l.batch OR (l.id = ?1 AND theirs.subject = ol.id)) LIMIT 1";
    static const char *const teaching[] = {"lead_trainer", "trainer", "mentor"};
    const char *role = bina_case_text(c, "role");
    bool teaches = false;

    for (size_t i = 0; role != NULL && i < sizeof teaching / sizeof *teaching; i++)
        teaches = teaches || strcmp(role, teaching[i]) == 0;
    if (teaches)
        refuse_trainer(c, BINA_ASK(c, taken, bina_case_field(c, "subject"),
                                   bina_case_field(c, "party"), bina_case_field(c, "valid_from"),
                                   bina_case_field(c, "valid_to"), bina_int(c->id)));
}

/* ---- lessons ---- */

void
bina_lesson_in_time(bina_case *c)
{
    static const char ended[] = "SELECT state FROM batches WHERE id = ?1 AND evidence IS NULL"
                                " AND state IN ('completed', 'cancelled')";
    char state[32];

    bina_case_ask_text(c, ended, BINA_VALUES(bina_case_field(c, "batch")), state, sizeof state);
    if (state[0] != '\0') {
        bina_case_refuse(c, "lesson.batch", "its batch is %s; reopen it to change its lessons",
                         "angkatannya berkeadaan %s; buka kembali untuk mengubah pertemuannya",
                         state);
        bina_case_saw(c, "batch_state", bina_text(state));
    }
}

static void
hours_cover_attendance(bina_case *c)
{
    static const char most[] = "SELECT max(hours) FROM attendances WHERE lesson = ?1";
    int64_t attended = c->id != 0 ? BINA_ASK(c, most, bina_int(c->id)) : 0;

    if (attended > bina_case_int(c, "hours")) {
        bina_case_refuse(c, "lesson.hours", "%lld hours were attended of it; it cannot have fewer",
                         "sudah dihadiri %lld JP; tidak dapat kurang dari itu",
                         (long long)attended);
        bina_case_saw(c, "attended", bina_int(attended));
    }
}

void
bina_lesson_fits(bina_case *c)
{
    if (bina_case_has(c, "starts_at") && bina_case_has(c, "ends_at") &&
        bina_case_int(c, "ends_at") <= bina_case_int(c, "starts_at")) {
        bina_case_refuse(c, "lesson.times", "it ends before it begins", "selesai sebelum mulai");
        bina_case_saw(c, "starts_at", bina_case_field(c, "starts_at"));
        bina_case_saw(c, "ends_at", bina_case_field(c, "ends_at"));
    }
    hours_cover_attendance(c);
    if (bina_case_has(c, "held_on")) {
        venue_free(c);
        trainers_free(c);
    }
}

/* ---- attendance ---- */

void
bina_attendance_open(bina_case *c)
{
    static const char ended[] = "SELECT state FROM enrolments WHERE id = ?1 AND evidence IS NULL"
                                " AND state NOT IN ('enrolled', 'active', 'no_show')";
    char state[32];

    bina_case_ask_text(c, ended, BINA_VALUES(bina_case_field(c, "enrolment")), state, sizeof state);
    if (state[0] != '\0') {
        bina_case_refuse(c, "attendance.enrolment",
                         "the participant is %s; attendance is written for those who take part "
                         "(\"correct\" takes a result back)",
                         "peserta berkeadaan %s; presensi dicatat bagi yang mengikuti (\"correct\" "
                         "menarik kembali hasilnya)",
                         state);
        bina_case_saw(c, "state", bina_text(state));
    }
}

void
bina_attendance_fits(bina_case *c)
{
    static const char other_batch[] =
        "SELECT l.batch FROM enrolments AS e JOIN lessons AS l ON l.id = ?2"
        " WHERE e.id = ?1 AND e.batch <> l.batch";
    static const char hours[] = "SELECT hours FROM lessons WHERE id = ?1";
    static const char ahead[] = "SELECT count(*) FROM lessons WHERE id = ?1 AND held_on > ?2";
    const bina_value enrolment = bina_case_field(c, "enrolment");
    const bina_value lesson = bina_case_field(c, "lesson");
    bina_id batch = BINA_ASK(c, other_batch, enrolment, lesson);
    const char *presence = bina_case_text(c, "presence");
    int64_t most;

    if (batch != 0) {
        bina_case_refuse(c, "attendance.batch",
                         "the lesson is of another batch than the participant",
                         "pertemuan itu milik angkatan lain daripada pesertanya");
        bina_case_saw(c, "batch", bina_int(batch));
    }
    if (BINA_ASK(c, ahead, lesson, bina_integer_of(BINA_DATE, c->today)) > 0)
        bina_case_refuse(c, "attendance.future", "the lesson is still to come",
                         "pertemuan itu belum tiba");
    if (bina_case_has(c, "hours")) {
        most = BINA_ASK(c, hours, lesson);
        if (presence != NULL && strcmp(presence, "present") != 0)
            most = 0;
        if (bina_case_int(c, "hours") > most) {
            bina_case_refuse(c, "attendance.hours",
                             "at most %lld hours of the lesson can have been attended",
                             "paling banyak %lld JP pertemuan itu dapat dihadiri", (long long)most);
            bina_case_saw(c, "hours", bina_case_field(c, "hours"));
        }
    }
}
