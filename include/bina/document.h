/**
 * @file bina/document.h
 * Documents: records within records, as YAML files hold them, in and out.
 */
#ifndef BINA_DOCUMENT_H
#define BINA_DOCUMENT_H

#include <bina/faults.h>

BINA_C_BEGIN

/**
 * Records of several descriptions, some within others, each with its place in a file: what a YAML
 * file holds. Numbers of records count from 0 in the order of the file.
 */
typedef struct bina_document bina_document;

/** No record of a document. */
#define BINA_NO_RECORD (-1)

/** An empty document to be filled and written; NULL when memory is out. */
BINA_API bina_document *bina_document_new(void);

/** Frees a document with its records; NULL is fine. */
BINA_API void bina_document_free(bina_document *document);

/**
 * Adds a copy of a record.
 *
 * @param parent the record it stands within, or BINA_NO_RECORD
 * @param number may be NULL
 * @return BINA_OK, BINA_ERR_USAGE (no such parent), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_document_add(bina_document *document, const bina_record *record,
                                       int64_t parent, int64_t *number);

/** How many records there are. */
BINA_API int64_t bina_document_count(const bina_document *document);

/** The n-th record; NULL past the end. Borrowed from the document. */
BINA_API const bina_record *bina_document_record(const bina_document *document, int64_t n);

/** The record that the n-th stands within, or BINA_NO_RECORD. */
BINA_API int64_t bina_document_parent(const bina_document *document, int64_t n);

/**
 * The next record with a description name ("conditions") within a parent, behind the record `after`
 * (BINA_NO_RECORD: the first); BINA_NO_RECORD when there is no more. A parent of BINA_NO_RECORD
 * asks for those that stand within none.
 */
BINA_API int64_t bina_document_find(const bina_document *document, const char *name, int64_t parent,
                                    int64_t after);

/** The file it was read from, as the path was given; NULL when made in memory. Borrowed. */
BINA_API const char *bina_document_file(const bina_document *document);

/**
 * Where a field of the n-th record stands in the file; with field -1, or a field that is not there,
 * where the record begins.
 *
 * @param column the n-th character of the line, from 1; may be NULL
 * @return the line, from 1; 0 when made in memory
 */
BINA_API int64_t bina_document_line(const bina_document *document, int64_t n, int field,
                                    int64_t *column);

/**
 * The n-th reference (from 0) that the file gives by natural key or by nesting. The record's field
 * itself is unset: whoever stores the records sets it to the id of what is meant.
 *
 * @param record the record that refers
 * @param field  its reference field
 * @param target the record of this document that is meant, or BINA_NO_RECORD
 * @param key    when it is none of this document: a record of the kind meant in which the fields
 *               are set by which to look it up; else NULL. Borrowed from the document
 * @return false past the end
 */
BINA_API bool bina_document_reference(const bina_document *document, size_t n, int64_t *record,
                                      int *field, int64_t *target, const bina_record **key);

/**
 * An order in which what is referred to comes before what refers to it, as far as there is one.
 *
 * @param order filled with bina_document_count numbers
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_document_order(const bina_document *document, int64_t *order);

/**
 * Reads records from a YAML file: `enterprises:` with a list of maps, and so on.
 *
 * What a key names: at the top a description (plural for a list, singular for one record), or else,
 * when it is a field of the first description, the whole file is one record of that. Inside of a
 * record: a field, or a description whose records stand within it (a compiled kind only where it
 * has a reference to the outer kind, which is then set). Fields go by their name or Indonesian
 * label.
 *
 * What a value says: every scalar is a text, and the field says what it means, so `no` and `01.02`
 * stay as they are in TEXT. INT and MONEY are plain digits or words ("1,5 juta"), DATE is ISO 8601
 * or day/month/year. Nothing, `~` and `null` are null. A list of scalars in a TEXT field becomes
 * one text with a line for each. Where records are expected and their description has a
 * BINA_FIELD_KEY field, a map gives that field as its keys, and as values the rest of the record or
 * just the field after it: `fields: {name: NAMA, sex: {column: JK}}`.
 *
 * References: `{id: 7301...}` is an id, and so is a bare number where no text could be a key; a map
 * (`party: {nik: "..."}`, `party: {person: {name: X}}`) or, if the kind has one key field, a text
 * is a natural key. A map with fields beyond the key is a record of its own, defined there.
 *
 * Refused, each with its place: what is no YAML, unknown and doubled keys, values a field cannot
 * take, required fields that are missing, fields that only the store sets.
 *
 * @param descriptions what may be in the file; NULL: all compiled kinds
 * @param n            how many descriptions
 * @param faults       gets every fault; may be NULL
 * @param error        the first fault
 * @param document     yours; NULL after an error
 * @return BINA_OK; BINA_ERR_IO; BINA_ERR_SYNTAX (no YAML); BINA_ERR_INVALID (something in it);
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_yaml_read(const char *path, const bina_description *const *descriptions,
                                    size_t n, bina_faults *faults, bina_error *error,
                                    bina_document **document);

/** As bina_yaml_read, from `length` bytes in memory; faults say file "-". */
BINA_API bina_status bina_yaml_read_bytes(const char *bytes, size_t length,
                                          const bina_description *const *descriptions, size_t n,
                                          bina_faults *faults, bina_error *error,
                                          bina_document **document);

/**
 * Writes a document as YAML that reads back the same. A single record that stands within none and
 * is of a run-time description is written as the whole file, unless it was read from one that names
 * its description. Fields that are unset, or that only the store sets, are left out. Files, errors
 * and "-" as with bina_csv_write.
 */
BINA_API bina_status bina_yaml_write(const bina_document *document, const char *path,
                                     bina_error *error);

BINA_C_END

#endif
