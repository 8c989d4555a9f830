/* SQL statements, their values going in and coming out. */
#include <string.h>
#include "store/inside.h"

bina_status
bina_store_exec(bina_store *store, const char *sql)
{
    if (sql == NULL)
        return bina_store_no_memory(store);
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return bina_store_fail(store);
    return BINA_OK;
}

bina_status
bina_store_prepare(bina_store *store, const char *sql, unsigned flags, sqlite3_stmt **statement)
{
    *statement = NULL;
    if (sql == NULL)
        return bina_store_no_memory(store);
    if (sqlite3_prepare_v3(store->db, sql, -1, flags, statement, NULL) != SQLITE_OK)
        return bina_store_fail(store);
    return BINA_OK;
}

bina_status
bina_store_integer(bina_store *store, const char *sql, int64_t *integer)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(store, sql, 0, &statement);
    int step;

    *integer = 0;
    if (status != BINA_OK)
        return status;
    step = sqlite3_step(statement);
    if (step == SQLITE_ROW)
        *integer = sqlite3_column_int64(statement, 0);
    else if (step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

/*
 * Dates and times are kept as ISO 8601 text, so that any SQLite tool shows and compares them; every
 * other type is kept as it is held. The value's text and `day` must live until the step.
 */
int
bina_bind_value(sqlite3_stmt *statement, int at, bina_type type, bina_value value, char day[28])
{
    if (value.type == BINA_NULL)
        return sqlite3_bind_null(statement, at);
    switch (type) {
    case BINA_DATE:
        bina_date_format(value.as.integer, day);
        return sqlite3_bind_text(statement, at, day, -1, SQLITE_STATIC);
    case BINA_TIME:
        bina_time_format(value.as.integer, day);
        return sqlite3_bind_text(statement, at, day, -1, SQLITE_STATIC);
    case BINA_REAL:
        return sqlite3_bind_double(statement, at, value.as.real);
    case BINA_TEXT:
    case BINA_CODE:
        return sqlite3_bind_text(statement, at, value.as.text, -1, SQLITE_STATIC);
    default:
        return sqlite3_bind_int64(statement, at, value.as.integer);
    }
}

/* Binds a value that need not outlive the call. */
int
bina_bind_copy(sqlite3_stmt *statement, int at, bina_value value)
{
    char day[28];

    if (bina_type_held_as(value.type) == BINA_TEXT)
        return sqlite3_bind_text(statement, at, value.as.text, -1, SQLITE_TRANSIENT);
    if (value.type == BINA_DATE)
        return sqlite3_bind_text(statement, at, bina_date_format(value.as.integer, day), -1,
                                 SQLITE_TRANSIENT);
    if (value.type == BINA_TIME)
        return sqlite3_bind_text(statement, at, bina_time_format(value.as.integer, day), -1,
                                 SQLITE_TRANSIENT);
    return bina_bind_value(statement, at, value.type, value, day);
}

bina_value
bina_column_value(sqlite3_stmt *statement, int column, bina_type type)
{
    bina_value value = bina_null();
    const char *text;

    if (sqlite3_column_type(statement, column) == SQLITE_NULL)
        return value;
    value.type = type;
    switch (type) {
    case BINA_DATE:
        text = (const char *)sqlite3_column_text(statement, column);
        if (text == NULL || !bina_date_parse(text, &value.as.integer))
            return bina_null();
        break;
    case BINA_TIME:
        text = (const char *)sqlite3_column_text(statement, column);
        if (text == NULL || !bina_time_parse(text, &value.as.integer))
            return bina_null();
        break;
    case BINA_REAL:
        value.as.real = sqlite3_column_double(statement, column);
        break;
    case BINA_TEXT:
    case BINA_CODE:
        value.as.text = (const char *)sqlite3_column_text(statement, column);
        if (value.as.text == NULL)
            return bina_null();
        break;
    default:
        value.as.integer = sqlite3_column_int64(statement, column);
        break;
    }
    return value;
}

void
bina_column_record(sqlite3_stmt *statement, int column, bina_record *record, int slot)
{
    const bina_field *field = bina_description_field(bina_record_description(record), slot);
    bina_value value = bina_column_value(statement, column, bina_field_type(field));

    if (value.type == BINA_NULL)
        bina_set_null(record, slot);
    else if (bina_type_held_as(value.type) == BINA_TEXT)
        bina_set_text_n(record, slot, value.as.text,
                        (size_t)sqlite3_column_bytes(statement, column));
    else
        bina_record_set(record, slot, value);
}

void
bina_hex(const unsigned char *bytes, size_t count, char *hex)
{
    static const char digits[] = "0123456789abcdef";
    size_t i;

    for (i = 0; i < count; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[2 * count] = '\0';
}

bool
bina_unhex(const char *hex, unsigned char *bytes, size_t count)
{
    size_t i;

    if (hex == NULL || strlen(hex) != 2 * count)
        return false;
    for (i = 0; i < 2 * count; i++) {
        int digit;
        if (hex[i] >= '0' && hex[i] <= '9')
            digit = hex[i] - '0';
        else if (hex[i] >= 'a' && hex[i] <= 'f')
            digit = hex[i] - 'a' + 10;
        else
            return false;
        bytes[i / 2] = (unsigned char)(i % 2 == 0 ? digit << 4 : bytes[i / 2] | digit);
    }
    return true;
}
