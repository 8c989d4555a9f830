#include <bina/version.h>

const char *
bina_version(void)
{
    return BINA_VERSION;
}
