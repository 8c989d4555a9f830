/*
 * The case at hand: one record that is about to be added, changed or moved on, what is asked of it,
 * and what speaks against it. Guards look at it and refuse; effects act on it.
 */
#ifndef BINA_SRC_RULES_CASE_H
#define BINA_SRC_RULES_CASE_H

#include <bina/cursor.h>
#include "base/error.h"
#include "model/access.h"

typedef struct bina_refusals bina_refusals; /* refusals.c */

typedef struct bina_case {
    const bina_access *access;
    const struct bina_lifecycle *lifecycle;
    const struct bina_transition *transition; /* NULL: asked is what must always hold */
    const bina_record
        *record;       /* as it will be, with the values given; its state is still the old */
    bina_id id;        /* 0 while the record is being added */
    const char *state; /* the state it leaves; NULL while it is being added or has none */
    bool supposed;     /* asked is what could be: papers, reasons and values count as given */
    int64_t on, today; /* the day spoken of, and the office's today */
    const char *reason, *note; /* may be NULL */
    bina_id paper;             /* 0: none was shown */
    bina_refusals *refusals;
    bina_status status; /* what failed while asking or acting; told by access->error */
} bina_case;

/** A condition of the case. It refuses as often as it finds fault. */
typedef void bina_guard(bina_case *c);
/** What follows from a step, in the same transaction. */
typedef void bina_effect(bina_case *c);

/**
 * The first column of the first row of a SELECT over the kinds' tables; 0 when there is none or
 * something failed (then c->status tells, and the answer no longer matters).
 *
 * The text must live for ever. Days are bound as ISO text. Look up a reference that may name
 * several kinds (grants.recipient) by its column per kind (recipient__group), which has the index.
 */
int64_t bina_case_ask(bina_case *c, const char *select, const bina_value *values, size_t count);

/** The same as text, cut to `size`; "" when there is none. */
void bina_case_ask_text(bina_case *c, const char *select, const bina_value *values, size_t count,
                        char *text, size_t size);

/** Every row's first column as ids, to be freed; NULL and 0 when there is none. */
bina_id *bina_case_ids(bina_case *c, const char *select, const bina_value *values, size_t count,
                       size_t *found);

/* BINA_ASK(c, "SELECT count(*) FROM enrolments WHERE batch = ?1", bina_int(batch)) */
#define BINA_VALUES(...)                                                                           \
    (const bina_value[]){__VA_ARGS__},                                                             \
        sizeof((const bina_value[]){__VA_ARGS__}) / sizeof(bina_value)
#define BINA_ASK(c, select, ...) bina_case_ask(c, select, BINA_VALUES(__VA_ARGS__))
#define BINA_ASK_IDS(c, select, found, ...)                                                        \
    bina_case_ids(c, select, BINA_VALUES(__VA_ARGS__), found)

/* A day kept as ISO text as a day number, within the text of a SELECT; null stays null. */
#define BINA_DAY_OF(day) "CAST(julianday(" day ") - 2440587.5 AS INTEGER)"

/** A field of the record at hand by its name; null when unset. Text is borrowed. */
bina_value bina_case_field(const bina_case *c, const char *name);
/** Its integer, day, amount or id; 0 when null. */
int64_t bina_case_int(const bina_case *c, const char *name);
/** Its text or code; NULL when null. Borrowed. */
const char *bina_case_text(const bina_case *c, const char *name);
/** Whether the field has a value. */
bool bina_case_has(const bina_case *c, const char *name);

/**
 * Refuses, with a sentence in both languages that names the numbers it saw and what to do. Never a
 * person's name, NIK or telephone.
 *
 * @param rule such as "batch.seats"; lives for ever
 */
BINA_PRINTF(3, 5)
void bina_case_refuse(bina_case *c, const char *rule, const char *english, const char *indonesian,
                      ...);

/** Adds to the refusal just made what it saw: a name and a value. */
void bina_case_saw(bina_case *c, const char *name, bina_value value);

/** Adds to the refusal just made the policy it rests on; any may be NULL. Copied. */
void bina_case_ground(bina_case *c, const char *policy, const char *version,
                      const char *regulation);

/* ---- for effects ---- */

/** Moves another record on, on the same day; a refusal there refuses the whole. */
void bina_case_advance(bina_case *c, bina_id id, const char *verb, const char *reason,
                       const char *note);
/** Adds or updates a record, which is freed here. NULL is a lack of memory. */
bina_id bina_case_add(bina_case *c, bina_record *record);
void bina_case_update(bina_case *c, bina_record *record);
/** Sets a dated field of another record from a day on. */
void bina_case_set_dated(bina_case *c, bina_id id, int field, bina_value value, int64_t day);

#endif
