/* Settings as given: records of seven descriptions, each with the place it was read from. */
#ifndef BINA_SRC_LINKAGE_SETTINGS_H
#define BINA_SRC_LINKAGE_SETTINGS_H

#include <bina/linkage.h>
#include "base/error.h"

enum bina_link_setting_kind {
    BINA_LINK_OPTIONS,
    BINA_LINK_LIST,
    BINA_LINK_COLUMN,
    BINA_LINK_COMPARISON,
    BINA_LINK_BLOCKING,
    BINA_LINK_MODEL,
    BINA_LINK_PARAMETER,
    BINA_LINK_SETTING_KINDS,
};

typedef struct bina_link_setting {
    bina_record *record;
    char *file; /* NULL when read nowhere */
    int64_t line;
} bina_link_setting;

struct bina_linkage_settings {
    bina_description *description[BINA_LINK_SETTING_KINDS];
    bina_link_setting *setting[BINA_LINK_SETTING_KINDS];
    size_t count[BINA_LINK_SETTING_KINDS], room[BINA_LINK_SETTING_KINDS];
    bina_error error;
};

/** A copy; NULL when memory is out. */
bina_linkage_settings *bina_linkage_settings_copy(const bina_linkage_settings *settings);

/** A field of a description made at run time: slot by slot, ended by a NULL name. */
typedef struct bina_link_slot {
    const char *name;
    bina_type type;
    unsigned flags;
    const char *doc;
} bina_link_slot;

/** A description of such fields; NULL when memory is out. */
bina_description *bina_link_describe(const char *name, const char *doc, const bina_link_slot *slot);

/** The words that settings take, as told to people. */
#define BINA_LINK_ROLE_WORDS                                                                       \
    "person, given_name, surname, business, address, place, postcode, phone, email, nik, "         \
    "identifier, date, number, category, text, key or ignore"
#define BINA_LINK_TAKE_WORDS                                                                       \
    "text (all of it), street, hamlet, rt, place, village or district; of an age: age; of a name " \
    "of either sort: owner or business"
#define BINA_LINK_COMPARE_WORDS                                                                    \
    "words (in any order), name (letter by letter), code (a number or word with slips), exact, "   \
    "date, year, number or degrees (of latitude or longitude)"

/** The probability from which a pair is linked where nobody says another. */
#define BINA_LINK_USUAL 0.7

/** Whether a record's values are among those allowed. Sets `*field` to the slot at fault. */
bina_status bina_link_check_values(bina_error *error, int kind, const bina_record *record,
                                   int *field);

/**
 * A pair that is linked is past doubt: the `review` of a record of options may not lie above its
 * own `link`, that of those before it, or the usual one. Whoever lowers `link` alone takes
 * `review` down with it.
 */
bina_status bina_link_check_review(bina_linkage_settings *settings, const bina_record *record);

/** Bytes to get along with, 0 for no bound, and where a file may lie: NULL when nothing was said.
 */
size_t bina_link_settings_memory(const bina_linkage_settings *settings, const char **folder);

/** How many threads may be used at once: as many as was said, all for 0, one unless said. */
unsigned bina_link_settings_threads(const bina_linkage_settings *settings);

/** Says how many threads may be used, unless that was said. */
bina_status bina_link_settings_use_threads(bina_linkage_settings *settings, int64_t threads);

/** The number of a settings description by its name; -1 for none. */
int bina_link_setting_kind(const char *name);

/** The name of a settings description. */
const char *bina_link_setting_name(int kind);

/** What a settings description is for, in a sentence. */
const char *bina_link_setting_doc(int kind);

/** The slots of a settings description. */
const bina_link_slot *bina_link_setting_slots(int kind);

#endif
