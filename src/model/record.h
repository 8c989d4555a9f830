/* What other rooms may know of records beyond bina/record.h. */
#ifndef BINA_SRC_MODEL_RECORD_H
#define BINA_SRC_MODEL_RECORD_H

#include <bina/record.h>

/** As bina_record_text, with the length in bytes. */
const char *bina_record_text_n(const bina_record *record, int field, size_t *length);

#endif
