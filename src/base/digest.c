#include <stdio.h>
#include <string.h>
#include "base/digest.h"

#define BYTES ((BINA_DIGEST_HEX - 1) / 2)

void
bina_digest_start(bina_digest *digest)
{
    /* Cannot fail: the size of the result is one the algorithm has. */
    (void)crypto_generichash_init(&digest->state, NULL, 0, BYTES);
}

void
bina_digest_add(bina_digest *digest, const void *bytes, size_t length)
{
    if (length > 0)
        (void)crypto_generichash_update(&digest->state, bytes, length);
}

void
bina_digest_add_text(bina_digest *digest, const char *text)
{
    const char *whole = text != NULL ? text : "";

    bina_digest_add(digest, whole, strlen(whole) + 1);
}

char *
bina_digest_end(bina_digest *digest, char hex[BINA_DIGEST_HEX])
{
    unsigned char result[BYTES];

    (void)crypto_generichash_final(&digest->state, result, sizeof result);
    return sodium_bin2hex(hex, BINA_DIGEST_HEX, result, sizeof result);
}

bina_status
bina_digest_file(const char *path, char hex[BINA_DIGEST_HEX])
{
    bina_status status = BINA_OK;
    bina_digest digest;
    unsigned char bytes[16384];
    size_t count;
    FILE *file = fopen(path, "rb");

    hex[0] = '\0';
    if (file == NULL)
        return BINA_ERR_IO;
    bina_digest_start(&digest);
    while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
        bina_digest_add(&digest, bytes, count);
    if (ferror(file))
        status = BINA_ERR_IO;
    (void)fclose(file);
    if (status == BINA_OK)
        (void)bina_digest_end(&digest, hex);
    return status;
}
