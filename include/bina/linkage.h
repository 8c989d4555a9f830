/**
 * @file bina/linkage.h
 * Which rows of several lists are the same person, enterprise or thing.
 *
 * Give it lists (any cursors, any columns) and it gives pairs with their weights and every row its
 * entity. Without settings it looks at the columns and decides by itself what to compare; what it
 * decided can be read back as records, edited and given to the next run.
 *
 * The model is Fellegi and Sunter's, fitted without labels: each field that agrees or differs adds
 * a weight, log2 of how much likelier that is for one and the same than for two different. No value
 * on a side adds nothing. Results do not depend on the order in which lists are added, but for the
 * numbers of the entities.
 *
 * Settings, records and verdicts are copied, lists read to their end: all may be freed once the
 * call returns. A linkage, and the cursors it gave, are used by one thread at a time; several
 * linkages side by side by as many. A call that fails leaves its reason in bina_linkage_error.
 *
 *     bina_linkage *linkage = bina_linkage_new(NULL);
 *     bina_linkage_add_list(linkage, "dinas", cursor_a);
 *     bina_linkage_add_list(linkage, "koperasi", cursor_b);
 *     if (bina_linkage_run(linkage) == BINA_OK)
 *         bina_linkage_entities(linkage, &cursor);
 */
#ifndef BINA_LINKAGE_H
#define BINA_LINKAGE_H

#include <bina/cursor.h>
#include <bina/task.h>

BINA_C_BEGIN

/* ---- Settings ---------------------------------------------------------------------------------
 */

/**
 * What to compare and how, as records of seven descriptions:
 *
 * - `options`: thresholds and limits; given again, what is set anew counts
 * - `list`: what is known of a list
 * - `column`: which column of which list belongs to which field
 * - `comparison`: the fields to compare; without any they are proposed from the data
 * - `blocking`: which rows to compare when there are too many for all; without any, proposed
 * - `model` (one) and `parameter`: a model fitted before. With them nothing is fitted: two rows
 * weigh the same to the last bit as when the model was saved, as far as the lists and the values'
 * counts are the same. They go with the `comparison` records of the run they come from
 */
typedef struct bina_linkage_settings bina_linkage_settings;

/**
 * The slots of the description "options". All may be left unset.
 *
 * `link` (0.7) and `review` (0.2) are probabilities: a pair from `link` on is linked, one from
 * `review` on is told by bina_linkage_pairs. What a threshold costs and gains is told by
 * bina_linkage_expectations.
 */
enum bina_linkage_option_field {
    BINA_LINKAGE_OPTION_LINK = 0,    /**< real: probability from which a pair is a match */
    BINA_LINKAGE_OPTION_REVIEW = 1,  /**< real: probability from which a person should look */
    BINA_LINKAGE_OPTION_PROFILE = 2, /**< text: "indonesia", "generic", or "find" (the default) */
    BINA_LINKAGE_OPTION_MOST_PAIRS = 3, /**< int: every pair is compared up to so many */
    BINA_LINKAGE_OPTION_SEED = 4,       /**< int: of the few draws there are; default 1 */
    BINA_LINKAGE_OPTION_THREADS = 5,    /**< int: at most so many at once; 0: as many as the machine
                                             runs at once; unset: only the calling one. The result
                                             is the same for any number */
    BINA_LINKAGE_OPTION_MEMORY = 6, /**< int: megabytes that the process is to get along with, from
                                         32 on; the arrays lie in a temporary file, of which no more
                                         than that is in memory at once. 0 or unset: all in memory.
                                         The result is the same */
    BINA_LINKAGE_OPTION_FOLDER = 7, /**< text: where that file lies, which has no name there; unset:
                                         /var/tmp, or /tmp where there is no such folder */
};

/** The slots of the description "list". */
enum bina_linkage_list_field {
    BINA_LINKAGE_LIST_NAME = 0,           /**< text, required: the name the list is added under */
    BINA_LINKAGE_LIST_DUPLICATE_FREE = 1, /**< bool: no two rows are the same; unset: find out */
};

/** The slots of the description "column". */
enum bina_linkage_column_field {
    BINA_LINKAGE_COLUMN_COLUMN = 0, /**< text, required: the column's name */
    BINA_LINKAGE_COLUMN_LIST = 1,   /**< text: of this list; unset: of every list that has it */
    BINA_LINKAGE_COLUMN_FIELD = 2,  /**< text: the field it belongs to; several columns of a list in
                                         one field are joined in the order given. Unset: not used */
    BINA_LINKAGE_COLUMN_ROLE = 3,   /**< text: what it holds, if not what the comparison says */
    BINA_LINKAGE_COLUMN_TAKE = 4,   /**< text: what of it belongs to the field: "text" (all, the
                                         default); of an address "street", "hamlet", "rt" or
                                         "place"; of a region's code "village" or "district"; of a
                                         text "model" (the number of a model or part in it) */
};

/** The slots of the description "comparison". */
enum bina_linkage_comparison_field {
    BINA_LINKAGE_COMPARISON_FIELD = 0, /**< text, required. Columns of this name belong to it
                                            unless `column` records say which do */
    BINA_LINKAGE_COMPARISON_COMPARE =
        1,                            /**< text: "exact", "name" (Jaro-Winkler), "code" (edits),
                                           "date", "number", "words", "year"; unset: by role and data */
    BINA_LINKAGE_COMPARISON_ROLE = 2, /**< text: what it holds, which says how it is standardised:
                                           "person", "business", "address", "place", "phone",
                                           "nik", "date", "text" and so on; unset: guessed */
    BINA_LINKAGE_COMPARISON_FREQUENCY = 3, /**< bool: rare values weigh more; unset: true */
    BINA_LINKAGE_COMPARISON_GIVEN = 4, /**< text: a field with which this one agrees even by chance,
                                            as a district with its village; what agreement weighs
                                            is then learnt apart for pairs that agree on that one,
                                            so that nothing counts twice */
    BINA_LINKAGE_COMPARISON_OR_GIVEN = 5, /**< text: another such field, for pairs that do not agree
                                               on the first */
    BINA_LINKAGE_COMPARISON_THING = 6, /**< bool: tells of the business (its name, trade, product),
                                          not of its owner or place: where one owner has two
                                          businesses, they differ in it; unset: by role. Of use in
                                          lists that name both */
};

/** The slots of the description "blocking". */
enum bina_linkage_blocking_field {
    BINA_LINKAGE_BLOCKING_KEYS = 0, /**< text, required: rows that agree on all of these are
                                         compared: fields joined by "+", each with ":sound",
                                         ":start" (four letters), ":year", ":day" (month and day),
                                         ":head", ":tail" (half of a number) or ":words" (any one
                                         of its two rarest words, first only), as in
                                         "surname:sound + born:year" */
};

/** The slots of the description "model". Shares are more than 0 and less than 1. */
enum bina_linkage_model_field {
    BINA_LINKAGE_MODEL_SHARE = 0,         /**< real, required: of pairs of rows of two lists, those
                                               that are one */
    BINA_LINKAGE_MODEL_SHARE_IN_LIST = 1, /**< real, required: the same of rows of one list */
    BINA_LINKAGE_MODEL_OTHER = 2, /**< real: of pairs of two lists, those of one owner with two
                                       businesses; unset: no such kind of pair */
    BINA_LINKAGE_MODEL_OTHER_IN_LIST = 3, /**< real: the same of rows of one list */
    BINA_LINKAGE_MODEL_MATES = 4, /**< real, required: other rows that are the same as a row,
                                       on average; so many share its values rightly */
};

/*
 * The description "parameter" has the slots of enum bina_linkage_parameter_field, below. Every
 * level of every field has one, and one more for each field that it depends on (`given`). The
 * shares m of all levels of a field add up to 1, and so do u. A weight that is given must be what
 * they come to.
 */

/** New, empty settings; NULL when memory is out. */
BINA_API bina_linkage_settings *bina_linkage_settings_new(void);

/** Frees settings; NULL is fine. */
BINA_API void bina_linkage_settings_free(bina_linkage_settings *settings);

/**
 * The description of settings records: "options", "list", "column", "comparison", "blocking",
 * "model" or "parameter".
 *
 * @return borrowed from the settings; NULL for any other name
 */
BINA_API const bina_description *
bina_linkage_settings_description(const bina_linkage_settings *settings, const char *name);

/**
 * Adds a record, which is copied. Its description is told by name and its fields by theirs.
 *
 * @param file where the record was read, to be named in errors; NULL when nowhere
 * @param line in the file, from 1; 0 when unknown
 * @return BINA_OK; BINA_ERR_INVALID for a value that is none of those allowed, BINA_ERR_USAGE for
 *         a foreign description or field, BINA_ERR_DUPLICATE, BINA_ERR_NO_MEMORY; the detail is in
 *         bina_linkage_settings_error
 */
BINA_API bina_status bina_linkage_settings_add(bina_linkage_settings *settings,
                                               const bina_record *record, const char *file,
                                               int64_t line);

/** What went wrong last. Borrowed from the settings. */
BINA_API const bina_error *bina_linkage_settings_error(const bina_linkage_settings *settings);

/* ---- Linking ----------------------------------------------------------------------------------
 */

typedef struct bina_linkage bina_linkage;

/**
 * A new linkage.
 *
 * @param settings copied; NULL to decide everything from the data
 * @return NULL when memory is out
 */
BINA_API bina_linkage *bina_linkage_new(const bina_linkage_settings *settings);

/** Frees a linkage; cursors it gave stay good. NULL is fine. */
BINA_API void bina_linkage_free(bina_linkage *linkage);

/**
 * Adds a list: all records that are left in a cursor. Lists may have different columns.
 *
 * Its rows are called 1, 2, 3 and so on wherever a row is named, unless the cursor has a column of
 * type INT and format "row" (`row_column` of bina_list_options): then by what stands there, which
 * grows from row to row. That column is not compared.
 *
 * @param name   distinct; results and settings call the list so
 * @param cursor drained, stays the caller's
 * @return BINA_OK, BINA_ERR_DUPLICATE, BINA_ERR_USAGE (already running, or numbers of rows that do
 *         not grow), BINA_ERR_FULL, BINA_ERR_NO_MEMORY, or what the cursor failed with
 */
BINA_API bina_status bina_linkage_add_list(bina_linkage *linkage, const char *name,
                                           bina_cursor *cursor);

/**
 * Says what a person decided about two rows. It outranks every score.
 *
 * @param row_a from 1, as bina_linkage_add_list calls it
 * @param same  whether they are one
 * @return BINA_OK, BINA_ERR_NOT_FOUND (no such list or row), BINA_ERR_USAGE (already running, or a
 *         row with itself), BINA_ERR_NO_MEMORY. Said twice, the last one counts
 */
BINA_API bina_status bina_linkage_add_verdict(bina_linkage *linkage, const char *list_a,
                                              int64_t row_a, const char *list_b, int64_t row_b,
                                              bool same);

/** Links to the end. Returns as bina_linkage_start and bina_task_run; told by bina_linkage_error.
 */
BINA_API bina_status bina_linkage_run(bina_linkage *linkage);

/**
 * The same as a task, to be done step by step: for a progress bar, or to stop.
 *
 * A task that is freed before its end stops the linkage where it is: the next one, or
 * bina_linkage_run, goes on from there, and so it does after bina_linkage_fit.
 *
 * @param task yours; it keeps what it needs of the linkage. It has no result record: the results
 *             are asked of the linkage
 * @return BINA_OK, BINA_ERR_USAGE (the linkage has ended), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_start(bina_linkage *linkage, bina_task **task);

/** What went wrong last. Borrowed from the linkage. */
BINA_API const bina_error *bina_linkage_error(const bina_linkage *linkage);

/* ---- Results: cursors of yours, after the linkage has been run to the end ----------------------
 */

/** The slots of the description "linkage_pair". */
enum bina_linkage_pair_field {
    BINA_LINKAGE_PAIR_LIST_A = 0,      /**< text */
    BINA_LINKAGE_PAIR_ROW_A = 1,       /**< int, from 1 */
    BINA_LINKAGE_PAIR_LIST_B = 2,      /**< text */
    BINA_LINKAGE_PAIR_ROW_B = 3,       /**< int, from 1 */
    BINA_LINKAGE_PAIR_WEIGHT = 4,      /**< real: log2 of the odds that they are one */
    BINA_LINKAGE_PAIR_PROBABILITY = 5, /**< real, 0 to 1 */
    BINA_LINKAGE_PAIR_VERDICT = 6,     /**< text: "match" (one entity) or "review" */
};

/**
 * Pairs from the review threshold on. "review": a person should look, because the pair is below
 * the link threshold, or because it is above but its rows ended in different entities, or the
 * other way round.
 *
 * @return BINA_ERR_USAGE (the linkage has not been run to its end), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_pairs(bina_linkage *linkage, bina_cursor **cursor);

/** The slots of the description "linkage_entity". */
enum bina_linkage_entity_field {
    BINA_LINKAGE_ENTITY_FILE = 0,   /**< text: the list's name */
    BINA_LINKAGE_ENTITY_ROW = 1,    /**< int, from 1 */
    BINA_LINKAGE_ENTITY_ENTITY = 2, /**< int, from 1, numbered as they first appear */
};

/** Every row of every list once, in the order given, with its entity. Returns as
 * bina_linkage_pairs. */
BINA_API bina_status bina_linkage_entities(bina_linkage *linkage, bina_cursor **cursor);

/** The slots of the description "linkage_reason". */
enum bina_linkage_reason_field {
    BINA_LINKAGE_REASON_FIELD = 0,   /**< text: the field, or "prior", "verdict" */
    BINA_LINKAGE_REASON_VALUE_A = 1, /**< text: as standardised; unset when there is none */
    BINA_LINKAGE_REASON_VALUE_B = 2, /**< text */
    BINA_LINKAGE_REASON_LEVEL = 3,   /**< text: "equal", "similar", "different" and so on */
    BINA_LINKAGE_REASON_WEIGHT = 4, /**< real: what it adds; all rows add up to the pair's weight */
    BINA_LINKAGE_REASON_REASON = 5, /**< text: a sentence in English */
    BINA_LINKAGE_REASON_ALASAN = 6, /**< text: the same in Indonesian */
};

/**
 * Why two rows have the weight they have: one record a field.
 *
 * @return BINA_OK, BINA_ERR_NOT_FOUND for no row (told before the linkage has run, too),
 *         BINA_ERR_USAGE for a row with itself or before the linkage has ended, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_explain(bina_linkage *linkage, const char *list_a, int64_t row_a,
                                          const char *list_b, int64_t row_b, bina_cursor **cursor);

/** The slots of the description "linkage_parameter". */
enum bina_linkage_parameter_field {
    BINA_LINKAGE_PARAMETER_FIELD = 0,  /**< text: the field; as a result also "prior" */
    BINA_LINKAGE_PARAMETER_LEVEL = 1,  /**< text */
    BINA_LINKAGE_PARAMETER_M = 2,      /**< real: share among pairs that are one; prior: lambda */
    BINA_LINKAGE_PARAMETER_U = 3,      /**< real: share among pairs that are two */
    BINA_LINKAGE_PARAMETER_WEIGHT = 4, /**< real: log2(m/u); prior: log2 odds of lambda */
    BINA_LINKAGE_PARAMETER_GIVEN = 5,  /**< text: only for pairs that agree on this field; unset:
                                            for all others. Prior: "one list" for its pairs */
    BINA_LINKAGE_PARAMETER_KIN = 6,    /**< real: share of the level among relatives, which share
                                            much and are two; unset: there are none */
};

/**
 * The name of a level, such as "nearly equal", in a language; the text itself when it names none,
 * and NULL for NULL.
 *
 * @param level as results and settings have it, in English
 */
BINA_API const char *bina_linkage_level_label(const char *level, bina_language language);

/** The fitted model. Returns as bina_linkage_pairs. */
BINA_API bina_status bina_linkage_parameters(bina_linkage *linkage, bina_cursor **cursor);

/**
 * The settings as they were applied, proposals included: records that, given to
 * bina_linkage_settings_add, make the same run; with those of "model" and "parameter" without
 * fitting anew, also on other lists with the same columns.
 *
 * @param name "options", "list", "column", "comparison", "blocking", "model" or "parameter"
 * @return BINA_ERR_USAGE (another name; the linkage has not been run to its end),
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_effective(bina_linkage *linkage, const char *name,
                                            bina_cursor **cursor);

BINA_C_END

#endif
