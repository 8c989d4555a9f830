/*
 * What a participant reached, and the certificates for it.
 *
 * Of an activity that teaches, enough lesson hours must have been attended; who was excused was not
 * there. Help with a permit or brand is completed by the outcome it was for. Of a fair or a meeting
 * it is enough to have taken part.
 */
#include "base/secret.h"
#include "rules/lifecycle.h"
#include "rules/policy.h"
#include "rules/training.h"

typedef struct result {
    bool teaches, seeks_permit;
    int64_t attended, held, left; /* lesson hours, lesson hours, lessons */
    int64_t least;                /* percent */
    int64_t outcomes;
    bina_policy_source source;
} result;

static int64_t
hours_attended(bina_case *c, bina_id enrolment)
{
    static const char attended[] =
        "SELECT sum(coalesce(a.hours, l.hours)) FROM attendances AS a"
        " JOIN lessons AS l ON l.id = a.lesson WHERE a.enrolment = ?1 AND a.presence = 'present'";
    return BINA_ASK(c, attended, bina_int(enrolment));
}

static void
find_result(bina_case *c, result *r)
{
    static const char activity_of[] = "SELECT activity FROM batches WHERE id = ?1";
    static const char held[] = "SELECT sum(hours) FROM lessons WHERE batch = ?1";
    static const char left[] = "SELECT count(*) FROM lessons WHERE batch = ?1 AND held_on > ?2";
    static const char outcomes[] =
        "SELECT count(*) FROM outcomes WHERE cause__batch = ?1 AND party IN (?2, ?3)"
        " AND nature = 'permit_obtained' AND coalesce(state, '') <> 'rejected'";
    const bina_value batch = bina_case_field(c, "batch");
    char activity[32];

    bina_case_ask_text(c, activity_of, BINA_VALUES(batch), activity, sizeof activity);
    *r = (result){.teaches = bina_activity_teaches(activity),
                  .seeks_permit = bina_activity_seeks_permit(activity)};
    if (r->teaches) {
        bina_id programme = BINA_ASK(c, "SELECT programme FROM batches WHERE id = ?1", batch);
        r->held = BINA_ASK(c, held, batch);
        r->left = BINA_ASK(c, left, batch, bina_integer_of(BINA_DATE, c->on));
        r->attended = hours_attended(c, c->id);
        r->least = bina_policy_number(c, "attendance.certificate", programme, &r->source);
        if (r->least == BINA_POLICY_NONE)
            r->least = 0;
    }
    if (r->seeks_permit)
        r->outcomes = BINA_ASK(c, outcomes, batch, bina_case_field(c, "participant"),
                               bina_case_field(c, "for_enterprise"));
}

static bool
reached(const result *r)
{
    if (r->teaches)
        return r->held > 0 && r->attended * 100 >= r->least * r->held;
    return !r->seeks_permit || r->outcomes > 0;
}

static void
saw_hours(bina_case *c, const result *r)
{
    bina_case_saw(c, "attended", bina_int(r->attended));
    bina_case_saw(c, "held", bina_int(r->held));
    bina_case_saw(c, "least", bina_int(r->least));
    bina_policy_ground(c, &r->source);
}

void
bina_result_reached(bina_case *c)
{
    result r;

    find_result(c, &r);
    if (c->status != BINA_OK)
        return;
    if (r.left > 0) {
        bina_case_refuse(c, "enrolment.lessons_left", "%lld lessons of its batch are still to come",
                         "%lld pertemuan angkatannya belum tiba", (long long)r.left);
        bina_case_saw(c, "lessons_left", bina_int(r.left));
    }
    if (r.teaches && r.held == 0) {
        bina_case_refuse(c, "enrolment.no_lessons",
                         "its batch has no lesson hours; write down lessons and attendance",
                         "angkatannya belum mempunyai JP; catat pertemuan dan presensinya");
        bina_case_saw(c, "held", bina_int(0));
    } else if (r.teaches && !reached(&r)) {
        bina_case_refuse(c, "enrolment.attendance",
                         "%lld of %lld lesson hours were attended, and at least %lld percent are "
                         "needed; end it below the threshold instead",
                         "dihadiri %lld dari %lld JP, padahal sedikitnya %lld persen; akhiri di "
                         "bawah batas (end_below)",
                         (long long)r.attended, (long long)r.held, (long long)r.least);
        saw_hours(c, &r);
    } else if (!reached(&r)) {
        bina_case_refuse(c, "enrolment.outcome",
                         "help with a permit is completed by its outcome; write down the outcome "
                         "\"permit_obtained\" with this batch as its cause",
                         "fasilitasi izin selesai dengan hasilnya; catat hasil \"permit_obtained\" "
                         "dengan angkatan ini sebagai penyebab");
        bina_case_saw(c, "outcomes", bina_int(0));
    }
}

void
bina_result_not_reached(bina_case *c)
{
    result r;

    find_result(c, &r);
    if (c->status != BINA_OK || !reached(&r) || (!r.teaches && !r.seeks_permit))
        return;
    bina_case_refuse(c, "enrolment.reached", "it reached what is asked; complete it instead",
                     "yang disyaratkan sudah tercapai; luluskan (complete)");
    if (r.teaches)
        saw_hours(c, &r);
    else
        bina_case_saw(c, "outcomes", bina_int(r.outcomes));
}

void
bina_was_absent(bina_case *c)
{
    int64_t attended = hours_attended(c, c->id);

    if (attended > 0) {
        bina_case_refuse(c, "enrolment.was_there", "%lld lesson hours were attended",
                         "sudah dihadiri %lld JP", (long long)attended);
        bina_case_saw(c, "attended", bina_int(attended));
    }
}

/* ---- certificates ---- */

/* Those that say that the enrolment was completed. */
#define SAYS_COMPLETED "nature IN ('completion', 'competence') AND +state = 'issued'"

static bool
says_completed(const bina_case *c)
{
    const char *nature = bina_case_text(c, "nature");

    return nature != NULL && strcmp(nature, "attendance") != 0;
}

void
bina_uncertified(bina_case *c)
{
    static const char certified[] =
        "SELECT id FROM certificates WHERE enrolment = ?1 AND " SAYS_COMPLETED;
    bina_id certificate = BINA_ASK(c, certified, bina_int(c->id));

    if (certificate != 0) {
        bina_case_refuse(c, "enrolment.certificate",
                         "a certificate says that it was completed; revoke that first",
                         "ada sertifikat yang menyatakan lulus; cabut dahulu");
        bina_case_saw(c, "certificate", bina_int(certificate));
    }
}

void
bina_certificate_earned(bina_case *c)
{
    static const char assessed[] = "SELECT count(*) FROM assessments WHERE enrolment = ?1"
                                   " AND nature = 'competence'";
    const char *nature = bina_case_text(c, "nature");
    bina_id enrolment = bina_case_int(c, "enrolment");
    char state[32];

    if (nature == NULL || enrolment == 0)
        return;
    bina_case_ask_text(c, "SELECT state FROM enrolments WHERE id = ?1",
                       BINA_VALUES(bina_int(enrolment)), state, sizeof state);
    if (says_completed(c) && BINA_ASK(c,
                                      "SELECT count(*) FROM steps WHERE subject__enrolment = ?1"
                                      " AND entered = 'completed' AND taken > ?2",
                                      bina_int(enrolment), bina_case_field(c, "issued")) > 0)
        bina_case_refuse(
            c, "certificate.too_early",
            "it is dated before the participant completed; give the day of completion or "
            "a later one",
            "tanggalnya sebelum peserta lulus; isi tanggal kelulusan atau sesudahnya");
    if (bina_case_int(c, "issued") > c->today)
        bina_case_refuse(c, "certificate.future", "its day of issue is still to come",
                         "tanggal terbitnya belum tiba");
    if (says_completed(c) && strcmp(state, "completed") != 0) {
        bina_case_refuse(c, "certificate.not_completed",
                         "the participant is %s; only who completed gets it (a certificate of "
                         "attendance needs attended hours)",
                         "peserta berkeadaan %s; hanya yang lulus mendapatkannya (sertifikat "
                         "keikutsertaan memerlukan JP yang dihadiri)",
                         state);
        bina_case_saw(c, "state", bina_text(state));
    } else if (!says_completed(c) && strcmp(state, "completed") != 0 &&
               hours_attended(c, enrolment) == 0) {
        bina_case_refuse(c, "certificate.not_attended", "no lesson hour was attended",
                         "belum ada JP yang dihadiri");
        bina_case_saw(c, "attended", bina_int(0));
    }
    if (strcmp(nature, "competence") == 0 && BINA_ASK(c, assessed, bina_int(enrolment)) == 0) {
        bina_case_refuse(c, "certificate.not_assessed",
                         "a certificate of competence needs an assessment of competence",
                         "sertifikat kompetensi memerlukan penilaian kompetensi");
        bina_case_saw(c, "assessments", bina_int(0));
    }
}

void
bina_certificate_single(bina_case *c)
{
    static const char others[] = "SELECT id FROM certificates WHERE enrolment = ?1"
                                 " AND nature = ?2 AND id <> ?3 AND +state = 'issued'";
    const char *state = bina_case_text(c, "state");
    bina_id other;

    if (state == NULL || strcmp(state, "issued") != 0)
        return;
    other = BINA_ASK(c, others, bina_case_field(c, "enrolment"), bina_case_field(c, "nature"),
                     bina_int(c->id));
    if (other != 0) {
        bina_case_refuse(c, "certificate.twice",
                         "the participant has a certificate of this nature; revoke that first",
                         "peserta sudah mempunyai sertifikat jenis ini; cabut dahulu");
        bina_case_saw(c, "certificate", bina_int(other));
    }
}

void
bina_certificate_filled(bina_case *c)
{
    bool code = !bina_case_has(c, "verify_code"), hours = !bina_case_has(c, "hours");
    char drawn[BINA_SECRET_SIZE];
    bina_record *now = NULL, *filled;
    int64_t attended;

    if (!code && !hours)
        return;
    attended = hours_attended(c, bina_case_int(c, "enrolment"));
    if (c->status == BINA_OK)
        c->status = c->access->get(c->access->data, c->id, &now);
    if (c->status != BINA_OK)
        return;
    filled = bina_record_new(BINA_CERTIFICATE);
    if (filled != NULL) {
        bina_set_int(filled, BINA_CERTIFICATE_ID, c->id);
        bina_set_int(filled, BINA_CERTIFICATE_REVISION,
                     bina_record_int(now, BINA_CERTIFICATE_REVISION));
        if (code) {
            bina_secret_draw(drawn);
            bina_set_text(filled, BINA_CERTIFICATE_VERIFY_CODE, drawn);
        }
        if (hours && attended > 0)
            bina_set_int(filled, BINA_CERTIFICATE_HOURS, attended);
    }
    bina_record_free(now);
    bina_case_update(c, filled);
}

void
bina_certificate_undone(bina_case *c)
{
    static const char to_undo[] =
        "SELECT e.id FROM enrolments AS e WHERE e.id = ?1 AND e.state = 'completed'"
        " AND NOT EXISTS (SELECT 1 FROM certificates AS o WHERE o.enrolment = e.id"
        "   AND " SAYS_COMPLETED ")";
    bina_id enrolment;

    if (!says_completed(c))
        return;
    enrolment = BINA_ASK(c, to_undo, bina_case_field(c, "enrolment"));
    if (enrolment != 0)
        bina_case_advance(c, enrolment, "revoke", c->reason, c->note);
}

void
bina_certificate_redone(bina_case *c)
{
    static const char to_redo[] = "SELECT id FROM enrolments WHERE id = ?1"
                                  " AND state = 'below_threshold'";
    bina_id enrolment;

    if (!says_completed(c))
        return;
    enrolment = BINA_ASK(c, to_redo, bina_case_field(c, "enrolment"));
    if (enrolment != 0)
        bina_case_advance(c, enrolment, "complete", NULL, NULL);
}
