/* The inside of fault lists: what readers use to add to them. */
#ifndef BINA_SRC_EXCHANGE_FAULTS_H
#define BINA_SRC_EXCHANGE_FAULTS_H

#include <bina/faults.h>
#include "base/error.h"

/** Takes one more hold on a list, to be dropped with bina_faults_free; NULL gives NULL. */
bina_faults *bina_faults_hold(bina_faults *faults);

#endif
