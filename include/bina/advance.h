/**
 * @file bina/advance.h
 * Lifecycles: moving a programme, batch, enrolment, grant, tool, listing or loan from one state to
 * the next, and being told every reason why not.
 *
 * A state changes only here. A step looks at the record, at its parent's state, at the policy and
 * at the budget; it is made whole, with what follows from it and an entry in the table of steps, or
 * not at all. A record enters its lifecycle when it is added: in the usual first state when none is
 * set, in another one that has a way in (an enrolment may be added as "enrolled" when a seat is
 * free), or, with a text in its field "evidence", in any state as a past that is declared.
 */
#ifndef BINA_ADVANCE_H
#define BINA_ADVANCE_H

#include <bina/store.h>

BINA_C_BEGIN

/** How a step is taken. Start from BINA_ADVANCE_OPTIONS_INIT. */
typedef struct bina_advance_options {
    size_t struct_size;
    int64_t on;         /**< the day it was taken (days since 1970); 0: the office's today */
    const char *reason; /**< why: a word of the code list "step_reason"; NULL: not said */
    const char *note;   /**< why, in words; kept with the step, where it can be erased */
    bina_id paper;      /**< the document that orders or proves it; 0: none */
    /** Fields set together with the step; NULL: none. Only those the step names may be set. */
    const bina_record *values;
    bool dry_run; /**< asks every condition and changes nothing */
} bina_advance_options;

#define BINA_ADVANCE_OPTIONS_INIT                                                                  \
    {                                                                                              \
        sizeof(bina_advance_options), 0, NULL, NULL, 0, NULL, false                                \
    }

/**
 * Takes a step of a record's lifecycle, and what follows from it, in one commit (or within the
 * running transaction).
 *
 * @param verb    name of the step, such as "approve"; bina_steps_possible tells those there are
 * @param options may be NULL
 * @return BINA_ERR_REFUSED when any condition is not met: nothing has changed, and
 *         bina_store_refusals tells every one of them; BINA_ERR_NOT_FOUND; BINA_ERR_USAGE (a kind
 *         without lifecycle, a field the step does not set); else as bina_store_update
 */
BINA_API bina_status bina_advance(bina_store *store, bina_id id, const char *verb,
                                  const bina_advance_options *options);

/**
 * Every condition that was not met by the last call on the handle that ended with
 * BINA_ERR_REFUSED: a cursor over records of the slots of enum bina_refusal_field.
 */
BINA_API bina_status bina_store_refusals(bina_store *store, bina_cursor **cursor);

/** Slots of the description "refusal". */
enum bina_refusal_field {
    BINA_REFUSAL_RULE = 0,       /**< TEXT: such as "batch.seats" */
    BINA_REFUSAL_RECORD = 1,     /**< INT: id of the record looked at; null: not stored yet */
    BINA_REFUSAL_POLICY = 2,     /**< TEXT: the policy it rests on */
    BINA_REFUSAL_VERSION = 3,    /**< TEXT: its version */
    BINA_REFUSAL_REGULATION = 4, /**< TEXT: the regulation behind it */
    BINA_REFUSAL_SAW = 5,        /**< TEXT: what it saw, a JSON object of names and values */
    BINA_REFUSAL_MESSAGE = 6,    /**< TEXT: a sentence in English */
    BINA_REFUSAL_PESAN = 7,      /**< TEXT: the sentence in Indonesian */
};

/**
 * The steps that leave a record's present state, and whether their conditions are met today: a
 * cursor over records of the slots of enum bina_step_field. Papers, reasons and values that a step
 * needs count as given.
 *
 * @return BINA_ERR_NOT_FOUND, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_steps_possible(bina_store *store, bina_id id, bina_cursor **cursor);

/**
 * Every step of a kind's lifecycle, the same columns without `allowed` and `because`; none of a
 * kind that has no states.
 *
 * @return BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_steps_of_kind(int kind, bina_error *error, bina_cursor **cursor);

/** Slots of the description "possible_step". */
enum bina_step_field {
    BINA_POSSIBLE_VERB = 0,    /**< TEXT */
    BINA_POSSIBLE_LABEL = 1,   /**< TEXT: what to call it, in English */
    BINA_POSSIBLE_SEBUTAN = 2, /**< TEXT: the same in Indonesian */
    BINA_POSSIBLE_FROM = 3,    /**< TEXT: the state it leaves; null: the record enters by it */
    BINA_POSSIBLE_TO = 4,      /**< TEXT: the state it leads to; null: it stays */
    BINA_POSSIBLE_PAPER = 5,   /**< CODE of document_nature: the paper it needs */
    BINA_POSSIBLE_REASON = 6,  /**< BOOL: whether it needs a reason */
    BINA_POSSIBLE_SETS = 7,    /**< TEXT: fields that may be set with it, those needed marked "!" */
    BINA_POSSIBLE_ALLOWED = 8, /**< BOOL: whether its conditions are met */
    BINA_POSSIBLE_BECAUSE = 9, /**< TEXT: the first refusal, in the handle's language */
};

/**
 * Takes every step that is due by itself on a day: permits expire, and with them placements;
 * approved loans lapse; agreements end. Each is a commit of its own; a refused one is told and
 * left.
 *
 * @param day     days since 1970; 0: the office's today
 * @param dry_run only tells
 * @param cursor  what was due: records of the slots of enum bina_due_field
 * @return BINA_ERR_READ_ONLY, BINA_ERR_BUSY, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_advance_due(bina_store *store, int64_t day, bool dry_run,
                                      bina_cursor **cursor);

/** Slots of the description "due_step". */
enum bina_due_field {
    BINA_DUE_RECORD = 0,  /**< INT: its id */
    BINA_DUE_KIND = 1,    /**< TEXT */
    BINA_DUE_VERB = 2,    /**< TEXT */
    BINA_DUE_TAKEN = 3,   /**< BOOL: whether the step was taken */
    BINA_DUE_MESSAGE = 4, /**< TEXT: why not, in English */
    BINA_DUE_PESAN = 5,   /**< TEXT: why not, in Indonesian */
};

BINA_C_END

#endif
