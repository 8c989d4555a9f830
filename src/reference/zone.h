/* Which of Indonesia's three time zones a region keeps. */
#ifndef BINA_SRC_REFERENCE_ZONE_H
#define BINA_SRC_REFERENCE_ZONE_H

/**
 * Hours ahead of UTC in the province a text begins with ("52.03/1", "35"): 7, 8 or 9; 0 where it
 * begins with none. Source: Keppres 41/1987, with the provinces made since.
 */
int bina_zone_hours(const char *region);

#endif
