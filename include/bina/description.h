/**
 * @file bina/description.h
 * What fields a record has, as an object one can ask.
 *
 * The compiled kinds (bina/model.h) are descriptions with a number. A CSV file's columns, a
 * report's rows and an office's own fields are descriptions made at run time, with number
 * BINA_NO_KIND. A field is named by its slot: 0 to bina_description_count() - 1. In a compiled kind
 * the slot is the field number written in bina/model.h.
 */
#ifndef BINA_DESCRIPTION_H
#define BINA_DESCRIPTION_H

#include <bina/error.h>
#include <bina/flags.h>
#include <bina/model.h>
#include <bina/value.h>

BINA_C_BEGIN

typedef struct bina_description bina_description;
typedef struct bina_field bina_field;

/** The description of a compiled kind; NULL for a number that is no kind. Lives for ever. */
BINA_API const bina_description *bina_kind_description(int kind);

/** The n-th compiled kind (n from 0), or BINA_NO_KIND past the end. */
BINA_API int bina_kind_at(int n);

/** The kind with a singular or plural name ("enterprise", "enterprises"); BINA_NO_KIND if none. */
BINA_API int bina_kind_find(const char *name);

/**
 * A new description without fields, to be filled with bina_description_add_field.
 *
 * @param name singular, lower case, underscores; copied
 * @return NULL when memory is out; release with bina_description_free
 */
BINA_API bina_description *bina_description_new(const char *name, const char *doc);

/**
 * A new description with all fields of `base` in their slots, to which own fields may be added.
 * Keeps the kind of `base`.
 */
BINA_API bina_description *bina_description_extend(const bina_description *base);

/** Drops one hold on a run-time description; NULL and compiled kinds are fine. */
BINA_API void bina_description_free(const bina_description *description);

/** Takes one more hold on a description and returns it (compiled kinds need none). */
BINA_API const bina_description *bina_description_hold(const bina_description *description);

/**
 * Adds a field to a run-time description that no record uses yet. Everything is copied.
 *
 * @param name   unique in the description; any UTF-8 (a CSV header is a name)
 * @param format name of a validator (bina/check.h) or code list (for BINA_CODE), or NULL
 * @param flags  of enum bina_field_flag
 * @return the slot, or a negative status: BINA_ERR_DUPLICATE, BINA_ERR_NO_MEMORY, BINA_ERR_USAGE
 */
BINA_API int bina_description_add_field(bina_description *description, const char *name,
                                        bina_type type, const char *format, const char *doc,
                                        unsigned flags);

/** The name, such as "enterprise". */
BINA_API const char *bina_description_name(const bina_description *description);

/** The plural, which is also the table's name: "enterprises". The name itself if made at run time.
 */
BINA_API const char *bina_description_plural(const bina_description *description);

/** What to call it before people, in their language. */
BINA_API const char *bina_description_label(const bina_description *description,
                                            bina_language language);

/** One or two sentences. */
BINA_API const char *bina_description_doc(const bina_description *description);

/** The kind number, or BINA_NO_KIND. */
BINA_API int bina_description_kind(const bina_description *description);

/** Flags of enum bina_kind_flag. */
BINA_API unsigned bina_description_flags(const bina_description *description);

/** The number of fields. */
BINA_API int bina_description_count(const bina_description *description);

/** The slot of the field with this name, or -1. */
BINA_API int bina_description_find(const bina_description *description, const char *name);

/** The field in a slot; NULL when there is none. Borrowed from the description. */
BINA_API const bina_field *bina_description_field(const bina_description *description, int slot);

/** The name, such as "workers"; also the column's name in SQL, CSV and Arrow. */
BINA_API const char *bina_field_name(const bina_field *field);

/** What to call it before people, in their language. */
BINA_API const char *bina_field_label(const bina_field *field, bina_language language);

/** What it means, with unit and source. */
BINA_API const char *bina_field_doc(const bina_field *field);

/** Its type. */
BINA_API bina_type bina_field_type(const bina_field *field);

/** Flags of enum bina_field_flag. */
BINA_API unsigned bina_field_flags(const bina_field *field);

/** The validator of a text ("nik"), the code list of a code ("sex"), the rule of a derived field.
 */
BINA_API const char *bina_field_format(const bina_field *field);

/** Whether a reference may point to a record of this kind. */
BINA_API bool bina_field_refers_to(const bina_field *field, int kind);

/** The n-th kind (n from 0) a reference may point to; BINA_NO_KIND past the end. */
BINA_API int bina_field_target(const bina_field *field, int n);

/** The least and greatest value allowed (INT, MONEY, REAL as whole numbers); false if unbounded. */
BINA_API bool bina_field_range(const bina_field *field, int64_t *least, int64_t *greatest);

/** The schema version that brought the field (1 is the first). */
BINA_API int bina_field_since(const bina_field *field);

BINA_C_END

#endif
