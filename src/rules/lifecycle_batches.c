/* The lifecycle of batches: planned in a programme, held, and completed by those who took part. */
#include "rules/lifecycle.h"
#include "rules/lifecycle_money.h"
#include "rules/training.h"

/* ---- conditions ---- */

static void
programme_lives(bina_case *c)
{
    char state[32];

    bina_case_ask_text(c, "SELECT state FROM programmes WHERE id = ?1",
                       BINA_VALUES(bina_case_field(c, "programme")), state, sizeof state);
    if (strcmp(state, "closed") == 0 || strcmp(state, "cancelled") == 0) {
        bina_case_refuse(
            c, "batch.programme", "its programme is %s; reopen it before planning a batch",
            "programnya berkeadaan %s; buka kembali sebelum merencanakan angkatan", state);
        bina_case_saw(c, "programme_state", bina_text(state));
    }
}

static void
programme_at_work(bina_case *c)
{
    char state[32];

    bina_case_ask_text(c, "SELECT state FROM programmes WHERE id = ?1",
                       BINA_VALUES(bina_case_field(c, "programme")), state, sizeof state);
    if (c->status == BINA_OK && strcmp(state, "open") != 0 && strcmp(state, "running") != 0) {
        bina_case_refuse(
            c, "batch.programme",
            "its programme is %s; a batch opens and runs only in one that is open or "
            "running",
            "programnya berkeadaan %s; angkatan hanya dibuka dan berjalan dalam program "
            "yang dibuka atau berjalan",
            state);
        bina_case_saw(c, "programme_state", bina_text(state));
    }
}

static void
has_seats(bina_case *c)
{
    if (bina_case_int(c, "seats") < 1) {
        bina_case_refuse(c, "batch.no_seats", "it has no seats; say how many may take part",
                         "belum ada kursi; tentukan berapa peserta");
        bina_case_saw(c, "seats", bina_case_field(c, "seats"));
    }
}

/* Postponed is what begins later than it was to begin, or on a day not yet known. */
static void
start_moved(bina_case *c)
{
    static const char planned[] =
        "SELECT " BINA_DAY_OF("planned_start") " FROM batches WHERE id = ?1";
    int64_t before = BINA_ASK(c, planned, bina_int(c->id));
    char day[16];

    if (before != 0 && bina_case_has(c, "planned_start") &&
        bina_case_int(c, "planned_start") <= before) {
        bina_case_refuse(c, "batch.new_start",
                         "it was to start on %s; give a later planned_start, or clear it while no "
                         "day is known",
                         "semula mulai %s; isi planned_start yang lebih kemudian, atau kosongkan "
                         "selama belum ada tanggal",
                         bina_date_format(before, day));
        bina_case_saw(c, "planned_start", bina_integer_of(BINA_DATE, before));
    }
}

static void
has_participants(bina_case *c)
{
    static const char taking_part[] = "SELECT count(*) FROM enrolments WHERE batch = ?1"
                                      " AND +state IN ('enrolled', 'active')";

    if (BINA_ASK(c, taking_part, bina_int(c->id)) == 0) {
        bina_case_refuse(c, "batch.participants", "nobody is enrolled in it yet",
                         "belum ada peserta terdaftar");
        bina_case_saw(c, "participants", bina_int(0));
    }
}

static void
lessons_held(bina_case *c)
{
    static const char held[] = "SELECT count(*) FROM lessons WHERE batch = ?1 AND held_on <= ?2";
    static const char ahead[] = "SELECT count(*) FROM lessons WHERE batch = ?1 AND held_on > ?2";
    const bina_value on = bina_integer_of(BINA_DATE, c->on);
    int64_t left = BINA_ASK(c, ahead, bina_int(c->id), on);

    if (left > 0) {
        bina_case_refuse(c, "batch.lessons_left", "%lld of its lessons are still to come",
                         "%lld pertemuannya belum tiba", (long long)left);
        bina_case_saw(c, "lessons_left", bina_int(left));
    }
    if (bina_activity_teaches(bina_case_text(c, "activity")) &&
        BINA_ASK(c, held, bina_int(c->id), on) == 0) {
        bina_case_refuse(c, "batch.lessons", "no lesson of it was held; write down the lessons",
                         "belum ada pertemuan yang dilaksanakan; catat pertemuannya");
        bina_case_saw(c, "lessons", bina_int(0));
    }
}

static void
participants_ended(bina_case *c)
{
    static const char in_it[] = "SELECT count(*) FROM enrolments WHERE batch = ?1"
                                " AND +state IN ('enrolled', 'active')";
    int64_t count = BINA_ASK(c, in_it, bina_int(c->id));

    if (count > 0) {
        bina_case_refuse(c, "batch.participants",
                         "%lld participants are still in it; complete each, end it below the "
                         "threshold or withdraw it first",
                         "%lld peserta belum diakhiri; luluskan, akhiri di bawah batas, atau catat "
                         "pengunduran dirinya dahulu",
                         (long long)count);
        bina_case_saw(c, "participants", bina_int(count));
    }
}

static void
nobody_completed(bina_case *c)
{
    static const char completed[] = "SELECT count(*) FROM enrolments WHERE batch = ?1"
                                    " AND +state = 'completed'";
    int64_t count = BINA_ASK(c, completed, bina_int(c->id));

    if (count > 0) {
        bina_case_refuse(
            c, "batch.completed", "%lld participants completed it; complete the batch instead",
            "%lld peserta sudah lulus; selesaikan angkatan ini (complete)", (long long)count);
        bina_case_saw(c, "completed", bina_int(count));
    }
}

static void
batch_in_order(bina_case *c)
{
    static const char *const pairs[][2] = {{"planned_start", "planned_end"}, {"started", "ended"}};

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (bina_case_has(c, pairs[i][0]) && bina_case_has(c, pairs[i][1]) &&
            bina_case_int(c, pairs[i][1]) < bina_case_int(c, pairs[i][0])) {
            bina_case_refuse(c, "batch.days", "%s lies before %s", "%s mendahului %s", pairs[i][1],
                             pairs[i][0]);
            bina_case_saw(c, pairs[i][0], bina_case_field(c, pairs[i][0]));
            bina_case_saw(c, pairs[i][1], bina_case_field(c, pairs[i][1]));
        }
}

/* ---- what they bring with them ---- */

/* The programme begins with its first batch, unless its own steps say that it opened later. */
static void
start_programme(bina_case *c)
{
    static const char open_by_then[] =
        "SELECT id FROM programmes AS p WHERE id = ?1 AND state = 'open'"
        " AND coalesce(began, '') <= ?2 AND NOT EXISTS (SELECT 1 FROM dated_values AS d"
        "  WHERE d.record = p.id AND d.field = 'state' AND d.superseded IS NULL"
        "    AND d.valid_from > ?2)";
    bina_id programme = BINA_ASK(c, open_by_then, bina_case_field(c, "programme"),
                                 bina_integer_of(BINA_DATE, c->on));

    if (programme != 0)
        bina_case_advance(c, programme, "start", NULL, NULL);
}

static void
start_participants(bina_case *c)
{
    static const char enrolled[] = "SELECT id FROM enrolments WHERE batch = ?1"
                                   " AND +state = 'enrolled' ORDER BY id";
    size_t count;
    bina_id *ids = BINA_ASK_IDS(c, enrolled, &count, bina_int(c->id));

    for (size_t i = 0; i < count; i++)
        bina_case_advance(c, ids[i], "start", NULL, NULL);
    free(ids);
}

/* Their wish to take part outlives the batch: they wait, and the next batch is proposed from them.
 */
static void
let_participants_wait(bina_case *c)
{
    static const char in_it[] = "SELECT id FROM enrolments WHERE batch = ?1"
                                " AND +state IN ('enrolled', 'active') ORDER BY id";
    size_t count;
    bina_id *ids = BINA_ASK_IDS(c, in_it, &count, bina_int(c->id));

    for (size_t i = 0; i < count; i++)
        bina_case_advance(c, ids[i], "waitlist", c->reason, c->note);
    free(ids);
}

/* ---- steps ---- */

static bina_guard *const planning[] = {programme_lives, NULL};
static bina_guard *const batch_opening[] = {programme_at_work, has_seats, bina_planned_fits, NULL};
static bina_guard *const postponing[] = {start_moved, NULL};
static bina_guard *const starting[] = {programme_at_work, has_participants, NULL};
static bina_guard *const completing[] = {lessons_held, participants_ended, NULL};
static bina_guard *const dropping[] = {nobody_completed, NULL};
static bina_guard *const batch_always[] = {batch_in_order, bina_seats_suffice, bina_venues_differ,
                                           bina_batch_keeps_its_people, NULL};
static bina_effect *const batch_opened[] = {bina_commit_planned, NULL};
static bina_effect *const started[] = {start_participants, start_programme, NULL};
static bina_effect *const dropped[] = {let_participants_wait, bina_release_committed, NULL};
static bina_effect *const batch_changed[] = {bina_waitlist_moves_up, NULL};

static const bina_transition batch_steps[] = {
    {.verb = "add",
     .label = {"plan", "rencanakan"},
     .from = "",
     .to = "planned",
     .guards = planning},
    {.verb = "open",
     .label = {"open for enrolment", "buka pendaftaran"},
     .from = "planned postponed",
     .to = "open",
     .sets = "!planned_start planned_end venue seats",
     .guards = batch_opening,
     .effects = batch_opened},
    {.verb = "postpone",
     .label = {"postpone", "tunda"},
     .from = "planned open",
     .to = "postponed",
     .reason = true,
     .sets = "planned_start planned_end venue",
     .guards = postponing},
    {.verb = "start",
     .label = {"start", "mulai"},
     .from = "open",
     .to = "running",
     .sets = "started",
     .guards = starting,
     .effects = started},
    {.verb = "complete",
     .label = {"complete", "selesaikan"},
     .from = "running",
     .to = "completed",
     .sets = "started ended cost",
     .guards = completing},
    {.verb = "cancel",
     .label = {"cancel", "batalkan"},
     .from = "planned open postponed running",
     .to = "cancelled",
     .reason = true,
     .guards = dropping,
     .effects = dropped},
    {.verb = "reopen",
     .label = {"take up again", "lanjutkan kembali"},
     .from = "completed",
     .to = "running",
     .reason = true,
     .sets = "ended",
     .guards = (bina_guard *const[]){programme_at_work, NULL}},
    {.verb = "reopen",
     .label = {"plan again", "rencanakan kembali"},
     .from = "cancelled",
     .to = "planned",
     .reason = true,
     .sets = "planned_start planned_end venue",
     .guards = planning},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_batches[] = {
    {.kind = BINA_BATCH,
     .state = "state",
     .began = "began",
     .kept = "programme number activity",
     .transitions = batch_steps,
     .always = batch_always,
     .changed = batch_changed},
    {.kind = BINA_NO_KIND},
};
