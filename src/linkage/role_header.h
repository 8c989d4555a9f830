/* What the header of a column says by itself. */
#ifndef BINA_SRC_LINKAGE_ROLE_HEADER_H
#define BINA_SRC_LINKAGE_ROLE_HEADER_H

#include "linkage/role_words.h"
#include "linkage/standardise_parts.h"

/* A header as folded words parted by one blank: "nama pemilik". */
void bina_header_read(const char *name, bina_writer *out);

/* Whether the words stand together in a header that was read. */
bool bina_header_says(const bina_writer *header, const char *words);

/* Whether it says "name"; of whom or what, it does not tell. */
bool bina_header_says_name(const bina_writer *header);

/* Whether any of its words are of a place: a village, a town. */
bool bina_header_says_place(const bina_writer *header);

/* The rule that applies; NULL when none does. */
const bina_role_rule *bina_header_rule(const bina_writer *header);

#endif
