/*
 * What a column of a list holds, as far as comparing is concerned, and a guess at it from the
 * column's header and a few of its values.
 *
 * Headers are read in Indonesian and English ("Nama Pemilik", "given_name", "No. HP", "dob").
 * A guess is only a guess: users see it and may overrule it.
 */
#ifndef BINA_SRC_LINKAGE_ROLE_H
#define BINA_SRC_LINKAGE_ROLE_H

#include <stdbool.h>
#include <stddef.h>

/* Whose habits the texts follow. */
typedef enum bina_profile {
    BINA_PROFILE_GENERIC = 0,   /* English and anything else: fold, split, light abbreviations */
    BINA_PROFILE_INDONESIA = 1, /* titles, old spelling, RT/RW, legal forms, 08.. phones */
} bina_profile;

/* What a column holds. */
typedef enum bina_role {
    BINA_ROLE_TEXT = 0,   /* anything else worth comparing: title, products, description */
    BINA_ROLE_IGNORE,     /* no evidence: row number, note, link, the answer column of test data */
    BINA_ROLE_KEY,        /* the list's own name of a row: unique there, meaningless elsewhere */
    BINA_ROLE_PERSON,     /* a whole person name: owner, contact, full_name */
    BINA_ROLE_GIVEN_NAME, /* part of a person name */
    BINA_ROLE_SURNAME,    /* part of a person name */
    BINA_ROLE_BUSINESS,   /* name of a firm, shop, group */
    BINA_ROLE_ADDRESS,    /* street, number, RT, RW, hamlet; or a whole address */
    BINA_ROLE_PLACE,      /* village, district, regency, suburb, city, birth place */
    BINA_ROLE_POSTCODE,   /* postal code */
    BINA_ROLE_PHONE,      /* one or more telephone numbers */
    BINA_ROLE_EMAIL,      /* electronic mail address */
    BINA_ROLE_NIK,        /* 16-digit Indonesian population number (also KK, new NPWP) */
    BINA_ROLE_IDENTIFIER, /* any other number given by an authority: NIB, soc_sec_id, ISBN */
    BINA_ROLE_DATE,       /* a day, or a year */
    BINA_ROLE_NUMBER,     /* a quantity: price, workers, latitude */
    BINA_ROLE_CATEGORY,   /* few distinct values: sex, state, trade, code */
    BINA_ROLE_COUNT
} bina_role;

/* One value of a column; `text` NULL or `length` 0 is a missing value. */
typedef struct bina_sample {
    const char *text;
    size_t length;
} bina_sample;

/* What was guessed, and what speaks for it. */
typedef struct bina_role_guess {
    bina_role role;
    double confidence;     /* 0..1; at least 0.9 when header and values agree */
    bool by_header;        /* the header was understood */
    bool by_values;        /* the values decided */
    bool declared_stable;  /* false for what changes between visits (workers, investment,
                              output, turnover, dates of entry): not evidence of identity */
    double distinct_share; /* distinct / present among the samples; 0 without samples */
    double missing_share;  /* missing / all among the samples; 0 without samples */
    double mean_length;    /* bytes of a present value */
} bina_role_guess;

/* The name of a role, such as "person"; "unknown" for a foreign number. */
const char *bina_role_name(bina_role role);

/* The role of that name; false when there is none. */
bool bina_role_find(const char *name, bina_role *role);

/*
 * Guesses the role of a column from its header (NUL-terminated, may be NULL or empty) and
 * `count` sample values (may be 0). At most the first 1024 samples are read. Never fails:
 * what is not understood is BINA_ROLE_TEXT with confidence 0.
 */
void bina_guess_role(const char *name, const bina_sample *samples, size_t count,
                     bina_role_guess *guess);

/* Whether a header speaks of a birth: a day that tells of a person, not of what the person owns. */
bool bina_header_is_birth(const char *name);

/* Whether a header has an Indonesian word (nama, alamat, desa, kecamatan, nik, usaha, ...). */
bool bina_header_is_indonesian(const char *name);

#endif
