/*
 * Regions by number: the packed table of every list of the interior ministry, read a regency at a
 * time.
 *
 * A region's number is its code written without dots and filled with zeros to ten digits, so that
 * one integer names a region of any level: 52 is 5200000000, 52.03.05.2001 is 5203052001.
 */
#ifndef BINA_SRC_REFERENCE_REGIONS_H
#define BINA_SRC_REFERENCE_REGIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>
#include "reference/packed.h"

/** Bytes a code with dots takes, with its NUL. */
#define BINA_CODE_SIZE 14

/** One name of one region, with the lists (years) that have it so. */
typedef struct bina_place {
    uint64_t number;
    int level; /* 1 province, 2 regency, 3 district, 4 village */
    int since, until;
    char name[BINA_PACK_NAME];
} bina_place;

/** A walk through one block, or through all of them. */
typedef struct bina_place_walk {
    const uint8_t *at, *end;
    uint64_t number;
} bina_place_walk;

/** The level of a number: 1 to 4. */
int bina_region_level(uint64_t number);

/** The number of what it lies in; 0 for a province. */
uint64_t bina_region_parent(uint64_t number);

/** The numbers from `number` up to but not with this one lie in it (or are it). */
uint64_t bina_region_end(uint64_t number);

/** Writes the code with dots. Returns `code`. */
char *bina_region_code(uint64_t number, char code[BINA_CODE_SIZE]);

/**
 * Reads a code with or without dots: 2, 4, 6 or 10 digits. Nothing is looked up.
 *
 * @return 0 when the text is no code
 */
uint64_t bina_region_parse(const char *text, size_t length);

/** The word of the code list region_level: "province", "regency", "city", ..., "desa_adat". */
const char *bina_region_level_word(uint64_t number);

/** A place's name without the word for its level: "Belu" of "Kabupaten Belu". Borrowed from it. */
const char *bina_region_bare_name(const bina_place *place);

/** The newest list. */
int bina_region_latest(void);

/** The list in force in a year: that year's or the newest before it; 0 before the first. */
int bina_region_edition_of(int year);

/** Starts at the block that holds a number; false when there is none. */
bool bina_place_walk_block(bina_place_walk *walk, uint64_t number);

/** Starts at the n-th block, in order of code; false past the end. */
bool bina_place_walk_nth(bina_place_walk *walk, size_t n);

/** The next name; false at the end of the block. */
bool bina_place_next(bina_place_walk *walk, bina_place *place);

/**
 * A region by number.
 *
 * @param edition a year, or 0 for the newest name of the code
 * @return BINA_ERR_NOT_FOUND when no list (or not the list in force that year) has it
 */
bina_status bina_place_get(uint64_t number, int edition, bina_place *place);

/** Whether any list has the number, and if `until` is not NULL, the last list that has. */
bool bina_region_known(uint64_t number, int *until);

/**
 * The first and last list of the unbroken stretch of lists with the number that holds `edition`, or
 * of the one nearest to it; false when no list has the number.
 */
bool bina_region_span(uint64_t number, int edition, int *since, int *until);

/** Whether the newest list has the number. */
bool bina_region_current(uint64_t number);

#endif
