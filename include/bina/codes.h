/**
 * @file bina/codes.h
 * Code lists: the words a CODE field may hold, and what to call them before people.
 */
#ifndef BINA_CODES_H
#define BINA_CODES_H

#include <bina/status.h>

BINA_C_BEGIN

/** The name of the n-th code list (n from 0); NULL past the end. */
BINA_API const char *bina_codes_at(int n);

/** What a code list is about; NULL when there is no such list. */
BINA_API const char *bina_codes_doc(const char *list);

/** The n-th word (n from 0) of a code list; NULL past the end or when there is no such list. */
BINA_API const char *bina_codes_word(const char *list, int n);

/** What to call a word of a list; NULL when the list has no such word. */
BINA_API const char *bina_codes_label(const char *list, const char *word, bina_language language);

/**
 * The word meant by a text: the word itself or its label in either language, whatever the case.
 *
 * @return the word, or NULL when none is meant
 */
BINA_API const char *bina_codes_find(const char *list, const char *text);

BINA_C_END

#endif
