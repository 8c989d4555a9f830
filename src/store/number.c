/* Short numbers for paper, in the alphabet of Crockford's base 32. */
#include <string.h>
#include "model/id.h"
#include "store/number.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
static const char alphanumerics[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

char
bina_number_check(const char *text, size_t length)
{
    int product = 36;
    size_t i;

    for (i = 0; i < length; i++) {
        const char *at = text[i] == '\0' ? NULL : strchr(alphanumerics, text[i]);
        int sum;
        if (at == NULL)
            return '\0';
        sum = (product + (int)(at - alphanumerics)) % 36;
        product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return alphanumerics[(37 - product) % 36];
}

void
bina_number_format(bina_id id, char letter, char number[BINA_NUMBER_SIZE])
{
    int64_t counter = bina_id_counter(id);
    int store = bina_id_store(id), digits = 4, i;
    char plain[BINA_NUMBER_SIZE];
    size_t length = 0, at = 0, from;

    plain[length++] = letter;
    for (i = 3; i >= 0; i--)
        plain[length++] = alphabet[(store >> (5 * i)) & 31];
    while (digits < 6 && counter >> (5 * digits) != 0)
        digits++;
    for (i = digits - 1; i >= 0; i--)
        plain[length++] = alphabet[(counter >> (5 * i)) & 31];
    for (from = 0; from < length; from++) {
        if (from == 1 || from == 5)
            number[at++] = '-';
        number[at++] = plain[from];
    }
    number[at++] = '-';
    number[at++] = bina_number_check(plain, length);
    number[at] = '\0';
}

/* What people write for look-alikes. */
static char
fold(char c)
{
    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    if (c == 'O')
        return '0';
    if (c == 'I' || c == 'L')
        return '1';
    return c;
}

bool
bina_number_parse(const char *text, char *letter, int *store, int64_t *counter)
{
    char plain[BINA_NUMBER_SIZE];
    size_t length = 0, i;
    int64_t number = 0;

    for (; *text != '\0'; text++) {
        if (*text == '-' || *text == ' ')
            continue;
        if (length + 1 >= sizeof plain)
            return false;
        plain[length++] = fold(*text);
    }
    /* A letter, four of the store, four to six of the counter, the check. */
    if (length < 10 || length > 12 || plain[0] < 'A' || plain[0] > 'Z')
        return false;
    if (fold(bina_number_check(plain, length - 1)) != plain[length - 1])
        return false;
    *store = 0;
    for (i = 1; i < length - 1; i++) {
        const char *at = strchr(alphabet, plain[i]);
        if (at == NULL)
            return false;
        if (i <= 4)
            *store = *store * 32 + (int)(at - alphabet);
        else
            number = number * 32 + (at - alphabet);
    }
    if (*store < 1 || *store > BINA_ID_MAX_STORE || number < 1 || number > BINA_ID_MAX_COUNTER)
        return false;
    *letter = plain[0];
    *counter = number;
    return true;
}
