#include <ctype.h>
#include <stddef.h>
#include "reference/zone.h"

enum { WESTERN = 7, CENTRAL = 8, EASTERN = 9 };

/* Kemendagri's first digit is an island group; in Kalimantan and on the islands around it the
 * second decides. */
int
bina_zone_hours(const char *region)
{
    if (region == NULL || !isdigit((unsigned char)region[0]) || !isdigit((unsigned char)region[1]))
        return 0;
    switch (region[0]) {
    case '1': /* Sumatra */
    case '2': /* the islands east of it */
    case '3': /* Java */
        return WESTERN;
    case '5': /* Bali and Nusa Tenggara */
    case '7': /* Sulawesi */
        return CENTRAL;
    case '6': /* West and Central Kalimantan keep western time, the other three central */
        return region[1] <= '2' ? WESTERN : CENTRAL;
    case '8': /* Maluku */
    case '9': /* Papua */
        return EASTERN;
    default:
        return 0;
    }
}
