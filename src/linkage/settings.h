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

/** How many threads may be used at once: as many as was said, all for 0, one unless said. */
unsigned bina_link_settings_threads(const bina_linkage_settings *settings);

/** The number of a settings description by its name; -1 for none. */
int bina_link_setting_kind(const char *name);

/** The name of a settings description. */
const char *bina_link_setting_name(int kind);

/** The slots of a settings description. */
const bina_link_slot *bina_link_setting_slots(int kind);

#endif
