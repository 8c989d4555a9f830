/*
 * Seats are never oversold, and a seat that becomes free goes to the first of the waitlist.
 *
 * A seat is taken from enrolment on and stays taken when the participant has completed or ended
 * below the threshold; a no-show keeps it until somebody replaces it.
 */
#include "model/id.h"
#include "rules/lifecycle.h"
#include "rules/training.h"

static int64_t
seats_taken(bina_case *c, bina_id batch, bina_id except)
{
    static const char taken[] = "SELECT count(*) FROM enrolments WHERE batch = ?1 AND id <> ?2"
                                " AND +state IN " BINA_SEATED;
    return BINA_ASK(c, taken, bina_int(batch), bina_int(except));
}

static bool
takes_seat(const char *state)
{
    static const char *const states[] = {"enrolled", "active", "completed", "below_threshold",
                                         "no_show"};

    for (size_t i = 0; state != NULL && i < sizeof states / sizeof *states; i++)
        if (strcmp(states[i], state) == 0)
            return true;
    return false;
}

void
bina_seats_suffice(bina_case *c)
{
    int64_t taken, seats = bina_case_int(c, "seats");

    if (c->id == 0)
        return;
    taken = seats_taken(c, c->id, 0);
    if (taken > seats) {
        bina_case_refuse(c, "batch.seats",
                         "%lld seats are taken, more than %lld; withdraw participants first, or "
                         "keep as many seats",
                         "%lld kursi sudah terisi, lebih dari %lld; catat pengunduran diri peserta "
                         "dahulu, atau pertahankan jumlah kursi",
                         (long long)taken, (long long)seats);
        bina_case_saw(c, "taken", bina_int(taken));
        bina_case_saw(c, "seats", bina_int(seats));
    }
}

/* 1 when the enrolment replaced still sits on the seat this one is to have. */
static int64_t
seat_handed_on(bina_case *c, bina_id batch)
{
    static const char sits[] = "SELECT count(*) FROM enrolments WHERE id = ?1 AND batch = ?2"
                               " AND state = 'no_show'";
    bina_id replaced = bina_case_int(c, "replaces");

    return replaced != 0 ? BINA_ASK(c, sits, bina_int(replaced), bina_int(batch)) : 0;
}

void
bina_seat_is_free(bina_case *c)
{
    bina_id batch = bina_case_int(c, "batch");
    int64_t seats, taken;

    if (!takes_seat(bina_case_text(c, "state")) || (c->state != NULL && takes_seat(c->state)))
        return;
    seats = BINA_ASK(c, "SELECT seats FROM batches WHERE id = ?1", bina_int(batch));
    taken = seats_taken(c, batch, c->id);
    if (taken >= seats)
        taken -= seat_handed_on(c, batch);
    if (c->status == BINA_OK && taken >= seats) {
        bina_case_refuse(c, "batch.seats",
                         "all %lld seats are taken; put it on the waitlist, or give the batch more "
                         "seats",
                         "seluruh %lld kursi sudah terisi; masukkan ke daftar tunggu, atau tambah "
                         "kursi angkatan",
                         (long long)seats);
        bina_case_saw(c, "seats", bina_int(seats));
        bina_case_saw(c, "taken", bina_int(taken));
        bina_case_saw(c, "batch", bina_int(batch));
    }
}

void
bina_seat_is_vacated(bina_case *c)
{
    static const char vacated[] =
        "SELECT count(*) FROM enrolments AS e WHERE id = ?1 AND batch = ?2"
        " AND state IN ('no_show', 'withdrawn', 'replaced')"
        " AND NOT EXISTS (SELECT 1 FROM enrolments AS o WHERE o.replaces = e.id AND o.id <> ?3)";
    bina_id replaced = bina_case_int(c, "replaces");

    if (replaced != 0 && BINA_ASK(c, vacated, bina_int(replaced), bina_case_field(c, "batch"),
                                  bina_int(c->id)) == 0) {
        bina_case_refuse(c, "enrolment.replaces",
                         "the enrolment it replaces must be a no-show or withdrawn, of the same "
                         "batch, and not replaced by another",
                         "peserta yang digantikan harus tidak hadir atau mengundurkan diri, dari "
                         "angkatan yang sama, dan belum digantikan yang lain");
        bina_case_saw(c, "replaces", bina_int(replaced));
    }
}

void
bina_replaced_leaves(bina_case *c)
{
    static const char still[] = "SELECT count(*) FROM enrolments WHERE id = ?1"
                                " AND state <> 'replaced'";
    bina_id replaced = bina_case_int(c, "replaces");

    if (replaced != 0 && BINA_ASK(c, still, bina_int(replaced)) > 0)
        bina_case_advance(c, replaced, "replace", c->reason, NULL);
}

/* ---- the waitlist ---- */

/*
 * Who is next: by priority, then by day of application, then by number. Who died, closed, was
 * merged, or is elsewhere on the same days is passed over; so is who came onto the list after the
 * day spoken of. ?1 batch, ?2 the day, ?3 one who is not asked.
 */
static const char next_waiting[] =
    "SELECT e.id FROM enrolments AS e JOIN batches AS b ON b.id = e.batch"
    " WHERE e.batch = ?1 AND +e.state = 'waitlisted' AND e.id <> ?3"
    "   AND coalesce(e.began, '') <= ?2"
    "   AND NOT EXISTS (SELECT 1 FROM dated_values AS d WHERE d.record = e.id"
    "     AND d.field = 'state' AND d.superseded IS NULL AND d.valid_from > ?2)"
    "   AND NOT EXISTS (SELECT 1 FROM persons AS p WHERE p.id = e.participant"
    "     AND (p.merged_into IS NOT NULL OR p.died <= ?2))"
    "   AND NOT EXISTS (SELECT 1 FROM enterprises AS p WHERE p.id = e.participant"
    "     AND (p.merged_into IS NOT NULL OR p.status IN ('closed', 'moved_away')))"
    "   AND NOT EXISTS (SELECT 1 FROM \"groups\" AS p WHERE p.id = e.participant"
    "     AND (p.merged_into IS NOT NULL OR p.state IN ('merged', 'dissolved')))"
    "   AND NOT EXISTS (SELECT 1 FROM enrolments AS o CROSS JOIN batches AS ob ON ob.id = o.batch"
    "     WHERE " BINA_OF_PARTICIPANT(
        "o", "e.participant") " AND " BINA_ELSEWHERE ")"
                              " ORDER BY coalesce(e.priority, 1000001), coalesce(e.applied, "
                              "e.began, ''), e.id LIMIT 1";

/* Whether the participant may be moved up at all: the batch is open or running and has room. */
static bool
has_room(bina_case *c, bina_id batch)
{
    static const char seats[] = "SELECT seats FROM batches WHERE id = ?1"
                                " AND state IN ('open', 'running')";

    return BINA_ASK(c, seats, bina_int(batch)) > seats_taken(c, batch, 0);
}

static bina_id
next_of(bina_case *c, bina_id batch, bina_id except)
{
    return BINA_ASK(c, next_waiting, bina_int(batch), bina_integer_of(BINA_DATE, c->on),
                    bina_int(except));
}

/* The step "move_up"; it names the enrolment whose seat it is, if one was left. */
static void
move_up(bina_case *c, bina_id id, bina_id replaced)
{
    bina_move move = {.verb = "move_up", .on = c->on};
    bina_record *values = NULL;

    if (replaced != 0) {
        values = bina_record_new(BINA_ENROLMENT);
        if (values == NULL) {
            c->status = bina_error_plain(c->access->error, BINA_ERR_NO_MEMORY);
            return;
        }
        bina_set_int(values, BINA_ENROLMENT_REPLACES, replaced);
        move.values = values;
    }
    if (c->status == BINA_OK)
        c->status = c->access->advance(c->access->data, id, &move);
    bina_record_free(values);
}

void
bina_waitlist_moves_up(bina_case *c)
{
    bool of_batch = bina_id_kind(c->id) == BINA_BATCH;
    bina_id batch = of_batch ? c->id : bina_case_int(c, "batch");
    bina_id self = of_batch ? 0 : c->id;
    const char *verb = c->transition != NULL ? c->transition->verb : "";
    bina_id replaced = strcmp(verb, "replace") == 0 ? self : 0;

    while (c->status == BINA_OK && has_room(c, batch)) {
        bina_id next = next_of(c, batch, self);
        if (next == 0)
            break;
        move_up(c, next, replaced);
        replaced = 0;
    }
}

void
bina_seat_has_taker(bina_case *c)
{
    static const char taker[] = "SELECT count(*) FROM enrolments WHERE replaces = ?1";

    bool sits = c->state != NULL && strcmp(c->state, "no_show") == 0;

    /* A withdrawn one's seat is free already, and may be somebody else's. */
    if (BINA_ASK(c, taker, bina_int(c->id)) == 0 &&
        (!sits || next_of(c, bina_case_int(c, "batch"), c->id) == 0)) {
        bina_case_refuse(
            c, "enrolment.taker",
            "nobody waits for the seat; enrol somebody with \"replaces\" naming this "
            "enrolment",
            "tidak ada yang menunggu kursi ini; daftarkan seseorang dengan \"replaces\" "
            "yang menunjuk kepesertaan ini");
        bina_case_saw(c, "waiting", bina_int(0));
    }
}
