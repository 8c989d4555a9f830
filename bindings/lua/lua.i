/*
 * How values cross between the library and Lua: typemaps and what they call.
 *
 * Integers cross as Lua integers (SWIG's own typemaps would make floats of them), dates and times as
 * ISO 8601 texts, errors as tables that lua/bina/errors.lua dresses. nil is no value.
 */
%include <constraints.i>
%apply Pointer NONNULL {
    bina_description *, bina_record *, bina_cursor *, bina_rows *, bina_faults *, bina_reading *,
    bina_task *, bina_linkage_settings *, bina_linkage *, bina_matcher *, bina_query *, bina_store *,
    bina_document *, bina_mapping *, bina_survivorship *, bina_page *,
    bina_workbook *, bina_texts *
};
%typemap(check) bina_faults *OR_NONE, bina_store *OR_NONE, const bina_linkage_settings *OR_NONE,
    const bina_description *OR_NONE, const bina_mapping *OR_NONE,
    const bina_survivorship *OR_NONE, const bina_record *OR_NONE "";

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

/* ---- plain arguments and results ---- */

%define %bina_lua_integer(TYPE)
%typemap(in) TYPE {
    int whole = 0;
    lua_Integer integer = lua_tointegerx(L, $input, &whole);
    $1 = ($1_ltype)integer;
    if (!whole || lua_type(L, $input) != LUA_TNUMBER || (lua_Integer)$1 != integer) {
        lua_pushfstring(L, "$symname: expected a whole number, not %s", luaL_typename(L, $input));
        SWIG_fail;
    }
}
%typemap(out) TYPE %{ lua_pushinteger(L, (lua_Integer)$1); SWIG_arg++; %}
%typemap(typecheck, precedence=SWIG_TYPECHECK_INTEGER) TYPE "$1 = lua_isnumber(L, $input);"
%enddef
%bina_lua_integer(int)
%bina_lua_integer(unsigned)
%bina_lua_integer(int64_t)
%bina_lua_integer(bina_id)
%bina_lua_integer(bina_status)
%bina_lua_integer(bina_language)
%bina_lua_integer(bina_type)
%bina_lua_integer(bina_severity)
%bina_lua_integer(size_t)
%bina_lua_integer(bina_compare)

%typemap(in) const char * {
    if (lua_isnoneornil(L, $input)) {
        $1 = NULL;
    } else {
        $1 = ($1_ltype)text_from_lua(L, $input);
        if ($1 == NULL) {
            lua_pushfstring(L, "$symname: expected a string without NUL, not %s",
                            luaL_typename(L, $input));
            SWIG_fail;
        }
    }
}
%typemap(out) const char * %{ lua_pushstring(L, $1); SWIG_arg++; %}

%typemap(in, checkfn="lua_isstring") (const char *BYTES, size_t LENGTH) {
    $1 = (char *)lua_tolstring(L, $input, &$2);
}

/* Any text, with its length: NUL is a character like another. */
%typemap(in) (const char *A, size_t A_LENGTH) {
    if (lua_type(L, $input) != LUA_TSTRING) {
        lua_pushfstring(L, "$symname: expected a string, not %s", luaL_typename(L, $input));
        SWIG_fail;
    }
    $1 = (char *)lua_tolstring(L, $input, &$2);
}
%apply (const char *A, size_t A_LENGTH) { (const char *B, size_t B_LENGTH) };

/* Texts are borrowed from the table, which the call keeps alive; the arrays are the collector's. */
%typemap(in, checkfn="lua_istable") (const char *const *TEXTS, const size_t *LENGTHS, size_t COUNT) {
    size_t count = lua_rawlen(L, $input);
    const char **texts = lua_newuserdatauv(L, (count + 1) * sizeof *texts, 0);
    size_t *lengths = lua_newuserdatauv(L, (count + 1) * sizeof *lengths, 0);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, $input, (lua_Integer)i + 1);
        if (lua_type(L, -1) != LUA_TSTRING) {
            lua_pushfstring(L, "$symname: expected strings, not %s", luaL_typename(L, -1));
            SWIG_fail;
        }
        texts[i] = lua_tolstring(L, -1, &lengths[i]);
        lua_pop(L, 1);
    }
    $1 = ($1_ltype)texts;
    $2 = lengths;
    $3 = count;
}

/* A negative number is no limit. */
%typemap(in) size_t MOST {
    int whole = 0;
    lua_Integer most = lua_tointegerx(L, $input, &whole);
    if (!whole || lua_type(L, $input) != LUA_TNUMBER) {
        lua_pushfstring(L, "$symname: expected a whole number, not %s", luaL_typename(L, $input));
        SWIG_fail;
    }
    $1 = most < 0 ? SIZE_MAX : (size_t)most;
}

/* A number for each text, in a table. */
%define %bina_number_each(TYPE, NAME, PUSH, PUSHED)
%typemap(in, numinputs=0) TYPE *NAME "$1 = NULL;"
%typemap(check) TYPE *NAME {
    $1 = lua_newuserdatauv(L, (bina_texts_count(arg1) + 1) * sizeof *$1, 0);
}
%typemap(argout) TYPE *NAME {
    size_t count = bina_texts_count(arg1);
    lua_createtable(L, count < INT_MAX ? (int)count : 0, 0);
    for (size_t i = 0; i < count; i++) {
        PUSH(L, (PUSHED)$1[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    SWIG_arg++;
}
%enddef
%bina_number_each(double, similarity, lua_pushnumber, lua_Number)
%bina_number_each(uint32_t, distance, lua_pushinteger, lua_Integer)

/* An ISO text; nil is no day. */
%typemap(in) (bool HAS_DAY, int64_t DAY) {
    const char *iso = text_from_lua(L, $input);
    int64_t day = 0;
    $1 = !lua_isnoneornil(L, $input);
    if ($1 && (iso == NULL || !bina_date_parse(iso, &day))) {
        lua_pushstring(L, "expected a day as 'YYYY-MM-DD'");
        SWIG_fail;
    }
    $2 = day;
}

%typemap(in) bina_value OF_RECORD {
    if (!value_from_lua(L, $input, bina_record_description(arg1), arg2, &$1))
        SWIG_fail;
}
%typemap(in) bina_value OF_STORED {
    if (!value_from_lua(L, $input, bina_store_description(arg1, bina_id_kind(arg2)), arg3, &$1))
        SWIG_fail;
}
%typemap(in) bina_value OF_QUERY {
    if (!value_from_lua(L, $input, bina_query_description(arg1), arg2, &$1))
        SWIG_fail;
}
/* Texts are borrowed from the table, which the call keeps alive; the array is the collector's. */
%typemap(in, checkfn="lua_istable") (const bina_value *VALUES, size_t COUNT) {
    size_t count = lua_rawlen(L, $input);
    bina_value *values = lua_newuserdatauv(L, (count + 1) * sizeof *values, 0);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, $input, (lua_Integer)i + 1);
        if (!value_from_lua(L, lua_gettop(L), bina_query_description(arg1), arg2, &values[i]))
            SWIG_fail;
        lua_pop(L, 1);
    }
    $1 = values;
    $2 = count;
}
%typemap(in, checkfn="lua_istable") (const void *IDS, size_t COUNT) {
    size_t count = lua_rawlen(L, $input);
    bina_id *ids = lua_newuserdatauv(L, (count + 1) * sizeof *ids, 0);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, $input, (lua_Integer)i + 1);
        if (!lua_isinteger(L, -1)) {
            lua_pushstring(L, "$symname: expected ids");
            SWIG_fail;
        }
        ids[i] = lua_tointeger(L, -1);
        lua_pop(L, 1);
    }
    $1 = ids;
    $2 = count;
}
%typemap(out) bina_value %{ push_value(L, $1); SWIG_arg++; %}

%typemap(in) int64_t ON_DAY, int64_t DAY_OR_0 {
    const char *iso = text_from_lua(L, $input);
    int64_t day = 0;
    if (!lua_isnoneornil(L, $input) && (iso == NULL || !bina_date_parse(iso, &day))) {
        lua_pushstring(L, "expected a day as 'YYYY-MM-DD'");
        SWIG_fail;
    }
    $1 = day;
}
%typemap(out) int64_t today %{
    {
        char iso[12];
        lua_pushstring(L, bina_date_format($1, iso));
        SWIG_arg++;
    }
%}

%typemap(in) int64_t AT_TIME {
    const char *iso = text_from_lua(L, $input);
    int64_t time = 0;
    if (iso == NULL || !bina_time_parse(iso, &time)) {
        lua_pushstring(L, "expected a time of UTC as 'YYYY-MM-DDTHH:MM:SSZ'");
        SWIG_fail;
    }
    $1 = time;
}

%typemap(check) int slot {
    if ($1 < 0 || $1 >= bina_description_count(arg1)) {
        lua_pushstring(L, "there is no field in this slot");
        SWIG_fail;
    }
}

/* ---- statuses: good news that there is no more is nil ---- */

%define %bina_status_of(TYPE, ERROR)
%typemap(out) TYPE {
    if ($1 < 0) {
        push_error(L, (bina_status)$1, ERROR);
        SWIG_fail;
    }
    if ($1 == BINA_DONE) {
        lua_pushnil(L);
        return 1;
    }
}
%enddef
%bina_status_of(plain_status, NULL)
%bina_status_of(cursor_status, bina_cursor_error(arg1))
%bina_status_of(task_status, bina_task_error(arg1))
%bina_status_of(settings_status, bina_linkage_settings_error(arg1))
%bina_status_of(linkage_status, bina_linkage_error(arg1))
%bina_status_of(matcher_status, bina_matcher_error(arg1))
%bina_status_of(store_status, bina_store_error(arg1))

%typemap(in, numinputs=0) bina_error *error {
    $1 = bina_error_new();
    if ($1 == NULL) {
        push_error(L, BINA_ERR_NO_MEMORY, NULL);
        SWIG_fail;
    }
}
%typemap(out) error_status ""
%typemap(argout) bina_error *error {
    if (result < 0) {
        push_error(L, (bina_status)result, $1);
        SWIG_fail;
    }
}
%typemap(freearg) bina_error *error "bina_error_free($1);"

%typemap(out) reading_status {
    if ($1 < 0 && $1 != BINA_ERR_INVALID) {
        push_error(L, (bina_status)$1, NULL);
        SWIG_fail;
    }
}

%typemap(out) number_or_status {
    if ($1 < 0) {
        push_error(L, (bina_status)$1, NULL);
        SWIG_fail;
    }
    lua_pushinteger(L, (lua_Integer)$1);
    SWIG_arg++;
}

/* ---- what comes back through pointers ---- */

%typemap(in, numinputs=0) bina_status *status (bina_status temp) "$1 = &temp;"
%typemap(argout) bina_status *status {
    lua_pop(L, SWIG_arg);
    if (result)
        lua_pushinteger(L, (lua_Integer)*$1);
    else
        lua_pushnil(L);
    SWIG_arg = 1;
}

%typemap(in, numinputs=0) (int *slot, const char **column) (int temp_slot = 0, const char *temp_column = NULL) {
    $1 = &temp_slot;
    $2 = ($2_ltype)&temp_column;
}
%typemap(argout) (int *slot, const char **column) {
    lua_pop(L, SWIG_arg);
    SWIG_arg = 0;
    if (result) {
        lua_pushinteger(L, (lua_Integer)*$1);
        lua_pushstring(L, *$2);
        SWIG_arg = 2;
    }
}

%typemap(in, numinputs=0) (int64_t *least, int64_t *greatest) (int64_t temp_least, int64_t temp_greatest) {
    $1 = &temp_least;
    $2 = &temp_greatest;
}
%typemap(argout) (int64_t *least, int64_t *greatest) {
    lua_pop(L, SWIG_arg);
    SWIG_arg = 0;
    if (result) {
        lua_pushinteger(L, (lua_Integer)*$1);
        lua_pushinteger(L, (lua_Integer)*$2);
        SWIG_arg = 2;
    }
}

%define %bina_result_integer(PARAMETER)
%typemap(in, numinputs=0) PARAMETER (int64_t temp = 0) "$1 = &temp;"
%typemap(argout) PARAMETER %{ lua_pushinteger(L, (lua_Integer)*$1); SWIG_arg++; %}
%enddef

%typemap(in, numinputs=0) bina_progress *progress (bina_progress temp = {0, 0}) "$1 = &temp;"
%typemap(argout) bina_progress *progress {
    lua_pushinteger(L, (lua_Integer)$1->done);
    lua_pushinteger(L, (lua_Integer)$1->total);
    SWIG_arg += 2;
}

%bina_result_integer(bina_id *id)
%bina_result_integer(bina_id *standing)
%bina_result_integer(int64_t *added)
%bina_result_integer(int64_t *count)
%bina_result_integer(int64_t *number)

%typemap(in, numinputs=0) (int64_t *ADDED, int64_t *UPDATED)
    (int64_t temp_added = 0, int64_t temp_updated = 0) {
    $1 = &temp_added;
    $2 = &temp_updated;
}
%typemap(argout) (int64_t *ADDED, int64_t *UPDATED) {
    lua_pushinteger(L, (lua_Integer)*$1);
    lua_pushinteger(L, (lua_Integer)*$2);
    SWIG_arg += 2;
}
%typemap(in, numinputs=0) int64_t *COLUMN (int64_t temp = 0) "$1 = &temp;"
%typemap(argout) int64_t *COLUMN %{ lua_pushinteger(L, (lua_Integer)*$1); SWIG_arg++; %}

/* A list of descriptions, which keeps them alive during the call; nil is NULL. */
%typemap(in) (const bina_description *const *DESCRIPTIONS, size_t N) {
    $1 = NULL;
    $2 = 0;
    if (!lua_isnoneornil(L, $input)) {
        size_t count;
        const bina_description **descriptions;
        luaL_checktype(L, $input, LUA_TTABLE);
        count = lua_rawlen(L, $input);
        descriptions = lua_newuserdatauv(L, (count + 1) * sizeof *descriptions, 0);
        for (size_t i = 0; i < count; i++) {
            void *pointer = NULL;
            lua_rawgeti(L, $input, (lua_Integer)i + 1);
            if (!SWIG_IsOK(SWIG_ConvertPtr(L, lua_gettop(L), &pointer,
                                           SWIGTYPE_p_bina_description, 0)) || pointer == NULL) {
                lua_pushstring(L, "expected a list of descriptions");
                SWIG_fail;
            }
            descriptions[i] = pointer;
            lua_pop(L, 1);
        }
        $1 = ($1_ltype)descriptions;
        $2 = count;
    }
}

/* A list of texts, ended by NULL, which keeps them alive during the call; nil is NULL. */
%typemap(in) const char *const *TEXTS {
    $1 = NULL;
    if (!lua_isnoneornil(L, $input)) {
        size_t count;
        const char **texts;
        luaL_checktype(L, $input, LUA_TTABLE);
        count = lua_rawlen(L, $input);
        texts = lua_newuserdatauv(L, (count + 1) * sizeof *texts, 0);
        for (size_t i = 0; i < count; i++) {
            lua_rawgeti(L, $input, (lua_Integer)i + 1);
            if (lua_type(L, -1) != LUA_TSTRING) {
                lua_pushstring(L, "expected a list of texts");
                SWIG_fail;
            }
            texts[i] = lua_tostring(L, -1);
            lua_pop(L, 1);
        }
        texts[count] = NULL;
        $1 = ($1_ltype)texts;
    }
}

%typemap(in, numinputs=0) char *CODE (char temp[8] = {0}) "$1 = temp;"
%typemap(out) char *bina_region_from_bps, char *bina_region_to_bps %{
    lua_pushstring(L, result[0] != 0 ? result : NULL);
    SWIG_arg++;
%}

%typemap(in, numinputs=0) bina_store **opened (bina_store *temp = NULL) "$1 = &temp;"
%typemap(out) plain_status open_store ""
%typemap(argout) bina_store **opened {
    if (result < 0) {
        push_error(L, (bina_status)result, *$1 != NULL ? bina_store_error(*$1) : NULL);
        bina_store_close(*$1);
        SWIG_fail;
    }
    SWIG_NewPointerObj(L, *$1, $*1_descriptor, 1);
    SWIG_arg++;
}

/* T **: the caller's. */
%define %bina_result_owned(TYPE, NAME)
%typemap(in, numinputs=0) TYPE **NAME (TYPE *temp = NULL) "$1 = &temp;"
%typemap(argout) TYPE **NAME %{ SWIG_NewPointerObj(L, *$1, $*1_descriptor, 1); SWIG_arg++; %}
%enddef
%bina_result_owned(bina_record, record)
%bina_result_owned(bina_cursor, cursor)
%bina_result_owned(bina_reading, reading)
%bina_result_owned(bina_task, task)
%bina_result_owned(bina_matcher, matcher)
%bina_result_owned(bina_document, document)
%bina_result_owned(bina_mapping, mapping)
%bina_result_owned(bina_workbook, book)
%bina_result_owned(bina_survivorship, policy)
%bina_result_owned(bina_page, page)

/* const T **: borrowed until the next call, so scripts get a copy. */
%typemap(in, numinputs=0) const bina_record **record (const bina_record *temp = NULL)
    "$1 = ($1_ltype)&temp;"
%typemap(argout) const bina_record **record {
    bina_record *copy = bina_record_copy(*$1);
    if (copy == NULL) {
        push_error(L, BINA_ERR_NO_MEMORY, NULL);
        SWIG_fail;
    }
    SWIG_NewPointerObj(L, copy, SWIGTYPE_p_bina_record, 1);
    SWIG_arg++;
}

%typemap(out) const bina_record * {
    bina_record *copy = $1 != NULL ? bina_record_copy($1) : NULL;
    if ($1 != NULL && copy == NULL) {
        push_error(L, BINA_ERR_NO_MEMORY, NULL);
        SWIG_fail;
    }
    if (copy == NULL)
        lua_pushnil(L);
    else
        SWIG_NewPointerObj(L, copy, SWIGTYPE_p_bina_record, 1);
    SWIG_arg++;
}

/* A complaint that is told, not raised. */
%typemap(out) const bina_error * {
    if ($1 == NULL)
        lua_pushnil(L);
    else
        push_error(L, bina_error_status($1), $1);
    SWIG_arg++;
}

%typemap(out) const bina_description *bina_report_columns {
    if ($1 == NULL)
        lua_pushnil(L);
    else
        SWIG_NewPointerObj(L, (void *)$1, SWIGTYPE_p_bina_description, 1);
    SWIG_arg++;
}

%typemap(in) bina_rows *LET_GO = SWIGTYPE *DISOWN;
%typemap(in) bina_store *LET_GO = SWIGTYPE *DISOWN;
%typemap(in) bina_cursor *LET_GO = SWIGTYPE *DISOWN;
%typemap(in) bina_task *LET_GO = SWIGTYPE *DISOWN;
%typemap(in) bina_workbook *LET_GO = SWIGTYPE *DISOWN;

%typemap(out) const bina_description * {
    if ($1 == NULL)
        lua_pushnil(L);
    else
        SWIG_NewPointerObj(L, (void *)bina_description_hold($1), SWIGTYPE_p_bina_description, 1);
    SWIG_arg++;
}

/* What makes something finds no memory. */
%define %bina_makes(FUNCTION)
%exception FUNCTION {
    $action
    if (result == NULL) {
        push_error(L, BINA_ERR_NO_MEMORY, NULL);
        SWIG_fail;
    }
}
%enddef
%bina_makes(bina_description::bina_description)
%bina_makes(bina_record::bina_record)
%bina_makes(bina_record::copy)
%bina_makes(bina_rows::bina_rows)
%bina_makes(bina_rows_to_cursor)
%bina_makes(bina_faults::bina_faults)
%bina_makes(bina_linkage_settings::bina_linkage_settings)
%bina_makes(bina_linkage::bina_linkage)
%bina_makes(bina_query::bina_query)
%bina_makes(bina_texts::bina_texts)
%bina_makes(bina_document::bina_document)

/* ---- for bina.lua alone ---- */

%{
/* The metatable of error tables, to be given its __tostring. */
static int
error_metatable(lua_State *L)
{
    luaL_newmetatable(L, ERROR_METATABLE);
    return 1;
}
%}
%native(error_metatable) int error_metatable(lua_State *L);
