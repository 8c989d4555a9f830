/*
 * Made-up people, places and businesses for bench lists, and how clerks spoil what they write.
 * Nobody in here exists: the serial of an identity number is at least 7001, far above what a
 * district issues for one birth date, and phones begin with prefixes that no operator has.
 */
#ifndef MADE_UP_H
#define MADE_UP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A stream of chances (splitmix64). */
typedef struct {
    uint64_t state;
} made_chance;

uint64_t made_next(made_chance *);

/* From 0 to below count. */
unsigned made_below(made_chance *, unsigned count);

bool made_hit(made_chance *, double probability);

enum { MADE_WORD = 32, MADE_TEXT = 160 };

typedef struct {
    char token[3][MADE_WORD];
    unsigned tokens;
    char father[MADE_WORD];
    bool woman, hajj;
    int year, month, day;
    char nik[17], phone[14], old_phone[14];
} made_person;

/* An owner of a regency and a district of it; the spouse is made with the other sex. */
void made_person_of(made_chance *, unsigned regency, unsigned district, bool woman, int year,
                    made_person *);

/* False for what comes before a name, such as Muhammad and Siti. */
bool made_stands_alone(const char *name);

/* Names of places depend on their numbers alone. */
void made_regency_name(unsigned regency, char *out);
void made_district_name(unsigned regency, unsigned district, char *out);
void made_village_name(unsigned regency, unsigned district, unsigned village, char *out);
void made_hamlet_name(unsigned regency, unsigned village, unsigned hamlet, char *out);
const char *made_street(made_chance *);

/* Products: a short name, what clerks call it, the share of women among its makers in hundredths.
 */
unsigned made_products(void);
const char *made_product_short(unsigned product);
const char *made_product_term(unsigned product, unsigned which); /* which: 0 to 2 */
unsigned made_product_women(unsigned product);

/* The name on the sign; empty for who has none. */
void made_business_name(made_chance *, unsigned product, const made_person *owner, char *out);

/* Spoiling, in place; buffers hold MADE_TEXT (words: MADE_WORD). */
void made_typo(made_chance *, char *text, size_t room);
void made_respell(made_chance *, char *word, size_t room);
void made_respell_place(made_chance *, char *text, size_t room);
void made_digit_typo(made_chance *, char *digits, size_t from);

#endif
