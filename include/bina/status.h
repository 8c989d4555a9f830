/**
 * @file bina/status.h
 * How every call ends: 0 is success, positive is good news, negative is an error.
 */
#ifndef BINA_STATUS_H
#define BINA_STATUS_H

#include <stdbool.h>
#include <bina/export.h>

BINA_C_BEGIN

/** The two languages the library speaks. */
typedef enum bina_language {
    BINA_ENGLISH = 0,
    BINA_INDONESIAN = 1,
} bina_language;

/**
 * Every status: name, number, sentence in English, sentence in Indonesian.
 *
 * Append only: a number keeps its meaning for ever.
 */
#define BINA_STATUS_MAP(X)                                                                         \
    X(OK, 0, "success", "berhasil")                                                                \
    X(DONE, 1, "there is no more", "sudah habis")                                                  \
    X(ERR_NO_MEMORY, -1, "out of memory", "memori habis")                                          \
    X(ERR_NOT_FOUND, -2, "there is no such record", "data tidak ditemukan")                        \
    X(ERR_INVALID, -3, "a value breaks a rule", "nilai melanggar aturan")                          \
    X(ERR_TYPE, -4, "a value has the wrong type for its field", "jenis nilai salah untuk isian")   \
    X(ERR_CONFLICT, -5, "the record has changed since it was read",                                \
      "data sudah berubah sejak dibaca")                                                           \
    X(ERR_REFERENCE, -6, "a reference points to no record, or the record is still referred to",    \
      "rujukan tidak ada, atau data masih dirujuk")                                                \
    X(ERR_DUPLICATE, -7, "a record with this value is already there",                              \
      "data dengan nilai ini sudah ada")                                                           \
    X(ERR_READ_ONLY, -8, "the store may only be read", "berkas hanya boleh dibaca")                \
    X(ERR_BUSY, -9, "another program is writing to the store",                                     \
      "berkas sedang ditulis program lain")                                                        \
    X(ERR_IO, -10, "a file could not be read or written",                                          \
      "berkas tidak dapat dibaca atau ditulis")                                                    \
    X(ERR_CORRUPT, -11, "the file is damaged", "berkas rusak")                                     \
    X(ERR_VERSION, -12, "the file needs a newer library", "berkas memerlukan versi lebih baru")    \
    X(ERR_SYNTAX, -13, "the text could not be understood", "teks tidak dapat dipahami")            \
    X(ERR_USAGE, -14, "the call was made wrongly", "pemanggilan keliru")                           \
    X(ERR_UNSUPPORTED, -15, "this build or format does not offer that",                            \
      "tidak didukung oleh versi atau format ini")                                                 \
    X(ERR_DENIED, -16, "the actor may not do that", "pelaku tidak berwenang")                      \
    X(ERR_FULL, -17, "the disk or the table is full", "penyimpanan penuh")                         \
    X(ERR_REFUSED, -18, "conditions are not met", "syarat belum terpenuhi")

/** What a call returns. */
typedef enum bina_status {
#define BINA_STATUS_ENUM(name, number, english, indonesian) BINA_##name = number,
    BINA_STATUS_MAP(BINA_STATUS_ENUM)
#undef BINA_STATUS_ENUM
} bina_status;

/** The name of a status without its prefix, such as "ERR_BUSY"; "UNKNOWN" for a foreign number. */
BINA_API const char *bina_status_name(bina_status status);

/** One sentence about a status; never NULL. */
BINA_API const char *bina_status_text(bina_status status, bina_language language);

/** The n-th status of BINA_STATUS_MAP through `status`; false past the end. For bindings. */
BINA_API bool bina_status_at(int n, bina_status *status);

BINA_C_END

#endif
