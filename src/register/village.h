/* Villages across the years of lists: one that was moved, renamed or merged is still where it was.
 */
#ifndef BINA_SRC_REGISTER_VILLAGE_H
#define BINA_SRC_REGISTER_VILLAGE_H

#define BINA_VILLAGE_ROOM 16

/**
 * The code that a village has in the newest list of the ministry.
 *
 * @param region a code of any list and level; may be NULL
 * @param code   gets it; `region` itself where the newest list has it or nobody knows better; empty
 *               when `region` is no village, or one that became several
 * @return `code`
 */
char *bina_village_now(const char *region, char code[BINA_VILLAGE_ROOM]);

#endif
