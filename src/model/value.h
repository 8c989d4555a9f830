/* What other rooms may know of values beyond bina/value.h. */
#ifndef BINA_SRC_MODEL_VALUE_H
#define BINA_SRC_MODEL_VALUE_H

#include <bina/value.h>

/** Whether two values of one field are the same; null is the same as null alone. */
bool bina_value_equal(bina_value a, bina_value b);

#endif
