/* What a statement is made of, shared by the files that issue it, hold it to account and write it.
 */
#ifndef BINA_SRC_PAGE_STATEMENT_H
#define BINA_SRC_PAGE_STATEMENT_H

#include "page/figures.h"
#include "page/html.h"

/** The figures of a statement, a report each. */
enum {
    BINA_PART_COUNT,
    BINA_PART_LISTS,
    BINA_PART_OVERLAP,
    BINA_PART_MATRIX,
    BINA_PART_CONFIRMATIONS,
    BINA_PART_UNRESOLVED,
    BINA_PART_UNSEEN,
    BINA_PARTS
};

typedef struct bina_statement {
    const bina_record *record;
    bina_figures parts[BINA_PARTS];
    int64_t known_at;
    char commit_hash[BINA_DIGEST_HEX];  /* of the last commit it knows; empty: none */
    char figures_hash[BINA_DIGEST_HEX]; /* of what it counts */
    bool draft;
    bool set_anew; /* the page differs from the one issued, in looks or in what is estimated */
} bina_statement;

/** Reads the figures as known at record's commit (of a draft: the last), with their digest. */
bina_status bina_statement_read(bina_store *store, const bina_record *record, bool draft,
                                bina_statement *statement);
/** Digests what stands above the figures, and the counted ones. */
void bina_statement_digest(bina_statement *statement);
void bina_statement_release(bina_statement *statement);

/** Writes the page. */
bina_status bina_statement_write(const bina_statement *statement, bina_language language,
                                 bina_error *error, bina_page **page);

/** What to call a unit such as "enterprise". */
const char *bina_statement_unit(const bina_html *html, const char *unit);

/* The parts of the page, each with its heading. */
void bina_statement_count(bina_html *html, const bina_statement *statement);
void bina_statement_lists(bina_html *html, const bina_statement *statement);
void bina_statement_overlap(bina_html *html, const bina_statement *statement);
void bina_statement_confirmations(bina_html *html, const bina_statement *statement);
void bina_statement_unresolved(bina_html *html, const bina_statement *statement);
void bina_statement_unseen(bina_html *html, const bina_statement *statement);
void bina_statement_signatures(bina_html *html, const bina_statement *statement);

#endif
