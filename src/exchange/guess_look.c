/* What the first values of columns look like. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "exchange/guess.h"
#include "exchange/numbers.h"
#include "exchange/words.h"
#include "reference/validators.h"

#define SAMPLED   500
#define LONG_CELL 200

/* A firm's name has a word that says so; a person's has not. */
static bool
is_firm(const char *lower)
{
    static const char *const words[] = {
        "ud",    "cv",       "pt",       "toko",     "warung",  "bengkel", "tenun",
        "mebel", "konveksi", "penjahit", "kerupuk",  "keripik", "kue",     "kub",
        "ikm",   "usaha",    "jaya",     "industri", "depot",   "rumah",   "kelompok",
        "sari",  "kopi",     "batik",    "catering", "laundry", NULL};
    size_t i, length;
    const char *at;

    for (at = lower; at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        length = strcspn(at, " .");
        for (i = 0; words[i] != NULL; i++)
            if (strlen(words[i]) == length && strncmp(at, words[i], length) == 0)
                return true;
    }
    return false;
}

static bool
looks_like_phone(const char *text)
{
    size_t digits = 0, others = 0;
    const char *at;

    if (bina_number_damaged(text))
        return true;
    for (at = text; *at != '\0'; at++) {
        digits += *at >= '0' && *at <= '9';
        others += (*at < '0' || *at > '9') && strchr("+-() /.", *at) == NULL;
    }
    at = text + (*text == '+' || *text == '(');
    return others == 0 && digits >= 8 && digits <= 14 &&
           (*at == '0' || strncmp(at, "62", 2) == 0 || *at == '8');
}

static void
look_at_date(bina_column_look *look, const char *text)
{
    char *end;
    long first = strtol(text, &end, 10), second;

    if (end == text || strchr("/-.", *end) == NULL || *end == '\0')
        return;
    second = strtol(end + 1, NULL, 10);
    look->day_first += first > 12 && first <= 31 && second >= 1 && second <= 12;
    look->month_first += second > 12 && second <= 31 && first >= 1 && first <= 12;
}

static void
look_at_cell(bina_column_look *look, const char *bytes, size_t length)
{
    char text[LONG_CELL + 1], lower[LONG_CELL + 1], normal[BINA_CHECK_NORMAL];
    double real;

    if (length > LONG_CELL)
        length = LONG_CELL;
    length = bina_words_tidy(bytes, length, text);
    if (length == 0 || bina_words_missing(text))
        return;
    look->filled++;
    bina_words_lower(text, lower, sizeof(lower));
    if (strspn(text, "0123456789") == length) {
        look->niks += length == 16 && bina_validate("nik", text, length, 20000, normal,
                                                    sizeof(normal), NULL) == BINA_OK;
        look->nibs += length == 13;
        look->counts += length <= 4;
        look->several += length <= 4 && strtol(text, NULL, 10) > 1;
    }
    look->phones += looks_like_phone(text);
    look->sexes += bina_words_sex(text) != NULL;
    look->words +=
        strpbrk(lower, "abcdefghijklmnopqrstuvwxyz") != NULL && strpbrk(text, "0123456789") == NULL;
    look->firms += is_firm(lower);
    look_at_date(look, text);
    if (strpbrk(text, ".,") != NULL && strpbrk(lower, "abcdfghijklmnopqrstuvwxyz") == NULL &&
        bina_number_read_real(text, &real, NULL)) {
        /* Indonesia lies between 11 south and 6 north, 95 and 141 east. */
        look->latitudes += real >= -11.1 && real <= 6.1;
        look->longitudes += real >= 94.9 && real <= 141.1;
    }
}

/* Keeps a value told of a row, once. */
static bool
keep_told(bina_told_values *told, const char *bytes, size_t length)
{
    char text[LONG_CELL + 1];
    size_t i;

    if (length == 0 || length > LONG_CELL || told->count == BINA_TOLD_VALUES)
        return true;
    bina_words_tidy(bytes, length, text);
    for (i = 0; i < told->count; i++)
        if (strcmp(told->texts[i], text) == 0)
            return true;
    told->texts[told->count] = bina_text_copy(text);
    return told->texts[told->count++] != NULL;
}

bool
bina_guess_is_own(const bina_guesser *guess, int column)
{
    return bina_column_is_own(bina_description_field(guess->columns, column));
}

bina_status
bina_guess_look(bina_guesser *guess, const bina_batch *batch)
{
    size_t rows = bina_batch_rows(batch), row;
    const int32_t *offsets;
    const char *bytes;
    int column, own;

    if (rows > SAMPLED)
        rows = SAMPLED;
    for (column = 0; column < guess->column_count; column++)
        for (row = 0; bina_batch_texts(batch, column, &offsets, &bytes) && row < rows; row++) {
            size_t length = (size_t)(offsets[row + 1] - offsets[row]);
            look_at_cell(&guess->looks[column], bytes + offsets[row], length);
            if (!keep_told(&guess->values[column], bytes + offsets[row], length))
                return BINA_ERR_NO_MEMORY;
        }
    for (own = BINA_OWN_SHEET; own <= BINA_OWN_REGENCY; own++) {
        column = bina_column_find_own(guess->columns, (bina_own_column)own);
        if (column < 0 || !bina_batch_texts(batch, column, &offsets, &bytes))
            continue;
        for (row = 0; row < bina_batch_rows(batch); row++)
            if (!keep_told(&guess->told[own], bytes + offsets[row],
                           (size_t)(offsets[row + 1] - offsets[row])))
                return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

bool
bina_guess_mostly(int count, const bina_column_look *look)
{
    return look->filled >= 3 && count * 10 >= look->filled * 6;
}
