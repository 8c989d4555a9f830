/* The conditions of KUR; each lets any other credit pass. */
#ifndef BINA_SRC_RULES_CREDIT_KUR_H
#define BINA_SRC_RULES_CREDIT_KUR_H

#include "rules/case.h"

void bina_kur_class_known(bina_case *c);
/** The amount is of the class as it was on the day that counts. */
void bina_kur_class_fits(bina_case *c);
/** Interest and time to pay back are within those of the class. */
void bina_kur_terms_fit(bina_case *c);
/** The borrower may take this class once more. */
void bina_kur_access_left(bina_case *c);
/** The borrower's household may have one more running. */
void bina_kur_household_free(bina_case *c);
/** The borrower and the business are old enough. */
void bina_kur_may_borrow(bina_case *c);

#endif
