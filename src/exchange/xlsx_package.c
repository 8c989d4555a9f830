#include "exchange/xlsx_package.h"
#include <stdlib.h>
#include <string.h>
#include <minizip/unzip.h>
#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"

typedef struct member {
    char *name; /* with '/' between folders */
    unz64_file_pos at;
} member;

struct bina_package {
    bina_input *input;
    uint64_t position; /* where the unzipper reads next */
    unzFile zip;
    member *members; /* ordered by name */
    size_t count, room;
    bool reading;
    uint64_t size, read; /* of the part being read */
};

/* ---- What the unzipper reads from --------------------------------------------------------------
 */

static voidpf ZCALLBACK
open_input(voidpf opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return opaque;
}

static uLong ZCALLBACK
read_input(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
    bina_package *package = opaque;
    size_t got = bina_input_read_at(package->input, package->position, buffer, size);

    (void)stream;
    package->position += got;
    return (uLong)got;
}

static ZPOS64_T ZCALLBACK
tell_input(voidpf opaque, voidpf stream)
{
    const bina_package *package = opaque;

    (void)stream;
    return package->position;
}

static long ZCALLBACK
seek_input(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    bina_package *package = opaque;
    uint64_t size = bina_input_size(package->input), from = 0;

    (void)stream;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        from = package->position;
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        from = size;
    if (offset > size - from)
        return -1;
    package->position = from + offset;
    return 0;
}

static int ZCALLBACK
close_input(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static int ZCALLBACK
no_input_error(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

/* ---- Complaints --------------------------------------------------------------------------------
 */

bina_status
bina_package_damaged(const bina_package *package, bina_error *error)
{
    bina_error_set(error, BINA_ERR_CORRUPT,
                   "The workbook is damaged or not whole. Copy or download it again, or open it in "
                   "Excel or LibreOffice and save it anew.",
                   "Berkas Excel rusak atau tidak utuh. Salin atau unduh ulang, atau buka di Excel "
                   "atau LibreOffice lalu simpan kembali.");
    bina_error_at(error, NULL, NULL, "xlsx.damaged");
    bina_error_in_file(error, bina_package_name(package), 0, 0);
    return BINA_ERR_CORRUPT;
}

bina_status
bina_package_too_large(const bina_package *package, bina_error *error)
{
    bina_error_set(error, BINA_ERR_SYNTAX,
                   "The workbook unpacks to far more than an office's list; it was not read. Save "
                   "its sheets as CSV if it really is one.",
                   "Isi berkas Excel jauh lebih besar daripada sebuah daftar; tidak dibaca. Simpan "
                   "lembarnya sebagai CSV bila memang sebuah daftar.");
    bina_error_at(error, NULL, NULL, "xlsx.size");
    bina_error_in_file(error, bina_package_name(package), 0, 0);
    return BINA_ERR_SYNTAX;
}

/* ---- Names -------------------------------------------------------------------------------------
 */

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int
compare_names(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return (unsigned char)lower(*a) - (unsigned char)lower(*b);
}

static int
compare_members(const void *a, const void *b)
{
    const member *one = a, *other = b;

    return compare_names(one->name, other->name);
}

static const member *
find(const bina_package *package, const char *part)
{
    member wanted;

    memset(&wanted, 0, sizeof(wanted));
    wanted.name = (char *)(uintptr_t)part; /* only compared */
    return bsearch(&wanted, package->members, package->count, sizeof(wanted), compare_members);
}

bool
bina_package_has(const bina_package *package, const char *part)
{
    return package->count > 0 && find(package, part) != NULL;
}

bool
bina_package_resolve(const char *from, const char *target, char name[BINA_XLSX_NAME])
{
    const char *slash = strrchr(from, '/'), *end;
    size_t used = 0, length;

    if (*target != '/' && slash != NULL) {
        used = (size_t)(slash - from);
        if (used + 1 >= BINA_XLSX_NAME)
            return false;
        memcpy(name, from, used);
    }
    while (*target != '\0') {
        for (end = target; *end != '\0' && *end != '/' && *end != '\\';)
            end++;
        length = (size_t)(end - target);
        if (length == 2 && target[0] == '.' && target[1] == '.') {
            if (used == 0)
                return false;
            while (used > 0 && name[--used] != '/')
                continue;
        } else if (length > 0 && !(length == 1 && target[0] == '.')) {
            if (used + length + 2 > BINA_XLSX_NAME)
                return false;
            if (used > 0)
                name[used++] = '/';
            memcpy(name + used, target, length);
            used += length;
        }
        target = *end == '\0' ? end : end + 1;
    }
    name[used] = '\0';
    return used > 0;
}

/* ---- Members -----------------------------------------------------------------------------------
 */

/* Notes the member the unzipper stands at, under its name with plain slashes. */
static bina_status
note_member(bina_package *package, uint64_t *unpacked, bina_error *error)
{
    unz_file_info64 about;
    char raw[BINA_XLSX_NAME], name[BINA_XLSX_NAME];
    member *made;

    memset(&about, 0, sizeof(about));
    if (unzGetCurrentFileInfo64(package->zip, &about, raw, sizeof(raw) - 1, NULL, 0, NULL, 0) !=
        UNZ_OK)
        return bina_package_damaged(package, error);
    raw[sizeof(raw) - 1] = '\0';
    *unpacked = about.uncompressed_size > UINT64_MAX - *unpacked
                    ? UINT64_MAX
                    : *unpacked + about.uncompressed_size;
    if (about.size_filename >= sizeof(raw) || !bina_package_resolve("", raw, name))
        return BINA_OK; /* no part of a workbook is called so */
    if (!bina_vector_reserve(&package->members, &package->room, package->count + 1,
                             sizeof(*package->members)))
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    made = &package->members[package->count];
    made->name = bina_text_copy(name);
    if (made->name == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    package->count++;
    return unzGetFilePos64(package->zip, &made->at) == UNZ_OK
               ? BINA_OK
               : bina_package_damaged(package, error);
}

static bina_status
list_members(bina_package *package, bina_error *error)
{
    uint64_t unpacked = 0, size = bina_input_size(package->input);
    int got = unzGoToFirstFile(package->zip);
    size_t i;
    bina_status status;

    while (got == UNZ_OK) {
        if (package->count == BINA_XLSX_MEMBERS)
            return bina_package_too_large(package, error);
        status = note_member(package, &unpacked, error);
        if (status != BINA_OK)
            return status;
        got = unzGoToNextFile(package->zip);
    }
    if (got != UNZ_END_OF_LIST_OF_FILE)
        return bina_package_damaged(package, error);
    if (unpacked > BINA_XLSX_RATIO_IGNORED && unpacked / BINA_XLSX_RATIO > size)
        return bina_package_too_large(package, error);
    if (package->count > 0)
        qsort(package->members, package->count, sizeof(*package->members), compare_members);
    /* Which of two would be read depends on the program: nobody should have to guess. */
    for (i = 1; i < package->count; i++)
        if (compare_members(&package->members[i - 1], &package->members[i]) == 0)
            return bina_package_damaged(package, error);
    return BINA_OK;
}

bina_status
bina_package_open(bina_input *input, bina_error *error, bina_package **package)
{
    static const zlib_filefunc64_def functions = {
        open_input, read_input, NULL, tell_input, seek_input, close_input, no_input_error, NULL};
    zlib_filefunc64_def bound = functions;
    bina_package *made = calloc(1, sizeof(*made));
    bina_status status = BINA_OK;

    *package = NULL;
    if (made == NULL) {
        bina_input_close(input);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    made->input = input;
    bound.opaque = made;
    made->zip = unzOpen2_64("", &bound);
    status = made->zip != NULL ? list_members(made, error) : bina_package_damaged(made, error);
    if (status == BINA_OK)
        *package = made;
    else
        bina_package_free(made);
    return status;
}

void
bina_package_free(bina_package *package)
{
    size_t i;

    if (package == NULL)
        return;
    if (package->zip != NULL)
        unzClose(package->zip); /* the part being read with it */
    for (i = 0; i < package->count; i++)
        free(package->members[i].name);
    free(package->members);
    bina_input_close(package->input);
    free(package);
}

const char *
bina_package_name(const bina_package *package)
{
    return bina_input_name(package->input);
}

/* ---- Reading -----------------------------------------------------------------------------------
 */

static bina_status
hold_to_limits(const bina_package *package, const unz_file_info64 *about, uint64_t limit,
               bina_error *error)
{
    if (about->flag & 1) {
        bina_error_set(error, BINA_ERR_UNSUPPORTED,
                       "The file is protected with a password. Remove it, or save an open copy.",
                       "Berkas dilindungi kata sandi. Hapus kata sandinya, atau simpan salinan "
                       "tanpa kata sandi.");
    } else if (about->compression_method != 0 && about->compression_method != Z_DEFLATED) {
        bina_error_set(error, BINA_ERR_UNSUPPORTED,
                       "The workbook was packed in an unusual way. Open it in Excel or LibreOffice "
                       "and save it anew.",
                       "Berkas Excel dikemas dengan cara tidak lazim. Buka di Excel atau "
                       "LibreOffice lalu simpan kembali.");
    } else if (about->uncompressed_size > limit ||
               (about->uncompressed_size > BINA_XLSX_RATIO_IGNORED &&
                about->uncompressed_size / BINA_XLSX_RATIO > about->compressed_size)) {
        return bina_package_too_large(package, error);
    } else {
        return BINA_OK;
    }
    bina_error_at(error, NULL, NULL, about->flag & 1 ? "xlsx.protected" : "xlsx.packed");
    bina_error_in_file(error, bina_package_name(package), 0, 0);
    return BINA_ERR_UNSUPPORTED;
}

bina_status
bina_package_begin(bina_package *package, const char *part, uint64_t limit, bina_error *error)
{
    const member *wanted = package->count > 0 ? find(package, part) : NULL;
    unz_file_info64 about;
    bina_status status;

    if (package->reading)
        unzCloseCurrentFile(package->zip);
    package->reading = false;
    if (wanted == NULL)
        return BINA_ERR_NOT_FOUND;
    memset(&about, 0, sizeof(about));
    if (unzGoToFilePos64(package->zip, &wanted->at) != UNZ_OK ||
        unzGetCurrentFileInfo64(package->zip, &about, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return bina_package_damaged(package, error);
    status = hold_to_limits(package, &about, limit, error);
    if (status != BINA_OK)
        return status;
    if (unzOpenCurrentFile(package->zip) != UNZ_OK)
        return bina_package_damaged(package, error);
    package->reading = true;
    package->size = about.uncompressed_size;
    package->read = 0;
    return BINA_OK;
}

bina_status
bina_package_read(bina_package *package, char *buffer, size_t room, size_t *got, bina_error *error)
{
    int n = 0;

    *got = 0;
    if (!package->reading)
        return BINA_OK;
    n = unzReadCurrentFile(package->zip, buffer, (unsigned)(room < INT32_MAX ? room : INT32_MAX));
    if (n < 0)
        return bina_package_damaged(package, error);
    package->read += (uint64_t)n;
    *got = (size_t)n;
    if (n > 0)
        return BINA_OK;
    package->reading = false;
    return unzCloseCurrentFile(package->zip) == UNZ_OK && package->read == package->size
               ? BINA_OK
               : bina_package_damaged(package, error);
}

uint64_t
bina_package_size(const bina_package *package)
{
    return package->size;
}
