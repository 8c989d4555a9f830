/* What is to be compared: the columns of the lists brought together into fields. */
#ifndef BINA_SRC_LINKAGE_PLAN_H
#define BINA_SRC_LINKAGE_PLAN_H

#include <stdbool.h>
#include "linkage/table.h"

/** At most so many fields are compared: three bits each in a pattern of 64. */
#define BINA_LINK_FIELDS 16

/** How two values of a field are compared. */
typedef enum bina_link_compare {
    BINA_LINK_EXACT,  /**< equal or not */
    BINA_LINK_NAME,   /**< Jaro-Winkler: one or two words, spelt by people */
    BINA_LINK_CODE,   /**< edits: numbers, phones, postcodes */
    BINA_LINK_DATE,   /**< days, typed or transposed wrongly */
    BINA_LINK_NUMBER, /**< amounts, by their ratio */
    BINA_LINK_WORDS,  /**< several words in any order, rare words weighing more */
} bina_link_compare;

/** A column of a list. */
typedef struct bina_link_source {
    uint32_t list, column;
} bina_link_source;

typedef struct bina_link_spec {
    char name[64];
    char role[32]; /* names the standardiser; empty for the plain one */
    bina_link_compare compare;
    bool frequency;            /* rare values weigh more */
    int implied_by;            /* the finer field whose agreement implies this one's; -1 */
    bina_link_source *sources; /* columns of one list are joined by a blank, in this order */
    size_t source_count, source_room;
} bina_link_spec;

/** What of a value makes a blocking key. */
typedef enum bina_link_part {
    BINA_LINK_WHOLE,
    BINA_LINK_SOUND,
    BINA_LINK_START, /**< the first four letters */
    BINA_LINK_YEAR,
    BINA_LINK_DAY,  /**< month and day */
    BINA_LINK_WORD, /**< any one of its words */
    BINA_LINK_PARTS,
} bina_link_part;

/** Rows are compared that agree on one part of one field, or on two of two. */
typedef struct bina_link_rule {
    int field[2]; /* the second is -1 when there is one */
    bina_link_part part[2];
} bina_link_rule;

/** What is said of a column: the field it belongs to. Texts are borrowed. */
typedef struct bina_link_hint {
    const char *column;
    const char *list;  /* NULL: of every list */
    const char *field; /* NULL: not to be used */
} bina_link_hint;

typedef struct bina_link_plan {
    bina_link_spec field[BINA_LINK_FIELDS];
    int count;
    bina_link_rule *rule; /* none: proposed when there are too many pairs */
    size_t rules, rule_room;
} bina_link_plan;

void bina_link_plan_drop(bina_link_plan *plan);

/** Adds a field without sources; NULL when the plan is full. */
bina_link_spec *bina_link_plan_add(bina_link_plan *plan, const char *name,
                                   bina_link_compare compare);

bina_status bina_link_spec_add_source(bina_link_spec *spec, uint32_t list, uint32_t column);

/** Adds a rule. */
bina_status bina_link_plan_add_rule(bina_link_plan *plan, const bina_link_rule *rule);

/** Reads a rule such as "surname:sound + born:year" and adds it; false when it is none. */
bool bina_link_rule_read(bina_link_plan *plan, const char *text);

/** Writes a rule as it is read, into at least 256 bytes. */
void bina_link_rule_write(const bina_link_plan *plan, const bina_link_rule *rule, char *text,
                          size_t room);

/** Looks at the columns of all lists and proposes fields. */
bina_status bina_link_plan_propose(bina_link_plan *plan, const bina_link_table *table,
                                   const bina_link_hint *hints, size_t hint_count);

/** Looks at the values of a field's sources to say how to compare them. */
bina_status bina_link_spec_guess(bina_link_spec *spec, const bina_link_table *table);

/** "exact", "name", ... Static. */
const char *bina_link_compare_name(bina_link_compare compare);

#endif
