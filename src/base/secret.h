/* Codes drawn by lot that people read off a paper and type in: who knows one has seen the paper. */
#ifndef BINA_SRC_BASE_SECRET_H
#define BINA_SRC_BASE_SECRET_H

#include <stdbool.h>

/** Bytes of a code, such as "7K3M-Q2XW-9TBA", with its NUL: 60 bits drawn by lot. */
#define BINA_SECRET_SIZE 15

/** Draws a code in the alphabet of Crockford's base 32 (no I, L, O, U). */
void bina_secret_draw(char code[BINA_SECRET_SIZE]);

/**
 * Reads a code as typed: lower case, blanks and hyphens anywhere, O for 0 and I or L for 1 are
 * forgiven. False when it is no such code.
 */
bool bina_secret_read(const char *typed, char code[BINA_SECRET_SIZE]);

#endif
