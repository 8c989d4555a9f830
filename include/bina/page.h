/**
 * @file bina/page.h
 * Pages to print, sign and hand around: each is one HTML file that needs nothing else, no network
 * and no script, is set for A4 and reads on a telephone.
 */
#ifndef BINA_PAGE_H
#define BINA_PAGE_H

#include <bina/store.h>

BINA_C_BEGIN

typedef struct bina_page bina_page;

/** The whole page as HTML, UTF-8, ended by NUL. Borrowed from the page. */
BINA_API const char *bina_page_html(const bina_page *page);

/** The bytes of bina_page_html, without the NUL. */
BINA_API size_t bina_page_length(const bina_page *page);

/**
 * Writes a page into a file, whole or not at all; what was there before stays until then.
 *
 * @param path  "-" is standard output
 * @param error may be NULL
 * @return BINA_ERR_IO, BINA_ERR_FULL, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_page_write(const bina_page *page, const char *path, bina_error *error);

/** Frees a page; NULL is fine. */
BINA_API void bina_page_free(bina_page *page);

/**
 * Issues a statement (*Berita Acara Satu Data*): writes down its number, who signs, and of which
 * state of the register it speaks, in a commit of its own.
 *
 * @param statement a new record of BINA_STATEMENT with its number; what else is unset is filled in:
 *                  today as the day issued, Indonesian as the language, and as the area its region
 *                  or else the region that the office's name begins with ("52.03/1")
 * @param id        may be NULL
 * @return BINA_ERR_DUPLICATE (the number was given before), BINA_ERR_INVALID (no number, no such
 *         region), BINA_ERR_USAGE (within a transaction, or of a statement issued before), and what
 *         bina_store_add returns
 */
BINA_API bina_status bina_statement_issue(bina_store *store, bina_record *statement, bina_id *id);

/** The statement with a number, which is yours. BINA_ERR_NOT_FOUND when none was issued under it.
 */
BINA_API bina_status bina_statement_find(bina_store *store, const char *number,
                                         bina_record **statement);

/**
 * The page of a statement: what was agreed, from which lists, how far it may be off, what remains
 * unresolved, who signs, and how to print it again; docs/statement.md says what each figure means.
 *
 * Of an issued statement every figure is read as the register knew it then, so that the page is the
 * same to the letter whatever came after. A newer library, or another machine, may set it or
 * estimate otherwise, and then says so on the page; what is counted stays. A record that was not
 * issued makes a draft of today, marked as one.
 *
 * @param statement of BINA_STATEMENT, from bina_statement_find or made for a draft
 * @param page      yours
 * @return BINA_ERR_CORRUPT when the register or the record was altered by other means, so that the
 *         figures are not those issued; BINA_ERR_UNSUPPORTED (issued by a version that counts
 *         its figures otherwise); BINA_ERR_INVALID (no such region)
 */
BINA_API bina_status bina_statement_page(bina_store *store, const bina_record *statement,
                                         bina_language language, bina_page **page);

/** How a card is made. Start from BINA_CARD_OPTIONS_INIT. */
typedef struct bina_card_options {
    size_t struct_size;
    bina_language language;
    const char *purpose; /**< what for, when NIK and telephones are to be shown; it is printed on
                            the card and written into the log. NULL: they are masked */
} bina_card_options;

#define BINA_CARD_OPTIONS_INIT                                                                     \
    {                                                                                              \
        sizeof(bina_card_options), BINA_INDONESIAN, NULL                                           \
    }

/**
 * The card of an enterprise (*Kartu IKM*), a group or a person: what is known of it now, since
 * when, from which rows of which lists and by which rule, what people decided, and every change of
 * it.
 *
 * @param id      of a merged record: the card of what stands for it now
 * @param options may be NULL
 * @param page    yours
 * @return BINA_ERR_NOT_FOUND; BINA_ERR_USAGE for ids of other kinds; BINA_ERR_READ_ONLY when there
 *         is a purpose to write down and the register may only be read
 */
BINA_API bina_status bina_card_page(bina_store *store, bina_id id, const bina_card_options *options,
                                    bina_page **page);

BINA_C_END

#endif
