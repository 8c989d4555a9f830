/*
 * What the lifecycles of grants, batches and other work do with the money planned for them. The
 * commitments meant are those whose subject is the record of the case.
 */
#ifndef BINA_SRC_RULES_LIFECYCLE_MONEY_H
#define BINA_SRC_RULES_LIFECYCLE_MONEY_H

#include "rules/case.h"

/** Guard of a step that binds money: refuses for each fund that what is planned would overdraw. */
bina_guard bina_planned_fits;

/** What is planned becomes committed; refused when that passes a ceiling. */
bina_effect bina_commit_planned;

/** What is planned or committed and not spent is released: the funds may give it to others. */
bina_effect bina_release_committed;

/** What is committed becomes spent. */
bina_effect bina_spend_committed;

/** What was spent by mistake is committed again. */
bina_effect bina_unspend;

/** What was released is planned again. */
bina_effect bina_replan_released;

#endif
