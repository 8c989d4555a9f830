#ifndef BINA_SRC_LINKAGE_STANDIN_H
#define BINA_SRC_LINKAGE_STANDIN_H
#include <stddef.h>
double bina_standin_jaro_winkler(const char *a, size_t la, const char *b, size_t lb);
unsigned bina_standin_osa(const char *a, size_t la, const char *b, size_t lb, unsigned limit);
/* Writes the standard form; returns its length (at most room - 1). */
size_t bina_standin_standard(const char *role, const char *text, size_t length, char *out,
                             size_t room);
#endif
