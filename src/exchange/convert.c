#include "exchange/convert.h"
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include "exchange/dates.h"
#include "exchange/numbers.h"
#include "exchange/words.h"

#define SHORT   256
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static bool
check_range(const bina_field *field, int64_t low, int64_t high, bina_verdict *verdict)
{
    int64_t least, greatest;

    if (!bina_field_range(field, &least, &greatest) || (low >= least && high <= greatest))
        return true;
    return bina_verdict_set(verdict, BINA_ERROR, "range",
                            "The number is outside of what the field allows.",
                            "Angka di luar batas yang diperbolehkan.");
}

/* "5203010101900001.0", "081200000000.0": a program took a number that is a name for a measure. */
static void
recover_float(char *text, bina_verdict *verdict)
{
    size_t digits = strspn(text, "0123456789");

    if (digits < 4 || text[digits] != '.' || text[digits + 1] != '0' ||
        strspn(text + digits + 1, "0") != strlen(text + digits + 1))
        return;
    text[digits] = '\0';
    bina_verdict_set(verdict, BINA_WARNING, "number.float",
                     "A spreadsheet added \".0\"; it was taken off.",
                     "Lembar kerja menambahkan \".0\"; sudah dibuang.");
}

static bool
set_text(bina_record *record, int slot, const bina_field *field, char *text,
         const bina_converting *how, bina_verdict *verdict)
{
    if (!how->strict) {
        if (bina_number_damaged(text))
            return bina_verdict_set(
                verdict, BINA_ERROR, "number.damaged",
                "A spreadsheet shortened the number (as 8.52E+10); its last digits are lost.",
                "Angka dipendekkan lembar kerja (seperti 8.52E+10); angka akhirnya hilang.");
        if (bina_field_format(field) != NULL)
            recover_float(text, verdict);
    }
    bina_set_text(record, slot, text);
    return true;
}

static bool
set_code(bina_record *record, int slot, const bina_field *field, const char *text,
         bina_verdict *verdict)
{
    const char *list = bina_field_format(field), *word = NULL;

    if (list != NULL) {
        word = bina_codes_find(list, text);
        if (word == NULL && strcmp(list, "sex") == 0)
            word = bina_words_sex(text);
        if (word == NULL && bina_codes_word(list, 0) != NULL)
            return bina_verdict_set(verdict, BINA_ERROR, "code.unknown",
                                    "This word is not on the field's list of codes.",
                                    "Kata ini tidak ada dalam daftar kode isian.");
    }
    bina_set_text(record, slot, word != NULL ? word : text);
    return true;
}

static bool
set_number(bina_record *record, int slot, const bina_field *field, const char *text,
           const bina_converting *how, bina_verdict *verdict)
{
    bina_type type = bina_field_type(field);
    int64_t integer, least, greatest;

    /* Bounds of four digits make it a year. */
    if (type == BINA_INT && !how->strict && bina_field_range(field, &least, &greatest) &&
        least >= 1000 && greatest <= 9999 &&
        bina_year_find(text, least, greatest, &integer, verdict)) {
        bina_set_int(record, slot, integer);
        return true;
    }
    /* In a file written for Bina "1.500" might be meant either way. */
    if (how->strict && strpbrk(text, ".,") != NULL && strpbrk(text, LETTERS) == NULL)
        return bina_verdict_set(verdict, BINA_ERROR, "number.plain",
                                "Write whole numbers in plain digits.",
                                "Tulis bilangan bulat dengan angka polos.");
    if (!bina_number_read(text, type == BINA_MONEY ? how->unit : 1, type == BINA_MONEY, &integer,
                          verdict) ||
        !check_range(field, integer, integer, verdict))
        return false;
    bina_set_int(record, slot, integer);
    return true;
}

static bool
set_real(bina_record *record, int slot, const bina_field *field, const char *text,
         bina_verdict *verdict)
{
    int64_t least, greatest;
    double real;

    if (!bina_number_read_real(text, &real, verdict))
        return false;
    if (bina_field_range(field, &least, &greatest) &&
        (real < (double)least || real > (double)greatest))
        return check_range(field, INT64_MIN, INT64_MAX, verdict);
    bina_set_real(record, slot, real);
    return true;
}

static bool
set_moment(bina_record *record, int slot, bina_type type, const char *text,
           const bina_converting *how, bina_verdict *verdict)
{
    int64_t day, time;

    if (type == BINA_TIME && bina_time_parse(text, &time)) {
        bina_set_int(record, slot, time);
        return true;
    }
    if (!bina_date_read(text, how->order, &day, verdict))
        return false;
    bina_set_int(record, slot, type == BINA_TIME ? day * 86400000 : day);
    return true;
}

static bool
convert(bina_record *record, int slot, char *text, const bina_converting *how,
        bina_verdict *verdict)
{
    const bina_field *field = bina_description_field(bina_record_description(record), slot);
    bina_type type = bina_field_type(field);
    bool yes;

    /* "0" stands for nothing where a word, a number that is a name, or a day belongs. */
    if (!how->strict && type != BINA_BOOL &&
        (bina_words_missing(text) ||
         (strcmp(text, "0") == 0 && (type == BINA_TEXT || type == BINA_DATE || type == BINA_CODE))))
        return false;
    if (!how->strict && type == BINA_DATE && strspn(text, "0-/") == strlen(text))
        return false;
    if (bina_words_formula_error(text))
        return bina_verdict_set(verdict, BINA_ERROR, "cell.formula",
                                "The cell holds a spreadsheet's error instead of a value.",
                                "Sel berisi galat rumus lembar kerja, bukan nilai.");
    switch (type) {
    case BINA_INT:
    case BINA_MONEY:
    case BINA_REF:
        return set_number(record, slot, field, text, how, verdict);
    case BINA_REAL:
        return set_real(record, slot, field, text, verdict);
    case BINA_BOOL:
        if (bina_words_yes_no(text, &yes)) {
            bina_set_int(record, slot, yes);
            return true;
        }
        if (bina_words_missing(text))
            return false;
        return bina_verdict_set(verdict, BINA_ERROR, "bool.unreadable", "Yes or no was expected.",
                                "Seharusnya ya atau tidak.");
    case BINA_DATE:
    case BINA_TIME:
        return set_moment(record, slot, type, text, how, verdict);
    case BINA_CODE:
        return set_code(record, slot, field, text, verdict);
    case BINA_TEXT:
        return set_text(record, slot, field, text, how, verdict);
    case BINA_NULL:
        break;
    }
    return false;
}

bool
bina_convert(bina_record *record, int slot, const char *text, size_t length,
             const bina_converting *how, bina_verdict *verdict)
{
    char buffer[SHORT], *tidy = length < SHORT ? buffer : malloc(length + 1);
    bool set = false;

    bina_unset(record, slot);
    if (tidy == NULL)
        return bina_verdict_set(verdict, BINA_ERROR, "memory", "Out of memory.", "Memori habis.");
    if (how->strict) {
        memcpy(tidy, text, length);
        tidy[length] = '\0';
    } else {
        length = bina_words_tidy(text, length, tidy);
    }
    if (length > 0)
        set = convert(record, slot, tidy, how, verdict);
    if (tidy != buffer)
        free(tidy);
    return set;
}
