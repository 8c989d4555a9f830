/* The commits of this room: at once, or over the steps of a task. */
#ifndef BINA_SRC_REGISTER_TRANSACTION_H
#define BINA_SRC_REGISTER_TRANSACTION_H

#include <bina/store.h>

/** Begins a commit of this room for a reason of people. */
bina_status bina_register_begin(bina_store *store, const char *why, const char *rule);

/** Ends it: keeps the changes when `status` is BINA_OK, else forgets them. Gives the outcome. */
bina_status bina_register_end(bina_store *store, bina_status status);

/**
 * Whether a task may write on. What it writes belongs to one transaction; had somebody ended that
 * between two steps, every further change would be a commit of its own.
 *
 * @param depth of the task's transaction; 0 before it has begun
 */
bina_status bina_register_goes_on(bina_store *store, int depth);

/** Forgets what a task wrote that was not brought to its end. */
void bina_register_abandon(bina_store *store, int depth);

#endif
