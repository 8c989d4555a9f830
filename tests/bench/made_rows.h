/*
 * An enterprise as it is, and its rows as agencies wrote them down: values, spellings, what is
 * missing.
 */
#ifndef MADE_ROWS_H
#define MADE_ROWS_H

#include "made_up.h"

enum { MADE_DISTRICTS = 14, MADE_VILLAGES = 12, MADE_HAMLETS = 6 };

/* Of enterprises, those that have a phone. */
#define MADE_WITH_PHONE .80

#define MADE_HEADER                                                                                \
    "owner,business,nik,phone,address,village,district,regency,product,born,workers\n"

typedef struct {
    made_person owner, spouse;
    uint64_t id, owner_id;
    unsigned product, term, district, village, hamlet, rt, rw, house;
    const char *street; /* NULL: none */
    char business[MADE_TEXT], phone[14];
    int workers;
} made_enterprise;

typedef struct {
    size_t at; /* in the text of the regency */
    uint32_t length, list;
    uint64_t entity, owner;
} made_row;

/* One regency's rows, before they are shuffled and written. */
typedef struct {
    made_chance chance;
    unsigned regency;
    uint64_t next_id, next_owner;
    char *text;
    size_t used, room;
    made_row *rows;
    size_t count, wanted;
    char (*village_phone)[14]; /* the last one given in each village */
} made_regency;

/*
 * Writes one row of an enterprise for a list (0 to 2). False when memory is out; a regency that has
 * the rows it wanted takes no more.
 */
bool made_row_add(made_regency *, const made_enterprise *, unsigned list, unsigned regencies);

#endif
