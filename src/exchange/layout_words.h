/* The words by which offices' sheets tell what a row or cell is. All texts are UTF-8 with length.
 */
#ifndef BINA_SRC_EXCHANGE_LAYOUT_WORDS_H
#define BINA_SRC_EXCHANGE_LAYOUT_WORDS_H

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>

/* A byte of a letter. Of UTF-8, what begins with 0xC2 is Latin-1's marks, and no letter. */
static inline bool
bina_look_is_letter(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0xC3;
}

/* What a cell looks like. */
typedef enum bina_cell_look {
    BINA_LOOK_BLANK,
    BINA_LOOK_NUMBER, /* digits and marks: "12", "(3)", "1.500,-", "2021-12-31" */
    BINA_LOOK_MARKS,  /* neither letters nor digits: ":", "-", "....." */
    BINA_LOOK_WORDS,  /* letters */
} bina_cell_look;

bina_cell_look bina_look_at(const char *text, size_t length);

/** The count in a cell of a numbering row: 3 for "3", "(3)", "3.", "c", "3 = 1 + 2"; else 0. */
long bina_look_numbering(const char *text, size_t length);

/** Whether a header uses such words: how many cells of a row do tells a header from data. */
bool bina_word_of_header(const char *text, size_t length);

/** Whether a text is just what lists call a field, and nothing else: "NAMA PEMILIK". */
bool bina_word_is_header(const char *text, size_t length);

/** Whether a header names a thing of its own ("DESA"), not part of a group ("L", "2021"). */
bool bina_word_stands_alone(const char *text, size_t length);

/** Whether a header is the one of the running number. */
bool bina_word_number_header(const char *text, size_t length);

/** Whether a text is the label of a row that adds up others: "JUMLAH", "Sub Total Kec. Aikmel". */
bool bina_word_total(const char *text, size_t length);

/** Whether a text begins a block of signatures: "Mengetahui", "Kepala Dinas", "NIP. 19...". */
bool bina_word_footer(const char *text, size_t length);

/** Whether a text is a place and a day: "Selong, 31 Desember 2021". */
bool bina_word_dateline(const char *text, size_t length);

/** Whether a text is a remark below a table: "Sumber: ...", "*) ...". */
bool bina_word_note(const char *text, size_t length);

/** Whether a text counts headings: "I", "IV.", "A", "B." (no plain number). */
bool bina_word_outline(const char *text, size_t length);

#endif
