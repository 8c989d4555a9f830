/* What a list as received tells about its rows beside their fields: its columns, its title. */
#ifndef BINA_SRC_REGISTER_TRAITS_H
#define BINA_SRC_REGISTER_TRAITS_H

#include "exchange/mapper.h"
#include "register/classify.h"

#define BINA_DECLARING 4 /* columns that may say what a row is */

typedef struct bina_list_look {
    bina_list_traits traits;
    int declaring[BINA_DECLARING], members; /* slots of rows as received; -1: none */
    int section, sheet;
} bina_list_look;

/**
 * Looks at the columns of a list.
 *
 * @param columns of its rows as received; their doc is what stands above the table
 * @param title   what the agency calls the list; may be NULL
 */
void bina_list_look_at(bina_list_look *look, const bina_description *columns,
                       const bina_mapper *mapper, const char *title);

/** Takes in what a row says of the list. */
void bina_list_look_at_row(bina_list_look *look, const bina_record *row);

/** Says what stands beside a row's fields; texts are the row's. */
void bina_list_beside(const bina_list_look *look, const bina_record *raw, bina_row_beside *beside);

#endif
