/**
 * @file bina/store.h
 * One office's register in one SQLite file: records in, records out, and a log of every change.
 *
 * A store is one connection of one actor and is used by one thread at a time; opening another is
 * cheap. Every verb either does its work whole or not at all. What went wrong is told by
 * bina_store_error. Without bina_store_begin every verb is a commit of its own.
 */
#ifndef BINA_STORE_H
#define BINA_STORE_H

#include <bina/cursor.h>
#include <bina/query.h>
#include <bina/task.h>

BINA_C_BEGIN

typedef struct bina_store bina_store;

/** How a file is opened. */
typedef enum bina_store_mode {
    BINA_STORE_OPEN_OR_CREATE = 0, /**< made when it is not there */
    BINA_STORE_MUST_EXIST = 1,     /**< BINA_ERR_IO when it is not there */
    BINA_STORE_CREATE_NEW = 2,     /**< BINA_ERR_DUPLICATE when it is there */
    BINA_STORE_READ_ONLY = 3,      /**< must exist, is only read, not even migrated */
} bina_store_mode;

/** How to open a store. Start from BINA_STORE_OPTIONS_INIT; texts are copied by bina_store_open. */
typedef struct bina_store_options {
    size_t struct_size; /**< sizeof(bina_store_options): lets the struct grow */
    bina_store_mode mode;
    const char *office;     /**< who keeps the file, such as "52.03/1"; used when it is made */
    const char *actor;      /**< who acts through this handle; written into every commit */
    const char *purpose;    /**< what for; the reason of commits that name none */
    int store_number;       /**< 1 to 262143, used when the file is made; 0 draws one */
    int busy_timeout_ms;    /**< how long to wait for another writer; less than 0 not at all, 0 five
                               seconds */
    bina_language language; /**< of sentences written into the log and into faults */
    int64_t clock;          /**< a fixed time in milliseconds since 1970 UTC; 0 asks the system */
    int64_t (*clock_function)(void *clock_data); /**< asked for the time instead; may be NULL */
    void *clock_data;
    int threads; /**< how many may link rows at once: 0 only the calling one, less than 0 as many as
                    the machine runs at once. What comes out is the same */
} bina_store_options;

/** The defaults. */
#define BINA_STORE_OPTIONS_INIT                                                                    \
    {                                                                                              \
        sizeof(bina_store_options), BINA_STORE_OPEN_OR_CREATE, NULL, NULL, NULL, 0, 0,             \
            BINA_ENGLISH, 0, NULL, NULL, 0                                                         \
    }

/**
 * Opens or makes a store.
 *
 * @param path    UTF-8; ":memory:" for one that lives as long as the handle
 * @param options may be NULL
 * @param store   yields a handle even on failure (unless memory is out), to ask for the error;
 *                close it in any case
 * @return BINA_ERR_IO, BINA_ERR_CORRUPT (no store), BINA_ERR_VERSION (made by a library too new),
 *         BINA_ERR_BUSY, BINA_ERR_DUPLICATE, BINA_ERR_READ_ONLY, BINA_ERR_USAGE
 */
BINA_API bina_status bina_store_open(const char *path, const bina_store_options *options,
                                     bina_store **store);

/** Closes; an open transaction is rolled back. Cursors still alive may be read on. NULL is fine. */
BINA_API void bina_store_close(bina_store *store);

/** What the last call on the handle complained of. Borrowed until the next call. */
BINA_API const bina_error *bina_store_error(const bina_store *store);

/** The 18-bit number that is part of every id the store issues. */
BINA_API int bina_store_number(const bina_store *store);

/** The office that keeps the file; NULL if not said. Borrowed. */
BINA_API const char *bina_store_office(const bina_store *store);

/** Whether the file may only be read: asked for so, or made by a newer library. */
BINA_API bool bina_store_is_read_only(const bina_store *store);

/** Now, by the store's clock: milliseconds since 1970 UTC. */
BINA_API int64_t bina_store_now(const bina_store *store);

/**
 * The store's today (days since 1970): the day it is now where the office is. The office's name
 * tells ("52.03/1" lies in West Nusa Tenggara, 8 hours ahead of UTC; Keppres 41/1987); without a
 * region in it, the day in UTC.
 */
BINA_API int64_t bina_store_today(const bina_store *store);

/** A kind as this store keeps it, with the office's own fields; NULL if no such kind. Borrowed. */
BINA_API const bina_description *bina_store_description(const bina_store *store, int kind);

/**
 * Adds a record. Unset fields become null. The record gets its id, revision and number.
 *
 * @param id may be NULL
 * @return BINA_ERR_INVALID or BINA_ERR_TYPE (a rule refused), BINA_ERR_DUPLICATE,
 *         BINA_ERR_REFERENCE, BINA_ERR_USAGE (it has an id already), BINA_ERR_READ_ONLY,
 *         BINA_ERR_BUSY, BINA_ERR_FULL, BINA_ERR_IO
 */
BINA_API bina_status bina_store_add(bina_store *store, bina_record *record, bina_id *id);

/**
 * Adds everything a cursor gives, in one transaction: all or, at the first refusal, nothing.
 *
 * Ids, revisions and numbers the records carry are not kept: the store gives its own.
 * @param added how many; may be NULL
 * @return BINA_ERR_USAGE (a cursor of no kind that is stored), else as bina_store_add, or what
 *         bina_cursor_error tells
 */
BINA_API bina_status bina_store_add_all(bina_store *store, bina_cursor *cursor, int64_t *added);

/** Reads a record, which is yours. BINA_ERR_NOT_FOUND when there is none. */
BINA_API bina_status bina_store_get(bina_store *store, bina_id id, bina_record **record);

/** Reads the record with a human number such as "E-52K7-3M4Q-X". BINA_ERR_SYNTAX if misspelt. */
BINA_API bina_status bina_store_get_numbered(bina_store *store, const char *number,
                                             bina_record **record);

/**
 * Changes the fields that are set in the record (null clears, unset leaves alone).
 *
 * A revision in the record must be the stored one, else BINA_ERR_CONFLICT: someone changed the
 * record since it was read. Without a revision the change is made whatever the record holds now.
 * Dated fields hold from today, by the store's clock; bina_store_set_dated says another day. The
 * record gets its new revision.
 */
BINA_API bina_status bina_store_update(bina_store *store, bina_record *record);

/** Removes a record. BINA_ERR_REFERENCE, naming by what, while others refer to it. */
BINA_API bina_status bina_store_remove(bina_store *store, bina_id id);

/**
 * Says what a dated field held from a day on, up to the next day it has a value for. Said again for
 * the same day, the new value corrects the old, which stays known as what was once believed.
 *
 * @param field a slot flagged BINA_FIELD_DATED
 * @param day   days since 1970; may lie in the past or to come
 * @return BINA_ERR_USAGE (no dated field, or a state: those change by steps), BINA_ERR_INVALID,
 *         BINA_ERR_NOT_FOUND, BINA_ERR_READ_ONLY, BINA_ERR_BUSY
 */
BINA_API bina_status bina_store_set_dated(bina_store *store, bina_id id, int field,
                                          bina_value value, int64_t day);

/**
 * Everything ever said of a dated field of a record, by the day it holds from: a cursor over
 * records of the slots of enum bina_dated_field.
 *
 * @return BINA_ERR_USAGE (no dated field), else as bina_store_list
 */
BINA_API bina_status bina_store_dated(bina_store *store, bina_id id, int field,
                                      bina_cursor **cursor);

/** Slots of the description "dated_value". */
enum bina_dated_field {
    BINA_DATED_FROM = 0,       /**< DATE: holds from this day; null: from a day not known */
    BINA_DATED_VALUE = 1,      /**< of the field's type; null: without value from that day on */
    BINA_DATED_RECORDED = 2,   /**< INT: number of the commit that said so; 0: with the record */
    BINA_DATED_SUPERSEDED = 3, /**< INT: number of the commit that corrected it; null: it holds */
};

/**
 * The records a query asks for. The cursor is yours and may outlive the handle.
 *
 * @return what bina_query_check says; BINA_ERR_BUSY, BINA_ERR_IO, BINA_ERR_CORRUPT,
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_store_list(bina_store *store, const bina_query *query,
                                     bina_cursor **cursor);

/** How many records a query asks for, without its limit and page. Returns as bina_store_list. */
BINA_API bina_status bina_store_count(bina_store *store, const bina_query *query, int64_t *count);

/**
 * Starts a transaction: everything up to bina_store_commit is one commit. May be nested; an inner
 * one can be rolled back alone. Waits for another writer as long as the busy timeout says.
 *
 * @param why said in the log; NULL takes the purpose. An inner one's reason is not kept
 * @return BINA_ERR_READ_ONLY, BINA_ERR_BUSY, BINA_ERR_USAGE (a change in the running one failed
 * half way), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_store_begin(bina_store *store, const char *why);

/**
 * Ends the innermost transaction and keeps its changes. On failure it is still open.
 *
 * @return BINA_ERR_USAGE (there is none, or a change in it failed half way), BINA_ERR_READ_ONLY,
 *         BINA_ERR_BUSY, BINA_ERR_FULL, BINA_ERR_IO
 */
BINA_API bina_status bina_store_commit(bina_store *store);

/** Ends the innermost transaction and forgets its changes. BINA_ERR_USAGE when there is none. */
BINA_API bina_status bina_store_rollback(bina_store *store);

/** How many transactions are open, one inside the other. */
BINA_API int bina_store_depth(const bina_store *store);

/**
 * Says why and by which rule the running or else the next commit is made. Copied; NULL is none.
 *
 * @return BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_store_because(bina_store *store, const char *why, const char *rule);

/**
 * The number of the last commit; 0 before the first. For queries known at a commit.
 *
 * @return BINA_ERR_BUSY, BINA_ERR_IO, BINA_ERR_CORRUPT
 */
BINA_API bina_status bina_store_last_commit(bina_store *store, int64_t *number);

/**
 * Everything that ever happened to a record, oldest first: a cursor over records of the slots of
 * enum bina_history_field. Also of a record that is gone.
 *
 * @return as bina_store_list
 */
BINA_API bina_status bina_store_history(bina_store *store, bina_id id, bina_cursor **cursor);

/** Slots of the description "history". */
enum bina_history_field {
    BINA_HISTORY_COMMIT = 0, /**< INT: number of the commit */
    BINA_HISTORY_MADE = 1,   /**< TIME */
    BINA_HISTORY_ACTOR = 2,  /**< TEXT */
    BINA_HISTORY_WHY = 3,    /**< TEXT */
    BINA_HISTORY_RULE = 4,   /**< TEXT */
    BINA_HISTORY_ACTION = 5, /**< CODE of change_action */
    BINA_HISTORY_OLD = 6,    /**< TEXT: a JSON object of the fields that changed, before */
    BINA_HISTORY_NEW = 7,    /**< TEXT: the same, after; null once erased */
};

/**
 * Holds the file to its log: the chain of hashes, the commitments, every record against what the
 * log says it holds, the references, and the pages of the file.
 *
 * @param cursor faults, as records of the slots of enum bina_verify_field; none when all is well
 * @return BINA_OK when it could be done, whatever was found; else as bina_store_list
 */
BINA_API bina_status bina_store_verify(bina_store *store, bina_cursor **cursor);

/** Slots of the description "verify_fault". */
enum bina_verify_field {
    BINA_VERIFY_RULE = 0,    /**< TEXT: such as "log.hash", "log.commitment", "table.value" */
    BINA_VERIFY_COMMIT = 1,  /**< INT: number of the commit, if one is at fault */
    BINA_VERIFY_RECORD = 2,  /**< INT: id of the record, if one is at fault */
    BINA_VERIFY_FIELD = 3,   /**< TEXT */
    BINA_VERIFY_MESSAGE = 4, /**< TEXT: a sentence in English */
    BINA_VERIFY_PESAN = 5,   /**< TEXT: the sentence in Indonesian */
};

/**
 * Takes back everything a commit did, as a new commit.
 *
 * @return BINA_ERR_CONFLICT, naming the record, when a later commit touched one of its records;
 *         BINA_ERR_NOT_FOUND; BINA_ERR_REFERENCE; BINA_ERR_UNSUPPORTED (an erasure cannot be
 * undone)
 */
BINA_API bina_status bina_store_undo(bina_store *store, int64_t commit_number, const char *why);

/**
 * Erases the personal data of a record (UU 27/2022 Art. 43): its fields flagged
 * BINA_FIELD_PERSONAL, now and in the log. The chain still verifies. A required text becomes "-".
 * Of a record that was removed, all that the log holds is erased.
 *
 * @return BINA_ERR_NOT_FOUND, BINA_ERR_READ_ONLY, BINA_ERR_BUSY, BINA_ERR_FULL
 */
BINA_API bina_status bina_store_erase(bina_store *store, bina_id id, const char *why);

/**
 * Declares a field of the office's own for a kind; it is kept in the file. Handles opened before
 * see it when opened anew.
 *
 * @param name   lower case letters, digits and underscores, not a field of the kind
 * @param format a code list or validator, or NULL
 * @param flags  BINA_FIELD_INDEXED, BINA_FIELD_PERSONAL, BINA_FIELD_DATED or 0
 * @return BINA_ERR_DUPLICATE, BINA_ERR_USAGE (also within a transaction), BINA_ERR_BUSY (cursors
 * read)
 */
BINA_API bina_status bina_store_add_own_field(bina_store *store, int kind, const char *name,
                                              bina_type type, const char *format, const char *doc,
                                              unsigned flags);

/**
 * Copies the register into another file while it is in use: the only right way to copy it.
 *
 * The copy is the register at one moment. It is made beside `path` and takes its name only when
 * whole, so a stop half way leaves what was there. Who may not read the register may not read the
 * copy either. A file of that name is replaced.
 * @param task yours to step and free; its progress counts pages
 * @return BINA_ERR_USAGE (the register's own file, or what is no file), BINA_ERR_IO, BINA_ERR_FULL
 */
BINA_API bina_status bina_store_backup(bina_store *store, const char *path, bina_task **task);

BINA_C_END

#endif
