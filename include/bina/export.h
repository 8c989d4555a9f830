/**
 * @file bina/export.h
 * What the library shows to its users, and what the compiler may check for them.
 */
#ifndef BINA_EXPORT_H
#define BINA_EXPORT_H

#if defined(__GNUC__)
#define BINA_API                __attribute__((visibility("default")))
#define BINA_PRINTF(text, args) __attribute__((format(printf, text, args)))
#define BINA_NODISCARD          __attribute__((warn_unused_result))
#else
#define BINA_API
#define BINA_PRINTF(text, args)
#define BINA_NODISCARD
#endif

#ifdef __cplusplus
#define BINA_C_BEGIN extern "C" {
#define BINA_C_END   }
#else
#define BINA_C_BEGIN
#define BINA_C_END
#endif

#endif
