/* The descriptions of what this room tells. */
#ifndef BINA_SRC_REGISTER_RESULT_H
#define BINA_SRC_REGISTER_RESULT_H

#include <bina/description.h>

/** "reconciliation", enum bina_reconciliation_field. NULL: memory is out. */
bina_description *bina_reconciliation_description(void);

/** "review", enum bina_review_field. NULL: memory is out. */
bina_description *bina_review_description(void);

/** "review_pair", enum bina_review_pair_field. NULL: memory is out. */
bina_description *bina_review_pair_description(void);

/** "review_import", enum bina_review_import_field. NULL: memory is out. */
bina_description *bina_review_import_description(void);

/** "disagreement", enum bina_disagreement_field. NULL: memory is out. */
bina_description *bina_disagreement_description(void);

/** "confirmation_round", enum bina_confirm_round_field. NULL: memory is out. */
bina_description *bina_confirm_round_description(void);

/** "explanation", enum bina_explanation_field. NULL: memory is out. */
bina_description *bina_explanation_description(void);

#endif
