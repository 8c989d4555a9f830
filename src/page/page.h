/* The inside of a page, and the style sheet of all pages. */
#ifndef BINA_SRC_PAGE_PAGE_H
#define BINA_SRC_PAGE_PAGE_H

#include <bina/page.h>

/** Makes a page of bytes that malloc gave and a NUL ends; NULL (and nothing taken) without memory.
 */
bina_page *bina_page_take(char *bytes, size_t length);

/** page.css, as the build turned it into C. */
extern const char bina_page_style[];

#endif
