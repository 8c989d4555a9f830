/*
 * Whether a finished workbook is whole. libxlsxwriter gathers its parts in temporary files and does
 * not look whether its writing there failed, so that a full temporary disk would cut a part short
 * without a word. So the end of each part in the finished file is looked at.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exchange/workbook.h"

#ifdef BINA_HAVE_XLSX_READ
#include <minizip/unzip.h>

enum { PIECE = 64 * 1024, END = 64 };

/* What an XML text that begins so must end with: "</worksheet>". False when it is none. */
static bool
find_ending(const char *text, size_t length, char ending[END])
{
    const char *at =
        length > 2 && text[0] == '<' && text[1] == '?' ? memchr(text, '>', length) : NULL;
    size_t name = 0;

    if (at == NULL)
        return false;
    at = memchr(at, '<', length - (size_t)(at - text));
    if (at == NULL)
        return false;
    for (at++; at + name < text + length && strchr(" />", at[name]) == NULL; name++)
        ;
    if (name == 0 || name + 4 > END)
        return false;
    snprintf(ending, END, "</%.*s>", (int)name, at);
    return true;
}

/* Reads the part that is open to its end. */
static bool
ends_well(unzFile zip, char buffer[END + PIECE])
{
    char last[END] = {0}, ending[END] = "";
    size_t total = 0, length;
    int n;

    while ((n = unzReadCurrentFile(zip, buffer + END, PIECE)) > 0) {
        if (total == 0 && !find_ending(buffer + END, (size_t)n, ending))
            return false;
        total += (size_t)n;
        memcpy(buffer, last, END);
        memcpy(last, buffer + n, END);
    }
    if (n < 0 || total == 0)
        return false;
    if (last[END - 1] == '\n') { /* behind the theme's */
        memmove(last + 1, last, END - 1);
        last[0] = '\0';
    }
    length = strlen(ending);
    /* A root without content ends within itself. */
    return memcmp(last + END - length, ending, length) == 0 ||
           (total < PIECE && memcmp(last + END - 2, "/>", 2) == 0 && last[END - 3] != '/');
}

bool
bina_workbook_whole(const char *path)
{
    unzFile zip = unzOpen64(path);
    char *buffer = malloc(END + PIECE);
    bool whole = zip != NULL && buffer != NULL;
    int found = whole ? unzGoToFirstFile(zip) : UNZ_END_OF_LIST_OF_FILE;

    for (; whole && found == UNZ_OK; found = unzGoToNextFile(zip)) {
        whole = unzOpenCurrentFile(zip) == UNZ_OK && ends_well(zip, buffer);
        if (unzCloseCurrentFile(zip) != UNZ_OK)
            whole = false;
    }
    if (zip != NULL)
        unzClose(zip);
    free(buffer);
    return whole && found == UNZ_END_OF_LIST_OF_FILE;
}

#else

bool
bina_workbook_whole(const char *path)
{
    (void)path;
    return true;
}

#endif
