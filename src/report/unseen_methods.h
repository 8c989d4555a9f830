/* The ways of estimating the unseen, as report "unseen" tells them. */
#ifndef BINA_SRC_REPORT_UNSEEN_METHODS_H
#define BINA_SRC_REPORT_UNSEEN_METHODS_H

/** In the order of bina_unseen_methods. */
enum bina_unseen_by {
    BINA_UNSEEN_BY_TWO_LISTS,
    BINA_UNSEEN_BY_INDEPENDENT,
    BINA_UNSEEN_BY_DEPENDENT,
    BINA_UNSEEN_BY_BEST,
    BINA_UNSEEN_BY_COVERAGE,
    BINA_UNSEEN_BY_LOWER_BOUND,
};

typedef struct bina_unseen_method {
    const char *word;                 /* of the code list "unseen_method" */
    const char *english, *indonesian; /* what it takes for granted */
} bina_unseen_method;

extern const bina_unseen_method bina_unseen_methods[];

#endif
