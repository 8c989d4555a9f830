/* Drawing codes, and reading them as people type them. */
#include "base/secret.h"

#include <sodium.h>
#include <string.h>

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Where the n-th character of a code stands: in three groups of four. */
static int
place(int n)
{
    return n + n / 4;
}

void
bina_secret_draw(char code[BINA_SECRET_SIZE])
{
    unsigned char bytes[12];

    randombytes_buf(bytes, sizeof bytes);
    memset(code, '-', BINA_SECRET_SIZE - 1);
    for (int n = 0; n < 12; n++)
        code[place(n)] = alphabet[bytes[n] & 31];
    code[BINA_SECRET_SIZE - 1] = '\0';
}

/* The character meant, as drawn; NUL when there is none. */
static char
meant(char typed)
{
    if (typed >= 'a' && typed <= 'z')
        typed = (char)(typed - 'a' + 'A');
    if (typed == 'O')
        return '0';
    if (typed == 'I' || typed == 'L')
        return '1';
    return typed != '\0' && strchr(alphabet, typed) != NULL ? typed : '\0';
}

bool
bina_secret_read(const char *typed, char code[BINA_SECRET_SIZE])
{
    int n = 0;

    memset(code, '-', BINA_SECRET_SIZE - 1);
    code[BINA_SECRET_SIZE - 1] = '\0';
    for (; *typed != '\0'; typed++) {
        char one = meant(*typed);
        if (*typed == ' ' || *typed == '-')
            continue;
        if (one == '\0' || n == 12)
            return false;
        code[place(n++)] = one;
    }
    return n == 12;
}
