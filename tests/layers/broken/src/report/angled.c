#include <model/field.h>
