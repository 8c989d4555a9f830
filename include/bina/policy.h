/**
 * @file bina/policy.h
 * Policies: dated thresholds and conditions, each with its regulation, as YAML and as records.
 *
 * A policy is a name, a version, the days in which it is in force, the regulation it rests on, and
 * rules. A rule is a threshold that the library asks for ("attendance.certificate": 80 percent), or
 * a condition on a fact ("recipient.kind" is group). Facts are a fixed vocabulary
 * (bina_policy_facts); there is no language of expressions.
 *
 *     policies:
 *       - name: eligibility
 *         version: "2021"
 *         programme: Tools for groups
 *         regulation: Regent's decree 12/2021
 *         valid_from: 2021-01-01
 *         policy_rules:
 *           - rule: eligibility.kind
 *             fact: recipient.kind
 *             compare: is
 *             value: group
 *             message: only groups are given tools
 *             pesan: alat hanya diberikan kepada kelompok
 *
 * The library ships policies of its own, by the law or by practice. What a register stores comes
 * first: the programme's own, then the office's, then the shipped. Thresholds go one by one;
 * the conditions of a policy are taken whole.
 */
#ifndef BINA_POLICY_H
#define BINA_POLICY_H

#include <bina/faults.h>
#include <bina/load.h>
#include <bina/store.h>

BINA_C_BEGIN

/**
 * Reads a file of policies and finds every fault in it: unknown keys, facts and comparisons, values
 * that do not fit their fact, a missing regulation or day, days that overlap.
 *
 * @param faults gets every fault with file, line, column and what to do; may be NULL
 * @param error  may be NULL
 * @return BINA_OK (perhaps with warnings), BINA_ERR_INVALID, BINA_ERR_SYNTAX, BINA_ERR_IO,
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_policy_check(const char *path, bina_faults *faults, bina_error *error);

/**
 * Checks a file and stores its policies, in one commit: all, or at any fault nothing. A policy that
 * is there by its name, version, first day and programme gets the file's values and rules, so a
 * file may be loaded again after it was edited. Programmes it names must be in the register.
 *
 * @param faults as bina_policy_check; may be NULL
 * @param loaded counts policies and rules; may be NULL
 * @return as bina_policy_check, and BINA_ERR_NOT_FOUND (a programme), BINA_ERR_READ_ONLY
 */
BINA_API bina_status bina_policy_load(bina_store *store, const char *path, bina_faults *faults,
                                      bina_loaded *loaded);

/** Slots of the description "policy_trial". */
enum bina_policy_trial_field {
    BINA_TRIAL_POLICY = 0,
    BINA_TRIAL_VERSION = 1,
    BINA_TRIAL_RULE = 2,
    BINA_TRIAL_FACT = 3,    /**< TEXT: what was looked at */
    BINA_TRIAL_SAW = 4,     /**< TEXT: what it is on the day; null: not known, or there is none */
    BINA_TRIAL_COMPARE = 5, /**< CODE of policy_compare */
    BINA_TRIAL_VALUE = 6,   /**< TEXT */
    BINA_TRIAL_MET = 7,     /**< BOOL; null: not asked, for what it is asked only of is not so */
    BINA_TRIAL_REGULATION = 8, /**< TEXT */
    BINA_TRIAL_MESSAGE = 9,    /**< TEXT: a sentence in English */
    BINA_TRIAL_PESAN = 10,     /**< TEXT: the sentence in Indonesian */
};

/**
 * What a policy would decide on a record, and why: a row for every condition, met or not. Nothing
 * is stored.
 *
 * @param policy the name of a policy in force in the register, or the path of a YAML file (it ends
 * in
 *               ".yaml" or ".yml"), all of whose policies in force on the day are tried
 * @param id     a person, household, enterprise, group or product; or a grant, enrolment, loan or
 *               listing, which is tried on its recipient, participant, borrower or product
 * @param day    days since 1970; 0: the office's today
 * @param faults of a file; may be NULL
 * @return BINA_ERR_NOT_FOUND (no such record; no such policy that day), BINA_ERR_USAGE (a kind that
 * no policy judges), or as bina_policy_check; told by bina_store_error
 */
BINA_API bina_status bina_policy_try(bina_store *store, const char *policy, bina_id id, int64_t day,
                                     bina_faults *faults, bina_cursor **cursor);

/** Slots of the description "policy_listing". */
enum bina_policy_listing_field {
    BINA_POLICIES_ORIGIN = 0, /**< TEXT: "shipped", "office" or "programme" */
    BINA_POLICIES_POLICY = 1,
    BINA_POLICIES_VERSION = 2,
    BINA_POLICIES_PROGRAMME = 3, /**< TEXT: the programme's name; null: the office */
    BINA_POLICIES_RULE = 4,
    BINA_POLICIES_FACT = 5,    /**< TEXT: null: a threshold */
    BINA_POLICIES_COMPARE = 6, /**< CODE of policy_compare */
    BINA_POLICIES_VALUE = 7,   /**< TEXT */
    BINA_POLICIES_UNIT = 8,
    BINA_POLICIES_VALID_FROM = 9, /**< DATE */
    BINA_POLICIES_VALID_TO = 10,  /**< DATE: null: in force */
    BINA_POLICIES_REGULATION = 11,
    BINA_POLICIES_MESSAGE = 12,
    BINA_POLICIES_PESAN = 13,
};

/**
 * Every rule, of the register's policies and then of the shipped: a cursor over records of the
 * slots of enum bina_policy_listing_field.
 *
 * @param store NULL: only the shipped
 * @param day   only what is in force that day (days since 1970); 0: of all days
 * @param error may be NULL
 * @return BINA_ERR_NO_MEMORY, or as bina_store_list
 */
BINA_API bina_status bina_policy_list(bina_store *store, int64_t day, bina_error *error,
                                      bina_cursor **cursor);

/**
 * Writes policies as YAML that bina_policy_check takes and that reads back the same.
 *
 * @param store NULL: the shipped ones; else those the register stores
 * @param name  only those of this name; NULL: all
 * @param path  a file; "-" is standard output
 * @param error may be NULL
 * @return BINA_ERR_NOT_FOUND (none of that name), BINA_ERR_IO, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_policy_write(bina_store *store, const char *name, const char *path,
                                       bina_error *error);

/** Slots of the description "policy_fact". */
enum bina_policy_fact_field {
    BINA_FACT_NAME = 0,
    BINA_FACT_TYPE = 1,       /**< TEXT: int, money, code, text, bool */
    BINA_FACT_WORDS = 2,      /**< TEXT: the code list of its words, or "region" or "kbli" */
    BINA_FACT_UNIT = 3,       /**< TEXT */
    BINA_FACT_COMPARES = 4,   /**< TEXT: the comparisons it takes */
    BINA_FACT_DOC = 5,        /**< TEXT: in English */
    BINA_FACT_KETERANGAN = 6, /**< TEXT: in Indonesian */
};

/**
 * The vocabulary conditions are made of: a cursor of the slots of enum bina_policy_fact_field.
 *
 * @return BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_policy_facts(bina_error *error, bina_cursor **cursor);

BINA_C_END

#endif
