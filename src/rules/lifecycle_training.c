/* The lifecycles of participants, lessons, attendance, trainers and certificates. */
#include "rules/lifecycle.h"
#include "rules/training.h"

static bool
one_of(const char *word, const char *const *words)
{
    for (; word != NULL && *words != NULL; words++)
        if (strcmp(word, *words) == 0)
            return true;
    return false;
}

bool
bina_activity_teaches(const char *activity)
{
    static const char *const teaching[] = {"training", "technical_guidance", NULL};
    return one_of(activity, teaching);
}

bool
bina_activity_seeks_permit(const char *activity)
{
    static const char *const permits[] = {"permit_pirt", "permit_halal", "permit_other", "brand",
                                          NULL};
    return one_of(activity, permits);
}

/* ---- participants ---- */

static bina_guard *const applying[] = {bina_participant_new, bina_batch_takes_names,
                                       bina_participant_stands, NULL};
static bina_guard *const applying_again[] = {bina_batch_takes_names, bina_participant_stands, NULL};
static bina_guard *const queueing[] = {bina_participant_new, bina_batch_takes_names,
                                       bina_participant_stands, bina_participant_eligible, NULL};
static bina_guard *const waiting[] = {bina_batch_takes_names, bina_participant_stands,
                                      bina_participant_eligible, NULL};
static bina_guard *const enrolling[] = {bina_participant_new,
                                        bina_batch_takes_part,
                                        bina_participant_stands,
                                        bina_participant_eligible,
                                        bina_participant_free,
                                        bina_seat_is_vacated,
                                        NULL};
static bina_guard *const accepting[] = {bina_batch_takes_part,     bina_participant_stands,
                                        bina_participant_eligible, bina_participant_free,
                                        bina_seat_is_vacated,      NULL};
/* Whether it is eligible was judged when it was put on the waitlist. */
static bina_guard *const moving_up[] = {bina_batch_takes_part, bina_participant_stands,
                                        bina_participant_free, bina_seat_is_vacated, NULL};
static bina_guard *const starting[] = {bina_batch_runs, NULL};
static bina_guard *const missing[] = {bina_batch_runs, bina_was_absent, NULL};
static bina_guard *const replacing[] = {bina_seat_has_taker, NULL};
static bina_guard *const completing[] = {bina_batch_was_held, bina_result_reached, NULL};
static bina_guard *const falling_short[] = {bina_batch_was_held, bina_result_not_reached, NULL};
static bina_guard *const transferring[] = {bina_batch_differs, NULL};
static bina_guard *const revoking[] = {bina_uncertified, NULL};
static bina_guard *const correcting[] = {bina_batch_runs, bina_uncertified, NULL};
static bina_guard *const enrolment_always[] = {bina_seat_is_free, NULL};

static bina_effect *const took_seat[] = {bina_replaced_leaves, NULL};
static bina_effect *const left_seat[] = {bina_waitlist_moves_up, NULL};
static bina_effect *const transferred[] = {bina_enrol_in_next, bina_waitlist_moves_up, NULL};

/*
 * A seat that was left on a day before anybody waited moves nobody up at once; those who wait since
 * then are due for it.
 */
static const char next_in_line[] =
    "SELECT id, ?1 FROM (SELECT e.id, row_number() OVER (PARTITION BY e.batch"
    "     ORDER BY coalesce(e.priority, 1000001), coalesce(e.applied, e.began, ''), e.id) AS place,"
    "   b.seats - (SELECT count(*) FROM enrolments AS o WHERE o.batch = b.id"
    "     AND o.state IN " BINA_SEATED ") AS free"
    "  FROM enrolments AS e JOIN batches AS b ON b.id = e.batch"
    "  WHERE e.state = 'waitlisted' AND b.state IN ('open', 'running')"
    "   AND coalesce(e.began, '') <= ?1"
    "   AND NOT EXISTS (SELECT 1 FROM persons AS p WHERE p.id = e.participant"
    "     AND (p.merged_into IS NOT NULL OR p.died <= ?1)))"
    " WHERE place <= free";

static const bina_transition enrolment_steps[] = {
    {.verb = "add", .label = {"apply", "daftar"}, .from = "", .to = "applied", .guards = applying},
    {.verb = "enrol",
     .label = {"enrol", "terima langsung"},
     .from = "",
     .to = "enrolled",
     .guards = enrolling,
     .effects = took_seat},
    {.verb = "queue",
     .label = {"put on the waitlist", "masukkan daftar tunggu"},
     .from = "",
     .to = "waitlisted",
     .guards = queueing},
    {.verb = "accept",
     .label = {"accept", "terima"},
     .from = "applied waitlisted",
     .to = "enrolled",
     .sets = "replaces for_enterprise",
     .guards = accepting,
     .effects = took_seat},
    {.verb = "move_up",
     .label = {"move up from the waitlist", "naik dari daftar tunggu"},
     .from = "waitlisted",
     .to = "enrolled",
     .sets = "replaces",
     .guards = moving_up,
     .effects = took_seat,
     .due = next_in_line},
    {.verb = "waitlist",
     .label = {"put on the waitlist", "masukkan daftar tunggu"},
     .from = "applied",
     .to = "waitlisted",
     .sets = "priority",
     .guards = waiting},
    {.verb = "waitlist",
     .label = {"put back on the waitlist", "kembalikan ke daftar tunggu"},
     .from = "enrolled active",
     .to = "waitlisted",
     .reason = true,
     .sets = "priority",
     .effects = left_seat},
    {.verb = "start",
     .label = {"start", "mulai mengikuti"},
     .from = "enrolled",
     .to = "active",
     .guards = starting},
    {.verb = "no_show",
     .label = {"did not come", "tidak hadir"},
     .from = "enrolled active",
     .to = "no_show",
     .guards = missing},
    {.verb = "replace",
     .label = {"give the seat to another", "gantikan"},
     .from = "no_show withdrawn",
     .to = "replaced",
     .guards = replacing,
     .effects = left_seat},
    {.verb = "withdraw",
     .label = {"withdraw", "mengundurkan diri"},
     .from = "applied waitlisted enrolled active no_show",
     .to = "withdrawn",
     .reason = true,
     .effects = left_seat},
    {.verb = "complete",
     .label = {"complete", "luluskan"},
     .from = "enrolled active below_threshold",
     .to = "completed",
     .guards = completing},
    {.verb = "end_below",
     .label = {"end below the threshold", "akhiri di bawah batas"},
     .from = "enrolled active",
     .to = "below_threshold",
     .guards = falling_short},
    {.verb = "revoke",
     .label = {"take the completion back", "tarik kelulusan"},
     .from = "completed",
     .to = "below_threshold",
     .reason = true,
     .guards = revoking},
    {.verb = "transfer",
     .label = {"transfer to another batch", "pindahkan ke angkatan lain"},
     .from = "applied waitlisted enrolled active no_show",
     .to = "transferred",
     .sets = "!next_batch",
     .guards = transferring,
     .effects = transferred},
    {.verb = "reject",
     .label = {"reject", "tolak"},
     .from = "applied waitlisted",
     .to = "rejected",
     .reason = true},
    {.verb = "reapply",
     .label = {"apply again", "daftar kembali"},
     .from = "withdrawn rejected replaced transferred",
     .to = "applied",
     .reason = true,
     .guards = applying_again},
    {.verb = "reinstate",
     .label = {"came after all", "ternyata hadir"},
     .from = "no_show",
     .to = "active",
     .reason = true,
     .guards = starting},
    {.verb = "correct",
     .label = {"take the result back", "tarik kembali hasilnya"},
     .from = "completed below_threshold",
     .to = "active",
     .reason = true,
     .guards = correcting},
    {.verb = NULL},
};

/* ---- lessons, trainers, attendance: they have no states ---- */

static bina_guard *const lesson_always[] = {bina_lesson_in_time, bina_lesson_fits, NULL};
static bina_guard *const lesson_removal[] = {bina_lesson_in_time, NULL};
static const bina_transition lesson_steps[] = {
    {.verb = "add", .label = {"add", "tambah"}, .from = ""},
    {.verb = "remove", .label = {"remove", "hapus"}, .from = "", .guards = lesson_removal},
    {.verb = NULL},
};

static bina_guard *const assignment_always[] = {bina_assignment_fits, NULL};

static bina_guard *const attendance_always[] = {bina_attendance_open, bina_attendance_fits, NULL};
static bina_guard *const attendance_removal[] = {bina_attendance_open, NULL};
static const bina_transition attendance_steps[] = {
    {.verb = "add", .label = {"add", "tambah"}, .from = ""},
    {.verb = "remove", .label = {"remove", "hapus"}, .from = "", .guards = attendance_removal},
    {.verb = NULL},
};

/* ---- certificates ---- */

static bina_guard *const issuing[] = {bina_certificate_earned, NULL};
static bina_guard *const certificate_always[] = {bina_certificate_single, NULL};
static bina_effect *const issued[] = {bina_certificate_filled, NULL};
static bina_effect *const revoked[] = {bina_certificate_undone, NULL};
static bina_effect *const given_back[] = {bina_certificate_redone, NULL};

static const bina_transition certificate_steps[] = {
    {.verb = "add",
     .label = {"issue", "terbitkan"},
     .from = "",
     .to = "issued",
     .guards = issuing,
     .effects = issued},
    {.verb = "revoke",
     .label = {"revoke", "cabut"},
     .from = "issued",
     .to = "revoked",
     .reason = true,
     .effects = revoked},
    {.verb = "reinstate",
     .label = {"give back", "pulihkan"},
     .from = "revoked",
     .to = "issued",
     .reason = true,
     .effects = given_back},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_training[] = {
    {.kind = BINA_ENROLMENT,
     .state = "state",
     .began = "began",
     .fixed = "batch participant",
     .transitions = enrolment_steps,
     .always = enrolment_always},
    {.kind = BINA_LESSON, .transitions = lesson_steps, .always = lesson_always},
    {.kind = BINA_ASSIGNMENT, .always = assignment_always},
    {.kind = BINA_ATTENDANCE, .transitions = attendance_steps, .always = attendance_always},
    {.kind = BINA_CERTIFICATE,
     .state = "state",
     .began = "began",
     .fixed = "enrolment nature issued verify_code hours",
     .transitions = certificate_steps,
     .always = certificate_always},
    {.kind = BINA_NO_KIND},
};
