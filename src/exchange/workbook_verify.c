/*
 * Whether a finished workbook is whole. libxlsxwriter gathers sheets in temporary files and does
 * not look whether its writing there failed, so that a full temporary disk would cut a sheet short
 * without a word. The end of each sheet in the finished file is looked at instead.
 */
#include <stdio.h>
#include <string.h>
#include "exchange/workbook.h"

#ifdef BINA_HAVE_XLSX_READ
#include <minizip/unzip.h>

static const char ending[] = "</worksheet>";

enum { END = sizeof ending - 1 };

/* Reads the file within the zip that is next to its end, where `ending` must stand. */
static bool
ends_well(unzFile zip)
{
    static const size_t piece = 64 * 1024;
    char last[END] = {0};
    char *buffer = malloc(END + piece);
    int n = -1;

    if (buffer != NULL && unzOpenCurrentFile(zip) == UNZ_OK) {
        while ((n = unzReadCurrentFile(zip, buffer + END, (unsigned)piece)) > 0) {
            memcpy(buffer, last, END);
            memcpy(last, buffer + n, END);
        }
        if (unzCloseCurrentFile(zip) != UNZ_OK)
            n = -1;
    }
    free(buffer);
    return n == 0 && memcmp(last, ending, END) == 0;
}

bool
bina_workbook_whole(const char *path)
{
    static const char folder[] = "xl/worksheets/sheet";
    unzFile zip = unzOpen64(path);
    bool whole = zip != NULL;
    char name[64];
    int found = whole ? unzGoToFirstFile(zip) : UNZ_END_OF_LIST_OF_FILE;

    for (; whole && found == UNZ_OK; found = unzGoToNextFile(zip)) {
        whole =
            unzGetCurrentFileInfo64(zip, NULL, name, sizeof name - 1, NULL, 0, NULL, 0) == UNZ_OK;
        if (whole && strncmp(name, folder, sizeof folder - 1) == 0)
            whole = ends_well(zip);
    }
    if (zip != NULL)
        unzClose(zip);
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
