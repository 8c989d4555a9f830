/* Figures, days and numbers of identity as people read them, in either language. */
#ifndef BINA_SRC_PAGE_WORDS_H
#define BINA_SRC_PAGE_WORDS_H

#include <bina/description.h>
#include <bina/value.h>

/** Bytes that hold any of these texts but those of texts. */
enum { BINA_WORDS = 64 };

/** 1.234.567 or 1,234,567. All of these return `text`, of BINA_WORDS bytes. */
char *bina_words_integer(bina_language language, int64_t number, char *text);

/** 1.234,5 or 1,234.5, with so many decimals, at most 9. */
char *bina_words_real(bina_language language, double number, int decimals, char *text);

/** A share of 0 to 1 as 12,3% or 12.3%. */
char *bina_words_share(bina_language language, double share, char *text);

/** Rp 1.500.000 */
char *bina_words_money(bina_language language, int64_t rupiah, char *text);

/** 22 November 2026 */
char *bina_words_date(bina_language language, int64_t day, char *text);

/** Minggu, Sunday */
const char *bina_words_weekday(bina_language language, int64_t day);

/** A day in Indonesian words, as papers spell it: tanggal dua puluh dua bulan November tahun dua
 * ribu dua puluh enam. `text` holds 160 bytes. */
char *bina_words_spelt_date(int64_t day, char *text);

/** Makes the first letter a capital, if it is plain. */
char *bina_words_capital(char *text);

/** A number of identity or a telephone with its last three digits only: ••• 001. */
char *bina_words_mask(const char *number, char *text);

/** The name of a region with its level, such as Kabupaten Lombok Timur; the code if unknown. */
char *bina_words_region(bina_language language, const char *code, char *text, size_t size);

/** The same, which tells a lack of memory from a code that is not known: BINA_ERR_NO_MEMORY. */
bina_status bina_words_find_region(bina_language language, const char *code, char *text,
                                   size_t size);

/** A value of a field as text; `masked` hides NIK and telephones. Cut to `size`. */
char *bina_words_value(bina_language language, const bina_field *field, bina_value value,
                       bool masked, char *text, size_t size);

/** What to call a field at the head of a column: with a capital, without underscores. */
char *bina_words_label(bina_language language, const bina_field *field, char *text, size_t size);

#endif
