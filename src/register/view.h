/*
 * What of a source record is compared: the evidence of identity, one column a piece, whatever the
 * columns of the list were. Workers, investment and sales change from visit to visit and are none.
 */
#ifndef BINA_SRC_REGISTER_VIEW_H
#define BINA_SRC_REGISTER_VIEW_H

#include <bina/linkage.h>
#include "register/source_rows.h"

/** A new description of the columns; release with bina_description_free. NULL: memory is out. */
bina_description *bina_view_description(void);

/** Fills a (cleared) record of it. */
void bina_view_fill(bina_record *view, const bina_source_row *row);

/**
 * The hamlet of a row, without the word for it, and its RT, from columns of their own or out of the
 * address.
 *
 * @param hamlet empty when unknown
 * @return the RT; 0 when unknown
 */
int bina_view_hamlet(const bina_record *source, char *hamlet, size_t room);

/** Whether a place is none: whoever sells from village to village has no hamlet to agree on. */
bool bina_view_is_moving(const char *place);

/** Bytes of a brand, its NUL included. */
#define BINA_VIEW_BRAND_SIZE 1024

/**
 * Of a business name only what is not said elsewhere: "Kerupuk Bu Aminah" repeats product and
 * owner, and must not count as a third witness. Empty when nothing is left.
 */
void bina_view_brand(const bina_record *source, char brand[BINA_VIEW_BRAND_SIZE]);

/** The settings for lists of enterprises. NULL when memory is out. */
bina_linkage_settings *bina_view_settings(const bina_source_rows *rows);

#endif
