/*
 * Which rows name one person. Persons are found as persons: what makes two businesses one (a trade,
 * a founding year) says nothing of their owners, and one owner may have several.
 */
#ifndef BINA_SRC_REGISTER_PEOPLE_H
#define BINA_SRC_REGISTER_PEOPLE_H

#include "register/ledger.h"
#include "register/mention.h"

typedef struct bina_people {
    bina_mention *mentions; /* of rows that name somebody, in order of rows */
    size_t count;
    size_t *of_row;   /* mention of a row; SIZE_MAX: names nobody */
    uint32_t *person; /* of a mention, from 0, as they first appear */
    size_t persons;
} bina_people;

/** Reads who the rows name. */
bina_status bina_people_read(bina_people *people, const bina_source_rows *rows);

/**
 * Finds persons: within each enterprise first (whoever is named there is its owner under some
 * spelling, unless sex, age or number says otherwise), then across enterprises and lists of people,
 * by number, or by name and place, phone or birth.
 *
 * @param members of each cluster, as bina_reconciling has them
 * @param pairs   what people decided of rows
 * @param tied    of a mention: the person the register ties it to; NULL: look for evidence. With
 *                it, only those tied to one person are one across enterprises
 */
bina_status bina_people_find(bina_people *people, const bina_source_rows *rows,
                             const size_t *members, const size_t *start, const bina_ledger *pairs,
                             const bina_id *tied);
void bina_people_drop(bina_people *people);

/** The person of a row; BINA_NO_CLUSTER when it names none. */
uint32_t bina_people_of(const bina_people *people, size_t row);

#endif
