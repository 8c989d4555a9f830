/* Opening stores, naming records, and reading conditions from the command line. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "store.h"

const char *
cli_actor(void)
{
    const char *name = getenv("BINA_ACTOR");

    if (name == NULL || name[0] == '\0')
        name = getenv("USER");
    return name != NULL && name[0] != '\0' ? name : "bina";
}

int
cli_open_store(const cli *self, bina_store_mode mode, bina_store **store)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_status status;
    int ended;

    *store = NULL;
    if (mode != BINA_STORE_CREATE_NEW && strcmp(self->arguments[0], ":memory:") != 0 &&
        access(self->arguments[0], F_OK) != 0 && errno == ENOENT) {
        cli_complain(self, "there is no register \"%s\"; `bina init` makes one",
                     "tidak ada register \"%s\"; `bina init` membuatnya", self->arguments[0]);
        return CLI_INPUT;
    }
    options.mode = mode;
    options.actor = cli_actor();
    options.office = cli_option_value(self, "office");
    options.language = self->language;
    options.threads = -1;
    status = bina_store_open(self->arguments[0], &options, store);
    if (status == BINA_OK)
        return CLI_OK;
    if (*store == NULL)
        return cli_fail_status(self, status);
    ended = cli_fail_store(self, *store);
    bina_store_close(*store);
    *store = NULL;
    return ended;
}

int
cli_fail_store(const cli *self, const bina_store *store)
{
    return cli_fail(self, bina_store_error(store));
}

int
cli_tell_refusals(const cli *self, bina_store *store)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;

    if (bina_store_refusals(store, &cursor) != BINA_OK)
        return cli_fail_store(self, store);
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        const char *regulation = bina_record_text(row, BINA_REFUSAL_REGULATION);
        const char *saw = bina_record_text(row, BINA_REFUSAL_SAW);
        cli_complain(
            self, "%s: %s%s%s%s%s", "%s: %s%s%s%s%s", bina_record_text(row, BINA_REFUSAL_RULE),
            bina_record_text(row, self->language == BINA_INDONESIAN ? BINA_REFUSAL_PESAN
                                                                    : BINA_REFUSAL_MESSAGE),
            regulation != NULL ? " [" : "", regulation != NULL ? regulation : "",
            regulation != NULL ? "]" : "", "");
        if (saw != NULL)
            cli_remark(self, "  saw %s", "  dilihat %s", saw);
    }
    bina_cursor_free(cursor);
    return CLI_REFUSED;
}

/* What was pasted from a table or read from a CSV file may have white space or a CR around it. */
static bool
trim(const char *text, char *trimmed, size_t size)
{
    size_t length;

    text += strspn(text, " \t\r\n");
    length = strlen(text);
    while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
        length--;
    if (length == 0 || length >= size)
        return false;
    memcpy(trimmed, text, length);
    trimmed[length] = '\0';
    return true;
}

int
cli_find_record(const cli *self, bina_store *store, const char *given, bina_record **record)
{
    char name[64], *end;
    bina_status status;
    long long id;

    if (!trim(given, name, sizeof name)) {
        cli_complain(self, "\"%s\" is neither an id nor a number such as E-52K7-3M4Q-X",
                     "\"%s\" bukan nomor data dan bukan nomor seperti E-52K7-3M4Q-X", given);
        return CLI_USAGE;
    }
    id = strtoll(name, &end, 10);
    status = *end == '\0' ? bina_store_get(store, (bina_id)id, record)
                          : bina_store_get_numbered(store, name, record);
    if (status == BINA_ERR_NOT_FOUND) {
        cli_complain(self, "there is no record %s", "tidak ada data %s", name);
        return CLI_REFUSED;
    }
    if (status == BINA_ERR_SYNTAX) { /* no file is to blame, but what was typed */
        (void)cli_fail_store(self, store);
        return CLI_USAGE;
    }
    return status == BINA_OK ? CLI_OK : cli_fail_store(self, store);
}

int
cli_find_named(const cli *self, bina_store *store, int kind, int slot, const char *name,
               bina_id *id)
{
    const char *called = bina_description_name(bina_kind_description(kind));
    bina_query *query;
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status;
    char *end;

    *id = strtoll(name, &end, 10);
    if (end != name && *end == '\0' && bina_id_kind(*id) == kind)
        return CLI_OK;
    query = bina_query_new(kind);
    if (query == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    bina_query_where_text(query, slot, BINA_EQ, name);
    status = bina_store_list(store, query, &cursor);
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK)
        *id = bina_record_int(record, 0);
    bina_cursor_free(cursor);
    bina_query_free(query);
    if (status == BINA_OK)
        return CLI_OK;
    if (status != BINA_DONE)
        return cli_fail_store(self, store);
    cli_complain(self, "there is no %s called \"%s\"", "tidak ada %s bernama \"%s\"", called, name);
    return CLI_REFUSED;
}

/* ---- conditions ---- */

static const struct {
    const char *sign;
    bina_compare compare;
} signs[] = {{"!=", BINA_NE},    {"<=", BINA_LE}, {">=", BINA_GE}, {"^=", BINA_PREFIX},
             {"@=", BINA_UNDER}, {"=", BINA_EQ},  {"<", BINA_LT},  {">", BINA_GT}};

static bool
field_of(const cli *self, const bina_description *kind, const char *name, int *slot)
{
    *slot = bina_description_find(kind, name);
    if (*slot >= 0)
        return true;
    cli_complain(self, "%s has no field \"%s\"; `bina list --fields` names them",
                 "%s tidak mempunyai isian \"%s\"; `bina list --fields` menyebutnya",
                 bina_description_name(kind), name);
    return false;
}

static bool
is_number(bina_type type)
{
    return type == BINA_REAL ||
           (bina_type_held_as(type) == BINA_INT && type != BINA_DATE && type != BINA_TIME);
}

/* Adds field-sign-value; the value is read by the field's type. */
static bool
add_condition(const cli *self, bina_query *query, const bina_description *kind, char *condition)
{
    char *at = condition + strcspn(condition, "!<>=^@"), *value;
    bina_compare compare = BINA_EQ;
    const bina_field *field;
    bina_type type;
    size_t i;
    int slot;

    for (i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(at, signs[i].sign, strlen(signs[i].sign)) == 0)
            break;
    if (at == condition || i == sizeof signs / sizeof *signs) {
        cli_complain(self, "a condition is field=value, not \"%s\"",
                     "syarat ditulis field=nilai, bukan \"%s\"", condition);
        return false;
    }
    compare = signs[i].compare;
    value = at + strlen(signs[i].sign);
    *at = '\0';
    if (!field_of(self, kind, condition, &slot))
        return false;
    field = bina_description_field(kind, slot);
    type = bina_field_type(field);
    if (value[0] == '\0') {
        bina_query_where(query, slot, compare == BINA_NE ? BINA_NOT_NULL : BINA_IS_NULL,
                         bina_null());
    } else if (is_number(type)) {
        char *end;
        double real = strtod(value, &end);
        long long number = type != BINA_REAL ? strtoll(value, &end, 10) : 0;
        if (*end != '\0') {
            cli_complain(self, "%s is a number, not \"%s\"", "%s itu bilangan, bukan \"%s\"",
                         condition, value);
            return false;
        }
        bina_query_where(query, slot, compare,
                         type == BINA_REAL ? bina_real(real) : bina_int(number));
    } else {
        const char *word =
            type == BINA_CODE ? bina_codes_find(bina_field_format(field), value) : NULL;
        bina_query_where_text(query, slot, compare, word != NULL ? word : value);
    }
    return true;
}

/* Copies up to the next comma that has no backslash before it; gives what is left of the list. */
static const char *
next_part(const char *list, char *part)
{
    while (*list != '\0' && *list != ',') {
        list += list[0] == '\\' && list[1] == ',';
        *part++ = *list++;
    }
    *part = '\0';
    return list + (*list == ',');
}

/* Calls `add` for each part of a list with commas. */
static bool
each_part(const cli *self, const char *list, bina_query *query, const bina_description *kind,
          bool (*add)(const cli *, bina_query *, const bina_description *, char *))
{
    char *part = list != NULL ? malloc(strlen(list) + 1) : NULL;
    bool good = list == NULL || part != NULL;

    if (!good)
        cli_fail_status(self, BINA_ERR_NO_MEMORY);
    while (good && list != NULL && *list != '\0') {
        list = next_part(list, part);
        good = add(self, query, kind, part);
    }
    free(part);
    return good;
}

static bool
add_order(const cli *self, bina_query *query, const bina_description *kind, char *name)
{
    bool descending = name[0] == '-';
    int slot;

    if (!field_of(self, kind, name + descending, &slot))
        return false;
    bina_query_order(query, slot, descending);
    return true;
}

bina_query *
cli_build_query(const cli *self, bina_store *store, int kind)
{
    const bina_description *description = bina_store_description(store, kind);
    bina_query *query = description != NULL ? bina_query_new_of(description) : NULL;
    int64_t limit = -1, known = -1, day = 0;
    bool good;

    if (query == NULL) {
        cli_fail_status(self, BINA_ERR_NO_MEMORY);
        return NULL;
    }
    good = each_part(self, cli_option_value(self, "where"), query, description, add_condition) &&
           each_part(self, cli_option_value(self, "order"), query, description, add_order) &&
           cli_option_number(self, "limit", &limit) && cli_option_number(self, "known", &known) &&
           cli_option_day(self, "as-of", &day);
    if (good && cli_option_value(self, "as-of") != NULL)
        bina_query_true_on(query, day);
    if (!good) {
        bina_query_free(query);
        return NULL;
    }
    if (limit >= 0)
        bina_query_limit(query, limit);
    if (known >= 0)
        bina_query_known_at(query, known);
    return query;
}
