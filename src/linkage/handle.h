/* The inside of a linkage, shared by running it and reading its results. */
#ifndef BINA_SRC_LINKAGE_HANDLE_H
#define BINA_SRC_LINKAGE_HANDLE_H

#include "linkage/engine.h"
#include "linkage/settings.h"

struct bina_linkage {
    bina_linkage_settings *settings; /* never NULL */
    bina_link_table table;           /* lists sorted by name once it runs */
    uint32_t *order;                 /* the n-th list added is list order[n]; once it runs */
    bina_link_plan plan;
    bool *alone; /* of a list: declared free of duplicates */
    bina_link_verdict *verdict;
    size_t verdicts, verdict_room;
    bina_link_engine engine;
    bool begun, ended;
    bina_error error;
};

/** Makes plan and options from the settings and the data. */
bina_status bina_link_compile(bina_linkage *linkage);

/** The global number of a row; false when there is none. */
bool bina_link_locate(const bina_linkage *linkage, const char *list, int64_t row, uint32_t *global);

#endif
