/* Where two values differ, to the letter. */
#ifndef BINA_SRC_BASE_MARKS_H
#define BINA_SRC_BASE_MARKS_H

#include <stdbool.h>
#include <bina/status.h>

/**
 * Marks the letters in which two UTF-8 texts differ, whatever their case: for each code point "*"
 * where it has no counterpart in the other and "." where it has. Single letters that agree between
 * two that do not are marked, too: they agree by chance. Numbers of one length are held against each
 * other digit by digit.
 *
 * @param first_marks, second_marks yours to free
 * @param same whether nothing is marked
 */
bina_status bina_marks(const char *first, const char *second, char **first_marks,
                       char **second_marks, bool *same);

#endif
