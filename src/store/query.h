/* The inside of a query: a list of conditions with brackets, in the order they were named. */
#ifndef BINA_SRC_STORE_QUERY_H
#define BINA_SRC_STORE_QUERY_H

#include <bina/query.h>
#include "base/error.h"
#include "store/buffer.h"

enum bina_condition_what {
    BINA_CONDITION_TEST, /* field, compare, one value */
    BINA_CONDITION_IN,   /* field, `count` values from `first` */
    BINA_CONDITION_ANY,  /* ( ... or ... ) */
    BINA_CONDITION_ALL,  /* ( ... and ... ) */
    BINA_CONDITION_END
};

typedef struct bina_condition {
    enum bina_condition_what what;
    int field;
    bina_compare compare;
    size_t first, count;
} bina_condition;

typedef struct bina_ordering {
    int field;
    bool descending;
} bina_ordering;

struct bina_query {
    const bina_description *description;
    bina_error error; /* the first mistake */
    bina_condition *conditions;
    size_t condition_count, condition_capacity;
    bina_value *values; /* texts are the query's own */
    size_t value_count, value_capacity;
    bina_ordering *orderings;
    size_t ordering_count, ordering_capacity;
    int *selected;
    size_t selected_count, selected_capacity;
    int depth;
    int64_t limit;
    bool true_on_set, known_at_set, known_by_set;
    int64_t true_on, known_at, known_by;
    char *after;
    bina_buffer token;
};

/* token.c: reads query->after into the values of the orderings and the id (texts into `texts`). */
bina_status bina_query_read_token(const bina_query *query, bina_value *values, bina_id *id,
                                  bina_buffer *texts, bina_error *error);

#endif
