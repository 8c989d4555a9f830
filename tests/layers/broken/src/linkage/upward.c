/* A tree that breaks each rule of the layers once: the check must find every fault. */
#include "base/good.h"
#include "store/query.h"
#include <sqlite3.h>
#include "../base/sideways.h"
#include <bina/record.h>
#include <stdio.h>
