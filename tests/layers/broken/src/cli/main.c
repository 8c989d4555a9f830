#include <bina.h>
#include "model/field.h"
