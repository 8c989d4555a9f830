/* The columns of the view of a row that is linked, for the files that fill and describe it. */
#ifndef BINA_SRC_REGISTER_VIEW_COLUMNS_H
#define BINA_SRC_REGISTER_VIEW_COLUMNS_H

#include "register/view.h"

typedef enum bina_view_column {
    BINA_VIEW_OWNER,
    BINA_VIEW_BRAND,
    BINA_VIEW_NIK,
    BINA_VIEW_NIB,
    BINA_VIEW_PHONE,
    BINA_VIEW_BORN,
    BINA_VIEW_VILLAGE,
    BINA_VIEW_MOTHER,
    BINA_VIEW_DISTRICT,
    BINA_VIEW_VILLAGE_NAME,
    BINA_VIEW_DISTRICT_NAME,
    BINA_VIEW_HAMLET,
    BINA_VIEW_RT,
    BINA_VIEW_TRADE,
    BINA_VIEW_PRODUCT,
    BINA_VIEW_NATURE,
    BINA_VIEW_FOUNDED,
    BINA_VIEW_COLUMNS
} bina_view_column;

#endif
