/* The short numbers that go on paper, printed from ids. */
#ifndef BINA_SRC_STORE_NUMBER_H
#define BINA_SRC_STORE_NUMBER_H

#include <bina/value.h>

/** Bytes a human number needs, with its NUL. */
#define BINA_NUMBER_SIZE 20

/**
 * Writes the human number of a record, such as "E-00K7-3M4Q-X": the kind's letter, the store and
 * the counter in base 32 (digits and letters without I, L, O, U), and a check character over all of
 * it by ISO/IEC 7064 MOD 37,36. It follows from the id, so it is unique wherever the id is.
 */
void bina_number_format(bina_id id, char letter, char number[BINA_NUMBER_SIZE]);

/**
 * Reads a human number: lower case, blanks and hyphens anywhere, O for 0 and I or L for 1 are
 * forgiven.
 *
 * @param letter which kind it claims; the id then lacks the kind
 * @return false when the check character does not agree or it is no such number
 */
bool bina_number_parse(const char *text, char *letter, int *store, int64_t *counter);

/** The check character of ISO/IEC 7064 MOD 37,36 for digits and capital letters; 0 for others. */
char bina_number_check(const char *text, size_t length);

#endif
