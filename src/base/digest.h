/* Digests of texts and files: BLAKE2b-256, as in the commit log. */
#ifndef BINA_SRC_BASE_DIGEST_H
#define BINA_SRC_BASE_DIGEST_H

#include <stddef.h>
#include <sodium.h>
#include <bina/status.h>

/** Characters of a digest written out, with its NUL. */
#define BINA_DIGEST_HEX 65

typedef struct bina_digest {
    crypto_generichash_state state;
} bina_digest;

void bina_digest_start(bina_digest *digest);

/** Adds bytes as they are: what is added in two parts is the same as in one. */
void bina_digest_add(bina_digest *digest, const void *bytes, size_t length);

/** Adds a text (NULL counts as empty) with its end, so that "ab" + "c" is not "a" + "bc". */
void bina_digest_add_text(bina_digest *digest, const char *text);

/** Ends it: 64 lower-case hexadecimal digits. Returns `hex`. */
char *bina_digest_end(bina_digest *digest, char hex[BINA_DIGEST_HEX]);

/** The digest of a whole file. BINA_ERR_IO when it cannot be read. */
bina_status bina_digest_file(const char *path, char hex[BINA_DIGEST_HEX]);

#endif
