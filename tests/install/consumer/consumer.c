/* Somebody else's program: knows the installed headers and library, and nothing of the tree. */
#include <bina/status.h>
#include <bina/version.h>

#include <stdio.h>
#include <string.h>

int
main(void)
{
    if (strcmp(bina_version(), BINA_VERSION) != 0 || !BINA_AT_LEAST(0, 1))
        return 1;
    printf("bina %s: %s / %s\n", bina_version(), bina_status_text(BINA_OK, BINA_ENGLISH),
           bina_status_text(BINA_OK, BINA_INDONESIAN));
    return 0;
}
