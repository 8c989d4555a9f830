/*
 * Which KBLI group a product belongs to, learnt from the rows that have both. One office writes
 * "kerupuk", another "peyek", and both are 1079; and a class picked wrong on one row is outvoted.
 */
#ifndef BINA_SRC_REGISTER_TRADES_H
#define BINA_SRC_REGISTER_TRADES_H

#include "register/source_rows.h"
#include "register/text_map.h"

/** Digits of a KBLI class by which trades are told apart. */
#define BINA_TRADE_DIGITS 4

/** The trade of a source record: by its product, else by its class; 0 unknown. */
int bina_trade_of(const bina_text_map *products, const bina_record *row);

/**
 * Sets the trade of every row: by its product, else by its class.
 *
 * @param products gets what the rows teach, for rows to come (empty before); NULL: not wanted
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
bina_status bina_trades_tell(bina_source_rows *rows, bina_text_map *products);

#endif
