/* Where the rows of a list are, when no column says so: by its headings, sheets and title. */
#include <string.h>
#include "exchange/guess.h"
#include "reference/finder.h"

#define CANDIDATES 32

/* Regencies that hold places of the names tried, and how many of the names. */
typedef struct regencies {
    uint64_t numbers[CANDIDATES];
    size_t names[CANDIDATES], count;
} regencies;

static void
add_regency(regencies *found, uint64_t number, size_t first_new)
{
    size_t i;

    for (i = 0; i < found->count; i++)
        if (found->numbers[i] == number)
            break;
    if (i == found->count) {
        if (found->count == CANDIDATES)
            return;
        found->numbers[i] = number;
        found->names[i] = 0;
        found->count++;
    }
    /* Each name counts once for a regency, however many of its places bear it. */
    if (found->names[i] < first_new)
        found->names[i]++;
}

/* The level of a village or district; 0 of what is larger. */
static int
level_of(uint64_t number)
{
    return number % 10000 != 0 ? 4 : number % 1000000 != 0 ? 3 : 0;
}

/*
 * How many of the names are places of a level, in tenths: all in one regency; and, unless the level
 * was told, by their exact names, so that "KOPI" as a heading is not taken for the village
 * somewhere that is called so.
 */
static bina_status
share_of_places(bina_finder *finder, const bina_told_values *told, int level, bool exact,
                const char *district, const char *regency, size_t *tenths)
{
    unsigned doubtful =
        exact ? BINA_FOUND_SPELLING | BINA_FOUND_PART | BINA_FOUND_ELSEWHERE : BINA_FOUND_ELSEWHERE;
    bina_place_match matches[BINA_PLACE_MATCHES];
    regencies found = {0};
    size_t i, k, count, best = 0;
    bina_status status;

    *tenths = 0;
    for (i = 0; i < told->count; i++) {
        bina_place_names names = {level == 4 ? told->texts[i] : NULL,
                                  level == 4 ? district : told->texts[i], regency, NULL};
        status = bina_finder_find(finder, &names, matches, &count);
        if (status == BINA_ERR_NO_MEMORY)
            return status;
        for (k = 0; status == BINA_OK && k < count; k++)
            if (level_of(matches[k].number) == level && matches[k].score >= BINA_PLACE_SURE &&
                (matches[k].how & doubtful) == 0)
                add_regency(&found, matches[k].number / 1000000, i + 1);
    }
    for (i = 0; i < found.count; i++)
        if (found.names[i] > best)
            best = found.names[i];
    if (told->count > 0)
        *tenths = best * 10 / told->count;
    return BINA_OK;
}

static const char *
only(const bina_told_values *told)
{
    return told->count == 1 ? told->texts[0] : NULL;
}

static bool
is_given(const bina_guesser *guess, const char *field)
{
    int slot = bina_description_find(guess->target, field);

    return slot < 0 || guess->source[slot] >= 0;
}

/* Takes what words told ("Desa Suela"), if such places are known. */
static bina_status
take_told(bina_guesser *guess, bina_finder *finder, bina_own_column own, const char *special,
          int level, const char *district, const char *regency)
{
    size_t tenths;
    bina_status status =
        share_of_places(finder, &guess->told[own], level, false, district, regency, &tenths);

    /* Names are written in many ways: some of them known is enough where their level is told. */
    if (status == BINA_OK && tenths >= 3)
        guess->special[own] = special;
    return status;
}

/* Takes headings or sheets for villages or districts where most of their names are such. */
static bina_status
take_names(bina_guesser *guess, bina_finder *finder, bina_own_column own, const char *special,
           const char *district, const char *regency)
{
    bool village = !is_given(guess, "village") && guess->special[BINA_OWN_VILLAGE] == NULL;
    bool known = is_given(guess, "district") || guess->special[BINA_OWN_DISTRICT] != NULL;
    size_t villages = 0, districts = 0;
    bina_status status = BINA_OK;

    if (!village && known)
        return BINA_OK;
    if (village)
        status = share_of_places(finder, &guess->told[own], 4, true, district, regency, &villages);
    if (status == BINA_OK && !known)
        status = share_of_places(finder, &guess->told[own], 3, true, NULL, regency, &districts);
    if (status != BINA_OK)
        return status;
    /* A village that bears the name of its district lies in it, so the district is right. */
    if (districts >= 6 && districts >= villages)
        guess->special[BINA_OWN_DISTRICT] = special;
    else if (villages >= 6)
        guess->special[BINA_OWN_VILLAGE] = special;
    return BINA_OK;
}

bina_status
bina_guess_places(bina_guesser *guess)
{
    const char *regency = only(&guess->told[BINA_OWN_REGENCY]);
    const char *district = only(&guess->told[BINA_OWN_DISTRICT]);
    bina_finder *finder;
    bina_status status = BINA_OK;

    if (guess->told[BINA_OWN_SHEET].count > 0)
        guess->special[BINA_OWN_SHEET] = BINA_COLUMN_SHEET;
    if (is_given(guess, "village") && is_given(guess, "district") && is_given(guess, "regency"))
        return BINA_OK;
    finder = bina_finder_new();
    if (finder == NULL)
        return BINA_ERR_NO_MEMORY;
    if (guess->told[BINA_OWN_REGENCY].count > 0)
        guess->special[BINA_OWN_REGENCY] = BINA_COLUMN_REGENCY;
    if (!is_given(guess, "district"))
        status =
            take_told(guess, finder, BINA_OWN_DISTRICT, BINA_COLUMN_DISTRICT, 3, NULL, regency);
    if (status == BINA_OK && !is_given(guess, "village"))
        status =
            take_told(guess, finder, BINA_OWN_VILLAGE, BINA_COLUMN_VILLAGE, 4, district, regency);
    if (status == BINA_OK)
        status =
            take_names(guess, finder, BINA_OWN_SECTION, BINA_COLUMN_SECTION, district, regency);
    if (status == BINA_OK)
        status = take_names(guess, finder, BINA_OWN_SHEET, BINA_COLUMN_SHEET, district, regency);
    bina_finder_free(finder);
    return status;
}
