/* Reconciling, for the rooms above: with examples of what was linked. */
#ifndef BINA_SRC_REGISTER_RECONCILE_H
#define BINA_SRC_REGISTER_RECONCILE_H

#include <bina/register.h>
#include "register/examples.h"

/**
 * As bina_register_reconcile.
 *
 * @param examples filled while the task runs, which they must outlive; NULL: none
 */
bina_status bina_reconcile_showing(bina_store *store, const bina_reconcile_options *options,
                                   bina_examples *examples, bina_task **task);

#endif
