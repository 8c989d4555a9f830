#include "bina/status.h"
#include <base/error.h>
