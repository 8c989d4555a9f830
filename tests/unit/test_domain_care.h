/* What the tests of after-care and production share besides. */
#ifndef BINA_TEST_DOMAIN_CARE_H
#define BINA_TEST_DOMAIN_CARE_H

#include "test_domain.h"

/* Adds a record whose id nobody asks for. */
#define domain_plant(store, ...)                                                                   \
    do {                                                                                           \
        bina_status ck_planted;                                                                    \
        (void)domain_try_add(store, &ck_planted, __VA_ARGS__);                                     \
        ck_ok(store, ck_planted);                                                                  \
    } while (0)

/*
 * The line of a report for which a column has a value (0 or NULL: is null), with its columns as
 * "name=value", in the order asked for; "" when there is no such line.
 */
static inline const char *
domain_line(bina_store *store, const char *report, const char *day, const char *column,
            int64_t number, const char *text, const char *wanted, char line[1024])
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    const bina_record *row;
    bina_cursor *cursor;

    line[0] = '\0';
    options.true_on = day != NULL ? domain_day(day) : 0;
    ck_ok(store, bina_report_run(store, report, &options, &cursor));
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        const bina_description *columns = bina_record_description(row);
        int slot = bina_description_find(columns, column);
        bina_value value = bina_record_get(row, slot);
        char copy[512], *rest = copy, *name;
        if (text != NULL ? value.type != BINA_TEXT || strcmp(value.as.text, text) != 0
                         : (value.type == BINA_NULL ? 0 : value.as.integer) != number)
            continue;
        snprintf(copy, sizeof copy, "%s", wanted);
        while ((name = strtok_r(rest, " ", &rest)) != NULL) {
            size_t used = strlen(line);
            ck_assert_msg(bina_description_find(columns, name) >= 0, "no column %s", name);
            value = bina_record_get(row, bina_description_find(columns, name));
            if (value.type == BINA_NULL)
                snprintf(line + used, 1024 - used, "%s%s=-", used > 0 ? " " : "", name);
            else if (bina_type_held_as(value.type) == BINA_TEXT)
                snprintf(line + used, 1024 - used, "%s%s=%s", used > 0 ? " " : "", name,
                         value.as.text);
            else if (value.type == BINA_REAL)
                snprintf(line + used, 1024 - used, "%s%s=%.1f", used > 0 ? " " : "", name,
                         value.as.real);
            else
                snprintf(line + used, 1024 - used, "%s%s=%lld", used > 0 ? " " : "", name,
                         (long long)value.as.integer);
        }
        break;
    }
    ck_assert_int_ge(bina_error_status(bina_cursor_error(cursor)), BINA_OK);
    bina_cursor_free(cursor);
    return line;
}

#define ck_line(store, report, day, column, number, text, wanted, expected)                        \
    do {                                                                                           \
        char ck_told_line[1024];                                                                   \
        ck_assert_str_eq(                                                                          \
            domain_line(store, report, day, column, number, text, wanted, ck_told_line),           \
            expected);                                                                             \
    } while (0)

#endif
