/*
 * What batches, participants, lessons and certificates ask of each other: the guards and effects
 * behind the tables of lifecycle_batches.c and lifecycle_training.c.
 */
#ifndef BINA_SRC_RULES_TRAINING_H
#define BINA_SRC_RULES_TRAINING_H

#include <stdlib.h>
#include <string.h>
#include "rules/case.h"

/* The states of an enrolment that take a seat: a no-show keeps it until somebody replaces it. */
#define BINA_SEATED "('enrolled', 'active', 'completed', 'below_threshold', 'no_show')"

/** Whether a word of activity_nature teaches: lessons and the attendance threshold apply. */
bool bina_activity_teaches(const char *activity);

/** Whether it is help with a permit or brand, which an outcome completes. */
bool bina_activity_seeks_permit(const char *activity);

/* ---- seats and the waitlist: training_seats.c ---- */

/* parents.c: always, so that an undo asks them */
bina_guard bina_batch_keeps_its_people, bina_programme_keeps_its_batches;

bina_guard bina_seats_suffice;      /* of a batch, always: not fewer seats than are taken */
bina_guard bina_seat_is_free;       /* of an enrolment, always: no more in it than seats */
bina_guard bina_seat_is_vacated;    /* the one it replaces has left its seat */
bina_guard bina_seat_has_taker;     /* somebody takes the seat of the one to be replaced */
bina_effect bina_waitlist_moves_up; /* free seats go to the first of the waitlist */
bina_effect bina_replaced_leaves;   /* the one it replaces is replaced */

/* ---- participants: training_participants.c ---- */

bina_guard bina_participant_new;      /* not in the batch yet, even as one who left */
bina_guard bina_participant_stands;   /* lives, works, is not merged into another */
bina_guard bina_participant_eligible; /* as the policy says */
bina_guard bina_participant_free;     /* in no other batch on the same days */
bina_guard bina_batch_takes_names;    /* the batch has not ended */
bina_guard bina_batch_takes_part;     /* the batch is open or running */
bina_guard bina_batch_runs;           /* the batch is running */
bina_guard bina_batch_was_held;       /* the batch is running or completed */
bina_guard bina_batch_differs;        /* next_batch is another one */
bina_effect bina_enrol_in_next;       /* enrols a transferred participant in next_batch */

/* As SQL: the enrolment `o` has the participant `who`; by the columns that have an index. */
#define BINA_OF_PARTICIPANT(o, who)                                                                \
    "(" o ".participant__person = " who " OR " o ".participant__enterprise = " who " OR " o        \
    ".participant__group = " who ")"

/*
 * As SQL: the enrolment `o` in the batch `ob` keeps its participant from the enrolment `e` in the
 * batch `b`. Dated lessons tell; where one of the two has none, the planned days do.
 */
#define BINA_ELSEWHERE                                                                             \
    "o.id <> e.id AND ob.id <> b.id AND +o.state IN ('enrolled', 'active')"                        \
    " AND +ob.state IN ('planned', 'open', 'postponed', 'running') AND ("                          \
    "EXISTS (SELECT 1 FROM lessons AS l JOIN lessons AS ol ON ol.batch = ob.id"                    \
    "  WHERE l.batch = b.id AND ol.held_on = l.held_on"                                            \
    "   AND coalesce(ol.starts_at, 0) < coalesce(l.ends_at, 1440)"                                 \
    "   AND coalesce(l.starts_at, 0) < coalesce(ol.ends_at, 1440))"                                \
    " OR (NOT (EXISTS (SELECT 1 FROM lessons WHERE batch = b.id AND held_on IS NOT NULL)"          \
    "   AND EXISTS (SELECT 1 FROM lessons WHERE batch = ob.id AND held_on IS NOT NULL))"           \
    "  AND b.planned_start <= coalesce(ob.planned_end, ob.planned_start)"                          \
    "  AND ob.planned_start <= coalesce(b.planned_end, b.planned_start)))"

/* ---- lessons and attendance: training_lessons.c ---- */

bina_guard bina_venues_differ;   /* of a batch, always: its lessons meet no other at its venue */
bina_guard bina_lesson_fits;     /* always: times, hours, venue, trainers */
bina_guard bina_lesson_in_time;  /* its batch has not ended */
bina_guard bina_assignment_fits; /* always: the trainer is not elsewhere at that time */
bina_guard bina_attendance_fits; /* always: of the same batch, no more hours than were held */
bina_guard bina_attendance_open; /* the participant has not ended */

/* ---- what was reached: training_results.c ---- */

bina_guard bina_result_reached;      /* enough hours; or the permit; or was there */
bina_guard bina_result_not_reached;  /* the contrary, for "end_below" */
bina_guard bina_was_absent;          /* attended no lesson */
bina_guard bina_uncertified;         /* no certificate says that it was completed */
bina_guard bina_certificate_earned;  /* by its enrolment */
bina_guard bina_certificate_single;  /* always: one of a nature for an enrolment */
bina_effect bina_certificate_filled; /* with a code to verify it by, and the hours attended */
bina_effect bina_certificate_undone; /* revoked: what it counted is taken back */
bina_effect bina_certificate_redone; /* given back: it counts again */

#endif
