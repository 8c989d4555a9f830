/* The guards and effects of grants, their items, handovers and receipts. */
#ifndef BINA_SRC_RULES_LIFECYCLE_GRANTS_H
#define BINA_SRC_RULES_LIFECYCLE_GRANTS_H

#include "rules/case.h"

/* The states of a grant in which its money is bound, or has been. */
#define BINA_GRANT_APPROVED                                                                        \
    "('approved', 'procurement_failed', 'procured', 'partly_handed_over', 'handed_over',"          \
    " 'monitored', 'closed')"

/** Whether the grant is a past that was declared: others decided it, long ago. */
bool bina_grant_is_declared(const bina_case *c);

/* ---- lifecycle_grants_guards.c ---- */

bina_guard bina_grant_programme_goes_on; /* it is neither closed nor cancelled */
bina_guard bina_grant_programme_runs;    /* it is open or running */
bina_guard bina_grant_beneficiary;       /* the programme may help such a recipient */
bina_guard bina_grant_eligible;          /* the policy of eligibility */
bina_guard bina_grant_says_what;         /* an object or items */
bina_guard bina_grant_is_funded;         /* what is approved is what is planned for it */
bina_guard bina_grant_items_fit;         /* items cost no more than approved, fund by fund */
bina_guard bina_grant_successor;         /* what it carries on was given up */
bina_guard bina_grant_has_year;          /* so that it can be carried over */
bina_guard bina_grant_new_recipient;     /* another one, whom the programme may help */
bina_guard bina_grant_not_carried_on;    /* no other grant took its place */
bina_guard bina_grant_stays_approved;    /* always: what was approved is not changed */
bina_guard bina_grant_covers;            /* always: money and years agree */

/* ---- lifecycle_grants_after.c ---- */

bina_guard bina_grant_was_bought;       /* goods are bought before they are handed over */
bina_guard bina_grant_part_is_there;    /* some, not all, is handed over */
bina_guard bina_grant_all_is_there;     /* all its items are handed over */
bina_guard bina_grant_nothing_is_there; /* no item is handed over */
bina_guard bina_grant_confirmed;        /* no recipient says it never came */
bina_guard bina_grant_report_came;      /* if one is due */

/* ---- double_help.c ---- */

/** Refuses for each earlier help of the same object that reaches the recipient by any tie. */
bina_guard bina_grant_no_double_help;

/* ---- lifecycle_grants_parts.c: of items, handovers and receipts ---- */

bina_guard bina_item_may_change, bina_item_covers;
bina_guard bina_handover_may_change, bina_handover_minutes, bina_handover_fits;
bina_guard bina_receipt_after_handover;
/** The amount delivered and the state of the grant follow from its handovers. */
bina_effect bina_item_changed, bina_handover_changed;

/* ---- lifecycle_grants_effects.c ---- */

bina_effect bina_grant_deliver_whole; /* a grant without items is handed over at once */
bina_effect bina_grant_deliver_none;
bina_effect bina_grant_carry_over; /* its successor of the next year, with items and plans */
bina_effect bina_grant_reallocate; /* the other recipient's grant, with items and money */

#endif
