/*
 * One spelling for what people write in many ways, so that equal things compare equal.
 *
 * A value goes in as it was typed and comes out as lower-case ASCII-folded text with the parts
 * a comparison can use. Nothing is allocated: the result is one struct of fixed size, to be
 * reused row after row; copy out of it what is to be kept.
 *
 * Facts about Indonesian names, firms and addresses are tables in lexicon_names.c,
 * lexicon_business.c and lexicon_address.c.
 */
#ifndef BINA_SRC_LINKAGE_STANDARDISE_H
#define BINA_SRC_LINKAGE_STANDARDISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "linkage/role.h"

#define BINA_STANDARD_TEXT 1024 /* bytes of a standard text, NUL included; longer ones are cut */
/*
 * Whether a Chinese character begins here. Each is a word: they are written without blanks between
 * words, and one that is miswritten must not make another name.
 */
static inline bool
bina_is_ideograph(const char *text)
{
    unsigned char first = (unsigned char)text[0], second = (unsigned char)text[1];

    if (first < 0xe3)
        return false;
    return (first >= 0xe4 && first <= 0xe9) || (first == 0xe3 && second >= 0x90) ||
           (first == 0xf0 && second >= 0xa0);
}

#define BINA_STANDARD_KEYS 16   /* phonetic keys kept */

/* What was said about the value without being part of it. */
enum {
    BINA_STANDARD_MALE = 1 << 0,        /* a title or particle of men: H., Lalu, La Ode, Pak, I */
    BINA_STANDARD_FEMALE = 1 << 1,      /* of women: Hj., Baiq, Wa Ode, Bu, Ni, binti */
    BINA_STANDARD_HAJJ = 1 << 2,        /* bears a hajj or cleric's title; absence says nothing */
    BINA_STANDARD_ACADEMIC = 1 << 3,    /* bears an academic title */
    BINA_STANDARD_NOBLE = 1 << 4,       /* bears Lalu, Baiq, La Ode, Raden, Andi ... */
    BINA_STANDARD_DECEASED = 1 << 5,    /* Alm. */
    BINA_STANDARD_TEKNONYM = 1 << 6,    /* "Pak X", "Amaq X": X may be the child or the spouse */
    BINA_STANDARD_PATRONYM = 1 << 7,    /* had bin or binti */
    BINA_STANDARD_SPACED = 1 << 8,      /* was letter-spaced: "B U D I" */
    BINA_STANDARD_ALIAS = 1 << 9,       /* had a second name after a slash or in brackets */
    BINA_STANDARD_GENERIC = 1 << 10,    /* business: only generic words, says next to nothing */
    BINA_STANDARD_HOME = 1 << 11,       /* business: called a home industry */
    BINA_STANDARD_CUT = 1 << 12,        /* longer than could be kept */
    BINA_STANDARD_DAMAGED = 1 << 13,    /* was there, but cannot be read: 8.52E+10; missing too */
    BINA_STANDARD_SUSPICIOUS = 1 << 14, /* readable but breaks the form: NIK with month 13 */
};

/* A piece of `text`; length 0 when there is none. */
typedef struct bina_span {
    uint16_t start, length;
} bina_span;

/* A standard value. Texts are NUL-terminated ASCII-folded UTF-8, words parted by one blank. */
typedef struct bina_standard {
    bool missing;   /* nothing there, or nothing readable; all texts are empty */
    uint32_t flags; /* BINA_STANDARD_... */

    /*
     * The canonical value: equal texts are the same value written differently.
     *   person    the name without titles, in order, each word in one spelling (khotijah: khadijah)
     *   business  the name without the legal form, spellings made one
     *   address   street, "no" number, "rt" n, "rw" n, hamlet, places: always in this order
     *   place     the name without its level word (desa, kecamatan, kab.)
     *   phone     digits beginning with 0 (the first number, when there are several)
     *   nik       16 digits      identifier  letters and digits only
     *   date      yyyy-mm-dd, yyyy-mm or yyyy      number  decimal
     */
    uint16_t length;
    char text[BINA_STANDARD_TEXT];

    /*
     * Only what tells one from another, each word once, sorted: names without weak words,
     * patronyms and initials; businesses without generic words; addresses without numbers and
     * level words. May be empty though text is not. Phone: the second number.
     */
    uint16_t core_length;
    char core[BINA_STANDARD_TEXT];

    /* All words with marks ('~' weak, '^' title), as bina_similarity_names reads them. */
    uint16_t words_length;
    char words[BINA_STANDARD_TEXT];

    /*
     * A sound key of each word of core, in core's order: 12 letters of 5 bits (a = 1), the
     * first highest, so that equal numbers sound alike and a shift keeps a prefix. 0 is none.
     */
    uint8_t key_count;
    uint64_t keys[BINA_STANDARD_KEYS];

    bina_span form;    /* business: legal form; place: its level ("kecamatan"); in `extra` */
    bina_span owner;   /* business: name of a person inside ("bengkel agus"), in text */
    bina_span product; /* business: product or trade word ("tenun", "keripik"), in text */
    bina_span street;  /* address: street or lane with its word, in text */
    bina_span hamlet;  /* address: dusun, lingkungan, gubuk, in text */
    bina_span place;   /* address: village and above, in text */
    char extra[32];    /* business: form ("pt", "kub"); place: level; person: second name, cut */

    int32_t house;     /* address: house number; -1 unknown */
    char house_letter; /* the b of 10B; '\0' none */
    int32_t rt, rw;    /* address: neighbourhood units; -1 unknown */
    int32_t date;      /* date: yyyymmdd, unknown month or day 00; nik: century guessed; 0 none */
    double number;     /* number: its value; else 0 */

    /* How it was made. */
    bool brief;             /* without core, words and keys */
    struct bina_memo *memo; /* what was looked up before; may be NULL */
} bina_standard;

/*
 * Standardises one value. `text` may be NULL with length 0, and need not be valid UTF-8 (bad
 * bytes are dropped). Always fills `out`; never fails.
 */
void bina_standardise(bina_profile profile, bina_role role, const char *text, size_t length,
                      bina_standard *out);

/*
 * The same without core, words and keys, for who needs the text and its pieces only. The memo (see
 * linkage/memo.h) is made use of from call to call; it may be NULL.
 */
void bina_standardise_brief(bina_profile profile, bina_role role, const char *text, size_t length,
                            struct bina_memo *memo, bina_standard *out);

/*
 * True for a standard number that may have been typed to fill a required box: one digit over and
 * over, or digits counted up or down. Such numbers are no value; a brief reader is given them, as
 * it can tell by how often they are there.
 */
bool bina_is_filler(bina_role role, const char *text, size_t length);

/* True for what people write when there is nothing to write: "", "-", "tidak ada", "n/a". */
bool bina_is_missing(const char *text, size_t length);

/* The sound key of one folded word, as in `keys`. Indonesian merges, or generic ones. */
uint64_t bina_sound_key(bina_profile profile, const char *word, size_t length);

#endif
