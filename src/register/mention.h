/*
 * A person as a row names them, made ready to be compared: most rows name one, by a name that
 * hundreds bear, and little else.
 */
#ifndef BINA_SRC_REGISTER_MENTION_H
#define BINA_SRC_REGISTER_MENTION_H

#include "register/source_rows.h"

typedef struct bina_mention {
    size_t row;
    char *name;              /* standard; empty when no person is named */
    char *words;             /* as bina_similarity_names reads them */
    unsigned flags;          /* BINA_STANDARD_... */
    uint64_t sound;          /* of its first word that tells */
    int word_count;          /* of the words that tell one from another */
    char sex;                /* 'm', 'f', or 0 */
    int32_t born;            /* yyyymmdd; 0 unknown; from the NIK, where nothing else tells */
    const char *nik, *phone; /* the row's; NULL: unknown */
    char village[16];        /* its code, as bina_village_now; empty: unknown */
    char hamlet[48];
    int rt; /* 0 unknown */
} bina_mention;

/** What two numbers of the population register have to do with each other. */
typedef enum bina_nik_match {
    BINA_NIK_UNKNOWN, /* one is missing */
    BINA_NIK_SAME,
    BINA_NIK_SLIP, /* one digit wrong, or two neighbours swapped */
    BINA_NIK_OTHER,
} bina_nik_match;

/** Reads a row. `mention` is to be dropped. False when memory is out. */
bool bina_mention_read(bina_mention *mention, const bina_source_rows *rows, size_t row);

/** Reads what the register holds of a person. */
bool bina_mention_of_person(bina_mention *mention, const bina_record *person);
void bina_mention_drop(bina_mention *mention);

bina_nik_match bina_mention_niks(const bina_mention *a, const bina_mention *b);

/** How alike the names are, 0 to 1. */
double bina_mention_likeness(const bina_mention *a, const bina_mention *b);

/** Whether they cannot be one: by sex, birth or number. */
bool bina_mention_conflict(const bina_mention *a, const bina_mention *b);

/**
 * Whether they are one, given that both are named as owner of one enterprise: it takes little to be
 * the same there, but husband and wife, or partners, are two.
 */
bool bina_mention_same_owner(const bina_mention *a, const bina_mention *b);

/**
 * Log2 of the odds that they are one, without anything in common but what they say.
 *
 * @param bearers  other persons that bear the name, as far as the lists know
 * @param persons  in all lists; `nearby`: in the village of both, if it is one
 * @param sharers  persons that show the phone of both
 * @param expected share of persons of whom another mention is to be expected
 */
typedef struct bina_mention_setting {
    size_t bearers, persons, nearby, sharers;
    double expected;
} bina_mention_setting;

double bina_mention_weight(const bina_mention *a, const bina_mention *b,
                           const bina_mention_setting *setting);

#endif
