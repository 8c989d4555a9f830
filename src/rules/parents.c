/*
 * A parent stays where its children need it. Its own steps see to that; what is asked here is what
 * an undo brings back: a batch is not planned anew while people sit in it, nor a programme drafted
 * anew while a batch of it is open.
 */
#include <string.h>
#include "rules/lifecycle.h"
#include "rules/training.h"

/* Whether the record is in one of the states, without a step that leads there. */
static bool
is_back_in(const bina_case *c, const char *states)
{
    const char *state = c->transition == NULL ? bina_case_text(c, "state") : NULL;

    return state != NULL && c->id != 0 && bina_case_in(c, states);
}

void
bina_batch_keeps_its_people(bina_case *c)
{
    static const char seated[] = "SELECT count(*) FROM enrolments WHERE batch = ?1"
                                 " AND state IN ('enrolled', 'active') AND evidence IS NULL";
    int64_t people = is_back_in(c, "planned cancelled") ? BINA_ASK(c, seated, bina_int(c->id)) : 0;

    if (people == 0)
        return;
    bina_case_refuse(c, "batch.people", "%lld participants sit in it; let them go first",
                     "%lld peserta masih terdaftar; lepaskan dahulu", (long long)people);
    bina_case_saw(c, "participants", bina_int(people));
}

void
bina_programme_keeps_its_batches(bina_case *c)
{
    static const char at_work[] = "SELECT count(*) FROM batches WHERE programme = ?1"
                                  " AND state IN ('open', 'running') AND evidence IS NULL";
    int64_t batches =
        is_back_in(c, "draft closed cancelled") ? BINA_ASK(c, at_work, bina_int(c->id)) : 0;

    if (batches == 0)
        return;
    bina_case_refuse(c, "programme.batches",
                     "%lld of its batches are open or running; end them first",
                     "%lld angkatannya dibuka atau berjalan; akhiri dahulu", (long long)batches);
    bina_case_saw(c, "batches", bina_int(batches));
}
