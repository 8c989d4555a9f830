/* Who may take part: stands for itself, is eligible, has the days free; in a batch that takes it.
 */
#include "model/id.h"
#include "rules/lifecycle.h"
#include "rules/policy.h"
#include "rules/training.h"

void
bina_participant_new(bina_case *c)
{
    static const char other[] = "SELECT id FROM enrolments WHERE participant = ?1 AND batch = ?2";
    static const char state_of[] = "SELECT state FROM enrolments WHERE id = ?1";
    bina_id enrolment =
        BINA_ASK(c, other, bina_case_field(c, "participant"), bina_case_field(c, "batch"));
    char state[32];

    if (enrolment == 0)
        return;
    bina_case_ask_text(c, state_of, BINA_VALUES(bina_int(enrolment)), state, sizeof state);
    bina_case_refuse(c, "enrolment.twice",
                     "the participant is written in this batch already, as %s; who left it comes "
                     "back by the step \"reapply\"",
                     "peserta sudah tercatat dalam angkatan ini sebagai %s; yang sudah keluar "
                     "kembali dengan langkah \"reapply\"",
                     state);
    bina_case_saw(c, "enrolment", bina_int(enrolment));
    bina_case_saw(c, "state", bina_text(state));
}

void
bina_participant_stands(bina_case *c)
{
    static const char person[] =
        "SELECT CASE WHEN merged_into IS NOT NULL THEN 1 WHEN died <= ?2 THEN 2 ELSE 0 END"
        " FROM persons WHERE id = ?1";
    static const char enterprise[] =
        "SELECT CASE WHEN merged_into IS NOT NULL THEN 1"
        "            WHEN status IN ('closed', 'moved_away') THEN 3 ELSE 0 END"
        " FROM enterprises WHERE id = ?1";
    static const char group[] =
        "SELECT CASE WHEN merged_into IS NOT NULL THEN 1"
        "            WHEN state IN ('merged', 'dissolved') THEN 3 ELSE 0 END"
        " FROM \"groups\" WHERE id = ?1";
    bina_id participant = bina_case_int(c, "participant");
    int kind = bina_id_kind(participant);
    const bina_value id = bina_int(participant), on = bina_integer_of(BINA_DATE, c->on);
    int64_t fault = kind == BINA_PERSON       ? BINA_ASK(c, person, id, on)
                    : kind == BINA_ENTERPRISE ? BINA_ASK(c, enterprise, id)
                                              : BINA_ASK(c, group, id);

    if (fault == 1)
        bina_case_refuse(c, "enrolment.merged",
                         "the participant's record was merged into another; name that one",
                         "data peserta sudah digabung ke data lain; sebutkan data itu");
    else if (fault == 2)
        bina_case_refuse(c, "enrolment.died", "the participant has died",
                         "peserta sudah meninggal");
    else if (fault == 3)
        bina_case_refuse(c, "enrolment.closed",
                         "the participant is closed, dissolved or moved away",
                         "peserta sudah tutup, bubar, atau pindah");
    if (fault != 0)
        bina_case_saw(c, "participant", bina_int(participant));
}

void
bina_participant_eligible(bina_case *c)
{
    bina_id programme =
        BINA_ASK(c, "SELECT programme FROM batches WHERE id = ?1", bina_case_field(c, "batch"));

    bina_policy_judge(c, "eligibility", programme, bina_case_int(c, "participant"));
}

/* ---- days ---- */

void
bina_participant_free(bina_case *c)
{
    static const char elsewhere[] =
        "SELECT ob.id FROM enrolments AS o CROSS JOIN batches AS ob ON ob.id = o.batch"
        " JOIN (SELECT ?3 AS id) AS e JOIN batches AS b ON b.id = ?2"
        " WHERE " BINA_OF_PARTICIPANT("o", "?1") " AND " BINA_ELSEWHERE " LIMIT 1";
    static const char number[] = "SELECT number FROM batches WHERE id = ?1";
    bina_id batch = BINA_ASK(c, elsewhere, bina_case_field(c, "participant"),
                             bina_case_field(c, "batch"), bina_int(c->id));
    int64_t which;

    if (batch == 0)
        return;
    which = BINA_ASK(c, number, bina_int(batch));
    bina_case_refuse(c, "enrolment.clash",
                     "the participant is in another batch on the same days, number %lld of its "
                     "programme",
                     "pada hari yang sama peserta mengikuti angkatan lain, nomor %lld dalam "
                     "programnya",
                     (long long)which);
    bina_case_saw(c, "batch", bina_int(batch));
}

/* ---- the batch ---- */

static void
batch_in_state(bina_case *c, const char *select, const char *english, const char *indonesian)
{
    char state[32];

    bina_case_ask_text(c, select, BINA_VALUES(bina_case_field(c, "batch")), state, sizeof state);
    if (state[0] == '\0')
        return;
    bina_case_refuse(c, "enrolment.batch", english, indonesian, state);
    bina_case_saw(c, "batch_state", bina_text(state));
}

void
bina_batch_takes_names(bina_case *c)
{
    batch_in_state(
        c, "SELECT state FROM batches WHERE id = ?1 AND state IN ('completed', 'cancelled')",
        "its batch is %s and takes no more names",
        "angkatannya berkeadaan %s dan tidak menerima pendaftar lagi");
}

void
bina_batch_takes_part(bina_case *c)
{
    batch_in_state(c,
                   "SELECT state FROM batches WHERE id = ?1 AND state NOT IN ('open', 'running')",
                   "its batch is %s; participants are enrolled in one that is open or running",
                   "angkatannya berkeadaan %s; peserta didaftarkan pada angkatan yang dibuka atau "
                   "berjalan");
}

void
bina_batch_runs(bina_case *c)
{
    batch_in_state(c, "SELECT state FROM batches WHERE id = ?1 AND state <> 'running'",
                   "its batch is %s, not running", "angkatannya berkeadaan %s, tidak berjalan");
}

void
bina_batch_was_held(bina_case *c)
{
    batch_in_state(c,
                   "SELECT state FROM batches WHERE id = ?1"
                   " AND state NOT IN ('running', 'completed')",
                   "its batch is %s; results are written once it runs",
                   "angkatannya berkeadaan %s; hasil dicatat setelah angkatan berjalan");
}

/* ---- to another batch ---- */

void
bina_batch_differs(bina_case *c)
{
    if (bina_case_has(c, "next_batch") &&
        bina_case_int(c, "next_batch") == bina_case_int(c, "batch"))
        bina_case_refuse(c, "enrolment.next_batch", "the next batch must be another one",
                         "angkatan tujuan harus angkatan lain");
}

void
bina_enrol_in_next(bina_case *c)
{
    static const int kept[] = {BINA_ENROLMENT_PARTICIPANT, BINA_ENROLMENT_APPLIED,
                               BINA_ENROLMENT_FOR_ENTERPRISE, BINA_ENROLMENT_PRIORITY};
    bina_record *next = bina_record_new(BINA_ENROLMENT);

    if (next != NULL) {
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
            bina_record_set(next, kept[i], bina_record_get(c->record, kept[i]));
        bina_set_int(next, BINA_ENROLMENT_BATCH, bina_case_int(c, "next_batch"));
        bina_set_int(next, BINA_ENROLMENT_CAME_FROM, c->id);
        bina_set_text(next, BINA_ENROLMENT_STATE, "enrolled");
        bina_set_int(next, BINA_ENROLMENT_BEGAN, c->on);
    }
    (void)bina_case_add(c, next);
}
