/* What a script gives: numbers, texts, days, tables, and values by the type of their field. */

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
