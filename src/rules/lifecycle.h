/*
 * Lifecycles as data: the states of a kind, the steps between them, what guards each step and what
 * follows from it. One file per area (lifecycle_*.c) holds the lifecycles of its kinds; the store
 * is the one choke point that asks here before it writes.
 */
#ifndef BINA_SRC_RULES_LIFECYCLE_H
#define BINA_SRC_RULES_LIFECYCLE_H

#include "rules/case.h"

typedef struct bina_transition {
    const char *verb;     /* "hand_over"; unique among those leaving one state */
    const char *label[2]; /* "hand over", "serahkan" */
    /*
     * The states it leaves, separated by spaces; "" when a record enters by it: then `verb` is
     * "add" or names a second way in, chosen by the state the added record carries.
     */
    const char *from;
    const char *to;    /* NULL: the state stays (a kind without states: always) */
    const char *paper; /* a word of document_nature that must be shown; NULL: none */
    bool reason;       /* a reason of step_reason must be given */
    /* Fields that may be set with it, separated by spaces; '!' before one that must have a value.
     */
    const char *sets;
    bina_guard *const *guards;   /* ended by NULL; may be NULL */
    bina_effect *const *effects; /* ended by NULL; may be NULL */
    /*
     * A SELECT of the ids for which it is due by itself on the day ?1, each with the day since
     * which; NULL: somebody must ask.
     */
    const char *due;
} bina_transition;

typedef struct bina_lifecycle {
    int kind;
    const char *state; /* its field, flagged BINA_FIELD_LIFECYCLE unless `loose`; NULL: no states */
    const char *began; /* the field with the first day of the first state; NULL when state is */
    /* Lists and people may also write the state as they find it: bina_advance is one way of
     * several. */
    bool loose;
    /*
     * Fields, separated by spaces, that people do not change: `fixed` never, `kept` once the record
     * has left the state it usually enters. The first day is kept, and the evidence is fixed,
     * always.
     */
    const char *fixed, *kept;
    const bina_transition *transitions; /* ended by a verb of NULL */
    bina_guard *const
        *always; /* hold after every change, whoever makes it; ended by NULL, or NULL */
    bina_effect *const
        *changed; /* after every add, update, step and removal; ended by NULL, or NULL */
} bina_lifecycle;

/* Lists for the tables: .guards = BINA_GUARDS(one, other). */
#define BINA_GUARDS(...)  ((bina_guard *const[]){__VA_ARGS__, NULL})
#define BINA_EFFECTS(...) ((bina_effect *const[]){__VA_ARGS__, NULL})

/* The areas, each in a file of its own; arrays end with a kind of BINA_NO_KIND. */
extern const bina_lifecycle bina_lifecycles_parties[];    /* lifecycle_parties.c */
extern const bina_lifecycle bina_lifecycles_money[];      /* lifecycle_money.c */
extern const bina_lifecycle bina_lifecycles_programmes[]; /* lifecycle_programmes.c */
extern const bina_lifecycle bina_lifecycles_batches[];    /* lifecycle_batches.c */
extern const bina_lifecycle bina_lifecycles_training[];   /* lifecycle_training.c */
extern const bina_lifecycle bina_lifecycles_follow_up[];  /* lifecycle_follow_up.c */
extern const bina_lifecycle bina_lifecycles_grants[];     /* lifecycle_grants.c */
extern const bina_lifecycle bina_lifecycles_assets[];     /* lifecycle_assets.c */
extern const bina_lifecycle bina_lifecycles_production[]; /* lifecycle_production.c */
extern const bina_lifecycle bina_lifecycles_market[];     /* lifecycle_market.c */
extern const bina_lifecycle bina_lifecycles_sales[];      /* lifecycle_sales.c */
extern const bina_lifecycle bina_lifecycles_licences[];   /* lifecycle_licences.c */
extern const bina_lifecycle bina_lifecycles_credit[];     /* lifecycle_credit.c */
extern const bina_lifecycle bina_lifecycles_periods[];    /* lifecycle_periods.c */

/** The lifecycle of a kind; NULL when it has no rules of this sort. */
const bina_lifecycle *bina_lifecycle_find(int kind);

/** The n-th lifecycle; NULL past the end. */
const bina_lifecycle *bina_lifecycle_at(int n);

/** The step of this name out of a state (NULL: into the first); NULL when there is none. */
const bina_transition *bina_lifecycle_step(const bina_lifecycle *lifecycle, const char *state,
                                           const char *verb);

/** The step by which a record enters in a state (NULL: in the usual one); NULL when none does. */
const bina_transition *bina_lifecycle_entry(const bina_lifecycle *lifecycle, const char *state);

/** Whether a step leaves this state. */
bool bina_transition_leaves(const bina_transition *transition, const char *state);

/** Whether the state a record is to be in is one of these, separated by spaces. */
bool bina_case_in(const bina_case *c, const char *states);

/**
 * Asks every condition of the case: the step's own (day, paper, reason, fields, guards) when there
 * is a step, and what must always hold. BINA_OK also when refused: the refusals tell.
 */
bina_status bina_lifecycle_judge(bina_case *c);

/** Refuses a step that does not leave the case's state, and names those that do. */
void bina_lifecycle_refuse_step(bina_case *c, const char *verb);

/** Refuses the change of what a record keeps. @param before the record as it is stored */
void bina_lifecycle_judge_kept(bina_case *c, const bina_record *before);

/** Runs what follows: the step's effects, then those of every change. */
bina_status bina_lifecycle_follow(bina_case *c);

#endif
