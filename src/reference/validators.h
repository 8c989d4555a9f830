/*
 * Validators: what every one of them looks like, and the table that names them all.
 *
 * A new validator is one file (src/reference/check_NAME.c) with one `const bina_validator`, one
 * line in the table of validators.c and one in the declarations below. It reads a cell into
 * findings: the normal form, and rules that were broken. Sentences live in its table of rules, in
 * two languages, and may hold the numbers of a finding (%d) but never the value itself.
 */
#ifndef BINA_SRC_REFERENCE_VALIDATORS_H
#define BINA_SRC_REFERENCE_VALIDATORS_H

#include <bina/check.h>
#include "reference/cell.h"

#define BINA_CHECK_NORMAL 128 /* bytes of a normal form, with its NUL */
#define BINA_CHECK_MOST   8   /* findings kept of one value */

/** A rule a value may break. */
typedef struct bina_check_rule {
    const char *id; /* "nik.length" */
    bina_severity severity;
    const char *english, *indonesian; /* whole sentences; the same %d in the same order, or fewer */
} bina_check_rule;

/** Something a value says: a field of the description of its reading. */
typedef struct bina_check_fact {
    const char *name;
    bina_type type;
    const char *format, *doc;
} bina_check_fact;

typedef struct bina_findings {
    /* Given: */
    int64_t today; /* day number by which centuries and expiry are reasoned */
    /* Found: */
    char normal[BINA_CHECK_NORMAL]; /* empty when nothing could be made of the value */
    char rest[BINA_CHECK_NORMAL]; /* a second value in the same cell, if the validator looks for one
                                   */
    bool refused;                 /* a rule of severity BINA_ERROR was broken */
    int count;
    struct {
        const bina_check_rule *rule;
        int numbers[2];
    } list[BINA_CHECK_MOST];
} bina_findings;

typedef struct bina_validator {
    const char *name;  /* "nik" */
    const char *label; /* what people call it: "NIK" */
    const char *doc, *doc_indonesian;
    const bina_check_rule *rules;
    int rule_count;
    const bina_check_fact *facts;
    int fact_count;
    void (*read)(const bina_cell *cell, bina_findings *findings);
    /* Fills the record of facts (slots in the order of `facts`) from the findings of a good value.
     */
    void (*say)(const bina_findings *findings, bina_record *record);
} bina_validator;

extern const bina_validator bina_check_nik, bina_check_kk, bina_check_nib, bina_check_npwp,
    bina_check_kbli, bina_check_gtin, bina_check_pirt, bina_check_phone, bina_check_region,
    bina_check_halal, bina_check_bpom;

/** The n-th validator, or NULL past the end; and by name, or NULL. */
const bina_validator *bina_validator_at(int n);
const bina_validator *bina_validator_find(const char *name);

/** Notes a broken rule. */
void bina_findings_add(bina_findings *findings, const bina_check_rule *rule, int first, int second);

/** Runs a validator over a text that needs no NUL. */
void bina_validator_read(const bina_validator *validator, const char *text, size_t length,
                         int64_t today, bina_findings *findings);

/** Tells the n-th finding as a complaint, with `validator`'s name as its field. */
void bina_findings_tell(const bina_findings *findings, int n, const bina_validator *validator,
                        bina_error *complaint);

/**
 * For bulk use: checks one value without touching the heap.
 *
 * @param what      name of a validator
 * @param today     day number by which centuries are reasoned
 * @param normal    gets the normal form, cut to `capacity` with its NUL; empty when refused
 * @param complaint the first error, else the first warning, else cleared; may be NULL
 * @return BINA_OK (perhaps with a warning), BINA_ERR_INVALID, or BINA_ERR_NOT_FOUND when there is
 *         no such validator
 */
bina_status bina_validate(const char *what, const char *text, size_t length, int64_t today,
                          char *normal, size_t capacity, bina_error *complaint);

/*
 * The rules nearly every number shares, in this order at the head of a validator's table.
 * English and Indonesian name the number ("a NIK", "NIK"); `shape` and `bentuk` say its length.
 */
enum {
    BINA_RULE_MISSING,
    BINA_RULE_SCIENTIFIC,
    BINA_RULE_CHARACTERS,
    BINA_RULE_LENGTH,
    BINA_RULE_DECIMAL,
    BINA_RULE_OWN /* the first of the validator's own */
};
#define BINA_NUMBER_RULES(what, english, indonesian, shape, bentuk)                                \
    {what ".missing", BINA_ERROR, "There is no " english " here; leave the cell empty.",           \
     "Tidak ada " indonesian " di sini; kosongkan selnya."},                                       \
        {what ".scientific", BINA_ERROR,                                                           \
         "A spreadsheet has turned this " english " into a rounded number and lost digits; take "  \
         "it again from the source and format the column as text.",                                \
         "Lembar kerja telah membulatkan " indonesian                                              \
         " ini sehingga angkanya hilang; ambil lagi dari sumbernya dan format kolom sebagai "      \
         "teks."},                                                                                 \
        {what ".characters", BINA_ERROR,                                                           \
         "This " english " holds characters that are not digits; type the digits only.",           \
         indonesian " ini memuat karakter selain angka; ketik angkanya saja."},                    \
        {what ".length", BINA_ERROR,                                                               \
         "This " english " has %d digits, but " shape "; compare it with the paper.",              \
         indonesian " ini %d angka, padahal " bentuk "; cocokkan dengan dokumennya."},             \
    {                                                                                              \
        what ".decimal", BINA_WARNING,                                                             \
            "This " english " was stored as a number (a trailing .0 was taken off); format the "   \
            "column as text.",                                                                     \
            indonesian " ini tersimpan sebagai bilangan (akhiran .0 dibuang); format kolom "       \
                       "sebagai teks."                                                             \
    }

/**
 * The common beginning of a number of digits only: breaks the shared rules as needed.
 *
 * @return the number of digits in `digits` (capacity bytes), or -1 when the value has been refused
 */
int bina_read_number(const bina_cell *cell, const bina_check_rule *rules, char *digits,
                     size_t capacity, bina_findings *findings);

/**
 * The same of a number that always has so many digits, and is none that is typed to fill a cell.
 *
 * @param digits room for them and a NUL
 * @return false when the value has been refused
 */
bool bina_read_exactly(int count, const bina_cell *cell, const bina_check_rule *rules,
                       const bina_check_rule *placeholder, char *digits, bina_findings *findings);

#endif
