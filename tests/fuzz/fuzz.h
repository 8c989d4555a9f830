/* What every fuzz_NAME.c defines: reads the bytes as one input, must not crash, leak or hang. */
#ifndef BINA_TESTS_FUZZ_H
#define BINA_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
