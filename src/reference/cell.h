/* What stands in one cell of a list, freed of what spreadsheets and typists put around it. */
#ifndef BINA_SRC_REFERENCE_CELL_H
#define BINA_SRC_REFERENCE_CELL_H

#include <stdbool.h>
#include <stddef.h>

#define BINA_CELL_LENGTH 255

/** A cell's text: blanks of any kind trimmed, dashes and quotes of print made plain. */
typedef struct bina_cell {
    char text[BINA_CELL_LENGTH + 1];
    size_t length;
    bool missing;    /* empty, or a word for nothing: "-", "tidak ada", "n/a" */
    bool too_long;   /* more than BINA_CELL_LENGTH bytes: cannot be any number */
    bool scientific; /* 8.52E+10: a spreadsheet threw digits away */
    bool decimal;    /* had a trailing .0 of a number, which has been taken off */
    bool quoted;     /* had a leading apostrophe or ="...", which has been taken off */
} bina_cell;

/** Reads a cell; `text` needs no NUL. */
void bina_cell_read(const char *text, size_t length, bina_cell *cell);

/**
 * The digits of a cell, without the blanks, dots, commas, dashes, slashes and brackets between
 * them.
 *
 * @param digits   gets the digits and a NUL
 * @param capacity of `digits`; digits past it are counted but not written
 * @return how many digits, or -1 when anything else stands between
 */
int bina_cell_digits(const bina_cell *cell, char *digits, size_t capacity);

/** Bytes of a word before a number, its end included. */
#define BINA_CELL_WORD 32

/**
 * Takes the letters before the number of a cell out of it, and the marks between: "BPOM RI MD. 12"
 * leaves "12".
 *
 * @param word set to them in capitals, as many as fit
 * @return how many
 */
size_t bina_cell_word(bina_cell *cell, char word[BINA_CELL_WORD]);

/** Whether `count` digits are all the same, or 0123456789 and 123456789 counted on. */
bool bina_digits_placeholder(const char *digits);

#endif
