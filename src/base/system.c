#include "base/system.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"

static const struct {
    int reason;
    const char *text[2];
} reasons[] = {
    {ENOENT, {"there is no such file or folder", "berkas atau foldernya tidak ada"}},
    {EACCES, {"you are not allowed to", "Anda tidak berhak"}},
    {EPERM, {"you are not allowed to", "Anda tidak berhak"}},
    {EROFS, {"the disk may only be read", "disk hanya dapat dibaca"}},
    {EISDIR, {"it is a folder", "itu folder"}},
    {ENOTDIR, {"a part of its path is no folder", "bagian dari jalurnya bukan folder"}},
    {ENAMETOOLONG, {"its name is too long", "namanya terlalu panjang"}},
    {ELOOP, {"its links lead in a circle", "tautannya berputar-putar"}},
    {EEXIST, {"it is there already", "sudah ada"}},
    {ENOSPC, {"the disk is full", "disk penuh"}},
    {EDQUOT, {"your share of the disk is full", "jatah disk Anda habis"}},
    {EFBIG, {"it would be too large", "ukurannya terlalu besar"}},
    {EIO, {"the disk or the network fails", "disk atau jaringan bermasalah"}},
    {EPIPE, {"nobody reads it any longer", "tidak ada lagi yang membacanya"}},
    {EBUSY, {"another program has it", "sedang dipakai program lain"}},
    {ETXTBSY, {"another program has it", "sedang dipakai program lain"}},
    {EMFILE, {"too many files are open", "terlalu banyak berkas terbuka"}},
    {ENFILE, {"too many files are open", "terlalu banyak berkas terbuka"}},
};

const char *
bina_system_text(int reason, bina_language language)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].reason == reason)
            return reasons[i].text[language == BINA_INDONESIAN];
    return strerror(reason);
}

bina_status
bina_error_system(bina_error *error, const char *english, const char *indonesian, int reason)
{
    bool full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
    const char *why[2] = {bina_system_text(reason, BINA_ENGLISH),
                          bina_system_text(reason, BINA_INDONESIAN)};

    if (reason == ENOMEM)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    /* Both sentences take the same values, so each leaves out those of the other. */
    return bina_error_set(error, full ? BINA_ERR_FULL : BINA_ERR_IO, "%s%.0s: %s%.0s.",
                          "%.0s%s: %.0s%s.", english, indonesian, why[0], why[1]);
}
