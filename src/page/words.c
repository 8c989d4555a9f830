/* Figures, days and numbers of identity as people read them. */
#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/record.h>
#include <bina/reference.h>
#include "base/text.h"
#include "page/words.h"

enum { MS_OF_DAY = 24 * 60 * 60 * 1000 };

char *
bina_words_integer(bina_language language, int64_t number, char *text)
{
    char digits[24];
    size_t length, at = 0;
    char mark = language == BINA_INDONESIAN ? '.' : ',';

    snprintf(digits, sizeof digits, "%" PRId64, number);
    length = strlen(digits);
    for (size_t i = 0; i < length; i++) {
        text[at++] = digits[i];
        if (digits[i] != '-' && i + 1 < length && (length - i - 1) % 3 == 0)
            text[at++] = mark;
    }
    text[at] = '\0';
    return text;
}

char *
bina_words_real(bina_language language, double number, int decimals, char *text)
{
    char whole[BINA_WORDS], rest[16] = "";
    long long unit = 1, scaled;
    bool negative;

    for (int i = 0; i < decimals; i++)
        unit *= 10;
    if (!(fabs(number) * (double)unit < 1e15)) {
        snprintf(text, BINA_WORDS, "–");
        return text;
    }
    /* In whole numbers, since what printf takes for a decimal point is the program's affair. */
    scaled = llround(fabs(number) * (double)unit);
    negative = number < 0 && scaled > 0;
    bina_words_integer(language, scaled / unit, whole);
    if (decimals > 0)
        rest[0] = language == BINA_INDONESIAN ? ',' : '.';
    for (int i = decimals; i > 0; i--, scaled /= 10)
        rest[i] = (char)('0' + scaled % 10);
    snprintf(text, BINA_WORDS, "%s%.30s%s", negative ? "-" : "", whole, rest);
    return text;
}

char *
bina_words_share(bina_language language, double share, char *text)
{
    size_t length;

    bina_words_real(language, share * 100, 1, text);
    length = strlen(text);
    if (length + 2 <= BINA_WORDS)
        memcpy(text + length, "%", 2);
    return text;
}

char *
bina_words_money(bina_language language, int64_t rupiah, char *text)
{
    char amount[BINA_WORDS];

    /* A space that does not break. */
    snprintf(text, BINA_WORDS, "Rp\xC2\xA0%.40s", bina_words_integer(language, rupiah, amount));
    return text;
}

char *
bina_words_date(bina_language language, int64_t day, char *text)
{
    static const char *const months[2][12] = {
        {"January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"},
        {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
         "Oktober", "November", "Desember"}};
    int year, month, day_of_month;

    bina_date_to_civil(day, &year, &month, &day_of_month);
    snprintf(text, BINA_WORDS, "%d %s %d", day_of_month,
             months[language == BINA_INDONESIAN][month - 1], year);
    return text;
}

const char *
bina_words_weekday(bina_language language, int64_t day)
{
    static const char *const days[2][7] = {
        {"Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"},
        {"Kamis", "Jumat", "Sabtu", "Minggu", "Senin", "Selasa", "Rabu"}};

    return days[language == BINA_INDONESIAN][((day % 7) + 7) % 7];
}

/* 1 to 9999 in Indonesian words. */
static void
spell(int number, char text[96])
{
    static const char *const units[] = {"nol",     "satu",     "dua",     "tiga",
                                        "empat",   "lima",     "enam",    "tujuh",
                                        "delapan", "sembilan", "sepuluh", "sebelas"};
    char left[40] = "", right[96] = "";

    if (number < 12) {
        snprintf(text, 96, "%s", units[number < 0 ? 0 : number]);
    } else if (number < 20) {
        snprintf(text, 96, "%s belas", units[number - 10]);
    } else {
        int unit = number < 100 ? 10 : number < 1000 ? 100 : 1000;
        const char *word = unit == 10 ? "puluh" : unit == 100 ? "ratus" : "ribu";
        if (number / unit == 1)
            snprintf(left, sizeof left, "se%s", word);
        else
            snprintf(left, sizeof left, "%s %s", units[number / unit % 12], word);
        if (number % unit != 0)
            spell(number % unit, right);
        snprintf(text, 96, "%s%s%.50s", left, right[0] != '\0' ? " " : "", right);
    }
}

char *
bina_words_spelt_date(int64_t day, char *text)
{
    char month[BINA_WORDS], days[96], years[96];
    int year, month_number, day_of_month;

    bina_date_to_civil(day, &year, &month_number, &day_of_month);
    bina_words_date(BINA_INDONESIAN, day, month);
    spell(day_of_month, days);
    spell(year > 9999 ? 9999 : year, years);
    snprintf(text, 160, "tanggal %.40s bulan %.*s tahun %.70s", days,
             (int)strcspn(strchr(month, ' ') + 1, " "), strchr(month, ' ') + 1, years);
    return text;
}

char *
bina_words_capital(char *text)
{
    text[0] = (char)toupper((unsigned char)text[0]);
    return text;
}

char *
bina_words_mask(const char *number, char *text)
{
    size_t length = strlen(number);

    snprintf(text, BINA_WORDS, "•••%s%.3s", length > 3 ? "\xC2\xA0" : "",
             length > 3 ? number + length - 3 : "");
    return text;
}

/* The word for the level of a region, where people say it. */
static const char *
level_word(bina_language language, const char *level)
{
    static const char *const words[][3] = {
        {"province", "Province of ", "Provinsi "},
        {"regency", "Regency of ", "Kabupaten "},
        {"city", "City of ", "Kota "},
        {"district", "District of ", "Kecamatan "},
        {"kelurahan", "Urban village ", "Kelurahan "},
        {"desa", "Village ", "Desa "},
        {"desa_adat", "Village ", "Desa Adat "},
    };

    for (size_t i = 0; level != NULL && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], level) == 0)
            return words[i][language == BINA_INDONESIAN ? 2 : 1];
    return "";
}

bina_status
bina_words_find_region(bina_language language, const char *code, char *text, size_t size)
{
    bina_record *region = NULL;
    bina_status status = bina_region_get(code, 0, &region, NULL);

    if (status == BINA_OK)
        bina_text_print(text, size, "%s%s",
                        level_word(language, bina_record_text(region, BINA_REGION_LEVEL)),
                        bina_record_text(region, BINA_REGION_NAME));
    else
        bina_text_print(text, size, "%s", code);
    bina_record_free(region);
    return status == BINA_ERR_NO_MEMORY ? status : BINA_OK;
}

char *
bina_words_region(bina_language language, const char *code, char *text, size_t size)
{
    (void)bina_words_find_region(language, code, text, size);
    return text;
}

static bool
is_identity(const bina_field *field)
{
    static const char *const formats[] = {"nik", "kk", "phone"};
    const char *format = bina_field_format(field);

    for (size_t i = 0; format != NULL && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(format, formats[i]) == 0)
            return true;
    return false;
}

char *
bina_words_value(bina_language language, const bina_field *field, bina_value value, bool masked,
                 char *text, size_t size)
{
    char word[BINA_WORDS] = "";
    const char *shown = word;

    switch (value.type) {
    case BINA_NULL:
        break;
    case BINA_CODE:
        shown = bina_codes_label(bina_field_format(field), value.as.text, language);
        if (shown == NULL)
            shown = value.as.text;
        break;
    case BINA_TEXT:
        shown = masked && is_identity(field) ? bina_words_mask(value.as.text, word) : value.as.text;
        break;
    case BINA_REAL:
        bina_words_real(language, value.as.real, 2, word);
        break;
    case BINA_MONEY:
        bina_words_money(language, value.as.integer, word);
        break;
    case BINA_DATE:
        bina_words_date(language, value.as.integer, word);
        break;
    case BINA_TIME:
        bina_words_date(language, value.as.integer / MS_OF_DAY, word);
        break;
    case BINA_BOOL:
        shown = language == BINA_INDONESIAN ? (value.as.integer != 0 ? "ya" : "tidak")
                                            : (value.as.integer != 0 ? "yes" : "no");
        break;
    case BINA_INT:
        bina_words_integer(language, value.as.integer, word);
        break;
    case BINA_REF:
        snprintf(word, sizeof word, "%" PRId64, value.as.integer);
        break;
    }
    bina_text_print(text, size, "%s", shown);
    return text;
}

char *
bina_words_label(bina_language language, const bina_field *field, char *text, size_t size)
{
    bina_text_print(text, size, "%s", bina_field_label(field, language));
    for (char *at = text; *at != '\0'; at++)
        if (*at == '_')
            *at = ' ';
    return bina_words_capital(text);
}
