/* What is to be compared: the columns of the lists brought together into fields. */
#ifndef BINA_SRC_LINKAGE_PLAN_H
#define BINA_SRC_LINKAGE_PLAN_H

#include <stdbool.h>
#include "linkage/role.h"
#include "linkage/table.h"

/** At most so many fields are compared: three bits each in a pattern of 64. */
#define BINA_LINK_FIELDS 16
#define BINA_LINK_JOINS  16 /* columns of a list that make up one field, at most */

/** How two values of a field are compared. */
typedef enum bina_link_compare {
    BINA_LINK_EXACT,   /**< equal or not */
    BINA_LINK_NAME,    /**< Jaro-Winkler: one or two words, spelt by people */
    BINA_LINK_CODE,    /**< edits: numbers, phones, postcodes */
    BINA_LINK_DATE,    /**< days, typed or transposed wrongly */
    BINA_LINK_NUMBER,  /**< amounts, by their ratio */
    BINA_LINK_WORDS,   /**< several words in any order, rare words weighing more */
    BINA_LINK_YEARS,   /**< years as people remember them */
    BINA_LINK_DEGREES, /**< latitude or longitude, by how far apart */
} bina_link_compare;

/** What of a standardised value a field takes. */
typedef enum bina_link_take {
    BINA_LINK_TAKE_TEXT,     /**< all of it */
    BINA_LINK_TAKE_STREET,   /**< of an address: street or lane */
    BINA_LINK_TAKE_HAMLET,   /**< of an address */
    BINA_LINK_TAKE_RT,       /**< of an address: the neighbourhood unit */
    BINA_LINK_TAKE_PLACE,    /**< of an address: the village and above */
    BINA_LINK_TAKE_VILLAGE,  /**< of a region's code: the name of the village */
    BINA_LINK_TAKE_DISTRICT, /**< of a region's code: the name of the district */
    BINA_LINK_TAKE_MODEL,    /**< of a text: the number of a model or part in it */
    BINA_LINK_TAKE_AGE,      /**< of an age: the year of birth */
    BINA_LINK_TAKE_OWNER,    /**< of a name of whatever sort: one that is no business's */
    BINA_LINK_TAKE_BUSINESS, /**< the same: one that is a business's */
    BINA_LINK_TAKES,
} bina_link_take;

/** A column of a list, how it is standardised, and what is taken of it. */
typedef struct bina_link_source {
    uint32_t list, column;
    bina_role role;
    bina_link_take take;
    int year; /* of ages: in which they were told, more or less; 0 for unknown */
} bina_link_source;

/** Whether values are taken whole, be it those of one sort only. */
static inline bool
bina_link_takes_whole(const bina_link_source *source)
{
    return source->take == BINA_LINK_TAKE_TEXT || source->take == BINA_LINK_TAKE_OWNER ||
           source->take == BINA_LINK_TAKE_BUSINESS;
}

typedef struct bina_link_spec {
    const char *name; /* borrowed: of a column, or said in the settings */
    bina_link_compare compare;
    bool frequency; /* rare values weigh more */
    int thing;      /* tells of the thing, not its owner: 1, 0; -1: to be found */
    int given[2];   /* the fields whose agreement this one's depends on even by chance; -1 */
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
    BINA_LINK_HEAD, /**< the first half of a number */
    BINA_LINK_TAIL, /**< the last half of a number */
    BINA_LINK_WORD, /**< any one of its two rarest words */
    BINA_LINK_PARTS,
} bina_link_part;

/** A part of a field. */
typedef struct bina_link_trait {
    int field;
    bina_link_part part;
} bina_link_trait;

#define BINA_LINK_TRAITS 3

/** Rows meet that agree on some traits, of a field each; only the first may be words. */
typedef struct bina_link_rule {
    bina_link_trait trait[BINA_LINK_TRAITS];
    unsigned traits;
} bina_link_rule;

static inline bool
bina_link_rule_uses(const bina_link_rule *rule, int field)
{
    for (unsigned t = 0; t < rule->traits; t++)
        if (rule->trait[t].field == field)
            return true;
    return false;
}

/** What is said of a column: the field it belongs to. Texts are borrowed. */
typedef struct bina_link_hint {
    const char *column;
    const char *list;  /* NULL: of every list */
    const char *field; /* NULL: not to be used */
    const char *role;  /* NULL: guessed */
    bina_link_take take;
} bina_link_hint;

typedef struct bina_link_plan {
    bina_profile profile;
    bool proposed; /* from the data: dependent fields may still be dropped */
    bina_link_spec field[BINA_LINK_FIELDS];
    int count;
    bina_link_rule *rule; /* none: proposed when there are too many pairs */
    size_t rules, rule_room;
} bina_link_plan;

void bina_link_plan_drop(bina_link_plan *plan);

/** Adds a field without sources; the name is not copied. NULL when the plan is full. */
bina_link_spec *bina_link_plan_add(bina_link_plan *plan, const char *name,
                                   bina_link_compare compare);

bina_status bina_link_spec_add_source(bina_link_spec *spec, const bina_link_source *source);

/** What a field holds: the role of its first column, or of what is taken from it. */
bina_role bina_link_spec_role(const bina_link_spec *spec);

/** The name of a take, such as "hamlet"; and the take of a name, false when there is none. */
const char *bina_link_take_name(bina_link_take take);
bool bina_link_take_find(const char *name, bina_link_take *take);

/** Adds a rule. */
bina_status bina_link_plan_add_rule(bina_link_plan *plan, const bina_link_rule *rule);

/**
 * Reads a rule such as "surname:sound + born:year" and adds it. Fields' names may hold "+" and ":".
 *
 * @return BINA_OK, BINA_ERR_INVALID when it is no rule, BINA_ERR_NO_MEMORY
 */
bina_status bina_link_rule_read(bina_link_plan *plan, const char *text);

/** A rule as it is read; the caller's. NULL when memory is out. */
char *bina_link_rule_write(const bina_link_plan *plan, const bina_link_rule *rule);

/** Looks at the columns of all lists and proposes fields. */
bina_status bina_link_plan_propose(bina_link_plan *plan, const bina_link_table *table,
                                   const bina_link_hint *hints, size_t hint_count,
                                   unsigned threads);

/** The profile that suits the lists: Indonesian when any of their headers is. */
bina_profile bina_link_guess_profile(const bina_link_table *table);

/** Guesses what a column holds from its name and values. */
bina_status bina_link_guess_role(const bina_link_column *column, bina_role *role);

/** How values of a role are best compared; `words` is how many words they have on average. */
bina_link_compare bina_link_compare_for(bina_role role, bina_link_take take, double words,
                                        double distinct);

/** Looks at the values of a field's sources to say how to compare them. */
void bina_link_spec_guess(bina_link_spec *spec, const bina_link_table *table);

/** "exact", "name", ... Static. */
const char *bina_link_compare_name(bina_link_compare compare);

#endif
