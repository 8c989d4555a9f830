/* Errors of the library as tables, and values between the two, in C. */
%{
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <string.h>

/* ---- errors ---- */

/* Where the metatable of error tables is kept, so that they can be told and printed. */
#define ERROR_METATABLE "bina.Error"

static void
set_text(lua_State *L, const char *key, const char *text)
{
    if (text == NULL)
        return;
    lua_pushstring(L, text);
    lua_setfield(L, -2, key);
}

static void
set_integer(lua_State *L, const char *key, int64_t integer)
{
    if (integer == 0)
        return;
    lua_pushinteger(L, (lua_Integer)integer);
    lua_setfield(L, -2, key);
}

static void
push_complaint(lua_State *L, bina_status status, const char *message, const char *pesan)
{
    lua_createtable(L, 0, 12);
    set_integer(L, "code", status);
    set_text(L, "name", bina_status_name(status));
    set_text(L, "message", message);
    set_text(L, "pesan", pesan);
    luaL_setmetatable(L, ERROR_METATABLE);
}

/* Pushes the table of a complaint, or of the bare status when there is none. */
static void
push_error(lua_State *L, bina_status status, const bina_error *error)
{
    if (error == NULL || bina_error_status(error) != status) {
        push_complaint(L, status, bina_status_text(status, BINA_ENGLISH),
                       bina_status_text(status, BINA_INDONESIAN));
        return;
    }
    push_complaint(L, status, bina_error_message(error, BINA_ENGLISH),
                   bina_error_message(error, BINA_INDONESIAN));
    set_text(L, "severity", bina_error_severity(error) == BINA_WARNING ? "warning" : "error");
    set_text(L, "kind", bina_error_kind(error));
    set_text(L, "field", bina_error_field(error));
    set_text(L, "rule", bina_error_rule(error));
    set_text(L, "file", bina_error_file(error));
    set_text(L, "sheet", bina_error_sheet(error));
    set_integer(L, "line", bina_error_line(error));
    set_integer(L, "column", bina_error_column(error));
}

/* Refuses a value on its way to a field: both sentences name the field, never the value. */
static bool
refuse(lua_State *L, bina_status status, const bina_description *description,
       const bina_field *field, const char *wanted, const char *wanted_indonesian, int given)
{
    const char *name = bina_field_name(field);

    lua_pushfstring(L, "%s must be %s, not %s", name, wanted, luaL_typename(L, given));
    lua_pushfstring(L, "%s harus %s, bukan %s", name, wanted_indonesian, luaL_typename(L, given));
    push_complaint(L, status, lua_tostring(L, -2), lua_tostring(L, -1));
    set_text(L, "kind", bina_description_name(description));
    set_text(L, "field", name);
    return false;
}

/* ---- values ---- */

static void
push_value(lua_State *L, bina_value value)
{
    char iso[32];

    switch (value.type) {
    case BINA_INT:
    case BINA_MONEY:
    case BINA_REF:
        lua_pushinteger(L, (lua_Integer)value.as.integer);
        break;
    case BINA_BOOL:
        lua_pushboolean(L, value.as.integer != 0);
        break;
    case BINA_REAL:
        lua_pushnumber(L, (lua_Number)value.as.real);
        break;
    case BINA_DATE:
        lua_pushstring(L, bina_date_format(value.as.integer, iso));
        break;
    case BINA_TIME:
        lua_pushstring(L, bina_time_format(value.as.integer, iso));
        break;
    case BINA_TEXT:
    case BINA_CODE:
        lua_pushstring(L, value.as.text);
        break;
    case BINA_NULL:
        lua_pushnil(L);
        break;
    }
}

/* Lua's strings are bytes; the library's texts are UTF-8, and what is stored must stay readable. */
static bool
is_utf8(const unsigned char *text)
{
    while (*text != 0) {
        int more = *text < 0x80 ? 0 : *text >= 0xc2 && *text < 0xe0 ? 1
                 : *text >= 0xe0 && *text < 0xf0 ? 2 : *text >= 0xf0 && *text < 0xf5 ? 3 : -1;
        unsigned first = *text++;

        if (more < 0 || (first == 0xe0 && *text < 0xa0) || (first == 0xed && *text > 0x9f) ||
            (first == 0xf0 && *text < 0x90) || (first == 0xf4 && *text > 0x8f))
            return false;
        for (; more > 0; more--, text++)
            if ((*text & 0xc0) != 0x80)
                return false;
    }
    return true;
}

/* A text without NUL, borrowed from the stack; NULL if it is none. Numbers are no texts here: a NIK
   that was read as a number has lost its zeros. */
static const char *
text_from_lua(lua_State *L, int given)
{
    size_t length = 0;
    const char *text;

    if (lua_type(L, given) != LUA_TSTRING)
        return NULL;
    text = lua_tolstring(L, given, &length);
    return strlen(text) == length ? text : NULL;
}

/* Reads a Lua value for a field; false with the error table pushed. */
static bool
value_from_lua(lua_State *L, int given, const bina_description *description, int slot,
               bina_value *value)
{
    const bina_field *field =
        description != NULL ? bina_description_field(description, slot) : NULL;
    const char *text;
    int whole = 0;

    *value = bina_null();
    if (field == NULL) {
        push_error(L, BINA_ERR_USAGE, NULL);
        return false;
    }
    if (lua_isnoneornil(L, given))
        return true;
    value->type = bina_field_type(field);
    switch (value->type) {
    case BINA_TEXT:
    case BINA_CODE:
        value->as.text = text_from_lua(L, given);
        if (value->as.text != NULL && is_utf8((const unsigned char *)value->as.text))
            return true;
        return refuse(L, BINA_ERR_TYPE, description, field, "a string of UTF-8 without NUL",
                      "string UTF-8 tanpa NUL", given);
    case BINA_REAL:
        if (lua_type(L, given) == LUA_TNUMBER && isfinite((double)lua_tonumber(L, given))) {
            value->as.real = (double)lua_tonumber(L, given);
            return true;
        }
        return refuse(L, BINA_ERR_TYPE, description, field, "a finite number",
                      "bilangan berhingga", given);
    case BINA_DATE:
        text = text_from_lua(L, given);
        if (text != NULL && bina_date_parse(text, &value->as.integer))
            return true;
        return refuse(L, text == NULL ? BINA_ERR_TYPE : BINA_ERR_INVALID, description, field,
                      "a day that exists, as 'YYYY-MM-DD'", "hari yang ada, 'YYYY-MM-DD'", given);
    case BINA_TIME:
        text = text_from_lua(L, given);
        if (text != NULL && bina_time_parse(text, &value->as.integer))
            return true;
        return refuse(L, text == NULL ? BINA_ERR_TYPE : BINA_ERR_INVALID, description, field,
                      "a time of UTC as 'YYYY-MM-DDTHH:MM:SSZ'",
                      "waktu UTC, 'YYYY-MM-DDTHH:MM:SSZ'", given);
    case BINA_BOOL:
        value->as.integer = lua_toboolean(L, given);
        if (lua_isboolean(L, given))
            return true;
        return refuse(L, BINA_ERR_TYPE, description, field, "true or false", "true atau false",
                      given);
    default:
        if (lua_type(L, given) == LUA_TNUMBER)
            value->as.integer = (int64_t)lua_tointegerx(L, given, &whole);
        if (whole)
            return true;
        return refuse(L, BINA_ERR_TYPE, description, field, "a whole number", "bilangan bulat",
                      given);
    }
}
%}
