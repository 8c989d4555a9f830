/**
 * @file bina/page.h
 * Pages to print, sign and hand around: each is one HTML file that needs nothing else, no network
 * and no script, is set for A4 and reads on a telephone.
 */
#ifndef BINA_PAGE_H
#define BINA_PAGE_H

#include <stddef.h>
#include <bina/error.h>

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

BINA_C_END

#endif
