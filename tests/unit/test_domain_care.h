/* What the tests of after-care and production share besides. */
#ifndef BINA_TEST_DOMAIN_CARE_H
#define BINA_TEST_DOMAIN_CARE_H

#include "test_domain.h"

/* Adds a record whose id nobody asks for. */
#define domain_plant(store, ...)                                                                   \
    do {                                                                                           \
        bina_status ck_planted;                                                                    \
        (void)domain_try_add(store, &ck_planted, __VA_ARGS__);                                     \
        ck_ok(store, ck_planted);                                                                  \
    } while (0)

#endif
