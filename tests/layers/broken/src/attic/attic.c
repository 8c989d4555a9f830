#include "attic.h"
