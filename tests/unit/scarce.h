/*
 * Memory that runs out where a test says: the linker puts scarce.c in the place of malloc and its
 * kin (bina_scarce_memory of tests/CMakeLists.txt). Counted over all threads.
 */
#ifndef BINA_TESTS_SCARCE_H
#define BINA_TESTS_SCARCE_H

#include <stdbool.h>

typedef enum scarce {
    SCARCE_ONCE, /* one allocation fails: what comes after it must cope */
    SCARCE_FROM, /* that one and all after it fail, as when memory is really out */
} scarce;

/** So many allocations from now on succeed, then they fail; until scarce_end. */
void scarce_after(long allocations, scarce how);

/** From now on none fails. Tells whether one did. */
bool scarce_end(void);

/** Whether one did so far. */
bool scarce_did_fail(void);

/** How many allocations there were since scarce_after. */
long scarce_count(void);

/** Allocations are not counted, and do not fail, while this is on: Check allocates too. */
void scarce_hold(bool on);

/** Whether the next allocation fails: for allocators of others, to be counted along. */
bool scarce_fails(void);

#endif
