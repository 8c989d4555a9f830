/* How a row lies in a rule's blocks: its number, which of its keys it is, where a block begins. */
#ifndef BINA_SRC_LINKAGE_BLOCKS_ROW_H
#define BINA_SRC_LINKAGE_BLOCKS_ROW_H

/** Keys of a row at most. */
#define BINA_LINK_MOST_KEYS  64u

#define BINA_LINK_ROW_MASK   0x3FFFFFFFu
#define BINA_LINK_SLOT_SHIFT 30
#define BINA_LINK_FIRST      0x80000000u

#endif
