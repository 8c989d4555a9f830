/**
 * @file bina/reference.h
 * The tables every office shares: regions of every list since 2016, what became of them, the codes
 * of the statistics office, and the industry classification.
 *
 * They are compiled into the library; nothing is read from files, and only the part asked for is
 * unpacked. Sources are named in data/README.md. A region's code is that of the interior ministry
 * (Kemendagri), with or without dots; an edition is the year of a list (2016, 2018, 2020, 2022,
 * 2023, 2025): any year stands for the list in force in it, 0 for the newest.
 */
#ifndef BINA_REFERENCE_H
#define BINA_REFERENCE_H

#include <bina/cursor.h>

BINA_C_BEGIN

/** For lists: every name of every edition. */
#define BINA_EVERY_EDITION (-1)

/** The n-th edition of the list of regions (n from 0, oldest first); 0 past the end. */
BINA_API int bina_region_edition_at(int n);

/** The regulation behind an edition, such as "Permendagri 137/2017"; NULL if there is none. */
BINA_API const char *bina_region_edition_basis(int edition);

/**
 * A region by code.
 *
 * @param code    of any list, with or without dots
 * @param edition a year, or 0: the newest name the code ever had, also when it is retired
 * @param region  a record of BINA_REGION; yours
 * @param error   told why not; may be NULL
 * @return BINA_OK, BINA_ERR_NOT_FOUND, BINA_ERR_SYNTAX when `code` is no region code,
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_region_get(const char *code, int edition, bina_record **region,
                                     bina_error *error);

/**
 * All regions that may be meant by names as people write them: any case, with or without the word
 * for the level (Kel., Desa, Kec., Kab., Kota), short words (Sei, Tmr, Lotim, NTB), one or two
 * letters wrong, former names, names of codes that have been succeeded.
 *
 * Looks for the smallest region that is named. NULL or "" for what is not known; `regency` and
 * `province` may be codes. Nothing is guessed: whoever wants one answer takes bina_region_resolve.
 *
 * @param candidates best first, at most 24: code, name, level, parent, path ("Jelbudan, Dasuk,
 *                   Kabupaten Sumenep, Jawa Timur"), score (100: every name as in the newest list;
 *                   below 75 a hint, not an answer), matched (the code whose name matched, when it
 *                   has been succeeded), former_name, spelling, part, elsewhere; yours
 * @return BINA_OK (perhaps without candidates), BINA_ERR_USAGE when nothing is named,
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_region_find(const char *village, const char *district,
                                      const char *regency, const char *province,
                                      bina_cursor **candidates);

/**
 * The one region that is meant by names, as bina_region_find looks for them.
 *
 * @param region a record of BINA_REGION in its newest name; yours
 * @param error  says why not, or warns that the names were not exact (rule region.spelling); may be
 * NULL
 * @return BINA_OK, BINA_ERR_NOT_FOUND (rule region.not-found), BINA_ERR_INVALID when several may be
 *         meant (rule region.ambiguous), BINA_ERR_USAGE, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_region_resolve(const char *village, const char *district,
                                         const char *regency, const char *province,
                                         bina_record **region, bina_error *error);

/**
 * What a region of any list is in an edition: itself, or what it became or came from.
 *
 * Worked out from names and parents, not from the decrees: see the confidence of successions.
 *
 * @param edition a year, or 0 for the newest
 * @param found   records of BINA_REGION; none when nothing is known; yours
 * @return BINA_OK, BINA_ERR_NOT_FOUND when no list has the code, BINA_ERR_SYNTAX,
 * BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_region_successors(const char *code, int edition, bina_cursor **found);

/**
 * Whether a region of any list lies under (or is) another.
 *
 * @param under   a region of `edition`
 * @param edition a year, or 0 for the newest list that has `under`
 * @return false also when either is no region
 */
BINA_API bool bina_region_is_under(const char *code, const char *under, int edition);

/**
 * The codes of every list that lie under a region, as half-open ranges in byte order: a code with
 * dots lies under it when from <= code < to for one of them. Papua of 2025 ("91") gives 91 without
 * what has left it; Merauke ("93.01") gives 93.01 and, of before 2023, 91.01.
 *
 * @param edition a year, or 0 for the newest list that has the code
 * @param ranges  records with the texts `from` and `to`, in order, not overlapping; yours
 * @return BINA_OK, BINA_ERR_NOT_FOUND, BINA_ERR_SYNTAX, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_region_under(const char *code, int edition, bina_cursor **ranges);

/**
 * The Kemendagri code of a province or regency known by its BPS code of 2018 (2 or 4 digits). The
 * two systems look alike and differ for 199 of 514 regencies: Belu is 5306 for BPS and 53.04 here.
 *
 * @param code holds at least 8 bytes; empty when there is none
 * @return `code`
 */
BINA_API char *bina_region_from_bps(const char *bps, char *code);

/** The BPS code of 2018 of a province or regency, into `bps` (at least 8 bytes); empty if none. */
BINA_API char *bina_region_to_bps(const char *code, char *bps);

/**
 * A class of the industry classification.
 *
 * @param code     a section letter, or 2 to 5 digits
 * @param edition  2020, or 0 for the newest on hand
 * @param industry a record of BINA_INDUSTRY; yours
 * @param error    told why not; may be NULL
 * @return BINA_OK, BINA_ERR_NOT_FOUND, BINA_ERR_UNSUPPORTED for an edition not on hand,
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_industry_get(const char *code, int edition, bina_record **industry,
                                       bina_error *error);

/**
 * Lists a reference kind, in order of code, unpacking as it goes.
 *
 * @param kind    BINA_REGION, BINA_SUCCESSION (by its first edition after) or BINA_INDUSTRY
 * @param edition a year; 0: what the newest list has (of successions, all); BINA_EVERY_EDITION
 * @param under   only what lies in this region (by code) or industry; NULL for all
 * @param cursor  yours
 * @return BINA_OK, BINA_ERR_USAGE for another kind, BINA_ERR_SYNTAX when `under` is no code,
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_reference_list(int kind, int edition, const char *under,
                                         bina_cursor **cursor);

BINA_C_END

#endif
