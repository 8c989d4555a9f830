#include <yaml.h>
#include "no_such_file.h"
